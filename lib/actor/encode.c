/* encode.c: mentions as MISC of CoNLL-U, in the bracket notation of CorefUD 1.0
 * (Nedoluzhko et al. 2022): Entity=(eid-etype-head-other at the first word and eid) at
 * the last, head counted within the span. `other` is
 * kind[+known][+place][+thing]:certainty:words. The head's
 * Actor=eid:group:name:kind:country names the vertex. */
#include "actor/codec.h"

#include <stdio.h>
#include <stdlib.h>

const char *const ent_mention_names[] = {"name", "nominal", "pronoun", "possessive",
                                         "adjective"};

/* MISC cannot hold white space and '|'; brackets, commas, colons, hyphens and '%' have a
 * meaning in our values. */
static void put_escaped(struct ent_buf *buf, struct ent_str text)
{
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c <= ' ' || c == 0x7F || strchr("%|()=,:-", c))
            ent_buf_printf(buf, "%%%02X", c);
        else
            ent_buf_char(buf, (char)c);
    }
}

static void put_certainty(struct ent_buf *buf, float certainty)
{
    char text[32];
    snprintf(text, sizeof text, "%.2f", (double)certainty);
    if (strtof(text, NULL) != certainty)
        snprintf(text, sizeof text, "%.9g", (double)certainty);
    for (char *c = text; *c; c++) { /* "1e-05" holds a hyphen; a locale may use a comma */
        if (*c == ',')
            *c = '.';
    }
    put_escaped(buf, ent_str_of(text));
}

static void put_open(struct ent_buf *buf, const struct ent_mentions *mentions,
                     const struct ent_mention *mention)
{
    ent_buf_printf(buf, "(e%u-", mention->actor + 1);
    put_escaped(buf, mentions->actors[mention->actor].kind);
    ent_buf_printf(buf, "-%d-%s%s%s%s:", mention->head - mention->first + 1,
                   ent_mention_names[mention->kind], mention->known ? "+known" : "",
                   mention->place ? "+place" : "", mention->thing ? "+thing" : "");
    put_certainty(buf, mention->certainty);
    ent_buf_printf(buf, ":%d", mention->last - mention->first + 1);
    if (mention->first == mention->last)
        ent_buf_char(buf, ')');
}

static void put_actor(struct ent_buf *buf, const struct ent_mentions *mentions,
                      uint32_t id, bool first)
{
    const struct ent_actor *actor = &mentions->actors[id];
    const struct ent_str columns[] = {actor->group, actor->name, actor->kind,
                                      actor->country};
    ent_buf_printf(buf, first ? "Actor=e%u" : ",e%u", id + 1);
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        ent_buf_char(buf, ':');
        put_escaped(buf, columns[i]);
    }
}

/* What MISC held before, without values of ours. */
static void put_rest(struct ent_buf *buf, struct ent_str misc)
{
    struct ent_str item;
    if (ent_str_is(misc, "_"))
        return;
    while (ent_str_split(&misc, '|', &item)) {
        if (ent_str_starts(item, ENT_STR("Entity=")) ||
            ent_str_starts(item, ENT_STR("Actor=")))
            continue;
        if (buf->size)
            ent_buf_char(buf, '|');
        ent_buf_str(buf, item);
    }
}

/* Actors of the heads, then brackets: closing before opening, outer before inner. `at`
 * are the sentence's mentions. */
static void put_mentions(struct ent_buf *buf, const struct ent_mentions *mentions,
                         const struct ent_mention *at, uint32_t count, int32_t word)
{
    bool first = true;
    for (uint32_t i = 0; i < count; i++) {
        bool repeated = i > 0 && at[i - 1].head == word && at[i - 1].actor == at[i].actor;
        if (at[i].head != word || repeated)
            continue;
        if (first && buf->size)
            ent_buf_char(buf, '|');
        put_actor(buf, mentions, at[i].actor, first);
        first = false;
    }
    size_t start = buf->size;
    for (uint32_t i = count; i-- > 0;) {
        if (at[i].last == word && at[i].first < word)
            ent_buf_printf(buf, "e%u)", at[i].actor + 1);
    }
    for (uint32_t i = 0; i < count; i++) {
        if (at[i].first == word)
            put_open(buf, mentions, &at[i]);
    }
    if (buf->size == start)
        return;
    char *opened = malloc(buf->size - start); /* put "|Entity=" before what was written */
    if (!opened) {
        buf->failed = true;
        return;
    }
    size_t size = buf->size - start;
    memcpy(opened, buf->data + start, size);
    buf->size = start;
    ent_buf_text(buf, start ? "|Entity=" : "Entity=");
    ent_buf_add(buf, opened, size);
    free(opened);
}

static bool touches(const struct ent_mention *at, uint32_t count, int32_t word)
{
    for (uint32_t i = 0; i < count; i++) {
        if (at[i].head == word || at[i].first == word || at[i].last == word)
            return true;
    }
    return false;
}

static bool needs_cleaning(struct ent_str misc)
{
    return ent_str_find(misc, ENT_STR("Entity=")) != SIZE_MAX ||
           ent_str_find(misc, ENT_STR("Actor=")) != SIZE_MAX;
}

static bool encode_word(struct ent_document *document, struct ent_word *word,
                        struct ent_buf *buf, const struct ent_mentions *mentions,
                        const struct ent_mention *at, uint32_t count, int32_t number)
{
    if (!touches(at, count, number) && !needs_cleaning(word->misc))
        return true;
    struct ent_buf rest;
    ent_buf_init(&rest);
    ent_buf_reset(buf);
    put_mentions(buf, mentions, at, count, number);
    put_rest(&rest, word->misc);
    if (rest.size && buf->size)
        ent_buf_char(buf, '|');
    ent_buf_str(buf, ent_buf_view(&rest));
    struct ent_str text = buf->size ? ent_buf_view(buf) : ENT_STR("_");
    word->misc = ent_arena_dup(&document->arena, text);
    bool done = !buf->failed && !rest.failed && word->misc.data;
    ent_buf_clear(&rest);
    return done;
}

/* CorefUD wants the fields declared in the file. */
static bool declare(struct ent_document *document)
{
    struct ent_sentence *sentence = &document->sentences[0];
    struct ent_str line = ENT_STR("# global.Entity = eid-etype-head-other");
    for (uint32_t i = 0; i < sentence->comment_count; i++) {
        if (ent_str_starts(sentence->comments[i], ENT_STR("# global.Entity")))
            return true;
    }
    struct ent_str *comments = ent_arena_array(
        &document->arena, sentence->comment_count + 1, sizeof *comments);
    if (!comments)
        return false;
    uint32_t at = 0; /* after the other declarations for the whole file */
    while (at < sentence->comment_count &&
           ent_str_starts(sentence->comments[at], ENT_STR("# global.")))
        at++;
    for (uint32_t i = 0; i < sentence->comment_count; i++)
        comments[i + (i >= at)] = sentence->comments[i];
    comments[at] = line;
    sentence->comments = comments;
    sentence->comment_count++;
    return true;
}

enum ent_status ent_mentions_encode(struct ent_document *document,
                                    const struct ent_mentions *mentions,
                                    struct ent_error *error)
{
    struct ent_buf buf;
    ent_buf_init(&buf);
    bool done = document->sentence_count == 0 || declare(document);
    uint32_t next = 0;
    for (uint32_t s = 0; s < document->sentence_count && done; s++) {
        struct ent_sentence *sentence = &document->sentences[s];
        const struct ent_mention *at = mentions->mentions + next;
        uint32_t count = 0;
        while (next + count < mentions->mention_count && at[count].sentence == s)
            count++;
        next += count;
        for (int32_t w = 1; w <= (int32_t)sentence->word_count && done; w++)
            done =
                encode_word(document, &sentence->words[w], &buf, mentions, at, count, w);
    }
    ent_buf_clear(&buf);
    return done ? ENT_OK : ent_fail(error, ENT_EMEMORY, 0, "out of memory");
}
