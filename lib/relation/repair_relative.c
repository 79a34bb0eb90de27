/* repair_relative.c: French clauses that hang on the wrong word or whose verb was read as
 * a noun: "que finance Rome", "A, B et C, qu'elle a assignées", "bien que membre de
 * l'Union", "la CGT a, elle, appelé", "; l'un de ses chefs a été arrêté". */
#include "relation/repair.h"

/* "le site X, que finance le Kremlin": the noun behind "que" is the verb. */
static void mend_inverted(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t que = w - 1, host = w - 2;
    if (w < 3 || node->upos != ENT_NOUN || node->as_verb == ENT_WORD_NONE ||
        !ent_str_is(ent_view_word(view, que)->lemma, "que") ||
        !ent_frames_of(view->language, ENT_TRIGGER_VERB, node->as_verb))
        return;
    int32_t subject = w < view->count ? ent_view_phrase_at(view, w + 1) : 0;
    if (ent_view_is(view, host, ","))
        host--;
    uint32_t cover = host > 0 ? view->nodes[host].cover : 0;
    if (cover)
        host = view->mentions->mentions[cover - 1].head;
    if (!subject || host <= 0 || !ent_view_nominal(view, host) ||
        !view->nodes[subject].mention)
        return;
    if (!ent_view_hang(view, w, host, ENT_REL_ACL))
        return;
    ent_view_read_as_verb(view, w);
    node->prep = ENT_WORD_NONE;
    view->nodes[subject].prep = ENT_WORD_NONE;
    ent_view_hang(view, subject, w, ENT_REL_NSUBJ);
    ent_view_hang(view, que, w, ENT_REL_OBJ);
    view->nodes[que].upos = ENT_PRON;
}

/* "rompu avec Nissan, son partenaire japonais": what stands behind a name and a comma
 * with a possessive describes the name. */
static void mend_partner(struct ent_view *view, int32_t w)
{
    int32_t det = ent_view_child(view, w, ENT_REL_DET), verb = view->nodes[w].head;
    if (view->nodes[w].rel != ENT_REL_OBJ || view->nodes[w].upos != ENT_NOUN || !det ||
        det > w || det < 3 || !ent_view_has(view, det, ENT_POSS) ||
        !ent_view_verb(view, verb) || !ent_view_is(view, det - 1, ","))
        return;
    uint32_t cover = view->nodes[det - 2].cover;
    const struct ent_mention *name = cover ? &view->mentions->mentions[cover - 1] : NULL;
    if (!name || name->kind != ENT_MENTION_NAME || name->head <= verb)
        return;
    for (int32_t k = verb + 1; k < name->first; k++)
        if (ent_view_is(view, k, ","))
            return;
    ent_view_hang(view, w, name->head, ENT_REL_APPOS);
}

/* Is the clause's verb in the plural, or a participle that agrees with a plural
 * object? */
static bool is_plural(const struct ent_view *view, int32_t verb, bool object)
{
    int32_t aux = ent_view_child(view, verb, ENT_REL_AUX);
    if (object)
        return aux && ent_str_is(ent_view_word(view, aux)->lemma, "avoir") &&
               ent_view_has(view, verb, ENT_PART_FORM) &&
               ent_view_has(view, verb, ENT_PLUR);
    return aux ? ent_view_has(view, aux, ENT_PLUR) : ent_view_has(view, verb, ENT_PLUR);
}

/* "A, B et C, qu'elle a assignées", "A et B, qui ont signé": a relative clause in the
 * plural behind a list of single actors is said of all. */
static void mend_list_relative(struct ent_view *view, int32_t verb)
{
    int32_t host = view->nodes[verb].head, first = host;
    bool object = false, relative = false;
    if (view->nodes[verb].rel != ENT_REL_ACL || !ent_view_verb(view, verb) ||
        host >= verb || view->nodes[host].rel != ENT_REL_CONJ ||
        ent_view_has(view, host, ENT_PLUR))
        return;
    for (int32_t c = view->nodes[verb].child; c && c < verb; c = view->nodes[c].next) {
        bool que = ent_str_is(ent_view_word(view, c)->lemma, "que") &&
                   view->nodes[c].rel == ENT_REL_OBJ;
        bool qui = ent_str_is(ent_view_word(view, c)->lemma, "qui") &&
                   view->nodes[c].rel == ENT_REL_NSUBJ;
        relative |= que || qui;
        object |= que;
    }
    while (view->nodes[first].rel == ENT_REL_CONJ && view->nodes[first].head < first &&
           ent_view_nominal(view, view->nodes[first].head))
        first = view->nodes[first].head;
    bool denied = first != host && ent_view_excluded(view, first, host);
    if (relative && first != host && view->nodes[first].mention &&
        (denied || is_plural(view, verb, object)))
        ent_view_hang(view, verb, first, ENT_REL_ACL);
}

/* "A, bien que membre de l'Alliance, a proposé", read as "membre" proposing and A as the
 * subject of "membre": what has a mark of its own tells of a circumstance, and the
 * subject before the mark is that of the verb. */
static void mend_concession(struct ent_view *view, int32_t w)
{
    int32_t verb = view->nodes[w].head, subject = ent_view_child(view, w, ENT_REL_NSUBJ);
    int32_t mark = ent_view_child(view, w, ENT_REL_MARK);
    if (view->nodes[w].rel != ENT_REL_NSUBJ || !ent_view_nominal(view, w) || !subject ||
        !mark || subject > mark || ent_view_child(view, w, ENT_REL_COP) ||
        !ent_view_verb(view, verb) || verb < w)
        return;
    ent_view_hang(view, subject, verb, ENT_REL_NSUBJ);
    ent_view_hang(view, w, verb, ENT_REL_ADVCL);
}

/* "La CGT a, elle, appelé à", taken for a clause about the pronoun. */
static void mend_tonic(struct ent_view *view, int32_t w)
{
    int32_t verb = w + 2;
    if (w < 3 || verb > view->count || view->nodes[w].upos != ENT_PRON ||
        !ent_view_is(view, w - 1, ",") || !ent_view_is(view, w + 1, ",") ||
        !ent_view_verb(view, verb) || view->nodes[verb].head != w ||
        view->nodes[w - 2].upos != ENT_AUX || !ent_view_has(view, verb, ENT_PART_FORM))
        return;
    ent_view_take_place(view, verb, w);
    for (int32_t c = 1; c <= view->count; c++)
        if (view->nodes[c].head == w)
            view->nodes[c].head = verb;
    ent_view_put(view, w, verb, ENT_REL_DISLOCATED);
    view->nodes[w - 2].rel = ENT_REL_AUX;
    ent_view_link(view);
}

/* "que Rome recrute, équipe et dirige", "entraîne et équipe son armée": a bare noun
 * coordinated with a finite verb is another. */
static void mend_verb_list(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t verb = node->head;
    if (node->upos != ENT_NOUN || node->rel != ENT_REL_CONJ ||
        node->as_verb == ENT_WORD_NONE || verb > w || !ent_view_verb(view, verb) ||
        !ent_view_has(view, verb, ENT_FIN) || ent_view_child(view, w, ENT_REL_DET) ||
        ent_view_child(view, w, ENT_REL_CASE) || node->mention || w - verb > 4)
        return;
    ent_view_read_as_verb(view, w);
}

/* "A a saisi X ; l'un de ses chefs a été arrêté": behind a semicolon begins a clause,
 * with the subject that its verb lacks. */
static void mend_semicolon(struct ent_view *view, int32_t verb)
{
    int32_t mark = verb - 1, subject = 0;
    if (!ent_view_finite(view, verb) || ent_view_child(view, verb, ENT_REL_NSUBJ) ||
        ent_view_child(view, verb, ENT_REL_MARK) ||
        ent_view_child(view, verb, ENT_REL_CC))
        return;
    while (mark > 1 && !ent_view_is(view, mark, ";")) {
        if (ent_view_finite(view, mark) || view->nodes[mark].upos == ENT_SCONJ)
            return;
        mark--;
    }
    if (mark <= 1 || view->nodes[verb].head > mark)
        return;
    for (int32_t w = mark + 1; w < verb && !subject; w++) {
        int32_t head = view->nodes[w].head;
        bool out = head < mark || head == verb;
        if ((ent_view_nominal(view, w) || view->nodes[w].upos == ENT_PRON) && out &&
            view->nodes[w].prep == ENT_WORD_NONE && view->nodes[w].rel != ENT_REL_OBL &&
            view->nodes[w].rel != ENT_REL_EXPL && view->nodes[w].rel != ENT_REL_OBJ &&
            view->nodes[w].rel != ENT_REL_IOBJ)
            subject = w;
    }
    if (subject)
        ent_view_hang(view, subject, verb, ENT_REL_NSUBJ);
}

/* "les intérêts croisés de Vivendi": a participle that takes no complement with "de"
 * leaves the name behind it to its noun. */
static void mend_owner(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t verb = node->head, noun = verb ? view->nodes[verb].head : 0;
    if (node->prep != view->language->de || !node->mention || verb >= w || w - verb > 3 ||
        !ent_view_verb(view, verb) || view->nodes[verb].rel != ENT_REL_ACL ||
        noun + 1 != verb || !ent_view_has(view, verb, ENT_PART_FORM) ||
        ent_view_has(view, verb, ENT_PRES) || !ent_view_nominal(view, noun) ||
        ent_frames_of(view->language, ENT_TRIGGER_VERB, view->nodes[verb].verb))
        return;
    ent_view_hang(view, w, noun, ENT_REL_NMOD);
}

void ent_view_repair_relatives(struct ent_view *view)
{
    for (int32_t w = 2; w <= view->count; w++) {
        mend_tonic(view, w);
        mend_verb_list(view, w);
        mend_inverted(view, w);
        mend_partner(view, w);
        mend_list_relative(view, w);
        mend_concession(view, w);
        mend_owner(view, w);
        if (ent_view_verb(view, w))
            mend_semicolon(view, w);
    }
}
