/* merge.c: events that tell the same become one relation with a count of evidence. */
#include "relation/finder.h"

#include <stdlib.h>

static struct ent_party party_of(const struct ent_finder *finder, uint32_t index)
{
    const struct ent_mention *mention = &finder->mentions->mentions[index];
    const struct ent_sentence *sentence = &finder->document->sentences[mention->sentence];
    const struct ent_actor *actor = &finder->mentions->actors[mention->actor];
    struct ent_party party = {.group = actor->group, .actor = actor->name,
                              .kind = actor->kind, .country = actor->country};
    int32_t last = (int32_t)sentence->word_count;
    if (mention->first < 1 || mention->first > last || mention->last < mention->first
        || mention->last > last)
        return party;
    party.span.start = sentence->words[mention->first].span.start;
    party.span.end = sentence->words[mention->last].span.end;
    /* The mention's bytes: from the sentence's text, whose characters the spans count. */
    struct ent_str text = sentence->text;
    uint32_t offset = sentence->span.start;
    size_t from = 0, to = 0;
    uint32_t position = offset;
    for (size_t i = 0; i <= text.size; i++) {
        bool boundary = i == text.size || ((unsigned char)text.data[i] & 0xC0) != 0x80;
        if (!boundary)
            continue;
        if (position == party.span.start)
            from = i;
        if (position == party.span.end)
            to = i;
        position++;
    }
    if (to > from)
        party.mention = ent_str_sub(text, from, to);
    return party;
}

static bool same_relation(const struct ent_finder *finder,
                          const struct ent_relation *known, const struct ent_event *event)
{
    struct ent_str source = ent_actor_of(finder, event->source)->group;
    struct ent_str target = ent_actor_of(finder, event->target)->group;
    if ((int)known->type != event->relation)
        return false;
    if (ent_str_eq(known->source.group, source) &&
        ent_str_eq(known->target.group, target))
        return true;
    return ent_relation_symmetric(known->type)
           && ent_str_eq(known->source.group, target)
           && ent_str_eq(known->target.group, source);
}

static void fill_evidence(const struct ent_finder *finder, const struct ent_event *event,
                          struct ent_relation *relation)
{
    const struct ent_sentence *sentence = &finder->document->sentences[event->sentence];
    relation->source = party_of(finder, event->source);
    relation->target = party_of(finder, event->target);
    relation->status = (enum ent_relation_status)event->status;
    relation->plover = ent_plover_of(finder->frames, event);
    relation->claimant = event->claimant;
    relation->event_date = event->date.size ? event->date : finder->document->date;
    relation->sentence = sentence->text;
    relation->span = sentence->span;
    relation->rule = event->rule;
}

static double rounded(double value)
{
    return (double)(int)(value * 1000 + 0.5) / 1000;
}

/* Does the new evidence tell more than what is kept? Asserted beats alleged beats planned
 * beats denied beats hypothetical; but a denial in the text's own voice beats
 * allegations. */
static bool better(const struct ent_relation *known, const struct ent_event *event)
{
    static const int ORDER[ENT_RELATION_STATUS_COUNT] = {
        [ENT_ASSERTED] = 4, [ENT_ALLEGED] = 3, [ENT_PLANNED] = 2,
        [ENT_DENIED] = 1,   [ENT_HYPOTHETICAL] = 0,
    };
    if (event->status == ENT_DENIED && event->claimant.size == 0
        && known->status == ENT_ALLEGED)
        return true;
    return ORDER[event->status] > ORDER[known->status];
}

/* Of evidence for the same status, the surest is shown. */
static void fold(const struct ent_finder *finder, uint32_t at, struct ent_relation *known,
                 struct ent_telling *telling)
{
    const struct ent_event *event = &finder->events[at];
    bool surer = (int)known->status == event->status &&
                 event->odds > finder->events[telling->shown].odds;
    if (surer || better(known, event)) {
        fill_evidence(finder, event, known);
        telling->shown = at;
    }
    known->evidence++;
}

static void start(const struct ent_finder *finder, const struct ent_event *event,
                  struct ent_relation *relation)
{
    const struct ent_document *document = finder->document;
    *relation = (struct ent_relation){.doc = document->id, .date = document->date,
                                      .lang = document->lang, .evidence = 1};
    relation->type = (enum ent_relation_type)event->relation;
    relation->mode = event->relation == ENT_AIDS || event->relation == ENT_SPONSORS
                             || event->relation == ENT_CONCEDES_TO
                             || event->relation >= ENT_PROTESTS_AGAINST
                         ? ENT_STR("material") : ENT_STR("verbal");
    fill_evidence(finder, event, relation);
}

/* One more event that tells the relation; `first` if it is the first. */
static void tell(const struct ent_finder *finder, uint32_t at, bool first,
                 struct ent_telling *telling)
{
    const struct ent_event *event = &finder->events[at];
    if (first)
        *telling = (struct ent_telling){.best = at, .shown = at};
    if (event->odds > finder->events[telling->best].odds)
        telling->best = at;
    if (event->completed > 0 || event->bridged)
        return;
    telling->sentences += telling->last != event->sentence + 1;
    telling->last = event->sentence + 1;
    if (event->confidence > telling->act)
        telling->act = event->confidence;
}

/* The same for all events that tell one relation, either way round if it is symmetric. */
static uint64_t hash_of(const struct ent_finder *finder, const struct ent_event *event)
{
    uint64_t a = ent_str_hash(ent_actor_of(finder, event->source)->group);
    uint64_t b = ent_str_hash(ent_actor_of(finder, event->target)->group);
    if (ent_relation_symmetric((enum ent_relation_type)event->relation) && a > b) {
        uint64_t swap = a;
        a = b;
        b = swap;
    }
    return (a * 31 + b) * 31 + (uint64_t)event->relation;
}

/* The place in the table of the event's relation, or of the free slot for it. */
static uint32_t *slot_of(const struct ent_finder *finder,
                         const struct ent_relations *relations, uint32_t *slots,
                         uint32_t capacity, const struct ent_event *event)
{
    uint32_t at = (uint32_t)(hash_of(finder, event) >> 16) & (capacity - 1);
    while (slots[at] && !same_relation(finder, &relations->items[slots[at] - 1], event))
        at = (at + 1) & (capacity - 1);
    return &slots[at];
}

static void fold_all(const struct ent_finder *finder, uint32_t *slots,
                     uint32_t capacity, struct ent_relations *relations,
                     struct ent_telling *tellings)
{
    for (uint32_t i = 0; i < finder->event_count; i++) {
        const struct ent_event *event = &finder->events[i];
        uint32_t *slot = slot_of(finder, relations, slots, capacity, event);
        bool first = !*slot;
        if (first) {
            start(finder, event, &relations->items[relations->count]);
            *slot = ++relations->count;
        } else {
            fold(finder, i, &relations->items[*slot - 1], &tellings[*slot - 1]);
        }
        tell(finder, i, first, &tellings[*slot - 1]);
    }
}

/* How much the document tells of, 0 to 1, by the likely acts that a sentence may be
 * expected to hold: hardly any in most reports, several in a chronicle or an analysis. */
static double richness(const struct ent_finder *finder,
                       const struct ent_relations *relations)
{
    static const double LIKELY = 0.5, RICH = 0.6;
    double expected = 0;
    for (uint32_t i = 0; i < relations->count; i++)
        if (relations->items[i].confidence >= LIKELY)
            expected += relations->items[i].confidence;
    if (expected == 0)
        return 0;
    double share = expected / finder->document->sentence_count / RICH;
    return share > 1 ? 1 : share;
}

/* What a relation must reach. The richer the document, the less: among many sure acts a
 * doubtful one is as likely right as its confidence says and makes the picture whole;
 * where there is hardly any, the doubtful ones are most of what comes out. */
static double least_of(const struct ent_finder *finder, double share,
                       const struct ent_event *shown)
{
    const struct ent_relate_options *options = finder->options;
    double least = options->min_confidence, rich = options->rich_confidence;
    if (rich <= 0 || rich >= least)
        return least;
    return share * rich + (1 - share) * (least + shown->handicap);
}

static void drop_doubtful(const struct ent_finder *finder,
                          const struct ent_telling *tellings,
                          struct ent_relations *relations)
{
    double share = richness(finder, relations);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < relations->count; i++) {
        struct ent_relation *relation = &relations->items[i];
        const struct ent_event *shown = &finder->events[tellings[i].shown];
        relation->confidence = rounded(relation->confidence);
        double least = finder->options ? least_of(finder, share, shown) : 0;
        if (relation->confidence >= least) {
            relations->items[kept++] = *relation;
            continue;
        }
        ent_trace(finder, "  left out: %.*s %s %.*s, %.3f of %.3f",
                  ENT_FMT(relation->source.group), ent_relation_name(relation->type),
                  ENT_FMT(relation->target.group), relation->confidence, least);
        if (finder->options->stats)
            finder->options->stats->doubtful++;
    }
    relations->count = kept;
}

enum ent_status ent_events_merge(struct ent_finder *finder,
                                 struct ent_relations *relations, struct ent_error *error)
{
    uint32_t capacity = 16;
    relations->items = ent_arena_array(&finder->document->arena, finder->event_count + 1,
                                       sizeof *relations->items);
    while (capacity < 2 * finder->event_count)
        capacity *= 2;
    uint32_t *slots = ent_arena_array(&finder->scratch, capacity, sizeof *slots);
    struct ent_telling *tellings =
        ent_arena_array(&finder->scratch, finder->event_count + 1, sizeof *tellings);
    if (!relations->items || !slots || !tellings)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    memset(slots, 0, capacity * sizeof *slots);
    fold_all(finder, slots, capacity, relations, tellings);
    enum ent_status status = ent_context_weigh(finder, relations, tellings, error);
    drop_doubtful(finder, tellings, relations);
    return status;
}
