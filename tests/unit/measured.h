/* measured.h: small networks, their measures and numbers that are nearly equal. */
#ifndef ENTENTE_TESTS_MEASURED_H
#define ENTENTE_TESTS_MEASURED_H

#include <entente/measure.h>

#include "unit.h"

struct edge {
    uint32_t from, to;
    double weight;
};

static inline void make_network(struct ent_network *network, bool directed, uint32_t vertices,
                         const struct edge *edges, size_t count)
{
    ent_network_init(network, directed);
    for (uint32_t i = 0; i < vertices; i++)
        ent_network_add_vertex(network);
    for (size_t i = 0; i < count; i++)
        ent_network_add_arc(network, edges[i].from, edges[i].to);
    struct ent_column *weight =
        ent_table_column(network, &network->edges, "weight", ENT_TYPE_DOUBLE);
    for (size_t i = 0; i < count; i++)
        weight->doubles[i] = edges[i].weight;
}

static inline void measure(struct ent_network *network, ent_measures measures)
{
    struct ent_error error = {ENT_OK, 0, ""};
    enum ent_status status = ent_measure_network(network, measures, NULL, NULL, &error);
    if (status != ENT_OK)
        print_error("%s\n", error.text);
    assert_int_equal(status, ENT_OK);
}

static inline double value(const struct ent_network *network, enum ent_measure which,
                    uint32_t vertex)
{
    const struct ent_column *column =
        ent_table_find(&network->vertices, ent_measure_name(which));
    assert_non_null(column);
    return ent_column_number(column, vertex);
}

static inline void assert_near(double actual, double expected)
{
    if (fabs(actual - expected) > 1e-9)
        print_error("%.15g is not %.15g\n", actual, expected);
    assert_true(fabs(actual - expected) <= 1e-9);
}

#endif
