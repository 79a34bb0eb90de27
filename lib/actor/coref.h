/* coref.h: who is meant by pronouns, possessives and descriptions.
 *
 * One walk through the document in reading order. Every mention raises the salience of
 * its actor; every word that refers back asks for the most salient actor that agrees with
 * it, after Lappin and Leass (1994), "An algorithm for pronominal anaphora
 * resolution". */
#ifndef ENTENTE_ACTOR_COREF_H
#define ENTENTE_ACTOR_COREF_H

#include "actor/find.h"

enum role { ROLE_OTHER, ROLE_SUBJECT, ROLE_OBJECT, ROLE_OBLIQUE, ROLE_MODIFIER };

/* What the discourse so far says of an actor. */
struct trace {
    float score;           /* salience at `sentence` */
    float current;         /* of it, from the mentions of `sentence` */
    uint32_t sentence;     /* of the last mention */
    int32_t word;          /* head of the last mention */
    uint32_t named_sentence; /* of the last one that is no pronoun or possessive */
    int32_t named_word;      /* 0 before there is one */
    enum role role;        /* of the last mention */
    uint8_t genders, numbers; /* seen in names and nominals: 1 m or s, 2 f or p */
    uint32_t titles;       /* bits of enum title_kind that the text has given */
    uint32_t topic;        /* 1 + the sentence whose main subject it was last */
    bool seen;
    bool place;            /* the last mention located something */
    bool shared;           /* the last mention was of several actors */
    bool titled;           /* the title names the actor */
};

/* Actors that stand coordinated: "la CFDT, la CGT et FO". */
struct party_set {
    uint32_t actors[8];
    uint32_t count, sentence;
    int32_t head; /* first member */
    enum role role;
    uint8_t genders;
    bool loose; /* not coordinated: "A signed with B" are "the two", hardly "they" */
};

/* A common noun that is no actor: what a pronoun may mean instead. */
struct rival {
    uint32_t sentence;
    enum role role;
    uint8_t gender, number; /* 1, 2 or 0 */
};

enum { SETS = 16, RIVALS = 48 };

struct coref {
    struct find *find;
    struct sentence_info *info; /* current sentence */
    struct trace *traces;       /* [trace_capacity] by actor */
    float *group_weights; /* [group_count] names of the group in the whole document */
    float *group_scores;        /* [group_count] scratch of coref_salient_state */
    float *name_weights;        /* [group_count] the same of all kinds of groups */
    float total_weight, name_total;
    uint32_t group_count;
    struct ent_map nouns;       /* head lemma of a resolved noun -> noun_actors */
    uint32_t *noun_actors;
    struct party_set sets[SETS];
    struct rival rivals[RIVALS];
    uint32_t set_count, rival_count; /* ever; the newest are kept */
    uint32_t trace_capacity, noun_capacity;
    uint32_t sentence, first_mention; /* of the current sentence */
    uint32_t speaker;                 /* of the last quotation, or ENT_NONE */
    uint32_t speakers[16]; /* words "je", "nous" in quotation marks, not yet resolved */
    uint32_t speaker_count;
    bool quoted;                      /* the current word is inside quotation marks */
};

/* What a referring word demands; 0 = does not matter. */
struct demand {
    uint8_t gender, number; /* 1, 2 as in struct trace */
    int8_t human;           /* 1 yes, -1 no */
    enum role role;         /* of the referring word */
    int32_t word;
    uint32_t exclude[4];    /* actors that cannot be meant */
    uint32_t exclude_count;
    uint32_t reach;         /* sentences to look back */
    bool rivals;            /* common nouns compete */
    bool prefer_human;
    uint32_t upper; /* subject of the clause above, or ENT_NONE */
};

/* What a description says of its actor. */
struct wish {
    struct ent_str kind;    /* of the descriptor */
    struct ent_str country; /* the actor must be of, or empty */
    struct demand clause;   /* whose excluded actors' groups are not meant */
    uint32_t exclude;       /* an actor whose group is not meant, e.g. the possessor's */
    uint32_t word;          /* atom of the noun: actors so named are meant first */
    uint32_t reach;         /* sentences to look back */
    uint8_t gender;         /* of a person: 1, 2 or 0 as in struct demand */
    bool country_noun;      /* "le pays": whatever state the text is about */
    bool form;              /* "l'île", "le royaume": states with this word in a name */
    bool civil;             /* neither an armed group nor hackers */
    bool generic, human;
};

/* set.c: several actors in one plural phrase, named together, are the newest set now. */
struct party_set *coref_push_set(struct coref *coref, const uint32_t *actors,
                                 uint32_t count, int32_t head);
/* The set that was made last (age 0), the one before it ...; NULL where none is kept. */
const struct party_set *coref_set(const struct coref *coref, uint32_t age);
/* The newest set of coordinated actors that meets the demand, or NULL. */
const struct party_set *coref_best_set(const struct coref *coref,
                                       const struct demand *demand);
/* Conjuncts and partners of the mention become a set with it. */
void coref_note_set(struct coref *coref, const struct ent_mention *mention);
/* Is the mention one of several by the same phrase? */
bool coref_is_shared(const struct coref *coref, const struct ent_mention *mention);

/* kinds.c: may an actor of kind `kind` be described by a noun for `wanted`? */
bool coref_kind_fits(struct ent_str wanted, struct ent_str kind);
/* Does a state of the text have this word in a name ("le royaume")? */
bool coref_is_form(const struct coref *coref, uint32_t word);
/* The actor's own kind: an agency stands under its state's. */
struct ent_str coref_own_kind(const struct find *find, uint32_t actor);
struct wish coref_wish(struct ent_str kind);
uint32_t coref_best_fitting(const struct coref *coref, const struct wish *wish,
                            float *certainty);
uint32_t coref_only_fitting(const struct coref *coref, struct wish *wish,
                            float *certainty);

/* definite.c: the determiner's cue bits (0 if indefinite) and its word; may the phrase
 * refer back at all; does a complement that is no actor own it; does it only locate; is
 * it part of a place's name? */
uint64_t coref_determiner(const struct coref *coref, const struct noun *noun,
                          int32_t *word);
bool coref_is_definite(const struct coref *coref, const struct noun *noun);
bool coref_has_other_complement(const struct coref *coref, const struct noun *noun);
bool coref_is_located(const struct coref *coref, const struct noun *noun, uint32_t actor);
bool coref_names_place(const struct coref *coref, const struct noun *noun);

/* descriptor.c: the actor of the kind that the noun says; an armed group or a side of the
 * state; the name right before the comma. Owners of a possessive are not meant by what is
 * theirs. */
uint32_t coref_describe_kind(struct coref *coref, struct noun *noun, uint32_t possessor,
                             float *certainty);
uint32_t coref_describe_side(struct coref *coref, struct noun *noun, float *certainty);
uint32_t coref_describe_apposed(const struct coref *coref, const struct noun *noun,
                                float *certainty);
void coref_exclude_owners(const struct coref *coref, const struct noun *noun,
                          struct demand *demand);

/* headword.c: the organisation named before that has the word in its name, or ENT_NONE;
 * add a mention of it. */
uint32_t coref_by_headword(const struct coref *coref, int32_t word);
bool coref_headword(struct coref *coref, int32_t word);

/* counterpart.c: is the noun one such as "homologue", "voisin"; whom does it mean beside
 * its owner, without the actors that the clause excludes? */
bool coref_is_counterpart(const struct coref *coref, const struct noun *noun);
uint32_t coref_counterpart(struct coref *coref, const struct noun *noun, uint32_t owner,
                           const struct demand *clause, float *certainty);

uint32_t coref_counterparts_of(const struct coref *coref, const struct noun *noun,
                               uint32_t *actors, uint32_t room);

/* The state of the place named last, here or in the sentence before, or ENT_NONE. */
uint32_t coref_state_of_place(const struct coref *coref);

/* office.c */
bool coref_is_state_title(enum title_kind kind);
bool coref_is_director(const struct coref *coref, const struct noun *noun);
uint32_t coref_body_of_executive(const struct coref *coref, const struct noun *noun,
                                 float *certainty);
uint32_t coref_body_of_management(const struct coref *coref, const struct noun *noun,
                                  float *certainty);
uint32_t coref_state_body(struct coref *coref, struct noun *noun, float *certainty);
uint32_t coref_describe_title(struct coref *coref, struct noun *noun, float *certainty);

/* pronoun.c, demonstrative.c */
struct demand coref_demand_of(const struct coref *coref, int32_t word,
                              const struct pronoun *pronoun);
struct ent_mention coref_mention_of(const struct coref *coref, int32_t word,
                                    enum ent_mention_kind kind, uint32_t actor,
                                    float certainty);
/* A plural pronoun: the newest coordination, unless a plural actor was named since. */
void coref_plural(struct coref *coref, int32_t word, enum ent_mention_kind kind,
                  const struct demand *demand);
/* Is the word the first of several mentions that are coordinated? */
bool coref_is_coordinated(const struct coref *coref, int32_t head);
void coref_demonstrative(struct coref *coref, int32_t word,
                         const struct pronoun *pronoun);

/* salience.c, clause.c */
enum role ent_role_of(const struct ent_sentence *sentence, int32_t word);
bool coref_reserve(struct coref *coref);
void coref_note(struct coref *coref, uint32_t mention);
void coref_note_rival(struct coref *coref, int32_t word);
float coref_salience(const struct coref *coref, uint32_t actor);
bool coref_agrees(const struct coref *coref, uint32_t actor, const struct demand *demand);
/* The most salient actor that meets the demand, or ENT_NONE. `*certainty` in 0..1. */
uint32_t coref_best(const struct coref *coref, const struct demand *demand,
                    float *certainty);
/* The mention that is subject of the clause around the word, looking up through
 * infinitives and participles without a subject. `*blocked`: the subject is no actor. */
uint32_t coref_clause_subject(const struct coref *coref, int32_t word, bool *blocked);
/* "presse l'Italie de justifier son geste": the mention, object of the verb above, that
 * is to do what the infinitive around the word says, or ENT_NONE. */
uint32_t coref_controller(const struct coref *coref, int32_t word);
/* "prive l'Autriche de son droit", "retire à Chevron sa licence": who had what is owned.
 */
uint32_t coref_deprived(const struct coref *coref, int32_t word);
/* Those who cannot be meant by the word for the clause it stands in: subject and
 * co-arguments of its verb, their conjuncts and antecedents. */
void coref_exclude_clause(const struct coref *coref, struct demand *demand, int32_t word);
/* The mention of the current sentence whose head the word is, or ENT_NONE. */
uint32_t coref_mention_at(const struct coref *coref, int32_t word);

/* Add mentions of what was resolved, and note them. */
void coref_add(struct coref *coref, struct ent_mention mention);

/* pronoun.c, possessive.c, relative.c, speaker.c, description.c, state.c, plural.c */
void coref_pronoun(struct coref *coref, int32_t word);
bool coref_relative(struct coref *coref, int32_t word);
void coref_possessive(struct coref *coref, int32_t word, const struct pronoun *pronoun);
/* "sanctionne A pour son ingérence", "félicite B pour sa victoire": what one is punished,
 * thanked or blamed for is one's own (Garvey and Caramazza 1974). ENT_NONE if nothing is.
 */
uint32_t coref_owner_of_cause(const struct coref *coref, int32_t word,
                              const struct demand *demand);
uint32_t coref_possessor(struct coref *coref, int32_t word, const struct pronoun *pronoun,
                         float *certainty);
const struct pronoun *coref_pronoun_of(const struct coref *coref, int32_t word);
void coref_track_quotes(struct coref *coref, int32_t word);
/* At the end of a sentence: who spoke, and who "je" and "nous" are. */
void coref_speakers(struct coref *coref);
void coref_describe(struct coref *coref, struct noun *noun);
void coref_remember_noun(struct coref *coref, const struct noun *noun, uint32_t actor);
uint32_t coref_recall_noun(const struct coref *coref, const struct noun *noun);
/* Weigh the groups by the names of the whole document; false when memory ran out. */
bool coref_weigh_groups(struct coref *coref);
/* The state of the place that the sentence opens with ("À Canberra, le ministre ..."), or
 * ENT_NONE. */
uint32_t coref_scene_state(const struct coref *coref, const struct noun *noun);
/* The state that "le gouvernement", "the army" belong to here, or ENT_NONE. `local`: a
 * "Foreign Minister Retno Marsudi" is rather of the state that was just spoken of. */
uint32_t coref_salient_state(const struct coref *coref, bool local, float *certainty);
/* The state that "les rebelles" of the text rise against, empty if it has no bands. */
struct ent_str coref_rebel_home(const struct coref *coref);
/* "les deux pays": false if the noun is no such phrase. */
bool coref_describe_two(struct coref *coref, const struct noun *noun);
bool coref_two(struct coref *coref, int32_t word);
/* collective.c: "the four states", "the quartet": false if the noun is no such phrase. */
bool coref_collective(struct coref *coref, int32_t word);
/* The two parties that the text is about, without who acts on them. */
bool coref_two_parties(const struct coref *coref, int32_t word, uint32_t found[2]);
/* ordinal.c: "le premier", "le second": false if the word is no such. */
bool coref_ordinal(struct coref *coref, int32_t word);
/* both.c: "l'un et l'autre", "both": false if the word is no such. */
bool coref_both(struct coref *coref, int32_t word);

void find_coref(struct find *find);

#endif
