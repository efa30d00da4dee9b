#ifndef COSUB_SESSION_CORE_STOP_LIST_H
#define COSUB_SESSION_CORE_STOP_LIST_H

/*
 * The list of stops of a session (struct stop): breakpoints and watches, as
 * data.  The commands that change it are in stops.h.
 */

#include "session/core/session.h"

/* Takes stop i out of the list, and frees it. */
void stop_list_remove(struct session *s, size_t i);

/* Whether it is a watch; else it is a breakpoint. */
bool stop_list_is_watch(const struct stop *stop);

/* The function of a program by its name or qualified name, the first one; NULL if
 * it has none of that name (NULL: none). */
const struct code *stop_list_function(const struct program *p, const char *name);

/* Whether a breakpoint is at a line of a side, or at the entry of the function
 * that begins there. */
bool stop_list_at_line(const struct session *s, enum side side, uint32_t line);

#endif
