/* align.h: two analyses of one text laid side by side. */
#ifndef ENT_PARSE_ALIGN_H
#define ENT_PARSE_ALIGN_H

#include <entente/buf.h>
#include <entente/document.h>

#define ENT_FLAT_NONE SIZE_MAX       /* not aligned */
#define ENT_FLAT_ROOT (SIZE_MAX - 1) /* head of a sentence's root */

/* Characters start .. end - 1 of the text without white space. */
struct ent_flat_span {
    size_t start, end;
};

struct ent_flat_word {
    const struct ent_word *word;
    struct ent_flat_span span; /* of the token */
    bool part;                 /* of a multiword token */
    size_t head;               /* number of the word, or ENT_FLAT_ROOT */
    size_t match;              /* the aligned word of the other analysis */
};

struct ent_flat {
    struct ent_buf text; /* all tokens without white space */
    struct ent_flat_word *words;
    struct ent_flat_span *tokens, *sentences;
    size_t word_count, token_count, sentence_count;
};

enum ent_status ent_flat_make(struct ent_flat *flat, const struct ent_document *document,
                              struct ent_error *error);
void ent_flat_clear(struct ent_flat *flat);

/* Fill `match` of both. ENT_EFORMAT if the texts differ. */
enum ent_status ent_flat_align(struct ent_flat *gold, struct ent_flat *system,
                               struct ent_error *error);

#endif
