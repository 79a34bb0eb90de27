/* repair_news.c: English clauses as news agencies write them, which the parser joins to
 * the wrong word: verdicts in quotation marks, second verbs of speech, "accused B of
 * doing and of having done", nouns behind a genitive read as verbs, bare numbers before a
 * verb. */
#include "relation/repair.h"

/* A verb that tells of the past without auxiliary: neither infinitive, gerund nor
 * participle of the present. Past participles count, as taggers take plain pasts for
 * them. */
static bool is_plain_past(const struct ent_view *view, int32_t verb)
{
    return ent_view_verb(view, verb) && !ent_view_child(view, verb, ENT_REL_AUX) &&
           !ent_view_has(view, verb, ENT_INF) && !ent_view_has(view, verb, ENT_GER) &&
           !ent_view_has(view, verb, ENT_PART_FORM | ENT_PRES);
}

/* The first word of the short phrase that ends at w, quotation marks and all. */
static int32_t phrase_start(const struct ent_view *view, int32_t w)
{
    int32_t first = w;
    while (first > 1 &&
           (view->nodes[first - 1].head == w || ent_view_quote_mark(view, first - 1)) &&
           !ent_view_is(view, first - 1, ",") && view->nodes[first - 1].upos != ENT_ADP)
        first--;
    return first;
}

/* "called the Council's delay "shameful"", "called his rival, Ehud Olmert, a thief": the
 * verdict hung on a noun of the object. */
static void mend_verdict(struct ent_view *view, int32_t verb)
{
    int32_t object =
        ent_view_verb(view, verb) ? ent_view_child(view, verb, ENT_REL_OBJ) : 0;
    if (object < verb || !ent_view_in(view, view->nodes[verb].verb, ENT_LIST_NAMING) ||
        ent_view_child(view, verb, ENT_REL_XCOMP))
        return;
    int commas = 0;
    for (int32_t w = object + 1; w <= view->count && !ent_view_verb(view, w - 1); w++) {
        const struct ent_node *node = &view->nodes[w];
        int32_t first = phrase_start(view, w);
        bool noun = node->upos == ENT_NOUN && !node->mention;
        bool quoted =
            ent_view_quote_mark(view, first) || ent_view_quote_mark(view, w - 1);
        bool article = view->nodes[first].upos == ENT_DET &&
                       ent_view_has(view, first, ENT_INDEF);
        commas += ent_view_is(view, w, ",");
        if ((!noun && node->upos != ENT_ADJ) || first <= object ||
            !(quoted || (noun && article)) || node->prep != ENT_WORD_NONE ||
            (ent_view_is(view, first - 1, ",") && commas % 2) || node->head >= w ||
            !(node->rel == ENT_REL_APPOS || node->rel == ENT_REL_AMOD ||
              node->rel == ENT_REL_DEP || node->rel == ENT_REL_PARATAXIS))
            continue;
        ent_view_hang(view, w, verb, ENT_REL_XCOMP);
        return;
    }
}

/* Does the verb tell what somebody says to or of another? */
static bool speaks(const struct ent_view *view, int32_t verb)
{
    uint32_t word = view->nodes[verb].verb;
    return ent_view_in(view, word, ENT_LIST_SPEECH) ||
           ent_view_in(view, word, ENT_LIST_CONTENT) ||
           ent_view_in(view, word, ENT_LIST_MOVING);
}

/* The verb of speech over the clause of `verb`, with a subject before it; 0 if none. */
static int32_t saying_verb(const struct ent_view *view, int32_t verb)
{
    for (int limit = 8; verb && limit; limit--) {
        int32_t above = view->nodes[verb].head;
        if (view->nodes[verb].rel == ENT_REL_CCOMP && above && above < verb &&
            ent_view_verb(view, above) && speaks(view, above) &&
            ent_view_child(view, above, ENT_REL_NSUBJ) &&
            ent_view_child(view, above, ENT_REL_NSUBJ) < above)
            return above;
        verb = above;
    }
    return 0;
}

/* "Rome said two soldiers were killed and blamed Oslo": a second verb of speech in the
 * past is the speaker's, where what is said has an auxiliary or is no verb. */
static void mend_said_and(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t first = node->head;
    if (node->rel != ENT_REL_CONJ || first <= 0 || first > w || !is_plain_past(view, w) ||
        !speaks(view, w) || ent_view_child(view, w, ENT_REL_NSUBJ) ||
        (ent_view_verb(view, first) && !ent_view_child(view, first, ENT_REL_AUX) &&
         !ent_voice_passive(view, first)))
        return;
    int32_t verb = first;
    while (verb && !ent_view_verb(view, verb))
        verb = view->nodes[verb].head;
    int32_t above = verb ? saying_verb(view, verb) : 0;
    if (!above)
        above = ent_view_verb(view, first) ? 0 : verb;
    if (above && ent_view_child(view, above, ENT_REL_NSUBJ))
        ent_view_hang(view, w, above, ENT_REL_CONJ);
}

/* "accused B of ramming a boat ... and of holding its crew": what is said goes on. */
static void mend_content(struct ent_view *view, int32_t w)
{
    int32_t mark = ent_view_child(view, w, ENT_REL_MARK);
    if (!ent_view_verb(view, w) || !mark || mark > w || !ent_view_is(view, mark, "of") ||
        mark < 4 || !ent_view_has(view, w, ENT_GER) ||
        view->nodes[mark - 1].upos != ENT_CCONJ)
        return;
    for (int32_t g = mark - 1; g > 1; g--) {
        int32_t verb = view->nodes[g].head;
        int32_t other =
            ent_view_verb(view, g) ? ent_view_child(view, g, ENT_REL_MARK) : 0;
        if (!other || other > g || !ent_view_is(view, other, "of") || verb <= 0 ||
            verb > g || !ent_view_in(view, view->nodes[verb].verb, ENT_LIST_CONTENT))
            continue;
        ent_view_hang(view, w, verb, (enum ent_deprel)view->nodes[g].rel);
        return;
    }
}

/* "Berlin's offer/VERB": what follows a genitive is a noun. */
static void mend_owned(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t owner = ent_view_verb(view, w) ? ent_view_child(view, w, ENT_REL_NSUBJ) : 0;
    if (!owner || owner != w - 2 || !ent_view_is(view, w - 1, "'s") ||
        view->nodes[w - 1].head != owner || !ent_view_word(view, w)->lemma.size)
        return;
    node->upos = ENT_NOUN;
    node->verb = ENT_WORD_NONE;
    view->nodes[owner].rel = ENT_REL_NMOD;
    if (node->head && node->head < owner && ent_view_verb(view, node->head))
        node->rel = ENT_REL_OBJ;
    for (int32_t c = node->child; c; c = view->nodes[c].next)
        if (c > w && view->nodes[c].rel == ENT_REL_OBJ &&
            ent_view_verb(view, node->head)) {
            ent_view_put(view, c, node->head, ENT_REL_XCOMP);
        }
    ent_view_link(view);
}

/* "The two have since held exercises": a bare number before the verb is its subject. */
static void mend_number(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t verb = w + 1;
    while (verb <= view->count && (view->nodes[verb].upos == ENT_AUX ||
                                   view->nodes[verb].upos == ENT_ADV ||
                                   view->nodes[verb].upos == ENT_SCONJ))
        verb++;
    if (node->upos != ENT_NUM || !node->mention || node->rel != ENT_REL_NUMMOD ||
        node->head <= verb || !ent_view_verb(view, verb) || verb == w + 1 ||
        ent_view_child(view, verb, ENT_REL_NSUBJ))
        return;
    ent_view_hang(view, w, verb, ENT_REL_NSUBJ);
}

void ent_view_repair_news(struct ent_view *view)
{
    for (int32_t w = 2; w <= view->count; w++) {
        mend_owned(view, w);
        mend_number(view, w);
    }
    for (int32_t w = 2; w <= view->count; w++) {
        mend_verdict(view, w);
        mend_said_and(view, w);
        mend_content(view, w);
    }
}
