#ifndef COSUB_UI_PANE_PANE_FRAMES_H
#define COSUB_UI_PANE_PANE_FRAMES_H

/*
 * The frames of one side, each in its slot for life: a sign, the name, the
 * state in a word, the place, the variables.  What a suspended frame keeps
 * and what a frame that is gone has lost is said at the right edge.
 */

#include "session/view/view.h"
#include "ui/canvas/canvas.h"

struct pane_frames {
	const struct view_frame *frames; /* of consecutive slots, from the top */
	uint32_t nframes;
	int rows_each; /* rows of a slot, at least 1 */
};

void pane_frames_draw(struct canvas *c, struct rect in, const struct pane_frames *p);

/* The rows that each of `slots` slots gets in a pane of so many rows. */
int pane_frames_rows_each(int rows, uint32_t slots);

/* Columns of values that a pane of this width can use. */
uint32_t pane_frames_value_columns(int cols);

#endif
