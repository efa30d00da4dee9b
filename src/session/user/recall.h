#ifndef COSUB_SESSION_USER_RECALL_H
#define COSUB_SESSION_USER_RECALL_H

/*
 * The command lines that a person has typed, kept from one session to the next
 * in $XDG_STATE_HOME/cosub/history: a line each, the oldest first, UTF-8.  The
 * same for the screen's prompt and for the plain dialogue.
 */

#include "base/array.h"

#include <stdbool.h>
#include <stddef.h>

struct recall {
	ARRAY(char *);
	size_t fresh;           /* how many, at the end, are of this session */
};

enum { RECALL_MOST = 1000, RECALL_LINE_MOST = 4000 };

/* Reads the file; one that is not there is no error.  Lines that nobody could
 * have typed (control characters, no UTF-8, too long) are left out. */
void recall_read(struct recall *r);

/* Remembers a line, unless it is empty or the one before it again. */
void recall_add(struct recall *r, const char *line);

/* Puts this session's lines behind those that stand in the file by now, of
 * which the last RECALL_MOST are kept.  Sessions that end at the same time lose
 * nothing of each other.  False, with errno, if it cannot be kept. */
bool recall_save(struct recall *r);

void recall_fini(struct recall *r);

#endif
