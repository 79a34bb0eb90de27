/* parse.h: tags, features, lemmas and dependency trees by a trained model. */
#ifndef ENTENTE_PARSE_H
#define ENTENTE_PARSE_H

#include <entente/document.h>

struct ent_parser; /* a loaded model; immutable, shared by threads */
struct ent_parser_scratch; /* working memory of one thread */

/* Load a model file. */
enum ent_status ent_parser_load(struct ent_parser **parser, const char *path,
                                struct ent_error *error);
void ent_parser_free(struct ent_parser *parser);

struct ent_parser_scratch *ent_parser_scratch_new(const struct ent_parser *parser);
void ent_parser_scratch_free(struct ent_parser_scratch *scratch);

/* What to predict; what is not asked for is kept from the input. */
enum ent_parse_level {
    ENT_PARSE_ALL,      /* tags, features, lemmas, trees */
    ENT_PARSE_TREES,    /* keep given tags, features and lemmas */
};

/* Parse all sentences of a tokenised document. */
enum ent_status ent_parse(const struct ent_parser *parser,
                          struct ent_parser_scratch *scratch, enum ent_parse_level level,
                          struct ent_document *document, struct ent_error *error);

#endif
