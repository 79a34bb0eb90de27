/* part.h: solving a network part by part; not for library users. */
#ifndef ENTENTE_MEASURE_PART_H
#define ENTENTE_MEASURE_PART_H

#include "measure/block.h"
#include "measure/cut_lp.h"

struct ent_part_solver {
    bool two; /* camps, else any number */
    uint64_t seed;
    double effort;
    const struct ent_deadline *deadline;
    struct ent_glpk *glpk;
};

/* Improve the partition `camp` to least cost if the deadline allows. Labels in and out: 0
 * and 1 for two camps, else numbers below vertex_count. `bound` receives a lower bound in
 * whole units. */
enum ent_status ent_part_solve(const struct ent_part_solver *solver,
                               const struct ent_signed *graph, uint32_t *camp,
                               double *bound);

/* All costs of partitions of the graph differ by multiples of this. */
int64_t ent_part_step(const struct ent_signed *graph, bool two);

/* coalition_glue.c: partitions of blocks put together to one of the whole. */
void ent_glue_two(const struct ent_part *parts, uint32_t count, uint32_t *const *camps,
                  uint32_t vertex_count, uint32_t *camp);
/* camps[b] has labels that are positions of members. */
void ent_glue_any(const struct ent_part *parts, uint32_t count, uint32_t *const *camps,
                  uint32_t vertex_count, uint32_t *camp);
/* Union and find, with path halving. */
uint32_t ent_glue_root(uint32_t *camp, uint32_t vertex);
/* Make labels (below 2 * count) positions of members; `scratch` [2 * count]. */
void ent_glue_normalise(uint32_t *camp, uint32_t count, uint32_t *scratch);

#endif
