/* labels.h: look-up in the table of labels, for the files of lib/network. */
#ifndef ENTENTE_NETWORK_LABELS_H
#define ENTENTE_NETWORK_LABELS_H

#include <entente/aggregate.h>

struct label {
    struct ent_str text, kind, country; /* country empty if unknown */
};

/* What is known of the id; NULL if nothing is. */
const struct label *labels_find(const struct ent_labels *labels, struct ent_str id);

/* The label of an id; for "SYR rebels" that of the state is put behind the word. Lives in
 * the table or `arena`. */
struct ent_str labels_text(const struct ent_labels *labels, struct ent_str id,
                           struct ent_arena *arena);

#endif
