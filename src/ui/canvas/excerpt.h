#ifndef COSUB_UI_CANVAS_EXCERPT_H
#define COSUB_UI_CANVAS_EXCERPT_H

/*
 * Which rows of a source are shown when there is no room for all of them.
 * Control comes and goes between places that lie far apart, and a window that
 * followed it would jump at every switch.  So the rows to show are those of the
 * places where control is going to be from now on, as many of them as there is
 * room for, and what lies between them is left out; then nothing moves but the
 * mark of the current line until control gets somewhere else.
 *
 * A part is a run of shown rows with nothing but blank rows left out in it.
 */

#include <stdbool.h>

/* Rows that must be shown together; negative: none. */
struct excerpt_place {
	int row, caller;
};

struct excerpt_source {
	int rows;
	const bool *blank; /* of each row */
	/* of each row the one with which its function or class begins; negative: none */
	const int *head;
};

/* Chooses at most `room` rows, at least those of places[0] if there is room for
 * two, and writes them in order to out, which has space for `room`.  places are
 * in the order in which control gets to them.  Room that is left goes to the
 * beginning of the functions, to what lies between, to what follows.
 * Returns how many rows were chosen: all there are, or `room`. */
int excerpt_choose(const struct excerpt_source *s, const struct excerpt_place *places, int n,
	int room, int *out);

#endif
