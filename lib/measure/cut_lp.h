/* cut_lp.h: the linear programme over bad cycles, on GLPK; not for library users. */
#ifndef ENTENTE_MEASURE_CUT_LP_H
#define ENTENTE_MEASURE_CUT_LP_H

#include "measure/camps.h"

/* minimise sum cost[e] y[e], 0 <= y <= 1, every cycle's y summing to at least 1. GLPK is
 * kept silent, and its fatal errors, which would end the process, become failures here.
 */
struct ent_cut_lp;

/* What programmes that live at the same time share. After a fatal error all that GLPK
 * holds in this thread is thrown away, and none of them may use what is gone. And the
 * time limit is kept by counting work, so that results do not depend on the clock unless
 * the machine is slow. */
struct ent_glpk {
    bool broken;
    double work, most; /* simplex iterations times rows; most 0 = no limit */
};

/* For a time limit in seconds; < 0 = none. */
void ent_glpk_init(struct ent_glpk *glpk, double time_limit);
bool ent_glpk_spent(const struct ent_glpk *glpk);

/* `cost` [columns] >= 0, borrowed like `glpk`. NULL when memory ran out or GLPK failed.
 */
struct ent_cut_lp *ent_cut_lp_new(struct ent_glpk *glpk, const double *cost,
                                  uint32_t columns);
void ent_cut_lp_free(struct ent_cut_lp *lp);

/* Add the row of a cycle. */
bool ent_cut_lp_add(struct ent_cut_lp *lp, const uint32_t *edges, uint32_t count);
/* Fix y[column] to 0 or 1, or free it (-1). */
bool ent_cut_lp_fix(struct ent_cut_lp *lp, uint32_t column, int value);
/* 0, 1 or -1. */
int ent_cut_lp_fixed(const struct ent_cut_lp *lp, uint32_t column);

enum ent_cut_outcome {
    ENT_CUT_SOLVED,
    ENT_CUT_DEAR,    /* the objective passed `limit`, or no y is feasible */
    ENT_CUT_STOPPED, /* by the deadline */
    ENT_CUT_BROKEN,  /* GLPK gave up */
};

enum ent_cut_outcome ent_cut_lp_solve(struct ent_cut_lp *lp, double limit,
                                      const struct ent_deadline *deadline);

/* [columns] values of the last solution, and a lower bound on the objective that holds
 * whatever the solver's rounding errors: the rows' duals, clipped at zero, priced out in
 * full. After ENT_CUT_DEAR too. `reduced` [columns] receives the columns' reduced costs
 * under it. */
const double *ent_cut_lp_values(const struct ent_cut_lp *lp);
double ent_cut_lp_bound(struct ent_cut_lp *lp, double *reduced);

/* Drop rows that do not bind. */
void ent_cut_lp_purge(struct ent_cut_lp *lp);
uint32_t ent_cut_lp_rows(const struct ent_cut_lp *lp);

#endif
