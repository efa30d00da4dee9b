/* Scenarios whose sources, names, strings, notes, lessons and output try to
 * break out of their place, at random sizes, looks, views and steps. */

#include "hostile.h"
#include "vt.h"

#include "base/utf8.h"
#include "ui/canvas/keys.h"
#include "ui/stage/stage_parts.h"
#include "ui/term/emit.h"

#include <check.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SCREENS = 300, KEYS_EACH = 25, REAL_SCREENS = 24 };

/* A str of the language that holds a hostile text: half of what can stand there
 * raw does. */
static void add_literal(uint32_t *state, struct sbuf *out)
{
	struct sbuf text = { 0 };
	hostile_text(state, &text);
	sbuf_char(out, '"');
	for (size_t i = 0; i < text.len;) {
		uint32_t c;
		size_t n = utf8_decode(text.text + i, text.len - i, &c);
		bool raw = n > 0 && c >= 0x20 && c != 0x7f && c != '"' && c != '\\' &&
			utf8_width(c) >= 0 && hostile_number(state, 2) == 0;
		if (raw)
			sbuf_bytes(out, text.text + i, n);
		else
			sbuf_printf(out, n > 0 && c > 0xffff ? "\\U%08x" : "\\u%04x",
				n > 0 ? c : 0xd800u + (c & 0xff));
		i += n > 0 ? n : 1;
	}
	sbuf_char(out, '"');
	sbuf_fini(&text);
}

/* A hostile text that ends its line nowhere; `tame`: and that any file may hold. */
static void add_line(uint32_t *state, bool tame, struct sbuf *out)
{
	struct sbuf text = { 0 };
	hostile_text(state, &text);
	for (size_t i = 0; i < text.len;) {
		uint32_t c;
		size_t n = utf8_decode(text.text + i, text.len - i, &c);
		bool fine = n > 0 && c != '\n' && c != '\r' && c != '\f' &&
			(!tame || (c >= 0x20 && utf8_width(c) >= 0));
		if (fine || (n == 0 && !tame))
			sbuf_bytes(out, text.text + i, n > 0 ? n : 1);
		i += n > 0 ? n : 1;
	}
	sbuf_fini(&text);
}

/* A line of ten thousand columns now and then. */
static void add_comment(uint32_t *state, bool tame, struct sbuf *out)
{
	sbuf_str(out, "# ");
	for (int n = hostile_number(state, 12) == 0 ? 400 : 1; n > 0; n--)
		add_line(state, tame, out);
	sbuf_char(out, '\n');
}

static void add_side(uint32_t *state, bool tame, bool coroutine, struct sbuf *out)
{
	static const char *const names[] = { "größe", "n", "変数",
		"a_name_that_is_longer_than_any_column_of_frames_can_be", "é" };
	const char *name = names[hostile_number(state, 5)],
		   *other = names[hostile_number(state, 5)];
	sbuf_printf(out, "# %%%% %s\n", coroutine ? "coroutine" : "subroutine");
	add_comment(state, tame, out);
	sbuf_printf(out, "def f_%s(%s):\n    %s_ = ", name, other, other);
	add_literal(state, out);
	sbuf_str(out, "  #> ");
	add_line(state, tame, out);
	sbuf_printf(out, "\n    print(%s_, %s)\n", other, other);
	if (coroutine)
		sbuf_printf(out, "    yield %s_\n    yield {%s: %s_}\n", other, other, other);
	sbuf_printf(out, "    if %s == 2:\n        raise ValueError(%s_)\n    return [%s_] * 3\n",
		other, other, other);
	sbuf_printf(out, "for i in range(3):\n\tx = f_%s(i)%s\n", name,
		coroutine ? "\n\tfor y in x:\n\t\tprint(y, end=\"\")" : "");
}

static void make_scenario(uint32_t *state, bool tame, struct sbuf *out)
{
	sbuf_str(out, "# %% [markdown]\n# # ");
	add_line(state, tame, out);
	sbuf_char(out, '\n');
	add_comment(state, tame, out);
	sbuf_str(out, "# - ");
	add_line(state, tame, out);
	sbuf_char(out, '\n');
	if (hostile_number(state, 4) > 0)
		add_side(state, tame, true, out);
	add_side(state, tame, false, out);
}

/* What a file refuses altogether is left out at the second try. */
static struct session *open_hostile(uint32_t *state)
{
	struct session *s = NULL;
	struct sbuf path = { 0 };
	add_line(state, false, &path);
	for (int tame = 0; s == NULL && tame < 2; tame++) {
		struct sbuf text = { 0 };
		struct diag d = { 0 };
		make_scenario(state, tame == 1, &text);
		s = session_from_text(sbuf_cstr(&path), sbuf_cstr(&text), text.len, NULL, &d);
		ck_assert_msg(s != NULL || tame == 0, "%s at %u: %s\n%s", d.message, d.span.line,
			d.hint != NULL ? d.hint : "", sbuf_cstr(&text));
		diag_fini(&d);
		sbuf_fini(&text);
	}
	sbuf_fini(&path);
	return s;
}

/* Asked of millions of cells: what holds leaves no note of having been asked. */
#define expect(holds, ...) \
	do { \
		if (!(holds)) \
			ck_abort_msg(__VA_ARGS__); \
	} while (0)

/* A cell holds one character that takes the columns it says, and what is on it
 * takes none. */
static void expect_cell(const struct canvas *c, int row, int col)
{
	const struct canvas_cell *cell = canvas_cell(c, row, col);
	if (cell->width == 0) {
		expect(col > 0 && canvas_cell(c, row, col - 1)->width == 2, "row %d, column %d",
			row, col);
		return;
	}
	expect(utf8_width(cell->c) == (int)cell->width,
		"row %d, column %d: U+%04X takes %d columns", row, col, cell->c, cell->width);
	expect(cell->width == 1 || (col + 1 < c->cols && canvas_cell(c, row, col + 1)->width == 0),
		"row %d, column %d", row, col);
	expect(c->charset != CHARSET_ASCII || cell->c < 0x80, "row %d, column %d", row, col);
	for (const uint32_t *mark = canvas_marks(c, cell); *mark != 0; mark++)
		expect(utf8_width(*mark) == 0 && c->charset != CHARSET_ASCII,
			"row %d, column %d: a mark U+%04X", row, col, *mark);
}

/* What stands between the panes is there: nothing left its own. */
static void expect_rules(const struct stage *t, const struct canvas *c)
{
	struct rect d = t->layout.divider;
	bool covered = t->page.open || t->ask.open;
	int end = d.row + d.rows, opening = stage_opening_place(t).row;
	if (stage_opening_place(t).rows > 0)
		end = opening; /* there the lesson stands across both sides */
	for (int row = d.row; !covered && row < end && d.cols > 0; row++)
		expect(canvas_cell(c, row, d.col)->rules != 0, "row %d: the divider is covered",
			row);
}

static void go(struct sbuf *out, int row, int col)
{
	sbuf_printf(out, "\033[%d;%dH", row + 1, col + 1);
}

/* Nothing but text and the sequences that were asked for is sent. */
static void expect_harmless(const char *bytes)
{
	for (const char *at = bytes; *at != '\0'; at++) {
		unsigned char b = (unsigned char)*at;
		if (b == '\033') {
			expect(at[1] == '[', "an escape and %c", at[1]);
			at += 2 + strspn(at + 2, "0123456789;");
			expect(strchr("mHJ", *at) != NULL, "a sequence ends with %c", *at);
			continue;
		}
		expect(b >= 0x20 && b != 0x7f, "the byte %02x", b);
		expect(b != 0xc2 || (unsigned char)at[1] >= 0xa0,
			"a control character of two bytes");
	}
}

static void expect_picture(struct stage *t, struct canvas *c, struct emitter *e)
{
	stage_draw(t, c);
	for (int row = 0; row < c->rows; row++)
		for (int col = 0; col < c->cols; col++)
			expect_cell(c, row, col);
	expect_rules(t, c);
	e->rows = c->rows;
	e->cols = c->cols;
	emit_picture(e, c);
	expect_harmless(sbuf_cstr(&e->out));
}

/* Presses a key, or types a hostile line where one is asked for. */
static void press(uint32_t *state, struct stage *t)
{
	static const char *const keys[] = {
		"n",
		"n",
		"n",
		"n",
		"p",
		"]",
		"[",
		"}",
		"{",
		"$",
		"0",
		"N",
		"P",
		"<Tab>",
		"z",
		"t",
		"v",
		"j",
		"k",
		"J",
		"K",
		"l",
		"h",
		"<Esc>",
		" ",
		";",
		",",
		"c",
		"C",
		"f",
		"u",
		"b",
		":",
		"/",
		"g",
		"w",
		"+",
		"m",
		"L",
		"x",
		"<Enter>",
	};
	struct input in;
	ck_assert_uint_gt(
		keys_read(keys[hostile_number(state, sizeof keys / sizeof *keys)], &in), 0);
	enum stage_wish wish = stage_input(t, &in);
	while (wish == STAGE_ASK) {
		struct sbuf line = { 0 };
		sbuf_str(&line, sbuf_cstr(&t->ask.text));
		add_line(state, false, &line);
		wish = stage_asked(t, sbuf_cstr(&line));
		sbuf_fini(&line);
	}
}

START_TEST(hostile_scenarios_stay_in_their_place)
{
	uint32_t state = (uint32_t)_i * 7919u + 1;
	struct session *s = open_hostile(&state);
	struct stage *t = stage_new(s);
	struct canvas c = { .charset = (enum charset)hostile_number(&state, 3) };
	struct emitter e = { .t = { .go = go,
				     .reset = mem_strdup("\033[m"),
				     .bold = mem_strdup("\033[1m"),
				     .clear = mem_strdup("\033[2J") } };
	int big = hostile_number(&state, 6) == 0;
	canvas_size(&c, 1 + hostile_number(&state, big ? 200 : 45),
		1 + hostile_number(&state, big ? 400 : 130));
	for (int i = 0; i < KEYS_EACH; i++) {
		expect_picture(t, &c, &e);
		press(&state, t);
		if (i % 10 == 9)
			canvas_size(&c, 1 + hostile_number(&state, 45),
				1 + hostile_number(&state, 130));
	}
	emit_fini(&e);
	canvas_fini(&c);
	stage_free(t);
	session_free(s);
}
END_TEST

/* On a real terminal, under a hostile name. */

static char *dump(const char *path, int rows, int cols)
{
	struct diag d = { 0 };
	struct session *s = session_open(path, NULL, &d, NULL);
	struct stage *t = stage_new(s);
	struct canvas c = { 0 };
	struct sbuf out = { 0 };
	canvas_size(&c, rows, cols);
	for (int i = 0; i < 6; i++) {
		struct input in = { .kind = INPUT_TEXT, .code = 'n' };
		stage_draw(t, &c);
		if (i < 5)
			stage_input(t, &in);
	}
	canvas_dump(&c, &out);
	canvas_fini(&c);
	stage_free(t);
	session_free(s);
	return sbuf_take(&out);
}

START_TEST(a_terminal_is_shown_what_the_canvas_holds)
{
	uint32_t state = (uint32_t)_i + 4711;
	const char *program = getenv("COSUB");
	char place[] = "/tmp/cosub-XXXXXX";
	struct sbuf path = { 0 }, text = { 0 };
	ck_assert_ptr_nonnull(mkdtemp(place));
	sbuf_printf(&path, "%s/a\033[2J\a\u202e漢e\u0301%d.py", place, _i);
	make_scenario(&state, true, &text);
	FILE *f = fopen(sbuf_cstr(&path), "w");
	ck_assert_ptr_nonnull(f);
	ck_assert_uint_eq(fwrite(text.text, 1, text.len, f), text.len);
	ck_assert_int_eq(fclose(f), 0);
	const char *const argv[] = { program != NULL && *program != '\0' ? program : "build/cosub",
		sbuf_cstr(&path), NULL };
	int rows = 1 + hostile_number(&state, 40), cols = 1 + hostile_number(&state, 130);
	struct vt *v = vt_open(&(struct vt_options){ .rows = rows, .cols = cols, .argv = argv });
	vt_wait_pictures(v, 1);
	vt_type(v, "nnnnn");
	char *got = vt_text(v), *want = dump(sbuf_cstr(&path), rows, cols);
	ck_assert_str_eq(got, want);
	ck_assert_int_eq(vt_bells(v), 0);
	vt_send(v, "q");
	ck_assert_int_eq(vt_exit(v), 0);
	vt_close(v);
	unlink(sbuf_cstr(&path));
	rmdir(place);
	free(got);
	free(want);
	sbuf_fini(&path);
	sbuf_fini(&text);
}
END_TEST

Suite *hostile_suite(void)
{
	Suite *s = suite_create("hostile");
	TCase *t = tcase_create("hostile");
	tcase_add_loop_test(t, hostile_scenarios_stay_in_their_place, 0, SCREENS);
	tcase_add_loop_test(t, a_terminal_is_shown_what_the_canvas_holds, 0, REAL_SCREENS);
	suite_add_tcase(s, t);
	return s;
}
