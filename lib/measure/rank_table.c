/* rank_table.c: names of the measures, and who computes them. */
#include "measure/rank.h"

#include "measure/rank_table.h"

#define ROW(name, function, slot, flags, summary)                                        \
    {                                                                                    \
        name, function, slot, flags, summary                                             \
    }

/* In the order of enum ent_measure. */
const struct rank_measure rank_measures[ENT_MEASURE_COUNT] = {
    ROW("degree", rank_degree, 0, WHOLE, "number of arcs, in and out"),
    ROW("in_degree", rank_degree, 1, WHOLE | DIRECTED, "number of arcs that arrive"),
    ROW("out_degree", rank_degree, 2, WHOLE | DIRECTED, "number of arcs that leave"),
    ROW("strength", rank_strength, 0, USUAL, "summed weight of arcs, in and out"),
    ROW("in_strength", rank_strength, 1, DIRECTED, "summed weight of arcs that arrive"),
    ROW("out_strength", rank_strength, 2, DIRECTED, "summed weight of arcs that leave"),
    ROW("betweenness", rank_betweenness, 0, USUAL | COSTLY,
        "how many shortest paths pass through (strong ties are short)"),
    ROW("closeness", rank_closeness, 0, COSTLY, "how near all reachable actors are"),
    ROW("harmonic", rank_harmonic, 0, COSTLY, "mean nearness to all actors"),
    ROW("eigenvector", rank_eigenvector, 0, 0,
        "tied to actors that are central themselves"),
    ROW("pagerank", rank_pagerank, 0, USUAL,
        "addressed by actors that are addressed much"),
    ROW("hub", rank_hits, 0, DIRECTED, "addresses authorities"),
    ROW("authority", rank_hits, 1, DIRECTED, "addressed by hubs"),
    ROW("coreness", rank_coreness, 0, WHOLE, "the densest core the actor belongs to"),
    ROW("constraint", rank_constraint, 0, FALLING,
        "how much its partners are each other's (low = broker)"),
    ROW("positive", rank_signed_degree, 0, WHOLE, "number of friendly ties"),
    ROW("negative", rank_signed_degree, 1, WHOLE, "number of hostile ties"),
    ROW("net", rank_signed_degree, 2, WHOLE | UNDIRECTED_USUAL,
        "friendly minus hostile ties"),
    ROW("positive_in", rank_signed_degree, 3, WHOLE | DIRECTED,
        "friendly ties that others have to it"),
    ROW("negative_in", rank_signed_degree, 4, WHOLE | DIRECTED,
        "hostile ties that others have to it"),
    ROW("net_in", rank_signed_degree, 5, WHOLE | DIRECTED | USUAL,
        "friendly minus hostile: how it is treated"),
    ROW("positive_out", rank_signed_degree, 6, WHOLE | DIRECTED,
        "friendly ties that it has to others"),
    ROW("negative_out", rank_signed_degree, 7, WHOLE | DIRECTED,
        "hostile ties that it has to others"),
    ROW("net_out", rank_signed_degree, 8, WHOLE | DIRECTED | USUAL,
        "friendly minus hostile: how it treats others"),
    ROW("pn", rank_pn, 0, UNDIRECTED | USUAL,
        "PN centrality: status that friends raise and "
        "enemies lower"),
    ROW("pn_in", rank_pn, 1, DIRECTED | USUAL, "PN centrality of ties that arrive"),
    ROW("pn_out", rank_pn, 2, DIRECTED, "PN centrality of ties that leave"),
    ROW("signed_eigenvector", rank_signed_eigenvector, 0, 0,
        "status among friends of friends and enemies of enemies"),
    ROW("pagerank_positive", rank_pagerank_positive, 0, 0,
        "PageRank on friendly ties alone"),
    ROW("pagerank_negative", rank_pagerank_negative, 0, 0,
        "PageRank on hostile ties alone"),
    ROW("leader", rank_hits_positive, 1, USUAL, "backed by those who back much"),
    ROW("supporter", rank_hits_positive, 0, DIRECTED, "backs leaders"),
    ROW("target", rank_hits_negative, 1, USUAL, "attacked by aggressors"),
    ROW("aggressor", rank_hits_negative, 0, DIRECTED | USUAL, "attacks targets"),
    ROW("brokerage", rank_brokerage, 0, CAMPS, "share of friendly ties that cross camps"),
};

const char *ent_measure_name(enum ent_measure measure)
{
    return (unsigned)measure < ENT_MEASURE_COUNT ? rank_measures[measure].name : "";
}

const char *ent_measure_summary(enum ent_measure measure)
{
    return (unsigned)measure < ENT_MEASURE_COUNT ? rank_measures[measure].summary : "";
}

int ent_measure_of(struct ent_str name)
{
    for (int i = 0; i < ENT_MEASURE_COUNT; i++) {
        if (ent_str_is(name, rank_measures[i].name))
            return i;
    }
    return -1;
}

bool ent_measure_rising(enum ent_measure measure)
{
    return !(rank_measures[measure].flags & FALLING);
}

static bool makes_sense(const struct ent_network *network, unsigned flags)
{
    if ((flags & DIRECTED) && !network->directed)
        return false;
    if ((flags & UNDIRECTED) && network->directed)
        return false;
    return !(flags & CAMPS) || ent_table_find(&network->vertices, "camp");
}

ent_measures ent_measures_all(const struct ent_network *network)
{
    ent_measures set = 0;
    for (int i = 0; i < ENT_MEASURE_COUNT; i++) {
        if (makes_sense(network, rank_measures[i].flags))
            set |= ENT_MEASURE_BIT(i);
    }
    return set;
}

double ent_measure_cost(const struct ent_network *network)
{
    return (double)network->vertices.row_count * (double)network->edges.row_count;
}

/* What a person waits for without asking: some seconds. */
static const double most_cost = 2e9;

ent_measures ent_measures_default(const struct ent_network *network)
{
    ent_measures all = ent_measures_all(network), set = ENT_MEASURE_BIT(ENT_DEGREE);
    bool costly = ent_measure_cost(network) > most_cost;
    for (int i = 0; i < ENT_MEASURE_COUNT; i++) {
        unsigned flags = rank_measures[i].flags;
        bool usual =
            (flags & USUAL) || ((flags & UNDIRECTED_USUAL) && !network->directed);
        if (usual && !(costly && (flags & COSTLY)))
            set |= ENT_MEASURE_BIT(i) & all;
    }
    return set;
}
