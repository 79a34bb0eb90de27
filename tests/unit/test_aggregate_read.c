/* test_aggregate_read.c: a stream read in batches by any number of threads adds up to
 * what its lines do one by one, and the same lines are complained of. */
#include <entente/aggregate.h>
#include <entente/buf.h>
#include <entente/lines.h>
#include <entente/random.h>

#include <stdlib.h>

#include "unit.h"

enum { RECORDS = 6000, LONG_RECORD = 700000 };

/* Aggregates, relations, empty and bad lines, in both styles of line ends; one is longer
 * than several batches. The last has no line end. */
static void put_stream(struct ent_buf *buf)
{
    struct ent_random random;
    ent_random_init(&random, 11);
    ent_buf_text(buf, "\xEF\xBB\xBF");
    for (int i = 0; i < RECORDS; i++) {
        unsigned a = (unsigned)ent_random_below(&random, 300);
        unsigned b = 300 + (unsigned)ent_random_below(&random, 300);
        unsigned kind = i == RECORDS / 2 ? 9 : (unsigned)ent_random_below(&random, 9);
        if (kind == 0)
            ent_buf_text(buf, "  ");
        else if (kind == 1)
            ent_buf_printf(buf, "{\"source\":{\"group\":\"G%u\"}", a);
        else if (kind == 2)
            ent_buf_printf(buf,
                           "{\"doc\":\"d%u\",\"source\":{\"group\":\"G%u\"},\"relation\":"
                           "\"aids\",\"target\":{\"group\":\"\\u00c9 %u\"},\"status\":"
                           "\"asserted\",\"confidence\":0.5,\"sentence\":\"S.\"}",
                           b, a, b);
        else
            ent_buf_printf(
                buf,
                "{\"source\":{\"group\":\"G%u\",\"kind\":\"state\"},\"relation\":"
                "\"accuses\",\"target\":{\"group\":\"H%u\"},\"status\":"
                "\"asserted\",\"date\":\"2021-0%u-01\",\"evidence\":[[\"d%u\",0.5,"
                "\"00000000000000%02x\",1]],\"sentence\":\"",
                a, b, kind, a + b, a % 256);
        for (int k = 0; kind > 2 && k < (kind == 9 ? LONG_RECORD : 60); k++)
            ent_buf_char(buf, 'x');
        if (kind > 2)
            ent_buf_text(buf, "\",\"sentence_doc\":\"d1\",\"sentence_confidence\":0.5}");
        ent_buf_text(buf, i + 1 == RECORDS ? "" : i % 5 ? "\n" : "\r\n");
    }
}

/* The aggregate as text, and the numbers of the bad lines; the caller frees. */
struct outcome {
    struct ent_aggregate *aggregate;
    struct ent_buf bad;
    size_t most_bad, bad_count;
};

static void outcome_init(struct outcome *outcome, size_t most_bad)
{
    *outcome = (struct outcome){.aggregate = ent_aggregate_new(), .most_bad = most_bad};
    assert_non_null(outcome->aggregate);
    ent_buf_init(&outcome->bad);
}

static bool note_bad(void *context, const struct ent_error *error)
{
    struct outcome *outcome = context;
    ent_buf_printf(&outcome->bad, "%zu %s\n", error->line, error->text);
    return ++outcome->bad_count < outcome->most_bad;
}

static char *outcome_text(struct outcome *outcome)
{
    struct ent_buf buf;
    ent_buf_init(&buf);
    assert_int_equal(ent_aggregate_finish(outcome->aggregate, NULL), ENT_OK);
    for (uint32_t i = 0; i < ent_aggregate_ties(outcome->aggregate); i++)
        ent_aggregate_write(outcome->aggregate, i, &buf);
    ent_buf_str(&buf, ent_buf_view(&outcome->bad));
    ent_aggregate_free(outcome->aggregate);
    ent_buf_clear(&outcome->bad);
    return ent_buf_detach(&buf);
}

static char *read_singly(FILE *file, size_t most_bad)
{
    struct outcome outcome;
    struct ent_lines lines;
    struct ent_str line;
    struct ent_error error = {ENT_OK, 0, ""};
    bool go_on = true;
    rewind(file);
    outcome_init(&outcome, most_bad);
    ent_lines_init(&lines, file);
    while (go_on && ent_lines_next(&lines, &line, &error) == ENT_OK) {
        if (ent_str_trim(line).size == 0 ||
            ent_aggregate_read(outcome.aggregate, line, &error) == ENT_OK)
            continue;
        error.line = lines.line;
        go_on = note_bad(&outcome, &error);
    }
    ent_lines_clear(&lines);
    return outcome_text(&outcome);
}

static char *read_by_threads(FILE *file, size_t most_bad, int threads)
{
    struct outcome outcome;
    rewind(file);
    outcome_init(&outcome, most_bad);
    enum ent_status status =
        ent_aggregate_read_all(outcome.aggregate, file, threads, note_bad, &outcome);
    assert_int_equal(status, most_bad == SIZE_MAX ? ENT_OK : ENT_EFORMAT);
    return outcome_text(&outcome);
}

static void same_with_any_threads(void **state)
{
    static const size_t most_bad[] = {SIZE_MAX, 1, 200};
    (void)state;
    struct ent_buf buf;
    FILE *file = tmpfile();
    assert_non_null(file);
    ent_buf_init(&buf);
    put_stream(&buf);
    assert_int_equal(fwrite(buf.data, 1, buf.size, file), buf.size);
    ent_buf_clear(&buf);
    for (int i = 0; i < 3; i++) {
        char *expected = read_singly(file, most_bad[i]);
        for (int threads = 1; threads <= 5; threads += 2) {
            char *found = read_by_threads(file, most_bad[i], threads);
            assert_string_equal(found, expected);
            free(found);
        }
        free(expected);
    }
    fclose(file);
}

static void empty_stream(void **state)
{
    (void)state;
    FILE *file = tmpfile();
    assert_non_null(file);
    char *found = read_by_threads(file, SIZE_MAX, 2);
    assert_string_equal(found, "");
    free(found);
    fclose(file);
}

UNIT_MAIN(cmocka_unit_test(same_with_any_threads), cmocka_unit_test(empty_stream))
