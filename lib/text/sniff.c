/* sniff.c: what kind of file this is, by its first bytes. */
#include "text/source.h"

#include "text/csv.h"

enum { MARKUP_LOOK = 2048 };

/* Does `text` (lower case) occur among the first bytes, whatever their case? */
static bool has(struct ent_str head, const char *text)
{
    size_t length = strlen(text);
    for (size_t i = 0; i + length <= head.size; i++) {
        size_t k = 0;
        while (k < length &&
               (head.data[i + k] | ((head.data[i + k] & 0x40) ? 32 : 0)) == text[k])
            k++;
        if (k == length)
            return true;
    }
    return false;
}

static enum ent_input sniff_markup(struct ent_str head)
{
    head = ent_str_sub(head, 0, MARKUP_LOOK);
    if (has(head, "<html") || has(head, "<!doctype html"))
        return ENT_INPUT_HTML;
    if (has(head, "<rss") || has(head, "<feed") || has(head, "<rdf:rdf"))
        return ENT_INPUT_FEED;
    if (head.data[0] == '<' &&
        (has(head, "<head") || has(head, "<body") || has(head, "<div") ||
         has(head, "<p>") || has(head, "<p ") || has(head, "<h1") ||
         has(head, "<article") || has(head, "<!--")))
        return ENT_INPUT_HTML;
    return ENT_INPUT_TEXT;
}

static bool ends_with(const char *name, const char *ending)
{
    return ent_str_ends(ent_str_of(name), ent_str_of(ending));
}

enum ent_input ent_sniff(struct ent_str head, const char *name)
{
    if (ent_str_starts(head, ENT_STR("\xEF\xBB\xBF")))
        head = ent_str_sub(head, 3, head.size);
    head = ent_str_trim(head);
    if (head.size == 0)
        return ENT_INPUT_TEXT;
    if (head.data[0] == '{' && memchr(head.data, '"', head.size < 256 ? head.size : 256))
        return ENT_INPUT_JSONL;
    if (ent_is_json_list(head) && ent_str_find(head, ENT_STR("\"text\"")) != SIZE_MAX)
        return ENT_INPUT_JSONL;
    if (ends_with(name, ".jsonl") || ends_with(name, ".ndjson"))
        return ENT_INPUT_JSONL;
    size_t look = head.size < MARKUP_LOOK ? head.size : MARKUP_LOOK;
    if (memchr(head.data, '<', look)) {
        enum ent_input markup = sniff_markup(head);
        if (markup != ENT_INPUT_TEXT)
            return markup;
    }
    return ent_csv_is_header(head) ? ENT_INPUT_CSV : ENT_INPUT_TEXT;
}
