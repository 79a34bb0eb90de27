/* boundaries.c: where sentences end.
 *
 * A full stop, question or exclamation mark or ellipsis, with the brackets and quotation
 * marks that close after it, ends a sentence when what follows can begin one. An
 * abbreviation's own full stop does so only before a word that typically begins a
 * sentence. The end of a paragraph, title or list item always ends a sentence; in
 * paragraphs so long that they must have lost such ends, a model looks for them. What
 * never ends is cut, so that all that comes after takes linear time. */
#include "text/split.h"

enum {
    SENTENCE_MAX = 1000, /* tokens; lists of numbers and text without any stop are cut */
    BRACKET_LOOK = 40, /* tokens in which a bracket is expected to close */
    DATELINE_MAX = 14, /* tokens of "1er janvier 2016. –" or "PARIS, 3 mars (AFP) –" */
};

struct state {
    struct ent_scan *scan;
    size_t first;      /* first token of the sentence */
    bool fresh;        /* the sentence starts a paragraph */
    bool quote_open;   /* a straight double quotation mark is open */
    uint32_t brackets; /* open brackets */
    struct ent_scan_asking asking;
    struct ent_split_view view; /* of the paragraph; no words: the model is not asked */
};

static uint32_t code_at(const struct ent_scan *scan, size_t i)
{
    return scan->code[scan->raws[i].start];
}

static bool is_terminator(const struct ent_scan *scan, size_t i)
{
    uint32_t code = code_at(scan, i);
    return scan->raws[i].type == ENT_RAW_PUNCT &&
           (code == '.' || code == '!' || code == '?' || code == 0x2026 ||
            code == 0x3002 || code == 0xFF01 || code == 0xFF1F || code == 0x061F);
}

static bool is_ellipsis(const struct ent_scan *scan, size_t i)
{
    return code_at(scan, i) == 0x2026 ||
           (code_at(scan, i) == '.' && scan->raws[i].end - scan->raws[i].start > 1);
}

static bool is_dash(uint32_t code)
{
    return code == '-' || code == 0x2013 || code == 0x2014;
}

static bool is_opening(uint32_t code)
{
    return code == 0xAB || code == 0x201C || code == 0x2018 || code == '(' ||
           code == '[' || code == '"' || code == '\'' || code == 0x201E || code == 0xBF ||
           code == 0xA1 || is_dash(code) || code == 0x2022;
}

/* Does the straight quotation mark at i close? Spacing tells, else parity. */
static bool quote_closes(const struct state *state, size_t i)
{
    const struct ent_raw *raw = &state->scan->raws[i];
    bool space_before = i == 0 || raw[-1].gap != ENT_GAP_NONE;
    bool space_after = raw->gap != ENT_GAP_NONE;
    if (space_before != space_after)
        return space_after;
    return state->quote_open;
}

static bool is_closing(const struct state *state, size_t i)
{
    uint32_t code = code_at(state->scan, i);
    if (state->scan->raws[i].type != ENT_RAW_PUNCT)
        return false;
    if (code == '"')
        return quote_closes(state, i);
    return code == 0xBB || code == 0x201D || code == 0x2019 || code == ')' ||
           code == ']' || code == '\'';
}

/* Can a sentence begin with token i? */
static bool can_begin(const struct ent_scan *scan, size_t i)
{
    size_t stop = i + 3 < scan->raw_count ? i + 3 : scan->raw_count;
    for (; i < stop; i++) {
        uint8_t kind = scan->kind[scan->raws[i].start];
        if (scan->raws[i].type == ENT_RAW_NUMBER || kind == ENT_KIND_UPPER)
            return true;
        if (scan->raws[i].type == ENT_RAW_OTHER && kind != ENT_KIND_LOWER)
            return true;
        if (!is_opening(code_at(scan, i)) || scan->raws[i].gap == ENT_GAP_BREAK)
            return false;
    }
    return false;
}

/* Does the abbreviation i end its sentence, when j is the last token that closes after?
 */
static bool abbreviation_ends(const struct state *state, size_t i, size_t j)
{
    struct ent_scan *scan = state->scan;
    const struct ent_raw *raw = &scan->raws[i], *next = &scan->raws[j + 1];
    if (raw->end - raw->start <= 2 && scan->kind[raw->start] == ENT_KIND_UPPER)
        return false; /* an initial */
    if (ent_scan_flags(scan, raw->start, raw->end) & ENT_LISTED_NAME_ABBREVIATION)
        return false;
    return scan->kind[next->start] == ENT_KIND_UPPER &&
           (ent_scan_flags(scan, next->start, next->end) & ENT_LISTED_STARTER);
}

/* "1. Le gouvernement": the number of a list item. */
static bool is_list_number(const struct state *state, size_t i)
{
    const struct ent_raw *raws = state->scan->raws;
    return state->fresh && i == state->first + 1 &&
           (raws[i - 1].type == ENT_RAW_NUMBER ||
            raws[i - 1].end - raws[i - 1].start == 1);
}

/* Does an open bracket close soon, so that the sentence is not over yet? */
static bool bracket_closes_soon(const struct state *state, size_t from)
{
    const struct ent_scan *scan = state->scan;
    for (size_t i = from; i < scan->raw_count && i < from + BRACKET_LOOK; i++) {
        uint32_t code = code_at(scan, i);
        if (code == ')' || code == ']')
            return true;
        if (code == '(' || scan->raws[i].gap == ENT_GAP_BREAK)
            return false;
    }
    return false;
}

static void follow(struct state *state, size_t i)
{
    uint32_t code = code_at(state->scan, i);
    if (state->scan->raws[i].type != ENT_RAW_PUNCT)
        return;
    if (code == '"')
        state->quote_open = !quote_closes(state, i);
    else if (code == '(' || code == '[')
        state->brackets++;
    else if ((code == ')' || code == ']') && state->brackets > 0)
        state->brackets--;
}

/* The last token of the sentence that the terminator i ends, or SIZE_MAX if it ends none.
 */
static size_t sentence_end(const struct state *state, size_t i)
{
    const struct ent_scan *scan = state->scan;
    uint32_t brackets = state->brackets;
    size_t j = i;
    while (scan->raws[j].gap != ENT_GAP_BREAK && is_closing(state, j + 1)) {
        j++;
        if (brackets > 0 && (code_at(scan, j) == ')' || code_at(scan, j) == ']'))
            brackets--;
    }
    if (scan->raws[j].gap == ENT_GAP_BREAK)
        return j;
    if (scan->raws[i].type == ENT_RAW_ABBREVIATION)
        return abbreviation_ends(state, i, j) ? j : SIZE_MAX;
    if (is_dash(code_at(scan, j + 1)) && state->fresh && j == i &&
        code_at(scan, i) == '.' && j - state->first < DATELINE_MAX &&
        scan->raws[j + 1].gap != ENT_GAP_NONE)
        return j + 1;
    if (!can_begin(scan, j + 1) || is_list_number(state, i) ||
        (scan->raws[j].gap == ENT_GAP_NONE && scan->raws[j + 1].type == ENT_RAW_NUMBER) ||
        (is_ellipsis(scan, i) && scan->raws[j + 1].type == ENT_RAW_NUMBER) ||
        (brackets > 0 && bracket_closes_soon(state, j + 1)))
        return SIZE_MAX;
    return j;
}

/* Is the token written in capitals ("PARIS", "PEKIN/TAIPEI")? */
static bool in_capitals(const struct ent_scan *scan, const struct ent_raw *raw)
{
    uint32_t upper = 0;
    for (uint32_t c = raw->start; c < raw->end; c++) {
        if (scan->kind[c] == ENT_KIND_LOWER || scan->kind[c] == ENT_KIND_DIGIT)
            return false;
        upper += scan->kind[c] == ENT_KIND_UPPER;
    }
    return upper > 2;
}

/* Does the dash at i end a dateline, "PARIS, 3 mars (AFP) –", "Paris (Reuters) -"? */
static bool ends_dateline(const struct state *state, size_t i)
{
    const struct ent_scan *scan = state->scan;
    size_t first = state->first;
    if (!state->fresh || !is_dash(code_at(scan, i)) || i == first ||
        i - first >= DATELINE_MAX || scan->raws[i - 1].gap == ENT_GAP_NONE ||
        scan->raws[i].gap == ENT_GAP_NONE || i + 1 >= scan->raw_count)
        return false;
    return in_capitals(scan, &scan->raws[first]) ||
           (code_at(scan, i - 1) == ')' &&
            scan->kind[scan->raws[first].start] == ENT_KIND_UPPER);
}

static bool ask_model(void *context, const struct ent_split_view *view, size_t start,
                      size_t i)
{
    (void)context;
    return ent_split_ends(view, start, i);
}

/* At a paragraph's first token: view it if the model is to be asked. */
static bool enter_paragraph(struct state *state)
{
    const struct ent_scan *scan = state->scan;
    size_t end = state->first;
    ent_split_close(&state->view);
    if (!state->asking.split)
        return true;
    while (end + 1 < scan->raw_count && scan->raws[end].gap != ENT_GAP_BREAK)
        end++;
    if (scan->raws[end].end - scan->raws[state->first].start <= state->asking.flat)
        return true;
    return ent_split_open(&state->view, state->scan, state->asking.split, state->first);
}

/* Where to cut a sentence that has grown too long by token i: at the last semicolon or
 * comma of its second half, else here. */
static size_t cut(const struct state *state, size_t i)
{
    for (size_t k = i; k > i - SENTENCE_MAX / 2; k--) {
        uint32_t code = code_at(state->scan, k);
        if ((code == ';' || code == ',') && state->scan->raws[k].gap != ENT_GAP_NONE)
            return k;
    }
    return i;
}

/* The last token of the sentence when token i ends it, else SIZE_MAX. */
static size_t ends_at(struct state *state, size_t i)
{
    struct ent_scan *scan = state->scan;
    size_t end = SIZE_MAX;
    follow(state, i);
    if (is_terminator(scan, i) || scan->raws[i].type == ENT_RAW_ABBREVIATION)
        end = sentence_end(state, i);
    else if (ends_dateline(state, i))
        end = i;
    if (end == SIZE_MAX && state->view.words && ent_split_possible(&state->view, i) &&
        state->asking.ends(state->asking.context, &state->view, state->first, i))
        end = i;
    if (end == SIZE_MAX && scan->raws[i].gap == ENT_GAP_BREAK)
        end = i;
    if (end == SIZE_MAX && i - state->first + 1 >= SENTENCE_MAX)
        end = cut(state, i);
    return end;
}

enum ent_status ent_scan_sentences(struct ent_scan *scan,
                                   const struct ent_scan_asking *asking)
{
    struct state state = {.scan = scan, .fresh = true};
    bool ok = true;
    if (asking)
        state.asking = *asking;
    else
        state.asking = (struct ent_scan_asking){scan->language->split, ENT_SPLIT_FLAT,
                                                ask_model, NULL};
    for (size_t i = 0; i < scan->raw_count && ok; i++) {
        if (state.fresh && i == state.first)
            ok = enter_paragraph(&state);
        size_t end = ok ? ends_at(&state, i) : SIZE_MAX;
        if (end == SIZE_MAX)
            continue;
        i = end;
        scan->raws[i].last = true;
        state.first = i + 1;
        state.brackets = 0;
        state.fresh = scan->raws[i].gap == ENT_GAP_BREAK;
        if (state.fresh)
            state.quote_open = false;
    }
    ent_split_close(&state.view);
    return ok ? ENT_OK : ENT_EMEMORY;
}
