#include "ui/pane/pane_whole.h"

#include "ui/pane/pane_lanes.h"

uint64_t pane_whole_step(int cols, uint64_t steps, uint32_t j)
{
	return 1 + steps * j / pane_lanes_columns(cols);
}

uint64_t pane_whole_step_at(int cols, uint64_t steps, int col)
{
	uint32_t j = (uint32_t)(col - pane_lanes_name_columns(cols));
	return col < pane_lanes_name_columns(cols) || j >= pane_lanes_columns(cols)
		? 0
		: pane_whole_step(cols, steps, j);
}

void pane_whole_draw(struct canvas *c, struct rect in, const struct pane_whole *p)
{
	int left = pane_lanes_name_columns(in.cols);
	uint32_t room = pane_lanes_columns(in.cols), here = 0;
	if (in.rows == 0)
		return;
	canvas_str(c, in, 0, 0, ROLE_GONE, "whole run");
	while (here + 1 < room && pane_whole_step(in.cols, p->steps, here + 1) <= p->step)
		here++;
	for (uint32_t j = 0; j < room; j++) {
		enum role role = j < here ? ROLE_WAITING : ROLE_GONE; /* what comes is grey */
		canvas_glyph(c, in, 0, left + (int)j, p->inner[j] ? role : ROLE_RULE,
			p->inner[j] ? GLYPH_PART : GLYPH_HORIZONTAL);
	}
	canvas_glyph(c, in, 0, left + (int)here, ROLE_WAITING, GLYPH_HERE);
}
