#ifndef COSUB_SESSION_COMMANDS_SCRIPT_H
#define COSUB_SESSION_COMMANDS_SCRIPT_H

/*
 * Scripts: lines of commands from a file or a pipe.  They end with \n or \r\n, and a byte
 * order mark in front of the first is no part of it.
 */

#include "session/commands/command.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct script_line {
	char *text; /* without its end; allocated by getline */
	size_t cap, len;
	unsigned long number; /* from 1 */
};

/* Reads the next line; false if there is none (or it cannot be read: ferror). */
bool script_next(struct script_line *l, FILE *in);

/* What makes a line unfit to be a command; NULL if nothing does. */
const char *script_fault(const struct script_line *l);

void script_line_fini(struct script_line *l);

/* The command "source": does the lines of a file, and says what they say.  The
 * first one that cannot be done ends it, with its place.  A script may source
 * others, not too deep. */
enum session_status script_source(
	struct session *s, const struct command *c, const struct arguments *a);

#endif
