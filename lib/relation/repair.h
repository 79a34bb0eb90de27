/* repair.h: what dependency parsers often get wrong, mended before roles are looked for:
 * one function for each file repair_*.c, which ent_view_repair() calls in their order.
 * All need the mentions in place; each leaves children and heads in agreement. */
#ifndef ENTENTE_RELATION_REPAIR_H
#define ENTENTE_RELATION_REPAIR_H

#include "relation/clause.h"

/* Of both languages. */

/* The words of a name go together; a name beside a verb that lacks a subject or object is
 * it. */
void ent_view_repair_mentions(struct ent_view *view);
/* Clauses nested the wrong way round: "A, said B, has ..." with "said" as the main verb.
 */
void ent_view_repair_clauses(struct ent_view *view);
/* Headlines whose verb was taken for a noun or adjective. */
void ent_view_repair_headline(struct ent_view *view);
/* No finite verb without subject is coordinated with a noun. */
void ent_view_repair_conjuncts(struct ent_view *view);
/* A verb has one subject: what the second one is instead. */
void ent_view_repair_rivals(struct ent_view *view);

/* Of French. */

/* Phrases without preposition: times taken for objects, objects for complements. */
void ent_view_repair_misread(struct ent_view *view);
/* Word order: participles in series, objects behind a complement, clefts, asides. */
void ent_view_repair_french(struct ent_view *view);
/* Phrases and clauses joined to the wrong word. */
void ent_view_repair_joins(struct ent_view *view);
/* Subjects that word order forbids or demands. */
void ent_view_repair_subjects(struct ent_view *view);
/* Relative clauses, concessions and clauses behind a semicolon. */
void ent_view_repair_relatives(struct ent_view *view);
/* Participles hang on the noun that they agree with. */
void ent_view_repair_agreement(struct ent_view *view);
/* Clauses go on behind the insertion that parts them from their subject. */
void ent_view_repair_interrupted(struct ent_view *view);
/* Relative clauses have their pronoun, their noun and the clause around them. */
void ent_view_repair_fronted(struct ent_view *view);

/* Of English: ent_view_repair_english() calls the others, but for the last one. */

/* Particles, reduced relative clauses, exclusions, verbs read as prepositions. */
void ent_view_repair_english(struct ent_view *view);
/* Sentences whose main verb was taken for a participle, an adjective or a noun. */
void ent_view_repair_hidden(struct ent_view *view);
/* At the word w: participles of compounds ("Saudi-led"), verbs with two objects, pairs
 * with a hyphen. */
void ent_view_repair_compound(struct ent_view *view, int32_t w);
void ent_view_repair_gift(struct ent_view *view, int32_t w);
void ent_view_repair_pair(struct ent_view *view, int32_t w);
/* Noun phrases of agency copy. */
void ent_view_repair_wire(struct ent_view *view);
/* Relative pronouns, counted nouns, names behind a preposition. */
void ent_view_repair_attachments(struct ent_view *view);
/* At the word w: verbs, nouns and adjectives taken for one another. */
void ent_view_repair_class(struct ent_view *view, int32_t w);
/* Actives taken for passives, and the other way round. */
void ent_view_repair_voice(struct ent_view *view);
/* "as well as", "but also", "not B": coordination left loose. */
void ent_view_repair_joined(struct ent_view *view);
/* Verdicts in quotation marks, second verbs of speech, nouns behind a genitive. */
void ent_view_repair_news(struct ent_view *view);
/* Main verbs behind an insertion. */
void ent_view_repair_main(struct ent_view *view);

#endif
