/* graphml.h: networks as GraphML, the form in which they travel between programs.
 *
 * Reading takes what igraph, networkx, Gephi, yEd, Cytoscape and graphology write. Writing
 * is valid by the GraphML schema: keys first, columns in their order, one `data` a cell that
 * is not missing. What was written reads back as the same network. */
#ifndef ENTENTE_GRAPHML_H
#define ENTENTE_GRAPHML_H

#include <entente/network.h>
#include <stdio.h>

/* Read the one graph of a GraphML stream into `network`, which must be cleared by the caller
 * in any case (it need not be initialised).
 *
 * Types: int and long become ENT_TYPE_INT, float and double ENT_TYPE_DOUBLE, boolean
 * ENT_TYPE_BOOL, everything else strings. Defaults are honoured. A graph whose edges differ
 * in direction becomes directed, each undirected edge two arcs. If no node attribute is
 * called `name`, the nodes' XML ids become the column `name`. Labels and positions of yEd
 * become `label`, `x` and `y`. Other nested XML inside data is passed over.
 *
 * ENT_EFORMAT with line and message: ill-formed XML, a cell that does not suit its type,
 * edges to unknown nodes, nested graphs, hyperedges, several graphs. ENT_ELIMIT: entity
 * declarations (refused, as they can blow up), elements deeper than 200 or tags longer than
 * 256 MiB. */
enum ent_status ent_graphml_read(struct ent_network *network, FILE *file,
                                 struct ent_error *error);

enum ent_graphml {
    /* The network's provenance, in comments at the top, one a line. */
    ENT_GRAPHML_PROVENANCE = 1,
    /* Attributes of the graph as comments ("graph: double cost 6") instead of keys, as Gephi
     * warns of each key for a graph. Only ent_graphml_read reads them. */
    ENT_GRAPHML_COMMENTS = 2,
};

/* Write the network; `how` is a sum of enum ent_graphml.
 *
 * Nodes get the ids n0, n1, ...; column names that are no XML NMTOKEN are mended ("_" for
 * the wrong characters). Characters that XML forbids are dropped from strings, wrong UTF-8
 * becomes U+FFFD. ENT_EIO if writing failed; the caller still has to check fclose(). */
enum ent_status ent_graphml_write(const struct ent_network *network, unsigned how,
                                  FILE *file, struct ent_error *error);

#endif
