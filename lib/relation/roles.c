/* roles.c: which actors fill the source and the target of a frame.
 *
 * Every position of a role is tried in the frame's order; the pair of positions with the
 * least sum of ranks that holds two different actors wins. */
#include "relation/open.h"

struct candidate {
    struct ent_fillers fillers;
    int rank; /* position in the frame's list, plus a fine for things that stand for
                 owners */
    uint8_t slot;
    int32_t word;
};

#define CANDIDATES_MAX 16

struct candidates {
    struct candidate items[CANDIDATES_MAX];
    int count;
};

static void add_candidates(const struct ent_view *view,
                           const struct ent_position *position, int rank, bool target,
                           unsigned flags, const struct ent_args *args,
                           struct candidates *list)
{
    for (int i = 0; i < args->count; i++) {
        const struct ent_arg *arg = &args->items[i];
        if (arg->at.slot != position->slot
            || (position->slot == ENT_SLOT_PREP && arg->at.prep != position->prep))
            continue;
        if (list->count == CANDIDATES_MAX)
            return;
        struct candidate *candidate = &list->items[list->count];
        candidate->fillers.count = 0;
        candidate->slot = position->slot;
        candidate->word = arg->word;
        candidate->rank = rank;
        ent_fill(view, arg->word, arg->seat ? flags | ENT_FILL_PLACE : flags,
                 arg->quality, &candidate->fillers);
        if (candidate->fillers.count > 0) {
            candidate->rank += !candidate->fillers.items[0].owner ? 0 : target ? 2 : 4;
            candidate->rank +=
                view->open ? ent_open_fine(view, arg, candidate->fillers.items) : 0;
            list->count++;
        }
    }
}

static void collect(const struct ent_view *view, const struct ent_positions *positions,
                    bool target, const struct ent_frame *frame,
                    const struct ent_args *args, struct candidates *list)
{
    /* A support verb's argument comes before what the frame says of a noun. */
    const struct ent_position first = {ENT_WORD_NONE,
                                       target ? ENT_SLOT_OBJ : ENT_SLOT_SUBJ};
    unsigned flags = ENT_FILL_LIST | ENT_FILL_PLACE | ENT_FILL_OWNER | view->open;
    if (!target)
        flags &= ~(unsigned)(ENT_FILL_HIT | ENT_FILL_LOOP);
    list->count = 0;
    if (frame->kind == ENT_TRIGGER_NOUN && positions->count > 0)
        add_candidates(view, &first, 0, target, flags, args, list);
    for (int i = 0; i < positions->count; i++) {
        const struct ent_position *position = &positions->items[i];
        unsigned allowed = flags;
        /* Places act and are acted on only where the frame names their preposition. */
        if (position->slot == ENT_SLOT_SUBJ)
            allowed &= ~(unsigned)ENT_FILL_PLACE;
        add_candidates(view, position, i + 1, target, allowed, args, list);
    }
}

static bool kind_allowed(const struct ent_view *view, struct ent_str kinds,
                         uint32_t mention)
{
    struct ent_str rest = kinds, part;
    const struct ent_mentions *all = view->mentions;
    if (rest.size == 0)
        return true;
    /* A phrase that names no actor may be people. */
    struct ent_str kind = all->actors[all->mentions[mention].actor].kind;
    bool phrase = ent_str_is(kind, "other");
    while (ent_str_split(&rest, '|', &part))
        if (ent_str_eq(part, kind) || (phrase && ent_str_is(part, "person")))
            return true;
    return false;
}

static void add_pair(const struct ent_view *view, const struct ent_frame *frame,
                     const struct ent_filler *source, const struct ent_filler *target,
                     float quality, struct ent_pairs *pairs)
{
    if (ent_view_same_group(view, source->mention, target->mention)) {
        pairs->same = true;
        return;
    }
    if (pairs->count == ENT_PAIRS_MAX ||
        !kind_allowed(view, frame->kinds, target->mention) ||
        !kind_allowed(view, frame->by, source->mention))
        return;
    pairs->items[pairs->count++] = (struct ent_pair){
        .source = source->mention, .target = target->mention,
        .owner_source = source->owner, .owner_target = target->owner,
        .quality = quality * source->quality * target->quality};
}

static bool includes(const struct ent_view *view, const struct ent_fillers *fillers,
                     uint32_t mention)
{
    for (int i = 0; i < fillers->count; i++)
        if (ent_view_same_group(view, fillers->items[i].mention, mention))
            return true;
    return false;
}

/* Every source with every target; false if nothing came of it. Who acts together does not
 * act on one another: "A et B rappellent leurs ambassadeurs". */
static bool cross(const struct ent_view *view, const struct ent_frame *frame,
                  const struct candidate *source, const struct candidate *target,
                  struct ent_pairs *pairs)
{
    int before = pairs->count;
    float quality = 1.0F - 0.03F * (float)(source->rank + target->rank - 2);
    if (quality < 0.5F)
        quality = 0.5F;
    if (quality > 1.0F)
        quality = 1.0F;
    for (int i = 0; i < source->fillers.count; i++)
        for (int k = 0; k < target->fillers.count; k++)
            if (!includes(view, &source->fillers, target->fillers.items[k].mention))
                add_pair(view, frame, &source->fillers.items[i],
                         &target->fillers.items[k], quality, pairs);
            else
                pairs->same = true;
    for (int i = before; i < pairs->count; i++) {
        pairs->items[i].how_source = source->slot;
        pairs->items[i].how_target = target->slot;
    }
    return pairs->count > before;
}

/* "le sommet de l'UA ou celui de l'ONU": one or the other. */
static bool alternative(const struct ent_view *view, int32_t word)
{
    for (int32_t c = view->nodes[word].child; c; c = view->nodes[c].next) {
        int32_t cc =
            view->nodes[c].rel == ENT_REL_CONJ ? ent_view_child(view, c, ENT_REL_CC) : 0;
        if (cc && (ent_str_is(ent_view_word(view, cc)->form, "ou") ||
                   ent_str_is(ent_view_word(view, cc)->form, "or")))
            return true;
    }
    return false;
}

/* Two or more actors in one position tie each other. */
static bool among(const struct ent_view *view, const struct ent_frame *frame,
                  const struct candidate *candidate, struct ent_pairs *pairs)
{
    if (alternative(view, candidate->word))
        return false;
    int before = pairs->count;
    bool symmetric = frame->relation >= 0
                     && ent_relation_symmetric((enum ent_relation_type)frame->relation);
    const struct ent_fillers *fillers = &candidate->fillers;
    for (int i = 0; i < fillers->count; i++)
        for (int k = 0; k < fillers->count; k++)
            if (i < k || (i > k && !symmetric))
                add_pair(view, frame, &fillers->items[i], &fillers->items[k], 0.95F,
                         pairs);
    for (int i = before; i < pairs->count; i++)
        pairs->items[i].how_source = pairs->items[i].how_target = candidate->slot;
    return pairs->count > before;
}

static bool try_both(const struct ent_view *view, const struct ent_frame *frame,
                     const struct ent_args *args, struct ent_pairs *pairs)
{
    struct candidates list;
    collect(view, &frame->both, true, frame, args, &list);
    for (int i = 0; i < list.count; i++)
        if (list.items[i].fillers.count > 1 && among(view, frame, &list.items[i], pairs))
            return true;
    return false;
}

static bool try_roles(const struct ent_view *view, const struct ent_frame *frame,
                      const struct candidates *sources, const struct candidates *targets,
                      struct ent_pairs *pairs)
{
    /* Ranks are small: try sums in order. */
    for (int sum = 0; sum <= 2 * (ENT_POSITIONS_MAX + 4); sum++)
        for (int i = 0; i < sources->count; i++)
            for (int k = 0; k < targets->count; k++)
                if (sources->items[i].rank + targets->items[k].rank == sum
                    && sources->items[i].word != targets->items[k].word
                    && cross(view, frame, &sources->items[i], &targets->items[k], pairs))
                    return true;
    return false;
}

/* "A et B s'accusent", not "l'agence de A s'est appuyée sur" nor "A et B se sont engagés
 * à": a plural verb of a relation that two have with each other. */
static bool reciprocal(const struct ent_view *view, const struct ent_frame *frame,
                       int32_t trigger)
{
    bool plural = ent_view_has(view, trigger, ENT_PLUR);
    bool singular = ent_view_has(view, trigger, ENT_SING | ENT_FIN);
    for (int32_t c = view->nodes[trigger].child; c; c = view->nodes[c].next)
        if (view->nodes[c].upos == ENT_AUX) {
            plural |= ent_view_has(view, c, ENT_PLUR);
            singular |= ent_view_has(view, c, ENT_SING | ENT_FIN);
        }
    if (singular && !plural)
        return false;
    switch (frame->relation) {
    case ENT_REQUESTS: case ENT_CONCEDES_TO: case ENT_SPONSORS: case ENT_SANCTIONS:
    case ENT_AIDS: case ENT_COERCES:
        return false;
    default:
        return true;
    }
}

/* Whom one "receives" stands in the object: that A and B receive something ties
 * nobody. */
static bool takes_object(const struct ent_frame *frame)
{
    return frame->both.count == 0 && frame->kind == ENT_TRIGGER_VERB &&
           ent_positions_have(&frame->target, ENT_SLOT_OBJ);
}

/* "A et B signent un accord": coordinated subjects of a symmetric act. */
/* "A and B proposed a truce": to others, not to each other. */
static bool only_proposed(const struct ent_view *view, const struct ent_frame *frame,
                          int32_t trigger)
{
    if (frame->kind != ENT_TRIGGER_NOUN)
        return false;
    struct ent_support_use use = ent_find_support(view, trigger);
    return use.verb && use.support->status == ENT_PLANNED &&
           use.support->role == ENT_ROLE_SOURCE;
}

static bool try_mutual(const struct ent_view *view, const struct ent_frame *frame,
                       int32_t trigger, const struct ent_args *args,
                       const struct candidates *sources, struct ent_pairs *pairs)
{
    bool symmetric = frame->relation >= 0
                     && ent_relation_symmetric((enum ent_relation_type)frame->relation);
    /* "A et B s'inquiètent": a verb that is always reflexive. */
    bool inherent = !symmetric
                    && ent_pattern_reflexive(view->language, &frame->pattern,
                                             view->nodes[trigger].verb);
    bool mutual =
        (args->reflexive && !inherent && reciprocal(view, frame, trigger)) ||
        ent_surface_each_other(view, trigger) ||
        (symmetric && !takes_object(frame) && !only_proposed(view, frame, trigger));
    for (int i = 0; mutual && i < sources->count; i++)
        if ((!args->reflexive || sources->items[i].slot == ENT_SLOT_SUBJ) &&
            sources->items[i].fillers.count > 1 &&
            among(view, frame, &sources->items[i], pairs))
            return true;
    return false;
}

/* Acts of speech whose content may name the target alone. */
static bool speaks(const struct ent_frame *frame)
{
    return frame->kind == ENT_TRIGGER_VERB
           && (frame->relation == ENT_THREATENS || frame->relation == ENT_REJECTS
               || frame->relation == ENT_CONCEDES_TO);
}

/* The noun in a position of the target, though no actor was found behind it. */
static int32_t bare_target(const struct ent_view *view, const struct ent_frame *frame,
                           const struct ent_args *args)
{
    for (int p = 0; p < frame->target.count; p++)
        for (int i = 0; i < args->count; i++) {
            const struct ent_arg *arg = &args->items[i];
            if (arg->at.slot == frame->target.items[p].slot
                && arg->at.prep == frame->target.items[p].prep
                && view->nodes[arg->word].upos == ENT_NOUN)
                return arg->word;
        }
    return 0;
}

static bool has_object(const struct ent_args *args)
{
    for (int i = 0; i < args->count; i++)
        if (args->items[i].at.slot == ENT_SLOT_OBJ)
            return true;
    return false;
}

/* "Turkish soldiers fired on Greek soldiers", read as a noun with a participle: in a
 * sentence without finite verb the past tense is meant unless an agent follows. */
static bool try_active(const struct ent_view *view, const struct ent_frame *frame,
                       int32_t trigger, const struct ent_args *args,
                       struct ent_pairs *pairs)
{
    struct ent_args active = *args;
    struct candidates sources, targets;
    if (view->french || !args->passive || !args->participle || !ent_view_verbless(view)
        || view->nodes[trigger].rel != ENT_REL_ACL)
        return false;
    for (int i = 0; i < active.count; i++)
        if (active.items[i].at.slot == ENT_SLOT_OBJ
            && active.items[i].word == view->nodes[trigger].head)
            active.items[i].at.slot = ENT_SLOT_SUBJ;
    collect(view, &frame->source, false, frame, &active, &sources);
    collect(view, &frame->target, true, frame, &active, &targets);
    return try_roles(view, frame, &sources, &targets, pairs);
}

/* "Le Tchad, accuse Khartoum, arme ...": a reproach between commas is meant for the
 * subject of the clause it stands in. */
static bool try_inserted(const struct ent_view *view, const struct ent_frame *frame,
                         int32_t trigger, const struct ent_args *args,
                         const struct candidates *sources, struct ent_pairs *pairs)
{
    struct ent_args wider = *args;
    struct candidates targets;
    float quality = 1.0F;
    int32_t clause = view->nodes[trigger].head;
    int32_t speaker = ent_view_child(view, trigger, ENT_REL_NSUBJ);
    if (frame->relation != ENT_ACCUSES || frame->kind != ENT_TRIGGER_VERB ||
        speaker < trigger || view->nodes[trigger].rel != ENT_REL_PARATAXIS ||
        trigger > clause)
        return false;
    int32_t subject = ent_logical_subject(view, clause, &quality);
    if (!subject || subject > trigger)
        return false;
    ent_args_add(&wider, ENT_SLOT_OBJ, ENT_WORD_NONE, subject, 0.75F);
    collect(view, &frame->target, true, frame, &wider, &targets);
    return try_roles(view, frame, sources, &targets, pairs);
}

void ent_roles_assign(const struct ent_view *view, const struct ent_frame *frame,
                      int32_t trigger, const struct ent_args *args,
                      struct ent_pairs *pairs)
{
    struct candidates sources, targets;
    pairs->count = pairs->sources.count = pairs->targets.count = 0;
    pairs->no_source = pairs->no_target = pairs->same = pairs->bridged = false;
    pairs->object = 0;
    collect(view, &frame->source, false, frame, args, &sources);
    collect(view, &frame->target, true, frame, args, &targets);
    /* "A et B font bloc avec C" ties them to C, "l'accord entre A et B" each other. */
    bool partner =
        frame->kind == ENT_TRIGGER_VERB && targets.count > 0 && sources.count > 0;
    if (!partner && frame->both.count > 0 && try_both(view, frame, args, pairs))
        return;
    /* With a reflexive clitic a plain verb is another one, but for "A et B
     * s'accusent". */
    if (args->reflexive && !has_object(args)
        && !ent_pattern_reflexive(view->language, &frame->pattern,
                                  view->nodes[trigger].verb)) {
        pairs->no_target = !try_mutual(view, frame, trigger, args, &sources, pairs);
        return;
    }
    if (try_roles(view, frame, &sources, &targets, pairs))
        return;
    if (sources.count > 0 && targets.count == 0 && trigger) {
        struct ent_args wider = *args;
        ent_surface_complements(view, trigger, &wider);
        collect(view, &frame->target, true, frame, &wider, &targets);
        if (try_roles(view, frame, &sources, &targets, pairs))
            return;
        if (speaks(frame)) {
            static const struct ent_positions INNER = {{{ENT_WORD_NONE, ENT_SLOT_INNER}},
                                                       1};
            ent_surface_clause(view, trigger, &wider);
            collect(view, &INNER, true, frame, &wider, &targets);
            if (try_roles(view, frame, &sources, &targets, pairs))
                return;
        }
    }
    if (partner && frame->both.count > 0 && try_both(view, frame, args, pairs))
        return;
    if (frame->both.count > 0 && trigger) {
        struct ent_args wider = *args;
        ent_surface_complements(view, trigger, &wider);
        if (try_both(view, frame, &wider, pairs))
            return;
    }
    if (try_inserted(view, frame, trigger, args, &sources, pairs)
        || try_mutual(view, frame, trigger, args, &sources, pairs))
        return;
    if (sources.count == 0 && try_active(view, frame, trigger, args, pairs))
        return;
    pairs->object = bare_target(view, frame, args);
    for (int i = 0; i < sources.count && pairs->sources.count == 0; i++)
        pairs->sources = sources.items[i].fillers;
    for (int i = 0; i < targets.count && pairs->targets.count == 0; i++)
        pairs->targets = targets.items[i].fillers;
    pairs->no_source = sources.count == 0;
    pairs->no_target = targets.count == 0;
}
