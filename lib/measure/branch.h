/* branch.h: the exact search on one irreducible block; not for library users. */
#ifndef ENTENTE_MEASURE_BRANCH_H
#define ENTENTE_MEASURE_BRANCH_H

#include "measure/cut_lp.h"
#include "measure/cycle.h"

struct ent_branch_fix {
    uint32_t column;
    bool second; /* the other value has been dealt with */
    int value;
    double bound; /* of the node that was split */
};

struct ent_branching {
    const struct ent_signed *graph;
    bool two;
    int64_t step;   /* costs of partitions differ by multiples of it */
    int64_t cost;   /* least found so far */
    uint32_t *camp; /* [n] its partition; borrowed, in and out */
    double bound;   /* of all partitions, in whole units */
    double root;    /* bound before branching */
    double divisor; /* LP costs are |weight| / divisor */
    double *lp_cost, *reduced;
    struct ent_cut_lp *lp;
    struct ent_cycles cycles;
    struct ent_camp_search search;
    struct ent_branch_fix *stack;
    uint32_t depth;
    uint32_t *order; /* [m] scratch of rounding */
    uint32_t *group; /* [2n] */
    uint32_t rounds, nodes;
    uint32_t root_rows; /* rows of the last round at the root */
    const struct ent_deadline *deadline;
    struct ent_glpk *glpk;
};

/* The caller sets graph, two, step, camp (a partition of low cost, labels < n), deadline
 * and glpk. Builds the linear programme with the cycles of the packing. Clear in any
 * case. */
enum ent_status ent_branching_init(struct ent_branching *branching, uint64_t seed);
void ent_branching_clear(struct ent_branching *branching);

/* Improve `camp` to least cost if the deadline allows; sets cost and bound. `known` is a
 * lower bound. */
void ent_branching_run(struct ent_branching *branching, double known);

/* coalition_round.c: partitions out of a fractional solution; updates cost and camp. */
void ent_branch_round(struct ent_branching *branching);

#endif
