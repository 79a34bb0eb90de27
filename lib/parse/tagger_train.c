/* tagger_train.c: learning tags and morphological features. */
#include "parse/trainset.h"
#include <entente/map.h>
#include <stdlib.h>

/* Features outside this list (spelling errors, external parts of speech ...) are conventions
 * of single treebanks that nothing downstream asks for. */
static const char *const KNOWN[] = {
    "Abbr", "Animacy", "Aspect", "Case", "Definite", "Degree", "Foreign", "Gender", "Mood",
    "NumType", "Number", "Person", "Polarity", "Polite", "Poss", "PronType", "Reflex",
    "Tense", "VerbForm", "Voice",
};
enum { KNOWN_COUNT = sizeof KNOWN / sizeof *KNOWN };

struct inventory {
    struct ent_map values[KNOWN_COUNT];
    uint32_t first[KNOWN_COUNT], classes;
};

struct trainer {
    const struct ent_train_set *set;
    struct inventory inventory;
    struct ent_learner tags, features;         /* of the present member */
    struct ent_learner mixed_tags, mixed_features;
    struct ent_parser_scratch *scratch;
    uint32_t *order;
    struct ent_random random;
};

void ent_shuffle(struct ent_random *random, uint32_t *order, size_t count)
{
    for (size_t i = count; i > 1; i--) {
        size_t k = (size_t)ent_random_below(random, i);
        uint32_t other = order[k];
        order[k] = order[i - 1];
        order[i - 1] = other;
    }
}

struct ent_chunk ent_train_chunk(const struct ent_train_sentence *sentence)
{
    uint32_t size = sentence->sentence->word_count;
    return (struct ent_chunk){sentence->sentence, 1,
                              (int32_t)(size < ENT_CHUNK ? size : ENT_CHUNK)};
}

static bool take_inventory(struct inventory *inventory, const struct ent_train_set *set)
{
    for (size_t s = 0; s < set->count; s++) {
        const struct ent_sentence *sentence = set->sentences[s].sentence;
        for (uint32_t w = 1; w <= sentence->word_count; w++)
            for (int a = 0; a < KNOWN_COUNT; a++) {
                struct ent_str value = ent_word_feat(&sentence->words[w], KNOWN[a]);
                if (value.size &&
                    ent_map_add(&inventory->values[a], value, NULL) == ENT_MAP_NONE)
                    return false;
            }
    }
    inventory->classes = 0;
    for (int a = 0; a < KNOWN_COUNT; a++) {
        inventory->first[a] = inventory->classes;
        if (inventory->values[a].size)
            inventory->classes += inventory->values[a].size + 1;
    }
    return inventory->classes <= ENT_ROWS_CLASSES;
}

static uint32_t gold_class(const struct inventory *inventory, int a,
                           const struct ent_word *word)
{
    struct ent_str value = ent_word_feat(word, KNOWN[a]);
    uint32_t number =
        value.size ? ent_map_find(&inventory->values[a], value) : ENT_MAP_NONE;
    return inventory->first[a] + (number == ENT_MAP_NONE ? 0 : number + 1);
}

static void correct(struct ent_learner *learner, const uint64_t *features, size_t count,
                    uint32_t gold, uint32_t guess)
{
    if (gold != guess)
        ent_learner_correct(learner, features, count, gold, guess);
}

static void learn_tags(struct trainer *t, const struct ent_chunk *chunk)
{
    struct ent_tag_view view = ent_scratch_view(t->scratch, t->set->lexicon);
    uint64_t features[ENT_ROWS_FEATURES];
    int32_t scores[ENT_ROWS_CLASSES];
    for (int32_t i = 0; i < chunk->size; i++) {
        size_t at = ENT_PAD + (size_t)i;
        enum ent_upos gold = chunk->sentence->words[chunk->first + i].upos;
        size_t count = ent_tag_features(&view, at, features);
        ent_learner_score(&t->tags, features, count, scores);
        uint32_t guess = ent_best(scores, 1, ENT_UPOS_COUNT);
        if (gold != ENT_UPOS_NONE)
            correct(&t->tags, features, count, gold, guess);
        t->tags.time++;
        t->scratch->upos[at] = (uint8_t)guess;
    }
}

/* The history is the gold one: with errors in it the model gets no better. */
static void learn_features(struct trainer *t, const struct ent_chunk *chunk)
{
    const struct inventory *inventory = &t->inventory;
    struct ent_tag_view view = ent_scratch_view(t->scratch, t->set->lexicon);
    uint64_t features[ENT_ROWS_FEATURES];
    int32_t scores[ENT_ROWS_CLASSES];
    for (int32_t i = 0; i < chunk->size; i++) {
        const struct ent_word *word = &chunk->sentence->words[chunk->first + i];
        t->scratch->upos[ENT_PAD + i] = (uint8_t)word->upos;
        t->scratch->morph[ENT_PAD + i] = word->morph;
    }
    for (int32_t i = 0; i < chunk->size; i++) {
        const struct ent_word *word = &chunk->sentence->words[chunk->first + i];
        size_t count = ent_morph_features(&view, ENT_PAD + (size_t)i, features);
        ent_learner_score(&t->features, features, count, scores);
        for (int a = 0; a < KNOWN_COUNT; a++) {
            uint32_t first = inventory->first[a], values = inventory->values[a].size;
            if (values)
                correct(&t->features, features, count, gold_class(inventory, a, word),
                        ent_best(scores, first, first + values + 1));
        }
        t->features.time++;
    }
}

static bool learn_epoch(struct trainer *t)
{
    ent_shuffle(&t->random, t->order, t->set->count);
    for (size_t i = 0; i < t->set->count; i++) {
        const struct ent_train_sentence *s = &t->set->sentences[t->order[i]];
        struct ent_chunk chunk = ent_train_chunk(s);
        t->scratch->treebank = s->treebank;
        if (!ent_scratch_signs(t->scratch, &chunk, t->set->lexicon))
            return false;
        learn_tags(t, &chunk);
        learn_features(t, &chunk);
    }
    return !t->tags.failed && !t->features.failed;
}

/* Members differ in the order of the sentences; their averaged weights are added up. */
static bool learn(struct trainer *t)
{
    bool ok = true;
    ent_learner_init(&t->mixed_tags, ENT_UPOS_COUNT, false);
    ent_learner_init(&t->mixed_features, t->inventory.classes, false);
    for (size_t i = 0; i < t->set->count; i++)
        t->order[i] = (uint32_t)i;
    for (int member = 0; member < t->set->members && ok; member++) {
        ent_learner_init(&t->tags, ENT_UPOS_COUNT, false);
        ent_learner_init(&t->features, t->inventory.classes, false);
        for (int epoch = 0; epoch < t->set->epochs && ok; epoch++)
            ok = learn_epoch(t);
        ok = ok && ent_learner_mix(&t->mixed_tags, &t->tags) &&
             ent_learner_mix(&t->mixed_features, &t->features);
        ent_learner_clear(&t->tags);
        ent_learner_clear(&t->features);
    }
    return ok;
}

static bool put_all(const struct trainer *t, struct ent_buf *buf)
{
    struct ent_buf tags, features;
    uint32_t attributes = 0;
    ent_buf_init(&tags);
    ent_buf_init(&features);
    bool ok = ent_learner_put(&t->mixed_tags, &tags, t->set->prune) &&
              ent_learner_put(&t->mixed_features, &features, t->set->prune);
    for (int a = 0; a < KNOWN_COUNT; a++)
        attributes += t->inventory.values[a].size > 0;
    ent_put_u32(buf, attributes);
    for (int a = 0; a < KNOWN_COUNT; a++)
        if (t->inventory.values[a].size > 0) {
            ent_put_str(buf, ent_str_of(KNOWN[a]));
            ent_put_list(buf, t->inventory.values[a].keys, t->inventory.values[a].size);
        }
    ent_put_block(buf, &tags);
    ent_put_block(buf, &features);
    ent_buf_clear(&tags);
    ent_buf_clear(&features);
    return ok && !buf->failed;
}

bool ent_tagger_train(const struct ent_train_set *set, struct ent_buf *buf)
{
    struct trainer t = {.set = set};
    for (int a = 0; a < KNOWN_COUNT; a++)
        ent_map_init(&t.inventory.values[a]);
    bool ok = take_inventory(&t.inventory, set);
    ent_random_init(&t.random, set->seed);
    t.scratch = ent_scratch_new();
    t.order = malloc((set->count + 1) * sizeof *t.order);
    ok = ok && t.scratch && t.order && learn(&t) && put_all(&t, buf);
    for (int a = 0; a < KNOWN_COUNT; a++)
        ent_map_clear(&t.inventory.values[a]);
    ent_learner_clear(&t.mixed_tags);
    ent_learner_clear(&t.mixed_features);
    ent_parser_scratch_free(t.scratch);
    free(t.order);
    return ok;
}
