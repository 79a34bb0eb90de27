/* owner.h: the search for the owners of one noun, shared by owner.c and patron.c. */
#ifndef ENTENTE_ACTOR_OWNER_H
#define ENTENTE_ACTOR_OWNER_H

#include "actor/find.h"

struct owner_search {
    struct find *find;
    struct sentence_info *info;
    struct noun *noun;
    struct owners *found;
};

/* The mention of the noun reaches over these words, too. */
void find_owner_stretch(struct owner_search *search, int32_t first, int32_t last);
void find_owner_add(struct owner_search *search, uint32_t actor);
/* The name or noun that covers the word owns the phrase; false if it is no owner. */
bool find_owner_take(struct owner_search *search, int32_t w);
/* patron.c: for whom the people that the noun means act. */
void find_owner_patron(struct owner_search *search);

#endif
