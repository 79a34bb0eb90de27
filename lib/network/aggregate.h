/* aggregate.h: the inside of struct ent_aggregate, for the files of lib/network. */
#ifndef ENTENTE_NETWORK_AGGREGATE_H
#define ENTENTE_NETWORK_AGGREGATE_H

#include <entente/aggregate.h>
#include <entente/date.h>
#include <entente/map.h>

#include <stdbool.h>

/* Numbers of strings in `strings`; 0 is the empty string. */
typedef uint32_t string_id;

struct party {
    string_id group, actor; /* actor is empty when it says no more than the group */
    string_id kind, country;
};

struct tie {
    uint32_t source, target; /* parties */
    string_id date;          /* YYYY, YYYY-MM, YYYY-MM-DD or empty */
    uint8_t type, status;
    struct ent_str sentence; /* the best example */
    string_id sentence_document;
    double sentence_confidence;
};

struct evidence {
    uint32_t tie;
    uint32_t document; /* number in `documents` */
    uint64_t hash;     /* of the sentence's letters; 0 = unknown */
    double confidence;
    uint32_t count; /* how often the document states it */
};

/* What else a string is: number of the party that is this group and nothing more, number
 * of the document with this id; UINT32_MAX if it is none. So one look-up of a string
 * finds either. */
struct string_use {
    uint32_t party, document;
};

/* Evidence as a line gives it. */
struct given {
    struct ent_str document;
    uint64_t hash;
    double confidence;
    uint32_t count;
};

struct given_list {
    struct given *items;
    uint32_t count, capacity;
};

struct ent_aggregate {
    struct ent_arena arena;   /* sentences */
    struct ent_arena scratch; /* of the line being read */
    struct ent_map strings;
    struct string_use *uses;   /* [strings] */
    struct ent_map party_keys; /* (group, actor) */
    uint64_t *tie_slots;       /* as those of a map; the keys are in `ties` */
    struct party *parties;
    struct tie *ties;
    string_id *documents;      /* that hold evidence, as they come */
    struct evidence *evidence; /* finished: by tie rank, document, hash; no duplicates */
    uint32_t *order;           /* [ties] finished: tie numbers in canonical order */
    size_t *starts;            /* [ties + 1] by rank: where its evidence begins */
    uint32_t *document_rank;   /* [documents] by byte order of the ids */
    uint32_t tie_count, document_count;
    uint32_t use_capacity, party_capacity, tie_capacity, slot_capacity, document_capacity;
    size_t evidence_count, evidence_capacity;
    struct given_list given; /* of the line being read */
    string_id last_document; /* lately named: mostly the next too */
    bool finished;
};

static inline struct ent_str aggregate_string(const struct ent_aggregate *aggregate,
                                              string_id id)
{
    return aggregate->strings.keys[id];
}

/* One piece of evidence on its way in. */
struct piece {
    struct ent_str group[2], actor[2], kind[2], country[2]; /* source, target */
    struct ent_str date; /* any; cut down to a valid one */
    int type, status;
    struct ent_str sentence;
    struct ent_str sentence_document;
    double sentence_confidence;
};

/* The tie the piece belongs to, made if new; UINT32_MAX when memory ran out. */
uint32_t aggregate_tie(struct ent_aggregate *aggregate, const struct piece *piece);
bool aggregate_evidence(struct ent_aggregate *aggregate, uint32_t tie,
                        struct ent_str document, double confidence, uint64_t hash,
                        uint32_t count);

/* aggregate_intern.c: strings, parties and documents, each once. All return UINT32_MAX
 * when memory ran out. */
string_id aggregate_intern(struct ent_aggregate *aggregate, struct ent_str text);
string_id aggregate_intern_document(struct ent_aggregate *aggregate, struct ent_str id);
uint32_t aggregate_party(struct ent_aggregate *aggregate, const struct piece *piece,
                         int side);
uint32_t aggregate_document(struct ent_aggregate *aggregate, struct ent_str id);

/* `array` with room for one more item; NULL when memory ran out. */
void *aggregate_grown(void *array, uint32_t count, uint32_t *capacity, size_t size);

/* aggregate_json.c: a sentence hash from its hexadecimal digits; 0 if it is none. */
uint64_t aggregate_hash(struct ent_str text);

/* The same as ent_aggregate_read, whatever the form. */
enum ent_status aggregate_read_json(struct ent_aggregate *aggregate, struct ent_str line,
                                    struct ent_error *error);

/* aggregate_scan.c: take a line that has exactly the form of ent_aggregate_write, without
 * escapes, apart; its evidence is appended to the list. False, and nothing appended, if
 * the line has another form: then the JSON parser has to look at it. */
bool aggregate_scan(struct ent_str line, struct piece *piece, struct given_list *given);

/* Add what a line said; false when memory ran out. */
bool aggregate_add(struct ent_aggregate *aggregate, const struct piece *piece,
                   const struct given *given, uint32_t count);

#endif
