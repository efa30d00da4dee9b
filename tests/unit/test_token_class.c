/* Words of a program by their classes. */

#include "lang/text/token_class.h"

#include <check.h>

#include <stdlib.h>
#include <string.h>

/* Each byte of the text has its letter in want: k s c n d, and . for plain ones. */
static void expect(const char *text, const char *want)
{
	static const char letters[] = { ".kscnd" };
	size_t n = strlen(text);
	uint8_t *classes = malloc(n + 1);
	char *got = calloc(n + 1, 1);
	ck_assert_uint_eq(strlen(want), n);
	token_classes(text, n, classes);
	for (size_t i = 0; i < n; i++)
		got[i] = letters[classes[i]];
	ck_assert_str_eq(got, want);
	free(classes);
	free(got);
}

START_TEST(words_have_their_classes)
{
	expect("def f(a, b=10):\n", "kkk.d......nn...");
	expect("async def go(): pass\n", "kkkkk.kkk.dd....kkkk.");
	expect("class A: x = 0x1f\n", "kkkkk.d......nnnn.");
	expect("for i in xs: yield None\n", "kkk...kk.....kkkkk.kkkk.");
}
END_TEST

START_TEST(strings_are_strings_with_prefix_and_quotes)
{
	expect("x = rb'a#b' + f\"{n}\"\n", "....sssssss...ssssss.");
	expect("'''a\n# b\n'''; y\n", "ssssssssssss....");
}
END_TEST

START_TEST(comments_go_to_the_end_of_their_line)
{
	expect("# all\nx = 1 # one\n", "ccccc.....n.ccccc.");
	expect("f(a, # one\n  2)  # two", ".....ccccc...n...ccccc");
	expect("#", "c");
	expect("\n\n    # inside\nx\n", "......cccccccc...");
}
END_TEST

START_TEST(marks_beyond_ascii_are_in_their_words)
{
	expect("def \xc3\xa9t\xc3\xa9(): return '\xe6\xbc\xa2' # \xc3\xa9\n",
		"kkk.ddddd....kkkkkk.sssss.cccc.");
}
END_TEST

START_TEST(behind_a_mistake_all_is_plain)
{
	expect("x = 1\ny = 'a # b\nz = 2 # c\n", "....n......................");
	expect("", "");
	expect("def", "kkk");
	expect("def 1", "kkk.n");
}
END_TEST

Suite *token_class_suite(void)
{
	Suite *s = suite_create("token_class");
	TCase *t = tcase_create("token_class");
	tcase_add_test(t, words_have_their_classes);
	tcase_add_test(t, strings_are_strings_with_prefix_and_quotes);
	tcase_add_test(t, comments_go_to_the_end_of_their_line);
	tcase_add_test(t, marks_beyond_ascii_are_in_their_words);
	tcase_add_test(t, behind_a_mistake_all_is_plain);
	suite_add_tcase(s, t);
	return s;
}
