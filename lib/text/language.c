/* language.c: loading the word lists of a language. */
#include "text/language.h"

#include <entente/data.h>
#include <entente/lines.h>
#include <stdlib.h>

#include "text/des.h"
#include "text/split.h"

/* Every list is a file in the folder "CODE/tokens"; the second column, if any, chooses
 * among the flags. */
static const struct list {
    const char *file;
    struct {
        const char *word; /* of the second column, NULL = whatever it is */
        uint32_t flag;
    } classes[4];
} lists[] = {
    {"abbreviations.txt",
     {{"name", ENT_LISTED_NAME_ABBREVIATION},
      {"number", ENT_LISTED_NUMBER_ABBREVIATION},
      {"end", ENT_LISTED_END_ABBREVIATION}}},
    {"clitics.txt",
     {{"subject", ENT_LISTED_SUBJECT},
      {"imperative", ENT_LISTED_IMPERATIVE_CLITIC},
      {"particle", ENT_LISTED_PARTICLE}}},
    {"contractions.txt", {{NULL, ENT_LISTED_CONTRACTION}}},
    {"elisions.txt", {{NULL, ENT_LISTED_ELISION}}},
    {"imperatives.txt", {{NULL, ENT_LISTED_IMPERATIVE}}},
    {"prefixes.txt", {{NULL, ENT_LISTED_PREFIX}}},
    {"starters.txt", {{NULL, ENT_LISTED_STARTER}}},
    {"units.txt", {{NULL, ENT_LISTED_UNIT}}},
    {"words.txt", {{NULL, ENT_LISTED_WHOLE}}},
};

uint32_t ent_language_flags(const struct ent_language *language, struct ent_str word)
{
    uint32_t index = ent_map_find(&language->words, word);
    return index == ENT_MAP_NONE ? 0 : language->flags[index];
}

const struct ent_parts *ent_language_parts(const struct ent_language *language,
                                           struct ent_str word)
{
    uint32_t index = ent_map_find(&language->words, word);
    if (index == ENT_MAP_NONE || language->parts[index].count == 0)
        return NULL;
    return &language->parts[index];
}

/* The number of `word`, with room for its flags; ENT_MAP_NONE when memory ran out. */
static uint32_t add_word(struct ent_language *language, struct ent_str word)
{
    uint32_t index = ent_map_add(&language->words, word, NULL);
    if (index == ENT_MAP_NONE || index < language->capacity)
        return index;
    uint32_t capacity = language->capacity ? 2 * language->capacity : 512;
    uint32_t *flags = realloc(language->flags, capacity * sizeof *flags);
    if (flags)
        language->flags = flags;
    struct ent_parts *parts = realloc(language->parts, capacity * sizeof *parts);
    if (parts)
        language->parts = parts;
    if (!flags || !parts)
        return ENT_MAP_NONE;
    for (uint32_t i = language->capacity; i < capacity; i++) {
        flags[i] = 0;
        parts[i] = (struct ent_parts){.count = 0};
    }
    language->capacity = capacity;
    return index;
}

static uint32_t flag_of(const struct list *list, struct ent_str column)
{
    for (size_t i = 0; i < 4 && list->classes[i].flag; i++)
        if (!list->classes[i].word || ent_str_is(column, list->classes[i].word))
            return list->classes[i].flag;
    return 0;
}

static bool add_parts(struct ent_language *language, uint32_t index, struct ent_str rest)
{
    struct ent_parts parts = {.count = 0};
    struct ent_str part;
    while (ent_str_split(&rest, ' ', &part)) {
        if (part.size == 0)
            continue;
        if (parts.count == ENT_PARTS_MAX)
            return false;
        parts.words[parts.count] = ent_arena_dup(&language->words.arena, part);
        if (!parts.words[parts.count++].data)
            return false;
    }
    language->parts[index] = parts;
    return parts.count > 1;
}

static bool add_entry(struct ent_language *language, const struct list *list,
                      struct ent_str line)
{
    size_t space = ent_str_find(line, ENT_STR(" "));
    struct ent_str word = ent_str_sub(line, 0, space);
    struct ent_str rest = {NULL, 0};
    if (space != SIZE_MAX)
        rest = ent_str_trim(ent_str_sub(line, space, line.size));
    uint32_t flag = flag_of(list, rest);
    uint32_t index = flag ? add_word(language, word) : ENT_MAP_NONE;
    if (index == ENT_MAP_NONE)
        return false;
    language->flags[index] |= flag;
    return flag != ENT_LISTED_CONTRACTION || add_parts(language, index, rest);
}

static enum ent_status load_list(struct ent_language *language, const struct list *list,
                                 struct ent_str text, struct ent_error *error)
{
    struct ent_str line;
    for (size_t number = 1; ent_str_split(&text, '\n', &line); number++) {
        line = ent_str_trim(line);
        if (line.size == 0 || line.data[0] == '#')
            continue;
        if (!add_entry(language, list, line))
            return ent_fail(error, ENT_EFORMAT, number, "%s: bad entry '%.*s'",
                            list->file, line.size < 40 ? (int)line.size : 40, line.data);
    }
    return ENT_OK;
}

enum ent_status ent_language_load(struct ent_language *language, const char *code,
                                  struct ent_error *error)
{
    enum ent_status status = ENT_OK;
    struct ent_buf name, path, text;
    ent_buf_init(&name);
    ent_buf_init(&path);
    ent_buf_init(&text);
    *language = (struct ent_language){.french = strcmp(code, "fr") == 0};
    ent_map_init(&language->words);
    for (size_t i = 0; i < sizeof lists / sizeof *lists && status == ENT_OK; i++) {
        ent_buf_reset(&name);
        ent_buf_reset(&text);
        ent_buf_printf(&name, "%s/tokens/%s", code, lists[i].file);
        if (name.failed) {
            status = ent_fail(error, ENT_EMEMORY, 0, "out of memory");
        } else if (ent_data_find(name.data, &path, NULL) != ENT_OK) {
            continue; /* a language needs not have every list */
        } else {
            status = ent_read_file(path.data, &text, error);
            if (status == ENT_OK)
                status = load_list(language, &lists[i], ent_buf_view(&text), error);
        }
    }
    if (status == ENT_OK && language->words.size == 0)
        status = ent_fail(error, ENT_EMISSING, 0, "no word lists in '%s/tokens'", code);
    if (status == ENT_OK && language->french)
        status = ent_des_load(&language->des, error);
    if (status == ENT_OK)
        status = ent_split_load(&language->split, code, error);
    ent_buf_clear(&name);
    ent_buf_clear(&path);
    ent_buf_clear(&text);
    return status;
}

void ent_language_clear(struct ent_language *language)
{
    ent_des_free(language->des);
    ent_split_free(language->split);
    ent_map_clear(&language->words);
    free(language->flags);
    free(language->parts);
    *language = (struct ent_language){.french = false};
}
