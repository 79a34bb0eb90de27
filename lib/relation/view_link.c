/* view_link.c: the tree of a view from the words' heads, again after every repair. */
#include "relation/view.h"

/* A repair that went wrong must not make later walks endless: of every cycle one word
 * hangs on the root. `child` marks the walk that a word was seen in. */
static void break_cycles(struct ent_view *view)
{
    for (int32_t w = 1; w <= view->count; w++) {
        int32_t at = w;
        while (at && !view->nodes[at].child) {
            int32_t up = view->nodes[at].head;
            view->nodes[at].child = w;
            if (up && view->nodes[up].child == w)
                view->nodes[at].head = up = 0;
            at = up;
        }
    }
}

void ent_view_link(struct ent_view *view)
{
    for (int32_t w = 0; w <= view->count; w++)
        view->nodes[w].child = view->nodes[w].next = 0;
    break_cycles(view);
    for (int32_t w = 0; w <= view->count; w++)
        view->nodes[w].child = 0;
    for (int32_t w = view->count; w >= 1; w--) {
        struct ent_node *head = &view->nodes[view->nodes[w].head];
        view->nodes[w].next = head->child;
        head->child = w;
    }
}

bool ent_view_below(const struct ent_view *view, int32_t w, int32_t above)
{
    for (int32_t limit = view->count + 1; w && limit; limit--, w = view->nodes[w].head)
        if (w == above)
            return true;
    return false;
}

bool ent_view_excluded(const struct ent_view *view, int32_t first, int32_t other)
{
    for (int32_t w = first + 1; w < other; w++)
        if (ent_view_is(view, w, "non") ||
            (ent_view_is(view, w, "pas") && view->nodes[w - 1].upos == ENT_CCONJ))
            return true;
    return false;
}

bool ent_view_hang(struct ent_view *view, int32_t w, int32_t head, enum ent_deprel rel)
{
    if (ent_view_below(view, head, w))
        return false;
    ent_view_put(view, w, head, rel);
    ent_view_link(view);
    return true;
}

int32_t ent_view_finite(const struct ent_view *view, int32_t w)
{
    if (!ent_view_verb(view, w))
        return 0;
    if (ent_view_has(view, w, ENT_FIN) || view->nodes[w].finite)
        return w;
    for (int32_t c = view->nodes[w].child; c; c = view->nodes[c].next)
        if (view->nodes[c].rel == ENT_REL_AUX && ent_view_has(view, c, ENT_FIN))
            return c;
    return 0;
}

/* Does the word hang on the verb, or on a word between? "ont eux aussi appelé" */
static bool in_cluster(const struct ent_view *view, int32_t w, int32_t verb)
{
    int32_t head = view->nodes[w].head;
    return head == verb ||
           (head < verb && head > w - 3 && view->nodes[head].head == verb);
}

int32_t ent_view_cluster(const struct ent_view *view, int32_t verb)
{
    int32_t w = verb;
    while (w > 1 && in_cluster(view, w - 1, verb)
           && (view->nodes[w - 1].upos == ENT_AUX || view->nodes[w - 1].upos == ENT_ADV
               || (view->nodes[w - 1].upos == ENT_PRON
                   && !ent_view_has(view, w - 1, ENT_REL_PRON))))
        w--;
    return w;
}

int32_t ent_view_phrase_at(const struct ent_view *view, int32_t w)
{
    for (int32_t k = w; k <= view->count && k <= w + 3; k++) {
        if (ent_view_nominal(view, k) && view->nodes[k].upos != ENT_PRON)
            return k;
        if (view->nodes[k].upos != ENT_DET && view->nodes[k].upos != ENT_ADJ)
            return 0;
    }
    return 0;
}

/* The verb that the noun phrase around `noun` follows at once. */
static int32_t verb_before(const struct ent_view *view, int32_t noun)
{
    for (int32_t w = noun - 1; w > 0 && noun - w <= 4; w--) {
        enum ent_upos upos = (enum ent_upos)view->nodes[w].upos;
        if (upos == ENT_VERB && view->nodes[w].rel != ENT_REL_AMOD)
            return w;
        if (upos == ENT_PUNCT || upos == ENT_NOUN || upos == ENT_PROPN ||
            upos == ENT_CCONJ)
            return 0;
    }
    return 0;
}

/* Nothing hangs on punctuation. Where a noun phrase does ("asylum to the deposed Assad",
 * its words on the full stop), its first noun takes the place. */
void ent_view_lift_from_punctuation(struct ent_view *view)
{
    for (int32_t p = 1; p <= view->count; p++) {
        int32_t noun = 0;
        bool introduced = false;
        if (view->nodes[p].upos != ENT_PUNCT || p == view->root)
            continue;
        for (int32_t w = 1; w < p; w++) {
            if (view->nodes[w].head != p)
                continue;
            introduced |= view->nodes[w].rel == ENT_REL_CASE;
            if (!noun &&
                (view->nodes[w].rel == ENT_REL_COMPOUND ||
                 view->nodes[w].rel == ENT_REL_FLAT) &&
                ent_view_nominal(view, w))
                noun = w;
        }
        for (int32_t w = 1; w < p; w++) /* "denied accusing." */
            if (view->nodes[w].head == p && view->nodes[w].upos == ENT_VERB &&
                view->root && view->root < w && view->nodes[w].rel == ENT_REL_ACL &&
                view->nodes[view->root].upos == ENT_VERB)
                view->nodes[w].rel = ENT_REL_XCOMP;
        for (int32_t w = 1; w <= view->count; w++)
            if (view->nodes[w].head == p)
                view->nodes[w].head =
                    noun && w != noun && w < p && view->nodes[p].head != w ? noun
                                                                           : view->root;
        if (noun) {
            int32_t verb = verb_before(view, noun);
            view->nodes[noun].head = verb ? verb
                                     : view->nodes[p].head && view->nodes[p].head != noun
                                         ? view->nodes[p].head
                                         : view->root;
            view->nodes[noun].rel = introduced ? ENT_REL_OBL
                                    : verb     ? ENT_REL_OBJ
                                               : ENT_REL_DEP;
        }
    }
}
