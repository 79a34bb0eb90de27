/* feed.c: the entries of RSS 2.0, RSS 1.0 and Atom files. The content of an entry is HTML
 * in most feeds; its tags are taken off. */
#include <libxml/parser.h>
#include <limits.h>
#include <stdlib.h>

#include "text/clean.h"
#include "text/dates.h"
#include "text/html.h"
#include "text/source.h"

struct ent_feed {
    xmlDocPtr xml;
    const xmlNode *root;
    const xmlNode *at; /* the last node visited */
    struct ent_str source, lang;
    struct ent_arena arena; /* of source and lang */
};

static bool is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static bool is_entry(const xmlNode *node)
{
    return is(node, "item") || is(node, "entry");
}

/* The text under a node, appended. */
static void content_of(const xmlNode *node, struct ent_buf *out)
{
    for (const xmlNode *at = node->children; at; at = ent_html_next(at, node, true))
        if ((at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE) &&
            at->content)
            ent_buf_text(out, (const char *)at->content);
}

/* What a node holds as HTML: escaped text, or elements (Atom's type="xhtml"). */
static void html_of(const xmlNode *node, struct ent_buf *out)
{
    bool elements = false;
    for (const xmlNode *child = node->children; child; child = child->next)
        elements = elements || child->type == XML_ELEMENT_NODE;
    if (!elements) {
        content_of(node, out);
        return;
    }
    xmlBufferPtr dump = xmlBufferCreate();
    if (!dump || xmlNodeDump(dump, node->doc, (xmlNode *)(uintptr_t)node, 0, 0) < 0)
        out->failed = true;
    else
        ent_buf_add(out, (const char *)xmlBufferContent(dump),
                    (size_t)xmlBufferLength(dump));
    xmlBufferFree(dump);
}

static struct ent_str line_of(struct ent_arena *arena, const xmlNode *node,
                              uint32_t *repaired)
{
    struct ent_buf buf;
    ent_buf_init(&buf);
    content_of(node, &buf);
    struct ent_str line = ent_clean_line(arena, ent_buf_view(&buf), repaired);
    ent_buf_clear(&buf);
    return line;
}

/* Title and language of the whole feed. */
static void read_channel(struct ent_feed *feed)
{
    uint32_t repaired = 0;
    const xmlNode *node = feed->root;
    for (; node && !is_entry(node); node = ent_html_next(node, feed->root, true)) {
        if (is(node, "title") && feed->source.size == 0)
            feed->source = line_of(&feed->arena, node, &repaired);
        else if (is(node, "language") && feed->lang.size == 0)
            feed->lang = ent_str_sub(line_of(&feed->arena, node, &repaired), 0, 2);
    }
}

enum ent_status ent_feed_open(struct ent_feed **opened, struct ent_str xml,
                              struct ent_error *error)
{
    struct ent_feed *feed = calloc(1, sizeof *feed);
    *opened = NULL;
    if (!feed)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    ent_arena_init(&feed->arena);
    if (xml.size <= INT_MAX)
        feed->xml = xmlReadMemory(xml.data ? xml.data : "", (int)xml.size, NULL, "UTF-8",
                                  XML_PARSE_RECOVER | XML_PARSE_NOERROR |
                                      XML_PARSE_NOWARNING | XML_PARSE_NONET);
    feed->root = feed->xml ? xmlDocGetRootElement(feed->xml) : NULL;
    if (!feed->root) {
        ent_feed_free(feed);
        return ent_fail(error, ENT_EFORMAT, 0, "malformed feed");
    }
    feed->at = feed->root;
    read_channel(feed);
    *opened = feed;
    return ENT_OK;
}

void ent_feed_free(struct ent_feed *feed)
{
    if (!feed)
        return;
    xmlFreeDoc(feed->xml);
    ent_arena_clear(&feed->arena);
    free(feed);
}

struct entry {
    const xmlNode *content, *summary, *date;
};

static void read_child(struct ent_document *document, struct entry *entry,
                       const xmlNode *node)
{
    struct ent_arena *arena = &document->arena;
    if (is(node, "title"))
        document->title = line_of(arena, node, &document->repaired);
    else if (is(node, "guid") || is(node, "id"))
        document->id = line_of(arena, node, &document->repaired);
    else if (is(node, "link") && ent_html_attribute(node, "href"))
        document->url = ent_clean_line(
            arena, ent_str_of(ent_html_attribute(node, "href")), &document->repaired);
    else if (is(node, "link"))
        document->url = line_of(arena, node, &document->repaired);
    else if (is(node, "encoded") || is(node, "content"))
        entry->content = node;
    else if (is(node, "description") || is(node, "summary"))
        entry->summary = node;
    else if (is(node, "pubDate") || is(node, "published") || is(node, "date"))
        entry->date = node;
    else if (is(node, "updated") && !entry->date)
        entry->date = node;
}

/* The text of an entry: its title, and its content without tags. */
static struct ent_str text_of(struct ent_document *document, const xmlNode *content)
{
    struct ent_buf html, text;
    ent_buf_init(&html);
    ent_buf_init(&text);
    ent_buf_str(&text, document->title);
    if (content) {
        html_of(content, &html);
        ent_html_text(ent_buf_view(&html), &text);
    }
    struct ent_str result =
        ent_clean_text(&document->arena, ent_buf_view(&text), &document->repaired);
    ent_buf_clear(&html);
    ent_buf_clear(&text);
    return result;
}

enum ent_status ent_feed_next(struct ent_feed *feed, struct ent_document *document)
{
    struct entry entry = {NULL, NULL, NULL};
    ent_document_reset(document);
    do {
        if (!feed->at)
            return ENT_END;
        feed->at = ent_html_next(feed->at, feed->root, !is_entry(feed->at));
    } while (feed->at && !is_entry(feed->at));
    if (!feed->at)
        return ENT_END;
    for (const xmlNode *node = feed->at->children; node; node = node->next)
        read_child(document, &entry, node);
    if (entry.date)
        document->date = ent_date_find(
            &document->arena, line_of(&document->arena, entry.date, &document->repaired));
    document->source = ent_arena_dup(&document->arena, feed->source);
    document->lang = ent_arena_dup(&document->arena, feed->lang);
    document->text = text_of(document, entry.content ? entry.content : entry.summary);
    return document->text.data ? ENT_OK : ENT_EMEMORY;
}
