/* repair_hidden.c: English sentences whose main verb the parser hides: a past tense that
 * it takes for a participle of the subject or of the object, a nationality before the
 * verb, the infinitive of a plan, a number in words before the object. */
#include "relation/repair.h"

/* Nothing but adjectives and nouns of one phrase between a and b? */
static bool adjacent(const struct ent_view *view, int32_t a, int32_t b)
{
    for (int32_t w = a + 1; w < b; w++) {
        enum ent_upos upos = (enum ent_upos)view->nodes[w].upos;
        if (upos != ENT_DET && upos != ENT_ADJ && upos != ENT_NOUN && upos != ENT_PROPN &&
            upos != ENT_NUM && upos != ENT_PART)
            return false;
    }
    return true;
}

/* "Kinshasa, which ..., severed relations": a past tense read as a participle before the
 * noun. Its auxiliary, or a comma or finished phrase before it, gives it away. */
static bool is_hidden_verb(const struct ent_view *view, int32_t w)
{
    const struct ent_node *node = &view->nodes[w];
    int32_t noun = node->head;
    if (node->upos != ENT_VERB || node->rel != ENT_REL_AMOD || noun <= w || w < 2 ||
        !adjacent(view, w, noun))
        return false;
    for (int32_t c = view->nodes[noun].child; c && c < w; c = view->nodes[c].next)
        if (view->nodes[c].rel == ENT_REL_DET || view->nodes[c].rel == ENT_REL_CASE)
            return false;
    if (view->nodes[w - 1].upos == ENT_AUX)
        return true;
    int32_t own = ent_view_child(view, w, ENT_REL_NSUBJ);
    if (own && own < w)
        return true;
    if (ent_view_child(view, noun, ENT_REL_NSUBJ) &&
        ent_view_child(view, noun, ENT_REL_NSUBJ) < w &&
        !ent_view_child(view, noun, ENT_REL_COP))
        return true;
    return ent_str_is(ent_view_word(view, w - 1)->form, ",") &&
           view->nodes[noun].upos == ENT_PROPN;
}

/* The verb takes the noun's place and the noun becomes its object. */
static void raise_verb(struct ent_view *view, int32_t verb)
{
    int32_t noun = view->nodes[verb].head;
    view->nodes[verb].head = view->nodes[noun].head;
    view->nodes[verb].rel =
        view->nodes[noun].rel == ENT_REL_CONJ || view->nodes[noun].rel == ENT_REL_OBJ
            ? ENT_REL_PARATAXIS
            : view->nodes[noun].rel;
    view->nodes[verb].finite = true;
    if (view->root == noun)
        view->root = verb;
    for (int32_t c = view->nodes[noun].child; c; c = view->nodes[c].next)
        if (c < verb && c != verb &&
            (view->nodes[c].rel == ENT_REL_NSUBJ || view->nodes[c].rel == ENT_REL_AUX ||
             view->nodes[c].rel == ENT_REL_ADVMOD || view->nodes[c].rel == ENT_REL_OBL ||
             view->nodes[c].rel == ENT_REL_MARK))
            view->nodes[c].head = verb;
    ent_view_put(view, noun, verb, ENT_REL_OBJ);
}

static void mend_before_object(struct ent_view *view)
{
    for (int32_t w = 2; w <= view->count; w++) {
        if (!is_hidden_verb(view, w))
            continue;
        raise_verb(view, w);
        ent_view_link(view);
    }
}

/* Does an object, and no complement or name that a passive would have, begin at w? */
static bool begins_object(const struct ent_view *view, int32_t w)
{
    if (w > view->count)
        return false;
    switch ((enum ent_upos)view->nodes[w].upos) {
    case ENT_DET:
    case ENT_NUM:
        return true;
    case ENT_ADJ:
    case ENT_NOUN:
    case ENT_PROPN:
        return !ent_view_is_time(view, w);
    default:
        return false;
    }
}

/* "called off a strike", "took in refugees" */
static bool is_particle(const struct ent_view *view, int32_t w)
{
    return w < view->count &&
           (ent_view_is(view, w, "off") || ent_view_is(view, w, "up") ||
            ent_view_is(view, w, "out") || ent_view_is(view, w, "down") ||
            ent_view_is(view, w, "over")) &&
           (view->nodes[w + 1].upos == ENT_DET || view->nodes[w + 1].upos == ENT_NUM);
}

/* "named", "elected" and verbs with two objects have an object in the passive too. */
static bool keeps_object(const struct ent_view *view, int32_t verb)
{
    return ent_view_in(view, view->nodes[verb].verb, ENT_LIST_NAMING | ENT_LIST_GIVING);
}

/* "Militias violated a truce in Aden": a sentence of a noun with a participle that has an
 * object. */
static void mend_active(struct ent_view *view)
{
    int32_t subject = view->root, verb = 0;
    if (subject < 1 || !ent_view_nominal(view, subject) || !ent_view_verbless(view) ||
        view->nodes[subject].prep != ENT_WORD_NONE)
        return;
    for (int32_t c = view->nodes[subject].child; c && !verb; c = view->nodes[c].next)
        if (c > subject && view->nodes[c].rel == ENT_REL_ACL &&
            view->nodes[c].upos == ENT_VERB && ent_view_has(view, c, ENT_PART_FORM) &&
            ent_view_has(view, c, ENT_PAST) && !ent_view_child(view, c, ENT_REL_MARK))
            verb = c;
    if (!verb || keeps_object(view, verb) ||
        (!begins_object(view, verb + 1) && !is_particle(view, verb + 1)) ||
        ent_view_is(view, verb - 1, ","))
        return;
    view->nodes[verb].finite = true;
    ent_view_take_place(view, verb, subject);
    for (int32_t c = view->nodes[subject].child; c; c = view->nodes[c].next)
        if (c > verb)
            view->nodes[c].head = verb;
    ent_view_put(view, subject, verb, ENT_REL_NSUBJ);
    for (int32_t w = verb + 1; w <= view->count; w++)
        if (view->nodes[w].head == verb && ent_view_nominal(view, w) &&
            view->nodes[w].prep == ENT_WORD_NONE && view->nodes[w].rel == ENT_REL_NMOD)
            view->nodes[w].rel = ENT_REL_OBJ;
    ent_view_link(view);
}

/* "Prison guards tortured/VERB inmates": a noun has no object; a past tense right before
 * the object, taken for its participle, is the verb of both. */
static void mend_object_of_noun(struct ent_view *view, int32_t object)
{
    int32_t subject = view->nodes[object].head, verb = 0;
    if (view->nodes[object].rel != ENT_REL_OBJ || !subject || subject >= object ||
        (view->nodes[subject].upos != ENT_NOUN &&
         view->nodes[subject].upos != ENT_PROPN &&
         view->nodes[subject].upos != ENT_AUX) ||
        view->nodes[subject].prep != ENT_WORD_NONE)
        return;
    for (int32_t c = view->nodes[object].child; c && c < object; c = view->nodes[c].next)
        if (c > subject && view->nodes[c].rel == ENT_REL_AMOD &&
            view->nodes[c].upos == ENT_VERB && ent_view_has(view, c, ENT_PAST))
            verb = c;
    if (verb != subject + 1)
        return;
    view->nodes[verb].finite = true;
    if (view->nodes[subject].upos == ENT_AUX)
        view->nodes[subject].upos = ENT_NOUN;
    ent_view_take_place(view, verb, subject);
    for (int32_t c = view->nodes[subject].child; c; c = view->nodes[c].next)
        if (c > subject)
            view->nodes[c].head = verb;
    ent_view_put(view, subject, verb, ENT_REL_NSUBJ);
    view->nodes[object].head = verb;
    ent_view_link(view);
}

/* "The Dutch government plans/NOUN to return": a noun of intent with an infinitive, in a
 * sentence without verb, behind who intends it. */
static void mend_plans(struct ent_view *view)
{
    int32_t w = view->root, subject = 0;
    if (w < 2 || w + 2 > view->count || view->nodes[w].upos != ENT_NOUN ||
        !ent_view_is(view, w + 1, "to") || !ent_view_verbless(view))
        return;
    bool known =
        ent_str_ends(ent_view_word(view, w)->form, ENT_STR("s")) &&
        ent_view_effect(view, view->nodes[w].lemma, ENT_OP_VERB) == ENT_EFFECT_PLANNED;
    for (int32_t c = view->nodes[w].child; c; c = view->nodes[c].next) {
        if (c == w - 1 && view->nodes[c].rel == ENT_REL_COMPOUND)
            subject = c;
        if (c > w && view->nodes[c].rel == ENT_REL_ACL &&
            ent_view_has(view, c, ENT_INF) && known && subject)
            view->nodes[c].rel = ENT_REL_XCOMP;
    }
    if (!known || !subject)
        return;
    view->nodes[w].upos = ENT_VERB;
    view->nodes[w].verb = view->nodes[w].lemma;
    view->nodes[w].finite = true;
    for (int32_t c = view->nodes[w].child; c && c < subject; c = view->nodes[c].next)
        view->nodes[c].head = subject;
    view->nodes[subject].rel = ENT_REL_NSUBJ;
    ent_view_link(view);
}

/* "A Palestinian/ADJ stabbed", "the British seized": with a determiner before the verb an
 * adjective of nationality is its subject. */
static void mend_national(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t verb = node->head;
    if (node->upos != ENT_ADJ || node->rel != ENT_REL_AMOD || verb <= w ||
        !node->mention || view->nodes[verb].upos != ENT_VERB ||
        ent_view_child(view, verb, ENT_REL_NSUBJ))
        return;
    for (int32_t v = w + 1; v < verb; v++)
        if (view->nodes[v].upos != ENT_AUX && view->nodes[v].upos != ENT_ADV)
            return;
    node->upos = ENT_NOUN;
    node->rel = ENT_REL_NSUBJ;
}

/* "expressed willingness to release B", "announced plans to travel": the infinitive is
 * what the noun of intent is about. */
static void mend_intent(struct ent_view *view, int32_t w)
{
    int32_t noun = w - 2;
    if (w < 3 || view->nodes[w].upos != ENT_VERB || !ent_view_has(view, w, ENT_INF) ||
        !ent_view_is(view, w - 1, "to") || view->nodes[noun].rel != ENT_REL_OBJ ||
        view->nodes[w].head != view->nodes[noun].head ||
        ent_view_effect(view, view->nodes[noun].lemma, ENT_OP_NOUN) == ENT_EFFECT_NONE)
        return;
    ent_view_put(view, w, noun, ENT_REL_ACL);
    ent_view_link(view);
}

/* "shelters more than a million refugees": the noun behind the number is the object. */
static void mend_more_than(struct ent_view *view, int32_t w)
{
    int32_t noun = 0;
    if ((!ent_view_is(view, w, "more") && !ent_view_is(view, w, "fewer") &&
         !ent_view_is(view, w, "less")) ||
        !ent_view_is(view, w + 1, "than"))
        return;
    for (int32_t c = view->nodes[w].child; c && !noun; c = view->nodes[c].next)
        if (c > w + 1 && c <= w + 6 && view->nodes[c].upos == ENT_NOUN &&
            ent_view_child(view, c, ENT_REL_NUMMOD))
            noun = c;
    if (!noun || view->nodes[noun].head != w)
        return;
    ent_view_take_place(view, noun, w);
    view->nodes[noun].prep = view->nodes[w].prep;
    ent_view_put(view, w, noun, ENT_REL_ADVMOD);
    ent_view_link(view);
}

void ent_view_repair_hidden(struct ent_view *view)
{
    mend_before_object(view);
    mend_active(view);
    mend_plans(view);
    for (int32_t w = 1; w <= view->count; w++) {
        mend_object_of_noun(view, w);
        mend_more_than(view, w);
        mend_national(view, w);
        mend_intent(view, w);
    }
}
