/* metadata.c: what the head of a page says about it. */
#include <entente/buf.h>

#include "text/clean.h"
#include "text/dates.h"
#include "text/html.h"

enum { SCRIPT_MAX = 65536 }; /* bytes of a script searched for a date */

static void set(struct ent_document *document, struct ent_str *field, const char *value)
{
    if (field->size == 0 && value)
        *field = ent_clean_line(&document->arena, ent_str_of(value), &document->repaired);
}

static void set_date(struct ent_document *document, const char *value)
{
    if (document->date.size == 0 && value)
        document->date = ent_date_find(&document->arena, ent_str_of(value));
}

static bool is_one_of(const char *value, const char *const *list)
{
    for (; *list; list++)
        if (strcmp(value, *list) == 0)
            return true;
    return false;
}

static void read_meta(struct ent_document *document, const xmlNode *node)
{
    static const char *const dates[] = {"article:published_time",
                                        "datePublished",
                                        "date",
                                        "dc.date",
                                        "DC.date",
                                        "pubdate",
                                        "publish-date",
                                        "og:published_time",
                                        "DC.date.issued",
                                        "sailthru.date",
                                        NULL};
    const char *name = ent_html_attribute(node, "property");
    const char *content = ent_html_attribute(node, "content");
    if (!name)
        name = ent_html_attribute(node, "name");
    if (!name)
        name = ent_html_attribute(node, "itemprop");
    if (!name || !content)
        return;
    if (is_one_of(name, dates))
        set_date(document, content);
    else if (strcmp(name, "og:title") == 0)
        set(document, &document->title, content);
    else if (strcmp(name, "og:site_name") == 0)
        set(document, &document->source, content);
    else if (strcmp(name, "og:url") == 0)
        set(document, &document->url, content);
}

/* "datePublished": "..." in the linked data that search engines want. */
static void read_script(struct ent_document *document, const xmlNode *node)
{
    const char *type = ent_html_attribute(node, "type");
    if (!type || !strstr(type, "ld+json") || !node->children || !node->children->content)
        return;
    struct ent_str text = ent_str_of((const char *)node->children->content);
    text = ent_str_sub(text, 0, SCRIPT_MAX);
    size_t at = ent_str_find(text, ENT_STR("\"datePublished\""));
    if (at == SIZE_MAX || document->date.size > 0)
        return;
    struct ent_str rest = ent_str_sub(text, at + strlen("\"datePublished\""), text.size);
    size_t quote = ent_str_find(rest, ENT_STR("\""));
    if (quote == SIZE_MAX)
        return;
    rest = ent_str_sub(rest, quote + 1, rest.size);
    size_t end = ent_str_find(rest, ENT_STR("\""));
    document->date = ent_date_find(&document->arena, ent_str_sub(rest, 0, end));
}

/* The page's <title> without the site's name after the last bar or dash. */
static struct ent_str page_title(struct ent_document *document, const xmlNode *node)
{
    static const char *const bars[] = {" | ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " - ",
                                       NULL};
    const char *content = node->children ? (const char *)node->children->content : NULL;
    struct ent_str title =
        ent_clean_line(&document->arena, ent_str_of(content), &document->repaired);
    for (int i = 0; bars[i]; i++) {
        struct ent_str bar = ent_str_of(bars[i]);
        size_t cut = SIZE_MAX;
        for (size_t at = 0; at + bar.size <= title.size; at++)
            if (memcmp(title.data + at, bar.data, bar.size) == 0)
                cut = at;
        if (cut != SIZE_MAX && cut >= 15 && title.size - cut < cut)
            return ent_str_sub(title, 0, cut);
    }
    return title;
}

static void read_node(struct ent_document *document, const xmlNode *node,
                      struct ent_str *title)
{
    const char *rel = ent_html_attribute(node, "rel");
    if (ent_html_is(node, " html "))
        set(document, &document->lang, ent_html_attribute(node, "lang"));
    else if (ent_html_is(node, " meta "))
        read_meta(document, node);
    else if (ent_html_is(node, " script "))
        read_script(document, node);
    else if (ent_html_is(node, " title ") && title->size == 0)
        *title = page_title(document, node);
    else if (ent_html_is(node, " link ") && rel && strcmp(rel, "canonical") == 0)
        set(document, &document->url, ent_html_attribute(node, "href"));
    else if (ent_html_is(node, " time "))
        set_date(document, ent_html_attribute(node, "datetime"));
}

void ent_html_metadata(struct ent_document *document, const xmlNode *root)
{
    struct ent_str title = {NULL, 0};
    for (const xmlNode *node = root; node; node = ent_html_next(node, root, true))
        if (node->type == XML_ELEMENT_NODE)
            read_node(document, node, &title);
    if (document->title.size == 0)
        document->title = title;
    if (document->lang.size > 2 && document->lang.data[2] == '-')
        document->lang.size = 2; /* "fr-FR" */
}
