/* Tokens, words, sentences and their places in the text. A case is a text and the
 * expected result, tokens separated by spaces, the words of a multiword token joined by
 * '+', sentences by " / "; a space inside a token is written '_'. */
#include <entente/conllu.h>
#include <entente/text.h>
#include <entente/utf8.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

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

static struct ent_document *tokenize(const char *lang, struct ent_str text)
{
    struct ent_document *document = ent_document_new();
    document->lang = ent_str_of(lang);
    document->text = text;
    assert_int_equal(ent_tokenize(tokenizer, document, NULL), ENT_OK);
    return document;
}

static void put_form(struct ent_buf *buf, struct ent_str form)
{
    for (size_t pos = 0; pos < form.size;) {
        uint32_t code = ent_utf8_next(form, &pos);
        ent_utf8_put(buf, code == ' ' || code == 0xA0 || code == 0x202F ? '_' : code);
    }
}

static void put_sentence(struct ent_buf *buf, const struct ent_sentence *sentence)
{
    uint32_t m = 0;
    for (int32_t i = 1; i <= (int32_t)sentence->word_count; i++) {
        bool inside = false;
        if (m < sentence->multiword_count && i > sentence->multiwords[m].last)
            m++;
        if (m < sentence->multiword_count)
            inside = i > sentence->multiwords[m].first;
        if (i > 1)
            ent_buf_char(buf, inside ? '+' : ' ');
        put_form(buf, sentence->words[i].form);
    }
}

static void check(const char *lang, const char *text, const char *expected)
{
    struct ent_document *document = tokenize(lang, ent_str_of(text));
    struct ent_buf buf;
    ent_buf_init(&buf);
    for (uint32_t i = 0; i < document->sentence_count; i++) {
        if (i > 0)
            ent_buf_text(&buf, " / ");
        put_sentence(&buf, &document->sentences[i]);
    }
    assert_string_equal(buf.data ? buf.data : "", expected);
    ent_buf_clear(&buf);
    ent_document_free(document);
}

static void fr(const char *text, const char *expected)
{
    check("fr", text, expected);
}

static void en(const char *text, const char *expected)
{
    check("en", text, expected);
}

static void elisions(void **state)
{
    (void)state;
    fr("L'armée qu'elle n’a pas.", "L' armée qu' elle n’ a pas .");
    fr("Jusqu'ici, aujourd'hui l'on dit.", "Jusqu' ici , aujourd'hui l'on dit .");
    fr("Quelqu'un vient de N'Djamena.", "Quelqu'un vient de N'Djamena .");
    fr("d'après l'ONU, d'RFI et l'« accord »",
       "d' après l' ONU , d' RFI et l' « accord »");
    fr("c'est-à-dire l'Otan", "c'est-à-dire l' Otan");
}

static void clitics(void **state)
{
    (void)state;
    fr("A-t-il dit ? Est-ce vrai ? Où va-t-on ?",
       "A -t-il dit ? / Est -ce vrai ? / Où va -t-on ?");
    fr("ce jour-là, celui-ci et ceux-là", "ce jour -là , celui-ci et ceux-là");
    fr("Dites-le-moi, rendez-vous, donnez-en.",
       "Dites -le -moi , rendez-vous , donnez -en .");
    fr("Le dirigeant Kim Jong-il rencontre Ban Ki-moon.",
       "Le dirigeant Kim Jong-il rencontre Ban Ki-moon .");
    fr("Villeneuve-la-Garenne et un porte-parole",
       "Villeneuve-la-Garenne et un porte-parole");
}

static void multiwords(void **state)
{
    (void)state;
    fr("Au sommet du G7, aux Etats-Unis", "À+le sommet de+le G7 , à+les Etats-Unis");
    fr("auxquels le maire DU Havre pense", "à+lesquels le maire DE+le Havre pense");
    fr("Il accuse des pirates russes.", "Il accuse des pirates russes .");
    fr("Le président des Etats-Unis parle.", "Le président de+les Etats-Unis parle .");
    en("They don't know Putin's plan.", "They do+n't know Putin+'s plan .");
    en("We cannot say it’s over; the allies' unity holds.",
       "We can+not say it+’s over ; the allies+' unity holds .");
}

static void numbers(void **state)
{
    (void)state;
    fr("12 500 soldats, 3\u00A0000 chars, 1\u202F200 avions, 1,5 % et 14h30",
       "12_500 soldats , 3_000 chars , 1_200 avions , 1,5 % et 14 h 30");
    fr("Le 1er mars 2016 350 hommes de 2014-2015",
       "Le 1er mars 2016 350 hommes de 2014-2015");
    fr("Le 11-Septembre, un F-16, le XXIe siècle, de 15h30-18h",
       "Le 11-Septembre , un F-16 , le XXIe siècle , de 15 h 30-18 h");
    fr("le 23/12/2006, 10 millions d'€", "le 23/12/2006 , 10 millions d' €");
    en("$5,000 at 7am on 11/28/2000, 100% of 5-10",
       "$ 5,000 at 7 am on 11/28/2000 , 100 % of 5 - 10");
}

static void hyphens_in_english(void **state)
{
    (void)state;
    en("al-Qaeda, non-profit, one-on-one, e-mail, U.S.-led",
       "al - Qaeda , non-profit , one - on - one , e-mail , U.S. - led");
}

static void addresses(void **state)
{
    (void)state;
    fr("Voir http://www.x.fr/a?b=1, écrire à a.b@c.fr. Merci #Otan2022 @afp "
       "(www.un.org).",
       "Voir http://www.x.fr/a?b=1 , écrire à a.b@c.fr . / "
       "Merci #Otan2022 @afp ( www.un.org ) .");
    fr("Selon lemonde.fr, non.", "Selon lemonde.fr , non .");
}

static void abbreviations(void **state)
{
    (void)state;
    fr("M. Macron et Mme. Merkel ont vu V. Poutine. Il part.",
       "M. Macron et Mme. Merkel ont vu V. Poutine . / Il part .");
    fr("L'O.N.U. et les U.S.A. négocient, etc. Paris suit.",
       "L' O.N.U. et les U.S.A. négocient , etc. Paris suit .");
    fr("En 50 av. J.-C. Rome gagne. Voir p. 12.",
       "En 50 av. J.-C. Rome gagne . / Voir p. 12 .");
    fr("Selon la loi Nr. 5651, à 10 h. 30, il part dans 2 h. Paris suit.",
       "Selon la loi Nr. 5651 , à 10 h. 30 , il part dans 2 h . / Paris suit .");
    en("Mr. Biden met Gen. Austin in the U.S. The talks went on.",
       "Mr. Biden met Gen. Austin in the U.S. / The talks went on .");
    en("George W. Bush spoke at 5 p.m. on Sept. 11.",
       "George W. Bush spoke at 5 p.m. on Sept. 11 .");
}

static void sentences(void **state)
{
    (void)state;
    fr("« Non ! » Il refuse... « Jamais », dit-il. (Il rit.) Fin",
       "« Non ! » / Il refuse ... / « Jamais » , dit -il . / ( Il rit . ) / Fin");
    fr("« Que faire ? », demande-t-elle. Rien.",
       "« Que faire ? » , demande -t-elle . / Rien .");
    fr("PARIS, 3 mars (AFP) – Le ministre part.",
       "PARIS , 3 mars ( AFP ) – / Le ministre part .");
    fr("« Oui. » – Non ! – Pourquoi ?", "« Oui . » / – Non ! / – Pourquoi ?");
    fr("1er janvier 2016 . – Lors du sommet, il parle.",
       "1er janvier 2016 . – / Lors de+le sommet , il parle .");
    fr("Le dollar vaut 1.5 euro. 3 pays signent.",
       "Le dollar vaut 1.5 euro . / 3 pays signent .");
    en("\"We won.\" He left. \"Why?\" she asked.",
       "\" We won . \" / He left . / \" Why ? \" she asked .");
}

static void lines(void **state)
{
    (void)state;
    fr("Paris répond\n2021-07-19\n\nLe ministre allemand part\navec l'ambassadeur. Il "
       "reviendra.\n",
       "Paris répond / Le ministre allemand part avec l' ambassadeur . / Il reviendra .");
    fr("date 2020-06 Dans un texte.", "Dans un texte .");
    fr("- Un point\n- Deux points\n", "- Un point / - Deux points");
    fr("Le gouvernement français annonce que les troupes\n"
       "Barkhane quitteront le pays avant la fin de cette\n"
       "Année, selon un communiqué publié ce lundi matin à\n"
       "Paris.\n",
       "Le gouvernement français annonce que les troupes Barkhane quitteront le pays "
       "avant "
       "la fin de cette Année , selon un communiqué publié ce lundi matin à Paris .");
    fr("Un\r\n\r\nDeux\rTrois", "Un / Deux / Trois");
}

static void strange_texts(void **state)
{
    (void)state;
    fr("", "");
    fr(" \n\t\n ", "");
    fr("...", "...");
    fr("ГЕРМАНИЯ и 中国 😀👍🏽 ☺️!",
       "ГЕРМАНИЯ и 中国 😀 👍🏽 ☺️ !");
    fr("l'", "l'");
    fr("-t-il", "- t -il");
    fr("a\u200Bb \u0301x", "a b \u0301x");
}

/* Every token's range must give back the form, for any text. */
static void check_ranges(const struct ent_document *document)
{
    uint32_t last = 0;
    for (uint32_t i = 0; i < document->sentence_count; i++) {
        const struct ent_sentence *s = &document->sentences[i];
        uint32_t m = 0;
        assert_true(s->span.start >= last);
        for (int32_t w = 1; w <= (int32_t)s->word_count; w++) {
            struct ent_str form = s->words[w].form;
            struct ent_span span = s->words[w].span;
            if (m < s->multiword_count && w == s->multiwords[m].first) {
                form = s->multiwords[m].form;
                w = s->multiwords[m++].last;
            }
            assert_true(span.start >= last && span.end > span.start);
            last = span.end;
            size_t from = 0, to;
            for (uint32_t k = 0; k < span.start; k++)
                ent_utf8_next(document->text, &from);
            to = from;
            for (uint32_t k = span.start; k < span.end; k++)
                ent_utf8_next(document->text, &to);
            assert_true(ent_str_eq(form, ent_str_sub(document->text, from, to)));
        }
        assert_int_equal(s->span.end, last);
    }
}

static void ranges_are_exact(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "« L’été », a-t-il dit à l’ambassadeur du Mali.\n\nFin d'année : 10\u00A0000 € !",
        "\xFF\xFE caf\xC3 \xE2\x82 d'\xF0\x9F\x98 aux\x01"
        "des",
        "don't — can't I'm U.S.'s",
        "x''''''''''y----------z........ @@@@ #### http:// www. a@ @b a@b@c",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (int lang = 0; lang < 2; lang++) {
            struct ent_document *document =
                tokenize(lang ? "fr" : "en", ent_str_of(texts[i]));
            check_ranges(document);
            ent_document_free(document);
        }
}

static void what_is_written_is_read_back(void **state)
{
    (void)state;
    struct ent_document *document = tokenize(
        "fr", ENT_STR("Un titre\n\nIl va au bois. Des amis du roi le suivent.\n"));
    struct ent_buf first, second;
    ent_buf_init(&first);
    ent_buf_init(&second);
    ent_conllu_write(document, &first);
    FILE *file = tmpfile();
    fwrite(first.data, 1, first.size, file);
    rewind(file);
    struct ent_conllu_reader *reader = ent_conllu_reader_new(file, "test");
    struct ent_document *copy = ent_document_new();
    assert_int_equal(ent_conllu_read(reader, copy, NULL), ENT_OK);
    assert_int_equal(copy->sentence_count, 3);
    assert_int_equal(copy->sentences[2].paragraph, document->sentences[2].paragraph);
    for (uint32_t i = 0; i < 3; i++)
        assert_int_equal(copy->sentences[i].words[2].span.start,
                         document->sentences[i].words[2].span.start);
    ent_conllu_write(copy, &second);
    assert_string_equal(second.data, first.data);
    ent_document_free(document);
    ent_document_free(copy);
    ent_conllu_reader_free(reader);
    fclose(file);
    ent_buf_clear(&first);
    ent_buf_clear(&second);
}

/* Repeated pieces that tempt a scanner to look ahead again and again. A quadratic scanner
 * would need minutes for these. */
static void long_texts_are_linear(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "a",    "A.",      "a-",   "l'",    "(",         "\"",   "a.b",  "a@",
        "1 ",   "http://", ".",    "-t-il", "e\xCC\x81", "x\n",  "Mr. ", "a. ",
        "www.", "#",       "\n\n", " ",     "1,",        "d'A.-"};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        struct ent_buf buf;
        ent_buf_init(&buf);
        while (buf.size < 100000)
            ent_buf_text(&buf, pieces[i]);
        for (int lang = 0; lang < 2; lang++)
            ent_document_free(tokenize(lang ? "fr" : "en", ent_buf_view(&buf)));
        ent_buf_clear(&buf);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(elisions),
        cmocka_unit_test(clitics),
        cmocka_unit_test(multiwords),
        cmocka_unit_test(numbers),
        cmocka_unit_test(hyphens_in_english),
        cmocka_unit_test(addresses),
        cmocka_unit_test(abbreviations),
        cmocka_unit_test(sentences),
        cmocka_unit_test(lines),
        cmocka_unit_test(strange_texts),
        cmocka_unit_test(ranges_are_exact),
        cmocka_unit_test(what_is_written_is_read_back),
        cmocka_unit_test(long_texts_are_linear),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
