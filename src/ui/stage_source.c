#include "ui/stage_parts.h"

#include "session/view.h"
#include "ui/pane_source.h"

#include <string.h>

enum { SOURCE_MARGIN = 1 };

static int most(int a, int b)
{
	return a > b ? a : b;
}

/* The row of a line; -1 if it has none. */
static int row_of(const struct stage_side *ts, uint32_t line)
{
	int low = 0, high = ts->nrows;
	if (line == 0)
		return -1;
	for (int i = low; i < high; i++)
		if (ts->rows[i] == line)
			return i;
	return -1;
}

/* Lines of n rows from row `first` on; what is asked of the view at once are
 * the lines that follow each other in the file. */
static struct view_line *lines_of_rows(const struct stage *t, enum side side, int first, int n, struct arena *a)
{
	const struct stage_side *ts = &t->side[side];
	struct view_line *lines = arena_alloc(a, ((size_t)n + 1) * sizeof *lines);
	for (int i = 0, run; i < n; i += run) {
		uint32_t line = ts->rows[first + i];
		for (run = 1; line != 0 && i + run < n && ts->rows[first + i + run] == line + (uint32_t)run; )
			run++;
		if (line != 0)
			memcpy(&lines[i], view_lines(t->session, side, line, (uint32_t)run, a), (size_t)run * sizeof *lines);
	}
	return lines;
}

/* The row of the function that a row belongs to, if both have room. */
static int function_row(const struct stage *t, enum side side, int row, int room, struct arena *a)
{
	int first = row - room + 2 + SOURCE_MARGIN;
	first = first < 0 ? 0 : first;
	const struct view_line *lines = lines_of_rows(t, side, first, row - first + 1, a);
	for (int i = row - first; i >= 0; i--)
		if (lines[i].entry)
			return first + i;
	return -1;
}

/* Moves `top` so that both rows are in sight, if both have room. */
static int top_with(int top, int row, int other, int room)
{
	int low = most(row, other) - room + 1, high = row < other ? row : other;
	if (other < 0 || low > high)
		return top;
	return top < low ? low : top > high ? high : top;
}

/* The current line stays in sight, and if it can be the waiting caller's too.
 * The caller's line covers an edge when it is out of sight. */
static void follow_source(struct stage *t, enum side side, struct arena *a)
{
	struct stage_side *ts = &t->side[side];
	int room = stage_room(t, side, PANE_SOURCE), home = -1;
	int row = row_of(ts, view_current_line(t->session, side));
	int caller = row_of(ts, view_caller_line(t->session, side));
	bool seen = caller >= ts->source.top && caller < ts->source.top + room;
	int margin = caller < 0 || seen ? 0 : SOURCE_MARGIN;
	row = row < 0 ? 0 : row;
	if (scroll_must_jump(&ts->source, row, ts->nrows, room, margin)) {
		home = function_row(t, side, row, room, a);
		home = top_with(home < 0 ? most(row - room / 3, 0) : home, row, caller, room);
	}
	scroll_follow(&ts->source, row, home, ts->nrows, room, margin);
}

static int digits(uint32_t n)
{
	return n < 10 ? 1 : 1 + digits(n / 10);
}

void stage_source_draw(struct stage *t, struct canvas *c, enum side side, struct arena *a)
{
	struct stage_side *ts = &t->side[side];
	struct rect in = t->layout.at[side][PANE_SOURCE].body;
	if (in.rows == 0)
		return;
	follow_source(t, side, a);
	int n = ts->nrows - ts->source.top < in.rows ? ts->nrows - ts->source.top : in.rows;
	struct view_line *lines = lines_of_rows(t, side, ts->source.top, n, a);
	uint32_t last = ts->nrows > 0 ? ts->rows[ts->nrows - 1] : 0;
	struct pane_source p = { .lines = lines, .nlines = (uint32_t)n, .moved = t->session->side[side].moved, .digits = most(digits(last), 2) };
	int caller = row_of(ts, view_caller_line(t->session, side));
	if (caller >= 0 && (caller < ts->source.top || caller >= ts->source.top + in.rows)) {
		struct view_line *pinned = lines_of_rows(t, side, caller, 1, a);
		p.pinned = pinned;
		p.pinned_below = caller > ts->source.top;
	}
	pane_source_draw(c, in, &p);
}
