/* atoms.h: the pieces of words under which names are compared.
 *
 * A word is folded (case, accents, ligatures), then cut at hyphens, apostrophes and all
 * other signs but full stops between letters ("U.N." is one atom). Articles yield nothing
 * and contractions with an article yield the preposition, so that "Front de libération du
 * Tigré", cut by a parser into "de le Tigré", still is the name in the file. */
#ifndef ENTENTE_ACTOR_ATOMS_H
#define ENTENTE_ACTOR_ATOMS_H

#include <entente/arena.h>

struct ent_atoms {
    struct ent_str rest; /* folded text not yet cut */
    bool caps;           /* was in capitals: "AU" and "LES" are acronyms, not articles */
    char plain[16];      /* an abbreviation without its full stops */
};

/* Take the next atom off the front; false at the end. `*article` tells that the atom is
 * an article, to be skipped. The atom lasts until the next call. */
bool ent_atom_next(struct ent_atoms *atoms, struct ent_str *atom, bool *article);

#endif
