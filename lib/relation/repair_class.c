/* repair_class.c: English words that the tagger reads as another part of speech: "due to
 * hold", "laid siege", "so did A", "EU aid to", "paid tribute to". */
#include "relation/repair.h"

/* "are due to hold talks", read as a compound preposition of a noun phrase. */
static void mend_intention(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t noun = node->head, verb = w + 2;
    if ((!ent_view_is(view, w, "due") && !ent_view_is(view, w, "set")) ||
        !ent_view_is(view, w + 1, "to") || node->rel != ENT_REL_CASE || noun <= verb ||
        verb > view->count || view->nodes[verb].upos != ENT_VERB ||
        view->nodes[verb].head != noun)
        return;
    node->upos = ENT_ADJ;
    ent_view_take_place(view, w, noun);
    for (int32_t c = view->nodes[noun].child; c; c = view->nodes[c].next)
        if (c < w)
            view->nodes[c].head = w;
    ent_view_put(view, verb, w, ENT_REL_XCOMP);
    ent_view_put(view, w + 1, verb, ENT_REL_MARK);
    ent_view_put(view, noun, verb, ENT_REL_OBJ);
    view->nodes[noun].prep = ENT_WORD_NONE;
    ent_view_link(view);
}

/* "the cartel laid/ADJ siege": a past tense between two noun phrases without comma, taken
 * for an adjective of the second. */
static void mend_past(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t object = node->head, subject = view->nodes[object].head;
    if (w < 2 || node->upos != ENT_ADJ || node->rel != ENT_REL_AMOD || object <= w ||
        node->form == ENT_WORD_NONE || !view->language->lemma_of[node->form] ||
        subject != w - 1 || !ent_view_nominal(view, subject) ||
        view->nodes[object].prep != ENT_WORD_NONE ||
        ent_view_child(view, object, ENT_REL_DET))
        return;
    node->upos = ENT_VERB;
    node->verb = view->language->lemma_of[node->form] - 1;
    node->finite = true;
    ent_view_take_place(view, w, subject);
    ent_view_put(view, subject, w, ENT_REL_NSUBJ);
    ent_view_put(view, object, w, ENT_REL_OBJ);
    ent_view_link(view);
}

/* "So did Oslo", "as did Oslo": the verb that stands for another one. */
static void mend_pro_verb(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    bool so = w > 1 && (ent_view_is(view, w - 1, "So") ||
                        ent_view_is(view, w - 1, "so") || ent_view_is(view, w - 1, "as"));
    if (!so || !ent_str_is(ent_view_word(view, w)->lemma, "do") ||
        node->rel == ENT_REL_AUX)
        return;
    node->upos = ENT_VERB;
    node->verb = ent_view_find(view, ENT_STR("do"));
    view->nodes[w - 1].lemma = ent_view_find(view, ENT_STR("as"));
    if (node->head != w - 1)
        return;
    ent_view_take_place(view, w, w - 1);
    ent_view_put(view, w - 1, w, ENT_REL_ADVMOD);
    ent_view_link(view);
}

/* "EU aid/VERB to Jordan has doubled": a noun behind a name, taken for the verb of the
 * clause. */
static void mend_bare_noun(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t subject =
        w > 1 && view->nodes[w - 1].rel == ENT_REL_NSUBJ && view->nodes[w - 1].head == w
            ? w - 1
            : 0;
    int32_t verb = 0;
    if (node->upos != ENT_VERB || !subject || view->nodes[subject].upos != ENT_PROPN ||
        !ent_str_eq(ent_view_word(view, w)->form, ent_view_word(view, w)->lemma))
        return;
    for (int32_t c = node->child; c && !verb; c = view->nodes[c].next)
        if (c > w && view->nodes[c].upos == ENT_VERB &&
            view->nodes[c].rel == ENT_REL_CCOMP &&
            !ent_view_child(view, c, ENT_REL_NSUBJ) &&
            !ent_view_child(view, c, ENT_REL_MARK) &&
            ent_view_child(view, c, ENT_REL_AUX))
            verb = c;
    for (int32_t k = w; k < verb; k++)
        if (view->nodes[k].upos == ENT_PUNCT)
            return;
    if (!verb)
        return;
    ent_view_put(view, verb, node->head, node->rel);
    if (view->root == w)
        view->root = verb;
    node->upos = ENT_NOUN;
    node->head = verb;
    node->rel = ENT_REL_NSUBJ;
    view->nodes[subject].rel = ENT_REL_COMPOUND;
    for (int32_t c = node->child; c; c = view->nodes[c].next)
        if (view->nodes[c].rel == ENT_REL_OBL && c < verb)
            view->nodes[c].rel = ENT_REL_NMOD;
        else if (c > verb)
            view->nodes[c].head = verb;
    ent_view_link(view);
}

/* "paid tribute/VERB to Rome", "went to war/VERB with Rome": a noun that tells an act,
 * taken for a verb behind a verb that does not govern one. */
static void mend_noun_behind(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    bool to = ent_view_is(view, w - 1, "to");
    int32_t verb = to ? w - 2 : w - 1;
    bool named = ent_view_is(view, w, "war") || ent_view_is(view, w, "tribute") ||
                 ent_view_is(view, w, "homage") || ent_view_is(view, w, "heed");
    if (!named || verb < 1 || node->upos != ENT_VERB || node->rel != ENT_REL_XCOMP ||
        node->head != verb || ent_view_child(view, w, ENT_REL_OBJ))
        return;
    node->upos = ENT_NOUN;
    node->verb = ENT_WORD_NONE;
    node->rel = to ? ENT_REL_OBL : ENT_REL_OBJ;
    node->prep = to ? view->language->to : ENT_WORD_NONE;
    for (int32_t c = node->child; c; c = view->nodes[c].next)
        if (view->nodes[c].rel == ENT_REL_OBL)
            view->nodes[c].rel = ENT_REL_NMOD;
        else if (view->nodes[c].rel == ENT_REL_MARK)
            view->nodes[c].rel = ENT_REL_CASE;
}

void ent_view_repair_class(struct ent_view *view, int32_t w)
{
    mend_intention(view, w);
    mend_past(view, w);
    mend_pro_verb(view, w);
    mend_bare_noun(view, w);
    mend_noun_behind(view, w);
}
