/* rank_rows.c: the signed adjacency matrix in sparse rows. */
#include "measure/rank.h"

#include <stdlib.h>

void rank_rows_clear(struct rank_rows *rows)
{
    free(rows->start);
    free(rows->column);
    free(rows->value);
    memset(rows, 0, sizeof *rows);
}

/* Spread the cells over their rows (a counting sort, stable, so that sums do not depend
 * on anything but the order of arcs). */
static void fill_rows(struct rank_rows *rows, const struct rank_context *context,
                      bool transposed, bool both, size_t *next)
{
    for (uint32_t i = 0; i < context->arcs; i++) {
        struct ent_arc arc = context->network->arcs[i];
        double value = context->strength[i];
        uint32_t row = transposed ? arc.to : arc.from;
        uint32_t column = transposed ? arc.from : arc.to;
        if (value == 0 || row == column)
            continue;
        rows->column[next[row]] = column;
        rows->value[next[row]++] = value;
        if (both) {
            rows->column[next[column]] = row;
            rows->value[next[column]++] = value;
        }
    }
}

static void count_cells(struct rank_rows *rows, const struct rank_context *context,
                        bool transposed, bool both)
{
    for (uint32_t i = 0; i < context->arcs; i++) {
        struct ent_arc arc = context->network->arcs[i];
        if (context->strength[i] == 0 || arc.from == arc.to)
            continue;
        rows->start[(transposed ? arc.to : arc.from) + 1]++;
        if (both)
            rows->start[(transposed ? arc.from : arc.to) + 1]++;
    }
    for (uint32_t i = 0; i < rows->size; i++)
        rows->start[i + 1] += rows->start[i];
}

/* Add up cells of the same column within each row, drop what cancels; `where` remembers
 * at which place a column stands in the present row. */
static void merge_cells(struct rank_rows *rows, size_t *where)
{
    size_t kept = 0;
    for (uint32_t i = 0; i < rows->size; i++)
        where[i] = SIZE_MAX;
    for (uint32_t row = 0; row < rows->size; row++) {
        size_t begin = kept, end = rows->start[row + 1];
        for (size_t k = rows->start[row]; k < end; k++) {
            uint32_t column = rows->column[k];
            double value = rows->value[k];
            if (where[column] != SIZE_MAX && where[column] >= begin) {
                rows->value[where[column]] += value;
                continue;
            }
            where[column] = kept;
            rows->column[kept] = column;
            rows->value[kept++] = value;
        }
        rows->start[row] = begin;
    }
    rows->start[rows->size] = kept;
}

static void scale(struct rank_rows *rows)
{
    double largest = 0;
    size_t count = rows->start[rows->size];
    for (size_t k = 0; k < count; k++)
        largest = fabs(rows->value[k]) > largest ? fabs(rows->value[k]) : largest;
    for (size_t k = 0; k < count && largest > 0; k++)
        rows->value[k] /= largest;
}

enum ent_status rank_rows_make(struct rank_rows *rows, const struct rank_context *context,
                               bool transposed, bool both)
{
    size_t cells = (size_t)context->arcs * (both ? 2 : 1) + 1;
    uint32_t size = context->vertices;
    memset(rows, 0, sizeof *rows);
    rows->size = size;
    rows->start = calloc((size_t)size + 2, sizeof *rows->start);
    rows->column = malloc(cells * sizeof *rows->column);
    rows->value = malloc(cells * sizeof *rows->value);
    size_t *next = malloc(((size_t)size + 1) * sizeof *next);
    if (!rows->start || !rows->column || !rows->value || !next) {
        free(next);
        rank_rows_clear(rows);
        return ent_fail(context->error, ENT_EMEMORY, 0, "out of memory");
    }
    count_cells(rows, context, transposed, both);
    memcpy(next, rows->start, (size_t)size * sizeof *next);
    fill_rows(rows, context, transposed, both, next);
    merge_cells(rows, next);
    scale(rows);
    free(next);
    return ENT_OK;
}
