/* bridge.c: targets that a sentence leaves to the discourse. Acts answer acts: who
 * rejects "these criticisms" rejects the critic; who denounces "an affront" denounces the
 * one it is acting against in the same sentence; who joins "the raids" hits whom the
 * raids hit. */
#include "relation/finder.h"

enum {
    BRIDGE_SENTENCES = 4, /* how far back an answered act may stand */
    FEUD_SENTENCES = 3    /* and an act against the same side */
};

static int sign_of(int relation)
{
    return ent_relation_sign((enum ent_relation_type)relation);
}

/* The target that an earlier event suggests for `source`, UINT32_MAX if none. */
static uint32_t answer(const struct ent_finder *finder, const struct ent_event *event,
                       int relation, uint32_t source, float *quality)
{
    uint32_t distance = finder->view.index - event->sentence;
    bool hostile = sign_of(relation) < 0 && sign_of(event->relation) < 0;
    bool own = ent_same_group(finder, event->source, source);
    bool asks = relation == ENT_REQUESTS && sign_of(event->relation) <= 0;
    if (own && distance == 0 && (hostile || asks)) {
        *quality = 0.55F;
        return event->target;
    }
    if (ent_same_group(finder, event->target, source) && hostile &&
        distance <= BRIDGE_SENTENCES && !own) {
        *quality = 0.45F;
        return event->source;
    }
    /* Who has just acted against B and now "recalls its ambassador" acts against B
     * again. */
    if (own && distance <= FEUD_SENTENCES && hostile && !event->bridged
        && event->relation != ENT_REQUESTS && relation != ENT_ATTACKS) {
        *quality = 0.45F;
        return event->target;
    }
    return UINT32_MAX;
}

/* "Frappe de A sur B, C proteste": who only complains means the act told last. */
static uint32_t protested(const struct ent_finder *finder, const struct ent_match *match,
                          uint32_t source, float *quality)
{
    for (uint32_t k = finder->event_count; k-- > 0;) {
        const struct ent_event *event = &finder->events[k];
        if (finder->view.index - event->sentence > 1)
            break;
        if (match->frame->relation == ENT_ACCUSES &&
            event->relation >= ENT_PROTESTS_AGAINST && !event->bridged &&
            !ent_same_group(finder, event->source, source) &&
            !ent_same_group(finder, event->target, source)) {
            *quality = 0.4F;
            return event->source;
        }
    }
    return UINT32_MAX;
}

/* The one side with which `source` has been at odds so far, UINT32_MAX if there are
 * several. */
static uint32_t opponent(const struct ent_finder *finder, uint32_t source, float *quality)
{
    uint32_t found = UINT32_MAX;
    for (uint32_t k = 0; k < finder->event_count; k++) {
        const struct ent_event *event = &finder->events[k];
        bool acts = ent_same_group(finder, event->source, source);
        if (sign_of(event->relation) >= 0 || event->bridged
            || (!acts && !ent_same_group(finder, event->target, source)))
            continue;
        uint32_t other = acts ? event->target : event->source;
        if (found != UINT32_MAX && !ent_same_group(finder, found, other))
            return UINT32_MAX;
        found = other;
    }
    *quality = 0.45F;
    return found;
}

/* Who lifts "the embargo" lifts it from whom it first was said to hit. */
static uint32_t relieved(const struct ent_finder *finder, const struct ent_match *match,
                         uint32_t source, float *quality)
{
    for (uint32_t k = 0; k < finder->event_count; k++) {
        const struct ent_event *event = &finder->events[k];
        if (match->frame->relation == ENT_CONCEDES_TO && sign_of(event->relation) < 0
            && ent_same_group(finder, event->source, source)) {
            *quality = 0.55F;
            return event->target;
        }
    }
    return UINT32_MAX;
}

/* "prennent part aux raids": whom the document's first attack hits. */
static uint32_t joined(const struct ent_finder *finder, const struct ent_match *match,
                       uint32_t source, float *quality)
{
    if (match->frame->relation != ENT_ATTACKS || match->frame->kind != ENT_TRIGGER_NOUN)
        return UINT32_MAX;
    struct ent_support_use use = ent_find_support(&finder->view, match->head);
    if (!use.verb || use.support->noun.slot != ENT_SLOT_PREP)
        return UINT32_MAX;
    for (uint32_t k = 0; k < finder->event_count; k++) {
        const struct ent_event *event = &finder->events[k];
        if (event->relation == ENT_ATTACKS && event->sentence < finder->view.index
            && !ent_same_group(finder, event->source, source)) {
            *quality = 0.45F;
            return ent_same_group(finder, event->target, source) ? UINT32_MAX
                                                                 : event->target;
        }
    }
    return UINT32_MAX;
}

/* A noun that triggers relations of its own takes up only those ("grève": a protest). */
static bool names_act(const struct ent_view *view, uint32_t noun, int relation)
{
    return !ent_frames_of(view->language, ENT_TRIGGER_NOUN, noun) ||
           ent_word_tells(view->language, ENT_TRIGGER_NOUN, noun, 1U << relation, false);
}

/* "salue la décision", "backed the stoppage": a definite noun that names an act told
 * before stands for who did it. */
static uint32_t anaphor(const struct ent_finder *finder, const struct ent_match *match,
                        int32_t object, uint32_t source, float *quality)
{
    const struct ent_view *view = &finder->view;
    int relation = match->frame->relation;
    if (!object || (relation != ENT_SUPPORTS && relation != ENT_REJECTS
                    && relation != ENT_ACCUSES)
        || view->nodes[object].lemma == ENT_WORD_NONE
        || !(view->language->lists[view->nodes[object].lemma] & ENT_LIST_ACT))
        return UINT32_MAX;
    int32_t determiner = ent_view_child(view, object, ENT_REL_DET);
    if (!determiner || ent_view_has(view, determiner, ENT_INDEF))
        return UINT32_MAX;
    for (uint32_t k = finder->event_count; k-- > 0;) {
        const struct ent_event *event = &finder->events[k];
        if (view->index - event->sentence > 2 * BRIDGE_SENTENCES)
            break;
        if (!event->bridged && !ent_same_group(finder, event->source, source) &&
            names_act(view, view->nodes[object].lemma, event->relation) &&
            (event->relation >= ENT_PROTESTS_AGAINST || event->relation == ENT_AIDS ||
             event->relation == ENT_REQUESTS || event->relation == ENT_CONCEDES_TO)) {
            *quality = 0.5F;
            return event->source;
        }
    }
    return UINT32_MAX;
}

/* "« Riga nous insulte », fulmine-t-on": who is angry is angry at whom the quotation is
 * about, and who threatens threatens them. */
static uint32_t quoted(const struct ent_finder *finder, const struct ent_match *match,
                       uint32_t source, float *quality)
{
    const struct ent_view *view = &finder->view;
    bool angry = match->frame->relation == ENT_ACCUSES && match->frame->bridge == 1;
    if ((!angry && match->frame->relation != ENT_THREATENS) ||
        view->nodes[match->head].quote ||
        !ent_view_in(view, view->nodes[match->head].verb, ENT_LIST_SPEECH))
        return UINT32_MAX;
    for (int32_t w = 1; w <= view->count; w++) {
        const struct ent_node *node = &view->nodes[w];
        uint32_t mention = node->mention - 1;
        if (node->quote && node->mention && node->rel == ENT_REL_NSUBJ
            && ent_view_nominal(view, w) && !ent_same_group(finder, mention, source)) {
            *quality = 0.6F;
            return mention;
        }
    }
    return UINT32_MAX;
}

/* "condamne l'arrestation de X": the object is an act of its own, told in this sentence.
 */
static uint32_t doer(const struct ent_finder *finder, const struct ent_match *match,
                     int32_t object, uint32_t source, float *quality)
{
    for (uint32_t k = finder->event_count; match->deed && k-- > 0;) {
        const struct ent_event *event = &finder->events[k];
        if (event->sentence != finder->view.index)
            break;
        if (event->trigger == object && !ent_same_group(finder, event->source, source)) {
            *quality = 0.7F;
            return event->source;
        }
    }
    return UINT32_MAX;
}

static bool bridges(const struct ent_match *match)
{
    const struct ent_positions *targets = &match->frame->target;
    bool object = false;
    if (match->frame->bridge >= 0)
        return match->frame->bridge == 1;
    if (match->frame->kinds.size > 0)
        return false; /* "leaving scores dead" tells of no membership */
    for (int i = 0; i < targets->count; i++)
        object |= targets->items[i].slot == ENT_SLOT_OBJ
                  || (match->frame->relation == ENT_ACCUSES
                      && targets->items[i].slot == ENT_SLOT_PREP);
    for (int i = 0; i < match->frame->pattern.dep_count; i++)
        object |= match->frame->pattern.deps[i].at.slot == ENT_SLOT_OBJ
                  && !match->frame->pattern.deps[i].negative;
    if (!object)
        return false;
    if (match->frame->kind == ENT_TRIGGER_NOUN)
        return false;
    switch (match->frame->relation) {
    case ENT_ACCUSES: case ENT_REJECTS: case ENT_THREATENS: case ENT_SANCTIONS:
    case ENT_ATTACKS: case ENT_REQUESTS: case ENT_CONCEDES_TO:
    case ENT_MOBILIZES_AGAINST: case ENT_PROTESTS_AGAINST:
        return true;
    default:
        return false;
    }
}

static bool judges_measures(int relation)
{
    return relation == ENT_ACCUSES || relation == ENT_REJECTS ||
           relation == ENT_SUPPORTS || relation == ENT_PROTESTS_AGAINST;
}

/* Who acts together does not act on one another. */
static bool among_sources(const struct ent_finder *finder,
                          const struct ent_fillers *sources, uint32_t target)
{
    for (int i = 0; i < sources->count; i++)
        if (ent_same_group(finder, sources->items[i].mention, target))
            return true;
    return false;
}

/* "a ordonné le déploiement de ...": who orders his own act asks nothing of whom it is
 * against. */
static bool orders(const struct ent_finder *finder, const struct ent_match *match,
                   const struct ent_event *event)
{
    return event->sentence == finder->view.index && event->trigger &&
           ent_view_child(&finder->view, match->head, ENT_REL_OBJ) == event->trigger;
}

void ent_bridge_target(const struct ent_finder *finder, const struct ent_match *match,
                       struct ent_pairs *pairs)
{
    bool free = bridges(match);
    for (int i = 0; i < pairs->sources.count; i++) {
        const struct ent_filler *source = &pairs->sources.items[i];
        float quality = 0;
        uint32_t target = UINT32_MAX;
        target = anaphor(finder, match, pairs->object, source->mention, &quality);
        if (target == UINT32_MAX && judges_measures(match->frame->relation))
            target = ent_measure_maker(finder, pairs->object, source->mention, &quality);
        if (target == UINT32_MAX)
            target = ent_answer_target(finder, match, pairs->object, source->mention,
                                       &quality);
        if (target == UINT32_MAX)
            target = doer(finder, match, pairs->object, source->mention, &quality);
        if (target == UINT32_MAX)
            target = quoted(finder, match, source->mention, &quality);
        for (uint32_t k = finder->event_count; free && k-- > 0 && target == UINT32_MAX;)
            if (!orders(finder, match, &finder->events[k]))
                target = answer(finder, &finder->events[k], match->frame->relation,
                                source->mention, &quality);
        if (target == UINT32_MAX && free && sign_of(match->frame->relation) < 0
            && match->frame->relation != ENT_ATTACKS)
            target = opponent(finder, source->mention, &quality);
        if (target == UINT32_MAX && free)
            target = protested(finder, match, source->mention, &quality);
        if (target == UINT32_MAX && free)
            target = relieved(finder, match, source->mention, &quality);
        if (target == UINT32_MAX)
            target = joined(finder, match, source->mention, &quality);
        if (target == UINT32_MAX || pairs->count == ENT_PAIRS_MAX
            || among_sources(finder, &pairs->sources, target))
            continue;
        pairs->bridged = true;
        pairs->items[pairs->count++] = (struct ent_pair){
            .source = source->mention, .target = target, .how_source = ENT_SLOT_SUBJ,
            .how_target = ENT_SLOT_ANY, .quality = source->quality * quality};
    }
}
