/* balance.h: how balanced the signs of a network are, whatever its camps. */
#ifndef ENTENTE_BALANCE_H
#define ENTENTE_BALANCE_H

#include <entente/coalition.h>

/* Balance of the signs, whatever the camps. A triangle is balanced if its signs multiply
 * to +1. Walk balance (Estrada & Benzi 2014) is tr exp(A) / tr exp(|A|) with A of signs
 * -1, 0, 1: closed walks of all lengths, short ones counting more; 1 = balanced. */
struct ent_balance {
    uint64_t triangles, balanced_triangles;
    double triangle_balance; /* share of balanced triangles; NaN without triangles */
    double walk_balance; /* NaN if the network has more than 1,000 vertices with ties */
};

enum ent_status ent_balance_find(const struct ent_signed *graph,
                                 struct ent_balance *balance, struct ent_error *error);

/* The normalised line index of Aref & Wilson (2018), 1 - 2 L / W, from the cost L of two
 * camps and the total tie weight W: 1 = balanced, 0 = as far from it as can be; NaN
 * without ties. */
double ent_balance_normalised(const struct ent_signed *graph, double cost);

/* Put it into the graph's columns `triangles`, `triangle_balance`, `walk_balance` and, if
 * the result for two camps is given (not NULL), `line_index` with `line_index_bound`
 * (equal if proven) and `balance`, the line index normalised. */
enum ent_status ent_balance_annotate(struct ent_network *network,
                                     const struct ent_signed *graph,
                                     const struct ent_balance *balance,
                                     const struct ent_coalition *two,
                                     struct ent_error *error);

#endif
