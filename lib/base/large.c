/* large.c: large pages, where the system has them. */
#define _DEFAULT_SOURCE /* madvise is no part of POSIX */
#include "base/large.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

enum { PAGE = 2 * 1024 * 1024 };

void ent_large(void *block, size_t size)
{
#ifdef MADV_HUGEPAGE
    uintptr_t from = ((uintptr_t)block + PAGE - 1) / PAGE * PAGE;
    uintptr_t to = ((uintptr_t)block + size) / PAGE * PAGE;
    if (block && size >= PAGE && from < to)
        madvise((void *)from, to - from, MADV_HUGEPAGE); /* a wish: failure is harmless */
#else
    (void)block;
    (void)size;
#endif
}

void *ent_large_alloc(size_t size)
{
    if (size < 2 * (size_t)PAGE || size > SIZE_MAX - PAGE)
        return malloc(size);
    size_t whole = (size + PAGE - 1) / PAGE * PAGE;
    void *block = aligned_alloc(PAGE, whole);
    ent_large(block, whole);
    return block;
}
