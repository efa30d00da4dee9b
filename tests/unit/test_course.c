/*
 * The course: every scenario of scenarios/ is opened as a person opens it and
 * walked from end to end and back, on a screen of 80x24.  What its programs
 * print and the steps they take are compared with CPython's by tests/cli.sh.
 */

#include "base/array.h"
#include "base/mem.h"
#include "session/session.h"
#include "ui/stage.h"

#include <check.h>

#include <glob.h>
#include <stdio.h>
#include <string.h>

#define FOLDER "scenarios/"

enum { ROWS = 24, TALL = 200, COLS = 80 };

/* Filled once, before the first test, and never freed. */
static glob_t files;

static struct session *open_file(const char *path)
{
	struct diag d = {0};
	struct session *s = session_open(path, NULL, &d, NULL);
	ck_assert_msg(s != NULL, "%s: %s", path, d.message);
	return s;
}

START_TEST(the_course_is_there)
{
	ck_assert_uint_ge(files.gl_pathc, 10);
}
END_TEST

/* What a lesson needs. */

START_TEST(it_has_a_lesson_two_sides_and_something_to_try)
{
	const char *path = files.gl_pathv[_i];
	struct session *s = open_file(path);
	const struct scenario *sc = &s->scenario;
	ck_assert_msg(strcmp(sc->title, path + strlen(FOLDER)) != 0 && *sc->title != '\0', "%s has no title", path);
	ck_assert_msg(strstr(sc->lesson, "To try: ") != NULL, "%s gives nothing to try", path);
	ck_assert_msg(sc->nteaches > 0, "%s does not say what it teaches", path);
	for (int side = 0; side < SIDE_COUNT; side++)
		ck_assert_msg(sc->has[side], "%s has no %s side", path, side_name((enum side)side));
	session_free(s);
}
END_TEST

START_TEST(its_sides_agree_as_it_promises)
{
	struct session *s = open_file(files.gl_pathv[_i]);
	struct difference d = pairing_difference(s->pairing);
	ck_assert_msg(!d.found, "%s: the sides differ in line %zu", files.gl_pathv[_i], d.line[SIDE_COROUTINE] + 1);
	session_free(s);
}
END_TEST

/* Screens. */

/* The first row of the rectangle with the sign of a cut, or -1. */
static int cut_row(const struct canvas *c, struct rect in)
{
	struct canvas cut = { .charset = c->charset };
	canvas_size(&cut, 1, 1);
	canvas_glyph(&cut, canvas_rect(&cut), 0, 0, ROLE_NORMAL, GLYPH_CUT);
	uint32_t sign = canvas_cell(&cut, 0, 0)->c[0];
	canvas_fini(&cut);
	for (int row = in.row; row < in.row + in.rows; row++) {
		for (int col = in.col; col < in.col + in.cols; col++)
			if (canvas_cell(c, row, col)->c[0] == sign)
				return row;
	}
	return -1;
}

/* A row of the canvas as text; the caller frees it. */
static char *row_text(const struct canvas *c, int row)
{
	struct sbuf all = {0};
	canvas_dump(c, &all);
	const char *line = sbuf_cstr(&all);
	for (; row > 0; row--)
		line += strcspn(line, "\n") + 1;
	char *text = mem_strndup(line, strcspn(line, "\n"));
	sbuf_fini(&all);
	return text;
}

/* Fails if a line of code is cut on the screen as it is now. */
static void check_code(struct stage *t, struct canvas *c)
{
	stage_draw(t, c);
	for (int side = 0; side < SIDE_COUNT; side++) {
		int row = cut_row(c, t->layout.at[side][PANE_SOURCE].body);
		ck_assert_msg(row < 0, "%s: code is cut at pair %llu: %s", t->session->scenario.source.path,
			(unsigned long long)t->session->pair, row_text(c, row));
	}
}

static struct canvas screen(int rows)
{
	struct canvas c = { .charset = CHARSET_UTF8 };
	canvas_size(&c, rows, COLS);
	return c;
}

START_TEST(all_its_code_fits_into_its_pane)
{
	struct session *s = open_file(files.gl_pathv[_i]);
	struct stage *t = stage_new(s);
	struct canvas c = screen(TALL);
	ck_assert_int_ge(TALL, (int)s->scenario.source.nlines);
	check_code(t, &c);
	canvas_fini(&c);
	stage_free(t);
	session_free(s);
}
END_TEST

START_TEST(no_code_is_cut_at_any_step)
{
	struct session *s = open_file(files.gl_pathv[_i]);
	struct stage *t = stage_new(s);
	struct canvas c = screen(ROWS);
	do
		check_code(t, &c);
	while (session_do(s, "next") == SESSION_MOVED);
	canvas_fini(&c);
	stage_free(t);
	session_free(s);
}
END_TEST

/* Walking. */

/* What is told of both sides at the pair where the session stands; the caller
 * frees it. */
static char *tell(const struct session *s)
{
	struct sbuf out = {0};
	for (int side = 0; side < SIDE_COUNT; side++) {
		const char *note;
		session_narrate(s, (enum side)side, &out, &note);
		sbuf_printf(&out, " (%s)\n", note != NULL ? note : "");
	}
	return sbuf_take(&out);
}

START_TEST(it_is_told_the_same_forward_and_back)
{
	struct { ARRAY(char *); } told = {0};
	struct session *s = open_file(files.gl_pathv[_i]);
	do
		array_push(&told, tell(s));
	while (session_do(s, "next") == SESSION_MOVED);
	ck_assert_uint_eq(told.len, pairing_last(s->pairing) + 1);
	for (size_t i = told.len; i-- > 0;) {
		char *again = tell(s);
		ck_assert_str_eq(again, told.at[i]);
		mem_free(again);
		mem_free(told.at[i]);
		ck_assert_int_eq(session_do(s, "back"), i > 0 ? SESSION_MOVED : SESSION_REFUSED);
	}
	array_fini(&told);
	session_free(s);
}
END_TEST

Suite *course_suite(void);

Suite *course_suite(void)
{
	Suite *s = suite_create("course");
	TCase *tc = tcase_create("course");
	tcase_add_test(tc, the_course_is_there);
	suite_add_tcase(s, tc);
	if (glob(FOLDER "*.py", 0, NULL, &files) != 0)
		return s;
	int n = (int)files.gl_pathc;
	tcase_add_loop_test(tc, it_has_a_lesson_two_sides_and_something_to_try, 0, n);
	tcase_add_loop_test(tc, its_sides_agree_as_it_promises, 0, n);
	tcase_add_loop_test(tc, all_its_code_fits_into_its_pane, 0, n);
	tcase_add_loop_test(tc, no_code_is_cut_at_any_step, 0, n);
	tcase_add_loop_test(tc, it_is_told_the_same_forward_and_back, 0, n);
	return s;
}
