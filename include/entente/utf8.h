/* utf8.h: Unicode, by utf8proc behind these few functions. */
#ifndef ENTENTE_UTF8_H
#define ENTENTE_UTF8_H

#include <entente/arena.h>
#include <entente/buf.h>

enum ent_class {
    ENT_CLASS_OTHER,
    ENT_CLASS_SPACE, /* white space, no-break spaces included */
    ENT_CLASS_UPPER, /* also title case */
    ENT_CLASS_LOWER, /* also letters without case */
    ENT_CLASS_DIGIT, /* decimal digits */
    ENT_CLASS_MARK,  /* combining marks, zero-width joiners */
    ENT_CLASS_PUNCT,
    ENT_CLASS_SYMBOL,
    ENT_CLASS_CONTROL,
};

/* Decode one code point at `text[pos]`; advances `*pos`. Invalid bytes yield U+FFFD, one
 * byte at a time. At the end returns 0 and leaves `*pos`. */
uint32_t ent_utf8_next(struct ent_str text, size_t *pos);

/* Append a code point. */
void ent_utf8_put(struct ent_buf *buf, uint32_t code);

bool ent_utf8_valid(struct ent_str text);

/* Number of code points; invalid bytes count one each. */
size_t ent_utf8_count(struct ent_str text);

enum ent_class ent_utf8_class(uint32_t code);
uint32_t ent_utf8_lower(uint32_t code);
uint32_t ent_utf8_upper(uint32_t code);

/* Append `text` with invalid bytes replaced by U+FFFD and NULs and other C0 controls (but
 * tab, newline, carriage return) by a space; returns the number of replacements. */
size_t ent_utf8_repair(struct ent_buf *buf, struct ent_str text);

/* NFC form; returns `text` itself when it is already NFC (quick check). data is NULL when
 * memory ran out. Input must be valid. Of more than 32 combining marks in a row, each 32 are
 * put in order by themselves, so that time stays linear. */
struct ent_str ent_utf8_nfc(struct ent_arena *arena, struct ent_str text);

/* Lower-case form; accents kept. */
struct ent_str ent_utf8_to_lower(struct ent_arena *arena, struct ent_str text);

/* The form under which names are compared: case-folded, accents removed, typographic
 * apostrophe and hyphens made ASCII, ligatures split (œ -> oe). */
struct ent_str ent_utf8_fold(struct ent_arena *arena, struct ent_str text);

#endif
