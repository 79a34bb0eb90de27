/* Random networks with the worst strings, names and numbers, through every writer.
 *
 * Without arguments: checks in one process that what is written can be read. With arguments
 * FOLDER COUNT SEED: writes the files N.dot, N.json ... for tests/draw/hostile.py, which gives
 * them to other programs, and a line "N vertices arcs" each into FOLDER/list. */
#include "unit.h"

#include <entente/buf.h>
#include <entente/draw.h>
#include <entente/graphml.h>
#include <entente/json.h>
#include <entente/random.h>
#include <stdlib.h>

enum { PAGE_EVERY = 100 }; /* pages are large */

#define P(text) {text, sizeof(text) - 1}

static const struct ent_str pieces[] = {
    P("\""), P("\\"), P("\\N"), P("]]>"), P("\0"), P("\x01\x1b[31m"), P("\xff\xfe"),
    P("\xc3"), P("\xed\xa0\x80"), P("\xf4\x90\x80\x80"), P("مرحبا بالعالم"),
    P("\u202eabc"), P("👩‍👩‍👧🇫🇷"), P("INF"), P("null"), P("graph"), P("1.2.3"), P("-"),
    P("&amp;"), P("&eacute;&#0;"), P("<b>"), P("</script>"), P("<!--"), P("\n"),
    P("\r\n"), P("\t"), P(","), P(";"), P("'"), P("=1+1"), P("\xEF\xBF\xBE"),
    P("\xEF\xBF\xBF"), P("\xEF\xBB\xBF"), P("\u2028"), P("\xC2\x85"), P("e\u0301"),
    P("France"), P(" "), P("{{data}}"), P("%s%n"), P("\u200b"), P("subgraph {"),
    P("//"), P("--"), P("\U0010FFFF"),
};

static struct ent_str text_of(struct ent_network *network, struct ent_random *random)
{
    struct ent_buf buf;
    ent_buf_init(&buf);
    size_t parts = ent_random_below(random, 5);
    if (ent_random_below(random, 400) == 0)
        parts = 4000; /* 20 kB and more */
    for (size_t i = 0; i < parts; i++) {
        size_t which = ent_random_below(random, sizeof pieces / sizeof *pieces);
        ent_buf_str(&buf, pieces[which]);
    }
    struct ent_str text = ent_arena_dup(&network->arena, ent_buf_view(&buf));
    ent_buf_clear(&buf);
    return text;
}

static void fill(struct ent_network *network, struct ent_table *table,
                 struct ent_column *column, struct ent_random *random)
{
    static const double doubles[] = {0, -1, 0.1, 1e300, -5e-324, 1e15, NAN, INFINITY,
                                     -INFINITY, 3};
    static const int64_t ints[] = {0, 1, -1, INT64_MAX, ENT_INT_NONE, INT64_MIN + 1, 2, 7};
    for (uint32_t i = 0; i < table->row_count; i++) {
        if (column->type == ENT_TYPE_STRING) {
            if (ent_random_below(random, 8))
                column->strings[i] = text_of(network, random);
        } else if (column->type == ENT_TYPE_DOUBLE) {
            column->doubles[i] = doubles[ent_random_below(random, 10)];
        } else if (column->type == ENT_TYPE_INT) {
            column->ints[i] = ints[ent_random_below(random, 8)];
        } else {
            column->ints[i] = (int64_t)ent_random_below(random, 2);
        }
    }
}

static void add_columns(struct ent_network *network, struct ent_table *table,
                        struct ent_random *random)
{
    static const char *const names[] = {
        "name", "label", "kind",     "camp",  "pagerank", "weight", "sign",   "tone",
        "first", "last", "relation", "accuses", "alleged", "evidence", "id",  "source",
        "target", "key", "x",        "y",     "color",    "size",   "a b",    "",
        "1.2.3", "\"",   "é\xff",    "a:b",   "ID",       "title",  "lang",   "country",
    };
    size_t count = ent_random_below(random, 9);
    for (size_t i = 0; i < count; i++) {
        const char *name = names[ent_random_below(random, sizeof names / sizeof *names)];
        /* Mostly the type it should have. */
        enum ent_type type = (enum ent_type)ent_random_below(random, 4);
        if (strcmp(name, "name") == 0 || strcmp(name, "label") == 0)
            type = ENT_TYPE_STRING;
        struct ent_column *column = ent_table_column(network, table, name, type);
        assert_non_null(column);
        fill(network, table, column, random);
    }
}

static void make(struct ent_network *network, struct ent_random *random)
{
    ent_network_init(network, ent_random_below(random, 4) != 0);
    uint32_t n = (uint32_t)ent_random_below(random, 7);
    uint32_t m = n ? (uint32_t)ent_random_below(random, 9) : 0;
    for (uint32_t i = 0; i < n; i++)
        ent_network_add_vertex(network);
    for (uint32_t i = 0; i < m; i++)
        ent_network_add_arc(network, (uint32_t)ent_random_below(random, n),
                            (uint32_t)ent_random_below(random, n));
    add_columns(network, &network->vertices, random);
    add_columns(network, &network->edges, random);
    add_columns(network, &network->graph, random);
}

enum form { DOT, GRAPHML, GEXF, JSON, ARCS, TSV, VERTICES, NEO4J, HTML, FORM_COUNT };

static const char *const endings[] = {"dot",      "graphml",      "gexf",
                                      "json",     "arcs.csv",     "arcs.tsv",
                                      "vertices.csv", "neo4j.csv", "html"};

static enum ent_status write_form(const struct ent_network *network, enum form form,
                                  unsigned number, FILE *file, struct ent_error *error)
{
    static const char *const themes[] = {NULL, "plain", "print", "dark"};
    struct ent_draw draw;
    ent_draw_defaults(&draw);
    draw.theme = themes[number % 4];
    draw.lang = number % 3 ? "fr" : NULL;
    draw.clusters = number % 2;
    switch (form) {
    case DOT:
        return ent_dot_write(network, &draw, file, error);
    case GRAPHML:
        return ent_graphml_write(network, ENT_GRAPHML_PROVENANCE, file, error);
    case GEXF:
        return ent_gexf_write(network, NULL, &draw, file, error);
    case JSON:
        return ent_node_link_write(network, file, error);
    case ARCS:
        return ent_table_write(network, ENT_PART_ARCS, ENT_CSV, file, error);
    case TSV:
        return ent_table_write(network, ENT_PART_ARCS, ENT_TSV, file, error);
    case VERTICES:
        return ent_table_write(network, ENT_PART_VERTICES, ENT_CSV, file, error);
    case NEO4J:
        return ent_neo4j_write(network, number % 2 ? ENT_PART_ARCS : ENT_PART_VERTICES,
                               file, error);
    case HTML:
    case FORM_COUNT:
        break;
    }
    return ent_html_write(network, &draw, NULL, file, error);
}

static char *write_text(const struct ent_network *network, enum form form, unsigned number,
                        size_t *size)
{
    char *text = NULL;
    struct ent_error error = {ENT_OK, 0, ""};
    FILE *file = open_memstream(&text, size);
    if (write_form(network, form, number, file, &error) != ENT_OK)
        fail_msg("network %u as %s: %s", number, endings[form], error.text);
    assert_int_equal(fclose(file), 0);
    return text;
}

static size_t length(const struct ent_json *list)
{
    size_t count = 0;
    for (const struct ent_json *item = ent_json_first(list); item; item = ent_json_next(item))
        count++;
    return count;
}

static void check_json(const struct ent_network *network, unsigned number)
{
    size_t size;
    char *text = write_text(network, JSON, number, &size);
    struct ent_error error = {ENT_OK, 0, ""};
    struct ent_json *json = ent_json_parse((struct ent_str){text, size}, &error);
    if (!json)
        fail_msg("network %u: %s", number, error.text);
    assert_int_equal(length(ent_json_get(json, "nodes")), network->vertices.row_count);
    assert_int_equal(length(ent_json_get(json, "links")), network->edges.row_count);
    ent_json_free(json);
    free(text);
}

/* What was written is read as the same network: written again it is the same. */
static void check_graphml(const struct ent_network *network, unsigned number)
{
    size_t size, again_size;
    char *text = write_text(network, GRAPHML, number, &size);
    FILE *file = fmemopen(text, size, "r");
    struct ent_network read;
    struct ent_error error = {ENT_OK, 0, ""};
    if (ent_graphml_read(&read, file, &error) != ENT_OK)
        fail_msg("network %u:%zu: %s\n%s", number, error.line, error.text, text);
    fclose(file);
    assert_int_equal(read.vertices.row_count, network->vertices.row_count);
    assert_int_equal(read.edges.row_count, network->edges.row_count);
    if (ent_table_find(&network->vertices, "name")) {
        char *again = write_text(&read, GRAPHML, number, &again_size);
        if (size != again_size || memcmp(text, again, size) != 0)
            fail_msg("network %u changes:\n%s\n%s", number, text, again);
        free(again);
    }
    ent_network_clear(&read);
    free(text);
}

static void all_writers_take_all_networks(void **state)
{
    (void)state;
    struct ent_random random;
    ent_random_init(&random, 1);
    for (unsigned i = 0; i < 1000; i++) {
        struct ent_network network;
        make(&network, &random);
        check_json(&network, i);
        check_graphml(&network, i);
        for (int form = 0; form < FORM_COUNT; form++) {
            size_t size;
            if (form == HTML && i % PAGE_EVERY)
                continue;
            char *text = write_text(&network, (enum form)form, i, &size);
            assert_int_equal(strlen(text), size); /* no NUL */
            free(text);
        }
        ent_network_clear(&network);
    }
}

static void layout_and_paint_take_all_networks(void **state)
{
    (void)state;
    struct ent_random random;
    ent_random_init(&random, 2);
    for (unsigned i = 0; i < 200; i++) {
        struct ent_network network;
        struct ent_draw draw;
        ent_draw_defaults(&draw);
        make(&network, &random);
        /* DrL takes long to start. */
        enum ent_layout method = i % 50 ? ENT_LAYOUT_FR : ENT_LAYOUT_DRL;
        assert_int_equal(ent_network_layout(&network, method, i, NULL), ENT_OK);
        assert_int_equal(ent_network_paint(&network, &draw, NULL), ENT_OK);
        assert_int_equal(ent_network_positive_weights(&network, NULL), ENT_OK);
        const struct ent_column *x = ent_table_find(&network.vertices, "x");
        const struct ent_column *weight = ent_table_find(&network.edges, "weight");
        for (uint32_t v = 0; v < network.vertices.row_count; v++)
            assert_true(isfinite(x->doubles[v]));
        for (uint32_t e = 0; weight && e < network.edges.row_count; e++)
            assert_false(ent_column_number(weight, e) <= 0);
        ent_network_clear(&network);
    }
}

static void slices_take_all_networks(void **state)
{
    (void)state;
    struct ent_random random;
    ent_random_init(&random, 3);
    for (unsigned i = 0; i < 100; i++) {
        struct ent_slices *slices = ent_slices_new();
        struct ent_draw draw;
        uint32_t most = 0;
        ent_draw_defaults(&draw);
        for (int k = 0; k < 4; k++) {
            struct ent_network network;
            do {
                make(&network, &random);
                if (!network.directed)
                    ent_network_clear(&network);
            } while (!network.directed);
            most = network.edges.row_count > most ? network.edges.row_count : most;
            assert_int_equal(ent_slices_add(slices, &network, NULL), ENT_OK);
            ent_network_clear(&network);
        }
        struct ent_network *whole = ent_slices_network(slices);
        assert_true(whole->edges.row_count >= most);
        char *text = NULL;
        size_t size;
        FILE *file = open_memstream(&text, &size);
        assert_int_equal(ent_gexf_write(whole, slices, &draw, file, NULL), ENT_OK);
        fclose(file);
        assert_int_equal(strlen(text), size);
        free(text);
        ent_slices_free(slices);
    }
}

static int write_files(const char *folder, unsigned count, uint64_t seed)
{
    char path[4096];
    struct ent_random random;
    ent_random_init(&random, seed);
    snprintf(path, sizeof path, "%s/list", folder);
    FILE *list = fopen(path, "w");
    for (unsigned i = 0; list && i < count; i++) {
        struct ent_network network;
        make(&network, &random);
        for (int form = 0; form < FORM_COUNT; form++) {
            if (form == HTML && i % PAGE_EVERY)
                continue;
            snprintf(path, sizeof path, "%s/%u.%s", folder, i, endings[form]);
            FILE *file = fopen(path, "w");
            struct ent_error error;
            if (!file || write_form(&network, (enum form)form, i, file, &error) != ENT_OK ||
                fclose(file) != 0)
                return 1;
        }
        fprintf(list, "%u %u %u\n", i, (unsigned)network.vertices.row_count,
                (unsigned)network.edges.row_count);
        ent_network_clear(&network);
    }
    return !list || fclose(list) != 0;
}

int main(int argc, char **argv)
{
    if (argc == 4)
        return write_files(argv[1], (unsigned)atoi(argv[2]), (uint64_t)atoll(argv[3]));
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_writers_take_all_networks),
        cmocka_unit_test(layout_and_paint_take_all_networks),
        cmocka_unit_test(slices_take_all_networks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
