/* dynamic.c: the networks of successive periods joined to one. */
#include <entente/dynamic.h>

#include <math.h>
#include <stdlib.h>

struct joiner {
    struct ent_dynamic *dynamic;
    const struct ent_network *slices;
    double coupling;
    uint32_t **
        actor_of; /* [slice][vertex] key of the name in the map, ENT_MAP_NONE = no ties */
    double **strength; /* [slice][arc] */
    struct ent_tie *ties;
    size_t tie_count;
};

static void joiner_clear(struct joiner *joiner)
{
    for (uint32_t s = 0; s < joiner->dynamic->slice_count; s++) {
        if (joiner->actor_of)
            free(joiner->actor_of[s]);
        if (joiner->strength)
            free(joiner->strength[s]);
    }
    free(joiner->actor_of);
    free(joiner->strength);
    free(joiner->ties);
}

static bool is_tie(const struct ent_network *network, uint32_t arc, double strength)
{
    return isfinite(strength) && strength != 0 &&
           network->arcs[arc].from != network->arcs[arc].to;
}

/* Strengths of a slice, and the names of the vertices that have ties. */
static enum ent_status read_slice(struct joiner *joiner, uint32_t s,
                                  struct ent_error *error)
{
    const struct ent_network *network = &joiner->slices[s];
    size_t n = network->vertices.row_count, m = network->edges.row_count;
    const struct ent_column *name = ent_table_find(&network->vertices, "name");
    if (n && (!name || name->type != ENT_TYPE_STRING))
        return ent_fail(error, ENT_EFORMAT, 0, "the vertices of network %u have no names",
                        s + 1);
    uint32_t *keys = joiner->actor_of[s] = malloc((n + 1) * sizeof *keys);
    double *strength = joiner->strength[s] = malloc((m + 1) * sizeof *strength);
    if (!keys || !strength)
        return ENT_EMEMORY;
    for (size_t v = 0; v < n; v++)
        keys[v] = ENT_MAP_NONE;
    ent_network_strength(network, strength);
    for (uint32_t a = 0; a < m; a++) {
        if (!is_tie(network, a, strength[a]))
            continue;
        joiner->tie_count++;
        uint32_t ends[2] = {network->arcs[a].from, network->arcs[a].to};
        for (int k = 0; k < 2; k++)
            if (keys[ends[k]] == ENT_MAP_NONE) {
                keys[ends[k]] =
                    ent_map_add(&joiner->dynamic->map, name->strings[ends[k]], NULL);
                if (keys[ends[k]] == ENT_MAP_NONE)
                    return ENT_EMEMORY;
            }
    }
    return ENT_OK;
}

struct named {
    struct ent_str name;
    uint32_t key;
};

static int compare_names(const void *left, const void *right)
{
    return ent_str_cmp(((const struct named *)left)->name,
                       ((const struct named *)right)->name);
}

/* Actors in the order of their names; `place` [map.size] from key to actor. */
static uint32_t *sort_actors(struct ent_dynamic *dynamic)
{
    uint32_t count = dynamic->actor_count = dynamic->map.size;
    struct named *named = malloc(((size_t)count + 1) * sizeof *named);
    uint32_t *place = malloc(((size_t)count + 1) * sizeof *place);
    dynamic->names = malloc(((size_t)count + 1) * sizeof *dynamic->names);
    if (!named || !place || !dynamic->names) {
        free(named);
        free(place);
        return NULL;
    }
    for (uint32_t k = 0; k < count; k++)
        named[k] = (struct named){dynamic->map.keys[k], k};
    qsort(named, count, sizeof *named, compare_names);
    for (uint32_t a = 0; a < count; a++) {
        dynamic->names[a] = named[a].name;
        place[named[a].key] = a;
    }
    free(named);
    return place;
}

/* Number the joined graph's vertices by actor, then slice; actor_of then holds them. */
static enum ent_status number_vertices(struct joiner *joiner, const uint32_t *place,
                                       uint32_t *total)
{
    struct ent_dynamic *dynamic = joiner->dynamic;
    size_t actors = dynamic->actor_count, slices = dynamic->slice_count;
    uint32_t *at = malloc((actors * slices + 1) * sizeof *at);
    if (!at)
        return ENT_EMEMORY;
    for (size_t i = 0; i < actors * slices; i++)
        at[i] = UINT32_MAX;
    for (uint32_t s = 0; s < slices; s++)
        for (uint32_t v = 0; v < joiner->slices[s].vertices.row_count; v++)
            if (joiner->actor_of[s][v] != ENT_MAP_NONE)
                at[place[joiner->actor_of[s][v]] * slices + s] = v;
    uint32_t count = 0;
    for (size_t i = 0; i < actors * slices; i++)
        count += at[i] != UINT32_MAX;
    dynamic->actor = malloc(((size_t)count + 1) * sizeof *dynamic->actor);
    dynamic->slice = malloc(((size_t)count + 1) * sizeof *dynamic->slice);
    dynamic->vertex = malloc(((size_t)count + 1) * sizeof *dynamic->vertex);
    *total = 0;
    bool good = dynamic->actor && dynamic->slice && dynamic->vertex;
    for (size_t i = 0; good && i < actors * slices; i++)
        if (at[i] != UINT32_MAX) {
            dynamic->actor[*total] = (uint32_t)(i / slices);
            dynamic->slice[*total] = (uint32_t)(i % slices);
            dynamic->vertex[*total] = at[i];
            joiner->actor_of[i % slices][at[i]] = (*total)++;
        }
    free(at);
    return good ? ENT_OK : ENT_EMEMORY;
}

static enum ent_status join(struct joiner *joiner, uint32_t total,
                            struct ent_error *error)
{
    struct ent_dynamic *dynamic = joiner->dynamic;
    joiner->ties = malloc((joiner->tie_count + total + 1) * sizeof *joiner->ties);
    if (!joiner->ties)
        return ENT_EMEMORY;
    size_t count = 0;
    for (uint32_t s = 0; s < dynamic->slice_count; s++) {
        const struct ent_network *network = &joiner->slices[s];
        for (uint32_t a = 0; a < network->edges.row_count; a++)
            if (is_tie(network, a, joiner->strength[s][a]))
                joiner->ties[count++] = (struct ent_tie){
                    joiner->actor_of[s][network->arcs[a].from],
                    joiner->actor_of[s][network->arcs[a].to], joiner->strength[s][a]};
    }
    for (uint32_t v = 1; v < total && joiner->coupling > 0; v++)
        if (dynamic->actor[v] == dynamic->actor[v - 1])
            joiner->ties[count++] = (struct ent_tie){v - 1, v, joiner->coupling};
    return ent_signed_init(&dynamic->graph, total, joiner->ties, count, error);
}

enum ent_status ent_dynamic_init(struct ent_dynamic *dynamic,
                                 const struct ent_network *slices, uint32_t slice_count,
                                 double coupling, struct ent_error *error)
{
    *dynamic = (struct ent_dynamic){.slice_count = slice_count};
    ent_map_init(&dynamic->map);
    if (!(coupling >= 0) || !isfinite(coupling))
        return ent_fail(error, ENT_EARG, 0, "the coupling must not be negative");
    struct joiner joiner = {.dynamic = dynamic, .slices = slices, .coupling = coupling};
    joiner.actor_of = calloc((size_t)slice_count + 1, sizeof *joiner.actor_of);
    joiner.strength = calloc((size_t)slice_count + 1, sizeof *joiner.strength);
    uint32_t *place = NULL, total = 0;
    enum ent_status status = joiner.actor_of && joiner.strength ? ENT_OK : ENT_EMEMORY;
    for (uint32_t s = 0; s < slice_count && status == ENT_OK; s++)
        status = read_slice(&joiner, s, error);
    if (status == ENT_OK && !(place = sort_actors(dynamic)))
        status = ENT_EMEMORY;
    if (status == ENT_OK)
        status = number_vertices(&joiner, place, &total);
    if (status == ENT_OK)
        status = join(&joiner, total, error);
    free(place);
    joiner_clear(&joiner);
    if (status == ENT_EMEMORY)
        ent_fail(error, status, 0, "out of memory");
    return status;
}

void ent_dynamic_clear(struct ent_dynamic *dynamic)
{
    free(dynamic->names);
    free(dynamic->actor);
    free(dynamic->slice);
    free(dynamic->vertex);
    ent_map_clear(&dynamic->map);
    ent_signed_clear(&dynamic->graph);
    *dynamic = (struct ent_dynamic){0};
}

bool ent_dynamic_switched(const struct ent_dynamic *dynamic, const uint32_t *camp,
                          uint32_t vertex)
{
    return vertex > 0 && dynamic->actor[vertex] == dynamic->actor[vertex - 1] &&
           camp[vertex] != camp[vertex - 1];
}
