#ifndef COSUB_SESSION_CORE_REACH_H
#define COSUB_SESSION_CORE_REACH_H

/*
 * How far a person has walked through the runs: up to which step of each side they came
 * step by step, without a jump over what lies between.  Whoever goes to the last step at
 * once has not walked there.
 */

#include "session/core/session.h"

/* Where a session stands before a command. */
struct reach_place {
	uint64_t step[SIDE_COUNT];
	uint32_t loads;
};

struct reach_place reach_place(const struct session *s);

/* After a command: what it went over counts if it began where the person had been.  A jump
 * adds nothing, wherever it leads. */
void reach_note(struct session *s, const struct reach_place *before, bool jumped);

/* The walk begins where the session stands now: somebody else has prepared it. */
void reach_begin_here(struct session *s);

/* Whether the end was walked to: that of both sides, or, when they went each its own way, of
 * the one in view. */
bool reach_is_end(const struct session *s);

#endif
