#ifndef COSUB_SESSION_COMMANDS_STOPS_H
#define COSUB_SESSION_COMMANDS_STOPS_H

/*
 * Breakpoints and watches, and going on until one of them.  A breakpoint is at
 * a line that begins, a function that is entered or a kind of steps; a watch is
 * on a variable or an expression, in every frame of a function.
 */

#include "session/commands/command.h"

enum session_status stops_break(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status stops_watch(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status stops_delete(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status stops_list(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status stops_continue(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status stops_continue_back(
	struct session *s, const struct command *c, const struct arguments *a);

/* Appends what a stop is for: "line 12", "the entry of f", "each yield of f", "n
 * of counter"; and what it is called: "breakpoint" or "watch". */
void stops_say(const struct stop *stop, struct sbuf *out);
const char *stops_word(const struct stop *stop);

/* Word i of the kinds of steps that a breakpoint can be for; NULL past the end. */
const char *stops_kind(size_t i);

/* Whether a line of a program has code of its own. */
bool stops_has_code(const struct program *p, uint32_t line);

/* The code in whose frames an expression is looked at, on the side in view: that
 * of the running frame or of one of its callers if it has some of its
 * variables, else the first one that has, else the module. */
const struct code *stops_code_of(const struct session *s, const char *expression);

#endif
