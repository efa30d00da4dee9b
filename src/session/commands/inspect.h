#ifndef COSUB_SESSION_COMMANDS_INSPECT_H
#define COSUB_SESSION_COMMANDS_INSPECT_H

/*
 * The commands that ask about the moment and about the runs, and change
 * nothing.  Each is a row of the command table (command.c).  The answers are
 * sentences, one fact a line.
 *
 * Each leaves its answer in s->message and gives SESSION_SAID for a sentence,
 * SESSION_PAGE for more, SESSION_REFUSED where there is nothing to tell, or
 * SESSION_WRONG for an argument that is none.
 */

#include "session/commands/command.h"

enum session_status inspect_print(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status inspect_locals(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status inspect_frames(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status inspect_where(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status inspect_list(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status inspect_output(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status inspect_history(
	struct session *s, const struct command *c, const struct arguments *a);
enum session_status inspect_compare(
	struct session *s, const struct command *c, const struct arguments *a);

/* The frame in view of a side: the one that runs, or the module's when none
 * does; FRAME_NONE before the first step. */
uint32_t inspect_frame_in_view(const struct session *s, enum side side);

#endif
