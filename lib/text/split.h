/* split.h: sentence ends without a full stop, in text that has lost its line ends; shared
 * inside lib/text.
 *
 * Titles, list items and captions end where their line ends. When a text comes without
 * line ends (pasted, scraped, rows of a table), words and capitals still show most of
 * these ends. A logistic model decides, only in paragraphs longer than editors make them,
 * so that text with line ends is split as it was. */
#ifndef ENTENTE_TEXT_SPLIT_H
#define ENTENTE_TEXT_SPLIT_H

#include <entente/status.h>

#include "text/logistic.h"
#include "text/scan.h"

enum {
    ENT_SPLIT_FLAT = 2000
}; /* characters of a paragraph that must have lost line ends */

/* What is known of words: how they are written inside sentences and which are verbs. */
struct ent_split {
    struct ent_map words;
    char *classes; /* [words.size], 'a' (always capital) .. 'g' (never), upper case when
                      frequent, '?' unknown */
    bool *verbs;   /* [words.size], a finite verb */
    uint32_t capacity;
    struct ent_logistic model;
};

void ent_split_init(struct ent_split *split);
void ent_split_clear(struct ent_split *split);
/* Note the class or, when `class` is '\0', that the word is a verb. */
bool ent_split_note(struct ent_split *split, struct ent_str word, char class);

/* Load CODE/tokens/split.txt; without that file `*split` is NULL. */
enum ent_status ent_split_load(struct ent_split **split, const char *code,
                               struct ent_error *error);
void ent_split_free(struct ent_split *split);

/* What the features say of a token. */
struct ent_split_word {
    struct ent_str key; /* lower case; figures are "9" */
    char shape;         /* a lower, C capital, A capitals, X one capital, 9 figure, else
                           the character itself */
    char class;
    bool verb;
};

/* A stretch of tokens whose ends are to be found. */
struct ent_split_view {
    const struct ent_scan *scan;
    const struct ent_split *split;
    struct ent_arena arena;
    struct ent_split_word *words; /* of the tokens first .. first + count - 1 */
    size_t first, count;
};

/* View the paragraph that starts with token `first`. False when memory ran out. */
bool ent_split_open(struct ent_split_view *view, struct ent_scan *scan,
                    const struct ent_split *split, size_t first);
void ent_split_close(struct ent_split_view *view);

/* Could a sentence without full stop end with token i, or go on in lower case after its
 * full stop? */
bool ent_split_possible(const struct ent_split_view *view, size_t i);

/* Call `visit` with every feature of the end of the sentence `start`..i. split_features.c
 */
void ent_split_features(const struct ent_split_view *view, size_t start, size_t i,
                        void (*visit)(void *context, struct ent_str feature),
                        void *context);

/* The model's decision. */
bool ent_split_ends(const struct ent_split_view *view, size_t start, size_t i);

#endif
