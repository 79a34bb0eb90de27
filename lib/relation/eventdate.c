/* eventdate.c: when an event took place, from expressions in its sentence, resolved
 * against the document's date. Proleptic Gregorian calendar; days are counted from
 * 1970-01-01 (after Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms"). */
#include "relation/finder.h"

struct date {
    int year, month, day; /* month and day 0 = not said */
};

static int64_t to_days(struct date date)
{
    int64_t year = date.year - (date.month <= 2);
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t of_era = year - era * 400;
    int64_t of_year =
        (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static struct date from_days(int64_t days)
{
    days += 719468;
    int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    int64_t of_era = days - era * 146097;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int64_t month = (5 * of_year + 2) / 153;
    struct date date = {(int)(year + era * 400),
                        (int)(month < 10 ? month + 3 : month - 9),
                        (int)(of_year - (153 * month + 2) / 5 + 1)};
    date.year += date.month <= 2;
    return date;
}

static bool number_of(struct ent_str text, int64_t *value)
{
    if (ent_str_ends(text, ENT_STR("er"))) /* "1er" */
        text.size -= 2;
    return ent_str_int(text, value);
}

/* The document's date; false if it has none to the day. */
static bool document_date(const struct ent_view *view, struct date *date)
{
    struct ent_str text = view->document->date;
    int64_t year, month, day;
    if (text.size < 10 || !ent_str_int(ent_str_sub(text, 0, 4), &year)
        || !ent_str_int(ent_str_sub(text, 5, 7), &month)
        || !ent_str_int(ent_str_sub(text, 8, 10), &day) || month < 1 || month > 12
        || day < 1 || day > 31)
        return false;
    *date = (struct date){(int)year, (int)month, (int)day};
    return true;
}

static const struct ent_time *time_at(const struct ent_view *view, int32_t w)
{
    if (w < 1 || w > view->count)
        return NULL;
    uint32_t word = view->nodes[w].form;
    uint32_t found = word == ENT_WORD_NONE ? 0 : view->language->times_by_word[word];
    word = view->nodes[w].lemma;
    if (!found && word != ENT_WORD_NONE)
        found = view->language->times_by_word[word];
    return found ? &view->language->times[found - 1] : NULL;
}

static bool year_at(const struct ent_view *view, int32_t w, int *year)
{
    int64_t value;
    if (w < 1 || w > view->count || ent_view_word(view, w)->form.size != 4 ||
        !ent_str_int(ent_view_word(view, w)->form, &value) || value < 1000 ||
        value > 2199)
        return false;
    *year = (int)value;
    return true;
}

static bool day_at(const struct ent_view *view, int32_t w, int *day)
{
    int64_t value;
    if (w < 1 || w > view->count || !number_of(ent_view_word(view, w)->form, &value)
        || value < 1 || value > 31)
        return false;
    *day = (int)value;
    return true;
}

/* "25 mars 1999", "March 25, 1999", "en mars". */
static bool read_month(const struct ent_view *view, int32_t w,
                       const struct ent_time *time, const struct date *today,
                       bool planned, struct date *date)
{
    int32_t after = w + 1;
    enum ent_upos upos = (enum ent_upos)view->nodes[w].upos;
    *date = (struct date){0, time->value, 0};
    if (!view->french && upos != ENT_PROPN) /* "may", "march" */
        return false;
    if (!day_at(view, w - 1, &date->day) && !view->french &&
        day_at(view, after, &date->day)) {
        after++;
        if (after <= view->count && ent_str_is(ent_view_word(view, after)->form, ","))
            after++;
    }
    if (year_at(view, after, &date->year))
        return true;
    if (!today)
        return false;
    date->year = today->year;
    if (planned ? date->month < today->month : date->month > today->month)
        date->year += planned ? 1 : -1;
    return true;
}

static bool read_weekday(const struct ent_view *view, int32_t w,
                         const struct ent_time *time, const struct date *today,
                         bool planned, struct date *date)
{
    const struct ent_time *next = time_at(view, w + 1), *before = time_at(view, w - 1);
    int day;
    if (!today || (next && next->kind == ENT_TIME_MONTH) || day_at(view, w + 1, &day))
        return false; /* the month says more */
    if ((next && next->kind == ENT_TIME_FUTURE) ||
        (before && before->kind == ENT_TIME_FUTURE))
        planned = true;
    int64_t now = to_days(*today);
    int64_t weekday = (now + 3) % 7 + 1; /* 1970-01-01 was a Thursday */
    int64_t back = (weekday - time->value + 7) % 7;
    *date = from_days(planned ? now + (back ? 7 - back : 0) : now - back);
    return true;
}

/* "l'an dernier", "la semaine prochaine", "il y a trois jours", "two days ago". */
static bool read_unit(const struct ent_view *view, int32_t w, const struct ent_time *time,
                      const struct date *today, struct date *date)
{
    int sign = 0;
    int64_t many = 1;
    if (!today)
        return false;
    for (int32_t k = w - 1; k <= w + 1; k++) {
        const struct ent_time *other = time_at(view, k);
        if (other && other->kind == ENT_TIME_PAST)
            sign = -1;
        else if (other && other->kind == ENT_TIME_FUTURE)
            sign = 1;
        else if (other && other->kind == ENT_TIME_AGO && k > w)
            sign = number_of(ent_view_word(view, w - 1)->form, &many) ? -1 : 0;
    }
    if (view->french && w > 4 && ent_str_is(ent_view_word(view, w - 2)->lemma, "avoir")
        && ent_str_is(ent_view_word(view, w - 3)->form, "y"))
        sign = number_of(ent_view_word(view, w - 1)->form, &many) ? -1 : 0;
    if (sign == 0 || many > 3000 || many < 0)
        return false;
    if (time->value == 365)
        *date = (struct date){today->year + sign * (int)many, 0, 0};
    else
        *date = from_days(to_days(*today) + sign * many * time->value);
    if (time->value == 30)
        date->day = 0;
    return true;
}

static bool read_at(const struct ent_view *view, int32_t w, const struct date *today,
                    bool planned, struct date *date)
{
    const struct ent_time *time = time_at(view, w);
    if (!time) {
        const struct ent_time *before = time_at(view, w - 1);
        *date = (struct date){0, 0, 0};
        return before && before->kind == ENT_TIME_YEAR && year_at(view, w, &date->year);
    }
    switch ((enum ent_time_kind)time->kind) {
    case ENT_TIME_MONTH:
        return read_month(view, w, time, today, planned, date);
    case ENT_TIME_WEEKDAY:
        return read_weekday(view, w, time, today, planned, date);
    case ENT_TIME_OFFSET:
        if (today)
            *date = from_days(to_days(*today) + time->value);
        return today != NULL;
    case ENT_TIME_UNIT:
        return read_unit(view, w, time, today, date);
    default:
        return false;
    }
}

/* The verb (or trigger) of the clause that a word belongs to. */
static int32_t clause_of(const struct ent_view *view, int32_t w)
{
    return view->nodes[w].upos == ENT_VERB ? w : ent_governing_verb(view, w);
}

static struct ent_str format(struct ent_arena *arena, struct date date)
{
    if (date.month == 0)
        return ent_arena_printf(arena, "%04d", date.year);
    if (date.day == 0)
        return ent_arena_printf(arena, "%04d-%02d", date.year, date.month);
    return ent_arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

struct ent_str ent_event_date(const struct ent_view *view, int32_t trigger, bool planned,
                              struct ent_arena *arena)
{
    struct date today, date, best = {0, 0, 0};
    bool dated = document_date(view, &today);
    int32_t clause = clause_of(view, trigger), least = INT32_MAX;
    for (int32_t w = 1; w <= view->count; w++) {
        if (!read_at(view, w, dated ? &today : NULL, planned, &date) || date.year < 1000
            || date.year > 2199)
            continue;
        int32_t distance = w > trigger ? w - trigger : trigger - w;
        if (clause_of(view, w) != clause && view->nodes[w].head != trigger)
            distance += 1000;
        if (distance < least) {
            least = distance;
            best = date;
        }
    }
    /* An expression of another clause dates that clause. */
    return least < 1000 ? format(arena, best) : (struct ent_str){NULL, 0};
}
