/* Documents out of texts, pages, feeds, tables and records, good and bad. */
#include <entente/json.h>
#include <entente/text.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "text/dates.h"

/* A folder of its own for the files of a test. */
struct stage {
    char folder[64];
    char path[128];
    struct ent_reader *reader;
    struct ent_document *document;
    struct ent_error last; /* reported */
};

static int open_stage(void **state)
{
    struct stage *stage = calloc(1, sizeof *stage);
    strcpy(stage->folder, "/tmp/entente-test-XXXXXX");
    stage->document = ent_document_new();
    *state = stage;
    return mkdtemp(stage->folder) && stage->document ? 0 : -1;
}

static int close_stage(void **state)
{
    struct stage *stage = *state;
    char command[128];
    ent_reader_free(stage->reader);
    ent_document_free(stage->document);
    snprintf(command, sizeof command, "rm -r '%s'", stage->folder);
    int failed = system(command);
    free(stage);
    return failed;
}

static void put_file(struct stage *stage, const char *name, struct ent_str content)
{
    snprintf(stage->path, sizeof stage->path, "%s/%s", stage->folder, name);
    FILE *file = fopen(stage->path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(content.data, 1, content.size, file), content.size);
    fclose(file);
}

static void note(void *context, const char *file, const struct ent_error *error)
{
    struct stage *stage = context;
    assert_non_null(file);
    stage->last = *error;
}

/* Start reading everything in the folder. */
static void start(struct stage *stage, struct ent_reader_options options)
{
    const char *paths[] = {stage->folder};
    ent_reader_free(stage->reader);
    options.report = note;
    options.context = stage;
    stage->reader = ent_reader_new(paths, 1, &options);
    assert_non_null(stage->reader);
}

static const struct ent_document *next(struct stage *stage)
{
    enum ent_status status = ent_reader_next(stage->reader, stage->document, NULL);
    assert_true(status == ENT_OK || status == ENT_END);
    return status == ENT_OK ? stage->document : NULL;
}

/* The only document of a file with this content. */
static const struct ent_document *only(struct stage *stage, const char *name,
                                       struct ent_str content)
{
    put_file(stage, name, content);
    start(stage, (struct ent_reader_options){.lang = NULL});
    return next(stage);
}

#define assert_field(view, expected)                                                     \
    do {                                                                                 \
        struct ent_str seen = (view);                                                    \
        char *copy = strndup(seen.data ? seen.data : "", seen.size);                     \
        assert_string_equal(copy, expected);                                             \
        free(copy);                                                                      \
    } while (0)

static void plain_text_with_title_and_date(void **state)
{
    const struct ent_document *d = only(*state, "otan.1.txt",
                                        ENT_STR("L'Otan et le Kosovo\n1999-03-25\n\nLes "
                                                "avions de l'Alliance sont partis.\n"));
    assert_field(d->id, "otan.1");
    assert_field(d->title, "L'Otan et le Kosovo");
    assert_field(d->date, "1999-03-25");
    assert_field(d->lang, "fr");
    assert_true(ent_str_ends(d->text, ENT_STR("partis.\n")));
    assert_null(next(*state));
}

static void plain_text_with_leading_date(void **state)
{
    const struct ent_document *d = only(
        *state, "a.txt", ENT_STR(" date 2020-06 In June the ministers of the two met."));
    assert_field(d->date, "2020-06");
    assert_field(d->title, "");
    assert_field(d->lang, "en");
}

static void a_first_sentence_is_no_title(void **state)
{
    const struct ent_document *d =
        only(*state, "a.txt", ENT_STR("Il pleut sur Brest.\n\nRappelle-toi Barbara.\n"));
    assert_field(d->title, "");
}

static void dates_are_validated(void **state)
{
    static const struct {
        const char *text, *date;
    } cases[] = {
        {"2021-07-19", "2021-07-19"},
        {"2021-07", "2021-07"},
        {"2021", "2021"},
        {"2021-02-29", ""},
        {"2020-02-29", "2020-02-29"},
        {"2021-13-01", ""},
        {"2021-07-19T23:10:00+02:00", "2021-07-19"},
        {"19/07/2021", "2021-07-19"},
        {"Mon, 19 Jul 2021 10:00:00 GMT", "2021-07-19"},
        {"July 4, 2021", "2021-07-04"},
        {"1er ao\xC3\xBBt 1914", "1914-08-01"},
        {"19 f\xC3\xA9vrier 2021", "2021-02-19"},
        {"31/04/2021", ""},
        {"yesterday", ""},
        {"", ""},
        {"99999999999", ""},
    };
    struct ent_arena arena;
    (void)state;
    ent_arena_init(&arena);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_field(ent_date_find(&arena, ent_str_of(cases[i].text)), cases[i].date);
    ent_arena_clear(&arena);
}

static void charsets(void **state)
{
    const struct ent_document *d =
        only(*state, "a.txt", ENT_STR("L\xE9t\xE9 co\xFBte 5 \x80 \x93ici\x94"));
    assert_field(
        d->text,
        "L\xC3\xA9t\xC3\xA9 co\xC3\xBBte 5 \xE2\x82\xAC \xE2\x80\x9Cici\xE2\x80\x9D");
    d = only(*state, "a.txt", ENT_STR("\xFF\xFE\xC9\0t\0\xE9\0"));
    assert_field(d->text, "\xC3\x89t\xC3\xA9");
    d = only(*state, "a.txt",
             ENT_STR("\xEF\xBB\xBF"
                     "abc"));
    assert_field(d->text, "abc");
    d = only(*state, "a.txt", ENT_STR("\xC3\xA9t\xC3\xA9 \xC3 cass\xC3\xA9 \xE2\x82"));
    assert_field(d->text,
                 "\xC3\xA9t\xC3\xA9 \xEF\xBF\xBD cass\xC3\xA9 \xEF\xBF\xBD\xEF\xBF\xBD");
    assert_int_equal(d->repaired, 3);
    d = only(*state, "a.txt", ENT_STR("e\xCC\x81t\xC3\xA9 a\0b"));
    assert_field(d->text, "\xC3\xA9t\xC3\xA9 a b");
}

static void binary_and_missing_files(void **state)
{
    struct stage *stage = *state;
    assert_null(only(stage, "a.txt",
                     ENT_STR("\x7F"
                             "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0")));
    assert_int_equal(ent_reader_errors(stage->reader), 1);
    assert_int_equal(stage->last.status, ENT_EFORMAT);
    const char *paths[] = {"/nonexistent/file"};
    ent_reader_free(stage->reader);
    stage->reader = ent_reader_new(paths, 1, NULL);
    assert_null(next(stage));
    assert_int_equal(ent_reader_errors(stage->reader), 1);
}

static void empty_file(void **state)
{
    const struct ent_document *d = only(*state, "a.txt", ENT_STR(""));
    assert_field(d->id, "a");
    assert_field(d->text, "");
    assert_field(d->lang, "und");
}

static void bad_records_between_good_ones(void **state)
{
    struct stage *stage = *state;
    const struct ent_document *d = only(
        stage, "a.jsonl",
        ENT_STR(
            "{\"id\":\"x\",\"text\":\"un\",\"date\":\"2001-02-30\"}\n\n{\"id\":\n[1]\n"
            "{\"id\":\"y\"}\n{\"id\":12,\"text\":\"deux\",\"title\":\"a\\nb\"}\nnull\n"));
    assert_field(d->id, "x");
    assert_field(d->date, "");
    d = next(stage);
    assert_field(d->id, "12");
    assert_field(d->title, "a b");
    assert_null(next(stage));
    assert_int_equal(ent_reader_errors(stage->reader), 4);
    assert_int_equal(stage->last.line, 7);
}

static void json_arrays(void **state)
{
    struct stage *stage = *state;
    const struct ent_document *d = only(
        stage, "a.json",
        ENT_STR("[\n  {\"id\": \"x\",\n \"text\": \"un\"},\n 5, {\"text\":\"deux\"}]\n"));
    assert_field(d->id, "x");
    assert_field(next(stage)->id, "a-2");
    assert_null(next(stage));
    assert_int_equal(ent_reader_errors(stage->reader), 1);
    d = only(stage, "a.json", ENT_STR("{\n\"id\": \"y\",\n\"text\": \"trois\"\n}"));
    assert_field(d->text, "trois");
    /* no array after all: the good lines are kept */
    d = only(stage, "a.json", ENT_STR("{\n{\"id\":\"z\",\"text\":\"quatre\"}\n"));
    assert_field(d->id, "z");
    assert_int_equal(ent_reader_errors(stage->reader), 1);
}

static void strict_stops(void **state)
{
    struct stage *stage = *state;
    put_file(stage, "a.jsonl", ENT_STR("{\"id\":\n{\"id\":\"y\",\"text\":\"t\"}\n"));
    start(stage, (struct ent_reader_options){.strict = true});
    assert_int_equal(ent_reader_next(stage->reader, stage->document, NULL), ENT_EFORMAT);
}

static void records_come_back(void **state)
{
    struct stage *stage = *state;
    struct ent_buf buf, again;
    const struct ent_document *d = only(
        stage, "a.jsonl",
        ENT_STR(
            "{\"id\":\"i\",\"date\":\"2020-01-01\",\"lang\":\"fr-CA\",\"title\":\"T\","
            "\"source\":\"S\",\"url\":\"http://u\",\"text\":\"a\\n\\\"b\\\"\\u00e9\"}"));
    ent_buf_init(&buf);
    ent_buf_init(&again);
    assert_field(d->lang, "fr");
    ent_document_write(d, &buf);
    assert_int_equal(
        ent_document_read(ent_str_trim(ent_buf_view(&buf)), stage->document, NULL),
        ENT_OK);
    ent_document_write(stage->document, &again);
    assert_string_equal(again.data, buf.data);
    ent_buf_clear(&buf);
    ent_buf_clear(&again);
}

static void tables(void **state)
{
    struct stage *stage = *state;
    const struct ent_document *d = only(
        stage, "a.csv",
        ENT_STR("id,Date,titre,texte\r\n1,2020-01-02,T,\"un, \"\"deux\"\"\r\ntrois\"\r\n"
                "2,,,court,trop\r\n3,,,fin\r\n"));
    assert_field(d->id, "1");
    assert_field(d->date, "2020-01-02");
    assert_field(d->text, "un, \"deux\"\ntrois");
    assert_field(next(stage)->id, "3");
    assert_null(next(stage));
    assert_int_equal(ent_reader_errors(stage->reader), 1);
    d = only(stage, "a.csv", ENT_STR("title\tbody\nT\tB\n"));
    assert_field(d->id, "a-1");
    assert_field(d->text, "B");
    assert_null(only(stage, "a.csv", ENT_STR("id,text\n1,\"never closed\n")));
}

static void pages(void **state)
{
    const struct ent_document *d = only(
        *state, "a.html",
        ENT_STR(
            "<html lang=fr-CA><head><meta charset=utf-8><title>Un titre assez long - Le "
            "Site</title><meta name=date content='2019-05-06T00:00Z'></head><body>"
            "<nav><a href=/>Accueil</a></nav><script>var a = '<p>rien</p>';</script>"
            "<div id=sidebar-left><p>Les articles les plus lus de la semaine sont tous "
            "ici, sans exception.</p></div><p>Le ministre des Affaires \xC3\xA9trang\xC3"
            "\xA8res a re\xC3\xA7u <a href=x>son homologue</a> lundi &agrave; Paris.</p>"
            "<p>Rien n'a filtr\xC3\xA9.</p><ul><li><a href=1>Lire aussi nos autres "
            "articles sur le sujet du jour et de la veille</a></ul></body></html>"));
    assert_field(d->title, "Un titre assez long");
    assert_field(d->date, "2019-05-06");
    assert_field(d->lang, "fr");
    assert_field(
        d->text,
        "Un titre assez long\n\nLe ministre des Affaires \xC3\xA9trang\xC3\xA8res a "
        "re\xC3\xA7u son homologue lundi \xC3\xA0 Paris.\n\nRien n'a filtr\xC3\xA9.");
}

static void feeds(void **state)
{
    struct stage *stage = *state;
    const struct ent_document *d = only(
        stage, "a.xml",
        ENT_STR(
            "<?xml version='1.0'?><rss><channel><title>Fil</title><item><title>Un</title>"
            "<guid>g1</guid><pubDate>Tue, 02 Mar 2021 08:00:00 +0100</pubDate>"
            "<description>&lt;p&gt;A &amp;amp; B.&lt;/p&gt;&lt;p&gt;C.&lt;/p&gt;"
            "</description></item><item><title>Deux</title></item></channel></rss>"));
    assert_field(d->id, "g1");
    assert_field(d->date, "2021-03-02");
    assert_field(d->source, "Fil");
    assert_field(d->text, "Un\n\nA & B.\n\nC.");
    assert_field(next(stage)->id, "a-2");
    assert_null(next(stage));
    assert_null(only(stage, "a.xml", ENT_STR("<rss><<<")));
}

static void folders_in_order(void **state)
{
    struct stage *stage = *state;
    put_file(stage, "b.txt", ENT_STR("b"));
    put_file(stage, "A.txt", ENT_STR("a"));
    put_file(stage, ".hidden", ENT_STR("h"));
    snprintf(stage->path, sizeof stage->path, "%s/aa", stage->folder);
    assert_int_equal(mkdir(stage->path, 0777), 0);
    put_file(stage, "aa/c.txt", ENT_STR("c"));
    start(stage, (struct ent_reader_options){.lang = "en"});
    assert_field(next(stage)->id, "A");
    assert_field(next(stage)->id, "c");
    assert_field(next(stage)->id, "b");
    assert_field(stage->document->lang, "en");
    assert_null(next(stage));
}

#define PARAGRAPH                                                                        \
    "Les ministres des deux pays ont discute pendant trois heures de la reprise des "    \
    "livraisons de gaz et de la levee des sanctions, sans parvenir a un accord, selon "  \
    "un communique publie dans la nuit par le palais presidentiel."

static void repeats_and_duplicates(void **state)
{
    struct stage *stage = *state;
    struct ent_reader_counts counts;
    const struct ent_document *d =
        only(stage, "a.txt", ENT_STR(PARAGRAPH "\n\nAutre.\n\n" PARAGRAPH "\nAutre.\n"));
    /* The repeat is blanks, so that what follows keeps its place. */
    struct ent_str text = d->text;
    size_t size = sizeof PARAGRAPH - 1, first = size + sizeof "\n\nAutre.\n\n" - 1;
    assert_int_equal(text.size, 2 * size + sizeof "\n\nAutre.\n\n\nAutre.\n" - 1);
    assert_field(ent_str_sub(text, 0, first), PARAGRAPH "\n\nAutre.\n\n");
    assert_int_equal(ent_str_trim(ent_str_sub(text, first, first + size)).size, 0);
    assert_field(ent_str_sub(text, first + size, text.size), "\nAutre.\n");
    put_file(stage, "b.txt", ENT_STR("- " PARAGRAPH "\n\nAutre.\n\nAutre.\n"));
    put_file(stage, "c.txt", ENT_STR("Un tout autre texte."));
    start(stage, (struct ent_reader_options){.drop_duplicates = true});
    assert_field(next(stage)->id, "a");
    assert_field(next(stage)->id, "c");
    assert_null(next(stage));
    ent_reader_count(stage->reader, &counts);
    assert_int_equal(counts.documents, 2);
    assert_int_equal(counts.duplicates, 1);
    assert_int_equal(counts.repeats, 1);
}

static void languages(void **state)
{
    (void)state;
    assert_string_equal(ent_guess_language(ENT_STR("Le chat et la souris sont amis.")),
                        "fr");
    assert_string_equal(ent_guess_language(ENT_STR("The cat and the mouse are friends.")),
                        "en");
    assert_string_equal(
        ent_guess_language(ENT_STR("El gato y el perro son amigos de los ni\xC3\xB1os.")),
        "und");
    /* headlines */
    assert_string_equal(ent_guess_language(ENT_STR("Rome soutient Oslo")), "fr");
    assert_string_equal(ent_guess_language(ENT_STR("Rome attacks Oslo")), "en");
    assert_string_equal(ent_guess_language(ENT_STR("Rome Oslo")), "und");
    assert_string_equal(ent_guess_language(ENT_STR("12 34 !")), "und");
    assert_string_equal(ent_guess_language(ENT_STR("")), "und");
}

static void a_huge_line(void **state)
{
    struct ent_buf buf;
    ent_buf_init(&buf);
    while (buf.size < 1 << 20)
        ent_buf_text(&buf, "mot \xC3\xA9t\xC3\xA9 ");
    const struct ent_document *d = only(*state, "a.txt", ent_buf_view(&buf));
    assert_int_equal(d->text.size, buf.size);
    ent_buf_clear(&buf);
}

#define test(name) cmocka_unit_test_setup_teardown(name, open_stage, close_stage)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test(plain_text_with_title_and_date),
        test(plain_text_with_leading_date),
        test(a_first_sentence_is_no_title),
        cmocka_unit_test(dates_are_validated),
        test(charsets),
        test(binary_and_missing_files),
        test(empty_file),
        test(bad_records_between_good_ones),
        test(json_arrays),
        test(strict_stops),
        test(records_come_back),
        test(tables),
        test(pages),
        test(feeds),
        test(folders_in_order),
        test(repeats_and_duplicates),
        cmocka_unit_test(languages),
        test(a_huge_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
