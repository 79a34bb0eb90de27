/* evidence.c: how sure an event is. Its signs - how its frame was met, how its two sides were
 * found and linked, what document it stands in - have weights in confidence.tsv; their sum is
 * the log-odds that a reader agrees, fitted on articles that readers judged
 * (tests/gold/confidence.py). */
#include "relation/finder.h"

#include <math.h>
#include <stdio.h>

struct signs {
    const struct ent_finder *finder;
    double sum;
    char names[1200]; /* for the trace */
    size_t size;
};

static void weigh(struct signs *signs, double value, const char *part, const char *name)
{
    char text[64];
    int size = snprintf(text, sizeof text, "%s%s%s", part, *part ? "." : "", name);
    const struct ent_frames *frames = signs->finder->frames;
    if (size < 0 || (size_t)size >= sizeof text || value == 0)
        return;
    uint32_t index = ent_map_find(&frames->signs, (struct ent_str){text, (size_t)size});
    if (index != ENT_MAP_NONE)
        signs->sum += frames->sign_weights[index] * value;
    if (!signs->finder->options || !signs->finder->options->explain)
        return;
    int more = value == 1 ? snprintf(signs->names + signs->size,
                                     sizeof signs->names - signs->size, " %s", text)
                          : snprintf(signs->names + signs->size,
                                     sizeof signs->names - signs->size, " %s=%.2f", text,
                                     value);
    if (more > 0 && signs->size + (size_t)more < sizeof signs->names)
        signs->size += (size_t)more;
}

static void note(struct signs *signs, bool holds, const char *part, const char *name)
{
    weigh(signs, holds ? 1 : 0, part, name);
}

static const char *kind_name(enum ent_mention_kind kind)
{
    switch (kind) {
    case ENT_MENTION_NAME: return "name";
    case ENT_MENTION_NOMINAL: return "noun";
    case ENT_MENTION_PRONOUN: return "pronoun";
    case ENT_MENTION_POSSESSIVE: return "possessive";
    default: return "adjective";
    }
}

static const char *slot_name(uint8_t slot)
{
    switch ((enum ent_slot)slot) {
    case ENT_SLOT_SUBJ: return "subject";
    case ENT_SLOT_OBJ: return "object";
    case ENT_SLOT_IOBJ: return "dative";
    case ENT_SLOT_PREP: return "complement";
    case ENT_SLOT_ANY: return "discourse";
    case ENT_SLOT_STATE:
        return "scene";
    case ENT_SLOT_LIKELY:
        return "completed";
    case ENT_SLOT_POSS: case ENT_SLOT_ADJ: case ENT_SLOT_COMPOUND: return "owner";
    default: return "other";
    }
}

/* States, organisations, armed groups and parties: those whom politics is about. */
static bool is_power(const struct ent_finder *finder, uint32_t mention)
{
    static const char *const KINDS[] = {"state", "igo", "armed_group", "party"};
    struct ent_str kind =
        finder->mentions->actors[finder->mentions->mentions[mention].actor].kind;
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (ent_str_is(kind, KINDS[i]))
            return true;
    return false;
}

static bool is_person(const struct ent_finder *finder, uint32_t mention)
{
    const struct ent_mentions *all = finder->mentions;
    return ent_str_is(all->actors[all->mentions[mention].actor].kind, "person");
}

/* One meets and allies with people, not with their things. */
static bool is_verbal(enum ent_relation_type relation)
{
    return relation == ENT_MEETS || relation == ENT_ALLIES_WITH
           || relation == ENT_COOPERATES_WITH || relation == ENT_SPONSORS;
}

/* "présenter ses vœux à Auxerre" is said to nobody. */
static bool is_said(enum ent_relation_type relation)
{
    return relation == ENT_SUPPORTS || relation == ENT_REQUESTS || relation == ENT_ACCUSES
           || relation == ENT_REJECTS || relation == ENT_THREATENS
           || relation == ENT_CONCEDES_TO;
}

/* Companies and the press rarely fight otherwise than in figures of speech. */
static void note_force(struct signs *signs, const struct ent_event *event,
                       const struct ent_pair *pair)
{
    bool force = event->relation == ENT_ATTACKS || event->relation == ENT_COERCES
                 || event->relation == ENT_MOBILIZES_AGAINST;
    note(signs, force && is_power(signs->finder, pair->source), "force", "by_power");
    note(signs, force && is_power(signs->finder, pair->source)
                    && signs->finder->mentions->mentions[pair->target].place,
         "force", "by_power_in_place");
    note(signs, force && !is_power(signs->finder, pair->source), "force", "by_other");
    note(signs, force && is_person(signs->finder, pair->source)
                    && is_person(signs->finder, pair->target), "force", "among_persons");
}

/* Who usually does it to whom: armed groups attack, persons are arrested. */
static void note_usual(struct signs *signs, uint8_t relation, const char *side,
                       const char *kind)
{
    char both[48];
    snprintf(both, sizeof both, "%s+%s",
             ent_relation_name((enum ent_relation_type)relation), side);
    note(signs, true, both, kind);
}

static void note_side(struct signs *signs, const char *side, uint32_t index, uint8_t how,
                      bool owner, int32_t trigger, uint8_t relation)
{
    const struct ent_mentions *mentions = signs->finder->mentions;
    const struct ent_mention *mention = &mentions->mentions[index];
    const struct ent_actor *actor = &mentions->actors[mention->actor];
    char kind[32];
    int32_t distance = mention->head > trigger ? mention->head - trigger
                                               : trigger - mention->head;
    bool here = mention->sentence == signs->finder->view.index;
    bool own = ent_str_eq(actor->group, actor->name);
    snprintf(kind, sizeof kind, "is_%.*s", ENT_FMT(actor->kind));
    note(signs, true, side, kind_name(mention->kind));
    note(signs, true, side, slot_name(how));
    note(signs, true, side, kind);
    note_usual(signs, relation, side, kind);
    note(signs, !mention->known, side, "unknown");
    note(signs, mention->place, side, "place");
    note(signs, mention->thing, side, "thing");
    note(signs, owner, side, "behind_thing");
    note(signs, own, side, "itself");
    note(signs, here && distance > 8, side, "far");
    note(signs, here && distance > 16, side, "very_far");
    note(signs, signs->finder->named[mention->actor] > 2, side, "recurs");
    weigh(signs, 1 - (mention->certainty > 0 ? mention->certainty : 0.5), side, "doubt");
}

/* Known actors a sentence; who names more is not more about politics. Who lets phrases act
 * asks for texts that name few: they pass for the usual political article. */
static double density_of(const struct signs *signs)
{
    double density = signs->finder->known_actors;
    if (signs->finder->view.open_starts && density < 1.4)
        density = 1.4;
    return density > 3 ? 3 : density;
}

/* Documents in which few known actors are named, and many unknown, are rarely about politics. */
static void note_document(struct signs *signs)
{
    weigh(signs, density_of(signs), "text", "known_actors");
    weigh(signs, signs->finder->unknown_share, "text", "unknown_names");
    weigh(signs, signs->finder->sport, "text", "sport");
}

/* Sentences that list many actors are easily misread. */
static void note_crowd(struct signs *signs)
{
    const struct ent_view *view = &signs->finder->view;
    int actors = 0;
    for (int32_t w = 1; w <= view->count; w++)
        actors += view->nodes[w].mention != 0;
    note(signs, actors > 4, "sentence", "crowded");
}

static bool is_finite(const struct ent_view *view, int32_t verb)
{
    bool finite = ent_view_has(view, verb, ENT_FIN) || view->nodes[verb].finite;
    for (int32_t c = view->nodes[verb].child; c && !finite; c = view->nodes[c].next)
        finite = view->nodes[c].upos == ENT_AUX && ent_view_has(view, c, ENT_FIN);
    return finite;
}

static void note_trigger(struct signs *signs, const struct ent_match *match,
                         const struct ent_pair *pair, bool bridged)
{
    static const char *const KINDS[] = {"verb", "noun", "adjective", "prefix", "suffix"};
    const struct ent_view *view = &signs->finder->view;
    double weight = match->frame->weight, quality = pair->quality;
    note(signs, true, "trigger", KINDS[match->frame->kind]);
    note(signs, match->word_count > 1, "trigger", "words");
    note(signs, view->nodes[match->head].upos == ENT_VERB && !is_finite(view, match->head),
         "trigger", "not_finite");
    note(signs, bridged && !pair->completed, "", "bridged");
    note(signs, pair->completed > 0, "", "completed");
    if (pair->completed > 0) {
        weigh(signs, log(pair->completed / (1.01 - pair->completed)), "completed",
              "odds");
        weigh(signs, density_of(signs), "completed", "known_actors");
        weigh(signs, signs->finder->unknown_share, "completed", "unknown_names");
    }
    note(signs, pair->how_source == pair->how_target && !bridged, "", "mutual");
    note(signs, view->count > 35, "", "long_sentence");
    weigh(signs, 1 - weight, "trigger", "doubt");
    weigh(signs, pair->completed > 0 ? 0 : 1 - quality, "roles", "doubt");
}

enum ent_status ent_evidence_prepare(struct ent_finder *finder, struct ent_error *error)
{
    const struct ent_mentions *mentions = finder->mentions;
    uint32_t known = 0, unknown = 0, sentences = finder->document->sentence_count;
    uint32_t *named = ent_arena_array(&finder->document->arena,
                                      (size_t)mentions->actor_count + 1, sizeof *named);
    if (!named)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    for (uint32_t i = 0; i < mentions->mention_count; i++) {
        const struct ent_mention *mention = &mentions->mentions[i];
        bool name = mention->kind == ENT_MENTION_NAME;
        bool either = name || mention->kind == ENT_MENTION_ADJECTIVE;
        named[mention->actor] += name;
        known += mention->known && !mention->place && either;
        unknown += !mention->known && either;
    }
    finder->named = named;
    finder->known_actors = sentences ? (double)known / sentences : 0;
    finder->unknown_share = (double)unknown / (known + unknown + 1);
    return ENT_OK;
}

double ent_evidence_weigh(const struct ent_finder *finder, const struct ent_match *match,
                          const struct ent_pair *pair, const struct ent_event *event)
{
    struct signs signs = {.finder = finder};
    weigh(&signs, 1, "", "bias");
    note(&signs, true, "relation", ent_relation_name((enum ent_relation_type)event->relation));
    note(&signs, true, "status",
         ent_relation_status_name((enum ent_relation_status)event->status));
    note_trigger(&signs, match, pair, event->bridged);
    note_side(&signs, "source", pair->source, pair->how_source, pair->owner_source,
              match->head, event->relation);
    note_side(&signs, "target", pair->target, pair->how_target, pair->owner_target,
              match->head, event->relation);
    note(&signs, is_verbal((enum ent_relation_type)event->relation) && pair->owner_target, "",
         "talk_to_thing");
    note(&signs, is_said((enum ent_relation_type)event->relation)
                     && finder->mentions->mentions[pair->target].place, "", "said_in_place");
    note(&signs, event->relation == ENT_MEETS
                     && finder->mentions->mentions[pair->target].place
                     && finder->mentions->mentions[pair->source].kind != ENT_MENTION_NAME,
         "", "visit_by_unnamed");
    note_force(&signs, event, pair);
    note(&signs, is_power(finder, pair->source) && is_power(finder, pair->target), "",
         "two_powers");
    note_crowd(&signs);
    note_document(&signs);
    ent_trace(finder, "      signs:%s", signs.names);
    return 1 / (1 + exp(-signs.sum));
}
