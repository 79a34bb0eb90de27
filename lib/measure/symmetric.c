/* symmetric.c: eigenvalues by Householder reflections to tridiagonal form and the
 * implicit QL iteration (Wilkinson & Reinsch 1971). Our own, as a threaded BLAS would
 * round differently from machine to machine. */
#include "measure/symmetric.h"

#include <math.h>
#include <stdlib.h>

/* One reflection: the row `at` left of the subdiagonal becomes zero. The vector v
 * replaces the row; w is scratch. Returns the subdiagonal element. */
static double reflect(double *matrix, size_t size, size_t at, double *w)
{
    double *v = matrix + at * size;
    double scale = 0, norm = 0;
    for (size_t k = 0; k < at; k++)
        scale += fabs(v[k]);
    if (scale == 0)
        return 0;
    for (size_t k = 0; k < at; k++)
        norm += v[k] / scale * (v[k] / scale);
    double length = scale * sqrt(norm), last = v[at - 1];
    double target = last > 0 ? -length : length;
    v[at - 1] = last - target;
    double half = length * length - last * target; /* |v|^2 / 2 */
    if (half == 0)
        return target;
    double dot = 0;
    for (size_t i = 0; i < at; i++)
        w[i] = 0;
    for (size_t i = 0; i < at; i++) { /* w = A v, from the lower triangle */
        const double *row = matrix + i * size;
        double sum = row[i] * v[i];
        for (size_t k = 0; k < i; k++) {
            sum += row[k] * v[k];
            w[k] += row[k] * v[i];
        }
        w[i] += sum;
    }
    for (size_t i = 0; i < at; i++) {
        w[i] /= half;
        dot += w[i] * v[i];
    }
    for (size_t i = 0; i < at; i++)
        w[i] -= dot / (2 * half) * v[i];
    for (size_t i = 0; i < at; i++) {
        double *row = matrix + i * size;
        for (size_t k = 0; k <= i; k++)
            row[k] -= v[i] * w[k] + w[i] * v[k];
    }
    return target;
}

/* One sweep of QL with implicit shift on d[low .. high], below[i] coupling i and i + 1.
 */
static void sweep(double *d, double *below, size_t low, size_t high)
{
    double g = (d[low + 1] - d[low]) / (2 * below[low]), r = hypot(g, 1);
    g = d[high] - d[low] + below[low] / (g + copysign(r, g));
    double s = 1, c = 1, p = 0;
    for (size_t i = high; i-- > low;) {
        double f = s * below[i], b = c * below[i];
        r = hypot(f, g);
        below[i + 1] = r;
        if (r == 0) {
            d[i + 1] -= p;
            below[high] = 0;
            return;
        }
        s = f / r;
        c = g / r;
        g = d[i + 1] - p;
        r = (d[i] - g) * s + 2 * c * b;
        p = s * r;
        d[i + 1] = g + p;
        g = c * r - b;
    }
    d[low] -= p;
    below[low] = g;
    below[high] = 0;
}

enum ent_status ent_symmetric_eigenvalues(double *matrix, size_t size, double *value)
{
    double *below = calloc(2 * size + 2, sizeof *below);
    if (!below)
        return ENT_EMEMORY;
    for (size_t at = size; at-- > 1;)
        below[at - 1] =
            at > 1 ? reflect(matrix, size, at, below + size + 1) : matrix[size];
    for (size_t i = 0; i < size; i++)
        value[i] = matrix[i * size + i];
    double norm = 0;
    for (size_t i = 0; i < size; i++)
        norm = fmax(norm, fabs(value[i]) + (i + 1 < size ? fabs(below[i]) : 0));
    enum ent_status status = ENT_OK;
    for (size_t low = 0; low < size && status == ENT_OK; low++)
        for (int tries = 0;; tries++) {
            size_t high = low;
            while (high + 1 < size && fabs(below[high]) > 1e-16 * norm)
                high++;
            if (high == low)
                break;
            if (tries == 60) {
                status = ENT_ELIMIT;
                break;
            }
            sweep(value, below, low, high);
        }
    free(below);
    return status;
}
