/* Memory, and what happens where there is none. */

#include "base/mem.h"

#include <check.h>

#include <stdint.h>
#include <string.h>

enum { STATUS_OF_EXHAUSTION = 3 };

START_TEST(a_block_of_nothing_is_a_block)
{
	void *blocks[] = { mem_alloc(0), mem_calloc(0, 8), mem_calloc(8, 0), mem_realloc(NULL, 0) };
	for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
		ck_assert_ptr_nonnull(blocks[i]);
		mem_free(blocks[i]);
	}
}
END_TEST

START_TEST(a_block_of_calloc_is_zeroed)
{
	char zeros[300] = { 0 };
	char *p = mem_calloc(100, 3);
	ck_assert_mem_eq(p, zeros, 300);
	mem_free(p);
}
END_TEST

START_TEST(a_block_keeps_its_bytes_when_it_grows)
{
	char *p = mem_strdup("abc");
	p = mem_realloc(p, 100000);
	ck_assert_str_eq(p, "abc");
	p = mem_reallocarray(p, 2, 2);
	ck_assert_mem_eq(p, "abc", 4);
	mem_free(p);
}
END_TEST

START_TEST(a_copy_of_bytes_ends_with_a_nul)
{
	char *p = mem_strndup("a\0b-rest", 3);
	ck_assert_mem_eq(p, "a\0b", 4);
	mem_free(p);
	p = mem_strndup(NULL, 0);
	ck_assert_str_eq(p, "");
	mem_free(p);
}
END_TEST

START_TEST(freeing_null_does_nothing)
{
	mem_free(NULL);
}
END_TEST

START_TEST(an_overflowing_product_ends_the_program_with_status_3)
{
	mem_free(mem_reallocarray(NULL, SIZE_MAX / 2, 3));
}
END_TEST

START_TEST(an_overflowing_calloc_ends_the_program_with_status_3)
{
	mem_free(mem_calloc(SIZE_MAX / 8 + 1, 8));
}
END_TEST

START_TEST(a_block_larger_than_memory_ends_the_program_with_status_3)
{
	volatile size_t n = SIZE_MAX / 2;
	mem_free(mem_alloc(n));
}
END_TEST

START_TEST(a_string_larger_than_memory_ends_the_program_with_status_3)
{
	mem_free(mem_strndup("", SIZE_MAX));
}
END_TEST

Suite *mem_suite(void)
{
	Suite *s = suite_create("mem");
	TCase *t = tcase_create("blocks");
	tcase_add_test(t, a_block_of_nothing_is_a_block);
	tcase_add_test(t, a_block_of_calloc_is_zeroed);
	tcase_add_test(t, a_block_keeps_its_bytes_when_it_grows);
	tcase_add_test(t, a_copy_of_bytes_ends_with_a_nul);
	tcase_add_test(t, freeing_null_does_nothing);
	suite_add_tcase(s, t);
	t = tcase_create("exhaustion");
	tcase_add_exit_test(
		t, an_overflowing_product_ends_the_program_with_status_3, STATUS_OF_EXHAUSTION);
	tcase_add_exit_test(
		t, an_overflowing_calloc_ends_the_program_with_status_3, STATUS_OF_EXHAUSTION);
	tcase_add_exit_test(
		t, a_block_larger_than_memory_ends_the_program_with_status_3, STATUS_OF_EXHAUSTION);
	tcase_add_exit_test(t, a_string_larger_than_memory_ends_the_program_with_status_3,
		STATUS_OF_EXHAUSTION);
	suite_add_tcase(s, t);
	return s;
}
