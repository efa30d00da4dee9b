/* Maps of base, and their growth. */

#include "base/map.h"

#include <check.h>

#include <stdlib.h>
#include <string.h>

START_TEST(an_empty_map_has_no_key)
{
	struct map m = { 0 };
	ck_assert_ptr_null(map_find(&m, 0));
	ck_assert(!map_remove(&m, 0));
	map_fini(&m);
}
END_TEST

START_TEST(a_value_is_found_by_its_key)
{
	struct map m = { 0 };
	ck_assert(map_put(&m, 0, 10));
	ck_assert(map_put(&m, 1, UINT64_MAX));
	ck_assert(map_put(&m, UINT64_MAX - 1, 30));
	ck_assert_uint_eq(*map_find(&m, 0), 10);
	ck_assert_uint_eq(*map_find(&m, 1), UINT64_MAX);
	ck_assert_uint_eq(*map_find(&m, UINT64_MAX - 1), 30);
	ck_assert_ptr_null(map_find(&m, 2));
	map_fini(&m);
}
END_TEST

START_TEST(putting_again_replaces_the_value)
{
	struct map m = { 0 };
	ck_assert(map_put(&m, 5, 1));
	ck_assert(!map_put(&m, 5, 2));
	ck_assert_uint_eq(*map_find(&m, 5), 2);
	ck_assert_uint_eq(m.len, 1);
	map_fini(&m);
}
END_TEST

START_TEST(a_value_can_be_changed_in_its_place)
{
	struct map m = { 0 };
	map_put(&m, 5, 1);
	*map_find(&m, 5) = 9;
	ck_assert_uint_eq(*map_find(&m, 5), 9);
	map_fini(&m);
}
END_TEST

START_TEST(a_removed_key_is_gone_and_can_come_back)
{
	struct map m = { 0 };
	map_put(&m, 5, 1);
	ck_assert(map_remove(&m, 5));
	ck_assert(!map_remove(&m, 5));
	ck_assert_ptr_null(map_find(&m, 5));
	ck_assert(map_put(&m, 5, 2));
	ck_assert_uint_eq(*map_find(&m, 5), 2);
	map_fini(&m);
}
END_TEST

START_TEST(a_million_entries_are_put_found_and_removed)
{
	enum { MANY = 1000000 };
	struct map m = { 0 };
	uint64_t added = 0, removed = 0;
	for (uint64_t i = 0; i < MANY; i++)
		added += map_put(&m, i * 16, i);
	ck_assert_uint_eq(added, MANY);
	ck_assert_uint_eq(m.len, MANY);
	for (uint64_t i = 0; i < MANY; i += 2)
		removed += map_remove(&m, i * 16);
	ck_assert_uint_eq(removed, MANY / 2);
	for (uint64_t i = 0; i < MANY; i++) {
		uint64_t *value = map_find(&m, i * 16);
		if (i % 2 ? !value || *value != i : value != NULL)
			ck_abort_msg("key %llu is wrong", (unsigned long long)i * 16);
	}
	ck_assert_uint_eq(m.len, MANY / 2);
	map_fini(&m);
}
END_TEST

START_TEST(coming_and_going_does_not_grow_the_table)
{
	struct map m = { 0 };
	for (uint64_t i = 0; i < 1000000; i++) {
		map_put(&m, i, i);
		if (i >= 10 && !map_remove(&m, i - 10))
			ck_abort_msg("key %llu was not there", (unsigned long long)i - 10);
	}
	ck_assert_uint_eq(m.len, 10);
	ck_assert_uint_le(m.cap, 32);
	map_fini(&m);
}
END_TEST

/* A small table with a plain array beside it, in many random orders: removal
 * moves entries round the end of the table. */
START_TEST(random_changes_agree_with_a_plain_array)
{
	enum { KEYS = 24 };
	srand(1);
	for (int round = 0; round < 500; round++) {
		struct map m = { 0 };
		uint64_t plain[KEYS] = { 0 };
		uint64_t base = (uint64_t)rand();
		for (uint64_t i = 1; i < 200; i++) {
			uint64_t k = (uint64_t)rand() % KEYS;
			bool was_there = plain[k] != 0;
			if (rand() % 2) {
				ck_assert_int_eq(map_put(&m, base + k, i), !was_there);
				plain[k] = i;
			} else {
				ck_assert_int_eq(map_remove(&m, base + k), was_there);
				plain[k] = 0;
			}
			for (k = 0; k < KEYS; k++) {
				uint64_t *value = map_find(&m, base + k);
				if ((value ? *value : 0) != plain[k])
					ck_abort_msg(
						"key %d is wrong after change %d", (int)k, (int)i);
			}
		}
		map_fini(&m);
	}
}
END_TEST

START_TEST(a_hash_is_the_same_on_every_machine)
{
	ck_assert_uint_eq(hash_bytes("", 0), UINT64_C(0xed149d6562d22258));
	ck_assert_uint_eq(hash_bytes("coroutine", 9), UINT64_C(0xcc8eab57514e01dc));
}
END_TEST

START_TEST(a_hash_does_not_depend_on_alignment)
{
	char text[40] = "";
	uint64_t hash = hash_bytes("twelve bytes", 12);
	for (size_t i = 0; i < 16; i++) {
		memcpy(text + i, "twelve bytes", 12);
		ck_assert_uint_eq(hash_bytes(text + i, 12), hash);
	}
}
END_TEST

START_TEST(every_bit_of_a_string_moves_its_hash)
{
	char text[24] = { 0 };
	struct map seen = { 0 };
	for (size_t n = 0; n <= sizeof text; n++)
		ck_assert(map_put(&seen, hash_bytes(text, n), 0));
	for (size_t bit = 0; bit < 8 * sizeof text; bit++) {
		text[bit / 8] = (char)(1 << bit % 8);
		uint64_t hash = hash_bytes(text, sizeof text);
		ck_assert(map_put(&seen, hash, 0));
		int moved = __builtin_popcountll(hash ^ hash_bytes("", 0));
		ck_assert_int_gt(moved, 10);
		ck_assert_int_lt(moved, 54);
		text[bit / 8] = 0;
	}
	map_fini(&seen);
}
END_TEST

Suite *map_suite(void)
{
	Suite *s = suite_create("map");
	TCase *t = tcase_create("map");
	tcase_set_timeout(t, 30);
	tcase_add_test(t, an_empty_map_has_no_key);
	tcase_add_test(t, a_value_is_found_by_its_key);
	tcase_add_test(t, putting_again_replaces_the_value);
	tcase_add_test(t, a_value_can_be_changed_in_its_place);
	tcase_add_test(t, a_removed_key_is_gone_and_can_come_back);
	tcase_add_test(t, a_million_entries_are_put_found_and_removed);
	tcase_add_test(t, coming_and_going_does_not_grow_the_table);
	tcase_add_test(t, random_changes_agree_with_a_plain_array);
	suite_add_tcase(s, t);
	t = tcase_create("hash");
	tcase_add_test(t, a_hash_is_the_same_on_every_machine);
	tcase_add_test(t, a_hash_does_not_depend_on_alignment);
	tcase_add_test(t, every_bit_of_a_string_moves_its_hash);
	suite_add_tcase(s, t);
	return s;
}
