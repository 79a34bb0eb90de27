/* record.c: names, signs and symmetry of relations and statuses. */
#include <entente/relation.h>

struct relation_fact {
    const char *name;
    int sign;
    bool symmetric;
};

/* In the order of enum ent_relation_type. */
static const struct relation_fact facts[ENT_RELATION_COUNT] = {
    {"allies_with", 1, true},         {"cooperates_with", 1, true},
    {"supports", 1, false},           {"aids", 1, false},
    {"sponsors", 1, false},           {"meets", 0, true},
    {"requests", 0, false},           {"concedes_to", 1, false},
    {"accuses", -1, false},           {"rejects", -1, false},
    {"threatens", -1, false},         {"protests_against", -1, false},
    {"mobilizes_against", -1, false}, {"sanctions", -1, false},
    {"coerces", -1, false},           {"attacks", -1, false},
};

/* In the order of enum ent_relation_status. */
static const char *const status_names[ENT_RELATION_STATUS_COUNT] = {
    "asserted", "alleged", "planned", "denied", "hypothetical",
};

const char *ent_relation_name(enum ent_relation_type type)
{
    return (unsigned)type < ENT_RELATION_COUNT ? facts[type].name : "";
}

const char *ent_relation_status_name(enum ent_relation_status status)
{
    return (unsigned)status < ENT_RELATION_STATUS_COUNT ? status_names[status] : "";
}

int ent_relation_type_of(struct ent_str text)
{
    for (int i = 0; i < ENT_RELATION_COUNT; i++) {
        if (ent_str_is(text, facts[i].name))
            return i;
    }
    return -1;
}

int ent_relation_status_of(struct ent_str text)
{
    for (int i = 0; i < ENT_RELATION_STATUS_COUNT; i++) {
        if (ent_str_is(text, status_names[i]))
            return i;
    }
    return -1;
}

int ent_relation_sign(enum ent_relation_type type)
{
    return (unsigned)type < ENT_RELATION_COUNT ? facts[type].sign : 0;
}

bool ent_relation_symmetric(enum ent_relation_type type)
{
    return (unsigned)type < ENT_RELATION_COUNT && facts[type].symmetric;
}
