#ifndef COSUB_SESSION_COMMANDS_SEARCH_H
#define COSUB_SESSION_COMMANDS_SEARCH_H

/*
 * Searching the record: for a text in the sentence of a step, in the line that
 * begins, in the values that change ("n=3"), and in what is printed.  Capital
 * letters and small ones are the same, and the number in the name of a frame is
 * found only with its sign: "#2", not "2".  Rows of the command table (command.c):
 * SESSION_MOVED where the text was found, SESSION_REFUSED where it was not, where
 * there is none to search again, and when the search was cancelled.
 */

#include "session/commands/command.h"

enum session_status search_ahead(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status search_again(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status search_back(
	struct session *s, const struct command *c, const struct arguments *a);

/* Where the text that was sought last stands in n bytes of text, from byte `from`
 * on: the byte, or n if it does not. */
size_t search_find(const struct session *s, const char *text, size_t n, size_t from);

#endif
