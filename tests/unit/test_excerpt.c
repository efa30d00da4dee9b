/* Which part of a line or a list is shown where not all of it fits. */

#include "ui/canvas/excerpt.h"

#include <check.h>

#include <stdio.h>
#include <string.h>

enum { ROWS = 16 };

/* Two functions and a loop, as in:
 *   0 def f():     4 (blank)      8 (blank)      12 d
 *   1   ...        5 def g():     9 a            13 e
 *   2   ...        6   ...       10 b            14 f
 *   3   ...        7   ...       11 c            15 g */
static const bool blank[ROWS] = { [4] = true, [8] = true };
static const int head[ROWS] = { -1, 0, 0, 0, -1, -1, 5, 5, -1, -1, -1, -1, -1, -1, -1, -1 };
static const struct excerpt_source source = { ROWS, blank, head };

/* "0 1 5": the rows that are chosen. */
static const char *chosen(const struct excerpt_place *places, int n, int room)
{
	static char text[100];
	int rows[ROWS];
	int count = excerpt_choose(&source, places, n, room, rows);
	text[0] = '\0';
	for (int i = 0; i < count; i++)
		snprintf(text + strlen(text), sizeof text - strlen(text), "%s%d", i > 0 ? " " : "",
			rows[i]);
	return text;
}

START_TEST(all_rows_are_shown_if_there_is_room)
{
	struct excerpt_place p = { 12, -1 };
	ck_assert_str_eq(chosen(&p, 1, ROWS), "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15");
	ck_assert_str_eq(chosen(&p, 1, ROWS + 5), "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15");
}
END_TEST

START_TEST(two_places_far_apart_are_shown_together)
{
	struct excerpt_place p[] = { { 2, 13 }, { 3, 13 }, { 13, -1 }, { 14, -1 }, { 13, -1 },
		{ 2, 13 } };
	ck_assert_str_eq(chosen(p, 6, 6), "0 1 2 3 13 14");
}
END_TEST

START_TEST(the_line_and_its_caller_come_first)
{
	struct excerpt_place p[] = { { 1, 15 }, { 6, 1 }, { 11, -1 } };
	ck_assert_str_eq(chosen(p, 3, 2), "1 15");
	ck_assert_str_eq(chosen(p, 3, 1), "1");
	ck_assert_str_eq(chosen(p, 3, 0), "");
}
END_TEST

START_TEST(what_comes_later_does_not_displace_what_comes_sooner)
{
	struct excerpt_place p[] = { { 0, -1 }, { 6, -1 }, { 11, -1 }, { 15, -1 } };
	ck_assert_str_eq(chosen(p, 4, 3), "0 5 6");
}
END_TEST

START_TEST(a_program_does_not_fall_to_pieces)
{
	struct excerpt_place p[] = { { 0, -1 }, { 6, -1 }, { 11, -1 }, { 15, -1 } };
	/* Four parts would be a line each. */
	ck_assert_str_eq(chosen(p, 4, 4), "0 1 5 6");
}
END_TEST

START_TEST(a_blank_row_alone_does_not_take_room)
{
	struct excerpt_place p[] = { { 3, -1 }, { 5, -1 }, { 9, -1 } };
	ck_assert_str_eq(chosen(p, 3, 9), "0 1 2 3 5 6 7 8 9");
}
END_TEST

START_TEST(a_function_is_shown_from_its_beginning)
{
	struct excerpt_place p[] = { { 3, -1 } };
	ck_assert_str_eq(chosen(p, 1, 4), "0 1 2 3");
	struct excerpt_place far[] = { { 11, 7 } };
	ck_assert_str_eq(chosen(far, 1, 4), "5 6 7 11");
}
END_TEST

START_TEST(the_lines_above_are_shown_if_there_is_no_room_for_all)
{
	struct excerpt_place p[] = { { 3, 12 }, { 13, -1 }, { 14, -1 } };
	ck_assert_str_eq(chosen(p, 3, 6), "1 2 3 12 13 14");
	ck_assert_str_eq(chosen(p, 3, 5), "2 3 12 13 14");
}
END_TEST

START_TEST(room_is_used_whatever_the_place)
{
	for (int row = 0; row < ROWS; row++) {
		for (int room = 1; room <= ROWS; room++) {
			int rows[ROWS];
			struct excerpt_place p[] = { { row, -1 }, { ROWS - 1 - row, row } };
			bool seen = false;
			ck_assert_int_eq(excerpt_choose(&source, p, 2, room, rows), room);
			for (int i = 0; i < room; i++) {
				seen = seen || rows[i] == row;
				ck_assert(i == 0 || rows[i] > rows[i - 1]);
			}
			ck_assert(seen);
		}
	}
}
END_TEST

Suite *excerpt_suite(void)
{
	Suite *s = suite_create("excerpt");
	TCase *t = tcase_create("excerpt");
	tcase_add_test(t, all_rows_are_shown_if_there_is_room);
	tcase_add_test(t, two_places_far_apart_are_shown_together);
	tcase_add_test(t, the_line_and_its_caller_come_first);
	tcase_add_test(t, what_comes_later_does_not_displace_what_comes_sooner);
	tcase_add_test(t, a_program_does_not_fall_to_pieces);
	tcase_add_test(t, a_blank_row_alone_does_not_take_room);
	tcase_add_test(t, a_function_is_shown_from_its_beginning);
	tcase_add_test(t, the_lines_above_are_shown_if_there_is_no_room_for_all);
	tcase_add_test(t, room_is_used_whatever_the_place);
	suite_add_tcase(s, t);
	return s;
}
