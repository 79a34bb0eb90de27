/* numbers.c: numbers with separators, dates, times, ordinals. */
#include "text/tokens.h"

static bool is_digit(const struct ent_scan *scan, uint32_t at)
{
    return scan->kind[at] == ENT_KIND_DIGIT;
}

static bool is_sign(uint32_t code)
{
    return code == '+' || code == '-' || code == 0x2212;
}

bool ent_number_starts(const struct ent_scan *scan, uint32_t start)
{
    if (is_digit(scan, start))
        return true;
    if (!is_sign(scan->code[start]) || !is_digit(scan, start + 1))
        return false;
    return start == 0 || ent_is_space(scan->kind[start - 1]) ||
           scan->code[start - 1] == '(';
}

static uint32_t digits_end(const struct ent_scan *scan, uint32_t at)
{
    while (is_digit(scan, at))
        at++;
    return at;
}

/* The end of a group of exactly three digits at `at`, or 0. */
static uint32_t group_end(const struct ent_scan *scan, uint32_t at)
{
    for (uint32_t i = 0; i < 3; i++)
        if (at + i >= scan->count || !is_digit(scan, at + i))
            return 0;
    return ent_is_word(scan->kind[at + 3]) ? 0 : at + 3;
}

/* White space that separates thousands. The plain space only does in French. */
static bool is_thousands_space(const struct ent_scan *scan, uint32_t at)
{
    uint32_t code = scan->code[at];
    return code == 0xA0 || code == 0x202F || code == 0x2009 ||
           (code == ' ' && scan->language->french);
}

static bool joins_digits(const struct ent_scan *scan, uint32_t at)
{
    uint32_t code = scan->code[at];
    if (!is_digit(scan, at + 1))
        return false;
    if (code == '\'' || code == 0x2019)
        return group_end(scan, at + 1) != 0;
    return code == '.' || code == ',' || code == '/' || code == ':';
}

/* "2006-2007", "642-3"; in English only telephone numbers, ranges being three tokens. */
static bool joins_by_hyphen(const struct ent_scan *scan, uint32_t start, uint32_t at)
{
    if (scan->kind[at] != ENT_KIND_HYPHEN || !is_digit(scan, at + 1))
        return false;
    if (scan->language->french)
        return true;
    uint32_t left = at;
    while (left > start && is_digit(scan, left - 1))
        left--;
    uint32_t right = digits_end(scan, at + 1) - at - 1;
    return at - left == 3 && (right == 4 || (right == 3 && left == start));
}

/* The end of the digits and their separators. */
static uint32_t figures_end(const struct ent_scan *scan, uint32_t start)
{
    uint32_t first = is_digit(scan, start) ? start : start + 1;
    uint32_t p = digits_end(scan, first);
    bool grouped = p - first <= 3; /* thousands may follow */
    while (p < scan->count) {
        uint32_t group = is_thousands_space(scan, p) ? group_end(scan, p + 1) : 0;
        if (grouped && group) {
            p = group;
        } else if (joins_digits(scan, p) || joins_by_hyphen(scan, start, p)) {
            p = digits_end(scan, p + 1);
            grouped = false;
        } else {
            break;
        }
    }
    return p;
}

uint32_t ent_number_end(struct ent_scan *scan, uint32_t start)
{
    uint32_t p = figures_end(scan, start);
    bool joined = scan->kind[p] == ENT_KIND_HYPHEN && scan->language->french &&
                  ent_is_letter(scan->kind[p + 1]);
    uint8_t type;
    if (joined)
        return ent_word_end(scan, p + 1, &type); /* "11-Septembre" */
    uint32_t letters = p;
    while (ent_is_letter(scan->kind[letters]) && letters - p < ENT_LOOK_MAX)
        letters++;
    if (letters == p ||
        (ent_language_flags(scan->language, ent_scan_view(scan, p, letters)) &
         ENT_LISTED_UNIT))
        return p;
    return ent_word_end(scan, p, &type); /* "18e", "20th" */
}
