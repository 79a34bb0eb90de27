/* lexicon.h: a full-form lexicon: form -> readings (tag, lemma).
 *
 * Forms are stored as hashes (index.h). Forms with the same readings up to the lemma's edit
 * script share an entry. */
#ifndef ENT_PARSE_LEXICON_H
#define ENT_PARSE_LEXICON_H

#include "parse/index.h"
#include <entente/document.h>

#define ENT_LEXICON_MAGIC "ENTLEX01"

struct ent_reading {
    uint16_t tag;    /* index into tags */
    uint16_t script; /* index into scripts */
};

struct ent_lexicon_entry {
    uint32_t first, count; /* readings */
    uint32_t upos;         /* bit 1 << enum ent_upos of every reading */
    uint32_t class_;       /* entries with the same tags have the same class, from 1 */
};

struct ent_lexicon {
    struct ent_buf bytes; /* the file, owned */
    uint64_t checksum;
    struct ent_str *tags, *scripts;
    uint32_t tag_count, script_count;
    uint32_t *tag_upos; /* [tag_count] */
    struct ent_reading *readings;
    struct ent_lexicon_entry *entries; /* [0] stands for unknown words */
    uint32_t reading_count, entry_count;
    struct ent_index forms; /* ent_hash_bytes() of a form -> entry */
};

enum ent_status ent_lexicon_load(struct ent_lexicon *lexicon, const char *path,
                                 struct ent_error *error);
void ent_lexicon_clear(struct ent_lexicon *lexicon);

/* Entry of the form with this ent_hash_bytes(), 0 if there is none. */
uint32_t ent_lexicon_find(const struct ent_lexicon *lexicon, uint64_t form);

#endif
