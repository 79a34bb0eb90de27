/* blocks.c: the text blocks of a page, and which of them are the article.
 *
 * A block is good when it is long and little of it is links; short blocks are kept
 * between good ones. The method is that of J. Pomikálek, "Removing Boilerplate and
 * Duplicate Content from Web Corpora" (2011), with fixed thresholds and no stop words.
 * Where the page marks an article, only the longest such element counts. */
#include <stdlib.h>

#include "text/html.h"

enum {
    LONG = 70,           /* bytes of a block that can be good by itself */
    LINKED_PERCENT = 34, /* share of links from which a block is navigation */
    GAP_MAX = 3,         /* short blocks in a row that good ones carry */
};

static const char never[] =
    " script style noscript template nav aside footer form button select option textarea "
    "iframe svg math object canvas audio video menu dialog map ";
static const char articles[] = " article main ";
static const char blocks_of_text[] =
    " p h1 h2 h3 h4 h5 h6 li dt dd td th caption figcaption blockquote pre div section "
    "article main header body tr table ul ol dl center address figure br hr ";
static const char headings[] = " h1 h2 h3 h4 h5 h6 ";

/* Words in class or id that mark what is not the article. */
static const char *const furniture[] = {
    "nav",        "menu",   "sidebar", "footer",  "comment", "share",
    "social",     "cookie", "banner",  "promo",   "related", "breadcr",
    "newsletter", "advert", "popup",   "subscri", "paywall", "toolbar",
    "pagination", "tags",   "credit",  NULL,
};

static bool names_furniture(const char *value)
{
    char lower[128];
    size_t size = 0;
    for (; value && value[size] && size < sizeof lower - 1; size++)
        lower[size] = value[size] >= 'A' && value[size] <= 'Z' ? (char)(value[size] + 32)
                                                               : value[size];
    lower[size] = '\0';
    for (int i = 0; size > 0 && furniture[i]; i++)
        if (strstr(lower, furniture[i]))
            return true;
    return false;
}

static bool is_left_out(const xmlNode *node, bool strict)
{
    if (node->type != XML_ELEMENT_NODE)
        return node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE;
    if (ent_html_is(node, never) || ent_html_attribute(node, "hidden"))
        return true;
    if (!strict || ent_html_is(node, " html body article main p "))
        return false;
    const char *role = ent_html_attribute(node, "role");
    if (role && strstr(" navigation banner contentinfo complementary search ", role))
        return true;
    return names_furniture(ent_html_attribute(node, "class")) ||
           names_furniture(ent_html_attribute(node, "id"));
}

void ent_page_blocks_clear(struct ent_blocks *blocks)
{
    free(blocks->blocks);
    ent_buf_clear(&blocks->text);
}

static struct ent_block *add_block(struct ent_blocks *blocks)
{
    if (blocks->count == blocks->capacity) {
        size_t capacity = blocks->capacity ? 2 * blocks->capacity : 64;
        struct ent_block *grown = realloc(blocks->blocks, capacity * sizeof *grown);
        if (!grown) {
            blocks->text.failed = true;
            return NULL;
        }
        blocks->blocks = grown;
        blocks->capacity = capacity;
    }
    struct ent_block *block = &blocks->blocks[blocks->count++];
    *block = (struct ent_block){.start = blocks->text.size, .end = blocks->text.size};
    return block;
}

/* What surrounds the text at some place of the page. */
struct place {
    const xmlNode *link;      /* the link we are in */
    const xmlNode *container; /* the article we are in */
    const xmlNode *heading, *item;
    uint32_t number; /* of the container */
    bool fresh;      /* the next text opens a block */
};

/* Append text with white space made single spaces; nothing at a block's start. */
static void add_text(struct ent_blocks *blocks, const char *text, struct place *place)
{
    struct ent_block *block = NULL;
    if (!place->fresh && blocks->count > 0)
        block = &blocks->blocks[blocks->count - 1];
    for (; *text; text++) {
        bool space = (unsigned char)*text <= ' ';
        if (!block && space)
            continue;
        if (!block) {
            block = add_block(blocks);
            if (!block)
                return;
            block->container = place->number;
            block->heading = place->heading != NULL;
            block->item = place->item != NULL;
            place->fresh = false;
        }
        size_t size = blocks->text.size;
        if (space && (size == block->start || blocks->text.data[size - 1] == ' '))
            continue;
        ent_buf_char(&blocks->text, space ? ' ' : *text);
        block->linked += place->link && !space;
    }
    if (block)
        block->end = blocks->text.size;
}

static void enter(struct ent_blocks *blocks, const xmlNode *node, struct place *place)
{
    const char *property = ent_html_attribute(node, "itemprop");
    bool article =
        ent_html_is(node, articles) || (property && strcmp(property, "articleBody") == 0);
    if (ent_html_is(node, blocks_of_text))
        place->fresh = true;
    if (ent_html_is(node, " a ") && !place->link)
        place->link = node;
    if (ent_html_is(node, headings))
        place->heading = node;
    if (ent_html_is(node, " li "))
        place->item = node;
    if (article && !place->container) {
        place->container = node;
        place->number = ++blocks->containers;
    }
}

static void leave(const xmlNode *node, struct place *place)
{
    if (ent_html_is(node, blocks_of_text))
        place->fresh = true;
    if (place->link == node)
        place->link = NULL;
    if (place->heading == node)
        place->heading = NULL;
    if (place->item == node)
        place->item = NULL;
    if (place->container == node) {
        place->container = NULL;
        place->number = 0;
    }
}

/* The next node that need not be entered through its parent: out of `node` and on. */
static const xmlNode *climb(const xmlNode *node, const xmlNode *root, struct place *place)
{
    while (node != root && !node->next) {
        node = node->parent;
        leave(node, place);
    }
    return node == root ? NULL : node->next;
}

void ent_page_blocks_gather(struct ent_blocks *blocks, const xmlNode *root, bool strict)
{
    struct place place = {.fresh = true};
    const xmlNode *node = root;
    while (node) {
        bool into = false;
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            if (node->content)
                add_text(blocks, (const char *)node->content, &place);
        } else if (node->type == XML_ELEMENT_NODE && !is_left_out(node, strict) &&
                   !ent_html_is(node, " head ")) {
            enter(blocks, node, &place);
            into = node->children != NULL;
            if (!into)
                leave(node, &place);
        }
        node = into ? node->children : climb(node, root, &place);
    }
    for (size_t i = 0; i < blocks->count; i++) { /* no space at the end */
        struct ent_block *block = &blocks->blocks[i];
        if (block->end > block->start && blocks->text.data[block->end - 1] == ' ')
            block->end--;
    }
}

static size_t length(const struct ent_block *block)
{
    return block->end - block->start;
}

static bool is_navigation(const struct ent_block *block)
{
    return (size_t)block->linked * 100 >= length(block) * LINKED_PERCENT;
}

static bool is_good(const struct ent_block *block)
{
    return !is_navigation(block) && length(block) >= LONG;
}

/* The article-like element with the most good text; 0 when the page marks none. */
static uint32_t best_container(const struct ent_blocks *blocks)
{
    size_t *sizes = calloc((size_t)blocks->containers + 1, sizeof *sizes);
    uint32_t best = 0;
    if (!sizes)
        return 0;
    for (size_t i = 0; i < blocks->count; i++)
        if (is_good(&blocks->blocks[i]))
            sizes[blocks->blocks[i].container] += length(&blocks->blocks[i]);
    for (uint32_t i = 1; i <= blocks->containers; i++)
        if (sizes[i] > 0 && (best == 0 || sizes[i] > sizes[best]))
            best = i;
    if (best != 0 && sizes[best] * 2 < sizes[0]) /* most text is elsewhere */
        best = 0;
    free(sizes);
    return best;
}

/* Does the block end as a sentence does? */
static bool is_sentence(const struct ent_blocks *blocks, const struct ent_block *block)
{
    static const char *const ends[] = {
        ".", "!", "?", "\xC2\xBB", "\"", "\xE2\x80\x9D", "\xE2\x80\xA6", NULL};
    struct ent_str text = {blocks->text.data + block->start, length(block)};
    for (int i = 0; ends[i]; i++)
        if (ent_str_ends(text, ent_str_of(ends[i])))
            return true;
    return false;
}

/* Short blocks beside good ones belong to the article: between two of them whatever is no
 * list, before the first and after the last only sentences and headings. */
static void keep_short(struct ent_blocks *blocks, size_t from, size_t to, bool between)
{
    bool few = to - from <= GAP_MAX;
    for (size_t i = from; i < to && to - from <= 2 * GAP_MAX; i++) {
        struct ent_block *block = &blocks->blocks[i];
        bool sentence = is_sentence(blocks, block) && !block->item;
        if (!is_navigation(block))
            block->kept = between ? few || !block->item : few && sentence;
    }
}

void ent_page_blocks_choose(struct ent_blocks *blocks)
{
    uint32_t container = best_container(blocks);
    size_t last = SIZE_MAX; /* the last good block */
    for (size_t i = 0; i < blocks->count; i++) {
        struct ent_block *block = &blocks->blocks[i];
        bool inside = !container || block->container == container;
        if (inside && container && !block->item && !is_navigation(block))
            block->kept = is_sentence(blocks, block);
        if (!inside || !is_good(block))
            continue;
        block->kept = true;
        if (last != SIZE_MAX)
            keep_short(blocks, last + 1, i, true);
        else if (i > 0 && !container)
            keep_short(blocks, i > GAP_MAX ? i - GAP_MAX : 0, i, false);
        if (i > 0 && blocks->blocks[i - 1].heading && !is_navigation(block - 1))
            blocks->blocks[i - 1].kept = true;
        last = i;
    }
    if (last != SIZE_MAX && last + 1 < blocks->count && !container)
        keep_short(blocks, last + 1,
                   last + 1 + GAP_MAX < blocks->count ? last + 1 + GAP_MAX
                                                      : blocks->count,
                   false);
    /* A page of short paragraphs only: everything that is no navigation. */
    for (size_t i = 0; last == SIZE_MAX && i < blocks->count; i++)
        blocks->blocks[i].kept = !is_navigation(&blocks->blocks[i]);
}
