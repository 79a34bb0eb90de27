/* dynamic_network.c: camps through time as one network with a column per period. */
#include <entente/buf.h>
#include <entente/dynamic.h>

#include "measure/columns.h"

#include <math.h>
#include <stdlib.h>

struct union_writer {
    const struct ent_dynamic *dynamic;
    const struct ent_network *slices;
    struct ent_network *network;
};

/* A text column, each actor's value as the first period gives it. */
static enum ent_status copy_texts(struct union_writer *writer, const char *name)
{
    const struct ent_dynamic *dynamic = writer->dynamic;
    struct ent_network *network = writer->network;
    struct ent_column *column = NULL;
    for (uint32_t i = 0; i < dynamic->graph.vertex_count; i++) {
        const struct ent_column *source =
            ent_table_find(&writer->slices[dynamic->slice[i]].vertices, name);
        if (!source || source->type != ENT_TYPE_STRING ||
            !source->strings[dynamic->vertex[i]].data)
            continue;
        if (!column) /* no column if no period has it */
            column = ent_table_column(network, &network->vertices, name, ENT_TYPE_STRING);
        if (!column)
            return ENT_EMEMORY;
        if (!column->strings[dynamic->actor[i]].data &&
            ent_column_set(network, column, dynamic->actor[i],
                           source->strings[dynamic->vertex[i]]) != ENT_OK)
            return ENT_EMEMORY;
    }
    return ENT_OK;
}

static enum ent_status add_actors(struct union_writer *writer)
{
    for (uint32_t a = 0; a < writer->dynamic->actor_count; a++)
        if (ent_network_add_vertex(writer->network) == UINT32_MAX)
            return ENT_EMEMORY;
    static const char *const texts[] = {"name", "label", "kind", "country"};
    enum ent_status status = ENT_OK;
    for (int t = 0; t < 4 && status == ENT_OK; t++)
        status = copy_texts(writer, texts[t]);
    return status;
}

struct summed {
    uint32_t from, to;
    double strength;
};

static int compare_summed(const void *left, const void *right)
{
    const struct summed *a = left, *b = right;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    return a->to < b->to ? -1 : a->to > b->to;
}

/* The arcs of all periods as pairs of actors, sorted. */
static struct summed *collect_arcs(const struct union_writer *writer, size_t *count)
{
    const struct ent_dynamic *dynamic = writer->dynamic;
    size_t most = 0;
    for (uint32_t s = 0; s < dynamic->slice_count; s++)
        most += writer->slices[s].edges.row_count;
    struct summed *arcs = malloc((most + 1) * sizeof *arcs);
    double *strength = malloc((most + 1) * sizeof *strength);
    *count = 0;
    for (uint32_t s = 0; arcs && strength && s < dynamic->slice_count; s++) {
        const struct ent_network *slice = &writer->slices[s];
        const struct ent_column *name = ent_table_find(&slice->vertices, "name");
        ent_network_strength(slice, strength);
        for (uint32_t a = 0; a < slice->edges.row_count; a++) {
            if (!isfinite(strength[a]) || strength[a] == 0)
                continue;
            uint32_t u = ent_map_find(&dynamic->map, name->strings[slice->arcs[a].from]);
            uint32_t v = ent_map_find(&dynamic->map, name->strings[slice->arcs[a].to]);
            if (u != ENT_MAP_NONE && v != ENT_MAP_NONE)
                arcs[(*count)++] = (struct summed){u, v, strength[a]};
        }
    }
    if (!strength) {
        free(arcs);
        arcs = NULL;
    }
    free(strength);
    return arcs;
}

/* From keys of the map to actors, which are sorted by name. */
static void renumber(const struct ent_dynamic *dynamic, struct summed *arcs, size_t count,
                     uint32_t *actor_of)
{
    for (uint32_t a = 0; a < dynamic->actor_count; a++)
        actor_of[ent_map_find(&dynamic->map, dynamic->names[a])] = a;
    for (size_t i = 0; i < count; i++) {
        arcs[i].from = actor_of[arcs[i].from];
        arcs[i].to = actor_of[arcs[i].to];
    }
    qsort(arcs, count, sizeof *arcs, compare_summed);
}

static enum ent_status add_arcs(struct union_writer *writer)
{
    struct ent_network *network = writer->network;
    size_t count = 0;
    struct summed *arcs = collect_arcs(writer, &count);
    uint32_t *actor_of =
        malloc(((size_t)writer->dynamic->actor_count + 1) * sizeof *actor_of);
    enum ent_status status = arcs && actor_of ? ENT_OK : ENT_EMEMORY;
    if (status == ENT_OK)
        renumber(writer->dynamic, arcs, count, actor_of);
    struct ent_column *weight =
        ent_table_column(network, &network->edges, "weight", ENT_TYPE_DOUBLE);
    if (!weight || !ent_table_column(network, &network->edges, "sign", ENT_TYPE_INT))
        status = ENT_EMEMORY;
    for (size_t i = 0, end; i < count && status == ENT_OK; i = end) {
        double sum = 0;
        for (end = i; end < count && compare_summed(&arcs[end], &arcs[i]) == 0; end++)
            sum += arcs[end].strength;
        if (sum == 0)
            continue;
        uint32_t arc = ent_network_add_arc(network, arcs[i].from, arcs[i].to);
        if (arc == UINT32_MAX) {
            status = ENT_EMEMORY;
            break;
        }
        ent_table_find(&network->edges, "weight")->doubles[arc] = fabs(sum);
        ent_table_find(&network->edges, "sign")->ints[arc] = sum > 0 ? 1 : -1;
    }
    free(arcs);
    free(actor_of);
    return status;
}

/* Columns of one period. */
static enum ent_status add_period(struct union_writer *writer, uint32_t slice,
                                  struct ent_str period,
                                  const struct ent_coalition *result,
                                  const struct ent_margins *margins)
{
    const struct ent_dynamic *dynamic = writer->dynamic;
    struct ent_network *network = writer->network;
    struct ent_buf name;
    ent_buf_init(&name);
    ent_buf_printf(&name, "camp_%.*s", ENT_FMT(period));
    struct ent_column *column = NULL;
    if (!name.failed)
        column = ent_table_column(network, &network->vertices, name.data, ENT_TYPE_INT);
    for (uint32_t i = 0; column && i < dynamic->graph.vertex_count; i++)
        if (dynamic->slice[i] == slice)
            column->ints[dynamic->actor[i]] = result->camp[i];
    bool good = column != NULL;
    if (good && margins) {
        ent_buf_reset(&name);
        ent_buf_printf(&name, "margin_%.*s", ENT_FMT(period));
        column = name.failed ? NULL
                             : ent_table_column(network, &network->vertices, name.data,
                                                ENT_TYPE_DOUBLE);
        for (uint32_t i = 0; column && i < dynamic->graph.vertex_count; i++)
            if (dynamic->slice[i] == slice)
                column->doubles[dynamic->actor[i]] = margins->margin[i];
        good = column != NULL;
    }
    ent_buf_clear(&name);
    return good ? ENT_OK : ENT_EMEMORY;
}

/* The latest camp, the number of changes, and the numbers of the whole. */
static enum ent_status add_summary(struct union_writer *writer,
                                   const struct ent_coalition *result,
                                   const struct ent_margins *margins)
{
    const struct ent_dynamic *dynamic = writer->dynamic;
    struct ent_network *network = writer->network;
    struct ent_table *table = &network->vertices;
    int64_t total = 0;
    if (!ent_table_column(network, table, "camp", ENT_TYPE_INT) ||
        !ent_table_column(network, table, "switches", ENT_TYPE_INT))
        return ENT_EMEMORY;
    struct ent_column *camp = ent_table_find(table, "camp");
    struct ent_column *switches = ent_table_find(table, "switches");
    for (uint32_t a = 0; a < dynamic->actor_count; a++)
        switches->ints[a] = 0;
    for (uint32_t i = 0; i < dynamic->graph.vertex_count; i++) {
        camp->ints[dynamic->actor[i]] = result->camp[i];
        bool switched = ent_dynamic_switched(dynamic, result->camp, i);
        switches->ints[dynamic->actor[i]] += switched;
        total += switched;
    }
    double gap = result->cost > 0 ? (result->cost - result->bound) / result->cost : 0;
    return ent_graph_set_whole(network, "camps", result->camp_count) &&
                   ent_graph_set_number(network, "cost", result->cost) &&
                   ent_graph_set_number(network, "bound", result->bound) &&
                   ent_graph_set_number(network, "gap", gap) &&
                   ent_graph_set_whole(network, "proven", result->proven) &&
                   ent_graph_set_whole(network, "switches", total) &&
                   (!margins ||
                    (ent_graph_set_whole(network, "unplaced", margins->unplaced) &&
                     ent_graph_set_whole(network, "margins_exact", margins->exact)))
               ? ENT_OK
               : ENT_EMEMORY;
}

enum ent_status ent_dynamic_network(const struct ent_dynamic *dynamic,
                                    const struct ent_network *slices,
                                    const struct ent_str *periods,
                                    const struct ent_coalition *result,
                                    const struct ent_margins *margins,
                                    struct ent_network *network, struct ent_error *error)
{
    bool directed = false;
    for (uint32_t s = 0; s < dynamic->slice_count; s++)
        directed |= slices[s].directed;
    ent_network_init(network, directed);
    struct union_writer writer = {dynamic, slices, network};
    enum ent_status status = add_actors(&writer);
    if (status == ENT_OK)
        status = add_arcs(&writer);
    if (status == ENT_OK)
        status = add_summary(&writer, result, margins);
    for (uint32_t s = 0; s < dynamic->slice_count && status == ENT_OK; s++)
        status = add_period(&writer, s, periods[s], result, margins);
    if (status != ENT_OK)
        ent_fail(error, status, 0, "out of memory");
    return status;
}
