/* repair_phrase.c: English phrases that the parser takes apart: the participle of a
 * compound read as the main verb, the two objects of a verb of giving. */
#include "relation/repair.h"

static bool is_hyphen(const struct ent_view *view, int32_t w)
{
    return ent_str_is(ent_view_word(view, w)->form, "-");
}

/* The noun that the compound which ends at w describes: the last of the nouns behind it.
 */
static int32_t described_noun(const struct ent_view *view, int32_t w)
{
    int32_t noun = w + 1;
    while (noun <= view->count && view->nodes[noun].upos == ENT_ADJ)
        noun++;
    if (noun > view->count || !ent_view_nominal(view, noun))
        return 0;
    while (noun < view->count && (view->nodes[noun + 1].upos == ENT_NOUN ||
                                  view->nodes[noun + 1].upos == ENT_PROPN))
        noun++;
    return noun;
}

/* The verb that follows its subject at once, auxiliaries and adverbs aside. */
static int32_t verb_behind(const struct ent_view *view, int32_t noun)
{
    int32_t w = noun + 1;
    while (w <= view->count && w - noun <= 4 &&
           (view->nodes[w].upos == ENT_AUX || view->nodes[w].upos == ENT_ADV))
        w++;
    return w <= view->count && view->nodes[w].upos == ENT_VERB &&
                   !ent_view_has(view, w, ENT_GER)
               ? w
               : 0;
}

/* "Turkish-backed fighters entered": the noun takes the place of the word that was taken
 * for what the participle describes. */
static void hang_compound(struct ent_view *view, int32_t w, int32_t noun)
{
    struct ent_node *stem = &view->nodes[w - 2];
    ent_view_put(view, noun, stem->head, stem->rel);
    view->nodes[noun].prep = stem->prep;
    if (view->root == w - 2)
        view->root = noun;
    stem->prep = ENT_WORD_NONE;
    stem->head = w;
    stem->rel = ENT_REL_COMPOUND;
    ent_view_put(view, w, noun, ENT_REL_AMOD);
    ent_view_link(view);
}

/* "Iran-backed Houthis fired on Israel": the participle of a compound taken for the main
 * verb; that is the verb behind the noun it describes. */
void ent_view_repair_compound(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    if (w < 3 || node->upos != ENT_VERB || !is_hyphen(view, w - 1) ||
        !view->nodes[w - 2].cover)
        return;
    int32_t noun = described_noun(view, w);
    int32_t verb = noun ? verb_behind(view, noun) : 0;
    int32_t object = verb ? view->nodes[verb].head : 0;
    /* "fired rockets", read as "fired" rockets */
    bool modifier = object > verb && view->nodes[verb].rel == ENT_REL_AMOD;
    bool aside = node->rel == ENT_REL_AMOD;
    if (noun && node->rel == ENT_REL_ACL && node->head == w - 2) {
        hang_compound(view, w, noun);
        return;
    }
    if (!verb ||
        (aside && (!modifier || node->head != object || !ent_view_verbless(view))))
        return;
    int32_t above = aside ? object : w;
    ent_view_take_place(view, verb, above);
    view->nodes[verb].finite = true;
    for (int32_t c = node->child; c; c = view->nodes[c].next)
        if (c > noun && c != verb)
            view->nodes[c].head = verb;
    if (modifier) {
        ent_view_put(view, object, verb, ENT_REL_OBJ);
    }
    ent_view_put(view, noun, verb, ENT_REL_NSUBJ);
    node->head = noun;
    node->rel = ENT_REL_AMOD;
    ent_view_link(view);
}

/* "granted Turkey a loan": the actor behind a verb of giving and the bare noun behind it
 * are its two objects, whatever the parser called them. */
void ent_view_repair_gift(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t first = ent_view_child(view, w, ENT_REL_OBJ);
    if (node->upos != ENT_VERB || !ent_view_in(view, node->verb, ENT_LIST_GIVING) ||
        first <= w || !view->nodes[first].cover ||
        view->nodes[first].prep != ENT_WORD_NONE)
        return;
    for (int32_t k = w + 1; k < first; k++)
        if (view->nodes[k].upos == ENT_ADP || view->nodes[k].upos == ENT_VERB ||
            view->nodes[k].upos == ENT_PUNCT)
            return;
    for (int32_t c = node->child; c; c = view->nodes[c].next) {
        const struct ent_node *gift = &view->nodes[c];
        bool bare = gift->rel == ENT_REL_OBJ || gift->rel == ENT_REL_OBL ||
                    gift->rel == ENT_REL_XCOMP;
        if (c <= first || !bare || gift->prep != ENT_WORD_NONE ||
            ent_view_is_time(view, c) ||
            (gift->upos != ENT_NOUN && gift->upos != ENT_SYM && gift->upos != ENT_NUM))
            continue;
        view->nodes[first].rel = ENT_REL_IOBJ;
        view->nodes[c].rel = ENT_REL_OBJ;
        return;
    }
}

/* "Swiss-Peruvian talks": of two owners joined by a hyphen the first hangs on the second.
 */
void ent_view_repair_pair(struct ent_view *view, int32_t w)
{
    if (w < 2 || w >= view->count || !is_hyphen(view, w))
        return;
    struct ent_node *first = &view->nodes[w - 1], *second = &view->nodes[w + 1];
    if (!first->mention || !second->mention || first->head != second->head ||
        (first->rel != ENT_REL_AMOD && first->rel != ENT_REL_COMPOUND) ||
        (second->rel != ENT_REL_AMOD && second->rel != ENT_REL_COMPOUND))
        return;
    first->head = w + 1;
    first->rel = ENT_REL_COMPOUND;
    ent_view_link(view);
}
