/* model_parts.c: taking a model file apart again, to train further voters for it. */
#include "parse/model.h"
#include <entente/lines.h>
#include <stdlib.h>

static void copy_block(struct ent_buf *out, struct ent_cursor *in)
{
    struct ent_cursor block = ent_take_block(in);
    ent_buf_reset(out);
    if (!in->bad)
        ent_buf_str(out, (struct ent_str){(const char *)block.data, block.size});
    if (out->failed)
        in->bad = true;
}

static void copy_voters(struct ent_model_parts *parts, uint32_t most, struct ent_cursor *in)
{
    uint32_t count = ent_take_u32(in);
    for (; count > 0 && parts->voter_count < most && !in->bad; count--)
        copy_block(&parts->voters[parts->voter_count++], in);
}

/* The blocks of a model file after its treebanks. */
static enum ent_status take_model(struct ent_model_parts *parts, struct ent_cursor *in,
                                  struct ent_error *error)
{
    struct ent_str *list = NULL;
    uint32_t count = 0;
    ent_take(in, 16);
    ent_take_str(in); /* language */
    ent_take_str(in); /* lexicon */
    bool known = ent_take_u64(in) == parts->lexicon->checksum && !in->bad;
    if (known && ent_take_list(in, &list, &count, 1000)) {
        ent_take_u32(in);
        copy_block(&parts->tagger, in);
        copy_block(&parts->lemmatizer, in);
    }
    free(list);
    list = NULL;
    bool same = known && ent_take_list(in, &list, &count, ENT_LABELS) &&
                count == parts->label_count;
    for (uint32_t i = 0; same && i < count; i++)
        same = ent_str_eq(list[i], parts->labels[i]);
    free(list);
    copy_voters(parts, 1, in);
    return same && !in->bad ? ENT_OK
                            : ent_fail(error, ENT_EFORMAT, 0,
                                       "the model is not from this lexicon and these relations");
}

enum ent_status ent_model_take_parts(struct ent_model_parts *parts, const char *model,
                                     const char *voters, uint32_t most,
                                     struct ent_error *error)
{
    struct ent_parser *parser = NULL;
    enum ent_status status = ent_parser_load(&parser, voters, error); /* checks both files */
    ent_parser_free(parser);
    struct ent_buf bytes;
    ent_buf_init(&bytes);
    if (status == ENT_OK)
        status = ent_read_file(model, &bytes, error);
    if (status == ENT_OK) {
        struct ent_cursor in = {(const uint8_t *)bytes.data, bytes.size, 0, false};
        status = take_model(parts, &in, error);
    }
    ent_buf_clear(&bytes);
    if (status == ENT_OK)
        status = ent_read_file(voters, &bytes, error);
    if (status == ENT_OK) {
        struct ent_cursor in = {(const uint8_t *)bytes.data, bytes.size, 16, false};
        ent_take_str(&in);
        ent_take_u64(&in);
        copy_voters(parts, most, &in);
    }
    ent_buf_clear(&bytes);
    return status;
}
