/* des_files.c: training the model for "des" from files of treebanks and documents. */
#include "text/training.h"

struct training {
    struct ent_des_trainer *trainer;
    struct ent_tokenizer *tokenizer;
};

static enum ent_status add(void *context, struct ent_document *document, bool treebank,
                           struct ent_error *error)
{
    struct training *training = context;
    enum ent_status status =
        treebank ? ENT_OK : ent_tokenize(training->tokenizer, document, error);
    if (status != ENT_OK)
        return status;
    return ent_des_trainer_add(training->trainer, document, treebank);
}

enum ent_status ent_des_train_files(const char *const *paths, size_t count,
                                    struct ent_buf *out, struct ent_error *error)
{
    struct training training = {.trainer = ent_des_trainer_new()};
    enum ent_status status = ent_tokenizer_load(&training.tokenizer, error);
    if (status == ENT_OK && !training.trainer)
        status = ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    ent_buf_text(out,
                 "# Weights of the model that tells the French article \"des\" from de + "
                 "les; see lib/text/des.c.\n# Columns: class WORD -3..3 (before \"de\" .. "
                 "before an article), weight FEATURE VALUE.\n# Learnt by ent-train --des "
                 "from these files, under whose licences it may be used:\n");
    ent_training_names(paths, count, out);
    if (status == ENT_OK)
        status = ent_training_read(paths, count, "fr", add, &training, error);
    if (status == ENT_OK && ent_des_train(training.trainer, out) != ENT_OK)
        status = ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    ent_des_trainer_free(training.trainer);
    ent_tokenizer_free(training.tokenizer);
    return status;
}
