#ifndef COSUB_UI_STAGE_PLAIN_H
#define COSUB_UI_STAGE_PLAIN_H

/*
 * The session without a screen: commands line by line, answers in plain
 * sentences (session/view/answer.h).  Lines end with \n or \r\n; those that begin
 * with # are comments.
 */

#include "session/core/session.h"
#include "session/user/person.h"

#include <stdio.h>

enum plain_result { PLAIN_FINE, PLAIN_STOPPED, PLAIN_UNREADABLE };

/* Does the commands of a script called name.  The first one that cannot be
 * done stops it: PLAIN_STOPPED and "NAME:LINE: message" in why, so too for a
 * line that is no text.  PLAIN_UNREADABLE if the file cannot be read. */
enum plain_result plain_script(struct session *s, FILE *in, const char *name, FILE *out, struct sbuf *why);

/* A dialogue with whoever writes to standard input and reads standard output,
 * until he quits or his lines end.  It begins with the lesson.  Errors are told
 * like answers.  On a terminal each line is asked for, and edited as on the
 * screen unless TERM says that the terminal is a dumb one; an empty line is the
 * last movement again.  Lines that were typed on a terminal go to the person's.
 * It begins with his script, if he has one to begin with. */
void plain_dialogue(struct session *s, struct person *person);

#endif
