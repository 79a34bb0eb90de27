/* content.c: nouns that tell what somebody is accused of. "A accuse B de cyberattaques
 * contre C", "B, soupçonné d'ingérence en C": the one accused does them, and what the
 * parser hangs on the verb behind them is theirs. */
#include "relation/clause.h"

/* Does the verb have a frame whose content its target does? */
static bool imputes(const struct ent_view *view, int32_t verb)
{
    uint32_t at = ent_frames_of(view->language, ENT_TRIGGER_VERB, view->nodes[verb].verb);
    const struct ent_frame *frame;
    while ((frame = ent_frames_next(view->language, &at)) != NULL)
        if (frame->content >= 0 && frame->control == ENT_CONTROL_TARGET)
            return true;
    return false;
}

void ent_args_add_content(const struct ent_view *view, int32_t noun,
                          struct ent_args *args)
{
    const struct ent_language *language = view->language;
    struct ent_args outer;
    int32_t first = noun;
    while (view->nodes[first].rel == ENT_REL_CONJ && view->nodes[first].head < first &&
           ent_view_nominal(view, view->nodes[first].head))
        first = view->nodes[first].head;
    int32_t verb = view->nodes[first].head;
    if (!verb || first < verb || view->nodes[first].rel != ENT_REL_OBL ||
        view->nodes[first].prep != language->de || !imputes(view, verb))
        return;
    ent_args_of_verb(view, verb, &outer);
    for (int i = 0; i < outer.count; i++) {
        const struct ent_arg *arg = &outer.items[i];
        if (arg->at.slot == ENT_SLOT_OBJ)
            ent_args_add(args, ENT_SLOT_SUBJ, ENT_WORD_NONE, arg->word,
                         0.95F * arg->quality);
        else if ((arg->at.slot == ENT_SLOT_PREP || arg->at.slot == ENT_SLOT_IOBJ) &&
                 arg->word > noun && arg->at.prep != language->par)
            ent_args_add(args, (enum ent_slot)arg->at.slot, arg->at.prep, arg->word,
                         0.85F * arg->quality);
    }
}
