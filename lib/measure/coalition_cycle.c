/* coalition_cycle.c: separation of bad cycles: groups of edges at zero, searches between.
 */
#include "measure/cycle.h"

#include <stdlib.h>

static const double ZERO = 1e-7, SLACK = 1e-6;

void ent_cycles_clear(struct ent_cycles *cycles)
{
    free(cycles->by_degree);
    free(cycles->parity);
    free(cycles->closed);
    free(cycles->arcs);
    free(cycles->distance);
    free(cycles->reached_by);
    free(cycles->heap);
    free(cycles->walk);
    free(cycles->cycle);
    free(cycles->known);
    *cycles = (struct ent_cycles){0};
}

static void sort_by_degree(const struct ent_signed *graph, uint32_t *sorted,
                           uint32_t *count)
{
    uint32_t n = graph->vertex_count;
    memset(count, 0, (n + 1) * sizeof *count);
    for (uint32_t v = 0; v < n; v++)
        count[n - 1 - (graph->start[v + 1] - graph->start[v])]++;
    for (uint32_t d = 0, sum = 0; d < n; d++) {
        uint32_t here = count[d];
        count[d] = sum;
        sum += here;
    }
    for (uint32_t v = 0; v < n; v++)
        sorted[count[n - 1 - (graph->start[v + 1] - graph->start[v])]++] = v;
}

enum ent_status ent_cycles_init(struct ent_cycles *cycles, const struct ent_signed *graph,
                                bool two)
{
    size_t n = graph->vertex_count, m = graph->edge_count;
    *cycles = (struct ent_cycles){.graph = graph, .two = two};
    cycles->by_degree = calloc(6 * n + 6, sizeof *cycles->by_degree);
    cycles->parity = calloc(n + 1, 1);
    cycles->closed = calloc(n + 1, 1);
    cycles->arcs = calloc(2 * m + 1, sizeof *cycles->arcs);
    cycles->distance = calloc(2 * n + 2, sizeof *cycles->distance);
    cycles->reached_by = calloc(4 * n + 4, sizeof *cycles->reached_by);
    cycles->walk = calloc(8 * n + 8, sizeof *cycles->walk);
    cycles->cycle = calloc(2 * n + 4, sizeof *cycles->cycle);
    cycles->known_capacity = 1024;
    cycles->known = calloc(cycles->known_capacity, sizeof *cycles->known);
    if (!cycles->by_degree || !cycles->parity || !cycles->closed || !cycles->arcs ||
        !cycles->distance || !cycles->reached_by || !cycles->walk || !cycles->cycle ||
        !cycles->known) {
        ent_cycles_clear(cycles);
        return ENT_EMEMORY;
    }
    cycles->group = cycles->by_degree + n;
    cycles->up = cycles->group + n;
    cycles->depth = cycles->up + n;
    cycles->place = cycles->depth + n;
    cycles->arc_start = cycles->place + n;
    cycles->stamp = cycles->reached_by + 2 * n + 2;
    cycles->walk_vertex = cycles->walk + 4 * n + 4;
    cycles->cycle_vertex = cycles->cycle + n + 2;
    sort_by_degree(graph, cycles->by_degree, cycles->arc_start);
    return ENT_OK;
}

static bool is_zero(const struct ent_cycles *cycles, const struct ent_signed_link *link)
{
    return cycles->value[link->edge] <= ZERO && (cycles->two || link->weight > 0);
}

/* Breadth-first from the best-connected vertices, which keeps forest paths short. */
static void build_forest(struct ent_cycles *cycles)
{
    const struct ent_signed *graph = cycles->graph;
    uint32_t n = graph->vertex_count, *queue = cycles->walk, groups = 0;
    for (uint32_t v = 0; v < n; v++)
        cycles->group[v] = UINT32_MAX;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t root = cycles->by_degree[i], head = 0, tail = 0;
        if (cycles->group[root] != UINT32_MAX)
            continue;
        cycles->group[root] = groups;
        cycles->up[root] = UINT32_MAX;
        cycles->depth[root] = 0;
        cycles->parity[root] = false;
        for (queue[tail++] = root; head < tail; head++) {
            uint32_t v = queue[head];
            for (uint32_t l = graph->start[v]; l < graph->start[v + 1]; l++) {
                const struct ent_signed_link *link = &graph->links[l];
                if (cycles->group[link->to] != UINT32_MAX || !is_zero(cycles, link))
                    continue;
                cycles->group[link->to] = groups;
                cycles->up[link->to] = link->edge;
                cycles->depth[link->to] = cycles->depth[v] + 1;
                cycles->parity[link->to] = cycles->parity[v] != (link->weight < 0);
                queue[tail++] = link->to;
            }
        }
        groups++;
    }
    cycles->group_count = groups;
    cycles->work += n + 2 * (uint64_t)graph->edge_count;
}

static uint32_t far_end(const struct ent_signed *graph, uint32_t edge, uint32_t vertex)
{
    return graph->edges[edge].u ^ graph->edges[edge].v ^ vertex;
}

static void walk_edge(struct ent_cycles *cycles, uint32_t from, uint32_t edge)
{
    cycles->walk_vertex[cycles->walk_length] = from;
    cycles->walk[cycles->walk_length++] = edge;
}

/* Append the forest path between two vertices of a group. */
static void walk_forest(struct ent_cycles *cycles, uint32_t from, uint32_t to)
{
    const struct ent_signed *graph = cycles->graph;
    uint32_t a = from, b = to, *back = cycles->cycle, count = 0;
    while (a != b) {
        if (cycles->depth[a] >= cycles->depth[b]) {
            walk_edge(cycles, a, cycles->up[a]);
            a = far_end(graph, cycles->up[a], a);
        } else {
            back[count++] = b;
            b = far_end(graph, cycles->up[b], b);
        }
    }
    while (count-- > 0) {
        uint32_t below = back[count];
        walk_edge(cycles, far_end(graph, cycles->up[below], below), cycles->up[below]);
    }
}

/* Does the edge close a bad walk with the forest path between its ends? */
static bool closes_badly(const struct ent_cycles *cycles, uint32_t e)
{
    const struct ent_signed_edge *edge = &cycles->graph->edges[e];
    if (cycles->group[edge->u] != cycles->group[edge->v])
        return false;
    if (!cycles->two)
        return edge->weight < 0;
    bool turned = cycles->parity[edge->u] != cycles->parity[edge->v];
    return turned != (edge->weight < 0);
}

static void find_within_groups(struct ent_cycles *cycles)
{
    for (uint32_t e = 0; e < cycles->graph->edge_count; e++) {
        if (cycles->value[e] >= 1 - SLACK || !closes_badly(cycles, e))
            continue;
        if (cycles->found_count >= cycles->wanted)
            return;
        const struct ent_signed_edge *edge = &cycles->graph->edges[e];
        cycles->walk_length = 0;
        walk_edge(cycles, edge->u, e);
        walk_forest(cycles, edge->v, edge->u);
        ent_cycles_emit(cycles);
    }
}

static bool is_arc(const struct ent_cycles *cycles, uint32_t e)
{
    const struct ent_signed_edge *edge = &cycles->graph->edges[e];
    return cycles->group[edge->u] != cycles->group[edge->v] &&
           cycles->value[e] < 1 - SLACK && (cycles->two || edge->weight > 0);
}

/* Lists of the fractional edges at each group. */
static void build_arcs(struct ent_cycles *cycles)
{
    const struct ent_signed *graph = cycles->graph;
    uint32_t groups = cycles->group_count, *start = cycles->arc_start;
    memset(start, 0, (groups + 1) * sizeof *start);
    for (uint32_t e = 0; e < graph->edge_count; e++)
        if (is_arc(cycles, e)) {
            start[cycles->group[graph->edges[e].u]]++;
            start[cycles->group[graph->edges[e].v]]++;
        }
    for (uint32_t g = 0; g < groups; g++)
        start[g + 1] += start[g];
    for (uint32_t e = graph->edge_count; e-- > 0;)
        if (is_arc(cycles, e)) {
            cycles->arcs[--start[cycles->group[graph->edges[e].u]]] = e;
            cycles->arcs[--start[cycles->group[graph->edges[e].v]]] = e;
        }
    memset(cycles->closed, 0, groups);
}

static bool heap_push(struct ent_cycles *cycles, double key, uint32_t node)
{
    if (cycles->heap_size == cycles->heap_capacity) {
        size_t capacity = 2 * cycles->heap_capacity + 1024;
        struct ent_heap_item *bigger = realloc(cycles->heap, capacity * sizeof *bigger);
        if (!bigger) {
            cycles->failed = true;
            return false;
        }
        cycles->heap = bigger;
        cycles->heap_capacity = capacity;
    }
    size_t i = cycles->heap_size++;
    for (; i > 0 && cycles->heap[(i - 1) / 2].key > key; i = (i - 1) / 2)
        cycles->heap[i] = cycles->heap[(i - 1) / 2];
    cycles->heap[i] = (struct ent_heap_item){key, node};
    return true;
}

static struct ent_heap_item heap_pop(struct ent_cycles *cycles)
{
    struct ent_heap_item top = cycles->heap[0], last = cycles->heap[--cycles->heap_size];
    size_t i = 0, size = cycles->heap_size;
    for (;;) {
        size_t child = 2 * i + 1;
        if (child >= size)
            break;
        if (child + 1 < size && cycles->heap[child + 1].key < cycles->heap[child].key)
            child++;
        if (cycles->heap[child].key >= last.key)
            break;
        cycles->heap[i] = cycles->heap[child];
        i = child;
    }
    cycles->heap[i] = last;
    return top;
}

static void reach(struct ent_cycles *cycles, uint32_t node, double distance,
                  uint32_t edge)
{
    if (cycles->stamp[node] == cycles->now && cycles->distance[node] <= distance)
        return;
    cycles->stamp[node] = cycles->now;
    cycles->distance[node] = distance;
    cycles->reached_by[node] = edge;
    heap_push(cycles, distance, node);
}

/* Node 2g + p: group g reached with p turns of side. For any camps p is always 0. */
static void relax(struct ent_cycles *cycles, uint32_t node, double bound)
{
    const struct ent_signed *graph = cycles->graph;
    uint32_t g = node / 2;
    for (uint32_t a = cycles->arc_start[g]; a < cycles->arc_start[g + 1]; a++) {
        uint32_t e = cycles->arcs[a];
        const struct ent_signed_edge *edge = &graph->edges[e];
        uint32_t other = cycles->group[edge->u] ^ cycles->group[edge->v] ^ g;
        double distance = cycles->distance[node] + cycles->value[e];
        if (distance >= bound || cycles->closed[other])
            continue;
        uint32_t side = node & 1;
        if (cycles->two)
            side ^= (uint32_t)((edge->weight < 0) ^ cycles->parity[edge->u] ^
                               cycles->parity[edge->v]);
        reach(cycles, 2 * other + side, distance, e);
    }
    cycles->work += cycles->arc_start[g + 1] - cycles->arc_start[g];
}

/* Distances from `source` below `bound`; stops at `target` (UINT32_MAX: reach all). */
static bool search_from(struct ent_cycles *cycles, uint32_t source, uint32_t target,
                        double bound)
{
    cycles->now++;
    cycles->heap_size = 0;
    reach(cycles, source, 0, UINT32_MAX);
    while (cycles->heap_size) {
        struct ent_heap_item item = heap_pop(cycles);
        if (item.node == target)
            return true;
        if (item.key <= cycles->distance[item.node])
            relax(cycles, item.node, bound);
    }
    return false;
}

/* Append the path found from the source back from `node`; walking from vertex `from` in
 * the node's group to a vertex of the source's group, which is returned. */
static uint32_t walk_back(struct ent_cycles *cycles, uint32_t node, uint32_t from)
{
    const struct ent_signed *graph = cycles->graph;
    uint32_t at = from;
    for (uint32_t e; (e = cycles->reached_by[node]) != UINT32_MAX;) {
        const struct ent_signed_edge *edge = &graph->edges[e];
        bool near_u = cycles->group[edge->u] == node / 2;
        uint32_t near = near_u ? edge->u : edge->v, far = near_u ? edge->v : edge->u;
        walk_forest(cycles, at, near);
        walk_edge(cycles, near, e);
        uint32_t side = node & 1;
        if (cycles->two)
            side ^= (uint32_t)((edge->weight < 0) ^ cycles->parity[edge->u] ^
                               cycles->parity[edge->v]);
        node = 2 * cycles->group[far] + side;
        at = far;
    }
    return at;
}

static void find_two(struct ent_cycles *cycles)
{
    for (uint32_t g = 0; g < cycles->group_count; g++) {
        if (cycles->arc_start[g] == cycles->arc_start[g + 1])
            continue;
        if (cycles->found_count >= cycles->wanted || cycles->failed)
            return;
        if (search_from(cycles, 2 * g, 2 * g + 1, 1 - SLACK)) {
            const struct ent_signed_edge *last =
                &cycles->graph->edges[cycles->reached_by[2 * g + 1]];
            uint32_t from = cycles->group[last->u] == g ? last->u : last->v;
            cycles->walk_length = 0;
            uint32_t at = walk_back(cycles, 2 * g + 1, from);
            walk_forest(cycles, at, from);
            ent_cycles_emit(cycles);
        }
        cycles->closed[g] = true;
    }
}

/* For every negative edge a path of positive ones between its ends. One search serves all
 * the negative edges at a vertex. */
static void find_any(struct ent_cycles *cycles)
{
    const struct ent_signed *graph = cycles->graph;
    for (uint32_t u = 0; u < graph->vertex_count; u++) {
        if (cycles->found_count >= cycles->wanted || cycles->failed)
            return;
        bool searched = false;
        for (uint32_t l = graph->start[u]; l < graph->start[u + 1]; l++) {
            const struct ent_signed_link *link = &graph->links[l];
            double value = cycles->value[link->edge];
            if (link->weight > 0 || link->to < u || value >= 1 - SLACK ||
                cycles->group[link->to] == cycles->group[u])
                continue;
            if (!searched)
                search_from(cycles, 2 * cycles->group[u], UINT32_MAX, 1 - SLACK);
            searched = true;
            uint32_t node = 2 * cycles->group[link->to];
            if (cycles->stamp[node] != cycles->now ||
                cycles->distance[node] + value >= 1 - SLACK)
                continue;
            cycles->walk_length = 0;
            walk_edge(cycles, u, link->edge);
            uint32_t at = walk_back(cycles, node, link->to);
            walk_forest(cycles, at, u);
            ent_cycles_emit(cycles);
        }
    }
}

uint32_t ent_cycles_find(struct ent_cycles *cycles, const double *value, uint32_t wanted,
                         ent_cycle_found *found, void *context)
{
    cycles->value = value;
    cycles->wanted = wanted;
    cycles->found = found;
    cycles->context = context;
    cycles->found_count = cycles->known_count = 0;
    memset(cycles->known, 0, cycles->known_capacity * sizeof *cycles->known);
    build_forest(cycles);
    find_within_groups(cycles);
    if (cycles->found_count < cycles->wanted / 4) {
        build_arcs(cycles);
        if (cycles->two)
            find_two(cycles);
        else
            find_any(cycles);
    }
    return cycles->found_count;
}
