/* bootstrap.c: how sure a ranking is, by resampling documents (Efron 1979; Borgatti,
 * Carley & Krackhardt 2006 on centrality under error). Documents are the unit because the
 * sentences of one document are not independent of each other. */
#include "measure/rank.h"

#include <entente/map.h>
#include <entente/random.h>

#include <stdlib.h>

struct sampler {
    const struct ent_bootstrap *bootstrap;
    struct ent_error *error;
    uint32_t vertices;
    struct ent_map names; /* of the network's vertices, by number */
    uint32_t *vertex_of;  /* [names] */
    double *draws;        /* [documents] how often each is drawn */
    double *values;       /* [vertices] of one sample; NaN if absent */
    uint32_t *ranks;      /* [vertices * samples] */
    uint32_t *order;      /* [vertices] of the network itself */
    uint32_t *over_next;  /* [vertices] samples that keep the order */
    struct ranked {
        double value;
        uint32_t vertex;
    } * sorted; /* [vertices] scratch */
};

static void sampler_clear(struct sampler *sampler)
{
    ent_map_clear(&sampler->names);
    free(sampler->vertex_of);
    free(sampler->draws);
    free(sampler->values);
    free(sampler->ranks);
    free(sampler->order);
    free(sampler->over_next);
    free(sampler->sorted);
}

static enum ent_status no_memory(struct sampler *sampler)
{
    return ent_fail(sampler->error, ENT_EMEMORY, 0, "out of memory");
}

static enum ent_status sampler_make(struct sampler *sampler,
                                    const struct ent_network *network)
{
    uint32_t n = network->vertices.row_count, samples = sampler->bootstrap->samples;
    uint32_t documents = ent_aggregate_documents(sampler->bootstrap->aggregate);
    size_t room = (size_t)n + 1;
    struct ent_arena arena;
    sampler->vertices = n;
    sampler->vertex_of = malloc(room * sizeof *sampler->vertex_of);
    sampler->draws = malloc(((size_t)documents + 1) * sizeof *sampler->draws);
    sampler->values = malloc(room * sizeof *sampler->values);
    sampler->ranks = calloc(room * (samples ? samples : 1), sizeof *sampler->ranks);
    sampler->order = malloc(room * sizeof *sampler->order);
    sampler->over_next = calloc(room, sizeof *sampler->over_next);
    sampler->sorted = malloc(room * sizeof *sampler->sorted);
    if (!sampler->vertex_of || !sampler->draws || !sampler->values || !sampler->ranks ||
        !sampler->order || !sampler->over_next || !sampler->sorted)
        return no_memory(sampler);
    ent_arena_init(&arena);
    enum ent_status status = ENT_OK;
    for (uint32_t i = 0; i < n && status == ENT_OK; i++) {
        uint32_t key =
            ent_map_add(&sampler->names, ent_network_name(network, i, &arena), NULL);
        if (key == ENT_MAP_NONE)
            status = no_memory(sampler);
        else
            sampler->vertex_of[key] = i;
    }
    ent_arena_clear(&arena);
    return status;
}

/* Draw as many documents as there are, with replacement. */
static void draw_documents(struct sampler *sampler, struct ent_random *random)
{
    uint32_t documents = ent_aggregate_documents(sampler->bootstrap->aggregate);
    memset(sampler->draws, 0, documents * sizeof *sampler->draws);
    for (uint32_t i = 0; i < documents; i++)
        sampler->draws[ent_random_below(random, documents)] += 1;
}

/* The measure's value for each vertex, given the documents drawn (NULL: all of them). */
static enum ent_status measure_sample(struct sampler *sampler, const double *draws,
                                      uint32_t *seen)
{
    const struct ent_bootstrap *bootstrap = sampler->bootstrap;
    struct ent_build build = *bootstrap->build;
    struct ent_network network;
    build.document_weight = draws;
    build.actors = &sampler->names;
    build.isolates = true;
    build.largest_component = false;
    build.labels = NULL;
    enum ent_status status =
        ent_network_build(&network, bootstrap->aggregate, &build, sampler->error);
    if (status == ENT_OK)
        status = ent_measure_network(&network, ENT_MEASURE_BIT(bootstrap->measure),
                                     bootstrap->options, NULL, sampler->error);
    for (uint32_t i = 0; i < sampler->vertices; i++)
        sampler->values[i] = NAN;
    *seen = network.vertices.row_count;
    if (status == ENT_OK) {
        const struct ent_column *name = ent_table_find(&network.vertices, "name");
        const struct ent_column *column =
            ent_table_find(&network.vertices, ent_measure_name(bootstrap->measure));
        for (uint32_t i = 0; i < network.vertices.row_count; i++) {
            uint32_t key = ent_map_find(&sampler->names, name->strings[i]);
            if (key != ENT_MAP_NONE)
                sampler->values[sampler->vertex_of[key]] = ent_column_number(column, i);
        }
    }
    ent_network_clear(&network);
    return status;
}

static int compare_ranked(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    if (x->value != y->value)
        return x->value > y->value ? -1 : 1;
    return x->vertex < y->vertex ? -1 : x->vertex > y->vertex;
}

/* How the first vertices stand to each other in this sample. */
static void compare_first(const struct sampler *sampler)
{
    const struct ent_bootstrap *bootstrap = sampler->bootstrap;
    for (uint32_t i = 0; i < bootstrap->ordered; i++) {
        for (uint32_t k = 0; k < bootstrap->ordered; k++) {
            double a = sampler->values[sampler->order[i]];
            double b = sampler->values[sampler->order[k]];
            bootstrap->ahead[(size_t)i * bootstrap->ordered + k] += (a > b    ? 1
                                                                     : a == b ? 0.5
                                                                              : 0) /
                                                                    bootstrap->samples;
        }
    }
}

/* Ranks of the sample's values; equal values share the middle of their places, rounded
 * down. */
static void rank_sample(struct sampler *sampler, uint32_t sample)
{
    bool rising = ent_measure_rising(sampler->bootstrap->measure);
    uint32_t n = sampler->vertices, samples = sampler->bootstrap->samples;
    for (uint32_t i = 0; i < n; i++) {
        double value = rising ? sampler->values[i] : -sampler->values[i];
        sampler->values[i] = isnan(value) ? -INFINITY : value;
        sampler->sorted[i] = (struct ranked){sampler->values[i], i};
    }
    qsort(sampler->sorted, n, sizeof *sampler->sorted, compare_ranked);
    for (uint32_t i = 0, next; i < n; i = next) {
        for (next = i + 1;
             next < n && sampler->sorted[next].value == sampler->sorted[i].value;)
            next++;
        for (uint32_t k = i; k < next; k++)
            sampler->ranks[(size_t)sampler->sorted[k].vertex * samples + sample] =
                (i + next - 1) / 2 + 1;
    }
    for (uint32_t i = 0; i + 1 < n; i++) {
        double a = sampler->values[sampler->order[i]];
        double b = sampler->values[sampler->order[i + 1]];
        /* Half a point for a draw. */
        sampler->over_next[sampler->order[i]] += a > b ? 2 : a == b ? 1 : 0;
    }
    compare_first(sampler);
}

static int compare_numbers(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

static struct ent_column *new_column(struct ent_network *network,
                                     enum ent_measure measure, const char *suffix,
                                     enum ent_type type)
{
    struct ent_buf name;
    ent_buf_init(&name);
    ent_buf_printf(&name, "%s_%s", ent_measure_name(measure), suffix);
    struct ent_column *column =
        name.failed ? NULL
                    : ent_table_column(network, &network->vertices, name.data, type);
    ent_buf_clear(&name);
    return column;
}

static enum ent_status store_ranks(struct sampler *sampler, struct ent_network *network)
{
    enum ent_measure measure = sampler->bootstrap->measure;
    uint32_t samples = sampler->bootstrap->samples, n = sampler->vertices;
    static const char *const suffixes[] = {"rank", "rank_low", "rank_high", "over_next"};
    struct ent_column *columns[4];
    for (int c = 0; c < 4; c++) {
        if (!new_column(network, measure, suffixes[c],
                        c < 3 ? ENT_TYPE_INT : ENT_TYPE_DOUBLE))
            return no_memory(sampler);
    }
    for (int c = 0; c < 4; c++) /* adding a column moves those before it */
        columns[c] = new_column(network, measure, suffixes[c],
                                c < 3 ? ENT_TYPE_INT : ENT_TYPE_DOUBLE);
    for (uint32_t place = 0; place < n; place++) {
        uint32_t vertex = sampler->order[place];
        uint32_t *ranks = sampler->ranks + (size_t)vertex * samples;
        qsort(ranks, samples, sizeof *ranks, compare_numbers);
        columns[0]->ints[vertex] = place + 1;
        columns[1]->ints[vertex] = ranks[(uint32_t)(0.025 * (samples - 1))];
        columns[2]->ints[vertex] = ranks[(uint32_t)ceil(0.975 * (samples - 1))];
        columns[3]->doubles[vertex] =
            place + 1 < n ? sampler->over_next[vertex] / (2.0 * samples) : NAN;
    }
    return ENT_OK;
}

static void fill_report(const struct sampler *sampler, uint32_t seen,
                        struct ent_bootstrap_report *report)
{
    uint32_t n = sampler->vertices;
    double sum = 0;
    for (uint32_t i = 0; i + 1 < n; i++)
        sum +=
            sampler->over_next[sampler->order[i]] / (2.0 * sampler->bootstrap->samples);
    report->documents = ent_aggregate_documents(sampler->bootstrap->aggregate);
    report->over_next = n > 1 ? sum / (n - 1) : NAN;
    report->unseen = n > 0 ? 1 - (double)seen / n : 0;
}

enum ent_status ent_measure_bootstrap(struct ent_network *network,
                                      const struct ent_bootstrap *bootstrap,
                                      struct ent_bootstrap_report *report,
                                      struct ent_error *error)
{
    struct sampler sampler;
    struct ent_random random;
    uint32_t seen = 0, ignored;
    memset(&sampler, 0, sizeof sampler);
    sampler.bootstrap = bootstrap;
    sampler.error = error;
    ent_map_init(&sampler.names);
    ent_random_init(&random, bootstrap->seed);
    if (bootstrap->samples == 0)
        return ent_fail(error, ENT_EARG, 0, "a bootstrap needs at least one sample");
    for (size_t i = 0; i < (size_t)bootstrap->ordered * bootstrap->ordered; i++)
        bootstrap->ahead[i] = 0;
    enum ent_status status = sampler_make(&sampler, network);
    if (status == ENT_OK)
        status = ent_measure_order(network, bootstrap->measure, sampler.order, error);
    if (status == ENT_OK)
        status = measure_sample(&sampler, NULL, &seen);
    for (uint32_t k = 0; k < bootstrap->samples && status == ENT_OK; k++) {
        draw_documents(&sampler, &random);
        status = measure_sample(&sampler, sampler.draws, &ignored);
        if (status == ENT_OK)
            rank_sample(&sampler, k);
    }
    if (status == ENT_OK)
        status = store_ranks(&sampler, network);
    if (status == ENT_OK && report)
        fill_report(&sampler, seen, report);
    sampler_clear(&sampler);
    return status;
}
