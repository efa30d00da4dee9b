/* Equal names become one. */

#include "base/intern.h"

#include <check.h>

#include <stdio.h>
#include <string.h>

START_TEST(equal_strings_have_one_address)
{
	struct intern in = { 0 };
	char copy[] = "name";
	const char *a = intern_cstr(&in, "name");
	ck_assert_ptr_ne(a, copy);
	ck_assert_ptr_eq(intern_cstr(&in, copy), a);
	ck_assert_ptr_eq(intern_get(&in, "names", 4), a);
	copy[0] = 'f';
	ck_assert_str_eq(a, "name");
	intern_fini(&in);
}
END_TEST

START_TEST(different_strings_have_different_addresses)
{
	struct intern in = { 0 };
	const char *a = intern_cstr(&in, "name");
	ck_assert_ptr_ne(intern_cstr(&in, "nam"), a);
	ck_assert_ptr_ne(intern_cstr(&in, "names"), a);
	ck_assert_ptr_ne(intern_cstr(&in, "Name"), a);
	ck_assert_uint_eq(in.len, 4);
	intern_fini(&in);
}
END_TEST

START_TEST(a_string_may_hold_nuls)
{
	struct intern in = { 0 };
	const char *a = intern_get(&in, "a\0b", 3);
	ck_assert_ptr_ne(intern_get(&in, "a\0c", 3), a);
	ck_assert_ptr_ne(intern_get(&in, "a", 1), a);
	ck_assert_ptr_ne(intern_get(&in, "a\0b\0", 4), a);
	ck_assert_mem_eq(a, "a\0b", 4);
	ck_assert_uint_eq(intern_len(a), 3);
	intern_fini(&in);
}
END_TEST

START_TEST(the_empty_string_is_a_string)
{
	struct intern in = { 0 };
	const char *empty = intern_cstr(&in, "");
	ck_assert_str_eq(empty, "");
	ck_assert_uint_eq(intern_len(empty), 0);
	ck_assert_ptr_eq(intern_get(&in, NULL, 0), empty);
	intern_fini(&in);
}
END_TEST

START_TEST(two_tables_share_nothing)
{
	struct intern one = { 0 }, two = { 0 };
	ck_assert_ptr_ne(intern_cstr(&one, "name"), intern_cstr(&two, "name"));
	intern_fini(&one);
	ck_assert_str_eq(intern_cstr(&two, "name"), "name");
	intern_fini(&two);
}
END_TEST

START_TEST(addresses_stay_while_the_table_grows)
{
	enum { MANY = 200000 };
	struct intern in = { 0 };
	static const char *at[MANY];
	char name[32];
	for (int i = 0; i < MANY; i++) {
		int n = snprintf(name, sizeof name, "v%d", i);
		at[i] = intern_get(&in, name, (size_t)n);
	}
	ck_assert_uint_eq(in.len, MANY);
	for (int i = 0; i < MANY; i++) {
		int n = snprintf(name, sizeof name, "v%d", i);
		if (intern_cstr(&in, name) != at[i] || intern_len(at[i]) != (size_t)n)
			ck_abort_msg("%s is lost", name);
	}
	ck_assert_uint_eq(in.len, MANY);
	intern_fini(&in);
}
END_TEST

START_TEST(a_long_string_is_kept_whole)
{
	static char text[1 << 20];
	struct intern in = { 0 };
	memset(text, 'x', sizeof text);
	const char *a = intern_get(&in, text, sizeof text);
	ck_assert_uint_eq(intern_len(a), sizeof text);
	ck_assert_mem_eq(a, text, sizeof text);
	text[sizeof text - 1] = 'y';
	ck_assert_ptr_ne(intern_get(&in, text, sizeof text), a);
	intern_fini(&in);
}
END_TEST

Suite *intern_suite(void)
{
	Suite *s = suite_create("intern");
	TCase *t = tcase_create("intern");
	tcase_add_test(t, equal_strings_have_one_address);
	tcase_add_test(t, different_strings_have_different_addresses);
	tcase_add_test(t, a_string_may_hold_nuls);
	tcase_add_test(t, the_empty_string_is_a_string);
	tcase_add_test(t, two_tables_share_nothing);
	tcase_add_test(t, addresses_stay_while_the_table_grows);
	tcase_add_test(t, a_long_string_is_kept_whole);
	suite_add_tcase(s, t);
	return s;
}
