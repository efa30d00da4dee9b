#ifndef COSUB_SESSION_VIEW_TRANSCRIPT_H
#define COSUB_SESSION_VIEW_TRANSCRIPT_H

/*
 * A run told from beginning to end in plain lines, for pipes, slow lines and
 * screen readers: nothing is said by colour or place alone.
 */

#include "export/export.h"
#include "session/core/session.h"

/* Tells the lesson and then both runs, pair by pair: a line for each step of a
 * side, the author's notes and what is printed below it.  The session ends up
 * at the end.  False as soon as the sink refuses. */
bool transcript_session(struct session *s, const struct export_sink *sink);

/* Tells the steps of one run, indented by the depth of calls. */
bool transcript_side(struct session *s, enum side side, const struct export_sink *sink);

#endif
