/* codes.c: the closed vocabularies of Universal Dependencies as numbers and bits. */
#include <entente/document.h>

static const char *const upos_names[ENT_UPOS_COUNT] = {
    "_",   "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN",
    "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
};

static const char *const deprel_names[ENT_REL_COUNT] = {
    "_",      "acl",      "advcl", "advmod",    "amod",       "appos", "aux",
    "case",   "cc",       "ccomp", "clf",       "compound",   "conj",  "cop",
    "csubj",  "dep",      "det",   "discourse", "dislocated", "expl",  "fixed",
    "flat",   "goeswith", "iobj",  "list",      "mark",       "nmod",  "nsubj",
    "nummod", "obj",      "obl",   "orphan",    "parataxis",  "punct", "reparandum",
    "root",   "vocative", "xcomp",
};

/* Both tables are in ASCII order but for a few names, and short: a scan that compares the
 * first byte first is as quick as a hash. */
static unsigned find_name(const char *const *names, unsigned count, struct ent_str text)
{
    for (unsigned i = 1; i < count; i++)
        if (names[i][0] == text.data[0] && ent_str_is(text, names[i]))
            return i;
    return 0;
}

enum ent_upos ent_upos_of(struct ent_str text)
{
    if (text.size == 0)
        return ENT_UPOS_NONE;
    return (enum ent_upos)find_name(upos_names, ENT_UPOS_COUNT, text);
}

const char *ent_upos_name(enum ent_upos upos)
{
    return (unsigned)upos < ENT_UPOS_COUNT ? upos_names[upos] : upos_names[0];
}

enum ent_deprel ent_deprel_of(struct ent_str text)
{
    const char *colon = text.size ? memchr(text.data, ':', text.size) : NULL;
    if (colon)
        text.size = (size_t)(colon - text.data);
    if (text.size == 0)
        return ENT_REL_NONE;
    return (enum ent_deprel)find_name(deprel_names, ENT_REL_COUNT, text);
}

const char *ent_deprel_name(enum ent_deprel rel)
{
    return (unsigned)rel < ENT_REL_COUNT ? deprel_names[rel] : deprel_names[0];
}

struct bit {
    const char *pair; /* "Name=Value" */
    uint32_t bits;
};

static const struct bit morph_bits[] = {
    {"Definite=Def", ENT_DEF},
    {"Definite=Ind", ENT_INDEF},
    {"Gender=Fem", ENT_FEM},
    {"Gender=Masc", ENT_MASC},
    {"Mood=Cnd", ENT_CND},
    {"Mood=Imp", ENT_IMPER},
    {"Mood=Ind", ENT_IND},
    {"Mood=Sub", ENT_SUB},
    {"Number=Plur", ENT_PLUR},
    {"Number=Ptan", ENT_PLUR},
    {"Number=Sing", ENT_SING},
    {"Person=1", ENT_P1},
    {"Person=2", ENT_P2},
    {"Person=3", ENT_P3},
    {"Polarity=Neg", ENT_NEG},
    {"Poss=Yes", ENT_POSS},
    {"PronType=Dem", ENT_DEM},
    {"PronType=Int", ENT_INT_PRON},
    {"PronType=Neg", ENT_NEG},
    {"PronType=Prs", ENT_PRS},
    {"PronType=Rel", ENT_REL_PRON},
    {"PronType=Int,Rel", ENT_INT_PRON | ENT_REL_PRON},
    {"Reflex=Yes", ENT_REFLEX},
    {"Tense=Fut", ENT_FUT},
    {"Tense=Imp", ENT_IMPERF},
    {"Tense=Past", ENT_PAST},
    {"Tense=Pres", ENT_PRES},
    {"VerbForm=Fin", ENT_FIN},
    {"VerbForm=Ger", ENT_GER},
    {"VerbForm=Inf", ENT_INF},
    {"VerbForm=Part", ENT_PART_FORM},
    {"Voice=Pass", ENT_PASS},
};

/* Bits of one "Name=Value". */
static uint32_t bits_of_pair(struct ent_str pair)
{
    if (pair.size == 0)
        return 0;
    for (size_t i = 0; i < sizeof morph_bits / sizeof *morph_bits; i++)
        if (morph_bits[i].pair[0] == pair.data[0] && ent_str_is(pair, morph_bits[i].pair))
            return morph_bits[i].bits;
    return 0;
}

uint32_t ent_morph_of(struct ent_str feats)
{
    uint32_t bits = 0;
    size_t start = 0;
    while (start < feats.size) {
        const char *bar = memchr(feats.data + start, '|', feats.size - start);
        size_t end = bar ? (size_t)(bar - feats.data) : feats.size;
        bits |= bits_of_pair((struct ent_str){feats.data + start, end - start});
        start = end + 1;
    }
    return bits;
}

void ent_word_classify(struct ent_word *word)
{
    word->upos = ent_upos_of(word->upos_text);
    word->rel = ent_deprel_of(word->deprel);
    word->morph = ent_morph_of(word->feats);
}
