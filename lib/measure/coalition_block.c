/* coalition_block.c: biconnected blocks (Hopcroft & Tarjan 1973), without recursion.
 *
 * The cost of a partition is a sum over blocks, and blocks can be solved one by one: two
 * of them share one vertex at most. */
#include "measure/block.h"

#include <stdlib.h>

struct walk {
    const struct ent_signed *graph;
    uint32_t *order;   /* [n] when a vertex was met, 0 = not yet */
    uint32_t *low;     /* [n] the earliest vertex reached from below it */
    uint32_t *next;    /* [n] its next link to follow */
    uint32_t *path;    /* stack of vertices */
    uint32_t *stack;   /* stack of edges that are in no block yet */
    uint32_t *entered; /* [n] the edge a vertex was met by */
    uint32_t depth, height, clock;
};

static void close_block(struct walk *walk, struct ent_blocks *blocks, uint32_t edge)
{
    uint32_t last;
    do {
        last = walk->stack[--walk->height];
        blocks->block[last] = blocks->count;
    } while (last != edge);
    blocks->count++;
}

/* Follow the next link of the vertex on top of the path. */
static void step(struct walk *walk, struct ent_blocks *blocks)
{
    const struct ent_signed *graph = walk->graph;
    uint32_t v = walk->path[walk->depth - 1];
    if (walk->next[v] == graph->start[v + 1]) {
        walk->depth--;
        if (!walk->depth)
            return;
        uint32_t above = walk->path[walk->depth - 1];
        if (walk->low[v] < walk->low[above])
            walk->low[above] = walk->low[v];
        if (walk->low[v] >= walk->order[above])
            close_block(walk, blocks, walk->entered[v]);
        return;
    }
    const struct ent_signed_link *link = &graph->links[walk->next[v]++];
    if (walk->order[link->to] == 0) {
        walk->order[link->to] = walk->low[link->to] = ++walk->clock;
        walk->entered[link->to] = link->edge;
        walk->stack[walk->height++] = link->edge;
        walk->path[walk->depth++] = link->to;
    } else if (walk->order[link->to] < walk->order[v] && link->edge != walk->entered[v]) {
        walk->stack[walk->height++] = link->edge;
        if (walk->order[link->to] < walk->low[v])
            walk->low[v] = walk->order[link->to];
    }
}

enum ent_status ent_blocks_find(struct ent_blocks *blocks, const struct ent_signed *graph)
{
    size_t n = graph->vertex_count, m = graph->edge_count;
    *blocks = (struct ent_blocks){.block = malloc((m + 1) * sizeof *blocks->block)};
    uint32_t *memory = calloc(5 * n + m + 1, sizeof *memory);
    if (!blocks->block || !memory) {
        free(memory);
        ent_blocks_clear(blocks);
        return ENT_EMEMORY;
    }
    struct walk walk = {graph,
                        memory,
                        memory + n,
                        memory + 2 * n,
                        memory + 3 * n,
                        memory + 5 * n,
                        memory + 4 * n,
                        0,
                        0,
                        0};
    memcpy(walk.next, graph->start, n * sizeof *walk.next);
    for (uint32_t root = 0; root < n; root++) {
        if (walk.order[root])
            continue;
        walk.order[root] = walk.low[root] = ++walk.clock;
        walk.entered[root] = UINT32_MAX;
        walk.path[walk.depth++] = root;
        while (walk.depth)
            step(&walk, blocks);
    }
    free(memory);
    return ENT_OK;
}

void ent_blocks_clear(struct ent_blocks *blocks)
{
    free(blocks->block);
    *blocks = (struct ent_blocks){0};
}

/* Edges of every block in one array; a counting sort. */
static uint32_t *sort_edges(const struct ent_blocks *blocks, uint32_t edge_count,
                            uint32_t *start)
{
    uint32_t *sorted = malloc(((size_t)edge_count + 1) * sizeof *sorted);
    if (!sorted)
        return NULL;
    for (uint32_t e = 0; e < edge_count; e++)
        start[blocks->block[e] + 1]++;
    for (uint32_t b = 0; b < blocks->count; b++)
        start[b + 1] += start[b];
    for (uint32_t e = edge_count; e-- > 0;)
        sorted[--start[blocks->block[e] + 1]] = e;
    /* start[b + 1] is now the begin of block b */
    return sorted;
}

struct cutter {
    const struct ent_signed *graph;
    uint32_t *number; /* [n] of a vertex in the block being cut out */
};

static enum ent_status cut_block(struct cutter *cutter, const uint32_t *edges,
                                 uint32_t count, struct ent_part *part)
{
    part->vertices = malloc(((size_t)count + 1) * sizeof *part->vertices);
    struct ent_signed_edge *own = malloc((size_t)count * sizeof *own);
    if (!part->vertices || !own) {
        free(own);
        return ENT_EMEMORY;
    }
    uint32_t found = 0;
    for (uint32_t i = 0; i < count; i++) {
        struct ent_signed_edge edge = cutter->graph->edges[edges[i]];
        uint32_t ends[2] = {edge.u, edge.v};
        for (int k = 0; k < 2; k++)
            if (cutter->number[ends[k]] == UINT32_MAX) {
                part->vertices[found] = ends[k];
                cutter->number[ends[k]] = found++;
            }
        uint32_t a = cutter->number[edge.u], b = cutter->number[edge.v];
        own[i] = (struct ent_signed_edge){a < b ? a : b, a < b ? b : a, edge.weight};
    }
    for (uint32_t i = 0; i < found; i++)
        cutter->number[part->vertices[i]] = UINT32_MAX;
    return ent_signed_adopt(&part->graph, found, own, count);
}

void ent_parts_free(struct ent_part *parts, uint32_t count)
{
    for (uint32_t b = 0; parts && b < count; b++) {
        ent_signed_clear(&parts[b].graph);
        free(parts[b].vertices);
    }
    free(parts);
}

enum ent_status ent_blocks_cut(const struct ent_blocks *blocks,
                               const struct ent_signed *graph, struct ent_part **parts)
{
    size_t n = graph->vertex_count;
    enum ent_status status = ENT_EMEMORY;
    uint32_t *start = calloc((size_t)blocks->count + 2, sizeof *start);
    struct cutter cutter = {graph, malloc((n + 1) * sizeof *cutter.number)};
    uint32_t *sorted = start ? sort_edges(blocks, graph->edge_count, start) : NULL;
    *parts = calloc((size_t)blocks->count + 1, sizeof **parts);
    if (!start || !cutter.number || !sorted || !*parts)
        goto done;
    for (size_t v = 0; v < n; v++)
        cutter.number[v] = UINT32_MAX;
    status = ENT_OK;
    for (uint32_t b = 0; b < blocks->count && status == ENT_OK; b++) {
        uint32_t begin = start[b + 1];
        uint32_t end = b + 1 < blocks->count ? start[b + 2] : graph->edge_count;
        status = cut_block(&cutter, sorted + begin, end - begin, &(*parts)[b]);
    }
done:
    if (status != ENT_OK) {
        ent_parts_free(*parts, blocks->count);
        *parts = NULL;
    }
    free(start);
    free(cutter.number);
    free(sorted);
    return status;
}
