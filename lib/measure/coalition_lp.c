/* coalition_lp.c: the only place that calls GLPK. */
#include "measure/cut_lp.h"

#include <glpk.h>
#include <setjmp.h>
#include <stdlib.h>

struct ent_cut_lp {
    glp_prob *problem;
    uint32_t columns;
    const double *cost; /* borrowed */
    double *value;      /* [columns] */
    int8_t *fixed;      /* [columns] -1, 0, 1 */
    int *index;         /* [columns + 1] scratch of a row */
    double *ones;       /* [columns + 1] */
    int *victims;       /* rows to drop */
    size_t victim_capacity;
    glp_smcp control;
    int outcome; /* of the last glp_simplex */
    struct ent_glpk *glpk;
    jmp_buf escape;
};

/* Work done in a second by a slow machine. */
static const double WORK_PER_SECOND = 5e6;

void ent_glpk_init(struct ent_glpk *glpk, double time_limit)
{
    *glpk = (struct ent_glpk){.most = time_limit < 0 ? 0 : WORK_PER_SECOND * time_limit};
}

bool ent_glpk_spent(const struct ent_glpk *glpk)
{
    return glpk->most > 0 && glpk->work >= glpk->most;
}

/* GLPK ends the process after a fatal error unless this hook does not return. What GLPK
 * holds is then thrown away as a whole. */
static void escape(void *info)
{
    struct ent_cut_lp *lp = info;
    longjmp(lp->escape, 1);
}

/* Before a fatal error GLPK turns its output on again; this keeps it silent. */
static int swallow(void *info, const char *text)
{
    (void)info;
    (void)text;
    return 1;
}

/* Run one action on GLPK; false if it failed fatally, now or before. */
static bool guarded(struct ent_cut_lp *lp, void (*action)(struct ent_cut_lp *, void *),
                    void *argument)
{
    if (lp->glpk->broken)
        return false;
    int terminal = glp_term_out(GLP_OFF);
    if (setjmp(lp->escape)) {
        glp_error_hook(NULL, NULL);
        glp_free_env();
        lp->glpk->broken = true;
        return false;
    }
    glp_error_hook(escape, lp);
    glp_term_hook(swallow, NULL);
    action(lp, argument);
    glp_term_hook(NULL, NULL);
    glp_error_hook(NULL, NULL);
    glp_term_out(terminal);
    return true;
}

static void create(struct ent_cut_lp *lp, void *unused)
{
    (void)unused;
    lp->problem = glp_create_prob();
    glp_set_obj_dir(lp->problem, GLP_MIN);
    if (lp->columns)
        glp_add_cols(lp->problem, (int)lp->columns);
    for (uint32_t c = 0; c < lp->columns; c++) {
        glp_set_col_bnds(lp->problem, (int)c + 1, GLP_DB, 0, 1);
        glp_set_obj_coef(lp->problem, (int)c + 1, lp->cost[c]);
    }
    glp_init_smcp(&lp->control);
    lp->control.msg_lev = GLP_MSG_OFF;
    lp->control.meth = GLP_DUALP;
}

struct ent_cut_lp *ent_cut_lp_new(struct ent_glpk *glpk, const double *cost,
                                  uint32_t columns)
{
    struct ent_cut_lp *lp = calloc(1, sizeof *lp);
    if (!lp)
        return NULL;
    lp->glpk = glpk;
    lp->columns = columns;
    lp->cost = cost;
    lp->value = calloc((size_t)columns + 1, sizeof *lp->value);
    lp->fixed = malloc((size_t)columns + 1);
    lp->index = malloc(((size_t)columns + 1) * sizeof *lp->index);
    lp->ones = malloc(((size_t)columns + 1) * sizeof *lp->ones);
    if (lp->value && lp->fixed && lp->index && lp->ones) {
        memset(lp->fixed, -1, (size_t)columns + 1);
        if (guarded(lp, create, NULL))
            return lp;
    }
    ent_cut_lp_free(lp);
    return NULL;
}

static void destroy(struct ent_cut_lp *lp, void *unused)
{
    (void)unused;
    glp_delete_prob(lp->problem);
}

void ent_cut_lp_free(struct ent_cut_lp *lp)
{
    if (!lp)
        return;
    if (lp->problem)
        guarded(lp, destroy, NULL);
    free(lp->value);
    free(lp->fixed);
    free(lp->index);
    free(lp->ones);
    free(lp->victims);
    free(lp);
}

struct row {
    const uint32_t *edges;
    uint32_t count;
};

static void add_row(struct ent_cut_lp *lp, void *argument)
{
    const struct row *row = argument;
    int number = glp_add_rows(lp->problem, 1);
    for (uint32_t i = 0; i < row->count; i++) {
        lp->index[i + 1] = (int)row->edges[i] + 1;
        lp->ones[i + 1] = 1;
    }
    glp_set_mat_row(lp->problem, number, (int)row->count, lp->index, lp->ones);
    glp_set_row_bnds(lp->problem, number, GLP_LO, 1, 0);
}

bool ent_cut_lp_add(struct ent_cut_lp *lp, const uint32_t *edges, uint32_t count)
{
    struct row row = {edges, count};
    return guarded(lp, add_row, &row);
}

int ent_cut_lp_fixed(const struct ent_cut_lp *lp, uint32_t column)
{
    return lp->fixed[column];
}

struct fixing {
    uint32_t column;
    int value;
};

static void fix(struct ent_cut_lp *lp, void *argument)
{
    const struct fixing *fixing = argument;
    int column = (int)fixing->column + 1;
    if (fixing->value < 0)
        glp_set_col_bnds(lp->problem, column, GLP_DB, 0, 1);
    else
        glp_set_col_bnds(lp->problem, column, GLP_FX, fixing->value, fixing->value);
}

bool ent_cut_lp_fix(struct ent_cut_lp *lp, uint32_t column, int value)
{
    struct fixing fixing = {column, value};
    lp->fixed[column] = (int8_t)value;
    return guarded(lp, fix, &fixing);
}

/* Each call counts as an iteration at least. */
static int simplex(struct ent_cut_lp *lp)
{
    struct ent_glpk *glpk = lp->glpk;
    double size = 100.0 + glp_get_num_rows(lp->problem);
    double left = (glpk->most - glpk->work) / size;
    if (glpk->most > 0 && left < 1)
        return GLP_EITLIM;
    lp->control.it_lim = glpk->most > 0 && left < 1e9 ? (int)left : INT32_MAX;
    int before = glp_get_it_cnt(lp->problem);
    int outcome = glp_simplex(lp->problem, &lp->control);
    glpk->work += size * (1 + glp_get_it_cnt(lp->problem) - before);
    return outcome;
}

static void solve(struct ent_cut_lp *lp, void *unused)
{
    (void)unused;
    lp->outcome = simplex(lp);
    if (lp->outcome != GLP_EBADB && lp->outcome != GLP_ESING &&
        lp->outcome != GLP_ECOND && lp->outcome != GLP_EFAIL)
        return;
    glp_std_basis(lp->problem);
    lp->outcome = simplex(lp);
}

enum ent_cut_outcome ent_cut_lp_solve(struct ent_cut_lp *lp, double limit,
                                      const struct ent_deadline *deadline)
{
    double left = ent_deadline_left(deadline);
    if (left <= 0)
        return ENT_CUT_STOPPED;
    lp->control.tm_lim = left > 1e6 ? INT32_MAX : (int)(left * 1000) + 1;
    lp->control.obj_ul = limit;
    if (!guarded(lp, solve, NULL))
        return ENT_CUT_BROKEN;
    if (lp->outcome == GLP_ETMLIM || lp->outcome == GLP_EITLIM)
        return ENT_CUT_STOPPED;
    if (lp->outcome == GLP_EOBJUL)
        return ENT_CUT_DEAR;
    if (lp->outcome != 0)
        return ENT_CUT_BROKEN;
    int status = glp_get_status(lp->problem);
    if (status == GLP_NOFEAS)
        return ENT_CUT_DEAR;
    if (status != GLP_OPT)
        return ENT_CUT_BROKEN;
    for (uint32_t c = 0; c < lp->columns; c++)
        lp->value[c] = glp_get_col_prim(lp->problem, (int)c + 1);
    return ENT_CUT_SOLVED;
}

const double *ent_cut_lp_values(const struct ent_cut_lp *lp)
{
    return lp->value;
}

struct bounding {
    double *reduced, bound;
};

static void price(struct ent_cut_lp *lp, void *argument)
{
    struct bounding *bounding = argument;
    int rows = glp_get_num_rows(lp->problem);
    memcpy(bounding->reduced, lp->cost, lp->columns * sizeof *lp->cost);
    bounding->bound = 0;
    for (int r = 1; r <= rows; r++) {
        double dual = glp_get_row_dual(lp->problem, r);
        if (dual <= 0)
            continue;
        bounding->bound += dual;
        int count = glp_get_mat_row(lp->problem, r, lp->index, NULL);
        for (int i = 1; i <= count; i++)
            bounding->reduced[lp->index[i] - 1] -= dual;
    }
    for (uint32_t c = 0; c < lp->columns; c++)
        if (lp->fixed[c] == 1 || (lp->fixed[c] < 0 && bounding->reduced[c] < 0))
            bounding->bound += bounding->reduced[c];
}

double ent_cut_lp_bound(struct ent_cut_lp *lp, double *reduced)
{
    struct bounding bounding = {reduced, 0};
    if (!guarded(lp, price, &bounding))
        return 0;
    return bounding.bound;
}

static void purge(struct ent_cut_lp *lp, void *unused)
{
    (void)unused;
    int rows = glp_get_num_rows(lp->problem), count = 0;
    for (int r = 1; r <= rows; r++)
        if (glp_get_row_stat(lp->problem, r) == GLP_BS &&
            glp_get_row_prim(lp->problem, r) > 1 + 1e-6)
            lp->victims[++count] = r;
    if (count)
        glp_del_rows(lp->problem, count, lp->victims);
}

void ent_cut_lp_purge(struct ent_cut_lp *lp)
{
    size_t rows = ent_cut_lp_rows(lp);
    if (lp->victim_capacity <= rows) {
        int *bigger = realloc(lp->victims, (2 * rows + 1) * sizeof *bigger);
        if (!bigger)
            return; /* rows that stay do no harm */
        lp->victims = bigger;
        lp->victim_capacity = 2 * rows + 1;
    }
    guarded(lp, purge, NULL);
}

uint32_t ent_cut_lp_rows(const struct ent_cut_lp *lp)
{
    return lp->glpk->broken ? 0 : (uint32_t)glp_get_num_rows(lp->problem);
}
