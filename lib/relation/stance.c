/* stance.c: does the text assert, allege, plan, deny or suppose an event? From the
 * trigger up to the root, every word that governs it may change that. */
#include "relation/stance.h"

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

/* What a governing verb does; its own negation turns it round. */
static void apply_verb(const struct ent_view *view, int32_t verb, enum ent_effect effect,
                       bool clause, struct ent_stance *stance)
{
    float quality;
    int32_t claimant = 0;
    bool negated = ent_stance_negated(view, verb);
    /* "semble avoir attaqué": whom it is said of does not say it. */
    bool says = !clause || ent_view_in(view, view->nodes[verb].verb, ENT_LIST_SPEECH)
                || ent_view_in(view, view->nodes[verb].verb, ENT_LIST_CONTENT);
    if ((effect == ENT_EFFECT_ALLEGED && says) || effect == ENT_EFFECT_DENIED)
        claimant = ent_logical_subject(view, verb, &quality);
    if (!negated) {
        if (effect != ENT_EFFECT_NONE && effect != ENT_EFFECT_FACTIVE)
            ent_stance_raise(stance, status_of(effect), claimant);
        return;
    }
    /* "n'a pas empêché B d'attaquer", "nul n'ignore que": it happened. */
    if (ent_view_in(view, view->nodes[verb].verb, ENT_LIST_IMPLICATIVE))
        return;
    if (effect == ENT_EFFECT_DENIED)
        ent_stance_raise(stance, ENT_HYPOTHETICAL, 0);
    else if (effect == ENT_EFFECT_PLANNED || effect == ENT_EFFECT_HYPOTHETICAL
             || (effect == ENT_EFFECT_NONE && clause))
        ent_stance_raise(stance, ENT_DENIED, 0);
    else if (effect == ENT_EFFECT_ALLEGED)
        ent_stance_raise(stance, ENT_HYPOTHETICAL, claimant);
}

/* "se défend d'avoir armé": with a reflexive clitic the verb may be another one. */
static enum ent_effect reflexive_effect(const struct ent_view *view, int32_t verb)
{
    char text[40] = "se ";
    struct ent_str lemma = ent_view_word(view, verb)->lemma;
    if (!view->french || lemma.size > sizeof text - 3 || !ent_voice_reflexive(view, verb))
        return ENT_EFFECT_NONE;
    memcpy(text + 3, lemma.data, lemma.size);
    return ent_view_effect(
        view, ent_view_find(view, (struct ent_str){text, lemma.size + 3}), ENT_OP_VERB);
}

/* The effect of a verb on what it governs, by its lemma or that of a predicate. */
static enum ent_effect effect_of(const struct ent_view *view, int32_t head)
{
    const struct ent_node *node = &view->nodes[head];
    enum ent_effect effect = reflexive_effect(view, head);
    if (effect == ENT_EFFECT_NONE)
        effect = ent_view_effect(view, node->verb, ENT_OP_VERB);
    if (effect == ENT_EFFECT_NONE && node->upos == ENT_NOUN)
        effect = ent_view_effect(view, node->lemma, ENT_OP_NOUN);
    if (effect == ENT_EFFECT_NONE && node->upos == ENT_ADJ)
        effect = ent_view_effect(view, node->lemma, ENT_OP_ADJ);
    return effect;
}

/* "ont pu rencontrer": in the past, what could be done was. */
static bool achieved(const struct ent_view *view, int32_t head)
{
    bool compound = false;
    if (!view->french || !ent_str_is(ent_view_word(view, head)->lemma, "pouvoir"))
        return false;
    for (int32_t c = view->nodes[head].child; c; c = view->nodes[c].next)
        if (view->nodes[c].rel == ENT_REL_AUX) {
            compound = true;
            if (ent_view_has(view, c, ENT_CND) || ent_view_has(view, c, ENT_FUT))
                return false;
        }
    return compound && !ent_stance_negated(view, head);
}

/* One step up a clause boundary. Returns false to stop. */
static bool climb_clause(const struct ent_view *view, int32_t word, int32_t head,
                         struct ent_stance *stance)
{
    enum ent_deprel rel = (enum ent_deprel)view->nodes[word].rel;
    enum ent_effect effect = effect_of(view, head);
    struct ent_stance outer = {ENT_ASSERTED, 0};
    if (effect == ENT_EFFECT_FACTIVE && !ent_stance_negated(view, head))
        return false;
    if (achieved(view, head))
        return true;
    apply_verb(view, head, effect, rel == ENT_REL_XCOMP, stance);
    /* The tense and mood of a modal or phase verb are those of its infinitive. */
    ent_stance_local(view, head, &outer);
    if (rel == ENT_REL_XCOMP && effect != ENT_EFFECT_ALLEGED
        && outer.status != ENT_DENIED)
        ent_stance_raise(stance, outer.status, outer.claimant);
    else if (outer.status == ENT_HYPOTHETICAL)
        ent_stance_raise(stance, ENT_HYPOTHETICAL, 0);
    return true;
}

/* One step up from an event noun. */
static bool climb_noun(const struct ent_view *view, int32_t word, int32_t head,
                       struct ent_stance *stance)
{
    const struct ent_node *outer = &view->nodes[head];
    if (outer->upos == ENT_VERB || outer->upos == ENT_AUX) {
        enum ent_effect effect = ent_view_effect(view, outer->verb, ENT_OP_VERB);
        bool content = outer->verb != ENT_WORD_NONE
                       && ent_view_in(view, outer->verb, ENT_LIST_CONTENT);
        bool exists = ent_view_in(view, outer->verb, ENT_LIST_EXIST);
        bool subject = view->nodes[word].rel == ENT_REL_NSUBJ
                       && !ent_voice_passive(view, head);
        if (exists)
            ent_stance_local(view, head, stance);
        else if (!subject && (effect != ENT_EFFECT_ALLEGED || content))
            apply_verb(view, head, effect, false, stance);
        return true;
    }
    if (outer->upos == ENT_NOUN) {
        enum ent_effect effect = ent_view_effect(view, outer->lemma, ENT_OP_NOUN);
        if (effect != ENT_EFFECT_NONE && effect != ENT_EFFECT_FACTIVE
            && view->nodes[word].rel != ENT_REL_APPOS)
            ent_stance_raise(stance, status_of(effect), 0);
    }
    return true;
}

/* "told radio that ...": a that-clause hung on a noun belongs to the verb above as
 * well. */
static void climb_that(const struct ent_view *view, int32_t word, int32_t head,
                       struct ent_stance *stance)
{
    int32_t verb =
        view->nodes[head].upos == ENT_NOUN || view->nodes[head].upos == ENT_PROPN
            ? ent_governing_verb(view, head)
            : 0;
    climb_clause(view, word, head, stance);
    if (verb)
        apply_verb(view, verb, effect_of(view, verb), true, stance);
}

static bool is_that_clause(const struct ent_view *view, int32_t word)
{
    int32_t mark = ent_view_child(view, word, ENT_REL_MARK);
    struct ent_str lemma = mark ? ent_view_word(view, mark)->lemma : ENT_STR("");
    return ent_str_is(lemma, "that") || (mark && view->nodes[mark].upos == ENT_SCONJ
                                         && ent_str_is(lemma, "que"));
}

/* A verb without subject and auxiliary of its own shares those of the first conjunct. */
static void share_local(const struct ent_view *view, int32_t word, int32_t head,
                        struct ent_stance *stance)
{
    struct ent_stance outer = {ENT_ASSERTED, 0};
    if (ent_view_child(view, word, ENT_REL_NSUBJ) ||
        ent_view_child(view, word, ENT_REL_AUX) || ent_view_has(view, word, ENT_FIN))
        return;
    ent_stance_local(view, head, &outer);
    ent_stance_raise(stance, outer.status, outer.claimant);
}

static void climb(const struct ent_view *view, int32_t word, struct ent_stance *stance)
{
    for (int limit = 16; limit; limit--) {
        const struct ent_node *node = &view->nodes[word];
        int32_t head = node->head;
        bool more = true;
        bool verbal = node->upos == ENT_VERB || node->upos == ENT_AUX;
        if (!head)
            return;
        switch ((enum ent_deprel)node->rel) {
        case ENT_REL_CONJ:
            if (verbal)
                share_local(view, word, head, stance);
            break;
        case ENT_REL_ACL:
            if (ent_str_is(ent_word_subtype(ent_view_word(view, word)), "relcl"))
                return;
            if (is_that_clause(view, word) && head < word) {
                climb_that(view, word, head, stance);
                return;
            }
            more = ent_view_has(view, word, ENT_INF)
                   && climb_clause(view, word, head, stance);
            break;
        case ENT_REL_XCOMP: case ENT_REL_CCOMP: case ENT_REL_CSUBJ:
            more = verbal || ent_view_child(view, word, ENT_REL_COP)
                       ? climb_clause(view, word, head, stance)
                       : climb_noun(view, word, head, stance);
            break;
        case ENT_REL_ADVCL: case ENT_REL_PARATAXIS: case ENT_REL_APPOS:
            more = false;
            break;
        default:
            more = verbal ? climb_clause(view, word, head, stance)
                          : climb_noun(view, word, head, stance);
        }
        if (!more)
            return;
        word = head;
    }
}

/* "Were B to invade", "Had B bombed": English inverts a condition instead of saying
 * if. */
static void by_inversion(const struct ent_view *view, int32_t word,
                         struct ent_stance *stance)
{
    struct ent_str first = ent_view_word(view, 1)->form;
    if (view->french || view->question || view->count < 2
        || !(ent_str_is(first, "Were") || ent_str_is(first, "Had")
             || ent_str_is(first, "Should")))
        return;
    for (int32_t w = 2; w < word; w++)
        if (ent_str_is(ent_view_word(view, w)->form, ","))
            return;
    ent_stance_raise(stance, ENT_HYPOTHETICAL, 0);
}

/* A question is hypothetical, unless it is put into a subordinate clause. */
static void by_question(const struct ent_view *view, int32_t word,
                        struct ent_stance *stance)
{
    if (!view->question || view->nodes[word].quote)
        return;
    int32_t last = view->count;
    while (last > 1 && !ent_str_is(ent_view_word(view, last)->form, "?"))
        last--;
    if (last >= word)
        ent_stance_raise(stance, ENT_HYPOTHETICAL, 0);
}

/* "a décliné la trêve que proposait A": there is no truce. */
static bool refuses(const struct ent_view *view, int32_t verb)
{
    return ent_word_tells(view->language, ENT_TRIGGER_VERB, view->nodes[verb].verb,
                          1U << ENT_REJECTS, true);
}

struct ent_stance ent_stance_of(const struct ent_view *view,
                                const struct ent_frame *frame, int32_t trigger)
{
    struct ent_stance stance = {ENT_ASSERTED, 0};
    int32_t word = trigger;
    ent_stance_local(view, trigger, &stance);
    if (ent_frame_negative(view, frame)) {
        struct ent_stance plain = {ENT_ASSERTED, 0};
        if (frame->relation != ENT_REJECTS) /* "ne cédera pas" refuses now */
            ent_stance_tense(view, trigger, &plain);
        stance = plain;
    }
    if (frame->status >= 0)
        ent_stance_raise(&stance, (enum ent_relation_status)frame->status, 0);
    /* "offered rice", "promised tanks": means that are still to come. */
    if (frame->relation == ENT_AIDS && frame->kind == ENT_TRIGGER_VERB &&
        ent_view_effect(view, view->nodes[trigger].verb, ENT_OP_VERB) ==
            ENT_EFFECT_PLANNED)
        ent_stance_raise(&stance, ENT_PLANNED, 0);
    if (frame->kind == ENT_TRIGGER_NOUN) {
        struct ent_support_use use = ent_find_support(view, trigger);
        if (use.verb) {
            enum ent_effect effect =
                ent_view_effect(view, view->nodes[use.verb].verb, ENT_OP_VERB);
            if (use.support->role != ENT_ROLE_TARGET
                || !ent_stance_negated(view, use.verb))
                ent_stance_local(view, use.verb, &stance);
            if (use.support->status >= 0)
                ent_stance_raise(&stance, (enum ent_relation_status)use.support->status,
                                 0);
            else if (use.support->role != ENT_ROLE_TARGET
                     && (effect == ENT_EFFECT_PLANNED || effect == ENT_EFFECT_DENIED))
                ent_stance_raise(&stance, status_of(effect), 0);
            if (use.support->role == ENT_ROLE_TARGET && refuses(view, use.verb) &&
                ent_relation_symmetric((enum ent_relation_type)frame->relation))
                ent_stance_raise(&stance, ENT_DENIED, 0);
            if (view->nodes[use.verb].rel != ENT_REL_ACL)
                word = use.verb;
        }
    }
    if (view->nodes[trigger].quote) {
        int32_t speaker = ent_stance_speaker(view, trigger);
        ent_stance_raise(&stance, ENT_ALLEGED, speaker);
    }
    climb(view, word, &stance);
    by_question(view, trigger, &stance);
    by_inversion(view, trigger, &stance);
    return stance;
}
