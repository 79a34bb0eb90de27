/* knowledge.c: the store of actors, persons and names, and its life. */
#include "actor/knowledge.h"

#include "actor/atoms.h"
#include <dirent.h>
#include <entente/data.h>
#include <entente/lines.h>
#include <entente/utf8.h>
#include <stdlib.h>

uint32_t ent_knowledge_actor(struct ent_knowledge *knowledge, struct ent_str id)
{
    bool added = false;
    uint32_t number = ent_map_add(&knowledge->ids, id, &added);
    if (number == ENT_MAP_NONE || !added)
        return number;
    if (!ent_grow(&knowledge->actors, &knowledge->actor_capacity, knowledge->actor_count,
                  sizeof *knowledge->actors))
        return ENT_NONE;
    knowledge->actors[knowledge->actor_count++] =
        (struct known_actor){.id = knowledge->ids.keys[number], .group = number};
    return number;
}

/* Capitals of a name: ENTRY_CAPITAL if some word has one, ENTRY_ACRONYM if there are at
 * least two letters and none is small. */
static uint8_t case_flags(struct ent_str name)
{
    unsigned upper = 0, lower = 0;
    bool initial = true, capital = false;
    for (size_t pos = 0; pos < name.size;) {
        enum ent_class class = ent_utf8_class(ent_utf8_next(name, &pos));
        upper += class == ENT_CLASS_UPPER;
        lower += class == ENT_CLASS_LOWER;
        capital |= initial && class == ENT_CLASS_UPPER;
        initial = class != ENT_CLASS_UPPER && class != ENT_CLASS_LOWER &&
                  class != ENT_CLASS_MARK;
    }
    uint8_t flags = capital || upper ? ENTRY_CAPITAL : 0;
    return flags | (upper >= 2 && lower == 0 ? ENTRY_ACRONYM : 0);
}

struct path {
    uint32_t node;
    uint32_t actor;  /* whose name it is, or ENT_NONE */
    unsigned count;  /* atoms */
    bool leading;    /* begins with an article */
};

/* Walk the atoms of one space-separated piece of a name into the trie. */
static enum ent_status add_piece(struct ent_knowledge *knowledge, struct ent_str piece,
                                 struct path *path)
{
    struct ent_atoms atoms = {.rest = ent_utf8_fold(&knowledge->arena, piece)};
    struct ent_str atom;
    bool article;
    atoms.caps = (case_flags(piece) & ENTRY_ACRONYM) != 0;
    while (ent_atom_next(&atoms, &atom, &article)) {
        if (article) {
            path->leading |= path->count == 0;
            continue;
        }
        uint32_t id = ent_map_add(&knowledge->atoms, atom, NULL);
        if (id == ENT_MAP_NONE)
            return ENT_EMEMORY;
        if (path->actor != ENT_NONE &&
            ent_trie_add(&knowledge->words, path->actor + 1, id) == ENT_NONE)
            return ENT_EMEMORY;
        path->node = ent_trie_add(&knowledge->trie, path->node, id);
        if (path->node == ENT_NONE)
            return ENT_EMEMORY;
        path->count++;
    }
    return ENT_OK;
}

/* The node where the name ends, 0 for an empty name. */
static enum ent_status add_path(struct ent_knowledge *knowledge, struct ent_str name,
                                uint32_t actor, uint32_t *node, uint8_t *flags)
{
    struct path path = {.actor = actor};
    struct ent_str piece;
    while (ent_str_split(&name, ' ', &piece)) {
        enum ent_status status = add_piece(knowledge, piece, &path);
        if (status)
            return status;
    }
    *node = path.node;
    *flags |= (path.leading ? ENTRY_ARTICLE : 0) | (path.count == 1 ? ENTRY_SINGLE : 0);
    return ENT_OK;
}

enum ent_status ent_knowledge_name(struct ent_knowledge *knowledge, struct ent_str name,
                                   struct entry entry)
{
    name = ent_str_trim(name);
    if (name.size && name.data[name.size - 1] == '?') {
        entry.flags |= ENTRY_CONTEXT;
        name = ent_str_trim(ent_str_sub(name, 0, name.size - 1));
    }
    if (name.size == 0 || ent_str_is(name, "-"))
        return ENT_OK;
    uint32_t node;
    entry.flags |= case_flags(name);
    bool own = entry.type == ENTRY_ACTOR || entry.type == ENTRY_ALIAS;
    enum ent_status status =
        add_path(knowledge, name, own ? entry.object : ENT_NONE, &node, &entry.flags);
    if (status || node == 0)
        return status;
    for (const struct entry *e = ent_entry_first(knowledge, node); e;
         e = ent_entry_next(knowledge, e)) {
        if (e->type == entry.type && e->object == entry.object &&
            e->detail == entry.detail && (e->lang & entry.lang) == entry.lang) {
            if (!(entry.flags & ENTRY_CAPITAL)) /* "Sénat;sénat": either will do */
                knowledge->entries[e - knowledge->entries].flags &=
                    (uint8_t)~ENTRY_CAPITAL;
            return ENT_OK;
        }
    }
    if (!ent_grow(&knowledge->entries, &knowledge->entry_capacity, knowledge->entry_count,
                  sizeof *knowledge->entries))
        return ENT_EMEMORY;
    if (!entry.text.data)
        entry.text = name;
    entry.next = knowledge->trie.entries[node];
    knowledge->entries[knowledge->entry_count++] = entry;
    knowledge->trie.entries[node] = knowledge->entry_count;
    return ENT_OK;
}

static enum ent_status load_file(struct ent_knowledge *knowledge, const char *path,
                                 struct ent_error *error)
{
    struct ent_buf buf;
    ent_buf_init(&buf);
    enum ent_status status = ent_read_file(path, &buf, error);
    if (!status) {
        struct ent_str text = ent_arena_dup(&knowledge->arena, ent_buf_view(&buf));
        status = text.data ? ent_knowledge_records(knowledge, text, error)
                           : ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    }
    if (status && error && status != ENT_EMEMORY) {
        struct ent_error inner = *error;
        if (inner.line)
            ent_fail(error, inner.status, 0, "%.80s:%zu: %.90s", path, inner.line,
                     inner.text);
        else
            ent_fail(error, inner.status, 0, "%.80s: %.100s", path, inner.text);
    }
    ent_buf_clear(&buf);
    return status;
}

static int is_table(const struct dirent *entry)
{
    return ent_str_ends(ent_str_of(entry->d_name), ENT_STR(".tsv"));
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

/* All files of the folder, in byte order of their names. */
static enum ent_status load_folder(struct ent_knowledge *knowledge,
                                   struct ent_error *error)
{
    struct ent_buf path;
    ent_buf_init(&path);
    struct dirent **names = NULL;
    int count = 0;
    enum ent_status status = ent_data_find("actors", &path, error);
    if (status)
        goto done;
    count = scandir(path.data, &names, is_table, by_name);
    if (count < 0) {
        status = ent_fail(error, ENT_EIO, 0, "cannot list the actor files");
        goto done;
    }
    size_t folder = path.size;
    for (int i = 0; i < count && !status; i++) {
        path.size = folder;
        ent_buf_printf(&path, "/%s", names[i]->d_name);
        status = load_file(knowledge, path.data, error);
    }
done:
    for (int i = 0; i < count; i++)
        free(names[i]);
    free(names);
    ent_buf_clear(&path);
    return status;
}

enum ent_status ent_knowledge_load(struct ent_knowledge **knowledge,
                                   const char *const *extra, size_t extra_count,
                                   struct ent_error *error)
{
    *knowledge = calloc(1, sizeof **knowledge);
    if (!*knowledge)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    enum ent_status status = load_folder(*knowledge, error);
    for (size_t i = 0; i < extra_count && !status; i++)
        status = load_file(*knowledge, extra[i], error);
    if (!status)
        status = ent_knowledge_words(*knowledge, error);
    if (status) {
        ent_knowledge_free(*knowledge);
        *knowledge = NULL;
        return status;
    }
    return ENT_OK;
}

void ent_knowledge_free(struct ent_knowledge *knowledge)
{
    if (!knowledge)
        return;
    ent_trie_clear(&knowledge->trie);
    ent_trie_clear(&knowledge->words);
    ent_map_clear(&knowledge->atoms);
    ent_map_clear(&knowledge->ids);
    ent_map_clear(&knowledge->people);
    ent_map_clear(&knowledge->given);
    ent_map_clear(&knowledge->listed);
    ent_arena_clear(&knowledge->arena);
    for (int l = 0; l < 2; l++) {
        free(knowledge->cues[l]);
        free(knowledge->pronouns[l]);
        free(knowledge->pronoun_of[l]);
    }
    free(knowledge->given_genders);
    free(knowledge->entries);
    free(knowledge->actors);
    free(knowledge->persons);
    free(knowledge->offices);
    free(knowledge);
}
