#include "ui/emit.h"

#include "base/mem.h"
#include "hostile.h"

#include <check.h>

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

/* What holds leaves no note of having been asked: that would take longer. */
#define expect(holds, ...) do { if (!(holds)) ck_abort_msg(__VA_ARGS__); } while (0)

/* A terminal of our own: its commands are a letter behind an escape, and what
 * it shows is a canvas whose roles stand for looks. */

static void go(struct sbuf *out, int row, int col)
{
	sbuf_printf(out, "\033G%d,%d;", row, col);
}

static void go_in_row(struct sbuf *out, int col)
{
	sbuf_printf(out, "\033H%d;", col);
}

static void erase(struct sbuf *out, int n)
{
	sbuf_printf(out, "\033X%d;", n);
}

static struct emit_terminal terminal(bool rich)
{
	struct emit_terminal t = {
		.go = go, .go_in_row = rich ? go_in_row : NULL, .erase = rich ? erase : NULL,
		.clear = mem_strdup("\033C"), .erase_to_end = rich ? mem_strdup("\033K") : NULL,
		.reset = mem_strdup("\033[m"), .bold = mem_strdup("\033[1m"), .underline = mem_strdup("\033[4m"), .reverse = mem_strdup("\033[7m"),
	};
	for (int r = 0; r < ROLE_COUNT; r++) {
		int colour = look_colour(role_look((enum role)r), THEME_DARK, 256);
		char text[32];
		snprintf(text, sizeof text, "\033[38;5;%dm", colour);
		t.colour[r] = colour >= 0 ? mem_strdup(text) : NULL;
	}
	return t;
}

struct look {
	bool bold, underline, reverse;
	int colour;
};

struct screen {
	int rows, cols, row, col;
	struct look look;
	struct { char text[40]; struct look look; } cells[40][100];
};

static void blank(struct screen *s, int row, int col)
{
	strcpy(s->cells[row][col].text, " ");
	s->cells[row][col].look = (struct look){ .reverse = s->look.reverse, .underline = s->look.underline };
}

static void clear(struct screen *s)
{
	for (int row = 0; row < s->rows; row++)
		for (int col = 0; col < s->cols; col++)
			blank(s, row, col);
}

static const char *read_sgr(struct screen *s, const char *at)
{
	do {
		char *end;
		long n = strtol(at, &end, 10);
		at = end;
		switch (n) {
		case 0: s->look = (struct look){ .colour = -1 }; break;
		case 1: s->look.bold = true; break;
		case 4: s->look.underline = true; break;
		case 7: s->look.reverse = true; break;
		case 38: s->look.colour = (int)strtol(at + 3, &end, 10); at = end; break;
		default: ck_abort_msg("an attribute %ld", n);
		}
	} while (*at++ == ';');
	ck_assert_int_eq(at[-1], 'm');
	return at;
}

static const char *read_command(struct screen *s, const char *at)
{
	int n = 0, used = 0;
	switch (*at++) {
	case 'G': ck_assert_int_eq(sscanf(at, "%d,%d;%n", &s->row, &s->col, &used), 2); break;
	case 'H': ck_assert_int_eq(sscanf(at, "%d;%n", &s->col, &used), 1); break;
	case 'C': clear(s); s->row = s->col = -1; break;
	case 'X':
		ck_assert_int_eq(sscanf(at, "%d;%n", &n, &used), 1);
		for (int i = 0; i < n; i++)
			blank(s, s->row, s->col + i);
		break;
	case 'K':
		for (int col = s->col; col < s->cols; col++)
			blank(s, s->row, col);
		break;
	case '[': return read_sgr(s, at);
	default: ck_abort_msg("a command %c", at[-1]);
	}
	return at + used;
}

static const char *read_character(struct screen *s, const char *at)
{
	wchar_t c;
	mbstate_t state = {0};
	size_t n = mbrtowc(&c, at, 8, &state);
	expect(n > 0 && n < 8, "no character");
	int width = wcwidth(c);
	if (width == 0) {
		strncat(s->cells[s->row][s->col - 1].text[0] != '\0' ? s->cells[s->row][s->col - 1].text : s->cells[s->row][s->col - 2].text, at, n);
		return at + n;
	}
	expect(width > 0 && s->row >= 0 && s->row < s->rows && s->col >= 0 && s->col + width <= s->cols, "row %d, column %d", s->row, s->col);
	for (int i = 0; i < width; i++) {
		s->cells[s->row][s->col + i].text[0] = '\0';
		s->cells[s->row][s->col + i].look = s->look;
	}
	memcpy(s->cells[s->row][s->col].text, at, n);
	s->cells[s->row][s->col].text[n] = '\0';
	s->col += width;
	return at + n;
}

static void receive(struct screen *s, const struct sbuf *bytes)
{
	const char *at = bytes->text, *end = bytes->text + bytes->len;
	while (at < end)
		at = *at == '\033' ? read_command(s, at + 1) : read_character(s, at);
}

static void expect_cell(const struct screen *s, const struct canvas *c, int row, int col)
{
	const struct canvas_cell *cell = canvas_cell(c, row, col);
	const struct role_look *look = role_look(cell->role);
	const struct look *got = &s->cells[row][col].look;
	struct sbuf want = {0};
	bool known = cell->c[0] < 0x80 || wcwidth((wchar_t)cell->c[0]) == cell->width;
	if (!known)
		sbuf_char(&want, '?');
	for (int i = 0; known && i <= CELL_MARKS && cell->c[i] != 0; i++)
		if (i == 0 || wcwidth((wchar_t)cell->c[i]) == 0)
			sbuf_utf8(&want, cell->c[i]);
	if (cell->width > 0)
		expect(strcmp(s->cells[row][col].text, sbuf_cstr(&want)) == 0, "row %d, column %d: \"%s\", not \"%s\"", row, col, s->cells[row][col].text, want.text);
	sbuf_fini(&want);
	expect(got->underline == look->underline && got->reverse == look->reverse, "row %d, column %d: role %s", row, col, look->name);
	if (cell->c[0] != ' ' && cell->width > 0)
		expect(got->bold == look->bold && got->colour == look_colour(look, THEME_DARK, 256), "row %d, column %d: role %s", row, col, look->name);
}

static void expect_shown(const struct screen *s, const struct canvas *c)
{
	for (int row = 0; row < s->rows && row < c->rows; row++)
		for (int col = 0; col < s->cols && col < c->cols; col++)
			expect_cell(s, c, row, col);
}

static struct emitter emitter(int rows, int cols, bool rich)
{
	struct emitter e = { .t = terminal(rich), .rows = rows, .cols = cols };
	emit_forget(&e);
	return e;
}

START_TEST(a_terminal_shows_one_picture_after_the_other)
{
	uint32_t state = (uint32_t)_i + 1;
	struct screen s = { .rows = 1 + hostile_number(&state, 30), .cols = 1 + hostile_number(&state, 90), .look.colour = -1 };
	struct emitter e = emitter(s.rows, s.cols, _i % 2 == 0);
	struct canvas c = {0};
	canvas_size(&c, s.rows, s.cols);
	for (int i = 0; i < 12; i++) {
		struct rect part = canvas_rect(&c);
		if (i % 4 == 3)
			canvas_erase(&c, rect_bottom(&part, hostile_number(&state, s.rows) + 1));
		else if (i % 4 == 2)
			canvas_paint(&c, rect_top(&part, 2), (enum role)hostile_number(&state, ROLE_COUNT));
		else
			hostile_screen(&state, &c, canvas_rect(&c));
		emit_picture(&e, &c);
		receive(&s, &e.out);
		expect_shown(&s, &c);
		if (i == 7)
			emit_forget(&e);
	}
	canvas_fini(&c);
	emit_fini(&e);
}
END_TEST

START_TEST(the_same_picture_sends_nothing)
{
	struct emitter e = emitter(10, 40, true);
	struct canvas c = {0};
	uint32_t state = 7;
	canvas_size(&c, 10, 40);
	hostile_screen(&state, &c, canvas_rect(&c));
	emit_picture(&e, &c);
	ck_assert_uint_gt(e.out.len, 0);
	emit_picture(&e, &c);
	ck_assert_uint_eq(e.out.len, 0);
	canvas_fini(&c);
	emit_fini(&e);
}
END_TEST

START_TEST(one_character_costs_a_move_and_itself)
{
	struct emitter e = emitter(24, 80, true);
	struct canvas c = {0};
	canvas_size(&c, 24, 80);
	emit_picture(&e, &c);
	canvas_str(&c, canvas_rect(&c), 3, 5, ROLE_NORMAL, "x");
	emit_picture(&e, &c);
	ck_assert_str_eq(sbuf_cstr(&e.out), "\033G3,5;x");
	canvas_str(&c, canvas_rect(&c), 3, 7, ROLE_SUSPENDED, "y");
	emit_picture(&e, &c);
	ck_assert_str_eq(sbuf_cstr(&e.out), " \033[1;38;5;214my");
	canvas_str(&c, canvas_rect(&c), 3, 9, ROLE_NORMAL, "z");
	emit_picture(&e, &c);
	ck_assert_str_eq(sbuf_cstr(&e.out), " \033[mz");
	canvas_erase(&c, canvas_rect(&c));
	emit_picture(&e, &c);
	ck_assert_str_eq(sbuf_cstr(&e.out), "\033H5;\033K");
	canvas_fini(&c);
	emit_fini(&e);
}
END_TEST

START_TEST(the_last_corner_is_spared_where_it_scrolls)
{
	struct emitter e = emitter(2, 3, true);
	struct canvas c = {0};
	canvas_size(&c, 2, 3);
	e.t.spares_corner = true;
	canvas_str(&c, canvas_rect(&c), 0, 0, ROLE_NORMAL, "abc");
	canvas_str(&c, canvas_rect(&c), 1, 0, ROLE_NORMAL, "def");
	emit_picture(&e, &c);
	ck_assert_ptr_nonnull(strstr(e.out.text, "abc"));
	ck_assert_ptr_nonnull(strstr(e.out.text, "de"));
	ck_assert_ptr_null(strstr(e.out.text, "def"));
	canvas_fini(&c);
	emit_fini(&e);
}
END_TEST

static void utf8(void)
{
	ck_assert_ptr_nonnull(setlocale(LC_CTYPE, "C.UTF-8"));
}

Suite *emit_suite(void)
{
	Suite *s = suite_create("emit");
	TCase *t = tcase_create("emit");
	tcase_add_checked_fixture(t, utf8, NULL);
	tcase_add_loop_test(t, a_terminal_shows_one_picture_after_the_other, 0, 300);
	tcase_add_test(t, the_same_picture_sends_nothing);
	tcase_add_test(t, one_character_costs_a_move_and_itself);
	tcase_add_test(t, the_last_corner_is_spared_where_it_scrolls);
	suite_add_tcase(s, t);
	return s;
}
