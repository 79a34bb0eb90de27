/* sort.h: sorting what is in order already, or by small numbers. */
#ifndef ENTENTE_NETWORK_SORT_H
#define ENTENTE_NETWORK_SORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* qsort that costs one pass where the order is there already, as in the aggregates that
 * ent-merge writes. */
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

/* Copy items to `sorted` in the order of numbers below `range` that `key` reads, equals
 * as they come. In linear time; false when memory ran out. */
static inline bool sort_by_number(const void *items, void *sorted, size_t count,
                                  size_t size, uint32_t range,
                                  uint32_t (*key)(const void *))
{
    size_t *place = calloc((size_t)range + 1, sizeof *place);
    if (!place)
        return false;
    const char *from = items;
    char *to = sorted;
    for (size_t i = 0; i < count; i++)
        place[key(from + i * size) + 1]++;
    for (uint32_t i = 1; i < range; i++)
        place[i] += place[i - 1];
    for (size_t i = 0; i < count; i++)
        memcpy(to + place[key(from + i * size)]++ * size, from + i * size, size);
    free(place);
    return true;
}

#endif
