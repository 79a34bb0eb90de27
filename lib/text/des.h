/* des.h: is French "des" the article or de + les? Shared inside lib/text. */
#ifndef ENTENTE_TEXT_DES_H
#define ENTENTE_TEXT_DES_H

#include <entente/status.h>
#include <entente/str.h>

struct ent_des; /* weights of a logistic model over the words around */

/* Load fr/tokens/des.txt. */
enum ent_status ent_des_load(struct ent_des **des, struct ent_error *error);
void ent_des_free(struct ent_des *des);

enum { ENT_DES_CONTEXT = 3 }; /* words looked at on either side */

/* `words` are the lower-case tokens -CONTEXT .. +CONTEXT around "des" (which is in the
 * middle), empty beyond the sentence. True: it stands for de + les. */
bool ent_des_split(const struct ent_des *des, const struct ent_str *words);

#endif
