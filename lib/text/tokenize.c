/* tokenize.c: the tokenizer as users see it. */
#include <entente/text.h>
#include <stdlib.h>

#include "text/build.h"
#include "text/scan.h"

enum ent_status ent_tokenizer_load(struct ent_tokenizer **tokenizer,
                                   struct ent_error *error)
{
    *tokenizer = calloc(1, sizeof **tokenizer);
    if (!*tokenizer)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    enum ent_status status = ent_language_load(&(*tokenizer)->french, "fr", error);
    if (status == ENT_OK)
        status = ent_language_load(&(*tokenizer)->english, "en", error);
    if (status != ENT_OK) {
        ent_tokenizer_free(*tokenizer);
        *tokenizer = NULL;
    }
    return status;
}

void ent_tokenizer_free(struct ent_tokenizer *tokenizer)
{
    if (!tokenizer)
        return;
    ent_language_clear(&tokenizer->french);
    ent_language_clear(&tokenizer->english);
    free(tokenizer);
}

/* "fr", "fr-CA" ... */
static bool is_french(struct ent_str lang)
{
    return lang.size >= 2 && (lang.data[0] | 32) == 'f' && (lang.data[1] | 32) == 'r' &&
           (lang.size == 2 || lang.data[2] == '-' || lang.data[2] == '_');
}

enum ent_status ent_tokenize(const struct ent_tokenizer *tokenizer,
                             struct ent_document *document, struct ent_error *error)
{
    const struct ent_language *language =
        is_french(document->lang) ? &tokenizer->french : &tokenizer->english;
    struct ent_scan scan;
    document->sentences = NULL;
    document->sentence_count = 0;
    enum ent_status status = ent_scan_open(&scan, language, document->text);
    if (status == ENT_OK)
        status = ent_scan_breaks(&scan);
    if (status == ENT_OK)
        status = ent_scan_tokens(&scan);
    if (status == ENT_OK)
        status = ent_scan_sentences(&scan, NULL);
    if (status == ENT_OK)
        status = ent_build_sentences(&scan, document);
    ent_scan_close(&scan);
    if (status != ENT_OK)
        return ent_fail(error, status, 0, "tokenising: %s", ent_status_text(status));
    return ENT_OK;
}
