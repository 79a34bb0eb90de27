/* gexf.c: GEXF 1.3, the format of Gephi that knows time and kinds of ties. */
#include "draw/output.h"
#include "draw/picture.h"
#include "draw/slices.h"

#include <stdlib.h>

struct gexf {
    struct picture picture;
    struct output output;
    struct ent_arena arena;         /* reset after each vertex or arc */
    struct ent_str *ids;            /* of vertices */
    struct ent_str *vertex_columns; /* ids of attributes */
    struct ent_str *arc_columns;
    const struct ent_slices *slices; /* or NULL */
    struct presence *items;          /* of the slices, by arc */
    uint32_t next_item;
    bool dynamic; /* something has a date */
};

static struct ent_str cell(struct gexf *gexf, const struct ent_table *table,
                           const char *name, uint32_t row)
{
    const struct ent_column *column = ent_table_find(table, name);
    return column ? ent_column_text(column, row, &gexf->arena)
                  : (struct ent_str){NULL, 0};
}

/* The row's dates; false if it has none that make sense. */
static bool period(struct gexf *gexf, const struct ent_table *table, uint32_t row,
                   char first[11], char last[11])
{
    return draw_full_date(cell(gexf, table, "first", row), false, first) &&
           draw_full_date(cell(gexf, table, "last", row), true, last) &&
           strcmp(first, last) <= 0;
}

static void put_text_attribute(struct ent_buf *buf, const char *name, struct ent_str text)
{
    ent_buf_printf(buf, " %s=\"", name);
    ent_buf_xml(buf, text);
    ent_buf_char(buf, '"');
}

static void put_label(struct gexf *gexf, struct ent_str label)
{
    ent_buf_text(&gexf->output.buf, " label=\"");
    struct ent_buf line;
    ent_buf_init(&line);
    draw_put_line(&line, label, SIZE_MAX);
    ent_buf_xml(&gexf->output.buf, ent_buf_view(&line));
    ent_buf_clear(&line);
    ent_buf_char(&gexf->output.buf, '"');
}

static const char *type_name(const struct ent_table *table,
                             const struct ent_column *column)
{
    switch (column->type) {
    case ENT_TYPE_DOUBLE:
        return "double";
    case ENT_TYPE_BOOL:
        return "boolean";
    case ENT_TYPE_STRING:
        return "string";
    case ENT_TYPE_INT:
        break;
    }
    for (uint32_t i = 0; i < table->row_count; i++) {
        int64_t value = column->ints[i];
        if (value != ENT_INT_NONE && (value > INT32_MAX || value < INT32_MIN))
            return "long";
    }
    return "integer";
}

/* Columns that GEXF has a place of its own for. */
static bool has_own_place(const struct ent_column *column)
{
    static const char *const names[] = {"label", "color", "size", "x", "y", "weight"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (ent_str_is(column->name, names[i]))
            return true;
    }
    return false;
}

/* Gephi makes the names of a table's columns the ids of its own columns: not those it has. */
static const char *const vertex_taken[] = {"id", "label", "timeset", NULL};
static const char *const arc_taken[] = {"id",   "label",  "timeset", "weight",
                                        "type", "source", "target",  NULL};

static void put_attributes(struct gexf *gexf, const struct ent_table *table,
                           const struct ent_str *ids, const char *class)
{
    struct ent_buf *buf = &gexf->output.buf;
    ent_buf_printf(buf, "    <attributes class=\"%s\" mode=\"static\">\n", class);
    for (uint32_t c = 0; c < table->column_count; c++) {
        if (has_own_place(&table->columns[c]))
            continue;
        ent_buf_text(buf, "      <attribute");
        put_text_attribute(buf, "id", ids[c]);
        put_text_attribute(buf, "title", ids[c]);
        ent_buf_printf(buf, " type=\"%s\"/>\n", type_name(table, &table->columns[c]));
    }
    ent_buf_text(buf, "    </attributes>\n");
}

/* The weight in each period: Gephi knows it by the title. */
static void put_weight_attribute(struct gexf *gexf)
{
    if (gexf->slices)
        ent_buf_text(&gexf->output.buf,
                     "    <attributes class=\"edge\" mode=\"dynamic\">\n"
                     "      <attribute id=\"weight\" title=\"weight\" type=\"double\"/>\n"
                     "    </attributes>\n");
}

/* The arc's weights over time; the items come in the order of arcs. */
static void put_weights(struct gexf *gexf, uint32_t arc, bool spells)
{
    struct ent_buf *buf = &gexf->output.buf;
    uint32_t count = gexf->slices ? gexf->slices->item_count : 0;
    for (uint32_t i = gexf->next_item; i < count && gexf->items[i].arc == arc; i++) {
        const struct period *period = &gexf->slices->periods[gexf->items[i].period];
        if (!period->from[0])
            continue;
        if (spells) {
            ent_buf_printf(buf, "<spell start=\"%s\" end=\"%s\"/>", period->from,
                           period->to);
            continue;
        }
        ent_buf_text(buf, "          <attvalue for=\"weight\" value=\"");
        ent_buf_double(buf, gexf->items[i].weight);
        ent_buf_printf(buf, "\" start=\"%s\" end=\"%s\"/>\n", period->from, period->to);
    }
}

/* Was the arc there in a period whose dates are known? */
static bool has_weights(const struct gexf *gexf, uint32_t arc)
{
    uint32_t count = gexf->slices ? gexf->slices->item_count : 0;
    for (uint32_t i = gexf->next_item; i < count && gexf->items[i].arc == arc; i++) {
        if (gexf->slices->periods[gexf->items[i].period].from[0])
            return true;
    }
    return false;
}

static void put_values(struct gexf *gexf, const struct ent_table *table,
                       const struct ent_str *ids, uint32_t row)
{
    struct ent_buf *buf = &gexf->output.buf;
    bool timed = table == &gexf->picture.network->edges && has_weights(gexf, row);
    bool opened = timed;
    ent_buf_text(buf, timed ? "        <attvalues>\n" : "");
    if (timed)
        put_weights(gexf, row, false);
    for (uint32_t c = 0; c < table->column_count; c++) {
        const struct ent_column *column = &table->columns[c];
        if (has_own_place(column))
            continue;
        struct ent_str value = ent_column_text(column, row, &gexf->arena);
        if (!value.data)
            continue;
        ent_buf_text(buf, opened ? "" : "        <attvalues>\n");
        opened = true;
        ent_buf_text(buf, "          <attvalue");
        put_text_attribute(buf, "for", ids[c]);
        put_text_attribute(buf, "value", value);
        ent_buf_text(buf, "/>\n");
    }
    ent_buf_text(buf, opened ? "        </attvalues>\n" : "");
}

static void put_spell(struct gexf *gexf, const struct ent_table *table, uint32_t row)
{
    char first[11], last[11];
    if (table == &gexf->picture.network->edges && has_weights(gexf, row)) {
        ent_buf_text(&gexf->output.buf, "        <spells>");
        put_weights(gexf, row, true);
        ent_buf_text(&gexf->output.buf, "</spells>\n");
        return;
    }
    if (period(gexf, table, row, first, last))
        ent_buf_printf(&gexf->output.buf,
                       "        <spells><spell start=\"%s\" end=\"%s\"/></spells>\n",
                       first, last);
}

/* "#rrggbb" as red, green, blue. */
static void put_color(struct ent_buf *buf, struct ent_str color)
{
    unsigned red = 0, green = 0, blue = 0;
    char text[8] = "";
    if (color.size == 7)
        memcpy(text, color.data, 7);
    if (sscanf(text, "#%2x%2x%2x", &red, &green, &blue) == 3)
        ent_buf_printf(buf, "        <viz:color r=\"%u\" g=\"%u\" b=\"%u\"/>\n", red,
                       green, blue);
}

static void put_vertex(struct gexf *gexf, uint32_t number)
{
    const struct picture *picture = &gexf->picture;
    const struct ent_table *table = &picture->network->vertices;
    const struct picture_vertex *vertex = &picture->vertices[number];
    struct ent_buf *buf = &gexf->output.buf;
    ent_buf_text(buf, "      <node");
    put_text_attribute(buf, "id", gexf->ids[number]);
    put_label(gexf, vertex->label);
    ent_buf_text(buf, ">\n");
    put_values(gexf, table, gexf->vertex_columns, number);
    put_spell(gexf, table, number);
    put_color(buf, picture_fill(picture, number));
    ent_buf_printf(buf, "        <viz:size value=\"%.1f\"/>\n", 10 + 40 * vertex->size);
    const struct ent_column *x = ent_table_find(table, "x"),
                            *y = ent_table_find(table, "y");
    double across = x ? ent_column_number(x, number) : NAN;
    double up = y ? ent_column_number(y, number) : NAN;
    if (isfinite(across) && isfinite(up)) {
        ent_buf_text(buf, "        <viz:position x=\"");
        ent_buf_double(buf, across);
        ent_buf_text(buf, "\" y=\"");
        ent_buf_double(buf, up);
        ent_buf_text(buf, "\"/>\n");
    }
    ent_buf_text(buf, "      </node>\n");
    output_check(&gexf->output);
    ent_arena_reset(&gexf->arena);
}

static void put_arc(struct gexf *gexf, uint32_t number)
{
    const struct picture *picture = &gexf->picture;
    const struct picture_arc *arc = &picture->arcs[number];
    struct ent_buf *buf = &gexf->output.buf;
    ent_buf_printf(buf, "      <edge id=\"%u\"", (unsigned)number);
    put_text_attribute(buf, "source", gexf->ids[arc->from]);
    put_text_attribute(buf, "target", gexf->ids[arc->to]);
    ent_buf_text(buf, " weight=\"");
    ent_buf_double(buf, arc->weight);
    ent_buf_char(buf, '"');
    if (arc->relation.size) {
        put_text_attribute(buf, "kind", arc->relation);
        struct ent_buf words;
        ent_buf_init(&words);
        picture_put_shown(picture, arc, NULL, false, &words);
        put_label(gexf, ent_buf_view(&words));
        ent_buf_clear(&words);
    }
    ent_buf_text(buf, ">\n");
    put_values(gexf, &picture->network->edges, gexf->arc_columns, number);
    put_spell(gexf, &picture->network->edges, number);
    put_color(buf, picture_sign(picture, arc->sign, "color"));
    ent_buf_printf(buf, "        <viz:thickness value=\"%.2f\"/>\n",
                   1 + 3 * arc->thickness);
    if (arc->sign != 0)
        ent_buf_printf(buf, "        <viz:shape value=\"%s\"/>\n",
                       arc->sign > 0 ? "solid" : "dashed");
    ent_buf_text(buf, "      </edge>\n");
    while (gexf->slices && gexf->next_item < gexf->slices->item_count &&
           gexf->items[gexf->next_item].arc <= number)
        gexf->next_item++;
    output_check(&gexf->output);
    ent_arena_reset(&gexf->arena);
}

static void put_graph_head(struct gexf *gexf)
{
    const struct picture *picture = &gexf->picture;
    struct ent_buf *buf = &gexf->output.buf;
    const struct ent_network *network = picture->network;
    char first[11], last[11];
    for (uint32_t i = 0; i < network->edges.row_count && !gexf->dynamic; i++)
        gexf->dynamic = period(gexf, &network->edges, i, first, last);
    for (uint32_t i = 0; i < network->vertices.row_count && !gexf->dynamic; i++)
        gexf->dynamic = period(gexf, &network->vertices, i, first, last);
    ent_arena_reset(&gexf->arena);
    ent_buf_text(buf, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<gexf xmlns=\"http://gexf.net/1.3\" "
                      "xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n"
                      "  <meta>\n    <creator>entente</creator>\n");
    if (picture->title.size) {
        ent_buf_text(buf, "    <description>");
        ent_buf_xml(buf, picture->title);
        ent_buf_text(buf, "</description>\n");
    }
    ent_buf_printf(buf, "  </meta>\n  <graph defaultedgetype=\"%s\" mode=\"%s\"%s>\n",
                   network->directed ? "directed" : "undirected",
                   gexf->dynamic ? "dynamic" : "static",
                   gexf->dynamic ? " timeformat=\"date\" timerepresentation=\"interval\""
                                 : "");
}

static bool put_graph(struct gexf *gexf)
{
    const struct ent_network *network = gexf->picture.network;
    struct ent_buf *buf = &gexf->output.buf;
    gexf->ids = draw_unique_names(network, &gexf->picture.arena);
    struct ent_arena *arena = &gexf->picture.arena;
    gexf->vertex_columns = draw_column_names(&network->vertices, vertex_taken, arena);
    gexf->arc_columns = draw_column_names(&network->edges, arc_taken, arena);
    if (!gexf->ids || !gexf->vertex_columns || !gexf->arc_columns)
        return false;
    put_graph_head(gexf);
    put_attributes(gexf, &network->vertices, gexf->vertex_columns, "node");
    put_attributes(gexf, &network->edges, gexf->arc_columns, "edge");
    put_weight_attribute(gexf);
    ent_buf_printf(buf, "    <nodes count=\"%u\">\n",
                   (unsigned)network->vertices.row_count);
    for (uint32_t i = 0; i < network->vertices.row_count; i++)
        put_vertex(gexf, i);
    ent_buf_printf(buf, "    </nodes>\n    <edges count=\"%u\">\n",
                   (unsigned)network->edges.row_count);
    for (uint32_t i = 0; i < network->edges.row_count; i++)
        put_arc(gexf, i);
    ent_buf_text(buf, "    </edges>\n  </graph>\n</gexf>\n");
    return true;
}

enum ent_status ent_gexf_write(const struct ent_network *network,
                               const struct ent_slices *slices,
                               const struct ent_draw *draw, FILE *file,
                               struct ent_error *error)
{
    struct gexf gexf = {.slices = slices, .dynamic = slices != NULL};
    output_init(&gexf.output, file);
    ent_arena_init(&gexf.arena);
    enum ent_status status = picture_init(&gexf.picture, network, draw, error);
    if (status == ENT_OK) {
        gexf.items = slices ? slices_by_arc(slices) : NULL;
        gexf.output.buf.failed |= (slices && !gexf.items) || !put_graph(&gexf);
        status = output_finish(&gexf.output, error);
    }
    ent_buf_clear(&gexf.output.buf);
    ent_arena_clear(&gexf.arena);
    picture_clear(&gexf.picture);
    free(gexf.items);
    return status;
}
