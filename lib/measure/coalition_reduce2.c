/* coalition_reduce2.c: reductions that keep an optimum over two camps.
 *
 * Sides are s = -1 or 1; an edge of weight w costs (|w| - w s s') / 2. A vertex of degree
 * 1, 2 or 3 is replaced by edges among its neighbours that cost what it would cost them
 * at best (Hueffner, Betzler & Niedermeier 2010; the star-triangle transformation of spin
 * glasses); a vertex with an edge as heavy as all its others together follows that edge.
 */
#include "measure/kernel.h"

static int64_t magnitude(int64_t value)
{
    return value < 0 ? -value : value;
}

static void remove_second(struct ent_kernel *kernel, uint32_t vertex)
{
    const struct ent_lift *lift = ent_kernel_remove(kernel, vertex);
    int64_t a = magnitude(lift->weight[0]), b = magnitude(lift->weight[1]);
    int64_t least = a < b ? a : b;
    bool same = (lift->weight[0] < 0) == (lift->weight[1] < 0);
    ent_kernel_add(kernel, lift->to[0], lift->to[1], same ? least : -least);
}

/* max over s of s(a s1 + b s2 + c s3) = constant + J12 s1 s2 + J13 s1 s3 + J23 s2 s3. Not
 * done if a J is no whole number. */
static bool remove_third(struct ent_kernel *kernel, uint32_t vertex)
{
    int64_t w[3];
    int count = 0;
    for (uint32_t half = kernel->head[vertex]; half != ENT_HALF_NONE;
         half = kernel->next[half])
        w[count++] = kernel->edges[half / 2].weight;
    int64_t all = magnitude(w[0] + w[1] + w[2]), but2 = magnitude(w[0] + w[1] - w[2]);
    int64_t but1 = magnitude(w[0] - w[1] + w[2]), but0 = magnitude(w[1] + w[2] - w[0]);
    int64_t j01 = all + but2 - but1 - but0, j02 = all + but1 - but2 - but0;
    int64_t j12 = all + but0 - but1 - but2, constant = all + but0 + but1 + but2;
    int64_t rest = 4 * (magnitude(w[0]) + magnitude(w[1]) + magnitude(w[2])) - constant -
                   magnitude(j01) - magnitude(j02) - magnitude(j12);
    if (j01 % 4 || j02 % 4 || j12 % 4 || rest % 8)
        return false;
    const struct ent_lift *lift = ent_kernel_remove(kernel, vertex);
    ent_kernel_add(kernel, lift->to[0], lift->to[1], j01 / 4);
    ent_kernel_add(kernel, lift->to[0], lift->to[2], j02 / 4);
    ent_kernel_add(kernel, lift->to[1], lift->to[2], j12 / 4);
    kernel->offset += rest / 8;
    return true;
}

/* The half-edge as heavy as all others of the vertex, or none. */
static uint32_t heavy_half(const struct ent_kernel *kernel, uint32_t vertex)
{
    int64_t total = 0, most = 0;
    uint32_t heaviest = ENT_HALF_NONE;
    for (uint32_t half = kernel->head[vertex]; half != ENT_HALF_NONE;
         half = kernel->next[half]) {
        int64_t weight = magnitude(kernel->edges[half / 2].weight);
        total += weight;
        if (weight > most) {
            most = weight;
            heaviest = half;
        }
    }
    return 2 * most >= total ? heaviest : ENT_HALF_NONE;
}

/* Make the vertex follow the far end of the half-edge: its other edges move there. */
static void follow(struct ent_kernel *kernel, uint32_t vertex, uint32_t heavy)
{
    uint32_t leader = ent_kernel_far(kernel, heavy);
    int64_t weight = kernel->edges[heavy / 2].weight;
    int64_t turn = weight < 0 ? -1 : 1;
    ent_kernel_drop(kernel, heavy / 2);
    while (kernel->head[vertex] != ENT_HALF_NONE) {
        uint32_t half = kernel->head[vertex], far = ent_kernel_far(kernel, half);
        int64_t moved = turn * kernel->edges[half / 2].weight;
        ent_kernel_drop(kernel, half / 2);
        ent_kernel_add(kernel, leader, far, moved);
    }
    struct ent_lift *lift = ent_kernel_remove(kernel, vertex);
    lift->count = 1;
    lift->to[0] = leader;
    lift->weight[0] = weight;
}

void ent_kernel_reduce_two(struct ent_kernel *kernel)
{
    uint32_t vertex;
    while (ent_kernel_pop(kernel, &vertex)) {
        uint32_t degree = kernel->degree[vertex];
        if (degree <= 1)
            ent_kernel_remove(kernel, vertex);
        else if (degree == 2)
            remove_second(kernel, vertex);
        else {
            uint32_t heavy = heavy_half(kernel, vertex);
            if (heavy != ENT_HALF_NONE)
                follow(kernel, vertex, heavy);
            else if (degree == 3)
                remove_third(kernel, vertex);
        }
    }
}

void ent_kernel_lift_two(const struct ent_kernel *kernel, uint32_t *camp)
{
    for (uint32_t i = kernel->lift_count; i-- > 0;) {
        const struct ent_lift *lift = &kernel->lifts[i];
        int64_t pull = 0;
        for (uint32_t k = 0; k < lift->count; k++)
            pull += camp[lift->to[k]] ? -lift->weight[k] : lift->weight[k];
        camp[lift->vertex] = pull < 0;
    }
}
