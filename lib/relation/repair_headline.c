/* repair_headline.c: English sentences whose main verb the parser hides: a past tense
 * that it takes for a participle of the subject, a nationality before the verb, the
 * infinitive of a plan, a number in words before the object. */
#include "relation/clause.h"

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
    static const char *const VERBS[] = {
        "name",     "elect", "appoint", "call",  "declare", "dub", "crown", "make",
        "consider", "deem",  "label",   "leave", "find",    "ask", "tell"};
    struct ent_str lemma = ent_view_word(view, verb)->lemma;
    for (size_t i = 0; i < sizeof VERBS / sizeof *VERBS; i++)
        if (ent_str_is(lemma, VERBS[i]))
            return true;
    return ent_view_in(view, view->nodes[verb].verb, ENT_LIST_GIVING);
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
    view->nodes[subject].head = verb;
    view->nodes[subject].rel = ENT_REL_NSUBJ;
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
    view->nodes[subject].head = verb;
    view->nodes[subject].rel = ENT_REL_NSUBJ;
    view->nodes[object].head = verb;
    ent_view_link(view);
}

/* "The Dutch government plans/NOUN to return": a noun of intent with an infinitive, in a
 * sentence without verb, behind who intends it. */
static void mend_plans(struct ent_view *view)
{
    static const char *const FORMS[] = {
        "plans", "vows",  "pledges", "promises", "hopes",     "offers", "attempts",
        "needs", "moves", "wants",   "seeks",    "threatens", "bids",   "aims"};
    int32_t w = view->root, subject = 0;
    bool known = false;
    if (w < 2 || w + 2 > view->count || view->nodes[w].upos != ENT_NOUN ||
        !ent_view_is(view, w + 1, "to") || !ent_view_verbless(view))
        return;
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++)
        known |= ent_view_is(view, w, FORMS[i]);
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
    view->nodes[w].head = noun;
    view->nodes[w].rel = ENT_REL_ACL;
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
    view->nodes[w].head = noun;
    view->nodes[w].rel = ENT_REL_ADVMOD;
    ent_view_link(view);
}

void ent_view_repair_hidden(struct ent_view *view)
{
    mend_active(view);
    mend_plans(view);
    for (int32_t w = 1; w <= view->count; w++) {
        mend_object_of_noun(view, w);
        mend_more_than(view, w);
        mend_national(view, w);
        mend_intent(view, w);
    }
}
