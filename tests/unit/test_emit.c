/* What the screen writes to a terminal, as one that reads it sees it. */

#include "ui/term/emit.h"

#include "base/mem.h"
#include "hostile.h"

#include <check.h>

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

/* What holds leaves no note of having been asked: that would take longer. */
#define expect(holds, ...) \
	do { \
		if (!(holds)) \
			ck_abort_msg(__VA_ARGS__); \
	} while (0)

/* A terminal of our own.  It knows the moves of ECMA-48, and one of its own. */

static void go(struct sbuf *out, int row, int col)
{
	sbuf_printf(out, "\033G%d,%d;", row, col);
}

/* What a terminal has of it, a bit each. */
enum {
	HAS_ECMA = 1,
	HAS_IN_ROW = 2,
	HAS_IN_COLUMN = 4,
	HAS_FORWARD = 8,
	HAS_BACK = 16,
	HAS_FEEDS = 32,
	HAS_ERASES = 64,
	HAS_TO_END = 128,
	HAS_ALL = 255
};

static struct emit_terminal terminal(unsigned has)
{
	struct emit_terminal t = {
		.go = go,
		.ecma = (has & HAS_ECMA) != 0,
		.in_row = (has & HAS_IN_ROW) != 0,
		.in_column = (has & HAS_IN_COLUMN) != 0,
		.forward = (has & HAS_FORWARD) != 0,
		.back = (has & HAS_BACK) != 0,
		.feeds = (has & HAS_FEEDS) != 0,
		.erases = (has & HAS_ERASES) != 0,
		.clear = mem_strdup("\033C"),
		.erase_to_end = (has & HAS_TO_END) != 0 ? mem_strdup("\033[K") : NULL,
		.reset = mem_strdup("\033[m"),
		.bold = mem_strdup("\033[1m"),
		.underline = mem_strdup("\033[4m"),
		.reverse = mem_strdup("\033[7m"),
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
	unsigned has;
	int rows, cols, row, col;
	struct look look;
	struct {
		char text[40];
		struct look look;
	} cells[40][100];
};

static void blank(struct screen *s, int row, int col)
{
	strcpy(s->cells[row][col].text, " ");
	s->cells[row][col].look = (struct look){ .reverse = s->look.reverse,
		.underline = s->look.underline };
}

static void clear(struct screen *s)
{
	for (int row = 0; row < s->rows; row++)
		for (int col = 0; col < s->cols; col++)
			blank(s, row, col);
}

static void read_sgr(struct screen *s, const int *n, int count)
{
	for (int i = 0; i < count; i++) {
		switch (n[i]) {
		case 0:
			s->look = (struct look){ .colour = -1 };
			break;
		case 1:
			s->look.bold = true;
			break;
		case 4:
			s->look.underline = true;
			break;
		case 7:
			s->look.reverse = true;
			break;
		case 38:
			s->look.colour = n[i + 2];
			i += 2;
			break;
		default:
			ck_abort_msg("an attribute %d", n[i]);
		}
	}
}

static void erase(struct screen *s, int n)
{
	for (int i = 0; i < n && s->col + i < s->cols; i++)
		blank(s, s->row, s->col + i);
}

/* Only what the terminal has may be sent. */
static void needs(const struct screen *s, unsigned what)
{
	expect((s->has & what) == what, "the terminal cannot do that");
}

static const char *read_sequence(struct screen *s, const char *at)
{
	int n[9] = { 0 }, count = 0;
	for (char *end; count < 8; at = end + 1) {
		n[count++] = (int)strtol(at, &end, 10);
		if (*end != ';') {
			at = end;
			break;
		}
	}
	int one = n[0] > 0 ? n[0] : 1;
	switch (*at) {
	case 'H':
		needs(s, HAS_ECMA);
		s->row = one - 1;
		s->col = n[1] > 0 ? n[1] - 1 : 0;
		break;
	case 'G':
		needs(s, HAS_IN_ROW);
		s->col = one - 1;
		break;
	case 'd':
		needs(s, HAS_IN_COLUMN);
		s->row = one - 1;
		break;
	case 'C':
		needs(s, HAS_FORWARD);
		s->col += one;
		break;
	case 'X':
		needs(s, HAS_ERASES);
		erase(s, one);
		break;
	case 'K':
		needs(s, HAS_TO_END);
		erase(s, s->cols);
		break;
	case 'm':
		read_sgr(s, n, count);
		break;
	default:
		ck_abort_msg("a command %c", *at);
	}
	return at + 1;
}

static const char *read_command(struct screen *s, const char *at)
{
	int used = 0;
	switch (*at++) {
	case 'G':
		expect((s->has & HAS_ECMA) == 0, "a long way");
		ck_assert_int_eq(sscanf(at, "%d,%d;%n", &s->row, &s->col, &used), 2);
		break;
	case 'C':
		clear(s);
		s->row = s->col = -1;
		break;
	case '[':
		return read_sequence(s, at);
	default:
		ck_abort_msg("a command %c", at[-1]);
	}
	return at + used;
}

static bool read_control(struct screen *s, char c)
{
	switch (c) {
	case '\r':
		needs(s, HAS_FEEDS);
		s->col = 0;
		return true;
	case '\n':
		needs(s, HAS_FEEDS);
		s->row++;
		return true;
	case '\b':
		needs(s, HAS_BACK);
		s->col--;
		return true;
	default:
		return false;
	}
}

static const char *read_character(struct screen *s, const char *at)
{
	wchar_t c;
	mbstate_t state = { 0 };
	if (read_control(s, *at))
		return at + 1;
	size_t n = mbrtowc(&c, at, 8, &state);
	expect(n > 0 && n < 8, "no character");
	int width = wcwidth(c);
	if (width == 0) {
		strncat(s->cells[s->row][s->col - 1].text[0] != '\0'
				? s->cells[s->row][s->col - 1].text
				: s->cells[s->row][s->col - 2].text,
			at, n);
		return at + n;
	}
	expect(width > 0 && s->row >= 0 && s->row < s->rows && s->col >= 0 &&
			s->col + width <= s->cols,
		"row %d, column %d", s->row, s->col);
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
	const struct role_look *look = role_look((enum role)cell->role);
	const struct look *got = &s->cells[row][col].look;
	struct sbuf want = { 0 };
	bool known = cell->c < 0x80 || wcwidth((wchar_t)cell->c) == (int)cell->width;
	if (known)
		sbuf_utf8(&want, cell->c);
	else
		sbuf_char(&want, '?');
	for (const uint32_t *mark = canvas_marks(c, cell); known && *mark != 0; mark++)
		if (wcwidth((wchar_t)*mark) == 0)
			sbuf_utf8(&want, *mark);
	if (cell->width > 0)
		expect(strcmp(s->cells[row][col].text, sbuf_cstr(&want)) == 0,
			"row %d, column %d: \"%s\", not \"%s\"", row, col, s->cells[row][col].text,
			want.text);
	sbuf_fini(&want);
	expect(got->underline == look->underline && got->reverse == look->reverse,
		"row %d, column %d: role %s", row, col, look->name);
	if (cell->c != ' ' && cell->width > 0)
		expect(got->bold == look->bold && got->colour == look_colour(look, THEME_DARK, 256),
			"row %d, column %d: role %s", row, col, look->name);
}

static void expect_shown(const struct screen *s, const struct canvas *c)
{
	for (int row = 0; row < s->rows && row < c->rows; row++)
		for (int col = 0; col < s->cols && col < c->cols; col++)
			expect_cell(s, c, row, col);
}

static struct emitter emitter(int rows, int cols, unsigned has)
{
	struct emitter e = { .t = terminal(has), .rows = rows, .cols = cols };
	emit_forget(&e);
	return e;
}

START_TEST(a_terminal_shows_one_picture_after_the_other)
{
	uint32_t state = (uint32_t)_i + 1;
	struct screen s = { .rows = 1 + hostile_number(&state, 30),
		.cols = 1 + hostile_number(&state, 90),
		.look.colour = -1 };
	s.has = _i % 3 == 0 ? HAS_ALL : (unsigned)hostile_number(&state, HAS_ALL + 1);
	struct emitter e = emitter(s.rows, s.cols, s.has);
	struct canvas c = { 0 };
	canvas_size(&c, s.rows, s.cols);
	for (int i = 0; i < 12; i++) {
		struct rect part = canvas_rect(&c);
		if (i % 4 == 3)
			canvas_erase(&c, rect_bottom(&part, hostile_number(&state, s.rows) + 1));
		else if (i % 4 == 2)
			canvas_paint(&c, rect_top(&part, 2),
				(enum role)hostile_number(&state, ROLE_COUNT));
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
	struct emitter e = emitter(10, 40, HAS_ALL);
	struct canvas c = { 0 };
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
	struct emitter e = emitter(24, 80, HAS_ALL);
	struct canvas c = { 0 };
	canvas_size(&c, 24, 80);
	emit_picture(&e, &c);
	canvas_str(&c, canvas_rect(&c), 3, 5, ROLE_NORMAL, "x");
	emit_picture(&e, &c);
	ck_assert_str_eq(sbuf_cstr(&e.out), "\033[4;6Hx");
	canvas_str(&c, canvas_rect(&c), 3, 7, ROLE_SUSPENDED, "y");
	emit_picture(&e, &c);
	ck_assert_str_eq(sbuf_cstr(&e.out), " \033[1;38;5;214my");
	canvas_str(&c, canvas_rect(&c), 3, 9, ROLE_NORMAL, "z");
	emit_picture(&e, &c);
	ck_assert_str_eq(sbuf_cstr(&e.out), " \033[mz");
	canvas_erase(&c, canvas_rect(&c));
	emit_picture(&e, &c);
	ck_assert_str_eq(sbuf_cstr(&e.out), "\033[6G\033[K");
	canvas_fini(&c);
	emit_fini(&e);
}
END_TEST

/* From where the cursor stands to a letter elsewhere. */
static const struct {
	int row, col, to_row, to_col;
	unsigned has;
	const char *sent;
} ways[] = {
	{ 3, 5, 0, 0, HAS_ALL, "\033[Hx" },
	{ 3, 5, 9, 0, HAS_ALL, "\033[10Hx" },
	{ 3, 5, 4, 0, HAS_ALL, "\n\rx" },
	{ 3, 5, 3, 0, HAS_ALL, "\rx" },
	{ 3, 5, 4, 6, HAS_ALL, "\nx" },
	{ 3, 5, 4, 5, HAS_ALL, "\n\bx" },
	{ 3, 5, 3, 4, HAS_ALL, "\b\bx" },
	{ 3, 5, 3, 40, HAS_ALL, "\033[34Cx" },
	{ 3, 5, 3, 12, HAS_ALL, "\033[6Cx" },
	{ 3, 5, 15, 6, HAS_ALL, "\033[16dx" },
	{ 3, 5, 3, 40, HAS_ECMA, "\033[4;41Hx" },
	{ 3, 5, 4, 0, HAS_ALL & ~HAS_FEEDS, "\033[5Hx" },
	{ 3, 5, 3, 4, HAS_ALL & ~HAS_BACK, "\033[5Gx" },
	{ 3, 5, 3, 40, 0, "\033G3,40;x" },
};

START_TEST(the_cursor_goes_the_shortest_way)
{
	struct emitter e = emitter(24, 80, ways[_i].has);
	struct canvas c = { 0 };
	canvas_size(&c, 24, 80);
	emit_picture(&e, &c);
	canvas_str(&c, canvas_rect(&c), ways[_i].row, ways[_i].col, ROLE_NORMAL, "o");
	emit_picture(&e, &c);
	canvas_str(&c, canvas_rect(&c), ways[_i].to_row, ways[_i].to_col, ROLE_NORMAL, "x");
	emit_picture(&e, &c);
	ck_assert_str_eq(sbuf_cstr(&e.out), ways[_i].sent);
	canvas_fini(&c);
	emit_fini(&e);
}
END_TEST

START_TEST(another_mark_is_another_character)
{
	static const char *const texts[] = { "e", "e\xcc\x81", "e\xcc\x82", "e\xcc\x82\xcc\xa3",
		"e" };
	struct emitter e = emitter(4, 20, HAS_ALL);
	struct canvas c = { 0 };
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		canvas_size(&c, 4, 20);
		canvas_str(&c, canvas_rect(&c), 1, 1, ROLE_NORMAL, texts[i]);
		emit_picture(&e, &c);
		ck_assert_ptr_nonnull(strstr(e.out.text, texts[i]));
		emit_picture(&e, &c);
		ck_assert_uint_eq(e.out.len, 0);
	}
	canvas_fini(&c);
	emit_fini(&e);
}
END_TEST

START_TEST(the_last_corner_is_spared_where_it_scrolls)
{
	struct emitter e = emitter(2, 3, HAS_ALL);
	struct canvas c = { 0 };
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
	tcase_add_loop_test(t, the_cursor_goes_the_shortest_way, 0, sizeof ways / sizeof *ways);
	tcase_add_test(t, another_mark_is_another_character);
	tcase_add_test(t, the_last_corner_is_spared_where_it_scrolls);
	suite_add_tcase(s, t);
	return s;
}
