/* graphml_key.c: keys and data of GraphML: typed columns and their cells. */
#include "draw/graphml_reader.h"

#include <stdlib.h>
#include <strings.h>

bool graphml_no_memory(struct graphml_reader *reader)
{
    ent_xml_fail(&reader->xml, ENT_EMEMORY, "out of memory");
    return false;
}

struct ent_table *graphml_table(struct ent_network *network, enum graphml_domain domain)
{
    return domain == FOR_GRAPH  ? &network->graph
           : domain == FOR_NODE ? &network->vertices
                                : &network->edges;
}

bool graphml_skip(struct graphml_reader *reader)
{
    uint32_t depth = reader->xml.depth;
    for (;;) {
        enum ent_xml_event event = ent_xml_next(&reader->xml);
        if (event == ENT_XML_FAILED)
            return false;
        if (event == ENT_XML_STOP && reader->xml.depth < depth)
            return true;
    }
}

enum ent_type graphml_type(struct ent_str text)
{
    if (ent_str_is(text, "int") || ent_str_is(text, "long") ||
        ent_str_is(text, "integer") || ent_str_is(text, "short"))
        return ENT_TYPE_INT;
    if (ent_str_is(text, "double") || ent_str_is(text, "float"))
        return ENT_TYPE_DOUBLE;
    return ent_str_is(text, "boolean") ? ENT_TYPE_BOOL : ENT_TYPE_STRING;
}

/* Is the column name taken by another key of one of the same domains? */
static bool name_taken(const struct graphml_reader *reader, const struct graphml_key *key,
                       struct ent_str name)
{
    for (uint32_t i = 0; i < reader->key_ids.size; i++) {
        const struct graphml_key *other = &reader->keys[i];
        if (other == key || !ent_str_eq(other->name, name))
            continue;
        for (int d = 0; d < DOMAIN_COUNT; d++) {
            if (key->serves[d] && other->serves[d])
                return true;
        }
    }
    return false;
}

static struct graphml_key *add_key(struct graphml_reader *reader)
{
    bool added;
    struct ent_str id = ent_xml_get(&reader->xml, "id");
    if (!id.data) {
        ent_xml_fail(&reader->xml, ENT_EFORMAT, "<key> without an id");
        return NULL;
    }
    uint32_t index = ent_map_add(&reader->key_ids, id, &added);
    if (index == ENT_MAP_NONE) {
        graphml_no_memory(reader);
        return NULL;
    }
    if (!added) {
        ent_xml_fail(&reader->xml, ENT_EFORMAT, "key '%.60s' declared twice",
                     reader->key_ids.keys[index].data);
        return NULL;
    }
    if (index == reader->key_capacity) {
        uint32_t capacity = index ? index * 2 : 32;
        struct graphml_key *keys = realloc(reader->keys, capacity * sizeof *keys);
        if (!keys) {
            graphml_no_memory(reader);
            return NULL;
        }
        reader->keys = keys;
        reader->key_capacity = capacity;
    }
    memset(&reader->keys[index], 0, sizeof *reader->keys);
    return &reader->keys[index];
}

static void set_domains(struct graphml_key *key, struct ent_str what)
{
    bool all = !what.data || ent_str_is(what, "all");
    key->serves[FOR_GRAPH] = all || ent_str_is(what, "graph");
    key->serves[FOR_NODE] = all || ent_str_is(what, "node");
    key->serves[FOR_EDGE] = all || ent_str_is(what, "edge");
    for (int d = 0; d < DOMAIN_COUNT; d++)
        key->column[d] = NO_COLUMN;
}

/* The text of <default> and whatever else a key holds. */
static bool read_key_content(struct graphml_reader *reader, struct graphml_key *key)
{
    uint32_t depth = reader->xml.depth;
    bool inside = false;
    ent_buf_reset(&reader->text);
    for (;;) {
        switch (ent_xml_next(&reader->xml)) {
        case ENT_XML_FAILED:
        case ENT_XML_EOF:
            return false;
        case ENT_XML_START:
            inside =
                reader->xml.depth == depth + 1 && ent_str_is(reader->xml.name, "default");
            break;
        case ENT_XML_TEXT:
            if (inside)
                ent_buf_str(&reader->text, reader->xml.text);
            break;
        case ENT_XML_STOP:
            inside = false;
            if (reader->xml.depth >= depth)
                break;
            if (reader->text.size == 0)
                return !reader->text.failed || graphml_no_memory(reader);
            key->has_default = reader->any_default = true;
            key->default_text =
                ent_arena_dup(&reader->network->arena, ent_buf_view(&reader->text));
            return key->default_text.data || graphml_no_memory(reader);
        case ENT_XML_COMMENT:
            break;
        }
    }
}

bool graphml_read_key(struct graphml_reader *reader)
{
    struct graphml_key *key = add_key(reader);
    if (!key)
        return false;
    struct ent_xml *xml = &reader->xml;
    struct ent_str id = ent_xml_get(xml, "id"), name = ent_xml_get(xml, "attr.name");
    struct ent_str drawing = ent_xml_get(xml, "yfiles.type");
    set_domains(key, ent_xml_get(xml, "for"));
    key->drawing =
        ent_str_is(drawing, "nodegraphics") || ent_str_is(drawing, "edgegraphics");
    key->as_written = !memchr(id.data, '&', id.size) && !memchr(id.data, '<', id.size);
    key->type = graphml_type(ent_xml_get(xml, "attr.type"));
    if (name.size == 0 || name_taken(reader, key, name))
        name = id;
    key->name = ent_arena_dup(&reader->network->arena, name);
    if (!key->name.data)
        return graphml_no_memory(reader);
    return read_key_content(reader, key);
}

static struct ent_column *column_of(struct graphml_reader *reader,
                                    struct graphml_key *key, enum graphml_domain domain)
{
    struct ent_table *table = graphml_table(reader->network, domain);
    if (key->column[domain] == NO_COLUMN) {
        struct ent_column *column =
            ent_table_column(reader->network, table, key->name.data, key->type);
        if (!column) {
            graphml_no_memory(reader);
            return NULL;
        }
        key->column[domain] = (int)(column - table->columns);
    }
    return &table->columns[key->column[domain]];
}

bool graphml_keys_start(struct graphml_reader *reader)
{
    /* Columns come in the order of the keys; keys for "all" get them where they are used.
     */
    for (uint32_t i = 0; i < reader->key_ids.size; i++) {
        struct graphml_key *key = &reader->keys[i];
        int served =
            key->serves[FOR_GRAPH] + key->serves[FOR_NODE] + key->serves[FOR_EDGE];
        for (int d = 0; d < DOMAIN_COUNT; d++) {
            if (served == 1 && key->serves[d] && !key->drawing &&
                !column_of(reader, key, (enum graphml_domain)d))
                return false;
        }
    }
    return true;
}

bool graphml_set_defaults(struct graphml_reader *reader, enum graphml_domain domain,
                          uint32_t row)
{
    if (!reader->any_default)
        return true;
    for (uint32_t i = 0; i < reader->key_ids.size; i++) {
        struct graphml_key *key = &reader->keys[i];
        if (key->has_default && key->serves[domain] &&
            !graphml_set(reader, key, domain, row, key->default_text))
            return false;
    }
    return true;
}

/* A copy of the text in the network's arena, shared with lately seen equal texts. */
static struct ent_str share(struct graphml_reader *reader, struct graphml_key *key,
                            struct ent_str text)
{
    struct ent_str *slot = NULL;
    if (text.size <= CACHED_LENGTH) {
        slot = &key->cache[ent_str_hash(text) % CACHE_SIZE];
        if (slot->data && ent_str_eq(*slot, text))
            return *slot;
    }
    struct ent_str copy = ent_arena_dup(&reader->network->arena, text);
    if (slot)
        *slot = copy;
    return copy;
}

static bool parse_int(struct ent_str text, int64_t *value)
{
    double number;
    if (ent_str_int(text, value))
        return *value != ENT_INT_NONE;
    /* Some writers put "3.0" into columns they call int. */
    if (!ent_str_double(text, &number) || number != floor(number) || fabs(number) > 9e15)
        return false;
    *value = (int64_t)number;
    return true;
}

static bool parse_bool(struct ent_str text, int64_t *value)
{
    bool yes = (text.size == 4 && strncasecmp(text.data, "true", 4) == 0) ||
               ent_str_is(text, "1");
    bool no = (text.size == 5 && strncasecmp(text.data, "false", 5) == 0) ||
              ent_str_is(text, "0");
    *value = yes;
    return yes || no;
}

static bool parse_double(struct ent_str text, double *value)
{
    if (ent_str_is(text, "INF") || ent_str_is(text, "-INF")) {
        *value = text.data[0] == '-' ? -INFINITY : INFINITY;
        return true;
    }
    return ent_str_double(text, value);
}

bool graphml_set(struct graphml_reader *reader, struct graphml_key *key,
                 enum graphml_domain domain, uint32_t row, struct ent_str text)
{
    struct ent_column *column = column_of(reader, key, domain);
    if (!column)
        return false;
    if (column->type == ENT_TYPE_STRING) {
        column->strings[row] = share(reader, key, text);
        return column->strings[row].data || graphml_no_memory(reader);
    }
    text = ent_str_trim(text);
    if (text.size == 0 || ent_str_is(text, "null"))
        return true;
    bool fine = column->type == ENT_TYPE_DOUBLE
                    ? parse_double(text, &column->doubles[row])
                : column->type == ENT_TYPE_INT ? parse_int(text, &column->ints[row])
                                               : parse_bool(text, &column->ints[row]);
    if (!fine)
        ent_xml_fail(&reader->xml, ENT_EFORMAT, "'%.*s' in column '%.60s' is no %s",
                     (int)(text.size < 40 ? text.size : 40), text.data, key->name.data,
                     column->type == ENT_TYPE_DOUBLE ? "number"
                     : column->type == ENT_TYPE_INT  ? "whole number"
                                                     : "truth value");
    return fine;
}

void graphml_keys_clear(struct graphml_reader *reader)
{
    ent_map_clear(&reader->key_ids);
    free(reader->keys);
    reader->keys = NULL;
}
