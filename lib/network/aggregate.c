/* aggregate.c: evidence for ties, by document, in a form that merges. */
#include "network/aggregate.h"

#include "base/large.h"

#include <stdlib.h>

struct ent_aggregate *ent_aggregate_new(void)
{
    struct ent_aggregate *aggregate = calloc(1, sizeof *aggregate);
    if (!aggregate)
        return NULL;
    ent_arena_init(&aggregate->arena);
    ent_arena_init(&aggregate->scratch);
    ent_map_init(&aggregate->strings);
    ent_map_init(&aggregate->party_keys);
    /* The empty string is number 0. */
    aggregate->uses =
        aggregate_grown(NULL, 0, &aggregate->use_capacity, sizeof *aggregate->uses);
    if (!aggregate->uses || ent_map_add(&aggregate->strings, ENT_STR(""), NULL) != 0) {
        ent_aggregate_free(aggregate);
        return NULL;
    }
    aggregate->uses[0] = (struct string_use){UINT32_MAX, UINT32_MAX};
    return aggregate;
}

void ent_aggregate_free(struct ent_aggregate *aggregate)
{
    if (!aggregate)
        return;
    ent_arena_clear(&aggregate->arena);
    ent_arena_clear(&aggregate->scratch);
    ent_map_clear(&aggregate->strings);
    ent_map_clear(&aggregate->party_keys);
    free(aggregate->uses);
    free(aggregate->tie_slots);
    free(aggregate->parties);
    free(aggregate->ties);
    free(aggregate->documents);
    free(aggregate->evidence);
    free(aggregate->order);
    free(aggregate->starts);
    free(aggregate->document_rank);
    free(aggregate->given.items);
    free(aggregate);
}

/* Is the piece's sentence a better example than the tie's? A total order on (confidence,
 * length, document, sentence), so that the best of all is the best of the bests. */
static bool better_example(const struct ent_aggregate *aggregate, const struct tie *tie,
                           const struct piece *piece)
{
    if (piece->sentence.size == 0 || tie->sentence.size == 0)
        return piece->sentence.size > 0;
    if (piece->sentence_confidence != tie->sentence_confidence)
        return piece->sentence_confidence > tie->sentence_confidence;
    if (piece->sentence.size != tie->sentence.size)
        return piece->sentence.size < tie->sentence.size;
    int order = ent_str_cmp(piece->sentence_document,
                            aggregate_string(aggregate, tie->sentence_document));
    return order ? order < 0 : ent_str_cmp(piece->sentence, tie->sentence) < 0;
}

static bool set_example(struct ent_aggregate *aggregate, struct tie *tie,
                        const struct piece *piece)
{
    tie->sentence = ent_arena_dup(&aggregate->arena, piece->sentence);
    tie->sentence_document =
        aggregate_intern_document(aggregate, piece->sentence_document);
    tie->sentence_confidence = piece->sentence_confidence;
    return tie->sentence.data && tie->sentence_document != ENT_MAP_NONE;
}

/* Twice as many slots, or the first. */
static bool grow_slots(struct ent_aggregate *aggregate)
{
    uint32_t old = aggregate->slot_capacity, capacity = old ? old * 2 : 1024;
    uint64_t *slots = capacity > old ? calloc(capacity, sizeof *slots) : NULL;
    if (!slots)
        return false;
    ent_large(slots, capacity * sizeof *slots);
    for (uint32_t i = 0; i < old; i++) {
        uint64_t slot = aggregate->tie_slots[i];
        uint32_t at = (uint32_t)(slot >> 32) & (capacity - 1);
        while (slot && slots[at])
            at = (at + 1) & (capacity - 1);
        if (slot)
            slots[at] = slot;
    }
    free(aggregate->tie_slots);
    aggregate->tie_slots = slots;
    aggregate->slot_capacity = capacity;
    return true;
}

static bool same_tie(const struct tie *a, const struct tie *b)
{
    return a->source == b->source && a->target == b->target && a->date == b->date &&
           a->type == b->type && a->status == b->status;
}

/* The number of the tie with that key, added if new; UINT32_MAX when memory ran out. */
static uint32_t find_tie(struct ent_aggregate *aggregate, const struct tie *wanted)
{
    const uint32_t key[4] = {wanted->source, wanted->target, wanted->date,
                             (uint32_t)(wanted->type << 8 | wanted->status)};
    uint64_t hash = ent_str_hash((struct ent_str){(const char *)key, sizeof key}), slot;
    if (aggregate->tie_count >= aggregate->slot_capacity / 4 * 3 &&
        !grow_slots(aggregate))
        return UINT32_MAX;
    uint32_t mask = aggregate->slot_capacity - 1, at = (uint32_t)(hash >> 32) & mask;
    while ((slot = aggregate->tie_slots[at]) != 0) {
        uint32_t number = (uint32_t)slot - 1;
        if (slot >> 32 == hash >> 32 && same_tie(&aggregate->ties[number], wanted))
            return number;
        at = (at + 1) & mask;
    }
    struct tie *ties = aggregate_grown(aggregate->ties, aggregate->tie_count,
                                       &aggregate->tie_capacity, sizeof *ties);
    if (!ties)
        return UINT32_MAX;
    aggregate->ties = ties;
    ties[aggregate->tie_count] = *wanted;
    aggregate->tie_slots[at] = (hash >> 32) << 32 | (aggregate->tie_count + 1);
    return aggregate->tie_count++;
}

uint32_t aggregate_tie(struct ent_aggregate *aggregate, const struct piece *piece)
{
    struct tie wanted = {.source = aggregate_party(aggregate, piece, 0),
                         .target = aggregate_party(aggregate, piece, 1),
                         .date =
                             aggregate_intern(aggregate, ent_date_prefix(piece->date)),
                         .type = (uint8_t)piece->type,
                         .status = (uint8_t)piece->status};
    if (wanted.source == UINT32_MAX || wanted.target == UINT32_MAX ||
        wanted.date == ENT_MAP_NONE)
        return UINT32_MAX;
    uint32_t number = find_tie(aggregate, &wanted);
    if (number == UINT32_MAX)
        return UINT32_MAX;
    struct tie *tie = &aggregate->ties[number];
    if (better_example(aggregate, tie, piece) && !set_example(aggregate, tie, piece))
        return UINT32_MAX;
    aggregate->finished = false;
    return number;
}

bool aggregate_evidence(struct ent_aggregate *aggregate, uint32_t tie,
                        struct ent_str document, double confidence, uint64_t hash,
                        uint32_t count)
{
    uint32_t number = aggregate_document(aggregate, document);
    if (number == UINT32_MAX)
        return false;
    if (aggregate->evidence_count == aggregate->evidence_capacity) {
        size_t capacity =
            aggregate->evidence_capacity ? aggregate->evidence_capacity * 2 : 1024;
        struct evidence *evidence =
            realloc(aggregate->evidence, capacity * sizeof *evidence);
        if (!evidence)
            return false;
        aggregate->evidence = evidence;
        aggregate->evidence_capacity = capacity;
        ent_large(evidence, capacity * sizeof *evidence);
    }
    aggregate->evidence[aggregate->evidence_count++] =
        (struct evidence){tie, number, hash, confidence, count ? count : 1};
    aggregate->finished = false;
    return true;
}

bool aggregate_add(struct ent_aggregate *aggregate, const struct piece *piece,
                   const struct given *given, uint32_t count)
{
    uint32_t tie = aggregate_tie(aggregate, piece);
    bool fine = tie != UINT32_MAX;
    for (uint32_t i = 0; i < count && fine; i++)
        fine = aggregate_evidence(aggregate, tie, given[i].document, given[i].confidence,
                                  given[i].hash, given[i].count);
    return fine;
}

/* A hash of the sentence's visible characters: copies that differ in white space alone
 * are the same sentence. */
static uint64_t sentence_hash(struct ent_str sentence)
{
    uint64_t hash = 0xcbf29ce484222325u; /* FNV-1a */
    for (size_t i = 0; i < sentence.size; i++) {
        unsigned char c = (unsigned char)sentence.data[i];
        if (c > ' ')
            hash = (hash ^ c) * 0x100000001b3u;
    }
    return sentence.size ? (hash ? hash : 1) : 0;
}

enum ent_status ent_aggregate_add(struct ent_aggregate *aggregate,
                                  const struct ent_relation *relation,
                                  struct ent_error *error)
{
    const struct ent_party *parties[2] = {&relation->source, &relation->target};
    if (ent_str_eq(parties[0]->group, parties[1]->group) &&
        ent_str_eq(parties[0]->actor, parties[1]->actor))
        return ENT_OK;
    struct piece piece = {.type = (int)relation->type, .status = (int)relation->status};
    for (int side = 0; side < 2; side++) {
        piece.group[side] = parties[side]->group;
        piece.actor[side] = parties[side]->actor;
        piece.kind[side] = parties[side]->kind;
        piece.country[side] = parties[side]->country;
    }
    /* "2021-07" in a document of 2021-07-19 is no better dated than the document itself.
     */
    struct ent_str event = ent_date_prefix(relation->event_date);
    struct ent_str date = ent_date_prefix(relation->date);
    piece.date = event.size > 0 && !ent_str_starts(date, event) ? event : date;
    piece.sentence = relation->sentence;
    piece.sentence_document = relation->doc;
    piece.sentence_confidence = relation->confidence;
    uint32_t tie = aggregate_tie(aggregate, &piece);
    if (tie == UINT32_MAX ||
        !aggregate_evidence(aggregate, tie, relation->doc, relation->confidence,
                            sentence_hash(relation->sentence), relation->evidence))
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    return ENT_OK;
}

uint32_t ent_aggregate_ties(const struct ent_aggregate *aggregate)
{
    return aggregate->tie_count;
}

uint32_t ent_aggregate_documents(const struct ent_aggregate *aggregate)
{
    return aggregate->document_count;
}
