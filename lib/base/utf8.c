#include <entente/utf8.h>

#include <stdlib.h>
#include <utf8proc.h>

uint32_t ent_utf8_next(struct ent_str text, size_t *pos)
{
    if (*pos >= text.size)
        return 0;
    unsigned char byte = (unsigned char)text.data[*pos];
    if (byte < 0x80) {
        (*pos)++;
        return byte;
    }
    utf8proc_int32_t code;
    utf8proc_ssize_t size =
        utf8proc_iterate((const utf8proc_uint8_t *)text.data + *pos,
                         (utf8proc_ssize_t)(text.size - *pos), &code);
    if (size <= 0) {
        (*pos)++;
        return 0xFFFD;
    }
    *pos += (size_t)size;
    return (uint32_t)code;
}

void ent_utf8_put(struct ent_buf *buf, uint32_t code)
{
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t size = utf8proc_encode_char((utf8proc_int32_t)code, bytes);
    ent_buf_add(buf, (const char *)bytes, (size_t)size);
}

bool ent_utf8_valid(struct ent_str text)
{
    size_t pos = 0;
    while (pos < text.size) {
        uint64_t eight;
        if (text.size - pos >= sizeof eight) { /* most text is ASCII for long stretches */
            memcpy(&eight, text.data + pos, sizeof eight);
            if ((eight & 0x8080808080808080u) == 0) {
                pos += sizeof eight;
                continue;
            }
        }
        size_t start = pos;
        if (ent_utf8_next(text, &pos) == 0xFFFD && pos - start == 1)
            return false;
    }
    return true;
}

size_t ent_utf8_count(struct ent_str text)
{
    size_t count = 0;
    for (size_t pos = 0; pos < text.size; count++)
        ent_utf8_next(text, &pos);
    return count;
}

static enum ent_class ascii_class(uint32_t code)
{
    if (code == ' ' || (code >= '\t' && code <= '\r'))
        return ENT_CLASS_SPACE;
    if (code >= 'a' && code <= 'z')
        return ENT_CLASS_LOWER;
    if (code >= 'A' && code <= 'Z')
        return ENT_CLASS_UPPER;
    if (code >= '0' && code <= '9')
        return ENT_CLASS_DIGIT;
    if (code < 0x20 || code == 0x7F)
        return ENT_CLASS_CONTROL;
    if (memchr("$+<=>^`|~", (int)code, 9))
        return ENT_CLASS_SYMBOL;
    return ENT_CLASS_PUNCT;
}

/* By Unicode general category, in utf8proc's order. */
static const unsigned char class_of_category[] = {
    [UTF8PROC_CATEGORY_CN] = ENT_CLASS_OTHER,   [UTF8PROC_CATEGORY_LU] = ENT_CLASS_UPPER,
    [UTF8PROC_CATEGORY_LL] = ENT_CLASS_LOWER,   [UTF8PROC_CATEGORY_LT] = ENT_CLASS_UPPER,
    [UTF8PROC_CATEGORY_LM] = ENT_CLASS_LOWER,   [UTF8PROC_CATEGORY_LO] = ENT_CLASS_LOWER,
    [UTF8PROC_CATEGORY_MN] = ENT_CLASS_MARK,    [UTF8PROC_CATEGORY_MC] = ENT_CLASS_MARK,
    [UTF8PROC_CATEGORY_ME] = ENT_CLASS_MARK,    [UTF8PROC_CATEGORY_ND] = ENT_CLASS_DIGIT,
    [UTF8PROC_CATEGORY_NL] = ENT_CLASS_OTHER,   [UTF8PROC_CATEGORY_NO] = ENT_CLASS_OTHER,
    [UTF8PROC_CATEGORY_PC] = ENT_CLASS_PUNCT,   [UTF8PROC_CATEGORY_PD] = ENT_CLASS_PUNCT,
    [UTF8PROC_CATEGORY_PS] = ENT_CLASS_PUNCT,   [UTF8PROC_CATEGORY_PE] = ENT_CLASS_PUNCT,
    [UTF8PROC_CATEGORY_PI] = ENT_CLASS_PUNCT,   [UTF8PROC_CATEGORY_PF] = ENT_CLASS_PUNCT,
    [UTF8PROC_CATEGORY_PO] = ENT_CLASS_PUNCT,   [UTF8PROC_CATEGORY_SM] = ENT_CLASS_SYMBOL,
    [UTF8PROC_CATEGORY_SC] = ENT_CLASS_SYMBOL,  [UTF8PROC_CATEGORY_SK] = ENT_CLASS_SYMBOL,
    [UTF8PROC_CATEGORY_SO] = ENT_CLASS_SYMBOL,  [UTF8PROC_CATEGORY_ZS] = ENT_CLASS_SPACE,
    [UTF8PROC_CATEGORY_ZL] = ENT_CLASS_SPACE,   [UTF8PROC_CATEGORY_ZP] = ENT_CLASS_SPACE,
    [UTF8PROC_CATEGORY_CC] = ENT_CLASS_CONTROL, [UTF8PROC_CATEGORY_CF] = ENT_CLASS_CONTROL,
    [UTF8PROC_CATEGORY_CS] = ENT_CLASS_OTHER,   [UTF8PROC_CATEGORY_CO] = ENT_CLASS_OTHER,
};

enum ent_class ent_utf8_class(uint32_t code)
{
    if (code < 0x80)
        return ascii_class(code);
    if (code == 0x200D || code == 0x200C || code == 0xFE0F || code == 0xFE0E)
        return ENT_CLASS_MARK; /* joiners and variation selectors stick to their letter */
    if (code == 0x85)
        return ENT_CLASS_SPACE;
    return (enum ent_class)class_of_category[utf8proc_category((utf8proc_int32_t)code)];
}

uint32_t ent_utf8_lower(uint32_t code)
{
    if (code < 0x80)
        return code >= 'A' && code <= 'Z' ? code + 32 : code;
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code);
}

uint32_t ent_utf8_upper(uint32_t code)
{
    if (code < 0x80)
        return code >= 'a' && code <= 'z' ? code - 32 : code;
    return (uint32_t)utf8proc_toupper((utf8proc_int32_t)code);
}

size_t ent_utf8_repair(struct ent_buf *buf, struct ent_str text)
{
    size_t count = 0, pos = 0, plain = 0;
    while (pos < text.size) {
        size_t start = pos;
        uint32_t code = ent_utf8_next(text, &pos);
        bool invalid = code == 0xFFFD && pos - start == 1;
        bool control = code < 0x20 && code != '\t' && code != '\n' && code != '\r';
        if (!invalid && !control)
            continue;
        ent_buf_add(buf, text.data + plain, start - plain);
        ent_buf_text(buf, invalid ? "\xEF\xBF\xBD" : " ");
        plain = pos;
        count++;
    }
    if (text.size)
        ent_buf_add(buf, text.data + plain, text.size - plain);
    return count;
}

/* Below U+0300 every composed character is already NFC and nothing combines, so that the
 * costly normalisation can be skipped without a table. General punctuation (E2 80 xx) is
 * stable too, but for U+2000 and U+2001. */
static bool surely_nfc(struct ent_str text)
{
    for (size_t i = 0; i < text.size; i++) {
        const unsigned char *at = (const unsigned char *)text.data + i;
        if (at[0] < 0xCC) /* U+0300 starts with the byte CC */
            continue;
        if (at[0] != 0xE2 || i + 2 >= text.size || at[1] != 0x80 || at[2] < 0x82)
            return false;
        i += 2;
    }
    return true;
}

enum { MARKS_MAX = 32 }; /* sorted together: Unicode's stream-safe text has at most 30 */

/* The end of the piece from `from` on that can be normalised by itself: the text's end, or
 * amid more combining marks than any language puts on one letter, as sorting them takes
 * quadratic time. */
static size_t piece_end(struct ent_str text, size_t from)
{
    int marks = 0;
    for (size_t pos = from; pos < text.size;) {
        uint32_t code = ent_utf8_next(text, &pos);
        bool mark = code >= 0x300 &&
                    utf8proc_get_property((utf8proc_int32_t)code)->combining_class != 0;
        marks = mark ? marks + 1 : 0;
        if (marks == MARKS_MAX)
            return pos;
    }
    return text.size;
}

struct ent_str ent_utf8_nfc(struct ent_arena *arena, struct ent_str text)
{
    struct ent_str result = {NULL, 0};
    struct ent_buf buf;
    if (text.size == 0 || surely_nfc(text))
        return text;
    ent_buf_init(&buf);
    for (size_t from = 0, end; from < text.size && !buf.failed; from = end) {
        utf8proc_uint8_t *mapped = NULL;
        end = piece_end(text, from);
        utf8proc_ssize_t size = utf8proc_map((const utf8proc_uint8_t *)text.data + from,
                                             (utf8proc_ssize_t)(end - from), &mapped,
                                             UTF8PROC_STABLE | UTF8PROC_COMPOSE);
        if (size >= 0)
            ent_buf_add(&buf, (const char *)mapped, (size_t)size);
        else
            buf.failed = true;
        free(mapped);
    }
    if (!buf.failed)
        result = ent_arena_dup(arena, ent_buf_view(&buf));
    ent_buf_clear(&buf);
    return result;
}

struct ent_str ent_utf8_to_lower(struct ent_arena *arena, struct ent_str text)
{
    struct ent_buf buf;
    ent_buf_init(&buf);
    for (size_t pos = 0; pos < text.size;)
        ent_utf8_put(&buf, ent_utf8_lower(ent_utf8_next(text, &pos)));
    struct ent_str result = {NULL, 0};
    if (!buf.failed)
        result = ent_arena_dup(arena, ent_buf_view(&buf));
    ent_buf_clear(&buf);
    return result;
}

/* What folding makes of typographic variants, ligatures and letters that Unicode does not
 * decompose; NULL = decompose. */
static const char *plain_form(uint32_t code)
{
    static const struct {
        uint32_t code;
        const char *text;
    } table[] = {
        {0x2018, "'"},  {0x2019, "'"},  {0x02BC, "'"},  {0x2032, "'"},  {0x2010, "-"},
        {0x2011, "-"},  {0x2012, "-"},  {0x2013, "-"},  {0x2212, "-"},  {0x0152, "oe"},
        {0x0153, "oe"}, {0x00C6, "ae"}, {0x00E6, "ae"}, {0x00DF, "ss"}, {0x0131, "i"},
        {0x0141, "l"},  {0x0142, "l"},  {0x00D8, "o"},  {0x00F8, "o"},  {0x0110, "d"},
        {0x0111, "d"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i].code == code)
            return table[i].text;
    return NULL;
}

/* Decompose one code point, drop its marks, fold its case. */
static void put_folded(struct ent_buf *buf, uint32_t code)
{
    utf8proc_int32_t parts[18]; /* the longest compatibility decomposition */
    const utf8proc_option_t how = UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                  UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK;
    utf8proc_ssize_t count =
        utf8proc_decompose_char((utf8proc_int32_t)code, parts, 18, how, NULL);
    for (utf8proc_ssize_t i = 0; i < count && i < 18; i++)
        ent_utf8_put(buf, (uint32_t)parts[i]);
}

/* Most words are ASCII: no need to grow a buffer. An empty view if some byte is not. */
static struct ent_str fold_ascii(struct ent_arena *arena, struct ent_str text)
{
    for (size_t i = 0; i < text.size; i++) {
        if ((unsigned char)text.data[i] >= 0x80)
            return (struct ent_str){NULL, 0};
    }
    char *folded = ent_arena_alloc(arena, text.size + 1);
    if (!folded)
        return (struct ent_str){NULL, 0};
    for (size_t i = 0; i < text.size; i++)
        folded[i] = (char)ent_utf8_lower((unsigned char)text.data[i]);
    folded[text.size] = '\0';
    return (struct ent_str){folded, text.size};
}

struct ent_str ent_utf8_fold(struct ent_arena *arena, struct ent_str text)
{
    struct ent_str plain_text = fold_ascii(arena, text);
    if (plain_text.data)
        return plain_text;
    struct ent_buf buf;
    ent_buf_init(&buf);
    for (size_t pos = 0; pos < text.size;) {
        uint32_t code = ent_utf8_next(text, &pos);
        const char *plain = code < 0x80 ? NULL : plain_form(code);
        if (plain)
            ent_buf_text(&buf, plain);
        else if (code < 0x80)
            ent_buf_char(&buf, (char)ent_utf8_lower(code));
        else
            put_folded(&buf, code);
    }
    struct ent_str result = {NULL, 0};
    if (!buf.failed)
        result = ent_arena_dup(arena, ent_buf_view(&buf));
    ent_buf_clear(&buf);
    return result;
}
