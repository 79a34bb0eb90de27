/* rank_order.c: vertices by falling centrality. */
#include "measure/rank.h"

#include <stdlib.h>

struct ordered {
    double value; /* larger is more central; -inf if missing */
    struct ent_str name;
    uint32_t vertex;
};

static int compare(const void *a, const void *b)
{
    const struct ordered *x = a, *y = b;
    if (x->value != y->value)
        return x->value > y->value ? -1 : 1;
    int order = ent_str_cmp(x->name, y->name);
    return order ? order : x->vertex < y->vertex ? -1 : 1;
}

enum ent_status ent_measure_order(const struct ent_network *network,
                                  enum ent_measure measure, uint32_t *order,
                                  struct ent_error *error)
{
    const struct ent_column *column =
        ent_table_find(&network->vertices, ent_measure_name(measure));
    uint32_t count = network->vertices.row_count;
    struct ordered *items = malloc(((size_t)count + 1) * sizeof *items);
    struct ent_arena arena;
    ent_arena_init(&arena);
    if (!items)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    for (uint32_t i = 0; i < count; i++) {
        double value = column ? ent_column_number(column, i) : NAN;
        if (!ent_measure_rising(measure))
            value = -value;
        items[i] = (struct ordered){isnan(value) ? -INFINITY : value,
                                    ent_network_name(network, i, &arena), i};
    }
    qsort(items, count, sizeof *items, compare);
    for (uint32_t i = 0; i < count; i++)
        order[i] = items[i].vertex;
    free(items);
    ent_arena_clear(&arena);
    return ENT_OK;
}
