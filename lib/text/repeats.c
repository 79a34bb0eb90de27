/* repeats.c: paragraphs that a page repeats (teasers, captions, syndication notes) count
 * once. A repeat becomes blanks, one a character, so that places in the text stay true. */
#include <entente/map.h>
#include <entente/utf8.h>

#include "text/source.h"

enum { REPEAT_MIN = 60 }; /* bytes; shorter lines may rightly come again */

static bool is_repeat(struct ent_map *seen, struct ent_str line)
{
    struct ent_str trimmed = ent_str_trim(line);
    bool added = true;
    if (trimmed.size >= REPEAT_MIN)
        ent_map_add(seen, trimmed, &added);
    return !added;
}

uint32_t ent_drop_repeats(struct ent_document *document)
{
    struct ent_map seen;
    struct ent_str text = document->text, rest = text, line;
    char *kept = NULL; /* a copy of the text from the first repeat on */
    size_t size = 0;
    uint32_t dropped = 0;
    ent_map_init(&seen);
    while (ent_str_split(&rest, '\n', &line)) {
        bool repeat = is_repeat(&seen, line);
        if (repeat && !kept) {
            kept = ent_arena_alloc(&document->arena, text.size + 1);
            if (!kept)
                break;
            size = (size_t)(line.data - text.data);
            memcpy(kept, text.data, size);
        }
        dropped += repeat;
        if (!kept)
            continue;
        size_t room = repeat ? ent_utf8_count(line) : line.size;
        if (repeat)
            memset(kept + size, ' ', room);
        else if (room > 0)
            memcpy(kept + size, line.data, room);
        size += room;
        if (rest.data)
            kept[size++] = '\n';
    }
    if (kept)
        document->text = (struct ent_str){kept, size};
    ent_map_clear(&seen);
    return dropped;
}
