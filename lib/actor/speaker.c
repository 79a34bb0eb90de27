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
    const struct pronoun *pronoun = coref->quoted ? coref_pronoun_of(coref, word) : NULL;
    const struct ent_word *w = &coref->info->sentence->words[word];
    bool fits = w->upos == ENT_PRON || w->upos == ENT_DET || (w->morph & ENT_POSS);
    if (pronoun && pronoun->type == PRONOUN_SPEAKER && fits && !(w->morph & ENT_REFLEX) &&
        coref->speaker_count < 16)
        coref->speakers[coref->speaker_count++] = (uint32_t)word;
}

/* The mention that is subject of the verb, or ENT_NONE. */
static uint32_t subject_of(const struct coref *coref, int32_t verb)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    for (int32_t c = ent_child(sentence, verb); c; c = sentence->words[c].next) {
        enum ent_deprel rel = sentence->words[c].rel;
        bool inverted = coref->find->lang == 0 && rel == ENT_REL_OBJ && c > verb;
        uint32_t m = rel == ENT_REL_NSUBJ || inverted /* "a assuré la présidente" */
                         ? coref_mention_at(coref, c)
                         : ENT_NONE;
        if (m != ENT_NONE)
            return coref->find->mentions[m].actor;
    }
    return ENT_NONE;
}

/* The subject of a verb of speech in the current sentence, or ENT_NONE. Behind a
 * quotation any verb is one: "..., s'indigne Mme Sandu". */
static uint32_t speaker_here(const struct coref *coref)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    uint32_t speaker = ENT_NONE;
    for (int32_t w = 1; w <= (int32_t)sentence->word_count; w++) {
        bool aside = coref->speaker_count && sentence->words[w].rel == ENT_REL_PARATAXIS;
        bool speech = coref->info->words[w].cues & CUE(SPEECH);
        if (sentence->words[w].upos != ENT_VERB || (!aside && !speech))
            continue;
        uint32_t subject = subject_of(coref, w);
        if (subject != ENT_NONE && (aside || speaker == ENT_NONE))
            speaker = subject;
        if (subject != ENT_NONE && aside)
            break;
    }
    return speaker;
}

/* "X s'en défend : « Je n'ai ... »": the subject of what stands before the colon. */
static uint32_t speaker_before(const struct coref *coref)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    int32_t first = coref->speaker_count ? (int32_t)coref->speakers[0] : 0;
    bool colon = false;
    for (int32_t w = 1; w < first; w++)
        colon |= ent_str_is(sentence->words[w].form, ":");
    for (int32_t w = 1; colon && w < first; w++) {
        uint32_t subject =
            sentence->words[w].upos == ENT_VERB ? subject_of(coref, w) : ENT_NONE;
        if (sentence->words[w].rel == ENT_REL_ROOT && subject != ENT_NONE)
            return subject;
    }
    return ENT_NONE;
}

void coref_speakers(struct coref *coref)
{
    uint32_t here = speaker_here(coref);
    if (here == ENT_NONE)
        here = speaker_before(coref);
    if (here != ENT_NONE)
        coref->speaker = here;
    for (uint32_t i = 0; i < coref->speaker_count && coref->speaker != ENT_NONE; i++) {
        int32_t word = (int32_t)coref->speakers[i];
        struct ent_mention mention = {.sentence = coref->sentence, .first = word,
                                      .last = word, .head = word, .actor = coref->speaker,
                                      .kind = ENT_MENTION_PRONOUN, .known = true};
        if (coref->info->sentence->words[word].morph & ENT_POSS)
            mention.kind = ENT_MENTION_POSSESSIVE;
        mention.certainty = here == ENT_NONE ? 0.5f : 0.75f;
        coref_add(coref, mention);
    }
    coref->speaker_count = 0;
}
