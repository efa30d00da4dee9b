#ifndef COSUB_SESSION_COMMANDS_STOPS_H
#define COSUB_SESSION_COMMANDS_STOPS_H

/*
 * Breakpoints and watches, and going on until one of them.  A breakpoint is at
 * a line that begins, a function that is entered or a kind of steps; a watch is
 * on a variable or an expression, in every frame of a function.
 */

#include "session/commands/command.h"

/* The commands, as command.h calls them: each leaves a sentence in s->message and
 * gives what kind of answer that is.  Stops live in s->stops, which owns their
 * texts. */

/* break [PLACE] [if EXPR]: sets a breakpoint, at the current line if no place is
 * given, or takes away an equal one.  Refused where there is no such place; WRONG
 * if the condition is no expression. */
enum session_status stops_break(
	struct session *s, const struct command *c, const struct arguments *a);

/* watch NAME | FUNCTION.NAME | EXPR: sets a watch; an equal one stays.  Refused if
 * it is the name of nothing; WRONG if it is no expression. */
enum session_status stops_watch(
	struct session *s, const struct command *c, const struct arguments *a);

/* delete [N]: takes away the stop of that number, or all.  Refused if there is
 * none; WRONG if N is no number that a stop has had. */
enum session_status stops_delete(
	struct session *s, const struct command *c, const struct arguments *a);

/* Lists all stops, as a page; refused if there is none. */
enum session_status stops_list(
	struct session *s, const struct command *c, const struct arguments *a);

/* continue: goes forward to the next step at which a stop is due, of either side as
 * long as both go together; else to the end.  Refused if it is cancelled. */
enum session_status stops_continue(
	struct session *s, const struct command *c, const struct arguments *a);

/* The same backwards, else to the beginning. */
enum session_status stops_continue_back(
	struct session *s, const struct command *c, const struct arguments *a);

/* Appends what a stop is for: "line 12", "the entry of f", "each yield of f", "n
 * of counter"; and its condition. */
void stops_say(const struct stop *stop, struct sbuf *out);

/* What a stop is called: "breakpoint" or "watch". */
const char *stops_word(const struct stop *stop);

/* Word i of the kinds of steps that a breakpoint can be for; NULL past the end. */
const char *stops_kind(size_t i);

/* Whether a line of a program, from 1, has code of its own.  Looks at all
 * instructions. */
bool stops_has_code(const struct program *p, uint32_t line);

/* The variable that a person means by NAME or FUNCTION.NAME on the side in view:
 * its code, and *name within text; NULL if there is none.  A bare name is that of
 * the running frame, of one of its callers, else of the first code that has it. */
const struct code *stops_variable(const struct session *s, const char *text, const char **name);

/* The code in whose frames an expression is looked at, on the side in view: that
 * of the running frame or of one of its callers if it has some of its
 * variables, else the first one that has, else the module.  Never NULL; owned by
 * the program. */
const struct code *stops_code_of(const struct session *s, const char *expression);

#endif
