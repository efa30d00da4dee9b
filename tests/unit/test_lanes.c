/* The panes that show the whole run: its lanes and its output. */

#include "ui/pane/pane_prints.h"
#include "ui/pane/pane_whole.h"

#include "base/sbuf.h"

#include <check.h>

#include <string.h>

static void expect(const struct canvas *c, const char *text)
{
	struct sbuf got = { 0 };
	canvas_dump(c, &got);
	ck_assert_str_eq(sbuf_cstr(&got), text);
	sbuf_fini(&got);
}

static struct canvas canvas(int rows, int cols)
{
	struct canvas c = { 0 };
	canvas_size(&c, rows, cols);
	return c;
}

/* A lane written as one letter a step. */
static void lane(struct view_lane_cell *cells, const char *letters)
{
	static const struct {
		char letter;
		struct view_lane_cell cell;
	} kinds[] = {
		{ '@', { VIEW_RUNNING, MARK_ENTRY, false } },
		{ '#', { VIEW_RUNNING, MARK_NONE, false } },
		{ '-', { VIEW_WAITING, MARK_NONE, false } },
		{ '%', { VIEW_SUSPENDED, MARK_NONE, false } },
		{ '*', { VIEW_SUSPENDED, MARK_YIELD, false } },
		{ '+', { VIEW_RUNNING, MARK_RESUME, false } },
		{ 'x', { VIEW_GONE, MARK_RETURN, false } },
		{ '!', { VIEW_RUNNING, MARK_NONE, true } },
		{ 'o', { VIEW_CREATED, MARK_CREATE, false } },
		{ '.', { VIEW_CREATED, MARK_NONE, false } },
		{ ' ', { VIEW_NOTHING, MARK_NONE, false } },
	};
	for (size_t i = 0; letters[i] != '\0'; i++)
		for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
			if (kinds[k].letter == letters[i])
				cells[i] = kinds[k].cell;
}

enum { STEPS = 16, PAST = 4 };

/* The lanes of 16 steps; with npast as many columns in front of them. */
static void draw_lanes(struct canvas *c, uint64_t from, uint32_t npast)
{
	static const char *const names[] = { "<module>", "counter_with_a_name#1" };
	struct view_lane_cell cells[2 * STEPS], past[2 * PAST];
	struct view_print prints[] = { { "0", 1, from + 6, 0 },
		{ "a long line of output", 21, from + 9, 1 }, { "end", 3, from + 15, 2 } };
	lane(cells, "@##-----##---###");
	lane(cells + STEPS, "  o.@#*%%%+#*%%%");
	lane(past, "@#--");
	lane(past + PAST, " o@*");
	struct pane_window w = { .npast = npast, .from = from, .nsteps = STEPS };
	struct pane_lanes p = { .window = w,
		.cells = cells,
		.past = past,
		.names = names,
		.nlanes = 2,
		.stride = w.nsteps };
	struct pane_prints printed = { .window = w, .prints = prints, .nprints = 3 };
	struct rect rest = canvas_rect(c);
	struct rect title = rect_top(&rest, 1);
	canvas_rule_right(c, title, 0, 0, title.cols);
	pane_lanes_axis(c, title, &p);
	pane_lanes_draw(c, rect_top(&rest, 2), &p);
	pane_prints_draw(c, rest, &printed);
}

START_TEST(a_coroutine_is_one_lane_with_gaps)
{
	struct canvas c = canvas(4, 39);
	draw_lanes(&c, 1, 0);
	expect(&c,
		"──────────────5────10───15───20───25───\n"
		"<module>  ●██─────██───███\n"
		"counte…#1   ○·●█◆▒▒▒◆█◆▒▒▒\n"
		"prints          0  a lo… end\n");
	canvas_fini(&c);
}
END_TEST

START_TEST(what_was_before_is_compressed)
{
	struct canvas c = canvas(4, 39);
	draw_lanes(&c, 50, PAST);
	expect(&c,
		"─────────────┬50───55───60───65───70───\n"
		"<module>  ●█──●██─────██───███\n"
		"counte…#1  ○●◆  ○·●█◆▒▒▒◆█◆▒▒▒\n"
		"prints              0  a lo… end\n");
	canvas_fini(&c);
}
END_TEST

START_TEST(prints_have_rows_of_their_own)
{
	struct canvas c = canvas(6, 39);
	draw_lanes(&c, 1, 0);
	expect(&c,
		"──────────────5────10───15───20───25───\n"
		"<module>  ●██─────██───███\n"
		"counte…#1   ○·●█◆▒▒▒◆█◆▒▒▒\n"
		"prints          0\n"
		"                   a long line of outp…\n"
		"                         end\n");
	canvas_fini(&c);
}
END_TEST

START_TEST(the_newest_print_is_seen_whole_if_it_can_be)
{
	struct canvas c = canvas(1, 30);
	struct view_print prints[] = { { "first", 5, 4, 0 }, { "the newest", 10, 19, 1 } };
	struct pane_prints p = {
		.window = { .from = 1, .nsteps = 19 }, .prints = prints, .nprints = 2
	};
	pane_prints_draw(&c, canvas_rect(&c), &p);
	expect(&c, "prints       first  the newest\n");
	p.window = (struct pane_window){ .npast = 5, .from = 30, .nsteps = 2 };
	canvas_erase(&c, canvas_rect(&c));
	pane_prints_draw(&c, canvas_rect(&c), &p);
	expect(&c, "prints    f… the newest\n");
	canvas_fini(&c);
}
END_TEST

START_TEST(lanes_go_on_by_half_of_what_is_not_compressed)
{
	ck_assert_uint_eq(pane_lanes_columns(40), 29);
	for (uint64_t k = 0; k <= 29; k++) {
		struct pane_window w = pane_lanes_window(40, k);
		ck_assert_uint_eq(w.from, 1);
		ck_assert_uint_eq(w.npast, 0);
		ck_assert_uint_eq(w.nsteps, 29);
	}
	uint64_t before = 1;
	for (uint64_t k = 30; k < 500; k++) {
		struct pane_window w = pane_lanes_window(40, k);
		ck_assert_uint_eq(w.npast, 7);
		ck_assert_uint_eq(w.nsteps, 22);
		ck_assert(w.from <= k && k - w.from < 22);
		ck_assert(w.from == before || w.from >= before + 11);
		before = w.from;
	}
}
END_TEST

START_TEST(all_that_was_before_has_a_column)
{
	for (int cols = 1; cols < 130; cols++) {
		for (uint64_t k = 1; k < 3000; k += 1 + k / 20) {
			struct pane_window w = pane_lanes_window(cols, k);
			if (w.npast == 0)
				continue;
			ck_assert_uint_eq(pane_lanes_past_step(&w, 0), 1);
			ck_assert_uint_eq(pane_lanes_past_step(&w, w.npast), w.from);
			for (uint32_t j = 0; j < w.npast; j++)
				ck_assert_uint_lt(pane_lanes_past_step(&w, j),
					pane_lanes_past_step(&w, j + 1));
		}
	}
}
END_TEST

START_TEST(a_column_of_a_lane_is_a_step)
{
	struct pane_window w = { .from = 15, .nsteps = 20 };
	ck_assert_uint_eq(pane_lanes_step_at(39, &w, 10), 15);
	ck_assert_uint_eq(pane_lanes_step_at(39, &w, 12), 17);
	ck_assert_uint_eq(pane_lanes_step_at(39, &w, 9), 0);
	w.npast = 7;
	ck_assert_uint_eq(pane_lanes_step_at(39, &w, 10), 1);
	ck_assert_uint_eq(pane_lanes_step_at(39, &w, 16), 13);
	ck_assert_uint_eq(pane_lanes_step_at(39, &w, 17), 15);
}
END_TEST

START_TEST(the_column_of_a_step_is_where_its_lane_shows_it)
{
	for (uint64_t k = 1; k < 300; k++) {
		struct pane_window w = pane_lanes_window(40, k);
		for (uint64_t step = 1; step <= k; step++) {
			int col = pane_lanes_column_of(40, &w, step);
			uint64_t first = pane_lanes_step_at(40, &w, col),
				 next = pane_lanes_step_at(40, &w, col + 1);
			ck_assert_uint_le(first, step + 1);
			ck_assert_uint_le(step, next);
		}
		ck_assert_uint_eq(pane_lanes_step_at(40, &w, pane_lanes_column_of(40, &w, k)), k);
	}
}
END_TEST

/* The whole run. */

START_TEST(the_whole_run_is_one_line)
{
	struct canvas c = canvas(1, 20);
	bool inner[9] = { false, true, true, false, false, false, true, true, false };
	struct pane_whole p = { .steps = 90, .step = 45, .inner = inner };
	pane_whole_draw(&c, canvas_rect(&c), &p);
	expect(&c, "whole run ─▬▬─▌─▬▬─\n");
	struct sbuf roles = { 0 };
	canvas_roles(&c, &roles);
	ck_assert_str_eq(sbuf_cstr(&roles), "ggggggggg.lwwlwlggl\n");
	sbuf_fini(&roles);
	p.step = 90;
	pane_whole_draw(&c, canvas_rect(&c), &p);
	expect(&c, "whole run ─▬▬───▬▬▌\n");
	p.step = 0;
	pane_whole_draw(&c, canvas_rect(&c), &p);
	expect(&c, "whole run ▌▬▬───▬▬─\n");
	canvas_fini(&c);
}
END_TEST

START_TEST(a_column_of_the_whole_run_is_its_steps)
{
	ck_assert_uint_eq(pane_whole_step_at(20, 90, 10), 1);
	ck_assert_uint_eq(pane_whole_step_at(20, 90, 14), 41);
	ck_assert_uint_eq(pane_whole_step_at(20, 90, 9), 0);
	ck_assert_uint_eq(pane_whole_step_at(20, 90, 19), 0);
	ck_assert_uint_eq(pane_whole_step(20, 90, 9), 91);
}
END_TEST

START_TEST(they_can_be_drawn_at_every_size)
{
	for (int rows = 0; rows < 8; rows++) {
		for (int cols = 0; cols < 70; cols++) {
			struct canvas c = canvas(rows, cols);
			bool inner[70] = { 0 };
			struct pane_whole p = {
				.steps = 1000, .step = (uint64_t)cols * 10, .inner = inner
			};
			draw_lanes(&c, 1 + (uint64_t)cols * 1000, cols % 2 ? PAST : 0);
			pane_whole_draw(&c, canvas_rect(&c), &p);
			canvas_fini(&c);
		}
	}
}
END_TEST

Suite *lanes_suite(void)
{
	Suite *s = suite_create("lanes");
	TCase *t = tcase_create("lanes");
	tcase_add_test(t, a_coroutine_is_one_lane_with_gaps);
	tcase_add_test(t, what_was_before_is_compressed);
	tcase_add_test(t, prints_have_rows_of_their_own);
	tcase_add_test(t, the_newest_print_is_seen_whole_if_it_can_be);
	tcase_add_test(t, lanes_go_on_by_half_of_what_is_not_compressed);
	tcase_add_test(t, all_that_was_before_has_a_column);
	tcase_add_test(t, a_column_of_a_lane_is_a_step);
	tcase_add_test(t, the_column_of_a_step_is_where_its_lane_shows_it);
	tcase_add_test(t, the_whole_run_is_one_line);
	tcase_add_test(t, a_column_of_the_whole_run_is_its_steps);
	tcase_add_test(t, they_can_be_drawn_at_every_size);
	suite_add_tcase(s, t);
	return s;
}
