/* graphml_data.c: the element <data>, also with a program's own drawing elements in it.
 */
#include "draw/graphml_reader.h"

/* A cell in a column of our own that no key declares. */
static bool set_text(struct graphml_reader *reader, enum graphml_domain domain,
                     uint32_t row, const char *name, struct ent_str text)
{
    struct ent_table *table = graphml_table(reader->network, domain);
    struct ent_column *column = ent_table_find(table, name);
    if (!column)
        column = ent_table_column(reader->network, table, name, ENT_TYPE_STRING);
    if (!column)
        return graphml_no_memory(reader);
    if (column->type != ENT_TYPE_STRING || column->strings[row].size > 0)
        return true;
    return ent_column_set(reader->network, column, row, text) == ENT_OK ||
           graphml_no_memory(reader);
}

static bool set_coordinate(struct graphml_reader *reader, uint32_t row, const char *name)
{
    double value;
    if (!ent_str_double(ent_xml_get(&reader->xml, name), &value))
        return true;
    struct ent_column *column = ent_table_column(
        reader->network, &reader->network->vertices, name, ENT_TYPE_DOUBLE);
    if (!column)
        return graphml_no_memory(reader);
    column->doubles[row] = value;
    return true;
}

/* yEd keeps labels and positions inside data: <y:NodeLabel>, <y:EdgeLabel>, <y:Geometry>.
 */
static bool read_drawing(struct graphml_reader *reader, enum graphml_domain domain,
                         uint32_t row)
{
    struct ent_xml *xml = &reader->xml;
    uint32_t depth = xml->depth, label_depth = 0;
    ent_buf_reset(&reader->text);
    for (;;) {
        switch (ent_xml_next(xml)) {
        case ENT_XML_FAILED:
        case ENT_XML_EOF:
            return false;
        case ENT_XML_START:
            if (!label_depth &&
                ent_str_is(xml->name, domain == FOR_NODE ? "NodeLabel" : "EdgeLabel"))
                label_depth = xml->depth;
            if (domain == FOR_NODE && ent_str_is(xml->name, "Geometry") &&
                (!set_coordinate(reader, row, "x") || !set_coordinate(reader, row, "y")))
                return false;
            break;
        case ENT_XML_TEXT:
            if (label_depth == xml->depth)
                ent_buf_str(&reader->text, xml->text);
            break;
        case ENT_XML_STOP:
            if (xml->depth < label_depth) {
                label_depth = 0;
                struct ent_str label = ent_str_trim(ent_buf_view(&reader->text));
                if (label.size > 0 && !set_text(reader, domain, row, "label", label))
                    return false;
                ent_buf_reset(&reader->text);
            }
            if (xml->depth < depth)
                return true;
            break;
        case ENT_XML_COMMENT:
            break;
        }
    }
}

/* Text of the element just started, nested elements passed over; a view that lasts until
 * the next data element. */
static bool read_text(struct graphml_reader *reader, struct ent_str *text)
{
    uint32_t depth = reader->xml.depth;
    ent_buf_reset(&reader->text);
    reader->xml.keep_blanks = true;
    for (;;) {
        enum ent_xml_event event = ent_xml_next(&reader->xml);
        if (event == ENT_XML_FAILED || event == ENT_XML_EOF)
            return false;
        if (event == ENT_XML_TEXT && reader->xml.depth == depth)
            ent_buf_str(&reader->text, reader->xml.text);
        if (event == ENT_XML_STOP && reader->xml.depth < depth)
            break;
    }
    reader->xml.keep_blanks = false;
    *text = reader->text.data ? ent_buf_view(&reader->text) : ENT_STR("");
    return !reader->text.failed || graphml_no_memory(reader);
}

bool graphml_read_data(struct graphml_reader *reader, enum graphml_domain domain,
                       uint32_t row)
{
    struct ent_str id = ent_xml_get(&reader->xml, "key"), text;
    uint32_t index = ent_map_find(&reader->key_ids, id);
    if (index == ENT_MAP_NONE) {
        ent_xml_fail(&reader->xml, ENT_EFORMAT, "data for the undeclared key '%.*s'",
                     (int)(id.size < 60 ? id.size : 60), id.data ? id.data : "");
        return false;
    }
    struct graphml_key *key = &reader->keys[index];
    if (!key->serves[domain])
        return graphml_skip(reader);
    if (key->drawing)
        return read_drawing(reader, domain, row);
    return read_text(reader, &text) && graphml_set(reader, key, domain, row, text);
}

/* The key with that id as written, or NULL. */
static struct graphml_key *plain_key(struct graphml_reader *reader, struct ent_str id)
{
    struct graphml_key *keys = reader->keys;
    uint32_t count = reader->key_ids.size, last = reader->last_key;
    uint32_t index = last < count ? keys[last].next_key : 0;
    if (index >= count || !ent_str_eq(reader->key_ids.keys[index], id)) {
        index = ent_map_find(&reader->key_ids, id);
        if (index == ENT_MAP_NONE)
            return NULL;
        keys[last].next_key = index;
    }
    reader->last_key = index;
    return keys[index].as_written ? &keys[index] : NULL;
}

bool graphml_read_plain_data(struct graphml_reader *reader, enum graphml_domain domain,
                             uint32_t row)
{
    struct ent_xml *xml = &reader->xml;
    struct ent_str id, text;
    size_t size;
    if (xml->empty_element)
        return true;
    while ((size = ent_xml_leaf(xml, ENT_STR("<data key=\""), ENT_STR("</data>"), &id,
                                &text)) > 0) {
        struct graphml_key *key = plain_key(reader, id);
        if (!key || !key->serves[domain] || key->drawing)
            break;
        ent_xml_pass(xml, size); /* first, for the line that an error names */
        if (!graphml_set(reader, key, domain, row, text))
            return false;
    }
    return true;
}
