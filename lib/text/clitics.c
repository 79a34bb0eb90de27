/* clitics.c: French words that cling to another: "l'", "-t-il", "-là". */
#include "text/tokens.h"

static bool is_vowel(uint32_t code)
{
    code = ent_utf8_lower(code);
    if (code < 0x80)
        return code != 0 && strchr("aeiouyh", (int)code) != NULL;
    return code != 0xE7 && code != 0xF1; /* ç and ñ; of other scripts nothing is known */
}

bool ent_elides(struct ent_scan *scan, uint32_t start, uint32_t at)
{
    if (at - start > 10 || !(ent_scan_flags(scan, start, at + 1) & ENT_LISTED_ELISION))
        return false;
    /* "N'Djamena" is one name, but "l'ONU", "d'RFI" are two words. */
    if (at - start == 1 && ent_is_letter(scan->kind[at + 1]) &&
        !is_vowel(scan->code[at + 1]) && scan->kind[at + 2] == ENT_KIND_LOWER)
        return false;
    return true;
}

/* The end of the letters and hyphens from `start`, at most ENT_LOOK_MAX further. */
static uint32_t run_end(const struct ent_scan *scan, uint32_t start)
{
    uint32_t p = start;
    while (p - start < ENT_LOOK_MAX &&
           (ent_is_word(scan->kind[p]) ||
            (scan->kind[p] == ENT_KIND_HYPHEN && ent_is_word(scan->kind[p + 1]))))
        p++;
    return p;
}

/* If start..end are nothing but clitics: the end of the first, else 0. */
static uint32_t first_clitic(struct ent_scan *scan, uint32_t start, uint32_t end)
{
    if (ent_scan_flags(scan, start, end) & ENT_LISTED_CLITICS)
        return end;
    for (uint32_t p = start + 1; p < end; p++)
        if (scan->kind[p] == ENT_KIND_HYPHEN &&
            (ent_scan_flags(scan, start, p) & ENT_LISTED_IMPERATIVE_CLITIC) &&
            (ent_scan_flags(scan, p, end) & ENT_LISTED_CLITICS))
            return p;
    return 0;
}

uint32_t ent_clitic_end(struct ent_scan *scan, uint32_t start)
{
    if (!scan->language->french || start == 0 || !ent_is_word(scan->kind[start - 1]))
        return 0;
    return first_clitic(scan, start, run_end(scan, start));
}

/* Does the word look like an imperative? */
static bool is_imperative(struct ent_scan *scan, uint32_t start, uint32_t end)
{
    struct ent_str word = ent_scan_key(scan, start, end);
    return ent_str_ends(word, ENT_STR("ez")) || ent_str_ends(word, ENT_STR("ons")) ||
           (ent_language_flags(scan->language, word) & ENT_LISTED_IMPERATIVE);
}

/* May the clitics cut..end follow the word start..cut? */
static bool fits(struct ent_scan *scan, uint32_t start, uint32_t cut, uint32_t end)
{
    uint32_t first = first_clitic(scan, cut, end);
    uint32_t flags = first ? ent_scan_flags(scan, cut, first) : 0;
    if (!flags)
        return false;
    if (flags & ENT_LISTED_PARTICLE)
        return true;
    if (is_imperative(scan, start, cut) || !(flags & ENT_LISTED_SUBJECT))
        return is_imperative(scan, start, cut);
    /* A capital inside a sentence makes it a name: "Kim Jong-il". */
    return scan->kind[start] != ENT_KIND_UPPER || scan->kind[end - 1] == ENT_KIND_UPPER ||
           scan->raw_count == 0 ||
           scan->raws[scan->raw_count - 1].type == ENT_RAW_PUNCT ||
           scan->raws[scan->raw_count - 1].gap != ENT_GAP_SPACE;
}

uint32_t ent_clitic_cut(struct ent_scan *scan, uint32_t start, uint32_t end)
{
    uint32_t from = end - start > ENT_LOOK_MAX ? end - ENT_LOOK_MAX : start + 1;
    if (end - start <= ENT_LOOK_MAX &&
        (ent_scan_flags(scan, start, end) & ENT_LISTED_WHOLE))
        return end;
    for (uint32_t p = from; p < end; p++)
        if (scan->kind[p] == ENT_KIND_HYPHEN && fits(scan, start, p, end))
            return p;
    return end;
}
