/* script.h: edit scripts, which turn a form into its lemma.
 *
 * A script is text: 'l' (take the lower-case form) or '=' (take the form as it is), the
 * number of characters to cut from the end, or '*' for all of them, and what to add after
 * ':'. "l2:er" turns "Mangez" into "manger". Cuts are counted in code points, so that a
 * script never splits a character. */
#ifndef ENT_PARSE_SCRIPT_H
#define ENT_PARSE_SCRIPT_H

#include <entente/buf.h>

/* Append the script that turns `form` (`lower` in lower case) into `lemma`. */
void ent_script_make(struct ent_buf *buf, struct ent_str form, struct ent_str lower,
                     struct ent_str lemma);

/* Append the lemma; false (nothing appended) when the script does not fit the form. */
bool ent_script_apply(struct ent_buf *buf, struct ent_str script, struct ent_str form,
                      struct ent_str lower);

#endif
