/* Any bytes as CoNLL-U: what is read must be written and read back the same. */
#include <entente/conllu.h>
#include <stdlib.h>

#include "fuzz.h"

static size_t read_all(const uint8_t *data, size_t size, struct ent_buf *out)
{
    FILE *file = size ? fmemopen((void *)(uintptr_t)data, size, "rb") : NULL;
    size_t errors = 0;
    if (!file)
        return 0;
    struct ent_conllu_reader *reader = ent_conllu_reader_new(file, "fuzz");
    struct ent_document *document = ent_document_new();
    while (ent_conllu_read(reader, document, NULL) == ENT_OK) {
        ent_conllu_write(document, out);
        for (uint32_t i = 0; i < document->sentence_count; i++)
            ent_sentence_link(&document->sentences[i]);
    }
    errors = ent_conllu_errors(reader);
    ent_document_free(document);
    ent_conllu_reader_free(reader);
    fclose(file);
    return errors;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct ent_buf first, second;
    ent_buf_init(&first);
    ent_buf_init(&second);
    read_all(data, size, &first);
    size_t errors = read_all((const uint8_t *)first.data, first.size, &second);
    if (errors || first.size != second.size ||
        (first.size && memcmp(first.data, second.data, first.size) != 0))
        abort();
    ent_buf_clear(&first);
    ent_buf_clear(&second);
    return 0;
}
