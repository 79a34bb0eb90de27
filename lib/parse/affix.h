/* affix.h: the suffix rules of a hunspell .aff file. */
#ifndef ENT_PARSE_AFFIX_H
#define ENT_PARSE_AFFIX_H

#include <entente/buf.h>
#include <entente/map.h>
#include <entente/status.h>

/* "SFX flag strip add condition morph": where the condition matches the end of the stem,
 * cut `strip` and append `add`. */
struct ent_affix {
    struct ent_str strip, add, condition, morph;
    uint32_t flag, next; /* next rule of the flag, 0 = none, else number + 1 */
};

struct ent_affixes {
    struct ent_map flags;
    uint32_t *first; /* [flags.size] number + 1 of the flag's first rule */
    struct ent_affix *rules;
    size_t count;
    size_t flag_size;            /* bytes of a flag: 1, or 2 with "FLAG long" */
    struct ent_str need, forbid; /* flags of stems that are no words; empty = none */
};

/* Views in the rules point into `text`, the file's content. */
enum ent_status ent_affixes_read(struct ent_affixes *affixes, struct ent_str text,
                                 struct ent_error *error);
void ent_affixes_clear(struct ent_affixes *affixes);

/* Append the form if the rule applies to the stem. */
bool ent_affix_apply(const struct ent_affix *affix, struct ent_str stem,
                     struct ent_buf *form);

/* The next word of a line, separated by blanks; false at the end. */
bool ent_affix_field(struct ent_str *rest, struct ent_str *field);

#endif
