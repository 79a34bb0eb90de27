/* topic.c: names that only label: the country before the colon of a headline ("Burundi :
 * le gouvernement refuse ...") and the place of a treaty ("l'accord de Paris"). */
#include "relation/view.h"

static void forget(struct ent_view *view, int32_t first, int32_t last)
{
    for (int32_t w = first; w <= last; w++) {
        view->nodes[w].mention = view->nodes[w].mention_count = 0;
        view->nodes[w].cover = 0;
    }
}

static bool is_finite(const struct ent_view *view, int32_t w)
{
    return (view->nodes[w].upos == ENT_VERB || view->nodes[w].upos == ENT_AUX)
           && ent_view_has(view, w, ENT_FIN) && !ent_view_has(view, w, ENT_IMPER);
}

/* The finite verb behind the colon has a subject of its own there: some word between that
 * is no clitic. A quotation is what the one before the colon says. */
static bool tells_for_itself(const struct ent_view *view, int32_t colon)
{
    bool subject = false;
    for (int32_t w = colon + 1; w <= view->count; w++) {
        if (view->nodes[w].quote)
            return false;
        if (is_finite(view, w))
            return subject;
        subject |= view->nodes[w].upos == ENT_NOUN || view->nodes[w].upos == ENT_PROPN;
    }
    return false;
}

int32_t ent_view_label_end(const struct ent_view *view)
{
    enum { LONGEST = 4 };
    for (int32_t w = 2; w <= view->count && w <= LONGEST; w++)
        if (ent_view_is(view, w, ":"))
            return w;
    return 0;
}

/* "Syrie : les rebelles quittent Alep". */
static void drop_label(struct ent_view *view)
{
    int32_t colon = ent_view_label_end(view);
    if (!colon)
        return;
    for (int32_t w = colon + 1; w <= view->count;
         w++) /* what the label is over is not it */
        if (view->nodes[w].rel == ENT_REL_APPOS && view->nodes[w].head < colon)
            view->nodes[w].rel = ENT_REL_PARATAXIS;
    for (int32_t w = 1; w < colon && view->french; w++) /* nor does it own what is told */
        if (view->nodes[w].head > colon && view->nodes[w].rel == ENT_REL_NMOD)
            view->nodes[w].rel = ENT_REL_DEP;
    if (!tells_for_itself(view, colon))
        return;
    for (int32_t w = 1; w < colon; w++) {
        uint32_t cover = view->nodes[w].cover;
        if (!cover || view->mentions->mentions[cover - 1].kind != ENT_MENTION_NAME)
            return;
    }
    forget(view, 1, colon - 1);
    for (int32_t w = 1; w < colon; w++) /* nor is it the clause's subject */
        if (view->nodes[w].head > colon)
            view->nodes[w].rel = ENT_REL_DEP;
}

/* "l'accord de Paris", "la conférence de Berlin sur la paix", but "l'accord de Paris avec
 * Berlin": a bare name without article behind the noun, and nobody it is made with. */
static bool is_seated(const struct ent_view *view, int32_t noun)
{
    int32_t w = noun + 2;
    const struct ent_node *node = &view->nodes[w <= view->count ? w : 0];
    if (w > view->count || !ent_view_in(view, view->nodes[noun].lemma, ENT_LIST_SEATED)
        || node->head != noun || node->rel != ENT_REL_NMOD || node->upos != ENT_PROPN
        || node->prep != view->language->de || !node->cover
        || ent_view_child(view, w, ENT_REL_DET)
        || (w < view->count && view->nodes[w + 1].head == w
            && view->nodes[w + 1].rel == ENT_REL_FLAT))
        return false;
    for (int32_t c = view->nodes[noun].child; c; c = view->nodes[c].next)
        if (c > w && view->nodes[c].mention && view->nodes[c].prep != ENT_WORD_NONE)
            return false;
    return true;
}

void ent_view_drop_labels(struct ent_view *view)
{
    drop_label(view);
    for (int32_t w = 1; w < view->count; w++)
        if (is_seated(view, w))
            forget(view, w, w + 2);
}
