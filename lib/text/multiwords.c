/* multiwords.c: the words inside multiword tokens: "aux" = à + les, "don't" = do + n't.
 */
#include "text/build.h"
#include "text/des.h"

enum { TOKEN_MAX = 48 }; /* no multiword token has more characters */

/* `word` in the capitals of the token: "Au" -> "À", "AU" -> "À"; only the first word
 * takes the capital, as in the Sequoia treebank. */
static struct ent_str cased(struct ent_arena *arena, struct ent_str word, bool first_only)
{
    struct ent_buf buf;
    ent_buf_init(&buf);
    for (size_t pos = 0; pos < word.size;) {
        bool raise = pos == 0 || !first_only;
        uint32_t code = ent_utf8_next(word, &pos);
        ent_utf8_put(&buf, raise ? ent_utf8_upper(code) : code);
    }
    struct ent_str result = {NULL, 0};
    if (!buf.failed)
        result = ent_arena_dup(arena, ent_buf_view(&buf));
    ent_buf_clear(&buf);
    return result;
}

static bool is_upper(const struct ent_scan *scan, uint32_t at)
{
    return scan->kind[at] == ENT_KIND_UPPER;
}

static int split_contraction(const struct ent_scan *scan, struct ent_arena *arena,
                             const struct ent_raw *raw, const struct ent_parts *listed,
                             struct ent_str *parts)
{
    for (int i = 0; i < listed->count; i++)
        parts[i] = listed->words[i];
    if (is_upper(scan, raw->start)) {
        bool all = raw->end - raw->start > 1 && is_upper(scan, raw->start + 1);
        parts[0] = cased(arena, parts[0], !all);
        if (!parts[0].data)
            return -1;
    }
    return listed->count;
}

/* English endings: "n't", "'s" ...: how many characters the ending has, or 0. */
static uint32_t ending(struct ent_scan *scan, const struct ent_raw *raw)
{
    uint32_t size = raw->end - raw->start;
    if (scan->kind[raw->end - 1] == ENT_KIND_APOSTROPHE)
        return 1; /* "parents'" */
    for (uint32_t tail = 3; tail >= 2; tail--) {
        uint32_t cut = raw->end - tail;
        if (size <= tail || !(ent_scan_flags(scan, cut, raw->end) & ENT_LISTED_SUBJECT))
            continue;
        if (ent_is_letter(scan->kind[cut - 1]) || scan->code[cut - 1] == '.')
            return tail;
    }
    return 0;
}

static int split_english(struct ent_scan *scan, const struct ent_raw *raw,
                         struct ent_str *parts)
{
    uint32_t size = raw->end - raw->start;
    uint32_t tail = size > 1 && raw->type == ENT_RAW_WORD ? ending(scan, raw) : 0;
    if (tail == 0)
        return 1;
    parts[0] = ent_scan_view(scan, raw->start, raw->end - tail);
    parts[1] = ent_scan_view(scan, raw->end - tail, raw->end);
    return 2;
}

/* Ask the model about the "des" that token i is. */
static bool des_is_two(struct ent_scan *scan, struct ent_arena *arena, size_t i)
{
    struct ent_str words[2 * ENT_DES_CONTEXT + 1] = {{NULL, 0}};
    for (int side = -1; side <= 1; side += 2) {
        size_t at = i;
        for (int k = 1; k <= ENT_DES_CONTEXT; k++) {
            if (side < 0 ? at == 0 || scan->raws[at - 1].last : scan->raws[at].last)
                break;
            at = side < 0 ? at - 1 : at + 1;
            words[ENT_DES_CONTEXT + side * k] = ent_arena_dup(
                arena, ent_scan_key(scan, scan->raws[at].start, scan->raws[at].end));
        }
    }
    return ent_des_split(scan->language->des, words);
}

int ent_split_token(struct ent_scan *scan, struct ent_arena *arena, size_t i,
                    struct ent_str *parts)
{
    const struct ent_raw *raw = &scan->raws[i];
    uint32_t size = raw->end - raw->start;
    parts[0] = ent_scan_view(scan, raw->start, raw->end);
    if (raw->type != ENT_RAW_WORD || size > TOKEN_MAX || size < 2)
        return 1;
    struct ent_str key = ent_scan_key(scan, raw->start, raw->end);
    const struct ent_parts *listed = ent_language_parts(scan->language, key);
    if (listed && scan->language->des && ent_str_is(key, "des") &&
        !des_is_two(scan, arena, i))
        return 1;
    if (listed)
        return split_contraction(scan, arena, raw, listed, parts);
    return scan->language->french ? 1 : split_english(scan, raw, parts);
}
