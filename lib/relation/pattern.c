/* pattern.c: triggers ("montrer de:doigt") and positions ("subj,contre") from text. */
#include "relation/frames.h"

static const struct {
    const char *name;
    enum ent_slot slot;
} SLOTS[] = {
    {"subj", ENT_SLOT_SUBJ},         {"obj", ENT_SLOT_OBJ},
    {"iobj", ENT_SLOT_IOBJ},         {"poss", ENT_SLOT_POSS},
    {"adj", ENT_SLOT_ADJ},           {"host", ENT_SLOT_HOST},
    {"compound", ENT_SLOT_COMPOUND}, {"self", ENT_SLOT_SELF},
    {"mod", ENT_SLOT_MOD},           {"clause", ENT_SLOT_CLAUSE},
    {"stem", ENT_SLOT_STEM},         {"case", ENT_SLOT_CASE},
    {"xcomp", ENT_SLOT_XCOMP},       {"any", ENT_SLOT_ANY},
    {"inner", ENT_SLOT_INNER},       {"modal", ENT_SLOT_MODAL},
    {"purpose", ENT_SLOT_PURPOSE},   {"state", ENT_SLOT_STATE},
    {"speaker", ENT_SLOT_SPEAKER},
};

static bool parse_slot(struct ent_language *language, struct ent_str text,
                       struct ent_position *position)
{
    position->prep = ENT_WORD_NONE;
    for (size_t i = 0; i < sizeof SLOTS / sizeof *SLOTS; i++) {
        if (ent_str_is(text, SLOTS[i].name)) {
            position->slot = (uint8_t)SLOTS[i].slot;
            return true;
        }
    }
    if (ent_str_find(text, ENT_STR("|")) != SIZE_MAX)
        return false; /* alternatives are for words */
    position->slot = ENT_SLOT_PREP;
    position->prep = ent_language_word(language, text);
    return position->prep != ENT_WORD_NONE;
}

/* "gen" stands for all positions of an owner. */
static bool add_owner(struct ent_language *language, struct ent_positions *positions)
{
    const struct ent_position owner[] = {{ENT_WORD_NONE, ENT_SLOT_POSS},
                                         {ENT_WORD_NONE, ENT_SLOT_ADJ},
                                         {ENT_WORD_NONE, ENT_SLOT_COMPOUND},
                                         {language->de, ENT_SLOT_PREP}};
    for (int i = 0; i < 4; i++) {
        if (positions->count == ENT_POSITIONS_MAX)
            return false;
        positions->items[positions->count++] = owner[i];
    }
    return true;
}

enum ent_status ent_positions_parse(struct ent_language *language, struct ent_str text,
                                    struct ent_positions *positions,
                                    struct ent_error *error)
{
    struct ent_str part;
    while (ent_str_split(&text, ',', &part)) {
        bool room = positions->count < ENT_POSITIONS_MAX;
        if (part.size == 0)
            return ent_fail(error, ENT_EFORMAT, 0, "empty position");
        if (room && ent_str_is(part, "gen"))
            room = add_owner(language, positions);
        else if (room &&
                 !parse_slot(language, part, &positions->items[positions->count++]))
            return ent_fail(error, ENT_EFORMAT, 0, "no position \"%.*s\"",
                            (int)(part.size < 40 ? part.size : 40), part.data);
        if (!room)
            return ent_fail(error, ENT_ELIMIT, 0, "more than %d positions",
                            ENT_POSITIONS_MAX);
    }
    return ENT_OK;
}

/* Alternatives "a|b" into the pool. "*" is no word: any. */
static enum ent_status parse_words(struct ent_language *language, struct ent_str text,
                                   uint32_t *first, uint16_t *count,
                                   struct ent_error *error)
{
    struct ent_str part;
    *first = language->pool_size;
    *count = 0;
    if (ent_str_is(text, "*"))
        return ENT_OK;
    while (ent_str_split(&text, '|', &part)) {
        uint32_t mark = 0;
        if (ent_str_starts(part, ENT_STR("~"))) {
            mark = ENT_REFLEXIVE;
            part = ent_str_sub(part, 1, part.size);
        }
        if (part.size == 0 || ent_str_find(part, ENT_STR(":")) != SIZE_MAX)
            return ent_fail(error, ENT_EFORMAT, 0,
                            "wrong alternative \"%.*s\" in the trigger",
                            (int)(part.size < 40 ? part.size : 40), part.data);
        uint32_t word = ent_language_word(language, part);
        if (word == ENT_WORD_NONE
            || !ent_frames_grow((void **)&language->pool, &language->pool_capacity,
                         language->pool_size, sizeof *language->pool))
            return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
        language->pool[language->pool_size++] = word | mark;
        if (++*count == UINT16_MAX)
            return ent_fail(error, ENT_ELIMIT, 0, "too many words");
    }
    if (*count == 0)
        return ent_fail(error, ENT_EFORMAT, 0, "empty word in the trigger");
    return ENT_OK;
}

/* Which earlier dependent has this word, for "cause>commun"? -1 if none. */
static int find_parent(const struct ent_language *language,
                       const struct ent_pattern *pattern, uint32_t word)
{
    for (int i = pattern->dep_count - 1; i >= 0; i--) {
        const struct ent_dep *dep = &pattern->deps[i];
        for (uint32_t k = 0; k < dep->word_count; k++)
            if (language->pool[dep->first_word + k] == word)
                return i;
    }
    return -1;
}

/* "under|in:custody": the prepositions after the first go into the pool. */
static enum ent_status parse_place(struct ent_language *language, struct ent_str text,
                                   struct ent_dep *dep, struct ent_error *error)
{
    struct ent_str part;
    bool first = true;
    dep->first_prep = language->pool_size;
    dep->prep_count = 0;
    while (ent_str_split(&text, '|', &part)) {
        struct ent_position position;
        if (!parse_slot(language, part, &position))
            return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
        if (first) {
            dep->at = position;
            first = false;
            continue;
        }
        if (position.slot != ENT_SLOT_PREP || dep->at.slot != ENT_SLOT_PREP)
            return ent_fail(error, ENT_EFORMAT, 0, "only prepositions are alternatives");
        if (!ent_frames_grow((void **)&language->pool, &language->pool_capacity,
                             language->pool_size, sizeof *language->pool))
            return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
        language->pool[language->pool_size++] = position.prep;
        dep->prep_count++;
    }
    return ENT_OK;
}

static enum ent_status parse_dep(struct ent_language *language, struct ent_str text,
                                 struct ent_pattern *pattern, struct ent_error *error)
{
    if (pattern->dep_count == ENT_DEPS_MAX)
        return ent_fail(error, ENT_ELIMIT, 0, "more than %d dependents", ENT_DEPS_MAX);
    struct ent_dep *dep = &pattern->deps[pattern->dep_count];
    *dep = (struct ent_dep){.at = {ENT_WORD_NONE, ENT_SLOT_ANY}};
    dep->parent = -1;
    dep->negative = ent_str_starts(text, ENT_STR("!"));
    if (dep->negative)
        text = ent_str_sub(text, 1, text.size);
    size_t colon = ent_str_find(text, ENT_STR(":"));
    size_t arrow = ent_str_find(text, ENT_STR(">"));
    if (arrow != SIZE_MAX) {
        uint32_t word = ent_language_word(language, ent_str_sub(text, 0, arrow));
        int parent = find_parent(language, pattern, word);
        if (parent < 0)
            return ent_fail(error, ENT_EFORMAT, 0, "no earlier word before \">\"");
        dep->parent = (int8_t)parent;
        text = ent_str_sub(text, arrow + 1, text.size);
    } else if (colon != SIZE_MAX) {
        enum ent_status placed =
            parse_place(language, ent_str_sub(text, 0, colon), dep, error);
        if (placed != ENT_OK)
            return placed;
        text = ent_str_sub(text, colon + 1, text.size);
    }
    enum ent_status status =
        parse_words(language, text, &dep->first_word, &dep->word_count, error);
    /* Only the head is asked for its clitic. */
    for (uint32_t k = 0; status == ENT_OK && k < dep->word_count; k++)
        language->pool[dep->first_word + k] &= ~ENT_REFLEXIVE;
    if (status == ENT_OK)
        pattern->dep_count++;
    return status;
}

/* "se a|se b" as "~a|~b": the clitic belongs to each alternative. */
static struct ent_str join_clitics(struct ent_str text, char *out, size_t room)
{
    size_t size = 0;
    for (size_t i = 0; i < text.size && size + 1 < room; i++) {
        bool start = i == 0 || text.data[i - 1] == '|';
        if (start && ent_str_starts(ent_str_sub(text, i, text.size), ENT_STR("se "))) {
            out[size++] = '~';
            i += 2;
        } else {
            out[size++] = text.data[i];
        }
    }
    /* "se en prendre à": the head is the verb. */
    if (size > 5 && memcmp(out, "~en ", 4) == 0) {
        size_t end = 4;
        while (end < size && out[end] != ' ')
            end++;
        memmove(out + 1, out + 4, end - 4);
        memcpy(out + end - 3, " en", 3);
    }
    return (struct ent_str){out, size};
}

bool ent_pattern_reflexive(const struct ent_language *language,
                           const struct ent_pattern *pattern, uint32_t head)
{
    for (uint32_t k = 0; k < pattern->head_count; k++)
        if (language->pool[pattern->first_head + k] == (head | ENT_REFLEXIVE))
            return true;
    return false;
}

bool ent_pattern_needs_clitic(const struct ent_language *language,
                              const struct ent_pattern *pattern, uint32_t head)
{
    for (uint32_t k = 0; k < pattern->head_count; k++)
        if (language->pool[pattern->first_head + k] == head)
            return false; /* "plier|se plier" */
    return ent_pattern_reflexive(language, pattern, head);
}

/* "s'asseoir" is no lemma and would never be met: the clitic is written "se". */
static enum ent_status check_clitics(struct ent_str text, struct ent_error *error)
{
    struct ent_str part;
    while (ent_str_split(&text, '|', &part)) {
        if (!ent_str_starts(part, ENT_STR("s'")) &&
            !ent_str_starts(part, ENT_STR("s\u2019")))
            continue;
        struct ent_str verb = ent_str_sub(part, part.data[1] == '\'' ? 2 : 4, part.size);
        int size = (int)(verb.size < 40 ? verb.size : 40);
        return ent_fail(error, ENT_EFORMAT, 0, "trigger \"s'%.*s\": write \"se %.*s\"",
                        size, verb.data, size, verb.data);
    }
    return ENT_OK;
}

enum ent_status ent_pattern_parse(struct ent_language *language, struct ent_str text,
                                  struct ent_pattern *pattern, struct ent_error *error)
{
    char joined[4096];
    struct ent_str part, rest = join_clitics(text, joined, sizeof joined);
    bool head = false;
    memset(pattern, 0, sizeof *pattern);
    if (text.size >= sizeof joined)
        return ent_fail(error, ENT_ELIMIT, 0, "trigger too long");
    while (ent_str_split(&rest, ' ', &part)) {
        enum ent_status status = ENT_OK;
        if (part.size == 0)
            continue;
        if (!head) {
            head = true;
            status = check_clitics(part, error);
            if (status == ENT_OK)
                status = parse_words(language, part, &pattern->first_head,
                                     &pattern->head_count, error);
            if (status == ENT_OK && pattern->head_count == 0)
                status = ent_fail(error, ENT_EFORMAT, 0, "a trigger cannot be \"*\"");
        } else {
            status = parse_dep(language, part, pattern, error);
        }
        if (status != ENT_OK)
            return status;
    }
    return head ? ENT_OK : ent_fail(error, ENT_EFORMAT, 0, "empty trigger");
}
