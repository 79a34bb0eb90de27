/* html.c: the article of a web page: parsed by libxml2, chosen by blocks.c. */
#include "text/html.h"

#include <limits.h>

#include "text/clean.h"
#include "text/source.h"

enum { ENOUGH = 200 }; /* bytes of an article that leave no doubt */

const xmlNode *ent_html_next(const xmlNode *node, const xmlNode *root, bool into)
{
    if (into && node->children && node->type == XML_ELEMENT_NODE)
        return node->children;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

bool ent_html_is(const xmlNode *node, const char *list)
{
    if (node->type != XML_ELEMENT_NODE)
        return false;
    const char *name = (const char *)node->name;
    size_t size = strlen(name);
    for (const char *at = list; (at = strstr(at, name)); at++)
        if (at > list && at[-1] == ' ' && at[size] == ' ')
            return true;
    return false;
}

const char *ent_html_attribute(const xmlNode *node, const char *name)
{
    if (node->type != XML_ELEMENT_NODE)
        return NULL;
    for (const xmlAttr *attribute = node->properties; attribute;
         attribute = attribute->next)
        if (strcmp((const char *)attribute->name, name) == 0)
            return attribute->children ? (const char *)attribute->children->content
                                       : NULL;
    return NULL;
}

static htmlDocPtr parse(struct ent_str html)
{
    if (html.size > INT_MAX)
        return NULL;
    return htmlReadMemory(html.data ? html.data : "", (int)html.size, NULL, "UTF-8",
                          HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                              HTML_PARSE_NONET);
}

/* Append the kept blocks, a blank line between them. */
static void put_blocks(const struct ent_blocks *blocks, struct ent_str title,
                       struct ent_buf *out)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const struct ent_block *block = &blocks->blocks[i];
        struct ent_str text = {blocks->text.data + block->start,
                               block->end - block->start};
        if (!block->kept || ent_str_eq(text, title))
            continue;
        if (out->size > 0)
            ent_buf_text(out, "\n\n");
        ent_buf_str(out, text);
    }
}

/* The page's main heading, when its head gives no title. */
static struct ent_str first_heading(const struct ent_blocks *blocks)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const struct ent_block *block = &blocks->blocks[i];
        if (block->heading && block->kept)
            return (struct ent_str){blocks->text.data + block->start,
                                    block->end - block->start};
    }
    return (struct ent_str){NULL, 0};
}

static size_t kept_bytes(const struct ent_blocks *blocks)
{
    size_t bytes = 0;
    for (size_t i = 0; i < blocks->count; i++)
        if (blocks->blocks[i].kept)
            bytes += blocks->blocks[i].end - blocks->blocks[i].start;
    return bytes;
}

static void gather(struct ent_blocks *blocks, const xmlNode *root, bool strict)
{
    *blocks = (struct ent_blocks){0};
    ent_buf_init(&blocks->text);
    ent_page_blocks_gather(blocks, root, strict);
    ent_page_blocks_choose(blocks);
}

/* The article's blocks. Where a page names its article like furniture, leaving out what
 * is named so leaves nearly nothing; then everything is looked at. */
static void choose_blocks(struct ent_blocks *blocks, const xmlNode *root)
{
    struct ent_blocks all;
    gather(blocks, root, true);
    if (kept_bytes(blocks) >= ENOUGH)
        return;
    gather(&all, root, false);
    if (kept_bytes(&all) > ENOUGH + 4 * kept_bytes(blocks)) {
        struct ent_blocks swap = *blocks;
        *blocks = all;
        all = swap;
    }
    ent_page_blocks_clear(&all);
}

enum ent_status ent_html_fill(struct ent_document *document, struct ent_str html,
                              struct ent_error *error)
{
    struct ent_blocks blocks = {0};
    struct ent_buf text;
    enum ent_status status = ENT_OK;
    htmlDocPtr page = parse(html);
    const xmlNode *root = page ? xmlDocGetRootElement(page) : NULL;
    ent_buf_init(&text);
    ent_buf_init(&blocks.text);
    if (root) {
        ent_html_metadata(document, root);
        choose_blocks(&blocks, root);
        if (document->title.size == 0)
            document->title = ent_clean_line(&document->arena, first_heading(&blocks),
                                             &document->repaired);
        ent_buf_str(&text, document->title);
        put_blocks(&blocks, document->title, &text);
    }
    document->text =
        ent_clean_text(&document->arena, ent_buf_view(&text), &document->repaired);
    if (text.failed || blocks.text.failed || !document->text.data)
        status = ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    ent_buf_clear(&text);
    ent_page_blocks_clear(&blocks);
    xmlFreeDoc(page);
    return status;
}

enum ent_status ent_html_text(struct ent_str html, struct ent_buf *out)
{
    struct ent_blocks blocks = {0};
    htmlDocPtr page = parse(html);
    const xmlNode *root = page ? xmlDocGetRootElement(page) : NULL;
    ent_buf_init(&blocks.text);
    if (root)
        ent_page_blocks_gather(&blocks, root, false);
    for (size_t i = 0; i < blocks.count; i++)
        blocks.blocks[i].kept = true;
    put_blocks(&blocks, (struct ent_str){NULL, 0}, out);
    bool failed = blocks.text.failed || out->failed;
    ent_page_blocks_clear(&blocks);
    xmlFreeDoc(page);
    return failed ? ENT_EMEMORY : ENT_OK;
}

/* The value after "charset=" or "encoding=", with or without quotation marks. */
static struct ent_str value_after(struct ent_str head, const char *name)
{
    size_t length = strlen(name);
    for (size_t i = 0; i + length < head.size; i++) {
        size_t k = 0;
        while (k < length && (head.data[i + k] | 32) == (name[k] | 32))
            k++;
        if (k < length)
            continue;
        size_t start = i + length;
        while (start < head.size && memchr("\"' ", head.data[start], 3))
            start++;
        size_t end = start;
        while (end < head.size && !memchr("\"' />?;", head.data[end], 7))
            end++;
        return ent_str_sub(head, start, end);
    }
    return (struct ent_str){NULL, 0};
}

struct ent_str ent_declared_charset(struct ent_str head)
{
    struct ent_str charset = value_after(head, "charset=");
    return charset.size ? charset : value_after(head, "encoding=");
}
