/* compare.c: what changed from one network to another. */
#include "measure/compare.h"

#include <stdlib.h>

static enum ent_status no_memory(struct comparer *comparer)
{
    return ent_fail(comparer->error, ENT_EMEMORY, 0, "out of memory");
}

/* Number the vertices of both networks by their names. */
static enum ent_status match_vertices(struct comparer *comparer)
{
    for (int side = 0; side < 2; side++) {
        const struct ent_network *network = comparer->networks[side];
        uint32_t count = network->vertices.row_count;
        comparer->id[side] = malloc(((size_t)count + 1) * sizeof(uint32_t));
        if (!comparer->id[side])
            return no_memory(comparer);
        for (uint32_t i = 0; i < count; i++) {
            struct ent_str name = ent_network_name(network, i, &comparer->scratch);
            uint32_t id = ent_map_add(&comparer->names, name, NULL);
            if (id == ENT_MAP_NONE)
                return no_memory(comparer);
            comparer->id[side][i] = id;
        }
    }
    uint32_t size = comparer->names.size;
    for (int side = 0; side < 2; side++) {
        comparer->vertex[side] = malloc(((size_t)size + 1) * sizeof(uint32_t));
        if (!comparer->vertex[side])
            return no_memory(comparer);
        for (uint32_t i = 0; i < size; i++)
            comparer->vertex[side][i] = UINT32_MAX;
        for (uint32_t i = 0; i < comparer->networks[side]->vertices.row_count; i++)
            comparer->vertex[side][comparer->id[side][i]] = i;
    }
    return ENT_OK;
}

static int compare_pairs(const void *a, const void *b)
{
    const struct pair *x = a, *y = b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return x->to < y->to ? -1 : x->to > y->to;
}

/* The ties of a network by pair of ids, strengths of parallel arcs summed. */
static enum ent_status collect_pairs(struct comparer *comparer, int side)
{
    const struct ent_network *network = comparer->networks[side];
    uint32_t arcs = network->edges.row_count;
    double *strength = malloc(((size_t)arcs + 1) * sizeof *strength);
    struct pair *pairs = malloc(((size_t)arcs + 1) * sizeof *pairs);
    comparer->pairs[side] = pairs;
    if (!strength || !pairs) {
        free(strength);
        return no_memory(comparer);
    }
    ent_network_strength(network, strength);
    bool directed = comparer->networks[0]->directed && comparer->networks[1]->directed;
    for (uint32_t i = 0; i < arcs; i++) {
        uint32_t from = comparer->rank[comparer->id[side][network->arcs[i].from]];
        uint32_t to = comparer->rank[comparer->id[side][network->arcs[i].to]];
        bool swap = !directed && from > to;
        pairs[i] = (struct pair){swap ? to : from, swap ? from : to, strength[i]};
    }
    free(strength);
    qsort(pairs, arcs, sizeof *pairs, compare_pairs);
    size_t kept = 0;
    for (uint32_t i = 0; i < arcs; i++) {
        if (kept > 0 && compare_pairs(&pairs[kept - 1], &pairs[i]) == 0)
            pairs[kept - 1].strength += pairs[i].strength;
        else
            pairs[kept++] = pairs[i];
    }
    comparer->pair_count[side] = kept;
    return ENT_OK;
}

struct named {
    struct ent_str name;
    uint32_t id;
};

static int compare_named(const void *a, const void *b)
{
    return ent_str_cmp(((const struct named *)a)->name, ((const struct named *)b)->name);
}

/* Places of the ids in the order of names. */
static enum ent_status rank_names(struct comparer *comparer)
{
    uint32_t size = comparer->names.size;
    struct named *sorted = malloc(((size_t)size + 1) * sizeof *sorted);
    comparer->rank = malloc(((size_t)size + 1) * sizeof *comparer->rank);
    comparer->by_rank = malloc(((size_t)size + 1) * sizeof *comparer->by_rank);
    if (!sorted || !comparer->rank || !comparer->by_rank) {
        free(sorted);
        return no_memory(comparer);
    }
    for (uint32_t i = 0; i < size; i++)
        sorted[i] = (struct named){comparer->names.keys[i], i};
    qsort(sorted, size, sizeof *sorted, compare_named);
    for (uint32_t i = 0; i < size; i++) {
        comparer->rank[sorted[i].id] = i;
        comparer->by_rank[i] = sorted[i].id;
    }
    free(sorted);
    return ENT_OK;
}

static enum ent_status add_difference(struct comparer *comparer,
                                      struct ent_difference difference)
{
    struct ent_differences *all = comparer->differences;
    if (all->count == comparer->capacity) {
        size_t capacity = comparer->capacity ? comparer->capacity * 2 : 64;
        struct ent_difference *items = realloc(all->items, capacity * sizeof *items);
        if (!items)
            return no_memory(comparer);
        all->items = items;
        comparer->capacity = capacity;
    }
    difference.from = ent_arena_dup(&all->arena, difference.from);
    difference.to = ent_arena_dup(&all->arena, difference.to);
    if (!difference.from.data || !difference.to.data)
        return no_memory(comparer);
    all->items[all->count++] = difference;
    return ENT_OK;
}

static enum ent_status compare_vertices(struct comparer *comparer)
{
    struct ent_comparison *result = comparer->result;
    result->old_vertices = comparer->networks[0]->vertices.row_count;
    result->new_vertices = comparer->networks[1]->vertices.row_count;
    for (uint32_t i = 0; i < comparer->names.size; i++) {
        uint32_t id = comparer->by_rank[i];
        bool old = comparer->vertex[0][id] != UINT32_MAX;
        bool now = comparer->vertex[1][id] != UINT32_MAX;
        if (old && now) {
            result->common_vertices++;
            continue;
        }
        struct ent_difference difference = {false,
                                            now ? ENT_APPEARED : ENT_VANISHED,
                                            comparer->names.keys[id],
                                            {"", 0},
                                            NAN,
                                            NAN};
        enum ent_status status = add_difference(comparer, difference);
        if (status != ENT_OK)
            return status;
    }
    return ENT_OK;
}

static int sign_of(double value)
{
    return (value > 0) - (value < 0);
}

static enum ent_status compare_pair(struct comparer *comparer, const struct pair *old,
                                    const struct pair *now)
{
    const struct pair *any = old ? old : now;
    struct ent_difference difference = {
        true,
        !old   ? ENT_APPEARED
        : !now ? ENT_VANISHED
               : ENT_SIGN_CHANGED,
        comparer->names.keys[comparer->by_rank[any->from]],
        comparer->names.keys[comparer->by_rank[any->to]],
        old ? old->strength : NAN,
        now ? now->strength : NAN};
    if (old && now) {
        comparer->result->common_arcs++;
        if (sign_of(old->strength) == sign_of(now->strength))
            return ENT_OK;
        comparer->result->changed_signs++;
    }
    return add_difference(comparer, difference);
}

static enum ent_status compare_arcs(struct comparer *comparer)
{
    struct ent_comparison *result = comparer->result;
    const struct pair *old = comparer->pairs[0], *now = comparer->pairs[1];
    const struct pair *old_end = old + comparer->pair_count[0];
    const struct pair *now_end = now + comparer->pair_count[1];
    enum ent_status status = ENT_OK;
    while (status == ENT_OK && (old < old_end || now < now_end)) {
        int order = old == old_end ? 1 : now == now_end ? -1 : compare_pairs(old, now);
        status = compare_pair(comparer, order <= 0 ? old : NULL, order >= 0 ? now : NULL);
        old += order <= 0;
        now += order >= 0;
    }
    result->old_arcs = (uint32_t)comparer->pair_count[0];
    result->new_arcs = (uint32_t)comparer->pair_count[1];
    uint32_t either = result->old_arcs + result->new_arcs - result->common_arcs;
    result->jaccard = either ? (double)result->common_arcs / either : NAN;
    return status;
}

static void comparer_clear(struct comparer *comparer)
{
    ent_map_clear(&comparer->names);
    ent_arena_clear(&comparer->scratch);
    free(comparer->rank);
    free(comparer->by_rank);
    for (int side = 0; side < 2; side++) {
        free(comparer->id[side]);
        free(comparer->vertex[side]);
        free(comparer->pairs[side]);
    }
}

/* Give the network the measure's column if it has none. */
static enum ent_status ensure_measure(struct ent_network *network,
                                      enum ent_measure measure, struct ent_error *error)
{
    if (ent_table_find(&network->vertices, ent_measure_name(measure)))
        return ENT_OK;
    return ent_measure_network(network, ENT_MEASURE_BIT(measure), NULL, NULL, error);
}

enum ent_status ent_network_compare(struct ent_network *before, struct ent_network *after,
                                    enum ent_measure measure,
                                    struct ent_comparison *comparison,
                                    struct ent_differences *differences,
                                    struct ent_error *error)
{
    struct comparer comparer;
    memset(&comparer, 0, sizeof comparer);
    memset(differences, 0, sizeof *differences);
    memset(comparison, 0, sizeof *comparison);
    comparer.networks[0] = before;
    comparer.networks[1] = after;
    comparer.result = comparison;
    comparer.differences = differences;
    comparer.error = error;
    enum ent_status status = ensure_measure(before, measure, error);
    if (status == ENT_OK)
        status = ensure_measure(after, measure, error);
    if (status == ENT_OK)
        status = match_vertices(&comparer);
    if (status == ENT_OK)
        status = rank_names(&comparer);
    for (int side = 0; side < 2 && status == ENT_OK; side++)
        status = collect_pairs(&comparer, side);
    if (status == ENT_OK)
        status = compare_vertices(&comparer);
    if (status == ENT_OK)
        status = compare_arcs(&comparer);
    if (status == ENT_OK)
        status = compare_ranks(&comparer, measure);
    if (status == ENT_OK)
        status = compare_camps(&comparer);
    comparer_clear(&comparer);
    return status;
}

void ent_differences_clear(struct ent_differences *differences)
{
    ent_arena_clear(&differences->arena);
    free(differences->items);
    memset(differences, 0, sizeof *differences);
}
