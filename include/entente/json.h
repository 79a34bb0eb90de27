/* json.h: JSON, by cJSON behind these few functions.
 *
 * Parsing validates what cJSON lets pass (trailing bytes, invalid UTF-8); look-ups are
 * case-sensitive. Writing goes through struct ent_buf (ent_buf_json and friends). */
#ifndef ENTENTE_JSON_H
#define ENTENTE_JSON_H

#include <entente/arena.h>
#include <entente/status.h>

struct ent_json; /* a JSON value */

/* Parse one value; the caller frees it with ent_json_free. NULL on error. */
struct ent_json *ent_json_parse(struct ent_str text, struct ent_error *error);
void ent_json_free(struct ent_json *value);

bool ent_json_is_object(const struct ent_json *value);
bool ent_json_is_array(const struct ent_json *value);
bool ent_json_is_string(const struct ent_json *value);

/* Member of an object, or NULL if absent or null. Borrowed. */
const struct ent_json *ent_json_get(const struct ent_json *object, const char *name);

/* First child of an array or object, and next sibling; NULL at the end. */
const struct ent_json *ent_json_first(const struct ent_json *value);
const struct ent_json *ent_json_next(const struct ent_json *value);
/* The member name of a child of an object; empty for array items. */
struct ent_str ent_json_name(const struct ent_json *value);

/* String member; the empty view if absent or not a string. Borrowed from `object`. */
struct ent_str ent_json_str(const struct ent_json *object, const char *name);
/* Number member, or `otherwise`. */
double ent_json_num(const struct ent_json *object, const char *name, double otherwise);
bool ent_json_bool(const struct ent_json *object, const char *name, bool otherwise);

/* The value itself as string or number. */
struct ent_str ent_json_as_str(const struct ent_json *value);
double ent_json_as_num(const struct ent_json *value, double otherwise);

#endif
