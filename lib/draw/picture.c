/* picture.c: what a drawing shows of a network, whatever the format it is drawn in. */
#include "draw/picture.h"
#include "draw/output.h"

#include <stdlib.h>

static struct ent_str cell(const struct ent_column *column, uint32_t row,
                           struct ent_arena *arena)
{
    return column ? ent_column_text(column, row, arena) : (struct ent_str){NULL, 0};
}

static struct ent_str graph_text(struct picture *picture, const char *name)
{
    const struct ent_table *graph = &picture->network->graph;
    return cell(ent_table_find(graph, name), 0, &picture->arena);
}

static enum ent_status fill_vertices(struct picture *picture, struct ent_error *error)
{
    const struct ent_table *table = &picture->network->vertices;
    uint32_t n = table->row_count;
    const struct ent_column *label = ent_table_find(table, "label");
    const struct ent_column *kind = ent_table_find(table, "kind");
    const struct ent_column *camp = ent_table_find(table, "camp");
    double *values = ent_arena_array(&picture->arena, (size_t)n + 1, sizeof *values);
    picture->vertices =
        ent_arena_array(&picture->arena, (size_t)n + 1, sizeof *picture->vertices);
    if (!values || !picture->vertices)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    enum ent_status status = draw_size_values(picture->network, picture->draw->size,
                                              values, &picture->size_name, error);
    if (status != ENT_OK)
        return status;
    double low = INFINITY, high = -INFINITY;
    for (uint32_t i = 0; i < n; i++) {
        if (!isfinite(values[i]))
            continue;
        low = fmin(low, values[i]);
        high = fmax(high, values[i]);
    }
    for (uint32_t i = 0; i < n; i++) {
        struct picture_vertex *vertex = &picture->vertices[i];
        double number = camp ? ent_column_number(camp, i) : 0;
        vertex->label = cell(label, i, &picture->arena);
        if (vertex->label.size == 0)
            vertex->label = ent_network_name(picture->network, i, &picture->arena);
        vertex->kind = cell(kind, i, &picture->arena);
        vertex->camp = number >= 1 && number < 1e9 ? (int64_t)number : 0;
        vertex->value = values[i];
        if (isfinite(values[i]) && high > low)
            vertex->size = sqrt((values[i] - low) / (high - low));
    }
    return ENT_OK;
}

static bool is_unsure(const struct ent_table *edges, uint32_t arc)
{
    static const char *const other[] = {"alleged", "planned", "denied", "hypothetical"};
    const struct ent_column *asserted = ent_table_find(edges, "asserted");
    if (asserted && ent_column_number(asserted, arc) > 0)
        return false;
    for (size_t i = 0; i < sizeof other / sizeof *other; i++) {
        const struct ent_column *column = ent_table_find(edges, other[i]);
        if (column && ent_column_number(column, arc) > 0)
            return true;
    }
    return false;
}

static enum ent_status fill_arcs(struct picture *picture, struct ent_error *error)
{
    const struct ent_table *table = &picture->network->edges;
    size_t m = table->row_count;
    const struct ent_column *weight = ent_table_find(table, "weight");
    const struct ent_column *relation = ent_table_find(table, "relation");
    if (!relation)
        relation = ent_table_find(table, "label");
    double *strength = ent_arena_array(&picture->arena, m + 1, sizeof *strength);
    picture->arcs = ent_arena_array(&picture->arena, m + 1, sizeof *picture->arcs);
    if (!strength || !picture->arcs)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    ent_network_strength(picture->network, strength);
    picture->is_signed = ent_table_find(table, "sign") || ent_table_find(table, "tone");
    for (uint32_t i = 0; i < m && !picture->is_signed; i++)
        picture->is_signed = strength[i] < 0;
    double low = INFINITY, high = 0;
    for (uint32_t i = 0; i < m; i++) {
        struct picture_arc *arc = &picture->arcs[i];
        *arc = (struct picture_arc){
            .from = picture->network->arcs[i].from,
            .to = picture->network->arcs[i].to,
            .sign = picture->is_signed ? (strength[i] > 0) - (strength[i] < 0) : 0,
            .weight = draw_arc_weight(weight, i),
            .relation = cell(relation, i, &picture->arena),
            .twin = UINT32_MAX,
            .drawn = true,
            .unsure = is_unsure(table, i),
        };
        low = fmin(low, arc->weight);
        high = fmax(high, arc->weight);
    }
    for (uint32_t i = 0; i < m; i++) {
        if (high > low)
            picture->arcs[i].thickness =
                (log(picture->arcs[i].weight) - log(low)) / (log(high) - log(low));
    }
    return ENT_OK;
}

static uint32_t smaller(const struct picture_arc *arc)
{
    return arc->from < arc->to ? arc->from : arc->to;
}

static uint32_t larger(const struct picture_arc *arc)
{
    return arc->from < arc->to ? arc->to : arc->from;
}

/* Pointers into the array of arcs, by their two ends, then by number. */
static int by_pair(const void *a, const void *b)
{
    const struct picture_arc *x = *(struct picture_arc *const *)a;
    const struct picture_arc *y = *(struct picture_arc *const *)b;
    if (smaller(x) != smaller(y))
        return smaller(x) < smaller(y) ? -1 : 1;
    if (larger(x) != larger(y))
        return larger(x) < larger(y) ? -1 : 1;
    return x < y ? -1 : x > y;
}

/* Heaviest first, then by number. */
static int by_weight(const void *a, const void *b)
{
    const struct picture_arc *x = *(struct picture_arc *const *)a;
    const struct picture_arc *y = *(struct picture_arc *const *)b;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return x < y ? -1 : x > y;
}

/* An arc and the arc back, if they are the only two between their ends and agree in sign.
 */
static void join_twins(struct picture *picture, struct picture_arc **order, size_t m)
{
    for (size_t i = 0, next; i < m; i = next) {
        for (next = i + 1; next < m && smaller(order[next]) == smaller(order[i]) &&
                           larger(order[next]) == larger(order[i]);)
            next++;
        if (next - i != 2 || order[i]->from != order[i + 1]->to ||
            order[i]->from == order[i]->to || order[i]->sign != order[i + 1]->sign)
            continue;
        order[i]->twin = (uint32_t)(order[i + 1] - picture->arcs);
        order[i + 1]->twin = (uint32_t)(order[i] - picture->arcs);
        order[i + 1]->drawn = false;
        order[i]->thickness = fmax(order[i]->thickness, order[i + 1]->thickness);
    }
}

static enum ent_status arrange_arcs(struct picture *picture, struct ent_error *error)
{
    size_t m = picture->network->edges.row_count;
    struct picture_arc **order = ent_arena_array(&picture->arena, m + 1, sizeof *order);
    if (!order)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    for (size_t i = 0; i < m; i++)
        order[i] = &picture->arcs[i];
    if (picture->network->directed) {
        qsort(order, m, sizeof *order, by_pair);
        join_twins(picture, order, m);
    }
    qsort(order, m, sizeof *order, by_weight);
    uint32_t labels = picture->draw->labels;
    bool alike = m == 0 || order[0]->weight == order[m - 1]->weight;
    for (size_t i = 0; i < m; i++) {
        picture->drawn_count += order[i]->drawn;
        /* The same number on every tie would say nothing. */
        bool telling = order[i]->relation.size > 0 || !alike;
        if (order[i]->drawn && labels > 0 && telling) {
            order[i]->labelled = true;
            labels--;
        }
    }
    return ENT_OK;
}

/* Put a vertex among the largest of its camp. */
static void name_camp(struct picture *picture, struct picture_camp *camp, uint32_t vertex)
{
    double size = picture->vertices[vertex].size;
    for (int i = 0; i < PICTURE_CAMP_NAMES; i++) {
        uint32_t there = camp->names[i];
        if (there != UINT32_MAX && picture->vertices[there].size >= size)
            continue;
        for (int k = PICTURE_CAMP_NAMES - 1; k > i; k--)
            camp->names[k] = camp->names[k - 1];
        camp->names[i] = vertex;
        return;
    }
}

static int by_number(const void *a, const void *b)
{
    int64_t x = ((const struct picture_camp *)a)->number;
    int64_t y = ((const struct picture_camp *)b)->number;
    return (x > y) - (x < y);
}

static enum ent_status find_camps(struct picture *picture, struct ent_error *error)
{
    uint32_t n = picture->network->vertices.row_count, count = 0;
    struct picture_camp *camps =
        ent_arena_array(&picture->arena, (size_t)n + 1, sizeof *camps);
    if (!camps)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    for (uint32_t i = 0; i < n; i++)
        camps[i].number = picture->vertices[i].camp;
    qsort(camps, n, sizeof *camps, by_number);
    for (uint32_t i = 0; i < n; i++) {
        if (camps[i].number == 0 || (count && camps[count - 1].number == camps[i].number))
            continue;
        camps[count] = (struct picture_camp){.number = camps[i].number};
        for (int k = 0; k < PICTURE_CAMP_NAMES; k++)
            camps[count].names[k] = UINT32_MAX;
        count++;
    }
    for (uint32_t i = 0; i < n; i++) {
        struct picture_camp key = {.number = picture->vertices[i].camp};
        struct picture_camp *camp = bsearch(&key, camps, count, sizeof *camps, by_number);
        if (!camp)
            continue;
        camp->size++;
        name_camp(picture, camp, i);
    }
    for (uint32_t i = 0; i < n; i++) {
        struct picture_camp key = {.number = picture->vertices[i].camp};
        struct picture_camp *camp = bsearch(&key, camps, count, sizeof *camps, by_number);
        picture->vertices[i].alone = camp && camp->size == 1;
    }
    picture->camps = camps;
    picture->camp_count = count;
    return ENT_OK;
}

/* The earliest `first` and the latest `last` of the arcs: dates of ISO 8601 sort as text.
 */
static void find_period(struct picture *picture)
{
    const struct ent_table *edges = &picture->network->edges;
    const struct ent_column *first = ent_table_find(edges, "first");
    const struct ent_column *last = ent_table_find(edges, "last");
    for (uint32_t i = 0; i < edges->row_count; i++) {
        struct ent_str from = cell(first, i, &picture->arena);
        struct ent_str to = cell(last, i, &picture->arena);
        if (from.size && (!picture->first.size || ent_str_cmp(from, picture->first) < 0))
            picture->first = from;
        if (to.size && (!picture->last.size || ent_str_cmp(to, picture->last) > 0))
            picture->last = to;
    }
}

enum ent_status picture_init_colors(struct picture *picture,
                                    const struct ent_network *network,
                                    const struct ent_draw *draw, struct ent_error *error)
{
    memset(picture, 0, sizeof *picture);
    picture->network = network;
    picture->draw = draw;
    ent_arena_init(&picture->arena);
    struct ent_str lang = graph_text(picture, "lang");
    picture->lang = draw->lang ? draw->lang : ent_str_is(lang, "fr") ? "fr" : "en";
    enum ent_status status =
        style_load(&picture->style, draw->theme, picture->lang, error);
    if (status == ENT_OK)
        status = fill_vertices(picture, error);
    if (status == ENT_OK)
        status = fill_arcs(picture, error);
    if (status == ENT_OK) {
        picture_choose_relations(picture);
        status = find_camps(picture, error);
    }
    return status;
}

enum ent_status picture_init(struct picture *picture, const struct ent_network *network,
                             const struct ent_draw *draw, struct ent_error *error)
{
    enum ent_status status = picture_init_colors(picture, network, draw, error);
    if (status == ENT_OK)
        status = arrange_arcs(picture, error);
    if (status == ENT_OK)
        find_period(picture);
    picture->title = draw->title ? ent_str_of(draw->title) : graph_text(picture, "title");
    return status;
}

void picture_clear(struct picture *picture)
{
    style_clear(&picture->style);
    ent_arena_clear(&picture->arena);
    memset(picture, 0, sizeof *picture);
}
