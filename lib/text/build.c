/* build.c: the document's sentences out of the scanned tokens: forms, spans, comments. */
#include "text/build.h"

struct builder {
    struct ent_scan *scan;
    struct ent_document *document;
    struct ent_arena *arena;
    struct ent_buf text; /* "# text = ..." being put together */
    uint32_t paragraph;
};

/* Words and multiword tokens of tokens first..last, counted before anything is stored. */
static int count_words(struct builder *builder, size_t first, size_t last,
                       uint32_t *words, uint32_t *multiwords)
{
    struct ent_str parts[ENT_PARTS_MAX];
    *words = *multiwords = 0;
    for (size_t i = first; i <= last; i++) {
        int count = ent_split_token(builder->scan, builder->arena, i, parts);
        if (count < 0)
            return -1;
        *words += (uint32_t)count;
        *multiwords += count > 1;
    }
    return 0;
}

static struct ent_str misc_of(struct builder *builder, const struct ent_raw *raw,
                              bool space_after)
{
    return ent_arena_printf(builder->arena, "%sTokenRange=%u:%u",
                            space_after ? "" : "SpaceAfter=No|", raw->start, raw->end);
}

static enum ent_status add_token(struct builder *builder, struct ent_sentence *sentence,
                                 size_t i)
{
    const struct ent_raw *raw = &builder->scan->raws[i];
    struct ent_str parts[ENT_PARTS_MAX];
    struct ent_span span = {raw->start, raw->end};
    int count = ent_split_token(builder->scan, builder->arena, i, parts);
    bool space_after = raw->gap != ENT_GAP_NONE;
    struct ent_str misc = misc_of(builder, raw, space_after);
    if (count < 0 || !misc.data)
        return ENT_EMEMORY;
    int32_t first = (int32_t)sentence->word_count + 1;
    for (int k = 0; k < count; k++)
        sentence->words[++sentence->word_count] = (struct ent_word){
            .form = parts[k],
            .misc = count == 1 ? misc : (struct ent_str){NULL, 0},
            .head = -1,
            .span = span,
            .space_after = space_after && k == count - 1,
        };
    if (count > 1)
        sentence->multiwords[sentence->multiword_count++] = (struct ent_multiword){
            .first = first,
            .last = first + count - 1,
            .form = ent_scan_view(builder->scan, raw->start, raw->end),
            .misc = misc,
            .span = span,
        };
    return ENT_OK;
}

/* The sentence's text with single spaces between tokens. */
static struct ent_str text_of(struct builder *builder, size_t first, size_t last)
{
    ent_buf_reset(&builder->text);
    ent_buf_text(&builder->text, "# text = ");
    for (size_t i = first; i <= last; i++) {
        const struct ent_raw *raw = &builder->scan->raws[i];
        ent_buf_str(&builder->text, ent_scan_view(builder->scan, raw->start, raw->end));
        if (i < last && raw->gap != ENT_GAP_NONE)
            ent_buf_char(&builder->text, ' ');
    }
    if (builder->text.failed)
        return (struct ent_str){NULL, 0};
    return ent_arena_dup(builder->arena, ent_buf_view(&builder->text));
}

static void add_comment(struct ent_sentence *sentence, struct ent_str comment)
{
    sentence->comments[sentence->comment_count++] = comment;
}

/* A field of the document as comment of its first sentence; line ends become spaces. */
static bool add_field(struct builder *builder, struct ent_sentence *sentence,
                      const char *name, struct ent_str value)
{
    if (value.size == 0)
        return true;
    ent_buf_reset(&builder->text);
    ent_buf_printf(&builder->text, "# %s = ", name);
    for (size_t i = 0; i < value.size; i++)
        ent_buf_char(&builder->text,
                     (unsigned char)value.data[i] < ' ' ? ' ' : value.data[i]);
    struct ent_str comment = {NULL, 0};
    if (!builder->text.failed)
        comment = ent_arena_dup(builder->arena, ent_buf_view(&builder->text));
    if (comment.data)
        add_comment(sentence, comment);
    return comment.data != NULL;
}

static bool add_document_fields(struct builder *builder, struct ent_sentence *sentence)
{
    const struct ent_document *document = builder->document;
    if (document->id.size == 0)
        add_comment(sentence, ENT_STR("# newdoc"));
    return add_field(builder, sentence, "newdoc id", document->id) &&
           add_field(builder, sentence, "date", document->date) &&
           add_field(builder, sentence, "lang", document->lang) &&
           add_field(builder, sentence, "title", document->title) &&
           add_field(builder, sentence, "source", document->source) &&
           add_field(builder, sentence, "url", document->url);
}

enum { COMMENTS = 10 }; /* at most, in one sentence */

static bool add_comments(struct builder *builder, struct ent_sentence *sentence,
                         size_t first, size_t last)
{
    struct ent_document *document = builder->document;
    bool opens = first == 0 || builder->scan->raws[first - 1].gap == ENT_GAP_BREAK;
    sentence->comments =
        ent_arena_array(builder->arena, COMMENTS, sizeof(struct ent_str));
    if (!sentence->comments)
        return false;
    if (first == 0 && !add_document_fields(builder, sentence))
        return false;
    if (opens)
        add_comment(sentence, ENT_STR("# newpar"));
    struct ent_str id =
        ent_arena_printf(builder->arena, "# sent_id = %.*s%s%u", ENT_FMT(document->id),
                         document->id.size ? "-" : "", document->sentence_count + 1);
    struct ent_str text = text_of(builder, first, last);
    if (!id.data || !text.data)
        return false;
    add_comment(sentence, id);
    add_comment(sentence, text);
    sentence->id = ent_str_sub(id, strlen("# sent_id = "), id.size);
    sentence->text = ent_str_sub(text, strlen("# text = "), text.size);
    if (opens && first > 0)
        builder->paragraph++;
    return true;
}

static enum ent_status add_sentence(struct builder *builder, size_t first, size_t last)
{
    struct ent_document *document = builder->document;
    struct ent_sentence *sentence = &document->sentences[document->sentence_count];
    uint32_t words, multiwords;
    *sentence = (struct ent_sentence){0};
    if (count_words(builder, first, last, &words, &multiwords) != 0)
        return ENT_EMEMORY;
    sentence->words =
        ent_arena_array(builder->arena, (size_t)words + 1, sizeof *sentence->words);
    sentence->multiwords =
        ent_arena_array(builder->arena, multiwords, sizeof *sentence->multiwords);
    if (!sentence->words || (multiwords && !sentence->multiwords) ||
        !add_comments(builder, sentence, first, last))
        return ENT_EMEMORY;
    sentence->words[0].head = -1;
    for (size_t i = first; i <= last; i++)
        if (add_token(builder, sentence, i) != ENT_OK)
            return ENT_EMEMORY;
    sentence->paragraph = builder->paragraph;
    sentence->span = (struct ent_span){builder->scan->raws[first].start,
                                       builder->scan->raws[last].end};
    document->sentence_count++;
    return ENT_OK;
}

enum ent_status ent_build_sentences(struct ent_scan *scan, struct ent_document *document)
{
    struct builder builder = {
        .scan = scan, .document = document, .arena = &document->arena};
    enum ent_status status = ENT_OK;
    size_t count = 0, first = 0;
    for (size_t i = 0; i < scan->raw_count; i++)
        count += scan->raws[i].last;
    if (count == 0)
        return ENT_OK;
    document->sentences =
        ent_arena_array(&document->arena, count, sizeof *document->sentences);
    if (!document->sentences)
        return ENT_EMEMORY;
    ent_buf_init(&builder.text);
    for (size_t i = 0; i < scan->raw_count && status == ENT_OK; i++) {
        if (!scan->raws[i].last)
            continue;
        status = add_sentence(&builder, first, i);
        first = i + 1;
    }
    ent_buf_clear(&builder.text);
    return status;
}
