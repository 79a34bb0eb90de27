/* build.c: from an aggregate to a network. */
#include "network/build.h"

#include <stdlib.h>

/* Vertices without an arc, and those outside the largest component, as asked. */
static enum ent_status drop_vertices(struct builder *builder)
{
    struct ent_network *network = builder->network;
    const struct ent_build *build = builder->build;
    if (build->isolates && !build->largest_component)
        return ENT_OK;
    uint32_t count = network->vertices.row_count;
    bool *keep = calloc((size_t)count + 1, sizeof *keep);
    if (!keep)
        return ent_fail(builder->error, ENT_EMEMORY, 0, "out of memory");
    for (uint32_t i = 0; i < network->edges.row_count; i++)
        keep[network->arcs[i].from] = keep[network->arcs[i].to] = true;
    if (build->largest_component && network->edges.row_count > 0)
        ent_network_largest_component(network, keep, builder->error);
    enum ent_status status = ent_network_filter(network, keep, NULL, builder->error);
    free(keep);
    return status;
}

/* Distinct documents of the units that arcs were made of. */
static bool count_documents(const struct builder *builder)
{
    uint32_t *count = builder->build->documents;
    if (!count)
        return true;
    bool *seen = calloc((size_t)builder->aggregate->document_count + 1, sizeof *seen);
    *count = 0;
    for (size_t i = 0; seen && i < builder->unit_count; i++) {
        *count += !seen[builder->units[i].document];
        seen[builder->units[i].document] = true;
    }
    free(seen);
    return seen != NULL;
}

static bool note(struct ent_network *network, const char *name, struct ent_str text)
{
    if (text.size == 0)
        return true;
    struct ent_column *column =
        ent_table_column(network, &network->graph, name, ENT_TYPE_STRING);
    return column && ent_column_set(network, column, 0, text) == ENT_OK;
}

/* The period and the language of labels, for who draws the network. */
static bool note_choices(struct ent_network *network, const struct ent_build *build)
{
    return note(network, "from", build->from) && note(network, "to", build->to) &&
           note(network, "lang", build->french ? ENT_STR("fr") : ENT_STR(""));
}

enum ent_status ent_network_build(struct ent_network *network,
                                  const struct ent_aggregate *aggregate,
                                  const struct ent_build *build, struct ent_error *error)
{
    struct ent_error own = {ENT_OK, 0, ""};
    struct builder builder = {
        .aggregate = aggregate, .build = build, .network = network, .error = &own};
    ent_network_init(network, !build->undirected);
    ent_map_init(&builder.names);
    bool fine = note_choices(network, build) && build_units(&builder) &&
                build_arcs(&builder) && build_vertices(&builder) &&
                count_documents(&builder);
    enum ent_status status =
        fine ? drop_vertices(&builder) : ent_fail(&own, ENT_EMEMORY, 0, "out of memory");
    ent_map_clear(&builder.names);
    free(builder.name_of);
    free(builder.number);
    free(builder.vertex_at);
    free(builder.units);
    free(builder.sentences);
    free(builder.copied);
    if (status != ENT_OK && error)
        *error = own;
    return status;
}
