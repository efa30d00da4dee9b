#ifndef COSUB_UI_PANE_PANE_SOURCE_H
#define COSUB_UI_PANE_PANE_SOURCE_H

/*
 * The source of one side: each line with its number, its marks (■ a
 * breakpoint, … lines are left out behind it, ● an entry, ◆n a re-entry point,
 * ◄ a suspended frame will go on here), and behind it who will go on there or
 * who resumed it.
 */

#include "session/view/view.h"
#include "ui/canvas/canvas.h"

struct pane_source {
	const struct view_line
		*lines; /* from the top row on; number 0 is a gap between two parts of the file */
	uint32_t nlines;
	/* The line of the waiting caller when it is out of sight: it stays on the
	 * last or the first row.  NULL if there is no need. */
	const struct view_line *pinned;
	bool pinned_below;
	bool moved; /* the side moved: its current line stands out */
	/* The file that the lines stand in, and the role of each of its bytes; NULL: it has
	 * no colours. */
	const struct source *file;
	const uint8_t *roles;
	int digits; /* of the longest line number */
};

void pane_source_draw(struct canvas *c, struct rect in, const struct pane_source *p);

#endif
