/* clean.h: bytes made into text that every later stage can trust; shared inside lib/text.
 */
#ifndef ENTENTE_TEXT_CLEAN_H
#define ENTENTE_TEXT_CLEAN_H

#include <entente/arena.h>
#include <entente/buf.h>
#include <entente/status.h>

/* Valid UTF-8 in NFC without control characters other than tabs and line ends, in
 * `arena`; adds the number of replaced bytes to `*repaired`. data is NULL when memory ran
 * out. */
struct ent_str ent_clean_text(struct ent_arena *arena, struct ent_str text,
                              uint32_t *repaired);

/* The same for what must be one line: runs of white space become one space. */
struct ent_str ent_clean_line(struct ent_arena *arena, struct ent_str text,
                              uint32_t *repaired);

/* Append to `out` what `bytes` say, as UTF-8: by their byte order mark, as UTF-8 if they
 * are (nearly) that, by the charset `declared` (NULL = none), else as Windows-1252.
 * ENT_EFORMAT if it is no text at all. */
enum ent_status ent_decode(struct ent_str bytes, struct ent_str declared,
                           struct ent_buf *out, uint32_t *repaired,
                           struct ent_error *error);

#endif
