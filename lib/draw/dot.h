/* dot.h: the parts of the DOT writer. */
#ifndef ENTENTE_DRAW_DOT_H
#define ENTENTE_DRAW_DOT_H

#include "draw/output.h"
#include "draw/picture.h"

struct dot {
    struct picture picture;
    struct output output;
    struct ent_buf line;  /* scratch: text before it is escaped */
    struct ent_arena arena;
};

/* dot_text.c: the scratch line, then cleared, as a quoted string ... */
void dot_put_quoted(struct dot *dot);
/* ... with line breaks at spaces, so that lines have at most `width` characters where words
 * allow ... */
void dot_put_wrapped(struct dot *dot, size_t width);
/* ... or as text inside an HTML-like label. */
void dot_put_html(struct dot *dot);
/* ` key="value"` for a value that is ours. */
void dot_put_attribute(struct dot *dot, const char *key, struct ent_str value);
void dot_put_number(struct dot *dot, const char *key, double value);

/* dot_graph.c: in a large picture, seen from afar, the names of the largest actors and the
 * legend are so many times larger. */
double dot_enlarge(const struct dot *dot);
/* Attributes of the graph with its title and legend, and the defaults. */
void dot_put_graph(struct dot *dot);

/* dot_arc.c */
void dot_put_arc(struct dot *dot, uint32_t arc);

#endif
