/* block.h: biconnected blocks of a signed network; not for library users. */
#ifndef ENTENTE_MEASURE_BLOCK_H
#define ENTENTE_MEASURE_BLOCK_H

#include "measure/camps.h"

struct ent_blocks {
    uint32_t *block; /* [edge_count] */
    uint32_t count;  /* of every later block at most one vertex lies in blocks after it:
                        seen from the last to the first, each hangs on those before */
};

enum ent_status ent_blocks_find(struct ent_blocks *blocks,
                                const struct ent_signed *graph);
void ent_blocks_clear(struct ent_blocks *blocks);

/* One block as a graph of its own. */
struct ent_part {
    struct ent_signed graph;
    uint32_t *vertices; /* [graph.vertex_count] the numbers they had */
};

/* [blocks->count] parts, freed by ent_parts_free. */
enum ent_status ent_blocks_cut(const struct ent_blocks *blocks,
                               const struct ent_signed *graph, struct ent_part **parts);
void ent_parts_free(struct ent_part *parts, uint32_t count);

#endif
