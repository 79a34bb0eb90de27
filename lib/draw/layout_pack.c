/* layout_pack.c: components apart from the largest stand in rows below it.
 *
 * Force-directed methods blow what is not tied together to the four winds, and the
 * largest component, which people look at, gets small. */
#include "draw/layout.h"

#include <math.h>
#include <stdlib.h>

struct part {
    uint32_t root, size;
    double left, bottom, right, top; /* of its vertices' middles */
};

uint32_t layout_root(uint32_t *root, uint32_t v)
{
    while (root[v] != v)
        v = root[v] = root[root[v]];
    return v;
}

void layout_join(uint32_t *root, uint32_t a, uint32_t b)
{
    a = layout_root(root, a);
    b = layout_root(root, b);
    root[a > b ? a : b] = a < b ? a : b;
}

/* Largest first, else as they come. */
static int compare_parts(const void *a, const void *b)
{
    const struct part *x = a, *y = b;
    if (x->size != y->size)
        return x->size > y->size ? -1 : 1;
    return x->root < y->root ? -1 : x->root > y->root;
}

/* The parts with their bounds, sorted; how many, the roots of vertices in `root`. */
static uint32_t find_parts(const struct layout_places *places, const uint32_t *root,
                           struct part *parts, uint32_t *part_of)
{
    uint32_t count = 0;
    for (uint32_t v = 0; v < places->count; v++)
        part_of[v] = UINT32_MAX;
    for (uint32_t v = 0; v < places->count; v++) {
        double x = places->x[v], y = places->y[v];
        uint32_t r = root[v];
        if (part_of[r] == UINT32_MAX) {
            part_of[r] = count;
            parts[count++] = (struct part){r, 0, x, y, x, y};
        }
        struct part *part = &parts[part_of[r]];
        part->size++;
        part->left = fmin(part->left, x);
        part->right = fmax(part->right, x);
        part->bottom = fmin(part->bottom, y);
        part->top = fmax(part->top, y);
    }
    qsort(parts, count, sizeof *parts, compare_parts);
    for (uint32_t i = 0; i < count; i++)
        part_of[parts[i].root] = i;
    return count;
}

/* Where each part moves: in rows as wide as the largest part, or as a square of all others.
 * y grows upwards. */
static void put_in_rows(const struct part *parts, uint32_t count, double wide, double high,
                        double *dx, double *dy)
{
    double area = 0, left = parts[0].left, x = left, y = parts[0].bottom - 1.5 * high;
    for (uint32_t i = 1; i < count; i++)
        area += (parts[i].right - parts[i].left + wide) *
                (parts[i].top - parts[i].bottom + high);
    double width = fmax(parts[0].right - left, sqrt(1.5 * area)), row = 0;
    for (uint32_t i = 1; i < count; i++) {
        double w = parts[i].right - parts[i].left, h = parts[i].top - parts[i].bottom;
        if (x > left && x + w > left + width) {
            x = left;
            y -= row + high;
            row = 0;
        }
        dx[i] = x - parts[i].left;
        dy[i] = y - parts[i].top;
        x += w + wide;
        row = fmax(row, h);
    }
}

bool layout_pack(const struct layout_places *places, const uint32_t *root, double wide,
                 double high)
{
    size_t room = (size_t)places->count + 1;
    struct part *parts = malloc(room * sizeof *parts);
    uint32_t *part_of = malloc(room * sizeof *part_of);
    double *dx = calloc(room, sizeof *dx), *dy = calloc(room, sizeof *dy);
    bool fine = parts && part_of && dx && dy;
    if (fine && places->count > 0) {
        uint32_t count = find_parts(places, root, parts, part_of);
        if (count > 1)
            put_in_rows(parts, count, wide, high, dx, dy);
        for (uint32_t v = 0; v < places->count; v++) {
            places->x[v] += dx[part_of[root[v]]];
            places->y[v] += dy[part_of[root[v]]];
        }
    }
    free(parts);
    free(part_of);
    free(dx);
    free(dy);
    return fine;
}
