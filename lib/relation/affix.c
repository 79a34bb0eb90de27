/* affix.c: triggers that are a part of a word with hyphens: "pro-iranien", "Iran-backed".
 * Tokenizers differ: the parts may be one token or three. */
#include "relation/clause.h"

static uint32_t part_of(struct ent_view *view, int32_t w, bool prefix)
{
    struct ent_str form = ent_view_word(view, w)->form;
    size_t at = SIZE_MAX;
    for (size_t i = 1; i + 1 < form.size; i++)
        if (form.data[i] == '-' && (at == SIZE_MAX || !prefix))
            at = i;
    if (at == SIZE_MAX)
        return ENT_WORD_NONE;
    return ent_view_find(view, prefix ? ent_str_sub(form, 0, at)
                                      : ent_str_sub(form, at + 1, form.size));
}

static bool is_hyphen(const struct ent_view *view, int32_t w)
{
    return w >= 1 && w <= view->count && ent_str_is(ent_view_word(view, w)->form, "-");
}

/* What the compound first..last modifies. */
static int32_t host_of(const struct ent_view *view, int32_t first, int32_t last)
{
    for (int32_t w = first; w <= last; w++) {
        int32_t head = view->nodes[w].head;
        if (head && (head < first || head > last) && !is_hyphen(view, w))
            return head;
    }
    return 0;
}

uint32_t ent_affix_at(struct ent_view *view, int32_t w, bool prefix,
                      struct ent_args *args)
{
    uint32_t trigger = part_of(view, w, prefix);
    int32_t first = w, last = w, stem = w;
    memset(args, 0, sizeof *args);
    if (trigger == ENT_WORD_NONE && is_hyphen(view, prefix ? w + 1 : w - 1)) {
        trigger = view->nodes[w].form;
        stem = prefix ? w + 2 : w - 2;
        first = prefix ? w : stem;
        last = prefix ? stem : w;
    }
    if (trigger == ENT_WORD_NONE || stem < 1 || stem > view->count)
        return ENT_WORD_NONE;
    ent_args_add(args, ENT_SLOT_STEM, ENT_WORD_NONE, stem, 1.0F);
    ent_args_add(args, ENT_SLOT_HOST, ENT_WORD_NONE, host_of(view, first, last), 0.95F);
    return trigger;
}
