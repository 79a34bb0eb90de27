/* status.h: how every function of entente reports failure.
 *
 * Functions that can fail return an enum ent_status; the human-readable detail goes into the
 * caller's struct ent_error (which may be NULL when the caller does not care). The library
 * never prints and never exits: the tools do. */
#ifndef ENTENTE_STATUS_H
#define ENTENTE_STATUS_H

#include <stddef.h>

enum ent_status {
    ENT_OK = 0,
    ENT_END,      /* not an error: a stream has no further record */
    ENT_EIO,      /* reading or writing failed */
    ENT_EFORMAT,  /* the input does not have the form it should have */
    ENT_EMEMORY,  /* out of memory */
    ENT_ELIMIT,   /* the input exceeds a documented limit */
    ENT_EARG,     /* the caller passed an impossible argument */
    ENT_EMISSING, /* a file, model or record that was asked for does not exist */
};

struct ent_error {
    enum ent_status status;
    size_t line;    /* 1-based line of the input, 0 if it has none */
    char text[192]; /* lower-case message without final stop, NUL-terminated */
};

/* Fill `error` (if not NULL) and return `status`, so that callers can write
 * `return ent_fail(error, ENT_EFORMAT, line, "missing column %d", n);`. */
enum ent_status ent_fail(struct ent_error *error, enum ent_status status, size_t line,
                         const char *format, ...) __attribute__((format(printf, 4, 5)));

/* A short constant description such as "out of memory". */
const char *ent_status_text(enum ent_status status);

#endif
