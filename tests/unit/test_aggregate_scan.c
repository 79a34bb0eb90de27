/* test_aggregate_scan.c: lines of aggregates are read the same by the scanner of the
 * writer's own form and by the JSON parser, damaged or not. */
#include <entente/aggregate.h>
#include <entente/random.h>

#include <stdlib.h>

#include "unit.h"

/* What a line reads as, or how it fails; the caller frees. */
static char *read_line(struct ent_str line)
{
    struct ent_buf buf;
    struct ent_error error = {ENT_OK, 0, ""};
    struct ent_aggregate *aggregate = ent_aggregate_new();
    assert_non_null(aggregate);
    ent_buf_init(&buf);
    enum ent_status status = ent_aggregate_read(aggregate, line, &error);
    ent_buf_printf(&buf, "%d ", (int)status);
    assert_int_equal(ent_aggregate_finish(aggregate, NULL), ENT_OK);
    for (uint32_t i = 0; i < ent_aggregate_ties(aggregate); i++)
        ent_aggregate_write(aggregate, i, &buf);
    ent_aggregate_free(aggregate);
    return ent_buf_detach(&buf);
}

/* A blank before the line keeps the scanner off it. */
static void check_line(struct ent_str line)
{
    struct ent_buf parsed;
    ent_buf_init(&parsed);
    ent_buf_char(&parsed, ' ');
    ent_buf_str(&parsed, line);
    char *scan = read_line(line), *parse = read_line(ent_buf_view(&parsed));
    assert_string_equal(scan, parse);
    free(scan);
    free(parse);
    ent_buf_clear(&parsed);
}

static const char *const lines[] = {
    "{\"source\":{\"group\":\"FRA\",\"actor\":\"Q1\",\"kind\":\"state\",\"country\":"
    "\"FRA\"},"
    "\"relation\":\"accuses\",\"target\":{\"group\":\"Société é\",\"kind\":\"company\"},"
    "\"status\":\"asserted\",\"date\":\"2021-02-03\",\"evidence\":[[\"d1\",0.5,"
    "\"00ff00ff00ff00ff\",1],[\"d2\",1,\"0000000000000000\",12]],\"sentence\":\"Une "
    "phrase.\","
    "\"sentence_doc\":\"d1\",\"sentence_confidence\":0.875}",
    "{\"source\":{\"group\":\"A\"},\"relation\":\"meets\",\"target\":{\"group\":\"B\"},"
    "\"status\":\"denied\",\"evidence\":[[\"d\",0.25,\"1\",1]]}",
    "{\"source\":{\"group\":\"A "
    "\\\"b\\\"\"},\"relation\":\"aids\",\"target\":{\"group\":\"\\u00e9\"},"
    "\"status\":\"alleged\",\"date\":\"2021\",\"evidence\":[[\"d\\\\\",0,\"1\","
    "4294967295]]}",
};
enum { LINES = sizeof lines / sizeof *lines };

static void whole_and_cut_lines(void **state)
{
    (void)state;
    for (int i = 0; i < LINES; i++) {
        struct ent_str line = ent_str_of(lines[i]);
        for (size_t size = 0; size <= line.size; size++)
            check_line(ent_str_sub(line, 0, size));
    }
}

static void damaged_lines(void **state)
{
    static const char bytes[] = "\"\\,:[]{}0129.-e \x01\xC3\xA9\xFF"
                                "a";
    (void)state;
    struct ent_random random;
    ent_random_init(&random, 41);
    for (int i = 0; i < 20000; i++) {
        struct ent_str line = ent_str_of(lines[i % LINES]);
        struct ent_buf buf;
        ent_buf_init(&buf);
        size_t at = (size_t)ent_random_below(&random, line.size);
        size_t skipped = (size_t)ent_random_below(&random, 3);
        ent_buf_str(&buf, ent_str_sub(line, 0, at));
        for (uint64_t more = ent_random_below(&random, 3); more > 0; more--)
            ent_buf_char(&buf, bytes[ent_random_below(&random, sizeof bytes)]);
        ent_buf_str(&buf, ent_str_sub(line, at + skipped, line.size));
        check_line(ent_buf_view(&buf));
        ent_buf_clear(&buf);
    }
}

UNIT_MAIN(cmocka_unit_test(whole_and_cut_lines), cmocka_unit_test(damaged_lines))
