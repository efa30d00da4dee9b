/* How tests tell a difference between two texts. */

#include "rows.h"

#include <check.h>

#include <string.h>

static void expect(const char *want, const char *got, const char *report)
{
	struct sbuf b = { 0 };
	ck_assert_int_eq(rows_differ(want, got, &b), *report != '\0');
	ck_assert_str_eq(sbuf_cstr(&b), report);
	sbuf_fini(&b);
}

START_TEST(equal_texts_have_no_difference)
{
	expect("", "", "");
	expect("a\nb\n", "a\nb\n", "");
}
END_TEST

START_TEST(a_row_that_differs_stands_old_above_new)
{
	expect("a\nb\nc\n", "a\nx\nc\n", "1 of 3 rows differs\n    2 - b\n    2 + x");
}
END_TEST

START_TEST(only_the_first_rows_are_told)
{
	expect("a\nb\nc\nd\ne\n", "v\nb\nx\ny\nz\n",
		"4 of 5 rows differ\n    1 - a\n    1 + v\n    3 - c\n    3 + x\n    4 - d\n"
		"    4 + y");
}
END_TEST

START_TEST(rows_that_came_in_or_went_do_not_make_all_others_differ)
{
	expect("a\nb\nc\n", "a\nx\nb\nc\n", "0 of 3 rows are now 1\n    2 + x");
	expect("a\nb\nc\n", "a\nc\n", "1 of 3 rows are now 0\n    2 - b");
	expect("a\na\n", "a\n", "1 of 2 rows are now 0\n    2 - a");
	expect("", "a\n", "0 of 0 rows are now 1\n    1 + a");
	expect("a\nb\nc\nd\ne\nf\n", "a\nx\nf\n",
		"4 of 6 rows are now 1\n    2 - b\n    3 - c\n    4 - d\n    2 + x");
}
END_TEST

START_TEST(a_long_row_is_told_around_its_first_difference)
{
	struct sbuf want = { 0 }, got = { 0 }, report = { 0 };
	for (int i = 0; i < 300; i++)
		sbuf_str(&want, "\303\251");
	sbuf_str(&got, want.text);
	sbuf_str(&want, "old");
	sbuf_str(&got, "new");
	ck_assert(rows_differ(sbuf_cstr(&want), sbuf_cstr(&got), &report));
	ck_assert_ptr_nonnull(strstr(report.text, "- ...\303\251"));
	ck_assert_ptr_nonnull(strstr(report.text, "\303\251old\n"));
	ck_assert_ptr_nonnull(strstr(report.text, "\303\251new"));
	ck_assert_uint_lt(report.len, 250);
	sbuf_fini(&want);
	sbuf_fini(&got);
	sbuf_fini(&report);
}
END_TEST

Suite *rows_suite(void)
{
	Suite *s = suite_create("rows");
	TCase *t = tcase_create("rows");
	tcase_add_test(t, equal_texts_have_no_difference);
	tcase_add_test(t, a_row_that_differs_stands_old_above_new);
	tcase_add_test(t, only_the_first_rows_are_told);
	tcase_add_test(t, rows_that_came_in_or_went_do_not_make_all_others_differ);
	tcase_add_test(t, a_long_row_is_told_around_its_first_difference);
	suite_add_tcase(s, t);
	return s;
}
