/* context.c: how sure the rest of the document makes a relation. The same finding is
 * right more often where the text tells of many acts between known powers than in a
 * report on a match or an election night: so each relation has signs of what else the
 * document tells (acts that rules found, weighed by frame and roles) and of whom it
 * names, besides the signs of its surest event (evidence.c). Their weights stand in
 * confidence.tsv. One walk over mentions and one over relations. */
#include "relation/signs.h"
#include "relation/story.h"

#include <math.h>
#include <stdlib.h>

/* What is told of a pair of groups, whichever way round, and of a group. */
struct tie {
    float friendly, hostile;
};

struct context {
    const struct ent_finder *finder;
    const struct ent_relations *relations;
    const struct ent_telling *tellings;
    double acts;     /* sum over relations */
    double powers;   /* share of names */
    float *of_group; /* [group_count] acts of the group */
    struct ent_map pairs;
    struct tie *ties; /* by number of the pair */
    uint32_t tie_capacity;
};

static const struct ent_event *best_of(const struct context *context, uint32_t r)
{
    return &context->finder->events[context->tellings[r].best];
}

static uint32_t group_of(const struct context *context, uint32_t mention)
{
    return ent_story_group_of(context->finder->story, context->finder->mentions, mention);
}

static struct tie *tie_of(const struct context *context, const struct ent_event *event)
{
    uint32_t a = group_of(context, event->source), b = group_of(context, event->target);
    uint32_t pair[2] = {a < b ? a : b, a < b ? b : a};
    uint32_t at =
        ent_map_find(&context->pairs, (struct ent_str){(const char *)pair, sizeof pair});
    return &context->ties[at]; /* count_acts() added it */
}

static bool add_tie(struct context *context, uint32_t a, uint32_t b, int sign, float act)
{
    uint32_t pair[2] = {a < b ? a : b, a < b ? b : a};
    bool added;
    uint32_t at = ent_map_add(&context->pairs,
                              (struct ent_str){(const char *)pair, sizeof pair}, &added);
    if (at == ENT_MAP_NONE ||
        !ent_frames_grow((void **)&context->ties, &context->tie_capacity, at,
                         sizeof *context->ties))
        return false;
    struct tie *tie = &context->ties[at];
    if (added)
        *tie = (struct tie){0};
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
        context->of_group[a] += act;
        context->of_group[b] += act;
        if (!add_tie(context, a, b, sign, act))
            return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    }
    return ENT_OK;
}

/* How many of the names are known states, organisations, armed groups and parties. Who
 * lets phrases act asks for texts that name few: they pass for the usual political
 * article. */
static double share_of_powers(const struct ent_finder *finder)
{
    static const double USUAL = 0.6;
    const struct ent_mentions *all = finder->mentions;
    uint32_t names = 0, powers = 0;
    for (uint32_t i = 0; i < all->mention_count; i++) {
        const struct ent_mention *mention = &all->mentions[i];
        if (mention->kind != ENT_MENTION_NAME && mention->kind != ENT_MENTION_ADJECTIVE)
            continue;
        names++;
        powers += mention->known && !mention->place && ent_is_power(finder, i);
    }
    double share = (double)powers / (names + 1);
    return finder->view.open_starts && share < USUAL ? USUAL : share;
}

static double log_of(double acts)
{
    return acts > 0 ? log(1 + acts) : 0;
}

/* What else rules found, a sentence: a relation's own act says nothing. */
static void note_acts(struct ent_signs *signs, const struct context *context, uint32_t r,
                      const char *part)
{
    double sentences = context->finder->document->sentence_count + 1;
    double acts = context->acts - context->tellings[r].act;
    ent_signs_weigh(signs, log_of(10 * acts / sentences), part, "acts");
    ent_signs_note(signs, acts < 0.5, part, "no_acts");
    ent_signs_weigh(signs, context->powers, part, "powers");
}

static void note_text(struct ent_signs *signs, const struct ent_finder *finder)
{
    double density = finder->known_actors; /* who names more is not more about politics */
    ent_signs_weigh(signs, density > 3 ? 3 : density, "text", "known_actors");
    ent_signs_weigh(signs, finder->unknown_share, "text", "unknown_names");
    ent_signs_note(signs, finder->sport, "text", "sport");
    ent_signs_weigh(signs, log(1 + finder->document->sentence_count), "text", "long");
}

/* Is it told again, and what else of the two? */
static void note_ties(struct ent_signs *signs, const struct context *context, uint32_t r)
{
    const struct ent_event *event = best_of(context, r);
    const struct ent_telling *telling = &context->tellings[r];
    const struct tie *tie = tie_of(context, event);
    bool hostile = ent_relation_sign((enum ent_relation_type)event->relation) < 0;
    double same = hostile ? tie->hostile : tie->friendly;
    double other = hostile ? tie->friendly : tie->hostile;
    double source = context->of_group[group_of(context, event->source)];
    double target = context->of_group[group_of(context, event->target)];
    ent_signs_weigh(signs, telling->sentences > 1 ? log(telling->sentences) : 0, "told",
                    "again");
    ent_signs_weigh(signs, log(context->relations->items[r].evidence), "told", "events");
    ent_signs_weigh(signs, log_of(same - telling->act), "pair", "same_sign");
    ent_signs_weigh(signs, log_of(other), "pair", "other_sign");
    ent_signs_weigh(signs, log_of(source - telling->act), "source", "acts");
    ent_signs_weigh(signs, log_of(target - telling->act), "target", "acts");
}

static void weigh(const struct context *context, uint32_t r)
{
    const struct ent_event *event = best_of(context, r);
    struct ent_signs signs;
    ent_signs_begin(&signs, context->finder, event->odds);
    struct ent_relation *relation = &context->relations->items[r];
    note_text(&signs, context->finder);
    note_acts(&signs, context, r, "text");
    if (event->completed > 0)
        note_acts(&signs, context, r, "completed");
    note_ties(&signs, context, r);
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
    size_t groups = (size_t)finder->story->group_count + 1;
    if (relations->count == 0)
        return ENT_OK;
    context.powers = share_of_powers(finder);
    context.of_group =
        ent_arena_array(&finder->document->arena, groups, sizeof *context.of_group);
    if (!context.of_group)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    memset(context.of_group, 0, groups * sizeof *context.of_group);
    ent_map_init(&context.pairs);
    enum ent_status status = count_acts(&context, error);
    for (uint32_t r = 0; r < relations->count && status == ENT_OK; r++)
        weigh(&context, r);
    ent_map_clear(&context.pairs);
    free(context.ties);
    return status;
}
