/* graphml_reader.h: what the files that read and write GraphML share. */
#ifndef ENTENTE_DRAW_GRAPHML_READER_H
#define ENTENTE_DRAW_GRAPHML_READER_H

#include "draw/xml.h"

#include <entente/graphml.h>
#include <entente/map.h>

/* What a key is for. A key for "all" serves all three. */
enum graphml_domain { FOR_GRAPH, FOR_NODE, FOR_EDGE, DOMAIN_COUNT };

enum { NO_COLUMN = -1, CACHE_SIZE = 64, CACHED_LENGTH = 48 };

struct graphml_key {
    struct ent_str name; /* of the column */
    enum ent_type type;
    bool serves[DOMAIN_COUNT];
    int column[DOMAIN_COUNT]; /* index into the table, NO_COLUMN until it is needed */
    bool has_default;
    struct ent_str default_text;
    bool drawing;      /* holds a program's own drawing elements (yEd) */
    bool as_written;   /* its id has no character that XML would write as an entity */
    uint32_t next_key; /* that came after it lately */
    /* Lately seen values, so that a name that a million arcs share is stored once. */
    struct ent_str cache[CACHE_SIZE];
};

struct graphml_reader {
    struct ent_xml xml;
    struct ent_network *network;
    struct ent_error *error;
    struct ent_map key_ids; /* key id -> index into keys */
    struct graphml_key *keys;
    uint32_t key_capacity;
    uint32_t last_key; /* of the data element before: its successor is mostly the same */
    bool any_default;
    struct ent_map node_ids; /* XML id -> vertex */
    uint8_t *node_seen;      /* [vertices]: a <node> element was there */
    size_t *node_line;       /* [vertices]: where it was first referred to */
    uint32_t node_capacity;
    uint8_t *undirected; /* [arcs]: direction given to each edge */
    uint32_t undirected_capacity;
    uint32_t undirected_count;
    bool undirected_default;
    bool graph_seen;
    struct ent_buf text; /* of the data element being read */
};

/* graphml_key.c. All return false after having filled the error. */
bool graphml_read_key(struct graphml_reader *reader);
bool graphml_keys_start(struct graphml_reader *reader);
/* Put defaults into the new row. */
bool graphml_set_defaults(struct graphml_reader *reader, enum graphml_domain domain,
                          uint32_t row);
/* Put text into the cell of the key's column. */
bool graphml_set(struct graphml_reader *reader, struct graphml_key *key,
                 enum graphml_domain domain, uint32_t row, struct ent_str text);
/* Read the element <data> just started, for a row. */
bool graphml_read_data(struct graphml_reader *reader, enum graphml_domain domain,
                       uint32_t row);
/* Read the <data> elements that come next, as long as they are plain. False on failure.
 */
bool graphml_read_plain_data(struct graphml_reader *reader, enum graphml_domain domain,
                             uint32_t row);
void graphml_keys_clear(struct graphml_reader *reader);

/* The column type that a value of attr.type means. */
enum ent_type graphml_type(struct ent_str text);

/* graphml_comment.c. Comments begin with one of these. */
#define GRAPHML_PROVENANCE "provenance: "
#define GRAPHML_ATTRIBUTE "graph: "
void graphml_put_comment(struct ent_buf *buf, const char *head, struct ent_str text);
bool graphml_read_comment(struct graphml_reader *reader);

struct ent_table *graphml_table(struct ent_network *network, enum graphml_domain domain);
/* Pass over the rest of the element just started. */
bool graphml_skip(struct graphml_reader *reader);
bool graphml_no_memory(struct graphml_reader *reader);

#endif
