/* coalition_kernel.c: a signed network that shrinks, for data reduction. */
#include "measure/kernel.h"

#include <stdlib.h>

static void link_half(struct ent_kernel *kernel, uint32_t half, uint32_t vertex)
{
    uint32_t first = kernel->head[vertex];
    kernel->next[half] = first;
    kernel->previous[half] = ENT_HALF_NONE;
    if (first != ENT_HALF_NONE)
        kernel->previous[first] = half;
    kernel->head[vertex] = half;
    kernel->degree[vertex]++;
}

static void unlink_half(struct ent_kernel *kernel, uint32_t half, uint32_t vertex)
{
    uint32_t next = kernel->next[half], previous = kernel->previous[half];
    if (next != ENT_HALF_NONE)
        kernel->previous[next] = previous;
    if (previous != ENT_HALF_NONE)
        kernel->next[previous] = next;
    else
        kernel->head[vertex] = next;
    kernel->degree[vertex]--;
}

static void put_edge(struct ent_kernel *kernel, uint32_t u, uint32_t v, int64_t weight)
{
    uint32_t edge = kernel->unused[--kernel->unused_count];
    kernel->edges[edge] = (struct ent_signed_edge){u, v, weight};
    link_half(kernel, 2 * edge, u);
    link_half(kernel, 2 * edge + 1, v);
    kernel->edge_count++;
}

enum ent_status ent_kernel_init(struct ent_kernel *kernel, const struct ent_signed *graph)
{
    size_t n = graph->vertex_count, m = graph->edge_count;
    *kernel =
        (struct ent_kernel){.vertex_count = (uint32_t)n, .edge_capacity = (uint32_t)m};
    kernel->edges = calloc(m + 1, sizeof *kernel->edges);
    kernel->next = calloc(2 * m + 1, sizeof *kernel->next);
    kernel->previous = calloc(2 * m + 1, sizeof *kernel->previous);
    kernel->unused = calloc(m + 1, sizeof *kernel->unused);
    kernel->head = calloc(n + 1, sizeof *kernel->head);
    kernel->degree = calloc(n + 1, sizeof *kernel->degree);
    kernel->gone = calloc(n + 1, sizeof *kernel->gone);
    kernel->queue = calloc(n + 1, sizeof *kernel->queue);
    kernel->queued = calloc(n + 1, sizeof *kernel->queued);
    kernel->lifts = calloc(n + 1, sizeof *kernel->lifts);
    if (!kernel->edges || !kernel->next || !kernel->previous || !kernel->unused ||
        !kernel->head || !kernel->degree || !kernel->gone || !kernel->queue ||
        !kernel->queued || !kernel->lifts) {
        ent_kernel_clear(kernel);
        return ENT_EMEMORY;
    }
    for (size_t v = 0; v < n; v++) {
        kernel->head[v] = ENT_HALF_NONE;
        ent_kernel_push(kernel, (uint32_t)v);
    }
    for (size_t e = m; e-- > 0;)
        kernel->unused[kernel->unused_count++] = (uint32_t)e;
    for (size_t e = 0; e < m; e++)
        put_edge(kernel, graph->edges[e].u, graph->edges[e].v, graph->edges[e].weight);
    return ENT_OK;
}

void ent_kernel_clear(struct ent_kernel *kernel)
{
    free(kernel->edges);
    free(kernel->next);
    free(kernel->previous);
    free(kernel->unused);
    free(kernel->head);
    free(kernel->degree);
    free(kernel->gone);
    free(kernel->queue);
    free(kernel->queued);
    free(kernel->lifts);
    *kernel = (struct ent_kernel){0};
}

void ent_kernel_push(struct ent_kernel *kernel, uint32_t vertex)
{
    if (kernel->queued[vertex] || kernel->gone[vertex])
        return;
    kernel->queued[vertex] = true;
    uint64_t place = (uint64_t)kernel->front + kernel->waiting++;
    uint32_t n = kernel->vertex_count;
    kernel->queue[place < n ? place : place - n] = vertex;
}

bool ent_kernel_pop(struct ent_kernel *kernel, uint32_t *vertex)
{
    while (kernel->waiting) {
        *vertex = kernel->queue[kernel->front++];
        if (kernel->front == kernel->vertex_count)
            kernel->front = 0;
        kernel->waiting--;
        kernel->queued[*vertex] = false;
        if (!kernel->gone[*vertex])
            return true;
    }
    return false;
}

void ent_kernel_drop(struct ent_kernel *kernel, uint32_t edge)
{
    uint32_t u = kernel->edges[edge].u, v = kernel->edges[edge].v;
    unlink_half(kernel, 2 * edge, u);
    unlink_half(kernel, 2 * edge + 1, v);
    kernel->unused[kernel->unused_count++] = edge;
    kernel->edge_count--;
    ent_kernel_push(kernel, u);
    ent_kernel_push(kernel, v);
}

static int64_t magnitude(int64_t value)
{
    return value < 0 ? -value : value;
}

void ent_kernel_add(struct ent_kernel *kernel, uint32_t u, uint32_t v, int64_t weight)
{
    if (!weight)
        return;
    if (kernel->degree[u] > kernel->degree[v]) {
        uint32_t swap = u;
        u = v;
        v = swap;
    }
    ent_kernel_push(kernel, u);
    ent_kernel_push(kernel, v);
    for (uint32_t half = kernel->head[u]; half != ENT_HALF_NONE;
         half = kernel->next[half]) {
        if (ent_kernel_far(kernel, half) != v)
            continue;
        int64_t before = kernel->edges[half / 2].weight, after = before + weight;
        kernel->offset += (magnitude(before) + magnitude(weight) - magnitude(after)) / 2;
        kernel->edges[half / 2].weight = after;
        if (!after)
            ent_kernel_drop(kernel, half / 2);
        return;
    }
    put_edge(kernel, u, v, weight);
}

struct ent_lift *ent_kernel_remove(struct ent_kernel *kernel, uint32_t vertex)
{
    struct ent_lift *lift = &kernel->lifts[kernel->lift_count++];
    *lift = (struct ent_lift){.vertex = vertex};
    kernel->gone[vertex] = true;
    while (kernel->head[vertex] != ENT_HALF_NONE) {
        uint32_t half = kernel->head[vertex];
        if (lift->count < 3) {
            lift->to[lift->count] = ent_kernel_far(kernel, half);
            lift->weight[lift->count++] = kernel->edges[half / 2].weight;
        }
        ent_kernel_drop(kernel, half / 2);
    }
    return lift;
}

enum ent_status ent_kernel_graph(const struct ent_kernel *kernel,
                                 struct ent_signed *graph, uint32_t **vertices)
{
    size_t n = kernel->vertex_count;
    *graph = (struct ent_signed){0};
    uint32_t *number = malloc((n + 1) * sizeof *number);
    *vertices = malloc((n + 1) * sizeof **vertices);
    struct ent_signed_edge *edges =
        malloc(((size_t)kernel->edge_count + 1) * sizeof *edges);
    enum ent_status status = ENT_EMEMORY;
    if (!number || !*vertices || !edges)
        goto done;
    uint32_t count = 0, kept = 0;
    for (uint32_t v = 0; v < n; v++)
        if (!kernel->gone[v]) {
            number[v] = count;
            (*vertices)[count++] = v;
        }
    for (uint32_t v = 0; v < n; v++)
        for (uint32_t half = kernel->head[v]; half != ENT_HALF_NONE;
             half = kernel->next[half]) {
            uint32_t far = ent_kernel_far(kernel, half);
            if (v < far)
                edges[kept++] = (struct ent_signed_edge){number[v], number[far],
                                                         kernel->edges[half / 2].weight};
        }
    status = ent_signed_adopt(graph, count, edges, kept);
    edges = NULL;
done:
    free(number);
    free(edges);
    if (status != ENT_OK) {
        free(*vertices);
        *vertices = NULL;
    }
    return status;
}
