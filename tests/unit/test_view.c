/* What the session shows of a step, without a screen. */

#include "session/view/view.h"

#include "base/sbuf.h"

#include <check.h>

#include <string.h>

/* The steps of the coroutine side:     of the subroutine side:
 *  1 <module> is entered                 1 <module> is entered
 *  2 line 2                              2 line 10
 *  3 line 6                              3 line 12
 *  4 counter#1 is made                   4 next#1 is entered
 *  5 line 7                              5 line 11
 *  6 counter#1 is entered                6 next#1 returns 0
 *  7 line 3                              7 line 13, 0 was printed
 *  8 line 4                              8 next#2 is entered
 *  9 line 5                              9 line 11
 * 10 counter#1 yields 0                 10 next#2 returns 1
 * 11 line 8, 0 was printed              11 <module> returns, 1 was printed
 * 12 counter#1 is resumed with 1
 * 13 line 4
 * 14 line 5
 * 15 counter#1 yields 1
 * 16 <module> returns, 1 was printed */
static const char two_sides[] =
	"# %% coroutine\n"                           /*  1 */
	"def counter(limit):\n"                      /*  2 */
	"    n = 0\n"                                /*  3 */
	"    while n < limit:\n"                     /*  4 */
	"        n += (yield n) or 1    #> a note\n" /*  5 */
	"c = counter(2)\n"                           /*  6 */
	"print(next(c))\n"                           /*  7 */
	"print(c.send(1))\n"                         /*  8 */
	"# %% subroutine\n"                          /*  9 */
	"def next(n):\n"                             /* 10 */
	"    return n\n"                             /* 11 */
	"print(next(0))\n"                           /* 12 */
	"print(next(1))\n";                          /* 13 */

static struct session *open_two(void)
{
	struct diag d = { 0 };
	struct session *s = session_from_text("test.py", two_sides, strlen(two_sides), NULL, &d);
	ck_assert_msg(s != NULL, "%s", d.message);
	return s;
}

/* Goes to the first step of a side for which the event's kind and line are so. */
static void go(struct session *s, enum side side, enum event_kind kind, uint32_t line)
{
	session_goto_step(s, side, 0);
	for (uint64_t k = 1; k <= session_steps(s, side); k++) {
		struct step step;
		trace_step(s->side[side].trace, k, &step);
		if (step.kind != kind || step.line != line)
			continue;
		session_goto_step(s, side, k);
		return;
	}
	ck_abort_msg("no such step");
}

/* The marks of a line as text. */
static void describe_line(const struct view_line *l, struct sbuf *b)
{
	sbuf_printf(b, "%u%s%s%s%s", l->number, l->mine ? "" : " other", l->entry ? " entry" : "",
		l->current ? " current" : "", l->caller ? " caller" : "");
	for (uint32_t i = 0; i < l->npoints; i++)
		sbuf_printf(b, " point %u used %u", l->points[i].number, l->points[i].used);
	for (uint32_t i = 0; i < l->ngoes_on; i++)
		sbuf_printf(b, " #%u goes on at %u", l->goes_on[i].nth, l->goes_on[i].point);
	if (l->more > 0)
		sbuf_printf(b, " and %u more", l->more);
	if (l->resumed_by != NULL)
		sbuf_printf(b, " resumed by %s with %s", l->resumed_by,
			l->resumed_with != NULL ? l->resumed_with : "nothing");
}

static void check_line(const struct session *s, enum side side, uint32_t line, const char *expected)
{
	struct arena a = { 0 };
	struct sbuf b = { 0 };
	describe_line(&view_lines(s, side, line, 1, &a)[0], &b);
	ck_assert_str_eq(sbuf_cstr(&b), expected);
	sbuf_fini(&b);
	arena_fini(&a);
}

START_TEST(lines_carry_entries_points_and_places)
{
	struct session *s = open_two();
	check_line(s, SIDE_COROUTINE, 2, "2 entry");
	check_line(s, SIDE_COROUTINE, 5, "5 point 1 used 0");
	check_line(s, SIDE_COROUTINE, 11, "11 other");
	check_line(s, SIDE_SUBROUTINE, 10, "10 entry");
	check_line(s, SIDE_COROUTINE, 99, "99 other");
	session_free(s);
}
END_TEST

START_TEST(a_line_is_shown_without_the_authors_note)
{
	struct session *s = open_two();
	struct arena a = { 0 };
	struct view_line *l = view_lines(s, SIDE_COROUTINE, 4, 3, &a);
	ck_assert_int_eq((int)l[1].len, (int)strlen("        n += (yield n) or 1"));
	ck_assert_int_eq((int)l[0].len, (int)strlen("    while n < limit:"));
	ck_assert(strncmp(l[2].text, "c = counter(2)", l[2].len) == 0);
	ck_assert_ptr_null(view_lines(s, SIDE_COROUTINE, 99, 1, &a)->text);
	arena_fini(&a);
	session_free(s);
}
END_TEST

START_TEST(a_suspended_frame_is_marked_where_it_goes_on)
{
	struct session *s = open_two();
	go(s, SIDE_COROUTINE, EVENT_YIELD, 5);
	check_line(s, SIDE_COROUTINE, 5, "5 point 1 used 0 #1 goes on at 1");
	check_line(s, SIDE_COROUTINE, 7, "7 current");
	session_free(s);
}
END_TEST

START_TEST(a_resume_shows_who_resumed_and_with_what)
{
	struct session *s = open_two();
	go(s, SIDE_COROUTINE, EVENT_RESUME, 5);
	check_line(s, SIDE_COROUTINE, 5, "5 current point 1 used 1 resumed by <module> with 1");
	check_line(s, SIDE_COROUTINE, 8, "8 caller");
	session_free(s);
}
END_TEST

START_TEST(many_frames_in_one_line_are_counted)
{
	static const char text[] =
		"def g():\n    yield 1\n"
		"a = [g(), g(), g(), g(), g()]\n"
		"for x in a:\n    next(x)\n";
	struct diag d = { 0 };
	struct session *s = session_from_text("test.py", text, strlen(text), NULL, &d);
	session_goto_step(s, SIDE_COROUTINE, session_steps(s, SIDE_COROUTINE) - 1);
	check_line(s, SIDE_COROUTINE, 2,
		"2 point 1 used 0 #1 goes on at 1 #2 goes on at 1 #3 goes on at 1 and 2 more");
	session_free(s);
}
END_TEST

START_TEST(a_program_knows_its_extent_and_its_line)
{
	struct session *s = open_two();
	uint32_t first, last;
	view_extent(s, SIDE_COROUTINE, &first, &last);
	ck_assert_uint_eq(first, 2);
	ck_assert_uint_eq(last, 8);
	view_extent(s, SIDE_SUBROUTINE, &first, &last);
	ck_assert_uint_eq(first, 10);
	ck_assert_uint_eq(last, 13);
	ck_assert_uint_eq(view_current_line(s, SIDE_COROUTINE), 0);
	go(s, SIDE_COROUTINE, EVENT_LINE, 3);
	ck_assert_uint_eq(view_current_line(s, SIDE_COROUTINE), 3);
	session_free(s);
}
END_TEST

/* Frames as text. */
static void describe_frame(const struct view_frame *f, struct sbuf *b)
{
	sbuf_printf(b, "%s %s", f->name, view_state_word(f->state));
	if (f->point != 0)
		sbuf_printf(b, " ◆%u", f->point);
	if (f->waits_for != NULL)
		sbuf_printf(b, " for %s", f->waits_for);
	sbuf_printf(b, "%s%s%s", f->fresh ? " new" : "", f->kept ? " kept" : "",
		f->changed_state ? " !" : "");
	for (uint32_t i = 0; i < f->nvars; i++)
		sbuf_printf(b, " %s=%s%s%s", f->vars[i].name,
			f->vars[i].old != NULL ? f->vars[i].old : "",
			f->vars[i].old != NULL ? "→" : "", f->vars[i].value);
	sbuf_char(b, '\n');
}

static void check_frames(const struct session *s, enum side side, const char *expected)
{
	struct arena a = { 0 };
	struct sbuf b = { 0 };
	uint32_t n = 10;
	struct view_frame *rows = view_frames(s, side, 0, &n, 20, &a);
	for (uint32_t i = 0; i < n; i++) {
		if (rows[i].state != VIEW_NOTHING)
			describe_frame(&rows[i], &b);
	}
	ck_assert_str_eq(sbuf_cstr(&b), expected);
	sbuf_fini(&b);
	arena_fini(&a);
}

START_TEST(frames_tell_state_values_and_changes)
{
	struct session *s = open_two();
	check_frames(s, SIDE_COROUTINE, "");
	session_goto_step(s, SIDE_COROUTINE, 1);
	check_frames(s, SIDE_COROUTINE, "<module> RUNNING new !\n");
	go(s, SIDE_COROUTINE, EVENT_CREATE, 2);
	check_frames(s, SIDE_COROUTINE, "<module> RUNNING\ncounter#1 CREATED new ! limit=→2\n");
	go(s, SIDE_COROUTINE, EVENT_CALL, 2);
	check_frames(s, SIDE_COROUTINE,
		"<module> WAITING for counter#1 ! c=<counter#1>\n"
		"counter#1 RUNNING new ! limit=2\n");
	go(s, SIDE_COROUTINE, EVENT_LINE, 4);
	check_frames(s, SIDE_COROUTINE,
		"<module> WAITING for counter#1 c=<counter#1>\ncounter#1 RUNNING limit=2 n=→0\n");
	go(s, SIDE_COROUTINE, EVENT_YIELD, 5);
	check_frames(s, SIDE_COROUTINE,
		"<module> RUNNING ! c=<counter#1>\ncounter#1 SUSPENDED ◆1 kept ! limit=2 n=0\n");
	session_goto_step(s, SIDE_COROUTINE, session_step(s, SIDE_COROUTINE) + 3);
	check_frames(s, SIDE_COROUTINE,
		"<module> WAITING for counter#1 c=<counter#1>\ncounter#1 RUNNING limit=2 n=0→1\n");
	session_free(s);
}
END_TEST

START_TEST(a_subroutines_frame_is_gone_after_its_return)
{
	struct session *s = open_two();
	go(s, SIDE_SUBROUTINE, EVENT_RETURN, 11);
	check_frames(s, SIDE_SUBROUTINE, "<module> RUNNING !\nnext#1 GONE ! n=0\n");
	session_free(s);
}
END_TEST

START_TEST(an_object_that_changes_shows_what_it_was)
{
	static const char text[] =
		"class A:\n    pass\na = A()\na.n = 1\na.n = 2\nb = [1]\nb.append(2)\npass\n";
	struct diag d = { 0 };
	struct session *s = session_from_text("test.py", text, strlen(text), NULL, &d);
	go(s, SIDE_COROUTINE, EVENT_LINE, 6);
	check_frames(s, SIDE_COROUTINE, "<module> RUNNING a=<A n=1>→<A n=2>\nclass A GONE\n");
	go(s, SIDE_COROUTINE, EVENT_LINE, 8);
	check_frames(s, SIDE_COROUTINE, "<module> RUNNING a=<A n=2> b=[1]→[1, 2]\nclass A GONE\n");
	session_free(s);
}
END_TEST

START_TEST(a_window_of_frames_ends_with_the_slots)
{
	struct session *s = open_two();
	struct arena a = { 0 };
	uint32_t n = 10;
	view_frames(s, SIDE_COROUTINE, 1, &n, 20, &a);
	ck_assert_uint_eq(n, 1);
	n = 10;
	view_frames(s, SIDE_COROUTINE, 7, &n, 20, &a);
	ck_assert_uint_eq(n, 0);
	arena_fini(&a);
	session_free(s);
}
END_TEST

/* A letter for each cell: the mark if there is one, else the state. */
static void check_lane(const struct session *s, enum side side, uint32_t slot, const char *expected)
{
	static const char states[] = " CR-S.x", marks[] = " @c*+>!t";
	struct arena a = { 0 };
	struct sbuf b = { 0 };
	uint32_t n = 60;
	struct view_lane_cell *cells = view_lanes(s, side, slot, 1, 1, &n, &a);
	for (uint32_t i = 0; i < n; i++)
		sbuf_char(&b,
			cells[i].mark != MARK_NONE ? marks[cells[i].mark] : states[cells[i].state]);
	ck_assert_str_eq(sbuf_cstr(&b), expected);
	sbuf_fini(&b);
	arena_fini(&a);
}

START_TEST(lanes_show_one_coroutine_with_gaps_and_calls_as_short_bars)
{
	struct session *s = open_two();
	session_goto_pair(s, UINT64_MAX);
	check_lane(s, SIDE_COROUTINE, 0, "@RRRR----RR---R>");
	check_lane(s, SIDE_COROUTINE, 1, "   cC@RRR*S+RR*S");
	check_lane(s, SIDE_SUBROUTINE, 0, "@RR--RR--R>");
	session_free(s);
}
END_TEST

START_TEST(a_lane_is_named_by_the_coroutine_or_the_function_that_has_it)
{
	struct session *s = open_two();
	struct arena a = { 0 };
	session_goto_pair(s, UINT64_MAX);
	ck_assert_str_eq(view_lane_name(s, SIDE_COROUTINE, 0, &a), "<module>");
	ck_assert_str_eq(view_lane_name(s, SIDE_COROUTINE, 1, &a), "counter#1");
	ck_assert_str_eq(view_lane_name(s, SIDE_SUBROUTINE, 1, &a), "next");
	arena_fini(&a);
	session_free(s);
}
END_TEST

START_TEST(lanes_end_with_the_current_step)
{
	struct session *s = open_two();
	session_goto_step(s, SIDE_COROUTINE, 3);
	check_lane(s, SIDE_COROUTINE, 0, "@RR");
	session_goto_step(s, SIDE_COROUTINE, 0);
	check_lane(s, SIDE_COROUTINE, 0, "");
	session_free(s);
}
END_TEST

START_TEST(prints_stand_at_the_step_that_completes_them)
{
	struct session *s = open_two();
	struct arena a = { 0 };
	session_goto_pair(s, UINT64_MAX);
	uint32_t n = (uint32_t)session_steps(s, SIDE_SUBROUTINE);
	uint32_t found = 1000;
	struct view_print *prints = view_prints(s, SIDE_SUBROUTINE, 1, n, &found, &a);
	for (uint32_t i = 0; i < found; i++) {
		ck_assert_int_eq(prints[i].text[0], '0' + (int)i);
		ck_assert_uint_eq(prints[i].len, 1);
		ck_assert_uint_eq(prints[i].nth, i);
		ck_assert(prints[i].step > (i > 0 ? prints[i - 1].step : 0));
	}
	ck_assert_uint_eq(found, 2);
	uint32_t later = 1000, last = 1;
	view_prints(s, SIDE_SUBROUTINE, prints[0].step + 1, n, &later, &a);
	ck_assert_uint_eq(later, 1);
	ck_assert_uint_eq(view_prints(s, SIDE_SUBROUTINE, 1, n, &last, &a)[0].nth, 1);
	uint32_t lines = 1;
	struct view_print *output = view_output(s, SIDE_SUBROUTINE, &lines, &a);
	ck_assert_uint_eq(lines, 1);
	ck_assert_int_eq(output[0].text[0], '1');
	session_goto_pair(s, 0);
	lines = 5;
	view_output(s, SIDE_SUBROUTINE, &lines, &a);
	ck_assert_uint_eq(lines, 0);
	arena_fini(&a);
	session_free(s);
}
END_TEST

START_TEST(a_side_that_is_not_there_is_empty)
{
	static const char text[] = "x = 1\n";
	struct diag d = { 0 };
	struct session *s = session_from_text("test.py", text, strlen(text), NULL, &d);
	struct arena a = { 0 };
	uint32_t n = 5, first, last;
	ck_assert_uint_eq(view_slots(s, SIDE_SUBROUTINE), 0);
	view_frames(s, SIDE_SUBROUTINE, 0, &n, 20, &a);
	ck_assert_uint_eq(n, 0);
	n = 5;
	view_lanes(s, SIDE_SUBROUTINE, 0, 3, 1, &n, &a);
	ck_assert_uint_eq(n, 0);
	ck_assert(!view_lines(s, SIDE_SUBROUTINE, 1, 1, &a)->mine);
	ck_assert_uint_eq(view_current_line(s, SIDE_SUBROUTINE), 0);
	view_extent(s, SIDE_SUBROUTINE, &first, &last);
	ck_assert_uint_eq(first + last, 0);
	ck_assert_str_eq(view_lane_name(s, SIDE_SUBROUTINE, 0, &a), "");
	arena_fini(&a);
	session_free(s);
}
END_TEST

Suite *view_suite(void)
{
	Suite *s = suite_create("view");
	TCase *t = tcase_create("view");
	tcase_add_test(t, lines_carry_entries_points_and_places);
	tcase_add_test(t, a_line_is_shown_without_the_authors_note);
	tcase_add_test(t, a_suspended_frame_is_marked_where_it_goes_on);
	tcase_add_test(t, a_resume_shows_who_resumed_and_with_what);
	tcase_add_test(t, many_frames_in_one_line_are_counted);
	tcase_add_test(t, a_program_knows_its_extent_and_its_line);
	tcase_add_test(t, frames_tell_state_values_and_changes);
	tcase_add_test(t, a_subroutines_frame_is_gone_after_its_return);
	tcase_add_test(t, an_object_that_changes_shows_what_it_was);
	tcase_add_test(t, a_window_of_frames_ends_with_the_slots);
	tcase_add_test(t, lanes_show_one_coroutine_with_gaps_and_calls_as_short_bars);
	tcase_add_test(t, a_lane_is_named_by_the_coroutine_or_the_function_that_has_it);
	tcase_add_test(t, lanes_end_with_the_current_step);
	tcase_add_test(t, prints_stand_at_the_step_that_completes_them);
	tcase_add_test(t, a_side_that_is_not_there_is_empty);
	suite_add_tcase(s, t);
	return s;
}
