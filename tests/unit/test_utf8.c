/* UTF-8 and the width of characters. */

#include "base/utf8.h"

#include "base/sbuf.h"
#include "base/utf8_width.h"

#include <check.h>

#include <stdlib.h>
#include <string.h>

enum { LAST = 0x10FFFF };

static bool is_surrogate(uint32_t c)
{
	return c >= 0xD800 && c <= 0xDFFF;
}

START_TEST(every_character_comes_back_as_it_went)
{
	for (uint32_t c = 0; c <= LAST; c++) {
		char s[4];
		uint32_t wtf, strict;
		size_t n = utf8_encode(s, c);
		size_t expected = is_surrogate(c) ? 0 : n;
		if (utf8_decode_wtf(s, n, &wtf) != n || wtf != c)
			ck_abort_msg("U+%04X does not come back", c);
		if (utf8_decode(s, n, &strict) != expected ||
			strict != (expected ? c : (unsigned char)s[0]))
			ck_abort_msg("U+%04X is decoded wrongly", c);
	}
}
END_TEST

START_TEST(the_length_grows_at_the_borders)
{
	static const struct {
		uint32_t c;
		size_t n;
		const char *bytes;
	} rows[] = {
		{ 0x0, 1, "" },
		{ 0x7F, 1, "\x7F" },
		{ 0x80, 2, "\xC2\x80" },
		{ 0x7FF, 2, "\xDF\xBF" },
		{ 0x800, 3, "\xE0\xA0\x80" },
		{ 0xFFFF, 3, "\xEF\xBF\xBF" },
		{ 0x10000, 4, "\xF0\x90\x80\x80" },
		{ 0x10FFFF, 4, "\xF4\x8F\xBF\xBF" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char s[4];
		ck_assert_uint_eq(utf8_encode(s, rows[i].c), rows[i].n);
		ck_assert_mem_eq(s, rows[i].bytes, rows[i].n);
	}
}
END_TEST

/* Table 3-7 of the Unicode standard: which second bytes may follow a first
 * one, and how long the sequence is. */
static const struct well_formed {
	unsigned char first, last, from, to;
	size_t len;
} well_formed[] = {
	{ 0x00, 0x7F, 0x00, 0xFF, 1 },
	{ 0xC2, 0xDF, 0x80, 0xBF, 2 },
	{ 0xE0, 0xE0, 0xA0, 0xBF, 3 },
	{ 0xE1, 0xEC, 0x80, 0xBF, 3 },
	{ 0xED, 0xED, 0x80, 0x9F, 3 },
	{ 0xEE, 0xEF, 0x80, 0xBF, 3 },
	{ 0xF0, 0xF0, 0x90, 0xBF, 4 },
	{ 0xF1, 0xF3, 0x80, 0xBF, 4 },
	{ 0xF4, 0xF4, 0x80, 0x8F, 4 },
};

static size_t expected_length(unsigned char a, unsigned char b)
{
	for (size_t i = 0; i < sizeof well_formed / sizeof *well_formed; i++) {
		const struct well_formed *w = &well_formed[i];
		if (a >= w->first && a <= w->last)
			return b >= w->from && b <= w->to ? w->len : 0;
	}
	return 0;
}

START_TEST(every_pair_of_first_bytes_is_taken_as_the_standard_says)
{
	for (unsigned pair = 0; pair <= 0xFFFF; pair++) {
		unsigned char a = (unsigned char)(pair >> 8), b = (unsigned char)pair;
		const char s[] = { (char)a, (char)b, '\x80', '\xBF' };
		uint32_t c;
		size_t n = utf8_decode(s, 4, &c);
		if (n != expected_length(a, b))
			ck_abort_msg("%02X %02X 80 BF gives length %zu", a, b, n);
		if (n == 0 && c != a)
			ck_abort_msg("%02X %02X 80 BF gives U+%04X, not its first byte", a, b, c);
	}
}
END_TEST

START_TEST(a_cut_sequence_is_bad_at_every_length)
{
	static const uint32_t characters[] = { 0xE9, 0x20AC, 0x1F600 };
	for (size_t i = 0; i < 3; i++) {
		char s[4];
		uint32_t c;
		size_t n = utf8_encode(s, characters[i]);
		for (size_t cut = 1; cut < n; cut++) {
			ck_assert_uint_eq(utf8_decode(s, cut, &c), 0);
			ck_assert_uint_eq(c, (unsigned char)s[0]);
			char broken[5] = "AAAA";
			memcpy(broken, s, cut);
			ck_assert_uint_eq(utf8_decode(broken, 4, &c), 0);
		}
	}
}
END_TEST

START_TEST(the_valid_prefix_ends_before_the_first_bad_byte)
{
	static const struct {
		const char *s;
		size_t n, prefix;
	} rows[] = {
		{ "", 0, 0 },
		{ "abc", 3, 3 },
		{ "a\0c", 3, 3 },
		{ "h\xC3\xA9!", 4, 4 },
		{ "ab\xFF", 3, 2 },
		{ "ab\xC3", 3, 2 },
		{ "\xC0\x80", 2, 0 },      /* an overlong NUL */
		{ "x\xE0\x80\xAF", 4, 1 }, /* an overlong slash */
		{ "\xF0\x80\x80\xAF", 4, 0 },
		{ "x\xED\xA0\x80", 4, 1 },         /* a surrogate */
		{ "x\xF4\x90\x80\x80", 5, 1 },     /* past the last character */
		{ "x\xF8\x88\x80\x80\x80", 6, 1 }, /* five bytes */
		{ "\x80", 1, 0 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		ck_assert_uint_eq(utf8_valid_prefix(rows[i].s, rows[i].n), rows[i].prefix);
}
END_TEST

START_TEST(characters_are_counted_not_bytes)
{
	ck_assert_uint_eq(utf8_count("", 0), 0);
	ck_assert_uint_eq(utf8_count("abc", 3), 3);
	ck_assert_uint_eq(utf8_count("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80", 10), 4);
}
END_TEST

START_TEST(widths_are_what_a_terminal_shows)
{
	static const struct {
		uint32_t c;
		int width;
		const char *what;
	} rows[] = {
		{ 0x0, -1, "NUL" },
		{ 0x1B, -1, "escape" },
		{ 0x20, 1, "space" },
		{ 0x7E, 1, "tilde" },
		{ 0x7F, -1, "delete" },
		{ 0x9B, -1, "the one-byte control sequence introducer" },
		{ 0xA0, 1, "no-break space" },
		{ 0xAD, -1, "soft hyphen" },
		{ 0xE9, 1, "Latin letter" },
		{ 0x300, 0, "combining grave" },
		{ 0x378, -1, "unassigned" },
		{ 0x488, 0, "enclosing mark" },
		{ 0x5D0, 1, "Hebrew letter" },
		{ 0x61C, -1, "Arabic letter mark" },
		{ 0x903, 1, "spacing mark" },
		{ 0x1100, 2, "leading Hangul consonant" },
		{ 0x1160, 0, "Hangul vowel" },
		{ 0x200B, 0, "zero width space" },
		{ 0x200D, 0, "zero width joiner" },
		{ 0x200E, -1, "left-to-right mark" },
		{ 0x2028, -1, "line separator" },
		{ 0x202E, -1, "right-to-left override" },
		{ 0x2060, 0, "word joiner" },
		{ 0x2066, -1, "left-to-right isolate" },
		{ 0x2069, -1, "pop isolate" },
		{ 0x206A, -1, "deprecated format character" },
		{ 0x2500, 1, "box drawing" },
		{ 0x302A, 0, "combining mark in a wide block" },
		{ 0x3042, 2, "Hiragana" },
		{ 0x4E2D, 2, "Han" },
		{ 0xAC00, 2, "Hangul syllable" },
		{ 0xD800, -1, "surrogate" },
		{ 0xE000, -1, "private use" },
		{ 0xFDD0, -1, "noncharacter" },
		{ 0xFE0F, 0, "variation selector" },
		{ 0xFEFF, 0, "byte order mark" },
		{ 0xFF21, 2, "fullwidth letter" },
		{ 0xFF71, 1, "halfwidth Katakana" },
		{ 0xFFF9, -1, "annotation" },
		{ 0xFFFD, 1, "replacement character" },
		{ 0x1D400, 1, "mathematical letter" },
		{ 0x1F600, 2, "emoji" },
		{ 0x20000, 2, "Han of plane 2" },
		{ 0xE0041, -1, "tag" },
		{ 0xE0100, 0, "variation selector of plane 14" },
		{ 0xF0000, -1, "private use of plane 15" },
		{ 0x10FFFF, -1, "the last character" },
		{ 0x110000, -1, "past the last character" },
		{ UINT32_MAX, -1, "far past it" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		ck_assert_msg(utf8_width(rows[i].c) == rows[i].width, "U+%04X, %s, is %d wide",
			(unsigned)rows[i].c, rows[i].what, utf8_width(rows[i].c));
}
END_TEST

START_TEST(the_table_of_widths_ascends_and_wastes_no_row)
{
	ck_assert_uint_eq(utf8_width_rows[0].first, 0);
	for (size_t i = 1; i < utf8_width_row_count; i++) {
		ck_assert_uint_lt(utf8_width_rows[i - 1].first, utf8_width_rows[i].first);
		ck_assert_int_ne(utf8_width_rows[i - 1].width, utf8_width_rows[i].width);
	}
	ck_assert_uint_le(utf8_width_rows[utf8_width_row_count - 1].first, LAST);
	ck_assert_int_eq(utf8_width_rows[utf8_width_row_count - 1].width, -1);
}
END_TEST

START_TEST(every_row_of_widths_is_found_from_both_sides)
{
	for (size_t i = 1; i < utf8_width_row_count; i++) {
		uint32_t first = utf8_width_rows[i].first;
		ck_assert_int_eq(utf8_width(first), utf8_width_rows[i].width);
		ck_assert_int_eq(utf8_width(first - 1), utf8_width_rows[i - 1].width);
	}
}
END_TEST

START_TEST(hostile_text_becomes_printable)
{
	static const struct {
		const char *s;
		size_t n;
		const char *shown;
		size_t columns;
	} rows[] = {
		{ "", 0, "", 0 },
		{ "plain", 5, "plain", 5 },
		{ "\x1B[2J", 4, "^[[2J", 5 },
		{ "a\tb\nc\r", 6, "a^Ib^Jc^M", 9 },
		{ "a\0b", 3, "a^@b", 4 },
		{ "\x7F", 1, "^?", 2 },
		{ "\xC2\x9B"
		  "2J",
			4, "<U+009B>2J", 10 },
		{ "\x9B"
		  "2J",
			3, "<9B>2J", 6 },
		{ "\xE2\x80\xAEx", 4, "<U+202E>x", 9 },
		{ "\xED\xA0\x80", 3, "<U+D800>", 8 },
		{ "\xF3\xA0\x81\x81", 4, "<U+E0041>", 9 },
		{ "\xF4\x8F\xBF\xBF", 4, "<U+10FFFF>", 10 },
		{ "\xC3", 1, "<C3>", 4 },
		{ "\xE2\x82!", 3, "<E2><82>!", 9 },
		{ "\xC0\x80", 2, "<C0><80>", 8 },
		{ "e\xCC\x81", 3, "e\xCC\x81", 1 },
		{ "\xE4\xB8\xAD!", 4, "\xE4\xB8\xAD!", 3 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct sbuf b = { 0 };
		utf8_printable(&b, rows[i].s, rows[i].n);
		ck_assert_str_eq(sbuf_cstr(&b), rows[i].shown);
		ck_assert_uint_eq(utf8_columns(rows[i].s, rows[i].n), rows[i].columns);
		sbuf_fini(&b);
	}
}
END_TEST

START_TEST(the_first_character_is_shown_alone)
{
	struct utf8_shown shown = utf8_show("\xE4\xB8\xAD!", 4);
	ck_assert_uint_eq(shown.used, 3);
	ck_assert_uint_eq(shown.len, 3);
	ck_assert_uint_eq(shown.columns, 2);
	ck_assert_mem_eq(shown.text, "\xE4\xB8\xAD", 3);
	shown = utf8_show("\n!", 2);
	ck_assert_uint_eq(shown.used, 1);
	ck_assert_uint_eq(shown.len, 2);
	ck_assert_uint_eq(shown.columns, 2);
	ck_assert_mem_eq(shown.text, "^J", 2);
}
END_TEST

static void assert_harmless(const char *s, size_t n)
{
	for (size_t i = 0; i < n;) {
		uint32_t c;
		size_t len = utf8_decode(s + i, n - i, &c);
		if (len == 0 || utf8_width(c) < 0)
			ck_abort_msg("%02X came out", c);
		i += len;
	}
}

START_TEST(nothing_harmful_comes_out_whatever_goes_in)
{
	srand(1);
	for (int round = 0; round < 3000; round++) {
		char noise[64];
		struct sbuf once = { 0 }, twice = { 0 };
		for (size_t i = 0; i < sizeof noise; i++)
			noise[i] = (char)(rand() % 4 ? 0x80 + rand() % 0x80 : rand() % 0x80);
		utf8_printable(&once, noise, sizeof noise);
		assert_harmless(once.text, once.len);
		ck_assert_uint_eq(
			utf8_columns(noise, sizeof noise), utf8_columns(once.text, once.len));
		utf8_printable(&twice, once.text, once.len);
		ck_assert_str_eq(twice.text, once.text);
		sbuf_fini(&once);
		sbuf_fini(&twice);
	}
}
END_TEST

Suite *utf8_suite(void)
{
	Suite *s = suite_create("utf8");
	TCase *t = tcase_create("bytes");
	tcase_add_test(t, every_character_comes_back_as_it_went);
	tcase_add_test(t, the_length_grows_at_the_borders);
	tcase_add_test(t, every_pair_of_first_bytes_is_taken_as_the_standard_says);
	tcase_add_test(t, a_cut_sequence_is_bad_at_every_length);
	tcase_add_test(t, the_valid_prefix_ends_before_the_first_bad_byte);
	tcase_add_test(t, characters_are_counted_not_bytes);
	suite_add_tcase(s, t);
	t = tcase_create("widths");
	tcase_add_test(t, widths_are_what_a_terminal_shows);
	tcase_add_test(t, the_table_of_widths_ascends_and_wastes_no_row);
	tcase_add_test(t, every_row_of_widths_is_found_from_both_sides);
	suite_add_tcase(s, t);
	t = tcase_create("printable");
	tcase_add_test(t, hostile_text_becomes_printable);
	tcase_add_test(t, the_first_character_is_shown_alone);
	tcase_add_test(t, nothing_harmful_comes_out_whatever_goes_in);
	suite_add_tcase(s, t);
	return s;
}
