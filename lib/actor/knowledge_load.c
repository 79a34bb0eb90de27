/* knowledge_load.c: parsing actor files. The format is described in entente-actors(5). */
#include "actor/knowledge.h"

#include <entente/utf8.h>
#include <stdlib.h>

static const char *const title_names[TITLE_COUNT] = {
    "head_of_state", "head_of_government", "minister",   "official", "military",
    "diplomat",      "spokesperson",       "parliament", "court",    "monarch",
    "leader",        "executive",          "religious",  "member"};
static const char *const group_names[GROUP_COUNT] = {
    "government", "security", "people", "nonstate", "thing", "descriptor"};
static const char *const place_names[] = {"capital", "seat", "city"};

struct row {
    struct ent_str columns[8];
    size_t count, line;
};

static int index_of(struct ent_str text, const char *const *names, int count)
{
    for (int i = 0; i < count; i++) {
        if (ent_str_is(text, names[i]))
            return i;
    }
    return -1;
}

static struct ent_str column(const struct row *row, size_t i)
{
    if (i >= row->count || ent_str_is(row->columns[i], "-"))
        return (struct ent_str){0};
    return row->columns[i];
}

/* Add all `;`-separated names of a column. */
static enum ent_status add_names(struct ent_knowledge *knowledge, struct ent_str names,
                                 struct entry entry)
{
    struct ent_str name;
    enum ent_status status = ENT_OK;
    while (!status && ent_str_split(&names, ';', &name))
        status = ent_knowledge_name(knowledge, name, entry);
    return status;
}

static enum ent_status add_both(struct ent_knowledge *knowledge, const struct row *row,
                                size_t french, struct entry entry)
{
    entry.lang = LANG_FR;
    enum ent_status status = add_names(knowledge, column(row, french), entry);
    entry.lang = LANG_EN;
    return status ? status : add_names(knowledge, column(row, french + 1), entry);
}

static struct ent_str first_name(struct ent_str names)
{
    struct ent_str name = {0};
    ent_str_split(&names, ';', &name);
    if (name.size && name.data[name.size - 1] == '?')
        name.size--;
    return name;
}

static enum ent_status load_actor(struct ent_knowledge *knowledge, const struct row *row,
                                  struct ent_error *error)
{
    if (row->count < 3)
        return ent_fail(error, ENT_EFORMAT, row->line, "actor needs an id and a kind");
    uint32_t id = ent_knowledge_actor(knowledge, row->columns[1]);
    if (id == ENT_NONE)
        return ENT_EMEMORY;
    struct ent_str country = column(row, 3);
    struct known_actor *actor = &knowledge->actors[id];
    actor->kind = row->columns[2];
    actor->country = country;
    actor->defined = true;
    for (int l = 0; l < 2; l++) {
        struct ent_str label = first_name(column(row, 4 + (size_t)l));
        if (label.size)
            actor->label[l] = label;
    }
    bool agency = ent_str_is(actor->kind, "agency") && country.size;
    uint32_t group = agency ? ent_knowledge_actor(knowledge, country) : id;
    if (group == ENT_NONE)
        return ENT_EMEMORY;
    knowledge->actors[id].group = group;
    struct entry entry = {.type = ENTRY_ACTOR, .object = id};
    return add_both(knowledge, row, 4, entry);
}

static enum ent_status load_demonym(struct ent_knowledge *knowledge,
                                    const struct row *row, struct ent_error *error)
{
    if (row->count < 3)
        return ent_fail(error, ENT_EFORMAT, row->line, "demonym needs an id and forms");
    struct entry entry = {.type = ENTRY_DEMONYM};
    entry.object = ent_knowledge_actor(knowledge, row->columns[1]);
    if (entry.object == ENT_NONE)
        return ENT_EMEMORY;
    enum ent_status status = ENT_OK;
    for (size_t l = 0; l < 2; l++) {
        struct ent_str forms = column(row, 2 + l), form;
        entry.lang = l == 0 ? LANG_FR : LANG_EN;
        unsigned slot = l == 0 ? DEMONYM_MS : DEMONYM_EN_ADJ;
        unsigned last = l == 0 ? DEMONYM_FP : DEMONYM_EN_PLURAL;
        while (!status && ent_str_split(&forms, ';', &form)) {
            entry.detail = (uint8_t)(slot < last ? slot++ : last);
            entry.flags = entry.detail == DEMONYM_MP || entry.detail == DEMONYM_FP ||
                                  entry.detail == DEMONYM_EN_PLURAL
                              ? ENTRY_PLURAL
                              : 0;
            status = ent_knowledge_name(knowledge, form, entry);
        }
    }
    return status;
}

static enum ent_status load_place(struct ent_knowledge *knowledge, const struct row *row,
                                  struct ent_error *error)
{
    int type = row->count < 4 ? -1 : index_of(row->columns[2], place_names, 3);
    if (type < 0)
        return ent_fail(error, ENT_EFORMAT, row->line,
                        "place needs an id, capital|seat|city and names");
    struct entry entry = {.type = ENTRY_PLACE, .detail = (uint8_t)type};
    entry.object = ent_knowledge_actor(knowledge, row->columns[1]);
    return entry.object == ENT_NONE ? ENT_EMEMORY : add_both(knowledge, row, 3, entry);
}

static uint8_t lang_of(struct ent_str text)
{
    return ent_str_is(text, "fr") ? LANG_FR : ent_str_is(text, "en") ? LANG_EN : 0;
}

static enum ent_status load_title(struct ent_knowledge *knowledge, const struct row *row,
                                  struct ent_error *error)
{
    int kind = row->count < 4 ? -1 : index_of(row->columns[2], title_names, TITLE_COUNT);
    struct entry entry = {.type = ENTRY_TITLE, .detail = (uint8_t)kind, .object = 0};
    entry.lang = row->count < 4 ? 0 : lang_of(row->columns[1]);
    if (kind < 0 || !entry.lang)
        return ent_fail(error, ENT_EFORMAT, row->line,
                        "title needs fr or en, a known kind and phrases");
    return add_names(knowledge, row->columns[3], entry);
}

static enum ent_status load_group(struct ent_knowledge *knowledge, const struct row *row,
                                  struct ent_error *error)
{
    int class = row->count < 4 ? -1 : index_of(row->columns[2], group_names, GROUP_COUNT);
    struct entry entry = {.type = ENTRY_GROUP, .detail = (uint8_t)class, .object = 0};
    entry.lang = row->count < 4 ? 0 : lang_of(row->columns[1]);
    if (class < 0 || !entry.lang)
        return ent_fail(error, ENT_EFORMAT, row->line,
                        "group needs fr or en, a known class and nouns");
    struct ent_str nouns = row->columns[3], noun;
    enum ent_status status = ENT_OK;
    while (!status && ent_str_split(&nouns, ';', &noun)) {
        size_t equals = ent_str_find(noun, ENT_STR("="));
        entry.text = equals == SIZE_MAX ? (struct ent_str){0}
                                        : ent_str_sub(noun, equals + 1, noun.size);
        status = ent_knowledge_name(knowledge, ent_str_sub(noun, 0, equals), entry);
    }
    return status;
}

static enum ent_status load_alias(struct ent_knowledge *knowledge, const struct row *row,
                                  struct ent_error *error)
{
    struct entry entry = {.type = ENTRY_ALIAS};
    entry.lang = row->count < 4 ? 0 : lang_of(row->columns[2]);
    if (!entry.lang)
        return ent_fail(error, ENT_EFORMAT, row->line,
                        "alias needs an id, fr or en, and phrases");
    entry.object = ent_knowledge_actor(knowledge, row->columns[1]);
    return entry.object == ENT_NONE ? ENT_EMEMORY
                                    : add_names(knowledge, row->columns[3], entry);
}

/* A user's map from actors to the group that is drawn for them. */
static enum ent_status load_rollup(struct ent_knowledge *knowledge, const struct row *row,
                                   struct ent_error *error)
{
    if (row->count < 3)
        return ent_fail(error, ENT_EFORMAT, row->line, "rollup needs an id and a group");
    uint32_t id = ent_knowledge_actor(knowledge, row->columns[1]);
    uint32_t group = ent_knowledge_actor(knowledge, row->columns[2]);
    if (id == ENT_NONE || group == ENT_NONE)
        return ENT_EMEMORY;
    knowledge->actors[id].group = group;
    return ENT_OK;
}

static enum ent_status load_row(struct ent_knowledge *knowledge, const struct row *row,
                                struct ent_error *error)
{
    static const struct {
        const char *type;
        enum ent_status (*load)(struct ent_knowledge *, const struct row *,
                                struct ent_error *);
    } loaders[] = {{"actor", load_actor},   {"demonym", load_demonym},
                   {"place", load_place},   {"title", load_title},
                   {"group", load_group},   {"alias", load_alias},
                   {"rollup", load_rollup}};
    for (size_t i = 0; i < sizeof loaders / sizeof *loaders; i++) {
        if (ent_str_is(row->columns[0], loaders[i].type))
            return loaders[i].load(knowledge, row, error);
    }
    if (ent_str_is(row->columns[0], "person"))
        return ent_knowledge_person(knowledge, row->columns + 1, row->count - 1,
                                    row->line, error);
    return ent_fail(error, ENT_EFORMAT, row->line, "unknown record type '%.*s'",
                    ENT_FMT(ent_str_sub(row->columns[0], 0, 40)));
}

enum ent_status ent_knowledge_records(struct ent_knowledge *knowledge,
                                      struct ent_str text, struct ent_error *error)
{
    struct ent_str line;
    enum ent_status status = ENT_OK;
    if (!ent_utf8_valid(text))
        return ent_fail(error, ENT_EFORMAT, 0, "the file is not UTF-8");
    for (size_t number = 1; !status && ent_str_split(&text, '\n', &line); number++) {
        if (line.size && line.data[line.size - 1] == '\r')
            line.size--;
        if (ent_str_trim(line).size == 0 || line.data[0] == '#')
            continue;
        struct row row = {.line = number};
        while (row.count < 8 && ent_str_split(&line, '\t', &row.columns[row.count])) {
            row.columns[row.count] = ent_str_trim(row.columns[row.count]);
            row.count++;
        }
        status = load_row(knowledge, &row, error);
        if (status == ENT_EMEMORY)
            ent_fail(error, status, number, "out of memory");
    }
    return status;
}
