/* conllu.h: reading and writing CoNLL-U (Universal Dependencies v2).
 *
 * Reading and writing back any valid file yields the same bytes. */
#ifndef ENTENTE_CONLLU_H
#define ENTENTE_CONLLU_H

#include <entente/document.h>
#include <entente/lines.h>

struct ent_conllu_reader; /* state between documents */

/* Read from `file` (borrowed); `name` (borrowed) stands for it in messages. */
struct ent_conllu_reader *ent_conllu_reader_new(FILE *file, const char *name);
void ent_conllu_reader_free(struct ent_conllu_reader *reader);

/* The next document: all sentences up to the next "# newdoc" or the end. A file without
 * "# newdoc" is read as documents of at most 1,000 sentences, so that memory stays bounded.
 * Document fields come from the comments "# newdoc id", "# date", "# lang", "# title",
 * "# source", "# url" before the first sentence. A malformed sentence is skipped and
 * counted: see ent_conllu_errors. ENT_END at the end. */
enum ent_status ent_conllu_read(struct ent_conllu_reader *reader,
                                struct ent_document *document, struct ent_error *error);

/* Called for every malformed sentence (may be NULL). */
void ent_conllu_on_error(struct ent_conllu_reader *reader,
                         void (*report)(void *context, const struct ent_error *error),
                         void *context);
size_t ent_conllu_errors(const struct ent_conllu_reader *reader);

/* Append a document or one sentence as CoNLL-U. */
void ent_conllu_write(const struct ent_document *document, struct ent_buf *buf);
void ent_conllu_write_sentence(const struct ent_sentence *sentence, struct ent_buf *buf);

#endif
