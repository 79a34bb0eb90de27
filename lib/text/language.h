/* language.h: the word lists that tokenising a language needs; shared inside lib/text. */
#ifndef ENTENTE_TEXT_LANGUAGE_H
#define ENTENTE_TEXT_LANGUAGE_H

#include <entente/map.h>
#include <entente/text.h>

/* What a listed word is; a word may be several. */
enum ent_listed {
    ENT_LISTED_NAME_ABBREVIATION = 1 << 0,    /* "M.": never ends a sentence */
    ENT_LISTED_END_ABBREVIATION = 1 << 1,     /* "etc.": may end one */
    ENT_LISTED_ELISION = 1 << 2,              /* "l'" */
    ENT_LISTED_SUBJECT = 1 << 3,              /* "-il", "-t-il"; English "'s" */
    ENT_LISTED_IMPERATIVE_CLITIC = 1 << 4,    /* "-moi" */
    ENT_LISTED_PARTICLE = 1 << 5,             /* "-là" */
    ENT_LISTED_IMPERATIVE = 1 << 6,           /* "dis" */
    ENT_LISTED_WHOLE = 1 << 7,                /* "aujourd'hui" */
    ENT_LISTED_STARTER = 1 << 8,              /* "le": begins sentences */
    ENT_LISTED_UNIT = 1 << 9,                 /* "km" */
    ENT_LISTED_PREFIX = 1 << 10,              /* "non" of "non-profit" */
    ENT_LISTED_CONTRACTION = 1 << 11,         /* "du" */
    ENT_LISTED_NUMBER_ABBREVIATION = 1 << 12, /* "p.": only before a number */
    ENT_LISTED_CLITICS =
        ENT_LISTED_SUBJECT | ENT_LISTED_IMPERATIVE_CLITIC | ENT_LISTED_PARTICLE,
};

enum { ENT_PARTS_MAX = 3 };

/* The words that a multiword token stands for. */
struct ent_parts {
    struct ent_str words[ENT_PARTS_MAX];
    int count;
};

struct ent_des;   /* decides what "des" is: des.h */
struct ent_split; /* decides where lost line ends were: split.h */

struct ent_language {
    bool french;             /* else English */
    struct ent_map words;    /* lower case, "'" for every apostrophe */
    uint32_t *flags;         /* [words.size], bits of enum ent_listed */
    struct ent_parts *parts; /* [words.size], count 0 = no contraction */
    uint32_t capacity;       /* of flags and parts */
    struct ent_des *des;     /* French only, else NULL */
    struct ent_split *split; /* NULL: none for this language */
};

struct ent_tokenizer {
    struct ent_language french, english;
};

enum ent_status ent_language_load(struct ent_language *language, const char *code,
                                  struct ent_error *error);
void ent_language_clear(struct ent_language *language);

/* Bits of the word, 0 if it is not listed. `word` is lower case with plain apostrophes.
 */
uint32_t ent_language_flags(const struct ent_language *language, struct ent_str word);
/* The parts of a contraction, or NULL. */
const struct ent_parts *ent_language_parts(const struct ent_language *language,
                                           struct ent_str word);

#endif
