/* words.h: the text of a stretch of words. */
#ifndef ENTENTE_ACTOR_WORDS_H
#define ENTENTE_ACTOR_WORDS_H

#include <entente/document.h>

/* The words first..last as written; data is NULL when memory ran out. */
struct ent_str ent_words_text(struct ent_arena *arena,
                              const struct ent_sentence *sentence, int32_t first,
                              int32_t last);

#endif
