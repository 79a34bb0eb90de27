/* logistic.c: logistic models: tables of weights, and learning them. */
#include "text/logistic.h"

#include <entente/random.h>
#include <math.h>
#include <stdlib.h>

void ent_logistic_init(struct ent_logistic *model)
{
    *model = (struct ent_logistic){.capacity = 0};
    ent_map_init(&model->features);
}

void ent_logistic_clear(struct ent_logistic *model)
{
    ent_map_clear(&model->features);
    free(model->weights);
    model->weights = NULL;
}

bool ent_logistic_set(struct ent_logistic *model, struct ent_str feature, double weight)
{
    uint32_t index = ent_map_add(&model->features, feature, NULL);
    if (index == ENT_MAP_NONE)
        return false;
    if (index >= model->capacity) {
        uint32_t capacity = model->capacity ? 2 * model->capacity : 4096;
        double *grown = realloc(model->weights, capacity * sizeof *grown);
        if (!grown)
            return false;
        model->weights = grown;
        model->capacity = capacity;
    }
    model->weights[index] = weight;
    return true;
}

double ent_logistic_weight(const struct ent_logistic *model, struct ent_str feature)
{
    uint32_t index = ent_map_find(&model->features, feature);
    return index == ENT_MAP_NONE ? 0 : model->weights[index];
}

void ent_lessons_init(struct ent_lessons *lessons)
{
    *lessons = (struct ent_lessons){.count = 0};
    ent_map_init(&lessons->features);
}

void ent_lessons_clear(struct ent_lessons *lessons)
{
    ent_map_clear(&lessons->features);
    free(lessons->ids);
    free(lessons->lessons);
    ent_lessons_init(lessons);
}

void ent_lessons_begin(struct ent_lessons *lessons, bool answer)
{
    if (lessons->count == lessons->capacity) {
        size_t capacity = lessons->capacity ? 2 * lessons->capacity : 1024;
        struct ent_lesson *grown = realloc(lessons->lessons, capacity * sizeof *grown);
        if (!grown) {
            lessons->failed = true;
            return;
        }
        lessons->lessons = grown;
        lessons->capacity = capacity;
    }
    lessons->lessons[lessons->count++] =
        (struct ent_lesson){.first = (uint32_t)lessons->id_count, .answer = answer};
}

void ent_lessons_feature(void *context, struct ent_str feature)
{
    struct ent_lessons *lessons = context;
    if (lessons->failed)
        return;
    if (lessons->id_count == lessons->id_capacity) {
        size_t capacity = lessons->id_capacity ? 2 * lessons->id_capacity : 65536;
        uint32_t *grown = realloc(lessons->ids, capacity * sizeof *grown);
        if (!grown) {
            lessons->failed = true;
            return;
        }
        lessons->ids = grown;
        lessons->id_capacity = capacity;
    }
    uint32_t index = ent_map_add(&lessons->features, feature, NULL);
    lessons->failed = index == ENT_MAP_NONE || lessons->id_count >= UINT32_MAX;
    lessons->ids[lessons->id_count++] = index;
    lessons->lessons[lessons->count - 1].count++;
}

struct descent {
    const struct ent_lessons *lessons;
    const struct ent_lessons_options *options;
    double *weights, *squares;
    uint32_t *seen;
};

static void step(struct descent *descent, const struct ent_lesson *lesson)
{
    const uint32_t *ids = descent->lessons->ids + lesson->first;
    double *weights = descent->weights, *squares = descent->squares, sum = 0;
    for (uint32_t i = 0; i < lesson->count; i++)
        sum += weights[ids[i]];
    double miss = (lesson->answer ? 1.0 : 0.0) - 1.0 / (1.0 + exp(-sum));
    for (uint32_t i = 0; i < lesson->count; i++) {
        if (descent->seen[ids[i]] < descent->options->seen_min)
            continue;
        double gradient = miss - descent->options->decay * weights[ids[i]];
        squares[ids[i]] += gradient * gradient;
        weights[ids[i]] +=
            descent->options->rate * gradient / sqrt(squares[ids[i]] + 1e-6);
    }
}

/* Every epoch sees the examples in another order. */
static void descend(struct descent *descent)
{
    struct ent_lesson *list = descent->lessons->lessons;
    struct ent_random random;
    ent_random_init(&random, 1);
    for (size_t i = 0; i < descent->lessons->id_count; i++)
        descent->seen[descent->lessons->ids[i]]++;
    for (int epoch = 0; epoch < descent->options->epochs; epoch++) {
        for (size_t i = descent->lessons->count; i > 1; i--) {
            size_t j = ent_random_below(&random, i);
            struct ent_lesson swap = list[i - 1];
            list[i - 1] = list[j];
            list[j] = swap;
        }
        for (size_t i = 0; i < descent->lessons->count; i++)
            step(descent, &list[i]);
    }
}

bool ent_lessons_learn(struct ent_lessons *lessons,
                       const struct ent_lessons_options *options, struct ent_buf *out)
{
    size_t room = (size_t)lessons->features.size + 1;
    struct descent descent = {.lessons = lessons, .options = options};
    descent.weights = calloc(room, sizeof *descent.weights);
    descent.squares = calloc(room, sizeof *descent.squares);
    descent.seen = calloc(room, sizeof *descent.seen);
    bool ok = !lessons->failed && descent.weights && descent.squares && descent.seen;
    if (ok)
        descend(&descent);
    for (uint32_t i = 0; ok && i < lessons->features.size; i++)
        if (fabs(descent.weights[i]) >= options->least)
            ent_buf_printf(out, "weight\t%.*s\t%.2f\n",
                           ENT_FMT(lessons->features.keys[i]), descent.weights[i]);
    free(descent.weights);
    free(descent.squares);
    free(descent.seen);
    return ok;
}
