/* style.c: reads themes.tsv and words.tsv. */
#include "draw/style.h"

#include <entente/data.h>
#include <entente/lines.h>

#include <stdlib.h>

static bool set(struct style *style, struct ent_str key, struct ent_str value)
{
    uint32_t number = ent_map_add(&style->keys, key, NULL);
    if (number == ENT_MAP_NONE)
        return false;
    if (number >= style->capacity) {
        uint32_t capacity = style->capacity ? style->capacity * 2 : 256;
        struct ent_str *values = realloc(style->values, capacity * sizeof *values);
        if (!values)
            return false;
        memset(values + style->capacity, 0,
               (capacity - style->capacity) * sizeof *values);
        style->values = values;
        style->capacity = capacity;
    }
    style->values[number] = value;
    return true;
}

/* Call `line` for every line of a data file that holds columns; they live in the arena.
 */
static enum ent_status read_columns(struct style *style, const char *name,
                                    bool (*line)(struct style *, struct ent_str[3],
                                                 const void *),
                                    const void *context, struct ent_error *error)
{
    struct ent_buf path, bytes;
    ent_buf_init(&path);
    ent_buf_init(&bytes);
    enum ent_status status = ent_data_find(name, &path, error);
    if (status == ENT_OK)
        status = ent_read_file(path.data, &bytes, error);
    struct ent_str rest = {NULL, 0}, text;
    if (status == ENT_OK) {
        rest = ent_arena_dup(&style->arena, ent_buf_view(&bytes));
        if (!rest.data)
            status = ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    }
    while (status == ENT_OK && ent_str_split(&rest, '\n', &text)) {
        struct ent_str columns[3] = {{NULL, 0}, {NULL, 0}, {NULL, 0}};
        if (ent_str_ends(text, ENT_STR("\r")))
            text.size--;
        if (text.size == 0 || text.data[0] == '#')
            continue;
        for (int i = 0; i < 3 && ent_str_split(&text, '\t', &columns[i]); i++)
            ;
        if (columns[2].data && !line(style, columns, context))
            status = ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    }
    ent_buf_clear(&path);
    ent_buf_clear(&bytes);
    return status;
}

struct wanted_theme {
    const char *name;
    bool *found;
};

static bool theme_line(struct style *style, struct ent_str columns[3],
                       const void *context)
{
    const struct wanted_theme *wanted = context;
    bool own = ent_str_is(columns[0], wanted->name);
    bool known = ent_map_find(&style->keys, columns[1]) != ENT_MAP_NONE;
    *wanted->found |= own;
    if (own || (ent_str_is(columns[0], "*") && !known))
        return set(style, columns[1], columns[2]);
    return true;
}

static bool word_line(struct style *style, struct ent_str columns[3], const void *context)
{
    return set(style, columns[0], columns[strcmp(context, "fr") == 0 ? 2 : 1]);
}

enum ent_status style_load(struct style *style, const char *theme, const char *lang,
                           struct ent_error *error)
{
    memset(style, 0, sizeof *style);
    ent_map_init(&style->keys);
    ent_arena_init(&style->arena);
    bool found = false;
    struct wanted_theme wanted = {theme ? theme : "signed", &found};
    enum ent_status status =
        read_columns(style, "draw/themes.tsv", theme_line, &wanted, error);
    if (status == ENT_OK && (!found || strcmp(wanted.name, "*") == 0))
        return ent_fail(error, ENT_EMISSING, 0, "there is no theme '%.80s'", wanted.name);
    if (status == ENT_OK)
        status =
            read_columns(style, "draw/words.tsv", word_line, lang ? lang : "en", error);
    return status;
}

void style_clear(struct style *style)
{
    ent_map_clear(&style->keys);
    ent_arena_clear(&style->arena);
    free(style->values);
    memset(style, 0, sizeof *style);
}

struct ent_str style_get(const struct style *style, const char *key)
{
    uint32_t number = ent_map_find(&style->keys, ent_str_of(key));
    return number == ENT_MAP_NONE ? (struct ent_str){NULL, 0} : style->values[number];
}

struct ent_str style_get2(const struct style *style, const char *group,
                          struct ent_str name)
{
    char key[64];
    size_t size = strlen(group);
    if (size + 1 + name.size >= sizeof key ||
        memchr(name.data ? name.data : "", 0, name.size))
        return (struct ent_str){NULL, 0};
    memcpy(key, group, size);
    key[size] = '.';
    if (name.size)
        memcpy(key + size + 1, name.data, name.size);
    key[size + 1 + name.size] = '\0';
    return style_get(style, key);
}

double style_number(const struct style *style, const char *key, double otherwise)
{
    double value;
    return ent_str_double(style_get(style, key), &value) ? value : otherwise;
}
