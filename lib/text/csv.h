/* csv.h: tables of documents; shared inside lib/text. */
#ifndef ENTENTE_TEXT_CSV_H
#define ENTENTE_TEXT_CSV_H

#include <entente/str.h>

/* Does the first line name columns of which one is the text? */
bool ent_csv_is_header(struct ent_str head);

#endif
