/* des_files.c: training the model for "des" from files of treebanks and documents. */
#include <entente/conllu.h>
#include <entente/text.h>
#include <errno.h>
#include <stdio.h>

static enum ent_status add_treebank(struct ent_des_trainer *trainer,
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
            status = ent_des_trainer_add(trainer, document, true);
    }
    ent_conllu_reader_free(reader);
    fclose(file);
    return status == ENT_END ? ENT_OK : status;
}

static enum ent_status add_texts(struct ent_des_trainer *trainer,
                                 const struct ent_tokenizer *tokenizer,
                                 struct ent_document *document, const char *path,
                                 struct ent_error *error)
{
    const struct ent_reader_options options = {.lang = "fr", .strict = true};
    struct ent_reader *reader = ent_reader_new(&path, 1, &options);
    enum ent_status status =
        reader ? ENT_OK : ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    while (status == ENT_OK) {
        status = ent_reader_next(reader, document, error);
        if (status == ENT_OK)
            status = ent_tokenize(tokenizer, document, error);
        if (status == ENT_OK)
            status = ent_des_trainer_add(trainer, document, false);
    }
    ent_reader_free(reader);
    return status == ENT_END ? ENT_OK : status;
}

static void put_header(const char *const *paths, size_t count, struct ent_buf *out)
{
    ent_buf_text(out,
                 "# Weights of the model that tells the French article \"des\" from de + "
                 "les; see lib/text/des.c.\n# Columns: class WORD -3..3 (before \"de\" .. "
                 "before an article), weight FEATURE VALUE.\n# Learnt by ent-train --des "
                 "from these files, under whose licences it may be used:\n");
    for (size_t i = 0; i < count; i++) {
        const char *slash = strrchr(paths[i], '/');
        ent_buf_printf(out, "#   %s\n", slash ? slash + 1 : paths[i]);
    }
}

enum ent_status ent_des_train_files(const char *const *paths, size_t count,
                                    struct ent_buf *out, struct ent_error *error)
{
    struct ent_tokenizer *tokenizer = NULL;
    struct ent_des_trainer *trainer = ent_des_trainer_new();
    struct ent_document *document = ent_document_new();
    enum ent_status status = ent_tokenizer_load(&tokenizer, error);
    if (status == ENT_OK && (!trainer || !document))
        status = ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    put_header(paths, count, out);
    for (size_t i = 0; i < count && status == ENT_OK; i++)
        status = ent_str_ends(ent_str_of(paths[i]), ENT_STR(".conllu"))
                     ? add_treebank(trainer, document, paths[i], error)
                     : add_texts(trainer, tokenizer, document, paths[i], error);
    if (status == ENT_OK && ent_des_train(trainer, out) != ENT_OK)
        status = ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    ent_document_free(document);
    ent_des_trainer_free(trainer);
    ent_tokenizer_free(tokenizer);
    return status;
}
