#include "pipeline.h"

#include <entente/data.h>

static int language_of(struct ent_str lang)
{
    return ent_str_starts(lang, ENT_STR("fr")) ? 0 : 1;
}

static int take_model(struct ent_pipeline *pipeline, struct ent_cli *cli, const char *value)
{
    struct ent_str text = ent_str_of(value);
    if (ent_str_starts(text, ENT_STR("fr=")) || ent_str_starts(text, ENT_STR("en="))) {
        pipeline->models[language_of(text)] = value + 3;
        return 1;
    }
    ent_cli_usage(cli, "--model wants fr=FILE or en=FILE");
    return -1;
}

static int take_input(struct ent_pipeline *pipeline, struct ent_cli *cli, const char *value)
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
    if (strcmp(name, "model") == 0)
        return take_model(pipeline, cli, value);
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

enum ent_status ent_pipeline_load(struct ent_pipeline *pipeline, struct ent_error *error)
{
    enum ent_status status = ent_tokenizer_load(&pipeline->tokenizer, error);
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
    for (int i = 0; i < 2; i++)
        ent_parser_free(pipeline->parsers[i]);
}

enum ent_status ent_pipeline_language(struct ent_pipeline *pipeline, struct ent_str lang,
                                      struct ent_error *error)
{
    static const char *const DEFAULTS[] = {"fr/fast.ent", "en/fast.ent"};
    int language = language_of(lang);
    struct ent_buf path;
    enum ent_status status = ENT_OK;
    if (pipeline->parsers[language])
        return ENT_OK;
    ent_buf_init(&path);
    if (pipeline->models[language])
        ent_buf_text(&path, pipeline->models[language]);
    else
        status = ent_data_find(DEFAULTS[language], &path, error);
    if (status == ENT_OK && path.failed)
        status = ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    if (status == ENT_OK)
        status = ent_parser_load(&pipeline->parsers[language], path.data, error);
    ent_buf_clear(&path);
    return status;
}

enum ent_status ent_pipeline_run(const struct ent_pipeline *pipeline,
                                 struct ent_pipeline_scratch *scratch,
                                 struct ent_document *document,
                                 const struct ent_relate_options *options,
                                 struct ent_relations *relations, struct ent_error *error)
{
    int language = language_of(document->lang);
    const struct ent_parser *parser = pipeline->parsers[language];
    struct ent_mentions mentions = {0};
    if (!scratch->parsers[language])
        scratch->parsers[language] = ent_parser_scratch_new(parser);
    if (!scratch->parsers[language])
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    enum ent_status status = ent_tokenize(pipeline->tokenizer, document, error);
    if (status == ENT_OK)
        status = ent_parse(parser, scratch->parsers[language], ENT_PARSE_ALL, document,
                           error);
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
        ent_parser_scratch_free(scratch->parsers[i]);
}
