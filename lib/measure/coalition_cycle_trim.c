/* coalition_cycle_trim.c: from a closed walk to a chordless bad cycle.
 *
 * Only bad cycles without chords give facets, and short cycles bind harder: a chord
 * splits a bad cycle into two of which one is bad; that one is taken if it is violated
 * too. */
#include "measure/cycle.h"

#include <stdlib.h>

static const double SLACK = 1e-6;
static const uint32_t LONGEST_TO_TRIM = 64;

static bool is_negative(const struct ent_cycles *cycles, uint32_t edge)
{
    return cycles->graph->edges[edge].weight < 0;
}

/* Negative edges of walk[begin .. end-1]. */
static uint32_t count_negative(const struct ent_cycles *cycles, const uint32_t *edges,
                               uint32_t begin, uint32_t end)
{
    uint32_t count = 0;
    for (uint32_t i = begin; i < end; i++)
        count += is_negative(cycles, edges[i]);
    return count;
}

/* Cut loops off the walk until the first bad simple cycle; a stack of the walk so far. */
static void simplify(struct ent_cycles *cycles)
{
    uint32_t top = 0, length = cycles->walk_length;
    uint32_t *edges = cycles->cycle, *vertices = cycles->cycle_vertex;
    cycles->cycle_length = 0;
    for (uint32_t i = 0; i <= length; i++) {
        uint32_t vertex = cycles->walk_vertex[i < length ? i : 0];
        if (cycles->place[vertex]) {
            uint32_t begin = cycles->place[vertex] - 1;
            uint32_t negative = count_negative(cycles, edges, begin, top);
            bool bad = cycles->two ? negative & 1 : negative == 1;
            if (bad && top - begin > 2) {
                cycles->cycle_length = top - begin;
                break;
            }
            for (uint32_t k = begin; k < top; k++)
                cycles->place[vertices[k]] = 0;
            top = begin;
        }
        if (i == length)
            break;
        cycles->place[vertex] = top + 1;
        vertices[top] = vertex;
        edges[top++] = cycles->walk[i];
    }
    for (uint32_t k = 0; k < top; k++)
        cycles->place[vertices[k]] = 0;
    uint32_t begin = top - cycles->cycle_length;
    memmove(edges, edges + begin, cycles->cycle_length * sizeof *edges);
    memmove(vertices, vertices + begin, cycles->cycle_length * sizeof *vertices);
}

/* Keep vertices i .. j of the cycle, closed by the chord (inside), or the others. */
static void take_part(struct ent_cycles *cycles, uint32_t i, uint32_t j, uint32_t chord,
                      bool inside)
{
    uint32_t *edges = cycles->cycle, *vertices = cycles->cycle_vertex;
    uint32_t length = cycles->cycle_length;
    if (inside) {
        memmove(edges, edges + i, (j - i) * sizeof *edges);
        memmove(vertices, vertices + i, (j - i + 1) * sizeof *vertices);
        edges[j - i] = chord;
        cycles->cycle_length = j - i + 1;
        return;
    }
    edges[i] = chord;
    memmove(edges + i + 1, edges + j, (length - j) * sizeof *edges);
    memmove(vertices + i + 1, vertices + j, (length - j) * sizeof *vertices);
    cycles->cycle_length = length - (j - i) + 1;
}

/* Does the chord between positions i < j give a shorter violated bad cycle? Then take it.
 */
static bool try_chord(struct ent_cycles *cycles, uint32_t i, uint32_t j, uint32_t chord)
{
    const uint32_t *edges = cycles->cycle;
    uint32_t inner = count_negative(cycles, edges, i, j);
    bool inside;
    if (cycles->two)
        inside = (inner + is_negative(cycles, chord)) & 1;
    else
        inside = (inner == 1) != is_negative(cycles, chord);
    double sum = cycles->value[chord];
    for (uint32_t k = 0; k < cycles->cycle_length; k++)
        if ((k >= i && k < j) == inside)
            sum += cycles->value[edges[k]];
    if (sum >= 1 - SLACK)
        return false;
    take_part(cycles, i, j, chord, inside);
    return true;
}

static bool shorten(struct ent_cycles *cycles)
{
    uint32_t length = cycles->cycle_length;
    for (uint32_t i = 0; i + 2 < length; i++)
        for (uint32_t j = i + 2; j < length; j++) {
            if (i == 0 && j == length - 1)
                continue;
            uint32_t chord = ent_signed_find(cycles->graph, cycles->cycle_vertex[i],
                                             cycles->cycle_vertex[j]);
            if (chord != UINT32_MAX && try_chord(cycles, i, j, chord))
                return true;
        }
    return false;
}

static uint64_t mix(uint64_t value)
{
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9u;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBu;
    return value ^ (value >> 31);
}

static bool insert(uint64_t *table, uint32_t capacity, uint64_t hash)
{
    uint32_t slot = (uint32_t)hash & (capacity - 1);
    while (table[slot] && table[slot] != hash)
        slot = (slot + 1) & (capacity - 1);
    bool added = table[slot] != hash;
    table[slot] = hash;
    return added;
}

/* Note the cycle; false if this round has had it. */
static bool note(struct ent_cycles *cycles)
{
    uint64_t hash = 0;
    for (uint32_t i = 0; i < cycles->cycle_length; i++)
        hash += mix(cycles->cycle[i] + 1);
    hash |= 1;
    if (2 * cycles->known_count >= cycles->known_capacity) {
        uint32_t capacity = 2 * cycles->known_capacity;
        uint64_t *bigger = calloc(capacity, sizeof *bigger);
        if (!bigger) {
            cycles->failed = true;
            return false;
        }
        for (uint32_t i = 0; i < cycles->known_capacity; i++)
            if (cycles->known[i])
                insert(bigger, capacity, cycles->known[i]);
        free(cycles->known);
        cycles->known = bigger;
        cycles->known_capacity = capacity;
    }
    bool added = insert(cycles->known, cycles->known_capacity, hash);
    cycles->known_count += added;
    return added;
}

void ent_cycles_emit(struct ent_cycles *cycles)
{
    simplify(cycles);
    if (cycles->cycle_length < 3)
        return;
    while (cycles->cycle_length > 3 && cycles->cycle_length <= LONGEST_TO_TRIM)
        if (!shorten(cycles))
            break;
    if (!note(cycles))
        return;
    if (cycles->found(cycles->context, cycles->cycle, cycles->cycle_length))
        cycles->found_count++;
    else
        cycles->failed = true;
}
