#include "ui/pane/pane_tasks.h"

#include "base/sbuf.h"
#include "ui/pane/pane_lanes.h"

#include <string.h>

static const struct sign {
	enum glyph glyph;
	enum role role;
} signs[] = {
	[TIME_READY] = { GLYPH_WAITING, ROLE_WAITING },
	[TIME_RUNS] = { GLYPH_RUNNING, ROLE_RUNNING },
	[TIME_POINT] = { GLYPH_POINT, ROLE_POINT },
	[TIME_WAITS] = { GLYPH_SUSPENDED, ROLE_SUSPENDED },
	[TIME_DONE] = { GLYPH_GONE, ROLE_NORMAL },
	[TIME_FAILED] = { GLYPH_GONE, ROLE_ERROR },
};

enum { STATE_COLS = 13, STATES_FROM = 50 };

uint32_t pane_tasks_columns(int cols)
{
	int n = cols - pane_lanes_name_columns(cols) - (cols >= STATES_FROM ? STATE_COLS : 0);
	return n > 0 ? (uint32_t)n : 1;
}

static void draw_name(
	struct canvas *c, struct rect in, int row, int left, enum role role, const char *name)
{
	struct rect names = in;
	names.cols = left - 1 < in.cols ? left - 1 : in.cols;
	canvas_text(c, names, row, 0, role, TEXT_CUT, name, strlen(name));
}

static bool runs_now(const uint8_t *cells, uint32_t n)
{
	return n > 0 && cells[n - 1] == TIME_RUNS;
}

/* At the right edge, where it does not move from step to step. */
static void draw_state(
	struct canvas *c, struct rect in, int row, int used, const char *state, enum time_cell cell)
{
	int width = state != NULL ? canvas_columns(c, state, strlen(state)) : 0;
	if (width == 0 || used + 1 + width > in.cols)
		return;
	bool over = cell == TIME_NOTHING || cell == TIME_DONE;
	canvas_str(c, in, row, in.cols - width, over ? ROLE_GONE : signs[cell].role, state);
}

static void draw_lane(
	struct canvas *c, struct rect in, int row, const struct pane_tasks *p, uint32_t i)
{
	int left = pane_lanes_name_columns(in.cols);
	bool runs = runs_now(p->cells[i], p->time->n);
	draw_name(c, in, row, left, runs ? ROLE_RUNNING : ROLE_NORMAL, p->names[i]);
	for (uint32_t j = 0; j < p->time->n; j++) {
		const struct sign *sign = &signs[p->cells[i][j]];
		if (p->cells[i][j] != TIME_NOTHING)
			canvas_glyph(c, in, row, left + (int)j, sign->role, sign->glyph);
	}
	if (p->time->n > 0)
		draw_state(c, in, row, left + (int)p->time->n, p->states[i],
			(enum time_cell)p->cells[i][p->time->n - 1]);
}

/* The loop waits while a task's turn is on, and for time when nobody is ready. */
static void draw_loop(struct canvas *c, struct rect in, int row, const struct timeline *t)
{
	int left = pane_lanes_name_columns(in.cols);
	bool runs = t->n > 0 && t->at[t->n - 1].loop;
	draw_name(c, in, row, left, runs ? ROLE_RUNNING : ROLE_GONE,
		left > 10 ? "event loop" : "loop");
	for (uint32_t j = 0; j < t->n; j++) {
		const struct sign *sign = &signs[t->at[j].loop ? TIME_RUNS
				: t->at[j].idle                ? TIME_WAITS
							       : TIME_READY];
		canvas_glyph(c, in, row, left + (int)j, sign->role, sign->glyph);
	}
}

void pane_tasks_draw(struct canvas *c, struct rect in, const struct pane_tasks *p)
{
	int row = 0;
	for (uint32_t i = 0; i < p->ntasks && row < in.rows; i++)
		draw_lane(c, in, row++, p, i);
	if (p->loop && row < in.rows)
		draw_loop(c, in, row, p->time);
}

/* Where a time begins that the column before does not have. */
static bool begins_time(const struct timeline *t, uint32_t j)
{
	return !t->at[j].idle &&
		(j == 0 || t->at[j].instant != t->at[j - 1].instant || t->at[j - 1].idle);
}

static void draw_times(struct canvas *c, struct rect in, const struct pane_tasks *p)
{
	int left = pane_lanes_name_columns(in.cols), free_from = left,
	    now = left + (int)p->time->n - 1;
	for (uint32_t j = 0; j < p->time->n; j++) {
		int col = left + (int)j, width = (int)strlen(p->times[j]);
		if (!begins_time(p->time, j) || col < free_from || col + width > in.cols ||
			(now >= col && now < col + width))
			continue;
		canvas_str(c, in, 0, col, ROLE_NUMBER, p->times[j]);
		free_from = col + width + 1;
	}
	if (p->time->cut)
		canvas_glyph(c, in, 0, left - 1, ROLE_RULE, GLYPH_CUT);
}

void pane_tasks_axis(struct canvas *c, struct rect title, const struct pane_tasks *p)
{
	struct rect in = title;
	struct sbuf text = { 0 };
	sbuf_printf(&text, " clock %s s ", p->clock);
	int width = (int)text.len, now = pane_lanes_name_columns(title.cols) + (int)p->time->n - 1;
	if (now + 1 + width < title.cols) {
		struct rect at = rect_right(&in, width);
		canvas_str(c, at, 0, 0, ROLE_TITLE, text.text);
	}
	in.cols = in.cols < title.cols ? in.cols : title.cols;
	draw_times(c, (struct rect){ title.row, title.col, title.rows, in.cols }, p);
	if (p->time->n > 0)
		canvas_glyph(c, title, 0, now, ROLE_TITLE, GLYPH_BELOW);
	sbuf_fini(&text);
}
