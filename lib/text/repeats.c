/* repeats.c: paragraphs that a page repeats (teasers, captions, syndication notes) are
 * kept once. */
#include <entente/map.h>

#include "text/source.h"

enum { REPEAT_MIN = 60 }; /* bytes; shorter lines may rightly come again */

uint32_t ent_drop_repeats(struct ent_document *document)
{
    struct ent_map seen;
    struct ent_str rest = document->text, line;
    char *kept = NULL;
    size_t size = 0;
    uint32_t dropped = 0;
    ent_map_init(&seen);
    while (ent_str_split(&rest, '\n', &line)) {
        struct ent_str trimmed = ent_str_trim(line);
        bool added = true;
        if (trimmed.size >= REPEAT_MIN)
            ent_map_add(&seen, trimmed, &added);
        if (!added &&
            !kept) { /* the first repeat: what stands before it is kept as it is */
            kept = ent_arena_alloc(&document->arena, document->text.size + 1);
            if (!kept)
                break;
            size = (size_t)(line.data - document->text.data);
            memcpy(kept, document->text.data, size);
        }
        dropped += !added;
        if (!added || !kept)
            continue;
        if (line.size > 0)
            memcpy(kept + size, line.data, line.size);
        size += line.size;
        if (rest.data)
            kept[size++] = '\n';
    }
    if (kept && dropped > 0)
        document->text = (struct ent_str){kept, size};
    ent_map_clear(&seen);
    return dropped;
}
