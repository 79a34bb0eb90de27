/* rank_pn.c: PN centrality (Everett & Borgatti 2014, "Networks containing negative ties",
 * Social Networks 38).
 *
 * With A = P - 2N (friendly minus twice hostile) and c = 2n - 2, the status of all actors
 * is undirected  (I - A/c)^-1 1 leaving     (I - A A'/c^2)^-1 (I + A/c) 1 arriving    the
 * same of the transpose. A dense inverse would cost n^3; here a step costs one pass over
 * the ties. Undirected: the eigenvalues of A/c lie between -1 (all are enemies) and 1/2
 * (all are friends), so that Richardson's iteration x <- x + 0.8 (1 + A x/c - x) gains a
 * factor of 0.6 or better a step. Directed: o and i are the solution of  o = 1 + A i/c,
 * i = 1 + A' o/c,  so one iteration serves both; if all are enemies there is no unique
 * solution. Weighted ties are divided by the largest |weight|: a full tie is the
 * strongest. */
#include "measure/rank.h"

#include <stdlib.h>

enum { MOST_STEPS = 100000 };
static const double precision = 1e-13;

/* Move `to` by `pace` of the way to 1 + A from / c; the largest change of an entry,
 * relative to the largest entry if that is above 1. */
static double step(const struct rank_rows *rows, double c, double pace,
                   const double *from, double *to)
{
    double change = 0, largest = 1;
    for (uint32_t i = 0; i < rows->size; i++) {
        double sum = 0;
        for (size_t k = rows->start[i]; k < rows->start[i + 1]; k++) {
            double value = rows->value[k];
            sum += (value > 0 ? value : 2 * value) * from[rows->column[k]];
        }
        double move = pace * (1 + sum / c - to[i]);
        to[i] += move;
        change = fabs(move) > change ? fabs(move) : change;
        largest = fabs(to[i]) > largest ? fabs(to[i]) : largest;
    }
    return change / largest;
}

/* Is everybody everybody's full enemy? The only network without a directed solution: the
 * rows of |A|/c sum to 1 nowhere else. */
static bool all_enemies(const struct rank_rows *rows)
{
    size_t cells = rows->start[rows->size];
    if (cells != (size_t)rows->size * (rows->size - 1))
        return false;
    for (size_t k = 0; k < cells; k++) {
        if (rows->value[k] != -1)
            return false;
    }
    return true;
}

static void set_all(double *values, uint32_t count, double value)
{
    for (uint32_t i = 0; i < count; i++)
        values[i] = value;
}

static enum ent_status undirected(struct rank_context *context, double *pn)
{
    struct rank_rows rows;
    double c = 2.0 * context->vertices - 2, change = 1;
    double *old = malloc(((size_t)context->vertices + 1) * sizeof *old);
    if (!old)
        return rank_no_memory(context);
    enum ent_status status = rank_rows_make(&rows, context, false, true);
    if (status == ENT_OK) {
        set_all(pn, context->vertices, 1);
        for (int i = 0; i < MOST_STEPS && change > precision; i++) {
            memcpy(old, pn, context->vertices * sizeof *old);
            change = step(&rows, c, 0.8, old, pn);
        }
        rank_rows_clear(&rows);
    }
    free(old);
    context->report->pn_converged = change <= precision;
    return status;
}

static enum ent_status directed(struct rank_context *context, double *arriving,
                                double *leaving)
{
    struct rank_rows rows, transposed;
    double c = 2.0 * context->vertices - 2, change = 1;
    enum ent_status status = rank_rows_make(&rows, context, false, false);
    if (status != ENT_OK)
        return status;
    status = rank_rows_make(&transposed, context, true, false);
    if (status == ENT_OK) {
        set_all(arriving, context->vertices, 1);
        set_all(leaving, context->vertices, 1);
        for (int i = 0; i < MOST_STEPS && change > precision; i++) {
            change = step(&rows, c, 1, arriving, leaving);
            double other = step(&transposed, c, 1, leaving, arriving);
            change = other > change ? other : change;
        }
        rank_rows_clear(&transposed);
    }
    context->report->pn_converged = change <= precision && !all_enemies(&rows);
    rank_rows_clear(&rows);
    return status;
}

/* Slots: undirected, arriving, leaving. */
enum ent_status rank_pn(struct rank_context *context, double *out[MOST_SLOTS])
{
    enum ent_status status = ENT_OK;
    uint32_t n = context->vertices;
    if (n == 1) {
        for (int slot = 0; slot < 3; slot++) {
            if (out[slot])
                out[slot][0] = 1;
        }
        return ENT_OK;
    }
    if (out[0])
        status = undirected(context, out[0]);
    if (status != ENT_OK || (!out[1] && !out[2]))
        return status;
    double *spare = malloc(((size_t)n + 1) * sizeof *spare);
    if (!spare)
        return rank_no_memory(context);
    status = directed(context, out[1] ? out[1] : spare, out[2] ? out[2] : spare);
    free(spare);
    if (status == ENT_OK && !context->report->pn_converged) {
        for (int slot = 0; slot < 3; slot++) {
            if (out[slot])
                set_all(out[slot], n, NAN);
        }
    }
    return status;
}
