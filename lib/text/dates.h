/* dates.h: dates of documents; shared inside lib/text. */
#ifndef ENTENTE_TEXT_DATES_H
#define ENTENTE_TEXT_DATES_H

#include <entente/arena.h>

/* Is the view YYYY, YYYY-MM or YYYY-MM-DD, a day of the calendar? */
bool ent_date_valid(struct ent_str text);

/* The size of the date that a line of a text gives: a line that is only "2021-07-19", or
 * one that begins with "date 2021-07" or "date: 2021-07-19" and may go on. 0 if there is
 * none. `line` has no white space at its ends. */
size_t ent_leading_date(struct ent_str line, struct ent_str *date);

/* The ISO date in what documents carry as date: "2021-07-19T10:00:00Z",
 * "Mon, 19 Jul 2021 10:00:00 GMT", "19/07/2021", "19 juillet 2021", "July 19, 2021". The
 * empty view if there is none. */
struct ent_str ent_date_find(struct ent_arena *arena, struct ent_str text);

#endif
