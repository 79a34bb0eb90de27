/* authority.c: who arrests, charges and convicts where the text does not say. "Deux
 * militants ont été arrêtés à Ankara", "le suspect a été écroué": the police and the
 * courts of the state in which it happens. "A rompt avec B, accusé de X": who acts
 * against the accused. */
#include "relation/finder.h"

enum { NEAR_SENTENCES = 3 };

static bool is_state(const struct ent_finder *finder, uint32_t mention)
{
    return ent_str_is(ent_actor_of(finder, mention)->kind, "state");
}

/* Its courts and police, or a place that belongs to it. */
static bool shows_scene(const struct ent_finder *finder, uint32_t index)
{
    const struct ent_mention *mention = &finder->mentions->mentions[index];
    return is_state(finder, index) &&
           (mention->place || (mention->kind == ENT_MENTION_NOMINAL && !mention->thing));
}

/* The state with more mentions than all others together, UINT32_MAX if there is none: the
 * one that survives when unlike mentions cancel each other, if it does have most. */
uint32_t ent_main_state(const struct ent_finder *finder)
{
    uint32_t found = UINT32_MAX, lead = 0, all = 0, own = 0;
    uint32_t count = finder->mentions->mention_count;
    for (uint32_t i = 0; i < count; i++) {
        if (!is_state(finder, i))
            continue;
        all++;
        if (lead == 0)
            found = i;
        lead += ent_same_group(finder, found, i) ? 1 : -1U;
    }
    bool scattered = false; /* one mention, or "l'aéroport d'Istanbul", makes no scene */
    for (uint32_t i = 0; i < count && found != UINT32_MAX; i++) {
        if (!ent_same_group(finder, found, i))
            continue;
        own++;
        scattered |= finder->mentions->mentions[i].sentence !=
                     finder->mentions->mentions[found].sentence;
    }
    return scattered && 2 * own > all ? found : UINT32_MAX;
}

/* Courts, police or a place of a state: the nearest of the trigger's sentence, else, in a
 * document about no one state above all, the last of the sentences before. */
static uint32_t scene(const struct ent_finder *finder, int32_t trigger, float *quality)
{
    const struct ent_mentions *all = finder->mentions;
    uint32_t here = finder->view.index, found = UINT32_MAX;
    int32_t best = INT32_MAX;
    uint32_t first = ent_view_first_mention(all, here);
    for (uint32_t i = first; i < all->mention_count && all->mentions[i].sentence == here;
         i++) {
        int32_t head = all->mentions[i].head;
        int32_t distance = head > trigger ? head - trigger : trigger - head;
        if (shows_scene(finder, i) && distance < best) {
            found = i;
            best = distance;
        }
    }
    *quality = found != UINT32_MAX ? 0.7F : 0.55F;
    if (found == UINT32_MAX)
        found = finder->main_state;
    for (uint32_t i = first; i-- > 0 && found == UINT32_MAX &&
                             here - all->mentions[i].sentence <= NEAR_SENTENCES;)
        if (shows_scene(finder, i))
            found = i;
    return found;
}

/* "Myanmar's ousted leader was convicted", "the Cambodian opposition leader was jailed":
 * the state whose figure the phrase calls him, UINT32_MAX if there is none. Where the
 * text names no scene that is who tries him; the country that the tables of actors give
 * (country_of()) is not: armed groups and businessmen are arrested abroad. */
static uint32_t state_in_phrase(const struct ent_finder *finder, uint32_t target)
{
    const struct ent_view *view = &finder->view;
    const struct ent_mentions *all = finder->mentions;
    int32_t head = all->mentions[target].head;
    if (view->french || head <= 0 ||
        !ent_str_is(ent_actor_of(finder, target)->kind, "person"))
        return UINT32_MAX;
    int32_t above =
        view->nodes[head].rel == ENT_REL_APPOS ? view->nodes[head].head : head;
    for (uint32_t i = ent_view_first_mention(all, view->index);
         i < all->mention_count && all->mentions[i].sentence == view->index; i++) {
        int32_t w = all->mentions[i].head;
        enum ent_deprel rel = w > 0 ? (enum ent_deprel)view->nodes[w].rel : ENT_REL_DEP;
        if (is_state(finder, i) && w > 0 && w < head &&
            (view->nodes[w].head == above || view->nodes[w].head == head) &&
            (rel == ENT_REL_AMOD || rel == ENT_REL_NMOD || rel == ENT_REL_COMPOUND))
            return i;
    }
    return UINT32_MAX;
}

/* "Paris condamne l'arrestation de X", "Paris affirme que X a été arrêté": who speaks of
 * it has not done it. */
static bool speaks_of_it(const struct ent_view *view, int32_t trigger, uint32_t source)
{
    float quality = 1;
    int32_t verb = trigger;
    for (int limit = 3; limit && (verb = ent_governing_verb(view, verb)) != 0; limit--) {
        int32_t subject = ent_surface_subject(view, verb, &quality);
        if (subject && subject != trigger && view->nodes[subject].mention &&
            ent_view_same_group(view, view->nodes[subject].mention - 1, source))
            return true;
    }
    return false;
}

static bool has_agent(const struct ent_args *args)
{
    for (int i = 0; i < args->count; i++)
        if (args->items[i].at.slot == ENT_SLOT_SUBJ)
            return true;
    return false;
}

/* Who acts against the accused in the sentence in which a mere participle tells of the
 * reproach is who reproaches. */
static void add_accusers(const struct ent_finder *finder, const struct ent_match *match,
                         const struct ent_args *args, struct ent_pairs *pairs)
{
    if (match->frame->relation != ENT_ACCUSES || match->frame->kind != ENT_TRIGGER_VERB ||
        !args->passive || has_agent(args) ||
        ent_view_child(&finder->view, match->head, ENT_REL_AUX))
        return;
    for (uint32_t k = finder->event_count; k-- > 0;) {
        const struct ent_event *event = &finder->events[k];
        if (event->sentence != finder->view.index)
            break;
        for (int i = 0; i < pairs->targets.count && pairs->count < ENT_PAIRS_MAX; i++) {
            const struct ent_filler *target = &pairs->targets.items[i];
            if (event->relation < ENT_ACCUSES || event->trigger > match->head ||
                !ent_same_group(finder, event->target, target->mention))
                continue;
            pairs->items[pairs->count++] =
                (struct ent_pair){.source = event->source,
                                  .target = target->mention,
                                  .how_source = ENT_SLOT_ANY,
                                  .how_target = ENT_SLOT_OBJ,
                                  .quality = target->quality * 0.6F};
        }
    }
}

/* "A expulse des diplomates de B, en représailles au piratage de C": B did it. */
static void add_provokers(const struct ent_finder *finder, const struct ent_match *match,
                          struct ent_pairs *pairs)
{
    const struct ent_view *view = &finder->view;
    int32_t verb = ent_governing_verb(view, match->head);
    uint32_t prep = view->nodes[match->head].prep;
    if (match->frame->kind != ENT_TRIGGER_NOUN || prep == ENT_WORD_NONE || !verb ||
        prep != ent_view_find(view, ENT_STR("réponse")) ||
        match->frame->relation < ENT_ACCUSES)
        return;
    for (uint32_t k = finder->event_count; k-- > 0;) {
        const struct ent_event *event = &finder->events[k];
        if (event->sentence != view->index)
            break;
        for (int i = 0; i < pairs->targets.count && pairs->count < ENT_PAIRS_MAX; i++) {
            const struct ent_filler *target = &pairs->targets.items[i];
            if (event->trigger != verb || event->relation < ENT_ACCUSES ||
                ent_same_group(finder, event->target, target->mention))
                continue;
            pairs->items[pairs->count++] =
                (struct ent_pair){.source = event->target,
                                  .target = target->mention,
                                  .how_source = ENT_SLOT_ANY,
                                  .how_target = ENT_SLOT_PREP,
                                  .quality = target->quality * 0.7F};
        }
    }
}

void ent_find_authority(const struct ent_finder *finder, const struct ent_match *match,
                        const struct ent_args *args, struct ent_pairs *pairs)
{
    float quality = 0;
    add_accusers(finder, match, args, pairs);
    add_provokers(finder, match, pairs);
    if (pairs->count > 0 || !ent_positions_have(&match->frame->source, ENT_SLOT_STATE) ||
        has_agent(args) || (match->frame->kind == ENT_TRIGGER_VERB && !args->passive))
        return;
    uint32_t source = scene(finder, match->head, &quality);
    uint32_t home = pairs->targets.count > 0 && quality < 0.7F
                        ? state_in_phrase(finder, pairs->targets.items[0].mention)
                        : UINT32_MAX;
    if (home != UINT32_MAX) {
        source = home;
        quality = 0.65F;
    }
    if (source == UINT32_MAX || speaks_of_it(&finder->view, match->head, source))
        return;
    for (int i = 0; i < pairs->targets.count; i++) {
        const struct ent_filler *target = &pairs->targets.items[i];
        if (ent_same_group(finder, source, target->mention) ||
            pairs->count == ENT_PAIRS_MAX)
            continue;
        pairs->items[pairs->count++] =
            (struct ent_pair){.source = source,
                              .target = target->mention,
                              .owner_target = target->owner,
                              .how_source = ENT_SLOT_STATE,
                              .how_target = ENT_SLOT_OBJ,
                              .quality = target->quality * quality};
    }
}

/* A mention of the state that a party or a politician is of by the tables of actors; of
 * the state that the document is about if they know of none; UINT32_MAX if there is none.
 */
static uint32_t country_of(const struct ent_finder *finder, uint32_t source)
{
    struct ent_str country = ent_actor_of(finder, source)->country;
    for (uint32_t i = 0; country.size > 0 && i < finder->mentions->mention_count; i++)
        if (is_state(finder, i) && ent_str_eq(ent_actor_of(finder, i)->group, country))
            return i;
    return country.size > 0 ? UINT32_MAX : finder->main_state;
}

bool ent_find_government(const struct ent_finder *finder, const struct ent_match *match,
                         struct ent_pairs *pairs)
{
    for (int i = 0; ent_positions_have(&match->frame->target, ENT_SLOT_STATE) &&
                    i < pairs->sources.count;
         i++) {
        const struct ent_filler *source = &pairs->sources.items[i];
        uint32_t target = country_of(finder, source->mention);
        if (target == UINT32_MAX || is_state(finder, source->mention) ||
            pairs->count == ENT_PAIRS_MAX)
            continue;
        pairs->items[pairs->count++] =
            (struct ent_pair){.source = source->mention,
                              .target = target,
                              .how_source = ENT_SLOT_SUBJ,
                              .how_target = ENT_SLOT_STATE,
                              .quality = source->quality * 0.8F};
    }
    return pairs->count > 0;
}
