/* logistic.h: logistic models over named features; shared inside lib/text.
 *
 * A model is a table of weights by feature name; the decision is the sign of their sum.
 */
#ifndef ENTENTE_TEXT_LOGISTIC_H
#define ENTENTE_TEXT_LOGISTIC_H

#include <entente/buf.h>
#include <entente/map.h>

struct ent_logistic {
    struct ent_map features;
    double *weights; /* [features.size] */
    uint32_t capacity;
};

void ent_logistic_init(struct ent_logistic *model);
void ent_logistic_clear(struct ent_logistic *model);
bool ent_logistic_set(struct ent_logistic *model, struct ent_str feature, double weight);
/* The feature's weight, 0 when it is unknown. */
double ent_logistic_weight(const struct ent_logistic *model, struct ent_str feature);

/* Examples to learn from: every one is begun with its answer, then gets its features. */
struct ent_lesson {
    uint32_t first, count; /* its features */
    bool answer;
};

struct ent_lessons {
    struct ent_map features;
    uint32_t *ids; /* features of the examples, one after the other */
    size_t id_count, id_capacity;
    struct ent_lesson *lessons;
    size_t count, capacity;
    bool failed; /* memory ran out */
};

void ent_lessons_init(struct ent_lessons *lessons);
void ent_lessons_clear(struct ent_lessons *lessons);
void ent_lessons_begin(struct ent_lessons *lessons, bool answer);
/* `lessons` is a struct ent_lessons; the signature is that of a feature visitor. */
void ent_lessons_feature(void *lessons, struct ent_str feature);

struct ent_lessons_options {
    int epochs;
    double rate, decay;
    uint32_t seen_min; /* features seen less often are not used */
    double least;      /* weights nearer to 0 are not written */
};

/* Learn by stochastic gradient descent with AdaGrad step sizes (Duchi, Hazan & Singer
 * 2011); append lines "weight FEATURE VALUE" to `out`. The same examples give the same
 * bytes. False when memory ran out. */
bool ent_lessons_learn(struct ent_lessons *lessons,
                       const struct ent_lessons_options *options, struct ent_buf *out);

#endif
