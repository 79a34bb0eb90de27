/* knowledge_words.c: the small word tables of the rules, by language.
 *
 * actor-cues.tsv: CLASS <TAB> word;word...
 * pronouns.tsv: TYPE GENDER NUMBER PERSON words
 * Words are single atoms; multi-word cues are matched by their first atom's own class. */
#include "actor/knowledge.h"

#include "actor/atoms.h"
#include <entente/data.h>
#include <entente/lines.h>
#include <entente/utf8.h>
#include <stdlib.h>

static const char *const cue_names[CUE_COUNT] = {
    "definite",    "demonstrative", "of",        "place_prep",  "to",       "former",
    "honorific",   "particle",      "org_head",  "org_tail",    "no_name",  "private",
    "address",     "two",           "country",   "speech",      "all",      "backed",
    "lady",        "generic",       "crowd",     "human",       "state",    "director",
    "institution", "impersonal",    "linked",    "motion",      "geo",      "compass",
    "side",        "work",          "local",     "part",        "cross",    "passive",
    "become",      "held",          "homeland",  "counterpart", "contest",  "parties",
    "management",  "blame",         "municipal", "deprive",     "concerned",
    "candidate",   "three",         "four",      "five",        "six",      "seven",
    "first",       "second",        "one",       "other",       "each",     "joining",
    "name_end",    "sum",           "currency"};
static const char *const pronoun_names[PRONOUN_TYPES] = {
    "personal", "relative", "possessive", "demonstrative", "speaker"};

/* The number of the word's only atom (articles included), added if new. */
static uint32_t atom_of(struct ent_knowledge *knowledge, struct ent_str word)
{
    struct ent_str folded = ent_utf8_fold(&knowledge->arena, ent_str_trim(word));
    struct ent_atoms atoms = {.rest = folded};
    struct ent_str atom;
    bool article;
    if (!ent_atom_next(&atoms, &atom, &article))
        return ENT_NONE;
    return ent_map_add(&knowledge->atoms, atom, NULL);
}

/* Room for what is known of all atoms met so far, items of `size` bytes. */
static void *extended(void *items, size_t size, uint32_t from, uint32_t to)
{
    char *new = realloc(items, (to ? to : 1) * size);
    if (new)
        memset(new + from * size, 0, (to - from) * size);
    return new;
}

static bool extend_all(struct ent_knowledge *knowledge)
{
    uint32_t from = knowledge->cue_count, to = knowledge->atoms.size;
    for (int l = 0; l < 2; l++) {
        uint64_t *cues = extended(knowledge->cues[l], sizeof *cues, from, to);
        if (!cues)
            return false;
        knowledge->cues[l] = cues;
        uint32_t *pronouns =
            extended(knowledge->pronoun_of[l], sizeof *pronouns, from, to);
        if (!pronouns)
            return false;
        knowledge->pronoun_of[l] = pronouns;
    }
    knowledge->cue_count = to;
    return true;
}

static int name_index(struct ent_str text, const char *const *names, int count)
{
    for (int i = 0; i < count; i++) {
        if (ent_str_is(text, names[i]))
            return i;
    }
    return -1;
}

static enum ent_status cue_row(struct ent_knowledge *knowledge, int lang,
                               struct ent_str row, size_t line, struct ent_error *error)
{
    struct ent_str class, word;
    ent_str_split(&row, '\t', &class);
    int cue = name_index(ent_str_trim(class), cue_names, CUE_COUNT);
    if (cue < 0)
        return ent_fail(error, ENT_EFORMAT, line, "unknown cue class '%.*s'",
                        ENT_FMT(ent_str_sub(class, 0, 40)));
    while (ent_str_split(&row, ';', &word)) {
        uint32_t atom = atom_of(knowledge, word);
        if (atom == ENT_NONE || !extend_all(knowledge))
            return ENT_EMEMORY;
        knowledge->cues[lang][atom] |= UINT64_C(1) << cue;
    }
    return ENT_OK;
}

static uint8_t letter_of(struct ent_str text)
{
    return text.size && text.data[0] != '-' ? (uint8_t)text.data[0] : 0;
}

static enum ent_status pronoun_row(struct ent_knowledge *knowledge, int lang,
                                   struct ent_str row, size_t line,
                                   struct ent_error *error)
{
    struct ent_str columns[4] = {{0}}, word;
    for (int i = 0; i < 4; i++)
        ent_str_split(&row, '\t', &columns[i]);
    int type = name_index(columns[0], pronoun_names, PRONOUN_TYPES);
    if (type < 0 || !row.data)
        return ent_fail(error, ENT_EFORMAT, line,
                        "expected TYPE GENDER NUMBER PERSON words");
    struct pronoun pronoun = {(uint8_t)type, letter_of(columns[1]), letter_of(columns[2]),
                              (uint8_t)(letter_of(columns[3]) - '0')};
    if (!ent_grow(&knowledge->pronouns[lang], &knowledge->pronoun_capacity[lang],
                  knowledge->pronoun_count[lang], sizeof pronoun))
        return ENT_EMEMORY;
    knowledge->pronouns[lang][knowledge->pronoun_count[lang]++] = pronoun;
    while (ent_str_split(&row, ';', &word)) {
        uint32_t atom = atom_of(knowledge, word);
        if (atom == ENT_NONE || !extend_all(knowledge))
            return ENT_EMEMORY;
        knowledge->pronoun_of[lang][atom] = knowledge->pronoun_count[lang];
    }
    return ENT_OK;
}

typedef enum ent_status row_reader(struct ent_knowledge *, int, struct ent_str, size_t,
                                   struct ent_error *);

static enum ent_status read_table(struct ent_knowledge *knowledge, int lang,
                                  const char *name, row_reader *read,
                                  struct ent_error *error)
{
    struct ent_buf buf, path;
    ent_buf_init(&buf);
    ent_buf_init(&path);
    enum ent_status status = ent_data_find(name, &path, error);
    if (!status)
        status = ent_read_file(path.data, &buf, error);
    struct ent_str text = ent_buf_view(&buf), line;
    for (size_t number = 1; !status && ent_str_split(&text, '\n', &line); number++) {
        if (ent_str_trim(line).size && line.data[0] != '#')
            status = read(knowledge, lang, line, number, error);
    }
    if (status && error && error->line) {
        struct ent_error inner = *error;
        ent_fail(error, status, inner.line, "%s: %.120s", name, inner.text);
    }
    ent_buf_clear(&path);
    ent_buf_clear(&buf);
    return status;
}

enum ent_status ent_knowledge_words(struct ent_knowledge *knowledge,
                                    struct ent_error *error)
{
    static const char *const cues[2] = {"fr/actor-cues.tsv", "en/actor-cues.tsv"};
    static const char *const pronouns[2] = {"fr/pronouns.tsv", "en/pronouns.tsv"};
    if (!extend_all(knowledge))
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    enum ent_status status = ENT_OK;
    for (int l = 0; l < 2 && !status; l++) {
        status = read_table(knowledge, l, cues[l], cue_row, error);
        if (!status)
            status = read_table(knowledge, l, pronouns[l], pronoun_row, error);
    }
    return status;
}
