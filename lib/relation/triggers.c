/* triggers.c: which frames fit at which words of a sentence. */
#include "relation/finder.h"

#include <entente/utf8.h>
#include <stdlib.h>

/* "ont remonté l'avenue": with "avoir" alone a participle is the verb's active
 * perfect. */
static bool is_active_perfect(const struct ent_view *view, int32_t w)
{
    bool perfect = false;
    for (int32_t c = view->nodes[w].child; c; c = view->nodes[c].next) {
        if (view->nodes[c].rel != ENT_REL_AUX && view->nodes[c].rel != ENT_REL_COP)
            continue;
        struct ent_str lemma = ent_view_word(view, c)->lemma;
        if (!ent_str_is(lemma, "avoir") && !ent_str_is(lemma, "have"))
            return false;
        perfect = true;
    }
    return perfect;
}

static enum ent_trigger_kind kind_of(const struct ent_view *view, int32_t w, int turn,
                                     bool *usable)
{
    enum ent_upos upos = (enum ent_upos)view->nodes[w].upos;
    *usable = true;
    /* A participle may be a verb or an adjective: both readings are tried. */
    if (turn == 0) {
        if (view->nodes[w].verb != ENT_WORD_NONE && upos != ENT_NOUN)
            return ENT_TRIGGER_VERB;
        if (upos == ENT_NOUN || upos == ENT_PROPN || upos == ENT_X)
            return ENT_TRIGGER_NOUN;
        *usable = upos == ENT_ADJ || upos == ENT_ADV || upos == ENT_ADP;
        return ENT_TRIGGER_ADJ;
    }
    /* "Solidaire de sa voisine," is often taken for a noun. */
    *usable = (upos == ENT_ADJ && view->nodes[w].verb != ENT_WORD_NONE)
              || (upos == ENT_VERB && ent_view_has(view, w, ENT_PART_FORM)
                  && !is_active_perfect(view, w))
              || (upos == ENT_NOUN && !ent_view_child(view, w, ENT_REL_DET));
    return ENT_TRIGGER_ADJ;
}

void ent_trigger_arguments(struct ent_view *view, enum ent_trigger_kind kind, int32_t w,
                         struct ent_args *args)
{
    if (kind == ENT_TRIGGER_PREFIX || kind == ENT_TRIGGER_SUFFIX)
        ent_affix_at(view, w, kind == ENT_TRIGGER_PREFIX, args);
    else if (kind == ENT_TRIGGER_VERB)
        ent_args_of_verb(view, w, args);
    else if (kind == ENT_TRIGGER_NOUN)
        ent_args_of_noun(view, w, args);
    else
        ent_args_of_adjective(view, w, args);
}

static bool form_allowed(const struct ent_frame *frame, const struct ent_args *args)
{
    switch ((enum ent_form)frame->form) {
    case ENT_FORM_PASSIVE: return args->passive;
    case ENT_FORM_ACTIVE: return !args->passive;
    case ENT_FORM_REFLEXIVE: return args->reflexive;
    case ENT_FORM_PARTICIPLE: return args->participle;
    default: return true;
    }
}

static int pattern_length(const struct ent_view *view, const struct ent_pattern *pattern,
                          int32_t head)
{
    int length =
        ent_pattern_needs_clitic(view->language, pattern, view->nodes[head].verb) ? 1 : 0;
    for (int i = 0; i < pattern->dep_count; i++)
        length += pattern->deps[i].negative ? 0 : pattern->deps[i].word_count ? 2 : 1;
    return length;
}

static uint32_t trigger_at(struct ent_view *view, int32_t w, enum ent_trigger_kind kind)
{
    struct ent_args args;
    if (kind == ENT_TRIGGER_PREFIX || kind == ENT_TRIGGER_SUFFIX)
        return ent_affix_at(view, w, kind == ENT_TRIGGER_PREFIX, &args);
    if (kind == ENT_TRIGGER_ADJ && view->nodes[w].upos == ENT_VERB)
        return view->nodes[w].adj; /* "opposed to", "alliée à" */
    return kind == ENT_TRIGGER_VERB ? view->nodes[w].verb : view->nodes[w].lemma;
}

/* All frames of one reading of a word. */
static void match_word(struct ent_finder *finder, int32_t w, enum ent_trigger_kind kind,
                       struct ent_matches *matches)
{
    struct ent_view *view = &finder->view;
    const struct ent_language *language = view->language;
    uint32_t word = trigger_at(view, w, kind);
    struct ent_args args;
    uint32_t at = ent_frames_of(language, kind, word);
    const struct ent_frame *frame;
    if (!at)
        return;
    ent_trigger_arguments(view, kind, w, &args);
    while ((frame = ent_frames_next(language, &at)) != NULL) {
        if (matches->count == ENT_MATCHES_MAX)
            return;
        struct ent_match *match = &matches->items[matches->count];
        if (!form_allowed(frame, &args))
            continue;
        match->word_count =
            ent_pattern_match(view, &frame->pattern, w, &args, match->words);
        if (match->word_count == 0)
            continue;
        match->frame = frame;
        match->head = w;
        match->length = pattern_length(view, &frame->pattern, w);
        match->open = match->deed = false;
        match->lacks = match->known_count = 0;
        match->same = false;
        matches->count++;
    }
}

/* Longest triggers first, then by place, then in file order. */
static int by_length(const void *a, const void *b)
{
    const struct ent_match *x = a, *y = b;
    if (x->length != y->length)
        return y->length - x->length;
    if (x->head != y->head)
        return x->head < y->head ? -1 : 1;
    return x->frame < y->frame ? -1 : x->frame > y->frame;
}

/* "l'Union africaine", "le Front al-Nosra": a noun inside a name tells no act. */
static bool is_part_of_name(const struct ent_view *view, int32_t w)
{
    const struct ent_str form = ent_view_word(view, w)->form;
    size_t position = 0;
    if (!view->nodes[w].cover || form.size == 0
        || ent_utf8_class(ent_utf8_next(form, &position)) != ENT_CLASS_UPPER)
        return false;
    const struct ent_mention *mention =
        &view->mentions->mentions[view->nodes[w].cover - 1];
    return mention->kind == ENT_MENTION_NAME && mention->last > mention->first
           && mention->known && w > 1;
}

void ent_triggers_find(struct ent_finder *finder, struct ent_matches *matches)
{
    const struct ent_view *view = &finder->view;
    matches->count = 0;
    for (int32_t w = 1; w <= view->count; w++) {
        for (int turn = 0; turn < 2; turn++) {
            bool usable;
            enum ent_trigger_kind kind = kind_of(view, w, turn, &usable);
            if (usable && !(kind == ENT_TRIGGER_NOUN && is_part_of_name(view, w)))
                match_word(finder, w, kind, matches);
        }
        match_word(finder, w, ENT_TRIGGER_PREFIX, matches);
        match_word(finder, w, ENT_TRIGGER_SUFFIX, matches);
    }
    qsort(matches->items, (size_t)matches->count, sizeof *matches->items, by_length);
}
