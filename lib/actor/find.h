/* find.h: the state of one document's search for actors, shared by the files of
 * lib/actor.
 *
 * The stages fill it in turn: scan.c (words, matches of names and nouns), names.c (which
 * record a name means), unknown.c (names no record has), short.c (short forms), noun.c
 * and owner.c ("le ministre russe"), place.c; then coreference; find.c runs them and
 * hands out the mentions. */
#ifndef ENTENTE_ACTOR_FIND_H
#define ENTENTE_ACTOR_FIND_H

#include "actor/knowledge.h"

enum shape {
    SHAPE_UPPER = 1 << 0,   /* begins with a capital */
    SHAPE_CAPS = 1 << 1,    /* at least two letters, all capitals */
    SHAPE_ARTICLE = 1 << 2, /* the form is an article */
    SHAPE_INITIAL = 1 << 3, /* first word of the sentence or of a quotation */
    SHAPE_WORD = 1 << 4,    /* has a letter or digit */
};

struct word_info {
    uint32_t first_atom, atom_count; /* in sentence_info.atoms */
    uint32_t atom; /* of the whole form if it is a single one (articles too), or none */
    uint32_t lemma; /* the same of the lemma */
    uint64_t cues;  /* CUE() bits of form and lemma */
    uint32_t name, noun; /* the name or noun that covers the word, + 1; 0 = none */
    uint32_t mention;    /* the mention whose head the word is, + 1 */
    uint8_t shape;
};

enum name_type {
    NAME_ACTOR,     /* a known actor's own name */
    NAME_SEAT,      /* a capital or seat of power: stands for its owner */
    NAME_CITY,      /* only a place */
    NAME_PERSON,    /* a known person */
    NAME_ADJECTIVE, /* "russe" */
    NAME_PEOPLE,    /* "les Russes" */
    NAME_UNKNOWN,
};

struct name {
    int32_t first, last, head;
    uint32_t node;  /* in the trie, 0 for unknown names */
    const struct entry *entry; /* chosen record, NULL for unknown names */
    uint32_t actor;  /* of the document, ENT_NONE until known or if dropped */
    uint32_t person; /* known person or ENT_NONE */
    enum name_type type;
    uint8_t gender;  /* 'm', 'f' or 0 */
    bool used;       /* swallowed by a larger mention */
    bool modifier;   /* part of "US-backed": never an owner */
    bool weak;       /* known record that needs support */
    bool place;
    float certainty;
};

enum noun_state { NOUN_NEW, NOUN_BUSY, NOUN_DONE };

struct noun {
    int32_t first, last, head; /* words of the phrase */
    int32_t span_first, span_last; /* of the whole mention */
    uint32_t node;
    const struct entry *entry; /* the reading that fits best, see find_noun_entry */
    uint32_t actors[3];        /* of the document */
    uint32_t actor_count;      /* 0: not resolved (yet) */
    uint32_t name;             /* name in title position + 1 ("président Macron") */
    uint32_t origin;           /* actor of its nationality, not its owner, or ENT_NONE */
    uint32_t owner_noun;       /* noun of the same sentence that names the owner, + 1 */
    enum noun_state state;
    bool private;              /* a candidate or opponent: speaks for himself */
    bool thing;                /* a thing of its owner, no actor */
    bool former;               /* "ancien", "ex-" */
    bool possessive;           /* "son ministre" */
    bool dropped;              /* part of a name after all */
    bool owned;                /* an owner was named, though it is no actor */
    bool bare;                 /* may do without a determiner ("Police said") */
    bool asked;                /* coreference has looked at it */
};

struct sentence_info {
    struct ent_sentence *sentence;
    struct word_info *words; /* [word_count + 1] */
    uint32_t *atoms;         /* of all words in order */
    uint32_t *atom_lemmas;   /* the lemma's atom for single-atom words */
    int32_t *atom_words;     /* the word an atom belongs to */
    struct name *names;
    struct noun *nouns;
    uint32_t atom_count, name_count, name_capacity, noun_count;
    bool caps; /* a headline in capitals */
};

/* What the search knows of a document's actor beyond struct ent_actor. */
struct actor_info {
    uint32_t group;  /* number of the group in find.groups */
    uint32_t known;  /* actor of the knowledge base or ENT_NONE */
    uint32_t person; /* person of the knowledge base or ENT_NONE */
    struct ent_str written; /* how the document calls it, if not by its id */
    uint8_t gender;  /* 'm', 'f' or 0 */
    bool plural;     /* denotes several ("les rebelles", "Etats-Unis") */
    bool human;      /* a single person */
};

struct mention_info {
    uint8_t gender, number; /* 'm' 'f' 0, 's' 'p' 0 */
    bool title;             /* names a person by an office */
    uint8_t title_kind;     /* enum title_kind */
    uint32_t noun;          /* of its sentence + 1 */
};

struct find {
    const struct ent_knowledge *knowledge;
    struct ent_document *document;
    struct ent_arena scratch;
    struct sentence_info *sentences;
    struct ent_map actor_keys; /* "group \t name" -> actor */
    struct ent_map groups;     /* vertex ids met so far */
    struct ent_map common;     /* folded words that the document writes small */
    struct ent_actor *actors;
    struct actor_info *infos;
    struct ent_mention *mentions;
    struct mention_info *mention_infos;
    uint32_t *actor_hits;  /* [knowledge actors] sure names in the document */
    uint32_t *person_hits; /* [knowledge persons] full names in the document */
    bool *candidates;      /* [knowledge persons] introduced as candidates or opponents */
    uint32_t state_hits;   /* of actor_hits, those of states */
    uint32_t actor_count, actor_capacity, info_capacity;
    uint32_t mention_count, mention_capacity, mention_info_capacity;
    int lang; /* 0 fr, 1 en: index of word tables */
    bool failed; /* memory ran out */
};

static inline uint8_t find_lang(const struct find *find)
{
    return find->lang == 0 ? LANG_FR : LANG_EN;
}

/* The document's actor with this group and name, added if new. */
uint32_t find_actor(struct find *find, struct ent_actor actor);
/* The document's actor for a record: an agency under its state's group. */
uint32_t find_known_actor(struct find *find, uint32_t known);
/* The same by its id ("FRA"); ENT_NONE if no record has it. */
uint32_t find_actor_of_id(struct find *find, struct ent_str id);
/* A known person at the document's date: for the office, or for themselves. */
uint32_t find_known_person(struct find *find, uint32_t person, bool former);
/* Let an actor act for the owner's group from now on. */
void find_join_group(struct find *find, uint32_t actor, uint32_t owner);
/* An actor of the group of `owner` under a name of its own ("pirates russes"). */
uint32_t find_owned(struct find *find, uint32_t owner, struct ent_str name,
                    const char *kind);

/* Append a mention; returns its index or ENT_NONE. */
uint32_t find_mention(struct find *find, struct ent_mention mention);

/* Text of the words first..last as written. */
struct ent_str find_text(struct find *find, const struct ent_sentence *sentence,
                         int32_t first, int32_t last);
/* The word of first..last whose head lies outside. */
int32_t find_head(const struct ent_sentence *sentence, int32_t first, int32_t last);
/* The first word after moving left over determiners of the phrase. */
int32_t find_with_article(const struct sentence_info *info, int32_t first);

/* Stages. */
bool find_scan(struct find *find, struct sentence_info *info);
void find_names_tally(struct find *find, struct sentence_info *info);
void find_names_choose(struct find *find, struct sentence_info *info);
/* candidate.c: note the known persons who are introduced as candidates or opponents. */
void find_candidates(struct find *find);
void find_unknown(struct find *find, struct sentence_info *info);
void find_short_names(struct find *find);
void find_nouns(struct find *find, uint32_t sentence);
void find_places(struct find *find, struct sentence_info *info);
void find_places_settle(struct find *find);
/* Does the word stand behind a preposition of place ("dans le pays")? */
bool find_in_place(const struct sentence_info *info, int32_t head);
void find_works(struct find *find);
void find_emit(struct find *find, uint32_t sentence);

/* names.c: rank the records of a node; may an entry stand for the words at all? */
bool find_fits(const struct find *find, const struct sentence_info *info, int32_t first,
               int32_t last, const struct entry *entry);

/* Append a name to the sentence and let its words point to it. */
struct name *find_name_add(struct find *find, struct sentence_info *info,
                           struct name name);

/* Does the document write the word small elsewhere (Mikheev 1999)? */
bool find_is_common(struct find *find, struct ent_str word);

/* Append a noun to the sentence. */
void find_noun_add(struct sentence_info *info, int32_t first, int32_t last, uint32_t node,
                   const struct entry *entry);

/* form.c: the document's actor for a known person whose full name is written otherwise.
 */
uint32_t find_person_by_form(struct find *find, const struct sentence_info *info,
                             const struct name *name);

/* newcomer.c: a new actor for an unknown name; the gender that the honorific before a
 * name gives ('m', 'f'), 0 without one; has a word of the name one of the cues? */
uint32_t find_newcomer(struct find *find, const struct sentence_info *info,
                       struct name *name);
uint8_t find_honorific(const struct sentence_info *info, const struct name *name);
bool find_name_has(const struct sentence_info *info, const struct name *name,
                   uint64_t cues);

/* demote.c: a body of a state that the text never names, in a text about other states;
 * take a refused name for the noun of the word lists that it begins with, if it does. */
bool find_is_foreign_body(const struct find *find, const struct sentence_info *info,
                          const struct name *name);
bool find_demote(struct find *find, struct sentence_info *info, struct name *name);

/* owner.c: the actors a noun phrase belongs to, and the names that say so; extends the
 * noun's span. */
struct owners {
    uint32_t actors[3];
    uint32_t names[3]; /* of the sentence */
    uint32_t count, name_count;
};
void find_owners(struct find *find, struct sentence_info *info, struct noun *noun,
                 struct owners *owners);
/* noun_name.c: the name right behind the noun, or beside a descriptor (which the noun is
 * read as, then); the one behind the phrase and its owner; the one behind or before a
 * comma. NULL if there is none. */
struct name *find_noun_direct_name(const struct find *find, struct sentence_info *info,
                                   struct noun *noun);
struct name *find_noun_attached_name(const struct find *find, struct sentence_info *info,
                                     const struct noun *noun);
struct name *find_noun_apposed_name(const struct find *find, struct sentence_info *info,
                                    const struct noun *noun);
/* noun.c */
void find_noun_resolve(struct find *find, struct sentence_info *info, struct noun *noun);
/* The noun's reading as a group of this class, or NULL. */
const struct entry *find_noun_entry(const struct find *find, const struct noun *noun,
                                    enum group_class class);
/* group.c: "les manifestants à Bordeaux", "les manifestants", in a text on the Gilets
 * jaunes: the known movement of the state (of any one if empty) that the text names most,
 * and twice at least, or ENT_NONE. */
uint32_t find_movement(const struct find *find, struct ent_str country);
/* The actor that a noun with this owner denotes, ENT_NONE if it denotes none. */
uint32_t find_noun_actor(struct find *find, const struct sentence_info *info,
                         const struct noun *noun, uint32_t owner);

#endif
