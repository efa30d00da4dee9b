#ifndef COSUB_SESSION_USER_PROGRESS_H
#define COSUB_SESSION_USER_PROGRESS_H

/*
 * Which lessons a person has stepped through to their end: their names, a line
 * each, in the file cosub/progress of $XDG_STATE_HOME (~/.local/state).  There
 * being none, or none that can be read, is as good as an empty one.
 */

#include "base/array.h"

#include <stdbool.h>

struct sbuf;

/* Zeroed memory is empty. */
struct progress {
	ARRAY(char *);
};

/* Adds to p the names that are in the file and not in p. */
void progress_read(struct progress *p);

/* Whether the lesson of that name was stepped to its end. */
bool progress_has(const struct progress *p, const char *name);

/* Adds a name, and those that are in the file by now, and writes it anew: others see
 * the old one or the new one, never half of it, and nobody else may read it.  False
 * with errno if it could not be kept; it counts for this run all the same. */
bool progress_add(struct progress *p, const char *name);

/* Frees the names and empties p. */
void progress_fini(struct progress *p);

#endif
