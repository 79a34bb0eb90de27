/* duplicates.c: near-duplicate documents by min-wise hashing.
 *
 * A. Broder, "On the resemblance and containment of documents", SEQUENCES 1997: of every
 * document the least values of 64 hash functions over its runs of three words are kept;
 * two documents agree in as large a part of these as their runs are shared. Documents
 * that agree in one of 16 bands of four values are compared (P. Indyk & R. Motwani, STOC
 * 1998). */
#include <entente/text.h>
#include <entente/utf8.h>
#include <stdlib.h>

enum {
    REMEMBERED = 65536, /* documents, in a ring */
    HASHES = 64,
    BANDS = 16,
    ROWS = HASHES / BANDS,
    BUCKETS = 65536,
    AGREE_MIN = 48, /* equal values of near-duplicates: three quarters */
    WORDS_MIN = 20,
    RUN = 3,         /* words per shingle */
    CHAIN_MAX = 256, /* documents compared per band at most */
};

struct sketch {
    uint32_t least[HASHES];
};

struct ent_duplicates {
    struct sketch sketches[REMEMBERED];
    uint64_t count; /* documents remembered in all */
    uint64_t heads[BANDS]
                  [BUCKETS]; /* number + 1 of the newest with this band, 0 = none */
    uint64_t nexts[BANDS][REMEMBERED]; /* number + 1 of the next older one */
};

struct ent_duplicates *ent_duplicates_new(void)
{
    return calloc(1, sizeof(struct ent_duplicates));
}

void ent_duplicates_free(struct ent_duplicates *duplicates)
{
    free(duplicates);
}

static uint64_t mix(uint64_t x)
{
    x ^= x >> 30;
    x *= 0xBF58476D1CE4E5B9u;
    x ^= x >> 27;
    x *= 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

/* The next word's hash, from its letters and digits in lower case; 0 at the end. */
static uint64_t next_word(struct ent_str text, size_t *pos)
{
    uint64_t hash = 0;
    while (*pos < text.size) {
        uint32_t code = ent_utf8_next(text, pos);
        enum ent_class class = ent_utf8_class(code);
        if (class >= ENT_CLASS_UPPER && class <= ENT_CLASS_MARK)
            hash = mix(hash + ent_utf8_lower(code) + 1);
        else if (hash != 0)
            break;
    }
    return hash;
}

/* Lower the least values by one shingle. */
static void add_shingle(struct sketch *sketch, uint64_t shingle)
{
    for (uint64_t i = 0; i < HASHES; i++) {
        uint32_t value = (uint32_t)(mix(shingle + i * 0x9E3779B97F4A7C15u) >> 32);
        if (value < sketch->least[i])
            sketch->least[i] = value;
    }
}

/* Short texts have one shingle, the whole. */
static void draw(struct ent_str text, struct sketch *sketch)
{
    uint64_t run[RUN] = {0}, whole = 0, word;
    size_t pos = 0, words;
    memset(sketch->least, 0xFF, sizeof sketch->least);
    for (words = 0; (word = next_word(text, &pos)) != 0; words++) {
        uint64_t shingle = 0;
        run[words % RUN] = word;
        whole = mix(whole + word);
        for (size_t k = 0; k < RUN; k++)
            shingle = mix(shingle + run[(words + 1 + k) % RUN]);
        if (words + 1 >= RUN)
            add_shingle(sketch, shingle);
    }
    if (words < WORDS_MIN) {
        memset(sketch->least, 0xFF, sizeof sketch->least);
        add_shingle(sketch, whole);
    }
}

static size_t bucket_of(const struct sketch *sketch, int band)
{
    uint64_t hash = (uint64_t)band;
    for (int row = 0; row < ROWS; row++)
        hash = mix(hash + sketch->least[band * ROWS + row]);
    return (size_t)(hash % BUCKETS);
}

static bool agree(const struct sketch *a, const struct sketch *b)
{
    int equal = 0;
    for (int i = 0; i < HASHES; i++)
        equal += a->least[i] == b->least[i];
    return equal >= AGREE_MIN;
}

static bool find(const struct ent_duplicates *duplicates, const struct sketch *sketch)
{
    uint64_t oldest = duplicates->count > REMEMBERED ? duplicates->count - REMEMBERED : 0;
    for (int band = 0; band < BANDS; band++) {
        uint64_t number = duplicates->heads[band][bucket_of(sketch, band)];
        for (int i = 0; i < CHAIN_MAX && number > oldest; i++) {
            size_t slot = (size_t)((number - 1) % REMEMBERED);
            if (agree(&duplicates->sketches[slot], sketch))
                return true;
            number = duplicates->nexts[band][slot];
        }
    }
    return false;
}

bool ent_duplicates_seen(struct ent_duplicates *duplicates, struct ent_str text)
{
    struct sketch sketch;
    draw(text, &sketch);
    if (find(duplicates, &sketch))
        return true;
    size_t slot = (size_t)(duplicates->count++ % REMEMBERED);
    duplicates->sketches[slot] = sketch;
    for (int band = 0; band < BANDS; band++) {
        uint64_t *head = &duplicates->heads[band][bucket_of(&sketch, band)];
        duplicates->nexts[band][slot] = *head;
        *head = duplicates->count;
    }
    return false;
}
