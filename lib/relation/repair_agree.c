/* repair_agree.c: a participle that does not agree with the noun the parser hangs it on,
 * but with the nearer one: "ses relations avec Doha, accusé de ...". */
#include "relation/repair.h"

#define GENDERS (ENT_MASC | ENT_FEM)
#define NUMBERS (ENT_SING | ENT_PLUR)

static uint32_t morph(const struct ent_view *view, int32_t w)
{
    return ent_view_word(view, w)->morph;
}

static bool agree(uint32_t a, uint32_t b)
{
    bool genders = !(a & GENDERS) || !(b & GENDERS) || (a & b & GENDERS);
    bool numbers = !(a & NUMBERS) || !(b & NUMBERS) || (a & b & NUMBERS);
    return genders && numbers;
}

/* The nearest noun before w, across a comma at most. */
static int32_t noun_before(const struct ent_view *view, int32_t w)
{
    int32_t noun = w - 1;
    if (noun > 1 && view->nodes[noun].upos == ENT_ADV)
        noun--;
    if (noun > 1 && ent_str_is(ent_view_word(view, noun)->form, ","))
        noun--;
    while (noun > 1 && view->nodes[noun].rel == ENT_REL_FLAT &&
           view->nodes[noun].head < noun)
        noun = view->nodes[noun].head;
    return noun > 0 && ent_view_nominal(view, noun) ? noun : 0;
}

/* What the participle is said of: the noun it hangs on, the subject of its verb; 0 if
 * none. */
static int32_t described(const struct ent_view *view, int32_t w)
{
    int32_t head = view->nodes[w].head;
    return view->nodes[w].rel == ENT_REL_ADVCL ? ent_view_child(view, head, ENT_REL_NSUBJ)
                                               : head;
}

/* Behind the noun that it describes, or behind the clause ("ouvre une enquête sur
 * l'acquéreur, déjà condamné par Rome"). */
static bool hangs_on_noun(const struct ent_view *view, int32_t w)
{
    const struct ent_node *node = &view->nodes[w];
    bool aside = node->rel == ENT_REL_ADVCL && view->nodes[node->head].upos == ENT_VERB &&
                 view->nodes[described(view, w)].upos == ENT_NOUN &&
                 !ent_view_child(view, w, ENT_REL_MARK);
    return node->head < w && (node->rel == ENT_REL_ACL || aside);
}

void ent_view_repair_agreement(struct ent_view *view)
{
    bool changed = false;
    for (int32_t w = 2; w <= view->count; w++) {
        struct ent_node *node = &view->nodes[w];
        int32_t noun = noun_before(view, w), above = noun;
        if (node->upos != ENT_VERB || !hangs_on_noun(view, w) ||
            (morph(view, w) & (ENT_PART_FORM | ENT_PRES)) != ENT_PART_FORM ||
            ent_view_child(view, w, ENT_REL_AUX) || noun <= node->head ||
            agree(morph(view, w), morph(view, described(view, w))) ||
            !agree(morph(view, w), morph(view, noun)))
            continue;
        while (above > node->head)
            above = view->nodes[above].head;
        if (above != node->head)
            continue;
        node->head = noun;
        node->rel = ENT_REL_ACL;
        changed = true;
    }
    if (changed)
        ent_view_link(view);
}
