/* html.h: the parts of the page writer. */
#ifndef ENTENTE_DRAW_HTML_H
#define ENTENTE_DRAW_HTML_H

#include "draw/evidence.h"
#include "draw/output.h"
#include "draw/picture.h"

struct html {
    struct picture picture;
    struct style dark;
    struct output output;
    struct ent_buf json; /* scratch: JSON before it is made fit for a script element */
    struct ent_buf words; /* scratch */
    struct ent_arena arena; /* reset after each vertex or arc */
    const struct ent_evidence *evidence; /* NULL = only what the arcs tell */
    struct evidence_item *items; /* sorted by arc */
    uint32_t next_item;
    const char *lang;
};

/* html_data.c: what the scripts of the page read, as one JSON object. */
void html_put_data(struct html *html);

#endif
