/* uncertainty.h: how sure camps are. Resampling, consensus, a null model.
 *
 * The unit of resampling is the document, because the sentences of one document are not
 * independent of each other. */
#ifndef ENTENTE_UNCERTAINTY_H
#define ENTENTE_UNCERTAINTY_H

#include <entente/aggregate.h>
#include <entente/coalition.h>

struct ent_camp_bootstrap {
    uint32_t samples;                            /* >= 1 */
    const struct ent_coalition_options *options; /* of each sample's search; its time
                                                    limit is for all samples together */
    const struct ent_aggregate *aggregate; /* finished; the relations of the network */
    const struct ent_build *build;         /* how to build of it */
};

/* What the samples say. Probabilities are over the samples in which the actors have ties.
 */
struct ent_camp_confidence {
    uint32_t samples, documents;
    double *stability; /* [vertices] mean probability of standing with a member of the own
                          camp (alone: of standing apart from any other actor); NaN if no
                          sample ties the actor; owned */
    uint32_t
        *consensus;   /* [vertices] camps by agreement of the samples: the partition that
                         disagrees least with the pairs' probabilities minus 1/2; owned */
    double *together; /* [arcs] probability that the ends stand together, NaN = never
                         tied; owned */
    double mean_stability;
    double balance_low, balance_high; /* 95 % percentile interval of the normalised line
                                         index; NaN if no sample has ties */
};

/* `result` are the camps of `network`. ENT_ELIMIT for more than 5,000 vertices, whose
 * pairs would need too much memory. */
enum ent_status ent_camp_bootstrap_run(const struct ent_network *network,
                                       const struct ent_coalition *result,
                                       const struct ent_camp_bootstrap *bootstrap,
                                       struct ent_camp_confidence *confidence,
                                       struct ent_error *error);
void ent_camp_confidence_clear(struct ent_camp_confidence *confidence);

/* Vertices: `camp_stability`, `camp_consensus`; arcs: `camp_together`; graph: `samples`,
 * `documents`, `stability`, `balance_low`, `balance_high`. */
enum ent_status ent_camp_confidence_annotate(struct ent_network *network,
                                             const struct ent_camp_confidence *confidence,
                                             struct ent_error *error);

/* The line index if the signs were dealt out at random over the same ties. */
struct ent_balance_null {
    uint32_t shuffles;
    double mean, deviation; /* of the line index over the shuffles */
    double z;               /* (observed - mean) / deviation; NaN if that is 0 */
    double share;           /* of shuffles with a line index <= the observed */
};

/* `observed` is the cost of two camps of `graph`. Shuffled costs are those of the
 * heuristic, which at worst makes the null model look less balanced than it is. */
enum ent_status ent_balance_null_run(const struct ent_signed *graph, double observed,
                                     uint32_t shuffles, uint64_t seed, double effort,
                                     struct ent_balance_null *null,
                                     struct ent_error *error);

/* Graph: `shuffles`, `null_line_index`, `null_deviation`, `null_z`, `null_share`. */
enum ent_status ent_balance_null_annotate(struct ent_network *network,
                                          const struct ent_balance_null *null,
                                          struct ent_error *error);

#endif
