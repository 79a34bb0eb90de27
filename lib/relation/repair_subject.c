/* repair_subject.c: subjects that French word order forbids or demands: none stands
 * before the "et" of its verb, what "que" leaves behind the verb is one, the actor right
 * before a finite verb without subject is one. */
#include "relation/repair.h"

/* "A reproche à B une violation des accords et a demandé": what stands before the "et" of
 * a coordinated verb belongs to the clause before. */
static void mend_before_and(struct ent_view *view, int32_t verb)
{
    int32_t cc = ent_view_child(view, verb, ENT_REL_CC);
    int32_t subject = ent_view_child(view, verb, ENT_REL_NSUBJ);
    int32_t first = view->nodes[verb].head;
    if (view->nodes[verb].rel != ENT_REL_CONJ || !ent_view_finite(view, verb) || !cc ||
        !subject || cc > verb || subject > cc || !ent_view_verb(view, first) ||
        subject < first || view->nodes[subject].upos == ENT_PRON)
        return;
    for (int32_t w = cc + 1; w < verb; w++) /* "et" may join two subjects */
        if (ent_view_nominal(view, w) && view->nodes[w].upos != ENT_PRON &&
            view->nodes[w].head != verb)
            return;
    ent_view_hang(view, subject, first, ENT_REL_DEP);
}

/* "un geste que réclamait la CFDT": "que" is the object, so the phrase behind is no
 * other. */
static void mend_behind_que(struct ent_view *view, int32_t verb)
{
    int32_t que = 0, other = 0;
    if (!ent_view_finite(view, verb) || ent_view_child(view, verb, ENT_REL_NSUBJ))
        return;
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next) {
        bool mark =
            view->nodes[c].rel == ENT_REL_MARK && view->nodes[verb].rel == ENT_REL_ACL;
        if (view->nodes[c].rel != ENT_REL_OBJ && !mark)
            continue;
        int32_t intro = ent_view_child(view, verb, ENT_REL_MARK);
        bool clitic = view->nodes[c].upos == ENT_PRON && c >= verb - 3 && intro &&
                      ent_view_is(view, intro, "comme"); /* "comme l'avait fait A" */
        if (c < verb && (clitic || ent_str_is(ent_view_word(view, c)->lemma, "que")))
            que = c;
        else if (c > verb && view->nodes[c].mention && ent_view_nominal(view, c) &&
                 view->nodes[c].prep == ENT_WORD_NONE)
            other = c;
    }
    if (que && other)
        ent_view_hang(view, other, verb, ENT_REL_NSUBJ);
}

/* "À Canberra, le ministre a convoqué": what has a preposition is no subject, but what
 * stands beside it. */
static void mend_opening_place(struct ent_view *view, int32_t place)
{
    int32_t verb = view->nodes[place].head;
    if (view->nodes[place].rel != ENT_REL_NSUBJ ||
        view->nodes[place].prep == ENT_WORD_NONE || !ent_view_verb(view, verb) ||
        place > verb || place > 4)
        return;
    for (int32_t c = view->nodes[place].child; c; c = view->nodes[c].next)
        if (c > place && c < verb && view->nodes[c].rel == ENT_REL_APPOS &&
            (view->nodes[c].mention || ent_view_child(view, c, ENT_REL_DET)) &&
            view->nodes[c].prep == ENT_WORD_NONE) {
            view->nodes[place].rel = ENT_REL_OBL;
            ent_view_hang(view, c, verb, ENT_REL_NSUBJ);
            return;
        }
}

/* "attribue l'intrusion à Hafnium, un groupe parrainé par A": what stands beside a name
 * after a comma, with an article, describes that name and not what the name belongs
 * to. */
static void mend_apposition(struct ent_view *view, int32_t w)
{
    int32_t det = ent_view_child(view, w, ENT_REL_DET);
    if (view->nodes[w].rel != ENT_REL_APPOS || view->nodes[w].upos != ENT_NOUN || !det ||
        det > w || view->nodes[w].prep != ENT_WORD_NONE)
        return;
    uint32_t cover =
        det > 2 && ent_view_is(view, det - 1, ",") ? view->nodes[det - 2].cover : 0;
    const struct ent_mention *name = cover ? &view->mentions->mentions[cover - 1] : NULL;
    if (!name || name->kind != ENT_MENTION_NAME || name->head <= 0 ||
        name->last != det - 2 || view->nodes[w].head >= name->first ||
        view->nodes[w].mention)
        return;
    ent_view_hang(view, w, name->head, ENT_REL_APPOS);
}

static bool tells(const struct ent_view *view, int32_t verb)
{
    return ent_view_in(view, view->nodes[verb].verb, ENT_LIST_SPEECH | ENT_LIST_CONTENT);
}

static bool agrees(const struct ent_view *view, int32_t subject, int32_t verb)
{
    int32_t aux = ent_view_child(view, verb, ENT_REL_AUX);
    bool plural =
        ent_view_has(view, verb, ENT_PLUR) || (aux && ent_view_has(view, aux, ENT_PLUR));
    bool many = ent_view_has(view, subject, ENT_PLUR) ||
                ent_view_child(view, subject, ENT_REL_CONJ);
    return plural == many;
}

/* "A affirme que les stocks s'épuisent et accuse B": who accuses is who speaks. */
static void mend_second_statement(struct ent_view *view, int32_t verb)
{
    int32_t inner = view->nodes[verb].head, outer = inner ? view->nodes[inner].head : 0;
    if (view->nodes[verb].rel != ENT_REL_CONJ || !ent_view_finite(view, verb) ||
        !tells(view, verb) || ent_view_child(view, verb, ENT_REL_NSUBJ) ||
        ent_view_child(view, verb, ENT_REL_MARK) || !ent_view_verb(view, inner) ||
        view->nodes[inner].rel != ENT_REL_CCOMP || !ent_view_verb(view, outer) ||
        outer > inner || !tells(view, outer))
        return;
    int32_t told = ent_view_child(view, inner, ENT_REL_NSUBJ);
    int32_t speaker = ent_view_child(view, outer, ENT_REL_NSUBJ);
    if (speaker && view->nodes[speaker].mention && agrees(view, speaker, verb) &&
        (!told || !view->nodes[told].mention || !agrees(view, told, verb)))
        ent_view_hang(view, verb, outer, ENT_REL_CONJ);
}

/* "reçu par A, B et C, avant de partir", C taken for the object of "partir": what stands
 * before the mark of an infinitive is none, and goes with the name before the comma. */
static void mend_before_mark(struct ent_view *view, int32_t w)
{
    int32_t verb = view->nodes[w].head,
            mark = verb ? ent_view_child(view, verb, ENT_REL_MARK) : 0;
    int32_t start = w;
    if ((view->nodes[w].rel != ENT_REL_OBJ && view->nodes[w].rel != ENT_REL_OBL) ||
        view->nodes[w].upos == ENT_PRON || !ent_view_verb(view, verb) || !mark ||
        w > mark || mark > verb || !ent_view_has(view, verb, ENT_INF) ||
        !ent_view_nominal(view, w) || view->nodes[w].prep != ENT_WORD_NONE)
        return;
    while (start > 1 && view->nodes[start - 1].head == w)
        start--;
    start += ent_view_is(view, start, ",");
    uint32_t cover =
        start > 2 && ent_view_is(view, start - 1, ",") ? view->nodes[start - 2].cover : 0;
    int32_t before = cover ? view->mentions->mentions[cover - 1].head : 0;
    if (before > 0 && before < w && ent_view_nominal(view, before))
        ent_view_hang(view, w, before, ENT_REL_CONJ);
}

/* "A boude B, et des centaines d'entre eux ont manifesté": a conjunct of what stands in
 * the clause before, right in front of a finite verb that has no subject, is its
 * subject. */
static void mend_next_clause(struct ent_view *view, int32_t verb)
{
    int32_t start = ent_view_cluster(view, verb), noun = start - 1;
    if (!ent_view_finite(view, verb) || ent_view_child(view, verb, ENT_REL_NSUBJ) ||
        (view->nodes[verb].rel != ENT_REL_PARATAXIS &&
         view->nodes[verb].rel != ENT_REL_CONJ) ||
        ent_view_child(view, verb, ENT_REL_CC) ||
        ent_view_child(view, verb, ENT_REL_MARK))
        return;
    for (int limit = 6; noun > 1 && limit && view->nodes[noun].rel != ENT_REL_CONJ;
         limit--)
        noun = view->nodes[noun].head < noun ? view->nodes[noun].head : 0;
    int32_t cc = noun > 1 ? ent_view_child(view, noun, ENT_REL_CC) : 0;
    int32_t above = noun > 1 ? ent_governing_verb(view, noun) : 0;
    if (!cc || cc > noun || !ent_view_is(view, cc - 1, ",") ||
        !ent_view_nominal(view, noun) || view->nodes[noun].prep != ENT_WORD_NONE ||
        !ent_view_verb(view, above) || above > noun || !agrees(view, noun, verb))
        return;
    ent_view_hang(view, noun, verb, ENT_REL_NSUBJ);
}

/* Does the sentence go on with "et" and a verb whose first conjunct got lost? */
static int32_t second_verb(const struct ent_view *view, int32_t host)
{
    int32_t verb = view->nodes[host].head;
    int32_t cc = ent_view_verb(view, verb) ? ent_view_child(view, verb, ENT_REL_CC) : 0;
    return view->nodes[host].rel == ENT_REL_NSUBJ && cc > host && cc < verb &&
                   view->nodes[verb].rel == ENT_REL_ROOT
               ? verb : 0;
}

/* What hangs on the noun that is a verb after all. */
static void adopt(struct ent_view *view, int32_t verb, int32_t host)
{
    for (int32_t c = 1; c <= view->count; c++) {
        struct ent_node *node = &view->nodes[c];
        if (c > verb && node->head == host)
            node->head = verb;
        if (node->head != verb || c < verb)
            continue;
        if (node->rel == ENT_REL_NMOD || node->rel == ENT_REL_APPOS)
            node->rel = node->prep == ENT_WORD_NONE ? ENT_REL_OBJ : ENT_REL_OBL;
        else if (node->rel == ENT_REL_ACL && ent_view_has(view, c, ENT_INF))
            node->rel = ENT_REL_XCOMP;
    }
}

/* "Rome, qui défend X, reproche à Oslo de", "Le syndicat, majoritaire, réclame à A": a
 * bare noun behind a comma, in a sentence whose verb is missing, is that verb. */
static void mend_lost_verb(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t host = node->head, behind = w + 1;
    if (node->upos != ENT_NOUN || node->rel != ENT_REL_APPOS || host >= w ||
        node->as_verb == ENT_WORD_NONE || !ent_view_is(view, w - 1, ",") ||
        behind > view->count || ent_view_child(view, w, ENT_REL_DET) ||
        !view->nodes[host].mention || view->nodes[host].prep != ENT_WORD_NONE ||
        !ent_frames_of(view->language, ENT_TRIGGER_VERB, node->as_verb))
        return;
    int32_t second = second_verb(view, host);
    bool rooted = view->nodes[host].rel == ENT_REL_ROOT || second;
    bool governs = (view->nodes[behind].upos == ENT_ADP &&
                    view->nodes[behind].lemma != view->language->de) ||
                   view->nodes[behind].upos == ENT_DET ||
                   view->nodes[behind].upos == ENT_ADV;
    if (!rooted || !governs)
        return;
    ent_view_read_as_verb(view, w);
    node->head = 0;
    node->rel = ENT_REL_ROOT;
    view->root = w;
    adopt(view, w, host);
    ent_view_put(view, host, w, ENT_REL_NSUBJ);
    if (second) {
        for (int32_t c = w + 1; c < second; c++)
            if (view->nodes[c].head == second && view->nodes[c].rel == ENT_REL_NSUBJ) {
                ent_view_put(view, c, w, ENT_REL_OBJ);
            }
        ent_view_put(view, second, w, ENT_REL_CONJ);
    }
    ent_view_link(view);
}

void ent_view_repair_subjects(struct ent_view *view)
{
    for (int32_t w = 2; w <= view->count; w++) {
        mend_lost_verb(view, w);
        mend_before_mark(view, w);
        mend_opening_place(view, w);
        mend_apposition(view, w);
        if (!ent_view_verb(view, w))
            continue;
        mend_before_and(view, w);
        mend_behind_que(view, w);
        mend_second_statement(view, w);
        mend_next_clause(view, w);
    }
}
