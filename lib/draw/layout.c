/* layout.c: where actors stand, by igraph's force-directed methods, camps kept apart.
 *
 * Fruchterman & Reingold (Graph drawing by force-directed placement, Software: Practice
 * and Experience 21, 1991) for networks up to some thousand actors, DrL (Martin et al.,
 * OpenOrd, 2011) beyond. Camps stay together because every camp gets an invisible vertex
 * that all its members are tied to, friendly ties pull more than hostile ones, and the
 * start is a ring of camps. Afterwards components are packed, and actors that are too
 * close are pushed apart. */
#include "draw/layout.h"
#include "draw/picture.h"
#include "network/compat.h"

#include <entente/random.h>
#include <stdlib.h>

enum { STEPS = 500, PUSHES = 60, MOST_PUSHED = 4000, SPACING = 60 };

struct layout {
    const struct ent_network *network;
    struct picture picture;
    uint32_t count;            /* vertices of the network */
    double *x, *y;             /* [count + camps] */
    double *weights;           /* of the graph's edges */
    uint32_t *root;            /* [count + camps] component: its least vertex */
    igraph_vector_int_t edges; /* pairs of ends */
    bool edges_made;
};

/* Does the vertex belong to a camp of several? */
static bool in_camp(const struct picture *picture, uint32_t vertex)
{
    return picture->vertices[vertex].camp != 0 && !picture->vertices[vertex].alone;
}

static uint32_t camp_index(const struct picture *picture, int64_t number)
{
    uint32_t low = 0, high = picture->camp_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (picture->camps[middle].number < number)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Camps on a ring, their members in a spiral around the camp's place. */
static void place(struct layout *layout, uint64_t seed)
{
    const struct picture *picture = &layout->picture;
    const double turn = 2.399963229728653; /* the golden angle */
    struct ent_random random;
    ent_random_init(&random, seed);
    double start = ent_random_unit(&random) * turn;
    double radius = picture->camp_count > 1 ? sqrt(layout->count) * 1.5 : 0;
    for (uint32_t c = 0; c < picture->camp_count; c++) {
        double angle = start + c * 2 * 3.141592653589793 / picture->camp_count;
        layout->x[layout->count + c] = radius * cos(angle);
        layout->y[layout->count + c] = radius * sin(angle);
    }
    for (uint32_t i = 0; i < layout->count; i++) {
        uint32_t hub = layout->count + camp_index(picture, picture->vertices[i].camp);
        bool inside = in_camp(picture, i);
        double distance = sqrt(i + 1.0) * 0.5, angle = start + i * turn;
        layout->x[i] = (inside ? layout->x[hub] : 0) + distance * cos(angle);
        layout->y[i] = (inside ? layout->y[hub] : 0) + distance * sin(angle);
    }
}

static double pull(const struct picture *picture, const struct picture_arc *arc)
{
    static const double by_sign[] = {0.3, 0.7, 1.5};
    bool together = picture->vertices[arc->from].camp == picture->vertices[arc->to].camp;
    return by_sign[arc->sign + 1] * (together ? 1.5 : 0.5) * (1 + arc->thickness);
}

/* The network's ties without loops, and one from every actor to its camp's vertex. */
static enum ent_status make_edges(struct layout *layout, struct ent_error *error)
{
    const struct picture *picture = &layout->picture;
    uint32_t m = layout->network->edges.row_count, count = 0;
    enum ent_status status = ent_compat_check(
        igraph_vector_int_init(&layout->edges, 2 * ((ent_ig_int)m + layout->count)),
        error);
    if (status != ENT_OK)
        return status;
    layout->edges_made = true;
    for (uint32_t i = 0; i < m; i++) {
        const struct picture_arc *arc = &picture->arcs[i];
        if (arc->from == arc->to)
            continue;
        layout->weights[count] = pull(picture, arc);
        VECTOR(layout->edges)[2 * count] = arc->from;
        VECTOR(layout->edges)[2 * count++ + 1] = arc->to;
        layout_join(layout->root, arc->from, arc->to);
    }
    for (uint32_t i = 0; picture->camp_count > 1 && i < layout->count; i++) {
        if (!in_camp(picture, i))
            continue;
        uint32_t camp = camp_index(picture, picture->vertices[i].camp);
        layout->weights[count] = 0.8;
        VECTOR(layout->edges)[2 * count] = i;
        VECTOR(layout->edges)[2 * count++ + 1] = layout->count + camp;
        layout_join(layout->root, i, layout->count + camp);
    }
    return ent_compat_check(
        igraph_vector_int_resize(&layout->edges, 2 * (ent_ig_int)count), error);
}

static igraph_error_t run_method(struct layout *layout, enum ent_layout method,
                                 const igraph_t *graph, igraph_matrix_t *places)
{
    igraph_vector_t view;
    const igraph_vector_t *weights =
        ent_ig_view(&view, layout->weights, (size_t)igraph_ecount(graph));
    if (method == ENT_LAYOUT_DRL) {
        igraph_layout_drl_options_t options;
        igraph_error_t code =
            igraph_layout_drl_options_init(&options, IGRAPH_LAYOUT_DRL_DEFAULT);
        return code ? code : igraph_layout_drl(graph, places, true, &options, weights);
    }
    return igraph_layout_fruchterman_reingold(
        graph, places, true, STEPS, sqrt(layout->count) / 3, IGRAPH_LAYOUT_AUTOGRID,
        weights, NULL, NULL, NULL, NULL);
}

static enum ent_status run_igraph(struct layout *layout, enum ent_layout method,
                                  uint64_t seed, struct ent_error *error)
{
    ent_ig_int n = (ent_ig_int)layout->count + layout->picture.camp_count;
    igraph_t graph;
    igraph_matrix_t places;
    ent_compat_begin();
    igraph_rng_seed(igraph_rng_default(), (unsigned long)seed);
    enum ent_status status =
        ent_compat_check(igraph_create(&graph, &layout->edges, n, false), error);
    if (status != ENT_OK)
        return status;
    status = ent_compat_check(igraph_matrix_init(&places, n, 2), error);
    if (status == ENT_OK) {
        for (ent_ig_int i = 0; i < n; i++) {
            MATRIX(places, i, 0) = layout->x[i];
            MATRIX(places, i, 1) = layout->y[i];
        }
        status = ent_compat_check(run_method(layout, method, &graph, &places), error);
        for (ent_ig_int i = 0; status == ENT_OK && i < n; i++) {
            layout->x[i] = MATRIX(places, i, 0);
            layout->y[i] = MATRIX(places, i, 1);
        }
        igraph_matrix_destroy(&places);
    }
    igraph_destroy(&graph);
    return status;
}

/* The component with the most vertices; the sizes of components go to `size`. */
static uint32_t largest(struct layout *layout, uint32_t *size)
{
    uint32_t best = 0;
    for (uint32_t i = 0; i < layout->count; i++)
        size[layout_root(layout->root, i)]++;
    for (uint32_t i = 0; i < layout->count; i++) {
        layout->root[i] = layout_root(layout->root, i);
        if (size[layout->root[i]] > size[best])
            best = layout->root[i];
    }
    return best;
}

/* Centre the component `main` of n vertices, and scale so that its actors are SPACING
 * apart on average. */
static void scale(struct layout *layout, uint32_t main, uint32_t n)
{
    double x = 0, y = 0, spread = 0;
    for (uint32_t i = 0; i < layout->count; i++) {
        x += layout->root[i] == main ? layout->x[i] / n : 0;
        y += layout->root[i] == main ? layout->y[i] / n : 0;
    }
    for (uint32_t i = 0; i < layout->count; i++) {
        layout->x[i] -= x;
        layout->y[i] -= y;
        if (layout->root[i] == main)
            spread += (layout->x[i] * layout->x[i] + layout->y[i] * layout->y[i]) / n;
    }
    double factor = spread > 0 ? SPACING * 0.8 * sqrt(n) / sqrt(spread) : 1;
    for (uint32_t i = 0; i < layout->count; i++) {
        /* Draw in who stands far out, so that the others need not be small. */
        double far =
            factor * sqrt(layout->x[i] * layout->x[i] + layout->y[i] * layout->y[i]);
        double most = SPACING * 0.8 * sqrt(n);
        bool pull_in = far > most && layout->root[i] == main;
        double pulled = pull_in ? factor * (most + (far - most) * 0.4) / far : factor;
        if (layout->root[i] != main)
            pulled *= 0.5; /* few actors need little room */
        layout->x[i] *= pulled;
        layout->y[i] *= pulled;
    }
}

/* False when memory ran out. */
static bool pack(struct layout *layout)
{
    uint32_t *size = calloc((size_t)layout->count + 1, sizeof *size);
    struct layout_places places = {layout->x, layout->y, layout->count};
    if (!size)
        return false;
    uint32_t main = largest(layout, size);
    scale(layout, main, size[main]);
    free(size);
    return layout_pack(&places, layout->root, 2.2 * SPACING, 1.2 * SPACING);
}

/* Names are wider than high, so more room is wanted sideways. */
static bool push(struct layout *layout, uint32_t i, uint32_t j)
{
    double wide = 1.6, dx = (layout->x[j] - layout->x[i]) / wide;
    double dy = layout->y[j] - layout->y[i], distance = sqrt(dx * dx + dy * dy);
    double wanted = SPACING * (0.75 + 0.35 * (layout->picture.vertices[i].size +
                                              layout->picture.vertices[j].size));
    if (distance >= wanted)
        return false;
    if (distance < 1e-6) {
        dx = 1e-3;
        dy = 1e-3 * (i % 7 + 1);
        distance = sqrt(dx * dx + dy * dy);
    }
    double step = (wanted - distance) / 2 / distance;
    layout->x[i] -= dx * step * wide;
    layout->x[j] += dx * step * wide;
    layout->y[i] -= dy * step;
    layout->y[j] += dy * step;
    return true;
}

static void push_apart(struct layout *layout)
{
    bool moved = layout->count <= MOST_PUSHED;
    for (int round = 0; round < PUSHES && moved; round++) {
        moved = false;
        for (uint32_t i = 0; i < layout->count; i++) {
            for (uint32_t j = i + 1; j < layout->count; j++)
                moved |= push(layout, i, j);
        }
    }
}

static enum ent_status store(struct ent_network *network, const struct layout *layout,
                             struct ent_error *error)
{
    struct ent_table *table = &network->vertices;
    for (int axis = 0; axis < 2; axis++) {
        struct ent_column *column =
            ent_table_column(network, table, axis ? "y" : "x", ENT_TYPE_DOUBLE);
        if (!column)
            return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
        for (uint32_t i = 0; i < layout->count; i++)
            column->doubles[i] =
                rint((axis ? layout->y[i] : layout->x[i]) * 10) / 10 + 0.0;
    }
    return ENT_OK;
}

enum ent_status ent_network_layout(struct ent_network *network, enum ent_layout method,
                                   uint64_t seed, struct ent_error *error)
{
    struct layout layout = {.network = network, .count = network->vertices.row_count};
    struct ent_draw draw;
    ent_draw_defaults(&draw);
    enum ent_status status = picture_init(&layout.picture, network, &draw, error);
    size_t all = (size_t)layout.count + layout.picture.camp_count + 1;
    layout.x = calloc(all, sizeof *layout.x);
    layout.y = calloc(all, sizeof *layout.y);
    layout.weights = calloc((size_t)network->edges.row_count + layout.count + 1,
                            sizeof *layout.weights);
    layout.root = malloc(all * sizeof *layout.root);
    if (status == ENT_OK && (!layout.x || !layout.y || !layout.weights || !layout.root))
        status = ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    if (status == ENT_OK && layout.count > 0) {
        for (uint32_t i = 0; i < all; i++)
            layout.root[i] = i;
        place(&layout, seed);
        status = make_edges(&layout, error);
    }
    if (status == ENT_OK && layout.count > 1)
        status = run_igraph(&layout, method, seed, error);
    if (status == ENT_OK && layout.count > 0 && !pack(&layout))
        status = ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    if (status == ENT_OK)
        push_apart(&layout);
    if (status == ENT_OK)
        status = store(network, &layout, error);
    if (layout.edges_made)
        igraph_vector_int_destroy(&layout.edges);
    picture_clear(&layout.picture);
    free(layout.x);
    free(layout.y);
    free(layout.weights);
    free(layout.root);
    return status;
}
