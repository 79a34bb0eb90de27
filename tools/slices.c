#include "slices.h"

#include <entente/date.h>

static int month_of(struct ent_str date)
{
    return date.size >= 7 ? (date.data[5] - '0') * 10 + date.data[6] - '0' : 1;
}

static int year_of(struct ent_str date)
{
    return (date.data[0] - '0') * 1000 + (date.data[1] - '0') * 100 +
           (date.data[2] - '0') * 10 + date.data[3] - '0';
}

/* Months of a calendar unit. */
static int unit_months(enum slice_unit unit)
{
    return unit == SLICE_YEAR ? 12 : unit == SLICE_QUARTER ? 3 : 1;
}

void slices_start(struct slices *slices, const struct graph_options *options,
                  struct ent_str first, struct ent_str last)
{
    memset(slices, 0, sizeof *slices);
    struct ent_str from = options->build.from, to = options->build.to;
    slices->unit = options->slice;
    slices->days = options->slice_days;
    slices->window = options->window;
    if (from.size > 0 && (options->slice == SLICE_DAYS || ent_str_cmp(from, first) > 0))
        first = from;
    slices->last = to.size > 0 && ent_str_cmp(to, last) < 0 ? to : last;
    slices->day = ent_date_days(first);
    slices->year = year_of(first);
    slices->month =
        (month_of(first) - 1) / unit_months(slices->unit) * unit_months(slices->unit) + 1;
}

/* The first day of the month that lies `months` after year-month. */
static void month_start(int year, int month, int months, char text[11])
{
    int index = year * 12 + month - 1 + months;
    char full[40];
    snprintf(full, sizeof full, "%04d-%02d-01", index / 12 % 10000, index % 12 + 1);
    memcpy(text, full, 10);
    text[10] = '\0';
}

static bool next_days(struct slices *slices)
{
    ent_date_text(slices->day, slices->name);
    int64_t end = slices->day + slices->days - 1;
    ent_date_text(end - slices->days * slices->window + 1, slices->from);
    ent_date_text(end, slices->to);
    slices->day += slices->days;
    return ent_str_cmp(ent_str_of(slices->name), slices->last) <= 0;
}

static bool next_months(struct slices *slices)
{
    int months = unit_months(slices->unit), year = slices->year, month = slices->month;
    char start[11], after[11], full[40];
    month_start(year, month, 0, start);
    month_start(year, month, months, after);
    month_start(year, month, -months * (int)(slices->window - 1), slices->from);
    ent_date_text(ent_date_days(ent_str_of(after)) - 1, slices->to);
    if (slices->unit == SLICE_QUARTER)
        snprintf(full, sizeof full, "%04d-Q%d", year, (month - 1) / 3 + 1);
    else
        snprintf(full, sizeof full, "%.*s", slices->unit == SLICE_YEAR ? 4 : 7, start);
    memcpy(slices->name, full, 10);
    slices->name[10] = '\0';
    slices->month += months;
    slices->year += (slices->month - 1) / 12;
    slices->month = (slices->month - 1) % 12 + 1;
    return year < 9999 &&
           ent_str_cmp(ent_str_sub(ent_str_of(start), 0, slices->last.size),
                       slices->last) <= 0;
}

bool slices_next(struct slices *slices)
{
    return slices->unit == SLICE_DAYS ? next_days(slices) : next_months(slices);
}

void slices_path(const struct slices *slices, const char *pattern, struct ent_buf *path)
{
    const char *mark = strstr(pattern, "%s");
    ent_buf_add(path, pattern, (size_t)(mark - pattern));
    ent_buf_text(path, slices->name);
    ent_buf_text(path, mark + 2);
}
