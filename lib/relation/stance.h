/* stance.h: the pieces of status finding. */
#ifndef ENTENTE_RELATION_STANCE_H
#define ENTENTE_RELATION_STANCE_H

#include "relation/finder.h"

/* Weigh a new finding against what is known: denied > hypothetical > planned >
 * alleged. */
void ent_stance_raise(struct ent_stance *stance, enum ent_relation_status status,
                      int32_t claimant);

/* What the clause of a verb or predicate says of itself: negation, tense, mood,
 * auxiliaries, adverbs, "selon", conditions. */
void ent_stance_local(const struct ent_view *view, int32_t verb,
                      struct ent_stance *stance);

/* Is a negative adverb part of the frame's trigger ("ne pas lâcher")? */
bool ent_frame_negative(const struct ent_view *view, const struct ent_frame *frame);

/* Tense, mood and auxiliaries only. */
void ent_stance_tense(const struct ent_view *view, int32_t verb,
                      struct ent_stance *stance);

/* Is the word negated? */
bool ent_stance_negated(const struct ent_view *view, int32_t verb);

/* The speaker of the quotation that the word stands in, 0 if none. */
int32_t ent_stance_speaker(const struct ent_view *view, int32_t word);

#endif
