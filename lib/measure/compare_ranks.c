/* compare_ranks.c: correlation of ranks, and distance of camps, on common vertices. */
#include "measure/compare.h"

#include "network/compat.h"

#include <stdlib.h>

struct value {
    double value;
    uint32_t index;
};

static int compare_values(const void *a, const void *b)
{
    const struct value *x = a, *y = b;
    return x->value < y->value ? -1 : x->value > y->value;
}

/* Replace values by ranks 1.., equal values sharing their mean rank. */
static bool to_ranks(double *values, uint32_t count)
{
    struct value *sorted = malloc(((size_t)count + 1) * sizeof *sorted);
    if (!sorted)
        return false;
    for (uint32_t i = 0; i < count; i++)
        sorted[i] = (struct value){values[i], i};
    qsort(sorted, count, sizeof *sorted, compare_values);
    for (uint32_t i = 0, next; i < count; i = next) {
        for (next = i + 1; next < count && sorted[next].value == sorted[i].value;)
            next++;
        for (uint32_t k = i; k < next; k++)
            values[sorted[k].index] = 0.5 * ((double)i + 1 + next);
    }
    free(sorted);
    return true;
}

static double correlation(const double *x, const double *y, uint32_t count)
{
    double mean = 0.5 * ((double)count + 1), xy = 0, xx = 0, yy = 0;
    for (uint32_t i = 0; i < count; i++) {
        xy += (x[i] - mean) * (y[i] - mean);
        xx += (x[i] - mean) * (x[i] - mean);
        yy += (y[i] - mean) * (y[i] - mean);
    }
    return xx > 0 && yy > 0 ? xy / sqrt(xx * yy) : NAN;
}

/* Kendall's tau-b, by counting all pairs; above this number of actors a sample of every
 * k-th pair would not be honest, so it is left out. */
enum { MOST_FOR_KENDALL = 20000 };

static double kendall(const double *x, const double *y, uint32_t count)
{
    double agree = 0, x_free = 0, y_free = 0;
    if (count > MOST_FOR_KENDALL)
        return NAN;
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t k = i + 1; k < count; k++) {
            int a = (x[i] > x[k]) - (x[i] < x[k]), b = (y[i] > y[k]) - (y[i] < y[k]);
            agree += a * b;
            x_free += a != 0;
            y_free += b != 0;
        }
    }
    return x_free > 0 && y_free > 0 ? agree / sqrt(x_free * y_free) : NAN;
}

/* Values of the column on vertices that both networks have and know; how many. The caller
 * frees both; NULL when memory ran out. */
static bool common_values(const struct comparer *comparer, const char *name,
                          double *values[2], uint32_t *count)
{
    const struct ent_column *columns[2];
    *count = 0;
    for (int side = 0; side < 2; side++) {
        columns[side] = ent_table_find(&comparer->networks[side]->vertices, name);
        values[side] = malloc(((size_t)comparer->names.size + 1) * sizeof(double));
    }
    if (!values[0] || !values[1])
        return false;
    for (uint32_t i = 0; i < comparer->names.size && columns[0] && columns[1]; i++) {
        uint32_t old = comparer->vertex[0][i], now = comparer->vertex[1][i];
        if (old == UINT32_MAX || now == UINT32_MAX)
            continue;
        values[0][*count] = ent_column_number(columns[0], old);
        values[1][*count] = ent_column_number(columns[1], now);
        if (!isnan(values[0][*count]) && !isnan(values[1][*count]))
            (*count)++;
    }
    return true;
}

enum ent_status compare_ranks(struct comparer *comparer, enum ent_measure measure)
{
    double *values[2];
    uint32_t count;
    bool fine = common_values(comparer, ent_measure_name(measure), values, &count);
    if (fine) {
        comparer->result->kendall = kendall(values[0], values[1], count);
        fine = to_ranks(values[0], count) && to_ranks(values[1], count);
    }
    if (fine)
        comparer->result->spearman = correlation(values[0], values[1], count);
    free(values[0]);
    free(values[1]);
    return fine ? ENT_OK : ent_fail(comparer->error, ENT_EMEMORY, 0, "out of memory");
}

/* Number the camps 0, 1, ... in the order in which they come: igraph wants no gaps. */
static void renumber(const double *camps, uint32_t count, igraph_vector_int_t *members,
                     double *seen)
{
    uint32_t known = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t k = 0;
        while (k < known && seen[k] != camps[i])
            k++;
        if (k == known)
            seen[known++] = camps[i];
        VECTOR(*members)[i] = k;
    }
}

static enum ent_status camp_distance(struct comparer *comparer, double *camps[2],
                                     uint32_t count)
{
    igraph_vector_int_t members[2];
    enum ent_status status =
        ent_compat_check(igraph_vector_int_init(&members[0], count), comparer->error);
    if (status != ENT_OK)
        return status;
    status =
        ent_compat_check(igraph_vector_int_init(&members[1], count), comparer->error);
    if (status != ENT_OK) {
        igraph_vector_int_destroy(&members[0]);
        return status;
    }
    double *seen = malloc(((size_t)count + 1) * sizeof *seen);
    for (int side = 0; side < 2 && seen; side++)
        renumber(camps[side], count, &members[side], seen);
    if (!seen)
        status = ent_fail(comparer->error, ENT_EMEMORY, 0, "out of memory");
    free(seen);
    struct ent_comparison *result = comparer->result;
    if (status == ENT_OK)
        status =
            ent_compat_check(igraph_compare_communities(&members[0], &members[1],
                                                        &result->variation_of_information,
                                                        IGRAPH_COMMCMP_VI),
                             comparer->error);
    if (status == ENT_OK && count > 1)
        status = ent_compat_check(
            igraph_compare_communities(&members[0], &members[1], &result->adjusted_rand,
                                       IGRAPH_COMMCMP_ADJUSTED_RAND),
            comparer->error);
    igraph_vector_int_destroy(&members[0]);
    igraph_vector_int_destroy(&members[1]);
    return status;
}

enum ent_status compare_camps(struct comparer *comparer)
{
    double *camps[2];
    uint32_t count;
    enum ent_status status = ENT_OK;
    comparer->result->variation_of_information = NAN;
    comparer->result->adjusted_rand = NAN;
    ent_compat_begin();
    if (!common_values(comparer, "camp", camps, &count))
        status = ent_fail(comparer->error, ENT_EMEMORY, 0, "out of memory");
    else if (count > 0)
        status = camp_distance(comparer, camps, count);
    free(camps[0]);
    free(camps[1]);
    return status;
}
