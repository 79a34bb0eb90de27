/* evaluate_file.c: parsing a treebank again and comparing. */
#include <entente/conllu.h>
#include <entente/evaluate.h>
#include <stdlib.h>

/* Does a new paragraph or document begin with this sentence? */
static bool begins(const struct ent_sentence *sentence)
{
    for (uint32_t i = 0; i < sentence->comment_count; i++)
        if (ent_str_starts(sentence->comments[i], ENT_STR("# newpar")) ||
            ent_str_starts(sentence->comments[i], ENT_STR("# newdoc")))
            return true;
    return false;
}

static void add_form(struct ent_buf *buf, struct ent_str form, struct ent_str misc)
{
    ent_buf_str(buf, form);
    if (!ent_str_is(ent_misc_get(misc, "SpaceAfter"), "No"))
        ent_buf_char(buf, ' ');
}

/* The text as the shared task made it: tokens, a space where SpaceAfter=No does not forbid
 * it, an empty line before a paragraph. */
static void add_sentence(struct ent_buf *buf, const struct ent_sentence *sentence)
{
    uint32_t next = 0;
    for (int32_t w = 1; w <= (int32_t)sentence->word_count; w++) {
        if (next < sentence->multiword_count && sentence->multiwords[next].first == w) {
            const struct ent_multiword *token = &sentence->multiwords[next++];
            add_form(buf, token->form, token->misc);
            w = token->last;
        } else {
            add_form(buf, sentence->words[w].form, sentence->words[w].misc);
        }
    }
}

static enum ent_status raw_copy(const struct ent_evaluate_options *options,
                                const struct ent_document *gold,
                                struct ent_document *copy, struct ent_error *error)
{
    struct ent_buf text;
    ent_buf_init(&text);
    for (uint32_t i = 0; i < gold->sentence_count; i++) {
        if (i > 0 && begins(&gold->sentences[i]))
            ent_buf_text(&text, "\n\n");
        add_sentence(&text, &gold->sentences[i]);
    }
    ent_document_reset(copy);
    copy->lang = ent_str_of(ent_parser_lang(options->parser));
    copy->text = ent_arena_dup(&copy->arena, ent_buf_view(&text));
    bool failed = text.failed || !copy->text.data;
    ent_buf_clear(&text);
    return failed ? ent_fail(error, ENT_EMEMORY, 0, "out of memory")
                  : ent_tokenize(options->tokenizer, copy, error);
}

/* The readers of the gold file and of the copy to be parsed go in step. */
struct pair {
    struct ent_conllu_reader *gold_reader, *copy_reader;
    struct ent_document *gold, *copy;
    struct ent_parser_scratch *scratch;
};

static enum ent_status evaluate_all(const struct ent_evaluate_options *options,
                                    struct pair *pair, struct ent_evaluation *evaluation,
                                    struct ent_error *error)
{
    for (;;) {
        enum ent_status status = ent_conllu_read(pair->gold_reader, pair->gold, error);
        if (status != ENT_OK)
            return status == ENT_END ? ENT_OK : status;
        status = options->tokenizer
                     ? raw_copy(options, pair->gold, pair->copy, error)
                     : ent_conllu_read(pair->copy_reader, pair->copy, error);
        if (status == ENT_OK)
            status = ent_parse(options->parser, pair->scratch, options->level, pair->copy,
                               error);
        if (status == ENT_OK)
            status = ent_evaluate(evaluation, pair->gold, pair->copy, error);
        if (status != ENT_OK)
            return status;
    }
}

static enum ent_status open_pair(const struct ent_evaluate_options *options,
                                 const char *path, FILE *files[2], struct pair *pair,
                                 struct ent_error *error)
{
    for (int i = 0; i < 2; i++)
        if (!(files[i] = fopen(path, "rb")))
            return ent_fail(error, ENT_EMISSING, 0, "cannot open %s", path);
    pair->gold_reader = ent_conllu_reader_new(files[0], path);
    pair->copy_reader = ent_conllu_reader_new(files[1], path);
    pair->gold = ent_document_new();
    pair->copy = ent_document_new();
    pair->scratch = ent_parser_scratch_new(options->parser);
    if (!pair->gold_reader || !pair->copy_reader || !pair->gold || !pair->copy ||
        !pair->scratch)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    return options->treebank
               ? ent_parser_scratch_treebank(pair->scratch, options->treebank, error)
               : ENT_OK;
}

enum ent_status ent_evaluate_file(const struct ent_evaluate_options *options,
                                  const char *path, struct ent_evaluation *evaluation,
                                  struct ent_error *error)
{
    FILE *files[2] = {NULL, NULL};
    struct pair pair = {0};
    enum ent_status status = open_pair(options, path, files, &pair, error);
    if (status == ENT_OK)
        status = evaluate_all(options, &pair, evaluation, error);
    if (status == ENT_OK && ent_conllu_errors(pair.gold_reader))
        status = ent_fail(error, ENT_EFORMAT, 0, "malformed sentences in %s", path);
    ent_conllu_reader_free(pair.gold_reader);
    ent_conllu_reader_free(pair.copy_reader);
    ent_document_free(pair.gold);
    ent_document_free(pair.copy);
    ent_parser_scratch_free(pair.scratch);
    for (int i = 0; i < 2; i++)
        if (files[i])
            fclose(files[i]);
    return status;
}
