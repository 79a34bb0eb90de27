/* tokens.h: the parts of the token scanner; shared inside lib/text.
 *
 * Every function gets the character where a token starts and returns the character after
 * its end, or 0 when no token of that sort starts there. All look ahead a bounded number
 * of characters beyond what they take, so that scanning is linear. */
#ifndef ENTENTE_TEXT_TOKENS_H
#define ENTENTE_TEXT_TOKENS_H

#include "text/scan.h"

enum { ENT_LOOK_MAX = 64 }; /* characters looked ahead at most */

/* Web and mail addresses, hashtags, account names. address.c */
void ent_chunk_start(struct ent_scan *scan, uint32_t start);
uint32_t ent_address_end(struct ent_scan *scan, uint32_t start);

/* Numbers, dates, times, with what is glued to them. numbers.c */
bool ent_number_starts(const struct ent_scan *scan, uint32_t start);
uint32_t ent_number_end(struct ent_scan *scan, uint32_t start);

/* Words. words.c */
uint32_t ent_word_end(struct ent_scan *scan, uint32_t start, uint8_t *type);

/* End of a French clitic that starts at the hyphen `start`. clitics.c */
uint32_t ent_clitic_end(struct ent_scan *scan, uint32_t start);
/* Where the word start..end ends when its clitics are taken off. */
uint32_t ent_clitic_cut(struct ent_scan *scan, uint32_t start, uint32_t end);

/* Does a listed elided word ("l'", "qu'") end with the apostrophe at `at`? clitics.c */
bool ent_elides(struct ent_scan *scan, uint32_t start, uint32_t at);

#endif
