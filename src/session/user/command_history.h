#ifndef COSUB_SESSION_USER_COMMAND_HISTORY_H
#define COSUB_SESSION_USER_COMMAND_HISTORY_H

/*
 * The command lines that a person has typed, kept from one session to the next
 * in $XDG_STATE_HOME/cosub/history: a line each, the oldest first, UTF-8.  The
 * same for the screen's prompt and for the plain dialogue.
 */

#include "base/array.h"

#include <stdbool.h>
#include <stddef.h>

struct command_history {
	ARRAY(char *);
	size_t fresh; /* how many, at the end, are of this session */
};

enum { COMMAND_HISTORY_MOST = 1000, COMMAND_HISTORY_LINE_MOST = 4000 };

/* Reads the file; one that is not there is no error.  Lines that nobody could
 * have typed (control characters, no UTF-8, too long) are left out. */
void command_history_read(struct command_history *r);

/* Remembers a line, unless it is empty or the one before it again. */
void command_history_add(struct command_history *r, const char *line);

/* Puts this session's lines behind those that stand in the file by now, of
 * which the last COMMAND_HISTORY_MOST are kept.  Sessions that end at the same time lose
 * nothing of each other.  False, with errno, if it cannot be kept. */
bool command_history_save(struct command_history *r);

void command_history_fini(struct command_history *r);

#endif
