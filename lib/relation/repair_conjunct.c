/* repair_conjunct.c: no finite verb without subject is coordinated with a noun. "The
 * ministry scoffed at the claims and pointed at Rome", "mocked his rival, Ann Lee, and
 * accused Oslo": the verb before it is the one that the noun hangs on, or a past tense
 * taken for a participle of the noun. */
#include "relation/repair.h"

static bool has_subject(const struct ent_view *view, int32_t w)
{
    return ent_view_child(view, w, ENT_REL_NSUBJ) ||
           ent_view_child(view, w, ENT_REL_CSUBJ) ||
           ent_view_child(view, w, ENT_REL_EXPL);
}

static bool is_finite(const struct ent_view *view, int32_t w)
{
    return ent_view_finite(view, w) && !ent_view_has(view, w, ENT_INF);
}

/* A participle right of the noun that has no auxiliary and no agent. */
static int32_t hidden_past(const struct ent_view *view, int32_t noun, int32_t before)
{
    for (int32_t c = view->nodes[noun].child; c; c = view->nodes[c].next) {
        if (c < noun || c > before || view->nodes[c].rel != ENT_REL_ACL ||
            !ent_view_verb(view, c) || !ent_view_has(view, c, ENT_PART_FORM | ENT_PAST) ||
            ent_view_child(view, c, ENT_REL_AUX) || has_subject(view, c) ||
            ent_str_is(ent_view_word(view, c + 1)->form, "by"))
            continue;
        return c;
    }
    return 0;
}

/* The finite verb with a subject that the noun stands behind. */
static int32_t verb_above(const struct ent_view *view, int32_t noun, bool comma)
{
    int32_t w = view->nodes[noun].head;
    for (int limit = 12; w && limit; limit--, w = view->nodes[w].head)
        if (w < noun && is_finite(view, w) && has_subject(view, w) &&
            !(comma && view->nodes[w].rel == ENT_REL_ACL))
            return w;
    return 0;
}

static void mend(struct ent_view *view, int32_t verb)
{
    int32_t noun = view->nodes[verb].head, cc = ent_view_child(view, verb, ENT_REL_CC);
    if (view->nodes[verb].rel != ENT_REL_CONJ || !is_finite(view, verb) ||
        has_subject(view, verb) || noun >= verb || !cc || cc > verb || cc < 2 ||
        (view->nodes[noun].upos != ENT_NOUN && view->nodes[noun].upos != ENT_PROPN &&
         view->nodes[noun].upos != ENT_SYM) ||
        ent_view_child(view, noun, ENT_REL_COP) || has_subject(view, noun))
        return;
    bool comma = ent_str_is(ent_view_word(view, cc - 1)->form, ",");
    int32_t past =
        !view->french && !view->nodes[noun].head ? hidden_past(view, noun, cc) : 0;
    int32_t above = past ? past : verb_above(view, noun, comma);
    if (!above)
        return;
    if (past) {
        ent_view_take_place(view, past, noun);
        view->nodes[past].finite = true;
        ent_view_put(view, noun, past, ENT_REL_NSUBJ);
        for (int32_t c = past + 1; c <= view->count; c++)
            if (view->nodes[c].head == noun)
                view->nodes[c].head = past;
    }
    view->nodes[verb].head = above;
    ent_view_link(view);
}

void ent_view_repair_conjuncts(struct ent_view *view)
{
    for (int32_t w = 2; w <= view->count; w++)
        mend(view, w);
}
