/* measure.h: how central an actor is, in many senses, signs included.
 *
 * Definitions, ranges and references of all measures are in docs/measures.md. Weights are
 * the absolute signed strength (or `weight`) of arcs; distances are their inverses, so that
 * strong ties are short. */
#ifndef ENTENTE_MEASURE_H
#define ENTENTE_MEASURE_H

#include <entente/aggregate.h>
#include <entente/network.h>

/* The measures in the order of their columns. */
enum ent_measure {
    ENT_DEGREE, ENT_IN_DEGREE, ENT_OUT_DEGREE,
    ENT_STRENGTH, ENT_IN_STRENGTH, ENT_OUT_STRENGTH,
    ENT_BETWEENNESS, ENT_CLOSENESS, ENT_HARMONIC, ENT_EIGENVECTOR, ENT_PAGERANK,
    ENT_HUB, ENT_AUTHORITY, ENT_CORENESS, ENT_CONSTRAINT,
    ENT_POSITIVE, ENT_NEGATIVE, ENT_NET,
    ENT_POSITIVE_IN, ENT_NEGATIVE_IN, ENT_NET_IN,
    ENT_POSITIVE_OUT, ENT_NEGATIVE_OUT, ENT_NET_OUT,
    ENT_PN, ENT_PN_IN, ENT_PN_OUT, ENT_SIGNED_EIGENVECTOR,
    ENT_PAGERANK_POSITIVE, ENT_PAGERANK_NEGATIVE,
    ENT_LEADER, ENT_SUPPORTER, ENT_TARGET, ENT_AGGRESSOR,
    ENT_BROKERAGE,
    ENT_MEASURE_COUNT
};

/* A set of measures, a bit each. */
typedef uint64_t ent_measures;
#define ENT_MEASURE_BIT(measure) ((ent_measures)1 << (measure))

const char *ent_measure_name(enum ent_measure measure);    /* "pagerank": also its column */
const char *ent_measure_summary(enum ent_measure measure); /* one line for people */
int ent_measure_of(struct ent_str name);                   /* -1 if there is none */
/* Is a larger value the more central one? False for constraint alone. */
bool ent_measure_rising(enum ent_measure measure);

/* All measures that make sense for the network (directed or not, with camps or without);
 * and the few that ent-rank computes by default. */
ent_measures ent_measures_all(const struct ent_network *network);
ent_measures ent_measures_default(const struct ent_network *network);

struct ent_measure_options {
    bool unweighted; /* every arc counts 1 */
    double damping;  /* of PageRank; 0 = 0.85 */
};

/* What a computation has to say beside its values. */
struct ent_measure_report {
    double eigenvalue;        /* of the signed eigenvector; NaN if not computed */
    double second_eigenvalue; /* the next one in size */
    bool eigenvector_dominant; /* it is clearly the largest and positive: the vector means
                                  status. False otherwise. */
    bool pn_converged;
};

/* Compute the measures and write each into the vertex column of its name. Values are
 * rounded to 12 significant digits. Undefined values are missing. `options` and `report` may
 * be NULL. */
enum ent_status ent_measure_network(struct ent_network *network, ent_measures measures,
                                    const struct ent_measure_options *options,
                                    struct ent_measure_report *report,
                                    struct ent_error *error);

/* Steps that exact betweenness, closeness and harmonic centrality need, about: vertices *
 * arcs. */
double ent_measure_cost(const struct ent_network *network);

/* The vertices by falling centrality (rising for constraint), missing values last, ties by
 * name. `order` has room for all vertices. */
enum ent_status ent_measure_order(const struct ent_network *network,
                                  enum ent_measure measure, uint32_t *order,
                                  struct ent_error *error);

/* How sure ranks are: documents are drawn with replacement, `samples` times, and the measure
 * is taken of each network that results. Writes for the measure M the vertex columns
 * M_rank (1 = most central), M_rank_low and M_rank_high (95 % percentile interval of the
 * rank), and M_over_next: in what share of samples the vertex stays before the one that
 * follows it. Only vertices of `network` are ranked. */
struct ent_bootstrap {
    enum ent_measure measure;
    uint32_t samples;
    uint64_t seed;
    const struct ent_aggregate *aggregate; /* finished; the relations of the network */
    const struct ent_build *build;         /* how to build of it */
    const struct ent_measure_options *options;
    uint32_t ordered; /* of so many of the first vertices (not more than there are) tell
                         the order of every two; 0: of none */
    double *ahead; /* out, room for ordered * ordered: ahead[i * ordered + k] is the share
                      of samples in which the vertex at place i (from 0) is before that at
                      place k; a draw counts half */
};

struct ent_bootstrap_report {
    uint32_t documents;
    double over_next; /* mean of M_over_next: 0.5 is chance, 1 certainty */
    double unseen;    /* share of vertices that the relations do not know */
};

enum ent_status ent_measure_bootstrap(struct ent_network *network,
                                      const struct ent_bootstrap *bootstrap,
                                      struct ent_bootstrap_report *report,
                                      struct ent_error *error);

/* Two networks, vertices matched by name; arcs of a pair summed. */
struct ent_comparison {
    uint32_t old_vertices, new_vertices, common_vertices;
    uint32_t old_arcs, new_arcs, common_arcs; /* ordered pairs (unordered if undirected) */
    uint32_t changed_signs;
    double jaccard;                /* common arcs / arcs of either */
    double spearman, kendall;      /* of the measure's ranks on common vertices (tau-b) */
    double variation_of_information; /* of the camps, nats; NaN without camps */
    double adjusted_rand;
};

enum ent_change { ENT_APPEARED, ENT_VANISHED, ENT_SIGN_CHANGED };

/* One difference, in the order vertices, arcs, each by name. */
struct ent_difference {
    bool arc;
    enum ent_change change;
    struct ent_str from, to; /* `to` empty for a vertex */
    double before, after;    /* summed signed strength; NaN where there is none */
};

struct ent_differences {
    struct ent_arena arena;
    struct ent_difference *items;
    size_t count;
};

/* Compare by `measure`, which is computed where a network lacks its column. Clear
 * `differences` in any case (it need not be initialised). */
enum ent_status ent_network_compare(struct ent_network *before, struct ent_network *after,
                                    enum ent_measure measure,
                                    struct ent_comparison *comparison,
                                    struct ent_differences *differences,
                                    struct ent_error *error);
void ent_differences_clear(struct ent_differences *differences);

#endif
