/* dot_arc.c: one tie as a line with its label and tooltip. */
#include "draw/dot.h"

/* The engines pull friends together and leave room between foes. */
static const char *const pull[] = {" weight=1 len=2.6", " weight=2 len=2.2",
                                   " weight=4 len=1.8"};

static void put_count(struct dot *dot, double weight)
{
    ent_buf_text(&dot->line, " (");
    ent_buf_double(&dot->line, rint(weight * 100) / 100);
    ent_buf_char(&dot->line, ')');
}

/* The scratch line on the background's colour, so that lines do not cross the letters. */
static void put_on_background(struct dot *dot)
{
    struct ent_buf *buf = &dot->output.buf;
    ent_buf_text(buf, "<<table border=\"0\" cellborder=\"0\" cellpadding=\"0\" "
                      "cellspacing=\"0\" bgcolor=\"");
    ent_buf_str(buf, style_get(&dot->picture.style, "background"));
    ent_buf_text(buf, "c8\"><tr><td>"); /* nearly opaque */
    dot_put_html(dot);
    ent_buf_text(buf, "</td></tr></table>>");
}

/* Of two directions "accuses (5)", or "accuses (3), threatens (2)". */
static void put_label(struct dot *dot, const struct picture_arc *arc)
{
    const struct picture *picture = &dot->picture;
    const struct picture_arc *twin =
        arc->twin == UINT32_MAX ? NULL : &picture->arcs[arc->twin];
    bool same = twin && ent_str_eq(twin->shown, arc->shown) &&
                ent_str_eq(twin->against, arc->against);
    picture_put_shown(picture, arc, same ? twin : NULL, true, &dot->line);
    if (twin && !same) {
        ent_buf_text(&dot->line, ", ");
        picture_put_shown(picture, twin, NULL, true, &dot->line);
    }
}

/* All relations with their counts if the network tells them, else the main one. */
static void put_relations(struct dot *dot, uint32_t number)
{
    const struct picture *picture = &dot->picture;
    const struct ent_table *edges = &picture->network->edges;
    bool told = false;
    for (uint32_t c = 0; c < edges->column_count; c++) {
        const struct ent_column *column = &edges->columns[c];
        if (style_get2(&picture->style, "relation", column->name).size == 0)
            continue;
        double count = ent_column_number(column, number);
        if (!(count > 0))
            continue;
        ent_buf_text(&dot->line, told ? ", " : "");
        picture_put_relation(picture, column->name, &dot->line);
        put_count(dot, count);
        told = true;
    }
    if (!told) {
        picture_put_relation(picture, picture->arcs[number].relation, &dot->line);
        put_count(dot, picture->arcs[number].weight);
    }
}

static struct ent_str cell(struct dot *dot, const char *name, uint32_t row)
{
    const struct ent_column *column = ent_table_find(&dot->picture.network->edges, name);
    return column ? ent_column_text(column, row, &dot->arena) : (struct ent_str){NULL, 0};
}

static void put_tooltip(struct dot *dot, uint32_t number)
{
    const struct picture *picture = &dot->picture;
    const struct picture_arc *arc = &picture->arcs[number];
    draw_put_line(&dot->line, picture->vertices[arc->from].label, 60);
    ent_buf_text(&dot->line, picture->network->directed ? " → " : " – ");
    draw_put_line(&dot->line, picture->vertices[arc->to].label, 60);
    if (arc->relation.size) {
        ent_buf_str(&dot->line, style_get(&picture->style, "colon"));
        put_relations(dot, number);
    }
    struct ent_str first = cell(dot, "first", number), last = cell(dot, "last", number);
    if (first.size || last.size) {
        ent_buf_text(&dot->line, "\n");
        picture_put_period(picture, first, last, &dot->line);
    }
    struct ent_str sentence = cell(dot, "evidence", number);
    if (sentence.size) {
        struct ent_str document = cell(dot, "evidence_doc", number);
        ent_buf_text(&dot->line, "\n");
        draw_put_line(&dot->line, sentence, 300);
        ent_buf_text(&dot->line, document.size ? " — " : "");
        draw_put_line(&dot->line, document, 80);
    }
}

static void put_heads(struct dot *dot, const struct picture_arc *arc)
{
    const struct picture *picture = &dot->picture;
    if (!picture->network->directed)
        return;
    struct ent_str head = picture_sign(picture, arc->sign, "head");
    dot_put_attribute(dot, "arrowhead", head);
    if (arc->twin != UINT32_MAX) {
        ent_buf_text(&dot->output.buf, " dir=both");
        dot_put_attribute(dot, "arrowtail", head);
    }
}

void dot_put_arc(struct dot *dot, uint32_t number)
{
    const struct picture *picture = &dot->picture;
    const struct picture_arc *arc = &picture->arcs[number];
    struct ent_buf *buf = &dot->output.buf;
    double least = style_number(&picture->style, "line.least", 0.8);
    double most = style_number(&picture->style, "line.most", 4);
    ent_buf_printf(buf, "  n%u %s n%u [", (unsigned)arc->from,
                   picture->network->directed ? "->" : "--", (unsigned)arc->to);
    dot_put_attribute(dot, "color", picture_sign(picture, arc->sign, "color"));
    dot_put_attribute(dot, "style", picture_sign(picture, arc->sign, "style"));
    dot_put_number(dot, "penwidth", least + (most - least) * arc->thickness);
    put_heads(dot, arc);
    ent_buf_text(buf, pull[arc->sign + 1]);
    if (arc->labelled) {
        dot_put_attribute(dot, "fontcolor", picture_sign(picture, arc->sign, "color"));
        ent_buf_text(buf, " label=");
        put_label(dot, arc);
        put_on_background(dot);
    }
    put_tooltip(dot, number);
    if (arc->twin != UINT32_MAX) {
        ent_buf_text(&dot->line, "\n");
        put_tooltip(dot, arc->twin);
    }
    struct ent_str tooltip = ent_arena_dup(&dot->arena, ent_buf_view(&dot->line));
    ent_buf_reset(&dot->line);
    dot_put_attribute(dot, "tooltip", tooltip);
    if (arc->labelled)
        dot_put_attribute(dot, "labeltooltip", tooltip);
    ent_buf_text(buf, "]\n");
    output_check(&dot->output);
    ent_arena_reset(&dot->arena);
}
