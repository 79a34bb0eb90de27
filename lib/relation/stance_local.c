/* stance_local.c: what a clause says of its own status. */
#include "relation/stance.h"

void ent_stance_raise(struct ent_stance *stance, enum ent_relation_status status,
                      int32_t claimant)
{
    static const int FORCE[ENT_RELATION_STATUS_COUNT] = {
        [ENT_ASSERTED] = 0, [ENT_ALLEGED] = 1,      [ENT_PLANNED] = 2,
        [ENT_DENIED] = 4,   [ENT_HYPOTHETICAL] = 3,
    };
    if (FORCE[status] > FORCE[stance->status])
        stance->status = status;
    if (claimant && !stance->claimant)
        stance->claimant = claimant;
}

bool ent_frame_negative(const struct ent_view *view, const struct ent_frame *frame)
{
    for (int i = 0; i < frame->pattern.dep_count; i++) {
        const struct ent_dep *dep = &frame->pattern.deps[i];
        for (uint32_t k = 0; k < dep->word_count && !dep->negative; k++)
            if (ent_view_effect(view, view->language->pool[dep->first_word + k],
                                ENT_OP_ADV) == ENT_EFFECT_DENIED)
                return true;
    }
    return false;
}

static enum ent_relation_status status_of(enum ent_effect effect)
{
    switch (effect) {
    case ENT_EFFECT_ALLEGED: return ENT_ALLEGED;
    case ENT_EFFECT_PLANNED: return ENT_PLANNED;
    case ENT_EFFECT_DENIED: return ENT_DENIED;
    case ENT_EFFECT_HYPOTHETICAL: return ENT_HYPOTHETICAL;
    default: return ENT_ASSERTED;
    }
}

/* "ne ... que" restricts, "not only" adds: no negations. */
static bool restricts(const struct ent_view *view, int32_t verb, int32_t negation)
{
    for (int32_t w = negation + 1; w <= view->count && w <= negation + 2; w++) {
        struct ent_str lemma = ent_view_word(view, w)->lemma;
        if (ent_str_is(lemma, "seulement") || ent_str_is(lemma, "only")
            || ent_str_is(lemma, "uniquement") || ent_str_is(lemma, "just"))
            return true;
    }
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next)
        if (view->nodes[c].rel == ENT_REL_ADVMOD && c > verb
            && ent_str_is(ent_view_word(view, c)->lemma, "que"))
            return true;
    return false;
}

static bool negative_determiner(const struct ent_view *view, int32_t noun)
{
    if (ent_view_effect(view, view->nodes[noun].lemma, ENT_OP_DET) == ENT_EFFECT_DENIED
        && view->nodes[noun].upos == ENT_PRON)
        return true;
    for (int32_t c = view->nodes[noun].child; c; c = view->nodes[c].next)
        if ((view->nodes[c].rel == ENT_REL_DET || view->nodes[c].rel == ENT_REL_ADVMOD
             || (view->nodes[c].rel == ENT_REL_CC && c < noun)) /* "neither A nor B" */
            && ent_view_effect(view, view->nodes[c].lemma, ENT_OP_DET)
                   == ENT_EFFECT_DENIED)
            return true;
    /* "ni A ni B", "neither A nor B" */
    for (int32_t c = view->nodes[noun].child; c && c < noun; c = view->nodes[c].next)
        if (view->nodes[c].rel == ENT_REL_CC &&
            ent_view_effect(view, view->nodes[c].lemma, ENT_OP_ADV) == ENT_EFFECT_DENIED)
            return true;
    return false;
}

/* "not", "never", and what these modify: "no longer", "no more". */
static bool denying_adverb(const struct ent_view *view, int32_t adverb)
{
    if (ent_view_effect(view, view->nodes[adverb].lemma, ENT_OP_ADV) == ENT_EFFECT_DENIED)
        return true;
    return !view->french && adverb > 1
           && ent_view_effect(view, view->nodes[adverb - 1].lemma, ENT_OP_DET)
                  == ENT_EFFECT_DENIED
           && (ent_str_is(ent_view_word(view, adverb)->form, "longer")
               || ent_str_is(ent_view_word(view, adverb)->form, "more"));
}

bool ent_stance_negated(const struct ent_view *view, int32_t verb)
{
    int32_t particle = 0;
    bool strong = false;
    if (view->nodes[verb].upos == ENT_NOUN && negative_determiner(view, verb))
        return true;
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next) {
        enum ent_deprel rel = (enum ent_deprel)view->nodes[c].rel;
        struct ent_str form = ent_view_word(view, c)->form;
        if ((rel == ENT_REL_NSUBJ || rel == ENT_REL_OBJ) && negative_determiner(view, c))
            return true;
        if ((rel != ENT_REL_ADVMOD && rel != ENT_REL_DET && rel != ENT_REL_AUX
             && rel != ENT_REL_CC)
            || (view->nodes[c].prep != ENT_WORD_NONE && rel != ENT_REL_AUX))
            continue; /* "à petits pas" is no negation */
        if (view->french && (ent_str_is(ent_view_word(view, c)->lemma, "ne")
                             || ent_str_is(form, "n'") || ent_str_is(form, "n’")))
            particle = c;
        else if (denying_adverb(view, c) && !restricts(view, verb, c))
            strong = true;
    }
    return strong || (particle && !restricts(view, verb, particle));
}

/* "pour avoir frappé": a cause, not a purpose. */
static bool is_done(const struct ent_view *view, int32_t verb)
{
    int32_t aux = ent_view_child(view, verb, ENT_REL_AUX);
    return view->french && aux && aux < verb && ent_view_has(view, aux, ENT_INF) &&
           ent_view_has(view, verb, ENT_PART_FORM | ENT_PAST) &&
           !ent_voice_passive(view, verb);
}

/* "si", "if", "sans" that introduce the verb's clause. */
static enum ent_effect mark_of(const struct ent_view *view, int32_t verb)
{
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next) {
        enum ent_deprel rel = (enum ent_deprel)view->nodes[c].rel;
        if (rel != ENT_REL_MARK && rel != ENT_REL_CASE && rel != ENT_REL_ADVMOD)
            continue;
        enum ent_effect effect =
            ent_view_effect(view, view->nodes[c].lemma, ENT_OP_MARK);
        /* "so far" is no "far from". */
        bool bare = rel == ENT_REL_ADVMOD
                    && ent_str_is(ent_view_word(view, c)->lemma, "far");
        if (effect == ENT_EFFECT_PLANNED && is_done(view, verb))
            continue;
        if (effect != ENT_EFFECT_NONE && !bare && (rel != ENT_REL_ADVMOD || c < verb))
            return effect;
    }
    return ENT_EFFECT_NONE;
}

static bool has_condition(const struct ent_view *view, int32_t verb)
{
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next)
        if (view->nodes[c].rel == ENT_REL_ADVCL
            && mark_of(view, c) == ENT_EFFECT_HYPOTHETICAL
            && ent_view_effect(view, view->nodes[c].verb, ENT_OP_VERB)
                   != ENT_EFFECT_ALLEGED)
            return true;
    return false;
}

/* Is the verb the content of what somebody said? Then a conditional is a future. */
static bool reported(const struct ent_view *view, int32_t verb)
{
    for (int limit = 4; limit && verb; limit--) {
        const struct ent_node *node = &view->nodes[verb];
        if (node->rel == ENT_REL_CCOMP)
            return true;
        if (node->rel != ENT_REL_CONJ && node->rel != ENT_REL_XCOMP)
            return false;
        verb = node->head;
    }
    return false;
}

void ent_stance_tense(const struct ent_view *view, int32_t verb,
                      struct ent_stance *stance)
{
    uint32_t own = ent_view_word(view, verb)->morph, aux = 0;
    bool compound = false;
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next) {
        enum ent_deprel rel = (enum ent_deprel)view->nodes[c].rel;
        if (rel != ENT_REL_AUX && rel != ENT_REL_COP)
            continue;
        enum ent_effect effect = ent_view_effect(view, view->nodes[c].lemma, ENT_OP_AUX);
        struct ent_str lemma = ent_view_word(view, c)->lemma;
        if (effect == ENT_EFFECT_HYPOTHETICAL && ent_str_is(lemma, "would")
            && reported(view, verb))
            effect = ENT_EFFECT_PLANNED; /* the future of the past */
        if (effect != ENT_EFFECT_NONE)
            ent_stance_raise(stance, status_of(effect), 0);
        if (ent_str_is(lemma, "be") && ent_view_has(view, verb, ENT_INF) && !view->french)
            ent_stance_raise(stance, ENT_PLANNED, 0); /* "is to recall" */
        aux |= ent_view_word(view, c)->morph;
        compound |= ent_str_is(ent_view_word(view, c)->lemma, "avoir");
    }
    if ((own | aux) & ENT_FUT)
        ent_stance_raise(stance, ENT_PLANNED, 0);
    if (!((own | aux) & ENT_CND) || !view->french)
        return;
    if (has_condition(view, verb))
        ent_stance_raise(stance, ENT_HYPOTHETICAL, 0);
    else if (reported(view, verb) && !compound)
        ent_stance_raise(stance, ENT_PLANNED, 0);
    else
        ent_stance_raise(stance, ENT_ALLEGED, 0);
}

/* A child that puts the clause into somebody's mouth or doubts it. */
static void by_child(const struct ent_view *view, int32_t c, struct ent_stance *stance)
{
    const struct ent_node *node = &view->nodes[c];
    enum ent_deprel rel = (enum ent_deprel)node->rel;
    enum ent_effect effect = ENT_EFFECT_NONE;
    int32_t claimant = 0;
    float quality;
    if (rel == ENT_REL_ADVMOD) {
        effect = ent_view_effect(view, node->lemma, ENT_OP_ADV);
        if (effect == ENT_EFFECT_DENIED)
            effect = ENT_EFFECT_NONE; /* done by ent_stance_negated */
    } else if (rel == ENT_REL_OBL || rel == ENT_REL_NMOD || rel == ENT_REL_DISLOCATED) {
        effect = ent_view_effect(view, node->prep, ENT_OP_PREP);
        claimant = effect == ENT_EFFECT_ALLEGED ? c : 0;
    } else if (rel == ENT_REL_AMOD) {
        effect = ent_view_effect(view, node->lemma, ENT_OP_ADJ);
        if (effect == ENT_EFFECT_NONE) /* "presumed", a participle */
            effect = ent_view_effect(view, node->adj, ENT_OP_ADJ);
    } else if (rel == ENT_REL_PARATAXIS
               && ent_view_in(view, node->verb, ENT_LIST_SPEECH)) {
        effect = ENT_EFFECT_ALLEGED;
        claimant = ent_logical_subject(view, c, &quality);
    } else if (rel == ENT_REL_ADVCL
               && ent_view_effect(view, node->verb, ENT_OP_VERB) == ENT_EFFECT_ALLEGED
               && ent_str_is(ent_view_word(view, c)->lemma, "croire")) {
        effect = ENT_EFFECT_ALLEGED;
        claimant = ent_view_child(view, c, ENT_REL_OBJ);
    }
    if (effect != ENT_EFFECT_NONE && effect != ENT_EFFECT_FACTIVE)
        ent_stance_raise(stance, status_of(effect), claimant);
}

void ent_stance_local(const struct ent_view *view, int32_t verb,
                      struct ent_stance *stance)
{
    ent_stance_tense(view, verb, stance);
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next)
        by_child(view, c, stance);
    if (has_condition(view, verb) && stance->status == ENT_PLANNED)
        ent_stance_raise(stance, ENT_HYPOTHETICAL, 0);
    enum ent_effect effect = mark_of(view, verb);
    if (effect != ENT_EFFECT_NONE && effect != ENT_EFFECT_FACTIVE)
        ent_stance_raise(stance, status_of(effect), 0);
    if (ent_stance_negated(view, verb))
        ent_stance_raise(stance, ENT_DENIED, 0);
}

/* The verb of speech outside the quotation whose subject is the speaker. */
int32_t ent_stance_speaker(const struct ent_view *view, int32_t word)
{
    uint16_t quote = view->nodes[word].quote;
    float quality;
    int32_t best = 0;
    if (!quote)
        return 0;
    for (int32_t w = 1; w <= view->count; w++) {
        const struct ent_node *node = &view->nodes[w];
        if (node->quote || node->verb == ENT_WORD_NONE
            || !ent_view_in(view, node->verb, ENT_LIST_SPEECH))
            continue;
        int32_t subject = ent_logical_subject(view, w, &quality);
        if (subject && !view->nodes[subject].quote
            && (!best || (w > word ? w - word : word - w)
                             < (best > word ? best - word : word - best)))
            best = subject;
    }
    return best;
}
