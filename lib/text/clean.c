/* clean.c: repairing and normalising text. */
#include "text/clean.h"

#include <entente/utf8.h>

/* Is there nothing to repair? Plain ASCII and valid UTF-8 without controls. */
static bool is_clean(struct ent_str text)
{
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c < 0x20 && c != '\n' && c != '\t' && c != '\r')
            return false;
    }
    return ent_utf8_valid(text);
}

struct ent_str ent_clean_text(struct ent_arena *arena, struct ent_str text,
                              uint32_t *repaired)
{
    struct ent_buf buf;
    struct ent_str result;
    if (text.size == 0)
        return ENT_STR("");
    ent_buf_init(&buf);
    if (!is_clean(text)) {
        *repaired += (uint32_t)ent_utf8_repair(&buf, text);
        text = ent_buf_view(&buf);
    }
    result = ent_utf8_nfc(arena, text);
    if (result.data == text.data) /* it was NFC already: the bytes are still borrowed */
        result = ent_arena_dup(arena, text);
    if (buf.failed)
        result = (struct ent_str){NULL, 0};
    ent_buf_clear(&buf);
    return result;
}

struct ent_str ent_clean_line(struct ent_arena *arena, struct ent_str text,
                              uint32_t *repaired)
{
    struct ent_str clean = ent_clean_text(arena, ent_str_trim(text), repaired);
    if (clean.size == 0)
        return clean;
    char *line = ent_arena_alloc(arena, clean.size + 1);
    size_t size = 0;
    if (!line)
        return (struct ent_str){NULL, 0};
    for (size_t i = 0; i < clean.size; i++) {
        bool space = (unsigned char)clean.data[i] <= ' ';
        if (!space)
            line[size++] = clean.data[i];
        else if (size > 0 && line[size - 1] != ' ')
            line[size++] = ' ';
    }
    if (size > 0 && line[size - 1] == ' ')
        size--;
    return (struct ent_str){line, size};
}
