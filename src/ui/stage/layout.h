#ifndef COSUB_UI_STAGE_LAYOUT_H
#define COSUB_UI_STAGE_LAYOUT_H

/*
 * Where each pane stands on a screen of a given size.  A pane's row
 * (panes.h) says from which screen height it is shown and how many rows it
 * wants.  What comes out depends only on
 * the size and on what the runs are as a whole, never on the step, so panes do
 * not move while a run is stepped.
 */

#include "lang/text/scenario.h"
#include "ui/canvas/canvas.h"
#include "ui/stage/panes.h"

#include <stdbool.h>

struct layout_wish {
	int rows, cols;
	bool has[SIDE_COUNT];
	enum side in_view; /* which side is shown where there is room for one */
	enum pane zoom;    /* this pane takes all rows of its side; PANE_COUNT: none */
	bool ladder; /* PANE_LANES shows messages, which take more rows, and what is printed too */
	/* The most that either side has over its whole run. */
	int lines, slots, prints;
	int tasks; /* of asyncio, whose lanes PANE_LANES shows; 0: it shows those of slots */
	uint64_t steps;
};

struct layout_pane {
	struct rect title, body; /* one row, or empty where there is no room for titles */
};

struct layout {
	bool shown[SIDE_COUNT]; /* has panes */
	struct layout_pane at[SIDE_COUNT][PANE_COUNT];
	struct layout_pane story;
	struct rect status;
	struct rect divider; /* one column between two sides; empty if there is one */
	/* On a wide screen what the signs mean, right of the panes; else empty. */
	struct rect legend, legend_title, legend_rule;
	int cols;               /* of the panes */
	bool tells[SIDE_COUNT]; /* the story has a sentence of this side */
	int sentence_rows;      /* for each sentence */
	int note_rows;          /* for the authors' notes, all together */
};

/* The narrowest screen with both sides, and the smallest with any pane. */
enum { LAYOUT_BOTH_COLS = 76, LAYOUT_MIN_COLS = 40, LAYOUT_MIN_ROWS = 10 };

/* Columns of a side. */
int layout_side_columns(const struct layout_wish *w);

/* Carves a screen.  All rectangles are inside it and none share a cell. */
void layout_carve(struct layout *l, const struct layout_wish *w);

#endif
