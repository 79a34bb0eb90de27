/* address.c: web addresses, mail addresses, hashtags and account names. */
#include "text/tokens.h"

static bool spells(const struct ent_scan *scan, uint32_t at, const char *text)
{
    for (; *text; at++, text++)
        if (at >= scan->count || ent_utf8_lower(scan->code[at]) != (unsigned char)*text)
            return false;
    return true;
}

void ent_chunk_start(struct ent_scan *scan, uint32_t start)
{
    uint32_t p = start;
    scan->chunk_plain = true;
    while (p < scan->count && !ent_is_space(scan->kind[p])) {
        uint32_t code = scan->code[p++];
        if (code == '@' || code == '#' || (code == ':' && scan->code[p] == '/') ||
            (code == '.' && p - start >= 4 && scan->code[p - 2] == 'w'))
            scan->chunk_plain = false;
    }
    scan->chunk_end = p;
    scan->no_mail_before = 0;
}

static bool is_closing(uint32_t code)
{
    return (code < 0x80 && code != 0 && strchr(".,;:!?\"')]}>", (int)code)) ||
           code == 0xBB || code == 0x201D || code == 0x2019 || code == 0x2026;
}

static uint32_t web_end(const struct ent_scan *scan, uint32_t start)
{
    uint32_t p = start, open = 0;
    if (!spells(scan, start, "http://") && !spells(scan, start, "https://") &&
        !spells(scan, start, "ftp://") && !spells(scan, start, "www."))
        return 0;
    while (p < scan->chunk_end && scan->code[p] != '<' && scan->code[p] != '>' &&
           scan->code[p] != '"' && scan->code[p] != 0xBB && scan->code[p] != 0xAB) {
        open += scan->code[p] == '(';
        p++;
    }
    while (p > start && is_closing(scan->code[p - 1]) &&
           !(scan->code[p - 1] == ')' && open > 0))
        p--;
    return p;
}

static bool in_mail(const struct ent_scan *scan, uint32_t at)
{
    uint32_t code = scan->code[at];
    return at < scan->chunk_end && (ent_is_word(scan->kind[at]) || code == '.' ||
                                    code == '_' || code == '+' || code == '-');
}

static uint32_t mail_end(struct ent_scan *scan, uint32_t start)
{
    uint32_t p = start;
    if (start < scan->no_mail_before || !ent_is_word(scan->kind[start]))
        return 0;
    while (in_mail(scan, p))
        p++;
    if (scan->code[p] != '@' || !ent_is_word(scan->kind[p + 1])) {
        scan->no_mail_before = p; /* the rest of this run need not be tried again */
        return 0;
    }
    for (p++; in_mail(scan, p); p++)
        ;
    while (!ent_is_word(scan->kind[p - 1]))
        p--;
    return p;
}

/* "#Élysée2022", "@afpfr" */
static uint32_t tag_end(const struct ent_scan *scan, uint32_t start)
{
    uint32_t p = start + 1;
    if ((scan->code[start] != '#' && scan->code[start] != '@') ||
        !ent_is_letter(scan->kind[p]) ||
        (start > 0 && ent_is_word(scan->kind[start - 1])))
        return 0;
    while (p < scan->chunk_end && (ent_is_word(scan->kind[p]) || scan->code[p] == '_'))
        p++;
    return p;
}

uint32_t ent_address_end(struct ent_scan *scan, uint32_t start)
{
    if (scan->chunk_plain)
        return 0;
    uint32_t end = web_end(scan, start);
    if (!end)
        end = tag_end(scan, start);
    return end ? end : mail_end(scan, start);
}
