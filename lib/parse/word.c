/* word.c: the hashes of a word's form. */
#include "parse/word.h"
#include "parse/hash.h"
#include <entente/utf8.h>

static bool is_apostrophe(uint32_t code)
{
    return code == 0x2019 || code == 0x02BC || code == 0x2018;
}

/* 'X' upper, 'x' lower, '0' digit, other ASCII as it is, '?' everything else. */
static char shape_of(uint32_t code)
{
    if (code < 0x80) {
        if (code >= '0' && code <= '9')
            return '0';
        if (code >= 'a' && code <= 'z')
            return 'x';
        return code >= 'A' && code <= 'Z' ? 'X' : (char)code;
    }
    switch (ent_utf8_class(code)) {
    case ENT_CLASS_UPPER: return 'X';
    case ENT_CLASS_LOWER: return 'x';
    case ENT_CLASS_DIGIT: return '0';
    default: return '?';
    }
}

/* Appends the lower-case form; sets shape and capital. */
static void lower_and_shape(struct ent_sign *sign, struct ent_str form,
                            struct ent_buf *text)
{
    uint64_t shape = ENT_HASH_BASIS;
    char last = 0;
    int run = 0;
    for (size_t pos = 0, first = 1; pos < form.size; first = 0) {
        uint32_t code = ent_utf8_next(form, &pos);
        if (is_apostrophe(code))
            code = '\'';
        char kind = shape_of(code);
        if (first)
            sign->capital = kind == 'X';
        run = kind == last ? run + 1 : 1;
        last = kind;
        if (run <= 3) /* "Xxx" stands for longer words too */
            shape = ent_hash_byte(shape, (unsigned char)kind);
        if (code < 0x80)
            ent_buf_char(text, (char)(kind == 'X' ? code + 32 : code));
        else
            ent_utf8_put(text, kind == 'X' ? ent_utf8_lower(code) : code);
    }
    sign->shape = ent_hash_end(shape);
}

static unsigned char normal(char byte)
{
    return (unsigned char)(byte >= '0' && byte <= '9' ? '0' : byte);
}

static bool inside_character(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

static void hash_affixes(struct ent_sign *sign, const char *data, size_t size)
{
    uint64_t hash = ENT_HASH_BASIS;
    size_t i, count = 0;
    for (i = 0; i < size; i++) {
        if (i > 0 && !inside_character(data[i]) && count < 4)
            sign->prefix[count++] = ent_hash_end(hash);
        hash = ent_hash_byte(hash, normal(data[i]));
    }
    sign->lower = ent_hash_end(hash);
    while (count < 4)
        sign->prefix[count++] = sign->lower;
    hash = ENT_HASH_BASIS;
    for (i = size, count = 0; i > 0 && count < 5; i--) {
        hash = ent_hash_byte(hash, normal(data[i - 1]));
        if (!inside_character(data[i - 1]))
            sign->suffix[count++] = ent_hash_end(hash);
    }
    while (count < 5) /* a mark of its own: "au" is not the ending "-au" */
        sign->suffix[count++] = ent_hash_end(hash + 1);
}

/* French prints capitals without accents ("Etats", "Evoquant"): when the lexicon does not know
 * a capitalised word, its first letter is given the accent that makes the word known. */
static void restore_accent(struct ent_sign *sign, struct ent_str form,
                           const struct ent_lexicon *lexicon, struct ent_buf *text)
{
    static const struct {
        char plain;
        char accented[3];
    } letters[] = {{'e', "\xC3\xA9"}, {'e', "\xC3\xAA"}, {'e', "\xC3\xA8"},
                   {'a', "\xC3\xA2"}, {'i', "\xC3\xAE"}, {'o', "\xC3\xB4"}};
    const char *lower = text->data + sign->text;
    if (!sign->capital || sign->size < 4 || !memchr("eaio", lower[0], 4) ||
        ent_lexicon_find(lexicon, ent_hash_bytes(form.data, form.size)) ||
        ent_lexicon_find(lexicon, ent_hash_bytes(lower, sign->size)))
        return;
    char word[64];
    if (sign->size + 1 >= sizeof word)
        return;
    memcpy(word + 1, lower, sign->size);
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        if (lower[0] != letters[i].plain)
            continue;
        memcpy(word, letters[i].accented, 2);
        if (!ent_lexicon_find(lexicon, ent_hash_bytes(word, sign->size + 1)))
            continue;
        text->size = sign->text;
        ent_buf_add(text, word, sign->size + 1);
        sign->size++;
        return;
    }
}

void ent_sign_make(struct ent_sign *sign, struct ent_str form,
                   const struct ent_lexicon *lexicon, struct ent_buf *text)
{
    *sign = (struct ent_sign){.text = (uint32_t)text->size};
    lower_and_shape(sign, form, text);
    sign->size = (uint32_t)(text->size - sign->text);
    if (text->failed) {
        ent_sign_border(sign, 0);
        return;
    }
    if (lexicon->entries)
        restore_accent(sign, form, lexicon, text);
    hash_affixes(sign, text->data + sign->text, sign->size);
    if (!lexicon->entries)
        return;
    sign->entry = ent_lexicon_find(lexicon, ent_hash_bytes(form.data, form.size));
    sign->lower_entry = ent_lexicon_find(
        lexicon, ent_hash_bytes(text->data + sign->text, sign->size));
    const struct ent_lexicon_entry *exact = &lexicon->entries[sign->entry];
    const struct ent_lexicon_entry *lower = &lexicon->entries[sign->lower_entry];
    sign->upos = exact->upos | lower->upos;
    sign->class_ = ent_hash_end((uint64_t)exact->class_ << 32 | lower->class_);
}

void ent_sign_border(struct ent_sign *sign, uint64_t which)
{
    *sign = (struct ent_sign){0};
    uint64_t hash = ent_hash_end(which + 77);
    sign->lower = sign->shape = sign->class_ = hash;
    for (int i = 0; i < 5; i++)
        sign->suffix[i] = hash;
    for (int i = 0; i < 4; i++)
        sign->prefix[i] = hash;
}
