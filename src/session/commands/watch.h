#ifndef COSUB_SESSION_COMMANDS_WATCH_H
#define COSUB_SESSION_COMMANDS_WATCH_H

/*
 * What a watched expression is, frame by frame and step by step.  Values that
 * were told once are remembered, so that a step that changes nothing of what the
 * expression sees costs no evaluation.
 */

#include "session/core/seek.h"
#include "session/inspect/sandbox.h"

struct watch;

/* For an expression in the frames of a function (its qualified name); all that
 * is given outlives the watch. */
struct watch *watch_new(struct sandbox *bench, const char *expression, const char *function);
void watch_free(struct watch *w);

/* Whether the step that led to h->at gave the expression another value in a
 * frame: *frame is its id, and the values before and after are appended (before
 * is left empty if it had none).  h->before may be moved. */
bool watch_changed(struct watch *w, const struct seeker *h, uint32_t *frame, struct sbuf *before,
	struct sbuf *after);

#endif
