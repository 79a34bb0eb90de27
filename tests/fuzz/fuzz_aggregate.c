/* fuzz_aggregate: lines of relations and aggregates; what was merged merges to the same
 * lines again, and a network can be made of it. */
#include <entente/aggregate.h>

#include <stdlib.h>

#include "fuzz.h"

static void add_lines(struct ent_aggregate *aggregate, struct ent_str rest)
{
    struct ent_str line;
    while (ent_str_split(&rest, '\n', &line)) {
        struct ent_error error = {ENT_OK, 0, ""};
        if (ent_aggregate_read(aggregate, line, &error) != ENT_OK && !error.text[0])
            abort();
    }
}

static void print(struct ent_aggregate *aggregate, struct ent_buf *buf)
{
    if (ent_aggregate_finish(aggregate, NULL) != ENT_OK)
        abort();
    for (uint32_t i = 0; i < ent_aggregate_ties(aggregate); i++)
        ent_aggregate_write(aggregate, i, buf);
}

static void build(const struct ent_aggregate *aggregate)
{
    struct ent_weights weights = {.status = {1, 1, 1, 0, 0}};
    struct ent_build options = {.weights = &weights, .half_life = 10};
    struct ent_network network;
    if (ent_network_build(&network, aggregate, &options, NULL) != ENT_OK)
        abort();
    ent_network_clear(&network);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct ent_aggregate *one = ent_aggregate_new(), *two = ent_aggregate_new();
    struct ent_buf first, second;
    ent_buf_init(&first);
    ent_buf_init(&second);
    add_lines(one, (struct ent_str){(const char *)data, size});
    print(one, &first);
    add_lines(two, ent_buf_view(&first));
    print(two, &second);
    if (!ent_str_eq(ent_buf_view(&first), ent_buf_view(&second)))
        abort();
    build(one);
    ent_buf_clear(&first);
    ent_buf_clear(&second);
    ent_aggregate_free(one);
    ent_aggregate_free(two);
    return 0;
}
