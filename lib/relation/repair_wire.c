/* repair_wire.c: English noun phrases of agency copy that the parser hangs on the wrong
 * word: an object behind a date, an object with its own epithet, an amount behind the
 * name that pays it, who says at the end of a sentence what it tells. */
#include "relation/repair.h"

/* Is there a comma or another mark between two words? */
static bool divided(const struct ent_view *view, int32_t from, int32_t to)
{
    for (int32_t w = from + 1; w < to; w++)
        if (view->nodes[w].upos == ENT_PUNCT &&
            !ent_str_is(ent_view_word(view, w)->form, "-"))
            return true;
    return false;
}

/* "reiterated on Thursday its commitment", "bailed out its neighbour": a noun phrase
 * behind the verb, without comma, that was taken for an apposition to the date or the
 * subject. */
static void mend_displaced_object(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t above = node->head, verb = above ? view->nodes[above].head : 0;
    bool date = above && view->nodes[above].rel == ENT_REL_OBL &&
                (ent_view_time(view, above) == ENT_TIME_WEEKDAY ||
                 ent_view_in(view, view->nodes[above].lemma, ENT_LIST_MONTH));
    bool subject = above && view->nodes[above].rel == ENT_REL_NSUBJ;
    if (node->rel != ENT_REL_APPOS || node->prep != ENT_WORD_NONE ||
        !ent_view_verb(view, verb) || verb >= w || (!date && !subject) ||
        (subject && above > verb) || (date && above < verb) ||
        divided(view, date ? above : verb, w) ||
        ent_view_child(view, verb, ENT_REL_OBJ) ||
        ent_view_child(view, verb, ENT_REL_CCOMP))
        return;
    node->head = verb;
    node->rel = ENT_REL_OBJ;
    ent_view_link(view);
}

/* "Kazakhstan bailed out its neighbour after a power station broke down": the object,
 * without a mark behind its verb, taken for the subject of a later one. */
static void mend_borrowed_object(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t later = node->head, verb = later ? view->nodes[later].head : 0;
    if (node->rel != ENT_REL_NSUBJ || later <= w ||
        view->nodes[later].rel != ENT_REL_CONJ || !ent_view_verb(view, later) ||
        !ent_view_verb(view, verb) || verb >= w || w - verb > 6 ||
        ent_view_child(view, verb, ENT_REL_OBJ) ||
        ent_view_child(view, later, ENT_REL_CC) ||
        ent_view_child(view, verb, ENT_REL_CCOMP) || node->prep != ENT_WORD_NONE)
        return;
    for (int32_t k = verb + 1; k < w; k++)
        if (view->nodes[k].head != w && view->nodes[k].head != verb)
            return;
    if (divided(view, verb, w))
        return;
    node->head = verb;
    node->rel = ENT_REL_OBJ;
    ent_view_link(view);
}

/* "Tunisian police picked up X, his lawyers said": of two subjects the first has a verb
 * of its own, which was taken for a participle. */
static void mend_hidden_predicate(struct ent_view *view, int32_t verb)
{
    int32_t noun = view->nodes[verb].head;
    int32_t above = noun ? view->nodes[noun].head : 0;
    int32_t second = 0, next = verb + 1;
    if (!ent_view_verb(view, verb) || view->nodes[verb].rel != ENT_REL_ACL ||
        noun != verb - 1 || view->nodes[noun].rel != ENT_REL_NSUBJ ||
        !ent_view_verb(view, above) || above < verb ||
        ent_view_has(view, verb, ENT_INF) || ent_view_has(view, verb, ENT_GER))
        return;
    for (int32_t c = view->nodes[above].child; c; c = view->nodes[c].next)
        if (c > verb && c < above && view->nodes[c].rel == ENT_REL_NSUBJ)
            second = c;
    if (next <= view->count && view->nodes[next].rel == ENT_REL_COMPOUND &&
        view->nodes[next].head == verb)
        next++; /* a particle */
    int32_t object = 0;
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next)
        if (!object && c >= next && c <= next + 4 && ent_view_nominal(view, c) &&
            view->nodes[c].prep == ENT_WORD_NONE)
            object = c;
    if (!second || !object || divided(view, verb, object))
        return;
    ent_view_put(view, verb, above, ENT_REL_CCOMP);
    ent_view_put(view, noun, verb, ENT_REL_NSUBJ);
    ent_view_put(view, object, verb, ENT_REL_OBJ);
    view->nodes[verb].finite = true;
    ent_view_link(view);
}

/* "Kosovo's Albin Kurti and Serbia's Aleksandar Vucic met": a name behind a genitive that
 * hangs on the verb as another genitive is its subject. */
static void mend_owned_subject(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t verb = node->head;
    int32_t second = verb ? ent_view_child(view, verb, ENT_REL_NSUBJ) : 0;
    if (node->rel != ENT_REL_NMOD || !node->mention || node->upos != ENT_PROPN ||
        !ent_view_verb(view, verb) || verb < w || node->prep != ENT_WORD_NONE ||
        !ent_str_is(ent_word_subtype(ent_view_word(view, w)), "poss") || second <= w)
        return;
    bool joined = false;
    for (int32_t k = w + 1; k < second; k++)
        joined |= view->nodes[k].upos == ENT_CCONJ;
    if (!joined || divided(view, w, second))
        return;
    node->rel = ENT_REL_NSUBJ;
    ent_view_put(view, second, w, ENT_REL_CONJ);
    ent_view_link(view);
}

/* "Attacked by Norway, Belarus fled": the subject, taken for a second agent. */
static void mend_fronted_agent(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t agent = node->head;
    int32_t participle = agent ? view->nodes[agent].head : 0;
    int32_t verb = participle ? view->nodes[participle].head : 0;
    if (node->rel != ENT_REL_CONJ || !node->mention || agent >= w ||
        !ent_view_verb(view, participle) || participle > agent ||
        view->nodes[agent].prep != view->language->par || !ent_view_verb(view, verb) ||
        verb < w || ent_view_child(view, w, ENT_REL_CC) || !divided(view, agent, w) ||
        divided(view, w, verb))
        return;
    int32_t subject = ent_view_child(view, verb, ENT_REL_NSUBJ);
    if (subject && subject != participle)
        return;
    node->head = verb;
    node->rel = ENT_REL_NSUBJ;
    view->nodes[participle].rel = ENT_REL_ADVCL;
    ent_view_link(view);
}

/* "X was granted asylum", "countries have recognised leader X": a verb with its
 * auxiliary, taken for an adjective of its object. */
static void mend_modifier_verb(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t object = node->head, aux = w - 1;
    if (!ent_view_verb(view, w) || node->rel != ENT_REL_AMOD || object <= w ||
        object > w + 4 || view->nodes[aux].upos != ENT_AUX ||
        (view->nodes[aux].head != w && view->nodes[aux].head != object) ||
        ent_view_child(view, object, ENT_REL_COP) || divided(view, w, object))
        return;
    ent_view_take_place(view, w, object);
    for (int32_t c = view->nodes[object].child; c; c = view->nodes[c].next)
        if (c < w)
            view->nodes[c].head = w;
    view->nodes[aux].head = w;
    ent_view_put(view, object, w, ENT_REL_OBJ);
    node->finite = true;
    ent_view_link(view);
}

/* "wrote to the UN, to India and to Interpol": members of a list, each with the same
 * preposition. */
static void mend_repeated(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t mark = ent_view_child(view, w, ENT_REL_CASE);
    int32_t comma = mark - 1;
    if (node->rel != ENT_REL_OBL || !node->mention || !node->head || mark < 3 ||
        mark > w || node->prep == ENT_WORD_NONE ||
        !ent_str_is(ent_view_word(view, comma)->form, ","))
        return;
    int32_t first = comma - 1;
    while (first > 1 && view->nodes[first].rel == ENT_REL_FLAT &&
           view->nodes[first].head < first)
        first = view->nodes[first].head;
    if (view->nodes[first].rel != ENT_REL_OBL || !view->nodes[first].mention ||
        view->nodes[first].head != node->head || view->nodes[first].prep != node->prep)
        return;
    node->head = first;
    node->rel = ENT_REL_CONJ;
    ent_view_link(view);
}

/* "with neighbouring Mali": a participle before a name that describes it, read as a verb
 * with an object. */
static void mend_participle(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t name = ent_view_child(view, w, ENT_REL_OBJ);
    int32_t before = w - 1;
    bool introduced = view->nodes[before].head == w &&
                      (view->nodes[before].upos == ENT_SCONJ ||
                       view->nodes[before].upos == ENT_ADP);
    if (node->upos != ENT_VERB || !introduced || name <= w ||
        !ent_view_in(view, view->nodes[w].form, ENT_LIST_EPITHET) ||
        divided(view, w, name) || ent_view_child(view, name, ENT_REL_DET))
        return;
    ent_view_take_place(view, name, w);
    view->nodes[name].rel = view->nodes[name].rel == ENT_REL_ACL ? ENT_REL_NMOD
                            : view->nodes[name].rel == ENT_REL_ADVCL
                                ? ENT_REL_OBL
                                : view->nodes[name].rel;
    ent_view_put(view, before, name, ENT_REL_CASE);
    view->nodes[name].prep = view->nodes[before].lemma;
    node->upos = ENT_ADJ;
    node->verb = ENT_WORD_NONE;
    node->head = name;
    node->rel = ENT_REL_AMOD;
    ent_view_link(view);
}

/* "fined Apple 1.8 billion euros": who pays, taken for a part of the sum. */
static void mend_sum(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t sum = node->head, verb = sum ? view->nodes[sum].head : 0;
    int32_t number = sum ? ent_view_child(view, sum, ENT_REL_NUMMOD) : 0;
    if (node->rel != ENT_REL_COMPOUND || !node->mention || sum <= w || number <= w ||
        view->nodes[sum].rel != ENT_REL_OBJ || !ent_view_verb(view, verb) || verb >= w ||
        divided(view, verb, sum) || ent_view_child(view, verb, ENT_REL_OBJ) < verb)
        return;
    bool giving = ent_view_in(view, view->nodes[verb].verb, ENT_LIST_GIVING);
    node->head = verb;
    node->rel = giving ? ENT_REL_IOBJ : ENT_REL_OBJ;
    if (!giving)
        view->nodes[sum].rel = ENT_REL_DEP;
    ent_view_link(view);
}

/* "..., the UN office concluded.": who says it, taken for an apposition to the last noun
 * of what is said. */
static void mend_last_speaker(struct ent_view *view, int32_t verb)
{
    int32_t speaker = verb - 1;
    while (speaker > 1 && view->nodes[speaker].upos == ENT_ADV)
        speaker--;
    while (speaker > 1 && view->nodes[speaker].rel == ENT_REL_FLAT &&
           view->nodes[speaker].head < speaker)
        speaker = view->nodes[speaker].head;
    int32_t told = ent_view_child(view, verb, ENT_REL_CCOMP);
    if (!ent_view_verb(view, verb) || speaker < 3 || !ent_view_nominal(view, speaker) ||
        view->nodes[speaker].head >= speaker ||
        view->nodes[speaker].rel != ENT_REL_APPOS ||
        ent_view_child(view, verb, ENT_REL_NSUBJ) || !told || told > speaker ||
        ent_view_child(view, verb, ENT_REL_AUX))
        return;
    int32_t first = speaker;
    while (first > 1 && view->nodes[first - 1].upos != ENT_PUNCT)
        first--;
    if (first < 3 || !ent_str_is(ent_view_word(view, first - 1)->form, ","))
        return;
    ent_view_put(view, speaker, verb, ENT_REL_NSUBJ);
    ent_view_link(view);
}

void ent_view_repair_wire(struct ent_view *view)
{
    for (int32_t w = 2; w <= view->count; w++) {
        mend_displaced_object(view, w);
        mend_borrowed_object(view, w);
        mend_hidden_predicate(view, w);
        mend_owned_subject(view, w);
        mend_fronted_agent(view, w);
        mend_modifier_verb(view, w);
        mend_repeated(view, w);
        mend_participle(view, w);
        mend_sum(view, w);
        mend_last_speaker(view, w);
    }
}
