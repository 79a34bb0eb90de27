/* answer.c: who refuses answers who asked. "A demande à B de ...; B refuse", "A a proposé
 * une trêve. B n'en veut pas", "« Pas question », a répondu B". */
#include "relation/finder.h"

enum { ANSWER_SENTENCES = 2 };

static bool may_answer(int relation)
{
    return relation == ENT_REJECTS || relation == ENT_CONCEDES_TO;
}

/* "demande", "appel", "menace": a noun for what may be refused. */
static bool asks(const struct ent_view *view, uint32_t noun)
{
    const uint32_t acts = 1U << ENT_REQUESTS | 1U << ENT_THREATENS | 1U << ENT_ACCUSES;
    return ent_word_tells(view->language, ENT_TRIGGER_NOUN, noun, acts, false);
}

/* Does the object leave open what is refused: no noun, or one that takes up what was said
 * ("la demande", "cette offre")? */
static bool takes_up(const struct ent_view *view, int32_t object)
{
    if (!object)
        return true;
    int32_t determiner = ent_view_child(view, object, ENT_REL_DET);
    return (asks(view, view->nodes[object].lemma) ||
            ent_view_in(view, view->nodes[object].lemma, ENT_LIST_MEASURE)) &&
           (!determiner || !ent_view_has(view, determiner, ENT_INDEF));
}

void ent_demand_note(struct ent_finder *finder, const struct ent_match *match,
                     const struct ent_pairs *pairs)
{
    if (match->frame->relation == ENT_REQUESTS &&
        !ent_view_negative(&finder->view, match->head) &&
        (pairs->count == 0 || pairs->bridged) && pairs->no_target &&
        pairs->sources.count == 1)
        finder->demand = (struct ent_demand){pairs->sources.items[0].mention,
                                             finder->view.index, true};
}

/* "A ouvre la procédure ; B s'y oppose", "... B l'a rejetée": who did what was told
 * last. */
static uint32_t doer_of_last(const struct ent_finder *finder,
                             const struct ent_match *match, uint32_t source,
                             float *quality)
{
    const struct ent_view *view = &finder->view;
    bool points = false;
    for (int32_t c = view->nodes[match->head].child; c && c < match->head;
         c = view->nodes[c].next) {
        struct ent_str form = ent_view_word(view, c)->form;
        points |=
            view->nodes[c].upos == ENT_PRON && !view->nodes[c].mention &&
            (ent_str_is(form, "y") || ent_str_is(form, "l'") || ent_str_is(form, "l’") ||
             ent_str_is(form, "la") || ent_str_is(form, "les") || ent_str_is(form, "le"));
    }
    const struct ent_measure *measure = &finder->measure;
    if (points && measure->known && measure->sentence < view->index &&
        view->index - measure->sentence <= ANSWER_SENTENCES &&
        !ent_same_group(finder, measure->maker, source)) {
        *quality = 0.5F;
        return measure->maker; /* "A a présenté un texte. B y a mis son veto" */
    }
    for (uint32_t k = finder->event_count; points && k-- > 0;) {
        const struct ent_event *event = &finder->events[k];
        if (view->index - event->sentence > 1)
            break;
        if (!event->bridged && !ent_same_group(finder, event->source, source)) {
            *quality = 0.5F;
            return event->source;
        }
    }
    return UINT32_MAX;
}

/* Does the word hang on one of the nouns of the trigger, or is it that noun? */
static bool is_of_part(const struct ent_view *view, const struct ent_match *match,
                       int32_t w)
{
    for (int limit = 4; w && limit; limit--, w = view->nodes[w].head)
        for (int i = 1; i < match->word_count; i++)
            if (match->words[i] == w)
                return true;
    return false;
}

/* "a dénoncé le traité qui la liait à B", "... l'accord signé avec B": who has the treaty
 * with the source. */
static uint32_t partner_in(const struct ent_finder *finder, const struct ent_match *match,
                           uint32_t source, float *quality)
{
    for (uint32_t k = finder->event_count; k-- > 0;) {
        const struct ent_event *event = &finder->events[k];
        if (event->sentence != finder->view.index)
            break;
        bool acts = ent_same_group(finder, event->source, source);
        if (!ent_relation_symmetric((enum ent_relation_type)event->relation) ||
            !is_of_part(&finder->view, match, event->trigger) ||
            (!acts && !ent_same_group(finder, event->target, source)))
            continue;
        *quality = 0.75F;
        return acts ? event->target : event->source;
    }
    return UINT32_MAX;
}

/* Who has just asked something of the source, or threatened it. */
static uint32_t asker(const struct ent_finder *finder, uint32_t source, float *quality)
{
    for (uint32_t k = finder->event_count; k-- > 0;) {
        const struct ent_event *event = &finder->events[k];
        if (finder->view.index - event->sentence > ANSWER_SENTENCES)
            break;
        if ((event->relation == ENT_REQUESTS || event->relation == ENT_THREATENS) &&
            ent_same_group(finder, event->target, source) &&
            !ent_same_group(finder, event->source, source)) {
            *quality = 0.6F;
            return event->source;
        }
    }
    return UINT32_MAX;
}

uint32_t ent_answer_target(const struct ent_finder *finder, const struct ent_match *match,
                           int32_t object, uint32_t source, float *quality)
{
    const struct ent_demand *demand = &finder->demand;
    if (!may_answer(match->frame->relation) || match->frame->kind == ENT_TRIGGER_NOUN ||
        match->frame->bridge == 0 || match->frame->kinds.size > 0 ||
        !takes_up(&finder->view, object))
        return UINT32_MAX;
    uint32_t target = asker(finder, source, quality);
    if (target == UINT32_MAX && demand->known &&
        finder->view.index - demand->sentence <= ANSWER_SENTENCES &&
        !ent_same_group(finder, demand->maker, source)) {
        *quality = 0.5F;
        target = demand->maker;
    }
    if (target == UINT32_MAX)
        target = partner_in(finder, match, source, quality);
    return target != UINT32_MAX ? target : doer_of_last(finder, match, source, quality);
}

void ent_answer_clitic(const struct ent_view *view, const struct ent_match *match,
                       const struct ent_args *args, struct ent_pairs *pairs)
{
    int32_t subject = 0, clitic = 0;
    if (!view->french || !pairs->same || pairs->count > 0 || args->passive ||
        match->frame->kind != ENT_TRIGGER_VERB || !may_answer(match->frame->relation))
        return;
    for (int i = 0; i < args->count; i++) {
        const struct ent_arg *arg = &args->items[i];
        bool pronoun = view->nodes[arg->word].upos == ENT_PRON && arg->word < match->head;
        if (arg->at.slot == ENT_SLOT_SUBJ && !subject)
            subject = arg->word;
        if (arg->at.slot == ENT_SLOT_OBJ && pronoun)
            clitic = arg->word;
    }
    if (!subject || !clitic)
        return;
    ent_fill(view, subject, ENT_FILL_LIST | ENT_FILL_OWNER, 1.0F, &pairs->sources);
    pairs->no_target = pairs->sources.count > 0;
}

void ent_add_speaker(const struct ent_view *view, const struct ent_match *match,
                     struct ent_args *args)
{
    if (!ent_positions_have(&match->frame->source, ENT_SLOT_SPEAKER))
        return;
    struct ent_stance stance = ent_stance_of(view, match->frame, match->head);
    ent_args_add(args, ENT_SLOT_SPEAKER, ENT_WORD_NONE, stance.claimant, 0.9F);
}
