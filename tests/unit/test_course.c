/*
 * The course: every scenario of scenarios/ is opened as a person opens it and
 * walked from end to end and back, on a screen of 80x24.  What its programs
 * print and the steps they take are compared with CPython's by tests/cli.sh.
 */

#include "base/array.h"
#include "base/mem.h"
#include "lang/text/lesson.h"
#include "session/core/session.h"
#include "session/user/lesson_folders.h"
#include "session/view/view.h"
#include "ui/stage/dump.h"
#include "ui/stage/stage.h"

#include <check.h>

#include <glob.h>
#include <stdio.h>
#include <string.h>

#define FOLDER "scenarios/"

enum { ROWS = 24, TALL = 200, COLS = 80, MARKS = 7 };

/* Filled once, before the first test, and never freed. */
static glob_t files;

static struct session *open_file(const char *path)
{
	struct diag d = { 0 };
	struct session *s = session_open(path, NULL, &d, NULL);
	ck_assert_msg(s != NULL, "%s: %s", path, d.message);
	return s;
}

START_TEST(the_course_is_there)
{
	ck_assert_uint_ge(files.gl_pathc, 40);
}
END_TEST

/* What a lesson needs. */

START_TEST(it_has_a_lesson_two_sides_and_something_to_try)
{
	const char *path = files.gl_pathv[_i];
	struct session *s = open_file(path);
	const struct scenario *sc = &s->scenario;
	ck_assert_msg(strcmp(sc->title, path + strlen(FOLDER)) != 0 && *sc->title != '\0',
		"%s has no title", path);
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
	ck_assert_msg(!d.found, "%s: the sides differ in line %zu", files.gl_pathv[_i],
		d.line[SIDE_COROUTINE] + 1);
	session_free(s);
}
END_TEST

/* Lines of a side that are not blank: what a projector shows of it. */
enum { LINES_MOST = 26 };

START_TEST(no_side_is_too_long_to_be_seen)
{
	struct session *s = open_file(files.gl_pathv[_i]);
	const struct scenario *sc = &s->scenario;
	for (int side = 0; side < SIDE_COUNT; side++) {
		int lines = 0;
		for (uint32_t line = 1; line <= sc->source.nlines; line++) {
			size_t n;
			const char *text = source_line(&sc->source, line, &n);
			lines += sc->keep[side][line - 1] && n > strspn(text, " ");
		}
		ck_assert_msg(lines <= LINES_MOST, "%s: the %s side has %d lines",
			files.gl_pathv[_i], side_name((enum side)side), lines);
	}
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
	uint32_t sign = canvas_cell(&cut, 0, 0)->c;
	canvas_fini(&cut);
	for (int row = in.row; row < in.row + in.rows; row++) {
		for (int col = in.col; col < in.col + in.cols; col++)
			if (canvas_cell(c, row, col)->c == sign)
				return row;
	}
	return -1;
}

/* A row of the canvas as text; the caller frees it. */
static char *row_text(const struct canvas *c, int row)
{
	struct sbuf all = { 0 };
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
		struct rect code = t->layout.at[side][PANE_SOURCE].body;
		rect_left(&code, MARKS);
		int row = cut_row(c, code);
		ck_assert_msg(row < 0, "%s: code is cut at pair %llu: %s",
			t->session->scenario.source.path, (unsigned long long)t->session->pair,
			row_text(c, row));
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

/* The rows of the source that a side shows, and whether a line is among them. */
static bool shows_line(const struct stage_side *ts, uint32_t line)
{
	bool shown = line == 0;
	for (int i = 0; i < ts->nsight; i++)
		shown = shown || ts->rows[ts->sight[i]] == line;
	return shown;
}

/* The source may move at most once in so many steps of a side, and some times. */
enum { STEPS_OF_A_MOVE = 6, SOME_MOVES = 4 };

START_TEST(the_source_stands_still_and_shows_where_control_is)
{
	struct session *s = open_file(files.gl_pathv[_i]);
	struct stage *t = stage_new(s);
	struct canvas c = screen(ROWS);
	int seen[SIDE_COUNT][ROWS], moves[SIDE_COUNT] = { 0 };
	stage_draw(t, &c);
	do {
		stage_draw(t, &c);
		for (int side = 0; side < SIDE_COUNT; side++) {
			const struct stage_side *ts = &t->side[side];
			size_t size = (size_t)ts->nsight * sizeof *ts->sight;
			moves[side] += memcmp(seen[side], ts->sight, size) != 0;
			memcpy(seen[side], ts->sight, size);
			ck_assert(shows_line(ts, view_current_line(s, (enum side)side)));
			ck_assert(shows_line(ts, view_caller_line(s, (enum side)side)));
		}
	} while (session_do(s, "next") == SESSION_MOVED);
	for (int side = 0; side < SIDE_COUNT; side++)
		ck_assert_int_le(moves[side],
			(int)session_steps(s, (enum side)side) / STEPS_OF_A_MOVE + SOME_MOVES);
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
	struct sbuf out = { 0 };
	for (int side = 0; side < SIDE_COUNT; side++) {
		const char *note;
		session_narrate(s, (enum side)side, &out, &note);
		sbuf_printf(&out, " (%s)\n", note != NULL ? note : "");
	}
	return sbuf_take(&out);
}

START_TEST(it_is_told_the_same_forward_and_back)
{
	struct {
		ARRAY(char *);
	} told = { 0 };
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

/* The screen of 80x24 where the session stands, runs of blanks as one; the caller frees it. */
static char *plain_screen(struct session *s)
{
	struct sbuf shown = { 0 }, out = { 0 };
	dump_screen(s,
		&(struct dump_options){ .rows = ROWS, .cols = COLS, .charset = CHARSET_UTF8 },
		&shown);
	for (const char *at = sbuf_cstr(&shown); *at != '\0'; at++)
		if (*at != ' ' || at[1] != ' ')
			sbuf_char(&out, *at);
	sbuf_fini(&shown);
	return sbuf_take(&out);
}

/* Fails unless the screen shows each of the pieces, which "; " separates. */
static void check_shown(const char *path, const struct lesson_point *p, const char *screen)
{
	char *pieces = mem_strdup(p->shows), *piece = pieces, *end;
	for (; piece != NULL; piece = end != NULL ? end + 2 : NULL) {
		end = strstr(piece, "; ");
		if (end != NULL)
			*end = '\0';
		ck_assert_msg(strstr(screen, piece) != NULL, "%s: no \"%s\" at step %llu in\n%s",
			path, piece, (unsigned long long)p->step, screen);
	}
	mem_free(pieces);
}

START_TEST(its_points_show_what_they_promise)
{
	const char *path = files.gl_pathv[_i];
	struct session *s = open_file(path);
	const struct scenario *sc = &s->scenario;
	for (uint32_t i = 0; i < sc->npoints; i++) {
		const struct lesson_point *p = &sc->points[i];
		ck_assert_msg(*p->shows != '\0', "%s: a point shows nothing", path);
		ck_assert_msg(p->step <= session_steps(s, p->side), "%s: there is no step %llu",
			path, (unsigned long long)p->step);
		session_goto_step(s, p->side, p->step);
		char *screen = plain_screen(s);
		check_shown(path, p, screen);
		mem_free(screen);
	}
	session_free(s);
}
END_TEST

/* From this number on lessons are called what a wrong belief says. */
enum { FIRST_BELIEF = 80 };

START_TEST(a_wrong_belief_is_named_and_shown_false)
{
	const char *path = files.gl_pathv[_i], *name = path + strlen(FOLDER);
	if (lesson_number(name) < FIRST_BELIEF)
		return;
	struct session *s = open_file(path);
	ck_assert_msg(s->scenario.title[0] == '"', "%s: the title is not what somebody says", path);
	ck_assert_msg(strncmp(s->scenario.lesson, "The belief: ", 12) == 0 ||
			strstr(s->scenario.lesson, "\nThe belief: ") != NULL,
		"%s names no belief", path);
	ck_assert_msg(s->scenario.npoints > 0, "%s does not say where it is false", path);
	session_free(s);
}
END_TEST

/* Whether some scenario says that it teaches the name. */
static bool is_taught(const char *name)
{
	bool found = false;
	for (size_t i = 0; i < files.gl_pathc && !found; i++) {
		struct scenario sc;
		struct diag d = { 0 };
		ck_assert(scenario_read(&sc, files.gl_pathv[i], &d));
		for (uint32_t k = 0; k < sc.nteaches; k++)
			found |= strcmp(sc.teaches[k], name) == 0;
		scenario_fini(&sc);
	}
	return found;
}

START_TEST(every_statement_and_concept_is_taught)
{
	struct sbuf names = { 0 };
	lesson_names(&names);
	for (char *name = strtok(names.text, ", "); name != NULL; name = strtok(NULL, ", "))
		ck_assert_msg(is_taught(name), "no scenario teaches %s", name);
	sbuf_fini(&names);
}
END_TEST

Suite *course_suite(void);

Suite *course_suite(void)
{
	Suite *s = suite_create("course");
	TCase *tc = tcase_create("course");
	tcase_add_test(tc, the_course_is_there);
	tcase_add_test(tc, every_statement_and_concept_is_taught);
	suite_add_tcase(s, tc);
	if (glob(FOLDER "*.py", 0, NULL, &files) != 0)
		return s;
	int n = (int)files.gl_pathc;
	tcase_add_loop_test(tc, it_has_a_lesson_two_sides_and_something_to_try, 0, n);
	tcase_add_loop_test(tc, its_sides_agree_as_it_promises, 0, n);
	tcase_add_loop_test(tc, its_points_show_what_they_promise, 0, n);
	tcase_add_loop_test(tc, a_wrong_belief_is_named_and_shown_false, 0, n);
	tcase_add_loop_test(tc, no_side_is_too_long_to_be_seen, 0, n);
	tcase_add_loop_test(tc, all_its_code_fits_into_its_pane, 0, n);
	tcase_add_loop_test(tc, no_code_is_cut_at_any_step, 0, n);
	tcase_add_loop_test(tc, the_source_stands_still_and_shows_where_control_is, 0, n);
	tcase_add_loop_test(tc, it_is_told_the_same_forward_and_back, 0, n);
	return s;
}
