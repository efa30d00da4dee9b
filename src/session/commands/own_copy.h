#ifndef COSUB_SESSION_COMMANDS_OWN_COPY_H
#define COSUB_SESSION_COMMANDS_OWN_COPY_H

/*
 * A lesson that is not the person's own to change: they change a copy.
 */

#include "session/core/session.h"

/* Whether the session's file is not theirs to change: it is installed for everybody, or
 * they may not write it. */
bool own_copy_is_needed(const struct session *s);

/* Copies the session's file to the one that name means, and goes on in the copy, at the
 * same place.  False with the session's message. */
bool own_copy_make(struct session *s, const char *name);

#endif
