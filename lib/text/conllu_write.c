/* conllu_write.c: sentences as CoNLL-U. */
#include <entente/conllu.h>

/* A column with its separator; what was never filled in is "_". */
static void put_column(struct ent_buf *buf, struct ent_str text, char separator)
{
    if (text.size == 0)
        text = ENT_STR("_");
    ent_buf_str(buf, text);
    ent_buf_char(buf, separator);
}

static void put_word(struct ent_buf *buf, const struct ent_word *word, int32_t id)
{
    ent_buf_int(buf, id);
    ent_buf_char(buf, '\t');
    put_column(buf, word->form, '\t');
    put_column(buf, word->lemma, '\t');
    put_column(buf, word->upos_text, '\t');
    put_column(buf, word->xpos, '\t');
    put_column(buf, word->feats, '\t');
    if (word->head < 0)
        ent_buf_char(buf, '_');
    else
        ent_buf_int(buf, word->head);
    ent_buf_char(buf, '\t');
    put_column(buf, word->deprel, '\t');
    put_column(buf, word->deps, '\t');
    put_column(buf, word->misc, '\n');
}

static void put_multiword(struct ent_buf *buf, const struct ent_multiword *multiword)
{
    struct ent_str columns = multiword->columns;
    ent_buf_int(buf, multiword->first);
    ent_buf_char(buf, '-');
    ent_buf_int(buf, multiword->last);
    ent_buf_char(buf, '\t');
    put_column(buf, multiword->form, '\t');
    ent_buf_str(buf, columns.size ? columns : ENT_STR("_\t_\t_\t_\t_\t_\t_"));
    ent_buf_char(buf, '\t');
    put_column(buf, multiword->misc, '\n');
}

void ent_conllu_write_sentence(const struct ent_sentence *sentence, struct ent_buf *buf)
{
    uint32_t m = 0, e = 0;
    for (uint32_t i = 0; i < sentence->comment_count; i++) {
        ent_buf_str(buf, sentence->comments[i]);
        ent_buf_char(buf, '\n');
    }
    for (int32_t i = 0; i <= (int32_t)sentence->word_count; i++) {
        if (m < sentence->multiword_count && sentence->multiwords[m].first == i)
            put_multiword(buf, &sentence->multiwords[m++]);
        if (i > 0)
            put_word(buf, &sentence->words[i], i);
        for (; e < sentence->extra_count && sentence->extras[e].after == i; e++) {
            ent_buf_str(buf, sentence->extras[e].line);
            ent_buf_char(buf, '\n');
        }
    }
    ent_buf_char(buf, '\n');
}

void ent_conllu_write(const struct ent_document *document, struct ent_buf *buf)
{
    for (uint32_t i = 0; i < document->sentence_count; i++)
        ent_conllu_write_sentence(&document->sentences[i], buf);
}
