/* words.c: where a word ends: apostrophes, hyphens, full stops inside and after it. */
#include "text/tokens.h"

static bool is_hyphen(const struct ent_scan *scan, uint32_t at)
{
    return scan->kind[at] == ENT_KIND_HYPHEN;
}

/* The end of a listed word with apostrophes or hyphens ("aujourd'hui"), or 0. */
static uint32_t listed_end(struct ent_scan *scan, uint32_t start)
{
    uint32_t p = start;
    bool inner = false;
    while (p - start < ENT_LOOK_MAX && ent_is_word(scan->kind[p])) {
        while (ent_is_word(scan->kind[p]) && p - start < ENT_LOOK_MAX)
            p++;
        if ((scan->kind[p] != ENT_KIND_APOSTROPHE && !is_hyphen(scan, p)) ||
            !ent_is_word(scan->kind[p + 1]))
            break;
        inner = true;
        p++;
    }
    if (scan->code[p] == 0xB0 && p == start + 1) { /* n° */
        p++;
        inner = true;
    }
    return inner && (ent_scan_flags(scan, start, p) & ENT_LISTED_WHOLE) ? p : 0;
}

/* English splits "long-term" in three but keeps "non-profit" and "x3-9890". */
static bool hyphen_joins(struct ent_scan *scan, uint32_t start, uint32_t at)
{
    if (!ent_is_word(scan->kind[at + 1]))
        return false;
    if (scan->language->french)
        return true;
    return at - start <= ENT_LOOK_MAX &&
           (ent_scan_flags(scan, start, at) & ENT_LISTED_PREFIX);
}

/* "traité(e)", "autorité(s)": the end of the bracket at `at`, or 0. */
static uint32_t ending_in_brackets(const struct ent_scan *scan, uint32_t at)
{
    uint32_t p = at + 1;
    if (scan->code[at] != '(' || !scan->language->french)
        return 0;
    while (p - at <= 3 && ent_is_letter(scan->kind[p]) &&
           strchr("eEsSxX", (int)(scan->code[p] & 0x7F)))
        p++;
    return p > at + 1 && scan->code[p] == ')' ? p + 1 : 0;
}

/* "R&D", "US$", "file_name" */
static bool sign_joins(const struct ent_scan *scan, uint32_t at)
{
    uint32_t code = scan->code[at];
    if (code == '_')
        return ent_is_word(scan->kind[at + 1]);
    if (scan->kind[at - 1] != ENT_KIND_UPPER)
        return false;
    return code == '$' || (code == '&' && scan->kind[at + 1] == ENT_KIND_UPPER);
}

/* The end of the word without looking at full stops. `*elided` says that it ends with the
 * apostrophe of an elision. */
static uint32_t run_end(struct ent_scan *scan, uint32_t start, uint32_t from,
                        bool *elided)
{
    uint32_t p = from;
    *elided = false;
    for (;; p++) {
        if (ent_is_word(scan->kind[p]))
            continue;
        if (p == start)
            break;
        if (scan->kind[p] == ENT_KIND_APOSTROPHE) {
            *elided = scan->language->french && ent_elides(scan, start, p);
            if (*elided)
                return p + 1;
            if (!ent_is_word(scan->kind[p + 1]))
                break;
        } else if (is_hyphen(scan, p)) {
            if (!hyphen_joins(scan, start, p))
                break;
        } else if (ending_in_brackets(scan, p)) {
            return ending_in_brackets(scan, p);
        } else if (!sign_joins(scan, p)) {
            break;
        }
    }
    return p;
}

/* "U.S.", "O.N.U", "J.-C.": the end of single letters with full stops, or 0. */
static uint32_t acronym_end(const struct ent_scan *scan, uint32_t start)
{
    uint32_t p = start, letters = 0;
    while (letters < 16 && ent_is_letter(scan->kind[p]) && scan->code[p + 1] == '.') {
        letters++;
        p += 2;
        if (is_hyphen(scan, p) && ent_is_letter(scan->kind[p + 1]) &&
            scan->code[p + 2] == '.')
            p++;
    }
    if (letters == 0)
        return 0;
    if (ent_is_letter(scan->kind[p]) && !ent_is_word(scan->kind[p + 1]) &&
        scan->kind[p + 1] != ENT_KIND_APOSTROPHE)
        return p + 1; /* the last letter has none: "U.S.A" */
    if (ent_is_word(scan->kind[p]))
        return 0; /* "e.mail" */
    return letters > 1 ? p : 0;
}

/* The next character that is no space; `*broken` if a paragraph ends before it. */
static uint32_t next_after(const struct ent_scan *scan, uint32_t at, bool *broken)
{
    uint32_t p = at;
    while (p < scan->count && scan->kind[p] == ENT_KIND_SPACE)
        p++;
    *broken = p == scan->count || scan->kind[p] == ENT_KIND_LINE;
    return p;
}

static uint32_t letters_end(const struct ent_scan *scan, uint32_t at)
{
    uint32_t p = at;
    while (p - at < ENT_LOOK_MAX && ent_is_letter(scan->kind[p]))
        p++;
    return scan->kind[p] == ENT_KIND_APOSTROPHE ? p + 1 : p;
}

static bool starts_sentence(struct ent_scan *scan, uint32_t at)
{
    return scan->kind[at] == ENT_KIND_UPPER &&
           (ent_scan_flags(scan, at, letters_end(scan, at)) & ENT_LISTED_STARTER);
}

/* Is the capital start..stop an initial ("V. Poutine") and not the end of a sentence? */
static bool is_initial(struct ent_scan *scan, uint32_t start, uint32_t stop)
{
    bool broken;
    uint32_t next = next_after(scan, stop + 1, &broken);
    if (stop != start + 1 || scan->kind[start] != ENT_KIND_UPPER || broken)
        return false;
    if (scan->kind[next] != ENT_KIND_UPPER)
        return ent_is_word(scan->kind[next]) || scan->code[next] == ',';
    return !starts_sentence(scan, next);
}

static bool is_numeral(const struct ent_scan *scan, uint32_t at)
{
    return scan->kind[at] == ENT_KIND_DIGIT ||
           (scan->kind[at] == ENT_KIND_UPPER &&
            strchr("IVXLC", (int)(scan->code[at] & 0x7F)) &&
            scan->kind[at + 1] != ENT_KIND_LOWER);
}

/* Does the full stop at `stop` belong to the abbreviation start..stop? */
static bool is_abbreviation(struct ent_scan *scan, uint32_t start, uint32_t stop)
{
    bool broken;
    uint32_t flags = stop - start <= 12 ? ent_scan_flags(scan, start, stop + 1) : 0;
    uint32_t next = next_after(scan, stop + 1, &broken);
    if ((flags & ENT_LISTED_NUMBER_ABBREVIATION) && is_numeral(scan, next) && !broken)
        return true;
    if (flags &
        ENT_LISTED_NAME_ABBREVIATION) /* "sept. Puis" is a number and a new start */
        return !broken &&
               (scan->kind[start] == ENT_KIND_UPPER || !starts_sentence(scan, next));
    return (flags & ENT_LISTED_END_ABBREVIATION) || is_initial(scan, start, stop);
}

/* "lemonde.fr": a full stop inside. */
static bool dot_joins(const struct ent_scan *scan, uint32_t stop)
{
    return scan->kind[stop + 1] == ENT_KIND_LOWER &&
           scan->kind[stop - 1] != ENT_KIND_MARK;
}

/* English "the parents' house": the apostrophe belongs to the word unless it closes a
 * quotation. */
static bool is_possessive(const struct ent_scan *scan, uint32_t start, uint32_t at)
{
    return !scan->language->french && scan->kind[at] == ENT_KIND_APOSTROPHE &&
           !scan->quoted && at > start + 1 && scan->code[at - 1] == 's' &&
           ent_is_space(scan->kind[at + 1]);
}

/* Glued to a number, letters end where digits begin again: "14h30". */
static uint32_t unit_end(struct ent_scan *scan, uint32_t start)
{
    uint32_t p = start;
    if (start == 0 || scan->kind[start - 1] != ENT_KIND_DIGIT)
        return 0;
    while (ent_is_letter(scan->kind[p]) && p - start < ENT_LOOK_MAX)
        p++;
    if (ent_language_flags(scan->language, ent_scan_view(scan, start, p)) &
        ENT_LISTED_UNIT)
        return p;
    return 0;
}

uint32_t ent_word_end(struct ent_scan *scan, uint32_t start, uint8_t *type)
{
    bool elided;
    *type = ENT_RAW_WORD;
    uint32_t p = unit_end(scan, start);
    if (!p)
        p = listed_end(scan, start);
    if (p)
        return p;
    p = acronym_end(scan, start);
    if (p) {
        *type = scan->code[p - 1] == '.' ? ENT_RAW_ABBREVIATION : ENT_RAW_WORD;
        return p;
    }
    for (p = run_end(scan, start, start, &elided); scan->code[p] == '.' && !elided;
         p = run_end(scan, start, p + 1, &elided)) {
        if (is_abbreviation(scan, start, p)) {
            *type = ENT_RAW_ABBREVIATION;
            return p + 1;
        }
        if (!dot_joins(scan, p))
            break;
    }
    if (scan->language->french && !elided)
        p = ent_clitic_cut(scan, start, p);
    return is_possessive(scan, start, p) ? p + 1 : p;
}
