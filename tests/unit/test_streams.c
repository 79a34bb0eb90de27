#include "unit.h"

#include <entente/json.h>
#include <entente/lines.h>
#include <entente/pool.h>
#include <entente/utf8.h>

#include <stdlib.h>

static FILE *stream_of(const char *data, size_t size)
{
    FILE *file = tmpfile();
    assert_non_null(file);
    assert_int_equal(fwrite(data, 1, size, file), size);
    rewind(file);
    return file;
}

static void lines_of_every_form(void **state)
{
    (void)state;
    const char data[] = "\xEF\xBB\xBF" "first\r\n\nwith\0nul\nlast";
    FILE *file = stream_of(data, sizeof data - 1);
    struct ent_lines lines;
    struct ent_str line;
    ent_lines_init(&lines, file);
    assert_int_equal(ent_lines_next(&lines, &line, NULL), ENT_OK);
    assert_str(line, "first");
    assert_int_equal(ent_lines_next(&lines, &line, NULL), ENT_OK);
    assert_int_equal(line.size, 0);
    assert_int_equal(ent_lines_next(&lines, &line, NULL), ENT_OK);
    assert_int_equal(line.size, 8);
    assert_int_equal(ent_lines_next(&lines, &line, NULL), ENT_OK);
    assert_str(line, "last");
    assert_int_equal(lines.line, 4);
    assert_int_equal(ent_lines_next(&lines, &line, NULL), ENT_END);
    ent_lines_clear(&lines);
    fclose(file);
}

static void long_lines_cross_buffers(void **state)
{
    (void)state;
    size_t size = 1000000;
    char *data = malloc(size + 3);
    memset(data, 'x', size);
    memcpy(data + size, "\ny\n", 3);
    FILE *file = stream_of(data, size + 3);
    struct ent_lines lines;
    struct ent_str line;
    ent_lines_init(&lines, file);
    assert_int_equal(ent_lines_next(&lines, &line, NULL), ENT_OK);
    assert_int_equal(line.size, size);
    assert_int_equal(ent_lines_next(&lines, &line, NULL), ENT_OK);
    assert_str(line, "y");
    assert_int_equal(ent_lines_next(&lines, &line, NULL), ENT_END);
    ent_lines_clear(&lines);
    fclose(file);
    free(data);
}

static void unicode_is_decoded_folded_and_repaired(void **state)
{
    (void)state;
    struct ent_arena arena;
    ent_arena_init(&arena);
    assert_true(ent_utf8_valid(ENT_STR("\xC3\xA9")));
    assert_false(ent_utf8_valid(ENT_STR("\xC3")));
    assert_true(ent_utf8_valid(ENT_STR("\xEF\xBF\xBD"))); /* U+FFFD itself is fine */
    assert_false(ent_utf8_valid(ENT_STR("\xED\xA0\x80"))); /* a surrogate is not */
    assert_int_equal(ent_utf8_count(ENT_STR("\xC3\xA9t\xC3\xA9")), 3);
    assert_str(ent_utf8_nfc(&arena, ENT_STR("e\xCC\x81")), "\xC3\xA9");
    assert_str(ent_utf8_nfc(&arena, ENT_STR("q\xCC\x81\xCC\xA3")), "q\xCC\xA3\xCC\x81");
    assert_str(ent_utf8_fold(&arena, ENT_STR("L\xE2\x80\x99\xC3\x89lys\xC3\xA9" "e \xC5\x93")),
               "l'elysee oe");
    assert_str(ent_utf8_fold(&arena, ENT_STR("Erdo\xC4\x9F" "an")), "erdogan");
    assert_str(ent_utf8_to_lower(&arena, ENT_STR("\xC3\x89TAT")), "\xC3\xA9tat");
    struct ent_buf buf;
    ent_buf_init(&buf);
    assert_int_equal(ent_utf8_repair(&buf, (struct ent_str){"a\xFF\0b", 4}), 2);
    assert_str(ent_buf_view(&buf), "a\xEF\xBF\xBD b");
    ent_buf_clear(&buf);
    assert_int_equal(ent_utf8_class(0xA0), ENT_CLASS_SPACE);
    assert_int_equal(ent_utf8_class(0xAB), ENT_CLASS_PUNCT);
    assert_int_equal(ent_utf8_class(0xC9), ENT_CLASS_UPPER);
    ent_arena_clear(&arena);
}

static void json_is_read_strictly(void **state)
{
    (void)state;
    struct ent_error error;
    struct ent_json *value =
        ent_json_parse(ENT_STR("{\"a\":\"x\",\"n\":2.5,\"l\":[1,2],\"z\":null} "), &error);
    assert_non_null(value);
    assert_str(ent_json_str(value, "a"), "x");
    assert_int_equal(ent_json_str(value, "A").size, 0);
    assert_true(ent_json_num(value, "n", 0) == 2.5);
    assert_null(ent_json_get(value, "z"));
    const struct ent_json *item = ent_json_first(ent_json_get(value, "l"));
    assert_true(ent_json_as_num(ent_json_next(item), 0) == 2);
    ent_json_free(value);
    assert_null(ent_json_parse(ENT_STR("{} x"), &error));
    assert_int_equal(error.status, ENT_EFORMAT);
    assert_null(ent_json_parse(ENT_STR("{\"a\":"), &error));
    assert_null(ent_json_parse(ENT_STR("{\"a\":\"\xFF\"}"), &error));
    assert_null(ent_json_parse(ENT_STR(""), &error));
}

struct squares {
    int produced, consumed, stop_after;
    int serving; /* calls of produce and consume under way */
    bool in_order, together;
};

/* Produce and consume never run side by side, whatever thread they are in. */
static void serve(struct squares *squares, int change)
{
    int serving = __atomic_add_fetch(&squares->serving, change, __ATOMIC_SEQ_CST);
    if (serving > 1)
        squares->together = true;
}

static void *produce(void *context)
{
    struct squares *squares = context;
    int *job = NULL;
    serve(squares, 1);
    if (squares->produced < 500 && (job = malloc(sizeof *job)))
        *job = squares->produced++;
    serve(squares, -1);
    return job;
}

static void square(void *context, int worker, void *job)
{
    (void)context;
    assert_in_range(worker, 0, 7);
    int *number = job;
    volatile int pause = *number % 50 == 0 ? 200000 : 0; /* some jobs take longer */
    while (pause > 0)
        pause--;
    *number *= *number;
}

static bool consume(void *context, void *job)
{
    struct squares *squares = context;
    int number = *(int *)job;
    serve(squares, 1);
    free(job);
    if (number != squares->consumed * squares->consumed)
        squares->in_order = false;
    serve(squares, -1);
    return ++squares->consumed != squares->stop_after;
}

static void pool_keeps_the_order(void **state)
{
    (void)state;
    const struct ent_pool_ops ops = {produce, square, consume};
    for (int threads = 1; threads <= 8; threads *= 2) {
        struct squares squares = {.in_order = true};
        assert_int_equal(ent_pool_run(&ops, &squares, threads, NULL), ENT_OK);
        assert_int_equal(squares.consumed, 500);
        assert_true(squares.in_order);
        assert_false(squares.together);
    }
}

static void pool_can_be_stopped(void **state)
{
    (void)state;
    const struct ent_pool_ops ops = {produce, square, consume};
    struct squares squares = {.in_order = true, .stop_after = 10};
    assert_int_equal(ent_pool_run(&ops, &squares, 4, NULL), ENT_OK);
    assert_true(squares.consumed == squares.produced);
    assert_true(squares.produced < 500);
}

UNIT_MAIN(cmocka_unit_test(lines_of_every_form), cmocka_unit_test(long_lines_cross_buffers),
          cmocka_unit_test(unicode_is_decoded_folded_and_repaired),
          cmocka_unit_test(json_is_read_strictly), cmocka_unit_test(pool_keeps_the_order),
          cmocka_unit_test(pool_can_be_stopped))
