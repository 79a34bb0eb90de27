/* voice.c: active, passive, reflexive; and the clause a word belongs to. */
#include "relation/clause.h"

int32_t ent_voice_reflexive(const struct ent_view *view, int32_t verb)
{
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next) {
        enum ent_deprel rel = (enum ent_deprel)view->nodes[c].rel;
        if (rel != ENT_REL_EXPL && rel != ENT_REL_OBJ && rel != ENT_REL_IOBJ)
            continue;
        struct ent_str lemma = ent_view_word(view, c)->lemma;
        struct ent_str form = ent_view_word(view, c)->form;
        if (ent_str_is(lemma, "se") || ent_str_is(form, "se") || ent_str_is(form, "s'")
            || ent_str_is(form, "s’") || ent_str_is(form, "Se") || ent_str_is(form, "S'"))
            return c;
    }
    return 0;
}

static bool is_have(const struct ent_view *view, int32_t w)
{
    struct ent_str lemma = ent_view_word(view, w)->lemma;
    return ent_str_is(lemma, view->french ? "avoir" : "have");
}

/* Does a verb without an auxiliary share that of the verb it is coordinated with? */
static int32_t shared_with(const struct ent_view *view, int32_t verb)
{
    const struct ent_node *node = &view->nodes[verb];
    if (node->rel != ENT_REL_CONJ || ent_view_child(view, verb, ENT_REL_NSUBJ))
        return 0;
    return view->nodes[node->head].upos == ENT_VERB ? node->head : 0;
}

static bool is_participle(const struct ent_view *view, int32_t verb)
{
    const struct ent_node *node = &view->nodes[verb];
    if (node->upos == ENT_ADJ || node->upos == ENT_NOUN)
        return node->verb != ENT_WORD_NONE;
    return ent_view_has(view, verb, ENT_PART_FORM)
           && !ent_view_has(view, verb, ENT_PRES) && !ent_view_has(view, verb, ENT_GER);
}

bool ent_voice_passive(const struct ent_view *view, int32_t verb)
{
    bool be = false, have = false, any = false, subject = false;
    if (view->french
        && (ent_view_in(view, view->nodes[verb].verb, ENT_LIST_UNACCUSATIVE)
            || ent_view_in(view, view->nodes[verb].lemma, ENT_LIST_UNACCUSATIVE)))
        return false; /* "est entré" */
    if (ent_voice_reflexive(view, verb) || view->nodes[verb].finite)
        return false;
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next) {
        enum ent_deprel rel = (enum ent_deprel)view->nodes[c].rel;
        struct ent_str subtype = ent_word_subtype(ent_view_word(view, c));
        if (rel == ENT_REL_AUX || rel == ENT_REL_COP) {
            any = true;
            if (ent_str_is(subtype, "pass"))
                return true;
            have |= is_have(view, c);
            be |= ent_str_is(ent_view_word(view, c)->lemma, view->french ? "être" : "be");
        } else if ((rel == ENT_REL_NSUBJ && ent_str_is(subtype, "pass"))
                   || (rel == ENT_REL_OBL && ent_str_is(subtype, "agent"))) {
            return true;
        } else if (rel == ENT_REL_NSUBJ) {
            subject = true;
        }
    }
    if (!is_participle(view, verb))
        return false;
    /* "Russian spies hacked into": a past tense that the tagger took for a participle. */
    if (!view->french && !be && !have && subject)
        return false;
    if (be || have)
        return be && !(have && view->french);
    int32_t first = any ? 0 : shared_with(view, verb);
    return first ? ent_voice_passive(view, first) : !any;
}

int32_t ent_governing_verb(const struct ent_view *view, int32_t w)
{
    int32_t limit = 12;
    for (w = view->nodes[w].head; w && limit--; w = view->nodes[w].head)
        if (view->nodes[w].upos == ENT_VERB || view->nodes[w].upos == ENT_AUX
            || ent_view_child(view, w, ENT_REL_COP))
            return w;
    return 0;
}

int32_t ent_antecedent(const struct ent_view *view, int32_t w)
{
    bool pronoun = view->nodes[w].upos == ENT_PRON;
    if (!ent_view_has(view, w, ENT_REL_PRON) && !(pronoun && ent_view_relative(view, w)))
        return w;
    int32_t limit = 6;
    for (int32_t h = w; h && limit--; h = view->nodes[h].head)
        if (view->nodes[h].rel == ENT_REL_ACL && view->nodes[h].head &&
            view->nodes[h].head < w && view->nodes[view->nodes[h].head].upos != ENT_VERB)
            return view->nodes[h].head;
    /* Not hung on a noun: what stands before the pronoun. */
    struct ent_str form = ent_view_word(view, w)->form;
    int32_t before = ent_str_is(form, "où") || ent_view_has(view, w, ENT_INT_PRON)
                         ? 0 : ent_surface_antecedent(view, w);
    return before ? before : w;
}
