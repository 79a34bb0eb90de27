/* split.c: the model of sentence ends without a full stop: loading and asking it. */
#include "text/split.h"

#include <entente/data.h>
#include <entente/lines.h>
#include <stdio.h>
#include <stdlib.h>

void ent_split_init(struct ent_split *split)
{
    *split = (struct ent_split){.capacity = 0};
    ent_map_init(&split->words);
    ent_logistic_init(&split->model);
}

void ent_split_clear(struct ent_split *split)
{
    ent_map_clear(&split->words);
    ent_logistic_clear(&split->model);
    free(split->classes);
    free(split->verbs);
    ent_split_init(split);
}

void ent_split_free(struct ent_split *split)
{
    if (split)
        ent_split_clear(split);
    free(split);
}

static bool grow(struct ent_split *split)
{
    uint32_t capacity = split->capacity ? 2 * split->capacity : 4096;
    char *classes = realloc(split->classes, capacity);
    if (classes)
        split->classes = classes;
    bool *verbs = realloc(split->verbs, capacity * sizeof *verbs);
    if (verbs)
        split->verbs = verbs;
    if (!classes || !verbs)
        return false;
    memset(classes + split->capacity, '?', capacity - split->capacity);
    memset(verbs + split->capacity, 0, (capacity - split->capacity) * sizeof *verbs);
    split->capacity = capacity;
    return true;
}

bool ent_split_note(struct ent_split *split, struct ent_str word, char class)
{
    uint32_t index = ent_map_add(&split->words, word, NULL);
    if (index == ENT_MAP_NONE || (index >= split->capacity && !grow(split)))
        return false;
    if (class)
        split->classes[index] = class;
    else
        split->verbs[index] = true;
    return true;
}

/* "class WORD LETTER", "verb WORD", "weight FEATURE NUMBER", separated by tabs. */
static bool read_line(struct ent_split *split, struct ent_str line)
{
    struct ent_str kind, key, value, rest = line;
    double number;
    if (!ent_str_split(&rest, '\t', &kind) || !ent_str_split(&rest, '\t', &key))
        return false;
    if (ent_str_is(kind, "verb"))
        return ent_split_note(split, key, '\0');
    if (!ent_str_split(&rest, '\t', &value))
        return false;
    if (ent_str_is(kind, "class"))
        return value.size == 1 && ent_split_note(split, key, value.data[0]);
    return ent_str_is(kind, "weight") && ent_str_double(value, &number) &&
           ent_logistic_set(&split->model, key, number);
}

static enum ent_status read_model(struct ent_split *split, struct ent_str text,
                                  struct ent_error *error)
{
    struct ent_str line;
    for (size_t number = 1; ent_str_split(&text, '\n', &line); number++)
        if (line.size > 0 && line.data[0] != '#' && !read_line(split, line))
            return ent_fail(error, ENT_EFORMAT, number, "split.txt: bad line");
    return ENT_OK;
}

enum ent_status ent_split_load(struct ent_split **split, const char *code,
                               struct ent_error *error)
{
    char name[32];
    struct ent_buf path, text;
    snprintf(name, sizeof name, "%s/tokens/split.txt", code);
    ent_buf_init(&path);
    ent_buf_init(&text);
    enum ent_status status = ENT_OK;
    *split = NULL;
    if (ent_data_find(name, &path, NULL) == ENT_OK) {
        status = ent_read_file(path.data, &text, error);
        *split = status == ENT_OK ? calloc(1, sizeof **split) : NULL;
    }
    if (*split) {
        ent_split_init(*split);
        status = read_model(*split, ent_buf_view(&text), error);
    }
    ent_buf_clear(&path);
    ent_buf_clear(&text);
    return status;
}

struct scoring {
    const struct ent_logistic *model;
    double sum;
};

static void add_weight(void *context, struct ent_str feature)
{
    struct scoring *scoring = context;
    scoring->sum += ent_logistic_weight(scoring->model, feature);
}

bool ent_split_ends(const struct ent_split_view *view, size_t start, size_t i)
{
    struct scoring scoring = {.model = &view->split->model};
    ent_split_features(view, start, i, add_weight, &scoring);
    return scoring.sum > 0;
}
