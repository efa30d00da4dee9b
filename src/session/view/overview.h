#ifndef COSUB_SESSION_VIEW_OVERVIEW_H
#define COSUB_SESSION_VIEW_OVERVIEW_H

/*
 * A run seen from afar: what happened in long stretches of it, for pictures
 * that show many steps in one column.  One pass over the steps gathers it, on
 * several scales; afterwards no question costs more in a long run than in a
 * short one.
 */

#include "session/view/view.h"

struct overview;

/* Looks at the whole run of a side that is there.  The overview reads nothing
 * of the session later on; the caller frees it with overview_free. */
struct overview *overview_new(const struct session *s, enum side side);
void overview_free(struct overview *v);

/* The first of the steps [from, to) at which the last frame in a slot is one of
 * the code; to if there is none. */
uint64_t overview_owned(const struct overview *v, uint32_t slot, const struct code *code,
	uint64_t from, uint64_t to);

/* What happened most strikingly to a slot in the steps [from, to): the
 * entrance or the end of a frame before a suspension, that before mere
 * states, of which running is the strongest.  Beginnings and ends of the
 * stretch are rounded in long runs.  from >= 1. */
struct view_lane_cell overview_cell(
	const struct overview *v, uint32_t slot, uint64_t from, uint64_t to);

/* How many of a hundred steps in [from, to) were taken in what the side is
 * about: on the coroutine side in coroutines, on the other in functions; the
 * rest was the program's own lines.  from >= 1. */
unsigned overview_share(const struct overview *v, uint64_t from, uint64_t to);

/* Before step k come only lines, back to the step that is returned at least:
 * no switch of control is in [it, k].  k + 1 if there is no such stretch.  k >= 1. */
uint64_t overview_quiet_from(const struct overview *v, uint64_t k);

#endif
