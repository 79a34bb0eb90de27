/* Trees that repairs have changed. */
#include "relation/view.h"

#include "unit.h"

static void walk(const struct ent_view *view, int32_t w, int *seen)
{
    for (int32_t c = view->nodes[w].child; c; c = view->nodes[c].next) {
        assert_true(++*seen <= view->count);
        walk(view, c, seen);
    }
}

static void test_every_word_is_reached_once_whatever_the_heads(void **state)
{
    (void)state;
    enum { WORDS = 4, TREES = 5 * 5 * 5 * 5 };
    for (int number = 0; number < TREES; number++) {
        struct ent_node nodes[WORDS + 1];
        struct ent_view view = {.nodes = nodes, .count = WORDS};
        memset(nodes, 0, sizeof nodes);
        for (int w = 1, rest = number; w <= WORDS; w++, rest /= 5)
            nodes[w].head = rest % 5;
        ent_view_link(&view);
        int seen = 0;
        walk(&view, 0, &seen);
        assert_int_equal(seen, WORDS);
    }
}

static void test_a_tree_stays(void **state)
{
    (void)state;
    struct ent_node nodes[4];
    struct ent_view view = {.nodes = nodes, .count = 3};
    memset(nodes, 0, sizeof nodes);
    nodes[1].head = 2;
    nodes[3].head = 2;
    ent_view_link(&view);
    assert_int_equal(nodes[0].child, 2);
    assert_int_equal(nodes[2].child, 1);
    assert_int_equal(nodes[1].next, 3);
}

UNIT_MAIN(cmocka_unit_test(test_every_word_is_reached_once_whatever_the_heads),
          cmocka_unit_test(test_a_tree_stays))
