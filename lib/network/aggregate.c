/* aggregate.c: evidence for ties, by document, in a form that merges. */
#include "network/aggregate.h"

#include <entente/utf8.h>

#include <stdlib.h>

struct ent_aggregate *ent_aggregate_new(void)
{
    struct ent_aggregate *aggregate = calloc(1, sizeof *aggregate);
    if (!aggregate)
        return NULL;
    ent_arena_init(&aggregate->arena);
    ent_arena_init(&aggregate->scratch);
    ent_map_init(&aggregate->strings);
    ent_map_init(&aggregate->documents);
    ent_map_init(&aggregate->party_keys);
    ent_map_init(&aggregate->tie_keys);
    if (ent_map_add(&aggregate->strings, ENT_STR(""), NULL) != 0) {
        ent_aggregate_free(aggregate);
        return NULL;
    }
    return aggregate;
}

void ent_aggregate_free(struct ent_aggregate *aggregate)
{
    if (!aggregate)
        return;
    ent_arena_clear(&aggregate->arena);
    ent_arena_clear(&aggregate->scratch);
    ent_map_clear(&aggregate->strings);
    ent_map_clear(&aggregate->documents);
    ent_map_clear(&aggregate->party_keys);
    ent_map_clear(&aggregate->tie_keys);
    free(aggregate->parties);
    free(aggregate->ties);
    free(aggregate->evidence);
    free(aggregate->order);
    free(aggregate->starts);
    free(aggregate->document_rank);
    free(aggregate);
}

/* An array with room for one more item; NULL when memory ran out. */
static void *grown(void *array, uint32_t count, uint32_t *capacity, size_t size)
{
    if (count < *capacity)
        return array;
    uint32_t wanted = *capacity ? *capacity * 2 : 256;
    void *larger = wanted > *capacity ? realloc(array, wanted * size) : NULL;
    if (larger)
        *capacity = wanted;
    return larger;
}

static string_id intern(struct ent_aggregate *aggregate, struct ent_str text)
{
    if (text.size == 0)
        return 0;
    return ent_map_add(&aggregate->strings, text, NULL);
}

static bool is_known(struct ent_str value)
{
    return value.size > 0 && !ent_str_is(value, "unknown");
}

/* Of two values for one attribute keep the better: known before unknown before none, then
 * the smaller, so that the order of merging does not matter. */
static bool improve(struct ent_aggregate *aggregate, string_id *value,
                    struct ent_str other)
{
    struct ent_str old = aggregate_string(aggregate, *value);
    if (other.size == 0 || ent_str_eq(old, other))
        return true;
    bool better = is_known(other) != is_known(old)
                      ? is_known(other)
                      : old.size == 0 || ent_str_cmp(other, old) < 0;
    if (!better)
        return true;
    string_id number = intern(aggregate, other);
    if (number != ENT_MAP_NONE)
        *value = number;
    return number != ENT_MAP_NONE;
}

/* Names that differ in composed or decomposed accents alone are one name. */
static struct ent_str composed(struct ent_aggregate *aggregate, struct ent_str name)
{
    for (size_t i = 0; i < name.size; i++) {
        if ((unsigned char)name.data[i] >= 0x80)
            return ent_utf8_nfc(&aggregate->scratch, name);
    }
    return name;
}

static uint32_t party_of(struct ent_aggregate *aggregate, const struct piece *piece,
                         int side)
{
    struct ent_str group = composed(aggregate, piece->group[side]);
    struct ent_str actor = composed(aggregate, piece->actor[side]);
    if (!group.data)
        return UINT32_MAX;
    if (ent_str_eq(actor, group))
        actor = ENT_STR("");
    string_id key[2] = {intern(aggregate, group), intern(aggregate, actor)};
    if (key[0] == ENT_MAP_NONE || key[1] == ENT_MAP_NONE)
        return UINT32_MAX;
    bool added;
    struct ent_str bytes = {(const char *)key, sizeof key};
    uint32_t number = ent_map_add(&aggregate->party_keys, bytes, &added);
    if (number == ENT_MAP_NONE)
        return UINT32_MAX;
    if (added) {
        struct party *parties = grown(aggregate->parties, number,
                                      &aggregate->party_capacity, sizeof *parties);
        if (!parties)
            return UINT32_MAX;
        aggregate->parties = parties;
        parties[number] = (struct party){key[0], key[1], 0, 0};
    }
    struct party *party = &aggregate->parties[number];
    bool fine = improve(aggregate, &party->kind, piece->kind[side]) &&
                improve(aggregate, &party->country, piece->country[side]);
    return fine ? number : UINT32_MAX;
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
    tie->sentence_document = intern(aggregate, piece->sentence_document);
    tie->sentence_confidence = piece->sentence_confidence;
    return tie->sentence.data && tie->sentence_document != ENT_MAP_NONE;
}

uint32_t aggregate_tie(struct ent_aggregate *aggregate, const struct piece *piece)
{
    uint32_t key[4] = {party_of(aggregate, piece, 0), party_of(aggregate, piece, 1),
                       intern(aggregate, ent_date_prefix(piece->date)),
                       (uint32_t)(piece->type << 8 | piece->status)};
    if (key[0] == UINT32_MAX || key[1] == UINT32_MAX || key[2] == ENT_MAP_NONE)
        return UINT32_MAX;
    bool added;
    struct ent_str bytes = {(const char *)key, sizeof key};
    uint32_t number = ent_map_add(&aggregate->tie_keys, bytes, &added);
    if (number == ENT_MAP_NONE)
        return UINT32_MAX;
    if (added) {
        struct tie *ties =
            grown(aggregate->ties, number, &aggregate->tie_capacity, sizeof *ties);
        if (!ties)
            return UINT32_MAX;
        aggregate->ties = ties;
        ties[number] = (struct tie){.source = key[0],
                                    .target = key[1],
                                    .date = key[2],
                                    .type = (uint8_t)piece->type,
                                    .status = (uint8_t)piece->status};
    }
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
    uint32_t number = ent_map_add(&aggregate->documents, document, NULL);
    if (number == ENT_MAP_NONE)
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
    }
    aggregate->evidence[aggregate->evidence_count++] =
        (struct evidence){tie, number, hash, confidence, count ? count : 1};
    aggregate->finished = false;
    return true;
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
    return aggregate->tie_keys.size;
}

uint32_t ent_aggregate_documents(const struct ent_aggregate *aggregate)
{
    return aggregate->documents.size;
}
