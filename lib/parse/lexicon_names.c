/* lexicon_names.c: the words of the names of actors, for the lexicon.
 *
 * Tagger and parser see that a word occurs in names of states, persons, organisations or
 * places, or that it is a demonym. Names of several words give a reading to each word that
 * begins with a capital. */
#include "parse/lexicon_build.h"
#include <entente/lines.h>
#include <entente/utf8.h>

enum { COLUMNS = 6 };

static bool is_capital(struct ent_str word)
{
    size_t pos = 0;
    return ent_utf8_class(ent_utf8_next(word, &pos)) == ENT_CLASS_UPPER;
}

/* "d'Orsay" is split as the tokenizer does it. */
static struct ent_str after_elision(struct ent_str word)
{
    size_t at = ent_str_find(word, ENT_STR("'"));
    return at == SIZE_MAX || at > 2 ? word : ent_str_sub(word, at + 1, word.size);
}

/* Every capitalised word of the names in a column. */
static void add_names(struct ent_lexicon_builder *b, struct ent_str column,
                      struct ent_str tag)
{
    struct ent_str name, word;
    if (ent_str_is(column, "-"))
        return;
    while (ent_str_split(&column, ';', &name)) {
        if (ent_str_ends(name, ENT_STR("?")))
            name.size--;
        while (ent_affix_field(&name, &word)) {
            word = after_elision(word);
            if (word.size > 1 && is_capital(word))
                ent_lexicon_add(b, word, word, tag);
        }
    }
}

/* Masculine and feminine, singular and plural in French, whose lemma is the first; adjective,
 * inhabitant, inhabitants in English, each a lemma but the last. */
static void add_demonym(struct ent_lexicon_builder *b, struct ent_str column, bool french)
{
    struct ent_str form, forms[4];
    size_t count = 0;
    while (count < 4 && ent_str_split(&column, ';', &form))
        forms[count++] = form;
    for (size_t i = 0; i < count; i++) {
        struct ent_str lemma = french ? forms[0] : forms[i == 2 ? 1 : i];
        if (forms[i].size > 1 && ent_str_find(forms[i], ENT_STR(" ")) == SIZE_MAX)
            ent_lexicon_add(b, forms[i], lemma, ENT_STR("demonym"));
    }
}

static void add_record(struct ent_lexicon_builder *b, const struct ent_str *column,
                       bool french)
{
    if (ent_str_is(column[0], "actor"))
        add_names(b, column[french ? 4 : 5],
                  ent_str_is(column[2], "state") ? ENT_STR("name.state")
                                                 : ENT_STR("name.group"));
    else if (ent_str_is(column[0], "place"))
        add_names(b, column[french ? 3 : 4], ENT_STR("name.place"));
    else if (ent_str_is(column[0], "demonym"))
        add_demonym(b, column[french ? 2 : 3], french);
    if (ent_str_is(column[0], "person")) {
        add_names(b, column[1], ENT_STR("name.person"));
        add_names(b, column[4], ENT_STR("name.person"));
    }
}

enum ent_status ent_lexicon_names(struct ent_lexicon_builder *b, const char *path,
                                  const char *lang, struct ent_error *error)
{
    struct ent_buf text;
    ent_buf_init(&text);
    enum ent_status status = ent_read_file(path, &text, error);
    struct ent_str rest = ent_buf_view(&text), line;
    while (status == ENT_OK && ent_str_split(&rest, '\n', &line)) {
        struct ent_str column[COLUMNS] = {{0}};
        if (line.size == 0 || line.data[0] == '#')
            continue;
        for (int i = 0; i < COLUMNS && ent_str_split(&line, '\t', &column[i]); i++)
            ;
        add_record(b, column, lang[0] == 'f');
        ent_arena_reset(&b->arena);
    }
    ent_buf_clear(&text);
    return status;
}
