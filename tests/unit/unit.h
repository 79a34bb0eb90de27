/* unit.h: what every unit test includes. */
#ifndef ENTENTE_TESTS_UNIT_H
#define ENTENTE_TESTS_UNIT_H

/* cmocka needs these four, in this order, before itself. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>

#include <cmocka.h>

#include <entente/str.h>

/* The view holds exactly this text. */
#define assert_str(view, text)                                                              \
    do {                                                                                    \
        struct ent_str seen_ = (view);                                                      \
        assert_int_equal(seen_.size, strlen(text));                                         \
        if (seen_.size)                                                                     \
            assert_memory_equal(seen_.data, text, seen_.size);                              \
    } while (0)

/* A program of tests without set-up: UNIT_MAIN(cmocka_unit_test(a), ...). */
#define UNIT_MAIN(...)                                                                      \
    int main(void)                                                                          \
    {                                                                                       \
        const struct CMUnitTest tests[] = {__VA_ARGS__};                                    \
        return cmocka_run_group_tests(tests, NULL, NULL);                                   \
    }

#endif
