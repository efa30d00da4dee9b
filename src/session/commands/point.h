#ifndef COSUB_SESSION_COMMANDS_POINT_H
#define COSUB_SESSION_COMMANDS_POINT_H

/*
 * The steps at which a lesson says that what it teaches is to be seen: its
 * settings "point:".
 */

#include "session/commands/command.h"

/* The command: to the first of them; from one of them to the next. */
enum session_status move_point(
	struct session *s, const struct command *c, const struct arguments *a);

/* Appends where they are and how to go there, by the command's key or by its name, as a
 * sentence; nothing if the lesson names none. */
void point_say(const struct session *s, bool by_key, struct sbuf *out);

#endif
