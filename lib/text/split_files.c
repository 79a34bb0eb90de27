/* split_files.c: training the model of sentence ends from files of treebanks and
 * documents, which are read twice. */
#include "text/split_train.h"
#include "text/training.h"

static enum ent_status add(void *context, struct ent_document *document, bool treebank,
                           struct ent_error *error)
{
    struct ent_split_trainer *trainer = context;
    (void)error;
    return treebank ? ent_split_trainer_treebank(trainer, document)
                    : ent_split_trainer_text(trainer, document);
}

enum ent_status ent_split_train_files(const char *const *paths, size_t count,
                                      const char *lang, struct ent_buf *out,
                                      struct ent_error *error)
{
    struct ent_language language;
    struct ent_split_trainer trainer;
    enum ent_status status = ent_language_load(&language, lang, error);
    ent_split_trainer_init(&trainer, &language);
    ent_buf_text(
        out, "# Weights of the model of sentence ends without full stop; see "
             "lib/text/split.h.\n# Columns: class WORD a..g (always .. never capital "
             "inside sentences; A..G: frequent),\n# verb WORD, weight FEATURE VALUE.\n"
             "# Learnt by ent-train --split from these files, under whose licences it "
             "may be used:\n");
    ent_training_names(paths, count, out);
    if (status == ENT_OK)
        status = ent_training_read(paths, count, lang, add, &trainer, error);
    if (status == ENT_OK)
        status = ent_split_trainer_settle(&trainer, out);
    if (status == ENT_OK)
        status = ent_training_read(paths, count, lang, add, &trainer, error);
    if (status == ENT_OK)
        status = ent_split_trainer_finish(&trainer, out);
    if (status == ENT_EMEMORY)
        ent_fail(error, status, 0, "out of memory");
    ent_split_trainer_clear(&trainer);
    ent_language_clear(&language);
    return status;
}
