#ifndef COSUB_UI_PANE_PANE_PRINTS_H
#define COSUB_UI_PANE_PANE_PRINTS_H

/*
 * What a side printed, below its lanes: each line begins in the column of the
 * step that completed it, and has one of the pane's rows for itself until the
 * next line needs that row.  The newest is always in sight.
 */

#include "ui/pane/pane_lanes.h"

struct pane_prints {
	struct pane_window window;
	const struct view_print
		*prints; /* the oldest first, the newest is the last of all by now */
	uint32_t nprints;
	const int *columns; /* of each print, where columns are not steps; else NULL */
};

void pane_prints_draw(struct canvas *c, struct rect in, const struct pane_prints *p);

#endif
