/* Pictures and files of networks that the command line does not make easily. */
#include "unit.h"

#include <entente/draw.h>
#include <stdlib.h>

/* Two vertices with the same name, an arc each way, and hostile strings. */
static void make(struct ent_network *network)
{
    ent_network_init(network, true);
    struct ent_column *name =
        ent_table_column(network, &network->vertices, "name", ENT_TYPE_STRING);
    assert_non_null(name);
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(ent_network_add_vertex(network), i);
        name = ent_table_find(&network->vertices, "name");
        if (i < 2)
            ent_column_set(network, name, i, ENT_STR("a\xff\"\\N\0b"));
    }
    ent_network_add_arc(network, 0, 1);
    ent_network_add_arc(network, 1, 0);
    ent_network_add_arc(network, 2, 2);
}

enum form { DOT, CSV, TSV, VERTICES, JSON };

static char *write(const struct ent_network *network, enum form form, size_t *size)
{
    char *text = NULL;
    FILE *file = open_memstream(&text, size);
    struct ent_draw draw;
    ent_draw_defaults(&draw);
    enum ent_status status =
        form == DOT ? ent_dot_write(network, &draw, file, NULL)
        : form == JSON
            ? ent_node_link_write(network, file, NULL)
            : ent_table_write(network,
                              form == VERTICES ? ENT_PART_VERTICES : ENT_PART_ARCS,
                              form == TSV ? ENT_TSV : ENT_CSV, file, NULL);
    assert_int_equal(status, ENT_OK);
    assert_int_equal(fclose(file), 0);
    return text;
}

static void names_are_made_unique(void **state)
{
    (void)state;
    struct ent_network network;
    make(&network);
    size_t size;
    char *text = write(&network, VERTICES, &size);
    const char *wanted = "name\r\n\"a\xEF\xBF\xBD\"\"\\N b\"\r\n"
                         "\"a\xEF\xBF\xBD\"\"\\N b#2\"\r\nn2\r\n";
    assert_int_equal(size, strlen(wanted));
    assert_string_equal(text, wanted);
    free(text);
    ent_network_clear(&network);
}

static void own_columns_do_not_hide_the_ends(void **state)
{
    (void)state;
    struct ent_network network;
    make(&network);
    ent_table_column(&network, &network.edges, "source", ENT_TYPE_DOUBLE)->doubles[2] =
        0.5;
    size_t size;
    char *text = write(&network, TSV, &size);
    assert_ptr_equal(strstr(text, "source\ttarget\tsource_2\n"), text);
    assert_non_null(strstr(text, "n2\tn2\t0.5\n"));
    free(text);
    ent_network_clear(&network);
}

static void json_keeps_large_integers(void **state)
{
    (void)state;
    struct ent_network network;
    make(&network);
    struct ent_column *column =
        ent_table_column(&network, &network.edges, "id", ENT_TYPE_INT);
    column->ints[0] = INT64_MAX;
    column->ints[1] = -5;
    size_t size;
    char *text = write(&network, JSON, &size);
    assert_non_null(strstr(text, "\"id\":\"9223372036854775807\""));
    assert_non_null(strstr(text, "\"id\":-5"));
    free(text);
    ent_network_clear(&network);
}

static void dot_escapes_and_joins_mutual_arcs(void **state)
{
    (void)state;
    struct ent_network network;
    make(&network);
    size_t size;
    char *text = write(&network, DOT, &size);
    assert_int_equal(strlen(text), size); /* no NUL */
    assert_non_null(strstr(text, "n0 [label=\"a\xEF\xBF\xBD\\\"\\\\N b\""));
    assert_non_null(strstr(text, "n0 -> n1 ["));
    assert_null(strstr(text, "n1 -> n0 ["));
    assert_non_null(strstr(text, "dir=both"));
    assert_non_null(strstr(text, "n2 -> n2 ["));
    free(text);
    ent_network_clear(&network);
}

static void mutual_arcs_of_other_sign_stay_apart(void **state)
{
    (void)state;
    struct ent_network network;
    make(&network);
    struct ent_column *sign =
        ent_table_column(&network, &network.edges, "sign", ENT_TYPE_INT);
    for (int i = 0; i < 3; i++)
        sign->ints[i] = i - 1;
    size_t size;
    char *text = write(&network, DOT, &size);
    assert_non_null(strstr(text, "n0 -> n1 ["));
    assert_non_null(strstr(text, "n1 -> n0 ["));
    assert_null(strstr(text, "dir=both"));
    free(text);
    ent_network_clear(&network);
}

static void selection_keeps_arcs_between_kept_vertices(void **state)
{
    (void)state;
    struct ent_network network;
    make(&network);
    struct ent_select select = {.top = 2}; /* vertex 2 has the self-loop: weight 2 */
    assert_int_equal(ent_network_select(&network, &select, NULL), ENT_OK);
    assert_int_equal(network.vertices.row_count, 2);
    assert_int_equal(network.edges.row_count, 2);
    select = (struct ent_select){.neighbours = "Atlantis"};
    struct ent_error error;
    assert_int_equal(ent_network_select(&network, &select, &error), ENT_EMISSING);
    ent_network_clear(&network);
}

static void a_full_disk_is_reported(void **state)
{
    (void)state;
    struct ent_network network;
    make(&network);
    FILE *file = fopen("/dev/full", "w");
    assert_non_null(file);
    setvbuf(file, NULL, _IONBF, 0);
    struct ent_draw draw;
    ent_draw_defaults(&draw);
    assert_int_equal(ent_dot_write(&network, &draw, file, NULL), ENT_EIO);
    assert_int_equal(ent_node_link_write(&network, file, NULL), ENT_EIO);
    fclose(file);
    ent_network_clear(&network);
}

UNIT_MAIN(cmocka_unit_test(names_are_made_unique),
          cmocka_unit_test(own_columns_do_not_hide_the_ends),
          cmocka_unit_test(json_keeps_large_integers),
          cmocka_unit_test(dot_escapes_and_joins_mutual_arcs),
          cmocka_unit_test(mutual_arcs_of_other_sign_stay_apart),
          cmocka_unit_test(selection_keeps_arcs_between_kept_vertices),
          cmocka_unit_test(a_full_disk_is_reported))
