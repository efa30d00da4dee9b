/* The pane of the whole run. */

#include "ui/stage/stage_parts.h"

#include "base/mem.h"
#include "ui/pane/pane_lanes.h"
#include "ui/pane/pane_whole.h"

enum { HALF = 50 }; /* of a hundred */

/* In which of n columns the run was in what the side is about. */
static const bool *list_inner(struct stage *t, enum side side, int cols, uint64_t steps)
{
	struct stage_side *ts = &t->side[side];
	uint32_t n = pane_lanes_columns(cols);
	if (ts->ninner == n)
		return ts->inner;
	ts->inner = mem_reallocarray(ts->inner, n, sizeof *ts->inner);
	ts->ninner = n;
	for (uint32_t j = 0; j < n; j++)
		ts->inner[j] = overview_share(stage_overview(t, side),
				       pane_whole_step(cols, steps, j),
				       pane_whole_step(cols, steps, j + 1)) >= HALF;
	return ts->inner;
}

static void draw_whole(struct stage *t, struct canvas *c, enum side side, struct arena *a)
{
	struct rect in = t->layout.at[side][PANE_WHOLE].body;
	struct pane_whole p = { .step = session_step(t->session, side),
		.steps = session_steps(t->session, side) };
	(void)a;
	if (in.rows == 0)
		return;
	p.inner = list_inner(t, side, in.cols, p.steps);
	pane_whole_draw(c, in, &p);
}

static void click_whole(struct stage *t, enum side side, int row, int col, struct sbuf *line)
{
	struct rect in = t->layout.at[side][PANE_WHOLE].body;
	(void)row;
	stage_say_goto(t, side,
		pane_whole_step_at(in.cols, session_steps(t->session, side), col - in.col), line);
}

/* Whether the lanes have no room for all steps. */
static bool is_whole_of_use(const struct layout_wish *w)
{
	return w->steps > pane_lanes_columns(layout_side_columns(w));
}

static int count_whole(const struct layout_wish *w)
{
	(void)w;
	return 1;
}

const struct pane_row pane_row_whole = {
	.title = "",
	.from_rows = 20,
	.is_of_use = is_whole_of_use,
	.turn = 5,
	.turn_ladder = 5,
	.there = count_whole,
	.wants = { { 1, 1 }, { 1, 1 }, { 1, 1 }, { 1, 1 }, { 1, 1 } },
	.ladder = { 1, 1, 1, 1, 1 },
	.draw = draw_whole,
	.click = click_whole,
};
