/* match.c: does a trigger's pattern hold at a word? */
#include "relation/clause.h"

static bool one_of(const struct ent_view *view, const struct ent_dep *dep, int32_t w)
{
    const uint32_t *words = view->language->pool + dep->first_word;
    const struct ent_node *node = &view->nodes[w];
    if (dep->word_count == 0)
        return true;
    for (uint32_t k = 0; k < dep->word_count; k++)
        if (node->lemma == words[k] || node->form == words[k] || node->alt == words[k])
            return true;
    return false;
}

/* "case:à|sous": one of these prepositions introduces the trigger. */
static bool introduced_by(const struct ent_view *view, const struct ent_dep *dep,
                          int32_t w)
{
    uint32_t prep = view->nodes[w].prep;
    bool found = prep != ENT_WORD_NONE && dep->word_count == 0;
    for (uint32_t k = 0; k < dep->word_count && prep != ENT_WORD_NONE; k++)
        found |= view->language->pool[dep->first_word + k] == prep;
    return found;
}

/* Is it the preposition of the dependent, or one of its alternatives? */
static bool is_prep(const struct ent_view *view, const struct ent_dep *dep, uint32_t prep)
{
    for (uint32_t k = 0; k < dep->prep_count; k++)
        if (view->language->pool[dep->first_prep + k] == prep)
            return true;
    return dep->at.prep == prep;
}

static int32_t find_below(const struct ent_view *view, const struct ent_dep *dep,
                          int32_t head)
{
    for (int32_t c = view->nodes[head].child; c; c = view->nodes[c].next)
        if (one_of(view, dep, c))
            return c;
    return 0;
}

/* A particle that the parser hung elsewhere: "gave in to". */
static int32_t find_particle(const struct ent_view *view, const struct ent_dep *dep,
                             int32_t head)
{
    for (int32_t w = head + 1; w <= view->count && w <= head + 2; w++) {
        enum ent_upos upos = (enum ent_upos)view->nodes[w].upos;
        if ((upos == ENT_ADP || upos == ENT_ADV || upos == ENT_PART) &&
            dep->word_count > 0 && one_of(view, dep, w))
            return w;
    }
    return 0;
}

static bool bare_de(const struct ent_view *view, int32_t w)
{
    int32_t determiner = ent_view_child(view, w, ENT_REL_DET);
    struct ent_str form =
        determiner ? ent_view_word(view, determiner)->form : ENT_STR("");
    return ent_str_is(form, "de") || ent_str_is(form, "d'") || ent_str_is(form, "d’")
           || ent_str_is(form, "des");
}

/* "a handful of diplomats", "dozens of soldiers": the noun behind a quantity. */
static int32_t counted(const struct ent_view *view, int32_t w)
{
    if (!ent_view_in(view, view->nodes[w].lemma, ENT_LIST_QUANTITY)
        && view->nodes[w].upos != ENT_NUM)
        return 0;
    for (int32_t c = view->nodes[w].child; c; c = view->nodes[c].next)
        if (c > w && view->nodes[c].rel == ENT_REL_NMOD
            && view->nodes[c].prep == view->language->de)
            return c;
    return 0;
}

static int32_t find_dep(const struct ent_view *view, const struct ent_dep *dep,
                        int32_t head, const struct ent_args *args)
{
    if (dep->at.slot == ENT_SLOT_ANY)
        return find_below(view, dep, head) ? find_below(view, dep, head)
                                           : find_particle(view, dep, head);
    if (dep->at.slot == ENT_SLOT_CASE)
        return introduced_by(view, dep, head) ? head : 0;
    for (int i = 0; i < args->count; i++) {
        const struct ent_arg *arg = &args->items[i];
        /* "frappé de droits": the "de" taken for an article. */
        if (dep->at.slot == ENT_SLOT_PREP && dep->at.prep == view->language->de &&
            arg->at.slot == ENT_SLOT_OBJ && dep->word_count > 0 &&
            bare_de(view, arg->word) && one_of(view, dep, arg->word))
            return arg->word;
        if (arg->at.slot == dep->at.slot
            && (dep->at.slot != ENT_SLOT_PREP || is_prep(view, dep, arg->at.prep))
            && one_of(view, dep, arg->word))
            return arg->word;
        bool here = dep->at.slot == arg->at.slot &&
                    (dep->at.slot == ENT_SLOT_OBJ ||
                     (dep->at.slot == ENT_SLOT_PREP && is_prep(view, dep, arg->at.prep)));
        int32_t noun = here && dep->word_count > 0 ? counted(view, arg->word) : 0;
        if (noun && one_of(view, dep, noun))
            return noun;
    }
    return 0;
}

/* "juge inacceptable la décision", "tient Moscou responsable": the predicate may hang on
 * the object. */
static int32_t find_predicate(const struct ent_view *view, const struct ent_dep *dep,
                              int32_t head)
{
    for (int32_t w = head + 1; w <= view->count && w <= head + 6; w++) {
        const struct ent_node *node = &view->nodes[w];
        if ((node->upos == ENT_PUNCT && !ent_view_quote_mark(view, w)) ||
            node->upos == ENT_AUX || node->upos == ENT_SCONJ)
            return 0;
        if ((node->upos == ENT_ADJ || node->upos == ENT_NOUN || node->upos == ENT_VERB)
            && one_of(view, dep, w))
            return w;
        if (node->upos == ENT_VERB)
            return 0;
    }
    return 0;
}

/* An idiom's noun that the parser hung elsewhere ("frappent depuis minuit de droits"). */
static int32_t find_near(const struct ent_view *view, const struct ent_dep *dep,
                         int32_t head)
{
    bool object = dep->at.slot == ENT_SLOT_OBJ;
    if (dep->negative || dep->word_count == 0 || view->nodes[head].upos != ENT_VERB)
        return 0;
    if (dep->at.slot == ENT_SLOT_XCOMP)
        return find_predicate(view, dep, head);
    if ((!object && dep->at.slot != ENT_SLOT_PREP))
        return 0;
    for (int32_t w = head + 1; w <= view->count && w <= head + 6; w++) {
        const struct ent_node *node = &view->nodes[w];
        if (object && w == head + 1 && node->upos == ENT_VERB && one_of(view, dep, w)
            && ent_view_has(view, w, ENT_PART_FORM))
            return w; /* "a pris fait et cause" */
        if (node->upos == ENT_VERB || node->upos == ENT_AUX || node->upos == ENT_PUNCT)
            return 0;
        if (node->upos == ENT_NOUN && one_of(view, dep, w)
            && (object ? node->prep == ENT_WORD_NONE
                             || (node->prep == view->language->de && w <= head + 3)
                       : is_prep(view, dep, node->prep)))
            return w;
    }
    return 0;
}

int ent_pattern_match(const struct ent_view *view, const struct ent_pattern *pattern,
                      int32_t head, const struct ent_args *args, int32_t *words)
{
    int32_t found[ENT_DEPS_MAX];
    int count = 0;
    if (!args->reflexive &&
        ent_pattern_needs_clitic(view->language, pattern, view->nodes[head].verb))
        return 0;
    words[count++] = head;
    for (int i = 0; i < pattern->dep_count; i++) {
        const struct ent_dep *dep = &pattern->deps[i];
        found[i] = dep->parent >= 0 ? find_below(view, dep, found[dep->parent])
                                    : find_dep(view, dep, head, args);
        if (!found[i] && dep->parent < 0)
            found[i] = find_near(view, dep, head);
        if ((found[i] != 0) == dep->negative)
            return 0;
        /* A free slot ("à:*") is a role, not a word of the trigger. */
        if (found[i] && found[i] != head && dep->word_count > 0)
            words[count++] = found[i];
    }
    return count;
}
