/* community.h: communities of the positive ties, for those who do not want to hear of
 * signs. */
#ifndef ENTENTE_COMMUNITY_H
#define ENTENTE_COMMUNITY_H

#include <entente/coalition.h>

enum ent_community_method {
    ENT_COMMUNITY_LEIDEN,   /* modularity; Traag, Waltman & van Eck 2019 */
    ENT_COMMUNITY_LOUVAIN,  /* modularity; Blondel et al. 2008 */
    ENT_COMMUNITY_INFOMAP,  /* map equation; Rosvall & Bergstrom 2008 */
    ENT_COMMUNITY_WALKTRAP, /* random walks; Pons & Latapy 2005 */
};

/* Communities of the network's positive ties by igraph, negative ties left out. The
 * result's cost is what the communities disagree with, its bound 0. `modularity` (may be
 * NULL) is that of the positive ties; NaN without any. Not thread-safe, as igraph is not.
 */
enum ent_status ent_community_find(const struct ent_signed *graph,
                                   enum ent_community_method method, uint64_t seed,
                                   struct ent_coalition *result, double *modularity,
                                   struct ent_error *error);

#endif
