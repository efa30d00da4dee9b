/* Source text that is too deep or too large is refused. */

#include "lang/tree/ast.h"

#include "base/mem.h"
#include "base/sbuf.h"
#include "lang/text/source.h"

#include <check.h>

#include <pthread.h>
#include <string.h>

/* The parser runs on a small stack here: what would need a deep one fails. */
enum { STACK_BYTES = 4 << 20 };

struct job {
	struct sbuf program;
	bool ok;
	struct diag d;
};

static void *parse(void *arg)
{
	struct job *j = arg;
	struct source src;
	struct ast a = { 0 };

	j->ok = source_from_text(&src, "a.py", sbuf_cstr(&j->program), j->program.len, &j->d) &&
		ast_parse(&a, &src, NULL, &j->d);
	ast_fini(&a);
	source_fini(&src);
	return NULL;
}

static void repeat(struct sbuf *out, const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		sbuf_str(out, text);
}

/* Parses n times before, once middle and n times after; NULL: it is accepted,
 * else the message. */
static void check_repeated(
	const char *before, const char *middle, const char *after, size_t n, const char *message)
{
	struct job j = { 0 };
	pthread_attr_t attr;
	pthread_t thread;

	repeat(&j.program, before, n);
	sbuf_str(&j.program, middle);
	repeat(&j.program, after, n);
	pthread_attr_init(&attr);
	ck_assert_int_eq(pthread_attr_setstacksize(&attr, STACK_BYTES), 0);
	ck_assert_int_eq(pthread_create(&thread, &attr, parse, &j), 0);
	pthread_join(thread, NULL);
	pthread_attr_destroy(&attr);
	if (message)
		ck_assert_str_eq(j.d.message, message);
	else
		ck_assert_msg(j.ok, "%s...: %s", before, j.d.message);
	diag_fini(&j.d);
	sbuf_fini(&j.program);
}

START_TEST(two_hundred_brackets_are_fine)
{
	check_repeated("(", "1", ")", 200, NULL);
	check_repeated("[", "1", "]", 200, NULL);
	check_repeated("f(", "1", ")", 200, NULL);
	check_repeated("{", "1", ": 1}", 200, NULL);
	check_repeated("[(lambda: ", "not -x", ")]", 100, NULL);
	check_repeated("(yield ", "1", ")", 200, NULL);
}
END_TEST

START_TEST(ten_thousand_brackets_are_refused)
{
	check_repeated("(", "1", ")", 10000, "too many nested parentheses");
	check_repeated("(", "", "", 10000, "too many nested parentheses");
	check_repeated("with (", "a", "): pass", 10000, "too many nested parentheses");
}
END_TEST

START_TEST(chains_that_nest_are_bounded)
{
	static const char *const chains[] = { "-", "not ", "lambda: ", "a if b else ", "a ** ",
		"a + ", "~+" };

	for (size_t i = 0; i < sizeof chains / sizeof *chains; i++) {
		check_repeated(chains[i], "a\n", "", 300, NULL);
		check_repeated(chains[i], "a\n", "", 100000, "too deeply nested");
	}
}
END_TEST

START_TEST(chains_that_grow_to_the_left_are_bounded)
{
	check_repeated("", "a", ".b", 900, NULL);
	check_repeated("", "a", ".b", 300000, "too deeply nested");
	check_repeated("", "a", "()", 300000, "too deeply nested");
	check_repeated("", "a", "[0]", 300000, "too deeply nested");
	check_repeated("", "a", " + a", 900, NULL);
	check_repeated("", "a", " + a", 250000, "too deeply nested");
}
END_TEST

START_TEST(flat_sequences_have_no_bound)
{
	check_repeated("a = ", "1", "", 100000, NULL);
	check_repeated("", "a", " and a", 100000, NULL);
	check_repeated("", "a", " < a", 100000, NULL);
	check_repeated("a, ", "a", "", 100000, NULL);
	check_repeated("'a' ", "f'b'", "", 100000, NULL);
	check_repeated("f'{a}' ", "'b'", "", 100000, NULL);
	check_repeated("@a\n", "def f(): pass", "", 10000, NULL);
	check_repeated("a; ", "a", "", 100000, NULL);
}
END_TEST

START_TEST(a_long_string_of_fields_takes_no_long_time)
{
	struct job j = { 0 };

	sbuf_str(&j.program, "x = f'''");
	repeat(&j.program, "{a}\n", 200000);
	sbuf_str(&j.program, "'''");
	parse(&j);
	ck_assert(j.ok);
	sbuf_fini(&j.program);
}
END_TEST

START_TEST(a_dictionary_in_a_key_in_a_key_takes_no_long_time)
{
	check_repeated("{f({", "1", ": 1}): 1}", 60, NULL);
}
END_TEST

START_TEST(elifs_are_bounded)
{
	check_repeated("", "if a:\n pass\n", "elif a:\n pass\n", 1000, NULL);
	check_repeated("", "if a:\n pass\n", "elif a:\n pass\n", 1001, "too many elifs");
}
END_TEST

START_TEST(indentation_is_bounded)
{
	struct job j = { 0 };

	for (size_t i = 0; i < 120; i++) {
		sbuf_fill(&j.program, ' ', i);
		sbuf_str(&j.program, "if x:\n");
	}
	parse(&j);
	ck_assert_str_eq(j.d.message, "too many levels of indentation");
	ck_assert_uint_eq(j.d.span.line, 101);
	diag_fini(&j.d);
	sbuf_fini(&j.program);
}
END_TEST

START_TEST(keywords_may_be_many_but_not_repeated)
{
	struct job j = { 0 };

	sbuf_str(&j.program, "f(");
	for (int i = 0; i < 50000; i++)
		sbuf_printf(&j.program, "a%d=1,", i);
	sbuf_str(&j.program, "a7=2)");
	parse(&j);
	ck_assert_str_eq(j.d.message, "keyword argument repeated: a7");
	diag_fini(&j.d);
	sbuf_fini(&j.program);
}
END_TEST

START_TEST(only_kept_lines_are_parsed_and_lines_keep_their_numbers)
{
	static const char text[] = "x = (\n]]]\ny = 1\n";
	const bool keep[] = { false, false, true };
	struct source src;
	struct diag d = { 0 };
	struct ast a;

	ck_assert(source_from_text(&src, "a.py", text, strlen(text), &d));
	ck_assert(ast_parse(&a, &src, keep, &d));
	ck_assert_uint_eq(a.body.len, 1);
	ck_assert_uint_eq(a.body.at[0]->span.line, 3);
	ast_fini(&a);
	source_fini(&src);
}
END_TEST

Suite *parse_limits_suite(void)
{
	Suite *s = suite_create("parse_limits");
	TCase *t = tcase_create("parse_limits");
	tcase_add_test(t, two_hundred_brackets_are_fine);
	tcase_add_test(t, ten_thousand_brackets_are_refused);
	tcase_add_test(t, chains_that_nest_are_bounded);
	tcase_add_test(t, chains_that_grow_to_the_left_are_bounded);
	tcase_add_test(t, flat_sequences_have_no_bound);
	tcase_add_test(t, a_long_string_of_fields_takes_no_long_time);
	tcase_add_test(t, a_dictionary_in_a_key_in_a_key_takes_no_long_time);
	tcase_add_test(t, elifs_are_bounded);
	tcase_add_test(t, indentation_is_bounded);
	tcase_add_test(t, keywords_may_be_many_but_not_repeated);
	tcase_add_test(t, only_kept_lines_are_parsed_and_lines_keep_their_numbers);
	suite_add_tcase(s, t);
	return s;
}
