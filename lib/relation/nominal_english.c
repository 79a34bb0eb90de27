/* nominal_english.c: arguments of English nouns that the tree hides. */
#include "relation/clause.h"

/* "A loan to Turkey from Kenya": hung on the name between. */
void ent_args_beyond_name(const struct ent_view *view, int32_t name,
                          struct ent_args *args)
{
    const struct ent_language *language = view->language;
    if (view->nodes[name].upos != ENT_PROPN)
        return;
    for (int32_t c = view->nodes[name].child; c; c = view->nodes[c].next)
        if (c > name && view->nodes[c].rel == ENT_REL_NMOD && view->nodes[c].mention &&
            (view->nodes[c].prep == language->from ||
             view->nodes[c].prep == language->par))
            ent_args_add(args, ENT_SLOT_PREP, view->nodes[c].prep, c, 0.75F);
}

/* "its demand that US ease sanctions": the actor right behind "that", whatever the parser
 * made of the clause. */
void ent_args_that_clause(const struct ent_view *view, int32_t noun,
                          struct ent_args *args)
{
    int32_t w = noun + 2;
    if (w > view->count || !ent_str_is(ent_view_word(view, noun + 1)->form, "that"))
        return;
    while (w < view->count &&
           (view->nodes[w].upos == ENT_DET || view->nodes[w].upos == ENT_ADJ) &&
           !view->nodes[w].mention)
        w++;
    if (view->nodes[w].mention)
        ent_args_add(args, ENT_SLOT_CLAUSE, ENT_WORD_NONE, w, 0.75F);
    else if (view->nodes[w].cover)
        ent_args_add(args, ENT_SLOT_CLAUSE, ENT_WORD_NONE,
                     view->mentions->mentions[view->nodes[w].cover - 1].head, 0.75F);
}
