/* training.h: the files that models of this folder learn from. */
#ifndef ENT_TEXT_TRAINING_H
#define ENT_TEXT_TRAINING_H

#include <entente/text.h>

typedef enum ent_status ent_training_visit(void *context, struct ent_document *document,
                                           bool treebank, struct ent_error *error);

/* Visit every document of the files: of treebanks (.conllu), whose sentences and words
 * are given, and of running text in the language `lang`. Stops at the first error. */
enum ent_status ent_training_read(const char *const *paths, size_t count,
                                  const char *lang, ent_training_visit *visit,
                                  void *context, struct ent_error *error);

/* The names of the files, as comments for the head of a model. */
void ent_training_names(const char *const *paths, size_t count, struct ent_buf *out);

#endif
