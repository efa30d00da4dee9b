#ifndef COSUB_SESSION_COMMANDS_MOVE_H
#define COSUB_SESSION_COMMANDS_MOVE_H

/*
 * The commands that move through the runs.  Each is a row of the command
 * table; the table says what it does and what it takes (command.c).
 *
 * Each gives SESSION_MOVED, SESSION_REFUSED at the edge of the run or where there is
 * nothing of the kind, or SESSION_WRONG for an argument that is none; the sentence is
 * in s->message.  A long way can be cancelled (cancellation.h): then it is refused.
 */

#include "session/commands/command.h"

enum session_status move_next(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status move_back(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status move_next_side(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status move_back_side(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status move_switch(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status move_switch_back(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status move_beat(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status move_beat_back(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status move_finish(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status move_until(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status move_goto(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status move_first(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status move_last(
	struct session *s, const struct command *c, const struct arguments *a);

/* Whether a step is a switch of control: a call, a creation, a suspension, a
 * resumption, an end of a frame, a transfer. */
bool move_is_switch(const struct step *step);

#endif
