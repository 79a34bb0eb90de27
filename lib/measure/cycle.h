/* cycle.h: finding bad cycles that a fractional solution violates; not for library users.
 */
#ifndef ENTENTE_MEASURE_CYCLE_H
#define ENTENTE_MEASURE_CYCLE_H

#include "measure/camps.h"

struct ent_heap_item {
    double key;
    uint32_t node;
};

/* Per edge a value y in [0, 1]; a bad cycle is violated if its values sum to less than 1.
 *
 * Edges with y = 0 are contracted first (a forest of them connects each group of
 * vertices), so that the searches run on the few groups that fractional edges join. */
struct ent_cycles {
    const struct ent_signed *graph;
    bool two;            /* bad: odd number of negative edges; else exactly one */
    const double *value; /* [m] y */
    uint32_t *by_degree; /* [n] vertices by falling degree */
    uint32_t *group;     /* [n] */
    uint32_t *up;        /* [n] forest: edge to the parent, UINT32_MAX at roots */
    uint32_t *depth;     /* [n] */
    bool *parity;        /* [n] two: side relative to the root along the forest */
    uint32_t group_count;
    uint32_t *arc_start;  /* [groups + 1] fractional edges between groups */
    uint32_t *arcs;       /* [2m] edge numbers */
    bool *closed;         /* [groups] no longer searched through */
    double *distance;     /* [2 * groups] node 2g + parity */
    uint32_t *reached_by; /* [2 * groups] edge */
    uint32_t *stamp;      /* [2 * groups] */
    uint32_t now;
    struct ent_heap_item *heap;
    size_t heap_size, heap_capacity;
    uint32_t *walk, *walk_vertex; /* [2n + 2] closed walk under construction */
    uint32_t walk_length;
    uint32_t *place; /* [n] position in the walk + 1, 0 = not on it */
    uint32_t *cycle,
        *cycle_vertex; /* [n + 1] cycle_vertex[i] and [i+1] are joined by cycle[i] */
    uint32_t cycle_length;
    uint64_t *known; /* hashes of cycles of this round */
    uint32_t known_count, known_capacity;
    ent_cycle_found *found;
    void *context;
    uint32_t found_count, wanted;
    uint64_t work;
    bool failed; /* out of memory */
};

enum ent_status ent_cycles_init(struct ent_cycles *cycles, const struct ent_signed *graph,
                                bool two);
void ent_cycles_clear(struct ent_cycles *cycles);

/* Hand violated cycles to `found`, some of the worst but not all; about `wanted` at most.
 * None is handed over only if there is none, up to a tolerance of 1e-6. Returns how many.
 */
uint32_t ent_cycles_find(struct ent_cycles *cycles, const double *value, uint32_t wanted,
                         ent_cycle_found *found, void *context);

/* coalition_cycle_trim.c */
/* Take a closed walk of edges (walk, with walk_vertex[i] its start) that is bad as a
 * whole, reduce it to a simple bad cycle, shorten it by chords, and hand it over unless
 * known. */
void ent_cycles_emit(struct ent_cycles *cycles);

#endif
