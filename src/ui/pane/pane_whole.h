#ifndef COSUB_UI_PANE_PANE_WHOLE_H
#define COSUB_UI_PANE_PANE_WHOLE_H

/*
 * The whole run of a side as one line: where the person is in it, and in which
 * parts it was in what the side is about: a coroutine, a function.  It has the
 * columns of the lanes.
 */

#include "ui/canvas/canvas.h"

struct pane_whole {
	uint64_t step, steps;
	const bool *inner; /* of each of pane_lanes_columns columns: whether it was */
};

void pane_whole_draw(struct canvas *c, struct rect in, const struct pane_whole *p);

/* The first step of column j of the line; that of the column behind the last
 * is one past the end. */
uint64_t pane_whole_step(int cols, uint64_t steps, uint32_t j);

/* The step to go to by a click on column col of the pane; 0 if none. */
uint64_t pane_whole_step_at(int cols, uint64_t steps, int col);

#endif
