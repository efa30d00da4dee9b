/* What the last search found, marked where the panes of its side show it. */

#include "ui/stage/stage_parts.h"

#include "base/sbuf.h"
#include "base/utf8.h"
#include "session/commands/search.h"

#include <string.h>

/* A row of the canvas as text, and the column of each of its bytes. */
struct row_text {
	struct sbuf text;
	int column[CANVAS_MAX * 4 + 1];
};

static bool is_digit(const struct canvas_cell *cell)
{
	return cell->c >= '0' && cell->c <= '9';
}

/* The column behind the line number that a row of source begins with. */
static int behind_number(const struct canvas *c, struct rect in, int row)
{
	int col = in.col, end = in.col + in.cols;
	while (col < end && !is_digit(canvas_cell(c, row, col)))
		col++;
	while (col < end && is_digit(canvas_cell(c, row, col)))
		col++;
	return col;
}

static void read_row(const struct canvas *c, int row, int col, int end, struct row_text *r)
{
	sbuf_truncate(&r->text, 0);
	for (; col < end; col++) {
		const struct canvas_cell *cell = canvas_cell(c, row, col);
		char bytes[4];
		size_t n = cell->width == 0 ? 0 : utf8_encode(bytes, cell->c);
		for (size_t i = 0; i < n; i++)
			r->column[r->text.len + i] = col;
		sbuf_bytes(&r->text, bytes, n);
	}
	r->column[r->text.len] = end;
}

static void mark_found(const struct session *s, struct canvas *c, struct rect in, bool numbered)
{
	struct row_text r = { 0 };
	struct rect part = rect_meet(in, canvas_rect(c));
	for (int row = part.row; row < part.row + part.rows; row++) {
		int first = numbered ? behind_number(c, part, row) : part.col;
		read_row(c, row, first, part.col + part.cols, &r);
		size_t n = r.text.len, at = search_find(s, sbuf_cstr(&r.text), n, 0);
		for (; at < n; at = search_find(s, r.text.text, n, at + s->sought.len)) {
			int col = r.column[at];
			struct rect hit = { row, col, 1, r.column[at + s->sought.len] - col };
			canvas_paint(c, hit, ROLE_FOUND);
		}
	}
	sbuf_fini(&r.text);
}

void stage_found_mark(const struct stage *t, struct canvas *c)
{
	static const enum pane panes[] = { PANE_SOURCE, PANE_FRAMES, PANE_PRINTS };
	const struct session *s = t->session;
	if (!s->found)
		return;
	for (int side = 0; side < SIDE_COUNT; side++) {
		for (size_t i = 0; i < sizeof panes / sizeof *panes; i++) {
			if (s->linked || (enum side)side == s->in_view)
				mark_found(s, c, t->layout.at[side][panes[i]].body,
					panes[i] == PANE_SOURCE);
		}
	}
	mark_found(s, c, t->layout.story.body, false);
}
