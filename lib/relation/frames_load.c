/* frames_load.c: find and read the data files of both languages. */
#include "relation/frames.h"

#include <dirent.h>
#include <entente/data.h>
#include <entente/lines.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

typedef enum ent_status parse_line(struct ent_frames *frames,
                                   struct ent_language *language, struct ent_str line,
                                   struct ent_error *error);

static enum ent_status parse_frame(struct ent_frames *frames,
                                   struct ent_language *language, struct ent_str line,
                                   struct ent_error *error)
{
    return ent_frame_parse(frames, language, line, error);
}

static enum ent_status parse_support(struct ent_frames *frames,
                                     struct ent_language *language, struct ent_str line,
                                     struct ent_error *error)
{
    (void)frames;
    return ent_support_parse(language, line, error);
}

static enum ent_status parse_preposition(struct ent_frames *frames,
                                         struct ent_language *language,
                                         struct ent_str line, struct ent_error *error)
{
    (void)frames;
    return ent_preposition_parse(language, line, error);
}

static enum ent_status parse_operator(struct ent_frames *frames,
                                      struct ent_language *language, struct ent_str line,
                                      struct ent_error *error)
{
    (void)frames;
    return ent_operator_parse(language, line, error);
}

static enum ent_status parse_time(struct ent_frames *frames,
                                  struct ent_language *language, struct ent_str line,
                                  struct ent_error *error)
{
    (void)frames;
    return ent_time_parse(language, line, error);
}

static enum ent_status parse_form(struct ent_frames *frames,
                                  struct ent_language *language, struct ent_str line,
                                  struct ent_error *error)
{
    (void)frames;
    return ent_form_parse(language, line, error);
}

/* Put the name of the file before a message about one of its lines. */
static enum ent_status explain(const char *path, size_t line, enum ent_status status,
                               struct ent_error *error)
{
    if (!error || status == ENT_OK)
        return status;
    const char *slash = strrchr(path, '/');
    char text[sizeof error->text];
    memcpy(text, error->text, sizeof text);
    return ent_fail(error, status, line, "%.60s:%zu: %.110s", slash ? slash + 1 : path,
                    line, text);
}

static enum ent_status read_lines(struct ent_frames *frames,
                                  struct ent_language *language, const char *path,
                                  FILE *file, parse_line *parse, struct ent_error *error)
{
    struct ent_lines lines;
    struct ent_str line;
    enum ent_status status;
    ent_lines_init(&lines, file);
    while ((status = ent_lines_next(&lines, &line, error)) == ENT_OK) {
        if (line.size == 0 || line.data[0] == '#')
            continue;
        if (ent_str_is(line, "language\tfr")) {
            language = &frames->fr;
            continue;
        }
        if (ent_str_is(line, "language\ten")) {
            language = &frames->en;
            continue;
        }
        if ((status = parse(frames, language, line, error)) != ENT_OK)
            break;
    }
    size_t number = lines.line;
    ent_lines_clear(&lines);
    return status == ENT_END ? ENT_OK : explain(path, number, status, error);
}

static enum ent_status read_file(struct ent_frames *frames, struct ent_language *language,
                                 const char *path, parse_line *parse,
                                 struct ent_error *error)
{
    FILE *file = fopen(path, "r");
    if (!file)
        return ent_fail(error, ENT_EMISSING, 0, "cannot open \"%.120s\": %s", path,
                        strerror(errno));
    enum ent_status status = read_lines(frames, language, path, file, parse, error);
    fclose(file);
    return status;
}

static enum ent_status read_named(struct ent_frames *frames,
                                  struct ent_language *language, const char *name,
                                  parse_line *parse, struct ent_error *error)
{
    struct ent_buf path;
    char full[64];
    ent_buf_init(&path);
    snprintf(full, sizeof full, "%s/%s", language->code, name);
    enum ent_status status = ent_data_find(full, &path, error);
    if (status == ENT_OK)
        status = read_file(frames, language, path.data, parse, error);
    ent_buf_clear(&path);
    return status;
}

static int is_frame_file(const struct dirent *entry)
{
    struct ent_str name = ent_str_of(entry->d_name);
    return ent_str_starts(name, ENT_STR("frames")) && ent_str_ends(name, ENT_STR(".tsv"));
}

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

/* All frames*.tsv of a folder, in the order of their names. */
static enum ent_status read_folder(struct ent_frames *frames,
                                   struct ent_language *language, struct ent_str folder,
                                   struct ent_error *error)
{
    struct dirent **entries = NULL;
    struct ent_buf path;
    enum ent_status status = ENT_OK;
    ent_buf_init(&path);
    ent_buf_str(&path, folder);
    size_t length = path.size;
    int count = path.data ? scandir(path.data, &entries, is_frame_file, by_bytes) : -1;
    if (count < 0)
        status = ent_fail(error, ENT_EMISSING, 0, "cannot read the folder of the frames");
    for (int i = 0; i < count; i++) {
        path.size = length;
        ent_buf_text(&path, entries[i]->d_name);
        if (status == ENT_OK && path.failed)
            status = ent_fail(error, ENT_EMEMORY, 0, "out of memory");
        if (status == ENT_OK) {
            language->files++;
            status = read_file(frames, language, path.data, parse_frame, error);
        }
        free(entries[i]);
    }
    free(entries);
    ent_buf_clear(&path);
    return status;
}

static enum ent_status read_frames(struct ent_frames *frames,
                                   struct ent_language *language, struct ent_error *error)
{
    struct ent_buf path;
    char name[32];
    ent_buf_init(&path);
    snprintf(name, sizeof name, "%s/status.tsv", language->code);
    enum ent_status status = ent_data_find(name, &path, error);
    if (status == ENT_OK) {
        struct ent_str folder = ent_buf_view(&path);
        folder.size -= strlen("status.tsv");
        status = read_folder(frames, language, folder, error);
    }
    ent_buf_clear(&path);
    return status;
}

static enum ent_status load_language(struct ent_frames *frames,
                                     struct ent_language *language, const char *code,
                                     struct ent_error *error)
{
    bool french = strcmp(code, "fr") == 0;
    language->code = code;
    ent_map_init(&language->words);
    ent_map_init(&language->keys);
    language->de = ent_language_word(language, french ? ENT_STR("de") : ENT_STR("of"));
    language->par = ent_language_word(language, french ? ENT_STR("par") : ENT_STR("by"));
    language->to = ent_language_word(language, french ? ENT_STR("à") : ENT_STR("to"));
    language->entre =
        ent_language_word(language, french ? ENT_STR("entre") : ENT_STR("between"));
    language->for_ =
        ent_language_word(language, french ? ENT_STR("pour") : ENT_STR("for"));
    language->from =
        ent_language_word(language, french ? ENT_STR("issu de") : ENT_STR("from"));
    language->no_prep = ent_language_word(language, ENT_STR("-"));
    if (language->no_prep == ENT_MAP_NONE)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    enum ent_status status =
        read_named(frames, language, "prepositions.tsv", parse_preposition, error);
    if (status == ENT_OK)
        status = read_named(frames, language, "support.tsv", parse_support, error);
    if (status == ENT_OK)
        status = read_named(frames, language, "status.tsv", parse_operator, error);
    if (status == ENT_OK)
        status = read_named(frames, language, "forms.tsv", parse_form, error);
    if (status == ENT_OK)
        status = read_named(frames, language, "dates.tsv", parse_time, error);
    return status == ENT_OK ? read_frames(frames, language, error) : status;
}

/* completion.tsv: CUE, weight; and the least chance under the name "least" */
static enum ent_status parse_cue(struct ent_frames *frames, struct ent_language *language,
                                 struct ent_str line, struct ent_error *error)
{
    struct ent_str name, value;
    double weight = 0;
    (void)language;
    if (!ent_str_split(&line, '\t', &name) || !ent_str_split(&line, '\t', &value) ||
        !ent_str_double(value, &weight))
        return ent_fail(error, ENT_EFORMAT, 0, "a cue and its weight expected");
    if (ent_str_is(name, "least")) {
        frames->least_chance = weight;
        return ENT_OK;
    }
    uint32_t index = ent_map_add(&frames->cues, name, NULL);
    if (index == ENT_MAP_NONE ||
        !ent_frames_grow((void **)&frames->cue_weights, &frames->cue_capacity, index,
                         sizeof *frames->cue_weights))
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    frames->cue_weights[index] = weight;
    return ENT_OK;
}

/* confidence.tsv: SIGN, weight */
static enum ent_status parse_sign(struct ent_frames *frames,
                                  struct ent_language *language, struct ent_str line,
                                  struct ent_error *error)
{
    struct ent_str name, value;
    double weight = 0;
    (void)language;
    if (!ent_str_split(&line, '\t', &name) || !ent_str_split(&line, '\t', &value)
        || !ent_str_double(value, &weight))
        return ent_fail(error, ENT_EFORMAT, 0, "a sign and its weight expected");
    uint32_t index = ent_map_add(&frames->signs, name, NULL);
    if (index == ENT_MAP_NONE
        || !ent_frames_grow((void **)&frames->sign_weights, &frames->sign_capacity, index,
                            sizeof *frames->sign_weights))
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    frames->sign_weights[index] = weight;
    return ENT_OK;
}

static enum ent_status read_signs(struct ent_frames *frames, struct ent_error *error)
{
    struct ent_buf path;
    ent_buf_init(&path);
    enum ent_status status = ent_data_find("confidence.tsv", &path, error);
    if (status == ENT_OK)
        status = read_file(frames, &frames->fr, path.data, parse_sign, error);
    if (status == ENT_OK)
        status = ent_data_find("plover.tsv", &path, error);
    if (status == ENT_OK)
        status = read_file(frames, &frames->fr, path.data, ent_plover_parse, error);
    if (status == ENT_OK)
        status = ent_data_find("completion.tsv", &path, error);
    if (status == ENT_OK)
        status = read_file(frames, &frames->fr, path.data, parse_cue, error);
    ent_buf_clear(&path);
    return status;
}

enum ent_status ent_frames_load(struct ent_frames **result, const char *const *extra,
                                size_t extra_count, struct ent_error *error)
{
    struct ent_frames *frames = calloc(1, sizeof *frames);
    if (!frames)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    ent_arena_init(&frames->arena);
    ent_map_init(&frames->signs);
    ent_map_init(&frames->cues);
    memset(frames->plover.of_relation, -1, sizeof frames->plover.of_relation);
    enum ent_status status = read_signs(frames, error);
    if (status == ENT_OK)
        status = load_language(frames, &frames->fr, "fr", error);
    if (status == ENT_OK)
        status = load_language(frames, &frames->en, "en", error);
    for (size_t i = 0; i < extra_count && status == ENT_OK; i++) {
        frames->fr.files++;
        frames->en.files++;
        status = read_file(frames, &frames->fr, extra[i], parse_frame, error);
    }
    if (status == ENT_OK)
        status = ent_language_compile(&frames->fr, error);
    if (status == ENT_OK)
        status = ent_language_compile(&frames->en, error);
    if (status == ENT_OK)
        *result = frames;
    else
        ent_frames_free(frames);
    return status;
}

static void clear_language(struct ent_language *language)
{
    ent_map_clear(&language->words);
    ent_map_clear(&language->keys);
    free(language->pool);
    free(language->frames);
    free(language->supports);
    free(language->expressions);
    free(language->links);
    free(language->operators);
    free(language->listed);
    free(language->frame_file);
    for (int i = 0; i < ENT_TRIGGER_KINDS; i++)
        free(language->by_head[i]);
    for (int i = 0; i < ENT_OP_KINDS; i++)
        free(language->effects[i]);
    free(language->supports_by_head);
    free(language->expressions_by_word);
    free(language->lists);
    free(language->irregulars);
    free(language->lemma_of);
    free(language->times);
    free(language->times_by_word);
}

void ent_frames_free(struct ent_frames *frames)
{
    if (!frames)
        return;
    clear_language(&frames->fr);
    clear_language(&frames->en);
    ent_map_clear(&frames->signs);
    free(frames->sign_weights);
    ent_map_clear(&frames->cues);
    free(frames->cue_weights);
    ent_arena_clear(&frames->arena);
    free(frames);
}
