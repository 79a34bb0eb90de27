/* rank_signed.c: counting friends and enemies, and ties across camps. */
#include "measure/rank.h"

#include <stdlib.h>

/* Slots: positive, negative, net; the same of arcs that arrive; the same of those that
 * leave. */
static void count_arc(double *out[MOST_SLOTS], int first, uint32_t vertex, int sign)
{
    double *of_sign = sign > 0 ? out[first] : out[first + 1];
    if (of_sign && sign != 0)
        of_sign[vertex] += 1;
    if (out[first + 2])
        out[first + 2][vertex] += sign;
}

enum ent_status rank_signed_degree(struct rank_context *context, double *out[MOST_SLOTS])
{
    for (uint32_t i = 0; i < context->arcs; i++) {
        struct ent_arc arc = context->network->arcs[i];
        int sign = (context->strength[i] > 0) - (context->strength[i] < 0);
        count_arc(out, 0, arc.from, sign);
        count_arc(out, 0, arc.to, sign);
        count_arc(out, 3, arc.to, sign);
        count_arc(out, 6, arc.from, sign);
    }
    return ENT_OK;
}

/* Which share of an actor's friendly strength reaches into other camps? Ties with actors
 * that no camp is given for do not count; actors without friendly ties have no value. */
enum ent_status rank_brokerage(struct rank_context *context, double *out[MOST_SLOTS])
{
    const struct ent_column *camp = ent_table_find(&context->network->vertices, "camp");
    double *across = out[0];
    double *all = calloc((size_t)context->vertices + 1, sizeof *all);
    if (!all)
        return rank_no_memory(context);
    for (uint32_t i = 0; camp && i < context->arcs; i++) {
        struct ent_arc arc = context->network->arcs[i];
        double from = ent_column_number(camp, arc.from);
        double to = ent_column_number(camp, arc.to);
        double strength = context->strength[i];
        if (strength <= 0 || isnan(from) || isnan(to) || arc.from == arc.to)
            continue;
        all[arc.from] += strength;
        all[arc.to] += strength;
        across[arc.from] += from != to ? strength : 0;
        across[arc.to] += from != to ? strength : 0;
    }
    for (uint32_t i = 0; i < context->vertices; i++)
        across[i] = all[i] > 0 ? across[i] / all[i] : NAN;
    free(all);
    return ENT_OK;
}
