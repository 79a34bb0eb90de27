/* filter.c: keep some vertices and arcs, put them in another order, find components. */
#include "network/table.h"

#include <stdlib.h>

static enum ent_status no_memory(struct ent_error *error)
{
    return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
}

/* Apply the new numbering: `arcs` lists old arc numbers, `vertices` old vertex numbers,
 * `number` maps old vertex numbers to new ones. */
static enum ent_status renumber(struct ent_network *network, const uint32_t *vertices,
                                uint32_t vertex_count, const uint32_t *arcs,
                                uint32_t arc_count, const uint32_t *number)
{
    struct ent_arc *kept = malloc((arc_count ? arc_count : 1) * sizeof *kept);
    if (!kept)
        return ENT_EMEMORY;
    for (uint32_t i = 0; i < arc_count; i++) {
        struct ent_arc old = network->arcs[arcs[i]];
        kept[i] = (struct ent_arc){number[old.from], number[old.to]};
    }
    enum ent_status status = ent_table_gather(&network->vertices, vertices, vertex_count);
    if (status == ENT_OK)
        status = ent_table_gather(&network->edges, arcs, arc_count);
    if (status != ENT_OK) {
        free(kept);
        return status;
    }
    free(network->arcs);
    network->arcs = kept;
    network->arc_capacity = arc_count;
    return ENT_OK;
}

enum ent_status ent_network_order(struct ent_network *network, const uint32_t *vertices,
                                  const uint32_t *arcs, struct ent_error *error)
{
    uint32_t n = network->vertices.row_count;
    uint32_t *number = malloc((n ? n : 1) * sizeof *number);
    if (!number)
        return no_memory(error);
    for (uint32_t i = 0; i < n; i++)
        number[vertices[i]] = i;
    enum ent_status status =
        renumber(network, vertices, n, arcs, network->edges.row_count, number);
    free(number);
    return status == ENT_OK ? ENT_OK : no_memory(error);
}

enum ent_status ent_network_filter(struct ent_network *network, const bool *vertices,
                                   const bool *arcs, struct ent_error *error)
{
    uint32_t n = network->vertices.row_count, m = network->edges.row_count;
    uint32_t *kept_vertices = malloc(((size_t)n + 1) * sizeof *kept_vertices);
    uint32_t *number = malloc(((size_t)n + 1) * sizeof *number);
    uint32_t *kept_arcs = malloc(((size_t)m + 1) * sizeof *kept_arcs);
    enum ent_status status = ENT_EMEMORY;
    if (kept_vertices && number && kept_arcs) {
        uint32_t vertex_count = 0, arc_count = 0;
        for (uint32_t i = 0; i < n; i++) {
            bool keep = !vertices || vertices[i];
            number[i] = keep ? vertex_count : UINT32_MAX;
            if (keep)
                kept_vertices[vertex_count++] = i;
        }
        for (uint32_t i = 0; i < m; i++) {
            struct ent_arc arc = network->arcs[i];
            if ((!arcs || arcs[i]) && number[arc.from] != UINT32_MAX &&
                number[arc.to] != UINT32_MAX)
                kept_arcs[arc_count++] = i;
        }
        bool all = vertex_count == n && arc_count == m;
        status = all ? ENT_OK
                     : renumber(network, kept_vertices, vertex_count, kept_arcs,
                                arc_count, number);
    }
    free(kept_vertices);
    free(number);
    free(kept_arcs);
    return status == ENT_OK ? ENT_OK : no_memory(error);
}

static uint32_t find_root(uint32_t *parent, uint32_t vertex)
{
    while (parent[vertex] != vertex) {
        parent[vertex] = parent[parent[vertex]];
        vertex = parent[vertex];
    }
    return vertex;
}

uint32_t ent_network_largest_component(const struct ent_network *network, bool *inside,
                                       struct ent_error *error)
{
    uint32_t n = network->vertices.row_count;
    uint32_t *parent = malloc(((size_t)n + 1) * sizeof *parent);
    uint32_t *size = calloc((size_t)n + 1, sizeof *size);
    uint32_t best = 0, largest = 0;
    if (!parent || !size) {
        no_memory(error);
        goto done;
    }
    for (uint32_t i = 0; i < n; i++)
        parent[i] = i;
    for (uint32_t i = 0; i < network->edges.row_count; i++) {
        uint32_t a = find_root(parent, network->arcs[i].from);
        uint32_t b = find_root(parent, network->arcs[i].to);
        /* The smaller number becomes the root, so that a root is its component's first.
         */
        if (a != b)
            parent[a < b ? b : a] = a < b ? a : b;
    }
    for (uint32_t i = 0; i < n; i++)
        size[find_root(parent, i)]++;
    for (uint32_t i = 0; i < n; i++) {
        if (size[i] > largest) {
            largest = size[i];
            best = i;
        }
    }
    for (uint32_t i = 0; i < n; i++)
        inside[i] = find_root(parent, i) == best;
done:
    free(parent);
    free(size);
    return largest;
}
