/* langid.c: French, English or neither, by the most frequent small words; of headlines that
 * hold none, by what their words end in. */
#include <entente/text.h>
#include <entente/utf8.h>

#include "text/source.h"

enum { WORD_MAX = 12, WORDS_ENOUGH = 2000, HEADLINE_MAX = 30, ENDING_MAX = 5 };

enum { FRENCH, ENGLISH, FOREIGN, LANGUAGES };

static const char *const small_words[LANGUAGES] = {
    " le la les des du de et un une est dans que qui pour sur par au aux ne pas plus "
    "avec il "
    "elle ce cette ses son sa ont sont qu l d s n été a à en ou mais leur ils ",
    " the of and to in is that for on with was as by are it be at from has have not his "
    "an a "
    "he she they their were will would this which who but had its ",
    " el los las y con del por para una como se der die und das ist nicht mit von den "
    "dem il "
    "di che per non della het een van niet de la en que o os da em não um na ",
};

/* Endings that words of one language have far more often than those of the other: of four
 * words without a small word they tell the language right in 0.67 (GSD) and 0.55 (EWT), wrong
 * in 0.01. */
static const char *const endings[] = {
    " ait ais ue tre ire que lle res ux urs ez aire tait ie eur ique onc ont eux ec ient ois "
    "ien eurs vait mme oir uis oit ques tte ale nte ette aux ille ste dre sse ler ée és ès ées "
    "té ité ère ême nne uit ",
    " ng ed ing ly ld th ave ith ere uld ted ill ey ch ry ke ting ty ther ow ome ck lly ht ght "
    "hen ess ally een ood ery ding ust king ight ake ned ks ws ys ",
};

static bool listed(const char *list, const char *word, size_t size)
{
    for (const char *at = list; (at = strstr(at, word)); at++)
        if (at[-1] == ' ' && at[size] == ' ')
            return true;
    return false;
}

static void count_word(struct ent_str word, size_t *counts)
{
    char lower[WORD_MAX + 1];
    if (word.size == 0 || word.size > WORD_MAX)
        return;
    for (size_t i = 0; i < word.size; i++)
        lower[i] = word.data[i] >= 'A' && word.data[i] <= 'Z' ? (char)(word.data[i] + 32)
                                                              : word.data[i];
    lower[word.size] = '\0';
    for (int i = 0; i < LANGUAGES; i++)
        counts[i] += listed(small_words[i], lower, word.size);
}

static void count_ending(struct ent_str word, size_t *counts)
{
    char end[ENDING_MAX + 1];
    if (word.size < 4 || (word.data[0] >= 'A' && word.data[0] <= 'Z')) /* names */
        return;
    for (size_t size = 2; size <= ENDING_MAX && size < word.size; size++) {
        memcpy(end, word.data + word.size - size, size);
        end[size] = '\0';
        for (int i = FRENCH; i <= ENGLISH; i++)
            counts[i] += listed(endings[i], end, size);
    }
}

static bool in_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

const char *ent_guess_language(struct ent_str text)
{
    size_t counts[LANGUAGES] = {0}, ends[LANGUAGES] = {0}, words = 0, start = 0;
    for (size_t i = 0; i <= text.size && words < WORDS_ENOUGH; i++) {
        if (i < text.size && in_word(text.data[i]) && text.data[i] != '\0')
            continue;
        words += i > start;
        count_word(ent_str_sub(text, start, i), counts);
        if (words <= HEADLINE_MAX)
            count_ending(ent_str_sub(text, start, i), ends);
        start = i + 1;
    }
    if (words <= HEADLINE_MAX && counts[FRENCH] + counts[ENGLISH] + counts[FOREIGN] == 0)
        return ends[FRENCH] > ends[ENGLISH]   ? "fr"
               : ends[ENGLISH] > ends[FRENCH] ? "en" : "und";
    int best = counts[FRENCH] >= counts[ENGLISH] ? FRENCH : ENGLISH;
    if (counts[best] == 0 || counts[best] * 12 < words || counts[FOREIGN] > counts[best])
        return "und";
    return best == FRENCH ? "fr" : "en";
}

struct ent_str ent_language_code(struct ent_str text)
{
    static const char *const french[] = {"fr",
                                         "fra",
                                         "fre",
                                         "french",
                                         "fran\xC3\xA7"
                                         "ais",
                                         "francais",
                                         NULL};
    static const char *const english[] = {"en", "eng", "english", "anglais", NULL};
    char lower[12] = "";
    size_t size = 0;
    while (size < text.size && size < sizeof lower - 1 && text.data[size] != '-' &&
           text.data[size] != '_') {
        char c = text.data[size];
        lower[size++] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
    }
    for (int i = 0; french[i]; i++)
        if (strcmp(lower, french[i]) == 0)
            return ENT_STR("fr");
    for (int i = 0; english[i]; i++)
        if (strcmp(lower, english[i]) == 0)
            return ENT_STR("en");
    return text;
}
