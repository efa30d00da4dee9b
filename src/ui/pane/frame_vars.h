#ifndef COSUB_UI_PANE_FRAME_VARS_H
#define COSUB_UI_PANE_FRAME_VARS_H

/*
 * The variables of a frame, as the frames pane shows them.  In one row long
 * values make room for the others: an old value is left out, an object is told
 * without its attributes, a list by its beginning.  What the step changed is
 * always in sight.
 */

#include "session/view/view.h"
#include "ui/canvas/canvas.h"

/* Where drawing ended.  Texts stand one behind the other; where one does not
 * fit the next row is begun, and behind the last row there is only the sign of
 * a cut. */
struct frame_vars_end {
	struct canvas *canvas;
	struct rect in;
	int row, col;
	bool full;
	bool cut; /* the last text says itself that there is more of it */
};

/* Whether a frame has come to its end; then its variables stand in parentheses. */
bool frame_vars_over(const struct view_frame *f);

/* Draws the variables into the rows of `in`, with a gap between them. */
struct frame_vars_end frame_vars_put(
	struct canvas *c, struct rect in, const struct view_frame *f, const char *gap);

#endif
