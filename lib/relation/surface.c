/* surface.c: where the tree gives nothing, word order tells: the noun phrase before a
 * finite verb, the one before a relative pronoun, the complement with the right
 * preposition. */
#include "relation/clause.h"

static bool is_finite(const struct ent_view *view, int32_t verb)
{
    if (ent_view_has(view, verb, ENT_FIN) || view->nodes[verb].finite)
        return true;
    for (int32_t c = view->nodes[verb].child; c && c < verb; c = view->nodes[c].next)
        if (view->nodes[c].upos == ENT_AUX && ent_view_has(view, c, ENT_FIN))
            return true;
    return false;
}

/* Words that stand between a subject and its verb: clitics, negation, adverbs,
 * auxiliaries, "elle" or "eux aussi" that take the subject up again. */
static bool belongs_to_verb(const struct ent_view *view, int32_t w, int32_t verb)
{
    const struct ent_node *node = &view->nodes[w];
    if (node->upos == ENT_AUX || node->upos == ENT_ADV || node->upos == ENT_PART)
        return true;
    return node->upos == ENT_PRON && node->head == verb &&
           !ent_view_has(view, w, ENT_REL_PRON) && !node->mention;
}

/* The head of the noun phrase that ends at w, climbing while it stays before `limit`. */
static int32_t phrase_top(const struct ent_view *view, int32_t w, int32_t limit)
{
    for (int steps = 12; steps; steps--) {
        int32_t head = view->nodes[w].head;
        enum ent_deprel rel = (enum ent_deprel)view->nodes[w].rel;
        bool inside = rel == ENT_REL_NMOD || rel == ENT_REL_FLAT || rel == ENT_REL_AMOD
                      || rel == ENT_REL_COMPOUND || rel == ENT_REL_CONJ
                      || rel == ENT_REL_FIXED || rel == ENT_REL_NUMMOD
                      || rel == ENT_REL_DET || rel == ENT_REL_CASE;
        if (!inside || !head || head >= limit || !ent_view_nominal(view, head))
            break;
        w = head;
    }
    return w;
}

static bool is_break(const struct ent_view *view, int32_t w)
{
    struct ent_str form = ent_view_word(view, w)->form;
    return ent_str_is(form, ";") || ent_str_is(form, ":") || ent_str_is(form, "–")
           || ent_str_is(form, "—") || ent_str_is(form, "»") || ent_str_is(form, "”");
}

/* The noun phrase with which the stretch of text around w begins, if no preposition
 * introduces it. */
static int32_t opening_phrase(const struct ent_view *view, int32_t w)
{
    int32_t start = w;
    while (start > 1 && !is_break(view, start - 1))
        start--;
    for (int32_t k = start; k < w; k++) {
        const struct ent_node *node = &view->nodes[k];
        if (node->upos == ENT_DET || node->upos == ENT_NUM || node->upos == ENT_CCONJ
            || (node->upos == ENT_ADJ && !node->mention))
            continue;
        if (!ent_view_nominal(view, k) || node->prep != ENT_WORD_NONE
            || ent_view_has(view, k, ENT_REL_PRON))
            return 0;
        return k;
    }
    return 0;
}

int32_t ent_surface_phrase_before(const struct ent_view *view, int32_t verb,
                                  float *quality)
{
    int32_t w = verb - 1;
    if (!is_finite(view, verb) || ent_view_has(view, verb, ENT_IMPER))
        return 0;
    while (w >= 1 && belongs_to_verb(view, w, verb))
        w--;
    if (w < 1)
        return 0;
    if (view->nodes[w].upos == ENT_PUNCT) {
        *quality *= 0.6F;
        return ent_str_is(ent_view_word(view, w)->form, ",") ? opening_phrase(view, w)
                                                             : 0;
    }
    int32_t top = phrase_top(view, w, verb);
    *quality *= 0.7F;
    if (!ent_view_nominal(view, top) || view->nodes[top].prep != ENT_WORD_NONE
        || ent_view_has(view, top, ENT_REL_PRON) || view->nodes[top].rel == ENT_REL_OBJ
        || (view->nodes[top].rel == ENT_REL_OBL && !view->nodes[top].mention))
        return 0;
    return top;
}

/* "On a visit to Harare, President Ramaphosa voiced": the actor that ends right before a
 * finite verb and begins a clause, a comma or nothing before it. */
int32_t ent_surface_name_before(const struct ent_view *view, int32_t verb)
{
    int32_t w = verb - 1;
    if (!is_finite(view, verb) || view->nodes[verb].upos != ENT_VERB)
        return 0;
    while (w >= 1 && (view->nodes[w].upos == ENT_AUX || view->nodes[w].upos == ENT_ADV))
        w--;
    uint32_t cover = w >= 1 ? view->nodes[w].cover : 0;
    if (!cover)
        return 0;
    const struct ent_mention *mention = &view->mentions->mentions[cover - 1];
    int32_t before = mention->first - 1;
    if (before > 0 && view->nodes[before].upos == ENT_DET)
        before--;
    /* "hours after the government accused": a conjunction taken for a preposition */
    bool conjunction =
        before > 0 && (ent_str_is(ent_view_word(view, before)->form, "after") ||
                       ent_str_is(ent_view_word(view, before)->form, "before") ||
                       ent_str_is(ent_view_word(view, before)->form, "since"));
    if (mention->last != w ||
        (mention->kind != ENT_MENTION_NAME && mention->kind != ENT_MENTION_NOMINAL) ||
        mention->head < 1 ||
        (!conjunction &&
         (mention->place || view->nodes[mention->head].prep != ENT_WORD_NONE)))
        return 0;
    return before < 1 || conjunction || is_break(view, before) ||
                   view->nodes[before].upos == ENT_SCONJ ||
                   ent_str_is(ent_view_word(view, before)->form, ",")
               ? mention->head
               : 0;
}

int32_t ent_surface_antecedent(const struct ent_view *view, int32_t pronoun)
{
    int32_t w = pronoun - 1;
    if (w >= 1 && view->nodes[w].upos == ENT_ADP)
        w--;
    if (w >= 1 && ent_str_is(ent_view_word(view, w)->form, ","))
        w--;
    if (w < 1)
        return 0;
    uint32_t cover = view->nodes[w].cover;
    if (cover)
        return view->mentions->mentions[cover - 1].head;
    return ent_view_nominal(view, w) ? w : 0;
}

int32_t ent_surface_relative_host(const struct ent_view *view, int32_t verb)
{
    int32_t w = verb - 1;
    if (!is_finite(view, verb))
        return 0;
    while (w >= 1 && belongs_to_verb(view, w, verb))
        w--;
    if (w < 4 || !ent_str_is(ent_view_word(view, w)->form, ","))
        return 0;
    for (int32_t k = w - 1; k > 2; k--) {
        if (is_break(view, k))
            return 0;
        if (!ent_view_has(view, k, ENT_REL_PRON))
            continue;
        int32_t before = view->nodes[k - 1].upos == ENT_ADP ? k - 2 : k - 1;
        if (before < 2 || !ent_str_is(ent_view_word(view, before)->form, ","))
            return 0;
        uint32_t cover = view->nodes[before - 1].cover;
        if (!cover)
            return 0;
        int32_t first = view->mentions->mentions[cover - 1].first;
        /* A new clause begins with the phrase. */
        if (first > 1 && view->nodes[first - 1].upos != ENT_CCONJ &&
            !is_break(view, first - 1))
            return 0;
        return view->mentions->mentions[cover - 1].head;
    }
    return 0;
}

/* Does the clause of the trigger end before w? */
static bool ends_clause(const struct ent_view *view, int32_t w, int32_t trigger)
{
    const struct ent_node *node = &view->nodes[w];
    if (is_break(view, w))
        return true;
    if (ent_view_has(view, w, ENT_REL_PRON))
        return true;
    if (node->upos == ENT_AUX && ent_view_has(view, w, ENT_FIN))
        return true;
    /* "l'entrevue prévue entre": a participle goes on with the noun. */
    return node->upos == ENT_VERB && w != trigger &&
           (view->french || node->rel != ENT_REL_AMOD) &&
           (node->rel != ENT_REL_ACL || ent_view_has(view, w, ENT_FIN) ||
            ent_view_has(view, w, ENT_INF));
}

static bool comma_between(const struct ent_view *view, int32_t from, int32_t to)
{
    for (int32_t w = from + 1; w < to; w++)
        if (ent_str_is(ent_view_word(view, w)->form, ","))
            return true;
    return false;
}

/* "A will shell B, its leader warned": the clause before the verb that hangs on it. */
static void add_clause_before(const struct ent_view *view, int32_t trigger,
                              struct ent_args *args)
{
    int32_t told = view->nodes[trigger].head;
    int32_t subject = ent_view_child(view, trigger, ENT_REL_NSUBJ);
    if (view->french || view->nodes[trigger].rel != ENT_REL_PARATAXIS || told > trigger ||
        !told || view->nodes[told].upos != ENT_VERB || !subject || subject < told)
        return;
    for (int32_t c = view->nodes[told].child; c; c = view->nodes[c].next)
        if (c > told && c < subject && view->nodes[c].mention &&
            (view->nodes[c].rel == ENT_REL_OBJ || view->nodes[c].rel == ENT_REL_OBL))
            ent_args_add(args, ENT_SLOT_INNER, ENT_WORD_NONE, c, 0.6F);
}

/* The actor in a complement clause: "a menacé de revoir son aide à B". */
void ent_surface_clause(const struct ent_view *view, int32_t trigger,
                        struct ent_args *args)
{
    add_clause_before(view, trigger, args);
    for (int32_t c = view->nodes[trigger].child; c; c = view->nodes[c].next) {
        enum ent_deprel rel = (enum ent_deprel)view->nodes[c].rel;
        if (c < trigger || (rel != ENT_REL_XCOMP && rel != ENT_REL_CCOMP)
            || view->nodes[c].upos != ENT_VERB || comma_between(view, trigger, c))
            continue;
        for (int32_t w = trigger + 1; w <= view->count && w <= c + 10; w++) {
            const struct ent_node *node = &view->nodes[w];
            if (w > c && ends_clause(view, w, trigger))
                break;
            if (node->mention && (ent_view_nominal(view, w) || node->upos == ENT_ADJ)
                && node->rel != ENT_REL_NSUBJ)
                ent_args_add(args, ENT_SLOT_INNER, ENT_WORD_NONE, w, 0.6F);
        }
    }
}

/* "attacked an Islamic State explosives/VERB factory": an object that the tagger took for
 * a verb hides the actor before it. */
static void add_inside_object(const struct ent_view *view, int32_t trigger,
                              struct ent_args *args)
{
    int32_t object = ent_view_child(view, trigger, ENT_REL_OBJ);
    if (object <= trigger || ent_view_nominal(view, object) || args->passive)
        return;
    for (int32_t w = trigger + 1; w < object; w++) {
        if (view->nodes[w].mention) {
            ent_args_add(args, ENT_SLOT_OBJ, ENT_WORD_NONE, w, 0.6F);
            return;
        }
        if (view->nodes[w].upos != ENT_DET && view->nodes[w].upos != ENT_ADJ &&
            view->nodes[w].upos != ENT_NUM)
            return;
    }
}

/* "met over Serbia's claim": an owner, or a noun before the noun of a complement, is no
 * object. */
static bool stands_inside(const struct ent_view *view, int32_t w)
{
    const struct ent_node *node = &view->nodes[w];
    if (ent_view_child(view, w, ENT_REL_CASE) > w)
        return true;
    return node->head > w && ent_view_nominal(view, node->head) &&
           (node->rel == ENT_REL_NMOD || node->rel == ENT_REL_COMPOUND) &&
           view->nodes[node->head].prep != ENT_WORD_NONE;
}

void ent_surface_complements(const struct ent_view *view, int32_t trigger,
                             struct ent_args *args)
{
    bool object = false;
    for (int i = 0; i < args->count; i++)
        object |= args->items[i].at.slot == ENT_SLOT_OBJ;
    if (!view->french)
        add_inside_object(view, trigger, args);
    for (int32_t w = trigger + 1; w <= view->count && w <= trigger + 24; w++) {
        if (w > trigger + 16 &&
            (view->french || view->nodes[w].prep != view->language->to))
            continue;
        const struct ent_node *node = &view->nodes[w];
        if (ends_clause(view, w, trigger))
            break;
        if (!node->mention || !ent_view_nominal(view, w) || node->rel == ENT_REL_NSUBJ)
            continue;
        if (node->prep != ENT_WORD_NONE) {
            ent_args_add(args, ENT_SLOT_PREP, node->prep, w, 0.6F);
            if (node->prep == view->language->to)
                ent_args_add(args, ENT_SLOT_IOBJ, ENT_WORD_NONE, w, 0.55F);
        } else if (!object && !args->passive && !args->reflexive
                   && view->nodes[trigger].upos == ENT_VERB && w <= trigger + 6
                   && node->rel != ENT_REL_APPOS && node->rel != ENT_REL_CONJ
                   && (view->french || !stands_inside(view, w))) {
            ent_args_add(args, ENT_SLOT_OBJ, ENT_WORD_NONE, w, 0.55F);
            object = true;
        }
    }
}

static bool each_before(const struct ent_view *view, int32_t trigger)
{
    for (int32_t w = trigger - 1; w > 0 && w >= trigger - 4; w--)
        if (ent_str_is(ent_view_word(view, w)->form, "each") ||
            ent_str_is(ent_view_word(view, w)->form, "Each"))
            return true;
    return false;
}

/* "condemned each other", "spied on one another" */
bool ent_surface_each_other(const struct ent_view *view, int32_t trigger)
{
    if (view->french)
        return false;
    for (int32_t w = trigger + 1; trigger && w < view->count && w <= trigger + 4; w++) {
        struct ent_str form = ent_view_word(view, w)->form;
        struct ent_str next = ent_view_word(view, w + 1)->form;
        if ((ent_str_is(form, "each") && ent_str_is(next, "other"))
            || (ent_str_is(form, "one") && ent_str_is(next, "another")))
            return true;
        /* "A and B each accused the other", "Each side has blamed the other" */
        if (ent_str_is(form, "the") && ent_str_is(next, "other") &&
            each_before(view, trigger))
            return true;
        if (view->nodes[w].upos == ENT_VERB || view->nodes[w].upos == ENT_PUNCT)
            return false;
    }
    return false;
}
