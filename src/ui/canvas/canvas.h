#ifndef COSUB_UI_CANVAS_CANVAS_H
#define COSUB_UI_CANVAS_CANVAS_H

/*
 * The drawing ground: a plain array of cells, each a character with a role.
 * All panes draw here, inside a rectangle that they are given; what a
 * terminal does with the picture is screen.h's affair, and a test reads it as
 * text.
 *
 * Whatever is drawn is clipped to its rectangle and made printable first, so
 * no pane needs to look at sizes to be safe, and no text of a program, a file
 * name or an error can move a cursor or leave its place.  All sizes are fine,
 * also none at all.  Rows and columns count from 0; those of a drawing
 * function are relative to its rectangle.
 */

#include "base/array.h"
#include "ui/canvas/look.h"

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sbuf;

/* A rectangle of a canvas; empty if rows or cols is 0. */
struct rect {
	int row, col, rows, cols;
};

/* These carve a strip of n rows or columns (as many as there are) off *rest
 * and return it. */
struct rect rect_top(struct rect *rest, int n);
struct rect rect_bottom(struct rect *rest, int n);
struct rect rect_left(struct rect *rest, int n);
struct rect rect_right(struct rect *rest, int n);

/* The part that a and b share. */
struct rect rect_meet(struct rect a, struct rect b);

/* A rectangle of at most rows x cols in the middle of r: a place for a pop-up. */
struct rect rect_centre(struct rect r, int rows, int cols);

enum { CELL_MARKS = 4 };

/* One column of one row: a word, so that two of them are compared at once. */
struct canvas_cell {
	uint32_t c;          /* the character */
	unsigned marks : 16; /* number of the marks on it, see canvas_marks; 0: none */
	unsigned role : 8;   /* enum role */
	unsigned width : 4;  /* 1, 2, or 0 for the right half of a wide one */
	unsigned rules : 4;  /* directions if this is a piece of rule */
};
static_assert(sizeof(struct canvas_cell) == 8, "no byte of a cell is unused");

/* The marks on one character, 0 ends them. */
struct canvas_marks {
	uint32_t c[CELL_MARKS + 1];
};

/* Zeroed memory is an empty canvas. */
struct canvas {
	int rows, cols;
	enum charset charset;
	struct canvas_cell *cells;
	struct {
		ARRAY(struct canvas_marks);
	} marks; /* of few cells, so beside them */
};

/* The most rows and columns of a canvas. */
enum { CANVAS_MAX = 1000 };

/* Gives the canvas a size (cut to CANVAS_MAX) and makes it blank. */
void canvas_size(struct canvas *c, int rows, int cols);

void canvas_fini(struct canvas *c);

/* The rectangle of the whole canvas. */
struct rect canvas_rect(const struct canvas *c);

/* The cell at row and col of the canvas, which must exist. */
const struct canvas_cell *canvas_cell(const struct canvas *c, int row, int col);

/* The marks on the character of a cell of c, 0 ends them. */
const uint32_t *canvas_marks(const struct canvas *c, const struct canvas_cell *cell);

/* Blanks a rectangle, in ROLE_NORMAL. */
void canvas_erase(struct canvas *c, struct rect in);

/* Gives a role to all cells of a rectangle and leaves their characters. */
void canvas_paint(struct canvas *c, struct rect in, enum role role);

/* How text is drawn. */
enum {
	TEXT_CUT = 1,  /* a mark in the last column if some of it did not fit, and
	                 * in the first if col is negative and text was left out */
	TEXT_TABS = 2, /* tabs go to the next column divisible by 8, as in a source
	                 * file; otherwise they are shown as ^I */
};

/* Draws n bytes on one row and returns the column behind them; a result past
 * in.cols says that not all fitted (and nothing more: the rest of a long text
 * is not measured).  A negative col scrolls the text to the left.  A wide
 * character is drawn only if both its columns fit, and one that ends in the last
 * column of the canvas without its combining marks. */
int canvas_text(struct canvas *c, struct rect in, int row, int col, enum role role, unsigned flags,
	const char *s, size_t n);

/* As canvas_text from column 0 on, with a role for each byte. */
int canvas_coloured(struct canvas *c, struct rect in, int row, unsigned flags, const char *s,
	size_t n, const uint8_t *roles);

/* As canvas_text, for a string, with no flags. */
int canvas_str(struct canvas *c, struct rect in, int row, int col, enum role role, const char *s);

/* As canvas_text with TEXT_CUT, formatted as printf does. */
int canvas_printf(struct canvas *c, struct rect in, int row, int col, enum role role,
	const char *fmt, ...) __attribute__((format(printf, 6, 7)));

/* Draws a number at the right edge of `width` columns, or over more of them if it
 * is longer, and returns the column behind it. */
int canvas_number(
	struct canvas *c, struct rect in, int row, int col, enum role role, int width, uint64_t n);

/* Draws a sign and returns the column behind it. */
int canvas_glyph(struct canvas *c, struct rect in, int row, int col, enum role role, enum glyph g);

/* The columns that n bytes take when drawn from column 0 with no flags. */
int canvas_columns(struct canvas *c, const char *s, size_t n);

/* Draws text over as many rows as it needs, broken between words where that
 * is possible, and at newlines.  Returns the rows that it takes in the width of
 * the rectangle, whether or not they fit in its height: with an empty height
 * nothing is drawn and the text is only measured. */
int canvas_wrap(struct canvas *c, struct rect in, enum role role, const char *s, size_t n);

/* The same without the first rows of the text: row `from` comes into the first
 * of the rectangle. */
int canvas_wrap_from(
	struct canvas *c, struct rect in, int from, enum role role, const char *s, size_t n);

/* Draw a rule of n cells to the right or downwards.  Where it meets rules that
 * are there already, they join: the picture shows tees, corners and crosses. */
void canvas_rule_right(struct canvas *c, struct rect in, int row, int col, int n);
void canvas_rule_down(struct canvas *c, struct rect in, int row, int col, int n);

/* Blanks a rectangle, draws rules along its edge and returns what is inside. */
struct rect canvas_box(struct canvas *c, struct rect in);

/* Appends the picture as UTF-8, a line each row, without trailing blanks. */
void canvas_dump(const struct canvas *c, struct sbuf *out);

/* Appends the roles, a line each row, a letter each column (see role_look),
 * without trailing normal cells. */
void canvas_roles(const struct canvas *c, struct sbuf *out);

#endif
