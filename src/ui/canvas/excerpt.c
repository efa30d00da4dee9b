#include "ui/canvas/excerpt.h"

#include "base/mem.h"

#include <assert.h>
#include <limits.h>
#include <string.h>

enum {
	ROWS_OF_A_PART = 3, /* on average, so that a program does not fall to pieces */
	ROWS_BEFORE = 2,    /* of the same function, above a line that is shown first */
};

/* A choice under way. */
struct choice {
	const struct excerpt_source *source;
	bool *shown; /* of each row */
	int count, room;
};

/* Whether rows that are not blank are left out between two shown ones. */
static bool skips(const struct excerpt_source *s, int row, int next)
{
	assert(row < next && next <= s->rows && "rows come from top to bottom");
	for (int i = row + 1; i < next; i++)
		if (!s->blank[i])
			return true;
	return false;
}

static int next_shown(const struct choice *c, int row)
{
	do
		row++;
	while (row < c->source->rows && !c->shown[row]);
	return row;
}

static int parts(const struct choice *c)
{
	int n = 0, last = -1;
	for (int row = next_shown(c, -1); row < c->source->rows;
		last = row, row = next_shown(c, row))
		n += last < 0 || skips(c->source, last, row);
	return n;
}

/* Shows a row if there is one that is not shown yet; returns whether it did. */
static bool show_row(struct choice *c, int row)
{
	if (row < 0 || row >= c->source->rows || c->shown[row])
		return false;
	c->shown[row] = true;
	c->count++;
	return true;
}

static void hide(struct choice *c, int row)
{
	assert(c->shown[row] && c->count > 0 && "what is hidden was shown");
	c->shown[row] = false;
	c->count--;
}

/* Shows a place; takes it back and says so if that is too much. */
static bool show_place(struct choice *c, struct excerpt_place p, int most_parts)
{
	bool row = show_row(c, p.row), caller = show_row(c, p.caller);
	if (c->count <= c->room && ((!row && !caller) || parts(c) <= most_parts))
		return true;
	if (row)
		hide(c, p.row);
	if (caller)
		hide(c, p.caller);
	return false;
}

static void show_places(struct choice *c, const struct excerpt_place *places, int n)
{
	int most_parts = c->room / ROWS_OF_A_PART + 1;
	if (!show_place(c, places[0], INT_MAX))
		show_row(c, places[0].row);
	for (int i = 1; i < n && show_place(c, places[i], most_parts); i++)
		;
}

/* Shows the rows from first up to end, if there is room for all of them. */
static bool show_between(struct choice *c, int first, int end)
{
	assert(first <= end && end <= c->source->rows && "rows come from top to bottom");
	int more = 0;
	for (int row = first; row < end; row++)
		more += !c->shown[row];
	if (c->count + more > c->room)
		return false;
	for (int row = first; row < end; row++)
		show_row(c, row);
	return more > 0;
}

/* Fills the narrowest gap between two shown rows, of those with lines in them
 * or of those that are blank; false if there is none or no room. */
static bool fill_gap(struct choice *c, bool blank)
{
	int best = -1, best_end = 0;
	for (int row = next_shown(c, -1), next; (next = next_shown(c, row)) < c->source->rows;
		row = next) {
		bool narrower = best < 0 || next - row < best_end - best;
		if (next - row > 1 && narrower && skips(c->source, row, next) != blank) {
			best = row;
			best_end = next;
		}
	}
	return best >= 0 && show_between(c, best + 1, best_end);
}

/* The first row from `row` on, in steps of `way`, that could be shown. */
static int next_hidden(const struct choice *c, int row, int way)
{
	while (row >= 0 && row < c->source->rows && (c->shown[row] || c->source->blank[row]))
		row += way;
	return row;
}

/* The row with which the function begins to which the top of a part belongs. */
static bool show_heads(struct choice *c)
{
	int last = -1;
	for (int row = next_shown(c, -1); row < c->source->rows;
		last = row, row = next_shown(c, row))
		if ((last < 0 || skips(c->source, last, row)) && c->count < c->room &&
			show_row(c, c->source->head[row]))
			return true;
	return false;
}

/* One row more at an end of the part around `row`: below it, else above it;
 * when there are none but blank ones, one of those. */
static bool grow_choice(struct choice *c, int row)
{
	return show_row(c, next_hidden(c, row, 1)) || show_row(c, next_hidden(c, row, -1)) ||
		fill_gap(c, true);
}

/* What control came through to a row: the lines above it in its function, all
 * of them or the nearest. */
static void show_way(struct choice *c, int row)
{
	int head = c->source->head[row];
	if (head < 0 || show_between(c, head, row))
		return;
	for (int i = row - 1, n = 0; i > head && n < ROWS_BEFORE && c->count < c->room; i--)
		n += !c->source->blank[i] && (show_row(c, i) || c->shown[i]);
}

int excerpt_choose(const struct excerpt_source *s, const struct excerpt_place *places, int n,
	int room, int *out)
{
	assert(n > 0 && "there is a place to be shown");
	struct choice c = { .source = s,
		.room = room < s->rows ? room : s->rows,
		.shown = mem_calloc((size_t)s->rows + 1, sizeof(bool)) };
	int written = 0;
	if (c.room <= 0) {
		mem_free(c.shown);
		return 0;
	}
	show_places(&c, places, n);
	show_way(&c, places[0].row);
	while (fill_gap(&c, false) || show_heads(&c))
		;
	assert(c.count <= c.room && "no more is shown than has room");
	while (c.count < c.room && grow_choice(&c, places[0].row))
		;
	for (int row = 0; row < s->rows && c.count < c.room; row++)
		show_row(&c, row);
	for (int row = next_shown(&c, -1); row < s->rows; row = next_shown(&c, row))
		out[written++] = row;
	mem_free(c.shown);
	return written;
}
