/* context.c: how sure the rest of the document makes a relation. The same finding is right
 * more often where the text tells of many acts between known powers than in a report on a
 * match or an election night: so each relation has signs of what else the document tells
 * (acts that rules found, weighed by frame and roles), of whom it names, and of its topic,
 * of whom it names
 * besides the signs of its surest event (evidence.c). Their weights stand in
 * confidence.tsv. One walk over mentions and one over relations. */
#include "relation/signs.h"
#include "relation/story.h"

#include <math.h>
#include <stdlib.h>

enum { LEAD = 3 }; /* sentences */

/* What is told of a pair of groups, whichever way round, and of a group. */
struct tie {
    float acts, friendly, hostile;
};

struct context {
    const struct ent_finder *finder;
    const struct ent_relations *relations;
    const struct ent_telling *tellings;
    double acts, of_powers, of_known; /* sums over relations */
    float *at;                        /* [sentence_count + 2] acts of sentence - 1 */
    float *of_group;                  /* [group_count] acts of the group */
    struct ent_map pairs;
    struct tie *ties; /* by number of the pair */
    uint32_t tie_capacity;
    double meetings; /* share of sentences that name two known groups */
    double powers;   /* share of names */
};

static const struct ent_event *best_of(const struct context *context, uint32_t r)
{
    return &context->finder->events[context->tellings[r].best];
}

static uint32_t group_of(const struct context *context, uint32_t mention)
{
    return ent_story_group_of(context->finder->story, context->finder->mentions, mention);
}

/* States, organisations, armed groups and parties. */
static bool is_power(const struct ent_finder *finder, uint32_t mention)
{
    static const char *const KINDS[] = {"state", "igo", "armed_group", "party"};
    struct ent_str kind = ent_actor_of(finder, mention)->kind;
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (ent_str_is(kind, KINDS[i]))
            return true;
    return false;
}

static bool among_powers(const struct context *context, const struct ent_event *event)
{
    return is_power(context->finder, event->source) &&
           is_power(context->finder, event->target);
}

static bool among_known(const struct context *context, const struct ent_event *event)
{
    const struct ent_mention *mentions = context->finder->mentions->mentions;
    return mentions[event->source].known && mentions[event->target].known;
}

static struct tie *tie_of(const struct context *context, const struct ent_event *event)
{
    uint32_t a = group_of(context, event->source), b = group_of(context, event->target);
    uint32_t pair[2] = {a < b ? a : b, a < b ? b : a};
    uint32_t at =
        ent_map_find(&context->pairs, (struct ent_str){(const char *)pair, sizeof pair});
    return at == ENT_MAP_NONE ? NULL : &context->ties[at];
}

static bool add_tie(struct context *context, uint32_t a, uint32_t b, int sign, float act)
{
    uint32_t pair[2] = {a < b ? a : b, a < b ? b : a};
    bool added;
    uint32_t at = ent_map_add(&context->pairs,
                              (struct ent_str){(const char *)pair, sizeof pair}, &added);
    if (at == ENT_MAP_NONE || !ent_frames_grow((void **)&context->ties,
                                               &context->tie_capacity, at,
                                               sizeof *context->ties))
        return false;
    struct tie *tie = &context->ties[at];
    if (added)
        *tie = (struct tie){0};
    tie->acts += act;
    *(sign < 0 ? &tie->hostile : &tie->friendly) += act;
    return true;
}

/* Sum up the acts that rules found. */
static enum ent_status count_acts(struct context *context, struct ent_error *error)
{
    for (uint32_t r = 0; r < context->relations->count; r++) {
        const struct ent_event *event = best_of(context, r);
        float act = context->tellings[r].act;
        uint32_t a = group_of(context, event->source);
        uint32_t b = group_of(context, event->target);
        int sign = ent_relation_sign((enum ent_relation_type)event->relation);
        context->acts += act;
        context->of_powers += among_powers(context, event) ? act : 0;
        context->of_known += among_known(context, event) ? act : 0;
        context->at[event->sentence + 1] += act;
        context->of_group[a] += act;
        context->of_group[b] += act;
        if (!add_tie(context, a, b, sign, act))
            return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    }
    return ENT_OK;
}

static void count_mentions(struct context *context)
{
    const struct ent_mentions *all = context->finder->mentions;
    uint32_t sentences = context->finder->document->sentence_count;
    uint32_t names = 0, powers = 0, met = 0, last = UINT32_MAX, first = 0;
    bool two = false;
    for (uint32_t i = 0; i < all->mention_count; i++) {
        const struct ent_mention *mention = &all->mentions[i];
        if (mention->sentence != last)
            two = false, first = UINT32_MAX;
        last = mention->sentence;
        if (mention->kind != ENT_MENTION_NAME && mention->kind != ENT_MENTION_ADJECTIVE)
            continue;
        names++;
        if (!mention->known || mention->place)
            continue;
        powers += is_power(context->finder, i);
        if (first == UINT32_MAX)
            first = group_of(context, i);
        else if (!two && group_of(context, i) != first)
            two = true, met++;
    }
    context->meetings = sentences ? (double)met / sentences : 0;
    context->powers = (double)powers / (names + 1);
}

static double log_acts(double acts)
{
    return acts > 0 ? log(1 + acts) : 0;
}

/* The signs of the document for one relation; its own act says nothing. */
static void note_document(struct ent_signs *signs, const struct context *context,
                          uint32_t r, const char *part)
{
    const struct ent_event *event = best_of(context, r);
    double own = context->tellings[r].act;
    double sentences = context->finder->document->sentence_count + 1;
    double acts = context->acts - own;
    double powers = context->of_powers - (among_powers(context, event) ? own : 0);
    double known = context->of_known - (among_known(context, event) ? own : 0);
    double density = context->finder->known_actors;
    ent_signs_weigh(signs, log_acts(acts), part, "acts");
    ent_signs_weigh(signs, log_acts(10 * acts / sentences), part, "acts_rate");
    ent_signs_weigh(signs, log_acts(10 * powers / sentences), part, "power_rate");
    ent_signs_weigh(signs, log_acts(10 * known / sentences), part, "known_rate");
    ent_signs_note(signs, acts < 0.5, part, "no_acts");
    ent_signs_weigh(signs, context->meetings, part, "meetings");
    ent_signs_weigh(signs, context->powers, part, "powers");
    ent_signs_weigh(signs, density > 3 ? 3 : density, part, "known_actors");
    ent_signs_weigh(signs, context->finder->unknown_share, part, "unknown_names");
}

static void note_text(struct ent_signs *signs, const struct context *context)
{
    ent_signs_note(signs, context->finder->sport, "text", "sport");
    ent_signs_weigh(signs, log(1 + context->finder->document->sentence_count), "text", "long");
    ent_signs_note(signs, !context->finder->view.french, "text", "english");
}

static void note_pair(struct ent_signs *signs, const struct context *context, uint32_t r)
{
    const struct ent_event *event = best_of(context, r);
    const struct ent_telling *telling = &context->tellings[r];
    const struct tie *tie = tie_of(context, event);
    int sign = ent_relation_sign((enum ent_relation_type)event->relation);
    double own = telling->act, source = context->of_group[group_of(context, event->source)];
    double target = context->of_group[group_of(context, event->target)];
    double same = tie ? (sign < 0 ? tie->hostile : tie->friendly) - own : 0;
    double other = tie ? (sign < 0 ? tie->friendly : tie->hostile) : 0;
    ent_signs_weigh(signs, telling->sentences > 1 ? log(telling->sentences) : 0, "told",
                    "again");
    ent_signs_note(signs, event->completed > 0 && telling->sentences > 0, "told", "by_rule");
    ent_signs_weigh(signs, context->relations->items[r].evidence > 1 ? log(context->relations->items[r].evidence) : 0, "told",
                    "events");
    ent_signs_weigh(signs, log_acts(same), "pair", "same_sign");
    ent_signs_weigh(signs, log_acts(other), "pair", "other_sign");
    ent_signs_weigh(signs, log_acts(source - own), "source", "acts");
    ent_signs_weigh(signs, log_acts(target - own), "target", "acts");
}

/* How many pairs the trigger of the event gave: enumerations are often misread. */
static uint32_t pairs_of_trigger(const struct ent_finder *finder, uint32_t at)
{
    const struct ent_event *events = finder->events, *event = &events[at];
    uint32_t count = 1;
    for (uint32_t i = at; i-- > 0 && events[i].sentence == event->sentence;)
        count += events[i].trigger == event->trigger;
    for (uint32_t i = at + 1;
         i < finder->event_count && events[i].sentence == event->sentence; i++)
        count += events[i].trigger == event->trigger;
    return count;
}

static void note_place(struct ent_signs *signs, const struct context *context, uint32_t r)
{
    const struct ent_event *event = best_of(context, r);
    const float *at = &context->at[event->sentence + 1];
    double own = context->tellings[r].act;
    uint32_t pairs = pairs_of_trigger(context->finder, context->tellings[r].best);
    ent_signs_weigh(signs, pairs > 1 ? log(pairs) : 0, "trigger", "pairs");
    ent_signs_note(signs, event->sentence == 0, "sentence", "first");
    ent_signs_note(signs, event->sentence < LEAD, "sentence", "lead");
    ent_signs_weigh(signs, log_acts(at[0] - own), "sentence", "acts");
    ent_signs_weigh(signs, log_acts(at[-1] + at[1]), "near", "acts");
}

static void weigh(const struct context *context, uint32_t r)
{
    const struct ent_event *event = best_of(context, r);
    struct ent_signs signs = {.finder = context->finder, .sum = event->odds};
    struct ent_relation *relation = &context->relations->items[r];
    note_document(&signs, context, r, "text");
    if (event->completed > 0)
        note_document(&signs, context, r, "completed");
    else if (event->bridged)
        note_document(&signs, context, r, "bridged");
    note_text(&signs, context);
    note_pair(&signs, context, r);
    note_place(&signs, context, r);
    relation->confidence = 1 / (1 + exp(-signs.sum));
    ent_trace(context->finder, "  confidence %.3f of %.*s %s %.*s", relation->confidence,
              ENT_FMT(relation->source.group), ent_relation_name(relation->type),
              ENT_FMT(relation->target.group));
    ent_trace(context->finder, "    of the event:%.*s", ENT_FMT(event->signs));
    ent_trace(context->finder, "    of the document:%s", signs.told);
}

enum ent_status ent_context_weigh(struct ent_finder *finder,
                                  struct ent_relations *relations,
                                  const struct ent_telling *tellings,
                                  struct ent_error *error)
{
    struct context context = {
        .finder = finder, .relations = relations, .tellings = tellings};
    struct ent_arena *arena = &finder->document->arena;
    size_t sentences = (size_t)finder->document->sentence_count + 3;
    size_t groups = (size_t)finder->story->group_count + 1;
    if (relations->count == 0)
        return ENT_OK;
    context.at = ent_arena_array(arena, sentences, sizeof *context.at);
    context.of_group = ent_arena_array(arena, groups, sizeof *context.of_group);
    if (!context.at || !context.of_group)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    memset(context.at, 0, sentences * sizeof *context.at);
    memset(context.of_group, 0, groups * sizeof *context.of_group);
    ent_map_init(&context.pairs);
    enum ent_status status = count_acts(&context, error);
    if (status == ENT_OK) {
        count_mentions(&context);
        for (uint32_t r = 0; r < relations->count; r++)
            weigh(&context, r);
    }
    ent_map_clear(&context.pairs);
    free(context.ties);
    return status;
}
