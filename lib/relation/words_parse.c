/* words_parse.c: lines of support.tsv, prepositions.tsv and status.tsv. */
#include "relation/frames.h"

static int columns_of(struct ent_str line, struct ent_str *columns, int limit)
{
    int count = 0;
    while (count < limit && ent_str_split(&line, '\t', &columns[count]))
        count++;
    return count;
}

static int role_of(struct ent_str text)
{
    return ent_str_is(text, "source") ? ENT_ROLE_SOURCE
           : ent_str_is(text, "target") ? ENT_ROLE_TARGET
           : ent_str_is(text, "both") ? ENT_ROLE_BOTH : 0;
}

/* PATTERN, POSITION of the noun, [POSITION:]ROLE, STATUS */
enum ent_status ent_support_parse(struct ent_language *language, struct ent_str line,
                                  struct ent_error *error)
{
    struct ent_str columns[4] = {{NULL, 0}};
    struct ent_support support;
    struct ent_positions noun = {.count = 0}, actor = {.count = 0};
    if (columns_of(line, columns, 4) < 3)
        return ent_fail(error, ENT_EFORMAT, 0, "fewer than 3 columns");
    memset(&support, 0, sizeof support);
    enum ent_status status =
        ent_pattern_parse(language, columns[0], &support.pattern, error);
    if (status == ENT_OK)
        status = ent_positions_parse(language, columns[1], &noun, error);
    size_t colon = ent_str_find(columns[2], ENT_STR(":"));
    struct ent_str role = columns[2], position = ENT_STR("subj");
    if (colon != SIZE_MAX) {
        position = ent_str_sub(columns[2], 0, colon);
        role = ent_str_sub(columns[2], colon + 1, columns[2].size);
    }
    if (status == ENT_OK)
        status = ent_positions_parse(language, position, &actor, error);
    if (status != ENT_OK)
        return status;
    support.role = (uint8_t)role_of(role);
    support.status = -1;
    if (columns[3].size > 0 && !ent_str_is(columns[3], "-")) {
        support.status = (int8_t)ent_relation_status_of(columns[3]);
        if (support.status < 0)
            return ent_fail(error, ENT_EFORMAT, 0, "unknown status");
    }
    if (!support.role || noun.count != 1 || actor.count != 1)
        return ent_fail(error, ENT_EFORMAT, 0, "no role or more than one position");
    support.noun = noun.items[0];
    support.actor = actor.items[0];
    if (!ent_frames_grow((void **)&language->supports, &language->support_capacity,
                  language->support_count, sizeof support))
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    language->supports[language->support_count++] = support;
    return ENT_OK;
}

/* The words of an expression: articles are left out, as they vary. */
static bool add_expression_words(struct ent_language *language, struct ent_str text,
                                 struct ent_expression *expression)
{
    expression->first_word = language->pool_size;
    expression->word_count = 0;
    struct ent_str part;
    while (ent_str_split(&text, ' ', &part)) {
        if (ent_str_starts(part, ENT_STR("l'")))
            part = ent_str_sub(part, 2, part.size);
        if (ent_str_is(part, "au") || ent_str_is(part, "aux")) /* as tokens are split */
            part = ENT_STR("à");
        if (ent_str_is(part, "du") || ent_str_is(part, "des"))
            part = ENT_STR("de");
        if (part.size == 0 || ent_str_is(part, "le") || ent_str_is(part, "la")
            || ent_str_is(part, "the"))
            continue;
        uint32_t word = ent_language_word(language, part);
        if (word == ENT_WORD_NONE
            || !ent_frames_grow((void **)&language->pool, &language->pool_capacity,
                         language->pool_size, sizeof *language->pool))
            return false;
        language->pool[language->pool_size++] = word;
        expression->word_count++;
    }
    return expression->word_count > 0;
}

/* EXPRESSION, CANONICAL */
enum ent_status ent_preposition_parse(struct ent_language *language, struct ent_str line,
                                      struct ent_error *error)
{
    struct ent_str columns[2] = {{NULL, 0}};
    struct ent_expression expression;
    if (columns_of(line, columns, 2) < 2)
        return ent_fail(error, ENT_EFORMAT, 0, "fewer than 2 columns");
    expression.canonical = ent_language_word(language, columns[1]);
    if (expression.canonical == ENT_WORD_NONE ||
        !add_expression_words(language, columns[0], &expression) ||
        !ent_frames_grow((void **)&language->expressions, &language->expression_capacity,
                         language->expression_count, sizeof expression))
        return ent_fail(error, ENT_EFORMAT, 0, "no expression, or out of memory");
    language->expressions[language->expression_count++] = expression;
    return ENT_OK;
}

static const char *const EFFECTS[] = {"none", "alleged", "planned", "denied",
                                      "hypothetical", "factive"};
static const char *const OPERATORS[ENT_OP_KINDS] = {"verb", "noun", "adj", "adv",
                                                    "aux", "det", "prep", "mark"};
static const char *const LISTS[] = {
    "unaccusative", "quantity", "exist",   "subject-control", "speech",
    "opaque",       "month",    "keeping", "causative",       "dative-control",
    "content",      "act",      "sport",   "implicative",     "local",
    "seated",       "giving",   "deed",    "moving",          "measure",
    "making",       "mishap",   "people",  "relative",        "scene",
    "occasion",     "naming",   "person",  "counterpart",     "epithet"};

_Static_assert(sizeof LISTS / sizeof *LISTS <= 32, "lists are the bits of a 32-bit word");

static int index_of(const char *const *names, size_t count, struct ent_str text)
{
    for (size_t i = 0; i < count; i++)
        if (ent_str_is(text, names[i]))
            return (int)i;
    return -1;
}

static bool add_operator(struct ent_language *language, uint32_t word, int effect,
                         int kind)
{
    if (!ent_frames_grow((void **)&language->operators, &language->operator_capacity,
                  language->operator_count, sizeof *language->operators))
        return false;
    language->operators[language->operator_count++] =
        (struct ent_operator){word, (uint8_t)kind, (uint8_t)effect};
    return true;
}

static bool add_listed(struct ent_language *language, uint32_t word, int list)
{
    if (!ent_frames_grow((void **)&language->listed, &language->listed_capacity,
                  language->listed_count, sizeof *language->listed))
        return false;
    language->listed[language->listed_count++] = (struct ent_listed){word, 1U << list};
    return true;
}

/* EFFECT, KIND, WORD|WORD...; or "list", NAME, WORD|WORD... */
enum ent_status ent_operator_parse(struct ent_language *language, struct ent_str line,
                                   struct ent_error *error)
{
    struct ent_str columns[3] = {{NULL, 0}}, part;
    if (columns_of(line, columns, 3) < 3)
        return ent_fail(error, ENT_EFORMAT, 0, "fewer than 3 columns");
    bool list = ent_str_is(columns[0], "list");
    int effect = index_of(EFFECTS, sizeof EFFECTS / sizeof *EFFECTS, columns[0]);
    int kind = list ? index_of(LISTS, sizeof LISTS / sizeof *LISTS, columns[1])
                    : index_of(OPERATORS, ENT_OP_KINDS, columns[1]);
    if (kind < 0 || (!list && effect < 0))
        return ent_fail(error, ENT_EFORMAT, 0, "unknown effect, kind or list");
    while (ent_str_split(&columns[2], '|', &part)) {
        part = ent_str_trim(part);
        if (part.size == 0)
            continue;
        uint32_t word = ent_language_word(language, part);
        if (word == ENT_WORD_NONE || !(list ? add_listed(language, word, kind)
                                            : add_operator(language, word, effect, kind)))
            return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    }
    return ENT_OK;
}

/* FORM, LEMMA */
enum ent_status ent_form_parse(struct ent_language *language, struct ent_str line,
                               struct ent_error *error)
{
    struct ent_str columns[2] = {{NULL, 0}};
    if (columns_of(line, columns, 2) < 2)
        return ent_fail(error, ENT_EFORMAT, 0, "fewer than 2 columns");
    uint32_t form = ent_language_word(language, columns[0]);
    uint32_t lemma = ent_language_word(language, columns[1]);
    if (form == ENT_WORD_NONE || lemma == ENT_WORD_NONE
        || !ent_frames_grow((void **)&language->irregulars, &language->irregular_capacity,
                            language->irregular_count, sizeof *language->irregulars))
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    language->irregulars[language->irregular_count++] =
        (struct ent_irregular){form, lemma};
    return ENT_OK;
}

static const char *const TIMES[ENT_TIME_KINDS] = {"month", "weekday", "offset", "unit",
                                                  "past", "future", "ago", "year"};

/* TYPE, VALUE, WORD|WORD... */
enum ent_status ent_time_parse(struct ent_language *language, struct ent_str line,
                               struct ent_error *error)
{
    struct ent_str columns[3] = {{NULL, 0}}, part;
    int64_t value = 0;
    if (columns_of(line, columns, 3) < 3)
        return ent_fail(error, ENT_EFORMAT, 0, "fewer than 3 columns");
    int kind = index_of(TIMES, ENT_TIME_KINDS, columns[0]);
    if (kind < 0 || !ent_str_int(columns[1], &value) || value < -400 || value > 400)
        return ent_fail(error, ENT_EFORMAT, 0, "unknown type or impossible value");
    while (ent_str_split(&columns[2], '|', &part)) {
        uint32_t word = ent_language_word(language, part);
        if (word == ENT_WORD_NONE
            || !ent_frames_grow((void **)&language->times, &language->time_capacity,
                         language->time_count, sizeof *language->times))
            return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
        language->times[language->time_count++] =
            (struct ent_time){word, (uint8_t)kind, (int16_t)value};
    }
    return ENT_OK;
}
