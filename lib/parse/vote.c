/* vote.c: one tree out of several (parser combination, Sagae and Lavie 2006).
 *
 * Every word takes the head that has most votes, which count as much as the voter was sure.
 * Where that makes no tree, the cheapest change breaks a cycle: some word of it takes another
 * voter's head outside. */
#include "parse/scratch.h"

enum { ROOT_VOTE = 50000, NO_LIMIT = 1 << 30 };

struct ballot {
    struct ent_parser_scratch *scratch;
    int32_t size;
    uint32_t voters;
    int32_t *head; /* of the result, being made */
};

/* What the voter's head of the word counts: by how much attaching it was better than doing
 * something else. Words left over count little; the root has no such margin. */
static int vote_of(const struct ballot *b, uint32_t v, int32_t word)
{
    int margin = b->scratch->tree_head[v][word] ? b->scratch->tree_margin[v][word]
                                                : ROOT_VOTE;
    return margin * ENT_VOTERS + (int)(ENT_VOTERS - v); /* earlier voters win ties */
}

static int support(const struct ballot *b, int32_t word, int32_t head)
{
    int sum = 0;
    for (uint32_t v = 0; v < b->voters; v++)
        if (b->scratch->tree_head[v][word] == head)
            sum += vote_of(b, v, word);
    return sum;
}

/* The best-supported head of the word other than the root. */
static int32_t best_head(const struct ballot *b, int32_t word)
{
    int32_t best = -1;
    int most = 0;
    for (uint32_t v = 0; v < b->voters; v++) {
        int32_t head = b->scratch->tree_head[v][word];
        int votes = support(b, word, head);
        if (head != 0 && votes > most) {
            most = votes;
            best = head;
        }
    }
    return best;
}

static int32_t elect_root(const struct ballot *b)
{
    int32_t root = 1;
    int most = 0;
    for (int32_t w = 1; w <= b->size; w++) {
        int votes = support(b, w, 0);
        if (votes > most) {
            most = votes;
            root = w;
        }
    }
    return root;
}

/* Does going up from `word` lead to `goal` before the root, within `size` steps? */
static bool below(const struct ballot *b, int32_t word, int32_t goal)
{
    for (int32_t steps = 0; word != 0 && steps <= b->size; steps++) {
        if (word == goal)
            return true;
        word = b->head[word];
    }
    return false;
}

/* Mark by 1 .. what each word's way up leads to; returns a word on a cycle, or 0. */
static int32_t find_cycle(const struct ballot *b, int32_t *mark)
{
    memset(mark, 0, ((size_t)b->size + 2) * sizeof *mark);
    for (int32_t w = 1; w <= b->size; w++) {
        int32_t up = w;
        while (up != 0 && mark[up] == 0) {
            mark[up] = w;
            up = b->head[up];
        }
        if (up != 0 && mark[up] == w)
            return up;
    }
    return 0;
}

/* Let one word of the cycle take another head, at the least loss of votes; the root if there
 * is no other. */
static void break_cycle(struct ballot *b, int32_t start, int32_t root)
{
    int32_t word = start, changed = start, to = root;
    int least = NO_LIMIT;
    do {
        int now = support(b, word, b->head[word]);
        for (uint32_t v = 0; v < b->voters; v++) {
            int32_t head = b->scratch->tree_head[v][word];
            int loss = now - support(b, word, head);
            if (head != 0 && loss < least && !below(b, head, word)) {
                least = loss;
                changed = word;
                to = head;
            }
        }
        word = b->head[word];
    } while (word != start);
    b->head[changed] = to;
}

static uint8_t elect_label(const struct ballot *b, int32_t word, uint8_t loose)
{
    int sums[ENT_LABELS] = {0};
    uint8_t best = loose;
    for (uint32_t v = 0; v < b->voters; v++)
        if (b->scratch->tree_head[v][word] == b->head[word]) {
            uint8_t label = b->scratch->tree_label[v][word];
            sums[label] += vote_of(b, v, word);
            if (sums[label] > sums[best] || sums[best] == 0)
                best = label;
        }
    return best;
}

void ent_vote(struct ent_parser_scratch *scratch, int32_t size, uint32_t voters)
{
    /* The transition system's arrays are free by now. */
    struct ballot b = {scratch, size, voters, scratch->arcs.head};
    int32_t root = elect_root(&b), cycle;
    for (int32_t w = 1; w <= size; w++) {
        b.head[w] = w == root ? 0 : best_head(&b, w);
        if (b.head[w] < 0)
            b.head[w] = root;
    }
    for (int32_t rounds = 0; (cycle = find_cycle(&b, scratch->arcs.left1)) != 0; rounds++) {
        if (rounds > size)
            b.head[cycle] = root;
        else
            break_cycle(&b, cycle, root);
    }
    for (int32_t w = 1; w <= size; w++)
        scratch->arcs.label[w] = elect_label(&b, w, scratch->parser->loose);
    memcpy(scratch->tree_head[0] + 1, b.head + 1, (size_t)size * sizeof *b.head);
    memcpy(scratch->tree_label[0] + 1, scratch->arcs.label + 1, (size_t)size);
}
