/* codec.h: what encode.c and decode.c share. */
#ifndef ENTENTE_ACTOR_CODEC_H
#define ENTENTE_ACTOR_CODEC_H

#include <entente/actor.h>
#include <entente/buf.h>

/* Names of enum ent_mention_kind in the `other` field. */
extern const char *const ent_mention_names[ENT_MENTION_ADJECTIVE + 1];

#endif
