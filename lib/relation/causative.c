/* causative.c: French reflexive semi-auxiliaries make a passive of an infinitive: in
 * "s'est vu couper le gaz par B" and "s'est fait arrêter par B" the subject undergoes
 * what B does. */
#include "relation/clause.h"

static bool is_semi_auxiliary(const struct ent_view *view, int32_t w)
{
    struct ent_str lemma = ent_view_word(view, w)->lemma;
    return ent_str_is(lemma, "voir") || ent_str_is(lemma, "entendre")
           || ent_view_in(view, view->nodes[w].lemma, ENT_LIST_CAUSE);
}

int32_t ent_undergoer(const struct ent_view *view, int32_t verb, float *quality)
{
    if (!view->french || !ent_view_has(view, verb, ENT_INF))
        return 0;
    const struct ent_node *node = &view->nodes[verb];
    bool complement = node->rel == ENT_REL_XCOMP || node->rel == ENT_REL_CCOMP;
    if (complement && is_semi_auxiliary(view, node->head)
        && ent_voice_reflexive(view, node->head))
        return ent_surface_subject(view, node->head, quality);
    if (!ent_voice_reflexive(view, verb))
        return 0;
    for (int32_t c = node->child; c; c = view->nodes[c].next)
        if (view->nodes[c].rel == ENT_REL_AUX && is_semi_auxiliary(view, c))
            return ent_surface_subject(view, verb, quality);
    return 0;
}
