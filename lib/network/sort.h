/* sort.h: qsort that costs one pass where the order is there already, as in the aggregates
 * that ent-merge writes. */
#ifndef ENTENTE_NETWORK_SORT_H
#define ENTENTE_NETWORK_SORT_H

#include <stddef.h>
#include <stdlib.h>

static inline void sort_if_needed(void *items, size_t count, size_t size,
                                  int (*compare)(const void *, const void *))
{
    const char *at = items;
    for (size_t i = 1; i < count; i++, at += size) {
        if (compare(at, at + size) > 0) {
            qsort(items, count, size, compare);
            return;
        }
    }
}

#endif
