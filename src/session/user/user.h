#ifndef COSUB_SESSION_USER_USER_H
#define COSUB_SESSION_USER_USER_H

/*
 * What belongs to the person and not to a session: their settings and keys, and
 * the command lines that they have typed.
 */

#include "session/user/command_history.h"
#include "session/user/settings.h"

struct command_table;

struct user {
	struct settings settings;
	struct command_history command_history;
	const char *start;      /* a script to begin with; NULL: none, or done */
	struct sbuf complaints; /* about their configuration, to be shown once */
};

/* Reads what they keep; keys may be bound to the session's commands and to more. */
void user_read(struct user *p, const struct command_table *more);

/* Keeps what they typed; false, with errno, if it cannot be kept. */
bool user_save(struct user *p);

void user_fini(struct user *p);

#endif
