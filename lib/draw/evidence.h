/* evidence.h: the sentences that an arc carries in its attribute `evidence`.
 *
 * One piece of evidence a line. A line is a sentence, or columns separated by tabs: date,
 * document, relation, status, sentence. */
#ifndef ENTENTE_DRAW_EVIDENCE_H
#define ENTENTE_DRAW_EVIDENCE_H

#include <entente/str.h>

struct evidence {
    struct ent_str date, document, relation, status, sentence;
};

/* Take the next piece off `*rest`; false when nothing is left. */
bool evidence_next(struct ent_str *rest, struct evidence *evidence);

#endif
