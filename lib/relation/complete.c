/* complete.c: roles that no rule fills.
 *
 * A trigger whose source or target (or both) the rules do not find may still tell of two
 * actors: "has condemned what it called China's conduct". All that may fill its roles are
 * weighed by a log-linear model: the score of a pair is the sum of the weights of its
 * cues (completion.tsv, fitted by tests/gold/completion.py), the score of "nobody" is 0,
 * and the probability of each is the share of its exponential in the sum of all. Pairs
 * that are likely enough become events; how sure these are, evidence.c says as of any
 * event. */
#include "relation/complete.h"
#include "relation/story.h"

#include <math.h>

enum { TRIGGERS_MAX = 24 };

/* A pair of roles of a match that lacks one. */
struct completion {
    const struct ent_match *match;
    struct ent_choice source, target;
    double chance; /* all triggers of the document so far taken together */
};

/* All pairs of a match: exponentials of their scores, and the sum with "nobody". */
struct weighing {
    struct ent_choices sources, targets;
    double share[ENT_CHOICES_MAX][ENT_CHOICES_MAX], total;
};

static const double LARGEST = 50;  /* score */
static const double FAINT = 0.03;  /* chances below count for nothing */
static const double SLIGHT = 0.10; /* and below this only for other triggers */

void ent_match_note(struct ent_match *match, const struct ent_pairs *pairs)
{
    const struct ent_fillers *known =
        pairs->no_target ? &pairs->sources : &pairs->targets;
    match->lacks = 0;
    match->known_count = 0;
    if (match->frame->relation < 0 || pairs->count > 0)
        return;
    match->lacks = ENT_LACKS_BOTH;
    match->same = pairs->same;
    if (pairs->no_source == pairs->no_target)
        return;
    for (int i = 0; i < known->count && match->known_count < ENT_KNOWN_MAX; i++)
        match->known[match->known_count++] = known->items[i].mention;
    if (match->known_count > 0)
        match->lacks = pairs->no_target ? ENT_LACKS_TARGET : ENT_LACKS_SOURCE;
}

static bool tells_candidates(const struct ent_finder *finder)
{
    return finder->options && finder->options->explain && finder->options->candidates;
}

static void weigh_choices(const struct ent_finder *finder, const struct ent_match *match,
                          bool target, struct ent_choices *choices)
{
    struct ent_cues cues = {.finder = finder, .tell = tells_candidates(finder)};
    ent_choices_find(finder, match, target, choices);
    for (int i = 0; i < choices->count; i++) {
        struct ent_choice *choice = &choices->items[i];
        cues.sum = 0;
        cues.size = 0;
        ent_cues_of_choice(&cues, match, choice, target);
        choice->sum = cues.sum;
        if (cues.tell)
            ent_trace(finder, "      %s %d %.*s:%.*s", target ? "target" : "source", i,
                      ENT_FMT(ent_actor_of(finder, choice->mention)->group),
                      (int)cues.size, cues.told);
    }
}

static double pair_score(const struct ent_finder *finder, const struct ent_match *match,
                         const struct weighing *weighing, int s, int t)
{
    struct ent_cues cues = {.finder = finder, .tell = tells_candidates(finder)};
    const struct ent_choice *source = &weighing->sources.items[s];
    const struct ent_choice *target = &weighing->targets.items[t];
    ent_cues_of_pair(&cues, match, source, target);
    if (cues.tell)
        ent_trace(finder, "      pair %d %d:%.*s", s, t, (int)cues.size, cues.told);
    return cues.sum + source->sum + target->sum;
}

/* "ces deux pays", "A et B": those who are named in one phrase do the act together or
 * suffer it together, but for what one does with another. */
static bool in_one_phrase(const struct ent_finder *finder, int relation, uint32_t a,
                          uint32_t b)
{
    const struct ent_mention *x = &finder->mentions->mentions[a];
    const struct ent_mention *y = &finder->mentions->mentions[b];
    if (x->sentence != y->sentence || relation == ENT_ATTACKS ||
        ent_relation_symmetric((enum ent_relation_type)relation))
        return false;
    return x->head == y->head || (x->sentence == finder->view.index &&
                                  ent_are_joined(&finder->view, x->head, y->head));
}

/* Weigh all pairs for the match. */
static void weigh_pairs(const struct ent_finder *finder, const struct ent_match *match,
                        struct weighing *weighing)
{
    struct ent_cues act = {.finder = finder, .tell = tells_candidates(finder)};
    ent_cues_of_match(&act, match);
    if (act.tell)
        ent_trace(finder, "    lacking %s %d:%.*s",
                  ent_relation_name((enum ent_relation_type)match->frame->relation),
                  (int)match->head, (int)act.size, act.told);
    weigh_choices(finder, match, false, &weighing->sources);
    weigh_choices(finder, match, true, &weighing->targets);
    weighing->total = 1;
    for (int s = 0; s < weighing->sources.count; s++)
        for (int t = 0; t < weighing->targets.count; t++) {
            const struct ent_choice *source = &weighing->sources.items[s];
            const struct ent_choice *target = &weighing->targets.items[t];
            weighing->share[s][t] = 0;
            if (source->group == target->group || (!source->here && !target->here) ||
                in_one_phrase(finder, match->frame->relation, source->mention,
                              target->mention))
                continue;
            double score = act.sum + pair_score(finder, match, weighing, s, t);
            weighing->share[s][t] = exp(score < LARGEST ? score : LARGEST);
            weighing->total += weighing->share[s][t];
        }
}

/* The chance of the two groups of a pair, whatever mentions name them; 0 if another pair
 * of mentions of theirs stands for them. */
static double chance_of(const struct weighing *weighing, int source, int target)
{
    const struct ent_choices *sources = &weighing->sources, *targets = &weighing->targets;
    double own = weighing->share[source][target], sum = 0;
    for (int s = 0; s < sources->count; s++)
        for (int t = 0; t < targets->count; t++) {
            double share = weighing->share[s][t];
            bool before = s < source || (s == source && t < target);
            if (sources->items[s].group != sources->items[source].group ||
                targets->items[t].group != targets->items[target].group)
                continue;
            if (share > own || (share >= own && before))
                return 0;
            sum += share;
        }
    return sum / weighing->total;
}

/* Does a longer trigger stand at the word ("condamner à la prison" tells of no mere
 * "condamner"), or does another frame tell the same relation and lack less? */
static bool is_shadowed(const struct ent_matches *matches, int at)
{
    const struct ent_match *match = &matches->items[at];
    for (int i = 0; i < matches->count; i++) {
        const struct ent_match *other = &matches->items[i];
        if (i == at || !other->lacks || other->head != match->head)
            continue;
        if (other->length > match->length)
            return true;
        if (other->frame->relation != match->frame->relation)
            continue;
        bool less = (other->lacks != ENT_LACKS_BOTH) && match->lacks == ENT_LACKS_BOTH;
        bool equal = (other->lacks == ENT_LACKS_BOTH) == (match->lacks == ENT_LACKS_BOTH);
        if (less || (equal && i < at))
            return true;
    }
    return false;
}

static bool is_told(const struct ent_finder *finder, const struct completion *found)
{
    enum ent_relation_type relation =
        (enum ent_relation_type)found->match->frame->relation;
    uint32_t bit = 1U << relation;
    return (ent_story_tie(finder->story, found->source.group, found->target.group) &
            bit) ||
           (ent_relation_symmetric(relation) &&
            (ent_story_tie(finder->story, found->target.group, found->source.group) &
             bit));
}

/* The cues that weigh most, in words. */
static void tell_cues(const struct ent_finder *finder, const struct completion *found)
{
    struct ent_cues cues = {.finder = finder, .tell = true};
    ent_cues_of_pair(&cues, found->match, &found->source, &found->target);
    ent_cues_of_match(&cues, found->match);
    ent_trace(finder, "      cues of the pair:%.*s", (int)cues.size, cues.told);
    for (int target = 0; target < 2; target++) {
        cues.size = 0;
        const struct ent_choice *choice = target ? &found->target : &found->source;
        ent_cues_of_choice(&cues, found->match, choice, target);
        if (!choice->known)
            ent_trace(finder, "      cues of the %s:%.*s", target ? "target" : "source",
                      (int)cues.size, cues.told);
    }
}

static enum ent_status add(struct ent_finder *finder, const struct completion *found,
                           struct ent_error *error)
{
    struct ent_pair pair = {.source = found->source.mention,
                            .target = found->target.mention,
                            .how_source = ENT_SLOT_LIKELY,
                            .how_target = ENT_SLOT_LIKELY,
                            .completed = (float)found->chance,
                            .quality = (float)found->chance};
    const char *name =
        ent_relation_name((enum ent_relation_type)found->match->frame->relation);
    struct ent_str source = ent_actor_of(finder, pair.source)->group;
    struct ent_str target = ent_actor_of(finder, pair.target)->group;
    if (found->source.known)
        pair.how_source = ENT_SLOT_SUBJ;
    if (found->target.known)
        pair.how_target = ENT_SLOT_OBJ;
    ent_trace(finder, "  %.*s (word %d): completed, chance %.2f",
              ENT_FMT(ent_view_word(&finder->view, found->match->head)->form),
              (int)found->match->head, found->chance);
    if (finder->options && finder->options->explain)
        tell_cues(finder, found);
    ent_trace(finder, "    %.*s (%s) %s %.*s (%s)", ENT_FMT(source),
              ent_slot_name((enum ent_slot)pair.how_source), name, ENT_FMT(target),
              ent_slot_name((enum ent_slot)pair.how_target));
    return ent_event_of_pair(finder, found->match, &pair, true, error);
}

/* Events for all pairs that are likely enough. Triggers that point to the same pair add
 * up: what two of them leave open is the product of what each does. */
static enum ent_status complete_match(struct ent_finder *finder,
                                      const struct ent_match *match,
                                      struct ent_error *error)
{
    struct weighing weighing;
    enum ent_status status = ENT_OK;
    weigh_pairs(finder, match, &weighing);
    for (int s = 0; s < weighing.sources.count; s++)
        for (int t = 0; t < weighing.targets.count && status == ENT_OK; t++) {
            struct completion found = {match, weighing.sources.items[s],
                                       weighing.targets.items[t], 0};
            double chance = weighing.share[s][t] < FAINT / 2 * weighing.total
                                ? 0
                                : chance_of(&weighing, s, t);
            if (chance < FAINT || is_told(finder, &found))
                continue;
            status = ent_story_hint(finder->story, found.source.group, found.target.group,
                                    match->frame->relation, chance, &found.chance, error);
            if (status == ENT_OK && chance >= SLIGHT &&
                found.chance >= finder->frames->least_chance && !tells_candidates(finder))
                status = add(finder, &found, error);
        }
    return status;
}

static enum ent_status tell_story(struct ent_finder *finder, struct ent_error *error)
{
    struct ent_story *story = finder->story;
    enum ent_status status = ENT_OK;
    for (; story->told < finder->event_count && status == ENT_OK; story->told++) {
        const struct ent_event *event = &finder->events[story->told];
        if (event->completed > 0)
            continue;
        status = ent_story_tell(
            story, ent_story_group_of(story, finder->mentions, event->source),
            ent_story_group_of(story, finder->mentions, event->target), event->relation,
            error);
    }
    return status;
}

/* Is anybody named in the sentence? */
static bool is_peopled(const struct ent_view *view)
{
    for (int32_t w = 1; w <= view->count; w++)
        if (view->nodes[w].mention)
            return true;
    return false;
}

enum ent_status ent_complete(struct ent_finder *finder, const struct ent_matches *matches,
                             struct ent_error *error)
{
    const struct ent_view *view = &finder->view;
    int tried = 0;
    ent_story_reach(finder->story, finder->mentions, view->index);
    enum ent_status status = tell_story(finder, error);
    if (!is_peopled(view) || finder->frames->cues.size == 0)
        return status;
    for (int i = 0; i < matches->count && status == ENT_OK && tried < TRIGGERS_MAX; i++) {
        const struct ent_match *match = &matches->items[i];
        if (!match->lacks || view->nodes[match->head].taken || is_shadowed(matches, i))
            continue;
        tried++;
        status = complete_match(finder, match, error);
    }
    return status;
}
