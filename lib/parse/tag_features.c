/* tag_features.c: what the tagger looks at. The order of the templates is part of the
 * model's meaning. */
#include "parse/hash.h"
#include "parse/tagger.h"

/* Features are numbered by the order in which they are added. */
struct list {
    uint64_t *out;
    size_t count;
};

static void add1(struct list *list, uint64_t a)
{
    list->out[list->count] = ent_hash_end(ent_hash_mix(ent_hash_template(list->count), a));
    list->count++;
}

static void add2(struct list *list, uint64_t a, uint64_t b)
{
    uint64_t hash = ent_hash_mix(ent_hash_template(list->count), a);
    list->out[list->count++] = ent_hash_end(ent_hash_mix(hash, b));
}

static void add3(struct list *list, uint64_t a, uint64_t b, uint64_t c)
{
    uint64_t hash = ent_hash_mix(ent_hash_template(list->count), a);
    hash = ent_hash_mix(ent_hash_mix(hash, b), c);
    list->out[list->count++] = ent_hash_end(hash);
}

static void form_features(struct list *list, const struct ent_sign *w)
{
    add1(list, 0);
    add1(list, w[0].lower);
    add2(list, w[0].lower, w[0].shape);
    for (int i = 0; i < 5; i++)
        add1(list, w[0].suffix[i]);
    for (int i = 0; i < 4; i++)
        add1(list, w[0].prefix[i]);
    add1(list, w[0].shape);
    add2(list, w[0].shape, w[-1].shape);
    add2(list, w[0].suffix[1], w[0].shape);
    add1(list, w[-1].lower);
    add1(list, w[-2].lower);
    add1(list, w[1].lower);
    add1(list, w[2].lower);
    add2(list, w[-1].lower, w[0].lower);
    add2(list, w[0].lower, w[1].lower);
    add2(list, w[-1].lower, w[1].lower);
    add2(list, w[-1].lower, w[0].suffix[2]);
    add2(list, w[0].suffix[2], w[1].lower);
    add1(list, w[-1].suffix[2]);
    add1(list, w[1].suffix[2]);
    add1(list, w[1].suffix[1]);
    add1(list, w[1].shape);
}

static void lexicon_features(struct list *list, const struct ent_sign *w)
{
    add1(list, w[0].class_);
    add1(list, w[0].upos);
    add1(list, w[1].class_);
    add1(list, w[2].upos);
    add1(list, w[-1].class_);
    add2(list, w[-1].class_, w[0].class_);
    add2(list, w[0].class_, w[1].class_);
    add3(list, w[-1].upos, w[0].upos, w[1].upos);
    add3(list, w[0].upos, w[1].upos, w[2].upos);
    add2(list, w[0].class_, w[0].shape);
    add2(list, w[0].class_, w[0].suffix[2]);
}

size_t ent_tag_features(const struct ent_tag_view *view, size_t i, uint64_t *out)
{
    const struct ent_sign *w = view->signs + i;
    const uint8_t *t = view->upos + i;
    struct list list = {out, 0};
    form_features(&list, w);
    uint64_t before = (uint64_t)t[-1] | (uint64_t)t[-2] << 8;
    add1(&list, t[-1]);
    add1(&list, before);
    add1(&list, t[-2]);
    add2(&list, t[-1], w[0].lower);
    add2(&list, before, w[0].lower);
    add2(&list, t[-1], w[0].suffix[2]);
    add2(&list, t[-1], w[1].lower);
    add2(&list, t[-1], w[0].shape);
    if (view->lexicon) {
        lexicon_features(&list, w);
        add2(&list, t[-1], w[0].class_);
        add3(&list, t[-1], w[0].class_, w[1].class_);
        add2(&list, before, w[0].class_);
        add3(&list, t[-1], w[0].upos, w[1].upos);
    }
    if (view->treebank) {
        add1(&list, view->treebank);
        add2(&list, view->treebank, w[0].lower);
        add2(&list, view->treebank, w[0].class_);
        add2(&list, view->treebank, w[0].suffix[2]);
        add2(&list, view->treebank, t[-1]);
        add3(&list, view->treebank, w[0].lower, w[1].lower);
    }
    return list.count;
}

static void treebank_morph(struct list *list, uint64_t bank, uint64_t tag,
                           const struct ent_sign *w)
{
    add2(list, bank, tag);
    add3(list, bank, tag, w[0].lower);
    add3(list, bank, tag, w[0].class_);
    add3(list, bank, tag, w[0].suffix[2]);
    add3(list, bank, tag, w[0].suffix[1]);
    add3(list, bank, tag, w[-1].lower);
}

size_t ent_morph_features(const struct ent_tag_view *view, size_t i, uint64_t *out)
{
    const struct ent_sign *w = view->signs + i;
    const uint8_t *t = view->upos + i;
    const uint32_t *m = view->morph + i;
    struct list list = {out, 0};
    uint64_t tag = t[0] + 1u;
    uint64_t around = (uint64_t)t[-1] | (uint64_t)t[1] << 8;
    uint64_t number = m[-1] & (ENT_SING | ENT_PLUR | ENT_MASC | ENT_FEM);
    add1(&list, tag);
    add2(&list, tag, w[0].lower);
    add3(&list, tag, w[0].lower, w[0].capital);
    for (int k = 0; k < 5; k++)
        add2(&list, tag, w[0].suffix[k]);
    add2(&list, tag, w[0].prefix[2]);
    add2(&list, tag, w[0].shape);
    add2(&list, tag, w[-1].lower);
    add2(&list, tag, w[-2].lower);
    add2(&list, tag, w[1].lower);
    add3(&list, tag, w[-1].lower, w[0].lower);
    add3(&list, tag, w[0].lower, w[1].lower);
    add3(&list, tag, w[-1].lower, w[0].suffix[1]);
    add3(&list, tag, w[0].suffix[1], w[1].suffix[1]);
    add2(&list, tag, around);
    add3(&list, tag, around, w[0].suffix[1]);
    add2(&list, tag, (uint64_t)t[-1] | (uint64_t)t[-2] << 8);
    add2(&list, tag, (uint64_t)t[1] | (uint64_t)t[2] << 8);
    add3(&list, tag, t[-1], number);
    add3(&list, tag, t[-1], m[-1]);
    add3(&list, tag, w[0].suffix[1], number);
    add3(&list, tag, w[0].lower, number);
    add3(&list, tag, (uint64_t)t[-2] << 8 | t[-1], m[-2]);
    add2(&list, tag, w[1].suffix[1]);
    add2(&list, tag, w[1].suffix[2]);
    add2(&list, tag, w[2].suffix[1]);
    if (view->lexicon) {
        add2(&list, tag, w[0].class_);
        add3(&list, tag, w[0].class_, number);
        add3(&list, tag, w[0].class_, w[-1].lower);
        add3(&list, tag, w[0].class_, w[1].class_);
        add3(&list, tag, w[-1].class_, w[0].class_);
        add2(&list, tag, w[1].class_);
        add3(&list, tag, t[1], w[1].class_);
    }
    if (view->treebank)
        treebank_morph(&list, view->treebank, tag, w);
    return list.count;
}
