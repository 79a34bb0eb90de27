/* kernel.h: a signed network that shrinks, for data reduction; not for library users. */
#ifndef ENTENTE_MEASURE_KERNEL_H
#define ENTENTE_MEASURE_KERNEL_H

#include "measure/camps.h"

#define ENT_HALF_NONE UINT32_MAX

/* How a vertex that was taken away gets its camp back: the best answer to the camps of
 * the neighbours it had then, or, if it was joined, the camp of the first. */
struct ent_lift {
    uint32_t vertex, to[3], count;
    int64_t weight[3];
    bool joined;
};

/* Edge e is the half-edges 2e (listed at its u) and 2e + 1 (listed at its v). */
struct ent_kernel {
    uint32_t vertex_count, edge_capacity, edge_count;
    struct ent_signed_edge *edges;
    uint32_t *next, *previous; /* [2 * edge_capacity] lists of half-edges */
    uint32_t *head, *degree;   /* [vertex_count] */
    uint32_t *unused;          /* stack of free edge numbers */
    uint32_t unused_count;
    bool *gone;      /* [vertex_count] */
    uint32_t *queue; /* ring: vertices whose surroundings changed */
    bool *queued;
    uint32_t front, waiting;
    struct ent_lift *lifts; /* [vertex_count], in order of removal */
    uint32_t lift_count;
    int64_t offset; /* cost that every partition has beyond that of the kernel */
};

enum ent_status ent_kernel_init(struct ent_kernel *kernel,
                                const struct ent_signed *graph);
void ent_kernel_clear(struct ent_kernel *kernel);

/* Add an edge; a parallel one is merged with it, opposite signs cancelling into `offset`.
 */
void ent_kernel_add(struct ent_kernel *kernel, uint32_t u, uint32_t v, int64_t weight);
void ent_kernel_drop(struct ent_kernel *kernel, uint32_t edge);
void ent_kernel_push(struct ent_kernel *kernel, uint32_t vertex);
bool ent_kernel_pop(struct ent_kernel *kernel, uint32_t *vertex);

/* The vertex at the far end of a half-edge. */
static inline uint32_t ent_kernel_far(const struct ent_kernel *kernel, uint32_t half)
{
    const struct ent_signed_edge *edge = &kernel->edges[half / 2];
    return half & 1 ? edge->u : edge->v;
}

/* Note how to lift, then drop the vertex and its edges. */
struct ent_lift *ent_kernel_remove(struct ent_kernel *kernel, uint32_t vertex);

/* What is left as a graph; `vertices` [its vertex_count] gives the numbers they had;
 * owned by the caller. */
enum ent_status ent_kernel_graph(const struct ent_kernel *kernel,
                                 struct ent_signed *graph, uint32_t **vertices);

/* coalition_reduce2.c, coalition_reduce.c: apply all rules that keep an optimum. */
void ent_kernel_reduce_two(struct ent_kernel *kernel);
void ent_kernel_reduce_any(struct ent_kernel *kernel);
/* Camps for the vertices taken away, given those that are left. */
void ent_kernel_lift_two(const struct ent_kernel *kernel, uint32_t *camp);
void ent_kernel_lift_any(const struct ent_kernel *kernel, uint32_t *camp);

#endif
