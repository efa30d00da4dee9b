#ifndef COSUB_UI_PANE_PANE_LANES_H
#define COSUB_UI_PANE_PANE_LANES_H

/*
 * A side's run as lanes, one for each slot: where a frame was entered, ran,
 * waited, was suspended and ended.  The latest steps have a column each; when
 * the run is longer than the row, all that came before them is compressed into
 * its first columns, so that a life is seen from its birth on.
 */

#include "session/view/view.h"
#include "ui/canvas/canvas.h"

/* Which steps the columns of a row show. */
struct pane_window {
	uint32_t npast;  /* columns with the compressed steps 1..from - 1; 0: there are none */
	uint64_t from;   /* the step of the first column behind them, at least 1 */
	uint32_t nsteps; /* columns with a step each */
};

struct pane_lanes {
	struct pane_window window;          /* nsteps: those up to the current step */
	const struct view_lane_cell *past;  /* of lane i in column j: [i * npast + j] */
	const struct view_lane_cell *cells; /* of lane i at step from + j: [i * stride + j] */
	uint32_t stride;
	const char *const *names;
	uint32_t nlanes;
};

void pane_lanes_draw(struct canvas *c, struct rect in, const struct pane_lanes *p);

/* Numbers along the title's rule, above the columns of their steps.  They stay
 * as they are from step to step. */
void pane_lanes_axis(struct canvas *c, struct rect title, const struct pane_lanes *p);

/* The steps that have room in this width, and what to show when the current
 * step is k: always the same for the same step, and for as long as possible
 * the same for the next. */
uint32_t pane_lanes_columns(int cols);
struct pane_window pane_lanes_window(int cols, uint64_t k);

/* The first step of column j of the compressed ones. */
uint64_t pane_lanes_past_step(const struct pane_window *w, uint32_t j);

/* The step that has column col of a pane; 0 if none. */
uint64_t pane_lanes_step_at(int cols, const struct pane_window *w, int col);

/* The column of a step in a pane of this width, as for a lane: compressed if
 * need be; at least that of the first step. */
int pane_lanes_column_of(int cols, const struct pane_window *w, uint64_t step);

/* The columns of a pane in front of its lanes, for names. */
int pane_lanes_name_columns(int cols);

#endif
