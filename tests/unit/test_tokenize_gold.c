/* Tokenisation against treebanks that no rule or weight was made from, as the CoNLL 2018
 * task scores it: raw text is the sentences' text, words and sentences are compared as
 * spans over the characters that are no white space. Skipped where the treebanks are
 * absent. */
#include <entente/conllu.h>
#include <entente/map.h>
#include <entente/text.h>
#include <entente/utf8.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#define TREEBANKS TEST_SOURCE_DIR "/../../shared/ud"

/* Words and sentence ends as keys "start:end:part:form" of one analysis. */
struct analysis {
    struct ent_map words, sentences;
    size_t at; /* characters so far */
};

static size_t visible(struct ent_str text)
{
    size_t count = 0;
    for (size_t pos = 0; pos < text.size;)
        count += ent_utf8_class(ent_utf8_next(text, &pos)) != ENT_CLASS_SPACE;
    return count;
}

static void add_key(struct ent_map *map, size_t start, size_t end, int part,
                    struct ent_str form)
{
    struct ent_buf key;
    ent_buf_init(&key);
    ent_buf_printf(&key, "%zu:%zu:%d:%.*s", start, end, part, ENT_FMT(form));
    ent_map_add(map, ent_buf_view(&key), NULL);
    ent_buf_clear(&key);
}

static void add_sentence(struct analysis *analysis, const struct ent_sentence *sentence)
{
    size_t begin = analysis->at;
    uint32_t m = 0;
    for (int32_t i = 1; i <= (int32_t)sentence->word_count; i++) {
        size_t start = analysis->at;
        if (m == sentence->multiword_count || sentence->multiwords[m].first != i) {
            analysis->at += visible(sentence->words[i].form);
            add_key(&analysis->words, start, analysis->at, 0, ENT_STR(""));
            continue;
        }
        const struct ent_multiword *multiword = &sentence->multiwords[m++];
        analysis->at += visible(multiword->form);
        for (; i <= multiword->last; i++)
            add_key(&analysis->words, start, analysis->at, i - multiword->first,
                    sentence->words[i].form);
        i = multiword->last;
    }
    add_key(&analysis->sentences, begin, analysis->at, 0, ENT_STR(""));
}

static void add_document(struct analysis *analysis, const struct ent_document *document)
{
    for (uint32_t i = 0; i < document->sentence_count; i++)
        add_sentence(analysis, &document->sentences[i]);
}

static double f1(const struct ent_map *gold, const struct ent_map *system)
{
    size_t right = 0;
    for (uint32_t i = 0; i < gold->size; i++)
        right += ent_map_find(system, gold->keys[i]) != ENT_MAP_NONE;
    return 200.0 * (double)right / (double)(gold->size + system->size);
}

static void open_analysis(struct analysis *analysis)
{
    ent_map_init(&analysis->words);
    ent_map_init(&analysis->sentences);
    analysis->at = 0;
}

static void close_analysis(struct analysis *analysis)
{
    ent_map_clear(&analysis->words);
    ent_map_clear(&analysis->sentences);
}

/* Append the raw text of the document's sentences; paragraphs are told by "# newpar". */
static void add_raw(struct ent_buf *raw, const struct ent_document *document)
{
    for (uint32_t i = 0; i < document->sentence_count; i++) {
        const struct ent_sentence *sentence = &document->sentences[i];
        bool breaks = i == 0 || sentence->paragraph != sentence[-1].paragraph;
        if (raw->size > 0)
            ent_buf_text(raw, breaks ? "\n\n" : " ");
        ent_buf_str(raw, sentence->text);
    }
}

static void check(const char *name, const char *lang, double words, double sentences)
{
    struct ent_tokenizer *tokenizer;
    struct ent_buf command, raw;
    struct analysis gold, system;
    ent_buf_init(&command);
    ent_buf_init(&raw);
    ent_buf_printf(&command, "%s/%s.conllu.xz", TREEBANKS, name);
    if (access(command.data, R_OK) != 0) {
        ent_buf_clear(&command);
        skip();
    }
    open_analysis(&gold);
    open_analysis(&system);
    ent_buf_reset(&command);
    ent_buf_printf(&command, "xz -dc '%s/%s.conllu.xz'", TREEBANKS, name);
    FILE *pipe = popen(command.data, "r");
    struct ent_conllu_reader *reader = ent_conllu_reader_new(pipe, name);
    struct ent_document *document = ent_document_new();
    while (ent_conllu_read(reader, document, NULL) == ENT_OK) {
        add_document(&gold, document);
        add_raw(&raw, document);
    }
    assert_int_equal(pclose(pipe), 0);
    ent_document_reset(document);
    document->lang = ent_str_of(lang);
    document->text = ent_buf_view(&raw);
    assert_int_equal(ent_tokenizer_load(&tokenizer, NULL), ENT_OK);
    assert_int_equal(ent_tokenize(tokenizer, document, NULL), ENT_OK);
    add_document(&system, document);
    double word_score = f1(&gold.words, &system.words);
    double sentence_score = f1(&gold.sentences, &system.sentences);
    print_message("%s: words %.2f, sentences %.2f\n", name, word_score, sentence_score);
    assert_true(word_score >= words);
    assert_true(sentence_score >= sentences);
    ent_tokenizer_free(tokenizer);
    ent_conllu_reader_free(reader);
    ent_document_free(document);
    close_analysis(&gold);
    close_analysis(&system);
    ent_buf_clear(&command);
    ent_buf_clear(&raw);
}

static void sequoia(void **state)
{
    (void)state;
    check("fr_sequoia-ud-test", "fr", 99.6, 68.0);
}

static void gsd(void **state)
{
    (void)state;
    check("fr_gsd-ud-test", "fr", 99.5, 92.0);
}

static void ewt(void **state)
{
    (void)state;
    check("en_ewt-ud-test", "en", 98.7, 77.5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sequoia),
        cmocka_unit_test(gsd),
        cmocka_unit_test(ewt),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
