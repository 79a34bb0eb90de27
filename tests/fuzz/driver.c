/* driver.c: runs a fuzz target without libFuzzer: over every file of the given folders,
 * and over a number of damaged copies of each, the same ones every time.
 *
 * usage: fuzz_X COPIES FOLDER... */
#include <dirent.h>
#include <entente/lines.h>
#include <entente/random.h>
#include <stdio.h>
#include <stdlib.h>

#include "fuzz.h"

/* Change, delete, double or cut some bytes. */
static void damage(struct ent_buf *copy, struct ent_random *random)
{
    uint64_t times = 1 + ent_random_below(random, 8);
    for (uint64_t i = 0; i < times && copy->size > 0; i++) {
        size_t at = ent_random_below(random, copy->size);
        size_t rest = copy->size - at;
        switch (ent_random_below(random, 5)) {
        case 0:
            copy->data[at] = (char)ent_random_below(random, 256);
            break;
        case 1:
            memmove(copy->data + at, copy->data + at + 1, rest - 1);
            copy->size--;
            break;
        case 2:
            copy->size = at;
            break;
        case 3:
            copy->data[at] = "\n\t\"<&'-.{\0#="[ent_random_below(random, 12)];
            break;
        default: {
            size_t size = ent_random_below(random, rest < 64 ? rest : 64);
            char piece[64];
            memcpy(piece, copy->data + at, size);
            ent_buf_add(copy, piece, size);
        }
        }
    }
}

static void run(const char *path, long copies)
{
    struct ent_buf seed, copy;
    struct ent_random random;
    ent_buf_init(&seed);
    ent_buf_init(&copy);
    ent_random_init(&random, 1);
    if (ent_read_file(path, &seed, NULL) != ENT_OK)
        exit(2);
    LLVMFuzzerTestOneInput((const uint8_t *)seed.data, seed.size);
    for (long i = 0; i < copies; i++) {
        ent_buf_reset(&copy);
        ent_buf_str(&copy, ent_buf_view(&seed));
        damage(&copy, &random);
        LLVMFuzzerTestOneInput((const uint8_t *)copy.data, copy.size);
    }
    ent_buf_clear(&seed);
    ent_buf_clear(&copy);
}

int main(int argc, char **argv)
{
    size_t files = 0;
    if (argc < 3)
        return 2;
    for (int i = 2; i < argc; i++) {
        struct dirent *entry;
        DIR *folder = opendir(argv[i]);
        while (folder && (entry = readdir(folder))) {
            char path[4096];
            if (entry->d_name[0] == '.')
                continue;
            snprintf(path, sizeof path, "%s/%s", argv[i], entry->d_name);
            run(path, strtol(argv[1], NULL, 10));
            files++;
        }
        if (folder)
            closedir(folder);
    }
    printf("%zu seeds\n", files);
    return files ? 0 : 77;
}
