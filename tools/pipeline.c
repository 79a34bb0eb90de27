#include "pipeline.h"

static int take_input(struct ent_pipeline *pipeline, struct ent_cli *cli,
                      const char *value)
{
    static const char *const NAMES[] = {"auto", "text", "html", "jsonl", "csv", "feed"};
    for (int i = 0; i < 6; i++) {
        if (strcmp(value, NAMES[i]) == 0) {
            pipeline->input = (enum ent_input)i;
            return 1;
        }
    }
    ent_cli_usage(cli, "unknown input format '%s'", value);
    return -1;
}

int ent_pipeline_option(struct ent_pipeline *pipeline, struct ent_cli *cli,
                        const char *name, const char *value)
{
    if (strcmp(name, "model") == 0) {
        pipeline->model = value;
        return 1;
    }
    if (strcmp(name, "input") == 0)
        return take_input(pipeline, cli, value);
    if (strcmp(name, "actors") == 0) {
        if (pipeline->actor_count == ENT_EXTRA_MAX) {
            ent_cli_usage(cli, "more than %d --actors", ENT_EXTRA_MAX);
            return -1;
        }
        pipeline->actors[pipeline->actor_count++] = value;
        return 1;
    }
    return ent_relate_option(&pipeline->relate, cli, name, value);
}

static enum ent_status load_model(struct ent_pipeline *pipeline, struct ent_error *error)
{
    const char *model = pipeline->model ? pipeline->model : "fast";
    if (strchr(model, '/') || ent_str_ends(ent_str_of(model), ENT_STR(".ent")))
        return ent_parser_load(&pipeline->own, model, error);
    pipeline->models = ent_models_new(model);
    return pipeline->models ? ENT_OK : ent_fail(error, ENT_EMEMORY, 0, "out of memory");
}

enum ent_status ent_pipeline_load(struct ent_pipeline *pipeline, struct ent_error *error)
{
    enum ent_status status = load_model(pipeline, error);
    if (status == ENT_OK)
        status = ent_tokenizer_load(&pipeline->tokenizer, error);
    if (status == ENT_OK)
        status = ent_knowledge_load(&pipeline->knowledge, pipeline->actors,
                                    pipeline->actor_count, error);
    if (status == ENT_OK)
        status = ent_frames_load(&pipeline->frames, pipeline->relate.frames,
                                 pipeline->relate.frame_count, error);
    return status;
}

void ent_pipeline_clear(struct ent_pipeline *pipeline)
{
    ent_tokenizer_free(pipeline->tokenizer);
    ent_knowledge_free(pipeline->knowledge);
    ent_frames_free(pipeline->frames);
    ent_models_free(pipeline->models);
    ent_parser_free(pipeline->own);
}

enum ent_status ent_pipeline_parser(struct ent_pipeline *pipeline, struct ent_str lang,
                                    const struct ent_parser **parser,
                                    struct ent_error *error)
{
    *parser = pipeline->own;
    return pipeline->own ? ENT_OK : ent_models_get(pipeline->models, lang, parser, error);
}

static struct ent_parser_scratch *scratch_for(struct ent_pipeline_scratch *scratch,
                                              const struct ent_parser *parser)
{
    int i = 0;
    while (i < 2 && scratch->parsers[i] && scratch->parsers[i] != parser)
        i++;
    if (i == 2)
        return NULL;
    scratch->parsers[i] = parser;
    if (!scratch->scratch[i])
        scratch->scratch[i] = ent_parser_scratch_new(parser);
    return scratch->scratch[i];
}

enum ent_status ent_pipeline_run(const struct ent_pipeline *pipeline,
                                 const struct ent_parser *parser,
                                 struct ent_pipeline_scratch *scratch,
                                 struct ent_document *document,
                                 const struct ent_relate_options *options,
                                 struct ent_relations *relations, struct ent_error *error)
{
    struct ent_parser_scratch *own = scratch_for(scratch, parser);
    struct ent_mentions mentions = {0};
    if (!own)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    enum ent_status status = ent_tokenize(pipeline->tokenizer, document, error);
    if (status == ENT_OK)
        status = ent_parse(parser, own, ENT_PARSE_ALL, document, error);
    if (status == ENT_OK)
        status = ent_actors_find(pipeline->knowledge, document, &mentions, error);
    if (status == ENT_OK)
        status = ent_relations_find(pipeline->frames, document, &mentions, options,
                                    relations, error);
    return status;
}

void ent_pipeline_scratch_clear(struct ent_pipeline_scratch *scratch)
{
    for (int i = 0; i < 2; i++)
        ent_parser_scratch_free(scratch->scratch[i]);
}
