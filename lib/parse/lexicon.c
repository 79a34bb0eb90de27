/* lexicon.c: loading and asking a full-form lexicon. */
#include "parse/lexicon.h"
#include "parse/hash.h"
#include <entente/lines.h>
#include <stdlib.h>

enum { LIMIT = 65535 };

uint32_t ent_lexicon_find(const struct ent_lexicon *lexicon, uint64_t form)
{
    uint32_t entry = ent_index_find(&lexicon->forms, form);
    return entry == ENT_INDEX_NONE ? 0 : entry;
}

static bool take_entries(struct ent_lexicon *lexicon, struct ent_cursor *in)
{
    lexicon->entry_count = ent_take_u32(in);
    lexicon->reading_count = ent_take_u32(in);
    if (in->bad || lexicon->entry_count < 1 || lexicon->entry_count > LIMIT + 1u ||
        lexicon->reading_count > 64u * LIMIT)
        return false;
    lexicon->entries = calloc(lexicon->entry_count, sizeof *lexicon->entries);
    lexicon->readings = calloc(lexicon->reading_count + 1u, sizeof *lexicon->readings);
    if (!lexicon->entries || !lexicon->readings)
        return false;
    uint32_t next = 0;
    for (uint32_t i = 0; i < lexicon->entry_count; i++) {
        struct ent_lexicon_entry *entry = &lexicon->entries[i];
        const uint8_t *p = ent_take(in, 3);
        if (!p || p[2] > lexicon->reading_count - next)
            return false;
        *entry = (struct ent_lexicon_entry){next, p[2], 0, ent_get_u16(p)};
        for (uint32_t k = 0; k < entry->count; k++, next++) {
            const uint8_t *q = ent_take(in, 4);
            struct ent_reading *reading = &lexicon->readings[next];
            if (!q)
                return false;
            *reading = (struct ent_reading){ent_get_u16(q), ent_get_u16(q + 2)};
            if (reading->tag >= lexicon->tag_count ||
                reading->script >= lexicon->script_count)
                return false;
            entry->upos |= lexicon->tag_upos[reading->tag];
        }
    }
    return next == lexicon->reading_count;
}

static bool take_all(struct ent_lexicon *lexicon, struct ent_cursor *in)
{
    if (!ent_take_list(in, &lexicon->tags, &lexicon->tag_count, LIMIT) ||
        !ent_take_list(in, &lexicon->scripts, &lexicon->script_count, LIMIT))
        return false;
    lexicon->tag_upos = calloc(lexicon->tag_count + 1u, sizeof *lexicon->tag_upos);
    for (uint32_t i = 0; lexicon->tag_upos && i < lexicon->tag_count; i++)
        lexicon->tag_upos[i] = ent_take_u32(in);
    return lexicon->tag_upos && !in->bad && take_entries(lexicon, in) &&
           ent_index_take(&lexicon->forms, in, lexicon->entry_count) && in->at == in->size;
}

enum ent_status ent_lexicon_load(struct ent_lexicon *lexicon, const char *path,
                                 struct ent_error *error)
{
    *lexicon = (struct ent_lexicon){0};
    ent_buf_init(&lexicon->bytes);
    enum ent_status status = ent_read_file(path, &lexicon->bytes, error);
    if (status != ENT_OK)
        return status;
    struct ent_cursor in = {(const uint8_t *)lexicon->bytes.data, lexicon->bytes.size, 0,
                            false};
    const uint8_t *magic = ent_take(&in, 8);
    lexicon->checksum = ent_take_u64(&in);
    if (in.bad || memcmp(magic, ENT_LEXICON_MAGIC, 8) != 0)
        return ent_fail(error, ENT_EFORMAT, 0, "not a lexicon: %s", path);
    if (ent_hash_file(in.data + in.at, in.size - in.at) != lexicon->checksum ||
        !take_all(lexicon, &in))
        return ent_fail(error, ENT_EFORMAT, 0, "damaged lexicon: %s", path);
    return ENT_OK;
}

void ent_lexicon_clear(struct ent_lexicon *lexicon)
{
    free(lexicon->tags);
    free(lexicon->scripts);
    free(lexicon->tag_upos);
    free(lexicon->readings);
    free(lexicon->entries);
    ent_index_clear(&lexicon->forms);
    ent_buf_clear(&lexicon->bytes);
    *lexicon = (struct ent_lexicon){0};
}
