/* decode.c: mentions read back from MISC; see encode.c for the notation. Entities that
 * other programs wrote are read as far as they say the same: without Actor= an entity's
 * vertex is its eid. */
#include "actor/codec.h"
#include "actor/knowledge.h"

#include <entente/map.h>
#include <stdlib.h>

struct reader {
    struct ent_document *document;
    struct ent_map ids; /* eid -> actor */
    struct ent_actor *actors;
    struct ent_mention *mentions;
    uint32_t *open;     /* mentions whose closing bracket has not come, a stack */
    uint32_t actor_capacity, mention_count, mention_capacity, open_count, open_capacity;
};

static int hex(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10
           : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Undo percent escapes; the text itself when there are none. */
static struct ent_str unescape(struct ent_arena *arena, struct ent_str text)
{
    if (!text.size || !memchr(text.data, '%', text.size))
        return text;
    struct ent_str plain = ent_arena_dup(arena, text);
    char *out = (char *)(uintptr_t)plain.data;
    size_t size = 0;
    for (size_t i = 0; out && i < text.size; i++) {
        int high = text.data[i] == '%' && i + 2 < text.size ? hex(text.data[i + 1]) : -1;
        int low = high >= 0 ? hex(text.data[i + 2]) : -1;
        if (low >= 0) {
            out[size++] = (char)(high * 16 + low);
            i += 2;
        } else {
            out[size++] = text.data[i];
        }
    }
    return (struct ent_str){plain.data, size};
}

static uint32_t actor_of(struct reader *reader, struct ent_str eid)
{
    bool added = false;
    uint32_t id = ent_map_add(&reader->ids, eid, &added);
    if (id == ENT_MAP_NONE || !added)
        return id;
    if (!ent_grow(&reader->actors, &reader->actor_capacity, id, sizeof *reader->actors))
        return ENT_MAP_NONE;
    struct ent_str name = ent_arena_dup(&reader->document->arena, eid);
    reader->actors[id] = (struct ent_actor){.group = name, .name = name,
                                            .kind = ENT_STR("unknown")};
    return id;
}

/* Actor=eid:group:name:kind:country,... */
static bool read_actors(struct reader *reader, struct ent_str list)
{
    struct ent_str item, eid, columns[4];
    while (ent_str_split(&list, ',', &item)) {
        if (!ent_str_split(&item, ':', &eid))
            continue;
        size_t count = 0;
        while (count < 4 && ent_str_split(&item, ':', &columns[count]))
            count++;
        uint32_t id = actor_of(reader, eid);
        if (id == ENT_MAP_NONE)
            return false;
        if (count < 4)
            continue;
        for (size_t i = 0; i < 4; i++)
            columns[i] = unescape(&reader->document->arena, columns[i]);
        reader->actors[id] =
            (struct ent_actor){columns[0], columns[1], columns[2], columns[3]};
    }
    return true;
}

static void read_flags(struct ent_mention *mention, struct ent_str kind)
{
    struct ent_str part;
    while (ent_str_split(&kind, '+', &part)) {
        for (int k = ENT_MENTION_NAME; k <= ENT_MENTION_ADJECTIVE; k++) {
            if (ent_str_is(part, ent_mention_names[k]))
                mention->kind = (enum ent_mention_kind)k;
        }
        mention->known |= ent_str_is(part, "known");
        mention->place |= ent_str_is(part, "place");
        mention->thing |= ent_str_is(part, "thing");
    }
}

/* The fields after the opening bracket. `*words` is the span's length if it was given. */
static void read_fields(struct reader *reader, struct ent_str body,
                        struct ent_mention *mention, int64_t *words)
{
    struct ent_str part, type, head, other, field;
    ent_str_split(&body, '-', &part); /* eid */
    *words = 0;
    mention->certainty = 1;
    if (!ent_str_split(&body, '-', &type) || !ent_str_split(&body, '-', &head))
        return;
    int64_t number;
    if (ent_str_int(head, &number) && number >= 1 && number < 100000)
        mention->head = mention->first + (int32_t)number - 1;
    if (!ent_str_split(&body, '-', &other))
        return;
    if (ent_str_split(&other, ':', &field))
        read_flags(mention, field);
    double certainty;
    if (ent_str_split(&other, ':', &field) &&
        ent_str_double(unescape(&reader->document->arena, field), &certainty))
        mention->certainty = (float)certainty;
    if (ent_str_split(&other, ':', &field) && !ent_str_int(field, words))
        *words = 0;
}

static bool open_mention(struct reader *reader, struct ent_str body, uint32_t sentence,
                         int32_t word, bool closed)
{
    struct ent_str eid = ent_str_sub(body, 0, ent_str_find(body, ENT_STR("-")));
    struct ent_mention mention = {.sentence = sentence, .first = word, .last = word,
                                  .head = word, .actor = actor_of(reader, eid)};
    int64_t words;
    read_fields(reader, body, &mention, &words);
    int64_t count = reader->document->sentences[sentence].word_count;
    if (words >= 1 && word + words - 1 <= count)
        mention.last = (int32_t)(word + words - 1);
    if (mention.actor == ENT_MAP_NONE ||
        !ent_grow(&reader->mentions, &reader->mention_capacity, reader->mention_count,
                  sizeof mention) ||
        !ent_grow(&reader->open, &reader->open_capacity, reader->open_count,
                  sizeof *reader->open))
        return false;
    if (!closed && words == 0)
        reader->open[reader->open_count++] = reader->mention_count;
    reader->mentions[reader->mention_count++] = mention;
    return true;
}

/* Without a length in the bracket the last open mention of the entity ends here. */
static void close_mention(struct reader *reader, struct ent_str eid, uint32_t sentence,
                          int32_t word)
{
    uint32_t actor = ent_map_find(&reader->ids, eid);
    for (uint32_t i = reader->open_count; i-- > 0;) {
        struct ent_mention *mention = &reader->mentions[reader->open[i]];
        if (mention->actor != actor)
            continue;
        if (mention->sentence == sentence)
            mention->last = word;
        reader->open_count--;
        for (uint32_t k = i; k < reader->open_count; k++)
            reader->open[k] = reader->open[k + 1];
        return;
    }
}

static bool read_entities(struct reader *reader, struct ent_str text, uint32_t sentence,
                          int32_t word)
{
    size_t at = 0;
    while (at < text.size) {
        bool opening = text.data[at] == '(';
        size_t start = at + opening;
        at = start;
        while (at < text.size && text.data[at] != '(' && text.data[at] != ')')
            at++;
        struct ent_str body = ent_str_sub(text, start, at);
        bool closed = at < text.size && text.data[at] == ')';
        at += closed;
        if (opening && !open_mention(reader, body, sentence, word, closed))
            return false;
        if (!opening)
            close_mention(reader, body, sentence, word);
        if (!opening && !closed && body.size == 0)
            return true;
    }
    return true;
}

static int by_position(const void *a, const void *b)
{
    const struct ent_mention *x = a, *y = b;
    const int64_t keys[][2] = {{x->sentence, y->sentence}, {x->head, y->head},
                               {x->actor, y->actor},       {x->first, y->first},
                               {x->last, y->last},         {x->kind, y->kind}};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (keys[i][0] != keys[i][1])
            return keys[i][0] < keys[i][1] ? -1 : 1;
    }
    return 0;
}

/* Our eids number the actors: put them back in that order; others keep theirs. */
static bool number_actors(struct reader *reader, uint32_t *order)
{
    uint32_t count = reader->ids.size;
    for (uint32_t i = 0; i < count; i++)
        order[i] = ENT_MAP_NONE;
    for (uint32_t i = 0; i < count; i++) {
        struct ent_str eid = reader->ids.keys[i];
        int64_t number = 0;
        if (eid.size < 2 || eid.data[0] != 'e' ||
            !ent_str_int(ent_str_sub(eid, 1, eid.size), &number) || number < 1 ||
            number > count || order[number - 1] != ENT_MAP_NONE)
            return false;
        order[number - 1] = i;
    }
    return true;
}

static bool finish(struct reader *reader, struct ent_mentions *mentions)
{
    struct ent_arena *arena = &reader->document->arena;
    uint32_t count = reader->ids.size;
    uint32_t *order = ent_arena_array(arena, count + 1, sizeof *order);
    uint32_t *number = ent_arena_array(arena, count + 1, sizeof *number);
    mentions->actors = ent_arena_array(arena, count + 1, sizeof *mentions->actors);
    mentions->mentions =
        ent_arena_array(arena, reader->mention_count + 1, sizeof *mentions->mentions);
    if (!order || !number || !mentions->actors || !mentions->mentions)
        return false;
    bool ours = number_actors(reader, order);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t from = ours ? order[i] : i;
        mentions->actors[i] = reader->actors[from];
        number[from] = i;
    }
    for (uint32_t i = 0; i < reader->mention_count; i++) {
        struct ent_mention *mention = &mentions->mentions[i];
        *mention = reader->mentions[i];
        mention->actor = number[mention->actor];
        if (mention->head < mention->first || mention->head > mention->last)
            mention->head = mention->first;
    }
    if (reader->mention_count)
        qsort(mentions->mentions, reader->mention_count, sizeof *mentions->mentions,
              by_position);
    mentions->actor_count = count;
    mentions->mention_count = reader->mention_count;
    return true;
}

enum ent_status ent_mentions_decode(struct ent_document *document,
                                    struct ent_mentions *mentions,
                                    struct ent_error *error)
{
    struct reader reader = {.document = document};
    *mentions = (struct ent_mentions){0};
    bool done = true;
    for (uint32_t s = 0; s < document->sentence_count && done; s++) {
        const struct ent_sentence *sentence = &document->sentences[s];
        reader.open_count = 0;
        for (int32_t w = 1; w <= (int32_t)sentence->word_count && done; w++) {
            struct ent_str misc = sentence->words[w].misc;
            if (misc.size < 6)
                continue;
            done = read_actors(&reader, ent_misc_get(misc, "Actor")) &&
                   read_entities(&reader, ent_misc_get(misc, "Entity"), s, w);
        }
    }
    done = done && finish(&reader, mentions);
    ent_map_clear(&reader.ids);
    free(reader.actors);
    free(reader.mentions);
    free(reader.open);
    return done ? ENT_OK : ent_fail(error, ENT_EMEMORY, 0, "out of memory");
}
