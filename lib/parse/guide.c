/* guide.c: what a guided parser looks at in the trees of its guides. The order of the
 * templates is part of the model's meaning. */
#include "parse/guide.h"
#include "parse/arcs.h"
#include "parse/hash.h"
#include <stdlib.h>

enum { FIRST_TEMPLATE = 200 }; /* clear of the numbers that arc_features.c uses */

bool ent_guide_init(struct ent_guide *guide, size_t nodes)
{
    guide->head = calloc(nodes, sizeof *guide->head);
    guide->first = calloc(nodes, sizeof *guide->first);
    guide->last = calloc(nodes, sizeof *guide->last);
    guide->label = calloc(nodes, sizeof *guide->label);
    return guide->head && guide->first && guide->last && guide->label;
}

void ent_guide_clear(struct ent_guide *guide)
{
    free(guide->head);
    free(guide->first);
    free(guide->last);
    free(guide->label);
}

void ent_guide_take(struct ent_guide *guide, const int32_t *head, const uint8_t *label,
                    int32_t size, bool reversed)
{
    int32_t end = size + 1;
    for (int32_t i = 0; i <= end; i++) {
        guide->head[i] = guide->label[i] = 0;
        guide->first[i] = guide->last[i] = i;
    }
    for (int32_t i = 1; i <= size; i++) {
        int32_t at = reversed ? end - i : i;
        bool rooted = head[i] <= 0 || head[i] > size;
        guide->head[at] = rooted ? end : reversed ? end - head[i] : head[i];
        guide->label[at] = label[i];
    }
    for (int32_t i = 1; i <= size; i++) {
        int32_t h = guide->head[i];
        if (i < guide->first[h])
            guide->first[h] = i;
        if (i > guide->last[h])
            guide->last[h] = i;
    }
}

/* What the guide would have done here: how the word on the stack and the next one hang
 * together in its tree, and what else they wait for. */
static uint64_t advice(const struct ent_arc_state *state, const struct ent_guide *g,
                       int32_t s0, int32_t n0)
{
    int32_t sh = g->head[s0], nh = g->head[n0], made = state->head[s0];
    uint64_t s = sh == n0 ? 0 : sh > n0 ? 1 : made == 0 ? 2 : sh == made ? 3 : 4;
    uint64_t n = nh == s0 ? 0 : nh > n0 ? 1 : nh < s0 ? 2 : 3;
    uint64_t wait = (uint64_t)(g->last[s0] > n0) | (uint64_t)(g->first[n0] < s0) << 1;
    return s | n << 4 | wait << 8 | (uint64_t)(made != 0) << 12;
}

struct list {
    uint64_t *out;
    size_t count, number;
};

static void add(struct list *list, uint64_t a, uint64_t b, uint64_t c)
{
    uint64_t hash = ent_hash_mix(ent_hash_template(FIRST_TEMPLATE + list->number++), a);
    hash = ent_hash_mix(ent_hash_mix(hash, b), c);
    list->out[list->count++] = ent_hash_end(hash);
}

size_t ent_guide_features(const struct ent_arc_state *state, uint64_t *out, size_t count)
{
    struct list list = {out, count, 0};
    int32_t s0 = state->stack[state->depth - 1], n0 = state->front;
    const struct ent_node *s = state->nodes + s0, *n = state->nodes + n0;
    uint64_t both = (uint64_t)s->upos << 8 | n->upos;
    uint64_t joint = 0, labels = 0;
    for (int i = 0; i < ENT_GUIDES; i++) {
        const struct ent_guide *g = &state->guides[i];
        uint64_t a = advice(state, g, s0, n0), sl = g->label[s0], nl = g->label[n0];
        add(&list, a, 0, 0);
        add(&list, a, both, 0);
        add(&list, a, sl, 0);
        add(&list, a, nl, 1);
        add(&list, a, sl << 8 | nl, both);
        joint = joint << 16 | a;
        labels = labels << 16 | sl << 8 | nl;
    }
    uint64_t distance = (uint64_t)(n0 - s0 > 7 ? 7 : n0 - s0);
    add(&list, joint, 0, 0);
    add(&list, joint, both, 0);
    add(&list, joint, labels, 0);
    add(&list, joint, labels, both);
    add(&list, joint, s->lemma, n->upos);
    add(&list, joint, n->lemma, s->upos);
    add(&list, joint, both, distance);
    return list.count;
}
