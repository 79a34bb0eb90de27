/* models.c: the models of the languages, loaded when first needed. */
#include <entente/data.h>
#include <entente/parse.h>
#include <stdlib.h>

enum { LANGUAGES = 2 };

static const char *const NAMES[LANGUAGES] = {"fr", "en"};

struct ent_models {
    struct ent_parser *parsers[LANGUAGES];
    char kind[16];
};

struct ent_models *ent_models_new(const char *kind)
{
    struct ent_models *models = calloc(1, sizeof *models);
    if (models && strlen(kind) < sizeof models->kind)
        memcpy(models->kind, kind, strlen(kind));
    return models;
}

void ent_models_free(struct ent_models *models)
{
    for (int i = 0; models && i < LANGUAGES; i++)
        ent_parser_free(models->parsers[i]);
    free(models);
}

/* "fr-CA" is French; whatever has no model is parsed as English. */
static int language_of(struct ent_str lang)
{
    for (int i = 0; i < LANGUAGES; i++)
        if (lang.size >= 2 && (lang.data[0] | 32) == NAMES[i][0] &&
            (lang.data[1] | 32) == NAMES[i][1] &&
            (lang.size == 2 || lang.data[2] == '-' || lang.data[2] == '_'))
            return i;
    return 1;
}

enum ent_status ent_models_get(struct ent_models *models, struct ent_str lang,
                               const struct ent_parser **parser, struct ent_error *error)
{
    int i = language_of(lang);
    *parser = models->parsers[i];
    if (*parser)
        return ENT_OK;
    struct ent_buf name, path;
    ent_buf_init(&name);
    ent_buf_init(&path);
    ent_buf_printf(&name, "%s/%s.ent", NAMES[i], models->kind);
    enum ent_status status = name.failed ? ent_fail(error, ENT_EMEMORY, 0, "out of memory")
                                         : ent_data_find(name.data, &path, error);
    if (status == ENT_OK)
        status = ent_parser_load(&models->parsers[i], path.data, error);
    *parser = models->parsers[i];
    ent_buf_clear(&name);
    ent_buf_clear(&path);
    return status;
}
