/* training.c: the files that models of this folder learn from. */
#include "text/training.h"

#include <entente/conllu.h>
#include <errno.h>
#include <stdio.h>

struct visitor {
    ent_training_visit *visit;
    void *context;
    struct ent_document *document;
};

static enum ent_status read_treebank(const struct visitor *visitor, const char *path,
                                     struct ent_error *error)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return ent_fail(error, ENT_EIO, 0, "%s: cannot open: %s", path, strerror(errno));
    struct ent_conllu_reader *reader = ent_conllu_reader_new(file, path);
    enum ent_status status =
        reader ? ENT_OK : ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    while (status == ENT_OK) {
        status = ent_conllu_read(reader, visitor->document, error);
        if (status == ENT_OK)
            status = visitor->visit(visitor->context, visitor->document, true, error);
    }
    ent_conllu_reader_free(reader);
    fclose(file);
    return status == ENT_END ? ENT_OK : status;
}

static enum ent_status read_texts(const struct visitor *visitor, const char *path,
                                  const char *lang, struct ent_error *error)
{
    const struct ent_reader_options options = {.lang = lang, .strict = true};
    struct ent_reader *reader = ent_reader_new(&path, 1, &options);
    enum ent_status status =
        reader ? ENT_OK : ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    while (status == ENT_OK) {
        status = ent_reader_next(reader, visitor->document, error);
        if (status == ENT_OK)
            status = visitor->visit(visitor->context, visitor->document, false, error);
    }
    ent_reader_free(reader);
    return status == ENT_END ? ENT_OK : status;
}

enum ent_status ent_training_read(const char *const *paths, size_t count,
                                  const char *lang, ent_training_visit *visit,
                                  void *context, struct ent_error *error)
{
    struct visitor visitor = {visit, context, ent_document_new()};
    enum ent_status status =
        visitor.document ? ENT_OK : ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    for (size_t i = 0; i < count && status == ENT_OK; i++)
        status = ent_str_ends(ent_str_of(paths[i]), ENT_STR(".conllu"))
                     ? read_treebank(&visitor, paths[i], error)
                     : read_texts(&visitor, paths[i], lang, error);
    ent_document_free(visitor.document);
    return status;
}

void ent_training_names(const char *const *paths, size_t count, struct ent_buf *out)
{
    for (size_t i = 0; i < count; i++) {
        const char *slash = strrchr(paths[i], '/');
        ent_buf_printf(out, "#   %s\n", slash ? slash + 1 : paths[i]);
    }
}
