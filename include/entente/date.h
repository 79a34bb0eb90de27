/* date.h: dates as ISO 8601 writes them, day or month and day possibly missing. */
#ifndef ENTENTE_DATE_H
#define ENTENTE_DATE_H

#include <entente/str.h>

/* The longest valid date YYYY[-MM[-DD]] at the front of the text, or the empty view. */
struct ent_str ent_date_prefix(struct ent_str text);

/* Days since 1970-01-01 of the first day of a valid date. */
int64_t ent_date_days(struct ent_str date);

/* The date of a number of days, "YYYY-MM-DD" and NUL. */
void ent_date_text(int64_t days, char text[11]);

/* Is the whole of `date` between `from` and `to`, both included? Either may be empty: open.
 * An empty date is inside only if both are. */
bool ent_date_inside(struct ent_str date, struct ent_str from, struct ent_str to);

#endif
