/* CoNLL-U: same bytes back, good sentences kept beside bad ones, bounded documents. */
#include <dirent.h>
#include <entente/conllu.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#define TREEBANKS TEST_SOURCE_DIR "/../../shared/ud"

#define WORD(id, form, head) id "\t" form "\t_\tNOUN\t_\t_\t" head "\tdep\t_\t_\n"

static FILE *stream_of(struct ent_str text)
{
    FILE *file = tmpfile();
    assert_non_null(file);
    assert_int_equal(fwrite(text.data, 1, text.size, file), text.size);
    rewind(file);
    return file;
}

static void note_line(void *context, const struct ent_error *error)
{
    *(size_t *)context = error->line;
}

/* Read all documents of `text` and write them back into `out`; returns their number. */
static size_t round_trip(struct ent_str text, struct ent_buf *out, size_t *errors,
                         size_t *error_line)
{
    FILE *file = stream_of(text);
    struct ent_conllu_reader *reader = ent_conllu_reader_new(file, "test");
    struct ent_document *document = ent_document_new();
    struct ent_error error;
    size_t documents = 0;
    enum ent_status status;
    *error_line = 0;
    ent_conllu_on_error(reader, note_line, error_line);
    while ((status = ent_conllu_read(reader, document, &error)) == ENT_OK) {
        ent_conllu_write(document, out);
        documents++;
    }
    assert_int_equal(status, ENT_END);
    *errors = ent_conllu_errors(reader);
    ent_document_free(document);
    ent_conllu_reader_free(reader);
    fclose(file);
    return documents;
}

static void same_bytes(void **state)
{
    (void)state;
    static const char text[] =
        "# newdoc id = a\n# date = 2020-01-31\n# sent_id = 1\n# text = au Mali\n"
        "1-2\tau\t_\t_\t_\t_\t_\t_\t_\tTypo=Yes\n" WORD("1", "\xC3\xA0", "3")
            WORD("2", "le", "3")
                WORD("3", "Mali",
                     "0") "3.1\tva\taller\tVERB\t_\t_\t_\t_\t0:root\tCopyOf=-1\n\n"
                          "# newdoc id = b\n" WORD("1", "10 000", "0") "\n";
    struct ent_buf out;
    size_t errors, line;
    ent_buf_init(&out);
    assert_int_equal(round_trip(ENT_STR(text), &out, &errors, &line), 2);
    assert_string_equal(out.data, text);
    assert_int_equal(errors, 0);
    ent_buf_clear(&out);
}

static void bad_sentences_are_skipped(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "1\tx\ty\n\n",            /* columns */
        WORD("2", "x", "0") "\n", /* number */
        WORD("1", "x", "y") "\n", /* head */
        WORD("1", "x", "7") "\n", /* head beyond the end */
        "2-1"
        "\tx\t_\t_\t_\t_\t_\t_\t_\t_\n" WORD("1", "x", "0") "\n",
        "1-9"
        "\tx\t_\t_\t_\t_\t_\t_\t_\t_\n" WORD("1", "x", "0") "\n",
        "# alone\n\n",
        "words\n\n",
        WORD("1", "", "0") "\n",
        "1\n\n",
        "\t\t\n\n",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct ent_buf in, out;
        size_t errors, line;
        ent_buf_init(&in);
        ent_buf_init(&out);
        ent_buf_text(&in, WORD("1", "good", "0") "\n");
        ent_buf_text(&in, bad[i]);
        ent_buf_text(&in, WORD("1", "better", "0"));
        assert_int_equal(round_trip(ent_buf_view(&in), &out, &errors, &line), 1);
        assert_string_equal(out.data,
                            WORD("1", "good", "0") "\n" WORD("1", "better", "0") "\n");
        assert_int_equal(errors, 1);
        assert_in_range(line, 3, 5);
        ent_buf_clear(&in);
        ent_buf_clear(&out);
    }
}

static void fields_and_spans(void **state)
{
    (void)state;
    static const char text[] =
        "# newdoc id = d7\n# title = L'\xC3\xA9t\xC3\xA9\n# lang = fr\n# sent_id = s\n"
        "1\tL'\t_\tDET\t_\t_\t2\tdet\t_\tSpaceAfter=No\n" WORD(
            "2", "\xC3\xA9t\xC3\xA9",
            "0") "\n# newpar\n1-2\tdu\t_\t_\t_\t_\t_\t_\t_\tTokenRange=20:22\n" WORD("1",
                                                                                     "de",
                                                                                     "0")
            WORD("2", "le", "1") WORD("3", "bl\xC3\xA9", "1") "\n";
    FILE *file = stream_of(ENT_STR(text));
    struct ent_conllu_reader *reader = ent_conllu_reader_new(file, "test");
    struct ent_document *document = ent_document_new();
    assert_int_equal(ent_conllu_read(reader, document, NULL), ENT_OK);
    assert_true(ent_str_is(document->id, "d7"));
    assert_true(ent_str_is(document->title, "L'\xC3\xA9t\xC3\xA9"));
    assert_true(ent_str_is(document->lang, "fr"));
    assert_int_equal(document->sentence_count, 2);
    const struct ent_sentence *s = document->sentences;
    assert_false(s[0].words[1].space_after);
    assert_int_equal(s[0].words[2].span.start, 2);
    assert_int_equal(s[0].words[2].span.end, 5);
    assert_int_equal(s[0].paragraph, 0);
    assert_int_equal(s[1].paragraph, 1);
    assert_int_equal(s[1].words[1].span.start, 20);
    assert_int_equal(s[1].words[2].span.end, 22);
    assert_int_equal(s[1].words[3].span.start, 23);
    assert_int_equal(s[1].span.end, 26);
    ent_document_free(document);
    ent_conllu_reader_free(reader);
    fclose(file);
}

static void documents_without_name_are_bounded(void **state)
{
    (void)state;
    struct ent_buf in, out;
    size_t errors, line;
    ent_buf_init(&in);
    ent_buf_init(&out);
    for (int i = 0; i < 2500; i++)
        ent_buf_text(&in, WORD("1", "mot", "0") "\n");
    assert_int_equal(round_trip(ent_buf_view(&in), &out, &errors, &line), 3);
    assert_string_equal(out.data, in.data);
    ent_buf_clear(&in);
    ent_buf_clear(&out);
}

static void wrong_bytes_are_replaced(void **state)
{
    (void)state;
    static const char text[] = WORD("1", "a\xFF\0b", "0") "\n";
    struct ent_buf out;
    size_t errors, line;
    ent_buf_init(&out);
    round_trip(ENT_STR(text), &out, &errors, &line);
    assert_string_equal(out.data, WORD("1", "a\xEF\xBF\xBD b", "0") "\n");
    ent_buf_clear(&out);
}

/* The whole of a command's output. */
static void capture(const char *command, struct ent_buf *buf)
{
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    assert_int_equal(ent_read_all(pipe, buf, NULL), ENT_OK);
    assert_int_equal(pclose(pipe), 0);
}

static void treebanks_come_back_byte_for_byte(void **state)
{
    (void)state;
    DIR *folder = opendir(TREEBANKS);
    struct dirent *entry;
    if (!folder)
        skip();
    while ((entry = readdir(folder))) {
        struct ent_buf command, in, out;
        size_t errors, line;
        if (!ent_str_ends(ent_str_of(entry->d_name), ENT_STR(".xz")))
            continue;
        ent_buf_init(&command);
        ent_buf_init(&in);
        ent_buf_init(&out);
        ent_buf_printf(&command, "xz -dc '%s/%s'", TREEBANKS, entry->d_name);
        capture(command.data, &in);
        round_trip(ent_buf_view(&in), &out, &errors, &line);
        assert_int_equal(errors, 0);
        assert_int_equal(in.size, out.size);
        assert_memory_equal(in.data, out.data, in.size);
        ent_buf_clear(&command);
        ent_buf_clear(&in);
        ent_buf_clear(&out);
    }
    closedir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(same_bytes),
        cmocka_unit_test(bad_sentences_are_skipped),
        cmocka_unit_test(fields_and_spans),
        cmocka_unit_test(documents_without_name_are_bounded),
        cmocka_unit_test(wrong_bytes_are_replaced),
        cmocka_unit_test(treebanks_come_back_byte_for_byte),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
