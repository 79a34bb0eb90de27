/* The transition system, the committed models, damaged models, long and odd input. */
#include "unit.h"
#include "parse/arcs.h"
#include "parse/hash.h"
#include "parse/model.h"
#include <entente/conllu.h>
#include <entente/data.h>
#include <entente/lines.h>
#include <entente/parse.h>
#include <entente/random.h>
#include <entente/text.h>
#include <stdlib.h>

static struct ent_parser *parser;
static struct ent_tokenizer *tokenizer;
static char model_path[4096];

static int set_up(void **state)
{
    (void)state;
    struct ent_error error = {0};
    struct ent_buf path;
    ent_buf_init(&path);
    if (ent_data_find("fr/fast.ent", &path, &error) != ENT_OK ||
        path.size >= sizeof model_path)
        return -1;
    memcpy(model_path, path.data, path.size + 1);
    ent_buf_clear(&path);
    return ent_parser_load(&parser, model_path, &error) == ENT_OK &&
                   ent_tokenizer_load(&tokenizer, &error) == ENT_OK
               ? 0
               : -1;
}

static int tear_down(void **state)
{
    (void)state;
    ent_parser_free(parser);
    ent_tokenizer_free(tokenizer);
    return 0;
}

static struct ent_document *parse_text(const struct ent_parser *with, struct ent_str text)
{
    struct ent_error error;
    struct ent_document *document = ent_document_new();
    document->lang = ENT_STR("fr");
    document->text = ent_arena_dup(&document->arena, text);
    assert_int_equal(ent_tokenize(tokenizer, document, &error), ENT_OK);
    struct ent_parser_scratch *scratch = ent_parser_scratch_new(with);
    assert_int_equal(ent_parse(with, scratch, ENT_PARSE_ALL, document, &error), ENT_OK);
    ent_parser_scratch_free(scratch);
    return document;
}

/* One root, no cycle, all columns filled. */
static void check_trees(const struct ent_document *document)
{
    for (uint32_t s = 0; s < document->sentence_count; s++) {
        const struct ent_sentence *sentence = &document->sentences[s];
        int32_t roots = 0, count = (int32_t)sentence->word_count;
        for (int32_t w = 1; w <= count; w++) {
            const struct ent_word *word = &sentence->words[w];
            int32_t steps = 0;
            roots += word->head == 0;
            assert_true(word->head >= 0 && word->head <= count && word->head != w);
            assert_true(word->upos != ENT_UPOS_NONE && word->lemma.size > 0 &&
                        word->feats.size > 0 && word->deprel.size > 0);
            assert_int_equal(ent_str_is(word->deprel, "root"), word->head == 0);
            for (int32_t up = w; up != 0 && steps <= count; steps++)
                up = sentence->words[up].head;
            assert_true(steps <= count);
        }
        assert_int_equal(roots, count > 0);
    }
}

static void parses_a_sentence(void **state)
{
    (void)state;
    struct ent_document *d =
        parse_text(parser, ENT_STR("La ministre belge rencontre le président polonais."));
    assert_int_equal(d->sentence_count, 1);
    const struct ent_word *w = d->sentences[0].words;
    check_trees(d);
    assert_int_equal(w[2].upos, ENT_NOUN);
    assert_int_equal(w[2].head, 4);
    assert_int_equal(w[2].rel, ENT_REL_NSUBJ);
    assert_int_equal(w[4].upos, ENT_VERB);
    assert_str(w[4].lemma, "rencontrer");
    assert_int_equal(w[4].head, 0);
    assert_int_equal(w[6].head, 4);
    assert_int_equal(w[6].rel, ENT_REL_OBJ);
    assert_true(w[2].morph & ENT_SING);
    ent_document_free(d);
}

/* Any bytes that are text get a tree. */
static void odd_input(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "", " ", "?", "...", "\xF0\x9F\x98\x80\xF0\x9F\x98\x80 \xF0\x9F\x98\x80",
        "LE PRESIDENT A L'ELYSEE ACCUSE MOSCOU", "\xE2\x80\x8B\xCC\x81 a\xCC\x81",
        "\xD0\x9F\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82 \xE4\xBD\xA0\xE5\xA5\xBD",
        "He said: « non », and left", "a\tb\tc _ _ | = #"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct ent_document *d = parse_text(parser, ent_str_of(texts[i]));
        check_trees(d);
        ent_document_free(d);
    }
}

/* The tokenizer makes no sentences of more than 1,000 tokens; other programs may. */
static void a_very_long_sentence(void **state)
{
    (void)state;
    struct ent_error error;
    FILE *file = tmpfile();
    for (int i = 1; i <= 5000; i++)
        fprintf(file, "%d\tmot\t_\t_\t_\t_\t_\t_\t_\t_\n", i);
    fputs("\n", file);
    rewind(file);
    struct ent_document *d = ent_document_new();
    struct ent_conllu_reader *reader = ent_conllu_reader_new(file, "long");
    struct ent_parser_scratch *scratch = ent_parser_scratch_new(parser);
    assert_int_equal(ent_conllu_read(reader, d, &error), ENT_OK);
    assert_int_equal(ent_parse(parser, scratch, ENT_PARSE_ALL, d, &error), ENT_OK);
    assert_int_equal(d->sentences[0].word_count, 5000);
    check_trees(d);
    ent_parser_scratch_free(scratch);
    ent_conllu_reader_free(reader);
    ent_document_free(d);
    fclose(file);
}

static void levels_keep_columns(void **state)
{
    (void)state;
    struct ent_error error;
    struct ent_document *d = parse_text(parser, ENT_STR("Paris accuse Londres."));
    struct ent_parser_scratch *scratch = ent_parser_scratch_new(parser);
    struct ent_word *w = d->sentences[0].words;
    w[1].lemma = ENT_STR("kept");
    w[1].head = 77;
    assert_int_equal(ent_parse(parser, scratch, ENT_PARSE_TREES, d, &error), ENT_OK);
    assert_str(w[1].lemma, "kept");
    assert_int_not_equal(w[1].head, 77);
    w[1].head = 77;
    assert_int_equal(ent_parse(parser, scratch, ENT_PARSE_TAGS, d, &error), ENT_OK);
    assert_int_equal(w[1].head, 77);
    assert_true(!ent_str_is(w[1].lemma, "kept"));
    assert_int_equal(ent_parser_scratch_treebank(scratch, "nowhere", &error), ENT_EMISSING);
    assert_int_equal(ent_parser_scratch_treebank(scratch, "gsd", &error), ENT_OK);
    ent_parser_scratch_free(scratch);
    ent_document_free(d);
}

/* Bytes changed anywhere, with the checksum put right: refused, or harmless. */
static void damaged_models(void **state)
{
    (void)state;
    struct ent_buf file, copy;
    struct ent_error error;
    struct ent_random random;
    size_t opened = 0;
    ent_buf_init(&file);
    ent_random_init(&random, 5);
    assert_int_equal(ent_read_file(model_path, &file, &error), ENT_OK);
    for (int i = 0; i < 60; i++) {
        struct ent_parser *damaged;
        size_t size = file.size, changes = 1 + ent_random_below(&random, 30);
        if (i % 4 == 0)
            size = 16 + ent_random_below(&random, file.size - 16);
        ent_buf_init(&copy);
        ent_buf_add(&copy, file.data, size);
        for (size_t k = 0; k < changes; k++) {
            size_t range = k % 2 ? size - 16 : (size < 4096 ? size : 4096) - 16;
            copy.data[16 + ent_random_below(&random, range)] =
                (char)ent_random_below(&random, 256);
        }
        uint64_t sum = ent_hash_file((uint8_t *)copy.data + 16, size - 16);
        for (int b = 0; b < 8; b++)
            copy.data[8 + b] = (char)(sum >> (8 * b) & 255);
        if (ent_parser_open(&damaged, &copy, "", parser->lexicon, &error) != ENT_OK)
            continue;
        opened++;
        ent_document_free(parse_text(damaged, ENT_STR("L'Iran menace encore la Suède.")));
        ent_parser_free(damaged);
    }
    assert_true(opened < 60);
    copy = (struct ent_buf){0};
    ent_buf_add(&copy, file.data, file.size);
    copy.data[file.size / 2] = (char)(copy.data[file.size / 2] ^ 1);
    struct ent_parser *damaged;
    assert_int_equal(ent_parser_open(&damaged, &copy, "", parser->lexicon, &error),
                     ENT_EFORMAT);
    ent_buf_clear(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parses_a_sentence), cmocka_unit_test(odd_input),
        cmocka_unit_test(a_very_long_sentence), cmocka_unit_test(levels_keep_columns),
        cmocka_unit_test(damaged_models)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
