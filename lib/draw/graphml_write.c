/* graphml_write.c: a network as GraphML, valid by the schema, in one pass. */
#include "draw/graphml_reader.h"

#include <entente/utf8.h>

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>

enum { FLUSH_SIZE = 256 * 1024 };

struct writer {
    struct ent_buf buf;
    FILE *file;
    bool failed;
};

/* Ready-made openings `<data key="e_weight">`, one per column. */
struct openings {
    struct ent_buf text;
    struct ent_str *of; /* [columns] */
};

static void flush(struct writer *writer)
{
    if (writer->buf.size == 0 || writer->failed)
        return;
    if (fwrite(writer->buf.data, 1, writer->buf.size, writer->file) != writer->buf.size)
        writer->failed = true;
    writer->buf.size = 0;
}

/* May the character stand in a name (XML 1.0, production NameChar)? */
static bool name_character(uint32_t c)
{
    static const uint32_t ranges[][2] = {
        {'-', '.'},       {'0', ':'},         {'A', 'Z'},       {'_', '_'},
        {'a', 'z'},       {0xB7, 0xB7},       {0xC0, 0xD6},     {0xD8, 0xF6},
        {0xF8, 0x37D},    {0x37F, 0x1FFF},    {0x200C, 0x200D}, {0x203F, 0x2040},
        {0x2070, 0x218F}, {0x2C00, 0x2FEF},   {0x3001, 0xD7FF}, {0xF900, 0xFDCF},
        {0xFDF0, 0xFFFC}, {0x10000, 0xEFFFF},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        if (c >= ranges[i][0] && c <= ranges[i][1])
            return true;
    }
    return false;
}

static void put_name(struct ent_buf *buf, struct ent_str name)
{
    for (size_t pos = 0; pos < name.size;) {
        uint32_t code = ent_utf8_next(name, &pos);
        ent_utf8_put(buf, name_character(code) ? code : '_');
    }
    if (name.size == 0)
        ent_buf_char(buf, '_');
}

static bool equal_mended(struct ent_str a, struct ent_str b)
{
    struct ent_buf one, two;
    ent_buf_init(&one);
    ent_buf_init(&two);
    put_name(&one, a);
    put_name(&two, b);
    bool equal = ent_str_eq(ent_buf_view(&one), ent_buf_view(&two));
    ent_buf_clear(&one);
    ent_buf_clear(&two);
    return equal;
}

/* The column's name as an NMTOKEN that no column before it has. */
static void put_column_name(struct ent_buf *buf, const struct ent_table *table,
                            uint32_t index)
{
    int same = 0;
    for (uint32_t i = 0; i < index; i++)
        same += equal_mended(table->columns[i].name, table->columns[index].name);
    put_name(buf, table->columns[index].name);
    if (same > 0)
        ent_buf_printf(buf, "_._%d", same + 1);
}

static const char *type_name(const struct ent_table *table,
                             const struct ent_column *column)
{
    switch (column->type) {
    case ENT_TYPE_STRING:
        return "string";
    case ENT_TYPE_DOUBLE:
        return "double";
    case ENT_TYPE_BOOL:
        return "boolean";
    case ENT_TYPE_INT:
        break;
    }
    /* Java's readers parse int as 32 bits. */
    for (uint32_t i = 0; i < table->row_count; i++) {
        int64_t value = column->ints[i];
        if (value != ENT_INT_NONE && (value > INT32_MAX || value < INT32_MIN))
            return "long";
    }
    return "int";
}

static void put_keys(struct writer *writer, const struct ent_table *table, char prefix,
                     const char *domain)
{
    for (uint32_t c = 0; c < table->column_count; c++) {
        ent_buf_printf(&writer->buf, "  <key id=\"%c_", prefix);
        put_column_name(&writer->buf, table, c);
        ent_buf_printf(&writer->buf, "\" for=\"%s\" attr.name=\"", domain);
        put_column_name(&writer->buf, table, c);
        ent_buf_printf(&writer->buf, "\" attr.type=\"%s\"/>\n",
                       type_name(table, &table->columns[c]));
    }
}

static bool make_openings(struct openings *openings, const struct ent_table *table,
                          char prefix)
{
    ent_buf_init(&openings->text);
    openings->of = calloc((size_t)table->column_count + 1, sizeof *openings->of);
    if (!openings->of)
        return false;
    size_t *starts = calloc((size_t)table->column_count + 1, sizeof *starts);
    for (uint32_t c = 0; starts && c < table->column_count; c++) {
        ent_buf_printf(&openings->text, "\n      <data key=\"%c_", prefix);
        put_column_name(&openings->text, table, c);
        ent_buf_text(&openings->text, "\">");
        starts[c + 1] = openings->text.size;
    }
    bool fine = starts && !openings->text.failed;
    for (uint32_t c = 0; fine && c < table->column_count; c++)
        openings->of[c] =
            ent_str_sub(ent_buf_view(&openings->text), starts[c], starts[c + 1]);
    free(starts);
    return fine;
}

static void clear_openings(struct openings *openings)
{
    ent_buf_clear(&openings->text);
    free(openings->of);
}

/* May the text stand in element content as it is? */
static bool is_plain(struct ent_str text)
{
    unsigned special = 0, high = 0; /* without branches: compilers make vectors of it */
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        high |= c;
        /* 0xEF begins the two characters U+FFFE and U+FFFF that XML forbids. */
        special |= (c < 0x20) | (c == '&') | (c == '<') | (c == '>') | (c == 0xEF);
    }
    return !special && (high < 0x80 || ent_utf8_valid(text));
}

/* Quotes stay as they are here too, so that reading and writing again changes nothing. */
static void put_escaped(struct ent_buf *buf, struct ent_str text)
{
    size_t start = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] != '"' && text.data[i] != '\'')
            continue;
        ent_buf_xml(buf, ent_str_sub(text, start, i));
        ent_buf_char(buf, text.data[i]);
        start = i + 1;
    }
    ent_buf_xml(buf, ent_str_sub(text, start, text.size));
}

static const struct ent_str CLOSING = {"</data>", 7};

/* A whole element in one go: there are millions of them. */
static void put_plain(struct ent_buf *buf, struct ent_str opening, struct ent_str text)
{
    if (!ent_buf_grow(buf, opening.size + text.size + CLOSING.size))
        return;
    char *at = buf->data + buf->size;
    memcpy(at, opening.data, opening.size);
    memcpy(at + opening.size, text.data, text.size);
    memcpy(at + opening.size + text.size, CLOSING.data, CLOSING.size + 1);
    buf->size += opening.size + text.size + CLOSING.size;
}

static void put_text(struct ent_buf *buf, struct ent_str opening, struct ent_str text)
{
    if (is_plain(text)) {
        put_plain(buf, opening, text);
        return;
    }
    ent_buf_str(buf, opening);
    put_escaped(buf, text);
    ent_buf_str(buf, CLOSING);
}

static void put_int(struct ent_buf *buf, struct ent_str opening, int64_t value)
{
    if (value >= 0 && value < 10) {
        const char digit = (char)('0' + value);
        put_plain(buf, opening, (struct ent_str){&digit, 1});
        return;
    }
    ent_buf_str(buf, opening);
    ent_buf_int(buf, value);
    ent_buf_str(buf, CLOSING);
}

static void put_double(struct ent_buf *buf, struct ent_str opening, double value)
{
    ent_buf_str(buf, opening);
    ent_buf_double(buf, value);
    ent_buf_str(buf, CLOSING);
}

/* One cell, unless it is missing; whether something was written. */
static bool put_cell(struct ent_buf *buf, const struct ent_column *column, uint32_t row,
                     struct ent_str opening)
{
    switch (column->type) {
    case ENT_TYPE_STRING:
        if (!column->strings[row].data)
            return false;
        put_text(buf, opening, column->strings[row]);
        break;
    case ENT_TYPE_DOUBLE:
        if (isnan(column->doubles[row]))
            return false;
        put_double(buf, opening, column->doubles[row]);
        break;
    case ENT_TYPE_INT:
        if (column->ints[row] == ENT_INT_NONE)
            return false;
        put_int(buf, opening, column->ints[row]);
        break;
    case ENT_TYPE_BOOL:
        if (column->ints[row] == ENT_INT_NONE)
            return false;
        put_plain(buf, opening, column->ints[row] ? ENT_STR("true") : ENT_STR("false"));
        break;
    }
    return true;
}

static void put_row(struct writer *writer, const struct ent_table *table,
                    const struct openings *openings, uint32_t row, const char *element)
{
    struct ent_buf *buf = &writer->buf;
    size_t before = buf->size;
    ent_buf_char(buf, '>');
    bool any = false;
    for (uint32_t c = 0; c < table->column_count; c++)
        any |= put_cell(buf, &table->columns[c], row, openings->of[c]);
    if (!any) {
        buf->size = before;
        ent_buf_text(buf, "/>\n");
    } else {
        ent_buf_text(buf, "\n    </");
        ent_buf_text(buf, element);
        ent_buf_text(buf, ">\n");
    }
    if (buf->size >= FLUSH_SIZE)
        flush(writer);
}

/* One comment a line, so that line-oriented tools can leave them out. */
static void put_provenance(struct ent_buf *buf, struct ent_str provenance)
{
    struct ent_str line;
    while (ent_str_split(&provenance, '\n', &line))
        graphml_put_comment(buf, GRAPHML_PROVENANCE, line);
}

/* Whether there was memory. */
static bool put_graph_comments(struct ent_buf *buf, const struct ent_table *graph)
{
    struct ent_arena arena;
    struct ent_buf text;
    ent_arena_init(&arena);
    ent_buf_init(&text);
    for (uint32_t c = 0; c < graph->column_count; c++) {
        const struct ent_column *column = &graph->columns[c];
        struct ent_str value = ent_column_text(column, 0, &arena);
        if (!value.data)
            continue;
        ent_buf_reset(&text);
        ent_buf_printf(&text, "%s ", type_name(graph, column));
        put_column_name(&text, graph, c);
        ent_buf_char(&text, ' ');
        ent_buf_str(&text, value);
        graphml_put_comment(buf, GRAPHML_ATTRIBUTE, ent_buf_view(&text));
    }
    bool fine = !text.failed;
    ent_buf_clear(&text);
    ent_arena_clear(&arena);
    return fine;
}

static void put_head(struct writer *writer, const struct ent_network *network,
                     unsigned how)
{
    struct ent_buf *buf = &writer->buf;
    ent_buf_text(buf, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    if (how & ENT_GRAPHML_PROVENANCE)
        put_provenance(buf, network->provenance);
    if (how & ENT_GRAPHML_COMMENTS)
        buf->failed |= !put_graph_comments(buf, &network->graph);
    ent_buf_text(buf, "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
    if (!(how & ENT_GRAPHML_COMMENTS))
        put_keys(writer, &network->graph, 'g', "graph");
    put_keys(writer, &network->vertices, 'v', "node");
    put_keys(writer, &network->edges, 'e', "edge");
    ent_buf_printf(buf, "  <graph id=\"G\" edgedefault=\"%s\">",
                   network->directed ? "directed" : "undirected");
}

static void put_graph(struct writer *writer, const struct ent_network *network,
                      const struct openings *of, unsigned how)
{
    struct ent_buf *buf = &writer->buf;
    for (uint32_t c = 0; !(how & ENT_GRAPHML_COMMENTS) && c < network->graph.column_count;
         c++)
        put_cell(buf, &network->graph.columns[c], 0, of[0].of[c]);
    ent_buf_char(buf, '\n');
    for (uint32_t i = 0; i < network->vertices.row_count; i++) {
        ent_buf_text(buf, "    <node id=\"n");
        ent_buf_int(buf, i);
        ent_buf_char(buf, '"');
        put_row(writer, &network->vertices, &of[1], i, "node");
    }
    for (uint32_t i = 0; i < network->edges.row_count; i++) {
        ent_buf_text(buf, "    <edge source=\"n");
        ent_buf_int(buf, network->arcs[i].from);
        ent_buf_text(buf, "\" target=\"n");
        ent_buf_int(buf, network->arcs[i].to);
        ent_buf_char(buf, '"');
        put_row(writer, &network->edges, &of[2], i, "edge");
    }
    ent_buf_text(buf, "  </graph>\n</graphml>\n");
    flush(writer);
}

enum ent_status ent_graphml_write(const struct ent_network *network, unsigned how,
                                  FILE *file, struct ent_error *error)
{
    struct writer writer = {.file = file, .failed = false};
    struct openings of[3] = {{.of = NULL}, {.of = NULL}, {.of = NULL}};
    ent_buf_init(&writer.buf);
    enum ent_status status = ENT_OK;
    bool ready = make_openings(&of[0], &network->graph, 'g');
    ready = make_openings(&of[1], &network->vertices, 'v') && ready;
    ready = make_openings(&of[2], &network->edges, 'e') && ready;
    if (ready) {
        put_head(&writer, network, how);
        put_graph(&writer, network, of, how);
    }
    if (!ready || writer.buf.failed)
        status = ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    else if (writer.failed)
        status = ent_fail(error, ENT_EIO, 0, "cannot write: %s", strerror(errno));
    for (int i = 0; i < 3; i++)
        clear_openings(&of[i]);
    ent_buf_clear(&writer.buf);
    return status;
}
