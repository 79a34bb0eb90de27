/* giver.c: who stands behind a noun. "le plan que propose Rome", "l'offre que lui a faite
 * Oslo": who makes a thing, in a relative clause about it. "le site français Mediapart",
 * "Lazarus, un groupe lié à Pyongyang": the body that a noun describes. */
#include "relation/clause.h"

static bool makes(const struct ent_view *view, int32_t verb)
{
    const struct ent_language *language = view->language;
    uint32_t word = view->nodes[verb].verb;
    if (word == ENT_WORD_NONE)
        return false;
    if (ent_view_in(view, word, ENT_LIST_MAKING))
        return true;
    for (uint32_t l = language->supports_by_head[word]; l; l = language->links[l - 1].next) {
        const struct ent_support *support = &language->supports[language->links[l - 1].item];
        if (support->role == ENT_ROLE_SOURCE && support->noun.slot == ENT_SLOT_OBJ)
            return true;
    }
    return false;
}

/* "A pose des conditions que B juge irrecevables": B judges what A made. */
static int32_t maker_of_judged(const struct ent_view *view, int32_t noun)
{
    float quality = 1.0F;
    int32_t verb = view->nodes[noun].head, focus = view->focus;
    bool judged = focus && view->nodes[focus].rel == ENT_REL_ACL &&
                  view->nodes[focus].head == noun && focus > noun;
    bool object = false;
    for (int32_t c = judged ? view->nodes[focus].child : 0; c && c < focus;
         c = view->nodes[c].next)
        object |= ent_str_is(ent_view_word(view, c)->lemma, "que");
    return object && view->nodes[noun].rel == ENT_REL_OBJ && verb &&
                   view->nodes[verb].upos == ENT_VERB && makes(view, verb)
               ? ent_logical_subject(view, verb, &quality) : 0;
}

int32_t ent_giver(const struct ent_view *view, int32_t noun)
{
    float quality = 1.0F;
    int32_t maker = maker_of_judged(view, noun);
    if (maker)
        return maker;
    for (int32_t c = view->nodes[noun].child; c; c = view->nodes[c].next) {
        bool object = false;
        if (view->nodes[c].rel != ENT_REL_ACL || c == view->focus || c < noun ||
            view->nodes[c].upos != ENT_VERB || ent_voice_passive(view, c) || !makes(view, c))
            continue;
        for (int32_t k = view->nodes[c].child; k && k < c; k = view->nodes[k].next)
            object |= ent_str_is(ent_view_word(view, k)->lemma, "que");
        if (object)
            return ent_logical_subject(view, c, &quality);
    }
    return 0;
}

static bool is_body(const struct ent_view *view, uint32_t mention)
{
    static const char *const KINDS[] = {"company", "media", "ngo",          "union",
                                        "party",   "agency", "hacker_group", "armed_group",
                                        "institution", "federation", NULL};
    const struct ent_mentions *all = view->mentions;
    const struct ent_mention *name = &all->mentions[mention];
    return name->kind == ENT_MENTION_NAME &&
           ent_str_among(all->actors[name->actor].kind, KINDS);
}

uint32_t ent_named_body(const struct ent_view *view, int32_t word)
{
    const struct ent_node *node = &view->nodes[word];
    int32_t w = word + 1;
    if (!view->french || node->upos != ENT_NOUN || !node->mention ||
        view->mentions->mentions[node->mention - 1].kind != ENT_MENTION_NOMINAL)
        return 0;
    if (node->rel == ENT_REL_APPOS && view->nodes[node->head].mention && node->head < word &&
        is_body(view, view->nodes[node->head].mention - 1))
        return view->nodes[node->head].mention;
    while (w <= view->count && view->nodes[w].upos == ENT_ADJ)
        w++;
    uint32_t cover = w <= view->count ? view->nodes[w].cover : 0;
    if (!cover || !is_body(view, cover - 1))
        return 0;
    const struct ent_mention *name = &view->mentions->mentions[cover - 1];
    bool hangs = name->first == w && name->head > 0 && view->nodes[name->head].head == word &&
                 view->nodes[name->head].prep == ENT_WORD_NONE;
    return hangs ? cover : 0;
}
