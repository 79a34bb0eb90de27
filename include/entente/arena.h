/* arena.h: memory that is freed all at once.
 *
 * An arena hands out memory from growing blocks. Nothing is freed singly; ent_arena_reset()
 * keeps the largest block for the next document, ent_arena_clear() gives all back. Allocation
 * failure is reported by NULL. Not thread-safe: one arena per thread or document. */
#ifndef ENTENTE_ARENA_H
#define ENTENTE_ARENA_H

#include <entente/str.h>

struct ent_arena_block;

struct ent_arena {
    struct ent_arena_block *blocks; /* newest first; NULL when empty */
    size_t used;                    /* bytes handed out from the newest block */
    size_t total;                   /* bytes held in all blocks */
};

void ent_arena_init(struct ent_arena *arena);
void ent_arena_clear(struct ent_arena *arena);
void ent_arena_reset(struct ent_arena *arena);

/* `size` zeroed bytes aligned for any type, or NULL. */
void *ent_arena_alloc(struct ent_arena *arena, size_t size);

/* `count` zeroed items of `size` bytes, or NULL (also on overflow). */
void *ent_arena_array(struct ent_arena *arena, size_t count, size_t size);

/* A copy of the view with a NUL after it; data is NULL when memory ran out. */
struct ent_str ent_arena_dup(struct ent_arena *arena, struct ent_str text);

/* Formatted text in the arena; data is NULL when memory ran out. */
struct ent_str ent_arena_printf(struct ent_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
