/* parser_train.c: training the parsers of a model.
 *
 * A voter is a mixture: the sum of the averaged weights of several members, which differ in
 * the order of the sentences and in what they explored. As scores are linear, a mixture parses
 * like all its members voting on each step, at the price of one. Voters differ in the
 * direction in which they read; those that only vote are pruned harder. */
#include "parse/training.h"
#include <entente/evaluate.h>
#include <stdlib.h>

static const double VOTER_PRUNE = 1.333; /* times the prune factor of the first */

static enum ent_status no_memory(struct ent_error *error)
{
    return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
}

/* LAS on dev, in percent, with the parts as they are; 0 without dev. */
static enum ent_status try_dev(struct ent_training *t, double *las, struct ent_error *error)
{
    struct ent_corpus system = {0};
    struct ent_evaluation e = {0};
    *las = 0;
    if (t->dev.document_count == 0)
        return ENT_OK;
    enum ent_status status = ent_corpus_read(&system, t->options->dev, error);
    if (status == ENT_OK)
        status = ent_train_apply(t, &system, SIZE_MAX, ENT_PARSE_ALL, error);
    for (size_t i = 0; i < system.document_count && status == ENT_OK; i++)
        status = ent_evaluate(&e, t->dev.documents[i], system.documents[i], error);
    ent_corpus_clear(&system);
    *las = 100 * ent_metric_f1(&e.las);
    if (status == ENT_OK)
        ent_train_say(t, "dev: UPOS %.2f UFeats %.2f Lemmas %.2f UAS %.2f LAS %.2f full %.2f",
                      100 * ent_metric_f1(&e.upos), 100 * ent_metric_f1(&e.ufeats),
                      100 * ent_metric_f1(&e.lemmas), 100 * ent_metric_f1(&e.uas), *las,
                      100 * ent_metric_f1(&e.full));
    return status;
}

/* The relations that the trainer knows become those of the model. */
static bool keep_labels(struct ent_training *t, const struct ent_arc_trainer *trainer)
{
    if (t->labels)
        return true;
    t->labels = malloc(ENT_LABELS * sizeof *t->labels);
    if (!t->labels)
        return false;
    memcpy(t->labels, trainer->labels, ENT_LABELS * sizeof *t->labels);
    t->parts.labels = t->labels;
    t->parts.label_count = trainer->label_count;
    return true;
}

/* Make these weights those of the last voter. */
static enum ent_status set_voter(struct ent_training *t,
                                 const struct ent_arc_trainer *trainer,
                                 const struct ent_learner *learner,
                                 struct ent_error *error)
{
    struct ent_buf *voter = &t->parts.voters[t->parts.voter_count - 1];
    if (!keep_labels(t, trainer))
        return no_memory(error);
    ent_buf_reset(voter);
    return ent_arc_trainer_put(trainer, learner, voter) ? ENT_OK : no_memory(error);
}

/* Train one member; `*epochs` passes, or with `choose` fewer if dev gets no better. */
static enum ent_status train_member(struct ent_training *t, struct ent_arc_trainer *trainer,
                                    int *epochs, bool choose, struct ent_error *error)
{
    double best = 0, las;
    int waited = 0;
    for (int epoch = 0; epoch < *epochs; epoch++) {
        if (!ent_arc_trainer_epoch(trainer, epoch))
            return no_memory(error);
        ent_train_say(t, "epoch %d: %zu errors in %zu steps, %zu features", epoch + 1,
                      trainer->errors, trainer->steps, trainer->learner.size);
        if (!choose || t->dev.document_count == 0)
            continue;
        enum ent_status status = set_voter(t, trainer, &trainer->learner, error);
        if (status == ENT_OK)
            status = try_dev(t, &las, error);
        if (status != ENT_OK)
            return status;
        waited = las > best ? 0 : waited + 1;
        best = las > best ? las : best;
        if (waited >= t->options->patience)
            *epochs = epoch + 1;
    }
    return ENT_OK;
}

static enum ent_status train_voter(struct ent_training *t, bool reversed, bool guided,
                                   int *epochs, struct ent_error *error)
{
    struct ent_train_set set = {.sentences = t->automatic.sentences,
                                .count = t->automatic.count,
                                .lexicon = &t->lexicon,
                                .prune = t->options->prune *
                                         (t->parts.voter_count ? VOTER_PRUNE : 1),
                                .margin = t->options->margin};
    struct ent_learner mixture = {0};
    enum ent_status status = ENT_OK;
    double las;
    uint32_t voter = t->parts.voter_count++;
    for (int i = 0; i < t->options->members && status == ENT_OK; i++) {
        struct ent_arc_trainer trainer;
        set.seed = t->options->seed + 1000u * voter + (unsigned)i;
        ent_train_say(t, "voter %u%s%s, member %d", voter + 1, reversed ? " (reversed)" : "",
                      guided ? " (guided)" : "", i + 1);
        if (!ent_arc_trainer_init(&trainer, &set, reversed, guided))
            status = ent_fail(error, ENT_ELIMIT, 0, "too many relations");
        else if (i == 0)
            ent_learner_init(&mixture, trainer.classes.count, false);
        if (status == ENT_OK)
            status = train_member(t, &trainer, epochs, voter == 0 && i == 0, error);
        if (status == ENT_OK && !ent_learner_mix(&mixture, &trainer.learner))
            status = no_memory(error);
        if (status == ENT_OK)
            status = set_voter(t, &trainer, &mixture, error);
        if (status == ENT_OK)
            status = try_dev(t, &las, error);
        ent_arc_trainer_clear(&trainer);
    }
    ent_learner_clear(&mixture);
    return status;
}

enum ent_status ent_train_take(struct ent_training *t, struct ent_error *error)
{
    struct ent_train_set set = {.sentences = t->automatic.sentences,
                                .count = t->automatic.count};
    struct ent_arc_trainer trainer;
    bool ok = ent_arc_trainer_init(&trainer, &set, false, false) && keep_labels(t, &trainer);
    ent_arc_trainer_clear(&trainer);
    return ok ? ent_model_take_parts(&t->parts, t->options->from[0], t->options->from[1],
                                     (uint32_t)t->options->voters, error)
              : no_memory(error);
}

enum ent_status ent_train_parsers(struct ent_training *t, struct ent_error *error)
{
    int epochs = t->options->arc_epochs;
    enum ent_status status = ENT_OK;
    int voters = t->options->voters, guided = t->options->guided;
    for (int i = (int)t->parts.voter_count; i < voters + guided && status == ENT_OK; i++) {
        if (i == voters)
            status = ent_train_guides(t, error);
        if (status == ENT_OK)
            status = train_voter(t, (i < voters ? i : i - voters) % 2 == 1, i >= voters,
                                 &epochs, error);
        ent_train_say(t, "voter %d: %zu bytes", i + 1, t->parts.voters[i].size);
    }
    return status;
}
