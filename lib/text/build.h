/* build.h: from raw tokens to the document's sentences; shared inside lib/text. */
#ifndef ENTENTE_TEXT_BUILD_H
#define ENTENTE_TEXT_BUILD_H

#include "text/scan.h"

/* Fill document->sentences from the tokens. */
enum ent_status ent_build_sentences(struct ent_scan *scan, struct ent_document *document);

/* The words of token `i`, as many as `parts` gets: 1 unless it is a multiword token.
 * Views point into the arena or the text. -1 when memory ran out. multiwords.c */
int ent_split_token(struct ent_scan *scan, struct ent_arena *arena, size_t i,
                    struct ent_str *parts);

#endif
