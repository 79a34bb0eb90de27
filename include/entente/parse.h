/* parse.h: tags, features, lemmas and dependency trees by a trained model.
 *
 * The pipeline is linear and greedy: an averaged-perceptron tagger (Collins 2002), edit
 * scripts and a full-form lexicon for lemmas, and an arc-eager parser (Nivre 2008) trained
 * with a dynamic oracle (Goldberg and Nivre 2012) on the features of Zhang and Nivre (2011).
 * Time is linear in the length of a sentence; the result depends on nothing but the model
 * and the words. */
#ifndef ENTENTE_PARSE_H
#define ENTENTE_PARSE_H

#include <entente/document.h>

struct ent_parser; /* a loaded model; immutable, shared by threads */
struct ent_parser_scratch; /* working memory of one thread */

/* Load a model file, and from its folder the lexicon it names. A damaged file is refused
 * (ENT_EFORMAT). */
enum ent_status ent_parser_load(struct ent_parser **parser, const char *path,
                                struct ent_error *error);
void ent_parser_free(struct ent_parser *parser);

/* The language the model is for: "fr", "en". */
const char *ent_parser_lang(const struct ent_parser *parser);

/* The parser must outlive its scratches. NULL when memory ran out. */
struct ent_parser_scratch *ent_parser_scratch_new(const struct ent_parser *parser);
void ent_parser_scratch_free(struct ent_parser_scratch *scratch);

/* Treebanks differ in conventions; a model trained on several follows the one named here
 * ("sequoia", "gsd" ...) instead of its default. ENT_EMISSING if the model does not know
 * it. */
enum ent_status ent_parser_scratch_treebank(struct ent_parser_scratch *scratch,
                                            const char *name, struct ent_error *error);

/* The models of all languages, each loaded when it is first asked for. */
struct ent_models;

/* `kind` is the name of the model files in the languages' data folders, "fast" for
 * "fr/fast.ent" and "en/fast.ent". NULL when memory ran out. */
struct ent_models *ent_models_new(const char *kind);
void ent_models_free(struct ent_models *models);

/* The parser for a BCP 47 language, English for those without a model; it belongs to
 * `models`. Not thread-safe: one thread asks, all may use what it got. */
enum ent_status ent_models_get(struct ent_models *models, struct ent_str lang,
                               const struct ent_parser **parser, struct ent_error *error);

/* What to predict; what is not asked for is kept from the input. */
enum ent_parse_level {
    ENT_PARSE_ALL,      /* tags, features, lemmas, trees */
    ENT_PARSE_TREES,    /* keep given tags, features and lemmas */
    ENT_PARSE_TAGS,     /* tags, features and lemmas only */
};

/* Parse all sentences of a tokenised document. Every sentence gets one root; sentences of
 * more than 1,000 words are parsed in pieces. */
enum ent_status ent_parse(const struct ent_parser *parser,
                          struct ent_parser_scratch *scratch, enum ent_parse_level level,
                          struct ent_document *document, struct ent_error *error);

#endif
