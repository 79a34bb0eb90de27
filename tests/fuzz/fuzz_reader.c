/* Any bytes as a file of any kind: documents must be valid UTF-8 and come back from their
 * records. */
#include <entente/text.h>
#include <entente/utf8.h>
#include <stdlib.h>
#include <unistd.h>

#include "fuzz.h"

static void check(const struct ent_document *document)
{
    struct ent_document *copy = ent_document_new();
    struct ent_buf record, again;
    ent_buf_init(&record);
    ent_buf_init(&again);
    ent_document_write(document, &record);
    if (!ent_utf8_valid(ent_buf_view(&record)) ||
        ent_document_read(ent_str_trim(ent_buf_view(&record)), copy, NULL) != ENT_OK)
        abort();
    ent_document_write(copy, &again);
    if (record.size != again.size || memcmp(record.data, again.data, record.size) != 0)
        abort();
    ent_buf_clear(&record);
    ent_buf_clear(&again);
    ent_document_free(copy);
}

static char path[] = "/tmp/entente-fuzz-XXXXXX";

static void remove_file(void)
{
    remove(path);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static int file = -1;
    if (file < 0) {
        file = mkstemp(path);
        atexit(remove_file);
    }
    if (file < 0 || ftruncate(file, 0) != 0 ||
        pwrite(file, data, size, 0) != (ssize_t)size)
        abort();
    for (int input = ENT_INPUT_AUTO; input <= ENT_INPUT_FEED; input++) {
        const char *paths[] = {path};
        struct ent_reader_options options = {.input = (enum ent_input)input};
        struct ent_reader *reader = ent_reader_new(paths, 1, &options);
        struct ent_document *document = ent_document_new();
        while (ent_reader_next(reader, document, NULL) == ENT_OK)
            check(document);
        ent_document_free(document);
        ent_reader_free(reader);
    }
    return 0;
}
