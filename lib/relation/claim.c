/* claim.c: a victim who says who attacked or jailed it accuses him of it; so does a power
 * that says who attacked another. */
#include "relation/finder.h"

#include <math.h>

/* Words that often mean no attack ("toucher") make no reproach of a statement. */
static const float SURE_FRAME = 0.75F;

/* Can who claims something be taken to reproach others with it? Media and unknown voices
 * only tell of it, "according to" only gives a source. */
static bool reproaches(const struct ent_finder *finder, uint32_t claimant)
{
    struct ent_str kind = ent_actor_of(finder, claimant)->kind;
    int32_t head = finder->mentions->mentions[claimant].head;
    if (head < 1 || head > finder->view.count ||
        finder->view.nodes[head].prep != ENT_WORD_NONE)
        return false;
    return !ent_str_is(kind, "media") && !ent_str_is(kind, "unknown") &&
           !ent_str_is(kind, "people") && !ent_str_is(kind, "agency");
}

/* How surely the last event, as the claimant tells it, is a reproach: 0 for none. A wrong
 * done to its own side is one; an attack on a third party is one most often. */
static float blames(const struct ent_finder *finder, uint32_t claimant)
{
    const struct ent_event *event = &finder->events[finder->event_count - 1];
    struct ent_str group = ent_actor_of(finder, claimant)->group;
    if (event->status != ENT_ALLEGED || event->bridged ||
        ent_str_eq(group, ent_actor_of(finder, event->source)->group))
        return 0.0F;
    if (ent_str_eq(group, ent_actor_of(finder, event->target)->group))
        return event->relation == ENT_ATTACKS || event->relation == ENT_COERCES ? 1.0F
                                                                                : 0.0F;
    if (!reproaches(finder, claimant))
        return 0.0F;
    struct ent_str kind = ent_actor_of(finder, event->target)->kind;
    bool arms = event->relation == ENT_AIDS || event->relation == ENT_SPONSORS;
    if (arms && ent_str_is(kind, "armed_group"))
        return 0.7F; /* "says that Teheran arms the militias" */
    return event->relation == ENT_ATTACKS   ? 0.85F
           : event->relation == ENT_COERCES ? 0.7F
                                            : 0.0F;
}

enum ent_status ent_claim_accusation(struct ent_finder *finder, uint32_t claimant,
                                     struct ent_error *error)
{
    float sure = blames(finder, claimant);
    if (sure <= 0.0F)
        return ENT_OK;
    if (!ent_frames_grow((void **)&finder->events, &finder->event_capacity,
                         finder->event_count, sizeof *finder->events))
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    struct ent_event event = finder->events[finder->event_count - 1];
    event.relation = ENT_ACCUSES;
    event.status = ENT_ASSERTED;
    event.target = event.source;
    event.source = claimant;
    event.claimant = ENT_STR("");
    event.confidence *= 0.75F;
    event.odds += log(sure);
    finder->events[finder->event_count++] = event;
    return ENT_OK;
}

enum ent_status ent_claim_unaimed(struct ent_finder *finder,
                                  const struct ent_match *match,
                                  const struct ent_pairs *pairs, struct ent_error *error)
{
    struct ent_fillers speakers = {.count = 0};
    struct ent_stance stance = {ENT_ASSERTED, 0};
    bool harms =
        match->frame->relation == ENT_ATTACKS || match->frame->relation == ENT_COERCES;
    if (harms && match->frame->weight >= SURE_FRAME &&
        (match->frame->kind == ENT_TRIGGER_VERB ||
         match->frame->kind == ENT_TRIGGER_NOUN))
        stance = ent_stance_of(&finder->view, match->frame, match->head);
    if (stance.status != ENT_ALLEGED || !stance.claimant)
        return ENT_OK;
    ent_fill(&finder->view, stance.claimant, 0, 1.0F, &speakers);
    if (speakers.count == 0 || !reproaches(finder, speakers.items[0].mention))
        return ENT_OK;
    for (int i = 0; i < pairs->sources.count; i++) {
        struct ent_pair pair = {.source = speakers.items[0].mention,
                                .target = pairs->sources.items[i].mention,
                                .quality = 0.75F * pairs->sources.items[i].quality,
                                .how_source = ENT_SLOT_SUBJ,
                                .how_target = ENT_SLOT_CLAUSE};
        if (ent_same_group(finder, pair.source, pair.target))
            continue;
        enum ent_status status = ent_event_add(finder, match, &pair, ENT_ACCUSES, error);
        if (status != ENT_OK)
            return status;
    }
    return ENT_OK;
}
