/* rescue.c: heads for the words that a greedy parse leaves without one. An arc-eager
 * parser that waits for a head which never comes (Nivre and Fernandez-Gonzalez 2014), or
 * that hangs a word on a full stop, is asked once more: which arc to a word nearby would
 * it rather make? */
#include "parse/scratch.h"

enum { BACK = 12, AHEAD = 6 }; /* how far heads are looked for */

struct offer {
    int32_t head, score;
    uint8_t label;
};

static bool is_punct(const struct ent_arc_state *state, int32_t word)
{
    return state->nodes[word].upos == ENT_PUNCT;
}

static bool below(const struct ent_arc_state *state, int32_t word, int32_t above)
{
    for (int32_t steps = 0; word && steps <= state->size; steps++) {
        if (word == above)
            return true;
        word = state->head[word];
    }
    return false;
}

/* By how much the model prefers the arc between the words to none. */
static void try_arc(struct ent_arc_state *state, const struct ent_arc_model *model,
                    int32_t word, int32_t head, struct offer *best)
{
    uint64_t features[ENT_ROWS_FEATURES];
    int32_t scores[ENT_ROWS_CLASSES];
    const struct ent_arc_classes *classes = &model->classes;
    state->stack[0] = word < head ? word : head;
    state->front = word < head ? head : word;
    state->depth = 1;
    ent_rows_score(&model->rows, features, ent_arc_features(state, features), scores);
    uint32_t k = word < head ? ent_best(scores, classes->left, classes->right)
                             : ent_best(scores, classes->right, classes->count);
    int32_t score = scores[k] - scores[0];
    if (best->head == 0 || score > best->score)
        *best = (struct offer){head, score, classes->label[k]};
}

static void rescue(struct ent_arc_state *state, const struct ent_arc_model *model,
                   int32_t word)
{
    struct offer best = {0, 0, 0};
    int32_t first = word - BACK < 1 ? 1 : word - BACK;
    int32_t last = word + AHEAD > state->size ? state->size : word + AHEAD;
    for (int32_t head = first; head <= last; head++)
        if (head != word && !is_punct(state, head) && !below(state, head, word))
            try_arc(state, model, word, head, &best);
    if (best.head) {
        state->head[word] = best.head;
        state->label[word] = best.label;
    }
}

void ent_arc_rescue(struct ent_arc_state *state, const struct ent_arc_model *model)
{
    for (int32_t w = 1; w <= state->size; w++)
        if (state->head[w] && is_punct(state, state->head[w]) && !is_punct(state, w))
            state->head[w] = 0;
    int32_t root = ent_arc_root(state);
    for (int32_t w = 1; w <= state->size; w++)
        if (state->head[w] == 0 && w != root && !is_punct(state, w))
            rescue(state, model, w);
}
