/* signs.h: adding up signs of confidence. A sign's name is "part.name"; its weight stands
 * in confidence.tsv. */
#ifndef ENTENTE_RELATION_SIGNS_H
#define ENTENTE_RELATION_SIGNS_H

#include "relation/finder.h"

#define ENT_SIGNS_TOLD 2000 /* bytes of names for the trace */

struct ent_signs {
    const struct ent_finder *finder;
    double sum; /* log-odds */
    size_t size;
    char told[ENT_SIGNS_TOLD];
};

static inline void ent_signs_begin(struct ent_signs *signs,
                                   const struct ent_finder *finder, double sum)
{
    signs->finder = finder;
    signs->sum = sum;
    signs->size = 0;
    signs->told[0] = '\0';
}

/* Add the value times the sign's weight; `part` may be empty. A value of 0 is no sign. */
void ent_signs_weigh(struct ent_signs *signs, double value, const char *part,
                     const char *name);

static inline void ent_signs_note(struct ent_signs *signs, bool holds, const char *part,
                                  const char *name)
{
    ent_signs_weigh(signs, holds ? 1 : 0, part, name);
}

#endif
