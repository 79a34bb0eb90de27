/* bench_rank: seconds for centralities on a large random signed network.
 *
 * usage: bench_rank [ARCS [VERTICES]] */
#include <entente/measure.h>
#include <entente/random.h>

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

int main(int argc, char **argv)
{
    uint32_t arcs = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 1000000;
    uint32_t vertices = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : arcs / 5 + 1;
    static const enum ent_measure measures[] = {ENT_DEGREE,   ENT_NET_IN,
                                                ENT_PN_IN,    ENT_SIGNED_EIGENVECTOR,
                                                ENT_PAGERANK, ENT_PAGERANK_NEGATIVE,
                                                ENT_TARGET,   ENT_EIGENVECTOR,
                                                ENT_CORENESS, ENT_CONSTRAINT};
    struct ent_network network;
    struct ent_random random;
    ent_random_init(&random, 1);
    ent_network_init(&network, true);
    for (uint32_t i = 0; i < vertices; i++)
        ent_network_add_vertex(&network);
    for (uint32_t i = 0; i < arcs; i++)
        ent_network_add_arc(&network, (uint32_t)ent_random_below(&random, vertices),
                            (uint32_t)ent_random_below(&random, vertices));
    struct ent_column *weight =
        ent_table_column(&network, &network.edges, "weight", ENT_TYPE_DOUBLE);
    for (uint32_t i = 0; i < arcs; i++)
        weight->doubles[i] = ent_random_below(&random, 3) ? 1 : -1;
    printf("%u arcs, %u vertices, seconds of processor time\n", (unsigned)arcs,
           (unsigned)vertices);
    for (size_t k = 0; k < sizeof measures / sizeof *measures; k++) {
        struct ent_error error = {ENT_OK, 0, ""};
        double start = now();
        enum ent_status status = ent_measure_network(
            &network, ENT_MEASURE_BIT(measures[k]), NULL, NULL, &error);
        printf("%-20s %6.2f%s%s\n", ent_measure_name(measures[k]), now() - start,
               status == ENT_OK ? "" : "  failed: ", status == ENT_OK ? "" : error.text);
    }
    ent_network_clear(&network);
    return 0;
}
