/* Where the panes stand at every size of the screen. */

#include "ui/stage/layout.h"

#include <check.h>

#include <string.h>

enum { MAX_ROWS = 60, MAX_COLS = 200 };

static struct layout_wish wish(int rows, int cols)
{
	return (struct layout_wish){
		.rows = rows,
		.cols = cols,
		.has = { true, true },
		.zoom = PANE_COUNT,
		.lines = 20,
		.slots = 3,
	};
}

/* All rectangles of a layout. */
enum { RECTS = (int)SIDE_COUNT * (int)PANE_COUNT * 2 + 7 };

static void list(const struct layout *l, struct rect at[RECTS])
{
	int n = 0;
	for (int side = 0; side < SIDE_COUNT; side++) {
		for (int p = 0; p < PANE_COUNT; p++) {
			at[n++] = l->at[side][p].title;
			at[n++] = l->at[side][p].body;
		}
	}
	at[n++] = l->story.title;
	at[n++] = l->story.body;
	at[n++] = l->status;
	at[n++] = l->divider;
	at[n++] = l->legend;
	at[n++] = l->legend_title;
	at[n++] = l->legend_rule;
	ck_assert_int_eq(n, RECTS);
}

/* Check writes at each assertion; here are millions, so only what is wrong is told. */
static void expect_sound(const struct layout_wish *w)
{
	struct layout l;
	struct rect at[RECTS];
	struct rect screen = { 0, 0, w->rows, w->cols };
	int cells = 0;
	layout_carve(&l, w);
	list(&l, at);
	for (int i = 0; i < RECTS; i++) {
		struct rect in = rect_meet(at[i], screen);
		if (in.rows * in.cols != at[i].rows * at[i].cols)
			ck_abort_msg("%dx%d: rectangle %d leaves the screen", w->cols, w->rows, i);
		cells += at[i].rows * at[i].cols;
		for (int k = 0; k < i; k++) {
			struct rect both = rect_meet(at[i], at[k]);
			if (both.rows * both.cols != 0)
				ck_abort_msg("%dx%d: rectangles %d and %d overlap", w->cols,
					w->rows, k, i);
		}
	}
	ck_assert_msg(
		cells == w->rows * w->cols, "%dx%d: %d cells are covered", w->cols, w->rows, cells);
}

START_TEST(every_size_is_carved_without_overlap_or_overflow)
{
	for (int rows = 1; rows <= MAX_ROWS; rows++) {
		for (int cols = 1; cols <= MAX_COLS; cols++) {
			struct layout_wish w = wish(rows, cols);
			expect_sound(&w);
		}
	}
}
END_TEST

START_TEST(one_side_is_carved_at_every_size)
{
	for (int rows = 1; rows <= MAX_ROWS; rows++) {
		for (int cols = 1; cols <= MAX_COLS; cols++) {
			struct layout_wish w = wish(rows, cols);
			w.has[_i] = false;
			w.in_view = _i == SIDE_COROUTINE ? SIDE_SUBROUTINE : SIDE_COROUTINE;
			expect_sound(&w);
		}
	}
}
END_TEST

START_TEST(every_pane_can_be_zoomed_at_every_size)
{
	for (int rows = 1; rows <= MAX_ROWS; rows++) {
		for (int cols = 1; cols <= MAX_COLS; cols++) {
			struct layout_wish w = wish(rows, cols);
			w.zoom = (enum pane)_i;
			expect_sound(&w);
		}
	}
}
END_TEST

START_TEST(strange_runs_are_carved_too)
{
	static const int counts[] = { 0, 1, 1000000 };
	struct layout_wish w = wish(24, 80);
	for (int i = 0; i < 3; i++) {
		for (int k = 0; k < 3; k++) {
			w.lines = counts[i];
			w.slots = counts[k];
			w.tasks = counts[(i + k) % 3];
			expect_sound(&w);
		}
	}
}
END_TEST

START_TEST(an_ordinary_screen_has_all_panes_of_both_sides)
{
	struct layout l;
	struct layout_wish w = wish(24, 80);
	w.slots = 2;
	layout_carve(&l, &w);
	for (int side = 0; side < SIDE_COUNT; side++) {
		ck_assert_int_eq(l.at[side][PANE_SOURCE].body.rows, 9);
		ck_assert_int_eq(l.at[side][PANE_FRAMES].body.rows, 4);
		ck_assert_int_eq(l.at[side][PANE_LANES].body.rows, 2);
		ck_assert_int_eq(l.at[side][PANE_PRINTS].body.rows, 1);
		ck_assert_int_eq(l.at[side][PANE_FRAMES].title.rows, 1);
		ck_assert_int_eq(l.at[side][PANE_PRINTS].title.rows, 0);
	}
	ck_assert_int_eq(l.at[SIDE_COROUTINE][PANE_SOURCE].body.cols, 39);
	ck_assert_int_eq(l.at[SIDE_SUBROUTINE][PANE_SOURCE].body.cols, 40);
	ck_assert_int_eq(l.story.body.rows, 3);
	ck_assert_int_eq(l.status.row, 23);
}
END_TEST

START_TEST(tasks_have_lanes_before_there_is_more_source)
{
	struct layout l;
	struct layout_wish w = wish(24, 80);
	w.slots = w.tasks = 4;
	w.lines = 30;
	layout_carve(&l, &w);
	ck_assert_int_eq(l.at[SIDE_COROUTINE][PANE_LANES].body.rows, 5);
	ck_assert_int_eq(l.at[SIDE_COROUTINE][PANE_FRAMES].body.rows, 4);
	ck_assert_int_ge(l.at[SIDE_COROUTINE][PANE_SOURCE].body.rows, 6);
	w.rows = 18;
	w.cols = 60;
	layout_carve(&l, &w);
	ck_assert_int_ge(l.at[SIDE_COROUTINE][PANE_LANES].body.rows, 3);
}
END_TEST

START_TEST(a_run_longer_than_its_lanes_is_shown_as_one_line)
{
	struct layout l;
	struct layout_wish w = wish(24, 80);
	for (w.steps = 0; w.steps < 60; w.steps++) {
		layout_carve(&l, &w);
		expect_sound(&w);
		ck_assert_int_eq(l.at[SIDE_COROUTINE][PANE_WHOLE].body.rows, w.steps > 28);
	}
	w.ladder = true;
	layout_carve(&l, &w);
	ck_assert_int_eq(l.at[SIDE_COROUTINE][PANE_WHOLE].body.rows, 1);
	w.rows = 18;
	layout_carve(&l, &w);
	ck_assert_int_eq(l.at[SIDE_COROUTINE][PANE_WHOLE].body.rows, 0);
}
END_TEST

START_TEST(a_high_screen_has_rows_for_prints)
{
	struct layout l;
	struct layout_wish w = wish(36, 120);
	for (w.prints = 0; w.prints < 10; w.prints++) {
		layout_carve(&l, &w);
		expect_sound(&w);
		int rows = l.at[SIDE_COROUTINE][PANE_PRINTS].body.rows;
		ck_assert_int_eq(rows, w.prints < 1 ? 1 : w.prints < 3 ? w.prints : 3);
	}
}
END_TEST

START_TEST(zoomed_time_keeps_what_belongs_to_it)
{
	struct layout l;
	struct layout_wish w = wish(24, 80);
	w.zoom = PANE_LANES;
	w.steps = 100;
	w.prints = 3;
	layout_carve(&l, &w);
	expect_sound(&w);
	ck_assert_int_eq(l.at[SIDE_COROUTINE][PANE_WHOLE].body.rows, 1);
	ck_assert_int_eq(l.at[SIDE_COROUTINE][PANE_PRINTS].body.rows, 3);
	ck_assert_int_eq(l.at[SIDE_COROUTINE][PANE_SOURCE].body.rows, 0);
	ck_assert_int_ge(l.at[SIDE_COROUTINE][PANE_LANES].body.rows, 10);
}
END_TEST

START_TEST(a_narrow_screen_shows_the_side_in_view)
{
	struct layout l;
	struct layout_wish w = wish(18, 75);
	w.in_view = SIDE_SUBROUTINE;
	layout_carve(&l, &w);
	ck_assert(!l.shown[SIDE_COROUTINE] && !l.tells[SIDE_COROUTINE]);
	ck_assert(l.shown[SIDE_SUBROUTINE] && l.tells[SIDE_SUBROUTINE]);
	ck_assert_int_eq(l.at[SIDE_SUBROUTINE][PANE_SOURCE].body.cols, 75);
	ck_assert_int_eq(l.sentence_rows, 2);
	w.cols = 76;
	layout_carve(&l, &w);
	ck_assert(l.shown[SIDE_COROUTINE] && l.shown[SIDE_SUBROUTINE]);
}
END_TEST

/* Which panes a screen of so many rows has. */
static void expect_panes(int rows, bool titles, bool lanes, bool prints, bool frames)
{
	struct layout l;
	struct layout_wish w = wish(rows, 80);
	layout_carve(&l, &w);
	const struct layout_pane *at = l.at[SIDE_COROUTINE];
	ck_assert_int_eq(at[PANE_SOURCE].title.rows > 0, titles);
	ck_assert_int_eq(at[PANE_LANES].body.rows > 0, lanes);
	ck_assert_int_eq(at[PANE_PRINTS].body.rows > 0, prints);
	ck_assert_int_eq(at[PANE_FRAMES].body.rows > 0, frames);
}

START_TEST(panes_go_one_after_the_other_when_rows_are_few)
{
	expect_panes(20, true, true, true, true);
	expect_panes(19, false, true, true, true);
	expect_panes(14, false, true, true, true);
	expect_panes(13, false, false, true, true);
	expect_panes(11, false, false, false, true);
	expect_panes(9, false, false, false, false);
}
END_TEST

START_TEST(the_smallest_screens_have_the_sentence_and_the_step)
{
	struct layout l;
	struct layout_wish w = wish(9, 80);
	layout_carve(&l, &w);
	ck_assert(!l.shown[SIDE_COROUTINE] && !l.shown[SIDE_SUBROUTINE]);
	ck_assert_int_eq(l.story.body.rows, 8);
	ck_assert_int_eq(l.status.rows, 1);
	w = wish(24, 39);
	layout_carve(&l, &w);
	ck_assert(!l.shown[SIDE_COROUTINE]);
	ck_assert_int_eq(l.story.body.rows, 23);
	w = wish(1, 1);
	layout_carve(&l, &w);
	ck_assert_int_eq(l.status.rows, 1);
}
END_TEST

START_TEST(a_zoomed_pane_takes_what_the_others_had)
{
	struct layout l, all;
	struct layout_wish w = wish(24, 80);
	layout_carve(&all, &w);
	w.zoom = PANE_FRAMES;
	layout_carve(&l, &w);
	ck_assert_int_eq(l.at[SIDE_COROUTINE][PANE_SOURCE].body.rows, 0);
	ck_assert_int_eq(l.at[SIDE_COROUTINE][PANE_FRAMES].body.rows, 24 - 3 - 1 - 1 - 1);
	ck_assert_int_eq(l.story.body.row, all.story.body.row);
	ck_assert_int_eq(l.status.row, all.status.row);
}
END_TEST

Suite *layout_suite(void)
{
	Suite *s = suite_create("layout");
	TCase *t = tcase_create("layout");
	tcase_set_timeout(t, 30);
	tcase_add_test(t, every_size_is_carved_without_overlap_or_overflow);
	tcase_add_loop_test(t, one_side_is_carved_at_every_size, 0, SIDE_COUNT);
	tcase_add_loop_test(t, every_pane_can_be_zoomed_at_every_size, 0, PANE_COUNT);
	tcase_add_test(t, strange_runs_are_carved_too);
	tcase_add_test(t, an_ordinary_screen_has_all_panes_of_both_sides);
	tcase_add_test(t, a_run_longer_than_its_lanes_is_shown_as_one_line);
	tcase_add_test(t, a_high_screen_has_rows_for_prints);
	tcase_add_test(t, zoomed_time_keeps_what_belongs_to_it);
	tcase_add_test(t, a_narrow_screen_shows_the_side_in_view);
	tcase_add_test(t, panes_go_one_after_the_other_when_rows_are_few);
	tcase_add_test(t, the_smallest_screens_have_the_sentence_and_the_step);
	tcase_add_test(t, tasks_have_lanes_before_there_is_more_source);
	tcase_add_test(t, a_zoomed_pane_takes_what_the_others_had);
	suite_add_tcase(s, t);
	return s;
}
