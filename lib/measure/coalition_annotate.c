/* coalition_annotate.c: camps as columns of the network. */
#include "measure/camps.h"
#include "measure/columns.h"

#include <math.h>
#include <stdlib.h>

struct named {
    struct ent_str name;
    uint32_t vertex;
};

static int compare_names(const void *left, const void *right)
{
    const struct named *a = left, *b = right;
    int order = ent_str_cmp(a->name, b->name);
    return order ? order : a->vertex < b->vertex ? -1 : a->vertex > b->vertex;
}

/* The order of the vertices by name; by number when they have none. */
static uint32_t *rank_names(const struct ent_network *network)
{
    uint32_t n = network->vertices.row_count;
    const struct ent_column *column = ent_table_find(&network->vertices, "name");
    struct named *names = malloc(((size_t)n + 1) * sizeof *names);
    uint32_t *rank = malloc(((size_t)n + 1) * sizeof *rank);
    if (names && rank) {
        bool text = column && column->type == ENT_TYPE_STRING;
        for (uint32_t v = 0; v < n; v++)
            names[v] = (struct named){text ? column->strings[v] : (struct ent_str){0}, v};
        qsort(names, n, sizeof *names, compare_names);
        for (uint32_t i = 0; i < n; i++)
            rank[names[i].vertex] = i;
    } else {
        free(rank);
        rank = NULL;
    }
    free(names);
    return rank;
}

static bool annotate_vertices(struct ent_network *network, const struct ent_signed *graph,
                              const struct ent_coalition *result,
                              const struct ent_margins *margins)
{
    struct ent_table *table = &network->vertices;
    if (!ent_column_fill_camps(network, "camp", result->camp) ||
        (margins && !ent_column_fill(network, table, "camp_margin", margins->margin)))
        return false;
    struct ent_column *support =
        ent_table_column(network, table, "camp_support", ENT_TYPE_DOUBLE);
    for (uint32_t v = 0; support && v < graph->vertex_count; v++) {
        double agreeing = 0, total = 0;
        for (uint32_t l = graph->start[v]; l < graph->start[v + 1]; l++) {
            const struct ent_signed_link *link = &graph->links[l];
            bool together = result->camp[v] == result->camp[link->to];
            total += fabs((double)link->weight);
            agreeing += together == (link->weight > 0) ? fabs((double)link->weight) : 0;
        }
        support->doubles[v] = total > 0 ? agreeing / total : NAN;
    }
    return support != NULL;
}

static enum ent_status annotate_arcs(struct ent_network *network,
                                     const struct ent_coalition *result)
{
    size_t count = network->edges.row_count;
    struct ent_column *agrees =
        ent_table_column(network, &network->edges, "camp_agrees", ENT_TYPE_INT);
    double *strength = malloc((count + 1) * sizeof *strength);
    if (!agrees || !strength) {
        free(strength);
        return ENT_EMEMORY;
    }
    ent_network_strength(network, strength);
    for (size_t a = 0; a < count; a++) {
        bool together =
            result->camp[network->arcs[a].from] == result->camp[network->arcs[a].to];
        agrees->ints[a] = ENT_INT_NONE;
        if (strength[a] > 0 || strength[a] < 0)
            agrees->ints[a] = together == (strength[a] > 0);
    }
    free(strength);
    return ENT_OK;
}

static bool annotate_graph(struct ent_network *network,
                           const struct ent_coalition *result,
                           const struct ent_margins *margins)
{
    double gap = result->cost > 0 ? (result->cost - result->bound) / result->cost : 0;
    return ent_graph_set_whole(network, "camps", result->camp_count) &&
           ent_graph_set_number(network, "cost", result->cost) &&
           ent_graph_set_number(network, "bound", result->bound) &&
           ent_graph_set_number(network, "gap", gap) &&
           ent_graph_set_whole(network, "proven", result->proven) &&
           (!margins || (ent_graph_set_whole(network, "unplaced", margins->unplaced) &&
                         ent_graph_set_whole(network, "margins_exact", margins->exact)));
}

enum ent_status ent_coalition_annotate(struct ent_network *network,
                                       const struct ent_signed *graph,
                                       struct ent_coalition *result,
                                       const struct ent_margins *margins,
                                       struct ent_error *error)
{
    uint32_t *rank = rank_names(network);
    bool good = rank != NULL;
    if (good && graph->vertex_count)
        good = ent_camps_number(result->camp, graph->vertex_count, rank) > 0;
    free(rank);
    if (good && annotate_vertices(network, graph, result, margins) &&
        annotate_arcs(network, result) == ENT_OK &&
        annotate_graph(network, result, margins) &&
        ent_camps_note_leaders(network, graph, result->camp))
        return ENT_OK;
    return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
}
