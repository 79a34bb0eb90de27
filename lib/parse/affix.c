/* affix.c: the suffix rules of a hunspell .aff file. */
#include "parse/affix.h"
#include <entente/utf8.h>
#include <stdlib.h>

bool ent_affix_field(struct ent_str *rest, struct ent_str *field)
{
    size_t i = 0, end;
    while (i < rest->size && (rest->data[i] == ' ' || rest->data[i] == '\t' ||
                              rest->data[i] == '\r'))
        i++;
    for (end = i; end < rest->size && rest->data[end] != ' ' && rest->data[end] != '\t' &&
                  rest->data[end] != '\r';)
        end++;
    *field = (struct ent_str){rest->data + i, end - i};
    *rest = (struct ent_str){rest->data + end, rest->size - end};
    return field->size > 0;
}

static struct ent_str without_flags(struct ent_str add)
{
    size_t slash = ent_str_find(add, ENT_STR("/"));
    return slash == SIZE_MAX ? add : ent_str_sub(add, 0, slash);
}

static bool add_rule(struct ent_affixes *affixes, struct ent_str flag, struct ent_str rest)
{
    struct ent_affix rule = {.morph = {0}};
    bool added;
    if (!ent_affix_field(&rest, &rule.strip) || !ent_affix_field(&rest, &rule.add) ||
        !ent_affix_field(&rest, &rule.condition))
        return true; /* the head line of a flag: "SFX a0 Y 102" */
    rule.morph = rest;
    rule.add = without_flags(rule.add);
    if (ent_str_is(rule.strip, "0"))
        rule.strip.size = 0;
    if (ent_str_is(rule.add, "0"))
        rule.add.size = 0;
    rule.flag = ent_map_add(&affixes->flags, flag, &added);
    void *rules = realloc(affixes->rules, (affixes->count + 1) * sizeof *affixes->rules);
    if (rules)
        affixes->rules = rules;
    void *first = realloc(affixes->first, (affixes->flags.size + 1) * sizeof(uint32_t));
    if (first)
        affixes->first = first;
    if (rule.flag == ENT_MAP_NONE || !rules || !first)
        return false;
    rule.next = added ? 0 : affixes->first[rule.flag];
    affixes->rules[affixes->count++] = rule;
    affixes->first[rule.flag] = (uint32_t)affixes->count;
    return true;
}

enum ent_status ent_affixes_read(struct ent_affixes *affixes, struct ent_str text,
                                 struct ent_error *error)
{
    struct ent_str line;
    *affixes = (struct ent_affixes){.flag_size = 1};
    ent_map_init(&affixes->flags);
    while (ent_str_split(&text, '\n', &line)) {
        struct ent_str kind, flag;
        if (!ent_affix_field(&line, &kind) || !ent_affix_field(&line, &flag))
            continue;
        if (ent_str_is(kind, "FLAG") && ent_str_is(flag, "long"))
            affixes->flag_size = 2;
        else if (ent_str_is(kind, "NEEDAFFIX"))
            affixes->need = flag;
        else if (ent_str_is(kind, "FORBIDDENWORD"))
            affixes->forbid = flag;
        if (!ent_str_is(kind, "SFX"))
            continue;
        if (!add_rule(affixes, flag, line))
            return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    }
    return ENT_OK;
}

void ent_affixes_clear(struct ent_affixes *affixes)
{
    ent_map_clear(&affixes->flags);
    free(affixes->first);
    free(affixes->rules);
    *affixes = (struct ent_affixes){0};
}

/* Start of the character that ends before byte `end`. */
static size_t before(struct ent_str text, size_t end)
{
    while (end > 0 && ((unsigned char)text.data[--end] & 0xC0) == 0x80)
        ;
    return end;
}

/* Is the character among those of a bracket expression's inside, "^abc" or "abc"? */
static bool in_set(struct ent_str set, uint32_t code)
{
    bool negated = set.size && set.data[0] == '^';
    for (size_t pos = negated; pos < set.size;)
        if (ent_utf8_next(set, &pos) == code)
            return !negated;
    return negated;
}

/* Match the condition backwards from the end of the stem. */
static bool condition_holds(struct ent_str condition, struct ent_str stem)
{
    size_t c = condition.size, s = stem.size;
    while (c > 0) {
        if (s == 0)
            return condition.size == 1 && condition.data[0] == '.';
        size_t from = before(stem, s), pos = from;
        uint32_t code = ent_utf8_next(stem, &pos);
        s = from;
        if (condition.data[c - 1] == ']') {
            size_t open = c - 1;
            while (open > 0 && condition.data[open] != '[')
                open--;
            if (!in_set(ent_str_sub(condition, open + 1, c - 1), code))
                return false;
            c = open;
            continue;
        }
        size_t start = before(condition, c), at = start;
        uint32_t wanted = ent_utf8_next(condition, &at);
        if (wanted != '.' && wanted != code)
            return false;
        c = start;
    }
    return true;
}

bool ent_affix_apply(const struct ent_affix *affix, struct ent_str stem,
                     struct ent_buf *form)
{
    if (!ent_str_ends(stem, affix->strip) || !condition_holds(affix->condition, stem) ||
        stem.size - affix->strip.size + affix->add.size == 0)
        return false;
    ent_buf_add(form, stem.data, stem.size - affix->strip.size);
    ent_buf_str(form, affix->add);
    return true;
}
