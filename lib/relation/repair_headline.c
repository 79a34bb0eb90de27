/* repair_headline.c: headlines whose verb the tagger took for a noun or adjective:
 * "L'Otan frappe Belgrade", "Kenya shares intelligence". */
#include "relation/repair.h"

static const struct ent_mention *mention_of(const struct ent_view *view, uint32_t index)
{
    return &view->mentions->mentions[index];
}

/* "L'Otan frappe Belgrade": a noun with a subject and no copula is a verb. */
static void repair_noun_with_subject(struct ent_view *view)
{
    for (int32_t w = 1; w <= view->count; w++) {
        struct ent_node *node = &view->nodes[w];
        if ((node->upos != ENT_NOUN && node->upos != ENT_ADJ) ||
            node->as_verb == ENT_WORD_NONE || ent_view_child(view, w, ENT_REL_COP) ||
            ent_view_child(view, w, ENT_REL_DET))
            continue;
        int32_t subject = ent_view_child(view, w, ENT_REL_NSUBJ);
        if (!subject || subject > w)
            continue;
        node->upos = ENT_VERB;
        node->verb = node->as_verb;
        for (int32_t c = node->child; c; c = view->nodes[c].next)
            if (c > w && view->nodes[c].prep == ENT_WORD_NONE &&
                (view->nodes[c].rel == ENT_REL_NMOD ||
                 view->nodes[c].rel == ENT_REL_APPOS ||
                 view->nodes[c].rel == ENT_REL_FLAT))
                view->nodes[c].rel = ENT_REL_OBJ;
    }
}

bool ent_view_verbless(const struct ent_view *view)
{
    for (int32_t w = 1; w <= view->count; w++)
        if ((view->nodes[w].upos == ENT_VERB || view->nodes[w].upos == ENT_AUX) &&
            (ent_view_has(view, w, ENT_FIN) || view->nodes[w].finite))
            return false;
    return true;
}

/* The noun that the determiner, adjective or noun at w belongs to. */
static int32_t next_nominal(const struct ent_view *view, int32_t w)
{
    for (; w <= view->count; w++) {
        enum ent_upos upos = (enum ent_upos)view->nodes[w].upos;
        if (ent_view_nominal(view, w))
            return w;
        if (upos != ENT_DET && upos != ENT_ADJ && upos != ENT_NUM)
            return 0;
    }
    return 0;
}

/* "warns Angela Merkel": the verb taken for the title of the name behind it. */
static bool begins_mention(const struct ent_view *view, int32_t w)
{
    uint32_t cover = view->nodes[w].cover;
    return !view->french && cover && mention_of(view, cover - 1)->first == w &&
           mention_of(view, cover - 1)->last > w &&
           ent_str_ends(ent_view_word(view, w)->form, ENT_STR("s"));
}

/* "Kenya shares intelligence": the verb taken for a part of the name that begins the
 * text. */
static bool is_swallowed(const struct ent_view *view, int32_t w)
{
    uint32_t cover = view->nodes[w].cover;
    if (view->french || !cover || view->nodes[w - 1].cover != cover ||
        view->nodes[w - 1].upos != ENT_PROPN || view->nodes[w].upos != ENT_NOUN ||
        !ent_str_ends(ent_view_word(view, w)->form, ENT_STR("s")))
        return false;
    const struct ent_mention *mention = mention_of(view, cover - 1);
    return mention->kind == ENT_MENTION_NOMINAL && mention->first == 1 &&
           mention->last > w;
}

/* May the word be the verb of a headline without one: could it be a form of a verb, and
 * does the name or phrase of an actor end right before it, or swallow it? */
static bool may_be_verb(const struct ent_view *view, int32_t w)
{
    const struct ent_node *node = &view->nodes[w];
    uint32_t cover = view->nodes[w - 1].cover;
    if (!cover || node->as_verb == ENT_WORD_NONE ||
        (node->mention && !begins_mention(view, w)))
        return false;
    const struct ent_mention *actor = mention_of(view, cover - 1);
    bool ends = node->cover != cover && actor->last == w - 1;
    bool loan =
        !view->french && actor->kind == ENT_MENTION_ADJECTIVE; /* "The Iranian loan to" */
    return (ends || is_swallowed(view, w)) && !loan &&
           view->nodes[actor->head].prep == ENT_WORD_NONE;
}

/* Make w the verb of the clause of which `subject` is the subject and `object`, if not 0,
 * the object. */
static void make_verb(struct ent_view *view, int32_t w, int32_t subject, int32_t object)
{
    struct ent_node *node = &view->nodes[w];
    int32_t top = view->nodes[subject].head == w ? node->head : view->nodes[subject].head;
    ent_view_read_as_verb(view, w);
    if (!view->french && top > w && ent_view_has(view, top, ENT_INF)) {
        int32_t above = view->nodes[top].head; /* "heads for Rome to see" */
        ent_view_put(view, top, w, ENT_REL_ADVCL);
        top = above;
    }
    node->head = top == object && object ? 0 : top;
    node->rel = node->head ? ENT_REL_PARATAXIS : ENT_REL_ROOT;
    ent_view_put(view, subject, object == subject ? 0 : w, ENT_REL_NSUBJ);
    if (object) {
        ent_view_put(view, object, w, ENT_REL_OBJ);
    }
    ent_view_link(view);
}

/* "La Cédéao ferme ses frontières": a headline without verb, in which a noun or adjective
 * that could be one stands between an actor and a noun phrase. */
static void repair_verbless(struct ent_view *view)
{
    if (!ent_view_verbless(view))
        return;
    for (int32_t w = 2; w < view->count; w++) {
        if (!may_be_verb(view, w))
            continue;
        int32_t object = next_nominal(view, w + 1);
        bool gerund = view->nodes[w + 1].upos == ENT_VERB && !view->french;
        if (!object && view->nodes[w + 1].upos != ENT_ADP && !gerund)
            continue;
        if (gerund && view->nodes[w + 1].head == w)
            view->nodes[w + 1].rel = ENT_REL_XCOMP;
        uint32_t actor = view->nodes[w - 1].cover - 1;
        make_verb(view, w, is_swallowed(view, w) ? w - 1 : mention_of(view, actor)->head,
                  object);
        return;
    }
}

void ent_view_repair_headline(struct ent_view *view)
{
    repair_noun_with_subject(view);
    repair_verbless(view);
}
