/* rank.c: compute measures and put them into columns. */
#include "measure/rank.h"

#include "measure/rank_table.h"

#include <stdlib.h>

enum ent_status rank_no_memory(struct rank_context *context)
{
    return ent_fail(context->error, ENT_EMEMORY, 0, "out of memory");
}

/* Twelve digits: what is beyond depends on the machine's linear algebra. */
static double rounded(double value)
{
    if (!isfinite(value) || value == 0)
        return value == 0 ? 0 : value;
    int digits = 12 - 1 - (int)floor(log10(fabs(value)));
    if (digits > 300 || digits < -300)
        return value;
    double power = pow(10, abs(digits));
    double result =
        digits >= 0 ? rint(value * power) / power : rint(value / power) * power;
    return isfinite(result) ? result : value;
}

/* Weights of arcs without their signs. Neutral arcs keep their `weight`; an arc of weight
 * 0 is a tie almost without weight. */
static void set_magnitudes(struct rank_context *context)
{
    const struct ent_column *weight = ent_table_find(&context->network->edges, "weight");
    double largest = 0;
    for (uint32_t i = 0; i < context->arcs; i++) {
        double value = weight ? fabs(ent_column_number(weight, i)) : NAN;
        if (isnan(value) || isinf(value))
            value = fabs(context->strength[i]);
        if (isnan(value) || isinf(value))
            value = 1;
        if (!isfinite(context->strength[i]))
            context->strength[i] = 0;
        context->magnitude[i] = value;
        largest = value > largest ? value : largest;
    }
    for (uint32_t i = 0; i < context->arcs; i++) {
        if (context->magnitude[i] <= 0)
            context->magnitude[i] = largest > 0 ? largest * 1e-9 : 1;
        if (!context->options->unweighted)
            continue;
        context->magnitude[i] = 1;
        context->strength[i] = (context->strength[i] > 0) - (context->strength[i] < 0);
    }
}

const igraph_t *rank_graph(struct rank_context *context)
{
    if (context->has_graph)
        return &context->graph;
    if (ent_compat_graph(context->network, NULL, &context->graph, context->error) !=
        ENT_OK)
        return NULL;
    context->has_graph = true;
    return &context->graph;
}

static enum ent_status start(struct rank_context *context)
{
    size_t size = ((size_t)context->arcs + 1) * sizeof(double);
    context->strength = malloc(size);
    context->magnitude = malloc(size);
    if (!context->strength || !context->magnitude)
        return rank_no_memory(context);
    ent_network_strength(context->network, context->strength);
    set_magnitudes(context);
    return ENT_OK;
}

/* Put values into the column of the measure. */
static enum ent_status store(struct rank_context *context, struct ent_network *network,
                             const struct rank_measure *measure, const double *values)
{
    bool whole = measure->flags & WHOLE;
    struct ent_column *column =
        ent_table_column(network, &network->vertices, measure->name,
                         whole ? ENT_TYPE_INT : ENT_TYPE_DOUBLE);
    if (!column)
        return rank_no_memory(context);
    for (uint32_t i = 0; i < context->vertices; i++) {
        if (whole)
            column->ints[i] = isnan(values[i]) ? ENT_INT_NONE : (int64_t)rint(values[i]);
        else
            column->doubles[i] = isfinite(values[i]) ? rounded(values[i]) : NAN;
    }
    return ENT_OK;
}

/* Compute the wanted measures of the group that measure `first` belongs to. */
static enum ent_status compute_group(struct rank_context *context,
                                     struct ent_network *network, int first,
                                     ent_measures wanted)
{
    double *out[MOST_SLOTS] = {NULL};
    rank_function *function = rank_measures[first].function;
    enum ent_status status = ENT_OK;
    for (int i = first; i < ENT_MEASURE_COUNT; i++) {
        if (rank_measures[i].function != function || !(wanted & ENT_MEASURE_BIT(i)))
            continue;
        double **slot = &out[rank_measures[i].slot];
        *slot = calloc((size_t)context->vertices + 1, sizeof **slot);
        if (!*slot)
            status = rank_no_memory(context);
    }
    if (status == ENT_OK && context->vertices > 0)
        status = function(context, out);
    for (int i = first; i < ENT_MEASURE_COUNT && status == ENT_OK; i++) {
        if (rank_measures[i].function == function && (wanted & ENT_MEASURE_BIT(i)))
            status =
                store(context, network, &rank_measures[i], out[rank_measures[i].slot]);
    }
    for (int i = 0; i < MOST_SLOTS; i++)
        free(out[i]);
    return status;
}

/* Columns in the order of the table, whatever the order of computation. */
static enum ent_status reserve_columns(struct rank_context *context,
                                       struct ent_network *network, ent_measures wanted)
{
    for (int i = 0; i < ENT_MEASURE_COUNT; i++) {
        bool whole = rank_measures[i].flags & WHOLE;
        if ((wanted & ENT_MEASURE_BIT(i)) &&
            !ent_table_column(network, &network->vertices, rank_measures[i].name,
                              whole ? ENT_TYPE_INT : ENT_TYPE_DOUBLE))
            return rank_no_memory(context);
    }
    return ENT_OK;
}

enum ent_status ent_measure_network(struct ent_network *network, ent_measures measures,
                                    const struct ent_measure_options *options,
                                    struct ent_measure_report *report,
                                    struct ent_error *error)
{
    static const struct ent_measure_options no_options = {false, 0};
    struct ent_measure_report ignored;
    struct ent_error own = {ENT_OK, 0, ""};
    struct rank_context context = {.network = network,
                                   .options = options ? options : &no_options,
                                   .report = report ? report : &ignored,
                                   .error = &own,
                                   .vertices = network->vertices.row_count,
                                   .arcs = network->edges.row_count};
    *context.report = (struct ent_measure_report){NAN, NAN, true, true};
    ent_compat_begin();
    enum ent_status status = start(&context);
    if (status == ENT_OK)
        status = reserve_columns(&context, network, measures);
    ent_measures done = 0;
    for (int i = 0; i < ENT_MEASURE_COUNT && status == ENT_OK; i++) {
        if (!(measures & ENT_MEASURE_BIT(i)) || (done & ENT_MEASURE_BIT(i)))
            continue;
        status = compute_group(&context, network, i, measures);
        for (int k = i; k < ENT_MEASURE_COUNT; k++) {
            if (rank_measures[k].function == rank_measures[i].function)
                done |= ENT_MEASURE_BIT(k);
        }
    }
    if (context.has_graph)
        igraph_destroy(&context.graph);
    free(context.strength);
    free(context.magnitude);
    if (status != ENT_OK && error)
        *error = own;
    return status;
}
