/* word.h: the hashes of a word's form that features are made of. */
#ifndef ENT_PARSE_WORD_H
#define ENT_PARSE_WORD_H

#include "parse/lexicon.h"

struct ent_sign {
    uint64_t lower;     /* lower-case form, digits as 0, straight apostrophe */
    uint64_t suffix[5]; /* its last 1 .. 5 characters (all of it if shorter) */
    uint64_t prefix[4]; /* its first 1 .. 4 characters */
    uint64_t shape;     /* pattern of upper and lower case letters, digits, other */
    uint64_t class_;    /* lexicon class of the form and of its lower-case form */
    uint32_t upos;      /* bits of the tags the lexicon allows; 0 = unknown word */
    uint32_t entry, lower_entry; /* lexicon entries */
    uint32_t text, size;         /* lower-case form in the scratch buffer */
    bool capital;
};

/* Analyse a form; its lower-case form is appended to `text`. `lexicon` may be empty. */
void ent_sign_make(struct ent_sign *sign, struct ent_str form,
                   const struct ent_lexicon *lexicon, struct ent_buf *text);

/* The sign of the places before and after a sentence. */
void ent_sign_border(struct ent_sign *sign, uint64_t which);

/* The lower-case form. */
static inline struct ent_str ent_sign_lower(const struct ent_sign *sign,
                                            const struct ent_buf *text)
{
    return (struct ent_str){text->data + sign->text, sign->size};
}

#endif
