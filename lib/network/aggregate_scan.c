/* aggregate_scan.c: the lines that ent_aggregate_write writes, read without building a
 * tree.
 *
 * Nine lines of ten in a large aggregate have exactly the writer's form, and nothing in
 * them is escaped. They are taken as they stand; whatever differs is left to the JSON
 * parser. */
#include "network/aggregate.h"

#include <entente/utf8.h>

struct scan {
    const char *at, *end;
};

/* Pass over the text, if it comes next. */
static bool skip(struct scan *scan, const char *text)
{
    size_t size = strlen(text);
    if ((size_t)(scan->end - scan->at) < size || memcmp(scan->at, text, size) != 0)
        return false;
    scan->at += size;
    return true;
}

/* A string without escapes. */
static bool take_string(struct scan *scan, struct ent_str *value)
{
    if (scan->at == scan->end || *scan->at != '"')
        return false;
    const char *start = scan->at + 1;
    const char *quote = memchr(start, '"', (size_t)(scan->end - start));
    if (!quote)
        return false;
    unsigned special = 0;
    for (const char *c = start; c < quote; c++)
        special |= (unsigned)((unsigned char)*c < 0x20) | (unsigned)(*c == '\\');
    *value = (struct ent_str){start, (size_t)(quote - start)};
    scan->at = quote + 1;
    return !special;
}

/* Digits with or without a point among them. */
static bool take_number(struct scan *scan, double *value)
{
    const char *start = scan->at;
    while (scan->at < scan->end &&
           ((*scan->at >= '0' && *scan->at <= '9') || *scan->at == '.'))
        scan->at++;
    struct ent_str text = {start, (size_t)(scan->at - start)};
    return text.size > 0 && text.data[0] != '.' && text.data[text.size - 1] != '.' &&
           ent_str_double(text, value);
}

/* A member that may be left out. */
static bool take_member(struct scan *scan, const char *name, struct ent_str *value)
{
    return !skip(scan, name) || take_string(scan, value);
}

static bool take_party(struct scan *scan, struct piece *piece, int side)
{
    return skip(scan, "{\"group\":") && take_string(scan, &piece->group[side]) &&
           take_member(scan, ",\"actor\":", &piece->actor[side]) &&
           take_member(scan, ",\"kind\":", &piece->kind[side]) &&
           take_member(scan, ",\"country\":", &piece->country[side]) && skip(scan, "}") &&
           piece->group[side].size > 0;
}

/* [document, confidence, sentence hash, count] */
static bool take_given(struct scan *scan, struct given *given)
{
    struct ent_str hash;
    double count;
    if (!skip(scan, "[") || !take_string(scan, &given->document) || !skip(scan, ",") ||
        !take_number(scan, &given->confidence) || !skip(scan, ",") ||
        !take_string(scan, &hash) || !skip(scan, ",") || !take_number(scan, &count) ||
        !skip(scan, "]"))
        return false;
    given->hash = aggregate_hash(hash);
    given->count = count >= 1 && count <= UINT32_MAX ? (uint32_t)count : 0;
    return given->confidence <= 1 && given->count > 0;
}

/* All evidence up to the closing bracket. */
static bool take_evidence(struct scan *scan, struct given_list *list)
{
    do {
        struct given *items =
            aggregate_grown(list->items, list->count, &list->capacity, sizeof *items);
        if (!items)
            return false;
        list->items = items;
        if (!take_given(scan, &items[list->count++]))
            return false;
    } while (skip(scan, ","));
    return skip(scan, "]");
}

static bool take_head(struct scan *scan, struct piece *piece)
{
    struct ent_str relation, status;
    if (!skip(scan, "{\"source\":") || !take_party(scan, piece, 0) ||
        !skip(scan, ",\"relation\":") || !take_string(scan, &relation) ||
        !skip(scan, ",\"target\":") || !take_party(scan, piece, 1) ||
        !skip(scan, ",\"status\":") || !take_string(scan, &status) ||
        !take_member(scan, ",\"date\":", &piece->date) || !skip(scan, ",\"evidence\":["))
        return false;
    piece->type = ent_relation_type_of(relation);
    piece->status = ent_relation_status_of(status);
    return piece->type >= 0 && piece->status >= 0;
}

static bool take_tail(struct scan *scan, struct piece *piece)
{
    piece->sentence_confidence = 1;
    if (skip(scan, ",\"sentence\":") &&
        (!take_string(scan, &piece->sentence) || !skip(scan, ",\"sentence_doc\":") ||
         !take_string(scan, &piece->sentence_document) ||
         !skip(scan, ",\"sentence_confidence\":") ||
         !take_number(scan, &piece->sentence_confidence)))
        return false;
    return skip(scan, "}") && scan->at == scan->end;
}

bool aggregate_scan(struct ent_str line, struct piece *piece, struct given_list *given)
{
    struct scan scan = {line.data, line.data + line.size};
    uint32_t before = given->count;
    memset(piece, 0, sizeof *piece);
    bool fine = line.size > 0 && take_head(&scan, piece) && take_evidence(&scan, given) &&
                take_tail(&scan, piece) && ent_utf8_valid(line);
    if (!fine)
        given->count = before;
    return fine;
}
