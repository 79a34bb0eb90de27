/* Sentence ends in text that has lost its line ends: the same text is split with and without
 * them, short and long. */
#include <entente/text.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static const char *const LINES[] = {
    "Le Parlement adopte la loi sur l'eau",
    "Les députés ont voté mardi soir, par 212 voix contre 98, le texte que le gouvernement "
    "défendait depuis l'hiver. La ministre de l'Agriculture, Claire Vauban, a salué un "
    "compromis utile. L'opposition saisira le Conseil constitutionnel.",
    "Une réforme contestée",
    "Pour les syndicats, le texte ne règle rien. Ils appellent à une journée d'action le 12 mars "
    "à Lyon, à Nantes et à Paris. Le premier ministre les recevra jeudi.",
    "Grève dans les ports du Sud",
    "Depuis lundi, les dockers de trois ports refusent de décharger les navires. Le préfet a "
    "demandé l'intervention d'un médiateur. Selon la direction, aucun licenciement n'est prévu "
    "avant l'été.",
    "Négociations à Genève",
    "Les délégations des deux pays se sont retrouvées dimanche au bord du lac. Elles discutent "
    "d'un cessez-le-feu de soixante jours. Le médiateur des Nations unies, Jan Oster, a parlé "
    "d'une réunion franche. Aucune date n'a été fixée pour la suite.",
    "Un nouveau maire pour Vernay",
    "Le conseil municipal a élu vendredi Marc Delorme à la tête de la ville. Il succède à Anne "
    "Riquet, partie au Sénat. Le nouveau maire promet de rouvrir la piscine et de baisser les "
    "impôts.",
    "Football : défaite à domicile",
    "Les joueurs de Vernay ont perdu samedi contre Brévins, sur le score de deux buts à un. "
    "L'entraîneur regrette un manque de confiance. Le club reste à la neuvième place du "
    "classement.",
    "Les prévisions pour demain",
    "Le temps sera sec sur une grande partie du pays. Quelques averses tomberont près des "
    "côtes. Il fera seize degrés à Bordeaux et vingt à Nice. Dans les vallées, le vent du nord "
    "soufflera jusqu'à la nuit.",
    "Une exposition sur les canaux",
    "Le musée de la Batellerie présente jusqu'en juin des plans, des photos et des maquettes. "
    "On y découvre la vie des mariniers au siècle dernier. L'entrée est gratuite le dimanche.",
    "Accident sur la route de Montrond",
    "Un camion s'est renversé mercredi matin près du pont. Le conducteur, légèrement blessé, a "
    "été conduit à l'hôpital. La circulation a repris à midi. Les gendarmes cherchent des "
    "témoins.",
};
enum { COUNT = sizeof LINES / sizeof *LINES };

static struct ent_tokenizer *tokenizer;

static int load(void **state)
{
    (void)state;
    return ent_tokenizer_load(&tokenizer, NULL) == ENT_OK ? 0 : -1;
}

static int unload(void **state)
{
    (void)state;
    ent_tokenizer_free(tokenizer);
    return 0;
}

/* The lines, with `between` after each. */
static struct ent_document *tokenize(struct ent_buf *text, int from, int to,
                                     const char *between)
{
    struct ent_document *document = ent_document_new();
    ent_buf_init(text);
    for (int i = from; i < to; i++) {
        ent_buf_text(text, LINES[i]);
        ent_buf_text(text, between);
    }
    document->lang = ENT_STR("fr");
    document->text = ent_buf_view(text);
    assert_int_equal(ent_tokenize(tokenizer, document, NULL), ENT_OK);
    return document;
}

/* How many sentence ends of `a` are also in `b`. */
static uint32_t shared_ends(const struct ent_document *a, const struct ent_document *b)
{
    uint32_t shared = 0;
    for (uint32_t i = 0, j = 0; i < a->sentence_count; i++) {
        while (j < b->sentence_count &&
               b->sentences[j].span.end < a->sentences[i].span.end)
            j++;
        shared += j < b->sentence_count &&
                  b->sentences[j].span.end == a->sentences[i].span.end;
    }
    return shared;
}

static void lost_line_ends_are_found(void **state)
{
    (void)state;
    struct ent_buf text, flat_text;
    struct ent_document *whole = tokenize(&text, 0, COUNT, "\n");
    struct ent_document *flat = tokenize(&flat_text, 0, COUNT, " ");
    uint32_t shared = shared_ends(whole, flat);
    assert_true(flat_text.size > 2000);
    /* seven of the nine headings, nothing in the middle of sentences */
    assert_true(whole->sentence_count - shared <= 2);
    assert_true(flat->sentence_count - shared <= 1);
    ent_document_free(whole);
    ent_document_free(flat);
    ent_buf_clear(&text);
    ent_buf_clear(&flat_text);
}

static void paragraphs_of_common_length_are_left_alone(void **state)
{
    (void)state;
    struct ent_buf text;
    struct ent_document *document = tokenize(&text, 2, 4, " ");
    assert_int_equal(document->sentence_count, 3); /* the heading stays in the first */
    ent_document_free(document);
    ent_buf_clear(&text);
}

static void what_never_ends_is_cut(void **state)
{
    (void)state;
    struct ent_buf text;
    ent_buf_init(&text);
    for (int i = 0; i < 5000; i++)
        ent_buf_text(&text, i % 90 == 89 ? "mot, " : "mot ");
    struct ent_document *document = ent_document_new();
    document->lang = ENT_STR("fr");
    document->text = ent_buf_view(&text);
    assert_int_equal(ent_tokenize(tokenizer, document, NULL), ENT_OK);
    uint32_t words = 0;
    for (uint32_t i = 0; i < document->sentence_count; i++) {
        const struct ent_sentence *sentence = &document->sentences[i];
        assert_true(sentence->word_count <= 1000);
        words += sentence->word_count;
        if (i + 1 < document->sentence_count) /* behind a comma */
            assert_true(ent_str_is(sentence->words[sentence->word_count].form, ","));
    }
    assert_int_equal(words, 5000 + 5000 / 90);
    ent_document_free(document);
    ent_buf_clear(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lost_line_ends_are_found),
        cmocka_unit_test(paragraphs_of_common_length_are_left_alone),
        cmocka_unit_test(what_never_ends_is_cut),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
