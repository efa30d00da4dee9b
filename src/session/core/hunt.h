#ifndef COSUB_SESSION_CORE_HUNT_H
#define COSUB_SESSION_CORE_HUNT_H

/*
 * Going to the nearest place where something is so, on whichever side that
 * comes first: what stopping, watching and searching have in common.
 */

#include "session/core/session.h"

/* The nearest wanted step of a side: forward the first one after `from`, back
 * the last one before it; 0 if there is none. */
typedef uint64_t hunt_find(const struct session *s, enum side side, uint64_t from, bool forward, void *self);

/* Goes to the nearest place that find gives: on both sides if they are linked,
 * else on the side in view.  False, and nothing moved, if there is none or the
 * search was given up. */
bool hunt_go(struct session *s, bool forward, hunt_find *find, void *self);

/* Two moments of a side for looking through its run: `at` and, for what was
 * before, `before`.  hunt_fini frees them. */
struct hunter {
	struct moment *at, *before;
};

struct hunter hunter_at(const struct session *s, enum side side, uint64_t step);

/* Moves `at` by one step; false at the edge (forward: the end; back: step 0). */
bool hunter_move(struct hunter *h, bool forward);

void hunter_fini(struct hunter *h);

#endif
