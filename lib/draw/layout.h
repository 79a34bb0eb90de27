/* layout.h: the parts of ent_network_layout. */
#ifndef ENTENTE_DRAW_LAYOUT_H
#define ENTENTE_DRAW_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* layout_pack.c */
/* Union-find with the smallest number as the root: root[v] <= v, v itself at first. */
void layout_join(uint32_t *root, uint32_t a, uint32_t b);
uint32_t layout_root(uint32_t *root, uint32_t v);

struct layout_places {
    double *x, *y;
    uint32_t count;
};

/* Move all components but the largest into rows below it, `wide` and `high` apart. `root`
 * is each place's component. False when memory ran out. */
bool layout_pack(const struct layout_places *places, const uint32_t *root, double wide,
                 double high);

#endif
