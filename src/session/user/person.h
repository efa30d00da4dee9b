#ifndef COSUB_SESSION_USER_PERSON_H
#define COSUB_SESSION_USER_PERSON_H

/*
 * What belongs to the person and not to a session: his settings and keys, and
 * the command lines that he has typed.
 */

#include "session/user/recall.h"
#include "session/user/settings.h"

struct command_table;

struct person {
	struct settings settings;
	struct recall recall;
	const char *start;              /* a script to begin with; NULL: none, or done */
	struct sbuf complaints;         /* about his configuration, to be shown once */
};

/* Reads what he keeps; keys may be bound to the session's commands and to more. */
void person_read(struct person *p, const struct command_table *more);

/* Keeps what he typed; false, with errno, if it cannot be kept. */
bool person_keep(struct person *p);

void person_fini(struct person *p);

#endif
