/* arcs.c: the arc-eager transition system. */
#include "parse/arcs.h"

enum { MARGIN_LIMIT = 1 << 20 };

void ent_arc_reset(struct ent_arc_state *state)
{
    size_t count = (size_t)state->size + 2;
    memset(state->head, 0, count * sizeof *state->head);
    memset(state->label, 0, count * sizeof *state->label);
    memset(state->left1, 0, count * sizeof *state->left1);
    memset(state->left2, 0, count * sizeof *state->left2);
    memset(state->right1, 0, count * sizeof *state->right1);
    memset(state->right2, 0, count * sizeof *state->right2);
    memset(state->left_count, 0, count);
    memset(state->right_count, 0, count);
    memset(state->left_labels, 0, count * sizeof *state->left_labels);
    memset(state->right_labels, 0, count * sizeof *state->right_labels);
    state->depth = 0;
    state->front = 1;
}

bool ent_arc_allowed(const struct ent_arc_state *state, enum ent_action action)
{
    bool words_left = state->front <= state->size;
    if (action == ENT_SHIFT)
        return words_left;
    if (state->depth == 0)
        return false;
    bool has_head = state->head[state->stack[state->depth - 1]] != 0;
    if (action == ENT_REDUCE)
        return has_head;
    return words_left && (action == ENT_RIGHT || !has_head);
}

static void attach(struct ent_arc_state *state, int32_t word, int32_t head, uint8_t label)
{
    state->head[word] = head;
    state->label[word] = label;
    uint64_t bit = (uint64_t)1 << (label & 63);
    if (word < head) {
        state->left2[head] = state->left1[head];
        state->left1[head] = word;
        state->left_count[head] = (uint8_t)(state->left_count[head] + (state->left_count[head] < 7));
        state->left_labels[head] |= bit;
    } else {
        state->right2[head] = state->right1[head];
        state->right1[head] = word;
        state->right_count[head] = (uint8_t)(state->right_count[head] + (state->right_count[head] < 7));
        state->right_labels[head] |= bit;
    }
}

void ent_arc_apply(struct ent_arc_state *state, enum ent_action action, uint8_t label)
{
    switch (action) {
    case ENT_SHIFT:
        state->stack[state->depth++] = state->front++;
        break;
    case ENT_REDUCE:
        state->depth--;
        break;
    case ENT_LEFT:
        attach(state, state->stack[--state->depth], state->front, label);
        break;
    default:
        attach(state, state->front, state->stack[state->depth - 1], label);
        state->stack[state->depth++] = state->front++;
        break;
    }
}

enum ent_action ent_arc_action(const struct ent_arc_classes *classes, uint32_t k)
{
    if (k < classes->left)
        return k == 0 ? ENT_SHIFT : ENT_REDUCE;
    return k < classes->right ? ENT_LEFT : ENT_RIGHT;
}

uint32_t ent_arc_best(const struct ent_arc_state *state,
                      const struct ent_arc_classes *classes, const int32_t *scores,
                      int32_t *margin)
{
    const uint32_t low[ENT_ACTIONS] = {0, 1, classes->left, classes->right};
    const uint32_t high[ENT_ACTIONS] = {1, 2, classes->right, classes->count};
    uint32_t best = 0;
    bool found = false;
    *margin = MARGIN_LIMIT;
    for (enum ent_action action = ENT_SHIFT; action < ENT_ACTIONS; action++) {
        if (low[action] == high[action] || !ent_arc_allowed(state, action))
            continue;
        uint32_t k = ent_best(scores, low[action], high[action]);
        int32_t ahead = found ? scores[k] - scores[best] : MARGIN_LIMIT;
        if (ahead > 0) {
            best = k;
            *margin = ahead;
        } else if (-ahead < *margin) {
            *margin = -ahead;
        }
        found = true;
    }
    if (*margin > MARGIN_LIMIT)
        *margin = MARGIN_LIMIT;
    return best;
}

static bool is_predicate(const struct ent_arc_state *state, int32_t word)
{
    return state->nodes[word].upos == ENT_VERB ||
           (state->left_count[word] + state->right_count[word] > 2);
}

int32_t ent_arc_root(const struct ent_arc_state *state)
{
    int32_t root = 0;
    for (int32_t w = 1; w <= state->size; w++)
        if (state->head[w] == 0 &&
            (root == 0 || (!is_predicate(state, root) && is_predicate(state, w))))
            root = w;
    return root;
}

void ent_arc_finish(struct ent_arc_state *state, uint8_t loose, uint8_t punct)
{
    int32_t root = ent_arc_root(state);
    for (int32_t w = 1; w <= state->size; w++)
        if (state->head[w] == 0 && w != root) {
            state->head[w] = root;
            state->label[w] = state->nodes[w].upos == ENT_PUNCT ? punct : loose;
        }
    if (root) {
        state->head[root] = state->size + 1;
        state->label[root] = 0;
    }
}
