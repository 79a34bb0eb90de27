/* split_view.c: tokens as the model of sentence ends sees them. */
#include "text/split.h"

static char shape_of(const struct ent_scan *scan, const struct ent_raw *raw)
{
    uint8_t kind = scan->kind[raw->start];
    bool lower = false;
    uint32_t upper = 0;
    if (kind == ENT_KIND_DIGIT || raw->type == ENT_RAW_NUMBER)
        return '9';
    if (kind == ENT_KIND_LOWER)
        return 'a';
    if (kind != ENT_KIND_UPPER)
        return scan->code[raw->start] < 0x80 && scan->code[raw->start] > ' '
                   ? (char)scan->code[raw->start]
                   : '~';
    for (uint32_t i = raw->start; i < raw->end; i++) {
        upper += scan->kind[i] == ENT_KIND_UPPER;
        lower = lower || scan->kind[i] == ENT_KIND_LOWER;
    }
    if (upper == 1 && !lower)
        return 'X';
    return lower ? 'C' : 'A';
}

static struct ent_split_word view_word(struct ent_split_view *view, struct ent_scan *scan,
                                       const struct ent_raw *raw)
{
    struct ent_split_word word = {.shape = shape_of(scan, raw), .class = '?'};
    if (word.shape == '9') {
        word.key = ENT_STR("9");
        return word;
    }
    word.key = ent_arena_dup(&view->arena, ent_scan_key(scan, raw->start, raw->end));
    uint32_t index = ent_map_find(&view->split->words, word.key);
    if (index != ENT_MAP_NONE) {
        word.class = view->split->classes[index];
        word.verb = view->split->verbs[index];
    }
    return word;
}

bool ent_split_open(struct ent_split_view *view, struct ent_scan *scan,
                    const struct ent_split *split, size_t first)
{
    size_t end = first;
    while (end < scan->raw_count && scan->raws[end].gap != ENT_GAP_BREAK)
        end++;
    *view = (struct ent_split_view){.scan = scan, .split = split, .first = first};
    view->count = end < scan->raw_count ? end - first + 1 : end - first;
    ent_arena_init(&view->arena);
    view->words = ent_arena_array(&view->arena, view->count, sizeof *view->words);
    for (size_t i = 0; view->words && i < view->count; i++) {
        view->words[i] = view_word(view, scan, &scan->raws[first + i]);
        if (!view->words[i].key.data)
            return false;
    }
    return view->words != NULL;
}

void ent_split_close(struct ent_split_view *view)
{
    ent_arena_clear(&view->arena);
    view->words = NULL;
}
