/* large.h: large blocks of memory on large pages. */
#ifndef ENTENTE_BASE_LARGE_H
#define ENTENTE_BASE_LARGE_H

#include <stddef.h>

/* `size` bytes will be filled and looked at in no order: where the system has large
 * pages, have it use them (fewer faults, fewer misses of the table of pages). The block
 * may be freed and grown as any other. Small blocks, and NULL, are left alone. */
void ent_large(void *block, size_t size);

/* malloc, so placed that large pages fit. */
void *ent_large_alloc(size_t size);

#endif
