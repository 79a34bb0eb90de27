/* repair_clause.c: mend clauses that the parser nested the wrong way round: an inserted
 * verb of speech or a relative clause taken for the main clause, a verb read as a
 * noun. */
#include "relation/repair.h"

static bool comma_within(const struct ent_view *view, int32_t from, int32_t to)
{
    for (int32_t w = from; w <= to; w++)
        if (ent_view_is(view, w, ","))
            return true;
    return false;
}

/* The clause that the parser hung on `verb` though it goes on with the sentence: behind a
 * comma, with a finite verb that lacks a subject before it. */
static int32_t main_clause(const struct ent_view *view, int32_t verb, int32_t from)
{
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next) {
        enum ent_deprel rel = (enum ent_deprel)view->nodes[c].rel;
        int32_t subject = ent_view_child(view, c, ENT_REL_NSUBJ);
        bool clause = rel == ENT_REL_PARATAXIS || rel == ENT_REL_ADVCL
                      || rel == ENT_REL_CCOMP || rel == ENT_REL_CONJ;
        if (c > from && clause && ent_view_finite(view, c) && !(subject && subject < c) &&
            !ent_view_child(view, c, ENT_REL_MARK) &&
            !ent_view_child(view, c, ENT_REL_CC) && comma_within(view, from + 1, c - 1))
            return c;
    }
    return 0;
}

/* `main` takes the place of `verb` and gets `subject`; what stands behind it follows
 * it. */
static void promote(struct ent_view *view, int32_t verb, int32_t main, int32_t subject)
{
    int32_t behind = ent_view_child(view, main, ENT_REL_NSUBJ);
    if (behind && !ent_view_child(view, main, ENT_REL_OBJ))
        view->nodes[behind].rel = ENT_REL_OBJ;
    ent_view_take_place(view, main, verb);
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next)
        if (c > main)
            view->nodes[c].head = main;
    ent_view_put(view, subject, main, ENT_REL_NSUBJ);
}

/* Does the verb introduce what somebody says or finds out? */
static bool reports(const struct ent_view *view, int32_t verb)
{
    enum ent_effect effect = ent_view_effect(view, view->nodes[verb].verb, ENT_OP_VERB);
    return ent_view_in(view, view->nodes[verb].verb, ENT_LIST_SPEECH)
           || effect == ENT_EFFECT_ALLEGED || effect == ENT_EFFECT_FACTIVE;
}

/* "Le Tchad, accuse Khartoum, arme ...": between commas stands who says it; what was
 * taken for the speaker is the subject of the rest. */
static bool repair_inserted(struct ent_view *view, int32_t verb)
{
    int32_t start = verb, speaker = 0, topic = 0;
    if (!ent_view_finite(view, verb) || !reports(view, verb))
        return false;
    while (start > 1 && view->nodes[start - 1].upos == ENT_AUX
           && view->nodes[start - 1].head == verb)
        start--;
    if (start < 3 || !ent_view_is(view, start - 1, ","))
        return false;
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next) {
        enum ent_deprel rel = (enum ent_deprel)view->nodes[c].rel;
        if (c < start && rel == ENT_REL_NSUBJ)
            topic = c;
        if (c > verb && !speaker && (rel == ENT_REL_OBJ || rel == ENT_REL_NSUBJ)
            && view->nodes[c].mention)
            speaker = c;
    }
    int32_t main = topic && speaker && !comma_within(view, verb, speaker)
                       ? main_clause(view, verb, speaker) : 0;
    if (!main)
        return false;
    promote(view, verb, main, topic);
    ent_view_put(view, verb, main, ENT_REL_PARATAXIS);
    view->nodes[speaker].rel = ENT_REL_NSUBJ;
    return true;
}

/* "La Tchéquie, dont la Russie a expulsé des diplomates, n'a pas ...": a verb with a
 * subject on either side of a relative pronoun is that of the relative clause. */
static bool repair_relative(struct ent_view *view, int32_t pronoun)
{
    int32_t verb = 0, inner = 0, outer = 0;
    for (int32_t w = pronoun - 1; w > 0 && !outer; w--)
        if (view->nodes[w].rel == ENT_REL_NSUBJ && view->nodes[w].head > pronoun
            && view->nodes[view->nodes[w].head].upos == ENT_VERB)
            outer = w;
    if (!outer)
        return false;
    verb = view->nodes[outer].head;
    for (int32_t c = view->nodes[verb].child; c && c < verb; c = view->nodes[c].next)
        if (c >= pronoun && view->nodes[c].rel == ENT_REL_NSUBJ)
            inner = c;
    /* "dont l'agence travaille": what a thing does, its owner does; leave it the
     * subject. */
    bool owned = inner && view->nodes[inner].upos == ENT_NOUN
                 && view->nodes[pronoun].head == inner;
    int32_t main = inner && !owned ? main_clause(view, verb, verb) : 0;
    if (!main)
        return false;
    promote(view, verb, main, outer);
    ent_view_put(view, verb, outer, ENT_REL_ACL);
    if (view->nodes[pronoun].head != verb && view->nodes[pronoun].prep == ENT_WORD_NONE
        && pronoun != inner) {
        ent_view_put(view, pronoun, verb, ENT_REL_OBL);
    }
    return true;
}

/* "les Canadiens que Pékin avait arrêtés": a participle that agrees shows that "que" is
 * the object and no conjunction. */
static void repair_que(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t verb = node->head;
    if (node->upos != ENT_SCONJ || !ent_str_is(ent_view_word(view, w)->lemma, "que")
        || verb < w || view->nodes[verb].rel != ENT_REL_ACL || !view->nodes[verb].head)
        return;
    if (node->rel == ENT_REL_OBJ) { /* the parser saw it, the tagger did not */
        node->upos = ENT_PRON;
        return;
    }
    bool agrees =
        ent_view_has(view, verb, ENT_PART_FORM) &&
        (ent_view_has(view, verb, ENT_PLUR) || ent_view_has(view, verb, ENT_FEM)) &&
        !ent_view_child(view, verb, ENT_REL_OBJ);
    if (!agrees || !ent_view_child(view, verb, ENT_REL_NSUBJ))
        return;
    node->upos = ENT_PRON;
    node->rel = ENT_REL_OBJ;
}

/* "Seul pays à n'avoir pas rompu avec A, B ...": what stands before the preposition of an
 * infinitive is no subject of it; that is the subject of the clause. */
static void repair_infinitive(struct ent_view *view, int32_t verb)
{
    int32_t subject = ent_view_child(view, verb, ENT_REL_NSUBJ);
    if (!subject)
        return;
    int32_t mark = verb - 1; /* it may hang on the auxiliary */
    while (mark > subject && (view->nodes[mark].rel != ENT_REL_MARK
                              || view->nodes[mark].upos != ENT_ADP))
        mark--;
    if (mark > subject && view->nodes[verb].rel == ENT_REL_ADVCL
        && view->nodes[subject].upos == ENT_NOUN
        && !ent_view_child(view, subject, ENT_REL_DET) && !ent_view_finite(view, verb))
        view->nodes[subject].rel = ENT_REL_DISLOCATED;
}

/* "arme les milices et menace de bloquer": a bare noun behind "et" that governs an
 * infinitive is a verb, coordinated with the one before. */
static bool repair_coordinated(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    if (w < 3 || w + 2 > view->count || node->upos != ENT_NOUN
        || node->as_verb == ENT_WORD_NONE || view->nodes[w - 1].upos != ENT_CCONJ
        || !ent_view_has(view, w + 2, ENT_INF)
        || view->nodes[w + 1].lemma != view->language->de)
        return false;
    int32_t verb = w - 1;
    while (verb && !ent_view_finite(view, verb))
        verb--;
    if (!verb)
        return false;
    node->upos = ENT_VERB;
    node->verb = node->as_verb;
    node->finite = true;
    node->head = verb;
    node->rel = ENT_REL_CONJ;
    node->prep = ENT_WORD_NONE;
    view->nodes[w - 1].head = w;
    ent_view_put(view, w + 2, w, ENT_REL_XCOMP);
    return true;
}

void ent_view_repair_clauses(struct ent_view *view)
{
    for (int32_t w = 1; w <= view->count; w++) {
        repair_que(view, w);
        if (view->french)
            repair_infinitive(view, w);
        if (repair_inserted(view, w) ||
            (view->nodes[w].upos == ENT_PRON && ent_view_relative(view, w) &&
             repair_relative(view, w)) ||
            (view->french && repair_coordinated(view, w)))
            ent_view_link(view);
    }
}
