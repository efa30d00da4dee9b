/* Which steps of the two sides belong together. */

#include "compare/pairing.h"

#include "base/sbuf.h"

#include <check.h>

#include <string.h>

enum { MAX_LINES = 400 };

/* A made-up run: lines of output, each with the step that completes it. */
struct run {
	struct pairing_run r;
	struct output_line lines[MAX_LINES];
	struct instant instants[MAX_LINES];
	struct sbuf text;
};

static void run_init(struct run *run, uint64_t steps)
{
	memset(run, 0, sizeof *run);
	run->r.steps = steps;
	run->r.lines = run->lines;
	run->r.instants = run->instants;
}

static void prints(struct run *run, uint64_t step, const char *line)
{
	struct output_line l = { step, run->text.len, strlen(line) };
	run->lines[run->r.nlines++] = l;
	sbuf_str(&run->text, line);
	sbuf_char(&run->text, '\n');
	run->r.output = run->text.text;
}

static void clock_at(struct run *run, uint64_t step, int64_t time)
{
	struct instant i = { time, step };
	run->instants[run->r.ninstants++] = i;
}

static void run_fini(struct run *run)
{
	sbuf_fini(&run->text);
}

/* The schedule as text: "0,0 1,1 2,2! 2w,3 …": w waits, ! a beat. */
static void check_schedule(const struct pairing *p, const char *expected)
{
	struct sbuf b = { 0 };
	for (uint64_t i = 0; i <= pairing_last(p); i++) {
		struct pair pair = pairing_at(p, i);
		sbuf_printf(&b, "%s%llu%s,%llu%s%s", i > 0 ? " " : "",
			(unsigned long long)pair.step[0], pair.waits[0] ? "w" : "",
			(unsigned long long)pair.step[1], pair.waits[1] ? "w" : "",
			pair.beat ? "!" : "");
	}
	ck_assert_str_eq(sbuf_cstr(&b), expected);
	sbuf_fini(&b);
}

/* Every pair is found again by the step of either side, as the first with it. */
static void check_lookup(const struct pairing *p)
{
	for (int s = 0; s < SIDE_COUNT; s++) {
		uint64_t first = 0, step = 0;
		for (uint64_t i = 0; i <= pairing_last(p); i++) {
			struct pair pair = pairing_at(p, i);
			ck_assert_uint_ge(pair.step[s], step);
			ck_assert_uint_le(pair.step[s], step + 1);
			if (pair.step[s] != step)
				first = i;
			step = pair.step[s];
			ck_assert_uint_eq(pairing_find(p, (enum side)s, step), first);
		}
	}
}

static void check_pairs(struct run *a, struct run *b, enum compare_mode mode, const char *expected)
{
	struct pairing *p = pairing_new(&a->r, &b->r, mode);
	check_schedule(p, expected);
	check_lookup(p);
	pairing_free(p);
}

START_TEST(the_side_that_is_done_first_waits_at_the_beat)
{
	struct run a, b;
	run_init(&a, 4);
	run_init(&b, 6);
	prints(&a, 2, "0");
	prints(&b, 4, "0");
	check_pairs(&a, &b, COMPARE_OUTPUT, "0,0 1,1 2,2 2w,3 2,4! 3,5 4,6");
	run_fini(&a);
	run_fini(&b);
}
END_TEST

START_TEST(a_side_that_has_ended_does_not_wait)
{
	struct run a, b;
	run_init(&a, 1);
	run_init(&b, 3);
	check_pairs(&a, &b, COMPARE_OUTPUT, "0,0 1,1 1,2 1,3");
	run_fini(&a);
	run_fini(&b);
}
END_TEST

START_TEST(two_lines_printed_in_one_step_are_one_beat)
{
	struct run a, b;
	run_init(&a, 3);
	run_init(&b, 3);
	prints(&a, 2, "x");
	prints(&a, 2, "y");
	prints(&b, 1, "x");
	prints(&b, 1, "y");
	check_pairs(&a, &b, COMPARE_OUTPUT, "0,0 1,1 2,1! 3,2 3,3");
	run_fini(&a);
	run_fini(&b);
}
END_TEST

START_TEST(a_side_waits_while_the_other_prints_what_it_printed_at_once)
{
	struct run a, b;
	run_init(&a, 2);
	run_init(&b, 4);
	prints(&a, 1, "x");
	prints(&a, 1, "y");
	prints(&b, 1, "x");
	prints(&b, 3, "y");
	check_pairs(&a, &b, COMPARE_OUTPUT, "0,0 1,1! 1w,2 1,3! 2,4");
	run_fini(&a);
	run_fini(&b);
}
END_TEST

START_TEST(a_missing_side_stays_at_step_0)
{
	struct run b;
	run_init(&b, 2);
	prints(&b, 1, "x");
	struct pairing *p = pairing_new(NULL, &b.r, COMPARE_OUTPUT);
	check_schedule(p, "0,0 0,1 0,2");
	ck_assert_uint_eq(pairing_beats(p), 0);
	ck_assert_uint_eq(pairing_find(p, SIDE_COROUTINE, 2), 0);
	ck_assert_uint_eq(pairing_find(p, SIDE_SUBROUTINE, 2), 2);
	ck_assert(!pairing_difference(p).found);
	pairing_free(p);
	run_fini(&b);
}
END_TEST

START_TEST(nothing_at_all_is_one_pair)
{
	struct run a;
	run_init(&a, 0);
	struct pairing *p = pairing_new(&a.r, NULL, COMPARE_OUTPUT);
	check_schedule(p, "0,0");
	pairing_free(p);
	p = pairing_new(NULL, NULL, COMPARE_NONE);
	check_schedule(p, "0,0");
	pairing_free(p);
}
END_TEST

START_TEST(a_step_past_the_end_is_the_last)
{
	struct run a, b;
	run_init(&a, 2);
	run_init(&b, 5);
	struct pairing *p = pairing_new(&a.r, &b.r, COMPARE_NONE);
	ck_assert_uint_eq(pairing_find(p, SIDE_COROUTINE, 99), 2);
	ck_assert_uint_eq(pairing_find(p, SIDE_SUBROUTINE, UINT64_MAX), 5);
	pairing_free(p);
}
END_TEST

START_TEST(the_first_difference_is_told_with_both_steps)
{
	struct run a, b;
	run_init(&a, 9);
	run_init(&b, 9);
	prints(&a, 1, "same");
	prints(&a, 3, "left");
	prints(&a, 5, "again");
	prints(&b, 2, "same");
	prints(&b, 4, "right");
	prints(&b, 8, "again");
	struct pairing *p = pairing_new(&a.r, &b.r, COMPARE_OUTPUT);
	struct difference d = pairing_difference(p);
	ck_assert(d.found && d.has_line[0] && d.has_line[1]);
	ck_assert_uint_eq(d.line[0], 1);
	ck_assert_uint_eq(d.line[1], 1);
	ck_assert_uint_eq(d.step[0], 3);
	ck_assert_uint_eq(d.step[1], 4);
	ck_assert_msg(pairing_beats(p) == 2, "they meet again behind the difference");
	struct pair again = pairing_at(p, pairing_find(p, SIDE_SUBROUTINE, 8));
	ck_assert(again.beat);
	ck_assert_uint_eq(again.step[0], 5);
	check_lookup(p);
	pairing_free(p);
	run_fini(&a);
	run_fini(&b);
}
END_TEST

START_TEST(a_line_more_is_a_difference_without_a_line_on_the_other_side)
{
	struct run a, b;
	run_init(&a, 5);
	run_init(&b, 7);
	prints(&a, 1, "x");
	prints(&b, 1, "x");
	prints(&b, 2, "y");
	struct pairing *p = pairing_new(&a.r, &b.r, COMPARE_OUTPUT);
	struct difference d = pairing_difference(p);
	ck_assert(d.found && !d.has_line[0] && d.has_line[1]);
	ck_assert_uint_eq(d.step[0], 5);
	ck_assert_uint_eq(d.step[1], 2);
	pairing_free(p);
	run_fini(&a);
	run_fini(&b);
}
END_TEST

START_TEST(lines_that_one_side_leaves_out_do_not_spoil_the_beats)
{
	struct run a, b;
	run_init(&a, 8);
	run_init(&b, 8);
	prints(&a, 1, "a");
	prints(&a, 2, "extra 1");
	prints(&a, 3, "extra 2");
	prints(&a, 4, "b");
	prints(&b, 1, "a");
	prints(&b, 2, "b");
	struct pairing *p = pairing_new(&a.r, &b.r, COMPARE_RESULT);
	ck_assert_uint_eq(pairing_beats(p), 2);
	ck_assert_msg(!pairing_difference(p).found, "the last lines agree");
	pairing_free(p);
	p = pairing_new(&a.r, &b.r, COMPARE_OUTPUT);
	ck_assert_uint_eq(pairing_beats(p), 2);
	ck_assert(pairing_difference(p).found);
	pairing_free(p);
	run_fini(&a);
	run_fini(&b);
}
END_TEST

START_TEST(results_are_compared_by_the_last_line)
{
	struct run a, b;
	run_init(&a, 4);
	run_init(&b, 4);
	prints(&a, 1, "x");
	prints(&a, 2, "6");
	prints(&b, 3, "7");
	struct pairing *p = pairing_new(&a.r, &b.r, COMPARE_RESULT);
	struct difference d = pairing_difference(p);
	ck_assert(d.found);
	ck_assert_uint_eq(d.line[0], 1);
	ck_assert_uint_eq(d.line[1], 0);
	ck_assert_uint_eq(d.step[1], 3);
	pairing_free(p);
	run_fini(&a);
	run_fini(&b);
}
END_TEST

START_TEST(lines_in_any_order_meet_where_both_printed_the_same)
{
	struct run a, b;
	run_init(&a, 4);
	run_init(&b, 6);
	prints(&a, 1, "x");
	prints(&a, 2, "y");
	prints(&a, 3, "z");
	prints(&b, 1, "y");
	prints(&b, 4, "x");
	prints(&b, 5, "z");
	struct pairing *p = pairing_new(&a.r, &b.r, COMPARE_LINES);
	check_schedule(p, "0,0 1,1 2,2 2w,3 2,4! 3,5! 4,6");
	ck_assert(!pairing_difference(p).found);
	pairing_free(p);
	run_fini(&a);
	run_fini(&b);
}
END_TEST

START_TEST(a_line_printed_once_more_is_a_difference_in_any_order)
{
	struct run a, b;
	run_init(&a, 4);
	run_init(&b, 6);
	prints(&a, 1, "x");
	prints(&a, 2, "y");
	prints(&b, 1, "y");
	prints(&b, 2, "y");
	prints(&b, 3, "x");
	struct pairing *p = pairing_new(&a.r, &b.r, COMPARE_LINES);
	struct difference d = pairing_difference(p);
	ck_assert(d.found && !d.has_line[0] && d.has_line[1]);
	ck_assert_uint_eq(d.line[1], 0);
	pairing_free(p);
	run_fini(&a);
	run_fini(&b);
}
END_TEST

START_TEST(with_clocks_the_beats_are_instants_that_both_have_reached)
{
	struct run a, b;
	run_init(&a, 5);
	run_init(&b, 6);
	clock_at(&a, 2, 1000);
	clock_at(&a, 3, 2000);
	clock_at(&b, 1, 1000);
	clock_at(&b, 4, 1500);
	clock_at(&b, 5, 3000);
	struct pairing *p = pairing_new(&a.r, &b.r, COMPARE_LINES);
	/* 1000: 2 and 1; 1500: the left clock passes it at 3; 2000: the right one at 5. */
	check_schedule(p, "0,0 1,1 2,1! 3,2 3w,3 3,4! 3,5! 4,6 5,6");
	check_lookup(p);
	pairing_free(p);
	run_fini(&a);
	run_fini(&b);
}
END_TEST

START_TEST(uncompared_programs_go_step_by_step)
{
	struct run a, b;
	run_init(&a, 2);
	run_init(&b, 3);
	prints(&a, 1, "x");
	prints(&b, 3, "x");
	check_pairs(&a, &b, COMPARE_NONE, "0,0 1,1 2,2 2,3");
	run_fini(&a);
	run_fini(&b);
}
END_TEST

START_TEST(beats_are_found_in_both_directions)
{
	struct run a, b;
	run_init(&a, 10);
	run_init(&b, 10);
	for (uint64_t k = 2; k <= 8; k += 3) {
		prints(&a, k, "line");
		prints(&b, k + 1, "line");
	}
	struct pairing *p = pairing_new(&a.r, &b.r, COMPARE_OUTPUT);
	uint64_t at = 0, beats[3];
	for (int i = 0; i < 3; i++) {
		ck_assert(pairing_beat_after(p, at, &at));
		ck_assert(pairing_at(p, at).beat);
		beats[i] = at;
	}
	uint64_t none = 77;
	ck_assert(!pairing_beat_after(p, at, &none));
	ck_assert_uint_eq(none, 77);
	at = pairing_last(p);
	for (int i = 3; i-- > 0;) {
		ck_assert(pairing_beat_before(p, at, &at));
		ck_assert_uint_eq(at, beats[i]);
	}
	ck_assert(!pairing_beat_before(p, at, &none));
	ck_assert(!pairing_beat_before(p, 0, &none));
	pairing_free(p);
	run_fini(&a);
	run_fini(&b);
}
END_TEST

START_TEST(a_beat_in_the_last_step_is_a_beat)
{
	struct run a, b;
	run_init(&a, 2);
	run_init(&b, 3);
	prints(&a, 2, "x");
	prints(&b, 9, "x"); /* completed when the run was over */
	check_pairs(&a, &b, COMPARE_OUTPUT, "0,0 1,1 2,2 2,3!");
	run_fini(&a);
	run_fini(&b);
}
END_TEST

START_TEST(quite_different_outputs_are_given_up_soon)
{
	static struct output_line lines[SIDE_COUNT][200000];
	static char text[SIDE_COUNT][400000];
	struct pairing_run run[SIDE_COUNT];
	for (int s = 0; s < SIDE_COUNT; s++) {
		for (size_t i = 0; i < 200000; i++) {
			text[s][2 * i] = s == 0 ? 'a' : 'b';
			text[s][2 * i + 1] = '\n';
			lines[s][i] = (struct output_line){ i + 1, 2 * i, 1 };
		}
		run[s] = (struct pairing_run){
			.steps = 200000, .lines = lines[s], .nlines = 200000, .output = text[s]
		};
	}
	struct pairing *p = pairing_new(&run[0], &run[1], COMPARE_OUTPUT);
	ck_assert_uint_eq(pairing_beats(p), 0);
	ck_assert_uint_eq(pairing_last(p), 200000);
	pairing_free(p);
}
END_TEST

Suite *pairing_suite(void)
{
	Suite *s = suite_create("pairing");
	TCase *t = tcase_create("pairing");
	tcase_add_test(t, the_side_that_is_done_first_waits_at_the_beat);
	tcase_add_test(t, a_side_that_has_ended_does_not_wait);
	tcase_add_test(t, two_lines_printed_in_one_step_are_one_beat);
	tcase_add_test(t, a_side_waits_while_the_other_prints_what_it_printed_at_once);
	tcase_add_test(t, a_missing_side_stays_at_step_0);
	tcase_add_test(t, nothing_at_all_is_one_pair);
	tcase_add_test(t, a_step_past_the_end_is_the_last);
	tcase_add_test(t, the_first_difference_is_told_with_both_steps);
	tcase_add_test(t, a_line_more_is_a_difference_without_a_line_on_the_other_side);
	tcase_add_test(t, lines_that_one_side_leaves_out_do_not_spoil_the_beats);
	tcase_add_test(t, results_are_compared_by_the_last_line);
	tcase_add_test(t, lines_in_any_order_meet_where_both_printed_the_same);
	tcase_add_test(t, a_line_printed_once_more_is_a_difference_in_any_order);
	tcase_add_test(t, with_clocks_the_beats_are_instants_that_both_have_reached);
	tcase_add_test(t, uncompared_programs_go_step_by_step);
	tcase_add_test(t, beats_are_found_in_both_directions);
	tcase_add_test(t, a_beat_in_the_last_step_is_a_beat);
	tcase_add_test(t, quite_different_outputs_are_given_up_soon);
	suite_add_tcase(s, t);
	return s;
}
