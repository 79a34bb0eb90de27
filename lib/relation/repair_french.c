/* repair_french.c: mend what the parser gets wrong in French word order: series of
 * participles under one auxiliary, objects behind a complement, clefts, subjects that an
 * aside parts. */
#include "relation/repair.h"

static bool has_avoir(const struct ent_view *view, int32_t verb)
{
    for (int32_t c = view->nodes[verb].child; c && c < verb; c = view->nodes[c].next)
        if (view->nodes[c].rel == ENT_REL_AUX
            && ent_str_is(ent_view_word(view, c)->lemma, "avoir"))
            return true;
    return false;
}

/* The noun phrase without preposition that begins right behind w; 0 if none does. */
static int32_t phrase_behind(const struct ent_view *view, int32_t w)
{
    for (int32_t k = w + 1; k <= view->count && k <= w + 5; k++) {
        const struct ent_node *node = &view->nodes[k];
        if (ent_view_nominal(view, k) && node->upos != ENT_NUM)
            return node->prep == ENT_WORD_NONE && node->upos != ENT_PRON ? k : 0;
        if (node->upos != ENT_DET && node->upos != ENT_ADJ && node->upos != ENT_NUM)
            return 0;
    }
    return 0;
}

/* The verb with "avoir" before w that a participle at w may go on, across at most one
 * other participle of the series. */
static int32_t series_verb(const struct ent_view *view, int32_t w)
{
    for (int32_t k = w - 2; k > 0; k--) {
        const struct ent_node *node = &view->nodes[k];
        struct ent_str form = ent_view_word(view, k)->form;
        if (ent_str_is(form, ";") || ent_str_is(form, ":") || ent_str_is(form, "»"))
            return 0;
        if (node->upos != ENT_VERB)
            continue;
        if (has_avoir(view, k))
            return k;
        if (!ent_view_has(view, k, ENT_PART_FORM) && node->rel != ENT_REL_ACL)
            return 0;
    }
    return 0;
}

static bool has_participle(const struct ent_view *view, int32_t verb)
{
    return view->nodes[verb].upos != ENT_VERB || ent_view_has(view, verb, ENT_PART_FORM);
}

/* "a loué A, blâmé B, supplié C": a participle with an object of its own is no passive,
 * and without auxiliary it goes on the series. */
static bool repair_series(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    if (w < 4 || node->upos != ENT_VERB ||
        !ent_view_has(view, w, ENT_PART_FORM | ENT_PAST) ||
        ent_view_child(view, w, ENT_REL_AUX) || node->rel == ENT_REL_AUX ||
        (node->rel == ENT_REL_CONJ && has_participle(view, node->head)) ||
        (!ent_view_is(view, w - 1, ",") && view->nodes[w - 1].upos != ENT_CCONJ))
        return false;
    int32_t object = phrase_behind(view, w);
    int32_t verb = object ? series_verb(view, w) : 0;
    if (!verb || (view->nodes[object].head != w && view->nodes[object].head > 0
                  && view->nodes[object].head > object))
        return false;
    if (!ent_view_hang(view, w, verb, ENT_REL_CONJ))
        return false;
    ent_view_hang(view, object, w, ENT_REL_OBJ);
    return true;
}

/* "A et, dans une moindre mesure, B ont soutenu": of two subjects before the verb the
 * second is coordinated with the first. */
static bool repair_subjects(struct ent_view *view, int32_t verb)
{
    int32_t first = 0, second = 0;
    bool joined = false;
    for (int32_t c = view->nodes[verb].child; c && c < verb; c = view->nodes[c].next) {
        const struct ent_node *node = &view->nodes[c];
        if (node->rel != ENT_REL_NSUBJ || node->upos == ENT_PRON)
            continue;
        second = first ? c : 0;
        first = first ? first : c;
    }
    if (!second || !view->nodes[first].mention || !view->nodes[second].mention)
        return false;
    for (int32_t w = first + 1; w <= first + 3 && w < second; w++)
        joined |= view->nodes[w].upos == ENT_CCONJ;
    if (!joined)
        return false;
    return ent_view_hang(view, second, first, ENT_REL_CONJ);
}

/* Is the active verb still without an object? */
static bool lacks_object(const struct ent_view *view, int32_t verb)
{
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next) {
        enum ent_deprel rel = (enum ent_deprel)view->nodes[c].rel;
        if (rel == ENT_REL_OBJ || rel == ENT_REL_XCOMP || rel == ENT_REL_CCOMP
            || rel == ENT_REL_EXPL || rel == ENT_REL_COP)
            return false;
        if (rel == ENT_REL_AUX && !ent_str_is(ent_view_word(view, c)->lemma, "avoir"))
            return false;
    }
    return true;
}

/* "ont pris mardi la ville": a day is no object. */
static bool repair_day(struct ent_view *view, int32_t w)
{
    if (view->nodes[w].rel != ENT_REL_OBJ || ent_view_time(view, w) != ENT_TIME_WEEKDAY
        || ent_view_child(view, w, ENT_REL_DET) || view->nodes[w].head > w)
        return false;
    view->nodes[w].rel = ENT_REL_OBL;
    return true;
}

/* "a arraisonné dans le golfe d'Oman un pétrolier grec": what has an article and no
 * preposition is no part of the complement before it. */
static bool repair_object(struct ent_view *view, int32_t verb)
{
    if (view->nodes[verb].upos != ENT_VERB ||
        !ent_frames_of(view->language, ENT_TRIGGER_VERB, view->nodes[verb].verb) ||
        !lacks_object(view, verb) || verb + 2 > view->count ||
        (view->nodes[verb + 1].upos != ENT_ADP &&
         ent_view_time(view, verb + 1) != ENT_TIME_WEEKDAY))
        return false;
    for (int32_t w = verb + 2; w <= view->count && w <= verb + 9; w++) {
        struct ent_node *node = &view->nodes[w];
        if (ent_view_is(view, w, ",") &&
            ent_view_time(view, verb + 1) == ENT_TIME_WEEKDAY)
            continue;
        if (node->upos == ENT_PUNCT || node->upos == ENT_CCONJ || node->upos == ENT_SCONJ
            || (node->upos == ENT_VERB && !ent_view_has(view, w, ENT_INF))
            || ent_view_has(view, w, ENT_REL_PRON))
            return false;
        int32_t det = ent_view_child(view, w, ENT_REL_DET);
        bool name = node->upos == ENT_PROPN && node->mention &&
                    (view->nodes[w - 1].upos == ENT_NOUN ||
                     (ent_view_is(view, w - 1, ",") && node->rel == ENT_REL_PARATAXIS)) &&
                    view->nodes[w - 1].cover != node->mention;
        bool phrase = det && det > verb + 1 && det < w &&
                      view->nodes[det - 1].upos != ENT_ADP && node->prep == ENT_WORD_NONE;
        if ((!name && !phrase) || node->prep != ENT_WORD_NONE || node->head < verb
            || node->head >= w || (node->head == verb && node->rel == ENT_REL_OBL)
            || node->rel == ENT_REL_NSUBJ)
            continue;
        if (node->upos == ENT_ADJ)
            node->upos = ENT_NOUN;
        return ent_view_hang(view, w, verb, ENT_REL_OBJ);
    }
    return false;
}

/* "C'est avec A que B fit alliance": the complement of the verb stands before it. */
static bool repair_cleft(struct ent_view *view, int32_t focus)
{
    int32_t copula = ent_view_child(view, focus, ENT_REL_COP);
    int32_t subject = ent_view_child(view, focus, ENT_REL_NSUBJ);
    subject = subject ? subject : ent_view_child(view, focus, ENT_REL_EXPL);
    if (!copula || !subject || !ent_view_nominal(view, focus) || subject > copula
        || !ent_str_is(ent_view_word(view, subject)->lemma, "ce"))
        return false;
    for (int32_t verb = view->nodes[focus].child; verb; verb = view->nodes[verb].next) {
        struct ent_node *node = &view->nodes[verb];
        int32_t mark = ent_view_child(view, verb, ENT_REL_MARK);
        bool clause = node->rel == ENT_REL_PARATAXIS || node->rel == ENT_REL_ADVCL
                      || node->rel == ENT_REL_CCOMP || node->rel == ENT_REL_ACL;
        if (verb < focus || !clause || node->upos != ENT_VERB)
            continue;
        if (mark && view->nodes[focus].prep != ENT_WORD_NONE
            && ent_str_is(ent_view_word(view, mark)->lemma, "que")) {
            if (!ent_view_hang(view, verb, view->nodes[focus].head,
                      (enum ent_deprel)view->nodes[focus].rel))
                return false;
            view->root = view->root == focus ? verb : view->root;
            view->nodes[subject].rel = ENT_REL_DEP;
            ent_view_hang(view, focus, verb, ENT_REL_OBL);
            return true;
        }
        /* "C'est A, et personne d'autre, qui ...": a relative clause. */
        node->rel = ENT_REL_ACL;
    }
    return false;
}

/* The mention whose last word is w and that a comma precedes. */
static int32_t mention_behind_comma(const struct ent_view *view, int32_t w)
{
    uint32_t cover = w > 0 ? view->nodes[w].cover : 0;
    const struct ent_mention *mention =
        cover ? &view->mentions->mentions[cover - 1] : NULL;
    return mention && mention->last == w && mention->first > 2
                   && ent_view_is(view, mention->first - 1, ",")
               ? mention->head : 0;
}

/* "Exclue par A du programme, B s'expose": what stands between a comma and a finite verb
 * without subject is its subject, not a part of the phrase before. */
static bool repair_lost_subject(struct ent_view *view, int32_t verb)
{
    if (view->nodes[verb].upos != ENT_VERB || ent_view_child(view, verb, ENT_REL_NSUBJ))
        return false;
    int32_t start = ent_view_cluster(view, verb);
    bool finite = ent_view_has(view, verb, ENT_FIN)
                  || (start < verb && ent_view_has(view, start, ENT_FIN));
    for (int32_t w = start; w < verb && !finite; w++)
        finite |= view->nodes[w].upos == ENT_AUX && ent_view_has(view, w, ENT_FIN);
    int32_t head = finite ? mention_behind_comma(view, start - 1) : 0;
    if (!head || view->nodes[head].prep != ENT_WORD_NONE ||
        (view->nodes[head].rel != ENT_REL_CONJ &&
         view->nodes[head].rel != ENT_REL_APPOS &&
         view->nodes[head].rel != ENT_REL_NMOD && view->nodes[head].rel != ENT_REL_OBL))
        return false;
    /* The phrase before must belong to what opens the sentence for this verb. */
    int32_t above = view->nodes[head].head;
    for (int limit = 8; above && above != verb && limit; limit--)
        above = view->nodes[above].head;
    return above == verb && ent_view_hang(view, head, verb, ENT_REL_NSUBJ);
}

void ent_view_repair_french(struct ent_view *view)
{
    for (int32_t w = 1; w <= view->count; w++)
        repair_day(view, w);
    for (int32_t w = 1; w <= view->count; w++) {
        bool changed = repair_series(view, w);

        changed |= view->nodes[w].upos == ENT_VERB && repair_subjects(view, w);
        changed |= repair_object(view, w);
        changed |= repair_cleft(view, w);
        changed |= repair_lost_subject(view, w);
        if (changed)
            ent_view_link(view);
    }
}
