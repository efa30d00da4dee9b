#ifndef COSUB_UI_PANE_LEGEND_H
#define COSUB_UI_PANE_LEGEND_H

/*
 * What the signs of a picture mean.  The rows are one table, and those are told
 * whose signs the picture has: it is the canvas that is looked at, so nobody has
 * to say what they drew.
 */

#include "ui/canvas/canvas.h"

/* The most rows of the table. */
enum { LEGEND_ROWS_MOST = 32 };

struct legend_row {
	enum glyph glyph;
	enum glyph behind; /* a second cell; GLYPH_COUNT: there is none */
	unsigned roles;    /* a bit for each that the sign may have; 0: all but those of rules */
	enum role look;    /* how the sign stands in the legend */
	const char *meaning;
};

/* Row i of the table; NULL past the end. */
const struct legend_row *legend_row(size_t i);

/* The rows whose signs stand on a picture, as bits. */
uint32_t legend_of(const struct canvas *picture);

/* Whether a row tells what the sign in a cell of a picture means; also what is no
 * sign, such as text and rules, is told so. */
bool legend_has(const struct canvas *picture, int row, int col);

/* Appends the text of a row's sign. */
void legend_sign(const struct legend_row *row, struct sbuf *out);

/* Draws the rows that `which` has in a rectangle, from the top. */
void legend_draw(struct canvas *c, struct rect in, uint32_t which);

#endif
