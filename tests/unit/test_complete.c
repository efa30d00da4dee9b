/* What Tab makes of half a command. */

#include "session/commands/command.h"
#include "session/commands/complete.h"

#include "base/sbuf.h"

#include <check.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct session *open_file(const char *path)
{
	struct diag d = { 0 };
	char *text;
	struct session *s = session_open(path, NULL, &d, &text);
	ck_assert_ptr_nonnull(s);
	return s;
}

/* The completions of a line, with blanks between; "from:" in front. */
static void expect(struct session *s, const char *line, const char *want)
{
	struct completion c = { 0 };
	struct sbuf got = { 0 };
	complete_line(s, line, strlen(line), &c);
	sbuf_printf(&got, "%zu:", c.from);
	for (size_t i = 0; i < c.words.len; i++)
		sbuf_printf(&got, " %s", c.words.at[i]);
	ck_assert_msg(strcmp(got.text, want) == 0, "\"%s\" gives \"%s\", not \"%s\"", line,
		got.text, want);
	sbuf_fini(&got);
	complete_fini(&c);
}

START_TEST(each_kind_of_argument_is_completed)
{
	struct session *s = open_file("tests/scripts/programs/own.py");
	session_goto_step(s, SIDE_COROUTINE, 52);
	expect(s, "hi", "0: history");
	expect(s, "  hi", "2: history");
	expect(s, "switch", "0: switch switch-back");
	expect(s, "nonsense ", "9:");
	expect(s, "next ", "5:");
	expect(s, "help his", "5: history");
	expect(s, "break Account.p", "6: Account.parts Account.pay");
	expect(s, "b Account.p", "2: Account.parts Account.pay");
	expect(s, "break yi", "6: yield");
	expect(s, "break yield w", "12: work");
	expect(s, "break coroutine:wo", "16: work");
	expect(s, "break 6", "6: 6 60 61 62 63 66 67 68");
	expect(s, "break work i", "11: if");
	expect(s, "break work if acc", "14: account");
	expect(s, "until 7", "6: 71 72 73 74 75 76 79");
	expect(s, "print acc", "6: account");
	expect(s, "print len(cal", "10: calls");
	expect(s, "print account.", "14: log money owner");
	expect(s, "print account.m + saver.o", "24: owner");
	expect(s, "print nobody.", "13:");
	expect(s, "watch LIM", "6: LIMIT");
	expect(s, "history am", "8: amount");
	expect(s, "locals w", "7: work#1");
	expect(s, "side s", "5: subroutine");
	expect(s, "values t", "7: types");
	expect(s, "set th", "4: theme");
	expect(s, "set theme ", "10: auto dark light");
	expect(s, "set mouse o", "10: off on");
	expect(s, "set nothing x", "12:");
	expect(s, "bind Pa", "5: PageDown PageUp");
	expect(s, "bind x goto", "7: goto");
	expect(s, "delete ", "7:");
	session_do(s, "break work");
	session_do(s, "bind F5 next");
	expect(s, "delete ", "7: 1");
	expect(s, "unbind ", "7: F5");
	session_free(s);
}
END_TEST

START_TEST(files_are_completed)
{
	struct session *s = open_file("tests/stage/locals.py");
	struct completion c = { 0 };
	expect(s, "source tests/scripts/mov",
		"7: tests/scripts/moves.cosub tests/scripts/moves.out");
	expect(s, "source tests/scri", "7: tests/scripts.sh tests/scripts/");
	expect(s, "source /nowhere/x", "7:");
	complete_line(s, "dump tests/scripts/progr", 24, &c);
	ck_assert_uint_eq(c.words.len, 1);
	ck_assert_str_eq(c.words.at[0], "tests/scripts/programs/");
	ck_assert(c.open);
	complete_fini(&c);
	session_free(s);
}
END_TEST

START_TEST(what_words_have_in_common)
{
	static const struct {
		const char *words[3];
		size_t common;
	} cases[] = {
		{ { NULL }, 0 },
		{ { "abc", NULL }, 3 },
		{ { "abc", "abd", NULL }, 2 },
		{ { "a\303\251", "a\303\250", NULL }, 1 },
		{ { "x", "y", NULL }, 0 },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct completion c = { 0 };
		for (int k = 0; cases[i].words[k] != NULL; k++)
			array_push(&c.words, mem_strdup(cases[i].words[k]));
		ck_assert_uint_eq(complete_common(&c), cases[i].common);
		complete_fini(&c);
	}
}
END_TEST

START_TEST(any_line_can_be_completed_at_any_moment)
{
	static const char *const lines[] = { "", " ", "\t\t", "print \303", "print .",
		"print a.b.c.", "break :", "break if if if", "set", "set  ",
		"x y z a b c d e f g h i j", "\033[A ", "source /", "locals #" };
	struct session *s = open_file("tests/scripts/programs/own.py");
	for (uint64_t step = 0; step <= 97; step += 7) {
		session_goto_step(s, SIDE_COROUTINE, step);
		for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
			for (size_t n = 0; n <= strlen(lines[i]); n++) {
				struct completion c = { 0 };
				complete_line(s, lines[i], n, &c);
				ck_assert_uint_le(c.from, n);
				complete_fini(&c);
			}
		}
	}
	session_free(s);
}
END_TEST

Suite *complete_suite(void)
{
	Suite *s = suite_create("complete");
	TCase *t = tcase_create("complete");
	tcase_add_test(t, each_kind_of_argument_is_completed);
	tcase_add_test(t, files_are_completed);
	tcase_add_test(t, what_words_have_in_common);
	tcase_add_test(t, any_line_can_be_completed_at_any_moment);
	suite_add_tcase(s, t);
	return s;
}
