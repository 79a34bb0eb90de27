/* organisation.h: runs of capitalised words (unknown.c) that name organisations. */
#ifndef ENTENTE_ACTOR_ORGANISATION_H
#define ENTENTE_ACTOR_ORGANISATION_H

#include "actor/find.h"

struct run {
    int32_t first, last; /* words */
    unsigned units, known, words;
};

/* Is the word, a noun of the word lists, part of a name ("Andes Press", "le Parti Social
 * Libéral", "the Coalition for Change")? */
bool find_is_noun_of_name(const struct find *find, const struct sentence_info *info,
                          int32_t w);
/* The last word of an organisation's name that begins with the run. */
int32_t find_organisation_end(const struct find *find, const struct sentence_info *info,
                              struct run run);
/* The known organisation that the name is an organ of, or NULL. */
const struct name *find_parent_body(const struct find *find,
                                    const struct sentence_info *info, struct run run);

#endif
