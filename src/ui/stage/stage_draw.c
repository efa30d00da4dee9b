/* The whole picture: titles, rules, panes. */

#include "ui/stage/stage_parts.h"

#include "base/sbuf.h"

static int most(int a, int b)
{
	return a > b ? a : b;
}

/* Lines that a side prints over its whole run. */
static int prints_of(const struct session *s, enum side side)
{
	size_t n = 0;
	if (session_has(s, side))
		trace_output_lines(s->side[side].trace, &n);
	return n < CANVAS_MAX ? (int)n : CANVAS_MAX;
}

static void carve(struct stage *t, const struct canvas *c)
{
	const struct session *s = t->session;
	struct layout_wish w = { .rows = c->rows,
		.cols = c->cols,
		.in_view = s->in_view,
		.zoom = t->zoom,
		.ladder = t->ladder };
	for (int side = 0; side < SIDE_COUNT; side++) {
		w.has[side] = session_has(s, (enum side)side);
		w.lines = s->library ? CANVAS_MAX : most(w.lines, t->side[side].nrows);
		w.slots = most(w.slots, stage_slots(t, (enum side)side));
		w.tasks = most(w.tasks, stage_tasks(t, (enum side)side));
		w.prints = most(w.prints, prints_of(s, (enum side)side));
		if (w.has[side] && session_steps(s, (enum side)side) > w.steps)
			w.steps = session_steps(s, (enum side)side);
	}
	layout_carve(&t->layout, &w);
}

/* Titles and rules. */

static void draw_title(const struct stage *t, struct canvas *c, enum side side, enum pane p)
{
	struct rect in = t->layout.at[side][p].title;
	if (in.rows == 0)
		return;
	struct sbuf text = { 0 };
	const struct pane_row *row = pane_row(p);
	bool plain = row->tells_side && stage_has_both(t) && side != t->session->in_view;
	sbuf_char(&text, ' ');
	if (row->say_title != NULL)
		row->say_title(t, side, &text);
	else
		sbuf_str(&text, row->title);
	sbuf_char(&text, ' ');
	canvas_text(c, in, 0, 1, plain ? ROLE_NORMAL : ROLE_TITLE, TEXT_CUT, text.text, text.len);
	sbuf_fini(&text);
}

static void draw_rules(const struct stage *t, struct canvas *c)
{
	const struct layout *l = &t->layout;
	struct rect all = canvas_rect(c), div = l->divider;
	struct rect story = l->story.title;
	struct rect opening = stage_opening_place(t);
	int down = opening.rows > 0 ? opening.row - div.row : div.rows + story.rows;
	/* Both sides have their titles in the same rows. */
	const struct layout_pane *at =
		l->at[l->shown[SIDE_COROUTINE] ? SIDE_COROUTINE : SIDE_SUBROUTINE];
	for (int p = 0; p < PANE_COUNT; p++)
		if (at[p].title.rows > 0 && (opening.rows == 0 || at[p].title.row <= opening.row))
			canvas_rule_right(c, all, at[p].title.row, 0, l->cols);
	if (story.rows > 0)
		canvas_rule_right(c, all, story.row, 0, c->cols);
	if (div.cols > 0)
		canvas_rule_down(c, all, div.row, div.col, down);
	if (l->legend.cols > 0) {
		canvas_rule_right(c, all, l->legend_title.row, l->cols, c->cols - l->cols);
		canvas_rule_down(c, all, 0, l->cols, l->legend.row + l->legend.rows + story.rows);
		canvas_str(c, l->legend_title, 0, 0, ROLE_TITLE, " the signs here ");
	}
	canvas_str(c, story, 0, 1, ROLE_TITLE, " what happened ");
}

/* The titles say what the panes show, so they come after them. */
static void draw_side(struct stage *t, struct canvas *c, enum side side, struct arena *a)
{
	for (int p = 0; p < PANE_COUNT; p++) {
		if (pane_row((enum pane)p)->draw != NULL)
			pane_row((enum pane)p)->draw(t, c, side, a);
	}
	for (int p = 0; p < PANE_COUNT; p++) {
		draw_title(t, c, side, (enum pane)p);
		if (pane_row((enum pane)p)->mark_title != NULL)
			pane_row((enum pane)p)->mark_title(t, c, side, a);
	}
}

void stage_draw(struct stage *t, struct canvas *c)
{
	struct arena *a = &t->drawing;
	arena_reset(a);
	t->rows = c->rows;
	t->cols = c->cols;
	t->charset = c->charset;
	canvas_erase(c, canvas_rect(c));
	stage_follow_files(t);
	carve(t, c);
	draw_rules(t, c);
	for (int side = 0; side < SIDE_COUNT; side++) {
		if (t->layout.shown[side])
			draw_side(t, c, (enum side)side, a);
	}
	stage_opening_draw(t, c);
	stage_status_story(t, c);
	stage_legend_draw(t, c);
	stage_found_mark(t, c);
	t->cursor_row = -1;
	if (t->page.open) {
		struct rect over = canvas_rect(c);
		rect_bottom(&over, 1);
		page_draw(c, over.rows > 0 ? over : canvas_rect(c), &t->page);
		if (over.rows == 0)
			return;
	}
	stage_status_draw(t, c, a);
}
