/* duplicates.c: near-duplicate documents by simhash.
 *
 * M. Charikar, "Similarity estimation techniques from rounding algorithms", STOC 2002; the
 * bands follow G. Manku, A. Jain & A. Das Sarma, "Detecting near-duplicates for web
 * crawling", WWW 2007: fingerprints that differ in at most three bits agree in one of four
 * bands of 16 bits, so that only few need comparing. */
#include <entente/text.h>
#include <entente/utf8.h>
#include <stdlib.h>

enum {
    REMEMBERED = 65536, /* documents, in a ring */
    BANDS = 4,
    BUCKETS = 65536,
    DISTANCE = 3,  /* bits in which the same text may differ */
    WORDS_MIN = 20,
    RUN = 4,       /* words per shingle */
    CHAIN_MAX = 4096, /* candidates compared per band at most */
};

struct ent_duplicates {
    uint64_t prints[REMEMBERED];
    uint64_t count;                    /* documents remembered in all */
    uint64_t heads[BANDS][BUCKETS];    /* number + 1 of the newest with this band, 0 = none */
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

static void vote(int *votes, uint64_t hash)
{
    for (int bit = 0; bit < 64; bit++)
        votes[bit] += (hash >> bit) & 1 ? 1 : -1;
}

/* `*words` gets their number. Short texts get a hash of the whole. */
static uint64_t fingerprint(struct ent_str text, size_t *words)
{
    int votes[64] = {0};
    uint64_t run[RUN] = {0}, whole = 0, word, print = 0;
    size_t pos = 0;
    for (*words = 0; (word = next_word(text, &pos)) != 0; ++*words) {
        uint64_t shingle = 0;
        run[*words % RUN] = word;
        whole = mix(whole + word);
        for (size_t k = 0; k < RUN; k++)
            shingle = mix(shingle + run[(*words + 1 + k) % RUN]);
        if (*words + 1 >= RUN)
            vote(votes, shingle);
    }
    if (*words < WORDS_MIN)
        return whole;
    for (int bit = 0; bit < 64; bit++)
        print |= (uint64_t)(votes[bit] > 0) << bit;
    return print;
}

static int bits_in(uint64_t x)
{
    int count = 0;
    for (; x; x &= x - 1)
        count++;
    return count;
}

static bool find(const struct ent_duplicates *duplicates, uint64_t print, int distance)
{
    uint64_t oldest = duplicates->count > REMEMBERED ? duplicates->count - REMEMBERED : 0;
    for (int band = 0; band < BANDS; band++) {
        uint64_t number = duplicates->heads[band][(print >> (16 * band)) & 0xFFFF];
        for (int i = 0; i < CHAIN_MAX && number > oldest; i++) {
            size_t slot = (size_t)((number - 1) % REMEMBERED);
            if (bits_in(duplicates->prints[slot] ^ print) <= distance)
                return true;
            number = duplicates->nexts[band][slot];
        }
    }
    return false;
}

bool ent_duplicates_seen(struct ent_duplicates *duplicates, struct ent_str text)
{
    size_t words;
    uint64_t print = fingerprint(text, &words);
    if (find(duplicates, print, words < WORDS_MIN ? 0 : DISTANCE))
        return true;
    size_t slot = (size_t)(duplicates->count++ % REMEMBERED);
    duplicates->prints[slot] = print;
    for (int band = 0; band < BANDS; band++) {
        uint64_t *head = &duplicates->heads[band][(print >> (16 * band)) & 0xFFFF];
        duplicates->nexts[band][slot] = *head;
        *head = duplicates->count;
    }
    return false;
}
