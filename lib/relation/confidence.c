/* confidence.c: from the weight of the evidence to a probability. The product of a frame's
 * weight and of the quality of its roles orders relations well but is too low in the middle;
 * these points, read off articles that were only scored (tests/gold/reliability.py on
 * tests/gold/own), turn it into the share that is right. */
#include "relation/finder.h"

double ent_calibrated(double weight)
{
    static const double points[][2] = {
        {0, 0},        {0.2, 0.3},   {0.35, 0.56}, {0.5, 0.67},
        {0.65, 0.75},  {0.75, 0.87}, {0.9, 0.92},  {1, 0.95},
    };
    const size_t count = sizeof points / sizeof *points;
    for (size_t i = 1; i < count; i++) {
        const double *low = points[i - 1], *high = points[i];
        if (weight <= high[0])
            return low[1] + (weight - low[0]) / (high[0] - low[0]) * (high[1] - low[1]);
    }
    return points[count - 1][1];
}
