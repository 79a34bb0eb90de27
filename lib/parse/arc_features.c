/* arc_features.c: what the parser looks at: the templates of Zhang and Nivre (2011) with
 * morphology, lemmas, endings and the lexicon. The order of the templates is part of the
 * model's meaning. */
#include "parse/arcs.h"
#include "parse/hash.h"

struct list {
    uint64_t *out;
    size_t count;
};

static inline void add1(struct list *list, uint64_t a)
{
    list->out[list->count] = ent_hash_end(ent_hash_mix(ent_hash_template(list->count), a));
    list->count++;
}

static inline void add2(struct list *list, uint64_t a, uint64_t b)
{
    uint64_t hash = ent_hash_mix(ent_hash_template(list->count), a);
    list->out[list->count++] = ent_hash_end(ent_hash_mix(hash, b));
}

static inline void add3(struct list *list, uint64_t a, uint64_t b, uint64_t c)
{
    uint64_t hash = ent_hash_mix(ent_hash_template(list->count), a);
    hash = ent_hash_mix(ent_hash_mix(hash, b), c);
    list->out[list->count++] = ent_hash_end(hash);
}

/* The words that matter in a state; 0 where there is none. */
struct focus {
    int32_t s0, s1, head, head2, sl1, sl2, sr1, sr2, n0, n1, n2, n3, nl1, nl2;
    uint64_t distance;
};

static struct focus focus_of(const struct ent_arc_state *state)
{
    struct focus f = {0};
    int32_t last = state->size + 1;
    f.n0 = state->front;
    f.n1 = f.n0 + 1 <= last ? f.n0 + 1 : last + 1;
    f.n2 = f.n0 + 2 <= last ? f.n0 + 2 : last + 1;
    f.n3 = f.n0 + 3 <= last ? f.n0 + 3 : last + 1;
    f.nl1 = state->left1[f.n0];
    f.nl2 = state->left2[f.n0];
    if (state->depth == 0)
        return f;
    f.s0 = state->stack[state->depth - 1];
    f.s1 = state->depth > 1 ? state->stack[state->depth - 2] : 0;
    f.head = state->head[f.s0];
    f.head2 = f.head ? state->head[f.head] : 0;
    f.sl1 = state->left1[f.s0];
    f.sl2 = state->left2[f.s0];
    f.sr1 = state->right1[f.s0];
    f.sr2 = state->right2[f.s0];
    int32_t distance = f.n0 - f.s0;
    f.distance = (uint64_t)(distance > 10 ? 7 : distance > 5 ? 6 : distance);
    return f;
}

static void words(struct list *l, const struct ent_node *x, const struct focus *f)
{
    const struct ent_node *s = x + f->s0, *n = x + f->n0, *n1 = x + f->n1, *n2 = x + f->n2;
    add1(l, s->upos);
    add1(l, s->form);
    add2(l, s->form, s->upos);
    add1(l, n->upos);
    add1(l, n->form);
    add2(l, n->form, n->upos);
    add1(l, n1->upos);
    add1(l, n1->form);
    add2(l, n1->form, n1->upos);
    add1(l, n2->upos);
    add1(l, n2->form);
    uint64_t sp = s->upos, np = n->upos, both = sp << 8 | np;
    add3(l, s->form, n->form, both);
    add2(l, s->form, both);
    add2(l, n->form, both);
    add2(l, s->form, n->form);
    add2(l, s->lemma, n->lemma);
    add1(l, both);
    add1(l, np << 8 | n1->upos);
    add1(l, np << 16 | (uint64_t)n1->upos << 8 | n2->upos);
    add1(l, both << 8 | n1->upos);
    add1(l, both << 16 | (uint64_t)n1->upos << 8 | n2->upos);
    add1(l, np << 24 | (uint64_t)n1->upos << 16 | (uint64_t)n2->upos << 8 |
                x[f->n3].upos);
    add2(l, s->form, np << 8 | n1->upos);
    add2(l, n1->form, both);
}

static void morphology(struct list *l, const struct ent_node *x, const struct focus *f)
{
    const struct ent_node *s = x + f->s0, *n = x + f->n0, *n1 = x + f->n1;
    uint64_t sp = s->upos, np = n->upos, both = sp << 8 | np;
    add3(l, sp, s->kind, s->agreement);
    add3(l, np, n->kind, n->agreement);
    add3(l, n1->upos, n1->kind, n1->agreement);
    add3(l, both, s->kind, n->kind);
    add3(l, both, s->agreement, n->agreement);
    add2(l, both, s->kind);
    add2(l, both, n->kind);
    add3(l, both, n->kind, n1->kind ^ n1->upos);
    add2(l, s->lemma, sp);
    add2(l, n->lemma, np);
    add3(l, s->lemma, both, n->kind);
    add3(l, n->lemma, both, s->kind);
    add1(l, s->suffix);
    add1(l, n->suffix);
    add2(l, s->suffix, both);
    add2(l, n->suffix, both);
}

static void distances(struct list *l, const struct ent_arc_state *state,
                      const struct ent_node *x, const struct focus *f)
{
    const struct ent_node *s = x + f->s0, *n = x + f->n0;
    uint64_t d = f->distance, sp = s->upos, np = n->upos;
    uint64_t sl = state->left_count[f->s0], sr = state->right_count[f->s0];
    uint64_t nl = state->left_count[f->n0];
    add2(l, s->form, d);
    add2(l, sp, d);
    add2(l, n->form, d);
    add2(l, np, d);
    add3(l, s->form, n->form, d);
    add2(l, sp << 8 | np, d);
    add2(l, s->form, sr);
    add2(l, sp, sr);
    add2(l, s->form, sl);
    add2(l, sp, sl);
    add2(l, n->form, nl);
    add2(l, np, nl);
    add2(l, s->form, state->right_labels[f->s0]);
    add2(l, sp, state->right_labels[f->s0]);
    add2(l, s->form, state->left_labels[f->s0]);
    add2(l, sp, state->left_labels[f->s0]);
    add2(l, n->form, state->left_labels[f->n0]);
    add2(l, np, state->left_labels[f->n0]);
    add3(l, sp << 8 | np, state->right_labels[f->s0], state->left_labels[f->n0]);
    add2(l, s->lemma, state->right_labels[f->s0]);
}

static void family(struct list *l, const struct ent_arc_state *state,
                   const struct ent_node *x, const struct focus *f)
{
    const int32_t kin[] = {f->head, f->sl1, f->sr1, f->nl1, f->head2, f->sl2, f->sr2, f->nl2};
    uint64_t sp = x[f->s0].upos, np = x[f->n0].upos;
    for (size_t i = 0; i < sizeof kin / sizeof *kin; i++) {
        add1(l, x[kin[i]].form);
        add1(l, x[kin[i]].upos);
        if (i != 4) /* the label of the head's head says nothing */
            add1(l, state->label[kin[i]] + 1u);
    }
    add1(l, state->label[f->s0] + 1u + 256u * (f->head != 0));
    add2(l, sp << 8 | np, state->label[f->s0] + 1u + 256u * (f->head != 0));
    add1(l, (uint64_t)x[f->head].upos << 16 | sp << 8 | np);
    add1(l, (uint64_t)x[f->sl1].upos << 16 | sp << 8 | np);
    add1(l, (uint64_t)x[f->sr1].upos << 16 | sp << 8 | np);
    add1(l, (uint64_t)x[f->nl1].upos << 16 | sp << 8 | np);
    add1(l, (uint64_t)x[f->sl1].upos << 16 | (uint64_t)x[f->sl2].upos << 8 | sp);
    add1(l, (uint64_t)x[f->sr1].upos << 16 | (uint64_t)x[f->sr2].upos << 8 | sp);
    add1(l, (uint64_t)x[f->head].upos << 16 | (uint64_t)x[f->head2].upos << 8 | sp);
    add1(l, (uint64_t)x[f->nl1].upos << 16 | (uint64_t)x[f->nl2].upos << 8 | np);
    /* Prepositions and subordinators are the leftmost children of what follows them. */
    add3(l, x[f->s0].lemma, x[f->nl1].form, np);
    add3(l, sp << 8 | np, x[f->nl1].form, f->distance);
    add2(l, x[f->nl1].form, x[f->n0].form);
    add3(l, x[f->head].lemma, x[f->nl1].form, sp << 8 | np);
    add3(l, x[f->s0].lemma, x[f->sr1].upos, np);
}

static void deeper(struct list *l, const struct ent_node *x, const struct focus *f)
{
    const struct ent_node *s1 = x + f->s1;
    uint64_t sp = x[f->s0].upos, np = x[f->n0].upos;
    add1(l, s1->form);
    add2(l, s1->upos, s1->kind);
    add1(l, (uint64_t)s1->upos << 8 | sp);
    add1(l, (uint64_t)s1->upos << 16 | sp << 8 | np);
    add3(l, s1->lemma, sp, np);
    add2(l, s1->lemma, x[f->n0].form);
    add3(l, s1->lemma, x[f->nl1].form, np);
}

static void extras(struct list *l, const struct ent_arc_state *state,
                   const struct ent_node *x, const struct focus *f)
{
    const struct ent_node *s = x + f->s0, *n = x + f->n0;
    uint64_t both = (uint64_t)s->upos << 8 | n->upos;
    if (state->lexicon) {
        add1(l, s->class_);
        add1(l, n->class_);
        add2(l, s->class_, both);
        add2(l, n->class_, both);
    }
    if (state->treebank) {
        add1(l, state->treebank);
        add2(l, state->treebank, both);
        add3(l, state->treebank, s->form, n->upos);
        add3(l, state->treebank, n->form, s->upos);
        add3(l, state->treebank, both, x[f->n1].upos);
        add3(l, state->treebank, both, x[f->nl1].form);
    }
}

size_t ent_arc_features(const struct ent_arc_state *state, uint64_t *out)
{
    struct list list = {out, 0};
    struct focus f = focus_of(state);
    words(&list, state->nodes, &f);
    morphology(&list, state->nodes, &f);
    distances(&list, state, state->nodes, &f);
    family(&list, state, state->nodes, &f);
    deeper(&list, state->nodes, &f);
    extras(&list, state, state->nodes, &f);
    if (state->guided)
        return ent_guide_features(state, out, list.count);
    return list.count;
}
