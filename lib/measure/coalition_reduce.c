/* coalition_reduce.c: reductions that keep an optimum over any number of camps.
 *
 * A vertex without positive edges stands alone. One of degree 1 or 2 is replaced by the
 * edge that costs its neighbours the same. A vertex joins the far end of a positive edge
 * that is as heavy as all its other edges together: wherever it stood, moving there costs
 * nothing (Lange, Andres & Swoboda 2019). */
#include "measure/kernel.h"

static int64_t magnitude(int64_t value)
{
    return value < 0 ? -value : value;
}

struct survey {
    uint32_t positive; /* number of positive edges */
    uint32_t heaviest; /* half-edge of the heaviest positive edge */
    int64_t most, total;
};

static struct survey look_around(const struct ent_kernel *kernel, uint32_t vertex)
{
    struct survey survey = {.heaviest = ENT_HALF_NONE};
    for (uint32_t half = kernel->head[vertex]; half != ENT_HALF_NONE;
         half = kernel->next[half]) {
        int64_t weight = kernel->edges[half / 2].weight;
        survey.total += magnitude(weight);
        survey.positive += weight > 0;
        if (weight > survey.most) {
            survey.most = weight;
            survey.heaviest = half;
        }
    }
    return survey;
}

static void join(struct ent_kernel *kernel, uint32_t vertex, uint32_t heavy)
{
    uint32_t leader = ent_kernel_far(kernel, heavy);
    ent_kernel_drop(kernel, heavy / 2);
    while (kernel->head[vertex] != ENT_HALF_NONE) {
        uint32_t half = kernel->head[vertex], far = ent_kernel_far(kernel, half);
        int64_t weight = kernel->edges[half / 2].weight;
        ent_kernel_drop(kernel, half / 2);
        ent_kernel_add(kernel, leader, far, weight);
    }
    struct ent_lift *lift = ent_kernel_remove(kernel, vertex);
    lift->joined = true;
    lift->count = 1;
    lift->to[0] = leader;
}

/* Two edges, at least one positive. With both positive the neighbours lose the lesser by
 * standing apart; with one negative they lose the lesser by standing together. */
static void remove_second(struct ent_kernel *kernel, uint32_t vertex)
{
    const struct ent_lift *lift = ent_kernel_remove(kernel, vertex);
    int64_t a = magnitude(lift->weight[0]), b = magnitude(lift->weight[1]);
    int64_t least = a < b ? a : b;
    bool both = lift->weight[0] > 0 && lift->weight[1] > 0;
    ent_kernel_add(kernel, lift->to[0], lift->to[1], both ? least : -least);
}

void ent_kernel_reduce_any(struct ent_kernel *kernel)
{
    uint32_t vertex;
    while (ent_kernel_pop(kernel, &vertex)) {
        struct survey survey = look_around(kernel, vertex);
        if (survey.positive == 0) {
            struct ent_lift *lift = ent_kernel_remove(kernel, vertex);
            lift->count = 0; /* alone */
        } else if (kernel->degree[vertex] == 2) {
            remove_second(kernel, vertex);
        } else if (2 * survey.most >= survey.total) {
            join(kernel, vertex, survey.heaviest);
        }
    }
}

/* Labels at or above vertex_count are camps of one. */
void ent_kernel_lift_any(const struct ent_kernel *kernel, uint32_t *camp)
{
    for (uint32_t i = kernel->lift_count; i-- > 0;) {
        const struct ent_lift *lift = &kernel->lifts[i];
        uint32_t best = kernel->vertex_count + lift->vertex;
        int64_t most = 0;
        for (uint32_t k = 0; k < lift->count && !lift->joined; k++) {
            int64_t pull = 0;
            for (uint32_t j = 0; j < lift->count; j++)
                if (camp[lift->to[j]] == camp[lift->to[k]])
                    pull += lift->weight[j];
            if (pull > most) {
                most = pull;
                best = camp[lift->to[k]];
            }
        }
        camp[lift->vertex] = lift->joined ? camp[lift->to[0]] : best;
    }
}
