/* slices.c: networks of successive periods put together. */
#include "draw/slices.h"

#include <entente/relation.h>
#include <stdlib.h>

static int days_of_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : days[month - 1];
}

static bool digits(struct ent_str text, size_t from, size_t count, int *value)
{
    *value = 0;
    for (size_t i = from; i < from + count; i++) {
        if (i >= text.size || text.data[i] < '0' || text.data[i] > '9')
            return false;
        *value = *value * 10 + (text.data[i] - '0');
    }
    return true;
}

/* A full date from YYYY[-MM[-DD]], its first or last day; false if it is none. */
bool draw_full_date(struct ent_str text, bool last, char date[11])
{
    int year, month = last ? 12 : 1, day;
    if (!digits(text, 0, 4, &year) || year == 0)
        return false;
    if (text.size > 4 &&
        (text.data[4] != '-' || !digits(text, 5, 2, &month) || month < 1 || month > 12))
        return false;
    day = last ? days_of_month(year, month) : 1;
    if (text.size > 7 && (text.data[7] != '-' || !digits(text, 8, 2, &day) || day < 1 ||
                          day > days_of_month(year, month)))
        return false;
    if (text.size != 4 && text.size != 7 && text.size != 10)
        return false;
    char room[40];
    snprintf(room, sizeof room, "%04d-%02d-%02d", year, month, day);
    memcpy(date, room, 11);
    return true;
}

static enum ent_status no_memory(struct ent_error *error)
{
    return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
}

struct ent_slices *ent_slices_new(void)
{
    struct ent_slices *slices = calloc(1, sizeof *slices);
    if (!slices)
        return NULL;
    ent_network_init(&slices->network, true);
    ent_map_init(&slices->vertices);
    ent_map_init(&slices->arcs);
    ent_arena_init(&slices->scratch);
    return slices;
}

void ent_slices_free(struct ent_slices *slices)
{
    if (!slices)
        return;
    ent_network_clear(&slices->network);
    ent_map_clear(&slices->vertices);
    ent_map_clear(&slices->arcs);
    ent_arena_clear(&slices->scratch);
    free(slices->periods);
    free(slices->items);
    free(slices);
}

struct ent_network *ent_slices_network(struct ent_slices *slices)
{
    return &slices->network;
}

/* Is it a number that is added up over time? */
static bool is_count(struct ent_str name)
{
    static const char *const names[] = {"weight", "mentions", "documents"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (ent_str_is(name, names[i]))
            return true;
    }
    return ent_relation_type_of(name) >= 0 || ent_relation_status_of(name) >= 0;
}

/* Should the text of a later slice take the place of what is there? */
static bool replaces(struct ent_str name, struct ent_str old, struct ent_str text)
{
    if (old.data && ent_str_is(name, "first"))
        return ent_str_cmp(text, old) < 0;
    if (old.data && ent_str_is(name, "last"))
        return ent_str_cmp(text, old) > 0;
    return true;
}

/* Bring a row of the slice together with a row of the whole. */
static bool join_cell(struct ent_network *network, struct ent_column *to, uint32_t row,
                      const struct ent_column *from, uint32_t old)
{
    bool add = is_count(to->name);
    if (to->type != from->type)
        return true; /* no good answer; the first type stays */
    if (to->type == ENT_TYPE_STRING) {
        struct ent_str text = from->strings[old];
        return !text.data || !replaces(to->name, to->strings[row], text) ||
               ent_column_set(network, to, row, text) == ENT_OK;
    }
    if (to->type == ENT_TYPE_DOUBLE) {
        double value = from->doubles[old];
        if (!isnan(value))
            to->doubles[row] =
                add && !isnan(to->doubles[row]) ? to->doubles[row] + value : value;
        return true;
    }
    int64_t value = from->ints[old];
    if (value != ENT_INT_NONE)
        to->ints[row] =
            add && to->ints[row] != ENT_INT_NONE && to->type == ENT_TYPE_INT &&
                    llabs(to->ints[row]) < INT64_MAX / 4 && llabs(value) < INT64_MAX / 4
                ? to->ints[row] + value
                : value;
    return true;
}

/* The whole's columns for the slice's, in the slice's order; NULL when memory ran out. */
static uint32_t *match_columns(struct ent_slices *slices, struct ent_table *whole,
                               const struct ent_table *part)
{
    uint32_t *numbers = ent_arena_array(&slices->scratch, (size_t)part->column_count + 1,
                                        sizeof *numbers);
    for (uint32_t c = 0; numbers && c < part->column_count; c++) {
        struct ent_str name = ent_arena_dup(&slices->scratch, part->columns[c].name);
        if (!name.data)
            return NULL;
        struct ent_column *column = ent_table_find(whole, name.data);
        if (!column)
            column = ent_table_column(&slices->network, whole, name.data,
                                      part->columns[c].type);
        if (!column)
            return NULL;
        numbers[c] = (uint32_t)(column - whole->columns);
    }
    return numbers;
}

static bool join_row(struct ent_slices *slices, struct ent_table *whole, uint32_t row,
                     const struct ent_table *part, uint32_t old, const uint32_t *columns)
{
    for (uint32_t c = 0; c < part->column_count; c++) {
        if (!join_cell(&slices->network, &whole->columns[columns[c]], row,
                       &part->columns[c], old))
            return false;
    }
    return true;
}

/* The whole's vertices for those of the slice; NULL when memory ran out. */
static uint32_t *join_vertices(struct ent_slices *slices, const struct ent_network *slice)
{
    uint32_t n = slice->vertices.row_count;
    struct ent_network *whole = &slices->network;
    uint32_t *numbers = ent_arena_array(&slices->scratch, (size_t)n + 1, sizeof *numbers);
    uint32_t *columns = match_columns(slices, &whole->vertices, &slice->vertices);
    for (uint32_t i = 0; numbers && columns && i < n; i++) {
        bool added;
        struct ent_str name = ent_network_name(slice, i, &slices->scratch);
        numbers[i] = ent_map_add(&slices->vertices, name, &added);
        if (numbers[i] == ENT_MAP_NONE ||
            (added && ent_network_add_vertex(whole) == UINT32_MAX) ||
            !join_row(slices, &whole->vertices, numbers[i], &slice->vertices, i, columns))
            return NULL;
    }
    return columns ? numbers : NULL;
}

/* Does the network have an arc for each relation? Then it has no counts of relations. */
static bool is_multi(const struct ent_network *slice)
{
    for (uint32_t c = 0; c < slice->edges.column_count; c++) {
        if (ent_relation_type_of(slice->edges.columns[c].name) >= 0)
            return false;
    }
    return ent_table_find(&slice->edges, "relation") != NULL;
}

/* The whole's arc for arc `old` of the slice; UINT32_MAX when memory ran out. Arcs are
 * the same if they have the same ends and, in networks with an arc per relation, the same
 * relation; of several like that in one slice the first is the first's of another. */
static uint32_t find_arc(struct ent_slices *slices, const struct ent_network *slice,
                         uint32_t old, const uint32_t *vertices, struct ent_map *seen)
{
    struct ent_arc arc = slice->arcs[old];
    struct ent_str relation = {"", 0};
    if (is_multi(slice))
        relation = ent_column_text(ent_table_find(&slice->edges, "relation"), old,
                                   &slices->scratch);
    for (unsigned copy = 0;; copy++) {
        bool added, first_here;
        struct ent_str key = ent_arena_printf(
            &slices->scratch, "%u %u %u %.*s", (unsigned)vertices[arc.from],
            (unsigned)vertices[arc.to], copy, ENT_FMT(relation));
        if (!key.data || ent_map_add(seen, key, &first_here) == ENT_MAP_NONE)
            return UINT32_MAX;
        if (!first_here)
            continue;
        uint32_t number = ent_map_add(&slices->arcs, key, &added);
        if (number != ENT_MAP_NONE && added &&
            ent_network_add_arc(&slices->network, vertices[arc.from], vertices[arc.to]) ==
                UINT32_MAX)
            return UINT32_MAX;
        return number;
    }
}

static bool add_presence(struct ent_slices *slices, uint32_t arc, double weight)
{
    if (slices->item_count == slices->item_capacity) {
        uint32_t capacity = slices->item_capacity ? slices->item_capacity * 2 : 256;
        struct presence *items = realloc(slices->items, capacity * sizeof *items);
        if (!items)
            return false;
        slices->items = items;
        slices->item_capacity = capacity;
    }
    slices->items[slices->item_count++] =
        (struct presence){arc, slices->period_count, weight};
    return true;
}

static bool join_arcs(struct ent_slices *slices, const struct ent_network *slice,
                      const uint32_t *vertices)
{
    struct ent_network *whole = &slices->network;
    const struct ent_column *weight = ent_table_find(&slice->edges, "weight");
    uint32_t *columns = match_columns(slices, &whole->edges, &slice->edges);
    struct ent_map seen;
    ent_map_init(&seen);
    bool fine = columns != NULL;
    for (uint32_t i = 0; fine && i < slice->edges.row_count; i++) {
        uint32_t arc = find_arc(slices, slice, i, vertices, &seen);
        double value = weight ? ent_column_number(weight, i) : 1;
        fine = arc != UINT32_MAX &&
               join_row(slices, &whole->edges, arc, &slice->edges, i, columns) &&
               add_presence(slices, arc, isfinite(value) ? value : 1);
    }
    ent_map_clear(&seen);
    return fine;
}

static struct ent_str graph_text(struct ent_slices *slices,
                                 const struct ent_network *slice, const char *name)
{
    const struct ent_column *column = ent_table_find(&slice->graph, name);
    return column ? ent_column_text(column, 0, &slices->scratch)
                  : (struct ent_str){NULL, 0};
}

static struct period find_period(struct ent_slices *slices,
                                 const struct ent_network *slice)
{
    struct period period = {"", ""};
    const struct ent_column *first = ent_table_find(&slice->edges, "first");
    const struct ent_column *last = ent_table_find(&slice->edges, "last");
    struct ent_str from = graph_text(slices, slice, "from");
    struct ent_str to = graph_text(slices, slice, "to");
    char date[11];
    bool given = draw_full_date(from, false, period.from);
    if (given && draw_full_date(to, true, period.to))
        return period;
    period.from[0] = period.to[0] = '\0';
    for (uint32_t i = 0; first && last && i < slice->edges.row_count; i++) {
        struct ent_str begin = ent_column_text(first, i, &slices->scratch);
        struct ent_str end = ent_column_text(last, i, &slices->scratch);
        if (draw_full_date(begin, false, date) &&
            (!period.from[0] || strcmp(date, period.from) < 0))
            memcpy(period.from, date, sizeof date);
        if (draw_full_date(end, true, date) && strcmp(date, period.to) > 0)
            memcpy(period.to, date, sizeof date);
    }
    if (!period.to[0] || strcmp(period.from, period.to) > 0)
        period.from[0] = '\0';
    return period;
}

enum ent_status ent_slices_add(struct ent_slices *slices, const struct ent_network *slice,
                               struct ent_error *error)
{
    struct period *periods = realloc(slices->periods, ((size_t)slices->period_count + 1) *
                                                          sizeof *slices->periods);
    if (!periods)
        return no_memory(error);
    slices->periods = periods;
    if (slices->period_count == 0)
        slices->network.directed = slice->directed;
    else if (slices->network.directed != slice->directed && slice->edges.row_count > 0)
        return ent_fail(error, ENT_EARG, 0,
                        "a directed and an undirected network do not go together");
    ent_arena_reset(&slices->scratch);
    slices->periods[slices->period_count] = find_period(slices, slice);
    uint32_t *vertices = join_vertices(slices, slice);
    if (!vertices || !join_arcs(slices, slice, vertices))
        return no_memory(error);
    slices->period_count++;
    return ENT_OK;
}

static int by_arc(const void *a, const void *b)
{
    const struct presence *x = a, *y = b;
    if (x->arc != y->arc)
        return x->arc < y->arc ? -1 : 1;
    return x->period < y->period ? -1 : x->period > y->period;
}

struct presence *slices_by_arc(const struct ent_slices *slices)
{
    size_t size = (size_t)slices->item_count * sizeof *slices->items;
    struct presence *items = malloc(size ? size : 1);
    if (items && size) {
        memcpy(items, slices->items, size);
        qsort(items, slices->item_count, sizeof *items, by_arc);
    }
    return items;
}
