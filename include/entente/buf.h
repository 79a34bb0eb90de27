/* buf.h: a growing byte buffer.
 *
 * Appending never returns an error: a failed allocation sets `failed`, later appends do
 * nothing, and the owner checks once at the end (ent_buf_failed). `data` is always
 * NUL-terminated when not NULL. */
#ifndef ENTENTE_BUF_H
#define ENTENTE_BUF_H

#include <entente/str.h>

struct ent_buf {
    char *data;
    size_t size;     /* bytes in use, the closing NUL not counted */
    size_t capacity; /* bytes allocated */
    bool failed;
};

void ent_buf_init(struct ent_buf *buf);
void ent_buf_clear(struct ent_buf *buf); /* frees */
void ent_buf_reset(struct ent_buf *buf); /* keeps the memory, size 0, failed false */
/* Room for `more` bytes and the closing NUL, without changing the contents. False, and
 * `failed` set, when memory ran out (or had run out before). */
bool ent_buf_grow(struct ent_buf *buf, size_t more);
void ent_buf_add(struct ent_buf *buf, const char *data, size_t size);
void ent_buf_str(struct ent_buf *buf, struct ent_str text);
void ent_buf_text(struct ent_buf *buf, const char *text);
void ent_buf_char(struct ent_buf *buf, char c);
void ent_buf_printf(struct ent_buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void ent_buf_int(struct ent_buf *buf, int64_t value);

/* The shortest decimal that reads back as the same double, '.' as decimal point. NaN and
 * infinities are written as "NaN", "Infinity", "-Infinity". */
void ent_buf_double(struct ent_buf *buf, double value);

/* A JSON string with quotes; control characters escaped, invalid UTF-8 replaced. */
void ent_buf_json(struct ent_buf *buf, struct ent_str text);

/* Text for XML content or attribute values: & < > " ' escaped, characters that XML 1.0
 * forbids dropped. */
void ent_buf_xml(struct ent_buf *buf, struct ent_str text);

static inline struct ent_str ent_buf_view(const struct ent_buf *buf)
{
    return (struct ent_str){buf->data, buf->size};
}

/* Ownership of the bytes passes to the caller (free()); the buffer is empty again. */
char *ent_buf_detach(struct ent_buf *buf);

#endif
