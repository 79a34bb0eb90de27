/* balance.c: how balanced the signs are, whatever the camps. */
#include <entente/balance.h>

#include "measure/columns.h"
#include "measure/symmetric.h"

#include <math.h>
#include <stdlib.h>

static const uint32_t MOST_FOR_WALKS = 1000;

double ent_balance_normalised(const struct ent_signed *graph, double cost)
{
    double total = 0;
    for (uint32_t e = 0; e < graph->edge_count; e++)
        total += fabs((double)graph->edges[e].weight);
    return total > 0 ? 1 - 2 * cost * graph->scale / total : NAN;
}

/* Edges lead from the end of lower degree to that of higher: no vertex then has more than
 * about sqrt(2 m), which bounds the work on triangles by m^1.5. */
static bool is_before(const struct ent_signed *graph, uint32_t a, uint32_t b)
{
    uint32_t x = graph->start[a + 1] - graph->start[a];
    uint32_t y = graph->start[b + 1] - graph->start[b];
    return x != y ? x < y : a < b;
}

struct forward {
    uint32_t *start;               /* [n + 1] */
    struct ent_signed_link *links; /* [m] */
};

static enum ent_status forward_init(struct forward *forward,
                                    const struct ent_signed *graph)
{
    uint32_t n = graph->vertex_count, count = 0;
    forward->start = malloc(((size_t)n + 1) * sizeof *forward->start);
    forward->links = malloc(((size_t)graph->edge_count + 1) * sizeof *forward->links);
    if (!forward->start || !forward->links)
        return ENT_EMEMORY;
    for (uint32_t v = 0; v < n; v++) {
        forward->start[v] = count;
        for (uint32_t l = graph->start[v]; l < graph->start[v + 1]; l++)
            if (is_before(graph, v, graph->links[l].to))
                forward->links[count++] = graph->links[l];
    }
    forward->start[n] = count;
    return ENT_OK;
}

/* The triangles whose first vertex is `a`; mark [n] is zero in and out. */
static void count_from(const struct forward *forward, uint32_t a, int8_t *mark,
                       struct ent_balance *balance)
{
    const struct ent_signed_link *begin = forward->links + forward->start[a];
    const struct ent_signed_link *end = forward->links + forward->start[a + 1];
    for (const struct ent_signed_link *l = begin; l < end; l++)
        mark[l->to] = l->weight > 0 ? 1 : -1;
    for (const struct ent_signed_link *l = begin; l < end; l++)
        for (uint32_t k = forward->start[l->to]; k < forward->start[l->to + 1]; k++) {
            const struct ent_signed_link *third = &forward->links[k];
            if (!mark[third->to])
                continue;
            balance->triangles++;
            bool negative = (mark[l->to] < 0) != (mark[third->to] < 0);
            balance->balanced_triangles += negative == (third->weight < 0);
        }
    for (const struct ent_signed_link *l = begin; l < end; l++)
        mark[l->to] = 0;
}

static enum ent_status count_triangles(const struct ent_signed *graph,
                                       struct ent_balance *balance)
{
    struct forward forward = {0};
    int8_t *mark = calloc((size_t)graph->vertex_count + 1, sizeof *mark);
    enum ent_status status = mark ? forward_init(&forward, graph) : ENT_EMEMORY;
    for (uint32_t a = 0; a < graph->vertex_count && status == ENT_OK; a++)
        count_from(&forward, a, mark, balance);
    free(mark);
    free(forward.start);
    free(forward.links);
    balance->triangle_balance = balance->triangles ? (double)balance->balanced_triangles /
                                                         (double)balance->triangles
                                                   : NAN;
    return status;
}

/* Log of tr exp(A), A of signs or, with `absolute`, of ones, over the vertices with ties.
 */
static enum ent_status log_trace(const struct ent_signed *graph, const uint32_t *number,
                                 size_t size, bool absolute, double *result)
{
    double *matrix = calloc(size * size + 1, sizeof *matrix);
    double *value = malloc((size + 1) * sizeof *value);
    enum ent_status status = ENT_EMEMORY;
    if (!matrix || !value)
        goto done;
    for (uint32_t e = 0; e < graph->edge_count; e++) {
        size_t u = number[graph->edges[e].u], v = number[graph->edges[e].v];
        matrix[u * size + v] = matrix[v * size + u] =
            absolute || graph->edges[e].weight > 0 ? 1 : -1;
    }
    status = ent_symmetric_eigenvalues(matrix, size, value);
    if (status != ENT_OK)
        goto done;
    double most = -INFINITY, sum = 0;
    for (size_t i = 0; i < size; i++)
        most = fmax(most, value[i]);
    for (size_t i = 0; i < size; i++)
        sum += exp(value[i] - most);
    *result = most + log(sum);
done:
    free(matrix);
    free(value);
    return status;
}

/* Vertices without ties count 1 in both traces. */
static double add_isolates(double log_sum, double isolates)
{
    return log_sum + log1p(isolates * exp(-log_sum));
}

static enum ent_status walk_balance(const struct ent_signed *graph, double *result)
{
    uint32_t n = graph->vertex_count, size = 0;
    uint32_t *number = malloc(((size_t)n + 1) * sizeof *number);
    if (!number)
        return ENT_EMEMORY;
    for (uint32_t v = 0; v < n; v++)
        if (graph->start[v + 1] > graph->start[v])
            number[v] = size++;
    enum ent_status status = ENT_OK;
    *result = NAN;
    if (size && size <= MOST_FOR_WALKS) {
        double with_signs = 0, without = 0;
        status = log_trace(graph, number, size, false, &with_signs);
        if (status == ENT_OK)
            status = log_trace(graph, number, size, true, &without);
        *result =
            exp(add_isolates(with_signs, n - size) - add_isolates(without, n - size));
    }
    free(number);
    return status;
}

enum ent_status ent_balance_find(const struct ent_signed *graph,
                                 struct ent_balance *balance, struct ent_error *error)
{
    *balance = (struct ent_balance){0};
    enum ent_status status = count_triangles(graph, balance);
    if (status == ENT_OK)
        status = walk_balance(graph, &balance->walk_balance);
    if (status == ENT_EMEMORY)
        ent_fail(error, status, 0, "out of memory");
    else if (status != ENT_OK)
        ent_fail(error, status, 0, "eigenvalues did not converge");
    return status;
}

enum ent_status ent_balance_annotate(struct ent_network *network,
                                     const struct ent_signed *graph,
                                     const struct ent_balance *balance,
                                     const struct ent_coalition *two,
                                     struct ent_error *error)
{
    bool good = ent_graph_set_whole(network, "triangles", (int64_t)balance->triangles);
    good = good &&
           ent_graph_set_number(network, "triangle_balance", balance->triangle_balance) &&
           ent_graph_set_number(network, "walk_balance", balance->walk_balance);
    if (two)
        good = good && ent_graph_set_number(network, "line_index", two->cost) &&
               ent_graph_set_number(network, "line_index_bound", two->bound) &&
               ent_graph_set_number(network, "balance",
                                    ent_balance_normalised(graph, two->cost));
    return good ? ENT_OK : ent_fail(error, ENT_EMEMORY, 0, "out of memory");
}
