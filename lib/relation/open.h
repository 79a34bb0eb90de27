/* open.h: noun phrases as actors of their own, for who wants every act: "police", "a
 * 35-year-old inmate", "white farmers". Event coders with generic agents code these; the
 * guide does not. */
#ifndef ENTENTE_RELATION_OPEN_H
#define ENTENTE_RELATION_OPEN_H

#include "relation/finder.h"

/* Copy the mentions and add, behind mention_count and so out of the sight of all that
 * walks over mentions, one for each noun phrase, with an actor of kind "other" named by
 * its words; equal names are one actor. starts[s] is the first of sentence s,
 * [sentence_count + 1]. All live in the document's arena. */
enum ent_status ent_open_phrases(struct ent_document *document,
                                 const struct ent_mentions *mentions,
                                 struct ent_mentions *wider, uint32_t **starts,
                                 struct ent_error *error);

/* Add the phrase of the word itself, if it may act or be acted upon. */
bool ent_open_fill(const struct ent_view *view, int32_t word, unsigned flags,
                   float quality, struct ent_fillers *fillers);

/* What a filler's rank loses: a phrase behind "in" or "at" is more often where it
 * happens. */
int ent_open_fine(const struct ent_view *view, const struct ent_arg *arg,
                  const struct ent_filler *filler);

/* Fill the roles of a match that the known actors left open with phrases; failing that, a
 * phrase of the actor's own side is hit by it: "a court banned newspapers". */
void ent_open_roles(struct ent_view *view, const struct ent_match *match,
                    const struct ent_args *args, struct ent_pairs *pairs);

#endif
