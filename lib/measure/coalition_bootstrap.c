/* coalition_bootstrap.c: camps of resampled documents, and what they agree on. */
#include <entente/balance.h>
#include <entente/map.h>
#include <entente/random.h>
#include <entente/uncertainty.h>

#include "measure/camps.h"

#include <math.h>
#include <stdlib.h>

static const uint32_t MOST_VERTICES = 5000;

struct resampler {
    const struct ent_camp_bootstrap *bootstrap;
    const struct ent_network *network;
    struct ent_error *error;
    uint32_t n;
    struct ent_map names;
    uint32_t *vertex_of; /* [names] */
    double *draws;       /* [documents] */
    uint32_t *camp;      /* [n] of one sample, 0 = no ties */
    uint32_t *both;      /* [n * n / 2] samples in which the pair has ties */
    uint32_t *joint;     /* [n * n / 2] and stands together */
    double *balance;     /* [samples] */
    uint32_t measured;   /* of those */
};

static size_t pair_of(uint32_t u, uint32_t v)
{
    return u > v ? (size_t)u * (u - 1) / 2 + v : (size_t)v * (v - 1) / 2 + u;
}

static void resampler_clear(struct resampler *resampler)
{
    ent_map_clear(&resampler->names);
    free(resampler->vertex_of);
    free(resampler->draws);
    free(resampler->camp);
    free(resampler->both);
    free(resampler->joint);
    free(resampler->balance);
}

static enum ent_status note_names(struct resampler *resampler)
{
    const struct ent_network *network = resampler->network;
    const struct ent_column *name = ent_table_find(&network->vertices, "name");
    if (!name || name->type != ENT_TYPE_STRING)
        return ent_fail(resampler->error, ENT_EFORMAT, 0, "the vertices have no names");
    for (uint32_t v = 0; v < resampler->n; v++) {
        uint32_t key = ent_map_add(&resampler->names, name->strings[v], NULL);
        if (key == ENT_MAP_NONE)
            return ENT_EMEMORY;
        resampler->vertex_of[key] = v;
    }
    return ENT_OK;
}

static enum ent_status resampler_init(struct resampler *resampler)
{
    size_t n = resampler->n = resampler->network->vertices.row_count;
    size_t documents = ent_aggregate_documents(resampler->bootstrap->aggregate);
    ent_map_init(&resampler->names);
    if (n > MOST_VERTICES)
        return ent_fail(resampler->error, ENT_ELIMIT, 0,
                        "more than %u actors: no bootstrap", MOST_VERTICES);
    resampler->vertex_of = malloc((n + 1) * sizeof *resampler->vertex_of);
    resampler->draws = malloc((documents + 1) * sizeof *resampler->draws);
    resampler->camp = malloc((n + 1) * sizeof *resampler->camp);
    resampler->both = calloc(n * n / 2 + 1, sizeof *resampler->both);
    resampler->joint = calloc(n * n / 2 + 1, sizeof *resampler->joint);
    resampler->balance =
        malloc(((size_t)resampler->bootstrap->samples + 1) * sizeof *resampler->balance);
    if (!resampler->vertex_of || !resampler->draws || !resampler->camp ||
        !resampler->both || !resampler->joint || !resampler->balance)
        return ENT_EMEMORY;
    return note_names(resampler);
}

static void draw_documents(struct resampler *resampler, struct ent_random *random)
{
    uint32_t documents = ent_aggregate_documents(resampler->bootstrap->aggregate);
    memset(resampler->draws, 0, documents * sizeof *resampler->draws);
    for (uint32_t i = 0; i < documents; i++)
        resampler->draws[ent_random_below(random, documents)] += 1;
}

/* Camps of the sample's network, by the vertices of the whole one; its balance. */
static enum ent_status solve_sample(struct resampler *resampler, double time_limit,
                                    const struct ent_network *sample,
                                    const struct ent_signed *graph)
{
    struct ent_coalition_options options = *resampler->bootstrap->options;
    struct ent_coalition result = {0}, two = {0};
    options.time_limit = time_limit;
    options.start = NULL;
    enum ent_status status =
        ent_coalition_find(graph, &options, &result, resampler->error);
    if (status == ENT_OK && options.camps != 2) {
        options.camps = 2;
        status = ent_coalition_find(graph, &options, &two, resampler->error);
    }
    if (status == ENT_OK && graph->edge_count)
        resampler->balance[resampler->measured++] =
            ent_balance_normalised(graph, two.camp ? two.cost : result.cost);
    const struct ent_column *name = ent_table_find(&sample->vertices, "name");
    for (uint32_t v = 0; status == ENT_OK && v < graph->vertex_count; v++) {
        uint32_t key = ent_map_find(&resampler->names, name->strings[v]);
        if (key != ENT_MAP_NONE && graph->start[v + 1] > graph->start[v])
            resampler->camp[resampler->vertex_of[key]] = result.camp[v];
    }
    ent_coalition_clear(&result);
    ent_coalition_clear(&two);
    return status;
}

static enum ent_status take_sample(struct resampler *resampler)
{
    struct ent_build build = *resampler->bootstrap->build;
    struct ent_network sample;
    struct ent_signed graph = {0};
    build.document_weight = resampler->draws;
    build.actors = &resampler->names;
    build.largest_component = false;
    build.labels = NULL;
    memset(resampler->camp, 0, resampler->n * sizeof *resampler->camp);
    enum ent_status status = ent_network_build(&sample, resampler->bootstrap->aggregate,
                                               &build, resampler->error);
    if (status == ENT_OK)
        status = ent_signed_of_network(&graph, &sample, resampler->error);
    /* Two searches a sample. */
    double limit = resampler->bootstrap->options->time_limit;
    limit /= 2.0 * resampler->bootstrap->samples;
    if (status == ENT_OK)
        status = solve_sample(resampler, limit, &sample, &graph);
    ent_signed_clear(&graph);
    ent_network_clear(&sample);
    return status;
}

static void count_pairs(struct resampler *resampler)
{
    const uint32_t *camp = resampler->camp;
    for (uint32_t u = 1; u < resampler->n; u++)
        for (uint32_t v = 0; v < u && camp[u]; v++)
            if (camp[v]) {
                size_t pair = pair_of(u, v);
                resampler->both[pair]++;
                resampler->joint[pair] += camp[u] == camp[v];
            }
}

static double probability(const struct resampler *resampler, uint32_t u, uint32_t v)
{
    if (u == v)
        return 1;
    size_t pair = pair_of(u, v);
    if (!resampler->both[pair])
        return NAN;
    return resampler->joint[pair] / (double)resampler->both[pair];
}

static void summarise_vertex(const struct resampler *resampler, const uint32_t *camp,
                             uint32_t v, struct ent_camp_confidence *confidence)
{
    double with = 0, apart = 0;
    uint32_t mates = 0, others = 0;
    for (uint32_t u = 0; u < resampler->n; u++) {
        double chance = u == v ? NAN : probability(resampler, u, v);
        if (isnan(chance))
            continue;
        if (camp[u] == camp[v]) {
            with += chance;
            mates++;
        } else {
            apart += 1 - chance;
            others++;
        }
    }
    confidence->stability[v] = mates ? with / mates : others ? apart / others : NAN;
}

static int compare_numbers(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return a < b ? -1 : a > b;
}

static void summarise_balance(struct resampler *resampler,
                              struct ent_camp_confidence *confidence)
{
    uint32_t count = resampler->measured;
    confidence->balance_low = confidence->balance_high = NAN;
    if (!count)
        return;
    qsort(resampler->balance, count, sizeof *resampler->balance, compare_numbers);
    uint32_t tail = (uint32_t)(0.025 * count);
    confidence->balance_low = resampler->balance[tail];
    confidence->balance_high = resampler->balance[count - 1 - tail];
}

/* The partition that disagrees least with the pairs' probabilities minus one half. */
static enum ent_status find_consensus(const struct resampler *resampler,
                                      uint32_t *consensus)
{
    size_t n = resampler->n, count = 0;
    struct ent_tie *ties = malloc((n * n / 2 + 1) * sizeof *ties);
    if (!ties)
        return ENT_EMEMORY;
    for (uint32_t u = 1; u < n; u++)
        for (uint32_t v = 0; v < u; v++) {
            double chance = probability(resampler, u, v);
            if (!isnan(chance) && chance != 0.5)
                ties[count++] = (struct ent_tie){u, v, 2 * chance - 1};
        }
    struct ent_signed graph;
    struct ent_coalition result = {0};
    struct ent_coalition_options options = *resampler->bootstrap->options;
    options.camps = ENT_CAMPS_ANY;
    options.start = NULL;
    enum ent_status status = ent_signed_init(&graph, (uint32_t)n, ties, count, NULL);
    free(ties);
    if (status == ENT_OK)
        status = ent_coalition_find(&graph, &options, &result, NULL);
    if (status == ENT_OK && n)
        memcpy(consensus, result.camp, n * sizeof *consensus);
    ent_coalition_clear(&result);
    ent_signed_clear(&graph);
    return status;
}

static enum ent_status summarise(struct resampler *resampler,
                                 const struct ent_coalition *result,
                                 struct ent_camp_confidence *confidence)
{
    size_t n = resampler->n, arcs = resampler->network->edges.row_count;
    confidence->stability = malloc((n + 1) * sizeof *confidence->stability);
    confidence->consensus = calloc(n + 1, sizeof *confidence->consensus);
    confidence->together = malloc((arcs + 1) * sizeof *confidence->together);
    if (!confidence->stability || !confidence->consensus || !confidence->together)
        return ENT_EMEMORY;
    uint32_t known = 0;
    for (uint32_t v = 0; v < n; v++) {
        summarise_vertex(resampler, result->camp, v, confidence);
        if (isnan(confidence->stability[v]))
            continue;
        confidence->mean_stability += confidence->stability[v];
        known++;
    }
    confidence->mean_stability = known ? confidence->mean_stability / known : NAN;
    for (size_t a = 0; a < arcs; a++)
        confidence->together[a] = probability(resampler, resampler->network->arcs[a].from,
                                              resampler->network->arcs[a].to);
    summarise_balance(resampler, confidence);
    return find_consensus(resampler, confidence->consensus);
}

enum ent_status ent_camp_bootstrap_run(const struct ent_network *network,
                                       const struct ent_coalition *result,
                                       const struct ent_camp_bootstrap *bootstrap,
                                       struct ent_camp_confidence *confidence,
                                       struct ent_error *error)
{
    struct resampler resampler = {
        .bootstrap = bootstrap, .network = network, .error = error};
    struct ent_random random;
    *confidence = (struct ent_camp_confidence){
        .samples = bootstrap->samples,
        .documents = ent_aggregate_documents(bootstrap->aggregate)};
    ent_random_init(&random, bootstrap->options->seed);
    enum ent_status status = resampler_init(&resampler);
    for (uint32_t s = 0; s < bootstrap->samples && status == ENT_OK; s++) {
        draw_documents(&resampler, &random);
        status = take_sample(&resampler);
        if (status == ENT_OK)
            count_pairs(&resampler);
    }
    if (status == ENT_OK)
        status = summarise(&resampler, result, confidence);
    resampler_clear(&resampler);
    if (status == ENT_EMEMORY)
        ent_fail(error, status, 0, "out of memory");
    if (status != ENT_OK)
        ent_camp_confidence_clear(confidence);
    return status;
}

void ent_camp_confidence_clear(struct ent_camp_confidence *confidence)
{
    free(confidence->stability);
    free(confidence->consensus);
    free(confidence->together);
    *confidence = (struct ent_camp_confidence){0};
}
