/* scan.c: the characters of a text and what kind each is. */
#include "text/scan.h"

#include <stdlib.h>

enum {
    KEY_MAX = 64, /* no listed word has more characters */
    PADDING = 4,  /* blanks after the text, so that a little look-ahead needs no check */
};

static bool is_apostrophe(uint32_t code)
{
    return code == '\'' || code == 0x2019 || code == 0x02BC || code == 0x2018 ||
           code == 0x00B4 || code == '`' || code == 0x2032;
}

static uint8_t kind_of(uint32_t code)
{
    if (code >= 'a' && code <= 'z')
        return ENT_KIND_LOWER;
    if (code == ' ')
        return ENT_KIND_SPACE;
    if (code == '\n' || code == '\r' || code == 0x2028 || code == 0x2029 || code == 0x85)
        return ENT_KIND_LINE;
    if (is_apostrophe(code))
        return ENT_KIND_APOSTROPHE;
    if (code == '-' || code == 0x2010 || code == 0x2011)
        return ENT_KIND_HYPHEN;
    if (code == 0xAD) /* a soft hyphen is inside its word */
        return ENT_KIND_MARK;
    if (code == 0xFFFD) /* what replaced a wrong byte was most likely a letter */
        return ENT_KIND_LOWER;
    switch (ent_utf8_class(code)) {
    case ENT_CLASS_SPACE:
    case ENT_CLASS_CONTROL:
        return ENT_KIND_SPACE;
    case ENT_CLASS_UPPER:
        return ENT_KIND_UPPER;
    case ENT_CLASS_LOWER:
        return ENT_KIND_LOWER;
    case ENT_CLASS_DIGIT:
        return ENT_KIND_DIGIT;
    case ENT_CLASS_MARK:
        return ENT_KIND_MARK;
    case ENT_CLASS_PUNCT:
        return ENT_KIND_PUNCT;
    default:
        return ENT_KIND_SYMBOL;
    }
}

enum ent_status ent_scan_open(struct ent_scan *scan, const struct ent_language *language,
                              struct ent_str text)
{
    size_t count = ent_utf8_count(text);
    *scan = (struct ent_scan){.language = language, .text = text};
    ent_buf_init(&scan->key);
    if (text.size >= INT32_MAX)
        return ENT_ELIMIT;
    scan->count = (uint32_t)count;
    scan->code = malloc((count + PADDING) * sizeof *scan->code);
    scan->byte = malloc((count + PADDING) * sizeof *scan->byte);
    scan->kind = malloc(count + PADDING);
    if (!scan->code || !scan->byte || !scan->kind)
        return ENT_EMEMORY;
    size_t pos = 0;
    for (size_t i = 0; i < count; i++) {
        scan->byte[i] = (uint32_t)pos;
        scan->code[i] = ent_utf8_next(text, &pos);
        scan->kind[i] = kind_of(scan->code[i]);
    }
    for (size_t i = count; i < count + PADDING; i++) {
        scan->byte[i] = (uint32_t)text.size;
        scan->code[i] = 0;
        scan->kind[i] = ENT_KIND_SPACE;
    }
    return ENT_OK;
}

void ent_scan_close(struct ent_scan *scan)
{
    free(scan->code);
    free(scan->byte);
    free(scan->kind);
    free(scan->raws);
    ent_buf_clear(&scan->key);
}

struct ent_str ent_scan_key(struct ent_scan *scan, uint32_t start, uint32_t end)
{
    ent_buf_reset(&scan->key);
    if (end - start > KEY_MAX)
        return (struct ent_str){NULL, 0};
    for (uint32_t i = start; i < end; i++) {
        uint32_t code = scan->code[i];
        if (code < 0x80)
            ent_buf_char(&scan->key, code == '`' ? '\'' : (char)ent_utf8_lower(code));
        else if (scan->kind[i] == ENT_KIND_APOSTROPHE)
            ent_buf_char(&scan->key, '\'');
        else if (scan->kind[i] == ENT_KIND_HYPHEN)
            ent_buf_char(&scan->key, '-');
        else
            ent_utf8_put(&scan->key, ent_utf8_lower(code));
    }
    return scan->key.failed ? (struct ent_str){NULL, 0} : ent_buf_view(&scan->key);
}

uint32_t ent_scan_flags(struct ent_scan *scan, uint32_t start, uint32_t end)
{
    struct ent_str key = ent_scan_key(scan, start, end);
    return key.size ? ent_language_flags(scan->language, key) : 0;
}
