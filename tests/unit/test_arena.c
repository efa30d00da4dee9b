/* Memory that is given back all at once. */

#include "base/arena.h"

#include <check.h>

#include <stdalign.h>
#include <stdint.h>
#include <string.h>

static void assert_zeroed(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (p[i] != 0)
			ck_abort_msg("byte %zu is not zero", i);
	}
}

START_TEST(blocks_are_zeroed_and_aligned)
{
	struct arena a = { 0 };
	for (size_t n = 0; n < 600; n++) {
		char *p = arena_alloc(&a, n);
		ck_assert_uint_eq((uintptr_t)p % alignof(max_align_t), 0);
		assert_zeroed(p, n);
		memset(p, 0xAA, n);
	}
	arena_fini(&a);
}
END_TEST

START_TEST(a_block_of_nothing_is_a_block)
{
	struct arena a = { 0 };
	char *first = arena_alloc(&a, 0);
	ck_assert_ptr_nonnull(first);
	ck_assert_ptr_ne(arena_alloc(&a, 0), first);
	arena_fini(&a);
}
END_TEST

START_TEST(blocks_do_not_overlap)
{
	enum { BLOCKS = 3000 };
	static const size_t sizes[] = { 1, 15, 16, 17, 100, 3000, 9000 };
	struct arena a = { 0 };
	unsigned char *at[BLOCKS];
	for (size_t i = 0; i < BLOCKS; i++) {
		size_t n = sizes[i % 7];
		at[i] = arena_alloc(&a, n);
		memset(at[i], (int)(i % 251), n);
	}
	for (size_t i = 0; i < BLOCKS; i++) {
		for (size_t k = 0; k < sizes[i % 7]; k++) {
			if (at[i][k] != i % 251)
				ck_abort_msg("block %zu was overwritten", i);
		}
	}
	arena_fini(&a);
}
END_TEST

START_TEST(a_large_block_does_not_waste_the_chunk_in_use)
{
	struct arena a = { 0 };
	char *before = arena_alloc(&a, 16);
	char *large = arena_alloc(&a, 1 << 20);
	assert_zeroed(large, 1 << 20);
	char *after = arena_alloc(&a, 16);
	ck_assert_ptr_eq(after, before + 16);
	arena_fini(&a);
}
END_TEST

START_TEST(a_large_block_may_be_the_first)
{
	struct arena a = { 0 };
	char *large = arena_alloc(&a, 1 << 20);
	large[(1 << 20) - 1] = 'x';
	char *small = arena_alloc(&a, 8);
	assert_zeroed(small, 8);
	ck_assert_int_eq(large[(1 << 20) - 1], 'x');
	arena_fini(&a);
}
END_TEST

START_TEST(a_reset_keeps_the_memory_and_zeroes_it)
{
	static const size_t sizes[] = { 16, 1 << 20, 3000, 100, 9000 };
	struct arena a = { 0 };
	for (int round = 0; round < 20; round++) {
		char *first = arena_alloc(&a, 16);
		for (int i = 0; i < 200; i++) {
			size_t n = sizes[(i + round) % 5];
			char *p = arena_alloc(&a, n);
			assert_zeroed(p, n);
			memset(p, 0xAA, n);
		}
		memset(first, 0xAA, 16);
		arena_reset(&a);
	}
	char *kept = arena_alloc(&a, 16);
	arena_reset(&a);
	ck_assert_ptr_eq(arena_alloc(&a, 16), kept);
	arena_fini(&a);
	arena_reset(&a);
	ck_assert_ptr_nonnull(arena_alloc(&a, 1 << 20));
	arena_reset(&a);
	arena_fini(&a);
}
END_TEST

START_TEST(a_copy_of_bytes_ends_with_a_nul)
{
	struct arena a = { 0 };
	ck_assert_mem_eq(arena_strndup(&a, "a\0b-rest", 3), "a\0b", 4);
	ck_assert_str_eq(arena_strndup(&a, NULL, 0), "");
	arena_fini(&a);
}
END_TEST

START_TEST(an_arena_can_be_used_again_after_fini)
{
	struct arena a = { 0 };
	arena_alloc(&a, 10);
	arena_fini(&a);
	ck_assert_ptr_null(a.chunks);
	assert_zeroed(arena_alloc(&a, 10), 10);
	arena_fini(&a);
	arena_fini(&a);
}
END_TEST

Suite *arena_suite(void)
{
	Suite *s = suite_create("arena");
	TCase *t = tcase_create("arena");
	tcase_add_test(t, blocks_are_zeroed_and_aligned);
	tcase_add_test(t, a_block_of_nothing_is_a_block);
	tcase_add_test(t, blocks_do_not_overlap);
	tcase_add_test(t, a_large_block_does_not_waste_the_chunk_in_use);
	tcase_add_test(t, a_large_block_may_be_the_first);
	tcase_add_test(t, a_reset_keeps_the_memory_and_zeroes_it);
	tcase_add_test(t, a_copy_of_bytes_ends_with_a_nul);
	tcase_add_test(t, an_arena_can_be_used_again_after_fini);
	suite_add_tcase(s, t);
	return s;
}
