#ifndef COSUB_UI_PANE_PANE_TASKS_H
#define COSUB_UI_PANE_PANE_TASKS_H

/*
 * The tasks of a run as lanes on its virtual time, one below the other in the
 * order in which they are made, with what each waits for at the right edge as long
 * as the lane leaves room for it; below them, folded into one lane, the event
 * loop, if there is room.
 */

#include "session/view/timeline.h"
#include "ui/canvas/canvas.h"

struct pane_tasks {
	const struct timeline *time;
	const char *const *names;    /* of the tasks in sight */
	const uint8_t *const *cells; /* enum time_cell, as many as there are columns */
	const char *const *states;   /* of the tasks: "until 3.0", or NULL */
	uint32_t ntasks;
	const char *const *times; /* of each column; NULL: columns are steps */
	const char *clock;        /* "1.5": the time now */
	bool loop;                /* its lane is drawn too */
};

void pane_tasks_draw(struct canvas *c, struct rect in, const struct pane_tasks *p);

/* The times along the title's rule, a mark above the column of now, and the
 * clock at its end. */
void pane_tasks_axis(struct canvas *c, struct rect title, const struct pane_tasks *p);

/* The columns that a row of this width has; a wide one keeps some at its end for
 * what the task waits for. */
uint32_t pane_tasks_columns(int cols);

#endif
