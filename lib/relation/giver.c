/* giver.c: who stands behind a noun. "le plan que propose Rome", "l'offre que lui a faite
 * Oslo": who makes a thing, in a relative clause about it. "le site français Mediapart",
 * "Lazarus, un groupe lié à Pyongyang": the body that a noun describes. */
#include "relation/clause.h"

#include <entente/utf8.h>

static bool makes(const struct ent_view *view, int32_t verb)
{
    const struct ent_language *language = view->language;
    uint32_t word = view->nodes[verb].verb;
    if (word == ENT_WORD_NONE)
        return false;
    if (ent_view_in(view, word, ENT_LIST_MAKING))
        return true;
    for (uint32_t l = language->supports_by_head[word]; l;
         l = language->links[l - 1].next) {
        const struct ent_support *support =
            &language->supports[language->links[l - 1].item];
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
            view->nodes[c].upos != ENT_VERB || ent_voice_passive(view, c) ||
            !makes(view, c))
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
    static const char *const KINDS[] = {
        "company",      "media",       "ngo",         "union",      "party", "agency",
        "hacker_group", "armed_group", "institution", "federation", NULL};
    const struct ent_mentions *all = view->mentions;
    const struct ent_mention *name = &all->mentions[mention];
    return name->kind == ENT_MENTION_NAME &&
           ent_str_among(all->actors[name->actor].kind, KINDS);
}

/* The name that begins at w and hangs on the word without a preposition, or NULL. */
static const struct ent_mention *name_at(const struct ent_view *view, int32_t w,
                                         int32_t word)
{
    uint32_t cover = w <= view->count ? view->nodes[w].cover : 0;
    const struct ent_mention *name = cover ? &view->mentions->mentions[cover - 1] : NULL;
    bool hangs = name && name->kind == ENT_MENTION_NAME && name->first == w &&
                 name->head > 0 && view->nodes[name->head].head == word &&
                 view->nodes[name->head].prep == ENT_WORD_NONE;
    return hangs ? name : NULL;
}

/* "le suisse Holmer", "l'italien Eni", "la Chinoise Huawei": a nationality right before a
 * name. */
static uint32_t by_nationality(const struct ent_view *view, int32_t word,
                               const struct ent_mention *mention)
{
    struct ent_str form = ent_view_word(view, word)->form;
    struct ent_str kind = view->mentions->actors[mention->actor].kind;
    size_t position = 0;
    bool lower = ent_utf8_class(ent_utf8_next(form, &position)) == ENT_CLASS_LOWER;
    bool describes =
        lower ? ent_str_is(kind, "state") : mention->kind != ENT_MENTION_NAME;
    const struct ent_mention *name = describes ? name_at(view, word + 1, word) : NULL;
    return name && !name->place && mention->first == mention->last &&
                   ent_view_child(view, word, ENT_REL_DET)
               ? view->nodes[word + 1].cover
               : 0;
}

/* "le site français Mediapart"; "Lazarus, un groupe lié à": a noun for a body beside its
 * name. */
static uint32_t by_noun(const struct ent_view *view, int32_t word)
{
    const struct ent_node *node = &view->nodes[word];
    uint32_t host = node->rel == ENT_REL_APPOS ? view->nodes[node->head].mention : 0;
    int32_t w = word + 1;
    if (host && node->head < word && is_body(view, host - 1))
        return host;
    while (w <= view->count && view->nodes[w].upos == ENT_ADJ)
        w++;
    return name_at(view, w, word) && is_body(view, view->nodes[w].cover - 1)
               ? view->nodes[w].cover
               : 0;
}

uint32_t ent_named_beside(const struct ent_view *view, int32_t word)
{
    const struct ent_node *node = &view->nodes[word];
    if (!view->french || !node->mention || node->upos == ENT_PROPN)
        return 0;
    const struct ent_mention *mention = &view->mentions->mentions[node->mention - 1];
    uint32_t name = by_nationality(view, word, mention);
    bool noun = node->upos == ENT_NOUN && mention->kind == ENT_MENTION_NOMINAL;
    return name || !noun || node->idle ? name : by_noun(view, word);
}
