/* html_data.c: what the scripts of the page read, as one JSON object. */
#include "draw/html.h"

/* Pass the scratch on. A "<" can only stand inside strings; escaped, no "</script" or
 * "<!--" in somebody's text can end the element. */
static void pass_on(struct html *html)
{
    struct ent_buf *json = &html->json, *buf = &html->output.buf;
    size_t plain = 0;
    for (size_t i = 0; i < json->size; i++) {
        if (json->data[i] != '<')
            continue;
        ent_buf_add(buf, json->data + plain, i - plain);
        ent_buf_text(buf, "\\u003c");
        plain = i + 1;
    }
    if (json->size)
        ent_buf_add(buf, json->data + plain, json->size - plain);
    buf->failed |= json->failed;
    ent_buf_reset(json);
    output_check(&html->output);
    ent_arena_reset(&html->arena);
}

static void put_member(struct ent_buf *json, const char *name, struct ent_str text)
{
    ent_buf_printf(json, ",\"%s\":", name);
    ent_buf_json(json, text);
}

static void put_number(struct ent_buf *json, const char *name, double value)
{
    ent_buf_printf(json, ",\"%s\":", name);
    ent_buf_double(json, isfinite(value) ? value : 0);
}

/* All keys of a style as an object. */
static void put_style(struct ent_buf *json, const struct style *style)
{
    for (uint32_t i = 0; i < style->keys.size; i++) {
        ent_buf_char(json, i ? ',' : '{');
        ent_buf_json(json, style->keys.keys[i]);
        ent_buf_char(json, ':');
        ent_buf_json(json, style->values[i]);
    }
    ent_buf_text(json, style->keys.size ? "}" : "{}");
}

static bool is_one_of(struct ent_str name, const char *const *names)
{
    for (size_t i = 0; names[i]; i++) {
        if (ent_str_is(name, names[i]))
            return true;
    }
    return false;
}

/* The cells that the page shows as they are, under "values". */
static void put_values(struct html *html, const struct ent_table *table, uint32_t row,
                       const char *const *told)
{
    struct ent_buf *json = &html->json;
    bool comma = false;
    ent_buf_text(json, ",\"values\":{");
    for (uint32_t c = 0; c < table->column_count; c++) {
        const struct ent_column *column = &table->columns[c];
        const struct style *style = &html->picture.style;
        if (is_one_of(column->name, told) || draw_is_missing(column, row) ||
            style_get2(style, "relation", column->name).size ||
            style_get2(style, "status", column->name).size)
            continue;
        ent_buf_text(json, comma ? "," : "");
        comma = true;
        ent_buf_json(json, column->name);
        ent_buf_char(json, ':');
        draw_put_json_cell(json, column, row);
    }
    ent_buf_char(json, '}');
}

static void put_vertex(struct html *html, uint32_t number)
{
    static const char *const told[] = {"name", "label", "x", "y", "color", "size", NULL};
    const struct ent_table *table = &html->picture.network->vertices;
    const struct picture_vertex *vertex = &html->picture.vertices[number];
    struct ent_buf *json = &html->json;
    const struct ent_column *x = ent_table_find(table, "x"),
                            *y = ent_table_find(table, "y");
    double turn = 2.399963229728653 * number, far = 40 * sqrt(number);
    double across = x ? ent_column_number(x, number) : far * cos(turn);
    double up = y ? ent_column_number(y, number) : far * sin(turn);
    ent_buf_text(json, number ? ",\n{\"name\":" : "\n{\"name\":");
    ent_buf_json(json, ent_network_name(html->picture.network, number, &html->arena));
    ent_buf_text(json, ",\"label\":");
    struct ent_buf line;
    ent_buf_init(&line);
    draw_put_line(&line, vertex->label, 200);
    ent_buf_json(json, ent_buf_view(&line));
    json->failed |= line.failed;
    ent_buf_clear(&line);
    put_member(json, "kind", vertex->kind);
    put_number(json, "camp", (double)vertex->camp);
    put_number(json, "size", rint(vertex->size * 1000) / 1000);
    put_number(json, "x", rint(across * 10) / 10);
    put_number(json, "y", rint(up * 10) / 10);
    put_values(html, table, number, told);
    ent_buf_char(json, '}');
    pass_on(html);
}

static struct ent_str cell(struct html *html, const char *name, uint32_t row)
{
    const struct ent_column *column = ent_table_find(&html->picture.network->edges, name);
    return column ? ent_column_text(column, row, &html->arena)
                  : (struct ent_str){NULL, 0};
}

/* The counts of the columns that are relations ("relation") or statuses ("status"). */
static void put_counts(struct html *html, const char *member, const char *group,
                       uint32_t row)
{
    const struct ent_table *edges = &html->picture.network->edges;
    struct ent_buf *json = &html->json;
    bool any = false;
    for (uint32_t c = 0; c < edges->column_count; c++) {
        const struct ent_column *column = &edges->columns[c];
        if (style_get2(&html->picture.style, group, column->name).size == 0 ||
            !(ent_column_number(column, row) > 0))
            continue;
        if (!any)
            ent_buf_printf(json, ",\"%s\":{", member);
        else
            ent_buf_char(json, ',');
        any = true;
        ent_buf_json(json, column->name);
        ent_buf_char(json, ':');
        draw_put_json_cell(json, column, row);
    }
    ent_buf_text(json, any ? "}" : "");
}

static void put_item(struct ent_buf *json, const struct evidence_item *item)
{
    ent_buf_text(json, "{\"sentence\":");
    ent_buf_json(json, item->sentence);
    put_member(json, "date", item->date);
    put_member(json, "document", item->document);
    put_member(json, "relation", ent_str_of(ent_relation_name(item->relation)));
    put_member(json, "status", ent_str_of(ent_relation_status_name(item->status)));
    if (item->claimant.size)
        put_member(json, "claimant", item->claimant);
    ent_buf_char(json, '}');
}

/* The sentences of the arc; arcs come in ascending order, as the items do. */
static void put_evidence(struct html *html, uint32_t arc)
{
    struct ent_buf *json = &html->json;
    uint32_t count = html->evidence ? html->evidence->count : 0, begin = html->next_item;
    ent_buf_text(json, ",\"evidence\":[");
    for (; html->next_item < count && html->items[html->next_item].arc == arc;
         html->next_item++) {
        if (html->next_item > begin)
            ent_buf_char(json, ',');
        put_item(json, &html->items[html->next_item]);
    }
    struct ent_str sentence = cell(html, "evidence", arc);
    if (html->next_item == begin && sentence.size) {
        ent_buf_text(json, "{\"sentence\":");
        ent_buf_json(json, sentence);
        put_member(json, "document", cell(html, "evidence_doc", arc));
        ent_buf_char(json, '}');
    }
    ent_buf_char(json, ']');
}

static void put_arc(struct html *html, uint32_t number)
{
    static const char *const told[] = {"weight",       "sign", "relation", "label",
                                       "first",        "last", "color",    "evidence",
                                       "evidence_doc", NULL};
    const struct picture_arc *arc = &html->picture.arcs[number];
    struct ent_buf *json = &html->json;
    ent_buf_printf(json, "%s\n{\"source\":%u,\"target\":%u,\"sign\":%d",
                   number ? "," : "", (unsigned)arc->from, (unsigned)arc->to, arc->sign);
    put_number(json, "weight", arc->weight);
    put_number(json, "thickness", rint(arc->thickness * 1000) / 1000);
    put_member(json, "relation", arc->relation);
    ent_buf_reset(&html->words);
    picture_put_shown(&html->picture, arc, NULL, true, &html->words);
    put_member(json, "label", ent_buf_view(&html->words));
    put_member(json, "first", cell(html, "first", number));
    put_member(json, "last", cell(html, "last", number));
    put_counts(html, "relations", "relation", number);
    put_counts(html, "statuses", "status", number);
    put_values(html, &html->picture.network->edges, number, told);
    put_evidence(html, number);
    ent_buf_char(json, '}');
    pass_on(html);
}

void html_put_data(struct html *html)
{
    const struct picture *picture = &html->picture;
    struct ent_buf *json = &html->json;
    struct ent_str title =
        picture->title.size ? picture->title : style_get(&picture->style, "page.title");
    ent_buf_text(json, "{\"title\":");
    ent_buf_json(json, title);
    ent_buf_printf(json, ",\"directed\":%s,\"complete\":%s,\n\"style\":",
                   picture->network->directed ? "true" : "false",
                   html->evidence ? "true" : "false");
    put_style(json, &picture->style);
    ent_buf_text(json, ",\n\"dark\":");
    put_style(json, &html->dark);
    ent_buf_text(json, ",\n\"nodes\":[");
    pass_on(html);
    for (uint32_t i = 0; i < picture->network->vertices.row_count; i++)
        put_vertex(html, i);
    ent_buf_text(json, "],\n\"arcs\":[");
    for (uint32_t i = 0; i < picture->network->edges.row_count; i++)
        put_arc(html, i);
    ent_buf_text(json, "]}");
    pass_on(html);
}
