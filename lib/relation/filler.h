/* filler.h: from a word in an argument position to the actors that it stands for. */
#ifndef ENTENTE_RELATION_FILLER_H
#define ENTENTE_RELATION_FILLER_H

#include "relation/clause.h"

struct ent_filler {
    uint32_t mention; /* index into the mentions */
    float quality;    /* 0..1 */
    bool owner;       /* found behind a thing that belongs to the actor */
};

#define ENT_FILLERS_MAX 24

struct ent_fillers {
    struct ent_filler items[ENT_FILLERS_MAX];
    int count;
};

enum {
    ENT_FILL_OWNER = 1, /* look behind things to their owner */
    ENT_FILL_PLACE = 2, /* places count as actors */
    ENT_FILL_LIST = 4,  /* coordinated words too */
    ENT_FILL_OPEN = 8,  /* phrases that are no known actors count: see open.h */
    ENT_FILL_HIT = 16,  /* of a target, which may be a thing */
    ENT_FILL_LOOP = 32, /* and so do phrases that stand for an actor already */
};

/* Add the actors that the word stands for. */
void ent_fill(const struct ent_view *view, int32_t word, unsigned flags, float quality,
              struct ent_fillers *fillers);

/* The head of the first name given as an example of the group at `word`, 0 if none. */
int32_t ent_example_of(const struct ent_view *view, int32_t word);

#endif
