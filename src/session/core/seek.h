#ifndef COSUB_SESSION_CORE_SEEK_H
#define COSUB_SESSION_CORE_SEEK_H

/*
 * Going to the nearest place where something is so, on whichever side that
 * comes first: what stopping, watching and searching have in common.
 */

#include "session/core/session.h"

/* The nearest wanted step of a side: forward the first one after `from`, back
 * the last one before it; 0 if there is none. */
typedef uint64_t seek_find(
	const struct session *s, enum side side, uint64_t from, bool forward, void *self);

/* Goes to the nearest place that find gives: on both sides if they are linked,
 * else on the side in view.  False, and nothing moved, if there is none or the
 * search was given up. */
bool seek_go(struct session *s, bool forward, seek_find *find, void *self);

/* Two moments of a side for looking through its run: `at` and, for what was
 * before, `before`.  seek_fini frees them. */
struct seeker {
	struct moment *at, *before;
};

/* A seeker whose `at` is at a step of a side, and `before` at the beginning; the trace
 * is borrowed. */
struct seeker seeker_at(const struct session *s, enum side side, uint64_t step);

/* Moves `at` by one step; false at the edge (forward: the end; back: step 0). */
bool seeker_move(struct seeker *h, bool forward);

/* Frees the moments. */
void seeker_fini(struct seeker *h);

#endif
