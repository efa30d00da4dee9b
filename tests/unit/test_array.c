/* Growing arrays. */

#include "base/array.h"

#include <check.h>

#include <stdint.h>

struct number_list {
	ARRAY(uint32_t);
};

struct big {
	char bytes[1000];
};

START_TEST(pushed_elements_stay_in_order)
{
	struct number_list a = { 0 };
	for (uint32_t i = 0; i < 100000; i++)
		array_push(&a, i * 7);
	ck_assert_uint_eq(a.len, 100000);
	for (uint32_t i = 0; i < a.len; i++) {
		if (a.at[i] != i * 7)
			ck_abort_msg("element %u is %u", i, a.at[i]);
	}
	array_fini(&a);
}
END_TEST

START_TEST(a_million_pushes_move_the_block_few_times)
{
	struct number_list a = { 0 };
	unsigned moves = 0;
	for (uint32_t i = 0; i < 1000000; i++) {
		size_t cap = a.cap;
		array_push(&a, i);
		moves += a.cap != cap;
	}
	ck_assert_uint_lt(moves, 40);
	array_fini(&a);
}
END_TEST

START_TEST(reserved_room_is_not_moved_by_pushes)
{
	struct number_list a = { 0 };
	array_reserve(&a, 1000);
	ck_assert_uint_eq(a.len, 0);
	ck_assert_uint_ge(a.cap, 1000);
	uint32_t *block = a.at;
	for (uint32_t i = 0; i < 1000; i++)
		array_push(&a, i);
	ck_assert_ptr_eq(a.at, block);
	array_reserve(&a, 0);
	ck_assert_ptr_eq(a.at, block);
	array_fini(&a);
}
END_TEST

START_TEST(reserving_nothing_in_an_empty_array_gives_a_block)
{
	struct number_list a = { 0 };
	array_reserve(&a, 0);
	ck_assert_ptr_nonnull(a.at);
	array_fini(&a);
}
END_TEST

START_TEST(elements_may_be_structs)
{
	struct {
		ARRAY(struct big);
	} a = { 0 };
	for (int i = 0; i < 100; i++)
		array_push(&a, (struct big){ .bytes = { (char)i } });
	ck_assert_int_eq(a.at[42].bytes[0], 42);
	array_fini(&a);
}
END_TEST

START_TEST(an_array_can_be_used_again_after_fini)
{
	struct number_list a = { 0 };
	array_push(&a, 1u);
	array_fini(&a);
	ck_assert_ptr_null(a.at);
	ck_assert_uint_eq(a.len + a.cap, 0);
	array_push(&a, 2u);
	ck_assert_uint_eq(a.at[0], 2);
	array_fini(&a);
}
END_TEST

START_TEST(room_for_more_than_memory_ends_the_program_with_status_3)
{
	struct number_list a = { 0 };
	array_push(&a, 1u);
	volatile size_t n = SIZE_MAX;
	array_reserve(&a, n);
}
END_TEST

Suite *array_suite(void)
{
	Suite *s = suite_create("array");
	TCase *t = tcase_create("array");
	tcase_add_test(t, pushed_elements_stay_in_order);
	tcase_add_test(t, a_million_pushes_move_the_block_few_times);
	tcase_add_test(t, reserved_room_is_not_moved_by_pushes);
	tcase_add_test(t, reserving_nothing_in_an_empty_array_gives_a_block);
	tcase_add_test(t, elements_may_be_structs);
	tcase_add_test(t, an_array_can_be_used_again_after_fini);
	tcase_add_exit_test(t, room_for_more_than_memory_ends_the_program_with_status_3, 3);
	suite_add_tcase(s, t);
	return s;
}
