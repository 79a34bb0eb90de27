/* sport.c: is a document a report on sport? */
#include "relation/finder.h"

/* Reports of matches and races speak of attacks, defeats and meetings that are none.
 * Fewer different words of sport tell one if they are a greater share of the nouns and
 * verbs. */
enum { SPORT_WORDS = 7 };

bool ent_is_sport(const struct ent_finder *finder)
{
    static const uint32_t SHARE[SPORT_WORDS + 1] = {0, 0, 0, 8, 14, 14, 14, 50};
    uint32_t seen[SPORT_WORDS], uses = 0, words = 0;
    int count = 0;
    struct ent_view view = finder->view;
    for (uint32_t i = 0; i < finder->document->sentence_count; i++) {
        const struct ent_sentence *sentence = &finder->document->sentences[i];
        for (uint32_t w = 1; w <= sentence->word_count; w++) {
            const struct ent_word *word = &sentence->words[w];
            if (word->upos != ENT_NOUN && word->upos != ENT_VERB)
                continue;
            uint32_t lemma = ent_view_find(&view, word->lemma);
            bool known = !ent_view_in(&view, lemma, ENT_LIST_SPORT);
            words++;
            uses += !known;
            for (int k = 0; k < count; k++)
                known |= seen[k] == lemma;
            if (!known && count < SPORT_WORDS)
                seen[count++] = lemma;
        }
    }
    return uses * SHARE[count] >= words && count > 0 && SHARE[count] > 0;
}

/* Is the act rather one of the game? In a sentence without a word of sport, a report may
 * speak of politics: of help and support, not of what teams do to one another. */
bool ent_is_play(const struct ent_finder *finder, const struct ent_frame *frame)
{
    int relation = frame->relation;
    if (!finder->sport || relation == ENT_SANCTIONS || relation == ENT_COERCES ||
        relation == ENT_ACCUSES)
        return false;
    if (frame->kind != ENT_TRIGGER_VERB ||
        (relation != ENT_SUPPORTS && relation != ENT_AIDS && relation != ENT_SPONSORS))
        return true;
    for (int32_t w = 1; w <= finder->view.count; w++)
        if (ent_view_in(&finder->view, finder->view.nodes[w].lemma, ENT_LIST_SPORT))
            return true;
    return false;
}
