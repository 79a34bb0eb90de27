/* emit.c: names and resolved nouns of a sentence as mentions. */
#include "actor/find.h"

/* "le caporal Quintana", "fabricant de turbines Ostrel": a common noun that the name
 * stands in apposition to, without a preposition or a comma between, is the mention's
 * head. */
static int32_t governor_of_apposition(const struct sentence_info *info,
                                      const struct name *name)
{
    const struct ent_sentence *sentence = info->sentence;
    const struct ent_word *head = &sentence->words[name->head];
    int32_t governor = head->head;
    bool apposed = head->rel == ENT_REL_APPOS || head->rel == ENT_REL_NMOD ||
                   head->rel == ENT_REL_FLAT;
    bool open = name->type == NAME_UNKNOWN || name->type == NAME_PERSON;
    if (!open || !apposed || governor <= 0 || governor >= name->first ||
        (sentence->words[governor].upos != ENT_NOUN &&
         sentence->words[governor].upos != ENT_PROPN) ||
        name->first - governor > 8 || info->words[governor].name)
        return 0;
    if (ent_child_by_rel(sentence, name->head, ENT_REL_CASE))
        return 0;
    for (int32_t w = governor + 1; w < name->first; w++) {
        if (sentence->words[w].upos == ENT_PUNCT ||
            sentence->words[w].upos == ENT_CCONJ || sentence->words[w].upos == ENT_VERB ||
            info->words[w].name)
            return 0;
    }
    return governor;
}

/* "le Chilien Matías Quiroga", "l'allemand Brunnhof": a single national with a name
 * behind is no actor but tells the country. */
static bool introduces_name(struct find *find, struct sentence_info *info,
                            const struct name *name)
{
    int32_t next = name->last + 1;
    if ((name->type != NAME_PEOPLE && name->type != NAME_ADJECTIVE) ||
        (name->entry->flags & ENTRY_PLURAL) ||
        next > (int32_t)info->sentence->word_count || !info->words[next].name)
        return false;
    struct name *other = &info->names[info->words[next].name - 1];
    if (other->first != next || other->used || other->actor == ENT_NONE ||
        other->type != NAME_UNKNOWN)
        return false;
    struct ent_actor *actor = &find->actors[other->actor];
    if (actor->country.size == 0)
        actor->country = find->actors[name->actor].group;
    return name->type == NAME_PEOPLE;
}

/* "les pays baltes" are three states: a mention for each member of a set. */
static bool emit_members(struct find *find, const struct name *name,
                         const struct ent_mention *mention)
{
    const struct ent_knowledge *knowledge = find->knowledge;
    if (!name->entry || name->type != NAME_ACTOR ||
        !ent_str_is(knowledge->actors[name->entry->object].kind, "set"))
        return false;
    struct ent_str rest = knowledge->actors[name->entry->object].id, member;
    while (ent_str_split(&rest, '+', &member)) {
        struct ent_mention one = *mention;
        one.actor = find_actor_of_id(find, member);
        if (one.actor == ENT_NONE || find_mention(find, one) == ENT_NONE)
            return true;
    }
    return true;
}

static void emit_name(struct find *find, uint32_t s, struct name *name)
{
    struct sentence_info *info = &find->sentences[s];
    struct ent_mention mention = {.sentence = s, .first = name->first, .last = name->last,
                                  .head = name->head, .actor = name->actor,
                                  .place = name->place, .known = name->entry != NULL,
                                  .certainty = name->certainty};
    mention.kind = name->type == NAME_ADJECTIVE ? ENT_MENTION_ADJECTIVE
                   : name->type == NAME_PEOPLE  ? ENT_MENTION_NOMINAL
                                                : ENT_MENTION_NAME;
    if (mention.kind != ENT_MENTION_ADJECTIVE) {
        int32_t governor = governor_of_apposition(info, name);
        if (name->first > 1 && (info->words[name->first - 1].cues & CUE(HONORIFIC)))
            mention.first--;
        if (governor) {
            mention.first = mention.first < governor ? mention.first : governor;
            mention.head = governor;
        } else {
            mention.head = find_head(info->sentence, mention.first, mention.last);
        }
        mention.first = find_with_article(info, mention.first);
    }
    if (emit_members(find, name, &mention))
        return;
    uint32_t id = find_mention(find, mention);
    if (id != ENT_NONE)
        find->mention_infos[id].gender = name->gender;
}

/* "il devient ministre", "fut sénateur de l'Orne", "elected president": an office
 * somebody takes is no other person. */
static bool is_predicate(const struct sentence_info *info, const struct noun *noun)
{
    const struct ent_sentence *sentence = info->sentence;
    const struct ent_word *head = &sentence->words[noun->head];
    if (noun->entry->type != ENTRY_TITLE || noun->name)
        return false;
    bool become = head->head > 0 && head->head < noun->head &&
                  (info->words[head->head].cues & CUE(BECOME));
    if (become && (head->rel == ENT_REL_XCOMP || head->rel == ENT_REL_OBJ))
        return true;
    return ent_child_by_rel(sentence, noun->head, ENT_REL_COP) &&
           !ent_child_by_rel(sentence, noun->head, ENT_REL_DET);
}

static void emit_noun(struct find *find, uint32_t s, struct noun *noun, uint32_t number)
{
    struct sentence_info *info = &find->sentences[s];
    struct ent_mention mention = {.sentence = s,
                                  .first = noun->span_first,
                                  .last = noun->span_last,
                                  .kind = ENT_MENTION_NOMINAL,
                                  .known = true,
                                  .thing = noun->thing,
                                  .certainty = 0.85f};
    mention.head = find_head(info->sentence, noun->span_first, noun->span_last);
    if (mention.head < noun->first || mention.head > noun->last)
        mention.head = noun->name ? mention.head : noun->head;
    mention.first = find_with_article(info, mention.first);
    for (uint32_t i = 0; i < noun->actor_count; i++) {
        mention.actor = noun->actors[i];
        uint32_t id = find_mention(find, mention);
        if (id == ENT_NONE)
            return;
        find->mention_infos[id].title =
            noun->entry->type == ENTRY_TITLE && !noun->former;
        find->mention_infos[id].title_kind = noun->entry->detail;
        find->mention_infos[id].noun = number + 1;
    }
}

void find_emit(struct find *find, uint32_t sentence)
{
    struct sentence_info *info = &find->sentences[sentence];
    for (uint32_t i = 0; i < info->name_count && !find->failed; i++) {
        if (!info->names[i].used && info->names[i].actor != ENT_NONE &&
            !introduces_name(find, info, &info->names[i]))
            emit_name(find, sentence, &info->names[i]);
    }
    for (uint32_t i = 0; i < info->noun_count && !find->failed; i++) {
        if (!info->nouns[i].dropped && !is_predicate(info, &info->nouns[i]))
            emit_noun(find, sentence, &info->nouns[i], i);
    }
}
