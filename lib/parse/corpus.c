/* corpus.c: treebanks in memory. */
#include "parse/corpus.h"
#include <entente/conllu.h>
#include <stdlib.h>

static bool add_document(struct ent_corpus *corpus, struct ent_document *document,
                         uint64_t treebank)
{
    size_t count = corpus->count + document->sentence_count;
    void *documents = realloc(corpus->documents,
                              (corpus->document_count + 1) * sizeof *corpus->documents);
    if (documents)
        corpus->documents = documents;
    void *sentences = realloc(corpus->sentences, (count + 1) * sizeof *corpus->sentences);
    if (sentences)
        corpus->sentences = sentences;
    if (!documents || !sentences)
        return false;
    corpus->documents[corpus->document_count++] = document;
    for (uint32_t i = 0; i < document->sentence_count; i++)
        corpus->sentences[corpus->count++] =
            (struct ent_train_sentence){&document->sentences[i], treebank, NULL};
    return true;
}

enum ent_status ent_corpus_read(struct ent_corpus *corpus, const struct ent_treebank *bank,
                                struct ent_error *error)
{
    FILE *file = fopen(bank->path, "rb");
    if (!file)
        return ent_fail(error, ENT_EMISSING, 0, "cannot open %s", bank->path);
    struct ent_conllu_reader *reader = ent_conllu_reader_new(file, bank->path);
    enum ent_status status = reader ? ENT_OK : ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    while (status == ENT_OK) {
        struct ent_document *document = ent_document_new();
        if (!document) {
            status = ent_fail(error, ENT_EMEMORY, 0, "out of memory");
            break;
        }
        status = ent_conllu_read(reader, document, error);
        if (status != ENT_OK) {
            ent_document_free(document);
        } else if (!add_document(corpus, document,
                                 ent_treebank_hash(ent_str_of(bank->name)))) {
            ent_document_free(document);
            status = ent_fail(error, ENT_EMEMORY, 0, "out of memory");
        }
    }
    if (status == ENT_END)
        status = ent_conllu_errors(reader)
                     ? ent_fail(error, ENT_EFORMAT, 0, "malformed sentences in %s",
                                bank->path)
                     : ENT_OK;
    ent_conllu_reader_free(reader);
    fclose(file);
    return status;
}

void ent_corpus_clear(struct ent_corpus *corpus)
{
    for (size_t i = 0; i < corpus->document_count; i++)
        ent_document_free(corpus->documents[i]);
    free(corpus->documents);
    free(corpus->sentences);
    *corpus = (struct ent_corpus){0};
}
