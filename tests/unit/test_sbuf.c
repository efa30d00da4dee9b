/* The string builder. */

#include "base/sbuf.h"

#include "base/mem.h"

#include <check.h>

#include <inttypes.h>
#include <string.h>

START_TEST(an_empty_builder_reads_as_the_empty_string)
{
	struct sbuf b = { 0 };
	ck_assert_str_eq(sbuf_cstr(&b), "");
	sbuf_truncate(&b, 0);
	sbuf_fini(&b);
}
END_TEST

START_TEST(pieces_are_joined_in_order)
{
	struct sbuf b = { 0 };
	sbuf_str(&b, "ab");
	sbuf_char(&b, 'c');
	sbuf_bytes(&b, "defg", 2);
	sbuf_bytes(&b, NULL, 0);
	sbuf_fill(&b, '-', 3);
	sbuf_fill(&b, '+', 0);
	sbuf_printf(&b, "%d%s", 42, "!");
	ck_assert_str_eq(b.text, "abcde---42!");
	ck_assert_uint_eq(b.len, 11);
	sbuf_fini(&b);
}
END_TEST

START_TEST(the_text_ends_with_a_nul_after_every_piece)
{
	struct sbuf b = { 0 };
	for (size_t i = 1; i <= 1000; i++) {
		sbuf_char(&b, 'x');
		ck_assert_uint_eq(strlen(b.text), i);
		ck_assert_uint_eq(b.len, i);
	}
	sbuf_fini(&b);
}
END_TEST

START_TEST(the_text_may_hold_nuls)
{
	struct sbuf b = { 0 };
	sbuf_bytes(&b, "a\0b", 3);
	sbuf_char(&b, '\0');
	ck_assert_uint_eq(b.len, 4);
	ck_assert_mem_eq(b.text, "a\0b\0", 5);
	sbuf_fini(&b);
}
END_TEST

/* Every length around the room that is left, so that the second try of the
 * formatting is made with just enough and just too little room. */
START_TEST(formatting_of_any_length_comes_out_whole)
{
	static char words[3000];
	memset(words, 'w', sizeof words - 1);
	for (int n = 0; n < (int)sizeof words; n++) {
		struct sbuf b = { 0 };
		sbuf_printf(&b, "%.*s|", n, words);
		sbuf_printf(&b, "%.*s.", n, words);
		ck_assert_uint_eq(b.len, 2 * (size_t)n + 2);
		ck_assert_uint_eq(strlen(b.text), b.len);
		ck_assert_int_eq(b.text[n], '|');
		ck_assert_int_eq(b.text[b.len - 1], '.');
		sbuf_fini(&b);
	}
}
END_TEST

START_TEST(numbers_are_those_of_printf)
{
	static const int64_t numbers[] = { 0, 1, 9, 10, 99, 100, 1234567890, INT64_MAX, -1, -10,
		INT64_MIN };
	struct sbuf b = { 0 }, want = { 0 };
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		sbuf_signed(&b, numbers[i]);
		sbuf_char(&b, ' ');
		sbuf_unsigned(&b, (uint64_t)numbers[i]);
		sbuf_char(&b, ' ');
		sbuf_printf(&want, "%" PRId64 " %" PRIu64 " ", numbers[i], (uint64_t)numbers[i]);
	}
	ck_assert_str_eq(b.text, want.text);
	sbuf_fini(&b);
	sbuf_fini(&want);
}
END_TEST

START_TEST(characters_are_added_as_utf8)
{
	struct sbuf b = { 0 };
	sbuf_utf8(&b, 'a');
	sbuf_utf8(&b, 0xE9);
	sbuf_utf8(&b, 0x20AC);
	sbuf_utf8(&b, 0x1F600);
	sbuf_utf8(&b, 0xD800);
	sbuf_utf8(&b, 0);
	ck_assert_uint_eq(b.len, 14);
	ck_assert_mem_eq(b.text, "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\xED\xA0\x80\0", 15);
	sbuf_fini(&b);
}
END_TEST

START_TEST(truncating_keeps_the_first_bytes)
{
	struct sbuf b = { 0 };
	sbuf_str(&b, "abcdef");
	sbuf_truncate(&b, 2);
	ck_assert_str_eq(b.text, "ab");
	sbuf_str(&b, "x");
	ck_assert_str_eq(b.text, "abx");
	sbuf_truncate(&b, 3);
	ck_assert_str_eq(b.text, "abx");
	sbuf_truncate(&b, 0);
	ck_assert_str_eq(b.text, "");
	sbuf_fini(&b);
}
END_TEST

START_TEST(taking_gives_the_text_away_and_empties)
{
	struct sbuf b = { 0 };
	sbuf_str(&b, "abc");
	char *text = sbuf_take(&b);
	ck_assert_str_eq(text, "abc");
	ck_assert_ptr_null(b.text);
	ck_assert_uint_eq(b.len + b.cap, 0);
	mem_free(text);
	text = sbuf_take(&b);
	ck_assert_str_eq(text, "");
	mem_free(text);
}
END_TEST

START_TEST(a_large_piece_fits_at_once)
{
	static char large[1 << 20];
	struct sbuf b = { 0 };
	memset(large, 'x', sizeof large);
	sbuf_char(&b, '<');
	sbuf_bytes(&b, large, sizeof large);
	sbuf_char(&b, '>');
	ck_assert_uint_eq(b.len, sizeof large + 2);
	ck_assert_mem_eq(b.text + 1, large, sizeof large);
	ck_assert_str_eq(b.text + b.len - 1, ">");
	sbuf_fini(&b);
}
END_TEST

START_TEST(a_fill_larger_than_memory_ends_the_program_with_status_3)
{
	struct sbuf b = { 0 };
	sbuf_char(&b, 'x');
	volatile size_t n = SIZE_MAX - 1;
	sbuf_fill(&b, 'x', n);
}
END_TEST

Suite *sbuf_suite(void)
{
	Suite *s = suite_create("sbuf");
	TCase *t = tcase_create("sbuf");
	tcase_add_test(t, an_empty_builder_reads_as_the_empty_string);
	tcase_add_test(t, pieces_are_joined_in_order);
	tcase_add_test(t, the_text_ends_with_a_nul_after_every_piece);
	tcase_add_test(t, the_text_may_hold_nuls);
	tcase_add_test(t, formatting_of_any_length_comes_out_whole);
	tcase_add_test(t, numbers_are_those_of_printf);
	tcase_add_test(t, characters_are_added_as_utf8);
	tcase_add_test(t, truncating_keeps_the_first_bytes);
	tcase_add_test(t, taking_gives_the_text_away_and_empties);
	tcase_add_test(t, a_large_piece_fits_at_once);
	tcase_add_exit_test(t, a_fill_larger_than_memory_ends_the_program_with_status_3, 3);
	suite_add_tcase(s, t);
	return s;
}
