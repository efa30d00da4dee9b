#ifndef COSUB_UI_PANE_LANES_H
#define COSUB_UI_PANE_LANES_H

/*
 * A side's run as lanes, one for each slot, one column for each step: where a
 * frame was entered, ran, waited, was suspended and ended.  Below the lanes
 * stands what was printed, where it was printed.
 */

#include "session/view.h"
#include "ui/canvas.h"

struct pane_lanes {
	uint64_t from;                          /* the step of the first column, at least 1 */
	uint32_t nsteps;                        /* columns that are there, up to the current step */
	const struct view_lane_cell *cells;     /* of lane i at step from + j: [i * nsteps + j] */
	const char *const *names;
	uint32_t nlanes;
	const struct view_print *prints;        /* nsteps of them */
};

void pane_lanes_draw(struct canvas *c, struct rect in, const struct pane_lanes *p);

/* The row with what was printed. */
void pane_prints_draw(struct canvas *c, struct rect in, const struct pane_lanes *p);

/* Numbers along the title's rule, above the columns of their steps, and a mark
 * above the current step. */
void pane_lanes_axis(struct canvas *c, struct rect title, const struct pane_lanes *p);

/* The steps that have room in this width, and the first of those to show when
 * the current step is k: always the same for the same step, and for as long
 * as possible the same for the next. */
uint32_t pane_lanes_columns(int cols);
uint64_t pane_lanes_from(int cols, uint64_t k);

/* The step that has column col of a pane whose first step is from; 0 if none. */
uint64_t pane_lanes_step_at(int cols, uint64_t from, int col);

#endif
