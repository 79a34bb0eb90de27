/* speaker.c: "je" and "nous" inside quotation marks are whoever speaks. */
#include "actor/coref.h"

void coref_track_quotes(struct coref *coref, int32_t word)
{
    struct ent_str form = coref->info->sentence->words[word].form;
    if (ent_str_is(form, "«") || ent_str_is(form, "“") || ent_str_is(form, "``"))
        coref->quoted = true;
    else if (ent_str_is(form, "»") || ent_str_is(form, "”") || ent_str_is(form, "''"))
        coref->quoted = false;
    else if (ent_str_is(form, "\""))
        coref->quoted = !coref->quoted;
}

/* The subject of a verb of speech in the current sentence. */
void coref_note_speaker(struct coref *coref)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    for (int32_t w = 1; w <= (int32_t)sentence->word_count; w++) {
        if (sentence->words[w].upos != ENT_VERB ||
            !(coref->info->words[w].cues & CUE(SPEECH)))
            continue;
        int32_t subject = ent_child_by_rel(sentence, w, ENT_REL_NSUBJ);
        uint32_t m = subject ? coref_mention_at(coref, subject) : ENT_NONE;
        if (m != ENT_NONE) {
            coref->speaker = coref->find->mentions[m].actor;
            return;
        }
    }
}

void coref_speaker(struct coref *coref, int32_t word)
{
    const struct ent_word *w = &coref->info->sentence->words[word];
    if (!coref->quoted || w->upos != ENT_PRON || (w->morph & ENT_REFLEX))
        return;
    uint32_t before = coref->speaker;
    coref_note_speaker(coref);
    if (coref->speaker != ENT_NONE) {
        struct ent_mention mention = {.sentence = coref->sentence, .first = word,
                                      .last = word, .head = word, .actor = coref->speaker,
                                      .kind = ENT_MENTION_PRONOUN, .known = true};
        mention.certainty = coref->speaker == before ? 0.6f : 0.75f;
        coref_add(coref, mention);
    }
}
