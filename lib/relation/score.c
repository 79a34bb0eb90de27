/* score.c: comparing relations with a gold standard. */
#include "relation/frames.h"

#include <entente/score.h>
#include <entente/utf8.h>
#include <stdlib.h>

void ent_score_init(struct ent_score *score)
{
    memset(score, 0, sizeof *score);
    ent_arena_init(&score->arena);
    ent_map_init(&score->names);
    ent_map_init(&score->states);
    ent_map_init(&score->docs);
}

void ent_score_clear(struct ent_score *score)
{
    ent_arena_clear(&score->arena);
    ent_map_clear(&score->names);
    ent_map_clear(&score->states);
    ent_map_clear(&score->docs);
    free(score->canonical);
    free(score->gold.items);
    free(score->system.items);
    free(score->wrong.items);
    free(score->missed.items);
}

double ent_score_count_precision(struct ent_score_count count)
{
    uint32_t all = count.right + count.wrong;
    return all ? (double)count.right / all : 0;
}

double ent_score_count_recall(struct ent_score_count count)
{
    uint32_t all = count.right + count.missed;
    return all ? (double)count.right / all : 0;
}

double ent_score_count_f1(struct ent_score_count count)
{
    double p = ent_score_count_precision(count), r = ent_score_count_recall(count);
    return p + r > 0 ? 2 * p * r / (p + r) : 0;
}

/* Without case, accents, punctuation and a leading article. */
static struct ent_str fold(struct ent_arena *arena, struct ent_str name)
{
    static const char *const ARTICLES[] = {"the ", "le ", "la ", "les ",
                                           "l ",   "un ", "une ", "des "};
    struct ent_str text = ent_utf8_fold(arena, name);
    char *out = text.data ? ent_arena_alloc(arena, text.size + 1) : NULL;
    size_t size = 0, position = 0;
    if (!out)
        return (struct ent_str){NULL, 0};
    while (position < text.size) {
        size_t start = position;
        uint32_t code = ent_utf8_next(text, &position);
        enum ent_class class = ent_utf8_class(code);
        if (class == ENT_CLASS_UPPER || class == ENT_CLASS_LOWER ||
            class == ENT_CLASS_DIGIT || code == '_') {
            memcpy(out + size, text.data + start, position - start);
            size += position - start;
        } else if (size > 0 && out[size - 1] != ' ') {
            out[size++] = ' ';
        }
    }
    struct ent_str folded = ent_str_trim((struct ent_str){out, size});
    for (size_t i = 0; i < sizeof ARTICLES / sizeof *ARTICLES; i++)
        if (ent_str_starts(folded, ent_str_of(ARTICLES[i])))
            return ent_str_sub(folded, strlen(ARTICLES[i]), folded.size);
    return folded;
}

/* The number of a name; new names stand for themselves. */
static uint32_t name_of(struct ent_score *score, struct ent_str name)
{
    struct ent_str folded = fold(&score->arena, name);
    bool added;
    if (folded.size == 0)
        return ENT_MAP_NONE;
    uint32_t number = ent_map_add(&score->names, folded, &added);
    if (number == ENT_MAP_NONE || !added)
        return number;
    if (!ent_frames_grow((void **)&score->canonical, &score->canonical_capacity, number,
                  sizeof *score->canonical))
        return ENT_MAP_NONE;
    score->canonical[number] = number;
    return number;
}

enum ent_status ent_score_alias(struct ent_score *score, struct ent_str line,
                                struct ent_error *error)
{
    struct ent_str part;
    uint32_t first = ENT_MAP_NONE;
    if (line.size == 0 || line.data[0] == '#')
        return ENT_OK;
    while (ent_str_split(&line, '\t', &part)) {
        if (ent_str_trim(part).size == 0)
            continue;
        uint32_t before = score->names.size;
        uint32_t name = name_of(score, part);
        if (name == ENT_MAP_NONE)
            return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
        if (first == ENT_MAP_NONE)
            first = name;
        if (score->names.size > before) /* the first line with a name wins */
            score->canonical[name] = first;
    }
    return ENT_OK;
}

static uint32_t key_of(struct ent_score *score, struct ent_str name)
{
    uint32_t number = name.size ? name_of(score, name) : ENT_MAP_NONE;
    return number == ENT_MAP_NONE ? ENT_MAP_NONE : score->canonical[number];
}

/* The members of a gold line that a relation record does not have. */
static void read_gold(struct ent_str line, struct ent_score_row *row)
{
    struct ent_json *record = ent_json_parse(line, NULL);
    const struct ent_json *value = record ? ent_json_get(record, "status") : NULL;
    row->statuses = 0;
    row->optional = record && ent_json_bool(record, "optional", false);
    if (value && ent_json_is_array(value)) {
        for (value = ent_json_first(value); value; value = ent_json_next(value)) {
            int status = ent_relation_status_of(ent_json_as_str(value));
            row->statuses |= status >= 0 ? 1U << status : 0;
        }
    } else {
        row->statuses = 1U << row->relation.status;
    }
    ent_json_free(record);
}

static enum ent_status add_row(struct ent_score_rows *rows,
                               const struct ent_score_row *row, struct ent_error *error)
{
    if (!ent_frames_grow((void **)&rows->items, &rows->capacity, rows->count,
                         sizeof *row))
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    rows->items[rows->count++] = *row;
    return ENT_OK;
}

enum ent_status ent_score_add(struct ent_score *score, struct ent_str line, bool gold,
                              struct ent_error *error)
{
    struct ent_score_row row;
    memset(&row, 0, sizeof row);
    enum ent_status status = ent_relation_read(line, &score->arena, &row.relation, error);
    if (status != ENT_OK)
        return status;
    row.statuses = 1U << row.relation.status;
    if (gold)
        read_gold(line, &row);
    row.keys[0] = key_of(score, row.relation.source.group);
    row.keys[1] = key_of(score, row.relation.source.actor);
    row.keys[2] = key_of(score, row.relation.target.group);
    row.keys[3] = key_of(score, row.relation.target.actor);
    return add_row(gold ? &score->gold : &score->system, &row, error);
}

static bool is_state(const struct ent_score *score, struct ent_str group)
{
    if (score->states.size > 0)
        return ent_map_find(&score->states, group) != ENT_MAP_NONE;
    for (size_t i = 0; i < group.size; i++)
        if (group.data[i] < 'A' || group.data[i] > 'Z')
            return false;
    return group.size == 3;
}

static bool same(const struct ent_score *score, struct ent_str a, const uint32_t *x,
                 struct ent_str b, const uint32_t *y)
{
    if (is_state(score, a) || is_state(score, b))
        return ent_str_eq(a, b);
    for (int i = 0; i < 2; i++)
        for (int k = 0; k < 2; k++)
            if (x[i] != ENT_MAP_NONE && x[i] == y[k])
                return true;
    return false;
}

static bool match(const struct ent_score *score, enum ent_level level,
                  const struct ent_score_row *g, const struct ent_score_row *s)
{
    const struct ent_relation *a = &g->relation, *b = &s->relation;
    if (!ent_str_eq(a->doc, b->doc))
        return false;
    bool straight = same(score, a->source.group, g->keys, b->source.group, s->keys)
                    && same(score, a->target.group, g->keys + 2, b->target.group,
                            s->keys + 2);
    bool crossed = same(score, a->source.group, g->keys, b->target.group, s->keys + 2)
                   && same(score, a->target.group, g->keys + 2, b->source.group, s->keys);
    bool either = ent_relation_symmetric(a->type) || ent_relation_symmetric(b->type);
    switch (level) {
    case ENT_LEVEL_PAIR:
        return straight || crossed;
    case ENT_LEVEL_SIGN:
        return ent_relation_sign(a->type) == ent_relation_sign(b->type)
               && (straight || (either && crossed));
    default:
        return a->type == b->type
               && (straight || (ent_relation_symmetric(a->type) && crossed));
    }
}

/* Rows that are the same tuple at this level become one, optional only if all are. */
static enum ent_status dedup(const struct ent_score *score, enum ent_level level,
                             const struct ent_score_rows *rows,
                             struct ent_score_rows *out, struct ent_error *error)
{
    enum ent_status status = ENT_OK;
    for (uint32_t i = 0; i < rows->count && status == ENT_OK; i++) {
        const struct ent_score_row *row = &rows->items[i];
        uint32_t k = 0;
        while (k < out->count && !match(score, level, &out->items[k], row))
            k++;
        if (k < out->count)
            out->items[k].optional = out->items[k].optional && row->optional;
        else
            status = add_row(out, row, error);
    }
    return status;
}

static void count_match(struct ent_score *score, enum ent_level level,
                        const struct ent_score_row *g, const struct ent_score_row *s)
{
    if (g->optional)
        return;
    score->levels[level].right++;
    if (level != ENT_LEVEL_TRIPLE)
        return;
    score->relations[g->relation.type].right++;
    score->status_all++;
    score->status_right += (g->statuses >> s->relation.status) & 1U;
}

/* Firm gold rows choose before optional ones. */
static void pair_up(struct ent_score *score, enum ent_level level,
                    struct ent_score_rows *gold, struct ent_score_rows *system)
{
    for (int turn = 0; turn < 2; turn++)
        for (uint32_t i = 0; i < gold->count; i++) {
            struct ent_score_row *g = &gold->items[i];
            if (g->optional != (turn == 1))
                continue;
            for (uint32_t k = 0; k < system->count && !g->used; k++) {
                struct ent_score_row *s = &system->items[k];
                if (s->used || !match(score, level, g, s))
                    continue;
                g->used = s->used = true;
                count_match(score, level, g, s);
            }
        }
}

static enum ent_status count_rest(struct ent_score *score, enum ent_level level,
                                  const struct ent_score_rows *gold,
                                  const struct ent_score_rows *system,
                                  struct ent_error *error)
{
    enum ent_status status = ENT_OK;
    for (uint32_t i = 0; i < system->count && status == ENT_OK; i++) {
        const struct ent_score_row *row = &system->items[i];
        if (row->used)
            continue;
        score->levels[level].wrong++;
        if (level == ENT_LEVEL_TRIPLE) {
            score->relations[row->relation.type].wrong++;
            status = add_row(&score->wrong, row, error);
        }
    }
    for (uint32_t i = 0; i < gold->count && status == ENT_OK; i++) {
        const struct ent_score_row *row = &gold->items[i];
        if (row->used || row->optional)
            continue;
        score->levels[level].missed++;
        if (level == ENT_LEVEL_TRIPLE) {
            score->relations[row->relation.type].missed++;
            status = add_row(&score->missed, row, error);
        }
    }
    return status;
}

/* Only documents that were annotated count. */
static void drop_other_documents(struct ent_score *score)
{
    struct ent_score_rows *rows = &score->system;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < rows->count; i++)
        if (ent_map_find(&score->docs, rows->items[i].relation.doc) != ENT_MAP_NONE)
            rows->items[kept++] = rows->items[i];
    rows->count = kept;
}

enum ent_status ent_score_compute(struct ent_score *score, struct ent_error *error)
{
    enum ent_status status = ENT_OK;
    if (score->docs.size == 0)
        for (uint32_t i = 0; i < score->gold.count; i++)
            ent_map_add(&score->docs, score->gold.items[i].relation.doc, NULL);
    drop_other_documents(score);
    for (int level = 0; level < ENT_LEVEL_COUNT && status == ENT_OK; level++) {
        struct ent_score_rows gold = {0}, system = {0};
        status = dedup(score, (enum ent_level)level, &score->gold, &gold, error);
        if (status == ENT_OK)
            status = dedup(score, (enum ent_level)level, &score->system, &system, error);
        if (status == ENT_OK) {
            pair_up(score, (enum ent_level)level, &gold, &system);
            status = count_rest(score, (enum ent_level)level, &gold, &system, error);
        }
        free(gold.items);
        free(system.items);
    }
    return status;
}
