/* claim.c: a victim who says who attacked or jailed it accuses him of it. */
#include "relation/finder.h"

/* Is the last event a wrong done to the claimant's own side? Others only tell of it. */
static bool blames(const struct ent_finder *finder, uint32_t claimant)
{
    const struct ent_event *event = &finder->events[finder->event_count - 1];
    struct ent_str group = ent_actor_of(finder, claimant)->group;
    return event->status == ENT_ALLEGED && !event->bridged
           && (event->relation == ENT_ATTACKS || event->relation == ENT_COERCES)
           && ent_str_eq(group, ent_actor_of(finder, event->target)->group)
           && !ent_str_eq(group, ent_actor_of(finder, event->source)->group);
}

enum ent_status ent_claim_accusation(struct ent_finder *finder, uint32_t claimant,
                                     struct ent_error *error)
{
    if (!blames(finder, claimant))
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
    finder->events[finder->event_count++] = event;
    return ENT_OK;
}
