/* lexicon_build.h: a full-form lexicon in the making. */
#ifndef ENT_PARSE_LEXICON_BUILD_H
#define ENT_PARSE_LEXICON_BUILD_H

#include "parse/affix.h"
#include "parse/lexicon.h"
#include <entente/train.h>

/* One reading of one form, before sorting. */
struct ent_lexicon_fact {
    uint32_t form, tag, script;
};

struct ent_lexicon_builder {
    struct ent_affixes affixes;
    struct ent_map forms, tags, scripts, entries, classes;
    struct ent_lexicon_fact *facts;
    size_t count, capacity;
    struct ent_arena arena; /* reset for every line */
    struct ent_buf form, text;
    bool failed;
};

void ent_lexicon_add(struct ent_lexicon_builder *builder, struct ent_str form,
                     struct ent_str lemma, struct ent_str tag);

/* Add the words of a file of actors' names (tab-separated, one record a line). */
enum ent_status ent_lexicon_names(struct ent_lexicon_builder *builder, const char *path,
                                  const char *lang, struct ent_error *error);

#endif
