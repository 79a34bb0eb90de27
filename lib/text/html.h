/* html.h: the parts of the page reader; shared inside lib/text. */
#ifndef ENTENTE_TEXT_HTML_H
#define ENTENTE_TEXT_HTML_H

#include <entente/buf.h>
#include <entente/document.h>
#include <libxml/HTMLparser.h>

/* A stretch of text of its own: paragraph, heading, list item, table cell. */
struct ent_block {
    size_t start, end;  /* bytes in the gathered text */
    uint32_t linked;    /* bytes of it inside links */
    uint32_t container; /* number of the article-like element around it, 0 = none */
    bool heading, item; /* of a heading, of a list */
    bool kept;
};

struct ent_blocks {
    struct ent_block *blocks;
    size_t count, capacity;
    struct ent_buf text;
    uint32_t containers; /* article-like elements seen */
};

/* Gather the text blocks under `root`, leaving out what is never content; `strict` leaves
 * out also what class and id name as furniture of the page. blocks.c */
void ent_page_blocks_gather(struct ent_blocks *blocks, const xmlNode *root, bool strict);
void ent_page_blocks_clear(struct ent_blocks *blocks);

/* Mark the blocks that are the article. */
void ent_page_blocks_choose(struct ent_blocks *blocks);

/* Is the element's name one of those in `list` (" nav aside ")? */
bool ent_html_is(const xmlNode *node, const char *list);
/* An attribute's value, or NULL; borrowed from the tree. */
const char *ent_html_attribute(const xmlNode *node, const char *name);
/* The node after `node` in document order, not going out of `root`; `into`: children too.
 */
const xmlNode *ent_html_next(const xmlNode *node, const xmlNode *root, bool into);

/* Title, date, language, source and address from the page's head. metadata.c */
void ent_html_metadata(struct ent_document *document, const xmlNode *root);

#endif
