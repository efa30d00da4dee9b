#ifndef COSUB_SESSION_WORDS_SENTENCE_PEER_H
#define COSUB_SESSION_WORDS_SENTENCE_PEER_H

/* What a switch between greenlets is told as. */

#include "session/words/sentence_builder.h"

/* The step is a TRANSFER. */
void sentence_transfer(struct sentence_builder *y);

#endif
