/* repair_fronted.c: French relative clauses that lose their pronoun, the noun they
 * describe or the clause around them: "A, qui avait suspendu B, et C, dont ..., ont
 * salué", "Sur le mont, où
 * ..., l'armée a repris ses tirs"; verbs joined to a noun. */
#include "relation/repair.h"

/* "qui avait déjà suspendu": "qui" without preposition is the subject of the verb behind
 * it. */
static void mend_pronoun(struct ent_view *view, int32_t w)
{
    int32_t verb = w + 1;
    if (!ent_view_is(view, w, "qui") || view->nodes[w].upos != ENT_PRON || w < 2 ||
        view->nodes[w].rel == ENT_REL_FIXED || ent_view_is(view, w - 1, "ce") ||
        view->nodes[w - 1].upos == ENT_ADP)
        return;
    while (verb <= view->count && verb <= w + 6 &&
           (view->nodes[verb].upos == ENT_AUX || view->nodes[verb].upos == ENT_ADV ||
            (view->nodes[verb].upos == ENT_PRON && !ent_view_is(view, verb, "qui"))))
        verb++;
    if (verb > view->count || !ent_view_finite(view, verb) ||
        view->nodes[w].head == verb || ent_view_child(view, verb, ENT_REL_NSUBJ) ||
        ent_view_child(view, verb, ENT_REL_COP))
        return;
    ent_view_hang(view, w, verb, ENT_REL_NSUBJ);
}

/* "A, qui ..., et C, dont ..., ont salué": a plural verb with one subject before a
 * relative clause, and another behind it. */
static void mend_second_subject(struct ent_view *view, int32_t verb)
{
    int32_t word = ent_view_finite(view, verb),
            first = ent_view_child(view, verb, ENT_REL_NSUBJ);
    if (!word || !first || first > verb || !ent_view_has(view, word, ENT_PLUR) ||
        view->nodes[first].upos == ENT_PRON || ent_view_has(view, first, ENT_PLUR) ||
        ent_view_child(view, first, ENT_REL_CONJ))
        return;
    for (int32_t w = first + 2; w < verb - 2; w++) {
        int32_t other = view->nodes[w].upos == ENT_CCONJ && ent_view_is(view, w - 1, ",")
                            ? ent_view_phrase_at(view, w + 1)
                            : 0;
        if (!other || other >= verb || view->nodes[other].prep != ENT_WORD_NONE)
            continue;
        if (ent_view_is(view, other + 1, ",") || view->nodes[other + 1].head == verb ||
            other + 1 == verb) {
            ent_view_hang(view, other, first, ENT_REL_CONJ);
            return;
        }
    }
}

/* The verb of the relative clause that describes the noun; 0 if it has none. */
static int32_t relative_of(const struct ent_view *view, int32_t noun)
{
    for (int32_t c = view->nodes[noun].child; c; c = view->nodes[c].next)
        if (c > noun && view->nodes[c].rel == ENT_REL_ACL && ent_view_finite(view, c))
            return c;
    return 0;
}

/* "Sur le mont Chaambi, où X a été tué, l'armée a repris ses tirs": what has a
 * preposition is no sentence; behind the relative clause comes the main verb with its own
 * subject. */
static void mend_fronted(struct ent_view *view)
{
    int32_t noun = view->root, relative = noun ? relative_of(view, noun) : 0;
    if (!relative || view->nodes[noun].prep == ENT_WORD_NONE ||
        !ent_view_nominal(view, noun) || ent_view_child(view, noun, ENT_REL_COP) ||
        ent_view_child(view, noun, ENT_REL_NSUBJ))
        return;
    for (int32_t verb = relative + 2; verb <= view->count; verb++) {
        int32_t subject = ent_view_child(view, verb, ENT_REL_NSUBJ);
        int32_t above = view->nodes[verb].head;
        if ((above != noun && above != relative) || !ent_view_finite(view, verb) ||
            !subject || subject < relative || subject > verb ||
            view->nodes[verb].rel == ENT_REL_ACL ||
            ent_view_child(view, verb, ENT_REL_MARK) ||
            ent_view_child(view, verb, ENT_REL_CC) ||
            ent_view_has(view, subject, ENT_REL_PRON))
            continue;
        ent_view_take_place(view, verb, noun);
        ent_view_put(view, noun, verb, ENT_REL_OBL);
        for (int32_t w = verb + 1; w <= view->count; w++)
            if (view->nodes[w].head == noun || view->nodes[w].head == relative)
                view->nodes[w].head = verb;
        ent_view_link(view);
        return;
    }
}

/* "et C, dont les crédits sont gelés": behind a comma "dont", "où", "qui" tell of the
 * name that ends there, not of one before another verb. */
static void mend_antecedent(struct ent_view *view, int32_t verb)
{
    int32_t host = view->nodes[verb].head, pronoun = 0;
    enum ent_deprel rel = (enum ent_deprel)view->nodes[verb].rel;
    bool loose = rel == ENT_REL_PARATAXIS || rel == ENT_REL_ADVCL;
    if ((rel != ENT_REL_ACL && !loose) || host >= verb || !ent_view_finite(view, verb))
        return;
    for (int32_t w = verb - 1; w > host && w > 2 && !pronoun; w--)
        if ((ent_view_is(view, w, "dont") || ent_view_is(view, w, "qui") ||
             ent_view_is(view, w, "où")) &&
            ent_view_is(view, w - 1, ","))
            pronoun = w;
        else if (ent_view_finite(view, w) || ent_view_is(view, w, ";"))
            return;
    uint32_t cover = pronoun > 2 ? view->nodes[pronoun - 2].cover : 0;
    int32_t name = cover ? view->mentions->mentions[cover - 1].head : 0;
    bool crossed = false;
    for (int32_t w = host + 1; w < name; w++)
        crossed |= ent_view_verb(view, w) && ent_view_finite(view, w) &&
                   view->nodes[w].rel == ENT_REL_ACL;
    if (name > host && view->mentions->mentions[cover - 1].last == pronoun - 2 &&
        (crossed || loose))
        ent_view_hang(view, verb, name, ENT_REL_ACL);
}

/* "a saisi le gendarme de la Bourse, la Consob, et accuse B": a finite verb behind "et"
 * goes on from a verb. */
static void mend_joined_to_noun(struct ent_view *view, int32_t verb)
{
    int32_t noun = view->nodes[verb].head, above = noun;
    int32_t cc = ent_view_child(view, verb, ENT_REL_CC);
    if (view->nodes[verb].rel != ENT_REL_CONJ || !ent_view_finite(view, verb) ||
        noun > verb || !ent_view_nominal(view, noun) ||
        ent_view_child(view, noun, ENT_REL_COP) || !cc || cc > verb)
        return;
    for (int32_t w = cc + 1; w < verb; w++)
        if (view->nodes[w].rel == ENT_REL_NSUBJ || ent_view_is(view, w, "dont") ||
            ent_view_is(view, w, "que") || ent_view_is(view, w, "où") ||
            (view->nodes[w].upos != ENT_AUX && view->nodes[w].upos != ENT_ADV &&
             view->nodes[w].upos != ENT_PRON))
            return;
    for (int limit = 12; above && limit && !ent_view_finite(view, above); limit--)
        above = view->nodes[above].head;
    if (above && above < verb && ent_view_finite(view, above))
        ent_view_hang(view, verb, above, ENT_REL_CONJ);
}

void ent_view_repair_fronted(struct ent_view *view)
{
    for (int32_t w = 2; w <= view->count; w++) {
        mend_pronoun(view, w);
        if (!ent_view_verb(view, w))
            continue;
        mend_joined_to_noun(view, w);
        mend_antecedent(view, w);
        mend_second_subject(view, w);
    }
    mend_fronted(view);
}
