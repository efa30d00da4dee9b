#include "ui/pane/legend.h"

#include "base/sbuf.h"

#include <string.h>

enum { SIGN_COLS = 4 };

#define BIT(role) (1u << (role))

/* clang-format off */
static const struct legend_row table[] = {
	{ GLYPH_CURRENT, GLYPH_COUNT, 0, ROLE_RUNNING, "the line that comes next" },
	{ GLYPH_RUNNING, GLYPH_COUNT, 0, ROLE_RUNNING, "runs: one frame at a time" },
	{ GLYPH_SUSPENDED, GLYPH_COUNT, 0, ROLE_SUSPENDED,
		"suspended: it keeps its place and its variables" },
	{ GLYPH_WAITING, GLYPH_COUNT, BIT(ROLE_WAITING), ROLE_WAITING,
		"waits for what it called, or for its turn" },
	{ GLYPH_VERTICAL, GLYPH_COUNT, BIT(ROLE_WAITING), ROLE_WAITING,
		"waits for what it called" },
	{ GLYPH_CREATED, GLYPH_COUNT, 0, ROLE_WAITING, "made, and not begun" },
	{ GLYPH_DOT, GLYPH_COUNT, BIT(ROLE_WAITING), ROLE_WAITING, "not begun yet" },
	{ GLYPH_GONE, GLYPH_COUNT, BIT(ROLE_GONE) | BIT(ROLE_NORMAL), ROLE_GONE,
		"returned: the frame is gone, its variables are lost" },
	{ GLYPH_GONE, GLYPH_COUNT, BIT(ROLE_ERROR), ROLE_ERROR, "ended by an exception" },
	{ GLYPH_ENTRY, GLYPH_COUNT, 0, ROLE_ENTRY, "an entry point: each call begins here" },
	{ GLYPH_POINT, GLYPH_COUNT, 0, ROLE_POINT,
		"a re-entry point and its number: suspended here, it goes on here" },
	{ GLYPH_GO_ON, GLYPH_COUNT, 0, ROLE_POINT, "a suspended frame goes on here" },
	{ GLYPH_HORIZONTAL, GLYPH_HEAD_RIGHT, 0, ROLE_POINT,
		"from here to there: a value, or control" },
	{ GLYPH_HEAD_LEFT, GLYPH_HORIZONTAL, 0, ROLE_POINT,
		"comes in from there: a value, or control" },
	{ GLYPH_CHANGE, GLYPH_COUNT, 0, ROLE_CHANGED,
		"became; or leads to what a frame waits for" },
	{ GLYPH_BREAKPOINT, GLYPH_COUNT, 0, ROLE_BREAKPOINT, "a breakpoint" },
	{ GLYPH_CUT, GLYPH_COUNT, 0, ROLE_NORMAL,
		"more than there is room for; behind a number: lines left out" },
	{ GLYPH_DOT, GLYPH_DOT, BIT(ROLE_NUMBER), ROLE_NUMBER, "other cells of the file" },
	{ GLYPH_HERE, GLYPH_COUNT, 0, ROLE_WAITING, "where you are in the whole run" },
	{ GLYPH_PART, GLYPH_COUNT, 0, ROLE_WAITING, "there coroutines or functions run" },
	{ GLYPH_BELOW, GLYPH_COUNT, BIT(ROLE_TITLE), ROLE_TITLE, "now, on the clock" },
	{ GLYPH_TEE_DOWN, GLYPH_COUNT, BIT(ROLE_RULE), ROLE_RULE,
		"left of it steps are drawn together" },
	{ GLYPH_NOTE, GLYPH_COUNT, 0, ROLE_NOTE, "a note of the lesson's author" },
};
/* clang-format on */

static_assert(sizeof table / sizeof *table <= LEGEND_ROWS_MOST, "a bit for each row");

const struct legend_row *legend_row(size_t i)
{
	return i < sizeof table / sizeof *table ? &table[i] : NULL;
}

/* Whether a cell has a glyph, in the charset of its canvas. */
static bool is_glyph(const struct canvas *c, const struct canvas_cell *cell, enum glyph g)
{
	if (c->charset == CHARSET_ASCII)
		return cell->c == (unsigned char)*glyph_ascii(g);
	return cell->c == glyph_code(g);
}

/* A piece of rule is a sign only where it is an arrow's shaft, or a row asks for it. */
static bool is_sign(const struct canvas *c, int row, int col, const struct legend_row *r)
{
	const struct canvas_cell *cell = canvas_cell(c, row, col);
	if (!is_glyph(c, cell, r->glyph))
		return false;
	if (r->roles != 0 && (r->roles & BIT(cell->role)) == 0)
		return false;
	if (r->roles == 0 && cell->role == ROLE_RULE)
		return false;
	if (cell->rules != 0)
		return false;
	return r->behind == GLYPH_COUNT || (col + 1 < c->cols && is_glyph(c, cell + 1, r->behind));
}

/* The rows that tell of a cell. */
static uint32_t rows_of(const struct canvas *c, int row, int col)
{
	uint32_t found = 0;
	const struct canvas_cell *cell = canvas_cell(c, row, col);
	if (cell->c == ' ' || cell->c == 0)
		return 0;
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		found |= is_sign(c, row, col, &table[i]) ? 1u << i : 0;
	return found;
}

uint32_t legend_of(const struct canvas *picture)
{
	uint32_t found = 0;
	for (int row = 0; row < picture->rows; row++)
		for (int col = 0; col < picture->cols; col++)
			found |= rows_of(picture, row, col);
	return found;
}

/* Whether a cell is a part of an arrow. */
static bool is_shaft(const struct canvas *c, const struct canvas_cell *cell)
{
	return cell->role != ROLE_WAITING &&
		(is_glyph(c, cell, GLYPH_HORIZONTAL) || is_glyph(c, cell, GLYPH_DOT));
}

bool legend_has(const struct canvas *picture, int row, int col)
{
	const struct canvas_cell *cell = canvas_cell(picture, row, col);
	bool sign = cell->c >= 0x80 && glyph_ascii_of(cell->c) != NULL && cell->rules == 0 &&
		cell->role != ROLE_RULE;
	return !sign || is_shaft(picture, cell) || rows_of(picture, row, col) != 0;
}

void legend_sign(const struct legend_row *row, struct sbuf *out)
{
	sbuf_str(out, glyph_text(row->glyph));
	if (row->behind != GLYPH_COUNT)
		sbuf_str(out, glyph_text(row->behind));
}

void legend_draw(struct canvas *c, struct rect in, uint32_t which)
{
	struct sbuf sign = { 0 };
	for (size_t i = 0; i < sizeof table / sizeof *table && in.rows > 0; i++) {
		if ((which & 1u << i) == 0)
			continue;
		struct rect text = in;
		sbuf_truncate(&sign, 0);
		legend_sign(&table[i], &sign);
		canvas_text(c, in, 0, 0, table[i].look, 0, sign.text, sign.len);
		rect_left(&text, SIGN_COLS);
		int rows = canvas_wrap(
			c, text, ROLE_NORMAL, table[i].meaning, strlen(table[i].meaning));
		rect_top(&in, rows > 0 ? rows : 1);
	}
	sbuf_fini(&sign);
}
