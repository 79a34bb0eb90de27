/* Any bytes as text: every token's range must be inside the text and after the last
 * one's, and the CoNLL-U must be readable. The first byte chooses the language. */
#include <entente/conllu.h>
#include <entente/text.h>
#include <entente/utf8.h>
#include <stdlib.h>

#include "fuzz.h"

static void check(const struct ent_document *document)
{
    size_t characters = ent_utf8_count(document->text);
    uint32_t last = 0;
    for (uint32_t i = 0; i < document->sentence_count; i++) {
        const struct ent_sentence *sentence = &document->sentences[i];
        struct ent_span before = {last, last};
        for (uint32_t w = 1; w <= sentence->word_count; w++) {
            struct ent_span span = sentence->words[w].span;
            bool same = span.start == before.start && span.end == before.end;
            if (span.end <= span.start || span.end > characters ||
                (span.start < before.end && !same) || sentence->words[w].form.size == 0)
                abort();
            before = span;
        }
        last = before.end;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct ent_tokenizer *tokenizer;
    if (!tokenizer && ent_tokenizer_load(&tokenizer, NULL) != ENT_OK)
        abort();
    if (size == 0)
        return 0;
    struct ent_document *document = ent_document_new();
    struct ent_buf buf;
    ent_buf_init(&buf);
    document->lang = ent_str_of(data[0] % 2 ? "fr" : "en");
    document->text = (struct ent_str){(const char *)data + 1, size - 1};
    if (ent_tokenize(tokenizer, document, NULL) != ENT_OK)
        abort();
    check(document);
    ent_conllu_write(document, &buf);
    ent_buf_clear(&buf);
    ent_document_free(document);
    return 0;
}
