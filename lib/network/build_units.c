/* build_units.c: which evidence speaks for which arc. */
#include "network/build.h"

#include "base/large.h"

#include "network/sort.h"
#include "network/table.h"

/* The vertex that a party belongs to. */
static struct ent_str vertex_name(const struct builder *builder, uint32_t party)
{
    const struct party *item = &builder->aggregate->parties[party];
    struct ent_str group = aggregate_string(builder->aggregate, item->group);
    struct ent_str actor = aggregate_string(builder->aggregate, item->actor);
    const struct ent_build *build = builder->build;
    if (build->by_actor && actor.size > 0)
        return actor;
    if (build->rolled) {
        uint32_t rolled = ent_map_find(build->rolled, group);
        if (rolled != ENT_MAP_NONE)
            return build->roll_to[rolled];
    }
    return group;
}

static bool wanted_vertex(const struct builder *builder, struct ent_str name)
{
    const struct ent_map *actors = builder->build->actors;
    return !actors || ent_map_find(actors, name) != ENT_MAP_NONE;
}

/* Names of the tie's ends, by number in `names`; false if it would be a loop or touches
 * unwanted actors. */
static bool tie_ends(const struct builder *builder, const struct tie *tie,
                     uint32_t *source, uint32_t *target)
{
    *source = builder->name_of[tie->source];
    *target = builder->name_of[tie->target];
    return *source != *target && *source != ENT_MAP_NONE && *target != ENT_MAP_NONE;
}

static bool wanted_tie(const struct builder *builder, const struct tie *tie)
{
    const struct ent_build *build = builder->build;
    struct ent_str date = aggregate_string(builder->aggregate, tie->date);
    return (!build->relations || (build->relations >> tie->type & 1)) &&
           (!build->statuses || (build->statuses >> tie->status & 1)) &&
           ent_date_inside(date, build->from, build->to);
}

struct named {
    struct ent_str name;
    uint32_t key;
};

static int compare_named(const void *a, const void *b)
{
    return ent_str_cmp(((const struct named *)a)->name, ((const struct named *)b)->name);
}

/* The name of each party's vertex; ENT_MAP_NONE if it is unwanted. */
static bool name_parties(struct builder *builder)
{
    uint32_t parties = builder->aggregate->party_keys.size;
    builder->name_of = malloc(((size_t)parties + 1) * sizeof *builder->name_of);
    if (!builder->name_of)
        return false;
    for (uint32_t i = 0; i < parties; i++) {
        struct ent_str name = vertex_name(builder, i);
        builder->name_of[i] = ENT_MAP_NONE;
        if (!wanted_vertex(builder, name))
            continue;
        builder->name_of[i] = ent_map_add(&builder->names, name, NULL);
        if (builder->name_of[i] == ENT_MAP_NONE)
            return false;
    }
    return true;
}

/* Number the names that stand in a tie, in their byte order. `number` holds 1 for those
 * on the way in. */
static bool number_names(struct builder *builder)
{
    uint32_t names = builder->names.size, count = 0;
    struct named *sorted = malloc(((size_t)names + 1) * sizeof *sorted);
    if (!sorted)
        return false;
    for (uint32_t i = 0; i < names; i++) {
        if (builder->number[i])
            sorted[count++] = (struct named){builder->names.keys[i], i};
        builder->number[i] = UINT32_MAX;
    }
    if (count > 0)
        sort_if_needed(sorted, count, sizeof *sorted, compare_named);
    bool fine = ent_network_reserve(builder->network, count, 0);
    for (uint32_t i = 0; fine && i < count; i++) {
        builder->number[sorted[i].key] = i;
        builder->vertex_at[i] = sorted[i].key;
        fine = ent_network_add_vertex(builder->network) == i;
    }
    free(sorted);
    return fine;
}

static bool number_vertices(struct builder *builder)
{
    const struct ent_aggregate *aggregate = builder->aggregate;
    if (!name_parties(builder))
        return false;
    size_t room = (size_t)builder->names.size + 1;
    builder->number = calloc(room, sizeof *builder->number);
    builder->vertex_at = malloc(room * sizeof *builder->vertex_at);
    if (!builder->number || !builder->vertex_at)
        return false;
    for (uint32_t i = 0; i < aggregate->tie_count; i++) {
        uint32_t source, target;
        if (tie_ends(builder, &aggregate->ties[i], &source, &target))
            builder->number[source] = builder->number[target] = 1;
    }
    return number_names(builder);
}

static bool push_unit(struct builder *builder, struct unit unit)
{
    if (builder->unit_count == builder->unit_capacity) {
        size_t capacity = builder->unit_capacity ? builder->unit_capacity * 2 : 1024;
        struct unit *units = realloc(builder->units, capacity * sizeof *units);
        if (!units)
            return false;
        builder->units = units;
        ent_large(units, capacity * sizeof *units);
        builder->unit_capacity = capacity;
    }
    builder->units[builder->unit_count++] = unit;
    return true;
}

/* The evidence of one tie, as one arc or, for a symmetric relation, two. */
static bool push_tie(struct builder *builder, uint32_t rank)
{
    const struct ent_aggregate *aggregate = builder->aggregate;
    const struct ent_build *build = builder->build;
    uint32_t index = aggregate->order[rank];
    const struct tie *tie = &aggregate->ties[index];
    uint32_t source, target;
    if (!wanted_tie(builder, tie) || !tie_ends(builder, tie, &source, &target))
        return true;
    uint32_t from = builder->number[source], to = builder->number[target];
    bool symmetric = ent_relation_symmetric((enum ent_relation_type)tie->type);
    bool swapped = (build->undirected || symmetric) && from > to;
    for (size_t i = aggregate->starts[rank]; i < aggregate->starts[rank + 1]; i++) {
        const struct evidence *evidence = &aggregate->evidence[i];
        uint32_t document = aggregate->document_rank[evidence->document];
        if (evidence->confidence < build->min_confidence ||
            (build->document_weight && build->document_weight[document] <= 0))
            continue;
        struct unit unit = {.from = swapped ? to : from,
                            .to = swapped ? from : to,
                            .type = tie->type,
                            .status = tie->status,
                            .document = document,
                            .hash = evidence->hash,
                            .date = tie->date,
                            .tie = index,
                            .count = evidence->count};
        if (!push_unit(builder, unit))
            return false;
        if (!symmetric || build->undirected)
            continue;
        unit.from = swapped ? from : to;
        unit.to = swapped ? to : from;
        unit.mirrored = true;
        if (!push_unit(builder, unit))
            return false;
    }
    return true;
}

static int compare_units(const void *a, const void *b)
{
    const struct unit *x = a, *y = b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    if (x->to != y->to)
        return x->to < y->to ? -1 : 1;
    if (x->type != y->type)
        return x->type < y->type ? -1 : 1;
    if (x->document != y->document)
        return x->document < y->document ? -1 : 1;
    if (x->status != y->status)
        return x->status < y->status ? -1 : 1;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    /* The same sentence may date two events. */
    return x->date < y->date ? -1 : x->date > y->date;
}

static uint32_t unit_from(const void *unit)
{
    return ((const struct unit *)unit)->from;
}

static uint32_t unit_to(const void *unit)
{
    return ((const struct unit *)unit)->to;
}

/* By arc in linear time, then what speaks for one arc among itself. */
static bool sort_units(struct builder *builder)
{
    uint32_t vertices = builder->network->vertices.row_count;
    size_t count = builder->unit_count;
    struct unit *units = builder->units, *room = malloc((count + 1) * sizeof *room);
    bool fine = room &&
                sort_by_number(units, room, count, sizeof *units, vertices, unit_to) &&
                sort_by_number(room, units, count, sizeof *units, vertices, unit_from);
    free(room);
    for (size_t i = 0, next; fine && i < count; i = next) {
        for (next = i + 1; next < count && units[next].from == units[i].from &&
                           units[next].to == units[i].to;)
            next++;
        sort_if_needed(units + i, next - i, sizeof *units, compare_units);
    }
    return fine;
}

/* Age counts from the end of the period asked for, else from the latest evidence. */
static double newest_day(const struct builder *builder)
{
    struct ent_str to = builder->build->to, last = {NULL, 0};
    if (to.size == 10)
        return (double)ent_date_days(to);
    for (size_t i = 0; i < builder->unit_count; i++) {
        struct ent_str date =
            aggregate_string(builder->aggregate, builder->units[i].date);
        if (date.size > 0 && (last.size == 0 || ent_str_cmp(date, last) > 0))
            last = date;
    }
    return last.size ? (double)ent_date_days(last) : 0;
}

bool build_units(struct builder *builder)
{
    if (!number_vertices(builder))
        return false;
    for (uint32_t i = 0; i < builder->aggregate->tie_count; i++) {
        if (!push_tie(builder, i))
            return false;
    }
    if (!sort_units(builder))
        return false;
    if (builder->build->half_life > 0)
        builder->newest = newest_day(builder);
    return true;
}
