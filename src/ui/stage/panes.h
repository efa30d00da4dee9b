#ifndef COSUB_UI_STAGE_PANES_H
#define COSUB_UI_STAGE_PANES_H

/*
 * The panes of a side, a row each: when it is shown, how many rows of the
 * screen it wants, how it is drawn, what a click on it does, how it scrolls.
 * A pane is a file of this folder that ends with its row, and its line in the
 * list; what it remembers from picture to picture is in struct stage_side.
 */

#include "lang/text/scenario.h"

#include <stdbool.h>

struct arena;
struct canvas;
struct layout_wish;
struct sbuf;
struct stage;

/* From top to bottom; each is pane_row_NAME. */
#define PANES(X) \
	X(SOURCE, source) \
	X(FRAMES, frames) \
	X(LANES, lanes) \
	X(PRINTS, prints) \
	X(WHOLE, whole)

#define X(name, row) PANE_##name,
enum pane { PANES(X) PANE_COUNT };
#undef X

/* Rows are handed out in rounds. */
enum round { ROUND_LEAST, ROUND_GOOD, ROUND_TWICE, ROUND_MORE, ROUND_ALL, ROUND_COUNT };

struct pane_row {
	const char *title; /* a word; "": it has no title */
	int from_rows;     /* not shown on screens with fewer */
	/* Whether there is anything to show; NULL: always. */
	bool (*is_of_use)(const struct layout_wish *w);

	/* Who is asked first when rows are handed out: the lowest; and while
	 * messages are shown.  No two have the same. */
	int turn, turn_ladder;
	/* Lines, slots, ... over the whole run. */
	int (*there)(const struct layout_wish *w);
	/* Rows in each round: so many for each of those (per), at most so many (most). */
	struct {
		int per, most;
	} wants[ROUND_COUNT];
	int ladder[ROUND_COUNT]; /* the most while messages are shown */
	int tasks[ROUND_COUNT];  /* the most while lanes are those of tasks; 0: as ever */
	bool whole; /* in ROUND_TWICE and ROUND_MORE some of the rows are of no use, only all */

	/* Draws it where the layout says, which may have no rows for it; NULL:
	 * another pane does. */
	void (*draw)(struct stage *t, struct canvas *c, enum side side, struct arena *a);
	/* Appends the title; NULL: its word. */
	void (*say_title)(const struct stage *t, enum side side, struct sbuf *out);
	/* Draws what stands over the drawn title; NULL: nothing. */
	void (*mark_title)(
		const struct stage *t, struct canvas *c, enum side side, struct arena *a);
	bool tells_side; /* its title stands out only on the side in view */

	/* Appends the command line that a click on this place of the screen means,
	 * if it means any; NULL: none. */
	void (*click)(struct stage *t, enum side side, int row, int col, struct sbuf *line);

	/* How many of what it scrolls over have room, and how many there are; NULL:
	 * rows of the screen, slots. */
	int (*room)(const struct stage *t, enum side side);
	int (*total)(const struct stage *t, enum side side);
	/* Moves the window by so many; NULL: it does not scroll. */
	void (*scroll)(struct stage *t, enum side side, int by);
	int wheel; /* by a notch of the wheel; 0: it does not */
};

const struct pane_row *pane_row(enum pane p);

/* Whether it has a title. */
bool pane_is_titled(enum pane p);

#endif
