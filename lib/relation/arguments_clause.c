/* arguments_clause.c: what the clauses below a trigger tell of its roles: the complement
 * clause of a verb of speech or command, infinitives of purpose. */
#include "relation/clause.h"

/* The dative, the object and who is "in B" of the clause that the trigger governs. */
static void add_inner(const struct ent_view *view, int32_t clause, float quality,
                      struct ent_args *args)
{
    for (int32_t c = view->nodes[clause].child; c; c = view->nodes[c].next) {
        enum ent_deprel rel = (enum ent_deprel)view->nodes[c].rel;
        bool dative = rel == ENT_REL_IOBJ ||
                      (rel == ENT_REL_OBL && view->nodes[c].prep == view->language->to);
        if (dative || rel == ENT_REL_OBJ)
            ent_args_add(args, ENT_SLOT_INNER, ENT_WORD_NONE, ent_antecedent(view, c),
                         quality * (dative ? 0.9F : 0.8F));
    }
}

void ent_args_add_purpose(const struct ent_view *view, int32_t word,
                          struct ent_args *args)
{
    for (int32_t c = view->nodes[word].child; c; c = view->nodes[c].next) {
        int32_t mark = ent_view_child(view, c, ENT_REL_MARK);
        bool fronted =
            c == 2 && view->nodes[c].rel == ENT_REL_ADVCL; /* "To punish B, A" */
        if ((c > word || fronted) && mark && view->nodes[c].upos == ENT_VERB &&
            (view->nodes[c].rel == ENT_REL_ADVCL || view->nodes[c].rel == ENT_REL_ACL) &&
            view->nodes[mark].lemma == view->language->to) {
            ent_args_add(args, ENT_SLOT_PURPOSE, ENT_WORD_NONE, c, 1.0F);
            add_inner(view, c, 0.85F, args);
        }
    }
}

/* "told the Guardian that A had": a statement with a subject of its own, no order. */
static bool tells_statement(const struct ent_view *view, int32_t clause, int32_t subject)
{
    int32_t verb = view->nodes[clause].head;
    int32_t hearer = ent_view_child(view, verb, ENT_REL_OBJ);
    if (!hearer)
        hearer = ent_view_child(view, verb, ENT_REL_IOBJ);
    return !view->french && subject && hearer && view->nodes[hearer].mention &&
           view->nodes[clause].rel == ENT_REL_CCOMP;
}

/* "a répondu à A qu'il ne paierait pas": what the speaker himself will or would do. */
static bool is_own_future(const struct ent_view *view, int32_t clause, int32_t subject)
{
    int32_t aux = ent_view_child(view, clause, ENT_REL_AUX);
    bool future =
        ent_view_has(view, clause, ENT_FUT) || ent_view_has(view, clause, ENT_CND) ||
        (aux && (ent_view_has(view, aux, ENT_FUT) || ent_view_has(view, aux, ENT_CND)));
    return future && subject && view->nodes[subject].upos == ENT_PRON &&
           !ent_view_has(view, subject, ENT_REL_PRON);
}

void ent_args_add_clause(const struct ent_view *view, int32_t clause,
                         struct ent_args *args)
{
    int32_t subject = ent_view_child(view, clause, ENT_REL_NSUBJ);
    if (!tells_statement(view, clause, subject))
        ent_args_add(args, ENT_SLOT_XCOMP, ENT_WORD_NONE, clause, 1.0F);
    if (subject)
        ent_args_add(args, ENT_SLOT_CLAUSE, ENT_WORD_NONE, ent_antecedent(view, subject),
                     0.9F);
    for (int32_t c = view->nodes[clause].child; c; c = view->nodes[c].next)
        if (view->nodes[c].rel == ENT_REL_AUX ||
            (view->french && view->nodes[c].rel == ENT_REL_ADVMOD &&
             is_own_future(view, clause, subject)))
            ent_args_add(args, ENT_SLOT_MODAL, ENT_WORD_NONE, c, 1.0F);
    for (int32_t w = view->nodes[clause].head + 1; w < clause; w++)
        if (ent_str_is(ent_view_word(view, w)->form, ","))
            return; /* another clause, taken for a complement */
    if (!subject)
        add_inner(view, clause, 1.0F, args);
}
