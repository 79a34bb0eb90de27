/* draw.h: networks as pictures and as files for other programs.
 *
 * Every writer takes any network, whatever program it came from: what is missing is left out.
 * A vertex is shown under its `label`, else its `name`. The sign of an arc is that of its
 * strength as ent_network_strength() defines it. Strings may hold anything: what a format
 * cannot carry (control characters, wrong UTF-8) is mended, never an error. The same network
 * and options give the same bytes. All writers return ENT_EIO if writing failed; the caller
 * still has to check fclose(). */
#ifndef ENTENTE_DRAW_H
#define ENTENTE_DRAW_H

#include <entente/network.h>
#include <stdio.h>

/* How a picture is made. */
struct ent_draw {
    const char *theme; /* of lib/data/draw/themes.tsv; NULL = "signed" */
    const char *lang;  /* "en" or "fr", the language of words that are not the network's;
                          NULL = the network's graph attribute `lang`, else "en" */
    const char *title; /* NULL = the network's graph attribute `title`, else none */
    const char *size;  /* vertex attribute shown as size; NULL = pagerank, strength,
                          mentions, or else the sum of the weights of the vertex's arcs */
    bool clusters;     /* camps as boxes (Graphviz's dot, fdp and osage draw them) */
    bool legend;
    uint32_t labels;   /* write a label on so many arcs at most, the heaviest first */
};

/* A legend, labels on at most 60 arcs, else zero. */
void ent_draw_defaults(struct ent_draw *draw);

/* The picture in the DOT language of Graphviz, good for its programs sfdp, neato, fdp and
 * dot. Mutual arcs of the same sign become one line with two heads. ENT_EMISSING if there is
 * no such theme or size attribute. */
enum ent_status ent_dot_write(const struct ent_network *network, const struct ent_draw *draw,
                              FILE *file, struct ent_error *error);

enum ent_part { ENT_PART_ARCS, ENT_PART_VERTICES };

enum ent_separated {
    ENT_CSV, /* RFC 4180: commas, CRLF, quotes where needed */
    ENT_TSV, /* tabs and LF; tab, newline, return and backslash are \t \n \r \\ */
};

/* A table with a line of names. Vertices begin with the column `name`, arcs with `source`
 * and `target`, the names of their ends. Missing cells are empty. */
enum ent_status ent_table_write(const struct ent_network *network, enum ent_part part,
                                enum ent_separated form, FILE *file,
                                struct ent_error *error);

/* Node-link JSON as networkx.node_link_graph() and D3 read it: `nodes` with `id`, `links`
 * with `source` and `target`. Missing cells are left out. */
enum ent_status ent_node_link_write(const struct ent_network *network, FILE *file,
                                    struct ent_error *error);

/* CSV with the typed headers of `neo4j-admin database import`: `name:ID` and `:LABEL` of
 * vertices ("Actor" and the kind), `:START_ID`, `:END_ID` and `:TYPE` (the relation) of arcs. */
enum ent_status ent_neo4j_write(const struct ent_network *network, enum ent_part part,
                                FILE *file, struct ent_error *error);

/* Networks of successive periods put together. */
struct ent_slices;

struct ent_slices *ent_slices_new(void); /* NULL when memory ran out */
void ent_slices_free(struct ent_slices *slices);

/* Add the next period's network; it may go away afterwards. Its period is that of its graph
 * attributes `from` and `to`, else from the first to the last date of its arcs. ENT_EARG if
 * it is directed and the ones before were not, or the other way round. */
enum ent_status ent_slices_add(struct ent_slices *slices, const struct ent_network *slice,
                               struct ent_error *error);

/* All vertices and arcs of all periods: weights and counts added up, dates widened, of other
 * attributes the latest. Lives as long as the slices; may be given columns (layout), not
 * rows. */
struct ent_network *ent_slices_network(struct ent_slices *slices);

/* GEXF 1.3. Vertices and arcs whose `first` and `last` are dates exist from the one to the
 * other (a month or year counts from its first to its last day); the relation is the kind of
 * an arc, so that parallel arcs stay apart in Gephi; colours and sizes as
 * ent_network_paint, positions if there are columns `x` and `y`.
 *
 * With `slices` (may be NULL), whose network `network` must be, arcs exist in the periods
 * that had them, each with the weight of that period. */
enum ent_status ent_gexf_write(const struct ent_network *network,
                               const struct ent_slices *slices,
                               const struct ent_draw *draw, FILE *file,
                               struct ent_error *error);

/* The sentences behind the arcs of a network, gathered from relations (JSON Lines). */
struct ent_evidence;

/* For this network, which must outlive it and not change. NULL when memory ran out. */
struct ent_evidence *ent_evidence_new(const struct ent_network *network);
void ent_evidence_free(struct ent_evidence *evidence);

/* Add the relation in a line. One that belongs to no arc (by the names of its groups or
 * actors, its relation and date) is passed over. Errors as ent_relation_read. */
enum ent_status ent_evidence_add(struct ent_evidence *evidence, struct ent_str line,
                                 struct ent_error *error);

/* One page with everything inside that shows the network in a browser, lets people filter it
 * by relation, sign, status, camp, weight and date, and tells the sentences behind an arc:
 * all that `evidence` holds, or if it is NULL the one in the arc's attribute `evidence`.
 * Wants `x` and `y` (ent_network_layout); without them actors stand in a spiral. */
enum ent_status ent_html_write(const struct ent_network *network, const struct ent_draw *draw,
                               const struct ent_evidence *evidence, FILE *file,
                               struct ent_error *error);

/* Give vertices `color` (of the camp), `size` (10 .. 50) and, if there is none, `label`; arcs
 * `color` (of the sign) and, if there is none, `label` (the relation in words). */
enum ent_status ent_network_paint(struct ent_network *network, const struct ent_draw *draw,
                                  struct ent_error *error);

/* Make weights that are not positive positive, as Gephi drops ties of weight 0 and does not
 * draw negative ones; what they were goes into `signed_weight`. */
enum ent_status ent_network_positive_weights(struct ent_network *network,
                                             struct ent_error *error);

enum ent_layout { ENT_LAYOUT_FR, ENT_LAYOUT_DRL };

/* Give vertices `x` and `y` by a force-directed layout that keeps camps apart: Fruchterman
 * and Reingold's, good for 2,000 vertices, or DrL for larger networks. About 60 units
 * between neighbours, y upwards. */
enum ent_status ent_network_layout(struct ent_network *network, enum ent_layout method,
                                   uint64_t seed, struct ent_error *error);

/* What to keep of a network; zero = everything. All conditions hold together. */
struct ent_select {
    uint32_t top;           /* the N vertices that are first by `size` (see ent_draw) */
    double min_weight;      /* arcs of at least this weight */
    const char *neighbours; /* this actor (name or label) and who has an arc with it */
    int64_t camp;           /* the vertices of this camp */
    const char *size;
};

/* ENT_EMISSING if the network has no such actor, camp or attribute. Vertices left without
 * arcs by `min_weight` go too. */
enum ent_status ent_network_select(struct ent_network *network,
                                   const struct ent_select *select,
                                   struct ent_error *error);

/* The same of networks of successive periods put together: what all periods add up to
 * decides, and each period keeps its share of what is left. No network can be added to the
 * slices afterwards. */
enum ent_status ent_slices_select(struct ent_slices *slices, const struct ent_select *select,
                                  struct ent_error *error);

#endif
