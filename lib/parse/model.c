/* model.c: the model file in memory. */
#include "parse/model.h"
#include "parse/hash.h"
#include <entente/lines.h>
#include <stdlib.h>

static const struct ent_lexicon no_lexicon;

uint64_t ent_treebank_hash(struct ent_str name)
{
    return name.size ? ent_hash_bytes(name.data, name.size) | 1 : 0;
}

bool ent_arc_classes_make(struct ent_arc_classes *classes, const uint8_t *left,
                          const uint8_t *right, uint32_t labels)
{
    uint32_t k = 2;
    *classes = (struct ent_arc_classes){.left = 2};
    for (uint32_t i = 0; i < labels && k < ENT_ROWS_CLASSES; i++)
        if (left[i])
            classes->label[k++] = (uint8_t)i;
    classes->right = k;
    for (uint32_t i = 0; i < labels && k < ENT_ROWS_CLASSES; i++)
        if (right[i])
            classes->label[k++] = (uint8_t)i;
    classes->count = k;
    return k < ENT_ROWS_CLASSES;
}

static bool take_labels(struct ent_parser *parser, struct ent_cursor *in)
{
    if (!ent_take_list(in, &parser->labels, &parser->label_count, ENT_LABELS))
        return false;
    parser->relations = calloc(parser->label_count + 1u, sizeof *parser->relations);
    if (!parser->relations)
        return false;
    for (uint32_t i = 0; i < parser->label_count; i++) {
        parser->relations[i] = ent_deprel_of(parser->labels[i]);
        if (ent_str_is(parser->labels[i], "parataxis"))
            parser->loose = (uint8_t)i;
        if (ent_str_is(parser->labels[i], "punct"))
            parser->punct = (uint8_t)i;
    }
    return true;
}

static bool take_voter(struct ent_parser *parser, struct ent_cursor *block)
{
    struct ent_arc_model *voter = &parser->voters[parser->voter_count++];
    uint32_t kind = ent_take_u32(block);
    voter->reversed = kind & ENT_KIND_REVERSED;
    voter->guided = kind & ENT_KIND_GUIDED;
    const uint8_t *left = ent_take(block, parser->label_count);
    const uint8_t *right = ent_take(block, parser->label_count);
    return left && right && (!voter->guided || parser->voter_count > ENT_GUIDES) &&
           ent_arc_classes_make(&voter->classes, left, right, parser->label_count) &&
           ent_rows_take(&voter->rows, block) &&
           voter->rows.classes == voter->classes.count;
}

bool ent_model_take_voters(struct ent_parser *parser, struct ent_cursor *in)
{
    uint32_t voters = ent_take_u32(in);
    if (voters > ENT_VOTERS - parser->voter_count || (voters && !parser->label_count))
        return false;
    while (voters-- > 0) {
        struct ent_cursor block = ent_take_block(in);
        if (!take_voter(parser, &block))
            return false;
    }
    return !in->bad;
}

static bool take_all(struct ent_parser *parser, struct ent_cursor *in)
{
    struct ent_cursor tagger = ent_take_block(in), lemmatizer = ent_take_block(in);
    if (in->bad || !ent_tagger_take(&parser->tagger, &tagger) ||
        !ent_lemmatizer_take(&parser->lemmatizer, &lemmatizer) || !take_labels(parser, in))
        return false;
    return ent_model_take_voters(parser, in) && in->at == in->size;
}

static enum ent_status find_lexicon(struct ent_parser *parser, struct ent_cursor *in,
                                    const char *folder, struct ent_error *error)
{
    struct ent_str name = ent_take_str(in);
    uint64_t checksum = ent_take_u64(in);
    if (in->bad || name.size > 200)
        return ent_fail(error, ENT_EFORMAT, 0, "damaged model");
    if (!parser->lexicon) {
        parser->lexicon = name.size ? &parser->own_lexicon : &no_lexicon;
        if (name.size) {
            struct ent_buf path;
            ent_buf_init(&path);
            ent_buf_printf(&path, "%s%.*s", folder, ENT_FMT(name));
            enum ent_status status =
                path.failed ? ENT_EMEMORY
                            : ent_lexicon_load(&parser->own_lexicon, path.data, error);
            ent_buf_clear(&path);
            if (status != ENT_OK)
                return status;
        }
    }
    if (name.size && parser->lexicon->checksum != checksum)
        return ent_fail(error, ENT_EFORMAT, 0, "the lexicon is not the model's");
    return ENT_OK;
}

static enum ent_status open_bytes(struct ent_parser *parser, const char *folder,
                                  struct ent_error *error)
{
    struct ent_cursor in = {(const uint8_t *)parser->bytes.data, parser->bytes.size, 0,
                            false};
    const uint8_t *magic = ent_take(&in, 8);
    parser->checksum = ent_take_u64(&in);
    if (in.bad || memcmp(magic, ENT_MODEL_MAGIC, 8) != 0)
        return ent_fail(error, ENT_EFORMAT, 0, "not a model of this version");
    if (ent_hash_file(in.data + in.at, in.size - in.at) != parser->checksum)
        return ent_fail(error, ENT_EFORMAT, 0, "damaged model (checksum)");
    struct ent_str lang = ent_take_str(&in);
    if (in.bad || lang.size >= sizeof parser->lang)
        return ent_fail(error, ENT_EFORMAT, 0, "damaged model");
    if (lang.size)
        memcpy(parser->lang, lang.data, lang.size);
    enum ent_status status = find_lexicon(parser, &in, folder, error);
    if (status != ENT_OK)
        return status;
    bool ok = ent_take_list(&in, &parser->treebanks, &parser->treebank_count, 1000);
    parser->default_treebank = ent_take_u32(&in);
    if (!ok || parser->default_treebank > parser->treebank_count || !take_all(parser, &in))
        return ent_fail(error, ENT_EFORMAT, 0, "damaged model");
    return ENT_OK;
}

enum ent_status ent_parser_open(struct ent_parser **parser, struct ent_buf *bytes,
                                const char *folder, const struct ent_lexicon *lexicon,
                                struct ent_error *error)
{
    *parser = calloc(1, sizeof **parser);
    if (!*parser) {
        ent_buf_clear(bytes);
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    }
    (*parser)->bytes = *bytes;
    ent_buf_init(bytes);
    (*parser)->lexicon = lexicon;
    enum ent_status status = open_bytes(*parser, folder, error);
    if (status != ENT_OK) {
        ent_parser_free(*parser);
        *parser = NULL;
    }
    return status;
}

void ent_parser_free(struct ent_parser *parser)
{
    if (!parser)
        return;
    free(parser->treebanks);
    free(parser->labels);
    free(parser->relations);
    for (uint32_t i = 0; i < parser->voter_count; i++)
        ent_rows_clear(&parser->voters[i].rows);
    ent_tagger_clear(&parser->tagger);
    ent_lemmatizer_clear(&parser->lemmatizer);
    ent_lexicon_clear(&parser->own_lexicon);
    ent_buf_clear(&parser->bytes);
    ent_buf_clear(&parser->more);
    free(parser);
}

const char *ent_parser_lang(const struct ent_parser *parser)
{
    return parser->lang;
}
