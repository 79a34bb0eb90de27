/* html.c: one page with everything inside: lib/data/html/page.html with its {{places}}
 * filled.
 *
 * The drawing library and the page's own scripts are files of the data folder;
 * docs/html.md tells how the library is brought up to date. */
#include "draw/html.h"

#include <entente/data.h>
#include <entente/lines.h>

#include <stdlib.h>

static enum ent_status read_data(const char *name, struct ent_buf *bytes,
                                 struct ent_error *error)
{
    struct ent_buf path;
    ent_buf_init(&path);
    enum ent_status status = ent_data_find(name, &path, error);
    if (status == ENT_OK)
        status = ent_read_file(path.data, bytes, error);
    ent_buf_clear(&path);
    return status;
}

static enum ent_status put_file(struct html *html, const char *name,
                                struct ent_error *error)
{
    struct ent_buf bytes;
    ent_buf_init(&bytes);
    enum ent_status status = read_data(name, &bytes, error);
    ent_buf_str(&html->output.buf, ent_buf_view(&bytes));
    ent_buf_clear(&bytes);
    output_check(&html->output);
    return status;
}

static enum ent_status put_scripts(struct html *html, struct ent_error *error)
{
    static const char *const names[] = {"html/model.js", "html/graph.js",
                                        "html/filters.js", "html/details.js",
                                        "html/main.js"};
    enum ent_status status = ENT_OK;
    for (size_t i = 0; status == ENT_OK && i < sizeof names / sizeof *names; i++)
        status = put_file(html, names[i], error);
    return status;
}

static enum ent_status fill(struct html *html, struct ent_str place,
                            struct ent_error *error)
{
    const struct picture *picture = &html->picture;
    if (ent_str_is(place, "lang")) {
        ent_buf_text(&html->output.buf, html->lang);
    } else if (ent_str_is(place, "title")) {
        draw_put_line(&html->json,
                      picture->title.size ? picture->title
                                          : style_get(&picture->style, "page.title"),
                      200);
        ent_buf_xml(&html->output.buf, ent_buf_view(&html->json));
        ent_buf_reset(&html->json);
    } else if (ent_str_is(place, "data")) {
        html_put_data(html);
    } else if (ent_str_is(place, "css")) {
        return put_file(html, "html/page.css", error);
    } else if (ent_str_is(place, "library")) {
        return put_file(html, "html/cytoscape.min.js", error);
    } else if (ent_str_is(place, "script")) {
        return put_scripts(html, error);
    }
    return ENT_OK;
}

/* The page's text up to each {{place}}, then what belongs there. */
static enum ent_status put_page(struct html *html, struct ent_str page,
                                struct ent_error *error)
{
    enum ent_status status = ENT_OK;
    while (status == ENT_OK) {
        size_t open = ent_str_find(page, ENT_STR("{{"));
        size_t close = open == SIZE_MAX ? open : ent_str_find(page, ENT_STR("}}"));
        if (close == SIZE_MAX || close < open)
            break;
        ent_buf_add(&html->output.buf, page.data, open);
        status = fill(html, ent_str_sub(page, open + 2, close), error);
        page = ent_str_sub(page, close + 2, page.size);
    }
    ent_buf_str(&html->output.buf, page);
    return status;
}

static enum ent_status write_page(struct html *html, struct ent_error *error)
{
    struct ent_buf page;
    ent_buf_init(&page);
    if (html->evidence) {
        html->items = evidence_sorted(html->evidence);
        if (!html->items)
            return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    }
    enum ent_status status = read_data("html/page.html", &page, error);
    if (status == ENT_OK)
        status = put_page(html, ent_buf_view(&page), error);
    if (status == ENT_OK)
        status = output_finish(&html->output, error);
    ent_buf_clear(&page);
    free(html->items);
    return status;
}

enum ent_status ent_html_write(const struct ent_network *network,
                               const struct ent_draw *draw,
                               const struct ent_evidence *evidence, FILE *file,
                               struct ent_error *error)
{
    struct html html = {.evidence = evidence};
    output_init(&html.output, file);
    ent_buf_init(&html.json);
    ent_buf_init(&html.words);
    ent_arena_init(&html.arena);
    enum ent_status status = picture_init(&html.picture, network, draw, error);
    html.lang = html.picture.lang;
    if (status == ENT_OK)
        status = style_load(&html.dark, "dark", html.lang, error);
    if (status == ENT_OK)
        status = write_page(&html, error);
    ent_buf_clear(&html.output.buf);
    ent_buf_clear(&html.json);
    ent_buf_clear(&html.words);
    ent_arena_clear(&html.arena);
    style_clear(&html.dark);
    picture_clear(&html.picture);
    return status;
}
