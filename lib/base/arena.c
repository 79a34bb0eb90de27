#include <entente/arena.h>

#include "base/large.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { FIRST_BLOCK = 16 * 1024, LARGEST_STEP = 8 * 1024 * 1024 };

struct ent_arena_block {
    struct ent_arena_block *older;
    size_t size; /* of data */
    _Alignas(max_align_t) char data[];
};

void ent_arena_init(struct ent_arena *arena)
{
    *arena = (struct ent_arena){0};
}

void ent_arena_clear(struct ent_arena *arena)
{
    struct ent_arena_block *block = arena->blocks;
    while (block) {
        struct ent_arena_block *older = block->older;
        free(block);
        block = older;
    }
    ent_arena_init(arena);
}

void ent_arena_reset(struct ent_arena *arena)
{
    struct ent_arena_block *keep = arena->blocks;
    for (struct ent_arena_block *b = arena->blocks; b; b = b->older)
        if (b->size > keep->size)
            keep = b;
    struct ent_arena_block *block = arena->blocks;
    while (block) {
        struct ent_arena_block *older = block->older;
        if (block != keep)
            free(block);
        block = older;
    }
    arena->blocks = keep;
    arena->used = 0;
    arena->total = keep ? keep->size : 0;
    if (keep)
        keep->older = NULL;
}

/* A new block that holds at least `size` bytes; blocks grow with the arena so that their
 * number stays logarithmic. */
static bool add_block(struct ent_arena *arena, size_t size)
{
    size_t step = arena->total < FIRST_BLOCK ? FIRST_BLOCK : arena->total;
    if (step > LARGEST_STEP)
        step =
            LARGEST_STEP - sizeof(struct ent_arena_block); /* a whole number of pages */
    if (step < size)
        step = size;
    if (step > SIZE_MAX / 2)
        return false;
    struct ent_arena_block *block = ent_large_alloc(sizeof *block + step);
    if (!block)
        return false;
    block->older = arena->blocks;
    block->size = step;
    arena->blocks = block;
    arena->used = 0;
    arena->total += step;
    return true;
}

static void *take(struct ent_arena *arena, size_t size, size_t alignment)
{
    size_t start = (arena->used + alignment - 1) & ~(alignment - 1);
    if (!arena->blocks || start > arena->blocks->size ||
        arena->blocks->size - start < size) {
        if (!add_block(arena, size))
            return NULL;
        start = 0;
    }
    arena->used = start + size;
    return arena->blocks->data + start;
}

void *ent_arena_alloc(struct ent_arena *arena, size_t size)
{
    void *memory = take(arena, size ? size : 1, _Alignof(max_align_t));
    if (memory)
        memset(memory, 0, size);
    return memory;
}

void *ent_arena_array(struct ent_arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / 2 / size)
        return NULL;
    return ent_arena_alloc(arena, count * size);
}

struct ent_str ent_arena_dup(struct ent_arena *arena, struct ent_str text)
{
    char *copy = take(arena, text.size + 1, 1);
    if (!copy)
        return (struct ent_str){NULL, 0};
    if (text.size)
        memcpy(copy, text.data, text.size);
    copy[text.size] = '\0';
    return (struct ent_str){copy, text.size};
}

struct ent_str ent_arena_printf(struct ent_arena *arena, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int size = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *text = size < 0 ? NULL : take(arena, (size_t)size + 1, 1);
    if (text)
        vsnprintf(text, (size_t)size + 1, format, again);
    va_end(again);
    return (struct ent_str){text, text ? (size_t)size : 0};
}
