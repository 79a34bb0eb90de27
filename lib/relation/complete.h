/* complete.h: a log-linear model that fills the roles for which no rule finds an actor.
 */
#ifndef ENTENTE_RELATION_COMPLETE_H
#define ENTENTE_RELATION_COMPLETE_H

#include "relation/finder.h"

enum { ENT_LACKS_SOURCE = 1, ENT_LACKS_TARGET = 2, ENT_LACKS_BOTH = 3 };

#define ENT_CUES_TOLD 960 /* bytes of text for the trace */

/* A sum of weights of cues. A cue's name is "side.name=value[,more]". */
struct ent_cues {
    const struct ent_finder *finder;
    double sum;
    bool tell; /* keep the names */
    size_t size;
    char told[ENT_CUES_TOLD];
};

/* Add the cue's weight; `more` may be empty. */
void ent_cue(struct ent_cues *cues, const char *side, const char *name,
             struct ent_str value, struct ent_str more);

/* How a word is reached from another in the tree: "<obj>nsubj", "far" if the way is long.
 * The view may be into `text`. */
#define ENT_PATH_TEXT 96
struct ent_str ent_path_between(const struct ent_view *view, int32_t from, int32_t to,
                                char text[ENT_PATH_TEXT]);

/* A mention that may fill a role. */
struct ent_choice {
    uint32_t mention, group;
    bool here;  /* in the sentence */
    bool known; /* found by rule */
    double sum;
};

#define ENT_CHOICES_MAX 18

struct ent_choices {
    struct ent_choice items[ENT_CHOICES_MAX];
    int count;
};

/* Who may fill the role that the match lacks, or the fillers it has. */
void ent_choices_find(const struct ent_finder *finder, const struct ent_match *match,
                      bool target, struct ent_choices *choices);

/* What speaks for the choice in that role; for the pair; for the trigger lacking its
 * roles. */
void ent_cues_of_choice(struct ent_cues *cues, const struct ent_match *match,
                        const struct ent_choice *choice, bool target);
void ent_cues_of_pair(struct ent_cues *cues, const struct ent_match *match,
                      const struct ent_choice *source, const struct ent_choice *target);
void ent_cues_of_match(struct ent_cues *cues, const struct ent_match *match);

/* Are the two words coordinated, or one? */
bool ent_are_joined(const struct ent_view *view, int32_t a, int32_t b);

#endif
