/* A pane that says that it is one. */

#include "ui/stage/stage_parts.h"

static void draw_dummy(struct stage *t, struct canvas *c, enum side side, struct arena *a)
{
	(void)a;
	canvas_str(c, t->layout.at[side][PANE_DUMMY].body, 0, 0, ROLE_NORMAL, "I am drawn");
}

static int count_dummy(const struct layout_wish *w)
{
	(void)w;
	return 1;
}

const struct pane_row pane_row_dummy = {
	.title = "dummy",
	.turn = PANE_COUNT,
	.turn_ladder = PANE_COUNT,
	.there = count_dummy,
	.wants = { { 1, 1 }, { 1, 1 }, { 1, 1 }, { 1, 1 }, { 1, 1 } },
	.draw = draw_dummy,
};
