#include "rank_table.h"

#include <entente/buf.h>
#include <entente/utf8.h>

#include <unistd.h>

enum { MOST_COLUMNS = 64, WIDEST = 30 };

struct table {
    struct ent_cli *cli;
    const struct ent_network *network;
    const struct ent_column *columns[MOST_COLUMNS];
    const char *heads[MOST_COLUMNS];
    size_t width[MOST_COLUMNS];
    size_t count;
    bool aligned;
    struct ent_arena arena;
    struct ent_buf buf;
};

/* A cell; on a terminal numbers have four digits. */
static struct ent_str cell_text(struct table *table, size_t c, uint32_t row)
{
    const struct ent_column *column = table->columns[c];
    struct ent_str text = {NULL, 0};
    if (table->aligned && column->type == ENT_TYPE_DOUBLE && !isnan(column->doubles[row]))
        text = ent_arena_printf(&table->arena, "%.4g", column->doubles[row]);
    else
        text = ent_column_text(column, row, &table->arena);
    if (!text.data)
        return table->aligned ? ENT_STR("-") : ENT_STR("");
    return text;
}

static bool is_number(const struct ent_column *column)
{
    return column->type != ENT_TYPE_STRING;
}

static void put_spaces(struct ent_buf *buf, size_t count)
{
    while (count-- > 0)
        ent_buf_char(buf, ' ');
}

/* Tabs, newlines and other controls would break rows apart. */
static void put_clean(struct ent_buf *buf, struct ent_str text)
{
    for (size_t i = 0; i < text.size; i++)
        ent_buf_char(buf, (unsigned char)text.data[i] < ' ' ? ' ' : text.data[i]);
}

static void put_cell(struct table *table, size_t c, struct ent_str text, bool right)
{
    struct ent_buf *buf = &table->buf;
    if (!table->aligned) {
        if (c > 0)
            ent_buf_char(buf, '\t');
        put_clean(buf, text);
        return;
    }
    if (c > 0)
        ent_buf_text(buf, "  ");
    size_t pos = 0, count = 0;
    while (pos < text.size && count < WIDEST) {
        ent_utf8_next(text, &pos);
        count++;
    }
    size_t pad = table->width[c] > count ? table->width[c] - count : 0;
    if (right)
        put_spaces(buf, pad);
    put_clean(buf, ent_str_sub(text, 0, pos));
    if (!right && c + 1 < table->count)
        put_spaces(buf, pad);
}

static void put_row(struct table *table, uint32_t place, uint32_t vertex)
{
    put_cell(table, 0, ent_arena_printf(&table->arena, "%u", (unsigned)place), true);
    for (size_t c = 1; c < table->count; c++)
        put_cell(table, c, cell_text(table, c, vertex), is_number(table->columns[c]));
    ent_buf_char(&table->buf, '\n');
    ent_arena_reset(&table->arena);
}

static void measure_widths(struct table *table, const uint32_t *order, uint32_t rows)
{
    table->width[0] = 4;
    for (size_t c = 1; c < table->count; c++) {
        table->width[c] = strlen(table->heads[c]);
        for (uint32_t i = 0; i < rows; i++) {
            size_t width = ent_utf8_count(cell_text(table, c, order[i]));
            width = width > WIDEST ? WIDEST : width;
            if (width > table->width[c])
                table->width[c] = width;
        }
        ent_arena_reset(&table->arena);
    }
}

static void add_column(struct table *table, const char *name)
{
    const struct ent_column *column = ent_table_find(&table->network->vertices, name);
    if (!column || table->count == MOST_COLUMNS)
        return;
    table->heads[table->count] = name;
    table->columns[table->count++] = column;
}

void rank_table_print(struct ent_cli *cli, const struct ent_network *network,
                      const uint32_t *order, uint32_t rows, const char *const *columns,
                      size_t column_count)
{
    struct table table = {.cli = cli, .network = network, .count = 1, .heads = {"rank"}};
    table.aligned = isatty(fileno(cli->out));
    ent_arena_init(&table.arena);
    ent_buf_init(&table.buf);
    add_column(&table, "name");
    add_column(&table, "label");
    for (size_t i = 0; i < column_count; i++)
        add_column(&table, columns[i]);
    if (table.aligned)
        measure_widths(&table, order, rows);
    for (size_t c = 0; c < table.count; c++)
        put_cell(&table, c, ent_str_of(table.heads[c]),
                 c == 0 || is_number(table.columns[c]));
    ent_buf_char(&table.buf, '\n');
    for (uint32_t i = 0; i < rows; i++) {
        put_row(&table, i + 1, order[i]);
        if (table.buf.size > 65536) {
            ent_cli_write(cli, ent_buf_view(&table.buf));
            ent_buf_reset(&table.buf);
        }
    }
    if (table.buf.failed)
        ent_cli_error(cli, "out of memory");
    ent_cli_write(cli, ent_buf_view(&table.buf));
    ent_buf_clear(&table.buf);
    ent_arena_clear(&table.arena);
}

void rank_orders_print(struct ent_cli *cli, const struct ent_network *network,
                       const uint32_t *order, uint32_t count, const double *ahead)
{
    struct ent_arena arena;
    struct ent_buf buf;
    ent_arena_init(&arena);
    ent_buf_init(&buf);
    ent_buf_text(&buf, "rank\tname\tother_rank\tother_name\tahead\n");
    for (uint32_t i = 0; i < count; i++) {
        struct ent_str name = ent_network_name(network, order[i], &arena);
        for (uint32_t k = i + 1; k < count; k++) {
            ent_buf_printf(&buf, "%u\t", (unsigned)i + 1);
            put_clean(&buf, name);
            ent_buf_printf(&buf, "\t%u\t", (unsigned)k + 1);
            put_clean(&buf, ent_network_name(network, order[k], &arena));
            ent_buf_printf(&buf, "\t%.4g\n", ahead[(size_t)i * count + k]);
        }
    }
    if (buf.failed)
        ent_cli_error(cli, "out of memory");
    ent_cli_write(cli, ent_buf_view(&buf));
    ent_buf_clear(&buf);
    ent_arena_clear(&arena);
}
