/* style.h: what lib/data/draw says about looks and words. */
#ifndef ENTENTE_DRAW_STYLE_H
#define ENTENTE_DRAW_STYLE_H

#include <entente/map.h>
#include <entente/status.h>

/* Keys of one theme ("camp.1") and of one language ("relation.accuses") together. */
struct style {
    struct ent_map keys;
    struct ent_str *values; /* [keys.size], views into texts */
    uint32_t capacity;
    struct ent_arena arena;
};

/* ENT_EMISSING if there is no such theme. Call style_clear in any case. */
enum ent_status style_load(struct style *style, const char *theme, const char *lang,
                           struct ent_error *error);
void style_clear(struct style *style);

/* The value of a key; empty if there is none. */
struct ent_str style_get(const struct style *style, const char *key);
/* The value of group.name, e.g. ("relation", "accuses"). */
struct ent_str style_get2(const struct style *style, const char *group,
                          struct ent_str name);
double style_number(const struct style *style, const char *key, double otherwise);

#endif
