/* bench_and_model: the frustration index by the AND model (Aref, Mason & Wilson 2018; the one
 * that R's signnet uses) on GLPK's branch and cut, for comparison with ent-camps -k 2.
 *
 * usage: bench_and_model FILE.tsv SECONDS    ("u<TAB>v<TAB>sign" lines)
 * Prints cost, "proven" or "open", and seconds of CPU time. */
#include <entente/map.h>
#include <entente/str.h>

#include <glpk.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

struct pair {
    int u, v, sign;
};

static struct pair *read_pairs(FILE *file, int *count, int *vertices)
{
    struct ent_map map;
    struct pair *pairs = NULL;
    char u[128], v[128];
    int sign, size = 0;
    ent_map_init(&map);
    while (fscanf(file, "%127s %127s %d", u, v, &sign) == 3) {
        pairs = realloc(pairs, ((size_t)size + 1) * sizeof *pairs);
        if (!pairs)
            exit(1);
        int a = (int)ent_map_add(&map, ent_str_of(u), NULL);
        int b = (int)ent_map_add(&map, ent_str_of(v), NULL);
        pairs[size++] = (struct pair){a, b, sign};
    }
    *count = size;
    *vertices = (int)map.size;
    ent_map_clear(&map);
    return pairs;
}

/* Columns 1 .. n are sides, n + e whether both ends of edge e are on side 1. */
static glp_prob *build(const struct pair *pairs, int count, int vertices)
{
    glp_prob *lp = glp_create_prob();
    glp_add_cols(lp, vertices + count);
    for (int c = 1; c <= vertices + count; c++)
        glp_set_col_kind(lp, c, GLP_BV);
    double constant = 0;
    for (int e = 0; e < count; e++) {
        int u = pairs[e].u + 1, v = pairs[e].v + 1, both = vertices + e + 1;
        double sign = pairs[e].sign;
        constant += sign < 0;
        glp_set_obj_coef(lp, u, glp_get_obj_coef(lp, u) + sign);
        glp_set_obj_coef(lp, v, glp_get_obj_coef(lp, v) + sign);
        glp_set_obj_coef(lp, both, -2 * sign);
        for (int k = 0; k < (sign > 0 ? 2 : 1); k++) {
            int row = glp_add_rows(lp, 1);
            int index[4] = {0, both, sign > 0 && k ? v : u, v};
            double value[4] = {0, 1, -1, -1};
            glp_set_mat_row(lp, row, sign > 0 ? 2 : 3, index, value);
            if (sign > 0)
                glp_set_row_bnds(lp, row, GLP_UP, 0, 0);
            else
                glp_set_row_bnds(lp, row, GLP_LO, -1, 0);
        }
    }
    glp_set_obj_coef(lp, 0, constant);
    return lp;
}

int main(int argc, char **argv)
{
    FILE *file = argc == 3 ? fopen(argv[1], "r") : NULL;
    if (!file) {
        fprintf(stderr, "usage: bench_and_model FILE.tsv SECONDS\n");
        return 2;
    }
    int count, vertices;
    struct pair *pairs = read_pairs(file, &count, &vertices);
    fclose(file);
    clock_t begin = clock();
    glp_term_out(GLP_OFF);
    glp_prob *lp = build(pairs, count, vertices);
    glp_iocp control;
    glp_init_iocp(&control);
    control.presolve = GLP_ON;
    control.gmi_cuts = control.mir_cuts = control.clq_cuts = GLP_ON;
    control.tm_lim = atoi(argv[2]) * 1000;
    int status = glp_intopt(lp, &control);
    bool solved = status == 0 && glp_mip_status(lp) == GLP_OPT;
    bool found = solved || glp_mip_status(lp) == GLP_FEAS;
    printf("%.0f\t%s\t%.2f\n", found ? glp_mip_obj_val(lp) : NAN, solved ? "proven" : "open",
           (double)(clock() - begin) / CLOCKS_PER_SEC);
    glp_delete_prob(lp);
    free(pairs);
    return 0;
}
