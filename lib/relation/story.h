/* story.h: what a document has told so far: which groups it names how often, where it
 * named them last, who did what to whom. It gives the roles that a sentence leaves out.
 */
#ifndef ENTENTE_RELATION_STORY_H
#define ENTENTE_RELATION_STORY_H

#include <entente/actor.h>
#include <entente/map.h>

#define ENT_STORY_TOP 3

struct ent_story_group {
    uint32_t uses;          /* mentions, pronouns included */
    uint32_t first;         /* first mention */
    uint32_t last;          /* last mention before the sentence at hand + 1, 0 = none */
    uint32_t did, suffered; /* bits of relations */
    uint32_t partner;       /* group it was last tied to + 1, 0 = none */
    bool hostile;           /* that tie */
};

struct ent_story {
    uint32_t *group_of; /* [actor_count] number of the actor's group */
    /* [sentence_count + 1] first mention of the sentence or later */
    uint32_t *sentence_start;
    struct ent_story_group *groups; /* [group_count] */
    uint32_t group_count;
    uint32_t top[ENT_STORY_TOP]; /* the groups named most, UINT32_MAX if fewer */
    uint32_t seen;               /* mentions before the sentence at hand */
    uint32_t told;               /* events that are counted */
    struct ent_map ties;         /* ordered pairs of groups */
    uint32_t *tie_relations;     /* bits of relations, by number of the tie */
    uint32_t tie_capacity;
    struct ent_map hints; /* (source, target, relation) */
    double *hint_chances; /* that one of the hints so far is right, by number */
    uint32_t hint_capacity;
};

/* Count the document's groups. The arrays live in its arena. */
enum ent_status ent_story_start(struct ent_story *story, struct ent_document *document,
                                const struct ent_mentions *mentions,
                                struct ent_error *error);
void ent_story_clear(struct ent_story *story);

/* All sentences before this one have been read. */
void ent_story_reach(struct ent_story *story, const struct ent_mentions *mentions,
                     uint32_t sentence);

/* Someone did something to someone (numbers of groups). */
enum ent_status ent_story_tell(struct ent_story *story, uint32_t source, uint32_t target,
                               int relation, struct ent_error *error);

/* Bits of the relations told so far from one group to another. */
uint32_t ent_story_tie(const struct ent_story *story, uint32_t source, uint32_t target);

/* A trigger hints with that chance at an act; `*all` is the chance that one of the hints
 * at it so far is right. */
enum ent_status ent_story_hint(struct ent_story *story, uint32_t source, uint32_t target,
                               int relation, double chance, double *all,
                               struct ent_error *error);

static inline uint32_t ent_story_group_of(const struct ent_story *story,
                                          const struct ent_mentions *mentions,
                                          uint32_t mention)
{
    return story->group_of[mentions->mentions[mention].actor];
}

#endif
