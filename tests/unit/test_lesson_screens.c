/* Every lesson on the screen: at each size, in each look, the terminal shows
 * what the stage draws, and that is what it drew before. */

#include "vt.h"

#include "base/sbuf.h"
#include "session/session.h"
#include "ui/stage.h"

#include <check.h>

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	int rows, cols;
} sizes[] = { { 24, 80 }, { 18, 60 }, { 36, 120 } };
enum { SIZES = sizeof sizes / sizeof *sizes };

static const struct {
	const char *name, *env[3];
	enum charset charset;
	bool colours;
} looks[] = {
	{ "UTF-8", { NULL }, CHARSET_UTF8, true },
	{ "ASCII", { "LC_ALL=C", NULL }, CHARSET_ASCII, true },
	{ "UTF-8 without colours", { "NO_COLOR=1", NULL }, CHARSET_UTF8, false },
	{ "ASCII without colours", { "NO_COLOR=1", "LC_ALL=C", NULL }, CHARSET_ASCII, false },
};
enum { LOOKS = sizeof looks / sizeof *looks };

static const char *const keys = "n]]]]}]";

static glob_t lessons;

static struct session *open_lesson(int i)
{
	struct diag d = {0};
	struct session *s = session_open(lessons.gl_pathv[i], NULL, &d, NULL);
	ck_assert_ptr_nonnull(s);
	return s;
}

static struct canvas draw_lesson(int lesson, int size, int look)
{
	struct session *s = open_lesson(lesson);
	struct stage *t = stage_new(s);
	struct canvas c = { .charset = looks[look].charset };
	canvas_size(&c, sizes[size].rows, sizes[size].cols);
	stage_draw(t, &c);
	for (const char *key = keys; *key != '\0'; key++) {
		struct input in = { .kind = INPUT_TEXT, .code = (unsigned char)*key };
		stage_input(t, &in);
		stage_draw(t, &c);
	}
	stage_free(t);
	session_free(s);
	return c;
}

/* How a terminal shows a cell, as vt_look says it. */
static void say_look(const struct canvas_cell *cell, bool colours, struct sbuf *out)
{
	const struct role_look *look = role_look(cell->role);
	int colour = look_colour(look, THEME_DARK, 256);
	sbuf_truncate(out, 0);
	if (cell->c[0] == ' ' && !look->underline && !look->reverse)
		return;
	sbuf_printf(out, "%s%s%s", look->bold ? " bold" : "", look->underline ? " underline" : "", look->reverse ? " reverse" : "");
	if (colours && colour >= 0)
		sbuf_printf(out, " fg=%d", colour);
}

static void expect_looks(struct vt *v, const struct canvas *c, bool colours)
{
	struct sbuf want = {0};
	for (int row = 0; row < c->rows; row++) {
		for (int col = 0; col < c->cols; col++) {
			char *got = vt_look(v, row, col);
			say_look(canvas_cell(c, row, col), colours, &want);
			if (strcmp(got, want.len > 0 ? want.text + 1 : "") != 0)
				ck_abort_msg("row %d, column %d looks \"%s\", not \"%s\"", row, col, got, sbuf_cstr(&want));
			free(got);
		}
	}
	sbuf_fini(&want);
}

/* Each lesson takes its turn in each look; every fourth has the same one at the
 * same size. */
START_TEST(a_terminal_shows_every_lesson_as_it_is_drawn)
{
	for (int size = 0; size < SIZES; size++) {
		int look = (_i + size) % LOOKS;
		const char *program = getenv("COSUB");
		const char *const argv[] = { program != NULL && *program != '\0' ? program : "build/cosub", lessons.gl_pathv[_i], NULL };
		struct canvas c = draw_lesson(_i, size, look);
		struct sbuf want = {0};
		canvas_dump(&c, &want);
		struct vt *v = vt_open(&(struct vt_options){ .rows = sizes[size].rows, .cols = sizes[size].cols, .argv = argv, .env = looks[look].env });
		vt_wait_pictures(v, 1);
		vt_type(v, keys);
		char *got = vt_text(v);
		ck_assert_msg(strcmp(got, sbuf_cstr(&want)) == 0, "%s at %dx%d in %s:\n%s\nand not\n%s", lessons.gl_pathv[_i], sizes[size].cols, sizes[size].rows,
			looks[look].name, got, want.text);
		expect_looks(v, &c, looks[look].colours);
		vt_send(v, "q");
		ck_assert_int_eq(vt_exit(v), 0);
		vt_close(v);
		free(got);
		sbuf_fini(&want);
		canvas_fini(&c);
	}
}
END_TEST

Suite *lesson_screens_suite(void)
{
	Suite *s = suite_create("lesson_screens");
	TCase *t = tcase_create("lesson_screens");
	if (glob("scenarios/*.py", 0, NULL, &lessons) != 0)
		lessons.gl_pathc = 1; /* and the test says that there is none */
	tcase_add_loop_test(t, a_terminal_shows_every_lesson_as_it_is_drawn, 0, (int)lessons.gl_pathc);
	suite_add_tcase(s, t);
	return s;
}
