/* person.c: persons, the short forms of their names, and the offices they hold when. */
#include "actor/knowledge.h"

#include <entente/utf8.h>
#include <stdlib.h>

/* "bin", "von", "de", "al-": does the word go with what follows? Particles are written
 * small in names; "Le Pen" and "El Baradei" are listed as variants. */
static bool is_small(struct ent_str word)
{
    size_t pos = 0;
    return word.size && ent_utf8_class(ent_utf8_next(word, &pos)) == ENT_CLASS_LOWER;
}

/* "Charles III", "Ferdinand Marcos Jr", "Kim Jong Un": the last word alone names
 * nobody. */
static bool is_no_surname(struct ent_str word)
{
    size_t numerals = 0;
    while (numerals < word.size && strchr("IVX", word.data[numerals]))
        numerals++;
    return word.size < 3 || numerals == word.size || ent_str_is(word, "Jr.") ||
           ent_str_is(word, "Júnior");
}

/* The surname: the last word with the particles before it, and without an article
 * "al-". */
static enum ent_status add_surname(struct ent_knowledge *knowledge, struct ent_str name,
                                   struct entry entry)
{
    size_t last = name.size;
    while (last > 0 && name.data[last - 1] != ' ')
        last--;
    if (last == 0)
        return ENT_OK;
    entry.flags |= ENTRY_SURNAME;
    struct ent_str surname = ent_str_sub(name, last, name.size);
    if (is_no_surname(surname))
        return ENT_OK;
    enum ent_status status = ent_knowledge_name(knowledge, surname, entry);
    if (status)
        return status;
    if (ent_str_starts(surname, ENT_STR("al-")) ||
        ent_str_starts(surname, ENT_STR("el-")))
        status =
            ent_knowledge_name(knowledge, ent_str_sub(surname, 3, surname.size), entry);
    size_t start = last;
    while (start > 0) { /* take in small words on the left */
        size_t before = start - 1;
        while (before > 0 && name.data[before - 1] != ' ')
            before--;
        if (before == 0 || !is_small(ent_str_sub(name, before, start - 1)))
            break;
        start = before;
    }
    if (!status && start < last)
        status =
            ent_knowledge_name(knowledge, ent_str_sub(name, start, name.size), entry);
    return status;
}

/* "GROUP:ROLE:FROM..TO"; the group itself may hold colons no more than the role. */
static enum ent_status add_office(struct ent_knowledge *knowledge, struct ent_str text,
                                  size_t line, struct ent_error *error)
{
    struct ent_str group, role, dates = text;
    if (!ent_str_split(&dates, ':', &group) || !ent_str_split(&dates, ':', &role))
        return ent_fail(error, ENT_EFORMAT, line, "office is not GROUP:ROLE:FROM..TO");
    size_t dots = ent_str_find(dates, ENT_STR(".."));
    if (dots == SIZE_MAX)
        return ent_fail(error, ENT_EFORMAT, line, "office without FROM..TO");
    struct office office = {.role = role,
                            .from = ent_str_trim(ent_str_sub(dates, 0, dots)),
                            .to = ent_str_trim(ent_str_sub(dates, dots + 2, dates.size)),
                            .actor = ent_knowledge_actor(knowledge, group)};
    if (office.actor == ENT_NONE ||
        !ent_grow(&knowledge->offices, &knowledge->office_capacity,
                  knowledge->office_count, sizeof *knowledge->offices))
        return ENT_EMEMORY;
    knowledge->offices[knowledge->office_count++] = office;
    return ENT_OK;
}

/* What gender have those with this first name? 'x' where they have both. */
static enum ent_status add_given(struct ent_knowledge *knowledge, struct ent_str word,
                                 char gender)
{
    struct ent_str folded = ent_utf8_fold(&knowledge->arena, word);
    bool added = false;
    uint32_t id =
        folded.data ? ent_map_add(&knowledge->given, folded, &added) : ENT_MAP_NONE;
    if (id == ENT_MAP_NONE ||
        !ent_grow(&knowledge->given_genders, &knowledge->given_capacity, id,
                  sizeof *knowledge->given_genders))
        return ENT_EMEMORY;
    char *known = &knowledge->given_genders[id];
    *known = added || *known == gender ? gender : 'x';
    return ENT_OK;
}

char ent_given_gender(const struct ent_knowledge *knowledge, struct ent_str word,
                      struct ent_arena *scratch)
{
    uint32_t id = ent_map_find(&knowledge->given, ent_utf8_fold(scratch, word));
    char gender = id == ENT_MAP_NONE ? 0 : knowledge->given_genders[id];
    return gender == 'm' || gender == 'f' ? gender : 0;
}

static enum ent_status add_word(struct ent_knowledge *knowledge, struct ent_map *map,
                                struct ent_str word)
{
    struct ent_str folded = ent_utf8_fold(&knowledge->arena, word);
    bool added = folded.data && ent_map_add(map, folded, NULL) != ENT_MAP_NONE;
    return added ? ENT_OK : ENT_EMEMORY;
}

bool ent_is_given_name(const struct ent_knowledge *knowledge, struct ent_str word,
                       struct ent_arena *scratch)
{
    struct ent_str folded = ent_utf8_fold(scratch, word);
    return ent_map_find(&knowledge->given, folded) != ENT_MAP_NONE &&
           ent_map_find(&knowledge->listed, folded) == ENT_MAP_NONE;
}

/* A written variant. One that only continues the name ("Vladimir Padrino López") gives no
 * surname of its own. */
static enum ent_status add_variant(struct ent_knowledge *knowledge, struct ent_str name,
                                   struct ent_str variant, struct entry entry)
{
    bool single = ent_str_find(variant, ENT_STR(" ")) == SIZE_MAX;
    struct entry short_name = entry;
    short_name.flags = single ? ENTRY_SURNAME : 0;
    enum ent_status status = ent_knowledge_name(knowledge, variant, short_name);
    if (!status && single)
        status = add_word(knowledge, &knowledge->listed, variant);
    else if (!status && !ent_str_starts(variant, name))
        status = add_surname(knowledge, variant, entry);
    return status;
}

static enum ent_status add_person_names(struct ent_knowledge *knowledge,
                                        struct ent_str name, struct ent_str variants,
                                        uint32_t id, char gender)
{
    struct entry entry = {.type = ENTRY_PERSON, .lang = LANG_BOTH, .object = id};
    enum ent_status status = ent_knowledge_name(knowledge, name, entry);
    if (!status)
        status = add_surname(knowledge, name, entry);
    size_t space = ent_str_find(name, ENT_STR(" "));
    if (!status && space != SIZE_MAX)
        status = add_given(knowledge, ent_str_sub(name, 0, space), gender);
    struct ent_str variant;
    while (!status && ent_str_split(&variants, ';', &variant))
        status = add_variant(knowledge, name, variant, entry);
    return status;
}

enum ent_status ent_knowledge_person(struct ent_knowledge *knowledge,
                                     const struct ent_str *columns, size_t count,
                                     size_t line, struct ent_error *error)
{
    if (count < 3)
        return ent_fail(error, ENT_EFORMAT, line,
                        "person needs a name, a gender and a country");
    bool added = false;
    uint32_t id = ent_map_add(&knowledge->people, columns[0], &added);
    if (id == ENT_MAP_NONE)
        return ENT_EMEMORY;
    if (added) {
        if (!ent_grow(&knowledge->persons, &knowledge->person_capacity,
                      knowledge->person_count, sizeof *knowledge->persons))
            return ENT_EMEMORY;
        knowledge->persons[knowledge->person_count++] = (struct known_person){0};
    }
    uint32_t first = knowledge->office_count;
    struct ent_str offices = count > 4 ? columns[4] : (struct ent_str){0}, office;
    enum ent_status status = ENT_OK;
    while (!status && !ent_str_is(offices, "-") && ent_str_split(&offices, ';', &office))
        status = add_office(knowledge, office, line, error);
    if (status)
        return status;
    struct ent_str none = {0}, country = columns[2];
    knowledge->persons[id] =
        (struct known_person){.name = columns[0],
                              .country = ent_str_is(country, "-") ? none : country,
                              .gender = columns[1].size == 1 ? columns[1].data[0] : 0,
                              .first_office = first,
                              .office_count = knowledge->office_count - first};
    return add_person_names(knowledge, columns[0], count > 3 ? columns[3] : none, id,
                            knowledge->persons[id].gender);
}

bool ent_person_leads(const struct ent_knowledge *knowledge, uint32_t person)
{
    static const char *const roles[] = {
        "president",      "prime minister",    "chancellor", "king",
        "supreme leader", "secretary-general", "emir"};
    const struct known_person *p = &knowledge->persons[person];
    for (uint32_t i = 0; i < p->office_count; i++) {
        for (size_t k = 0; k < sizeof roles / sizeof *roles; k++) {
            if (ent_str_is(knowledge->offices[p->first_office + i].role, roles[k]))
                return true;
        }
    }
    return false;
}

/* Order of two dates of which one may be shortened: a month and a day in it are equal. */
static int compare_dates(struct ent_str a, struct ent_str b)
{
    size_t size = a.size < b.size ? a.size : b.size;
    return memcmp(a.data, b.data, size);
}

static int year_of(struct ent_str date)
{
    int64_t year = 0;
    return ent_str_int(ent_str_sub(date, 0, 4), &year) ? (int)year : 0;
}

/* Years between the date and the office, 0 if it is held then. */
static int office_distance(const struct office *office, struct ent_str date)
{
    if (compare_dates(date, office->from) < 0) {
        int years = year_of(office->from) - year_of(date);
        return years > 0 ? years : 1;
    }
    if (office->to.size && compare_dates(date, office->to) > 0) {
        int years = year_of(date) - year_of(office->to);
        return years > 0 ? years : 1;
    }
    return 0;
}

const struct office *ent_person_office(const struct ent_knowledge *knowledge,
                                       uint32_t person, struct ent_str date,
                                       int *distance)
{
    const struct known_person *p = &knowledge->persons[person];
    const struct office *best = NULL;
    int nearest = 1000;
    for (uint32_t i = 0; i < p->office_count; i++) {
        const struct office *office = &knowledge->offices[p->first_office + i];
        int years = date.size >= 4 ? office_distance(office, date) : 0;
        if (years <= nearest) { /* of several held at once, the one listed last */
            nearest = years;
            best = office;
        }
    }
    if (distance)
        *distance = nearest;
    return nearest == 0 ? best : NULL;
}
