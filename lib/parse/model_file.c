/* model_file.c: reading and writing model files. */
#include "parse/hash.h"
#include "parse/model.h"
#include <entente/lines.h>
#include <stdlib.h>

/* The folder of a path with its slash, malloc'ed. */
static char *folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    size_t size = slash ? (size_t)(slash - path) + 1 : 0;
    char *folder = calloc(size + 1, 1);
    if (folder)
        memcpy(folder, path, size);
    return folder;
}

static enum ent_status load_model(struct ent_parser **parser, const char *path,
                                  struct ent_error *error)
{
    struct ent_buf bytes;
    ent_buf_init(&bytes);
    char *folder = folder_of(path);
    enum ent_status status = folder ? ent_read_file(path, &bytes, error)
                                    : ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    if (status == ENT_OK)
        status = ent_parser_open(parser, &bytes, folder, NULL, error);
    ent_buf_clear(&bytes);
    free(folder);
    return status;
}

/* A file of further voters: load the model it belongs to, then them. Takes the bytes over. */
static enum ent_status open_voters(struct ent_parser **parser, struct ent_buf *bytes,
                                   const char *folder, struct ent_error *error)
{
    struct ent_cursor in = {(const uint8_t *)bytes->data, bytes->size, 8, false};
    struct ent_buf path;
    ent_buf_init(&path);
    uint64_t checksum = ent_take_u64(&in);
    bool whole = ent_hash_file(in.data + in.at, in.size - in.at) == checksum;
    struct ent_str base = ent_take_str(&in);
    uint64_t wanted = ent_take_u64(&in);
    enum ent_status status = ENT_OK;
    if (!whole || in.bad || base.size > 200)
        status = ent_fail(error, ENT_EFORMAT, 0, "damaged model (checksum)");
    ent_buf_printf(&path, "%s%.*s", folder, ENT_FMT(base));
    if (status == ENT_OK && path.failed)
        status = ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    if (status == ENT_OK)
        status = load_model(parser, path.data, error);
    if (status == ENT_OK && (*parser)->checksum != wanted)
        status = ent_fail(error, ENT_EFORMAT, 0, "the voters are not those of %s",
                          path.data);
    if (status == ENT_OK) {
        (*parser)->more = *bytes;
        ent_buf_init(bytes);
        if (!ent_model_take_voters(*parser, &in) || in.at != in.size)
            status = ent_fail(error, ENT_EFORMAT, 0, "damaged model");
    }
    ent_buf_clear(&path);
    ent_buf_clear(bytes);
    return status;
}

/* Let the message say which file is meant. */
static void name_file(struct ent_error *error, const char *path)
{
    char text[sizeof error->text];
    if (!error || strstr(error->text, path))
        return;
    memcpy(text, error->text, sizeof text);
    ent_fail(error, error->status, 0, "%s: %s", path, text);
}

enum ent_status ent_parser_load(struct ent_parser **parser, const char *path,
                                struct ent_error *error)
{
    struct ent_buf bytes;
    ent_buf_init(&bytes);
    *parser = NULL;
    char *folder = folder_of(path);
    enum ent_status status = folder ? ent_read_file(path, &bytes, error)
                                    : ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    if (status != ENT_OK)
        ent_buf_clear(&bytes);
    else if (bytes.size >= 16 && memcmp(bytes.data, ENT_VOTERS_MAGIC, 8) == 0)
        status = open_voters(parser, &bytes, folder, error);
    else
        status = ent_parser_open(parser, &bytes, folder, NULL, error);
    if (status != ENT_OK) {
        ent_parser_free(*parser);
        *parser = NULL;
        name_file(error, path);
    }
    free(folder);
    return status;
}

static void put_voters(struct ent_buf *out, const struct ent_model_parts *parts,
                       uint32_t from, uint32_t to)
{
    ent_put_u32(out, to - from);
    for (uint32_t i = from; i < to; i++)
        ent_put_block(out, &parts->voters[i]);
}

/* Magic, checksum, body; frees the body. */
static void seal(struct ent_buf *out, const char *magic, struct ent_buf *body)
{
    ent_buf_text(out, magic);
    ent_put_u64(out, ent_hash_file((const uint8_t *)body->data, body->size));
    ent_buf_str(out, ent_buf_view(body));
    if (body->failed)
        out->failed = true;
    ent_buf_clear(body);
}

void ent_model_put(struct ent_buf *out, const struct ent_model_parts *parts, bool all)
{
    struct ent_buf body;
    ent_buf_init(&body);
    ent_put_str(&body, ent_str_of(parts->lang));
    ent_put_str(&body, ent_str_of(parts->lexicon_name));
    ent_put_u64(&body, parts->lexicon->checksum);
    ent_put_list(&body, parts->treebanks, parts->treebank_count);
    ent_put_u32(&body, parts->default_treebank);
    ent_put_block(&body, &parts->tagger);
    ent_put_block(&body, &parts->lemmatizer);
    ent_put_list(&body, parts->labels, parts->label_count);
    put_voters(&body, parts, 0, parts->voter_count > 1 && !all ? 1 : parts->voter_count);
    seal(out, ENT_MODEL_MAGIC, &body);
}

void ent_model_put_voters(struct ent_buf *out, const struct ent_model_parts *parts,
                          const char *base, struct ent_str model)
{
    struct ent_buf body;
    ent_buf_init(&body);
    ent_put_str(&body, ent_str_of(base));
    ent_put_u64(&body, ent_get_u64((const uint8_t *)model.data + 8));
    put_voters(&body, parts, 1, parts->voter_count);
    seal(out, ENT_VOTERS_MAGIC, &body);
}
