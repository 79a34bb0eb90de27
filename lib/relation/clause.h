/* clause.h: what a verb's clause looks like once voice and control are undone. */
#ifndef ENTENTE_RELATION_CLAUSE_H
#define ENTENTE_RELATION_CLAUSE_H

#include "relation/view.h"

struct ent_arg {
    struct ent_position at;
    int32_t word;
    float quality; /* 0..1: how sure it is that the word stands there */
    bool seat;     /* a place that stands for who has its seat there */
};

#define ENT_ARGS_MAX 64

struct ent_args {
    struct ent_arg items[ENT_ARGS_MAX];
    int count;
    bool passive, reflexive, participle;
};

/* Is the verb (or participle) passive? Reflexives are not. */
bool ent_voice_passive(const struct ent_view *view, int32_t verb);
/* The reflexive clitic, or 0. */
int32_t ent_voice_reflexive(const struct ent_view *view, int32_t verb);

/* The word that is the verb's surface subject, own or inherited by control, coordination,
 * participle or relative clause; 0 if none. `quality` is lowered for what is
 * inherited. */
int32_t ent_surface_subject(const struct ent_view *view, int32_t verb, float *quality);

/* Who undergoes the infinitive of "se voir", "se faire", "se laisser"; 0 if it is
 * none. */
int32_t ent_undergoer(const struct ent_view *view, int32_t verb, float *quality);

/* The verb's logical subject word (agent of a passive), 0 if none. */
int32_t ent_logical_subject(const struct ent_view *view, int32_t verb, float *quality);

/* The clause's predicate that governs word w: the nearest verb above it, or 0. */
int32_t ent_governing_verb(const struct ent_view *view, int32_t w);

/* The antecedent if w is a relative pronoun, else w. */
int32_t ent_antecedent(const struct ent_view *view, int32_t w);

/* By word order: the phrase that must be the subject of a finite verb that has none, and
 * what a relative pronoun must refer to; 0 if none. */
int32_t ent_surface_phrase_before(const struct ent_view *view, int32_t verb,
                                  float *quality);
int32_t ent_surface_name_before(const struct ent_view *view, int32_t verb);
int32_t ent_surface_antecedent(const struct ent_view *view, int32_t pronoun);
/* "and A, which ..., has praised": the phrase before a relative clause that ends at the
 * verb. */
int32_t ent_surface_relative_host(const struct ent_view *view, int32_t verb);
/* Add the complements behind the trigger in its clause, wherever the parser hung them. */
void ent_surface_complements(const struct ent_view *view, int32_t trigger,
                             struct ent_args *args);

/* "condemned each other", "Each side blamed the other". */
bool ent_surface_each_other(const struct ent_view *view, int32_t trigger);

/* Add the actors of the complement clause as ENT_SLOT_INNER. */
void ent_surface_clause(const struct ent_view *view, int32_t trigger,
                        struct ent_args *args);

void ent_args_add(struct ent_args *args, enum ent_slot slot, uint32_t prep, int32_t word,
                  float quality);
/* All logical arguments of a trigger of each kind. */
void ent_args_of_verb(const struct ent_view *view, int32_t verb, struct ent_args *args);
void ent_args_of_noun(const struct ent_view *view, int32_t noun, struct ent_args *args);
void ent_args_of_adjective(const struct ent_view *view, int32_t word,
                           struct ent_args *args);

/* The accused as the subject of what he is accused of: see content.c. */
void ent_args_add_content(const struct ent_view *view, int32_t noun,
                          struct ent_args *args);

/* Add a complement clause: itself as ENT_SLOT_XCOMP, its subject as ENT_SLOT_CLAUSE, its
 * auxiliaries as ENT_SLOT_MODAL and, if it has no subject of its own, its objects as
 * ENT_SLOT_INNER. */
void ent_args_add_clause(const struct ent_view *view, int32_t clause,
                         struct ent_args *args);

/* "sent troops to help B": the objects of infinitives of purpose below the word, as
 * ENT_SLOT_INNER. */
void ent_args_add_purpose(const struct ent_view *view, int32_t word,
                          struct ent_args *args);

/* Add the complements of a noun that is part of a longer trigger; behind a verb a bare
 * noun is its object ("met en garde Téhéran"). */
void ent_args_of_part(const struct ent_view *view, int32_t part, bool verb,
                      struct ent_args *args);

/* The trigger that is a prefix or suffix of word w (or of the compound it ends), with its
 * stem and host; ENT_WORD_NONE if there is none. */
uint32_t ent_affix_at(struct ent_view *view, int32_t w, bool prefix,
                      struct ent_args *args);

/* English: complements behind the name in the complement of a noun; the actor behind
 * "that". */
void ent_args_beyond_name(const struct ent_view *view, int32_t name,
                          struct ent_args *args);
void ent_args_that_clause(const struct ent_view *view, int32_t noun,
                          struct ent_args *args);

/* Who makes the thing in a relative clause about it ("le plan que propose Rome"), or 0:
 * see giver.c. */
int32_t ent_giver(const struct ent_view *view, int32_t noun);
/* The mention + 1 of the name that the word describes ("l'italien Eni", "le site français
 * Mediapart"), or 0: who acts is who is named. */
uint32_t ent_named_beside(const struct ent_view *view, int32_t word);
/* Does the verb tell how somebody stands to an act he does not do himself: "condemn"? */
bool ent_judges(const struct ent_view *view, int32_t verb);

/* The support verb construction of an event noun. */
struct ent_support_use {
    int32_t verb;              /* 0 = none */
    const struct ent_support *support;
};
struct ent_support_use ent_find_support(const struct ent_view *view, int32_t noun);

/* Does the pattern hold at the head word? `words` receives the head and matched
 * dependents (ENT_DEPS_MAX + 1); returns how many, 0 = no match. `args` are the
 * head's. */
int ent_pattern_match(const struct ent_view *view, const struct ent_pattern *pattern,
                      int32_t head, const struct ent_args *args, int32_t *words);

#endif
