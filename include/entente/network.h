/* network.h: a graph with typed columns of attributes on vertices, arcs and itself.
 *
 * This is the form in which networks travel between lib/network (which builds them from
 * relations), lib/measure (which adds columns) and lib/draw (which reads and writes files).
 * It is plain memory; lib/network/compat.h turns it into an igraph_t where igraph's
 * algorithms are wanted. */
#ifndef ENTENTE_NETWORK_H
#define ENTENTE_NETWORK_H

#include <entente/arena.h>
#include <entente/status.h>
#include <math.h>

enum ent_type { ENT_TYPE_STRING, ENT_TYPE_INT, ENT_TYPE_DOUBLE, ENT_TYPE_BOOL };

#define ENT_INT_NONE INT64_MIN /* a missing integer; a missing double is NaN, a missing
                                  string has data == NULL */

struct ent_column {
    struct ent_str name;
    enum ent_type type;
    union {
        struct ent_str *strings;
        int64_t *ints; /* also bools: 0, 1, ENT_INT_NONE */
        double *doubles;
    };
};

/* A table of attributes: rows are vertices, arcs, or the one row of the graph. */
struct ent_table {
    struct ent_column *columns; /* in order of creation = order in files */
    uint32_t column_count, column_capacity;
    uint32_t row_count, row_capacity;
};

struct ent_arc {
    uint32_t from, to; /* vertex numbers; for undirected graphs an edge */
};

struct ent_network {
    struct ent_arena arena; /* owns all strings */
    bool directed;
    struct ent_arc *arcs;   /* [arcs_table.row_count] */
    struct ent_table graph; /* one row */
    struct ent_table vertices;
    struct ent_table edges; /* one row per arc */
    struct ent_str provenance; /* how it came about, one line per tool; may be empty */
    uint32_t arc_capacity;
};

void ent_network_init(struct ent_network *network, bool directed);
void ent_network_clear(struct ent_network *network);

/* Append; the new row's attributes are missing. Returns its number, UINT32_MAX on lack of
 * memory. */
uint32_t ent_network_add_vertex(struct ent_network *network);
uint32_t ent_network_add_arc(struct ent_network *network, uint32_t from, uint32_t to);

/* The column of that name, or NULL. Valid until a column is added to the table. */
struct ent_column *ent_table_find(const struct ent_table *table, const char *name);
/* The column of that name and type, added if new (all missing), its type changed (values
 * become missing) if it differs; NULL when memory ran out. */
struct ent_column *ent_table_column(struct ent_network *network, struct ent_table *table,
                                    const char *name, enum ent_type type);
void ent_table_drop(struct ent_table *table, const char *name);

/* Add a line to the provenance ("ent-rank 0.1.0: ent-rank --all"). */
enum ent_status ent_network_note(struct ent_network *network, struct ent_str line,
                                 struct ent_error *error);

/* Copy a string into the network's arena and put it into a cell. */
enum ent_status ent_column_set(struct ent_network *network, struct ent_column *column,
                               uint32_t row, struct ent_str text);

/* Cell as a number whatever the type (strings are parsed); NaN if missing. */
double ent_column_number(const struct ent_column *column, uint32_t row);
/* Cell as text; numbers are formatted into `arena`. */
struct ent_str ent_column_text(const struct ent_column *column, uint32_t row,
                               struct ent_arena *arena);

/* The signed strength of every arc: sign * weight where both exist, else tone, else a signed
 * weight, else +1. `strength` has room for one number per arc. */
void ent_network_strength(const struct ent_network *network, double *strength);

/* The vertex's canonical id: its `name`, or its number as text when it has none. */
struct ent_str ent_network_name(const struct ent_network *network, uint32_t vertex,
                                struct ent_arena *arena);

/* Put the rows in a new order: order[i] is the present number of what becomes number i
 * (every number exactly once). */
enum ent_status ent_network_order(struct ent_network *network, const uint32_t *vertices,
                                  const uint32_t *arcs, struct ent_error *error);

/* Mark the vertices of the largest weakly connected component (the one with the smallest
 * vertex number among equals); returns its size. `inside` has room for all vertices. */
uint32_t ent_network_largest_component(const struct ent_network *network, bool *inside,
                                       struct ent_error *error);

/* Keep the vertices and arcs marked true (arcs whose ends go, go too); NULL = all. */
enum ent_status ent_network_filter(struct ent_network *network, const bool *vertices,
                                   const bool *arcs, struct ent_error *error);

#endif
