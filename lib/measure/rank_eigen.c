/* rank_eigen.c: status by the signed eigenvector (Bonacich & Lloyd 2004, "Calculating
 * status with negative relations", Social Networks 26).
 *
 * The eigenvector of the eigenvalue of largest size. It means status only if that
 * eigenvalue is positive and clearly apart from the next in size; otherwise friends of
 * friends do not outweigh the rest, which the report tells. Both directions of a tie are
 * added up. */
#include "measure/rank.h"

#include <stdlib.h>

enum { DENSE = 48 }; /* up to this size the whole spectrum, by Jacobi's rotations */
static const double clearly = 1e-6;

struct spectrum {
    double first, second; /* eigenvalues, by size */
    double *vector;       /* of the first */
};

/* Take the eigenvalue and its vector (every `stride`-th of `from`) if it is among the two
 * largest in size. Of equal sizes the positive one comes first. */
static void offer(struct spectrum *spectrum, double value, const double *from,
                  size_t stride, uint32_t size)
{
    double tie = 1e-9 * (1 + fabs(value));
    bool larger = isnan(spectrum->first) || fabs(value) > fabs(spectrum->first) + tie ||
                  (fabs(value) > fabs(spectrum->first) - tie && value > spectrum->first);
    if (!larger) {
        if (isnan(spectrum->second) || fabs(value) > fabs(spectrum->second))
            spectrum->second = value;
        return;
    }
    spectrum->second = spectrum->first;
    spectrum->first = value;
    for (uint32_t i = 0; i < size; i++)
        spectrum->vector[i] = from[i * stride];
}

/* One rotation that makes a[p][q] zero; `v` collects the rotations. */
static void rotate(double *a, double *v, uint32_t n, uint32_t p, uint32_t q)
{
    double theta = (a[q * n + q] - a[p * n + p]) / (2 * a[p * n + q]);
    double t = (theta >= 0 ? 1 : -1) / (fabs(theta) + sqrt(theta * theta + 1));
    double c = 1 / sqrt(t * t + 1), s = t * c;
    for (uint32_t k = 0; k < n; k++) {
        double x = a[k * n + p], y = a[k * n + q];
        a[k * n + p] = c * x - s * y;
        a[k * n + q] = s * x + c * y;
    }
    for (uint32_t k = 0; k < n; k++) {
        double x = a[p * n + k], y = a[q * n + k];
        a[p * n + k] = c * x - s * y;
        a[q * n + k] = s * x + c * y;
        x = v[k * n + p];
        y = v[k * n + q];
        v[k * n + p] = c * x - s * y;
        v[k * n + q] = s * x + c * y;
    }
}

static void diagonalise(double *a, double *v, uint32_t n)
{
    for (int sweep = 0; sweep < 100; sweep++) {
        double off = 0;
        for (uint32_t p = 0; p < n; p++) {
            for (uint32_t q = p + 1; q < n; q++)
                off += a[p * n + q] * a[p * n + q];
        }
        if (off < 1e-26)
            return;
        for (uint32_t p = 0; p < n; p++) {
            for (uint32_t q = p + 1; q < n; q++) {
                if (fabs(a[p * n + q]) > 1e-300)
                    rotate(a, v, n, p, q);
            }
        }
    }
}

static enum ent_status solve_dense(struct rank_context *context,
                                   const struct rank_rows *rows,
                                   struct spectrum *spectrum)
{
    uint32_t n = rows->size;
    double *a = calloc((size_t)n * n, sizeof *a), *v = calloc((size_t)n * n, sizeof *v);
    if (a && v) {
        for (uint32_t i = 0; i < n; i++) {
            v[i * n + i] = 1;
            for (size_t k = rows->start[i]; k < rows->start[i + 1]; k++)
                a[i * n + rows->column[k]] = rows->value[k];
        }
        diagonalise(a, v, n);
        for (uint32_t i = 0; i < n; i++)
            offer(spectrum, a[i * n + i], v + i, n, n);
    }
    bool fine = a && v;
    free(a);
    free(v);
    return fine ? ENT_OK : rank_no_memory(context);
}

static igraph_error_t multiply(igraph_real_t *to, const igraph_real_t *from, int n,
                               void *extra)
{
    const struct rank_rows *rows = extra;
    for (int i = 0; i < n; i++) {
        double sum = 0;
        for (size_t k = rows->start[i]; k < rows->start[i + 1]; k++)
            sum += rows->value[k] * from[rows->column[k]];
        to[i] = sum;
    }
    return IGRAPH_SUCCESS;
}

static enum ent_status solve_sparse(struct rank_context *context, struct rank_rows *rows,
                                    struct spectrum *spectrum)
{
    igraph_arpack_options_t options;
    igraph_vector_t values;
    igraph_matrix_t vectors;
    uint32_t n = rows->size;
    igraph_arpack_options_init(&options);
    options.n = (int)n;
    options.nev = 2;
    options.ncv = 24;
    options.mxiter = 20000;
    options.start = 1; /* a fixed vector: ARPACK's own start would be random */
    options.which[0] = 'L';
    options.which[1] = 'M';
    if (igraph_vector_init(&values, 0) != IGRAPH_SUCCESS)
        return rank_no_memory(context);
    if (igraph_matrix_init(&vectors, n, 1) != IGRAPH_SUCCESS) {
        igraph_vector_destroy(&values);
        return rank_no_memory(context);
    }
    for (uint32_t i = 0; i < n; i++)
        MATRIX(vectors, i, 0) = 1 + 0.5 * sin(i * 1.618033988749895);
    enum ent_status status = ent_compat_check(
        igraph_arpack_rssolve(multiply, rows, &options, NULL, &values, &vectors),
        context->error);
    for (ent_ig_int k = 0; status == ENT_OK && k < igraph_vector_size(&values); k++)
        offer(spectrum, VECTOR(values)[k], &MATRIX(vectors, 0, k), 1, n);
    igraph_matrix_destroy(&vectors);
    igraph_vector_destroy(&values);
    return status;
}

/* The largest entry becomes 1; of equally large ones the first decides the direction. */
static void normalise(double *vector, uint32_t size)
{
    double largest = 0, sign = 1;
    for (uint32_t i = 0; i < size; i++) {
        if (fabs(vector[i]) > largest * (1 + 1e-9)) {
            largest = fabs(vector[i]);
            sign = vector[i] < 0 ? -1 : 1;
        }
    }
    for (uint32_t i = 0; i < size && largest > 0; i++)
        vector[i] = fabs(vector[i]) < 1e-12 * largest ? 0 : vector[i] * sign / largest;
}

enum ent_status rank_signed_eigenvector(struct rank_context *context,
                                        double *out[MOST_SLOTS])
{
    struct rank_rows rows;
    struct spectrum spectrum = {NAN, NAN, out[0]};
    enum ent_status status = rank_rows_make(&rows, context, false, true);
    if (status != ENT_OK)
        return status;
    if (rows.start[rows.size] == 0) { /* no ties: no status */
        rank_rows_clear(&rows);
        context->report->eigenvector_dominant = false;
        return ENT_OK;
    }
    status = rows.size <= DENSE ? solve_dense(context, &rows, &spectrum)
                                : solve_sparse(context, &rows, &spectrum);
    rank_rows_clear(&rows);
    if (status != ENT_OK)
        return status;
    normalise(out[0], context->vertices);
    context->report->eigenvalue = spectrum.first;
    context->report->second_eigenvalue = spectrum.second;
    context->report->eigenvector_dominant =
        spectrum.first > 0 &&
        (isnan(spectrum.second) ||
         fabs(spectrum.first) - fabs(spectrum.second) > clearly * fabs(spectrum.first));
    return ENT_OK;
}
