/* relate.c: sentence by sentence: triggers, roles, status, events. */
#include "relation/finder.h"
#include "relation/open.h"
#include "relation/story.h"

#include <stdlib.h>

#define FIGURATIVE 9 /* mark of words that a "none" frame takes */

/* "a gelé ses contacts avec B": who breaks off talks does not talk. */
static bool is_stopped(const struct ent_node *node, int relation)
{
    return ((node->part_relation == ENT_SANCTIONS ||
             node->part_relation == ENT_REJECTS) &&
            relation == ENT_MEETS) || /* "ont manifesté à l'appel de C" asks nobody */
           (node->part_relation == ENT_PROTESTS_AGAINST && relation == ENT_REQUESTS);
}

/* A word of a longer trigger that fired is no trigger of its own, unless it tells
 * something of another sign ("suspendre l'accord entre A et B"). */
static bool is_taken(const struct ent_view *view, const struct ent_match *match)
{
    const struct ent_node *node = &view->nodes[match->head];
    if (node->taken || match->frame->relation < 0)
        return node->taken;
    return node->part_of &&
           (node->part_of == FIGURATIVE || is_stopped(node, match->frame->relation) ||
            ent_relation_sign((enum ent_relation_type)match->frame->relation) ==
                node->part_of - 2);
}

static void take(struct ent_view *view, const struct ent_match *match)
{
    int8_t mark = match->frame->relation < 0
                      ? FIGURATIVE
                      : (int8_t)(ent_relation_sign(
                                     (enum ent_relation_type)match->frame->relation) + 2);
    if (match->frame->beside)
        return;
    view->nodes[match->head].taken = true;
    for (int m = 1; m < match->word_count; m++) {
        struct ent_node *part = &view->nodes[match->words[m]];
        part->part_of = mark;
        part->part_relation = match->frame->relation;
        part->taken |= part->upos == ENT_VERB; /* "cesser de bloquer" is no "bloquer" */
    }
}

static void count(const struct ent_finder *finder, const struct ent_match *match,
                  const struct ent_pairs *pairs)
{
    struct ent_relate_stats *stats = finder->options ? finder->options->stats : NULL;
    if (!stats)
        return;
    stats->triggers++;
    if (match->frame->relation == ENT_FRAME_NONE)
        stats->figurative++;
    else if (pairs->count == 0 && pairs->same)
        stats->same_group++;
    else if (pairs->count == 0 && pairs->no_source)
        stats->no_source++;
    else if (pairs->count == 0)
        stats->no_target++;
}

/* "l'accord Swift" is no actor where "accord" is part of the trigger; "diplomates russes"
 * is one. */
static bool names_event(const struct ent_view *view, int32_t w)
{
    return ent_frames_of(view->language, ENT_TRIGGER_NOUN, view->nodes[w].lemma) != 0;
}

/* "« Jamais », a répliqué Rome": words, not fire. */
static bool answers_in_words(const struct ent_view *view, const struct ent_match *match)
{
    if (match->frame->relation != ENT_ATTACKS || match->frame->kind != ENT_TRIGGER_VERB
        || view->nodes[match->head].quote
        || !ent_view_in(view, view->nodes[match->head].verb, ENT_LIST_SPEECH))
        return false;
    for (int32_t w = 1; w <= view->count; w++)
        if (view->nodes[w].quote)
            return true;
    return false;
}

/* "interrompre l'aide de A à B" tells that A no longer aids B: the longer trigger has
 * said what A does to B. */
static bool is_revoked(const struct ent_finder *finder, const struct ent_match *match,
                       const struct ent_pair *pair)
{
    if (match->frame->relation < 0 || !finder->view.nodes[match->head].part_of)
        return false;
    int sign = ent_relation_sign((enum ent_relation_type)match->frame->relation);
    for (uint32_t i = finder->event_count; i-- > 0;) {
        const struct ent_event *event = &finder->events[i];
        if (event->sentence != finder->view.index)
            return false;
        if (sign * ent_relation_sign((enum ent_relation_type)event->relation) < 0 &&
            ent_same_group(finder, event->source, pair->source) &&
            ent_same_group(finder, event->target, pair->target))
            return true;
    }
    return false;
}

/* Who fills the roles of the match, in its sentence or else in the discourse. */
static void find_pairs(struct ent_finder *finder, struct ent_match *match,
                       struct ent_pairs *pairs)
{
    struct ent_view *view = &finder->view;
    bool verb = match->frame->kind == ENT_TRIGGER_VERB;
    struct ent_args args;
    ent_trigger_arguments(view, (enum ent_trigger_kind)match->frame->kind, match->head,
                          &args);
    for (int i = 1; i < match->word_count; i++)
        ent_args_of_part(view, match->words[i], verb, &args);
    for (int i = 1; i < match->word_count; i++)
        view->nodes[match->words[i]].idle = names_event(view, match->words[i]);
    ent_add_speaker(view, match, &args);
    ent_roles_assign(view, match->frame, match->head, &args, pairs);
    for (int i = 1; i < match->word_count; i++)
        view->nodes[match->words[i]].idle = false;
    if (view->open_starts && pairs->count == 0 && match->frame->relation >= 0)
        ent_open_roles(view, match, &args, pairs);
    ent_answer_clitic(view, match, &args, pairs);
    if (match->frame->relation == ENT_FRAME_SAME)
        ent_follow(finder, match, pairs);
    else if (pairs->count == 0 && pairs->no_target &&
             !ent_find_government(finder, match, pairs))
        ent_bridge_target(finder, match, pairs);
    else if (pairs->count == 0 && pairs->no_source)
        ent_find_authority(finder, match, &args, pairs);
    ent_demand_note(finder, match, pairs);
    match->open = pairs->count == 0 && pairs->no_target && pairs->sources.count > 0;
    match->deed = pairs->object &&
                  ent_view_in(view, view->nodes[pairs->object].lemma, ENT_LIST_DEED);
    ent_match_note(match, pairs);
}

/* Add the events that the match tells. `fired`: its words are taken. */
static enum ent_status use_match(struct ent_finder *finder, struct ent_match *match,
                                 bool *fired, struct ent_error *error)
{
    struct ent_pairs pairs = {.count = 0};
    bool figurative = match->frame->relation == ENT_FRAME_NONE;
    finder->view.focus = match->head;
    if (!figurative && !answers_in_words(&finder->view, match) &&
        !ent_is_play(finder, match->frame))
        find_pairs(finder, match, &pairs);
    ent_trace_match(finder, match, &pairs);
    count(finder, match, &pairs);
    for (int i = 0; i < pairs.count; i++) {
        if (is_revoked(finder, match, &pairs.items[i]))
            continue;
        enum ent_status status =
            ent_event_of_pair(finder, match, &pairs.items[i], pairs.bridged, error);
        if (status != ENT_OK)
            return status;
    }
    *fired = figurative || pairs.count > 0;
    return pairs.count == 0 && pairs.no_target
               ? ent_claim_unaimed(finder, match, &pairs, error)
               : ENT_OK;
}

/* Acts told by reference to others come after these; so do those that lack a target,
 * which an act told by a shorter trigger of the sentence may give. */
static bool is_due(const struct ent_match *match, bool late)
{
    bool same = match->frame->relation == ENT_FRAME_SAME;
    bool waits =
        match->frame->bridge == 1 || match->deed ||
        match->frame->relation == ENT_REJECTS; /* of what was asked in the sentence */
    return late ? same || (match->open && waits)
                : !same;
}

/* Matches of the same length at the same head all fire; then their words are taken. */
static enum ent_status use_matches(struct ent_finder *finder, struct ent_matches *matches,
                                   bool late, struct ent_error *error)
{
    struct ent_view *view = &finder->view;
    for (int i = 0; i < matches->count;) {
        int end = i;
        bool any = false;
        uint32_t first = finder->event_count;
        while (end < matches->count &&
               matches->items[end].length == matches->items[i].length &&
               matches->items[end].head == matches->items[i].head)
            end++;
        for (int k = i; k < end; k++) {
            bool fired = false;
            if (!is_due(&matches->items[k], late) || is_taken(view, &matches->items[k]))
                continue;
            enum ent_status status = use_match(finder, &matches->items[k], &fired, error);
            if (status != ENT_OK)
                return status;
            any |= fired;
        }
        ent_events_keep_surest(finder, first);
        for (int k = i; k < end && any; k++)
            take(view, &matches->items[k]);
        i = end;
    }
    return ENT_OK;
}

static enum ent_status relate_sentence(struct ent_finder *finder, uint32_t index,
                                       struct ent_matches *matches,
                                       struct ent_error *error)
{
    struct ent_view *view = &finder->view;
    uint32_t before = finder->event_count;
    view->sentence = &finder->document->sentences[index];
    view->index = index;
    ent_arena_reset(&finder->scratch);
    enum ent_status status = ent_view_make(view, error);
    if (status != ENT_OK)
        return status;
    ent_triggers_find(finder, matches);
    status = use_matches(finder, matches, false, error);
    if (status == ENT_OK)
        status = use_matches(finder, matches, true, error);
    ent_measure_note(finder);
    if (status == ENT_OK)
        status = ent_complete(finder, matches, error);
    if (finder->options && finder->options->stats) {
        finder->options->stats->sentences++;
        finder->options->stats->with_trigger += matches->count > 0;
        finder->options->stats->with_relation += finder->event_count > before;
    }
    if (matches->count == 0)
        ent_trace(finder, "  no trigger");
    return status;
}

/* With the option, phrases behind the mentions. */
static enum ent_status widen(struct ent_finder *finder, struct ent_mentions *wider,
                             struct ent_error *error)
{
    const struct ent_mentions *mentions = finder->mentions;
    uint32_t *starts = NULL;
    if (!finder->options || !finder->options->open_actors)
        return ENT_OK;
    enum ent_status status =
        ent_open_phrases(finder->document, mentions, wider, &starts, error);
    finder->mentions = finder->view.mentions = wider;
    finder->view.open_starts = starts;
    return status;
}

static enum ent_status relate_sentences(struct ent_finder *finder,
                                        struct ent_matches *matches,
                                        struct ent_error *error)
{
    const struct ent_relate_options *options = finder->options;
    enum ent_status status = ENT_OK;
    for (uint32_t i = 0; i < finder->document->sentence_count && status == ENT_OK; i++) {
        if (options && options->explain)
            options->explain(options->context, finder->document->sentences[i].text);
        status = relate_sentence(finder, i, matches, error);
    }
    return status;
}

enum ent_status ent_relations_find(const struct ent_frames *frames,
                                   struct ent_document *document,
                                   const struct ent_mentions *mentions,
                                   const struct ent_relate_options *options,
                                   struct ent_relations *relations,
                                   struct ent_error *error)
{
    struct ent_story story = {0};
    struct ent_finder finder = {.frames = frames,
                                .document = document,
                                .mentions = mentions,
                                .options = options,
                                .story = &story};
    struct ent_mentions wider = {0};
    struct ent_matches *matches = malloc(sizeof *matches);
    enum ent_status status = ENT_OK;
    *relations = (struct ent_relations){NULL, 0};
    if (!matches)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    ent_arena_init(&finder.scratch);
    finder.view =
        (struct ent_view){.frames = frames,
                          .document = document,
                          .mentions = mentions,
                          .language = ent_frames_language(frames, document->lang),
                          .arena = &finder.scratch};
    finder.view.french = finder.view.language == &frames->fr;
    status = widen(&finder, &wider, error);
    if (status == ENT_OK)
        status = ent_evidence_prepare(&finder, error);
    if (status == ENT_OK)
        status = ent_story_start(&story, document, finder.mentions, error);
    finder.sport = ent_is_sport(&finder);
    finder.main_state = ent_main_state(&finder);
    if (finder.sport)
        ent_trace(&finder,
                  "a report on sport: meetings, fights and the like are left out");
    if (status == ENT_OK)
        status = relate_sentences(&finder, matches, error);
    if (status == ENT_OK)
        status = ent_events_merge(&finder, relations, error);
    ent_story_clear(&story);
    free(matches);
    free(finder.events);
    ent_arena_clear(&finder.scratch);
    return status;
}
