/* repair_joined.c: English coordination that the parser leaves loose: "as well as", "but
 * also", verbs left out, what "not" sets apart. */
#include "relation/repair.h"

static struct ent_str form_of(const struct ent_view *view, int32_t w)
{
    return ent_view_word(view, w)->form;
}

static void join(struct ent_view *view, int32_t first, int32_t second)
{
    ent_view_put(view, second, first, ENT_REL_CONJ);
    view->nodes[second].prep = ENT_WORD_NONE;
    ent_view_link(view);
}

/* "as well as the World Bank", "but also Nicaragua": of two subjects joined so the
 * second, or the first, hangs loose. */
static void mend_joined(struct ent_view *view, int32_t w)
{
    bool well = ent_str_is(form_of(view, w), "well") && w > 1 && w < view->count
                && ent_str_is(form_of(view, w - 1), "as")
                && ent_str_is(form_of(view, w + 1), "as");
    bool also = ent_str_is(form_of(view, w), "but") && w > 1 && w < view->count
                && ent_str_is(form_of(view, w + 1), "also");
    int32_t first = 0, second = 0;
    if (!well && !also)
        return;
    for (int32_t k = w - 1; k > 0 && !first && w - k <= 8; k--)
        if (view->nodes[k].mention && ent_view_nominal(view, k))
            first = k;
    for (int32_t k = w + 2; k <= view->count && !second && k - w <= 8; k++)
        if (view->nodes[k].mention && ent_view_nominal(view, k))
            second = k;
    if (!first || !second || view->nodes[first].rel == ENT_REL_CONJ
        || view->nodes[second].rel == ENT_REL_CONJ || ent_view_below(view, second, first)
        || ent_view_below(view, first, second))
        return;
    if (view->nodes[first].rel == ENT_REL_NSUBJ ||
        view->nodes[second].rel != ENT_REL_NSUBJ)
        join(view, first, second);
    else
        join(view, second, first);
}

/* "Berlin four and Kyiv thirteen": names with bare numbers behind a clause do what its
 * subject did. */
static void mend_gapping(struct ent_view *view, int32_t w)
{
    uint32_t cover = view->nodes[w].cover;
    if (w < 4 || w == view->count || view->nodes[w].upos != ENT_NUM ||
        !view->nodes[w - 1].cover)
        return;
    const struct ent_mention *mention =
        &view->mentions->mentions[view->nodes[w - 1].cover - 1];
    enum ent_upos next = (enum ent_upos)view->nodes[w + 1].upos;
    enum ent_upos before =
        mention->first > 1 ? (enum ent_upos)view->nodes[mention->first - 1].upos : ENT_X;
    int32_t head = mention->head, verb = head - 1;
    if (cover || mention->last != w - 1 || mention->kind != ENT_MENTION_NAME
        || (next != ENT_PUNCT && next != ENT_CCONJ)
        || (before != ENT_PUNCT && before != ENT_CCONJ)
        || view->nodes[head].prep != ENT_WORD_NONE)
        return;
    while (verb > 0 && view->nodes[verb].upos != ENT_VERB)
        verb--;
    int32_t subject = verb ? ent_view_child(view, verb, ENT_REL_NSUBJ) : 0;
    if (subject && view->nodes[subject].mention && subject < verb &&
        !ent_view_below(view, subject, head))
        join(view, subject, head);
}

/* "invited Japan, not China": what "not" sets apart behind a comma is left out. */
static void mend_contrast(struct ent_view *view, int32_t w)
{
    if (w < 3 || w == view->count || !ent_str_is(form_of(view, w), "not")
        || !ent_str_is(form_of(view, w - 1), ",") || !view->nodes[w + 1].cover)
        return;
    const struct ent_mention *mention =
        &view->mentions->mentions[view->nodes[w + 1].cover - 1];
    int32_t head = mention->head;
    if (mention->first != w + 1 || view->nodes[head].head >= w ||
        !view->nodes[head].head ||
        (view->nodes[head].rel != ENT_REL_CONJ &&
         view->nodes[head].rel != ENT_REL_APPOS && view->nodes[head].rel != ENT_REL_OBJ))
        return;
    view->nodes[head].rel = ENT_REL_DEP;
}

void ent_view_repair_joined(struct ent_view *view)
{
    for (int32_t w = 2; w <= view->count; w++) {
        mend_joined(view, w);
        mend_gapping(view, w);
        mend_contrast(view, w);
    }
}
