/* tokens.c: the token scanner: one pass over the characters, deciding at each token's
 * start what it is. */
#include "text/tokens.h"

#include <stdlib.h>

static bool push(struct ent_scan *scan, uint32_t start, uint32_t end, uint8_t type)
{
    if (scan->raw_count == scan->raw_capacity) {
        size_t capacity = scan->raw_capacity ? 2 * scan->raw_capacity : 256;
        struct ent_raw *grown = realloc(scan->raws, capacity * sizeof *grown);
        if (!grown)
            return false;
        scan->raws = grown;
        scan->raw_capacity = capacity;
    }
    scan->raws[scan->raw_count++] =
        (struct ent_raw){.start = start, .end = end, .type = type};
    return true;
}

/* The end of a run of the same character. */
static uint32_t same_end(const struct ent_scan *scan, uint32_t start)
{
    uint32_t p = start;
    while (p < scan->count && scan->code[p] == scan->code[start])
        p++;
    return p;
}

/* Characters that make one token when repeated: "...", "--", "====". */
static bool repeats(uint32_t code)
{
    return code < 0x80 && code != 0 && strchr(".-=*_~#+<>|", (int)code);
}

/* A symbol with what belongs to it: variation selectors, joined emoji, flags. */
static uint32_t symbol_end(const struct ent_scan *scan, uint32_t start)
{
    uint32_t p = start + 1;
    bool flag = scan->code[start] >= 0x1F1E6 && scan->code[start] <= 0x1F1FF;
    if (flag && scan->code[p] >= 0x1F1E6 && scan->code[p] <= 0x1F1FF)
        p++;
    while (scan->kind[p] == ENT_KIND_MARK ||
           (scan->code[p] >= 0x1F3FB && scan->code[p] <= 0x1F3FF)) {
        bool joiner = scan->code[p] == 0x200D;
        p++;
        if (joiner && scan->kind[p] == ENT_KIND_SYMBOL)
            p++;
    }
    return p;
}

static uint32_t punct_end(const struct ent_scan *scan, uint32_t start)
{
    uint32_t code = scan->code[start], p = start + 1;
    if (repeats(code))
        return same_end(scan, start);
    if (code == '!' || code == '?') {
        while (scan->code[p] == '!' || scan->code[p] == '?')
            p++;
        return p;
    }
    if (code == 0xB0 && (scan->code[p] == 'C' || scan->code[p] == 'F') &&
        !ent_is_word(scan->kind[p + 1]))
        return p + 1; /* °C */
    return symbol_end(scan, start);
}

/* English "'s" after a space, "'em". */
static uint32_t apostrophe_word(struct ent_scan *scan, uint32_t start)
{
    uint32_t p = start + 1;
    if (scan->kind[start] != ENT_KIND_APOSTROPHE || scan->language->french)
        return 0;
    while (p - start < 8 && ent_is_letter(scan->kind[p]))
        p++;
    uint32_t flags = p > start + 1 ? ent_scan_flags(scan, start, p) : 0;
    return flags & (ENT_LISTED_WHOLE | ENT_LISTED_SUBJECT) ? p : 0;
}

/* A whole chunk that is listed: ":-)", "w/o". */
static uint32_t chunk_word(struct ent_scan *scan, uint32_t start)
{
    if (scan->language->french || scan->chunk_end - start > 8 ||
        scan->chunk_end < start + 2)
        return 0;
    bool listed = ent_scan_flags(scan, start, scan->chunk_end) & ENT_LISTED_WHOLE;
    return listed ? scan->chunk_end : 0;
}

/* Single quotation marks open at a word's start and close at its end. */
static void note_quote(struct ent_scan *scan, uint32_t at)
{
    if (scan->kind[at] == ENT_KIND_APOSTROPHE)
        scan->quoted = ent_is_word(scan->kind[at + 1]);
}

static uint32_t token_end(struct ent_scan *scan, uint32_t start, uint8_t *type)
{
    *type = ENT_RAW_OTHER;
    uint32_t end = ent_address_end(scan, start);
    if (!end)
        end = chunk_word(scan, start);
    if (end)
        return end;
    *type = ENT_RAW_NUMBER;
    if (ent_number_starts(scan, start))
        return ent_number_end(scan, start);
    *type = ENT_RAW_WORD;
    if (ent_is_word(scan->kind[start]))
        return ent_word_end(scan, start, type);
    if (scan->kind[start] == ENT_KIND_HYPHEN)
        end = ent_clitic_end(scan, start);
    if (!end)
        end = apostrophe_word(scan, start);
    if (end)
        return end;
    note_quote(scan, start);
    *type = scan->kind[start] == ENT_KIND_SYMBOL ? ENT_RAW_OTHER : ENT_RAW_PUNCT;
    return punct_end(scan, start);
}

enum ent_status ent_scan_tokens(struct ent_scan *scan)
{
    uint32_t p = 0;
    while (p < scan->count) {
        uint8_t gap = ENT_GAP_NONE;
        for (; p < scan->count && ent_is_space(scan->kind[p]); p++)
            if (gap != ENT_GAP_BREAK)
                gap = scan->kind[p] == ENT_KIND_LINE ? ENT_GAP_BREAK : ENT_GAP_SPACE;
        if (scan->raw_count > 0)
            scan->raws[scan->raw_count - 1].gap = gap;
        if (p == scan->count)
            break;
        if (p >= scan->chunk_end)
            ent_chunk_start(scan, p);
        if (gap == ENT_GAP_BREAK)
            scan->quoted = false;
        uint8_t type;
        uint32_t end = token_end(scan, p, &type);
        if (!push(scan, p, end, type))
            return ENT_EMEMORY;
        p = end;
    }
    if (scan->raw_count > 0)
        scan->raws[scan->raw_count - 1].gap = ENT_GAP_BREAK;
    return ENT_OK;
}
