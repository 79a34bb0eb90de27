/* script.c: edit scripts from forms to lemmas. */
#include "parse/script.h"

static bool inside_character(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Bytes of the longest common prefix that ends between characters in both. */
static size_t common_prefix(struct ent_str a, struct ent_str b)
{
    size_t i = 0;
    while (i < a.size && i < b.size && a.data[i] == b.data[i])
        i++;
    while (i > 0 && ((i < a.size && inside_character(a.data[i])) ||
                     (i < b.size && inside_character(b.data[i]))))
        i--;
    return i;
}

static int characters(const char *data, size_t size)
{
    int count = 0;
    for (size_t i = 0; i < size; i++)
        count += !inside_character(data[i]);
    return count;
}

void ent_script_make(struct ent_buf *buf, struct ent_str form, struct ent_str lower,
                     struct ent_str lemma)
{
    size_t kept = common_prefix(form, lemma), lowered = common_prefix(lower, lemma);
    struct ent_str base = kept > lowered ? form : lower;
    size_t common = kept > lowered ? kept : lowered;
    ent_buf_char(buf, kept > lowered ? '=' : 'l');
    if (common == 0)
        ent_buf_char(buf, '*');
    else
        ent_buf_int(buf, characters(base.data + common, base.size - common));
    ent_buf_char(buf, ':');
    ent_buf_add(buf, lemma.data + common, lemma.size - common);
}

bool ent_script_apply(struct ent_buf *buf, struct ent_str script, struct ent_str form,
                      struct ent_str lower)
{
    struct ent_str base = script.size && script.data[0] == '=' ? form : lower;
    size_t colon = ent_str_find(script, ENT_STR(":")), end = base.size;
    int64_t cut = 0;
    if (script.size < 3 || colon == SIZE_MAX || colon < 2)
        return false;
    if (script.data[1] == '*')
        end = 0;
    else if (!ent_str_int(ent_str_sub(script, 1, colon), &cut) || cut < 0)
        return false;
    for (; cut > 0; cut--) {
        if (end == 0)
            return false;
        end--;
        while (end > 0 && inside_character(base.data[end]))
            end--;
    }
    struct ent_str added = ent_str_sub(script, colon + 1, script.size);
    if (end + added.size == 0)
        return false;
    ent_buf_add(buf, base.data, end);
    ent_buf_str(buf, added);
    return true;
}
