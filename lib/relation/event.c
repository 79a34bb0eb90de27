/* event.c: from a match and a pair of actors to an event, with its rule, status,
 * claimant, date and evidence; and which of the events of one trigger stay. */
#include "relation/finder.h"

/* "fr.accuser", "fr.montrer doigt": the words of the trigger as they were found. */
static struct ent_str rule_of(struct ent_finder *finder, const struct ent_match *match)
{
    const struct ent_view *view = &finder->view;
    struct ent_str rule = ent_str_of(view->language->code);
    const char *glue = ".";
    for (int i = 0; i < match->word_count && rule.data; i++) {
        const struct ent_node *node = &view->nodes[match->words[i]];
        uint32_t word =
            i == 0 && match->frame->kind == ENT_TRIGGER_VERB ? node->verb : node->lemma;
        struct ent_str text = word == ENT_WORD_NONE
                                  ? ent_view_word(view, match->words[i])->form
                                  : view->language->words.keys[word];
        rule = ent_arena_printf(&finder->document->arena, "%.*s%s%.*s", ENT_FMT(rule),
                                glue, ENT_FMT(text));
        glue = " ";
    }
    return rule;
}

/* One more event, with what the match and the pair say by themselves; NULL without
 * memory. */
static struct ent_event *new_event(struct ent_finder *finder,
                                   const struct ent_match *match,
                                   const struct ent_pair *pair, struct ent_error *error)
{
    if (!ent_frames_grow((void **)&finder->events, &finder->event_capacity,
                         finder->event_count, sizeof *finder->events)) {
        ent_fail(error, ENT_EMEMORY, 0, "out of memory");
        return NULL;
    }
    struct ent_event *event = &finder->events[finder->event_count++];
    *event = (struct ent_event){.frame = match->frame,
                                .sentence = finder->view.index,
                                .trigger = match->head,
                                .source = pair->source,
                                .target = pair->target,
                                .confidence = match->frame->weight * pair->quality,
                                .rule = rule_of(finder, match)};
    return event;
}

enum ent_status ent_event_of_pair(struct ent_finder *finder,
                                  const struct ent_match *match,
                                  const struct ent_pair *pair, bool bridged,
                                  struct ent_error *error)
{
    struct ent_event *event = new_event(finder, match, pair, error);
    struct ent_fillers fillers = {.count = 0};
    if (!event)
        return ENT_EMEMORY;
    struct ent_stance stance = ent_stance_of(&finder->view, match->frame, match->head);
    if (pair->how_source == ENT_SLOT_SPEAKER) /* the words are the act */
        stance = (struct ent_stance){ENT_ASSERTED, 0};
    event->relation = match->frame->relation == ENT_FRAME_SAME ? pair->relation
                                                               : match->frame->relation;
    event->bridged = bridged;
    event->completed = pair->completed;
    event->status = (uint8_t)stance.status;
    enum ent_status status = ent_evidence_weigh(finder, match, pair, event, error);
    if (status != ENT_OK)
        return status;
    if (stance.claimant)
        ent_fill(&finder->view, stance.claimant, 0, 1.0F, &fillers);
    if (fillers.count > 0)
        event->claimant = ent_actor_of(finder, fillers.items[0].mention)->group;
    event->date = ent_event_date(&finder->view, match->head, stance.status == ENT_PLANNED,
                                 &finder->document->arena);
    return fillers.count > 0
               ? ent_claim_accusation(finder, fillers.items[0].mention, error)
               : ENT_OK;
}

enum ent_status ent_event_add(struct ent_finder *finder, const struct ent_match *match,
                              const struct ent_pair *pair,
                              enum ent_relation_type relation, struct ent_error *error)
{
    struct ent_event *event = new_event(finder, match, pair, error);
    if (!event)
        return ENT_EMEMORY;
    event->relation = (int8_t)relation;
    event->status = ENT_ASSERTED;
    event->date =
        ent_event_date(&finder->view, match->head, false, &finder->document->arena);
    return ent_evidence_weigh(finder, match, pair, event, error);
}

/* Of the events that frames of one relation found at one trigger, those of the surest
 * frame stay: "alliés de A" may be read as a noun and as an adjective. */
static float best_of_frame(const struct ent_finder *finder, uint32_t first,
                           const struct ent_event *event)
{
    float best = event->confidence;
    for (uint32_t k = first; k < finder->event_count; k++) {
        const struct ent_event *other = &finder->events[k];
        if (other->frame == event->frame && other->trigger == event->trigger &&
            other->relation == event->relation && other->confidence > best)
            best = other->confidence;
    }
    return best;
}

/* Does a surer frame tell of the trigger, or an earlier event the same? Frames are judged
 * by their surest pair: of "A, B and C severed ties" all pairs stay. */
static bool is_beaten(const struct ent_finder *finder, uint32_t first, uint32_t at)
{
    static const float MARGIN = 0.02F;
    const struct ent_event *event = &finder->events[at];
    float own = best_of_frame(finder, first, event);
    for (uint32_t k = first; k < finder->event_count; k++) {
        const struct ent_event *other = &finder->events[k];
        if (other->relation != event->relation || other->trigger != event->trigger ||
            other->frame == event->frame)
            continue;
        float rival = best_of_frame(finder, first, other);
        if (rival > own + MARGIN ||
            (k < at && rival >= own - MARGIN &&
             ent_same_group(finder, other->source, event->source) &&
             ent_same_group(finder, other->target, event->target)))
            return true;
    }
    return false;
}

void ent_events_keep_surest(struct ent_finder *finder, uint32_t first)
{
    uint32_t kept = first;
    for (uint32_t i = first; i < finder->event_count; i++)
        finder->events[i].beaten = is_beaten(finder, first, i);
    for (uint32_t i = first; i < finder->event_count; i++)
        if (!finder->events[i].beaten)
            finder->events[kept++] = finder->events[i];
    finder->event_count = kept;
}
