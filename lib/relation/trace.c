/* trace.c: telling in words what the finder does. */
#include "relation/finder.h"

#include <stdarg.h>
#include <stdio.h>

void ent_trace(const struct ent_finder *finder, const char *format, ...)
{
    char line[2400];
    va_list arguments;
    if (!finder->options || !finder->options->explain)
        return;
    va_start(arguments, format);
    int size = vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    if (size < 0)
        return;
    if ((size_t)size >= sizeof line) /* cut at a character */
        for (size = sizeof line - 1;
             size > 0 && ((unsigned char)line[size] & 0xC0) == 0x80;)
            size--;
    finder->options->explain(finder->options->context,
                             (struct ent_str){line, (size_t)size});
}

const char *ent_slot_name(enum ent_slot slot)
{
    static const char *const NAMES[] = {
        "subject",
        "object",
        "dative",
        "possessive",
        "adjective",
        "noun before the noun",
        "what it describes",
        "itself",
        "subject of the clause",
        "stem",
        "complement",
        "modifier",
        "case",
        "infinitive",
        "any",
        "complement of the infinitive",
        "auxiliary of the clause",
        "purpose",
        "state in which it happens",
        "who says it",
        "likely",
    };
    return slot < sizeof NAMES / sizeof *NAMES ? NAMES[slot] : "?";
}

void ent_trace_match(const struct ent_finder *finder, const struct ent_match *match,
                     const struct ent_pairs *pairs)
{
    int relation = match->frame->relation;
    const char *name = relation == ENT_FRAME_NONE   ? "nothing"
                       : relation == ENT_FRAME_SAME ? "does the same to"
                                                    : ent_relation_name(relation);
    struct ent_str form = ent_view_word(&finder->view, match->head)->form;
    ent_trace(finder, "  %.*s (word %d%s): %s", ENT_FMT(form), (int)match->head,
              match->word_count > 1 ? " and others" : "", name);
    if (relation != ENT_FRAME_NONE && pairs->count == 0)
        ent_trace(finder, "    no relation: %s",
                  pairs->same                            ? "both sides are the same actor"
                  : pairs->no_source && pairs->no_target ? "neither side found"
                  : pairs->no_source                     ? "no source found"
                  : pairs->no_target                     ? "no target found"
                                                         : "the sides do not fit");
    for (int i = 0; i < pairs->count; i++) {
        const struct ent_pair *pair = &pairs->items[i];
        struct ent_str source = ent_actor_of(finder, pair->source)->group;
        struct ent_str target = ent_actor_of(finder, pair->target)->group;
        ent_trace(finder, "    %.*s (%s) %s %.*s (%s)", ENT_FMT(source),
                  ent_slot_name((enum ent_slot)pair->how_source), name, ENT_FMT(target),
                  ent_slot_name((enum ent_slot)pair->how_target));
    }
}
