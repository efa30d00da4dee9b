#include "session/core/seek.h"

#include "session/core/cancellation.h"

#include <assert.h>

/* Where a side looks from: while it waits at a beat it has come there in an
 * earlier pair, which counts as earlier. */
static uint64_t origin(const struct session *s, enum side side, bool forward)
{
	uint64_t step = session_step(s, side);
	bool came_earlier = s->linked && pairing_find(s->pairing, side, step) < s->pair;
	return forward || !came_earlier ? step : step + 1;
}

/* The pair of a side's nearest place; false if there is none. */
static bool nearest(const struct session *s, enum side side, bool forward, seek_find *find,
	void *self, uint64_t *pair)
{
	if (!session_has(s, side))
		return false;
	uint64_t step = find(s, side, origin(s, side, forward), forward, self);
	*pair = step > 0 ? pairing_find(s->pairing, side, step) : 0;
	return step > 0;
}

static bool go_linked(struct session *s, bool forward, seek_find *find, void *self)
{
	assert(s->linked && "both sides go together");
	uint64_t best = 0, pair;
	bool found = false;
	for (int side = 0; side < SIDE_COUNT; side++) {
		if (!nearest(s, (enum side)side, forward, find, self, &pair))
			continue;
		best = !found || (forward ? pair < best : pair > best) ? pair : best;
		found = true;
	}
	return found && !cancellation_requested(s) && session_goto_pair(s, best);
}

bool seek_go(struct session *s, bool forward, seek_find *find, void *self)
{
	if (s->linked)
		return go_linked(s, forward, find, self);
	uint64_t step = find(s, s->in_view, session_step(s, s->in_view), forward, self);
	return step > 0 && !cancellation_requested(s) && session_goto_step(s, s->in_view, step);
}

struct seeker seeker_at(const struct session *s, enum side side, uint64_t step)
{
	assert(s->side[side].trace && "a side that the scenario has");
	const struct trace *t = s->side[side].trace;
	struct seeker h = { moment_new(t), moment_new(t) };
	moment_goto(h.at, step);
	return h;
}

bool seeker_move(struct seeker *h, bool forward)
{
	if (forward)
		return moment_forward(h->at);
	return moment_back(h->at) && moment_step(h->at) > 0;
}

void seeker_fini(struct seeker *h)
{
	moment_free(h->at);
	moment_free(h->before);
}
