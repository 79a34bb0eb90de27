/* knowledge.h: the compiled actor files, as lib/actor sees them.
 *
 * Every name of every record is a path of atoms (folded pieces of words, see atoms.h) in
 * one trie; the node where a name ends holds its entries, one per record that has this
 * name. */
#ifndef ENTENTE_ACTOR_KNOWLEDGE_H
#define ENTENTE_ACTOR_KNOWLEDGE_H

#include <entente/actor.h>
#include <entente/map.h>

#define ENT_NONE UINT32_MAX

enum entry_type {
    ENTRY_ACTOR,   /* object: actor */
    ENTRY_ALIAS,   /* object: actor */
    ENTRY_DEMONYM, /* object: actor; detail: enum demonym_slot */
    ENTRY_PLACE,   /* object: actor; detail: enum place_type */
    ENTRY_PERSON,  /* object: person */
    ENTRY_TITLE,   /* detail: enum title_kind */
    ENTRY_GROUP,   /* detail: enum group_class; text: word of nonstate, kind of descriptor
                    */
};

enum demonym_slot { DEMONYM_MS, DEMONYM_FS, DEMONYM_MP, DEMONYM_FP, DEMONYM_EN_ADJ,
                    DEMONYM_EN_NOUN, DEMONYM_EN_PLURAL };

enum place_type { PLACE_CAPITAL, PLACE_SEAT, PLACE_CITY };

enum title_kind {
    TITLE_HEAD_OF_STATE,
    TITLE_HEAD_OF_GOVERNMENT,
    TITLE_MINISTER,
    TITLE_OFFICIAL,
    TITLE_MILITARY,
    TITLE_DIPLOMAT,
    TITLE_SPOKESPERSON,
    TITLE_PARLIAMENT,
    TITLE_COURT,
    TITLE_MONARCH,
    TITLE_LEADER,
    TITLE_EXECUTIVE,
    TITLE_RELIGIOUS,
    TITLE_MEMBER, /* of a parliament: speaks for himself or for his party */
    TITLE_COUNT
};

enum group_class {
    GROUP_GOVERNMENT, GROUP_SECURITY, GROUP_PEOPLE, GROUP_NONSTATE, GROUP_THING,
    GROUP_DESCRIPTOR,
    GROUP_COUNT
};

/* What a name needs in the text to be taken for its record. */
enum entry_flag {
    ENTRY_CAPITAL = 1 << 0, /* some word with a capital */
    ENTRY_ACRONYM = 1 << 1, /* all letters are capitals */
    ENTRY_CONTEXT = 1 << 2, /* marked '?': ambiguous, needs supporting context */
    ENTRY_ARTICLE = 1 << 3, /* the article is part of the name: "Le Monde" */
    ENTRY_SURNAME = 1 << 4, /* derived short name of a person */
    ENTRY_SINGLE = 1 << 5,  /* one atom */
    ENTRY_PLURAL = 1 << 6,
    ENTRY_LABEL = 1 << 7,   /* first name of its record and language */
};

enum { LANG_FR = 1, LANG_EN = 2, LANG_BOTH = 3 };

struct entry {
    uint32_t next; /* next entry of the same node + 1, 0 = last */
    uint32_t object;
    uint8_t type, lang, detail;
    uint8_t flags;
    struct ent_str text; /* see enum entry_type; otherwise the name as written */
};

struct known_actor {
    struct ent_str id, kind, country, label[2]; /* label by language: fr, en */
    uint32_t group; /* the actor that is drawn for it: itself, or an agency's state */
    bool defined;   /* an actor record was read, not only a reference to it */
};

struct office {
    uint32_t actor;           /* acts for */
    struct ent_str role;
    struct ent_str from, to;  /* ISO dates, possibly shortened; to is empty while open */
};

struct known_person {
    struct ent_str name, country;
    char gender; /* m, f or 0 */
    uint32_t first_office, office_count;
};

/* Words that rules ask for, by class, from lib/data/LANG/actor-cues.tsv. */
enum cue {
    CUE_DEFINITE,
    CUE_DEMONSTRATIVE,
    CUE_OF,
    CUE_PLACE_PREP,
    CUE_TO,
    CUE_FORMER,
    CUE_HONORIFIC,
    CUE_PARTICLE,
    CUE_ORG_HEAD,
    CUE_ORG_TAIL,
    CUE_NO_NAME,
    CUE_PRIVATE,
    CUE_ADDRESS,
    CUE_TWO,
    CUE_COUNTRY,
    CUE_SPEECH,
    CUE_ALL,
    CUE_BACKED,
    CUE_LADY,
    CUE_GENERIC,
    CUE_CROWD,
    CUE_HUMAN,
    CUE_STATE,
    CUE_DIRECTOR,
    CUE_INSTITUTION,
    CUE_IMPERSONAL,
    CUE_LINKED,
    CUE_MOTION,
    CUE_GEO,
    CUE_COMPASS,
    CUE_SIDE,
    CUE_WORK,
    CUE_LOCAL,
    CUE_PART,
    CUE_CROSS,
    CUE_PASSIVE,
    CUE_BECOME,
    CUE_HELD,
    CUE_HOMELAND,
    CUE_COUNTERPART,
    CUE_CONTEST,
    CUE_PARTIES,
    CUE_MANAGEMENT,
    CUE_BLAME,
    CUE_MUNICIPAL,
    CUE_DEPRIVE,
    CUE_CONCERNED,
    CUE_CANDIDATE,
    CUE_THREE, /* up to seven, in this order */
    CUE_FOUR,
    CUE_FIVE,
    CUE_SIX,
    CUE_SEVEN,
    CUE_FIRST,
    CUE_SECOND,
    CUE_ONE,
    CUE_OTHER,
    CUE_EACH,
    CUE_JOINING,
    CUE_NAME_END,
    CUE_SUM,
    CUE_CURRENCY,
    CUE_COUNT
};
_Static_assert(CUE_COUNT <= 64, "cues are the bits of a 64-bit word");
#define CUE(name) (UINT64_C(1) << CUE_##name)

/* One row of lib/data/LANG/pronouns.tsv. */
enum pronoun_type {
    PRONOUN_PERSONAL, PRONOUN_RELATIVE, PRONOUN_POSSESSIVE, PRONOUN_DEMONSTRATIVE,
    PRONOUN_SPEAKER, PRONOUN_TYPES
};

struct pronoun {
    uint8_t type;
    uint8_t gender; /* 'm', 'f', 'n' or 0 for any */
    uint8_t number; /* 's', 'p' or 0 */
    uint8_t person; /* 1..3 */
};

struct trie_edge {
    uint64_t key;   /* parent node << 32 | atom, + 1 so that 0 is free */
    uint32_t child;
};

struct trie {
    struct trie_edge *edges; /* [edge_capacity], open addressing */
    uint32_t *entries;       /* [node_capacity] first entry + 1 */
    uint32_t edge_capacity, edge_count, node_count, node_capacity;
};

struct ent_knowledge {
    struct ent_arena arena;
    struct ent_map atoms, ids, people;
    struct ent_map given,
        listed; /* folded: first names of persons; written short names */
    char *given_genders;          /* [given.size] m, f, x for both, or 0 */
    struct trie trie;
    struct trie words; /* actor + 1, atom: does some name of the actor have this word? */
    struct entry *entries;
    struct known_actor *actors;
    struct known_person *persons;
    struct office *offices;
    uint64_t *cues[2];          /* [cue_count] by atom, fr and en */
    struct pronoun *pronouns[2]; /* [pronoun_count[l]] */
    uint32_t *pronoun_of[2];    /* [cue_count] by atom: pronoun + 1 */
    uint32_t entry_count, entry_capacity, actor_count, actor_capacity;
    uint32_t person_count, person_capacity, office_count, office_capacity;
    uint32_t cue_count, pronoun_count[2], pronoun_capacity[2];
    uint32_t given_capacity;
};

/* Node reached from `node` by `atom`, or 0 (the root is node 0 and never a child). */
uint32_t ent_trie_child(const struct trie *trie, uint32_t node, uint32_t atom);
/* The same, adding it; ENT_NONE when memory ran out. */
uint32_t ent_trie_add(struct trie *trie, uint32_t node, uint32_t atom);
void ent_trie_clear(struct trie *trie);

/* Make room for one more item; false when memory ran out. */
bool ent_grow(void *items, uint32_t *capacity, uint32_t count, size_t size);

/* The actor with this id, added undefined if new; ENT_NONE when memory ran out. */
uint32_t ent_knowledge_actor(struct ent_knowledge *knowledge, struct ent_str id);

/* Add an entry under the name (which may end in '?'). Empty names and "-" are ignored. */
enum ent_status ent_knowledge_name(struct ent_knowledge *knowledge, struct ent_str name,
                                   struct entry entry);

/* First entry of a node, then entry_next, NULL at the end. */
static inline const struct entry *ent_entry_first(const struct ent_knowledge *knowledge,
                                                  uint32_t node)
{
    uint32_t first = knowledge->trie.entries[node];
    return first ? &knowledge->entries[first - 1] : NULL;
}

static inline const struct entry *ent_entry_next(const struct ent_knowledge *knowledge,
                                                 const struct entry *entry)
{
    return entry->next ? &knowledge->entries[entry->next - 1] : NULL;
}

/* Parse the actor files: knowledge_load.c; the word tables: knowledge_words.c. */
enum ent_status ent_knowledge_records(struct ent_knowledge *knowledge,
                                      struct ent_str text, struct ent_error *error);
enum ent_status ent_knowledge_words(struct ent_knowledge *knowledge,
                                    struct ent_error *error);
/* A person record without its first column: person.c. */
enum ent_status ent_knowledge_person(struct ent_knowledge *knowledge,
                                     const struct ent_str *columns, size_t count,
                                     size_t line, struct ent_error *error);

/* Is the word the first name of some known person, and no short name that a file lists?
 * Then as a surname ("Rand Paul") it says too little. `scratch` holds the folded word. */
bool ent_is_given_name(const struct ent_knowledge *knowledge, struct ent_str word,
                       struct ent_arena *scratch);

/* The gender of all known persons with this first name: m, f, or 0 if it is not one. */
char ent_given_gender(const struct ent_knowledge *knowledge, struct ent_str word,
                      struct ent_arena *scratch);

/* Has the person ever been head of a state, a government or an organisation? */
bool ent_person_leads(const struct ent_knowledge *knowledge, uint32_t person);
/* The office a person holds at `date` (ISO, possibly shortened or empty: then the
 * latest), or NULL. `*distance` (may be NULL) is 0 while in office, else the years to the
 * nearest office, or a large number. */
const struct office *ent_person_office(const struct ent_knowledge *knowledge,
                                       uint32_t person, struct ent_str date,
                                       int *distance);

#endif
