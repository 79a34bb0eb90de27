/* bench_graphml: our GraphML reader and writer against igraph's, on one network.
 *
 * usage: bench_graphml [ARCS]
 * Ten attributes on every arc, as ent-graph writes them: four numbers, two dates, two
 * words, a sentence, a count. Both programs read the same file; both write what they
 * read. */
#include "network/compat.h"

#include <entente/graphml.h>
#include <entente/random.h>

#include <stdlib.h>
#include <time.h>

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void add_vertices(struct ent_network *network, uint32_t count)
{
    struct ent_column *name =
        ent_table_column(network, &network->vertices, "name", ENT_TYPE_STRING);
    for (uint32_t i = 0; i < count; i++) {
        char text[32];
        snprintf(text, sizeof text, "actor %u", (unsigned)i);
        ent_network_add_vertex(network);
        ent_column_set(network, name, i, ent_str_of(text));
    }
}

static void add_arcs(struct ent_network *network, uint32_t arcs,
                     struct ent_random *random)
{
    static const char *const numbers[] = {"weight", "tone", "confidence"};
    static const char *const counts[] = {"sign", "documents"};
    static const char *const words[] = {"relation", "label", "first", "last"};
    static const char *const texts[] = {"accuses", "supports", "meets", "attacks"};
    uint32_t vertices = network->vertices.row_count;
    for (uint32_t i = 0; i < arcs; i++)
        ent_network_add_arc(network, (uint32_t)ent_random_below(random, vertices),
                            (uint32_t)ent_random_below(random, vertices));
    for (int c = 0; c < 3; c++) {
        struct ent_column *column =
            ent_table_column(network, &network->edges, numbers[c], ENT_TYPE_DOUBLE);
        for (uint32_t i = 0; i < arcs; i++)
            column->doubles[i] = c == 0   ? 1 + (double)ent_random_below(random, 20)
                                 : c == 1 ? ent_random_unit(random) * 2 - 1
                                          : (double)ent_random_below(random, 100) / 100;
    }
    for (int c = 0; c < 2; c++) {
        struct ent_column *column =
            ent_table_column(network, &network->edges, counts[c], ENT_TYPE_INT);
        for (uint32_t i = 0; i < arcs; i++)
            column->ints[i] = (int64_t)ent_random_below(random, 9);
    }
    for (int c = 0; c < 4; c++) {
        struct ent_column *column =
            ent_table_column(network, &network->edges, words[c], ENT_TYPE_STRING);
        for (uint32_t i = 0; i < arcs; i++) {
            char text[40];
            uint64_t k = ent_random_next(random);
            snprintf(text, sizeof text, "20%02u-%02u-%02u", (unsigned)(k % 25),
                     (unsigned)(k / 25 % 12 + 1), (unsigned)(k / 400 % 28 + 1));
            ent_column_set(network, column, i, ent_str_of(c < 2 ? texts[k % 4] : text));
        }
    }
    struct ent_column *column =
        ent_table_column(network, &network->edges, "evidence", ENT_TYPE_STRING);
    for (uint32_t i = 0; i < arcs; i++) {
        char text[120];
        snprintf(text, sizeof text,
                 "Le pays n° %u a accusé le pays n° %u d'ingérence & co.",
                 (unsigned)network->arcs[i].from, (unsigned)network->arcs[i].to);
        ent_column_set(network, column, i, ent_str_of(text));
    }
}

static double time_ours(FILE *file, FILE *copy, double *writing)
{
    struct ent_network network;
    struct ent_error error;
    double start = now();
    if (ent_graphml_read(&network, file, &error) != ENT_OK) {
        fprintf(stderr, "bench_graphml: line %zu: %s\n", error.line, error.text);
        exit(1);
    }
    double reading = now() - start;
    start = now();
    ent_graphml_write(&network, 0, copy, NULL);
    fflush(copy);
    *writing = now() - start;
    ent_network_clear(&network);
    return reading;
}

static double time_igraph(FILE *file, FILE *copy, double *writing)
{
    igraph_t graph;
    igraph_set_attribute_table(&igraph_cattribute_table);
    double start = now();
    if (igraph_read_graph_graphml(&graph, file, 0) != IGRAPH_SUCCESS)
        exit(1);
    double reading = now() - start;
    start = now();
    igraph_write_graph_graphml(&graph, copy, 1);
    fflush(copy);
    *writing = now() - start;
    igraph_destroy(&graph);
    return reading;
}

int main(int argc, char **argv)
{
    uint32_t arcs = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 1000000;
    struct ent_network network;
    struct ent_random random;
    ent_compat_begin();
    ent_random_init(&random, 1);
    ent_network_init(&network, true);
    add_vertices(&network, arcs / 5 + 1);
    add_arcs(&network, arcs, &random);
    FILE *file = tmpfile(), *copy = tmpfile();
    if (!file || !copy || ent_graphml_write(&network, 0, file, NULL) != ENT_OK)
        return 1;
    ent_network_clear(&network);
    fflush(file);
    double megabytes = (double)ftell(file) / 1e6, ours_write, theirs_write;
    rewind(file);
    double ours_read = time_ours(file, copy, &ours_write);
    rewind(file);
    rewind(copy);
    double theirs_read = time_igraph(file, copy, &theirs_write);
    printf("%u arcs, 10 attributes, %.0f MB; processor time\n", (unsigned)arcs,
           megabytes);
    printf("read   entente %6.2f s   igraph %6.2f s   ratio %.1f\n", ours_read,
           theirs_read, theirs_read / ours_read);
    printf("write  entente %6.2f s   igraph %6.2f s   ratio %.1f\n", ours_write,
           theirs_write, theirs_write / ours_write);
    return 0;
}
