/* GraphML: what we write reads back, what others write is understood, nonsense is
 * refused. */
#include <entente/graphml.h>
#include <entente/random.h>

#include <stdlib.h>

#include "unit.h"

static enum ent_status read_bytes(struct ent_network *network, const char *bytes,
                                  size_t size, struct ent_error *error)
{
    FILE *file = tmpfile();
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    rewind(file);
    memset(error, 0, sizeof *error);
    enum ent_status status = ent_graphml_read(network, file, error);
    fclose(file);
    return status;
}

static enum ent_status read_text(struct ent_network *network, const char *text,
                                 struct ent_error *error)
{
    return read_bytes(network, text, strlen(text), error);
}

static char *write_text(const struct ent_network *network, unsigned how)
{
    FILE *file = tmpfile();
    assert_non_null(file);
    assert_int_equal(ent_graphml_write(network, how, file, NULL), ENT_OK);
    long size = ftell(file);
    rewind(file);
    char *text = calloc(1, (size_t)size + 1);
    assert_int_equal(fread(text, 1, (size_t)size, file), size);
    fclose(file);
    return text;
}

static struct ent_str string_at(const struct ent_table *table, const char *name,
                                uint32_t row)
{
    struct ent_column *column = ent_table_find(table, name);
    assert_non_null(column);
    assert_int_equal(column->type, ENT_TYPE_STRING);
    return column->strings[row];
}

#define HEAD                                                                             \
    "<?xml version=\"1.0\"?>\n<graphml "                                                 \
    "xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
#define TAIL "</graphml>\n"

static void test_round_trip_of_every_type(void **state)
{
    (void)state;
    struct ent_network network, back;
    ent_network_init(&network, true);
    for (int i = 0; i < 3; i++)
        ent_network_add_vertex(&network);
    ent_network_add_arc(&network, 2, 0);
    ent_network_add_arc(&network, 1, 1);
    struct ent_column *s =
        ent_table_column(&network, &network.vertices, "name", ENT_TYPE_STRING);
    ent_column_set(&network, s, 0, ENT_STR("a <b> & \"c\" ]]> 'd'\r\n\té"));
    ent_column_set(&network, s, 1, ENT_STR(""));
    struct ent_column *d =
        ent_table_column(&network, &network.edges, "weight", ENT_TYPE_DOUBLE);
    d->doubles[0] = 0.1 + 0.2;
    d->doubles[1] = -INFINITY;
    struct ent_column *i =
        ent_table_column(&network, &network.edges, "count", ENT_TYPE_INT);
    i->ints[1] = INT64_MAX;
    struct ent_column *b =
        ent_table_column(&network, &network.edges, "flag", ENT_TYPE_BOOL);
    b->ints[0] = 1;
    assert_int_equal(
        ent_network_note(&network, ENT_STR("tool 1: tool --x --y- a--b-"), NULL), ENT_OK);
    assert_int_equal(ent_network_note(&network, ENT_STR("next 2: next -"), NULL), ENT_OK);
    char *text = write_text(&network, ENT_GRAPHML_PROVENANCE);
    struct ent_error error;
    assert_int_equal(read_text(&back, text, &error), ENT_OK);
    assert_true(back.directed);
    assert_int_equal(back.vertices.row_count, 3);
    assert_int_equal(back.edges.row_count, 2);
    assert_int_equal(back.arcs[0].from, 2);
    assert_int_equal(back.arcs[0].to, 0);
    assert_str(string_at(&back.vertices, "name", 0), "a <b> & \"c\" ]]> 'd'\r\n\té");
    assert_non_null(string_at(&back.vertices, "name", 1).data);
    assert_int_equal(string_at(&back.vertices, "name", 1).size, 0);
    assert_null(string_at(&back.vertices, "name", 2).data);
    struct ent_column *weight = ent_table_find(&back.edges, "weight");
    assert_true(weight->doubles[0] == 0.1 + 0.2 && isinf(weight->doubles[1]));
    struct ent_column *count = ent_table_find(&back.edges, "count");
    assert_true(count->ints[0] == ENT_INT_NONE && count->ints[1] == INT64_MAX);
    assert_true(ent_table_find(&back.edges, "flag")->ints[0] == 1);
    assert_str(back.provenance, "tool 1: tool --x --y- a--b-\nnext 2: next -");
    char *again = write_text(&back, ENT_GRAPHML_PROVENANCE);
    assert_string_equal(text, again);
    free(text);
    free(again);
    ent_network_clear(&network);
    ent_network_clear(&back);
}

static void test_graph_attributes_in_comments(void **state)
{
    (void)state;
    struct ent_network network, back;
    struct ent_error error;
    ent_network_init(&network, true);
    struct ent_table *graph = &network.graph;
    ent_table_column(&network, graph, "cost", ENT_TYPE_DOUBLE)->doubles[0] = 6.5;
    ent_table_column(&network, graph, "camps", ENT_TYPE_INT)->ints[0] = 3;
    ent_table_column(&network, graph, "unknown", ENT_TYPE_INT);
    struct ent_column *title =
        ent_table_column(&network, graph, "title", ENT_TYPE_STRING);
    ent_column_set(&network, title, 0, ENT_STR("<a> --> b\nc -- \"d\""));
    char *text = write_text(&network, ENT_GRAPHML_COMMENTS);
    assert_null(strstr(text, "<key"));
    assert_int_equal(read_text(&back, text, &error), ENT_OK);
    assert_true(ent_table_find(&back.graph, "cost")->doubles[0] == 6.5);
    assert_int_equal(ent_table_find(&back.graph, "camps")->ints[0], 3);
    assert_null(ent_table_find(&back.graph, "unknown"));
    assert_str(string_at(&back.graph, "title", 0), "<a> --> b\nc -- \"d\"");
    free(text);
    ent_network_clear(&network);
    ent_network_clear(&back);
    assert_int_equal(read_text(&back,
                               "<!-- graph: double cost dear --><graphml><graph/></graphml>",
                               &error),
                     ENT_EFORMAT);
    ent_network_clear(&back);
}

static void test_doubles_round_trip(void **state)
{
    (void)state;
    struct ent_random random;
    ent_random_init(&random, 7);
    struct ent_network network, back;
    ent_network_init(&network, true);
    ent_network_add_vertex(&network);
    enum { COUNT = 4000 };
    for (int i = 0; i < COUNT; i++)
        ent_network_add_arc(&network, 0, 0);
    struct ent_column *d =
        ent_table_column(&network, &network.edges, "x", ENT_TYPE_DOUBLE);
    for (int i = 0; i < COUNT; i++) {
        double scale = pow(10, (double)ent_random_below(&random, 40) - 20);
        double value = ent_random_unit(&random) * scale;
        /* Every other one is a short decimal. */
        d->doubles[i] = i % 2 ? value : rint(value * 1000) / 1000;
        if (i % 3 == 0)
            d->doubles[i] = -d->doubles[i];
    }
    char *text = write_text(&network, 0);
    struct ent_error error;
    assert_int_equal(read_text(&back, text, &error), ENT_OK);
    for (int i = 0; i < COUNT; i++)
        assert_true(ent_table_find(&back.edges, "x")->doubles[i] == d->doubles[i]);
    free(text);
    ent_network_clear(&network);
    ent_network_clear(&back);
}

static void test_other_writers(void **state)
{
    (void)state;
    struct ent_network network;
    struct ent_error error;
    /* Types, defaults, missing attr.name, CDATA, comments, ports, prefixes, nodes after
     * edges. */
    const char *text =
        "<?xml version='1.0'?><!DOCTYPE graphml SYSTEM \"x.dtd\"><!-- c -->"
        "<g:graphml xmlns:g='u'><g:key id='d0' for='node' attr.name='color'"
        " attr.type='string'><default>yellow</default></g:key>"
        "<key id='w' for='edge' attr.type='float'/>"
        "<key id='all' attr.name='note' for='all' attr.type='string'/>"
        "<key id='n' for='node' attr.name='size' attr.type='long'/>"
        "<graph edgedefault='undirected'><desc>x</desc>"
        "<edge id='e1' source='b' target='a'><data key='w'> 1.5e2 </data>"
        "<data key='all'><![CDATA[<x> & ]]>y</data></edge>"
        "<node id='a'><port name='p'/><data key='n'>3.0</data></node>"
        "<node id='b'><data key='d0'>r&#233;d&amp;</data><data key='n'></data></node>"
        "</graph></g:graphml>";
    assert_int_equal(read_text(&network, text, &error), ENT_OK);
    assert_false(network.directed);
    assert_str(string_at(&network.vertices, "name", 0), "b");
    assert_str(string_at(&network.vertices, "color", 0), "réd&");
    assert_str(string_at(&network.vertices, "color", 1), "yellow");
    assert_str(string_at(&network.edges, "note", 0), "<x> & y");
    assert_true(ent_table_find(&network.edges, "w")->doubles[0] == 150);
    assert_true(ent_table_find(&network.vertices, "size")->ints[1] == 3);
    assert_true(ent_table_find(&network.vertices, "size")->ints[0] == ENT_INT_NONE);
    assert_null(ent_table_find(&network.vertices, "note"));
    ent_network_clear(&network);
}

static void test_drawing_elements_of_yed(void **state)
{
    (void)state;
    struct ent_network network;
    struct ent_error error;
    const char *text = HEAD
        "<key for='node' id='d6' yfiles.type='nodegraphics'/>"
        "<key for='edge' id='d9' yfiles.type='edgegraphics'/>"
        "<graph edgedefault='directed'><node id='n0'><data key='d6'><y:ShapeNode>"
        "<y:Geometry height='30.0' width='30.0' x='12.5' y='-7'/>"
        "<y:NodeLabel>Paris<y:LabelModel/></y:NodeLabel></y:ShapeNode></data></node>"
        "<node id='n1'/><edge source='n0' target='n1'><data key='d9'><y:PolyLineEdge>"
        "<y:EdgeLabel>backs</y:EdgeLabel></y:PolyLineEdge></data></edge></graph>" TAIL;
    assert_int_equal(read_text(&network, text, &error), ENT_OK);
    assert_str(string_at(&network.vertices, "label", 0), "Paris");
    assert_str(string_at(&network.edges, "label", 0), "backs");
    assert_true(ent_table_find(&network.vertices, "y")->doubles[0] == -7);
    ent_network_clear(&network);
}

static void test_mixed_directions_become_arcs(void **state)
{
    (void)state;
    struct ent_network network;
    struct ent_error error;
    const char *text =
        HEAD "<key id='w' for='edge' attr.name='weight' attr.type='double'/>"
             "<graph edgedefault='directed'><node id='a'/><node id='b'/>"
             "<edge source='a' target='b' directed='false'><data key='w'>2</data></edge>"
             "<edge source='b' target='a'/></graph>" TAIL;
    assert_int_equal(read_text(&network, text, &error), ENT_OK);
    assert_true(network.directed);
    assert_int_equal(network.edges.row_count, 3);
    assert_int_equal(network.arcs[2].from, 1);
    assert_true(ent_table_find(&network.edges, "weight")->doubles[2] == 2);
    ent_network_clear(&network);
}

static void test_encodings(void **state)
{
    (void)state;
    struct ent_network network;
    struct ent_error error;
    const char *latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><graphml><graph>"
                        "<node id=\"\xE9t\xE9\"/></graph></graphml>";
    assert_int_equal(read_text(&network, latin, &error), ENT_OK);
    assert_str(string_at(&network.vertices, "name", 0), "été");
    ent_network_clear(&network);
    const char *plain = "<graphml><graph><node id=\"n\"/></graph></graphml>";
    char wide[200] = "\xFF\xFE";
    size_t size = 2;
    for (const char *c = plain; *c; c++) {
        wide[size++] = *c;
        wide[size++] = 0;
    }
    assert_int_equal(read_bytes(&network, wide, size, &error), ENT_OK);
    assert_str(string_at(&network.vertices, "name", 0), "n");
    ent_network_clear(&network);
}

static const struct {
    const char *text, *message;
    enum ent_status status;
    size_t line;
} refused[] = {
    {"", "no XML element", ENT_EFORMAT, 1},
    {"hello", "text outside the root element", ENT_EFORMAT, 1},
    {"<html></html>", "the root element is not <graphml>", ENT_EFORMAT, 1},
    {HEAD TAIL, "no <graph> in the file", ENT_EFORMAT, 4},
    {HEAD "<graph>\n</grape>", "</grape> where </graph> is due", ENT_EFORMAT, 4},
    {HEAD "<graph>", "the file ends inside <graph>", ENT_EFORMAT, 3},
    {HEAD "<graph><node id='a", "the file ends inside a tag or comment", ENT_EFORMAT, 3},
    {HEAD "<graph>\n<node id='a'/>\n<node id='a'/></graph>" TAIL, "node 'a' given twice",
     ENT_EFORMAT, 5},
    {HEAD "<graph>\n<edge source='a' target='b'/></graph>" TAIL,
     "edge to the unknown node 'a'", ENT_EFORMAT, 4},
    {HEAD "<graph><node id='a'><graph/></node></graph>" TAIL,
     "nested graphs are not supported", ENT_EFORMAT, 3},
    {HEAD "<graph><hyperedge/></graph>" TAIL, "hyperedges are not supported", ENT_EFORMAT,
     3},
    {HEAD "<graph/><graph/>" TAIL, "more than one graph in the file", ENT_EFORMAT, 3},
    {HEAD "<graph><node id='a' id='b'/></graph>" TAIL, "attribute 'id' given twice",
     ENT_EFORMAT, 3},
    {HEAD "<graph><node id='&x;'/></graph>" TAIL, "unknown entity '&x;'", ENT_EFORMAT, 3},
    {HEAD "<graph><node id='&#0;'/></graph>" TAIL, "unknown entity '&#0;'", ENT_EFORMAT,
     3},
    {HEAD "<graph><node id='\x01'/></graph>" TAIL, "control character", ENT_EFORMAT, 3},
    {HEAD "<graph><node id='\xFF'/></graph>" TAIL, "invalid UTF-8", ENT_EFORMAT, 3},
    {HEAD "<graph><node id=a/></graph>" TAIL, "malformed attributes in <node>",
     ENT_EFORMAT, 3},
    {HEAD "<graph><data key='z'>1</data></graph>" TAIL, "data for the undeclared key 'z'",
     ENT_EFORMAT, 3},
    {HEAD "<key id='k' for='node' attr.name='n' attr.type='int'/><graph>"
          "<node id='a'><data key='k'>x</data></node></graph>" TAIL,
     "'x' in column 'n' is no whole number", ENT_EFORMAT, 3},
    {"<!DOCTYPE graphml [\n<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>\n<graphml/>",
     "entity declarations in the document type are refused", ENT_ELIMIT, 1},
};

static void test_refusals(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct ent_network network;
        struct ent_error error;
        assert_int_equal(read_text(&network, refused[i].text, &error), refused[i].status);
        assert_string_equal(error.text, refused[i].message);
        assert_int_equal(error.line, refused[i].line);
        ent_network_clear(&network);
    }
}

static void test_damaged_files_never_crash(void **state)
{
    (void)state;
    const char *text = HEAD
        "<key id='k' for='node' attr.name='n' attr.type='int'><default>1</default></key>"
        "<graph edgedefault='directed'><node id='a'><data key='k'>2</data></node><node "
        "id='b'/>"
        "<edge source='a' target='b' directed='false'/><!-- x "
        "--><![CDATA[y]]></graph>" TAIL;
    struct ent_random random;
    ent_random_init(&random, 3);
    size_t size = strlen(text);
    char *copy = malloc(size);
    for (int i = 0; i < 3000; i++) {
        memcpy(copy, text, size);
        size_t cut = i < (int)size ? (size_t)i : size;
        for (int k = 0; i >= (int)size && k < 3; k++)
            copy[ent_random_below(&random, size)] =
                "<>&;'\"/= !x\0\x80"[ent_random_below(&random, 13)];
        struct ent_network network;
        struct ent_error error;
        enum ent_status status = read_bytes(&network, copy, cut, &error);
        assert_true(status == ENT_OK || error.text[0] != '\0');
        ent_network_clear(&network);
    }
    free(copy);
}

static void test_hostile_names_and_strings(void **state)
{
    (void)state;
    struct ent_network network, back;
    struct ent_error error;
    ent_network_init(&network, true);
    ent_network_add_vertex(&network);
    static const char *const names[] = {"a b", "a_b", "a<b", "", "né", "a_b"};
    for (size_t i = 0; i < 5; i++) {
        struct ent_column *column =
            ent_table_column(&network, &network.vertices, names[i], ENT_TYPE_STRING);
        ent_column_set(&network, column, 0,
                       (struct ent_str){"x\0y\x1F\xFF\xEF\xBF\xBF]]>", 11});
    }
    char *text = write_text(&network, ENT_GRAPHML_PROVENANCE);
    assert_int_equal(read_text(&back, text, &error), ENT_OK);
    /* One more: the XML ids as names. */
    assert_int_equal(back.vertices.column_count, 6);
    assert_non_null(ent_table_find(&back.vertices, "né"));
    assert_str(string_at(&back.vertices, "a_b", 0), "xy\xEF\xBF\xBD]]>");
    assert_non_null(ent_table_find(&back.vertices, "a_b_._2"));
    free(text);
    ent_network_clear(&network);
    ent_network_clear(&back);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_round_trip_of_every_type),
        cmocka_unit_test(test_graph_attributes_in_comments),
        cmocka_unit_test(test_doubles_round_trip),
        cmocka_unit_test(test_other_writers),
        cmocka_unit_test(test_drawing_elements_of_yed),
        cmocka_unit_test(test_mixed_directions_become_arcs),
        cmocka_unit_test(test_encodings),
        cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_damaged_files_never_crash),
        cmocka_unit_test(test_hostile_names_and_strings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
