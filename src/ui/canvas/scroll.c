#include "ui/canvas/scroll.h"

static int clamp(int top, int total, int room)
{
	int last = total > room ? total - room : 0;
	return top < 0 ? 0 : top > last ? last : top;
}

void scroll_by(struct scroll *s, int n, int total, int room)
{
	s->top = clamp(s->top + n, total, room);
}

static int fit_margin(int margin, int room)
{
	return room > 2 * margin ? margin : 0;
}

static bool is_in_sight(int top, int place, int room, int margin)
{
	return place >= top + margin && place < top + room - margin;
}

/* Whether the place is in sight, with its margin unless that lies outside. */
static bool is_well_in_sight(int top, int place, int total, int room, int margin)
{
	margin = fit_margin(margin, room);
	return clamp(top, total, room) == top &&
		(is_in_sight(top, place, room, margin) ||
			(is_in_sight(top, place, room, 0) &&
				((top == 0 && place < margin) ||
					(top + room >= total && place >= total - margin))));
}

bool scroll_must_jump(const struct scroll *s, int place, int total, int room, int margin)
{
	bool new = !s->followed || s->place != place || s->room != room;
	return new && !is_well_in_sight(s->top, place, total, room, margin);
}

void scroll_follow(struct scroll *s, int place, int home, int total, int room, int margin)
{
	if (scroll_must_jump(s, place, total, room, margin)) {
		int top = clamp(home, total, room);
		if (home < 0 || !is_well_in_sight(top, place, total, room, margin))
			top = clamp(place - room / 3, total, room);
		s->top = top;
	}
	s->top = clamp(s->top, total, room);
	s->followed = true;
	s->place = place;
	s->room = room;
}
