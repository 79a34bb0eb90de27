#include "relation/story.h"

#include "relation/frames.h"

#include <stdlib.h>

/* Number the groups of the actors in order of the actors. */
static enum ent_status number_groups(struct ent_story *story,
                                     const struct ent_mentions *mentions,
                                     struct ent_error *error)
{
    struct ent_map names;
    ent_map_init(&names);
    for (uint32_t i = 0; i < mentions->actor_count; i++) {
        story->group_of[i] = ent_map_add(&names, mentions->actors[i].group, NULL);
        if (story->group_of[i] == ENT_MAP_NONE) {
            ent_map_clear(&names);
            return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
        }
    }
    story->group_count = names.size;
    ent_map_clear(&names);
    return ENT_OK;
}

static void count_uses(struct ent_story *story, const struct ent_mentions *mentions,
                       uint32_t sentences)
{
    uint32_t at = 0;
    for (uint32_t i = mentions->mention_count; i-- > 0;) {
        struct ent_story_group *group =
            &story->groups[ent_story_group_of(story, mentions, i)];
        group->uses++;
        group->first = i;
    }
    for (uint32_t s = 0; s <= sentences; s++) {
        while (at < mentions->mention_count && mentions->mentions[at].sentence < s)
            at++;
        story->sentence_start[s] = at;
    }
}

/* The groups named most; of equals the one named first. */
static void rank(struct ent_story *story)
{
    for (int i = 0; i < ENT_STORY_TOP; i++) {
        uint32_t best = UINT32_MAX;
        for (uint32_t g = 0; g < story->group_count; g++) {
            bool known = story->groups[g].uses == 0;
            for (int k = 0; k < i; k++)
                known |= story->top[k] == g;
            if (!known &&
                (best == UINT32_MAX || story->groups[g].uses > story->groups[best].uses ||
                 (story->groups[g].uses == story->groups[best].uses &&
                  story->groups[g].first < story->groups[best].first)))
                best = g;
        }
        story->top[i] = best;
    }
}

enum ent_status ent_story_start(struct ent_story *story, struct ent_document *document,
                                const struct ent_mentions *mentions,
                                struct ent_error *error)
{
    *story = (struct ent_story){0};
    ent_map_init(&story->ties);
    ent_map_init(&story->hints);
    story->group_of = ent_arena_array(&document->arena, (size_t)mentions->actor_count + 1,
                                      sizeof *story->group_of);
    story->groups = ent_arena_array(&document->arena, (size_t)mentions->actor_count + 1,
                                    sizeof *story->groups);
    story->sentence_start =
        ent_arena_array(&document->arena, (size_t)document->sentence_count + 1,
                        sizeof *story->sentence_start);
    if (!story->group_of || !story->groups || !story->sentence_start)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    enum ent_status status = number_groups(story, mentions, error);
    if (status != ENT_OK)
        return status;
    count_uses(story, mentions, document->sentence_count);
    rank(story);
    return ENT_OK;
}

void ent_story_clear(struct ent_story *story)
{
    ent_map_clear(&story->ties);
    ent_map_clear(&story->hints);
    free(story->tie_relations);
    free(story->hint_chances);
    story->tie_relations = NULL;
    story->hint_chances = NULL;
}

void ent_story_reach(struct ent_story *story, const struct ent_mentions *mentions,
                     uint32_t sentence)
{
    for (; story->seen < story->sentence_start[sentence]; story->seen++)
        story->groups[ent_story_group_of(story, mentions, story->seen)].last =
            story->seen + 1;
}

static struct ent_str key_of(uint32_t pair[2])
{
    return (struct ent_str){(const char *)pair, 2 * sizeof *pair};
}

enum ent_status ent_story_tell(struct ent_story *story, uint32_t source, uint32_t target,
                               int relation, struct ent_error *error)
{
    uint32_t pair[2] = {source, target};
    bool added;
    uint32_t tie = ent_map_add(&story->ties, key_of(pair), &added);
    if (tie == ENT_MAP_NONE ||
        !ent_frames_grow((void **)&story->tie_relations, &story->tie_capacity, tie,
                         sizeof *story->tie_relations))
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    if (added)
        story->tie_relations[tie] = 0;
    story->tie_relations[tie] |= 1U << relation;
    story->groups[source].did |= 1U << relation;
    story->groups[target].suffered |= 1U << relation;
    story->groups[source].partner = target + 1;
    story->groups[target].partner = source + 1;
    story->groups[source].hostile = story->groups[target].hostile =
        ent_relation_sign((enum ent_relation_type)relation) < 0;
    return ENT_OK;
}

uint32_t ent_story_tie(const struct ent_story *story, uint32_t source, uint32_t target)
{
    uint32_t pair[2] = {source, target};
    uint32_t tie = ent_map_find(&story->ties, key_of(pair));
    return tie == ENT_MAP_NONE ? 0 : story->tie_relations[tie];
}

enum ent_status ent_story_hint(struct ent_story *story, uint32_t source, uint32_t target,
                               int relation, double chance, double *all,
                               struct ent_error *error)
{
    bool turned =
        ent_relation_symmetric((enum ent_relation_type)relation) && source > target;
    uint32_t act[3] = {turned ? target : source, turned ? source : target,
                       (uint32_t)relation};
    bool added;
    uint32_t hint = ent_map_add(&story->hints,
                                (struct ent_str){(const char *)act, sizeof act}, &added);
    if (hint == ENT_MAP_NONE ||
        !ent_frames_grow((void **)&story->hint_chances, &story->hint_capacity, hint,
                         sizeof *story->hint_chances))
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    if (added)
        story->hint_chances[hint] = 0;
    story->hint_chances[hint] = 1 - (1 - story->hint_chances[hint]) * (1 - chance);
    *all = story->hint_chances[hint];
    return ENT_OK;
}
