#ifndef COSUB_SESSION_VIEW_REPLY_H
#define COSUB_SESSION_VIEW_REPLY_H

/*
 * The answer to a command in plain sentences, one fact a line and always in
 * the same order: for pipes, scripts, slow lines and screen readers.  Nothing
 * is told by colour or place alone, and nothing in it can move a cursor.
 */

#include "session/core/session.h"

/* Appends the answer to the command that was done last and gave this status.
 * When the place changed: for each side that moved (or for the one in view, as the
 * settings have it) its sentence, and, by how much is to be told, the author's note, what
 * was printed, which values the step changed, the line, and the frames that are there. */
void reply_append(struct session *s, enum session_status status, struct sbuf *out);

/* Appends where a side is and what its step did, as reply_append does. */
void reply_side(struct session *s, enum side side, struct sbuf *out);

/* Appends the lesson: its text, without the signs of headings. */
void reply_lesson(const struct session *s, struct sbuf *out);

/* Says in words what the screen says by a sign of its own: "at ◆1" becomes "at
 * re-entry point 1". */
void reply_in_words(struct sbuf *text);

/* Writes in ASCII what a terminal that knows no UTF-8 could not show. */
void reply_to_ascii(struct sbuf *text);

/* Appends a text of several lines, each made printable, and a line end. */
void reply_lines(const char *text, size_t n, struct sbuf *out);

#endif
