#ifndef COSUB_SESSION_USER_USER_H
#define COSUB_SESSION_USER_USER_H

/*
 * What belongs to the person and not to a session: their settings and keys, and
 * the command lines that they have typed.
 */

#include "session/user/command_history.h"
#include "session/user/settings.h"

struct user {
	struct settings settings;
	struct command_history command_history;
	bool is_new;            /* has not seen the hints of a first run */
	const char *start;      /* a script to begin with; NULL: none, or done */
	struct sbuf complaints; /* about their configuration, to be shown once */
};

/* Reads the command lines of before.  Settings and keys are read by config_read
 * (session/commands/config.h), which knows the commands. */
void user_read(struct user *p);

/* They see the hints of a first run now: never again. */
void user_greeted(struct user *p);

/* Keeps what they typed; false, with errno, if it cannot be kept. */
bool user_save(struct user *p);

void user_fini(struct user *p);

#endif
