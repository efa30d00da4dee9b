#include "ui/pane/pane_lanes.h"

#include "base/decimal.h"
#include "ui/canvas/name.h"

enum {
	NAME_NARROW = 10,
	NAME_WIDE = 16,
	WIDE = 70,
	PAST_PART = 4, /* the part of a full row that is compressed */
};

struct sign {
	enum glyph glyph;
	enum role role;
};

/* What a step did to a frame; without a mark the frame's state is drawn. */
static const struct sign marks[] = {
	[MARK_NONE] = { GLYPH_DOT, ROLE_NORMAL },
	[MARK_ENTRY] = { GLYPH_ENTRY, ROLE_ENTRY },
	[MARK_CREATE] = { GLYPH_CREATED, ROLE_WAITING },
	[MARK_YIELD] = { GLYPH_POINT, ROLE_POINT },
	[MARK_RESUME] = { GLYPH_POINT, ROLE_POINT },
	[MARK_RETURN] = { GLYPH_GONE, ROLE_NORMAL },
	[MARK_UNWIND] = { GLYPH_GONE, ROLE_ERROR },
	[MARK_TRANSFER] = { GLYPH_POINT, ROLE_POINT },
};

static const struct sign states[] = {
	[VIEW_CREATED] = { GLYPH_DOT, ROLE_WAITING },
	[VIEW_RUNNING] = { GLYPH_RUNNING, ROLE_RUNNING },
	[VIEW_WAITING] = { GLYPH_WAITING, ROLE_WAITING },
	[VIEW_SUSPENDED] = { GLYPH_SUSPENDED, ROLE_SUSPENDED },
};
enum { STATES_DRAWN = sizeof states / sizeof *states };

int pane_lanes_name_columns(int cols)
{
	return cols >= WIDE ? NAME_WIDE : NAME_NARROW;
}

uint32_t pane_lanes_columns(int cols)
{
	int n = cols - pane_lanes_name_columns(cols) - 1;
	return n < 1 ? 1 : (uint32_t)n;
}

/* When the row is full its beginning is compressed, and the rest goes on by
 * half of what it has. */
struct pane_window pane_lanes_window(int cols, uint64_t k)
{
	uint32_t room = pane_lanes_columns(cols), past = room / PAST_PART;
	if (k <= room)
		return (struct pane_window){ .from = 1, .nsteps = room };
	uint64_t steps = room - past, half = steps / 2 > 0 ? steps / 2 : 1;
	return (struct pane_window){ past, (k - steps + half - 1) / half * half + 1,
		(uint32_t)steps };
}

uint64_t pane_lanes_past_step(const struct pane_window *w, uint32_t j)
{
	return 1 + (w->from - 1) * j / w->npast;
}

uint64_t pane_lanes_step_at(int cols, const struct pane_window *w, int col)
{
	uint32_t j = (uint32_t)(col - pane_lanes_name_columns(cols));
	if (col < pane_lanes_name_columns(cols))
		return 0;
	return j < w->npast ? pane_lanes_past_step(w, j) : w->from + j - w->npast;
}

int pane_lanes_column_of(int cols, const struct pane_window *w, uint64_t step)
{
	int left = pane_lanes_name_columns(cols);
	if (step >= w->from)
		return left + (int)w->npast + (int)(step - w->from);
	return w->npast == 0 || step < 1 ? left
					 : left + (int)((step - 1) * w->npast / (w->from - 1));
}

static void draw_cell(
	struct canvas *c, struct rect in, int row, int col, const struct view_lane_cell *cell)
{
	if (cell->mark != MARK_NONE)
		canvas_glyph(c, in, row, col, cell->error ? ROLE_ERROR : marks[cell->mark].role,
			marks[cell->mark].glyph);
	else if (cell->state != VIEW_NOTHING && cell->state < STATES_DRAWN)
		canvas_glyph(c, in, row, col, cell->error ? ROLE_ERROR : states[cell->state].role,
			states[cell->state].glyph);
}

void pane_lanes_draw(struct canvas *c, struct rect in, const struct pane_lanes *p)
{
	const struct pane_window *w = &p->window;
	int left = pane_lanes_name_columns(in.cols), past = (int)w->npast;
	struct rect names = in;
	names.cols = left - 1 < in.cols ? left - 1 : in.cols;
	for (uint32_t i = 0; i < p->nlanes && (int)i < in.rows; i++) {
		name_draw(c, (struct rect){ names.row + (int)i, names.col, 1, names.cols },
			ROLE_NORMAL, p->names[i]);
		for (uint32_t j = 0; j < w->npast; j++)
			draw_cell(c, in, (int)i, left + (int)j, &p->past[i * w->npast + j]);
		for (uint32_t j = 0; j < w->nsteps; j++)
			draw_cell(
				c, in, (int)i, left + past + (int)j, &p->cells[i * p->stride + j]);
	}
}

/* Every fifth step has room for its number below 1000. */
static uint64_t tick_distance(uint64_t last)
{
	return last < 1000 ? 5 : last < 100000000 ? 10 : 20;
}

/* Above the compressed columns their steps: "1-24". */
static void draw_past_axis(
	struct canvas *c, struct rect title, int left, const struct pane_window *w)
{
	struct rect in = title;
	rect_left(&in, left);
	in.cols = (int)w->npast < in.cols ? (int)w->npast : in.cols;
	if (2 + decimal_digits(w->from - 1) < in.cols) {
		canvas_str(c, in, 0, 0, ROLE_NUMBER, "1-");
		canvas_number(c, in, 0, 2, ROLE_NUMBER, 0, w->from - 1);
	}
	canvas_glyph(c, in, 0, in.cols - 1, ROLE_RULE, GLYPH_TEE_DOWN);
}

void pane_lanes_axis(struct canvas *c, struct rect title, const struct pane_lanes *p)
{
	const struct pane_window *w = &p->window;
	int left = pane_lanes_name_columns(title.cols) + (int)w->npast;
	int room = (int)pane_lanes_columns(title.cols) - (int)w->npast;
	uint64_t distance = tick_distance(w->from + (uint64_t)room);
	for (uint64_t step = (w->from + distance - 1) / distance * distance;
		step < w->from + (uint64_t)room; step += distance) {
		int j = (int)(step - w->from);
		if (j + decimal_digits(step) <= room)
			canvas_number(c, title, 0, left + j, ROLE_NUMBER, 0, step);
	}
	if (w->npast > 0)
		draw_past_axis(c, title, pane_lanes_name_columns(title.cols), w);
}
