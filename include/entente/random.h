/* random.h: pseudo-random numbers that are the same on every machine (splitmix64 seeding
 * xoshiro256**, Blackman & Vigna 2018). */
#ifndef ENTENTE_RANDOM_H
#define ENTENTE_RANDOM_H

#include <stddef.h>
#include <stdint.h>

struct ent_random {
    uint64_t state[4];
};

void ent_random_init(struct ent_random *random, uint64_t seed);
uint64_t ent_random_next(struct ent_random *random);
/* Uniform in 0 .. bound-1; 0 when bound is 0. */
uint64_t ent_random_below(struct ent_random *random, uint64_t bound);
/* Uniform in [0, 1). */
double ent_random_unit(struct ent_random *random);

#endif
