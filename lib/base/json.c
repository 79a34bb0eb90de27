#include <entente/json.h>
#include <entente/utf8.h>

#include <cjson/cJSON.h>
#include <stdlib.h>

/* struct ent_json is cJSON under another name: the casts live in these two functions. */
static const cJSON *node(const struct ent_json *value)
{
    return (const cJSON *)value;
}

static const struct ent_json *wrap(const cJSON *value)
{
    return (const struct ent_json *)value;
}

struct ent_json *ent_json_parse(struct ent_str text, struct ent_error *error)
{
    if (!ent_utf8_valid(text)) {
        ent_fail(error, ENT_EFORMAT, 0, "invalid UTF-8 in JSON");
        return NULL;
    }
    const char *end = NULL;
    cJSON *value = cJSON_ParseWithLengthOpts(text.data ? text.data : "", text.size, &end, 0);
    if (!value) {
        size_t at = end && text.data ? (size_t)(end - text.data) : 0;
        ent_fail(error, ENT_EFORMAT, 0, "malformed JSON at byte %zu", at + 1);
        return NULL;
    }
    struct ent_str rest = {end, text.size - (size_t)(end - text.data)};
    if (ent_str_trim(rest).size) {
        ent_fail(error, ENT_EFORMAT, 0, "something follows the JSON value");
        cJSON_Delete(value);
        return NULL;
    }
    return (struct ent_json *)value;
}

void ent_json_free(struct ent_json *value)
{
    cJSON_Delete((cJSON *)value);
}

bool ent_json_is_object(const struct ent_json *value)
{
    return cJSON_IsObject(node(value));
}

bool ent_json_is_array(const struct ent_json *value)
{
    return cJSON_IsArray(node(value));
}

bool ent_json_is_string(const struct ent_json *value)
{
    return cJSON_IsString(node(value));
}

const struct ent_json *ent_json_get(const struct ent_json *object, const char *name)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(node(object), name);
    return cJSON_IsNull(value) ? NULL : wrap(value);
}

const struct ent_json *ent_json_first(const struct ent_json *value)
{
    return value ? wrap(node(value)->child) : NULL;
}

const struct ent_json *ent_json_next(const struct ent_json *value)
{
    return value ? wrap(node(value)->next) : NULL;
}

struct ent_str ent_json_name(const struct ent_json *value)
{
    return ent_str_of(value ? node(value)->string : NULL);
}

struct ent_str ent_json_as_str(const struct ent_json *value)
{
    return ent_str_of(cJSON_IsString(node(value)) ? node(value)->valuestring : NULL);
}

double ent_json_as_num(const struct ent_json *value, double otherwise)
{
    return cJSON_IsNumber(node(value)) ? node(value)->valuedouble : otherwise;
}

struct ent_str ent_json_str(const struct ent_json *object, const char *name)
{
    return ent_json_as_str(ent_json_get(object, name));
}

double ent_json_num(const struct ent_json *object, const char *name, double otherwise)
{
    return ent_json_as_num(ent_json_get(object, name), otherwise);
}

bool ent_json_bool(const struct ent_json *object, const char *name, bool otherwise)
{
    const cJSON *value = node(ent_json_get(object, name));
    return cJSON_IsBool(value) ? cJSON_IsTrue(value) : otherwise;
}
