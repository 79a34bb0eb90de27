/* select.c: keep so much of a network as a picture can show. */
#include "draw/picture.h"

#include <stdlib.h>

struct selection {
    const struct ent_network *network;
    bool *vertices, *arcs;
    struct ent_arena arena;
};

static enum ent_status no_memory(struct ent_error *error)
{
    return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
}

/* Drop light arcs, then the vertices that had arcs and have none left. */
static enum ent_status keep_heavy(struct selection *selection, double least,
                                  struct ent_error *error)
{
    const struct ent_network *network = selection->network;
    const struct ent_column *weight = ent_table_find(&network->edges, "weight");
    uint32_t n = network->vertices.row_count;
    bool *had = ent_arena_array(&selection->arena, (size_t)n + 1, sizeof *had);
    bool *has = ent_arena_array(&selection->arena, (size_t)n + 1, sizeof *has);
    if (!had || !has)
        return no_memory(error);
    for (uint32_t i = 0; i < network->edges.row_count; i++) {
        struct ent_arc arc = network->arcs[i];
        selection->arcs[i] = draw_arc_weight(weight, i) >= least;
        had[arc.from] = had[arc.to] = true;
        if (selection->arcs[i])
            has[arc.from] = has[arc.to] = true;
    }
    for (uint32_t i = 0; i < n; i++)
        selection->vertices[i] &= has[i] || !had[i];
    return ENT_OK;
}

static enum ent_status keep_camp(struct selection *selection, int64_t camp,
                                 struct ent_error *error)
{
    const struct ent_table *table = &selection->network->vertices;
    const struct ent_column *column = ent_table_find(table, "camp");
    bool any = false;
    for (uint32_t i = 0; i < table->row_count; i++) {
        bool inside = column && ent_column_number(column, i) == (double)camp;
        selection->vertices[i] &= inside;
        any |= inside;
    }
    return any ? ENT_OK
               : ent_fail(error, ENT_EMISSING, 0, "no actor is in camp %lld",
                          (long long)camp);
}

/* The vertex of that name, else the first of that label, else UINT32_MAX. */
static uint32_t find_actor(struct selection *selection, const char *actor)
{
    const struct ent_network *network = selection->network;
    const struct ent_column *label = ent_table_find(&network->vertices, "label");
    uint32_t found = UINT32_MAX;
    for (uint32_t i = 0; i < network->vertices.row_count; i++) {
        if (ent_str_is(ent_network_name(network, i, &selection->arena), actor))
            return i;
        if (found == UINT32_MAX && label &&
            ent_str_is(ent_column_text(label, i, &selection->arena), actor))
            found = i;
    }
    return found;
}

static enum ent_status keep_neighbours(struct selection *selection, const char *actor,
                                       struct ent_error *error)
{
    const struct ent_network *network = selection->network;
    uint32_t n = network->vertices.row_count, center = find_actor(selection, actor);
    if (center == UINT32_MAX)
        return ent_fail(error, ENT_EMISSING, 0, "there is no actor '%.120s'", actor);
    bool *near = ent_arena_array(&selection->arena, (size_t)n + 1, sizeof *near);
    if (!near)
        return no_memory(error);
    near[center] = true;
    for (uint32_t i = 0; i < network->edges.row_count; i++) {
        struct ent_arc arc = network->arcs[i];
        if (selection->arcs[i] && (arc.from == center || arc.to == center))
            near[arc.from] = near[arc.to] = true;
    }
    for (uint32_t i = 0; i < n; i++)
        selection->vertices[i] &= near[i];
    return ENT_OK;
}

struct ranked {
    double value;
    uint32_t vertex;
};

/* Largest first, missing values last, then by number. */
static int by_value(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    if (isnan(x->value) != isnan(y->value))
        return isnan(x->value) ? 1 : -1;
    if (x->value != y->value && !isnan(x->value))
        return x->value > y->value ? -1 : 1;
    return x->vertex < y->vertex ? -1 : x->vertex > y->vertex;
}

static enum ent_status keep_top(struct selection *selection, uint32_t top,
                                const char *size, struct ent_error *error)
{
    uint32_t n = selection->network->vertices.row_count;
    double *values = ent_arena_array(&selection->arena, (size_t)n + 1, sizeof *values);
    struct ranked *order =
        ent_arena_array(&selection->arena, (size_t)n + 1, sizeof *order);
    if (!values || !order)
        return no_memory(error);
    enum ent_status status =
        draw_size_values(selection->network, size, values, NULL, error);
    if (status != ENT_OK)
        return status;
    uint32_t count = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (selection->vertices[i])
            order[count++] = (struct ranked){values[i], i};
    }
    qsort(order, count, sizeof *order, by_value);
    for (uint32_t i = top; i < count; i++)
        selection->vertices[order[i].vertex] = false;
    return ENT_OK;
}

static enum ent_status mark(struct selection *selection, const struct ent_select *select,
                            struct ent_error *error)
{
    enum ent_status status = ENT_OK;
    if (select->min_weight > 0)
        status = keep_heavy(selection, select->min_weight, error);
    if (status == ENT_OK && select->camp != 0)
        status = keep_camp(selection, select->camp, error);
    if (status == ENT_OK && select->neighbours)
        status = keep_neighbours(selection, select->neighbours, error);
    if (status == ENT_OK && select->top > 0)
        status = keep_top(selection, select->top, select->size, error);
    return status;
}

enum ent_status ent_network_select(struct ent_network *network,
                                   const struct ent_select *select,
                                   struct ent_error *error)
{
    if (!select->top && !(select->min_weight > 0) && !select->neighbours && !select->camp)
        return ENT_OK;
    struct selection selection = {.network = network};
    ent_arena_init(&selection.arena);
    size_t n = network->vertices.row_count, m = network->edges.row_count;
    selection.vertices = ent_arena_array(&selection.arena, n + 1, sizeof(bool));
    selection.arcs = ent_arena_array(&selection.arena, m + 1, sizeof(bool));
    enum ent_status status = no_memory(error);
    if (selection.vertices && selection.arcs) {
        memset(selection.vertices, true, n);
        memset(selection.arcs, true, m);
        status = mark(&selection, select, error);
    }
    if (status == ENT_OK)
        status = ent_network_filter(network, selection.vertices, selection.arcs, error);
    ent_arena_clear(&selection.arena);
    return status;
}
