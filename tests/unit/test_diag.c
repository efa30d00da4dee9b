/* Mistakes as a person reads them: place, line, caret. */

#include "base/diag.h"

#include "base/mem.h"
#include "base/sbuf.h"
#include "base/utf8.h"

#include <check.h>

#include <string.h>

static struct span on_line(uint32_t line, uint32_t col, uint32_t end_col)
{
	return (struct span){ line, col, line, end_col };
}

/* What "bad thing" at the span of this source looks like. */
static char *rendered(struct span span, const char *source)
{
	struct diag d = { 0 };
	struct sbuf b = { 0 };
	diag_set(&d, span, "bad thing");
	diag_render(&d, "a.py", source, strlen(source), &b);
	diag_fini(&d);
	return sbuf_take(&b);
}

#define ck_assert_rendered(span, source, expected) \
	do { \
		char *text_ = rendered(span, source); \
		ck_assert_str_eq(text_, expected); \
		mem_free(text_); \
	} while (0)

START_TEST(a_diagnostic_shows_place_message_line_and_caret)
{
	ck_assert_rendered(on_line(2, 4, 7), "x = 1\ny = foo + 2\nz = 3\n",
		"cosub: a.py:2:5: bad thing\n"
		"    y = foo + 2\n"
		"        ^^^\n");
}
END_TEST

START_TEST(a_hint_is_the_last_line)
{
	struct diag d = { 0 };
	struct sbuf b = { 0 };
	diag_set(&d, on_line(1, 0, 1), "no %s here", "class");
	diag_hint(&d, "use %d functions", 2);
	diag_render(&d, "a.py", "x\n", 2, &b);
	ck_assert_str_eq(
		b.text, "cosub: a.py:1:1: no class here\n    x\n    ^\n    use 2 functions\n");
	sbuf_fini(&b);
	diag_fini(&d);
}
END_TEST

START_TEST(refusals_are_told_together_in_the_order_of_their_places)
{
	struct diag d = { 0 };
	struct sbuf b = { 0 };
	ck_assert(!diag_settle(&d));
	diag_refuse(&d, on_line(2, 0, 1), "go left", "no %s", "y");
	diag_refuse(&d, on_line(1, 0, 1), NULL, "no x");
	diag_refuse(&d, on_line(2, 0, 1), "go left", "no y"); /* once is enough */
	ck_assert(!d.set);
	ck_assert(diag_settle(&d) && d.refused);
	diag_render(&d, "a.py", "x\ny\n", 4, &b);
	ck_assert_str_eq(b.text,
		"cosub: a.py:1:1: no x\n    x\n    ^\n"
		"cosub: a.py:2:1: no y\n    y\n    ^\n    go left\n");
	sbuf_fini(&b);
	diag_fini(&d);
}
END_TEST

START_TEST(a_mistake_stands_for_itself)
{
	struct diag d = { 0 };
	diag_refuse(&d, on_line(1, 0, 1), NULL, "no x");
	diag_set(&d, on_line(2, 0, 1), "bad thing");
	ck_assert(diag_settle(&d) && !d.refused);
	ck_assert_str_eq(d.message, "bad thing");
	ck_assert_uint_eq(d.refusals.len, 0);
	diag_fini(&d);
}
END_TEST

START_TEST(no_more_refusals_are_told_than_can_be_read)
{
	struct diag d = { 0 };
	struct sbuf b = { 0 };
	for (uint32_t line = 1; line <= REFUSALS_SHOWN + 3; line++)
		diag_refuse(&d, on_line(line, 0, 1), NULL, "no x");
	diag_settle(&d);
	diag_render(&d, "a.py", NULL, 0, &b);
	ck_assert_ptr_nonnull(strstr(b.text, "a.py:20:1: no x\ncosub: a.py: and 3 more"));
	ck_assert_ptr_null(strstr(b.text, "a.py:21:"));
	sbuf_fini(&b);
	diag_fini(&d);
}
END_TEST

/* As many as there are in a large file, from behind; each of them twice. */
START_TEST(very_many_refusals_are_put_in_order)
{
	enum { LINES = 100000 };
	struct diag d = { 0 };
	for (uint32_t i = 0; i < 2 * LINES; i++)
		diag_refuse(&d, on_line(LINES - i % LINES, 0, 1), NULL, "no x");
	ck_assert(diag_settle(&d));
	ck_assert_uint_eq(d.refusals.len, LINES - 1);
	ck_assert_uint_eq(d.span.line, 1);
	ck_assert_uint_eq(d.refusals.at[LINES - 2].span.line, LINES);
	diag_fini(&d);
}
END_TEST

/* Of two programs of a file: 1 a mistake, 2 a refusal of its own, 3 one of both. */
static void read_side(struct diag *d, int what, const char *name)
{
	if (what == 1)
		diag_set(d, on_line(1, 0, 1), "bad %s", name);
	if (what == 2)
		diag_refuse(d, on_line(2, 0, 1), NULL, "no %s", name);
	if (what == 3)
		diag_refuse(d, on_line(2, 0, 1), NULL, "no x");
	diag_settle(d);
}

START_TEST(two_readings_are_joined)
{
	static const struct {
		int one, other;
		const char *message;
		size_t more;
	} rows[] = {
		{ 0, 0, NULL, 0 },
		{ 1, 1, "bad a", 0 },
		{ 1, 2, "bad a", 0 },
		{ 2, 1, "bad b", 0 },
		{ 2, 2, "no a", 1 },
		{ 3, 3, "no x", 0 },
		{ 0, 2, "no b", 0 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct diag d = { 0 }, other = { 0 };
		read_side(&d, rows[i].one, "a");
		read_side(&other, rows[i].other, "b");
		diag_join(&d, &other);
		ck_assert(d.set == (rows[i].message != NULL));
		if (d.set)
			ck_assert_str_eq(d.message, rows[i].message);
		ck_assert_uint_eq(d.refusals.len, rows[i].more);
		ck_assert(!other.set && other.message == NULL);
		diag_fini(&d);
	}
}
END_TEST

START_TEST(the_first_mistake_wins)
{
	struct diag d = { 0 };
	diag_set(&d, on_line(1, 0, 1), "first");
	diag_set(&d, on_line(2, 0, 1), "second");
	ck_assert_str_eq(d.message, "first");
	ck_assert_uint_eq(d.span.line, 1);
	diag_hint(&d, "about the second");
	ck_assert_ptr_null(d.hint);
	diag_fini(&d);
}
END_TEST

START_TEST(the_first_hint_wins)
{
	struct diag d = { 0 };
	diag_set(&d, on_line(1, 0, 1), "first");
	diag_hint(&d, "one");
	diag_hint(&d, "two");
	ck_assert_str_eq(d.hint, "one");
	diag_fini(&d);
}
END_TEST

START_TEST(a_diagnostic_can_be_used_again_after_fini)
{
	struct diag d = { 0 };
	diag_set(&d, on_line(1, 0, 1), "first");
	diag_set(&d, on_line(1, 0, 1), "second");
	diag_fini(&d);
	ck_assert(!d.set);
	diag_set(&d, on_line(1, 0, 1), "third");
	diag_hint(&d, "hint");
	ck_assert_str_eq(d.message, "third");
	ck_assert_str_eq(d.hint, "hint");
	diag_fini(&d);
}
END_TEST

START_TEST(without_a_line_the_place_is_the_file)
{
	ck_assert_rendered((struct span){ 0 }, "x\n", "cosub: a.py: bad thing\n");
}
END_TEST

START_TEST(without_source_only_message_and_hint_come_out)
{
	struct diag d = { 0 };
	struct sbuf b = { 0 };
	diag_set(&d, on_line(3, 4, 5), "bad");
	diag_hint(&d, "hint");
	diag_render(&d, "a.py", NULL, 0, &b);
	ck_assert_str_eq(b.text, "cosub: a.py:3:5: bad\n    hint\n");
	sbuf_fini(&b);
	diag_fini(&d);
}
END_TEST

START_TEST(a_line_past_the_end_is_not_shown)
{
	ck_assert_rendered(on_line(9, 0, 1), "x\n", "cosub: a.py:9:1: bad thing\n");
	ck_assert_rendered(on_line(2, 0, 1), "x", "cosub: a.py:2:1: bad thing\n");
}
END_TEST

START_TEST(the_end_of_the_file_can_be_pointed_at)
{
	ck_assert_rendered(on_line(1, 1, 1), "x", "cosub: a.py:1:2: bad thing\n    x\n     ^\n");
	ck_assert_rendered(on_line(2, 0, 0), "x\n", "cosub: a.py:2:1: bad thing\n    \n    ^\n");
	ck_assert_rendered(on_line(1, 0, 0), "", "cosub: a.py:1:1: bad thing\n    \n    ^\n");
}
END_TEST

START_TEST(a_column_past_the_line_is_its_end)
{
	ck_assert_rendered(
		on_line(1, 90, 99), "abc\nd\n", "cosub: a.py:1:4: bad thing\n    abc\n       ^\n");
}
END_TEST

START_TEST(a_span_of_many_lines_is_marked_to_the_end_of_the_first)
{
	struct span span = { 1, 4, 3, 1 };
	ck_assert_rendered(span, "x = (1,\n 2,\n )\n",
		"cosub: a.py:1:5: bad thing\n    x = (1,\n        ^^^\n");
}
END_TEST

START_TEST(a_carriage_return_before_the_end_is_not_shown)
{
	ck_assert_rendered(
		on_line(1, 0, 1), "ab\r\ncd\r\n", "cosub: a.py:1:1: bad thing\n    ab\n    ^\n");
}
END_TEST

START_TEST(tabs_become_spaces_up_to_the_next_stop)
{
	ck_assert_rendered(on_line(1, 3, 4), "\ta\tb\n",
		"cosub: a.py:1:4: bad thing\n"
		"            a       b\n"
		"                    ^\n");
	ck_assert_rendered(on_line(1, 1, 2), "a\tb\n",
		"cosub: a.py:1:2: bad thing\n"
		"    a       b\n"
		"     ^^^^^^^\n");
}
END_TEST

START_TEST(the_column_counts_characters_and_the_caret_counts_columns)
{
	/* Two wide characters, an e with a combining accent, then x. */
	ck_assert_rendered(on_line(1, 9, 10),
		"\xE4\xB8\xAD\xE6\x96\x87"
		"e\xCC\x81x\n",
		"cosub: a.py:1:5: bad thing\n"
		"    \xE4\xB8\xAD\xE6\x96\x87"
		"e\xCC\x81x\n"
		"         ^\n");
	ck_assert_rendered(on_line(1, 3, 6), "\xE4\xB8\xAD\xE6\x96\x87\n",
		"cosub: a.py:1:2: bad thing\n"
		"    \xE4\xB8\xAD\xE6\x96\x87\n"
		"      ^^\n");
}
END_TEST

START_TEST(hostile_bytes_are_replaced_in_every_part)
{
	struct diag d = { 0 };
	struct sbuf b = { 0 };
	diag_set(&d, on_line(1, 3, 4), "bad \x1B[31m");
	diag_hint(&d, "not \xE2\x80\xAE\nthis");
	diag_render(&d, "a\n\xFF.py", "\x1B\xFF\x01x\n", 5, &b);
	ck_assert_str_eq(b.text,
		"cosub: a^J<FF>.py:1:4: bad ^[[31m\n"
		"    ^[<FF>^Ax\n"
		"            ^\n"
		"    not <U+202E>^Jthis\n");
	sbuf_fini(&b);
	diag_fini(&d);
}
END_TEST

START_TEST(a_nul_in_the_source_is_shown)
{
	struct diag d = { 0 };
	struct sbuf b = { 0 };
	diag_set(&d, on_line(1, 1, 2), "bad");
	diag_render(&d, "a.py", "a\0b\n", 4, &b);
	ck_assert_str_eq(b.text, "cosub: a.py:1:2: bad\n    a^@b\n     ^^\n");
	sbuf_fini(&b);
	diag_fini(&d);
}
END_TEST

/* The second line's text and the third's carets, of a message whose source is
 * one line of n times fill with "[oops]" at the offset. */
static void assert_shows_oops(const char *fill, size_t n, size_t offset)
{
	struct sbuf source = { 0 };
	for (size_t i = 0; i < n; i++)
		sbuf_str(&source, fill);
	ck_assert_uint_le(offset + 6, source.len);
	memcpy(source.text + offset, "[oops]", 6);
	char *text = rendered(on_line(1, (uint32_t)offset, (uint32_t)offset + 6), source.text);
	char *line = strchr(text, '\n') + 1;
	char *carets = strchr(line, '\n') + 1;
	char *oops = strstr(line, "[oops]");
	ck_assert_ptr_nonnull(oops);
	ck_assert_uint_eq(strspn(carets, " "), utf8_columns(line, (size_t)(oops - line)));
	ck_assert_str_eq(carets + strspn(carets, " "), "^^^^^^\n");
	ck_assert_uint_le(utf8_columns(line, (size_t)(carets - 1 - line)), 4 + 72 + 6);
	mem_free(text);
	sbuf_fini(&source);
}

START_TEST(a_long_line_is_cut_around_the_caret)
{
	static const char *const fills[] = { "x", "\t", "\x1B", "\xE4\xB8\xAD",
		"\xE4\xB8\xADx\xE4\xB8\xAD", "\xFF" };
	for (size_t i = 0; i < sizeof fills / sizeof *fills; i++) {
		size_t n = strlen(fills[i]);
		for (size_t k = 0; k < 80; k++)
			assert_shows_oops(fills[i], 100, k * n);
	}
}
END_TEST

START_TEST(a_line_of_a_million_characters_is_cut_too)
{
	assert_shows_oops("x", 1000000, 0);
	assert_shows_oops("x", 1000000, 500000);
	assert_shows_oops("x", 1000000, 1000000 - 6);
	assert_shows_oops("\t", 1000000, 999000);
}
END_TEST

START_TEST(cut_ends_are_marked_with_dots)
{
	char source[201];
	memset(source, 'x', 200);
	source[200] = '\0';
	char *text = rendered(on_line(1, 100, 101), source);
	ck_assert_str_eq(text,
		"cosub: a.py:1:101: bad thing\n"
		"    ...xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
		"x...\n"
		"                               ^\n");
	mem_free(text);
	text = rendered(on_line(1, 0, 200), source);
	ck_assert_str_eq(text,
		"cosub: a.py:1:1: bad thing\n"
		"    xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...\n"
		"    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n");
	mem_free(text);
}
END_TEST

START_TEST(the_end_of_a_line_that_just_fits_can_be_pointed_at)
{
	char source[73];
	memset(source, 'x', 72);
	source[72] = '\0';
	char *text = rendered(on_line(1, 72, 72), source);
	ck_assert_str_eq(text,
		"cosub: a.py:1:73: bad thing\n"
		"    ...xxxxxxxxxxxxxxxxxxxxxxxx\n"
		"                               ^\n");
	mem_free(text);
}
END_TEST

START_TEST(a_mark_whose_letter_is_cut_off_is_cut_off_too)
{
	struct sbuf source = { 0 };
	for (int i = 0; i < 100; i++)
		sbuf_str(&source, "x\xCC\x81");
	char *text = rendered(on_line(1, 240, 241), source.text);
	ck_assert_ptr_nonnull(strstr(text, "...x\xCC\x81x"));
	mem_free(text);
	sbuf_fini(&source);
}
END_TEST

START_TEST(a_pile_of_combining_marks_is_bounded)
{
	struct sbuf source = { 0 };
	sbuf_char(&source, 'a');
	for (int i = 0; i < 100000; i++)
		sbuf_utf8(&source, 0x301);
	sbuf_char(&source, 'b');
	char *text = rendered(on_line(1, 0, 1), source.text);
	ck_assert_uint_lt(strlen(text), 200);
	ck_assert_ptr_nonnull(strstr(text, "b\n    ^\n"));
	mem_free(text);
	sbuf_fini(&source);
}
END_TEST

Suite *diag_suite(void)
{
	Suite *s = suite_create("diag");
	TCase *t = tcase_create("value");
	tcase_add_test(t, refusals_are_told_together_in_the_order_of_their_places);
	tcase_add_test(t, a_mistake_stands_for_itself);
	tcase_add_test(t, no_more_refusals_are_told_than_can_be_read);
	tcase_add_test(t, very_many_refusals_are_put_in_order);
	tcase_add_test(t, two_readings_are_joined);
	tcase_add_test(t, the_first_mistake_wins);
	tcase_add_test(t, the_first_hint_wins);
	tcase_add_test(t, a_diagnostic_can_be_used_again_after_fini);
	suite_add_tcase(s, t);
	t = tcase_create("rendering");
	tcase_add_test(t, a_diagnostic_shows_place_message_line_and_caret);
	tcase_add_test(t, a_hint_is_the_last_line);
	tcase_add_test(t, without_a_line_the_place_is_the_file);
	tcase_add_test(t, without_source_only_message_and_hint_come_out);
	tcase_add_test(t, a_line_past_the_end_is_not_shown);
	tcase_add_test(t, the_end_of_the_file_can_be_pointed_at);
	tcase_add_test(t, a_column_past_the_line_is_its_end);
	tcase_add_test(t, a_span_of_many_lines_is_marked_to_the_end_of_the_first);
	tcase_add_test(t, a_carriage_return_before_the_end_is_not_shown);
	tcase_add_test(t, tabs_become_spaces_up_to_the_next_stop);
	tcase_add_test(t, the_column_counts_characters_and_the_caret_counts_columns);
	tcase_add_test(t, hostile_bytes_are_replaced_in_every_part);
	tcase_add_test(t, a_nul_in_the_source_is_shown);
	tcase_add_test(t, a_long_line_is_cut_around_the_caret);
	tcase_add_test(t, a_line_of_a_million_characters_is_cut_too);
	tcase_add_test(t, cut_ends_are_marked_with_dots);
	tcase_add_test(t, the_end_of_a_line_that_just_fits_can_be_pointed_at);
	tcase_add_test(t, a_mark_whose_letter_is_cut_off_is_cut_off_too);
	tcase_add_test(t, a_pile_of_combining_marks_is_bounded);
	suite_add_tcase(s, t);
	return s;
}
