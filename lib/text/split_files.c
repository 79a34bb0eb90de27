/* split_files.c: training the model of sentence ends from files of treebanks and
 * documents, which are read twice. */
#include <entente/conllu.h>
#include <entente/text.h>
#include <errno.h>
#include <stdio.h>

#include "text/split_train.h"

static enum ent_status add_treebank(struct ent_split_trainer *trainer,
                                    struct ent_document *document, const char *path,
                                    struct ent_error *error)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return ent_fail(error, ENT_EIO, 0, "%s: cannot open: %s", path, strerror(errno));
    struct ent_conllu_reader *reader = ent_conllu_reader_new(file, path);
    enum ent_status status =
        reader ? ENT_OK : ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    while (status == ENT_OK) {
        status = ent_conllu_read(reader, document, error);
        if (status == ENT_OK)
            status = ent_split_trainer_treebank(trainer, document);
    }
    ent_conllu_reader_free(reader);
    fclose(file);
    return status == ENT_END ? ENT_OK : status;
}

static enum ent_status add_texts(struct ent_split_trainer *trainer, const char *lang,
                                 struct ent_document *document, const char *path,
                                 struct ent_error *error)
{
    const struct ent_reader_options options = {.lang = lang, .strict = true};
    struct ent_reader *reader = ent_reader_new(&path, 1, &options);
    enum ent_status status =
        reader ? ENT_OK : ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    while (status == ENT_OK) {
        status = ent_reader_next(reader, document, error);
        if (status == ENT_OK)
            status = ent_split_trainer_text(trainer, document);
    }
    ent_reader_free(reader);
    return status == ENT_END ? ENT_OK : status;
}

static enum ent_status add_all(struct ent_split_trainer *trainer, const char *lang,
                               const char *const *paths, size_t count,
                               struct ent_error *error)
{
    struct ent_document *document = ent_document_new();
    enum ent_status status =
        document ? ENT_OK : ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    for (size_t i = 0; i < count && status == ENT_OK; i++)
        status = ent_str_ends(ent_str_of(paths[i]), ENT_STR(".conllu"))
                     ? add_treebank(trainer, document, paths[i], error)
                     : add_texts(trainer, lang, document, paths[i], error);
    ent_document_free(document);
    return status;
}

static void put_header(const char *const *paths, size_t count, struct ent_buf *out)
{
    ent_buf_text(
        out, "# Weights of the model of sentence ends without full stop; see "
             "lib/text/split.h.\n# Columns: class WORD a..g (always .. never capital "
             "inside sentences; A..G: frequent),\n# verb WORD, weight FEATURE VALUE.\n"
             "# Learnt by ent-train --split from these files, under whose licences it "
             "may be used:\n");
    for (size_t i = 0; i < count; i++) {
        const char *slash = strrchr(paths[i], '/');
        ent_buf_printf(out, "#   %s\n", slash ? slash + 1 : paths[i]);
    }
}

enum ent_status ent_split_train_files(const char *const *paths, size_t count,
                                      const char *lang, struct ent_buf *out,
                                      struct ent_error *error)
{
    struct ent_language language;
    struct ent_split_trainer trainer;
    enum ent_status status = ent_language_load(&language, lang, error);
    ent_split_trainer_init(&trainer, &language);
    put_header(paths, count, out);
    if (status == ENT_OK)
        status = add_all(&trainer, lang, paths, count, error);
    if (status == ENT_OK)
        status = ent_split_trainer_settle(&trainer, out);
    if (status == ENT_OK)
        status = add_all(&trainer, lang, paths, count, error);
    if (status == ENT_OK)
        status = ent_split_trainer_finish(&trainer, out);
    if (status == ENT_EMEMORY)
        ent_fail(error, status, 0, "out of memory");
    ent_split_trainer_clear(&trainer);
    ent_language_clear(&language);
    return status;
}
