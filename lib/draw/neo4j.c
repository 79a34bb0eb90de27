/* neo4j.c: CSV with the typed headers that Neo4j's bulk import reads. */
#include "draw/table_writer.h"

#include <entente/utf8.h>

static const char *type_name(enum ent_type type)
{
    switch (type) {
    case ENT_TYPE_INT:
        return "long";
    case ENT_TYPE_DOUBLE:
        return "double";
    case ENT_TYPE_BOOL:
        return "boolean";
    case ENT_TYPE_STRING:
        break;
    }
    return "string";
}

/* Text in which none of `forbidden` is left, nor line breaks, which the import refuses by
 * default. */
static void put_plain(struct table_writer *writer, struct ent_str text,
                      const char *forbidden, const char *tail)
{
    struct ent_buf buf;
    ent_buf_init(&buf);
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        if (c == '\n' || c == '\r')
            c = ' ';
        ent_buf_char(&buf, c != '\0' && strchr(forbidden, c) ? '_' : c);
    }
    ent_buf_text(&buf, tail);
    table_put_cell(writer, ent_buf_view(&buf));
    writer->output.buf.failed |= buf.failed;
    ent_buf_clear(&buf);
}

static bool put_head(struct table_writer *writer, const struct ent_table *table,
                     const char *const *leading, const char *skipped)
{
    static const char *const none[] = {NULL};
    struct ent_str *names = draw_column_names(table, none, &writer->arena);
    for (size_t i = 0; leading[i]; i++)
        table_put_cell(writer, ent_str_of(leading[i]));
    for (uint32_t c = 0; names && c < table->column_count; c++) {
        char tail[16];
        snprintf(tail, sizeof tail, ":%s", type_name(table->columns[c].type));
        if (!ent_str_is(table->columns[c].name, skipped))
            put_plain(writer, names[c], ":", tail);
    }
    table_end_row(writer);
    return names != NULL;
}

static void put_cells(struct table_writer *writer, const struct ent_table *table,
                      uint32_t row, const char *skipped, struct ent_arena *scratch)
{
    for (uint32_t c = 0; c < table->column_count; c++) {
        if (!ent_str_is(table->columns[c].name, skipped))
            put_plain(writer, ent_column_text(&table->columns[c], row, scratch), "", "");
    }
    table_end_row(writer);
    ent_arena_reset(scratch);
}

static struct ent_str cell(const struct ent_table *table, const char *name, uint32_t row,
                           struct ent_arena *scratch)
{
    const struct ent_column *column = ent_table_find(table, name);
    return column ? ent_column_text(column, row, scratch) : (struct ent_str){NULL, 0};
}

static bool put_vertices(struct table_writer *writer, const struct ent_network *network,
                         const struct ent_str *names, struct ent_arena *scratch)
{
    static const char *const leading[] = {"name:ID", ":LABEL", NULL};
    if (!put_head(writer, &network->vertices, leading, "name"))
        return false;
    for (uint32_t i = 0; i < network->vertices.row_count; i++) {
        put_plain(writer, names[i], "", "");
        /* The delimiter of several labels is a semicolon. */
        struct ent_str kind = cell(&network->vertices, "kind", i, scratch);
        struct ent_buf labels;
        ent_buf_init(&labels);
        ent_buf_text(&labels, "Actor");
        ent_buf_text(&labels, kind.size ? ";" : "");
        for (size_t k = 0; k < kind.size; k++)
            ent_buf_char(&labels, kind.data[k] == ';' ? '_' : kind.data[k]);
        put_plain(writer, ent_buf_view(&labels), "", "");
        ent_buf_clear(&labels);
        put_cells(writer, &network->vertices, i, "name", scratch);
    }
    return true;
}

static bool put_arcs(struct table_writer *writer, const struct ent_network *network,
                     const struct ent_str *names, struct ent_arena *scratch)
{
    static const char *const leading[] = {":START_ID", ":END_ID", ":TYPE", NULL};
    if (!put_head(writer, &network->edges, leading, ""))
        return false;
    for (uint32_t i = 0; i < network->edges.row_count; i++) {
        struct ent_str type = cell(&network->edges, "relation", i, scratch);
        put_plain(writer, names[network->arcs[i].from], "", "");
        put_plain(writer, names[network->arcs[i].to], "", "");
        put_plain(writer, type.size ? type : ENT_STR("TIE"), "", "");
        put_cells(writer, &network->edges, i, "", scratch);
    }
    return true;
}

enum ent_status ent_neo4j_write(const struct ent_network *network, enum ent_part part,
                                FILE *file, struct ent_error *error)
{
    struct table_writer writer;
    struct ent_arena scratch;
    table_start(&writer, ENT_CSV, file);
    ent_arena_init(&scratch);
    struct ent_str *names = draw_unique_names(network, &writer.arena);
    bool fine = names && (part == ENT_PART_VERTICES
                              ? put_vertices(&writer, network, names, &scratch)
                              : put_arcs(&writer, network, names, &scratch));
    ent_arena_clear(&scratch);
    return table_finish(&writer, fine, error);
}
