/* str.h: views into text that somebody else owns.
 *
 * A struct ent_str is a pointer and a size in bytes; it is not NUL-terminated and owns
 * nothing. It lives as long as the memory it points into, usually a document's arena. The
 * empty view may have a NULL pointer. */
#ifndef ENTENTE_STR_H
#define ENTENTE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct ent_str {
    const char *data;
    size_t size; /* bytes */
};

/* A view of a string literal: ENT_STR("abc"). */
#define ENT_STR(literal) ((struct ent_str){(literal), sizeof(literal) - 1})

/* For printf: printf("%.*s", ENT_FMT(view)). */
#define ENT_FMT(view) (int)(view).size, (view).data

static inline struct ent_str ent_str_of(const char *text)
{
    return (struct ent_str){text, text ? strlen(text) : 0};
}

static inline bool ent_str_eq(struct ent_str a, struct ent_str b)
{
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

/* Is the view equal to a NUL-terminated string? */
static inline bool ent_str_is(struct ent_str a, const char *text)
{
    size_t size = strlen(text);
    return a.size == size && (size == 0 || memcmp(a.data, text, size) == 0);
}

/* Is the view equal to one of the strings of a list that ends with NULL? */
static inline bool ent_str_among(struct ent_str a, const char *const *texts)
{
    for (; *texts; texts++)
        if (ent_str_is(a, *texts))
            return true;
    return false;
}

/* Byte order, shorter first on a common prefix: -1, 0 or 1. */
int ent_str_cmp(struct ent_str a, struct ent_str b);

bool ent_str_starts(struct ent_str a, struct ent_str prefix);
bool ent_str_ends(struct ent_str a, struct ent_str suffix);

/* Position of the first occurrence, or SIZE_MAX. */
size_t ent_str_find(struct ent_str a, struct ent_str needle);

/* Bytes from..to (to exclusive, clipped to the size). */
struct ent_str ent_str_sub(struct ent_str a, size_t from, size_t to);

/* Without ASCII white space at both ends. */
struct ent_str ent_str_trim(struct ent_str a);

/* Take the part before `separator` off the front of `*rest`; false when nothing is left.
 * An empty input yields no part; "a;" yields "a" and "". `*rest` ends with data == NULL. */
bool ent_str_split(struct ent_str *rest, char separator, struct ent_str *part);

/* Decimal integer over the whole view; false if it is none or overflows. */
bool ent_str_int(struct ent_str a, int64_t *value);

/* Floating-point number over the whole view, '.' as decimal point whatever the locale;
 * false if it is none. */
bool ent_str_double(struct ent_str a, double *value);

/* A 64-bit hash, the same on every machine and run. */
uint64_t ent_str_hash(struct ent_str a);

#endif
