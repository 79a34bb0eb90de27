/* coalition_network.c: from a network with attributes to the compact signed network. */
#include "measure/camps.h"

#include <math.h>
#include <stdlib.h>

enum ent_status ent_signed_of_network(struct ent_signed *graph,
                                      const struct ent_network *network,
                                      struct ent_error *error)
{
    size_t count = network->edges.row_count;
    *graph = (struct ent_signed){0};
    double *strength = malloc((count + 1) * sizeof *strength);
    struct ent_tie *ties = malloc((count + 1) * sizeof *ties);
    enum ent_status status;
    if (!strength || !ties) {
        status = ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    } else {
        ent_network_strength(network, strength);
        for (size_t a = 0; a < count; a++)
            ties[a] = (struct ent_tie){network->arcs[a].from, network->arcs[a].to,
                                       isfinite(strength[a]) ? strength[a] : 0};
        status = ent_signed_init(graph, network->vertices.row_count, ties, count, error);
    }
    free(strength);
    free(ties);
    return status;
}
