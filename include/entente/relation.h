/* relation.h: who does what to whom. The record that the pipe carries, and its finder. */
#ifndef ENTENTE_RELATION_H
#define ENTENTE_RELATION_H

#include <entente/actor.h>
#include <entente/buf.h>
#include <entente/json.h>

/* The sixteen relations of the annotation guide, in its order. */
enum ent_relation_type {
    ENT_ALLIES_WITH, ENT_COOPERATES_WITH, ENT_SUPPORTS, ENT_AIDS, ENT_SPONSORS, ENT_MEETS,
    ENT_REQUESTS, ENT_CONCEDES_TO, ENT_ACCUSES, ENT_REJECTS, ENT_THREATENS,
    ENT_PROTESTS_AGAINST, ENT_MOBILIZES_AGAINST, ENT_SANCTIONS, ENT_COERCES, ENT_ATTACKS,
    ENT_RELATION_COUNT
};

enum ent_relation_status {
    ENT_ASSERTED, ENT_ALLEGED, ENT_PLANNED, ENT_DENIED, ENT_HYPOTHETICAL,
    ENT_RELATION_STATUS_COUNT
};

const char *ent_relation_name(enum ent_relation_type type); /* "accuses" */
const char *ent_relation_status_name(enum ent_relation_status status);
/* -1 if the text names none. */
int ent_relation_type_of(struct ent_str text);
int ent_relation_status_of(struct ent_str text);
/* Default sign of the tie: -1, 0, 1. */
int ent_relation_sign(enum ent_relation_type type);
bool ent_relation_symmetric(enum ent_relation_type type);

struct ent_party {
    struct ent_str group, actor, kind, country;
    struct ent_str mention; /* the words of the text */
    struct ent_span span;   /* their characters in the document */
};

/* One relation: a JSON object a line on the pipe. */
struct ent_relation {
    struct ent_str doc, date, lang;
    struct ent_party source, target;
    enum ent_relation_type type;
    enum ent_relation_status status;
    struct ent_str claimant;   /* group of who says so; empty if the text's own voice */
    struct ent_str mode;       /* "verbal" (what was said) or "material" (what was done) */
    struct ent_str plover;     /* PLOVER event type, "AGREE"; empty if none: see plover.tsv */
    struct ent_str event_date; /* ISO 8601, possibly shortened; the document's if unknown */
    double confidence;         /* 0..1 */
    struct ent_str sentence;   /* the evidence */
    struct ent_span span;      /* of the sentence in the document */
    struct ent_str rule;       /* "fr.accuser" */
    uint32_t evidence;         /* how often the document states it, >= 1 */
};

/* Append the JSON object (no newline). */
void ent_relation_write(const struct ent_relation *relation, struct ent_buf *buf);
/* Read one line of JSON; views live in `arena`. Unknown members are ignored; "source",
 * "target" (with "group") and "relation" are required. */
enum ent_status ent_relation_read(struct ent_str line, struct ent_arena *arena,
                                  struct ent_relation *relation, struct ent_error *error);
/* The same of a record that has been parsed. */
enum ent_status ent_relation_of_json(const struct ent_json *record,
                                     struct ent_arena *arena,
                                     struct ent_relation *relation,
                                     struct ent_error *error);

struct ent_frames; /* the compiled frame files of all languages; immutable */

enum ent_status ent_frames_load(struct ent_frames **frames, const char *const *extra,
                                size_t extra_count, struct ent_error *error);
void ent_frames_free(struct ent_frames *frames);

struct ent_relations {
    struct ent_relation *items;
    uint32_t count;
};

/* Why sentences gave what they gave, counted over documents. */
struct ent_relate_stats {
    uint64_t sentences, with_trigger, with_relation;
    uint64_t triggers, no_source, no_target, same_group, figurative, doubtful;
};

struct ent_relate_options {
    double min_confidence;          /* relations below are left out */
    /* The same for documents that tell of much, if lower; in between for those that tell of
     * something, where relations of pronouns and of actors named elsewhere need more;
     * 0 = min_confidence. */
    double rich_confidence;
    struct ent_relate_stats *stats; /* added to; may be NULL */
    /* Told in words, line by line, what fired and what did not; may be NULL. */
    void (*explain)(void *context, struct ent_str line);
    void *context;
    bool open_actors; /* noun phrases that are no known actors act too: kind "other" */
    bool candidates; /* explain who might fill roles that no rule fills, and fill none */
};

/* Find the relations that a document states; results live in its arena. One item per
 * (source, relation, target) with the best status (asserted, alleged, planned, denied,
 * hypothetical, in this order, unless the text itself denies it) and the surest sentence
 * for it, ordered by first evidence. `options` may be NULL. */
enum ent_status ent_relations_find(const struct ent_frames *frames,
                                   struct ent_document *document,
                                   const struct ent_mentions *mentions,
                                   const struct ent_relate_options *options,
                                   struct ent_relations *relations,
                                   struct ent_error *error);

#endif
