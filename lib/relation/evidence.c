/* evidence.c: how sure an event is. Its signs - how its frame was met, how its two sides
 * were found and linked - have weights in confidence.tsv; their sum, with that of the
 * signs of the document (context.c), is the log-odds that a reader agrees, fitted on
 * articles that readers judged (tests/gold/fit.sh). */
#include "relation/signs.h"

#include <math.h>
#include <stdio.h>

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

bool ent_is_power(const struct ent_finder *finder, uint32_t mention)
{
    static const char *const KINDS[] = {"state", "igo", "armed_group", "party", NULL};
    return ent_str_among(ent_actor_of(finder, mention)->kind, KINDS);
}

static bool is_person(const struct ent_finder *finder, uint32_t mention)
{
    return ent_str_is(ent_actor_of(finder, mention)->kind, "person");
}

/* One meets and allies with people, not with their things; "présenter ses vœux à Auxerre"
 * is said to nobody. */
static void note_fit(struct ent_signs *signs, const struct ent_event *event,
                     const struct ent_pair *pair)
{
    const uint32_t together = 1U << ENT_MEETS | 1U << ENT_ALLIES_WITH |
                              1U << ENT_COOPERATES_WITH | 1U << ENT_SPONSORS;
    const uint32_t said = 1U << ENT_SUPPORTS | 1U << ENT_REQUESTS | 1U << ENT_ACCUSES |
                          1U << ENT_REJECTS | 1U << ENT_THREATENS | 1U << ENT_CONCEDES_TO;
    const struct ent_mention *mentions = signs->finder->mentions->mentions;
    uint32_t relation = 1U << event->relation;
    bool place = mentions[pair->target].place;
    ent_signs_note(signs, (relation & together) && pair->owner_target, "",
                   "talk_to_thing");
    ent_signs_note(signs, (relation & said) && place, "", "said_in_place");
    ent_signs_note(signs,
                   event->relation == ENT_MEETS && place &&
                       mentions[pair->source].kind != ENT_MENTION_NAME,
                   "", "visit_by_unnamed");
}

/* "Turquie : l'ambassadeur de Russie assassiné": where it happens. */
static bool is_label(const struct ent_view *view, const struct ent_mention *mention)
{
    return mention->sentence == view->index && mention->first == 1 &&
           mention->last + 1 == ent_view_label_end(view);
}

/* Companies and the press rarely fight otherwise than in figures of speech; what powers
 * do to each other is politics. */
static void note_powers(struct ent_signs *signs, const struct ent_event *event,
                        const struct ent_pair *pair)
{
    const struct ent_finder *finder = signs->finder;
    bool force = event->relation == ENT_ATTACKS || event->relation == ENT_COERCES
                 || event->relation == ENT_MOBILIZES_AGAINST;
    bool power = ent_is_power(finder, pair->source);
    ent_signs_note(signs, force && power, "force", "by_power");
    ent_signs_note(signs,
                   force && power && finder->mentions->mentions[pair->target].place,
                   "force", "by_power_in_place");
    ent_signs_note(signs, force && !power, "force", "by_other");
    ent_signs_note(signs,
                   force && is_person(finder, pair->source) &&
                       is_person(finder, pair->target),
                   "force", "among_persons");
    ent_signs_note(signs, power && ent_is_power(finder, pair->target), "", "two_powers");
}

/* Two signs that say more together: armed groups attack, persons are arrested; a group
 * called by a noun is more often mistaken for another than a state. */
static void note_both(struct ent_signs *signs, const char *one, const char *side,
                      const char *kind)
{
    char both[48];
    snprintf(both, sizeof both, "%s+%s", one, side);
    ent_signs_note(signs, true, both, kind);
}

/* Some triggers are right more often than others of their kind. */
static void note_rule(struct ent_signs *signs, struct ent_str rule)
{
    char name[40];
    int size = snprintf(name, sizeof name, "%.*s", ENT_FMT(rule));
    if (size < 0 || (size_t)size >= sizeof name)
        return;
    for (int i = 0; i < size; i++)
        if (name[i] == ' ' || name[i] == '=')
            name[i] = '_';
    ent_signs_note(signs, true, "rule", name);
}

static void note_side(struct ent_signs *signs, const char *side, uint32_t index,
                      uint8_t how, bool owner, int32_t trigger, uint8_t relation)
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
    ent_signs_note(signs, true, side, kind_name(mention->kind));
    ent_signs_note(signs, true, side, slot_name(how));
    ent_signs_note(signs, true, side, kind);
    note_both(signs, ent_relation_name((enum ent_relation_type)relation), side, kind);
    note_both(signs, kind_name(mention->kind), side, kind);
    ent_signs_note(signs, !mention->known, side, "unknown");
    ent_signs_note(signs, mention->place, side, "place");
    ent_signs_note(signs, is_label(&signs->finder->view, mention), side, "label");
    ent_signs_note(signs, !here, side, "absent");
    ent_signs_note(signs, mention->thing, side, "thing");
    ent_signs_note(signs, owner, side, "behind_thing");
    ent_signs_note(signs, own, side, "itself");
    ent_signs_note(signs, here && distance > 8, side, "far");
    ent_signs_note(signs, here && distance > 16, side, "very_far");
    ent_signs_note(signs, signs->finder->named[mention->actor] > 2, side, "recurs");
    ent_signs_weigh(signs, 1 - (mention->certainty > 0 ? mention->certainty : 0.5), side,
                    "doubt");
}

static bool is_pronoun(const struct ent_mention *mention)
{
    return mention->kind == ENT_MENTION_PRONOUN ||
           mention->kind == ENT_MENTION_POSSESSIVE;
}

/* In running news, roles taken from other sentences or from the label of a headline are
 * mostly wrong, and pronouns are often taken for another, more than the signs tell, which
 * are weighed on articles too that say much of few. */
static float handicap_of(const struct ent_finder *finder, const struct ent_pair *pair)
{
    static const float APART = 1.3F, PRONOUN = 0.3F;
    const struct ent_mention *source = &finder->mentions->mentions[pair->source];
    const struct ent_mention *target = &finder->mentions->mentions[pair->target];
    if (source->sentence != finder->view.index ||
        target->sentence != finder->view.index || is_label(&finder->view, source))
        return APART;
    return is_pronoun(source) || is_pronoun(target) ? PRONOUN : 0;
}

/* Sentences that list many actors are easily misread. */
static void note_crowd(struct ent_signs *signs)
{
    const struct ent_view *view = &signs->finder->view;
    int actors = 0;
    for (int32_t w = 1; w <= view->count; w++)
        actors += view->nodes[w].mention != 0;
    ent_signs_note(signs, actors > 4, "sentence", "crowded");
}

/* Finite itself or by a word before it, be it a copula: "is to meet". */
static bool is_finite(const struct ent_view *view, int32_t verb)
{
    bool finite = ent_view_finite(view, verb) != 0;
    for (int32_t c = view->nodes[verb].child; c && !finite; c = view->nodes[c].next)
        finite = view->nodes[c].upos == ENT_AUX && ent_view_has(view, c, ENT_FIN);
    return finite;
}

static void note_trigger(struct ent_signs *signs, const struct ent_match *match,
                         const struct ent_pair *pair, bool bridged)
{
    static const char *const KINDS[] = {"verb", "noun", "adjective", "prefix", "suffix"};
    const struct ent_view *view = &signs->finder->view;
    double weight = match->frame->weight, quality = pair->quality;
    ent_signs_note(signs, true, "trigger", KINDS[match->frame->kind]);
    ent_signs_note(signs, match->word_count > 1, "trigger", "words");
    ent_signs_note(signs,
                   ent_view_verb(view, match->head) && !is_finite(view, match->head),
                   "trigger", "not_finite");
    ent_signs_note(signs, bridged && !pair->completed, "", "bridged");
    ent_signs_note(signs, pair->completed > 0, "", "completed");
    if (pair->completed > 0)
        ent_signs_weigh(signs, log(pair->completed / (1.01 - pair->completed)),
                        "completed", "odds");
    ent_signs_note(signs, pair->how_source == pair->how_target && !bridged, "", "mutual");
    ent_signs_note(signs, view->count > 35, "", "long_sentence");
    ent_signs_weigh(signs, 1 - weight, "trigger", "doubt");
    ent_signs_weigh(signs, pair->completed > 0 ? 0 : 1 - quality, "roles", "doubt");
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

enum ent_status ent_evidence_weigh(struct ent_finder *finder,
                                   const struct ent_match *match,
                                   const struct ent_pair *pair, struct ent_event *event,
                                   struct ent_error *error)
{
    struct ent_signs signs;
    ent_signs_begin(&signs, finder, 0);
    ent_signs_weigh(&signs, 1, "", "bias");
    ent_signs_note(&signs, true, "relation",
                   ent_relation_name((enum ent_relation_type)event->relation));
    ent_signs_note(&signs, true, "status",
                   ent_relation_status_name((enum ent_relation_status)event->status));
    note_rule(&signs, event->rule);
    note_trigger(&signs, match, pair, event->bridged);
    note_side(&signs, "source", pair->source, pair->how_source, pair->owner_source,
              match->head, event->relation);
    note_side(&signs, "target", pair->target, pair->how_target, pair->owner_target,
              match->head, event->relation);
    note_fit(&signs, event, pair);
    note_powers(&signs, event, pair);
    note_crowd(&signs);
    event->odds = signs.sum;
    event->handicap = handicap_of(finder, pair);
    event->signs = (struct ent_str){NULL, 0};
    if (!finder->options || !finder->options->explain)
        return ENT_OK;
    ent_trace(finder, "      signs:%s", signs.told);
    event->signs = ent_arena_dup(&finder->document->arena,
                                 (struct ent_str){signs.told, signs.size});
    return event->signs.data || signs.size == 0
               ? ENT_OK
               : ent_fail(error, ENT_EMEMORY, 0, "out of memory");
}
