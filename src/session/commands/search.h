#ifndef COSUB_SESSION_COMMANDS_SEARCH_H
#define COSUB_SESSION_COMMANDS_SEARCH_H

/*
 * Searching the record: for a text in the sentence of a step, in the line that
 * begins, in the values that change ("n=3"), and in what is printed.  Capital
 * letters and small ones are the same.
 */

#include "session/commands/command.h"

enum session_status search_ahead(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status search_again(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status search_back(
	struct session *s, const struct command *c, const struct arguments *a);

#endif
