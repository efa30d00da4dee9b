/* A session: both sides, moves, commands. */

#include "session/commands/command.h"
#include "session/core/reach.h"

#include "base/mem.h"

#include <check.h>

#include <string.h>

/* The steps of the coroutine side:   of the subroutine side:
 *  1 <module> is entered              1 <module> is entered
 *  2 line 2                           2 line 8
 *  3 line 5                           3 line 10
 *  4 g#1 is made                      4 line 11
 *  5 g#1 is entered                   5 f#1 is entered
 *  6 line 3                           6 line 9
 *  7 g#1 yields 1                     7 f#1 returns
 *  8 line 6                           8 line 10, 1 was printed
 *  9 line 5, 1 was printed            9 line 11
 * 10 g#1 is resumed                  10 f#2 is entered
 * 11 line 4                          11 line 9
 * 12 g#1 yields 2                    12 f#2 returns
 * 13 line 6                          13 line 10, 2 was printed
 * 14 line 5, 2 was printed           14 <module> returns
 * 15 g#1 is resumed
 * 16 g#1 returns
 * 17 <module> returns */
static const char two_sides[] =
	"# %% coroutine\n"
	"def g():\n"
	"    yield 1\n"
	"    yield 2\n"
	"for v in g():\n"
	"    print(v)        #> a note\n"
	"# %% subroutine\n"
	"def f(v):\n"
	"    return v\n"
	"for v in (1, 2):\n"
	"    print(f(v))\n";

enum { CO_STEPS = 17, SUB_STEPS = 14 };

static struct session *open_text(const char *text)
{
	struct diag d = { 0 };
	struct session *s = session_from_text("test.py", text, strlen(text), NULL, &d);
	ck_assert_msg(s != NULL, "%s", d.message);
	return s;
}

static struct session *open_two(void)
{
	return open_text(two_sides);
}

static void check_place(const struct session *s, uint64_t left, uint64_t right)
{
	ck_assert_uint_eq(session_step(s, SIDE_COROUTINE), left);
	ck_assert_uint_eq(session_step(s, SIDE_SUBROUTINE), right);
}

static void check_do(struct session *s, const char *line, enum session_status status)
{
	enum session_status got = session_do(s, line);
	ck_assert_msg(got == status, "%s: status %d, not %d: %s", line, (int)got, (int)status,
		sbuf_cstr(&s->message));
}

static void check_says(
	struct session *s, const char *line, enum session_status status, const char *message)
{
	check_do(s, line, status);
	ck_assert_str_eq(sbuf_cstr(&s->message), message);
}

START_TEST(a_session_begins_before_the_first_step)
{
	struct session *s = open_two();
	check_place(s, 0, 0);
	ck_assert_uint_eq(session_steps(s, SIDE_COROUTINE), CO_STEPS);
	ck_assert_uint_eq(session_steps(s, SIDE_SUBROUTINE), SUB_STEPS);
	ck_assert(s->linked);
	ck_assert_int_eq(s->in_view, SIDE_COROUTINE);
	session_free(s);
}
END_TEST

START_TEST(next_and_back_move_both_sides)
{
	struct session *s = open_two();
	check_do(s, "next", SESSION_MOVED);
	check_place(s, 1, 1);
	ck_assert(s->side[0].moved && s->side[1].moved);
	check_do(s, "next 3", SESSION_MOVED);
	check_place(s, 4, 4);
	check_do(s, "back 2", SESSION_MOVED);
	check_place(s, 2, 2);
	check_do(s, "back 99", SESSION_MOVED);
	check_place(s, 0, 0);
	check_says(s, "back", SESSION_REFUSED, "this is the beginning: there is no earlier step");
	check_do(s, "next 1000", SESSION_MOVED);
	check_place(s, CO_STEPS, SUB_STEPS);
	check_says(s, "next", SESSION_REFUSED, "this is the end: there is no further step");
	session_free(s);
}
END_TEST

START_TEST(every_pair_is_the_same_whichever_way_it_is_reached)
{
	struct session *s = open_two();
	uint64_t steps[64][2], n = 0;
	do {
		steps[n][0] = session_step(s, SIDE_COROUTINE);
		steps[n++][1] = session_step(s, SIDE_SUBROUTINE);
	} while (session_do(s, "next") == SESSION_MOVED);
	while (n-- > 0) {
		check_place(s, steps[n][0], steps[n][1]);
		ck_assert_int_eq(session_do(s, "back"), n > 0 ? SESSION_MOVED : SESSION_REFUSED);
	}
	session_free(s);
}
END_TEST

START_TEST(beats_are_where_both_have_printed_the_same)
{
	struct session *s = open_two();
	check_do(s, "beat", SESSION_MOVED);
	check_place(s, 9, 8);
	check_do(s, "beat", SESSION_MOVED);
	check_place(s, 14, 13);
	check_says(s, "beat", SESSION_MOVED, "no further beat: this is the end");
	check_place(s, CO_STEPS, SUB_STEPS);
	check_says(s, "beat", SESSION_REFUSED, "no further beat");
	check_do(s, "beat-back 2", SESSION_MOVED);
	check_place(s, 9, 8);
	check_says(s, "beat-back", SESSION_MOVED, "no earlier beat: this is the beginning");
	check_place(s, 0, 0);
	check_says(s, "beat-back", SESSION_REFUSED, "no earlier beat");
	check_do(s, "beat", SESSION_MOVED);
	check_do(s, "first", SESSION_MOVED);
	check_do(s, "beat 2", SESSION_MOVED);
	check_place(s, 14, 13);
	session_free(s);
}
END_TEST

START_TEST(switch_goes_from_one_switch_of_control_to_the_next)
{
	static const uint64_t switches[] = { 1, 4, 5, 7, 10, 12, 15, 16, 17 };
	const size_t n = sizeof switches / sizeof *switches;
	struct session *s = open_two();
	for (size_t i = 0; i < n; i++) {
		check_do(s, "switch", SESSION_MOVED);
		ck_assert_uint_eq(session_step(s, SIDE_COROUTINE), switches[i]);
	}
	check_says(s, "switch", SESSION_REFUSED, "no further switch of control on this side");
	for (size_t i = n - 1; i-- > 0;) {
		check_do(s, "switch-back", SESSION_MOVED);
		ck_assert_uint_eq(session_step(s, SIDE_COROUTINE), switches[i]);
	}
	check_says(s, "switch-back", SESSION_REFUSED, "no earlier switch of control on this side");
	session_free(s);
}
END_TEST

START_TEST(finish_goes_to_the_frames_end_or_suspension)
{
	struct session *s = open_two();
	check_says(s, "finish", SESSION_REFUSED, "no frame is running on this side");
	check_do(s, "goto 6", SESSION_MOVED);
	check_do(s, "finish", SESSION_MOVED);
	ck_assert_msg(session_step(s, SIDE_COROUTINE) == 7, "g#1 yields");
	check_do(s, "finish", SESSION_MOVED);
	ck_assert_msg(session_step(s, SIDE_COROUTINE) == CO_STEPS, "the module returns");
	check_says(s, "finish", SESSION_REFUSED, "no frame is running on this side");
	check_do(s, "side", SESSION_SAID);
	check_do(s, "goto 10", SESSION_MOVED);
	check_do(s, "finish", SESSION_MOVED);
	ck_assert_msg(session_step(s, SIDE_SUBROUTINE) == 12, "f#2 returns");
	session_free(s);
}
END_TEST

START_TEST(until_goes_to_the_next_time_a_line_begins)
{
	struct session *s = open_two();
	check_do(s, "until 6", SESSION_MOVED);
	ck_assert_uint_eq(session_step(s, SIDE_COROUTINE), 8);
	check_do(s, "until", SESSION_MOVED);
	ck_assert_msg(session_step(s, SIDE_COROUTINE) == 13, "the same line again");
	check_says(s, "until", SESSION_REFUSED, "line 6 does not begin again after this");
	check_says(s, "until 9", SESSION_WRONG,
		"until expects a line of this side from 2 to 6, not \"9\"");
	check_do(s, "first", SESSION_MOVED);
	check_says(s, "until", SESSION_REFUSED,
		"no line is current here; say which one, as in \"until 12\"");
	session_free(s);
}
END_TEST

START_TEST(goto_takes_the_other_side_along)
{
	struct session *s = open_two();
	check_do(s, "goto 14", SESSION_MOVED);
	check_place(s, 14, 13);
	check_says(s, "goto 14", SESSION_REFUSED, "this is step 14");
	check_says(s, "goto 18", SESSION_WRONG, "goto expects a step from 0 to 17, not \"18\"");
	check_says(s, "goto -1", SESSION_WRONG, "goto expects a step from 0 to 17, not \"-1\"");
	check_says(s, "goto", SESSION_WRONG, "goto expects STEP");
	check_do(s, "goto 0", SESSION_MOVED);
	check_place(s, 0, 0);
	session_free(s);
}
END_TEST

START_TEST(one_side_alone_unlinks_and_link_brings_the_other_back)
{
	struct session *s = open_two();
	check_do(s, "beat", SESSION_MOVED);
	check_says(s, "next-side 2", SESSION_MOVED,
		"the sides are unlinked now; link puts them together again");
	check_place(s, 11, 8);
	ck_assert(!s->linked && s->side[0].moved && !s->side[1].moved);
	check_do(s, "side sub", SESSION_SAID);
	check_says(s, "back-side", SESSION_MOVED, "");
	check_place(s, 11, 7);
	check_do(s, "next", SESSION_MOVED);
	check_place(s, 12, 8);
	ck_assert(s->side[0].moved && s->side[1].moved);
	check_says(s, "link", SESSION_MOVED, "the sides are linked");
	check_place(s, 8, 8);
	ck_assert(s->linked);
	check_says(s, "link", SESSION_SAID, "the sides are unlinked: each keeps its own step");
	check_do(s, "last", SESSION_MOVED);
	check_place(s, CO_STEPS, SUB_STEPS);
	session_free(s);
}
END_TEST

START_TEST(a_step_that_cannot_be_taken_does_not_unlink)
{
	struct session *s = open_two();
	check_do(s, "back-side", SESSION_REFUSED);
	ck_assert(s->linked);
	session_free(s);
}
END_TEST

START_TEST(a_side_says_that_it_waits)
{
	struct session *s = open_text(
		"# %% coroutine\nprint(1)\n# %% subroutine\nx = 1\ny = 2\nz = 3\nprint(1)\n");
	struct sbuf b = { 0 };
	const char *note;
	ck_assert(session_goto_pair(s, 3) && !s->side[SIDE_COROUTINE].waits);
	ck_assert(session_goto_pair(s, 4));
	ck_assert(s->side[SIDE_COROUTINE].waits && !s->side[SIDE_COROUTINE].moved);
	session_narrate(s, SIDE_COROUTINE, &b, &note);
	ck_assert_str_eq(
		sbuf_cstr(&b), "Waits here until the subroutine side has printed the same line.");
	sbuf_fini(&b);
	session_free(s);
}
END_TEST

START_TEST(with_one_side_there_is_nothing_to_link)
{
	struct session *s = open_text("x = 1\nprint(x)\n");
	ck_assert(session_has(s, SIDE_COROUTINE) && !session_has(s, SIDE_SUBROUTINE));
	check_says(s, "link", SESSION_REFUSED, "there is only one side");
	check_says(s, "side", SESSION_REFUSED, "this scenario has no subroutine side");
	check_says(s, "next-side", SESSION_MOVED, "");
	ck_assert(s->linked);
	check_says(s, "beat-back", SESSION_MOVED, "no earlier beat: this is the beginning");
	check_says(s, "beat", SESSION_MOVED, "");
	ck_assert_uint_eq(session_step(s, SIDE_COROUTINE), session_steps(s, SIDE_COROUTINE));
	check_says(s, "beat", SESSION_REFUSED, "no further beat");
	check_says(s, "beat-back", SESSION_MOVED, "no earlier beat: this is the beginning");
	session_free(s);
	s = open_text("print(1)\nprint(2)\nx = 3\nprint(4)\n");
	check_says(s, "beat 2", SESSION_MOVED, "");
	uint64_t second = session_step(s, SIDE_COROUTINE);
	ck_assert_uint_eq(second, 4);
	check_says(s, "last", SESSION_MOVED, "");
	check_says(s, "beat-back", SESSION_MOVED, "");
	ck_assert_uint_eq(session_step(s, SIDE_COROUTINE), second);
	check_says(s, "beat-back", SESSION_MOVED, "");
	ck_assert_uint_eq(session_step(s, SIDE_COROUTINE), 3);
	session_free(s);
	s = open_text("# %% subroutine\nx = 1\n");
	ck_assert_int_eq(s->in_view, SIDE_SUBROUTINE);
	check_do(s, "last", SESSION_MOVED);
	session_free(s);
}
END_TEST

START_TEST(commands_may_be_shortened_while_they_are_unique)
{
	struct session *s = open_two();
	check_do(s, "n", SESSION_MOVED);
	check_do(s, "  ne 2 ", SESSION_MOVED);
	check_place(s, 3, 3);
	check_says(s, "re", SESSION_WRONG, "\"re\" could be reverse-continue or reload");
	check_says(s, "fi", SESSION_WRONG, "\"fi\" could be finish or first");
	check_do(s, "ba", SESSION_MOVED);
	check_do(s, "be", SESSION_MOVED);
	check_do(s, "sw", SESSION_MOVED);
	check_do(s, "switch-", SESSION_MOVED);
	check_says(s, "go 0 1", SESSION_MOVED, "");
	check_says(s, "p 1 + 1", SESSION_SAID, "2");
	check_do(s, "s", SESSION_MOVED);
	check_do(s, "f", SESSION_MOVED);
	check_do(s, "0", SESSION_MOVED);
	check_do(s, "$", SESSION_MOVED);
	check_do(s, "rc", SESSION_MOVED);
	check_do(s, "step 2", SESSION_MOVED);
	check_do(s, "]", SESSION_MOVED);
	check_do(s, "b", SESSION_SAID);
	check_do(s, "w", SESSION_PAGE);
	session_free(s);
}
END_TEST

START_TEST(what_is_not_understood_says_what_was_expected)
{
	struct session *s = open_two();
	check_says(s, "jump", SESSION_WRONG, "there is no command \"jump\"; help lists them");
	check_says(s, "\x1b[31m", SESSION_WRONG, "there is no command \"^[[31m\"; help lists them");
	check_says(s, "next x", SESSION_WRONG,
		"next expects a number of times from 1 to 1000000000, not \"x\"");
	check_says(s, "next 0", SESSION_WRONG,
		"next expects a number of times from 1 to 1000000000, not \"0\"");
	check_says(s, "next 99999999999999999999999", SESSION_WRONG,
		"next expects a number of times from 1 to 1000000000, not "
		"\"99999999999999999999999\"");
	check_says(s, "finish 3", SESSION_WRONG, "finish takes no argument");
	check_says(s, "side top", SESSION_WRONG, "side expects coroutine or subroutine");
	check_says(s, "", SESSION_SAID, "");
	check_says(s, "  \t ", SESSION_SAID, "");
	check_place(s, 0, 0);
	session_free(s);
}
END_TEST

START_TEST(keys_are_command_lines)
{
	struct session *s = open_two();
	ck_assert_int_eq(session_key(s, "n"), SESSION_MOVED);
	ck_assert_int_eq(session_key(s, "Space"), SESSION_MOVED);
	check_place(s, 2, 2);
	ck_assert_int_eq(session_key(s, "}"), SESSION_MOVED);
	check_place(s, 9, 8);
	ck_assert_int_eq(session_key(s, "Tab"), SESSION_SAID);
	ck_assert_int_eq(s->in_view, SIDE_SUBROUTINE);
	ck_assert_int_eq(session_key(s, "q"), SESSION_QUIT);
	ck_assert_int_eq(session_key(s, "~"), SESSION_WRONG);
	ck_assert_str_eq(command_of_key(s, "g")->name, "goto");
	ck_assert(command_needs_arguments(command_of_key(s, "g")));
	ck_assert(!command_needs_arguments(command_of_key(s, "n")));
	ck_assert_ptr_null(command_of_key(s, ""));
	session_free(s);
}
END_TEST

START_TEST(no_key_is_bound_twice)
{
	struct session *s = open_two();
	const struct command *c;
	for (size_t i = 0; (c = command_at(s, i)) != NULL; i++) {
		char *keys = mem_strdup(c->keys);
		for (char *key = strtok(keys, " "); key != NULL; key = strtok(NULL, " "))
			ck_assert_ptr_eq(command_of_key(s, key), c);
		mem_free(keys);
	}
	session_free(s);
}
END_TEST

START_TEST(help_tells_every_command)
{
	struct session *s = open_two();
	const struct command *c;
	check_do(s, "help", SESSION_PAGE);
	for (size_t i = 0; (c = command_at(s, i)) != NULL; i++)
		ck_assert_ptr_nonnull(strstr(sbuf_cstr(&s->message), c->help));
	check_says(s, "help goto", SESSION_PAGE,
		"goto STEP: to a step of the side in view; the other side comes along; on the "
		"screen the key g");
	check_do(s, "help nothing", SESSION_WRONG);
	session_free(s);
}
END_TEST

static enum session_status do_extra(
	struct session *s, const struct command *c, const struct arguments *a)
{
	*(const char **)s->extra_self = c->name;
	return session_say(s, SESSION_SAID, "%zu: %s", a->n, a->rest);
}

START_TEST(who_shows_a_session_can_add_commands)
{
	static const struct command rows[] = { { "zoom", "[PANE]", "z", "makes a pane large",
		do_extra, COMMAND_LOOK } };
	static const struct command_table extra = { rows, 1 };
	const char *done = "";
	struct session *s = open_two();
	s->extra = &extra;
	s->extra_self = &done;
	check_says(s, "zo two  words ", SESSION_SAID, "2: two  words");
	ck_assert_str_eq(done, "zoom");
	ck_assert_int_eq(session_key(s, "z"), SESSION_SAID);
	check_do(s, "help zoom", SESSION_PAGE);
	session_free(s);
}
END_TEST

START_TEST(the_note_of_the_current_line_is_told)
{
	struct session *s = open_two();
	struct sbuf b = { 0 };
	const char *note;
	check_do(s, "goto 8", SESSION_MOVED);
	session_narrate(s, SIDE_COROUTINE, &b, &note);
	ck_assert_str_eq(note, "a note");
	check_do(s, "goto 9", SESSION_MOVED);
	session_narrate(s, SIDE_COROUTINE, &b, &note);
	ck_assert_ptr_null(note);
	sbuf_fini(&b);
	session_free(s);
}
END_TEST

/* The note of a session's step, "" when it has none. */
static const char *note_after(struct session *s, const char *command)
{
	struct sbuf b = { 0 };
	const char *note;
	check_do(s, command, SESSION_MOVED);
	session_narrate(s, SIDE_COROUTINE, &b, &note);
	sbuf_fini(&b);
	return note != NULL ? note : "";
}

START_TEST(a_note_has_ended_when_control_comes_back_to_its_line)
{
	struct session *s = open_text(
		"# %% coroutine\n"
		"def inner():\n"
		"    yield 1             #> gives way\n"
		"def outer():\n"
		"    yield from inner()  #> goes through\n"
		"g = outer()\n"
		"next(g)                 #> resumes\n"
		"next(g, None)           #> resumes again\n");
	check_do(s, "goto 11", SESSION_MOVED);
	static const char *const notes[] = {
		"gives way", "goes through", /* they are suspended */
		"resumes again",             /* a line begins */
		"", "",                      /* they are resumed */
		"", "",                      /* they return */
	};
	for (size_t i = 0; i < sizeof notes / sizeof *notes; i++)
		ck_assert_msg(strcmp(note_after(s, "next"), notes[i]) == 0, "step %zu", i);
	session_free(s);
}
END_TEST

START_TEST(a_line_that_the_compiler_warns_of_says_so_unless_it_has_a_note)
{
	struct session *s = open_text("x = 1\nx is 1\nx is 2  #> never so\n");
	struct sbuf b = { 0 };
	const char *note;
	check_do(s, "goto 3", SESSION_MOVED);
	session_narrate(s, SIDE_COROUTINE, &b, &note);
	ck_assert_str_eq(note, "SyntaxWarning: \"is\" with a literal. Did you mean \"==\"?");
	check_do(s, "goto 4", SESSION_MOVED);
	session_narrate(s, SIDE_COROUTINE, &b, &note);
	ck_assert_str_eq(note, "never so");
	sbuf_fini(&b);
	session_free(s);
}
END_TEST

START_TEST(the_worse_exit_status_counts)
{
	struct session *s = open_text("# %% coroutine\nprint(1)\n# %% subroutine\n1 / 0\n");
	ck_assert_int_eq(session_exit_status(s), 1);
	check_do(s, "last", SESSION_MOVED);
	struct sbuf b = { 0 };
	const char *note;
	session_narrate(s, SIDE_SUBROUTINE, &b, &note);
	ck_assert_str_eq(sbuf_cstr(&b),
		"Nobody caught it: the program ends with ZeroDivisionError: division by zero");
	sbuf_fini(&b);
	session_free(s);
	s = open_two();
	ck_assert_int_eq(session_exit_status(s), 0);
	session_free(s);
}
END_TEST

START_TEST(a_mistake_in_the_file_is_a_diagnostic)
{
	struct diag d = { 0 };
	static const char broken[] = "# %% coroutine\nx = 1\n# %% subroutine\ndef f(:\n";
	ck_assert_ptr_null(session_from_text("test.py", broken, strlen(broken), NULL, &d));
	ck_assert(d.set);
	ck_assert_uint_eq(d.span.line, 4);
	diag_fini(&d);
	d = (struct diag){ 0 };
	static const char empty[] = "# %% [markdown]\n# # Words\n";
	ck_assert_ptr_null(session_from_text("test.py", empty, strlen(empty), NULL, &d));
	ck_assert(d.set);
	diag_fini(&d);
	d = (struct diag){ 0 };
	char *text;
	ck_assert_ptr_null(session_open("/nonexistent/file.py", NULL, &d, &text));
	ck_assert(d.set);
	ck_assert_ptr_null(text);
	diag_fini(&d);
}
END_TEST

START_TEST(the_end_is_reached_by_stepping_and_not_by_a_jump)
{
	static const struct {
		const char *commands[6];
		bool reached;
	} cases[] = {
		{ { "next 100" }, true },
		{ { "next 4", "switch 3", "beat", "finish", "next 100" }, true },
		{ { "beat 9", "beat" }, true },
		{ { "break 4", "continue", "continue" }, true },
		{ { "next 5", "reload", "next 100" }, true },
		{ { "next 5", "library", "next 100" }, true },
		{ { "next 100", "first", "last" }, true },
		{ { "next 9", "last", "goto 3", "next 100" }, true },
		{ { "next-side 100" }, true },
		{ { "next 9" }, false },
		{ { "last" }, false },
		{ { "last", "back", "next" }, false },
		{ { "goto 12", "next 100" }, false },
		{ { "search return", "next 100" }, false },
		{ { "continue" }, false },
		{ { "last", "reload", "next" }, false },
		{ { "library", "last" }, false },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct session *s = open_two();
		for (size_t k = 0; cases[i].commands[k] != NULL; k++) {
			if (strcmp(cases[i].commands[k], "reload") ==
				0) /* of a text: as a toggle */
				session_show_library(s, s->library);
			else
				session_do(s, cases[i].commands[k]);
		}
		ck_assert_msg(reach_is_end(s) == cases[i].reached, "case %zu", i);
		session_free(s);
	}
}
END_TEST

START_TEST(a_walk_can_begin_where_somebody_has_led)
{
	struct session *s = open_two();
	session_do(s, "goto 12");
	reach_begin_here(s);
	session_do(s, "next 100");
	ck_assert(reach_is_end(s));
	session_do(s, "last");
	reach_begin_here(s);
	session_do(s, "where");
	session_do(s, "back");
	session_do(s, "next");
	ck_assert(!reach_is_end(s));
	session_free(s);
}
END_TEST

Suite *session_suite(void)
{
	Suite *s = suite_create("session");
	TCase *t = tcase_create("session");
	tcase_add_test(t, a_session_begins_before_the_first_step);
	tcase_add_test(t, next_and_back_move_both_sides);
	tcase_add_test(t, every_pair_is_the_same_whichever_way_it_is_reached);
	tcase_add_test(t, beats_are_where_both_have_printed_the_same);
	tcase_add_test(t, switch_goes_from_one_switch_of_control_to_the_next);
	tcase_add_test(t, finish_goes_to_the_frames_end_or_suspension);
	tcase_add_test(t, until_goes_to_the_next_time_a_line_begins);
	tcase_add_test(t, goto_takes_the_other_side_along);
	tcase_add_test(t, one_side_alone_unlinks_and_link_brings_the_other_back);
	tcase_add_test(t, a_step_that_cannot_be_taken_does_not_unlink);
	tcase_add_test(t, a_side_says_that_it_waits);
	tcase_add_test(t, with_one_side_there_is_nothing_to_link);
	tcase_add_test(t, commands_may_be_shortened_while_they_are_unique);
	tcase_add_test(t, what_is_not_understood_says_what_was_expected);
	tcase_add_test(t, keys_are_command_lines);
	tcase_add_test(t, no_key_is_bound_twice);
	tcase_add_test(t, help_tells_every_command);
	tcase_add_test(t, who_shows_a_session_can_add_commands);
	tcase_add_test(t, the_note_of_the_current_line_is_told);
	tcase_add_test(t, a_note_has_ended_when_control_comes_back_to_its_line);
	tcase_add_test(t, a_line_that_the_compiler_warns_of_says_so_unless_it_has_a_note);
	tcase_add_test(t, the_worse_exit_status_counts);
	tcase_add_test(t, a_mistake_in_the_file_is_a_diagnostic);
	tcase_add_test(t, the_end_is_reached_by_stepping_and_not_by_a_jump);
	tcase_add_test(t, a_walk_can_begin_where_somebody_has_led);
	suite_add_tcase(s, t);
	return s;
}
