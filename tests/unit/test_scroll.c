/* How far a list is scrolled. */

#include "ui/canvas/scroll.h"

#include <check.h>

START_TEST(what_is_in_sight_stays_where_it_is)
{
	struct scroll s = { 0 };
	for (int place = 0; place < 9; place++) {
		scroll_follow(&s, place, -1, 30, 10, 1);
		ck_assert_int_eq(s.top, 0);
	}
}
END_TEST

START_TEST(a_place_out_of_sight_comes_to_a_third)
{
	struct scroll s = { 0 };
	ck_assert(scroll_must_jump(&s, 20, 60, 9, 1));
	scroll_follow(&s, 20, -1, 60, 9, 1);
	ck_assert_int_eq(s.top, 17);
}
END_TEST

START_TEST(a_home_comes_to_the_top_if_the_place_is_in_sight_then)
{
	struct scroll s = { 0 };
	scroll_follow(&s, 20, 14, 60, 9, 1);
	ck_assert_int_eq(s.top, 14);
	scroll_follow(&s, 40, 30, 60, 9, 1);
	ck_assert_int_eq(s.top, 37);
}
END_TEST

START_TEST(every_place_comes_in_sight)
{
	for (int total = 1; total < 30; total++) {
		for (int room = 1; room < 12; room++) {
			struct scroll s = { 0 };
			for (int i = 0; i < 60; i++) {
				int place = i * 7 % total;
				scroll_follow(&s, place, place - 3, total, room, 1);
				ck_assert(place >= s.top && place < s.top + room);
				ck_assert(s.top >= 0 && (s.top == 0 || s.top + room <= total));
			}
		}
	}
}
END_TEST

START_TEST(a_person_may_look_elsewhere_until_the_place_changes)
{
	struct scroll s = { 0 };
	scroll_follow(&s, 5, -1, 60, 10, 1);
	scroll_by(&s, 30, 60, 10);
	scroll_follow(&s, 5, -1, 60, 10, 1);
	ck_assert_int_eq(s.top, 30);
	scroll_follow(&s, 6, -1, 60, 10, 1);
	ck_assert_int_eq(s.top, 3);
}
END_TEST

START_TEST(scrolling_ends_at_both_ends)
{
	struct scroll s = { 0 };
	scroll_by(&s, 100, 60, 10);
	ck_assert_int_eq(s.top, 50);
	scroll_by(&s, -100, 60, 10);
	ck_assert_int_eq(s.top, 0);
	scroll_by(&s, 1, 5, 10);
	ck_assert_int_eq(s.top, 0);
}
END_TEST

START_TEST(a_new_size_brings_the_place_back)
{
	struct scroll s = { 0 };
	scroll_follow(&s, 15, -1, 60, 20, 1);
	ck_assert_int_eq(s.top, 0);
	scroll_follow(&s, 15, -1, 60, 6, 1);
	ck_assert_int_eq(s.top, 13);
}
END_TEST

Suite *scroll_suite(void)
{
	Suite *s = suite_create("scroll");
	TCase *t = tcase_create("scroll");
	tcase_add_test(t, what_is_in_sight_stays_where_it_is);
	tcase_add_test(t, a_place_out_of_sight_comes_to_a_third);
	tcase_add_test(t, a_home_comes_to_the_top_if_the_place_is_in_sight_then);
	tcase_add_test(t, every_place_comes_in_sight);
	tcase_add_test(t, a_person_may_look_elsewhere_until_the_place_changes);
	tcase_add_test(t, scrolling_ends_at_both_ends);
	tcase_add_test(t, a_new_size_brings_the_place_back);
	suite_add_tcase(s, t);
	return s;
}
