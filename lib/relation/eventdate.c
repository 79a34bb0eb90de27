/* eventdate.c: when an event took place, from expressions in its sentence. */
#include "relation/finder.h"

struct ent_str ent_event_date(const struct ent_view *view, int32_t trigger,
                              struct ent_arena *arena)
{
    (void)view;
    (void)trigger;
    (void)arena;
    return (struct ent_str){NULL, 0};
}
