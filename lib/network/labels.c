/* labels.c: ids of actors and what people call them, from the actor files. */
#include "network/labels.h"

#include <entente/data.h>
#include <entente/lines.h>
#include <entente/map.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

struct ent_labels {
    struct ent_arena arena;
    struct ent_map ids;
    struct label *items; /* by number in ids */
    uint32_t capacity;
    bool french;
};

/* The first of the alternatives a;b;c, without the mark of ambiguous names. */
static struct ent_str first_name(struct ent_str names)
{
    struct ent_str name = {NULL, 0};
    ent_str_split(&names, ';', &name);
    if (name.size > 0 && name.data[name.size - 1] == '?')
        name.size--;
    return ent_str_is(name, "-") ? (struct ent_str){NULL, 0} : name;
}

/* actor ID KIND COUNTRY FR_NAMES EN_NAMES */
static bool read_line(struct ent_labels *labels, struct ent_str line)
{
    struct ent_str column[6] = {{NULL, 0}}, rest = line;
    for (int i = 0; i < 6 && ent_str_split(&rest, '\t', &column[i]); i++)
        ;
    if (!ent_str_is(column[0], "actor") || column[1].size == 0)
        return true;
    bool added;
    uint32_t number = ent_map_add(&labels->ids, column[1], &added);
    if (number == ENT_MAP_NONE)
        return false;
    if (!added)
        return true;
    if (number >= labels->capacity) {
        uint32_t capacity = labels->capacity ? labels->capacity * 2 : 1024;
        struct label *items = realloc(labels->items, capacity * sizeof *items);
        if (!items)
            return false;
        labels->items = items;
        labels->capacity = capacity;
    }
    struct ent_str text = first_name(column[labels->french ? 4 : 5]);
    if (text.size == 0)
        text = first_name(column[labels->french ? 5 : 4]);
    if (text.size == 0)
        text = column[1];
    struct ent_str country = ent_str_is(column[3], "-") ? ENT_STR("") : column[3];
    struct label *item = &labels->items[number];
    item->text = ent_arena_dup(&labels->arena, text);
    item->kind = ent_arena_dup(&labels->arena, column[2]);
    item->country = ent_arena_dup(&labels->arena, country);
    return item->text.data && item->kind.data && item->country.data;
}

static enum ent_status read_file(struct ent_labels *labels, const char *path,
                                 struct ent_error *error)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return ent_fail(error, ENT_EMISSING, 0, "cannot open '%.100s'", path);
    struct ent_lines lines;
    struct ent_str line;
    ent_lines_init(&lines, file);
    enum ent_status status;
    while ((status = ent_lines_next(&lines, &line, error)) == ENT_OK) {
        if (!read_line(labels, line)) {
            status = ent_fail(error, ENT_EMEMORY, 0, "out of memory");
            break;
        }
    }
    ent_lines_clear(&lines);
    fclose(file);
    return status == ENT_END ? ENT_OK : status;
}

static int is_table(const struct dirent *entry)
{
    return ent_str_ends(ent_str_of(entry->d_name), ENT_STR(".tsv"));
}

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

enum ent_status ent_labels_load(struct ent_labels **result, bool french,
                                struct ent_error *error)
{
    struct ent_labels *labels = calloc(1, sizeof *labels);
    *result = labels;
    if (!labels)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    labels->french = french;
    struct ent_buf folder, path;
    struct dirent **entries = NULL;
    ent_buf_init(&folder);
    ent_buf_init(&path);
    enum ent_status status = ENT_OK;
    int count = ent_data_find("actors", &folder, NULL) == ENT_OK
                    ? scandir(folder.data, &entries, is_table, by_bytes)
                    : 0;
    for (int i = 0; i < count; i++) {
        ent_buf_reset(&path);
        ent_buf_printf(&path, "%s/%s", folder.data, entries[i]->d_name);
        if (status == ENT_OK)
            status = read_file(labels, path.data, error);
        free(entries[i]);
    }
    free(entries);
    ent_buf_clear(&folder);
    ent_buf_clear(&path);
    if (status != ENT_OK) {
        ent_labels_free(labels);
        *result = NULL;
    }
    return status;
}

void ent_labels_free(struct ent_labels *labels)
{
    if (!labels)
        return;
    ent_arena_clear(&labels->arena);
    ent_map_clear(&labels->ids);
    free(labels->items);
    free(labels);
}

const struct label *labels_find(const struct ent_labels *labels, struct ent_str id)
{
    uint32_t number = labels ? ent_map_find(&labels->ids, id) : ENT_MAP_NONE;
    return number == ENT_MAP_NONE ? NULL : &labels->items[number];
}

struct ent_str labels_text(const struct ent_labels *labels, struct ent_str id,
                           struct ent_arena *arena)
{
    const struct label *label = labels_find(labels, id);
    if (label)
        return label->text;
    /* A non-state side of a state is named by its code and a word. */
    if (id.size > 4 && id.data[3] == ' ') {
        label = labels_find(labels, ent_str_sub(id, 0, 3));
        struct ent_str word = ent_str_sub(id, 4, id.size);
        if (label && ent_str_is(label->kind, "state"))
            return ent_arena_printf(arena, "%.*s (%.*s)", ENT_FMT(word),
                                    ENT_FMT(label->text));
    }
    return id;
}
