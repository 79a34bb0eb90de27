/* learner.c: an averaged perceptron over hashed features. */
#include "parse/learner.h"
#include <math.h>
#include <stdlib.h>

enum {
    RESOLUTION = 8192, /* steps of the square root's histogram */
    MIX_UNIT = 4096,   /* what a weight of 1 counts in a mixture */
    MET_BITS = 27,     /* size of the set of features met once */
};

void ent_learner_init(struct ent_learner *learner, uint32_t classes, bool twice)
{
    *learner = (struct ent_learner){.classes = classes, .time = 1};
    if (twice) {
        learner->met = calloc((size_t)1 << (MET_BITS - 3), 1);
        learner->failed = !learner->met;
    }
}

void ent_learner_clear(struct ent_learner *learner)
{
    for (size_t i = 0; i < learner->blocks; i++) {
        free(learner->weights[i]);
        free(learner->sums[i]);
    }
    free(learner->met);
    free(learner->weights);
    free(learner->sums);
    free(learner->features);
    free(learner->keys);
    free(learner->numbers);
    *learner = (struct ent_learner){0};
}

/* The slot of a feature, or the free slot where it would go. */
static size_t slot_of(const struct ent_learner *learner, uint64_t feature)
{
    size_t mask = learner->capacity - 1;
    size_t slot = (size_t)(feature >> 20) & mask;
    while (learner->keys[slot] && learner->keys[slot] != feature)
        slot = (slot + 1) & mask;
    return slot;
}

static bool grow_slots(struct ent_learner *learner)
{
    size_t capacity = learner->capacity ? 2 * learner->capacity : 1 << 16;
    uint64_t *keys = calloc(capacity, sizeof *keys);
    uint32_t *numbers = calloc(capacity, sizeof *numbers);
    if (!keys || !numbers) {
        free(keys);
        free(numbers);
        return false;
    }
    free(learner->keys);
    free(learner->numbers);
    learner->keys = keys;
    learner->numbers = numbers;
    learner->capacity = capacity;
    for (size_t i = 0; i < learner->size; i++) {
        size_t slot = slot_of(learner, learner->features[i]);
        keys[slot] = learner->features[i];
        numbers[slot] = (uint32_t)i;
    }
    return true;
}

static bool grow_blocks(struct ent_learner *learner)
{
    size_t cells = (size_t)ENT_LEARNER_BLOCK * learner->classes;
    size_t blocks = learner->blocks + 1;
    int32_t **weights = realloc(learner->weights, blocks * sizeof *weights);
    if (weights)
        learner->weights = weights;
    int64_t **sums = realloc(learner->sums, blocks * sizeof *sums);
    if (sums)
        learner->sums = sums;
    uint64_t *features = realloc(learner->features,
                                 blocks * ENT_LEARNER_BLOCK * sizeof *features);
    if (features)
        learner->features = features;
    if (!weights || !sums || !features)
        return false;
    weights[blocks - 1] = calloc(cells, sizeof **weights);
    sums[blocks - 1] = calloc(cells, sizeof **sums);
    learner->blocks = blocks;
    return weights[blocks - 1] && sums[blocks - 1];
}

/* Has the feature taken part in an update before? */
static bool met(struct ent_learner *learner, uint64_t feature)
{
    size_t bit = (size_t)(feature >> (64 - MET_BITS));
    unsigned mask = 1u << (bit & 7);
    bool before = learner->met[bit >> 3] & mask;
    learner->met[bit >> 3] = (uint8_t)(learner->met[bit >> 3] | mask);
    return before;
}

/* The feature's row; `*number` is UINT32_MAX when it has none yet. */
static bool row_for(struct ent_learner *learner, uint64_t feature, uint32_t *number)
{
    if (2 * learner->size >= learner->capacity && !grow_slots(learner))
        return false;
    size_t slot = slot_of(learner, feature);
    *number = UINT32_MAX;
    if (!learner->keys[slot]) {
        if (learner->met && !met(learner, feature))
            return true;
        if (learner->size == learner->blocks * ENT_LEARNER_BLOCK && !grow_blocks(learner))
            return false;
        learner->features[learner->size] = feature;
        learner->keys[slot] = feature;
        learner->numbers[slot] = (uint32_t)learner->size++;
    }
    *number = learner->numbers[slot];
    return true;
}

static int32_t *weights_of(const struct ent_learner *learner, uint32_t number)
{
    return learner->weights[number / ENT_LEARNER_BLOCK] +
           (size_t)(number % ENT_LEARNER_BLOCK) * learner->classes;
}

static int64_t *sums_of(const struct ent_learner *learner, uint32_t number)
{
    return learner->sums[number / ENT_LEARNER_BLOCK] +
           (size_t)(number % ENT_LEARNER_BLOCK) * learner->classes;
}

static void add_row(int32_t *restrict scores, const int32_t *restrict row, uint32_t classes)
{
    for (uint32_t k = 0; k < classes; k++)
        scores[k] += row[k];
}

/* Training is bound by memory: the rows of later features are fetched while earlier ones are
 * added up. */
void ent_learner_score(const struct ent_learner *learner, const uint64_t *features,
                       size_t count, int32_t *scores)
{
    const int32_t *rows[ENT_ROWS_FEATURES];
    size_t found = 0, line = 64 / sizeof(int32_t);
    memset(scores, 0, learner->classes * sizeof *scores);
    if (learner->capacity == 0)
        return;
    size_t mask = learner->capacity - 1;
    for (size_t i = 0; i < count; i++) {
        size_t slot = (size_t)(features[i] >> 20) & mask;
        __builtin_prefetch(&learner->keys[slot]);
        __builtin_prefetch(&learner->numbers[slot]);
    }
    for (size_t i = 0; i < count; i++) {
        size_t slot = slot_of(learner, features[i] ? features[i] : 1);
        if (!learner->keys[slot])
            continue;
        const int32_t *row = weights_of(learner, learner->numbers[slot]);
        for (size_t k = 0; k < learner->classes; k += line)
            __builtin_prefetch(row + k);
        rows[found++] = row;
    }
    for (size_t i = 0; i < found; i++)
        add_row(scores, rows[i], learner->classes);
}

void ent_learner_correct(struct ent_learner *learner, const uint64_t *features,
                         size_t count, uint32_t gold, uint32_t guess)
{
    for (size_t i = 0; i < count && !learner->failed; i++) {
        uint32_t number;
        if (!row_for(learner, features[i] ? features[i] : 1, &number)) {
            learner->failed = true;
            return;
        }
        if (number == UINT32_MAX)
            continue;
        int32_t *weights = weights_of(learner, number);
        int64_t *sums = sums_of(learner, number);
        weights[gold]++;
        sums[gold] += learner->time;
        weights[guess]--;
        sums[guess] -= learner->time;
    }
}

/* The average times the time: a whole number. */
static double average(const struct ent_learner *learner, uint32_t number, uint32_t k)
{
    int64_t value = (int64_t)weights_of(learner, number)[k] * learner->time -
                    sums_of(learner, number)[k];
    return (double)value;
}

bool ent_learner_mix(struct ent_learner *mixture, const struct ent_learner *member)
{
    for (uint32_t i = 0; i < member->size; i++) {
        uint32_t number;
        if (!row_for(mixture, member->features[i], &number))
            return false;
        for (uint32_t k = 0; k < member->classes; k++) {
            double value = average(member, i, k) * MIX_UNIT / (double)member->time;
            weights_of(mixture, number)[k] += (int32_t)floor(value + 0.5);
        }
    }
    return true;
}

static double largest(const struct ent_learner *learner)
{
    double top = 1;
    for (uint32_t i = 0; i < learner->size; i++)
        for (uint32_t k = 0; k < learner->classes; k++) {
            double size = fabs(average(learner, i, k));
            if (size > top)
                top = size;
        }
    return top;
}

/* 90th percentile of sqrt(|w| / top) over the weights that are not zero. */
static double percentile(const struct ent_learner *learner, double top)
{
    size_t *bins = calloc(RESOLUTION + 1, sizeof *bins), total = 0, seen = 0;
    int bin = 0;
    if (!bins)
        return 0;
    for (uint32_t i = 0; i < learner->size; i++)
        for (uint32_t k = 0; k < learner->classes; k++) {
            double size = fabs(average(learner, i, k));
            if (size > 0) {
                bins[(int)(sqrt(size / top) * RESOLUTION)]++;
                total++;
            }
        }
    for (; bin < RESOLUTION && (seen += bins[bin]) * 10 < total * 9; bin++)
        ;
    free(bins);
    return (double)bin / RESOLUTION;
}

/* Codes of one row; true if any is not zero. */
static bool encode(const struct ent_learner *learner, uint32_t number, double top,
                   double least, int8_t *codes)
{
    bool any = false;
    for (uint32_t k = 0; k < learner->classes; k++) {
        double value = average(learner, number, k), root = sqrt(fabs(value) / top);
        int code = root < least ? 0 : (int)(root * 127 + 0.5);
        codes[k] = (int8_t)(value < 0 ? -code : code);
        any = any || code;
    }
    return any;
}

bool ent_learner_put(const struct ent_learner *learner, struct ent_buf *buf, double prune)
{
    double top = largest(learner), least = percentile(learner, top) * sqrt(prune);
    struct ent_row *rows = malloc((learner->size + 1) * sizeof *rows);
    int8_t *codes = malloc(learner->size * learner->classes + 1), *next = codes;
    size_t count = 0;
    if (rows && codes) {
        for (uint32_t i = 0; i < learner->size; i++)
            if (encode(learner, i, top, least, next)) {
                rows[count++] = (struct ent_row){learner->features[i], next};
                next += learner->classes;
            }
    }
    bool ok = rows && codes && !learner->failed &&
              ent_rows_put(buf, rows, count, learner->classes);
    free(rows);
    free(codes);
    return ok;
}
