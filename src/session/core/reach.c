#include "session/core/reach.h"

struct reach_place reach_place(const struct session *s)
{
	struct reach_place place = { .loads = s->loads };
	for (int side = 0; side < SIDE_COUNT; side++) {
		if (s->side[side].moment != NULL)
			place.step[side] = session_step(s, (enum side)side);
	}
	return place;
}

static bool has_reached_end_of(const struct session *s, enum side side)
{
	return !session_has(s, side) || s->reached[side] == session_steps(s, side);
}

static bool stands_at_reached_end(const struct session *s)
{
	if (!session_is_at_end(s))
		return false;
	if (!s->linked)
		return has_reached_end_of(s, s->in_view);
	return has_reached_end_of(s, SIDE_COROUTINE) && has_reached_end_of(s, SIDE_SUBROUTINE);
}

void reach_note(struct session *s, const struct reach_place *before, bool jumped)
{
	struct reach_place now = reach_place(s);
	bool further = false;
	if (s->pairing == NULL) /* nothing runs here: commands of a configuration */
		return;
	for (int side = 0; side < SIDE_COUNT; side++) {
		bool been = before->step[side] <= s->reached[side];
		if (now.loads != before->loads) /* other steps: only the place is comparable */
			s->reached[side] = been ? now.step[side] : 0;
		else if (!jumped && been && now.step[side] > s->reached[side]) {
			s->reached[side] = now.step[side];
			further = true;
		}
	}
	s->reached_end = s->reached_end || (further && stands_at_reached_end(s));
}

void reach_begin_here(struct session *s)
{
	struct reach_place now = reach_place(s);
	for (int side = 0; side < SIDE_COUNT; side++)
		s->reached[side] = now.step[side];
	s->reached_end = false;
}

bool reach_is_end(const struct session *s)
{
	return s->reached_end;
}
