/* What is drawn into cells: clipping, wide characters, hostile text. */

#include "hostile.h"

#include "ui/canvas/canvas.h"

#include "base/sbuf.h"
#include "base/utf8.h"

#include <check.h>

#include <stdint.h>
#include <string.h>

static struct canvas canvas(int rows, int cols, enum charset charset)
{
	struct canvas c = { .charset = charset };
	canvas_size(&c, rows, cols);
	return c;
}

static void expect_dump(const struct canvas *c, const char *want)
{
	struct sbuf out = { 0 };
	canvas_dump(c, &out);
	ck_assert_str_eq(sbuf_cstr(&out), want);
	sbuf_fini(&out);
}

static void expect_roles(const struct canvas *c, const char *want)
{
	struct sbuf out = { 0 };
	canvas_roles(c, &out);
	ck_assert_str_eq(sbuf_cstr(&out), want);
	sbuf_fini(&out);
}

/* Draws s on one row of the given width and looks at the row. */
static void expect_row(
	enum charset charset, int cols, int col, unsigned flags, const char *s, const char *want)
{
	struct canvas c = canvas(1, cols, charset);
	canvas_text(&c, canvas_rect(&c), 0, col, ROLE_NORMAL, flags, s, strlen(s));
	struct sbuf line = { 0 };
	sbuf_printf(&line, "%s\n", want);
	expect_dump(&c, sbuf_cstr(&line));
	sbuf_fini(&line);
	canvas_fini(&c);
}

START_TEST(each_glyph_takes_one_column_and_has_an_ascii_form)
{
	for (int i = 0; i < GLYPH_COUNT; i++) {
		const char *text = glyph_text((enum glyph)i);
		const char *ascii = glyph_ascii((enum glyph)i);
		uint32_t c;
		ck_assert_uint_eq(utf8_decode(text, strlen(text), &c), strlen(text));
		ck_assert_int_eq(utf8_width(c), 1);
		ck_assert_uint_ge(strlen(ascii), 1);
		ck_assert_uint_le(strlen(ascii), 2);
		for (const char *p = ascii; *p != '\0'; p++)
			ck_assert(*p > ' ' && *p < 0x7F);
		ck_assert_ptr_nonnull(glyph_ascii_of(c));
		expect_row(CHARSET_ASCII, 2, 0, 0, text, glyph_ascii_of(c));
		expect_row(CHARSET_PLAIN_GLYPHS, 2, 0, 0, text, glyph_ascii_of(c));
		expect_row(CHARSET_UTF8, 2, 0, 0, text, text);
	}
}
END_TEST

START_TEST(carving_takes_what_is_there_and_no_more)
{
	for (int rows = 0; rows < 5; rows++) {
		for (int n = -1; n < 8; n++) {
			struct rect rest = { 2, 3, rows, rows };
			int want = n < 0 ? 0 : n > rows ? rows : n;
			struct rect top = rect_top(&rest, n);
			ck_assert_int_eq(top.rows, want);
			ck_assert_int_eq(top.row, 2);
			ck_assert_int_eq(rest.row, 2 + want);
			ck_assert_int_eq(rest.rows, rows - want);
			rest = (struct rect){ 2, 3, rows, rows };
			struct rect bottom = rect_bottom(&rest, n);
			ck_assert_int_eq(bottom.row + bottom.rows, 2 + rows);
			ck_assert_int_eq(bottom.row, rest.row + rest.rows);
			struct rect left = rect_left(&rest, n);
			ck_assert_int_eq(left.cols, want);
			ck_assert_int_eq(rest.col, 3 + want);
			struct rect right = rect_right(&rest, n);
			ck_assert_int_eq(right.col + right.cols, 3 + rows);
			ck_assert_int_eq(left.cols + right.cols + rest.cols, rows);
		}
	}
}
END_TEST

START_TEST(rectangles_that_do_not_meet_share_nothing)
{
	struct rect r = rect_meet((struct rect){ 0, 0, 2, 2 }, (struct rect){ 2, 0, 2, 2 });
	ck_assert_int_eq(r.rows, 0);
	ck_assert_int_eq(r.cols, 2);
	r = rect_meet((struct rect){ 0, 0, 2, 2 }, (struct rect){ 1, -5, 9, 6 });
	ck_assert(r.row == 1 && r.rows == 1 && r.col == 0 && r.cols == 1);
	r = rect_centre((struct rect){ 10, 10, 5, 20 }, 3, 100);
	ck_assert(r.row == 11 && r.rows == 3 && r.col == 10 && r.cols == 20);
}
END_TEST

START_TEST(text_is_drawn_in_its_role_and_trimmed_in_a_dump)
{
	struct canvas c = canvas(2, 8, CHARSET_UTF8);
	int after = canvas_str(&c, canvas_rect(&c), 0, 1, ROLE_TITLE, "né");
	ck_assert_int_eq(after, 3);
	after = canvas_printf(&c, canvas_rect(&c), 1, after, ROLE_ERROR, "%d", 42);
	ck_assert_int_eq(after, 5);
	expect_dump(&c, " né\n   42\n");
	expect_roles(&c, ".tt\n...xx\n");
	canvas_paint(&c, (struct rect){ 0, 0, 1, 99 }, ROLE_CURRENT);
	expect_roles(&c, "cccccccc\n...xx\n");
	canvas_erase(&c, (struct rect){ 0, 2, 2, 2 });
	expect_dump(&c, " n\n    2\n");
	expect_roles(&c, "cc..cccc\n....x\n");
	canvas_fini(&c);
}
END_TEST

START_TEST(text_that_does_not_fit_is_cut_with_a_mark_if_asked)
{
	expect_row(CHARSET_UTF8, 5, 0, 0, "abcdefg", "abcde");
	expect_row(CHARSET_UTF8, 5, 0, TEXT_CUT, "abcdefg", "abcd…");
	expect_row(CHARSET_ASCII, 5, 0, TEXT_CUT, "abcdefg", "abcd~");
	expect_row(CHARSET_UTF8, 5, 0, TEXT_CUT, "abcde", "abcde");
	expect_row(CHARSET_UTF8, 5, -2, TEXT_CUT, "abcdefghij", "…def…");
	expect_row(CHARSET_UTF8, 5, -2, TEXT_CUT, "abcdefg", "…defg");
	expect_row(CHARSET_UTF8, 5, -2, 0, "abcdefg", "cdefg");
	expect_row(CHARSET_UTF8, 1, 0, TEXT_CUT, "ab", "…");
	expect_row(CHARSET_UTF8, 0, 0, TEXT_CUT, "ab", "");
}
END_TEST

START_TEST(a_number_stands_at_the_right_of_its_columns)
{
	struct canvas c = canvas(5, 12, CHARSET_UTF8);
	struct rect in = { 0, 0, 5, 12 };
	ck_assert_int_eq(canvas_number(&c, in, 0, 2, ROLE_NUMBER, 4, 7), 6);
	ck_assert_int_eq(canvas_number(&c, in, 1, 2, ROLE_NUMBER, 4, 12345), 7);
	ck_assert_int_eq(canvas_number(&c, in, 2, 0, ROLE_NUMBER, 0, 0), 1);
	canvas_number(&c, in, 3, 0, ROLE_NUMBER, 0, UINT64_MAX);
	canvas_number(&c, (struct rect){ 4, 0, 1, 3 }, 0, 1, ROLE_NUMBER, 0, 4567);
	expect_dump(&c, "     7\n  12345\n0\n18446744073…\n 4…\n");
	expect_roles(&c, ".....n\n..nnnnn\nn\nnnnnnnnnnnnn\n.nn\n");
	canvas_fini(&c);
}
END_TEST

START_TEST(a_long_text_says_only_that_it_did_not_fit)
{
	struct canvas c = canvas(1, 4, CHARSET_UTF8);
	ck_assert_int_eq(canvas_str(&c, canvas_rect(&c), 0, 0, ROLE_NORMAL, "abcd"), 4);
	ck_assert_int_gt(canvas_str(&c, canvas_rect(&c), 0, 0, ROLE_NORMAL, "abcdefghijkl"), 4);
	canvas_fini(&c);
}
END_TEST

/* Also where a role ends in the middle of a character nothing leaves its place. */
START_TEST(colours_change_no_character)
{
	uint32_t state = 7;
	for (int i = 0; i < 2000; i++) {
		struct canvas plain = canvas(1, 1 + hostile_number(&state, 150), CHARSET_UTF8),
			      one = canvas(1, plain.cols, CHARSET_UTF8),
			      many = canvas(1, plain.cols, CHARSET_UTF8);
		struct sbuf text = { 0 }, want = { 0 };
		uint8_t roles[1000] = { 0 };
		hostile_text(&state, &text);
		size_t n = text.len;
		ck_assert_uint_le(n, sizeof roles);
		int after = canvas_text(&plain, canvas_rect(&plain), 0, 0, ROLE_NORMAL,
			TEXT_CUT | TEXT_TABS, sbuf_cstr(&text), n);
		canvas_dump(&plain, &want);
		ck_assert_int_eq(canvas_coloured(&one, canvas_rect(&one), 0, TEXT_CUT | TEXT_TABS,
					 sbuf_cstr(&text), n, roles),
			after);
		expect_dump(&one, sbuf_cstr(&want));
		for (size_t k = 0; k < n; k++)
			roles[k] = (uint8_t)hostile_number(&state, ROLE_COUNT);
		canvas_coloured(&many, canvas_rect(&many), 0, TEXT_CUT | TEXT_TABS,
			sbuf_cstr(&text), n, roles);
		canvas_fini(&plain);
		canvas_fini(&one);
		canvas_fini(&many);
		sbuf_fini(&text);
		sbuf_fini(&want);
	}
}
END_TEST

START_TEST(hostile_text_becomes_visible)
{
	expect_row(CHARSET_UTF8, 20, 0, 0, "a\033[2Jb", "a^[[2Jb");
	expect_row(CHARSET_UTF8, 20, 0, 0, "\a\177\n", "^G^?^J");
	expect_row(CHARSET_UTF8, 20, 0, 0, "\xff\xc3", "<FF><C3>");
	expect_row(CHARSET_UTF8, 20, 0, 0, "\u202ex", "<U+202E>x");
	expect_row(CHARSET_UTF8, 20, 0, 0, "\xc2\x9bJ", "<U+009B>J");
	expect_row(CHARSET_ASCII, 20, 0, 0, "aé漢b", "a???b");
	expect_row(CHARSET_PLAIN_GLYPHS, 20, 0, 0, "é→●", "é->@");
}
END_TEST

START_TEST(tabs_go_to_columns_of_the_text)
{
	expect_row(CHARSET_UTF8, 20, 0, TEXT_TABS, "\tx\ty", "        x       y");
	expect_row(CHARSET_UTF8, 20, 2, TEXT_TABS, "ab\ty", "  ab      y");
	expect_row(CHARSET_UTF8, 20, 0, 0, "a\tb", "a^Ib");
}
END_TEST

START_TEST(a_wide_character_is_whole_or_absent)
{
	expect_row(CHARSET_UTF8, 4, 0, 0, "漢字", "漢字");
	expect_row(CHARSET_UTF8, 3, 0, 0, "漢字", "漢");
	expect_row(CHARSET_UTF8, 3, 0, TEXT_CUT, "漢字", "漢…");
	expect_row(CHARSET_UTF8, 1, 0, 0, "漢", "");
	expect_row(CHARSET_UTF8, 4, -1, 0, "漢字x", " 字x");
	expect_row(CHARSET_UTF8, 2, 0, TEXT_CUT, "漢字", " …");
}
END_TEST

START_TEST(overwriting_half_a_wide_character_takes_the_other_half_away)
{
	struct canvas c = canvas(1, 6, CHARSET_UTF8);
	struct rect r = canvas_rect(&c);
	canvas_str(&c, r, 0, 0, ROLE_TITLE, "漢字漢");
	canvas_str(&c, r, 0, 1, ROLE_ERROR, "a");
	expect_dump(&c, " a字漢\n");
	canvas_str(&c, r, 0, 4, ROLE_ERROR, "b");
	expect_dump(&c, " a字b\n");
	canvas_str(&c, r, 0, 1, ROLE_NORMAL, "界");
	expect_dump(&c, " 界 b\n");
	expect_roles(&c, "t..txt\n");
	canvas_fini(&c);
}
END_TEST

START_TEST(marks_stay_with_their_base)
{
	expect_row(CHARSET_UTF8, 4, 0, 0, "e\u0301x", "e\u0301x");
	expect_row(CHARSET_UTF8, 4, 0, 0, "\u0301x", " \u0301x");
	expect_row(CHARSET_UTF8, 4, -1, 0, "e\u0301x", "x");
	expect_row(CHARSET_UTF8, 1, 0, 0, "xe\u0301", "x");
	expect_row(CHARSET_UTF8, 9, 0, 0, "a\u0301\u0302\u0303\u0304\u0305\u0306b",
		"a\u0301\u0302\u0303\u0304b");
	expect_row(CHARSET_UTF8, 4, 0, 0, "a\u200d\ufe0fb\u200b", "ab");
	expect_row(CHARSET_ASCII, 4, 0, 0, "e\u0301x", "ex");
}
END_TEST

START_TEST(rules_join_where_they_meet)
{
	struct canvas c = canvas(5, 7, CHARSET_UTF8);
	struct rect r = canvas_rect(&c);
	canvas_rule_right(&c, r, 0, 0, 7);
	canvas_rule_right(&c, r, 2, 0, 7);
	canvas_rule_right(&c, r, 4, 0, 7);
	canvas_rule_down(&c, r, 0, 3, 5);
	expect_dump(&c, "───┬───\n   │\n───┼───\n   │\n───┴───\n");
	canvas_str(&c, r, 0, 1, ROLE_TITLE, "ab");
	expect_roles(&c, "lttllll\n...l\nlllllll\n...l\nlllllll\n");
	struct rect inside = canvas_box(&c, (struct rect){ 1, 1, 3, 5 });
	ck_assert(inside.row == 2 && inside.col == 2 && inside.rows == 1 && inside.cols == 3);
	expect_dump(&c, "─ab┬───\n ┌───┐\n─│   │─\n └───┘\n───┴───\n");
	canvas_fini(&c);
}
END_TEST

START_TEST(rules_are_plus_and_minus_in_ascii)
{
	struct canvas c = canvas(3, 5, CHARSET_ASCII);
	canvas_box(&c, canvas_rect(&c));
	canvas_rule_down(&c, canvas_rect(&c), 0, 2, 3);
	expect_dump(&c, "+-+-+\n| | |\n+-+-+\n");
	canvas_fini(&c);
}
END_TEST

static void expect_wrapped(int rows, int cols, const char *s, int want_rows, const char *want)
{
	struct canvas c = canvas(rows, cols, CHARSET_UTF8);
	ck_assert_int_eq(canvas_wrap(&c, canvas_rect(&c), ROLE_NORMAL, s, strlen(s)), want_rows);
	expect_dump(&c, want);
	canvas_fini(&c);
}

START_TEST(wrapped_text_breaks_between_words)
{
	expect_wrapped(3, 7, "one two three", 2, "one two\nthree\n\n");
	expect_wrapped(3, 6, "one two three", 3, "one\ntwo\nthree\n");
	expect_wrapped(2, 4, "abcdefghij k", 3, "abcd\nefgh\n");
	expect_wrapped(3, 9, "a\n\nb", 3, "a\n\nb\n");
	expect_wrapped(2, 3, "漢字漢", 3, "漢\n字\n");
	expect_wrapped(1, 1, "漢字", 2, "\n");
	expect_wrapped(0, 5, "one two", 2, "");
	expect_wrapped(1, 0, "one two", 0, "\n");
}
END_TEST

START_TEST(a_canvas_of_any_size_can_be_drawn_on)
{
	static const int sizes[] = { -1, 0, 1, 2, 3, 17, 80, 999, 5000 };
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct canvas c = canvas(
			sizes[i], sizes[sizeof sizes / sizeof *sizes - 1 - i], CHARSET_UTF8);
		ck_assert_int_le(c.rows, CANVAS_MAX);
		struct rect r = canvas_rect(&c);
		canvas_box(&c, r);
		canvas_str(&c, r, 0, 0, ROLE_NORMAL, "hello");
		canvas_str(&c, r, -1, -7, ROLE_NORMAL, "hello");
		canvas_str(&c, (struct rect){ 5, 5, 1, 1 }, 0, 0, ROLE_NORMAL, "hello");
		canvas_paint(&c, (struct rect){ -3, -3, 9, 9 }, ROLE_CURRENT);
		canvas_erase(&c, (struct rect){ -3, -3, 2000, 2000 });
		canvas_wrap(&c, r, ROLE_NORMAL, "a b", 3);
		canvas_fini(&c);
	}
}
END_TEST

static void check_row_is_sound(const struct canvas *c, int row)
{
	for (int col = 0; col < c->cols; col++) {
		const struct canvas_cell *cell = canvas_cell(c, row, col);
		if (cell->width == 0) {
			ck_assert_int_gt(col, 0);
			ck_assert_int_eq(canvas_cell(c, row, col - 1)->width, 2);
			continue;
		}
		ck_assert_int_eq(utf8_width(cell->c), cell->width);
		if (cell->width == 2)
			ck_assert(col + 1 < c->cols && canvas_cell(c, row, col + 1)->width == 0);
		for (const uint32_t *mark = canvas_marks(c, cell); *mark != 0; mark++)
			ck_assert_int_eq(utf8_width(*mark), 0);
	}
}

static void check_only_inside(const struct canvas *c, struct rect r)
{
	for (int row = 0; row < c->rows; row++) {
		check_row_is_sound(c, row);
		for (int col = 0; col < c->cols; col++) {
			struct rect one = rect_meet(r, (struct rect){ row, col, 1, 1 });
			if (one.rows == 0 || one.cols == 0)
				ck_assert_uint_eq(canvas_cell(c, row, col)->c, '.');
		}
	}
}

START_TEST(no_text_leaves_its_rectangle)
{
	uint32_t state = 1;
	for (int screen = 0; screen < 300; screen++) {
		struct canvas c = canvas(hostile_number(&state, 12), hostile_number(&state, 40),
			(enum charset)(screen % 3));
		for (int row = 0; row < c.rows; row++)
			for (int col = 0; col < c.cols; col++)
				canvas_str(&c, canvas_rect(&c), row, col, ROLE_NORMAL, ".");
		struct rect r = {
			hostile_number(&state, 14) - 2,
			hostile_number(&state, 44) - 2,
			hostile_number(&state, 12),
			hostile_number(&state, 30),
		};
		hostile_screen(&state, &c, r);
		check_only_inside(&c, r);
		canvas_rule_right(&c, r, 0, -1, 50);
		canvas_rule_down(&c, r, -1, 1, 50);
		check_only_inside(&c, r);
		canvas_fini(&c);
	}
}
END_TEST

Suite *canvas_suite(void)
{
	Suite *s = suite_create("canvas");
	TCase *t = tcase_create("canvas");
	tcase_add_test(t, each_glyph_takes_one_column_and_has_an_ascii_form);
	tcase_add_test(t, carving_takes_what_is_there_and_no_more);
	tcase_add_test(t, rectangles_that_do_not_meet_share_nothing);
	tcase_add_test(t, text_is_drawn_in_its_role_and_trimmed_in_a_dump);
	tcase_add_test(t, text_that_does_not_fit_is_cut_with_a_mark_if_asked);
	tcase_add_test(t, a_number_stands_at_the_right_of_its_columns);
	tcase_add_test(t, a_long_text_says_only_that_it_did_not_fit);
	tcase_add_test(t, colours_change_no_character);
	tcase_add_test(t, hostile_text_becomes_visible);
	tcase_add_test(t, tabs_go_to_columns_of_the_text);
	tcase_add_test(t, a_wide_character_is_whole_or_absent);
	tcase_add_test(t, overwriting_half_a_wide_character_takes_the_other_half_away);
	tcase_add_test(t, marks_stay_with_their_base);
	tcase_add_test(t, rules_join_where_they_meet);
	tcase_add_test(t, rules_are_plus_and_minus_in_ascii);
	tcase_add_test(t, wrapped_text_breaks_between_words);
	tcase_add_test(t, a_canvas_of_any_size_can_be_drawn_on);
	tcase_add_test(t, no_text_leaves_its_rectangle);
	suite_add_tcase(s, t);
	return s;
}
