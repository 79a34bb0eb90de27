/* compat.c: igraph's errors and graphs. */
#include "network/compat.h"

#include <stdlib.h>

static void ignore_warning(const char *reason, const char *file, int line)
{
    (void)reason;
    (void)file;
    (void)line;
}

void ent_compat_begin(void)
{
#if IGRAPH_VERSION_MAJOR >= 1
    igraph_setup();
#endif
    igraph_set_error_handler(igraph_error_handler_ignore);
    igraph_set_warning_handler(ignore_warning);
}

enum ent_status ent_compat_check(igraph_error_t code, struct ent_error *error)
{
    if (code == IGRAPH_SUCCESS)
        return ENT_OK;
    enum ent_status status = code == IGRAPH_ENOMEM ? ENT_EMEMORY : ENT_EARG;
    return ent_fail(error, status, 0, "igraph: %s", igraph_strerror(code));
}

enum ent_status ent_compat_graph(const struct ent_network *network, const bool *keep,
                                 igraph_t *graph, struct ent_error *error)
{
    ent_compat_begin();
    igraph_vector_int_t ends;
    ent_ig_int arcs = network->edges.row_count, position = 0;
    enum ent_status status =
        ent_compat_check(igraph_vector_int_init(&ends, 2 * arcs), error);
    if (status != ENT_OK)
        return status;
    for (ent_ig_int i = 0; i < arcs; i++) {
        if (keep && !keep[i])
            continue;
        VECTOR(ends)[position++] = network->arcs[i].from;
        VECTOR(ends)[position++] = network->arcs[i].to;
    }
    igraph_error_t code = igraph_vector_int_resize(&ends, position);
    if (code == IGRAPH_SUCCESS)
        code = igraph_create(graph, &ends, (ent_ig_int)network->vertices.row_count,
                             network->directed);
    igraph_vector_int_destroy(&ends);
    return ent_compat_check(code, error);
}
