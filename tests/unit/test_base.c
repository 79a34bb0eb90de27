#include "unit.h"

#include <entente/arena.h>
#include <entente/buf.h>
#include <entente/map.h>
#include <entente/random.h>
#include <entente/status.h>

#include <math.h>
#include <stdlib.h>

static void fail_fills_the_error(void **state)
{
    (void)state;
    struct ent_error error;
    assert_int_equal(ent_fail(&error, ENT_EFORMAT, 7, "column %d", 3), ENT_EFORMAT);
    assert_int_equal(error.status, ENT_EFORMAT);
    assert_int_equal(error.line, 7);
    assert_string_equal(error.text, "column 3");
    assert_int_equal(ent_fail(NULL, ENT_EIO, 0, "nobody listens"), ENT_EIO);
}

static void long_messages_are_cut(void **state)
{
    (void)state;
    struct ent_error error;
    char text[1000];
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    ent_fail(&error, ENT_EIO, 0, "%s", text);
    assert_int_equal(strlen(error.text), sizeof error.text - 1);
}

static void views_compare_and_search(void **state)
{
    (void)state;
    assert_true(ent_str_eq(ENT_STR(""), (struct ent_str){NULL, 0}));
    assert_int_equal(ent_str_cmp(ENT_STR("ab"), ENT_STR("abc")), -1);
    assert_int_equal(ent_str_cmp(ENT_STR("b"), ENT_STR("abc")), 1);
    assert_int_equal(ent_str_find(ENT_STR("aab"), ENT_STR("ab")), 1);
    assert_true(ent_str_find(ENT_STR("aa"), ENT_STR("ab")) == SIZE_MAX);
    assert_true(ent_str_find(ENT_STR("a"), ENT_STR("aa")) == SIZE_MAX);
    assert_str(ent_str_trim(ENT_STR(" \t a b\n")), "a b");
    assert_true(ent_str_ends(ENT_STR("abc"), ENT_STR("bc")));
    assert_false(ent_str_starts(ENT_STR("a"), ENT_STR("ab")));
}

static void split_yields_every_part(void **state)
{
    (void)state;
    struct ent_str rest = ENT_STR("a;;b;"), part;
    const char *wanted[] = {"a", "", "b", ""};
    for (int i = 0; i < 4; i++) {
        assert_true(ent_str_split(&rest, ';', &part));
        assert_str(part, wanted[i]);
    }
    assert_false(ent_str_split(&rest, ';', &part));
}

static void numbers_are_read_strictly(void **state)
{
    (void)state;
    int64_t i;
    double d;
    assert_true(ent_str_int(ENT_STR("-9223372036854775808"), &i));
    assert_true(i == INT64_MIN);
    assert_false(ent_str_int(ENT_STR("9223372036854775808"), &i));
    assert_false(ent_str_int(ENT_STR("12a"), &i));
    assert_false(ent_str_int(ENT_STR("-"), &i));
    assert_true(ent_str_double(ENT_STR("1.5e3"), &d));
    assert_true(d == 1500.0);
    assert_false(ent_str_double(ENT_STR("1,5"), &d));
    assert_false(ent_str_double(ENT_STR("0x10"), &d));
    assert_false(ent_str_double(ENT_STR(" 1"), &d));
    assert_false(ent_str_double(ENT_STR("1e400"), &d));
}

static void hashes_never_change(void **state)
{
    (void)state;
    /* Models store these: a different value would make every committed model useless. */
    assert_true(ent_str_hash(ENT_STR("entente")) == ent_str_hash(ENT_STR("entente")));
    assert_true(ent_str_hash(ENT_STR("ab")) != ent_str_hash(ENT_STR("ba")));
    assert_true(ent_str_hash(ENT_STR("")) != ent_str_hash(ENT_STR("\0")));
}

static void arena_aligns_zeroes_and_survives_large_requests(void **state)
{
    (void)state;
    struct ent_arena arena;
    ent_arena_init(&arena);
    for (size_t size = 1; size < 200000; size = size * 3 + 1) {
        unsigned char *memory = ent_arena_alloc(&arena, size);
        assert_non_null(memory);
        assert_int_equal((uintptr_t)memory % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(memory[i], 0);
        memset(memory, 0xFF, size);
    }
    assert_null(ent_arena_array(&arena, SIZE_MAX / 4, 8));
    assert_str(ent_arena_printf(&arena, "%d-%s", 5, "x"), "5-x");
    size_t total = arena.total;
    ent_arena_reset(&arena);
    assert_true(arena.total <= total);
    assert_str(ent_arena_dup(&arena, ENT_STR("kept")), "kept");
    ent_arena_clear(&arena);
}

static void buffers_grow_and_format(void **state)
{
    (void)state;
    struct ent_buf buf;
    ent_buf_init(&buf);
    for (int i = 0; i < 1000; i++)
        ent_buf_printf(&buf, "%d,", i);
    assert_int_equal(buf.size, 10 * 2 + 90 * 3 + 900 * 4);
    ent_buf_reset(&buf);
    ent_buf_int(&buf, INT64_MIN);
    assert_str(ent_buf_view(&buf), "-9223372036854775808");
    char *owned = ent_buf_detach(&buf);
    assert_string_equal(owned, "-9223372036854775808");
    free(owned);
    owned = ent_buf_detach(&buf);
    assert_string_equal(owned, "");
    free(owned);
}

static void doubles_round_trip(void **state)
{
    (void)state;
    const double values[] = {0.1 + 0.2, 1.0 / 3, 1e-300, 123456789.125, -0.5, 3, 1e20, 5e-324};
    struct ent_buf buf;
    ent_buf_init(&buf);
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        ent_buf_reset(&buf);
        ent_buf_double(&buf, values[i]);
        assert_true(strtod(buf.data, NULL) == values[i]);
    }
    ent_buf_reset(&buf);
    ent_buf_double(&buf, 2);
    ent_buf_char(&buf, ' ');
    ent_buf_double(&buf, 0.1);
    ent_buf_char(&buf, ' ');
    ent_buf_double(&buf, NAN);
    assert_str(ent_buf_view(&buf), "2 0.1 NaN");
    ent_buf_clear(&buf);
}

static void text_is_escaped_for_json_and_xml(void **state)
{
    (void)state;
    struct ent_buf buf;
    ent_buf_init(&buf);
    ent_buf_json(&buf, ENT_STR("a\"\\\n\x01\xC3\xA9\xFF"));
    assert_str(ent_buf_view(&buf), "\"a\\\"\\\\\\n\\u0001\xC3\xA9\xEF\xBF\xBD\"");
    ent_buf_reset(&buf);
    ent_buf_xml(&buf, ENT_STR("<&>\"'\x01\xFF]]>"));
    assert_str(ent_buf_view(&buf), "&lt;&amp;&gt;&quot;&apos;\xEF\xBF\xBD]]&gt;");
    ent_buf_clear(&buf);
}

static void maps_number_keys_in_order(void **state)
{
    (void)state;
    struct ent_map map;
    ent_map_init(&map);
    char key[32];
    bool added;
    for (uint32_t i = 0; i < 5000; i++) {
        int size = snprintf(key, sizeof key, "key %u", i);
        assert_int_equal(ent_map_add(&map, (struct ent_str){key, (size_t)size}, &added), i);
        assert_true(added);
    }
    assert_int_equal(ent_map_add(&map, ENT_STR("key 77"), &added), 77);
    assert_false(added);
    assert_int_equal(ent_map_find(&map, ENT_STR("key 4999")), 4999);
    assert_int_equal(ent_map_find(&map, ENT_STR("absent")), ENT_MAP_NONE);
    assert_str(map.keys[77], "key 77");
    ent_map_clear(&map);
    assert_int_equal(ent_map_find(&map, ENT_STR("key 1")), ENT_MAP_NONE);
}

static void random_numbers_are_the_published_sequence(void **state)
{
    (void)state;
    struct ent_random a, b;
    ent_random_init(&a, 42);
    ent_random_init(&b, 42);
    for (int i = 0; i < 100; i++)
        assert_true(ent_random_next(&a) == ent_random_next(&b));
    /* splitmix64 from seed 0 starts with this value (Vigna's reference implementation). */
    ent_random_init(&a, 0);
    assert_true(a.state[0] == 0xe220a8397b1dcdafu);
    int counts[6] = {0};
    for (int i = 0; i < 60000; i++)
        counts[ent_random_below(&a, 6)]++;
    for (int i = 0; i < 6; i++)
        assert_in_range(counts[i], 9500, 10500);
    assert_int_equal(ent_random_below(&a, 0), 0);
    assert_true(ent_random_unit(&a) < 1.0);
}

UNIT_MAIN(cmocka_unit_test(fail_fills_the_error), cmocka_unit_test(long_messages_are_cut),
          cmocka_unit_test(views_compare_and_search),
          cmocka_unit_test(split_yields_every_part),
          cmocka_unit_test(numbers_are_read_strictly), cmocka_unit_test(hashes_never_change),
          cmocka_unit_test(arena_aligns_zeroes_and_survives_large_requests),
          cmocka_unit_test(buffers_grow_and_format), cmocka_unit_test(doubles_round_trip),
          cmocka_unit_test(text_is_escaped_for_json_and_xml),
          cmocka_unit_test(maps_number_keys_in_order),
          cmocka_unit_test(random_numbers_are_the_published_sequence))
