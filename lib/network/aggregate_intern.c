/* aggregate_intern.c: the strings, parties and documents of an aggregate, each once. */
#include "network/aggregate.h"

#include "base/large.h"

#include <entente/utf8.h>

#include <stdlib.h>

void *aggregate_grown(void *array, uint32_t count, uint32_t *capacity, size_t size)
{
    if (count < *capacity)
        return array;
    uint32_t wanted = *capacity ? *capacity * 2 : 256;
    void *larger = wanted > *capacity ? realloc(array, wanted * size) : NULL;
    if (larger) {
        *capacity = wanted;
        ent_large(larger, wanted * size);
    }
    return larger;
}

string_id aggregate_intern(struct ent_aggregate *aggregate, struct ent_str text)
{
    bool added;
    if (text.size == 0)
        return 0;
    string_id id = ent_map_add(&aggregate->strings, text, &added);
    if (!added)
        return id;
    struct string_use *uses =
        aggregate_grown(aggregate->uses, id, &aggregate->use_capacity, sizeof *uses);
    if (!uses)
        return ENT_MAP_NONE;
    aggregate->uses = uses;
    uses[id] = (struct string_use){UINT32_MAX, UINT32_MAX};
    return id;
}

string_id aggregate_intern_document(struct ent_aggregate *aggregate, struct ent_str id)
{
    string_id last = aggregate->last_document;
    if (!ent_str_eq(aggregate_string(aggregate, last), id))
        last = aggregate_intern(aggregate, id);
    if (last != ENT_MAP_NONE)
        aggregate->last_document = last;
    return last;
}

uint32_t aggregate_document(struct ent_aggregate *aggregate, struct ent_str id)
{
    string_id string = aggregate_intern_document(aggregate, id);
    if (string == ENT_MAP_NONE)
        return UINT32_MAX;
    uint32_t number = aggregate->uses[string].document;
    if (number != UINT32_MAX)
        return number;
    string_id *documents =
        aggregate_grown(aggregate->documents, aggregate->document_count,
                        &aggregate->document_capacity, sizeof *documents);
    if (!documents)
        return UINT32_MAX;
    aggregate->documents = documents;
    number = aggregate->document_count++;
    documents[number] = string;
    aggregate->uses[string].document = number;
    return number;
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
    string_id number = aggregate_intern(aggregate, other);
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

/* The party, made if new. */
static uint32_t party_of(struct ent_aggregate *aggregate, string_id group,
                         string_id actor)
{
    uint32_t *plain = actor ? NULL : &aggregate->uses[group].party;
    if (plain && *plain != UINT32_MAX)
        return *plain;
    bool added;
    const string_id key[2] = {group, actor};
    struct ent_str bytes = {(const char *)key, sizeof key};
    uint32_t number = ent_map_add(&aggregate->party_keys, bytes, &added);
    if (number == ENT_MAP_NONE || !added)
        return number;
    struct party *parties = aggregate_grown(aggregate->parties, number,
                                            &aggregate->party_capacity, sizeof *parties);
    if (!parties)
        return UINT32_MAX;
    aggregate->parties = parties;
    parties[number] = (struct party){group, actor, 0, 0};
    if (plain)
        *plain = number;
    return number;
}

uint32_t aggregate_party(struct ent_aggregate *aggregate, const struct piece *piece,
                         int side)
{
    struct ent_str group = composed(aggregate, piece->group[side]);
    struct ent_str actor = composed(aggregate, piece->actor[side]);
    if (!group.data)
        return UINT32_MAX;
    if (ent_str_eq(actor, group))
        actor = ENT_STR("");
    string_id ids[2] = {aggregate_intern(aggregate, group),
                        aggregate_intern(aggregate, actor)};
    if (ids[0] == ENT_MAP_NONE || ids[1] == ENT_MAP_NONE)
        return UINT32_MAX;
    uint32_t number = party_of(aggregate, ids[0], ids[1]);
    if (number == UINT32_MAX)
        return UINT32_MAX;
    struct party *party = &aggregate->parties[number];
    bool fine = improve(aggregate, &party->kind, piece->kind[side]) &&
                improve(aggregate, &party->country, piece->country[side]);
    return fine ? number : UINT32_MAX;
}
