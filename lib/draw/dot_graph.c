/* dot_graph.c: the graph's attributes, with its title and legend, and the defaults.
 *
 * Title and legend are the label of the graph, an HTML-like table: every layout program
 * draws it in a corner, and none of them moves actors about to make room for it. The
 * colours of camps stand in a column of their own, left of all text. */
#include "draw/dot.h"

enum {
    FEW_ARCS = 150,   /* so many are routed around actors; more take too long */
    LEGEND_CAMPS = 8, /* colours in a theme */
};

double dot_enlarge(const struct dot *dot)
{
    return fmin(2.5, fmax(1, sqrt(dot->picture.network->vertices.row_count / 60.0)));
}

static void put_font(struct dot *dot, const char *color_key, double size, bool bold,
                     void (*content)(struct dot *))
{
    struct ent_buf *buf = &dot->output.buf;
    ent_buf_printf(buf,
                   "<tr><td></td><td align=\"left\"><font point-size=\"%.0f\" color=\"",
                   size * dot_enlarge(dot));
    ent_buf_str(buf, style_get(&dot->picture.style, color_key));
    ent_buf_text(buf, bold ? "\"><b>" : "\">");
    content(dot);
    ent_buf_text(buf, bold ? "</b></font></td></tr>\n" : "</font></td></tr>\n");
}

static void put_title(struct dot *dot)
{
    draw_put_line(&dot->line, dot->picture.title, 120);
    dot_put_html(dot);
}

/* Is there anything to see in it? Graphviz refuses empty elements. */
static bool has_title(struct dot *dot)
{
    draw_put_line(&dot->line, dot->picture.title, 120);
    bool visible = dot->line.size > 0;
    ent_buf_reset(&dot->line);
    return visible;
}

static void put_counts(struct dot *dot)
{
    const struct picture *picture = &dot->picture;
    picture_put_count(picture, "actor", picture->network->vertices.row_count, &dot->line);
    ent_buf_text(&dot->line, ", ");
    picture_put_count(picture, "arc", picture->network->edges.row_count, &dot->line);
    if (picture->first.size || picture->last.size) {
        ent_buf_text(&dot->line, ", ");
        picture_put_period(picture, picture->first, picture->last, &dot->line);
    }
    dot_put_html(dot);
}

/* Which signs occur: bit 0 negative, 1 neutral, 2 positive; bit 3: unsure arcs. */
static unsigned signs_seen(const struct picture *picture)
{
    unsigned seen = 0;
    for (uint32_t i = 0; i < picture->network->edges.row_count; i++)
        seen |= 1u << (picture->arcs[i].sign + 1) | (picture->arcs[i].unsure ? 8u : 0);
    return seen;
}

static void put_signs(struct dot *dot)
{
    struct ent_buf *buf = &dot->output.buf;
    const struct picture *picture = &dot->picture;
    unsigned seen = signs_seen(picture);
    for (int sign = 1; sign >= -1; sign--) {
        if (!(seen & 1u << (sign + 1)))
            continue;
        ent_buf_text(buf, "<font color=\"");
        ent_buf_str(buf, picture_sign(picture, sign, "color"));
        ent_buf_text(buf, "\"><b>");
        ent_buf_str(&dot->line, picture_sign(picture, sign, "sample"));
        dot_put_html(dot);
        ent_buf_text(buf, "</b> ");
        struct ent_str name = ent_str_of(picture_sign_name(sign));
        ent_buf_str(&dot->line, style_get2(&picture->style, "sign", name));
        dot_put_html(dot);
        ent_buf_text(buf, "</font>     ");
    }
    if (seen & 8) {
        ent_buf_str(&dot->line, style_get(&picture->style, "legend.unsure"));
        dot_put_html(dot);
    }
}

static void put_camp(struct dot *dot, const struct picture_camp *camp)
{
    struct ent_buf *buf = &dot->output.buf;
    const struct picture *picture = &dot->picture;
    double large = dot_enlarge(dot);
    ent_buf_printf(buf,
                   "<tr><td width=\"%.0f\" height=\"%.0f\" fixedsize=\"true\" "
                   "border=\"1\" color=\"",
                   28 * large, 14 * large);
    ent_buf_str(buf, style_get(&picture->style, "vertex.line"));
    ent_buf_text(buf, "\" bgcolor=\"");
    ent_buf_str(buf, picture_camp_color(picture, camp->number));
    ent_buf_printf(buf, "\"></td><td align=\"left\"><font point-size=\"%.0f\">  ",
                   12 * large);
    ent_buf_str(&dot->line, style_get(&picture->style, "camp"));
    ent_buf_printf(&dot->line, " %lld", (long long)camp->number);
    ent_buf_str(&dot->line, style_get(&picture->style, "colon"));
    for (int i = 0; i < PICTURE_CAMP_NAMES && camp->names[i] != UINT32_MAX; i++) {
        if (i > 0)
            ent_buf_text(&dot->line, ", ");
        draw_put_line(&dot->line, picture->vertices[camp->names[i]].label, 30);
    }
    if (camp->size > PICTURE_CAMP_NAMES)
        ent_buf_printf(&dot->line, " + %u", camp->size - PICTURE_CAMP_NAMES);
    dot_put_html(dot);
    ent_buf_text(buf, "</font></td></tr>\n");
}

/* Does the theme have a colour for this camp, or one for it and all the others? */
static bool has_color(const struct picture *picture, int64_t camp)
{
    return !ent_str_eq(picture_camp_color(picture, camp),
                       style_get(&picture->style, "camp.other"));
}

static void put_label(struct dot *dot)
{
    struct ent_buf *buf = &dot->output.buf;
    const struct picture *picture = &dot->picture;
    ent_buf_text(buf, " label=<<table border=\"0\" cellborder=\"0\" cellspacing=\"1\" "
                      "cellpadding=\"2\">\n");
    if (has_title(dot))
        put_font(dot, "text", 18, true, put_title);
    put_font(dot, "muted", 12, false, put_counts);
    if (picture->draw->legend && picture->is_signed && picture->drawn_count > 0)
        put_font(dot, "muted", 12, false, put_signs);
    for (uint32_t i = 0, shown = 0; picture->draw->legend && i < picture->camp_count;
         i++) {
        if (picture->camps[i].size < 2 || !has_color(picture, picture->camps[i].number) ||
            shown++ >= LEGEND_CAMPS)
            continue;
        put_camp(dot, &picture->camps[i]);
    }
    ent_buf_text(buf, "</table>>\n");
}

void dot_put_graph(struct dot *dot)
{
    struct ent_buf *buf = &dot->output.buf;
    const struct style *style = &dot->picture.style;
    bool few = dot->picture.drawn_count <= FEW_ARCS;
    ent_buf_text(buf, "  graph [outputorder=edgesfirst overlap=prism "
                      "overlap_scaling=-2.5 start=1 "
                      "pad=0.3 nodesep=0.35 ranksep=0.6\n   ");
    ent_buf_text(buf, few ? " splines=true sep=\"+25,20\" esep=\"+6\""
                          : " splines=line sep=\"+8\" esep=\"+4\"");
    /* dot's older way to rank clusters fails on many networks ("trouble in init_rank").
     */
    if (dot->picture.draw->clusters)
        ent_buf_text(buf, " newrank=true");
    ent_buf_text(buf, " tooltip=\" \" labelloc=b labeljust=l\n   ");
    dot_put_attribute(dot, "bgcolor", style_get(style, "background"));
    dot_put_attribute(dot, "fontname", style_get(style, "font"));
    dot_put_attribute(dot, "fontcolor", style_get(style, "muted"));
    ent_buf_text(buf, " fontsize=12\n   ");
    put_label(dot);
    ent_buf_text(buf,
                 "  ]\n  node [style=filled margin=\"0.1,0.05\" height=0.3 width=0.4");
    dot_put_attribute(dot, "fontname", style_get(style, "font"));
    dot_put_attribute(dot, "fontcolor", style_get(style, "vertex.text"));
    dot_put_attribute(dot, "color", style_get(style, "vertex.line"));
    ent_buf_text(buf, "]\n  edge [arrowsize=0.7 fontsize=9 tooltip=\" \"");
    dot_put_attribute(dot, "fontname", style_get(style, "font"));
    ent_buf_text(buf, "]\n");
}
