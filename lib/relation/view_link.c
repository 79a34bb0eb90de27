/* view_link.c: the tree of a view from the words' heads, again after every repair. */
#include "relation/view.h"

/* A repair that went wrong must not make later walks endless: of every cycle one word hangs on
 * the root. `child` marks the walk that a word was seen in. */
static void break_cycles(struct ent_view *view)
{
    for (int32_t w = 1; w <= view->count; w++) {
        int32_t at = w;
        while (at && !view->nodes[at].child) {
            int32_t up = view->nodes[at].head;
            view->nodes[at].child = w;
            if (up && view->nodes[up].child == w)
                view->nodes[at].head = up = 0;
            at = up;
        }
    }
}

void ent_view_link(struct ent_view *view)
{
    for (int32_t w = 0; w <= view->count; w++)
        view->nodes[w].child = view->nodes[w].next = 0;
    break_cycles(view);
    for (int32_t w = 0; w <= view->count; w++)
        view->nodes[w].child = 0;
    for (int32_t w = view->count; w >= 1; w--) {
        struct ent_node *head = &view->nodes[view->nodes[w].head];
        view->nodes[w].next = head->child;
        head->child = w;
    }
}
