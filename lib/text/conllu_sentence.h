/* conllu_sentence.h: the lines of one CoNLL-U sentence; shared inside lib/text. */
#ifndef ENTENTE_TEXT_CONLLU_SENTENCE_H
#define ENTENTE_TEXT_CONLLU_SENTENCE_H

#include <entente/document.h>

/* Is `line` the comment "# name" or "# name = value"? */
bool ent_conllu_comment(struct ent_str line, const char *name, struct ent_str *value);

/* Fill `sentence` from `block`: lines ended by '\n', living in `arena`. `line` is the
 * number of the first. ENT_EFORMAT if the block is no sentence. */
enum ent_status ent_conllu_sentence(struct ent_arena *arena, struct ent_str block,
                                    size_t line, struct ent_sentence *sentence,
                                    struct ent_error *error);

/* Where the text goes on when the input gives no TokenRange. */
struct ent_conllu_cursor {
    uint32_t position;  /* code points */
    uint32_t paragraph; /* of the last sentence */
    bool begun;         /* a sentence was placed */
};

/* Set the spans of the sentence and its paragraph, and from its comments the document's
 * fields if they are still empty. */
void ent_conllu_place(struct ent_document *document, struct ent_sentence *sentence,
                      struct ent_conllu_cursor *cursor);

#endif
