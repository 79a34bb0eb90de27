/* lexicon_build.c: a full-form lexicon out of a hunspell dictionary. */
#include "parse/lexicon_build.h"
#include "parse/hash.h"
#include "parse/script.h"
#include <entente/lines.h>
#include <entente/utf8.h>
#include <stdlib.h>

enum { READINGS = 24 };

/* Universal tags of one part of a tag. */
static uint32_t upos_of_part(struct ent_str part)
{
    static const struct {
        const char *prefix;
        uint32_t upos;
    } table[] = {
        {"name", 1u << ENT_PROPN}, {"demonym", 1u << ENT_ADJ | 1u << ENT_NOUN},
        {"v", 1u << ENT_VERB | 1u << ENT_AUX}, {"nom", 1u << ENT_NOUN},
        {"adj", 1u << ENT_ADJ}, {"adv", 1u << ENT_ADV}, {"npr", 1u << ENT_PROPN},
        {"prn", 1u << ENT_PROPN}, {"patr", 1u << ENT_PROPN}, {"det", 1u << ENT_DET},
        {"prep", 1u << ENT_ADP}, {"prorel", 1u << ENT_PRON}, {"pro", 1u << ENT_PRON},
        {"cjco", 1u << ENT_CCONJ}, {"cjsub", 1u << ENT_SCONJ}, {"nb", 1u << ENT_NUM},
        {"interj", 1u << ENT_INTJ}, {"titr", 1u << ENT_NOUN}, {"negadv", 1u << ENT_ADV},
        {"1pe", 1u << ENT_PRON}, {"2pe", 1u << ENT_PRON}, {"3pe", 1u << ENT_PRON},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (ent_str_starts(part, ent_str_of(table[i].prefix)))
            return table[i].upos;
    return 0;
}

/* Universal tags of "nom.adj.mas.sg", of "v.ipre.3sg", or of the English suffixes S, D, G. */
static uint32_t upos_of(struct ent_str tag)
{
    uint32_t upos = 0;
    struct ent_str part;
    if (ent_str_is(tag, "sfx.S"))
        return 1u << ENT_NOUN | 1u << ENT_VERB;
    if (ent_str_is(tag, "sfx.D") || ent_str_is(tag, "sfx.G"))
        return 1u << ENT_VERB;
    if (ent_str_starts(tag, ENT_STR("sfx.")) || ent_str_starts(tag, ENT_STR("flags.")))
        return 0;
    while (ent_str_split(&tag, '.', &part))
        upos |= upos_of_part(part);
    return upos;
}

/* Append the values of the "po:" and "is:" fields; verb classes ("v1_it_q__a") are cut to
 * "v". Returns whether anything was appended. */
static void add_fields(struct ent_buf *tag, struct ent_str fields)
{
    struct ent_str field;
    while (ent_affix_field(&fields, &field)) {
        bool part = ent_str_starts(field, ENT_STR("po:"));
        if (!part && !ent_str_starts(field, ENT_STR("is:")))
            continue;
        struct ent_str value = ent_str_sub(field, 3, field.size);
        if (part && value.size > 1 && value.data[0] == 'v' && value.data[1] >= '0' &&
            value.data[1] <= '9')
            value.size = 1;
        if (tag->size)
            ent_buf_char(tag, '.');
        ent_buf_str(tag, value);
    }
}

void ent_lexicon_add(struct ent_lexicon_builder *b, struct ent_str form,
                     struct ent_str lemma, struct ent_str tag)
{
    struct ent_str lower = ent_utf8_to_lower(&b->arena, form);
    ent_buf_reset(&b->text);
    ent_script_make(&b->text, form, lower, lemma);
    if (b->count == b->capacity) {
        size_t capacity = 2 * b->capacity + 1024;
        void *facts = realloc(b->facts, capacity * sizeof *b->facts);
        if (!facts) {
            b->failed = true;
            return;
        }
        b->facts = facts;
        b->capacity = capacity;
    }
    struct ent_lexicon_fact fact = {ent_map_add(&b->forms, form, NULL),
                        ent_map_add(&b->tags, tag, NULL),
                        ent_map_add(&b->scripts, ent_buf_view(&b->text), NULL)};
    b->failed = b->failed || !lower.data || fact.form == ENT_MAP_NONE ||
                fact.tag == ENT_MAP_NONE || fact.script == ENT_MAP_NONE;
    b->facts[b->count++] = fact;
}

/* Dictionaries without "po:" fields still tell something by their flags. */
static struct ent_str tag_of(struct ent_lexicon_builder *b, struct ent_str stem,
                             struct ent_str affix, const char *kind, struct ent_str flags)
{
    struct ent_buf tag;
    ent_buf_init(&tag);
    add_fields(&tag, stem);
    add_fields(&tag, affix);
    if (tag.size == 0)
        ent_buf_printf(&tag, "%s.%.*s", kind, ENT_FMT(flags));
    struct ent_str copy = ent_arena_dup(&b->arena, ent_buf_view(&tag));
    b->failed = b->failed || !copy.data;
    ent_buf_clear(&tag);
    return copy;
}

/* All forms of a dictionary line "stem/flags po:... is:...". */
static void add_line(struct ent_lexicon_builder *b, struct ent_str line)
{
    struct ent_str word, flags = {0};
    if (!ent_affix_field(&line, &word))
        return;
    size_t slash = ent_str_find(word, ENT_STR("/"));
    if (slash != SIZE_MAX && slash > 0) {
        flags = ent_str_sub(word, slash + 1, word.size);
        word = ent_str_sub(word, 0, slash);
    }
    bool bare = true;
    size_t width = b->affixes.flag_size;
    for (size_t i = 0; i + width <= flags.size; i += width) {
        struct ent_str flag = ent_str_sub(flags, i, i + width);
        if (ent_str_eq(flag, b->affixes.forbid))
            return;
        bare = bare && !ent_str_eq(flag, b->affixes.need);
        uint32_t number = ent_map_find(&b->affixes.flags, flag);
        uint32_t next = number == ENT_MAP_NONE ? 0 : b->affixes.first[number];
        for (; next; next = b->affixes.rules[next - 1].next) {
            const struct ent_affix *rule = &b->affixes.rules[next - 1];
            ent_buf_reset(&b->form);
            if (!ent_str_starts(rule->add, ENT_STR("'")) &&
                ent_affix_apply(rule, word, &b->form))
                ent_lexicon_add(b, ent_buf_view(&b->form), word,
                                tag_of(b, line, rule->morph, "sfx", flag));
        }
    }
    if (bare)
        ent_lexicon_add(b, word, word, tag_of(b, line, (struct ent_str){0}, "flags", flags));
    ent_arena_reset(&b->arena);
}

static int by_form(const void *a, const void *b)
{
    const struct ent_lexicon_fact *x = a, *y = b;
    if (x->form != y->form)
        return x->form < y->form ? -1 : 1;
    if (x->tag != y->tag)
        return x->tag < y->tag ? -1 : 1;
    return x->script < y->script ? -1 : x->script > y->script;
}

/* Number of the entry with these readings, its bytes (class, count, readings) as key. */
static uint32_t entry_of(struct ent_lexicon_builder *b, const struct ent_lexicon_fact *facts, size_t count)
{
    struct ent_buf tags;
    ent_buf_init(&tags);
    ent_buf_reset(&b->text);
    for (size_t i = 0; i < count; i++)
        ent_put_u16(&tags, facts[i].tag);
    uint32_t class_ = ent_map_add(&b->classes, ent_buf_view(&tags), NULL) + 1;
    ent_put_u16(&b->text, class_);
    ent_buf_char(&b->text, (char)count);
    for (size_t i = 0; i < count; i++) {
        ent_put_u16(&b->text, facts[i].tag);
        ent_put_u16(&b->text, facts[i].script);
    }
    ent_buf_clear(&tags);
    return ent_map_add(&b->entries, ent_buf_view(&b->text), NULL);
}

static void put_forms(struct ent_lexicon_builder *b, struct ent_buf *out)
{
    struct ent_index_entry *index = calloc(b->forms.size + 1u, sizeof *index);
    size_t forms = 0, readings = 0;
    ent_map_add(&b->entries, (struct ent_str){"\0\0\0", 3}, NULL); /* unknown words */
    qsort(b->facts, b->count, sizeof *b->facts, by_form);
    for (size_t i = 0, end; i < b->count && index; i = end) {
        size_t kept = i;
        for (end = i + 1; end < b->count && b->facts[end].form == b->facts[i].form; end++)
            if (by_form(&b->facts[end], &b->facts[kept]) != 0 && kept - i + 1 < READINGS)
                b->facts[++kept] = b->facts[end];
        struct ent_str form = b->forms.keys[b->facts[i].form];
        index[forms++] = (struct ent_index_entry){
            ent_hash_bytes(form.data, form.size),
            entry_of(b, b->facts + i, kept - i + 1)};
    }
    for (uint32_t i = 0; i < b->entries.size; i++)
        readings += (unsigned char)b->entries.keys[i].data[2];
    ent_put_u32(out, b->entries.size);
    ent_put_u32(out, (uint32_t)readings);
    for (uint32_t i = 0; i < b->entries.size; i++)
        ent_buf_str(out, b->entries.keys[i]);
    if (index)
        ent_index_put(out, index, forms);
    b->failed = b->failed || !index || b->entries.size > 65535;
    free(index);
}

static void put_all(struct ent_lexicon_builder *b, struct ent_buf *out)
{
    struct ent_buf body;
    ent_buf_init(&body);
    ent_put_list(&body, b->tags.keys, b->tags.size);
    ent_put_list(&body, b->scripts.keys, b->scripts.size);
    for (uint32_t i = 0; i < b->tags.size; i++)
        ent_put_u32(&body, upos_of(b->tags.keys[i]));
    put_forms(b, &body);
    ent_buf_text(out, ENT_LEXICON_MAGIC);
    ent_put_u64(out, ent_hash_file((const uint8_t *)body.data, body.size));
    ent_buf_str(out, ent_buf_view(&body));
    b->failed = b->failed || body.failed || out->failed;
    ent_buf_clear(&body);
}

static void builder_clear(struct ent_lexicon_builder *b)
{
    ent_affixes_clear(&b->affixes);
    ent_map_clear(&b->forms);
    ent_map_clear(&b->tags);
    ent_map_clear(&b->scripts);
    ent_map_clear(&b->entries);
    ent_map_clear(&b->classes);
    ent_arena_clear(&b->arena);
    ent_buf_clear(&b->form);
    ent_buf_clear(&b->text);
    free(b->facts);
}

enum ent_status ent_train_lexicon(const struct ent_lexicon_options *options,
                                  struct ent_buf *lexicon, struct ent_error *error)
{
    struct ent_lexicon_builder b = {0}; /* all its parts are empty when zero */
    struct ent_buf words, rules;
    ent_buf_init(&words);
    ent_buf_init(&rules);
    enum ent_status status = ent_read_file(options->aff, &rules, error);
    if (status == ENT_OK)
        status = ent_read_file(options->dic, &words, error);
    if (status == ENT_OK)
        status = ent_affixes_read(&b.affixes, ent_buf_view(&rules), error);
    if (status == ENT_OK) {
        struct ent_str rest = ent_buf_view(&words), line;
        while (ent_str_split(&rest, '\n', &line) && !b.failed)
            add_line(&b, line);
        for (size_t i = 0; i < options->name_count && status == ENT_OK; i++)
            status = ent_lexicon_names(&b, options->names[i], options->lang, error);
        put_all(&b, lexicon);
        if (b.failed && status == ENT_OK)
            status = ent_fail(error, ENT_ELIMIT, 0, "the lexicon does not fit");
    }
    builder_clear(&b);
    ent_buf_clear(&words);
    ent_buf_clear(&rules);
    return status;
}
