/* dot_write.c: the picture in the DOT language of Graphviz. */
#include "draw/dot.h"

void ent_draw_defaults(struct ent_draw *draw)
{
    *draw = (struct ent_draw){.legend = true, .labels = 60};
}

static void put_vertex_tooltip(struct dot *dot, const struct picture_vertex *vertex)
{
    const struct picture *picture = &dot->picture;
    draw_put_line(&dot->line, vertex->label, 120);
    struct ent_str kind = style_get2(&picture->style, "kind", vertex->kind);
    if (vertex->kind.size) {
        ent_buf_text(&dot->line, ", ");
        draw_put_line(&dot->line, kind.size ? kind : vertex->kind, 40);
    }
    if (vertex->camp) {
        ent_buf_text(&dot->line, ", ");
        ent_buf_str(&dot->line, style_get(&picture->style, "camp"));
        ent_buf_printf(&dot->line, " %lld", (long long)vertex->camp);
    }
    if (picture->size_name.size && isfinite(vertex->value)) {
        ent_buf_text(&dot->line, "\n");
        draw_put_line(&dot->line, picture->size_name, 40);
        ent_buf_printf(&dot->line, " %.3g", vertex->value);
    }
    ent_buf_text(&dot->output.buf, " tooltip=");
    dot_put_quoted(dot);
}

static void put_vertex(struct dot *dot, uint32_t number)
{
    const struct picture *picture = &dot->picture;
    const struct picture_vertex *vertex = &picture->vertices[number];
    double least = style_number(&picture->style, "font.least", 10);
    double most = style_number(&picture->style, "font.most", 20);
    most *= dot_enlarge(dot);
    ent_buf_printf(&dot->output.buf, "  n%u [label=", (unsigned)number);
    draw_put_line(&dot->line, vertex->label, 60);
    dot_put_wrapped(dot, 16);
    struct ent_str shape = style_get2(&picture->style, "shape", vertex->kind);
    dot_put_attribute(dot, "shape", shape.size ? shape : ENT_STR("box"));
    if (shape.size == 0 || ent_str_is(shape, "box"))
        ent_buf_text(&dot->output.buf, " style=\"rounded,filled\"");
    struct ent_str border = style_get2(&picture->style, "border", vertex->kind);
    if (border.size)
        dot_put_attribute(dot, "peripheries", border);
    dot_put_attribute(dot, "fillcolor", picture_fill(picture, number));
    dot_put_number(dot, "fontsize", rint(least + (most - least) * vertex->size));
    put_vertex_tooltip(dot, vertex);
    ent_buf_text(&dot->output.buf, "]\n");
    output_check(&dot->output);
}

/* Camps as boxes, then the vertices outside of them. */
static void put_clusters(struct dot *dot)
{
    const struct picture *picture = &dot->picture;
    struct ent_buf *buf = &dot->output.buf;
    for (uint32_t c = 0; c < picture->camp_count; c++) {
        const struct picture_camp *camp = &picture->camps[c];
        if (camp->size < 2)
            continue;
        ent_buf_printf(buf,
                       "  subgraph cluster_%lld {\n    graph [style=\"rounded,filled\"",
                       (long long)camp->number);
        dot_put_attribute(dot, "color", style_get(&picture->style, "cluster.line"));
        dot_put_attribute(dot, "fillcolor", style_get(&picture->style, "cluster.fill"));
        ent_buf_text(buf, " tooltip=\" \" label=");
        ent_buf_str(&dot->line, style_get(&picture->style, "camp"));
        ent_buf_printf(&dot->line, " %lld", (long long)camp->number);
        dot_put_quoted(dot);
        ent_buf_text(buf, "]\n");
        for (uint32_t i = 0; i < picture->network->vertices.row_count; i++) {
            if (picture->vertices[i].camp == camp->number)
                ent_buf_printf(buf, "    n%u\n", (unsigned)i);
        }
        ent_buf_text(buf, "  }\n");
    }
}

enum ent_status ent_dot_write(const struct ent_network *network,
                              const struct ent_draw *draw, FILE *file,
                              struct ent_error *error)
{
    struct dot dot;
    output_init(&dot.output, file);
    ent_buf_init(&dot.line);
    ent_arena_init(&dot.arena);
    enum ent_status status = picture_init(&dot.picture, network, draw, error);
    if (status != ENT_OK)
        goto done;
    ent_buf_text(&dot.output.buf, network->directed ? "digraph" : "graph");
    ent_buf_text(&dot.output.buf, " entente {\n");
    dot_put_graph(&dot);
    for (uint32_t i = 0; i < network->vertices.row_count; i++)
        put_vertex(&dot, i);
    if (draw->clusters)
        put_clusters(&dot);
    for (uint32_t i = 0; i < network->edges.row_count; i++) {
        if (dot.picture.arcs[i].drawn)
            dot_put_arc(&dot, i);
    }
    ent_buf_text(&dot.output.buf, "}\n");
    dot.output.buf.failed |= dot.line.failed;
    status = output_finish(&dot.output, error);
done:
    ent_buf_clear(&dot.output.buf);
    ent_buf_clear(&dot.line);
    ent_arena_clear(&dot.arena);
    picture_clear(&dot.picture);
    return status;
}
