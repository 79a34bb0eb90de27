/* deadline.c: the only place of lib/measure that looks at the clock. */
#include "measure/camps.h"

#include <time.h>

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

void ent_deadline_init(struct ent_deadline *deadline, double seconds)
{
    deadline->limited = seconds >= 0;
    deadline->end = seconds >= 0 ? now() + seconds : 0;
}

bool ent_deadline_passed(const struct ent_deadline *deadline)
{
    return deadline->limited && now() >= deadline->end;
}

double ent_deadline_left(const struct ent_deadline *deadline)
{
    if (!deadline->limited)
        return 1e9;
    double left = deadline->end - now();
    return left > 0 ? left : 0;
}
