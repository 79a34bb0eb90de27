/* aggregate.h: relations added up, and the network made of the sums.
 *
 * An aggregate holds the evidence for each tie, that is for each (source, relation, target,
 * status, date), counted by document. Its parts can be computed apart and merged: the union
 * of evidence is associative, commutative and idempotent, so shards of a corpus may be
 * merged in any order and a shard that is given twice changes nothing. */
#ifndef ENTENTE_AGGREGATE_H
#define ENTENTE_AGGREGATE_H

#include <entente/network.h>
#include <entente/relation.h>
#include <stdio.h>

struct ent_aggregate;

struct ent_aggregate *ent_aggregate_new(void); /* NULL when memory ran out */
void ent_aggregate_free(struct ent_aggregate *aggregate);

/* Add one relation's evidence. Relations of a group to itself, of the same actor, are
 * ignored. */
enum ent_status ent_aggregate_add(struct ent_aggregate *aggregate,
                                  const struct ent_relation *relation,
                                  struct ent_error *error);

/* Add one line of JSON: a relation, or a line that ent_aggregate_write wrote. */
enum ent_status ent_aggregate_read(struct ent_aggregate *aggregate, struct ent_str line,
                                   struct ent_error *error);

/* Told of every line that could not be read, in their order (error->line is its number);
 * false ends the reading. */
typedef bool ent_aggregate_bad_line(void *context, const struct ent_error *error);

/* Add all lines of a stream; empty ones are passed over. `threads` threads take lines
 * apart, and the result is the same with any number of them. ENT_OK at the end of the
 * stream, else why `bad` ended the reading (it is told of failures to read and of lack of
 * memory too). */
enum ent_status ent_aggregate_read_all(struct ent_aggregate *aggregate, FILE *file,
                                       int threads, ent_aggregate_bad_line *bad,
                                       void *context);

/* Bring the evidence into its canonical order. Needed before reading results; adding more
 * afterwards is possible. */
enum ent_status ent_aggregate_finish(struct ent_aggregate *aggregate,
                                     struct ent_error *error);

/* Number of ties, and of documents that hold evidence. */
uint32_t ent_aggregate_ties(const struct ent_aggregate *aggregate);
uint32_t ent_aggregate_documents(const struct ent_aggregate *aggregate);

/* Append tie `index` of a finished aggregate as a line of JSON with newline. Lines come in
 * the order of source, relation, target, status, date. */
void ent_aggregate_write(const struct ent_aggregate *aggregate, uint32_t index,
                         struct ent_buf *buf);

/* Earliest and latest full date (YYYY-MM-DD) of a finished aggregate; false if none. Views
 * live as long as the aggregate. */
bool ent_aggregate_period(const struct ent_aggregate *aggregate, struct ent_str *first,
                          struct ent_str *last);

/* What relations and statuses weigh: lib/data/relations.tsv, or the user's own table. */
struct ent_weights {
    double relation[ENT_RELATION_COUNT];        /* signed strength, -1 .. 1 */
    double status[ENT_RELATION_STATUS_COUNT];   /* factor on it, 0 .. 1 */
    char label[ENT_RELATION_COUNT][2][40];      /* in English and French */
};

/* Load a table; path NULL = the installed one. Lines it does not hold keep the sign of
 * ent_relation_sign and the factors 1 1 1 0 0. */
enum ent_status ent_weights_load(struct ent_weights *weights, const char *path,
                                 struct ent_error *error);

struct ent_labels; /* what people call actors: id -> label, kind, country */

/* From the actor files of the data folder; `french` or English. An absent folder gives an
 * empty table. */
enum ent_status ent_labels_load(struct ent_labels **labels, bool french,
                                struct ent_error *error);
void ent_labels_free(struct ent_labels *labels);

struct ent_build {
    struct ent_str from, to;  /* dates YYYY[-MM[-DD]], inclusive; empty = open. Evidence
                                 whose date is not wholly inside is left out. */
    unsigned relations;       /* bit per enum ent_relation_type; 0 = all */
    unsigned statuses;        /* bit per enum ent_relation_status; 0 = all, but then ties that
                                 are only denied or hypothetical give no arc */
    double min_confidence;    /* of single pieces of evidence */
    uint32_t min_documents;   /* of an arc */
    const struct ent_map *actors;  /* only ties between these vertices; NULL = all */
    const struct ent_map *rolled;  /* roll-up: these groups ... */
    const struct ent_str *roll_to; /* ... become these, by number in `rolled` */
    bool by_actor;            /* vertices are actors, not groups */
    bool multi;               /* one arc per relation */
    bool undirected;
    bool isolates;            /* keep vertices that lose all their arcs */
    bool largest_component;
    double half_life;         /* days; 0 = no decay */
    const struct ent_weights *weights; /* required */
    const struct ent_labels *labels;   /* may be NULL: labels are the ids */
    bool french;              /* labels of arcs */
    const double *document_weight; /* [documents] in byte order of their ids, for resampling:
                                      how often each is drawn; NULL = once */
    uint32_t *documents; /* out, unless NULL: how many documents the arcs rest on */
};

/* Make the network of a finished aggregate; its vertices in the order of their names, arcs
 * in that of their ends. Attributes are those of the format description: entente-network(5).
 * The caller clears `network` in any case. */
enum ent_status ent_network_build(struct ent_network *network,
                                  const struct ent_aggregate *aggregate,
                                  const struct ent_build *build, struct ent_error *error);

#endif
