/* Breakpoints, watches and searches. */

#include "session/commands/command.h"
#include "session/commands/search.h"
#include "session/view/view.h"
#include "ui/stage/stage.h"

#include <check.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The steps of the coroutine side:   of the subroutine side:
 *  1 <module> is entered              1 <module> is entered
 *  2 line 2                           2 line 10
 *  3 line 7                           3 line 12
 *  4 g#1 is made                      4 line 13
 *  5 g#1 is entered                   5 f#1 is entered
 *  6 line 3                           6 line 11
 *  7 line 4                           7 f#1 returns 0
 *  8 line 5                           8 line 12, 0 was printed
 *  9 g#1 yields 0                     9 line 13
 * 10 line 8                          10 f#2 is entered
 * 11 line 7, 0 was printed           11 line 11
 * 12 g#1 is resumed                  12 f#2 returns 1
 * 13 line 6                          13 line 12, 1 was printed
 * 14 line 4                          14 <module> returns
 * 15 line 5
 * 16 g#1 yields 1 */
static const char two_sides[] =
	"# %% coroutine\n"   /*  1 */
	"def g():\n"         /*  2 */
	"    n = 0\n"        /*  3 */
	"    while n < 2:\n" /*  4 */
	"        yield n\n"  /*  5 */
	"        n += 1\n"   /*  6 */
	"for v in g():\n"    /*  7 */
	"    print(v)\n"     /*  8 */
	"# %% subroutine\n"  /*  9 */
	"def f(v):\n"        /* 10 */
	"    return v\n"     /* 11 */
	"for v in (0, 1):\n" /* 12 */
	"    print(f(v))\n"; /* 13 */

static struct session *open_text(const char *text)
{
	struct diag d = { 0 };
	struct session *s = session_from_text("test.py", text, strlen(text), NULL, &d);
	ck_assert_msg(s != NULL, "%s", d.message);
	return s;
}

static void check_do(
	struct session *s, const char *line, enum session_status status, const char *message)
{
	enum session_status got = session_do(s, line);
	ck_assert_msg(got == status, "%s: status %d, not %d: %s", line, (int)got, (int)status,
		sbuf_cstr(&s->message));
	ck_assert_str_eq(sbuf_cstr(&s->message), message);
}

static void check_step(const struct session *s, uint64_t step)
{
	ck_assert_uint_eq(session_step(s, SIDE_COROUTINE), step);
}

START_TEST(it_goes_on_to_a_breakpoint_and_back)
{
	struct session *s = open_text(two_sides);
	check_do(s, "break 5", SESSION_SAID, "breakpoint 1 at line 5: continue stops there");
	check_do(s, "continue", SESSION_MOVED, "breakpoint 1: line 5");
	check_step(s, 8);
	check_do(s, "continue", SESSION_MOVED, "breakpoint 1: line 5");
	check_step(s, 15);
	check_do(s, "continue", SESSION_MOVED, "the end: nothing stopped it");
	check_do(s, "reverse-continue", SESSION_MOVED, "breakpoint 1: line 5");
	check_step(s, 15);
	check_do(s, "#", SESSION_WRONG, "there is no command \"#\"; help lists them");
	check_do(s, "C", SESSION_MOVED, "breakpoint 1: line 5");
	check_step(s, 8);
	check_do(s, "reverse", SESSION_MOVED, "the beginning: nothing stopped it");
	check_step(s, 0);
	session_free(s);
}
END_TEST

START_TEST(linked_sides_stop_at_the_breakpoint_that_comes_first)
{
	struct session *s = open_text(two_sides);
	check_do(s, "break sub:11", SESSION_SAID, "breakpoint 1 at line 11: continue stops there");
	check_do(s, "break 5", SESSION_SAID, "breakpoint 2 at line 5: continue stops there");
	check_do(s, "continue", SESSION_MOVED, "breakpoint 1: line 11");
	ck_assert_uint_eq(session_step(s, SIDE_SUBROUTINE), 6);
	check_step(s, 6);
	check_do(s, "continue", SESSION_MOVED, "breakpoint 2: line 5");
	check_step(s, 8);
	check_do(s, "reverse", SESSION_MOVED, "breakpoint 1: line 11");
	check_step(s, 6);
	session_free(s);
}
END_TEST

START_TEST(unlinked_only_the_side_in_view_goes_on)
{
	struct session *s = open_text(two_sides);
	session_do(s, "break sub:11");
	session_do(s, "link");
	check_do(s, "continue", SESSION_MOVED, "the end: nothing stopped it");
	session_do(s, "side sub");
	session_do(s, "first");
	check_do(s, "continue", SESSION_MOVED, "breakpoint 1: line 11");
	ck_assert_uint_eq(session_step(s, SIDE_SUBROUTINE), 6);
	session_free(s);
}
END_TEST

START_TEST(a_breakpoint_at_a_function_stops_at_its_entry)
{
	struct session *s = open_text(two_sides);
	check_do(
		s, "break g", SESSION_SAID, "breakpoint 1 at the entry of g: continue stops there");
	check_do(s, "continue", SESSION_MOVED, "breakpoint 1: the entry of g");
	check_step(s, 5);
	struct arena a = { 0 };
	ck_assert(view_lines(s, SIDE_COROUTINE, 2, 1, &a)->breakpoint);
	ck_assert(!view_lines(s, SIDE_COROUTINE, 3, 1, &a)->breakpoint);
	arena_fini(&a);
	session_free(s);
}
END_TEST

START_TEST(the_same_breakpoint_twice_is_none)
{
	struct session *s = open_text(two_sides);
	check_do(s, "break", SESSION_REFUSED,
		"no line is current here; say which one, as in \"break 12\"");
	session_do(s, "goto 6");
	check_do(s, "break", SESSION_SAID, "breakpoint 1 at line 3: continue stops there");
	check_do(s, "break 3", SESSION_SAID, "breakpoint 1 at line 3 is deleted");
	check_do(s, "stops", SESSION_REFUSED, "there is no breakpoint and no watch");
	session_free(s);
}
END_TEST

START_TEST(what_is_no_place_is_refused)
{
	struct session *s = open_text(two_sides);
	check_do(s, "break 1", SESSION_REFUSED,
		"no line with code, no function and no kind of step is \"1\"");
	check_do(s, "break 4000000000000", SESSION_REFUSED,
		"no line with code, no function and no kind of step is \"4000000000000\"");
	check_do(s, "break h", SESSION_REFUSED,
		"no line with code, no function and no kind of step is \"h\"");
	check_do(s, "watch nobody", SESSION_REFUSED, "this side has no variable \"nobody\"");
	check_do(s, "watch g.v", SESSION_REFUSED, "this side has no variable \"g.v\"");
	check_do(s, "watch", SESSION_WRONG, "watch expects EXPR");
	ck_assert_uint_eq(s->stops.len, 0);
	session_free(s);
}
END_TEST

START_TEST(a_watch_stops_where_the_value_changes_both_ways)
{
	struct session *s = open_text(two_sides);
	check_do(s, "watch n", SESSION_SAID, "watch 1 on n of g: continue stops where it changes");
	check_do(s, "continue", SESSION_MOVED, "watch 1: n of g#1 is now 0");
	check_step(s, 7);
	check_do(s, "continue", SESSION_MOVED, "watch 1: n of g#1 went from 0 to 1");
	check_step(s, 14);
	check_do(s, "last", SESSION_MOVED, "");
	session_do(s, "reverse");
	check_do(s, "reverse", SESSION_MOVED, "watch 1: n of g#1 went from 0 to 1");
	check_step(s, 14);
	session_free(s);
}
END_TEST

START_TEST(a_watch_on_a_global_sees_it_change)
{
	struct session *s = open_text(
		"total = 1\nitems = []\nitems.append(total)\ntotal = total + 1\n");
	check_do(s, "watch total", SESSION_SAID,
		"watch 1 on total of <module>: continue stops where it changes");
	check_do(s, "continue", SESSION_MOVED, "watch 1: total of <module> is now 1");
	check_do(s, "continue", SESSION_MOVED, "watch 1: total of <module> went from 1 to 2");
	check_do(s, "delete 1", SESSION_SAID, "1 is deleted");
	check_do(s, "watch items", SESSION_SAID,
		"watch 2 on items of <module>: continue stops where it changes");
	session_do(s, "first");
	check_do(s, "continue", SESSION_MOVED, "watch 2: items of <module> is now []");
	check_do(s, "continue", SESSION_MOVED, "watch 2: items of <module> went from [] to [1]");
	session_free(s);
}
END_TEST

START_TEST(stops_are_listed_and_deleted)
{
	struct session *s = open_text(two_sides);
	session_do(s, "break 5");
	session_do(s, "watch g.n");
	check_do(s, "stops", SESSION_PAGE,
		"breakpoint 1, coroutine side: line 5\nwatch 2, coroutine side: n of g");
	check_do(s, "delete 3", SESSION_WRONG,
		"delete expects the number of a breakpoint or watch from 1 to 2, not \"3\"");
	check_do(s, "delete 1", SESSION_SAID, "1 is deleted");
	check_do(s, "delete 1", SESSION_REFUSED, "1 was deleted before");
	check_do(s, "delete", SESSION_SAID, "all breakpoints and watches are deleted");
	ck_assert_uint_eq(s->stops.len, 0);
	session_free(s);
}
END_TEST

START_TEST(a_text_is_searched_in_lines_sentences_values_and_output)
{
	static const struct {
		const char *text;
		uint64_t step;
	} found[] = {
		{ "while", 7 },
		{ "is made", 4 },
		{ "n=1", 14 },
		{ "PRINTED \"1\"", 18 },
		{ "yield n", 8 },
	};
	struct session *s = open_text(two_sides);
	session_do(s, "link");
	for (size_t i = 0; i < sizeof found / sizeof *found; i++) {
		char line[60];
		session_do(s, "first");
		snprintf(line, sizeof line, "search %s", found[i].text);
		ck_assert_int_eq(session_do(s, line), SESSION_MOVED);
		ck_assert_msg(session_step(s, SIDE_COROUTINE) == found[i].step, "%s: step %u",
			found[i].text, (unsigned)session_step(s, SIDE_COROUTINE));
	}
	session_free(s);
}
END_TEST

START_TEST(a_search_goes_on_and_back)
{
	struct session *s = open_text(two_sides);
	session_do(s, "link");
	check_do(s, "search-again", SESSION_REFUSED, "nothing was searched for yet");
	check_do(s, "search yields", SESSION_MOVED,
		"here is \"yields\"   ; the next one   , the one before");
	check_step(s, 9);
	check_do(s, "search-again", SESSION_MOVED,
		"here is \"yields\"   ; the next one   , the one before");
	check_step(s, 16);
	check_do(s, "search-again", SESSION_REFUSED, "no further \"yields\" in this run");
	check_step(s, 16);
	session_do(s, "search-back");
	check_step(s, 9);
	check_do(s, "search-back", SESSION_REFUSED, "no earlier \"yields\" in this run");
	session_free(s);
}
END_TEST

/* "ping#2" is found by "#2", "ping#2" and "g#2"; the digit alone is not in it. */
START_TEST(a_number_is_not_found_in_the_name_of_a_frame)
{
	struct session *s = open_text(
		"# %% coroutine\n"
		"def ping():\n"
		"    yield 0\n"
		"next(ping())\n"
		"for step in ping():\n"
		"    print(step + 12)  #2\n");
	check_do(s, "search ping#2", SESSION_MOVED,
		"here is \"ping#2\"   ; the next one   , the one before");
	uint64_t made = session_step(s, SIDE_COROUTINE);
	session_do(s, "first");
	session_do(s, "search #2");
	check_step(s, made);
	session_do(s, "search 2");
	ck_assert_uint_eq(search_find(s, "f#2 f#12 g2 >#2 #2 2", 20, 0), 10);
	ck_assert_uint_eq(search_find(s, "f#2 f#12 g2 >#2 #2 2", 20, 11), 17);
	ck_assert_uint_eq(search_find(s, "f#2", 3, 0), 3);
	session_free(s);
}
END_TEST

/* The cells with the look of what was found, "" if there are none. */
static void check_found(struct stage *t, const char *expected)
{
	struct canvas c = { 0 };
	char found[200] = "";
	size_t n = 0;
	canvas_size(&c, 24, 80);
	stage_draw(t, &c);
	for (int i = 0; i < 24 * 80; i++) {
		const struct canvas_cell *cell = canvas_cell(&c, i / 80, i % 80);
		if (cell->role == ROLE_FOUND && n < sizeof found - 1)
			found[n++] = (char)cell->c;
	}
	canvas_fini(&c);
	ck_assert_str_eq(found, expected);
}

START_TEST(what_was_found_is_marked_until_the_next_command)
{
	struct session *s = open_text(two_sides);
	struct stage *t = stage_new(s);
	session_do(s, "search N +=");
	check_step(s, 13);
	check_found(t, "n +=");
	session_do(s, "search g#1 yields");
	check_found(t, "g#1 yields");
	session_do(s, "next");
	check_found(t, "");
	session_do(s, "search nowhere");
	check_found(t, "");
	session_do(s, "first");
	session_do(s, "search 8");
	check_found(t, "88"); /* in the frame and the sentence, not in the number of the line */
	stage_free(t);
	session_free(s);
}
END_TEST

START_TEST(a_history_is_of_a_function_if_it_is_named)
{
	struct session *s = open_text(
		"# %% coroutine\n"
		"def f():\n"
		"    n = 1\n"
		"    yield n\n"
		"def g():\n"
		"    n = 2\n"
		"    return n\n"
		"n = g() + next(f())\n");
	check_do(s, "history f.n", SESSION_PAGE, "step 12: f#1, n is 1");
	check_do(s, "history g.n", SESSION_PAGE, "step 7: g#1, n is 2");
	check_do(s, "history g.m", SESSION_REFUSED, "this never has a value");
	session_free(s);
}
END_TEST

START_TEST(a_long_value_is_cut_and_says_so)
{
	struct session *s = open_text("# %% coroutine\nn = 1\n");
	session_do(s, "last");
	ck_assert_int_eq(session_do(s, "print 'x' * 70000"), SESSION_PAGE);
	ck_assert_uint_eq(strspn(s->message.text + 1, "x"), 1999);
	ck_assert_str_eq(s->message.text + 2000, "… (70,002 characters)");
	ck_assert_int_eq(session_do(s, "print [1] * 1000"), SESSION_PAGE);
	ck_assert_str_eq(s->message.text + 2000, "… (3,000 characters)");
	ck_assert_int_eq(session_do(s, "print '\303\244' * 1998"), SESSION_PAGE);
	ck_assert_uint_eq(s->message.len, 2 * 1998 + 2);
	session_free(s);
}
END_TEST

/* Values. */

static const char *value_of(const struct view_frame *f, const char *name)
{
	for (uint32_t i = 0; i < f->nvars; i++) {
		if (strcmp(f->vars[i].name, name) == 0)
			return f->vars[i].value;
	}
	return "";
}

START_TEST(values_are_shown_in_three_ways)
{
	struct session *s = open_text("def f(q, n):\n    return n\nlist_ = [1]\nf(list_, 2)\n");
	struct arena a = { 0 };
	uint32_t n = 2;
	session_do(s, "goto 6");
	struct view_frame *f = view_frames(s, SIDE_COROUTINE, 0, &n, 20, &a);
	ck_assert_str_eq(value_of(&f[1], "q"), "[1]");
	check_do(s, "values", SESSION_SAID, "values have their types");
	f = view_frames(s, SIDE_COROUTINE, 0, &n, 20, &a);
	ck_assert_str_eq(value_of(&f[1], "n: int"), "2");
	ck_assert_str_eq(value_of(&f[1], "q: list"), "[1]");
	session_do(s, "values shared");
	f = view_frames(s, SIDE_COROUTINE, 0, &n, 20, &a);
	ck_assert_str_eq(value_of(&f[0], "list_"), "A:[1]");
	ck_assert_str_eq(value_of(&f[1], "q"), "A");
	check_do(s, "values wrong", SESSION_WRONG, "values expects short, types or shared");
	arena_fini(&a);
	session_free(s);
}
END_TEST

START_TEST(a_task_is_shown_by_its_name_and_what_became_of_it)
{
	struct session *s = open_text(
		"import asyncio\n"
		"async def cook():\n"
		"    await asyncio.sleep(1.5)\n"
		"async def main():\n"
		"    t = asyncio.create_task(cook(), name='soup')\n"
		"    await t\n"
		"    return 1\n"
		"asyncio.run(main())\n");
	struct arena a = { 0 };
	uint32_t n = 2;
	session_do(s, "break 6");
	session_do(s, "continue");
	ck_assert_str_eq(
		value_of(&view_frames(s, SIDE_COROUTINE, 0, &n, 20, &a)[1], "t"), "<Task soup>");
	session_do(s, "break 7");
	session_do(s, "continue");
	ck_assert_str_eq(value_of(&view_frames(s, SIDE_COROUTINE, 0, &n, 40, &a)[1], "t"),
		"<Task soup finished>");
	arena_fini(&a);
	session_free(s);
}
END_TEST

/* Reading anew. */

static void write_file(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");
	ck_assert_ptr_nonnull(f);
	fputs(text, f);
	fclose(f);
}

START_TEST(a_file_is_read_anew_and_the_place_stays)
{
	char path[] = "/tmp/cosub-XXXXXX";
	int fd = mkstemp(path);
	struct diag d = { 0 };
	write_file(path, two_sides);
	struct session *s = session_open(path, NULL, &d, NULL);
	session_do(s, "break 5");
	session_do(s, "goto 8");
	write_file(path, "x = 1\ny = 2\nprint(x)\n");
	check_do(s, "reload", SESSION_MOVED, "the file was read and run anew");
	check_step(s, session_steps(s, SIDE_COROUTINE));
	ck_assert(!session_has(s, SIDE_SUBROUTINE));
	ck_assert_uint_eq(s->stops.len, 1);
	write_file(path, "x = (\n");
	ck_assert_int_eq(session_do(s, "reload"), SESSION_PAGE);
	ck_assert_ptr_nonnull(strstr(s->message.text, ":1:5: "));
	ck_assert_ptr_nonnull(strstr(s->message.text, "this is still the run of before"));
	ck_assert_uint_eq(session_steps(s, SIDE_COROUTINE), 5);
	session_do(s, "first");
	session_free(s);
	close(fd);
	unlink(path);
}
END_TEST

Suite *stops_suite(void)
{
	Suite *suite = suite_create("stops");
	TCase *t = tcase_create("stops");
	tcase_add_test(t, it_goes_on_to_a_breakpoint_and_back);
	tcase_add_test(t, linked_sides_stop_at_the_breakpoint_that_comes_first);
	tcase_add_test(t, unlinked_only_the_side_in_view_goes_on);
	tcase_add_test(t, a_breakpoint_at_a_function_stops_at_its_entry);
	tcase_add_test(t, the_same_breakpoint_twice_is_none);
	tcase_add_test(t, what_is_no_place_is_refused);
	tcase_add_test(t, a_watch_stops_where_the_value_changes_both_ways);
	tcase_add_test(t, a_watch_on_a_global_sees_it_change);
	tcase_add_test(t, stops_are_listed_and_deleted);
	tcase_add_test(t, a_text_is_searched_in_lines_sentences_values_and_output);
	tcase_add_test(t, a_search_goes_on_and_back);
	tcase_add_test(t, a_number_is_not_found_in_the_name_of_a_frame);
	tcase_add_test(t, what_was_found_is_marked_until_the_next_command);
	tcase_add_test(t, a_history_is_of_a_function_if_it_is_named);
	tcase_add_test(t, a_long_value_is_cut_and_says_so);
	tcase_add_test(t, values_are_shown_in_three_ways);
	tcase_add_test(t, a_task_is_shown_by_its_name_and_what_became_of_it);
	tcase_add_test(t, a_file_is_read_anew_and_the_place_stays);
	suite_add_tcase(suite, t);
	return suite;
}
