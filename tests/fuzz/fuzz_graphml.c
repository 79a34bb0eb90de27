/* fuzz_graphml: what reads as a network writes and reads back to the same bytes. */
#include <entente/graphml.h>

#include <stdio.h>
#include <stdlib.h>

#include "fuzz.h"

/* Write the network; the caller frees the text. */
static char *written(const struct ent_network *network, size_t *size)
{
    char *text = NULL;
    FILE *file = open_memstream(&text, size);
    if (!file || ent_graphml_write(network, ENT_GRAPHML_PROVENANCE, file, NULL) != ENT_OK)
        abort();
    fclose(file);
    return text;
}

static bool read_bytes(struct ent_network *network, const void *data, size_t size)
{
    struct ent_error error = {ENT_OK, 0, ""};
    char empty[1] = {0};
    FILE *file = fmemopen(size ? (void *)(uintptr_t)data : empty, size ? size : 1, "rb");
    if (!file)
        abort();
    enum ent_status status = ent_graphml_read(network, file, &error);
    if (status != ENT_OK && error.text[0] == '\0')
        abort(); /* every refusal has a reason */
    fclose(file);
    return status == ENT_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct ent_network network, back;
    if (read_bytes(&network, data, size)) {
        size_t once_size, twice_size;
        char *once = written(&network, &once_size);
        if (!read_bytes(&back, once, once_size))
            abort();
        char *twice = written(&back, &twice_size);
        if (once_size != twice_size || memcmp(once, twice, once_size) != 0)
            abort();
        free(once);
        free(twice);
        ent_network_clear(&back);
    }
    ent_network_clear(&network);
    return 0;
}
