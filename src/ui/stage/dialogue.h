#ifndef COSUB_UI_STAGE_DIALOGUE_H
#define COSUB_UI_STAGE_DIALOGUE_H

/*
 * The session without a screen: commands line by line, answers in plain
 * sentences (session/view/reply.h).  Lines end with \n or \r\n; those that begin
 * with # are comments.
 */

#include "session/core/session.h"
#include "session/user/user.h"

#include <stdio.h>

enum dialogue_result { DIALOGUE_FINE, DIALOGUE_STOPPED, DIALOGUE_UNREADABLE };

/* Does the commands of a script called name.  The first one that cannot be
 * done stops it: DIALOGUE_STOPPED and "NAME:LINE: message" in why, so too for a
 * line that is no text.  DIALOGUE_UNREADABLE if the file cannot be read. */
enum dialogue_result dialogue_script(
	struct session *s, FILE *in, const char *name, FILE *out, struct sbuf *why);

/* A dialogue with whoever writes to standard input and reads standard output,
 * until they quit or their lines end.  It begins with the lesson.  Errors are told
 * like answers.  On a terminal each line is asked for, and edited as on the
 * screen unless TERM says that the terminal is a dumb one; an empty line is the
 * last movement again.  Lines that were typed on a terminal go to the person's.
 * It begins with their script, if they have one to begin with. */
void dialogue_run(struct session *s, struct user *user);

#endif
