/* plain.c: title and date of a plain text. The title is a short first line without final
 * stop that a blank line, the date or a much longer line follows; the date stands in a
 * line of its own ("2021-07-19") before or after the title, or begins the text ("date
 * 2021-07"). The text itself is left as it is, so that positions in it are positions in
 * the file. */
#include <entente/utf8.h>

#include "text/clean.h"
#include "text/dates.h"
#include "text/source.h"

enum { TITLE_MAX = 200, LINES_LOOKED_AT = 4 };

static bool could_be_title(struct ent_str line)
{
    static const char *const no_title[] = {".", ",", ";", ":", "\xE2\x80\xA6", NULL};
    if (line.size == 0 || ent_utf8_count(line) > TITLE_MAX)
        return false;
    for (int i = 0; no_title[i]; i++)
        if (ent_str_ends(line, ent_str_of(no_title[i])))
            return false;
    return true;
}

/* Does `next`, the line right after the title, show that a paragraph begins there? */
static bool begins_body(struct ent_str title, struct ent_str next)
{
    struct ent_str date;
    return next.size == 0 || ent_leading_date(next, &date) > 0 ||
           (next.size > 160 && next.size > 2 * title.size);
}

void ent_plain_fill(struct ent_document *document, struct ent_str text)
{
    struct ent_str rest = text, line, date, title = {NULL, 0};
    bool waiting = false; /* the line before may be the title */
    document->text = text;
    for (int seen = 0; seen < LINES_LOOKED_AT && ent_str_split(&rest, '\n', &line);) {
        line = ent_str_trim(line);
        if (waiting && begins_body(title, line) && ent_str_trim(rest).size > 0)
            document->title =
                ent_clean_line(&document->arena, title, &document->repaired);
        waiting = false;
        seen += line.size > 0;
        size_t dated = ent_leading_date(line, &date);
        if (dated > 0 && document->date.size == 0)
            document->date = date;
        line = ent_str_trim(ent_str_sub(line, dated, line.size));
        if (title.data == NULL && line.size > 0) {
            title = line;
            waiting = could_be_title(line);
        }
    }
}
