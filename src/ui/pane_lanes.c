#include "ui/pane_lanes.h"

#include "base/sbuf.h"

#include <stdio.h>
#include <string.h>

enum {
	NAME_NARROW = 10, NAME_WIDE = 16,
	WIDE = 70,
};

struct sign {
	enum glyph glyph;
	enum role role;
};

/* What a step did to a frame; without a mark the frame's state is drawn. */
static const struct sign marks[] = {
	[MARK_NONE]     = { GLYPH_DOT, ROLE_NORMAL },
	[MARK_ENTRY]    = { GLYPH_ENTRY, ROLE_ENTRY },
	[MARK_CREATE]   = { GLYPH_CREATED, ROLE_WAITING },
	[MARK_YIELD]    = { GLYPH_POINT, ROLE_POINT },
	[MARK_RESUME]   = { GLYPH_POINT, ROLE_POINT },
	[MARK_RETURN]   = { GLYPH_GONE, ROLE_NORMAL },
	[MARK_UNWIND]   = { GLYPH_GONE, ROLE_ERROR },
	[MARK_TRANSFER] = { GLYPH_POINT, ROLE_POINT },
};

static const struct sign states[] = {
	[VIEW_CREATED]   = { GLYPH_DOT, ROLE_WAITING },
	[VIEW_RUNNING]   = { GLYPH_RUNNING, ROLE_RUNNING },
	[VIEW_WAITING]   = { GLYPH_WAITING, ROLE_WAITING },
	[VIEW_SUSPENDED] = { GLYPH_SUSPENDED, ROLE_SUSPENDED },
};
enum { STATES_DRAWN = sizeof states / sizeof *states };

static int name_columns(int cols)
{
	return cols >= WIDE ? NAME_WIDE : NAME_NARROW;
}

uint32_t pane_lanes_columns(int cols)
{
	int n = cols - name_columns(cols) - 1;
	return n < 1 ? 1 : (uint32_t)n;
}

/* When the row is full it goes on by half a row. */
uint64_t pane_lanes_from(int cols, uint64_t k)
{
	uint64_t room = pane_lanes_columns(cols);
	uint64_t half = room / 2 > 0 ? room / 2 : 1;
	return k <= room ? 1 : (k - room + half - 1) / half * half + 1;
}

uint64_t pane_lanes_step_at(int cols, uint64_t from, int col)
{
	return col < name_columns(cols) ? 0 : from + (uint64_t)(col - name_columns(cols));
}

static void draw_cell(struct canvas *c, struct rect in, int row, int col, const struct view_lane_cell *cell)
{
	if (cell->mark != MARK_NONE)
		canvas_glyph(c, in, row, col, cell->error ? ROLE_ERROR : marks[cell->mark].role, marks[cell->mark].glyph);
	else if (cell->state != VIEW_NOTHING && cell->state < STATES_DRAWN)
		canvas_glyph(c, in, row, col, cell->error ? ROLE_ERROR : states[cell->state].role, states[cell->state].glyph);
}

void pane_lanes_draw(struct canvas *c, struct rect in, const struct pane_lanes *p)
{
	int left = name_columns(in.cols);
	struct rect names = in;
	names.cols = left - 1 < in.cols ? left - 1 : in.cols;
	for (uint32_t i = 0; i < p->nlanes && (int)i < in.rows; i++) {
		canvas_text(c, names, (int)i, 0, ROLE_NORMAL, TEXT_CUT, p->names[i], strlen(p->names[i]));
		for (uint32_t j = 0; j < p->nsteps; j++)
			draw_cell(c, in, (int)i, left + (int)j, &p->cells[i * p->nsteps + j]);
	}
}

/* The column of the next print after column j, or one past the row's end. */
static uint32_t next_print(const struct pane_lanes *p, uint32_t j, uint32_t end)
{
	for (uint32_t k = j + 1; k < p->nsteps; k++)
		if (p->prints[k].text != NULL)
			return k;
	return end + 1;
}

void pane_prints_draw(struct canvas *c, struct rect in, const struct pane_lanes *p)
{
	int left = name_columns(in.cols);
	uint32_t end = in.cols > left ? (uint32_t)(in.cols - left) : 0;
	canvas_str(c, in, 0, 0, ROLE_GONE, "prints");
	for (uint32_t j = 0; j < p->nsteps && j < end; j++) {
		if (p->prints[j].text == NULL)
			continue;
		uint32_t next = next_print(p, j, end);
		struct rect room = { in.row, in.col + left + (int)j, in.rows, (int)(next - j) - 1 };
		if (next == j + 1)
			room.cols = 1;
		canvas_text(c, rect_meet(room, in), 0, 0, ROLE_NORMAL, TEXT_CUT, p->prints[j].text, p->prints[j].len);
	}
}

/* Every fifth step has room for its number below 1000. */
static uint64_t tick_distance(uint64_t last)
{
	return last < 1000 ? 5 : last < 100000000 ? 10 : 20;
}

void pane_lanes_axis(struct canvas *c, struct rect title, const struct pane_lanes *p)
{
	int left = name_columns(title.cols);
	int room = (int)pane_lanes_columns(title.cols);
	uint64_t distance = tick_distance(p->from + (uint64_t)room);
	int now = (int)p->nsteps - 1;
	for (int j = 0; j < room; j++) {
		uint64_t step = p->from + (uint64_t)j;
		int digits = snprintf(NULL, 0, "%llu", (unsigned long long)step);
		bool hidden = now >= j && now < j + digits;
		if (step % distance == 0 && j + digits <= room && !hidden)
			canvas_printf(c, title, 0, left + j, ROLE_NUMBER, "%llu", (unsigned long long)step);
	}
	if (now >= 0)
		canvas_glyph(c, title, 0, left + now, ROLE_TITLE, GLYPH_BELOW);
}
