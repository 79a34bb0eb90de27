/* graphml_read.c: graph, nodes and edges of GraphML. */
#include "draw/graphml_reader.h"

#include <stdlib.h>

static bool fail_format(struct graphml_reader *reader, const char *what)
{
    ent_xml_fail(&reader->xml, ENT_EFORMAT, "%s", what);
    return false;
}

static bool grow_nodes(struct graphml_reader *reader)
{
    size_t capacity = reader->node_capacity ? (size_t)reader->node_capacity * 2 : 256;
    uint8_t *seen = realloc(reader->node_seen, capacity);
    if (seen)
        reader->node_seen = seen;
    size_t *line = realloc(reader->node_line, capacity * sizeof *line);
    if (line)
        reader->node_line = line;
    if (seen && line)
        reader->node_capacity = (uint32_t)capacity;
    return seen && line;
}

/* The vertex with that XML id where programs count their ids: "n12" is number 12.
 * UINT32_MAX if it is not so. */
static uint32_t counted_vertex(const struct graphml_reader *reader, struct ent_str id)
{
    uint32_t number = 0;
    if (id.size < 2 || id.size > 10)
        return UINT32_MAX;
    for (size_t i = 1; i < id.size; i++)
        number = number * 10 + (uint32_t)(id.data[i] - '0');
    bool there =
        number < reader->node_ids.size && ent_str_eq(reader->node_ids.keys[number], id);
    return there ? number : UINT32_MAX;
}

/* The vertex with that XML id, made if it is new; UINT32_MAX after an error. */
static uint32_t vertex_of(struct graphml_reader *reader, struct ent_str id)
{
    bool added;
    uint32_t known = counted_vertex(reader, id);
    if (known != UINT32_MAX)
        return known;
    uint32_t vertex = ent_map_add(&reader->node_ids, id, &added);
    if (!added)
        return vertex;
    if ((vertex >= reader->node_capacity && !grow_nodes(reader)) ||
        ent_network_add_vertex(reader->network) != vertex) {
        graphml_no_memory(reader);
        return UINT32_MAX;
    }
    reader->node_seen[vertex] = 0;
    reader->node_line[vertex] = ent_xml_line(&reader->xml);
    return graphml_set_defaults(reader, FOR_NODE, vertex) ? vertex : UINT32_MAX;
}

/* Children of a node or edge: data, and things that are passed over or refused. */
static bool read_children(struct graphml_reader *reader, enum graphml_domain domain,
                          uint32_t row)
{
    for (;;) {
        if (!graphml_read_plain_data(reader, domain, row))
            return false;
        enum ent_xml_event event = ent_xml_next(&reader->xml);
        if (event == ENT_XML_FAILED || event == ENT_XML_EOF)
            return false;
        if (event == ENT_XML_STOP)
            return true;
        if (event != ENT_XML_START)
            continue;
        if (ent_str_is(reader->xml.name, "graph"))
            return fail_format(reader, "nested graphs are not supported");
        if (ent_str_is(reader->xml.name, "data") ? !graphml_read_data(reader, domain, row)
                                                 : !graphml_skip(reader))
            return false;
    }
}

static bool read_node(struct graphml_reader *reader)
{
    struct ent_str id = ent_xml_get(&reader->xml, "id");
    if (!id.data)
        return fail_format(reader, "<node> without an id");
    uint32_t vertex = vertex_of(reader, id);
    if (vertex == UINT32_MAX)
        return false;
    if (reader->node_seen[vertex]) {
        ent_xml_fail(&reader->xml, ENT_EFORMAT, "node '%.*s' given twice",
                     (int)(id.size < 60 ? id.size : 60), id.data);
        return false;
    }
    reader->node_seen[vertex] = 1;
    return read_children(reader, FOR_NODE, vertex);
}

/* Remember the direction of the arc just added. */
static bool note_direction(struct graphml_reader *reader, uint32_t arc,
                           struct ent_str directed)
{
    if (arc >= reader->undirected_capacity) {
        size_t capacity =
            reader->undirected_capacity ? (size_t)reader->undirected_capacity * 2 : 1024;
        uint8_t *undirected = realloc(reader->undirected, capacity);
        if (!undirected)
            return graphml_no_memory(reader);
        reader->undirected = undirected;
        reader->undirected_capacity = (uint32_t)capacity;
    }
    bool undirected =
        directed.data ? ent_str_is(directed, "false") : reader->undirected_default;
    reader->undirected[arc] = undirected;
    reader->undirected_count += undirected;
    return true;
}

static bool read_edge(struct graphml_reader *reader)
{
    struct ent_str source = ent_xml_get(&reader->xml, "source");
    struct ent_str target = ent_xml_get(&reader->xml, "target");
    if (!source.data || !target.data)
        return fail_format(reader, "<edge> without source or target");
    uint32_t from = vertex_of(reader, source);
    uint32_t to = from == UINT32_MAX ? from : vertex_of(reader, target);
    if (to == UINT32_MAX)
        return false;
    uint32_t arc = ent_network_add_arc(reader->network, from, to);
    if (arc == UINT32_MAX)
        return graphml_no_memory(reader);
    return note_direction(reader, arc, ent_xml_get(&reader->xml, "directed")) &&
           graphml_set_defaults(reader, FOR_EDGE, arc) &&
           read_children(reader, FOR_EDGE, arc);
}

static bool read_graph_child(struct graphml_reader *reader)
{
    struct ent_str name = reader->xml.name;
    if (ent_str_is(name, "edge"))
        return read_edge(reader);
    if (ent_str_is(name, "node"))
        return read_node(reader);
    if (ent_str_is(name, "data"))
        return graphml_read_data(reader, FOR_GRAPH, 0);
    if (ent_str_is(name, "hyperedge"))
        return fail_format(reader, "hyperedges are not supported");
    if (ent_str_is(name, "graph"))
        return fail_format(reader, "nested graphs are not supported");
    return graphml_skip(reader);
}

static bool read_graph(struct graphml_reader *reader)
{
    if (reader->graph_seen)
        return fail_format(reader, "more than one graph in the file");
    reader->graph_seen = true;
    reader->undirected_default =
        !ent_str_is(ent_xml_get(&reader->xml, "edgedefault"), "directed");
    if (!graphml_keys_start(reader) || !graphml_set_defaults(reader, FOR_GRAPH, 0))
        return false;
    for (;;) {
        enum ent_xml_event event = ent_xml_next(&reader->xml);
        if (event == ENT_XML_FAILED || event == ENT_XML_EOF)
            return false;
        if (event == ENT_XML_STOP)
            return true;
        if (event == ENT_XML_START && !read_graph_child(reader))
            return false;
    }
}

static bool read_document(struct graphml_reader *reader)
{
    for (;;) {
        switch (ent_xml_next(&reader->xml)) {
        case ENT_XML_FAILED:
            return false;
        case ENT_XML_EOF:
            return reader->graph_seen || fail_format(reader, "no <graph> in the file");
        case ENT_XML_COMMENT:
            if (!graphml_read_comment(reader))
                return false;
            break;
        case ENT_XML_START:
            if (reader->xml.depth == 1) {
                if (!ent_str_is(reader->xml.name, "graphml"))
                    return fail_format(reader, "the root element is not <graphml>");
            } else if (ent_str_is(reader->xml.name, "key")) {
                if (!graphml_read_key(reader))
                    return false;
            } else if (ent_str_is(reader->xml.name, "graph")) {
                if (!read_graph(reader))
                    return false;
            } else if (!graphml_skip(reader)) {
                return false;
            }
            break;
        case ENT_XML_STOP:
        case ENT_XML_TEXT:
            break;
        }
    }
}

static bool check_nodes(struct graphml_reader *reader)
{
    for (uint32_t i = 0; i < reader->node_ids.size; i++) {
        if (reader->node_seen[i])
            continue;
        struct ent_str id = reader->node_ids.keys[i];
        ent_fail(reader->error, ENT_EFORMAT, reader->node_line[i],
                 "edge to the unknown node '%.*s'", (int)(id.size < 60 ? id.size : 60),
                 id.data);
        return false;
    }
    return true;
}

/* Nodes without an attribute `name` get their XML ids as names. */
static bool name_nodes(struct graphml_reader *reader)
{
    struct ent_network *network = reader->network;
    if (ent_table_find(&network->vertices, "name"))
        return true;
    struct ent_column *column =
        ent_table_column(network, &network->vertices, "name", ENT_TYPE_STRING);
    if (!column)
        return graphml_no_memory(reader);
    for (uint32_t i = 0; i < network->vertices.row_count; i++) {
        if (ent_column_set(network, column, i, reader->node_ids.keys[i]) != ENT_OK)
            return graphml_no_memory(reader);
    }
    return true;
}

/* Give the second arc of an undirected edge the attributes of the first. */
static void copy_row(struct ent_table *table, uint32_t from, uint32_t to)
{
    for (uint32_t c = 0; c < table->column_count; c++) {
        struct ent_column *column = &table->columns[c];
        if (column->type == ENT_TYPE_STRING)
            column->strings[to] = column->strings[from];
        else if (column->type == ENT_TYPE_DOUBLE)
            column->doubles[to] = column->doubles[from];
        else
            column->ints[to] = column->ints[from];
    }
}

static bool settle_direction(struct graphml_reader *reader)
{
    struct ent_network *network = reader->network;
    uint32_t arcs = network->edges.row_count;
    network->directed =
        arcs == 0 ? !reader->undirected_default : reader->undirected_count < arcs;
    if (reader->undirected_count == 0 || reader->undirected_count == arcs)
        return true;
    for (uint32_t i = 0; i < arcs; i++) {
        struct ent_arc arc = network->arcs[i];
        if (!reader->undirected[i] || arc.from == arc.to)
            continue;
        uint32_t back = ent_network_add_arc(network, arc.to, arc.from);
        if (back == UINT32_MAX)
            return graphml_no_memory(reader);
        copy_row(&network->edges, i, back);
    }
    return true;
}

enum ent_status ent_graphml_read(struct ent_network *network, FILE *file,
                                 struct ent_error *error)
{
    struct ent_error own = {ENT_OK, 0, ""};
    struct graphml_reader *reader = calloc(1, sizeof *reader);
    ent_network_init(network, true);
    if (!reader)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    reader->network = network;
    reader->error = &own;
    ent_xml_init(&reader->xml, file, &own);
    bool fine = read_document(reader) && check_nodes(reader) && name_nodes(reader) &&
                settle_direction(reader);
    if (!fine && own.status == ENT_OK)
        ent_xml_fail(&reader->xml, ENT_EFORMAT, "not GraphML");
    ent_xml_clear(&reader->xml);
    ent_map_clear(&reader->node_ids);
    ent_buf_clear(&reader->text);
    graphml_keys_clear(reader);
    free(reader->node_seen);
    free(reader->node_line);
    free(reader->undirected);
    free(reader);
    if (!fine && error)
        *error = own;
    return fine ? ENT_OK : own.status;
}
