/* network.c: life of a network; its vertices, arcs and provenance. */
#include "network/table.h"
#include <entente/network.h>

#include <stdlib.h>

void ent_network_init(struct ent_network *network, bool directed)
{
    memset(network, 0, sizeof *network);
    ent_arena_init(&network->arena);
    network->directed = directed;
    network->graph.row_count = 1;
}

void ent_network_clear(struct ent_network *network)
{
    ent_table_clear(&network->graph);
    ent_table_clear(&network->vertices);
    ent_table_clear(&network->edges);
    free(network->arcs);
    ent_arena_clear(&network->arena);
    memset(network, 0, sizeof *network);
}

uint32_t ent_network_add_vertex(struct ent_network *network)
{
    return ent_table_add_row(&network->vertices);
}

uint32_t ent_network_add_arc(struct ent_network *network, uint32_t from, uint32_t to)
{
    if (network->edges.row_count == network->arc_capacity) {
        size_t capacity = network->arc_capacity ? (size_t)network->arc_capacity * 2 : 64;
        if (capacity > UINT32_MAX - 1)
            return UINT32_MAX;
        struct ent_arc *arcs = realloc(network->arcs, capacity * sizeof *arcs);
        if (!arcs)
            return UINT32_MAX;
        network->arcs = arcs;
        network->arc_capacity = (uint32_t)capacity;
    }
    uint32_t arc = ent_table_add_row(&network->edges);
    if (arc != UINT32_MAX)
        network->arcs[arc] = (struct ent_arc){from, to};
    return arc;
}

bool ent_network_reserve(struct ent_network *network, uint32_t vertices, uint32_t arcs)
{
    if (!ent_table_reserve(&network->vertices, vertices) ||
        !ent_table_reserve(&network->edges, arcs))
        return false;
    if (arcs <= network->arc_capacity)
        return true;
    struct ent_arc *larger = realloc(network->arcs, (size_t)arcs * sizeof *larger);
    if (!larger)
        return false;
    network->arcs = larger;
    network->arc_capacity = arcs;
    return true;
}

enum ent_status ent_network_note(struct ent_network *network, struct ent_str line,
                                 struct ent_error *error)
{
    struct ent_str old = network->provenance;
    struct ent_str all = old.size == 0 ? ent_arena_dup(&network->arena, line)
                                       : ent_arena_printf(&network->arena, "%.*s\n%.*s",
                                                          ENT_FMT(old), ENT_FMT(line));
    if (!all.data)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    network->provenance = all;
    return ENT_OK;
}

void ent_network_strength(const struct ent_network *network, double *strength)
{
    const struct ent_table *edges = &network->edges;
    const struct ent_column *sign = ent_table_find(edges, "sign");
    const struct ent_column *weight = ent_table_find(edges, "weight");
    const struct ent_column *tone = ent_table_find(edges, "tone");
    for (uint32_t i = 0; i < edges->row_count; i++) {
        double s = sign ? ent_column_number(sign, i) : NAN;
        double w = weight ? ent_column_number(weight, i) : NAN;
        double t = tone ? ent_column_number(tone, i) : NAN;
        if (!isnan(s) && !isnan(w))
            strength[i] = s * fabs(w);
        else if (!isnan(t))
            strength[i] = t;
        else if (!isnan(w))
            strength[i] = w;
        else
            strength[i] = isnan(s) ? 1.0 : s;
    }
}

struct ent_str ent_network_name(const struct ent_network *network, uint32_t vertex,
                                struct ent_arena *arena)
{
    const struct ent_column *name = ent_table_find(&network->vertices, "name");
    if (name) {
        struct ent_str text = ent_column_text(name, vertex, arena);
        if (text.data)
            return text;
    }
    return ent_arena_printf(arena, "n%u", (unsigned)vertex);
}
