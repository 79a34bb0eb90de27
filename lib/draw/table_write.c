/* table_write.c: vertices and arcs as CSV (RFC 4180) or TSV. */
#include "draw/table_writer.h"

#include <entente/draw.h>
#include <entente/utf8.h>

static void put_csv(struct ent_buf *buf, struct ent_str text)
{
    bool quotes =
        text.size > 0 && (text.data[0] == ' ' || text.data[text.size - 1] == ' ');
    for (size_t i = 0; i < text.size && !quotes; i++)
        quotes = strchr(",\"\r\n", text.data[i]) != NULL;
    if (!quotes) {
        ent_buf_str(buf, text);
        return;
    }
    ent_buf_char(buf, '"');
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '"')
            ent_buf_char(buf, '"');
        ent_buf_char(buf, text.data[i]);
    }
    ent_buf_char(buf, '"');
}

static void put_tsv(struct ent_buf *buf, struct ent_str text)
{
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        if (c == '\t' || c == '\n' || c == '\r' || c == '\\') {
            ent_buf_char(buf, '\\');
            c = c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : '\\';
        }
        ent_buf_char(buf, c);
    }
}

void table_put_cell(struct table_writer *writer, struct ent_str text)
{
    struct ent_buf *buf = &writer->output.buf;
    if (!writer->first_cell)
        ent_buf_char(buf, writer->form == ENT_CSV ? ',' : '\t');
    writer->first_cell = false;
    ent_buf_reset(&writer->clean);
    ent_utf8_repair(&writer->clean, text);
    if (writer->form == ENT_CSV)
        put_csv(buf, ent_buf_view(&writer->clean));
    else
        put_tsv(buf, ent_buf_view(&writer->clean));
}

void table_end_row(struct table_writer *writer)
{
    ent_buf_text(&writer->output.buf, writer->form == ENT_CSV ? "\r\n" : "\n");
    writer->first_cell = true;
    output_check(&writer->output);
}

void table_start(struct table_writer *writer, enum ent_separated form, FILE *file)
{
    *writer = (struct table_writer){.form = form, .first_cell = true};
    output_init(&writer->output, file);
    ent_buf_init(&writer->clean);
    ent_arena_init(&writer->arena);
}

enum ent_status table_finish(struct table_writer *writer, bool fine,
                             struct ent_error *error)
{
    writer->output.buf.failed |= !fine || writer->clean.failed;
    enum ent_status status = output_finish(&writer->output, error);
    ent_buf_clear(&writer->clean);
    ent_arena_clear(&writer->arena);
    return status;
}

/* The columns but the one called `skipped`, which has been written first. */
static bool put_head(struct table_writer *writer, const struct ent_table *table,
                     const char *const *leading, const char *skipped)
{
    struct ent_str *names = draw_column_names(table, leading, &writer->arena);
    if (!names)
        return false;
    for (size_t i = 0; leading[i]; i++)
        table_put_cell(writer, ent_str_of(leading[i]));
    for (uint32_t c = 0; c < table->column_count; c++) {
        if (!skipped || !ent_str_is(table->columns[c].name, skipped))
            table_put_cell(writer, names[c]);
    }
    table_end_row(writer);
    return true;
}

static void put_row(struct table_writer *writer, const struct ent_table *table,
                    uint32_t row, const char *skipped, struct ent_arena *scratch)
{
    for (uint32_t c = 0; c < table->column_count; c++) {
        if (!skipped || !ent_str_is(table->columns[c].name, skipped))
            table_put_cell(writer, ent_column_text(&table->columns[c], row, scratch));
    }
    table_end_row(writer);
    ent_arena_reset(scratch);
}

static bool put_vertices(struct table_writer *writer, const struct ent_network *network,
                         const struct ent_str *names, struct ent_arena *scratch)
{
    static const char *const leading[] = {"name", NULL};
    if (!put_head(writer, &network->vertices, leading, "name"))
        return false;
    for (uint32_t i = 0; i < network->vertices.row_count; i++) {
        table_put_cell(writer, names[i]);
        put_row(writer, &network->vertices, i, "name", scratch);
    }
    return true;
}

static bool put_arcs(struct table_writer *writer, const struct ent_network *network,
                     const struct ent_str *names, struct ent_arena *scratch)
{
    static const char *const leading[] = {"source", "target", NULL};
    if (!put_head(writer, &network->edges, leading, NULL))
        return false;
    for (uint32_t i = 0; i < network->edges.row_count; i++) {
        table_put_cell(writer, names[network->arcs[i].from]);
        table_put_cell(writer, names[network->arcs[i].to]);
        put_row(writer, &network->edges, i, NULL, scratch);
    }
    return true;
}

enum ent_status ent_table_write(const struct ent_network *network, enum ent_part part,
                                enum ent_separated form, FILE *file,
                                struct ent_error *error)
{
    struct table_writer writer;
    struct ent_arena scratch;
    table_start(&writer, form, file);
    ent_arena_init(&scratch);
    struct ent_str *names = draw_unique_names(network, &writer.arena);
    bool fine = names && (part == ENT_PART_VERTICES
                              ? put_vertices(&writer, network, names, &scratch)
                              : put_arcs(&writer, network, names, &scratch));
    ent_arena_clear(&scratch);
    return table_finish(&writer, fine, error);
}
