/* table.c: typed columns. All columns of a table have room for the same number of rows.
 */
#include "network/table.h"

#include "base/large.h"

#include <entente/buf.h>
#include <stdlib.h>

static size_t cell_size(enum ent_type type)
{
    switch (type) {
    case ENT_TYPE_STRING:
        return sizeof(struct ent_str);
    case ENT_TYPE_DOUBLE:
        return sizeof(double);
    case ENT_TYPE_INT:
    case ENT_TYPE_BOOL:
        break;
    }
    return sizeof(int64_t);
}

void ent_table_clear(struct ent_table *table)
{
    for (uint32_t c = 0; c < table->column_count; c++)
        free(table->columns[c].strings);
    free(table->columns);
    memset(table, 0, sizeof *table);
}

void ent_column_unset(struct ent_column *column, uint32_t row)
{
    switch (column->type) {
    case ENT_TYPE_STRING:
        column->strings[row] = (struct ent_str){NULL, 0};
        break;
    case ENT_TYPE_DOUBLE:
        column->doubles[row] = NAN;
        break;
    case ENT_TYPE_INT:
    case ENT_TYPE_BOOL:
        column->ints[row] = ENT_INT_NONE;
        break;
    }
}

bool ent_table_reserve(struct ent_table *table, size_t capacity)
{
    if (capacity <= table->row_capacity)
        return true;
    if (capacity > UINT32_MAX - 1)
        return false;
    for (uint32_t c = 0; c < table->column_count; c++) {
        struct ent_column *column = &table->columns[c];
        void *cells = realloc(column->strings, capacity * cell_size(column->type));
        if (!cells)
            return false;
        column->strings = cells;
        ent_large(cells, capacity * cell_size(column->type));
    }
    table->row_capacity = (uint32_t)capacity;
    return true;
}

static bool grow_rows(struct ent_table *table)
{
    return ent_table_reserve(table,
                             table->row_capacity ? (size_t)table->row_capacity * 2 : 64);
}

uint32_t ent_table_add_row(struct ent_table *table)
{
    if (table->row_count >= table->row_capacity && !grow_rows(table))
        return UINT32_MAX;
    uint32_t row = table->row_count++;
    for (uint32_t c = 0; c < table->column_count; c++)
        ent_column_unset(&table->columns[c], row);
    return row;
}

struct ent_column *ent_table_find(const struct ent_table *table, const char *name)
{
    size_t size = strlen(name);
    for (uint32_t c = 0; c < table->column_count; c++) {
        struct ent_column *column = &table->columns[c];
        if (column->name.size == size && memcmp(column->name.data, name, size) == 0)
            return column;
    }
    return NULL;
}

/* Give the column fresh cells of the type, all missing. */
static bool reset_column(struct ent_table *table, struct ent_column *column,
                         enum ent_type type)
{
    size_t rows =
        table->row_capacity > table->row_count ? table->row_capacity : table->row_count;
    void *cells = ent_large_alloc((rows ? rows : 1) * cell_size(type));
    if (!cells)
        return false;
    free(column->strings);
    column->strings = cells;
    column->type = type;
    for (uint32_t row = 0; row < table->row_count; row++)
        ent_column_unset(column, row);
    return true;
}

static struct ent_column *append_column(struct ent_network *network,
                                        struct ent_table *table, const char *name)
{
    if (table->column_count == table->column_capacity) {
        uint32_t capacity = table->column_capacity ? table->column_capacity * 2 : 16;
        struct ent_column *columns = realloc(table->columns, capacity * sizeof *columns);
        if (!columns)
            return NULL;
        table->columns = columns;
        table->column_capacity = capacity;
    }
    struct ent_str copy = ent_arena_dup(&network->arena, ent_str_of(name));
    if (!copy.data)
        return NULL;
    struct ent_column *column = &table->columns[table->column_count];
    memset(column, 0, sizeof *column);
    column->name = copy;
    return column;
}

struct ent_column *ent_table_column(struct ent_network *network, struct ent_table *table,
                                    const char *name, enum ent_type type)
{
    struct ent_column *column = ent_table_find(table, name);
    if (column)
        return column->type == type || reset_column(table, column, type) ? column : NULL;
    column = append_column(network, table, name);
    if (!column || !reset_column(table, column, type))
        return NULL;
    table->column_count++;
    return column;
}

void ent_table_drop(struct ent_table *table, const char *name)
{
    struct ent_column *column = ent_table_find(table, name);
    if (!column)
        return;
    free(column->strings);
    uint32_t index = (uint32_t)(column - table->columns);
    memmove(column, column + 1, (table->column_count - index - 1) * sizeof *column);
    table->column_count--;
}

enum ent_status ent_column_set(struct ent_network *network, struct ent_column *column,
                               uint32_t row, struct ent_str text)
{
    struct ent_str copy = ent_arena_dup(&network->arena, text);
    if (!copy.data)
        return ENT_EMEMORY;
    column->strings[row] = copy;
    return ENT_OK;
}

double ent_column_number(const struct ent_column *column, uint32_t row)
{
    double value = NAN;
    switch (column->type) {
    case ENT_TYPE_STRING:
        if (!ent_str_double(column->strings[row], &value))
            value = NAN;
        break;
    case ENT_TYPE_DOUBLE:
        value = column->doubles[row];
        break;
    case ENT_TYPE_INT:
    case ENT_TYPE_BOOL:
        if (column->ints[row] != ENT_INT_NONE)
            value = (double)column->ints[row];
        break;
    }
    return value;
}

struct ent_str ent_column_text(const struct ent_column *column, uint32_t row,
                               struct ent_arena *arena)
{
    struct ent_str missing = {NULL, 0};
    if (column->type == ENT_TYPE_STRING)
        return column->strings[row];
    if (column->type == ENT_TYPE_DOUBLE) {
        if (isnan(column->doubles[row]))
            return missing;
        struct ent_buf buf;
        ent_buf_init(&buf);
        ent_buf_double(&buf, column->doubles[row]);
        struct ent_str text = ent_arena_dup(arena, ent_buf_view(&buf));
        ent_buf_clear(&buf);
        return text;
    }
    int64_t value = column->ints[row];
    if (value == ENT_INT_NONE)
        return missing;
    if (column->type == ENT_TYPE_BOOL)
        return value ? ENT_STR("true") : ENT_STR("false");
    return ent_arena_printf(arena, "%lld", (long long)value);
}

enum ent_status ent_table_gather(struct ent_table *table, const uint32_t *order,
                                 uint32_t count)
{
    uint32_t capacity = count ? count : 1;
    for (uint32_t c = 0; c < table->column_count; c++) {
        struct ent_column *column = &table->columns[c];
        size_t size = cell_size(column->type);
        /* Room for the larger of both numbers of rows, in case of failure half-way. */
        size_t rows = capacity > table->row_capacity ? capacity : table->row_capacity;
        char *cells = malloc(rows * size);
        if (!cells)
            return ENT_EMEMORY;
        const char *old = (const char *)column->strings;
        for (uint32_t i = 0; i < count; i++)
            memcpy(cells + i * size, old + order[i] * size, size);
        free(column->strings);
        column->strings = (void *)cells;
    }
    if (capacity > table->row_capacity)
        table->row_capacity = capacity;
    table->row_count = count;
    return ENT_OK;
}
