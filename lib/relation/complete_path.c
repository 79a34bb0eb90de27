/* complete_path.c: the way from one word of a tree to another. */
#include "relation/complete.h"

enum { STEPS = 4, DEPTH = 40 };

/* Names in pieces and enumerations are one place in the tree. */
static bool is_silent(const struct ent_view *view, int32_t w)
{
    return view->nodes[w].rel == ENT_REL_FLAT;
}

static int ancestors(const struct ent_view *view, int32_t w, int32_t *list)
{
    int count = 0;
    for (; w > 0 && count < DEPTH; w = view->nodes[w].head)
        list[count++] = w;
    return count;
}

static size_t put(char *text, size_t size, struct ent_str part)
{
    if (size + part.size >= ENT_PATH_TEXT)
        return size;
    memcpy(text + size, part.data, part.size);
    return size + part.size;
}

struct ent_str ent_path_between(const struct ent_view *view, int32_t from, int32_t to,
                                char text[ENT_PATH_TEXT])
{
    int32_t up[DEPTH], down[DEPTH];
    int ups = ancestors(view, from, up), downs = ancestors(view, to, down), steps = 0;
    size_t size = 0;
    while (ups > 0 && downs > 0 && up[ups - 1] == down[downs - 1])
        ups--, downs--;
    for (int i = 0; i < ups; i++) {
        if (is_silent(view, up[i]))
            continue;
        size = put(text, size, ENT_STR("<"));
        size = put(text, size,
                   ent_str_of(ent_deprel_name((enum ent_deprel)view->nodes[up[i]].rel)));
        steps++;
    }
    for (int i = downs; i-- > 0;) {
        const struct ent_node *node = &view->nodes[down[i]];
        if (is_silent(view, down[i]))
            continue;
        size = put(text, size, ENT_STR(">"));
        size = put(text, size, ent_str_of(ent_deprel_name((enum ent_deprel)node->rel)));
        steps++;
    }
    if (steps > STEPS)
        return ENT_STR("far");
    return size ? (struct ent_str){text, size} : ENT_STR("itself");
}
