/* conllu_place.c: where a sentence that was read stands in its document. */
#include <entente/utf8.h>

#include "text/conllu_sentence.h"

/* TokenRange=start:end of MISC. */
static bool range_of(struct ent_str misc, struct ent_span *span)
{
    struct ent_str range = ent_misc_get(misc, "TokenRange");
    size_t colon = ent_str_find(range, ENT_STR(":"));
    int64_t start, end;
    if (colon == SIZE_MAX || !ent_str_int(ent_str_sub(range, 0, colon), &start) ||
        !ent_str_int(ent_str_sub(range, colon + 1, range.size), &end) || start < 0 ||
        end < start || end > INT32_MAX)
        return false;
    *span = (struct ent_span){(uint32_t)start, (uint32_t)end};
    return true;
}

/* The span of a token: given, or the next characters of the text. */
static struct ent_span place_token(struct ent_str form, struct ent_str misc,
                                   struct ent_conllu_cursor *cursor)
{
    struct ent_span span;
    if (!range_of(misc, &span)) {
        span.start = cursor->position;
        span.end = span.start + (uint32_t)ent_utf8_count(form);
    }
    cursor->position = span.end;
    if (!ent_str_is(ent_misc_get(misc, "SpaceAfter"), "No"))
        cursor->position++;
    return span;
}

static void place_words(struct ent_sentence *sentence, struct ent_conllu_cursor *cursor)
{
    uint32_t m = 0;
    int32_t count = (int32_t)sentence->word_count;
    for (int32_t i = 1; i <= count; i++) {
        struct ent_word *word = &sentence->words[i];
        if (m == sentence->multiword_count || sentence->multiwords[m].first != i) {
            word->span = place_token(word->form, word->misc, cursor);
            continue;
        }
        struct ent_multiword *multiword = &sentence->multiwords[m++];
        multiword->span = place_token(multiword->form, multiword->misc, cursor);
        bool space = !ent_str_is(ent_misc_get(multiword->misc, "SpaceAfter"), "No");
        for (; i <= multiword->last; i++) {
            sentence->words[i].span = multiword->span;
            sentence->words[i].space_after = space && i == multiword->last;
        }
        i = multiword->last;
    }
    sentence->span.start = sentence->words[1].span.start;
    sentence->span.end = sentence->words[count].span.end;
}

static void set_once(struct ent_str *field, struct ent_str value)
{
    if (field->size == 0)
        *field = value;
}

static void read_comment(struct ent_document *document, struct ent_sentence *sentence,
                         struct ent_str line, bool first, bool *paragraph)
{
    struct ent_str value;
    if (ent_conllu_comment(line, "sent_id", &value))
        sentence->id = value;
    else if (ent_conllu_comment(line, "text", &value))
        sentence->text = value;
    else if (ent_conllu_comment(line, "newpar", &value) ||
             ent_conllu_comment(line, "newpar id", &value))
        *paragraph = true;
    if (!first)
        return;
    if (ent_conllu_comment(line, "newdoc id", &value))
        set_once(&document->id, value);
    else if (ent_conllu_comment(line, "date", &value))
        set_once(&document->date, value);
    else if (ent_conllu_comment(line, "lang", &value))
        set_once(&document->lang, value);
    else if (ent_conllu_comment(line, "title", &value))
        set_once(&document->title, value);
    else if (ent_conllu_comment(line, "source", &value))
        set_once(&document->source, value);
    else if (ent_conllu_comment(line, "url", &value))
        set_once(&document->url, value);
}

void ent_conllu_place(struct ent_document *document, struct ent_sentence *sentence,
                      struct ent_conllu_cursor *cursor)
{
    bool paragraph = false;
    for (uint32_t i = 0; i < sentence->comment_count; i++)
        read_comment(document, sentence, sentence->comments[i], !cursor->begun,
                     &paragraph);
    if (cursor->begun && paragraph)
        cursor->paragraph++;
    sentence->paragraph = cursor->paragraph;
    cursor->begun = true;
    place_words(sentence, cursor);
}
