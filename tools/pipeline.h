/* pipeline.h: from a document's text to its relations, as ent-extract and ent-why run
 * it. */
#ifndef ENTENTE_PIPELINE_H
#define ENTENTE_PIPELINE_H

#include "relate_options.h"

#include <entente/actor.h>
#include <entente/parse.h>
#include <entente/text.h>

/* Option rows: see ent_pipeline_option. */
#define ENT_PIPELINE_OPTION_ROWS \
    {0, "input", "FORMAT", \
     "input is text, html, jsonl, csv or feed (default: by content)"}, \
    {'m', "model", "NAME", "fast (default), accurate, or the path of a model file"}, \
    {'a', "actors", "FILE", "add actors, or override known ones"}

/* Models and data; immutable once a language is loaded, shared by threads. */
struct ent_pipeline {
    struct ent_relate_setup relate;
    enum ent_input input;
    const char *model; /* kind or path, NULL = "fast" */
    const char *actors[ENT_EXTRA_MAX];
    size_t actor_count;
    struct ent_tokenizer *tokenizer;
    struct ent_models *models;  /* by language, loaded when first wanted */
    struct ent_parser *own;     /* a model given by its path */
    struct ent_knowledge *knowledge;
    struct ent_frames *frames;
};

/* Working memory of one thread. */
struct ent_pipeline_scratch {
    const struct ent_parser *parsers[2];
    struct ent_parser_scratch *scratch[2];
};

int ent_pipeline_option(struct ent_pipeline *pipeline, struct ent_cli *cli,
                        const char *name, const char *value);
enum ent_status ent_pipeline_load(struct ent_pipeline *pipeline, struct ent_error *error);
void ent_pipeline_clear(struct ent_pipeline *pipeline);

/* The parser for a language, loaded if it is the first time; one thread at a time. */
enum ent_status ent_pipeline_parser(struct ent_pipeline *pipeline, struct ent_str lang,
                                    const struct ent_parser **parser,
                                    struct ent_error *error);

/* Tokenise, parse, find actors and relations. */
enum ent_status ent_pipeline_run(const struct ent_pipeline *pipeline,
                                 const struct ent_parser *parser,
                                 struct ent_pipeline_scratch *scratch,
                                 struct ent_document *document,
                                 const struct ent_relate_options *options,
                                 struct ent_relations *relations,
                                 struct ent_error *error);
void ent_pipeline_scratch_clear(struct ent_pipeline_scratch *scratch);

#endif
