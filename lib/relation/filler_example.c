/* filler_example.c: who is named as an example of a group: "seize organisations, dont
 * l'AMA", "two dozen countries, among them Britain and Peru". */
#include "relation/filler.h"

static int32_t head_of(const struct ent_view *view, uint32_t cover)
{
    return view->mentions->mentions[cover - 1].head;
}

/* "seize organisations sportives, dont l'AMA": the example that follows a group. */
static int32_t french_example(const struct ent_view *view, int32_t word)
{
    int32_t w = word + 1;
    if (view->nodes[word].mention || view->nodes[word].upos != ENT_NOUN)
        return 0;
    while (w <= view->count && view->nodes[w].upos == ENT_ADJ)
        w++;
    if (w + 2 <= view->count && ent_str_is(ent_view_word(view, w)->form, "comme"))
        w--; /* "des alliés comme A" */
    else if (w + 2 > view->count || !ent_str_is(ent_view_word(view, w)->form, ","))
        return 0;
    struct ent_str form = ent_view_word(view, w + 1)->form;
    if (!ent_str_is(form, "dont") && !ent_str_is(form, "comme")
        && !ent_str_is(form, "notamment"))
        return 0;
    uint32_t cover = view->nodes[w + 2].cover;
    if (!cover && w + 3 <= view->count && view->nodes[w + 2].upos == ENT_DET)
        cover = view->nodes[w + 3].cover;
    int32_t head = cover ? head_of(view, cover) : 0;
    /* "dont la Russie a expulsé": a clause. */
    return head > w && !ent_view_has(view, head, ENT_REL_PRON)
                   && view->nodes[head].rel != ENT_REL_NSUBJ
               ? head : 0;
}

/* "two dozen countries, among them Britain and Peru", "allies such as A", "members,
 * including A": the first of the examples that follow a group. */
static int32_t english_example(const struct ent_view *view, int32_t word)
{
    int32_t w = word + 1;
    if (view->nodes[word].mention || view->nodes[word].upos != ENT_NOUN ||
        w + 2 > view->count)
        return 0;
    if (view->nodes[w].upos == ENT_PUNCT)
        w++;
    struct ent_str form = ent_view_word(view, w)->form;
    struct ent_str next = ent_view_word(view, w + 1)->form;
    if ((ent_str_is(form, "among") && ent_str_is(next, "them")) ||
        (ent_str_is(form, "such") && ent_str_is(next, "as")))
        w += 2;
    else if (ent_str_is(form, "including") || ent_str_is(form, "notably") ||
             ent_str_is(form, "like"))
        w++;
    else
        return 0;
    if (w <= view->count && view->nodes[w].upos == ENT_DET)
        w++;
    uint32_t cover = w <= view->count ? view->nodes[w].cover : 0;
    bool name = cover && view->mentions->mentions[cover - 1].kind == ENT_MENTION_NAME;
    return name ? head_of(view, cover) : 0;
}

int32_t ent_example_of(const struct ent_view *view, int32_t word)
{
    return view->french ? french_example(view, word) : english_example(view, word);
}
