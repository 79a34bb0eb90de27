/* arc_train.c: learning to parse with a dynamic oracle (Goldberg and Nivre 2012) and
 * exploration: after the first epoch the parser mostly follows its own decisions, so that it
 * learns to make the best of its errors. */
#include "parse/trainset.h"
#include <stdlib.h>

enum { FIRST_EXPLORING = 1, EXPLORE_PERCENT = 90, NOT_ALLOWED = 1000 };

static uint32_t label_of(const struct ent_arc_trainer *t, struct ent_str text)
{
    for (uint32_t i = 0; i < t->label_count; i++)
        if (ent_str_eq(t->labels[i], text))
            return i;
    return UINT32_MAX;
}

static int by_text(const void *a, const void *b)
{
    return ent_str_cmp(*(const struct ent_str *)a, *(const struct ent_str *)b);
}

static bool collect_labels(struct ent_arc_trainer *t)
{
    t->labels = calloc(ENT_LABELS, sizeof *t->labels);
    if (!t->labels)
        return false;
    t->labels[0] = ENT_STR("root");
    t->labels[1] = ENT_STR("parataxis");
    t->labels[2] = ENT_STR("punct");
    t->label_count = 3;
    for (size_t s = 0; s < t->set->count; s++) {
        const struct ent_sentence *sentence = t->set->sentences[s].sentence;
        for (uint32_t w = 1; w <= sentence->word_count; w++)
            if (label_of(t, sentence->words[w].deprel) == UINT32_MAX) {
                if (t->label_count == ENT_LABELS)
                    return false;
                t->labels[t->label_count++] = sentence->words[w].deprel;
            }
    }
    qsort(t->labels + 1, t->label_count - 1, sizeof *t->labels, by_text);
    for (size_t s = 0; s < t->set->count; s++) {
        const struct ent_sentence *sentence = t->set->sentences[s].sentence;
        for (uint32_t w = 1; w <= sentence->word_count; w++) {
            uint32_t label = label_of(t, sentence->words[w].deprel);
            bool left = (sentence->words[w].head > (int32_t)w) != t->reversed;
            if (label != 0 && sentence->words[w].head > 0)
                (left ? t->left : t->right)[label] = 1;
        }
    }
    return ent_arc_classes_make(&t->classes, t->left, t->right, t->label_count);
}

bool ent_arc_trainer_init(struct ent_arc_trainer *t, const struct ent_train_set *set,
                          bool reversed, bool guided)
{
    *t = (struct ent_arc_trainer){.set = set, .reversed = reversed, .guided = guided};
    t->scratch = ent_scratch_new();
    t->order = malloc((set->count + 1) * sizeof *t->order);
    t->gold_head = calloc(ENT_CHUNK + 2, sizeof *t->gold_head);
    t->gold_label = calloc(ENT_CHUNK + 2, sizeof *t->gold_label);
    t->stacked = calloc(ENT_CHUNK + 2, sizeof *t->stacked);
    if (!t->scratch || !t->order || !t->gold_head || !t->gold_label || !t->stacked ||
        !collect_labels(t))
        return false;
    for (size_t i = 0; i < set->count; i++)
        t->order[i] = (uint32_t)i;
    ent_learner_init(&t->learner, t->classes.count, true);
    ent_random_init(&t->random, set->seed);
    return true;
}

void ent_arc_trainer_clear(struct ent_arc_trainer *t)
{
    ent_parser_scratch_free(t->scratch);
    ent_learner_clear(&t->learner);
    free(t->labels);
    free(t->order);
    free(t->gold_head);
    free(t->gold_label);
    free(t->stacked);
}

/* Gold arcs that can no longer be made once the action is taken. */
static void costs(const struct ent_arc_trainer *t, int cost[ENT_ACTIONS])
{
    const struct ent_arc_state *s = &t->scratch->arcs;
    int32_t top = s->depth > 0 ? s->stack[s->depth - 1] : 0, front = s->front;
    int stack_children = 0, buffer_children = 0; /* of front in the stack, of top in the buffer */
    for (int32_t i = 0; i < s->depth; i++)
        stack_children += s->head[s->stack[i]] == 0 && t->gold_head[s->stack[i]] == front;
    for (int32_t w = front; top && w <= s->size; w++)
        buffer_children += t->gold_head[w] == top;
    int32_t front_head = t->gold_head[front];
    bool head_stacked = front_head < front && t->stacked[front_head];
    cost[ENT_SHIFT] = stack_children + head_stacked;
    cost[ENT_REDUCE] = buffer_children;
    cost[ENT_LEFT] = buffer_children + (top && t->gold_head[top] > front);
    cost[ENT_RIGHT] = stack_children + ((head_stacked && front_head != top) ||
                                        front_head > front);
}

static int class_cost(const struct ent_arc_trainer *t, const int cost[ENT_ACTIONS],
                      uint32_t k)
{
    const struct ent_arc_state *s = &t->scratch->arcs;
    enum ent_action action = ent_arc_action(&t->classes, k);
    if (!ent_arc_allowed(s, action))
        return NOT_ALLOWED;
    int wrong_label = 0;
    if (action == ENT_LEFT)
        wrong_label = t->gold_label[s->stack[s->depth - 1]] != t->classes.label[k];
    else if (action == ENT_RIGHT)
        wrong_label = t->gold_label[s->front] != t->classes.label[k];
    return cost[action] + wrong_label;
}

/* The class with the best score among those of least cost; `*wrong` is the best of the other
 * allowed classes, or UINT32_MAX. */
static uint32_t best_gold(const struct ent_arc_trainer *t, const int32_t *scores,
                          uint32_t *wrong)
{
    int cost[ENT_ACTIONS], least = NOT_ALLOWED;
    uint32_t best = 0;
    int of_class[ENT_ROWS_CLASSES];
    costs(t, cost);
    for (uint32_t k = 0; k < t->classes.count; k++) {
        int c = of_class[k] = class_cost(t, cost, k);
        if (c < least || (c == least && c < NOT_ALLOWED && scores[k] > scores[best])) {
            least = c;
            best = k;
        }
    }
    *wrong = UINT32_MAX;
    for (uint32_t k = 0; k < t->classes.count; k++)
        if (of_class[k] > least && of_class[k] < NOT_ALLOWED &&
            (*wrong == UINT32_MAX || scores[k] > scores[*wrong]))
            *wrong = k;
    return best;
}

static void apply(struct ent_arc_trainer *t, uint32_t k)
{
    struct ent_arc_state *s = &t->scratch->arcs;
    enum ent_action action = ent_arc_action(&t->classes, k);
    if (action == ENT_SHIFT || action == ENT_RIGHT)
        t->stacked[s->front] = true;
    else
        t->stacked[s->stack[s->depth - 1]] = false;
    ent_arc_apply(s, action, t->classes.label[k]);
}

static void learn_sentence(struct ent_arc_trainer *t, bool explore)
{
    struct ent_arc_state *s = &t->scratch->arcs;
    uint64_t features[ENT_ROWS_FEATURES];
    int32_t scores[ENT_ROWS_CLASSES];
    ent_arc_reset(s);
    memset(t->stacked, 0, (ENT_CHUNK + 2) * sizeof *t->stacked);
    while (s->front <= s->size) {
        uint32_t guess = 0, gold = 0, wrong;
        int32_t margin;
        if (s->depth > 0) {
            size_t count = ent_arc_features(s, features);
            ent_learner_score(&t->learner, features, count, scores);
            guess = ent_arc_best(s, &t->classes, scores, &margin);
            gold = best_gold(t, scores, &wrong);
            if (wrong != UINT32_MAX && scores[gold] - scores[wrong] <= t->set->margin) {
                ent_learner_correct(&t->learner, features, count, gold, wrong);
                t->errors++;
            }
            t->steps++;
            t->learner.time++;
        }
        bool follow = explore && ent_random_below(&t->random, 100) < EXPLORE_PERCENT;
        apply(t, follow ? guess : gold);
    }
}

static bool load_sentence(struct ent_arc_trainer *t, const struct ent_train_sentence *s)
{
    struct ent_chunk chunk = ent_train_chunk(s);
    t->scratch->treebank = s->treebank;
    if (!ent_scratch_signs(t->scratch, &chunk, t->set->lexicon))
        return false;
    ent_scratch_nodes(t->scratch, &chunk, t->reversed);
    t->scratch->arcs.lexicon = t->set->lexicon->entries != NULL;
    t->scratch->arcs.guided = t->guided;
    for (int i = 0; t->guided && i < ENT_GUIDES; i++)
        ent_guide_take(&t->scratch->arcs.guides[i], s->guides[i].head, s->guides[i].label,
                       chunk.size, t->reversed);
    int32_t last = chunk.size + 1;
    for (int32_t w = 1; w <= chunk.size; w++) {
        const struct ent_word *word = &chunk.sentence->words[w];
        bool rooted = word->head <= 0 || word->head > chunk.size;
        int32_t i = t->reversed ? last - w : w;
        t->gold_head[i] = rooted ? last : t->reversed ? last - word->head : word->head;
        t->gold_label[i] = (uint8_t)label_of(t, word->deprel);
    }
    return true;
}

bool ent_arc_trainer_epoch(struct ent_arc_trainer *t, int epoch)
{
    t->steps = t->errors = 0;
    ent_shuffle(&t->random, t->order, t->set->count);
    for (size_t i = 0; i < t->set->count; i++) {
        if (t->set->folds && ent_fold_of(t->order[i], t->set->folds) == t->set->fold)
            continue;
        if (!load_sentence(t, &t->set->sentences[t->order[i]]))
            return false;
        learn_sentence(t, epoch >= FIRST_EXPLORING);
    }
    return !t->learner.failed;
}

bool ent_arc_trainer_put(const struct ent_arc_trainer *t, const struct ent_learner *learner,
                         struct ent_buf *buf)
{
    ent_put_u32(buf, (t->reversed ? ENT_KIND_REVERSED : 0) | (t->guided ? ENT_KIND_GUIDED : 0));
    ent_buf_add(buf, (const char *)t->left, t->label_count);
    ent_buf_add(buf, (const char *)t->right, t->label_count);
    return ent_learner_put(learner, buf, t->set->prune);
}
