/* plover.c: the PLOVER event type of a relation, from the frame that found it and the
 * status of the act. Halterman et al. (2023), PLOVER and POLECAT: A New Political Event
 * Ontology. */
#include "relation/finder.h"

int ent_plover_class(const struct ent_frames *frames, struct ent_str name)
{
    for (int i = 0; i < frames->plover.count; i++)
        if (ent_str_eq(frames->plover.names[i], name))
            return i;
    return -1;
}

/* The number of a class, adding it; -1 when there is no room or memory. */
static int add_class(struct ent_frames *frames, struct ent_str name)
{
    struct ent_plover *plover = &frames->plover;
    int known = ent_plover_class(frames, name);
    if (known >= 0 || name.size == 0 || plover->count == ENT_PLOVER_MAX)
        return known;
    struct ent_str copy = ent_arena_dup(&frames->arena, name);
    if (!copy.data)
        return -1;
    for (int i = 0; i < ENT_RELATION_STATUS_COUNT; i++)
        plover->shifted[plover->count][i] = (int8_t)plover->count;
    plover->names[plover->count] = copy;
    return plover->count++;
}

static enum ent_status parse_class(struct ent_frames *frames, struct ent_str line,
                                   struct ent_error *error)
{
    static const enum ent_relation_status SHIFTS[] = {ENT_PLANNED, ENT_DENIED,
                                                      ENT_HYPOTHETICAL};
    struct ent_str name, column;
    int class = ent_str_split(&line, '\t', &name) ? add_class(frames, name) : -1;
    for (int i = 0; i < 3 && class >= 0; i++) {
        int other = -1;
        bool given = ent_str_split(&line, '\t', &column);
        if (!given ||
            (!ent_str_is(column, "-") && (other = add_class(frames, column)) < 0))
            return ent_fail(error, ENT_EFORMAT, 0, "a class and three more expected");
        frames->plover.shifted[class][SHIFTS[i]] = (int8_t)other;
    }
    return class >= 0 ? ENT_OK : ent_fail(error, ENT_EFORMAT, 0, "no name, or too many");
}

enum ent_status ent_plover_parse(struct ent_frames *frames, struct ent_language *language,
                                 struct ent_str line, struct ent_error *error)
{
    struct ent_str what, name, class;
    (void)language;
    ent_str_split(&line, '\t', &what);
    if (ent_str_is(what, "class"))
        return parse_class(frames, line, error);
    if (!ent_str_is(what, "relation") || !ent_str_split(&line, '\t', &name) ||
        !ent_str_split(&line, '\t', &class))
        return ent_fail(error, ENT_EFORMAT, 0, "neither a class nor a relation's");
    int type = ent_relation_type_of(name), number = ent_plover_class(frames, class);
    if (type < 0 || number < 0)
        return ent_fail(error, ENT_EFORMAT, 0, "unknown relation or class");
    frames->plover.of_relation[type] = (int8_t)number;
    return ENT_OK;
}

struct ent_str ent_plover_of(const struct ent_frames *frames,
                             const struct ent_event *event)
{
    const struct ent_plover *plover = &frames->plover;
    /* What follows from a match may be another relation than the frame's. */
    bool own = event->frame && event->frame->relation == event->relation &&
               event->frame->plover >= 0;
    int class = own ? event->frame->plover : plover->of_relation[event->relation];
    if (class >= 0)
        class = plover->shifted[class][event->status];
    return class >= 0 ? plover->names[class] : (struct ent_str){NULL, 0};
}
