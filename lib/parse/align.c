/* align.c: two analyses of one text laid side by side. */
#include "parse/align.h"
#include <entente/utf8.h>
#include <stdlib.h>

enum { REGION_LIMIT = 2000 }; /* words of a multiword region; more are not aligned */

/* Appends the token without white space; returns the span it covers, in bytes. */
static struct ent_flat_span add_token(struct ent_flat *flat, struct ent_str form)
{
    size_t start = flat->text.size, pos = 0;
    while (pos < form.size) {
        size_t from = pos;
        uint32_t code = ent_utf8_next(form, &pos);
        if (ent_utf8_class(code) != ENT_CLASS_SPACE)
            ent_buf_add(&flat->text, form.data + from, pos - from);
    }
    return (struct ent_flat_span){start, flat->text.size};
}

static void add_sentence(struct ent_flat *flat, const struct ent_sentence *sentence)
{
    size_t start = flat->text.size, base = flat->word_count;
    uint32_t next = 0;
    struct ent_flat_span span = {0, 0};
    int32_t last = 0;
    for (int32_t w = 1; w <= (int32_t)sentence->word_count; w++) {
        const struct ent_word *word = &sentence->words[w];
        if (next < sentence->multiword_count && sentence->multiwords[next].first == w) {
            span = add_token(flat, sentence->multiwords[next].form);
            last = sentence->multiwords[next++].last;
            flat->tokens[flat->token_count++] = span;
        } else if (w > last) {
            span = add_token(flat, word->form);
            flat->tokens[flat->token_count++] = span;
        }
        size_t head = word->head > 0 && word->head <= (int32_t)sentence->word_count
                          ? base + (size_t)word->head - 1
                          : ENT_FLAT_ROOT;
        flat->words[flat->word_count++] =
            (struct ent_flat_word){word, span, w <= last, head, ENT_FLAT_NONE};
    }
    flat->sentences[flat->sentence_count++] =
        (struct ent_flat_span){start, flat->text.size};
}

enum ent_status ent_flat_make(struct ent_flat *flat, const struct ent_document *document,
                              struct ent_error *error)
{
    size_t words = 0;
    for (uint32_t i = 0; i < document->sentence_count; i++)
        words += document->sentences[i].word_count;
    *flat = (struct ent_flat){0};
    ent_buf_init(&flat->text);
    flat->words = calloc(words + 1, sizeof *flat->words);
    flat->tokens = calloc(words + 1, sizeof *flat->tokens);
    flat->sentences = calloc(document->sentence_count + 1u, sizeof *flat->sentences);
    if (!flat->words || !flat->tokens || !flat->sentences)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    for (uint32_t i = 0; i < document->sentence_count; i++)
        add_sentence(flat, &document->sentences[i]);
    return flat->text.failed ? ent_fail(error, ENT_EMEMORY, 0, "out of memory") : ENT_OK;
}

void ent_flat_clear(struct ent_flat *flat)
{
    free(flat->words);
    free(flat->tokens);
    free(flat->sentences);
    ent_buf_clear(&flat->text);
}

static void match(struct ent_flat *a, struct ent_flat *b, size_t i, size_t k)
{
    a->words[i].match = k;
    b->words[k].match = i;
}

static bool same_form(const struct ent_flat_word *a, const struct ent_flat_word *b)
{
    struct ent_str x = a->word->form, y = b->word->form;
    size_t i = 0, k = 0;
    while (i < x.size && k < y.size)
        if (ent_utf8_lower(ent_utf8_next(x, &i)) != ent_utf8_lower(ent_utf8_next(y, &k)))
            return false;
    return i == x.size && k == y.size;
}

/* Longest common subsequence of words i .. i_end-1 and k .. k_end-1 by their forms. */
static bool align_region(struct ent_flat *a, size_t i, size_t i_end, struct ent_flat *b,
                         size_t k, size_t k_end)
{
    size_t rows = i_end - i, columns = k_end - k, width = columns + 1;
    if (rows > REGION_LIMIT || columns > REGION_LIMIT)
        return true;
    uint16_t *best = calloc((rows + 1) * width, sizeof *best);
    if (!best)
        return false;
    for (size_t r = rows; r-- > 0;)
        for (size_t c = columns; c-- > 0;) {
            uint16_t down = best[(r + 1) * width + c], right = best[r * width + c + 1];
            uint16_t top = down > right ? down : right;
            uint16_t both = (uint16_t)(best[(r + 1) * width + c + 1] + 1);
            if (both > top && same_form(&a->words[i + r], &b->words[k + c]))
                top = both;
            best[r * width + c] = top;
        }
    for (size_t r = 0, c = 0; r < rows && c < columns;) {
        if (same_form(&a->words[i + r], &b->words[k + c]))
            match(a, b, i + r++, k + c++);
        else if (best[r * width + c] == best[(r + 1) * width + c])
            r++;
        else
            c++;
    }
    free(best);
    return true;
}

/* Does word i lie behind a region that ends at character `end`? */
static bool beyond(const struct ent_flat *flat, size_t i, size_t end)
{
    if (i >= flat->word_count)
        return true;
    const struct ent_flat_word *word = &flat->words[i];
    return word->part ? word->span.start >= end : word->span.end > end;
}

static void extend(const struct ent_flat *flat, size_t i, size_t *end)
{
    if (flat->words[i].part && flat->words[i].span.end > *end)
        *end = flat->words[i].span.end;
}

/* Words i and k, one of which is part of a multiword token: find where the region of
 * overlapping multiword tokens begins (i, k) and ends (i_end, k_end). */
static void region(const struct ent_flat *a, size_t *i, size_t *i_end,
                   const struct ent_flat *b, size_t *k, size_t *k_end)
{
    size_t end;
    if (a->words[*i].part) {
        end = a->words[*i].span.end;
        *k += !b->words[*k].part && b->words[*k].span.start < a->words[*i].span.start;
    } else {
        end = b->words[*k].span.end;
        *i += a->words[*i].span.start < b->words[*k].span.start;
    }
    *i_end = *i;
    *k_end = *k;
    while (!beyond(a, *i_end, end) || !beyond(b, *k_end, end)) {
        if (*i_end < a->word_count &&
            (*k_end >= b->word_count ||
             a->words[*i_end].span.start <= b->words[*k_end].span.start))
            extend(a, (*i_end)++, &end);
        else
            extend(b, (*k_end)++, &end);
    }
}

enum ent_status ent_flat_align(struct ent_flat *gold, struct ent_flat *system,
                               struct ent_error *error)
{
    if (!ent_str_eq(ent_buf_view(&gold->text), ent_buf_view(&system->text)))
        return ent_fail(error, ENT_EFORMAT, 0, "gold and system have different text");
    size_t i = 0, k = 0, i_end, k_end;
    while (i < gold->word_count && k < system->word_count) {
        const struct ent_flat_word *a = &gold->words[i], *b = &system->words[k];
        if (a->part || b->part) {
            region(gold, &i, &i_end, system, &k, &k_end);
            if (!align_region(gold, i, i_end, system, k, k_end))
                return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
            i = i_end;
            k = k_end;
        } else if (a->span.start == b->span.start && a->span.end == b->span.end) {
            match(gold, system, i++, k++);
        } else if (a->span.start <= b->span.start) {
            i++;
        } else {
            k++;
        }
    }
    return ENT_OK;
}
