/* Every lesson on the screen: at each size, in each look, the terminal shows
 * what the stage draws, and that is what it drew before. */

#include "golden.h"
#include "lesson_pictures.h"
#include "rows.h"
#include "vt.h"

#include "base/sbuf.h"
#include "session/core/session.h"
#include "ui/stage/stage.h"

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

static const char *program_path(void)
{
	const char *path = getenv("COSUB");
	return path != NULL && *path != '\0' ? path : "build/cosub";
}

static struct session *open_lesson(int i)
{
	struct diag d = { 0 };
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
	if (cell->c == ' ' && !look->underline && !look->reverse)
		return;
	sbuf_printf(out, "%s%s%s", look->bold ? " bold" : "", look->underline ? " underline" : "",
		look->reverse ? " reverse" : "");
	if (colours && colour >= 0)
		sbuf_printf(out, " fg=%d", colour);
}

static void expect_looks(struct vt *v, const struct canvas *c, bool colours)
{
	struct sbuf want = { 0 };
	for (int row = 0; row < c->rows; row++) {
		for (int col = 0; col < c->cols; col++) {
			char *got = vt_look(v, row, col);
			say_look(canvas_cell(c, row, col), colours, &want);
			if (strcmp(got, want.len > 0 ? want.text + 1 : "") != 0)
				ck_abort_msg("row %d, column %d looks \"%s\", not \"%s\"", row, col,
					got, sbuf_cstr(&want));
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
		const char *const argv[] = { program_path(), lessons.gl_pathv[_i], NULL };
		struct canvas c = draw_lesson(_i, size, look);
		struct sbuf want = { 0 };
		canvas_dump(&c, &want);
		struct vt *v = vt_open(&(struct vt_options){ .rows = sizes[size].rows,
			.cols = sizes[size].cols,
			.argv = argv,
			.env = looks[look].env });
		vt_wait_pictures(v, 1);
		vt_type(v, keys);
		char *got = vt_text(v);
		struct sbuf how = { 0 };
		ck_assert_msg(!rows_differ(sbuf_cstr(&want), got, &how),
			"%s at %dx%d in %s is not what the stage draws: %s", lessons.gl_pathv[_i],
			sizes[size].cols, sizes[size].rows, looks[look].name, sbuf_cstr(&how));
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

/* What is kept of a lesson: its screen in the midst of the run, as text and as
 * the roles of its cells, on the first size; as text on the second; and for all
 * sizes and signs a sum of what is drawn at steps all over the run. */

enum { SAMPLES = 16 };

static uint32_t sum_of(const struct sbuf *text)
{
	uint32_t sum = 2166136261u;
	for (size_t i = 0; i < text->len; i++)
		sum = (sum ^ (unsigned char)text->text[i]) * 16777619u;
	return sum;
}

static void draw_at(
	struct session *s, struct canvas *c, uint64_t step, bool roles, struct sbuf *out)
{
	struct stage *t = stage_new(s);
	session_goto_step(s, s->in_view, step);
	stage_draw(t, c);
	canvas_dump(c, out);
	if (roles)
		canvas_roles(c, out);
	stage_free(t);
}

/* The k-th of so many steps all over the run. */
static uint64_t sample_step(const struct session *s, int k)
{
	return session_steps(s, s->in_view) * (uint64_t)k / (SAMPLES - 1);
}

static void add_sums(struct session *s, int size, enum charset charset, struct sbuf *out)
{
	struct canvas c = { .charset = charset };
	canvas_size(&c, sizes[size].rows, sizes[size].cols);
	sbuf_printf(out, "%dx%d %s", sizes[size].cols, sizes[size].rows,
		charset == CHARSET_UTF8 ? "UTF-8" : "ASCII");
	for (int k = 0; k < SAMPLES; k++) {
		struct sbuf text = { 0 };
		draw_at(s, &c, sample_step(s, k), true, &text);
		sbuf_printf(out, " %08x", (unsigned)sum_of(&text));
		sbuf_fini(&text);
	}
	sbuf_char(out, '\n');
	canvas_fini(&c);
}

static void add_pictures(struct session *s, struct sbuf *out)
{
	for (int size = 0; size < 2; size++) {
		struct canvas c = { 0 };
		canvas_size(&c, sizes[size].rows, sizes[size].cols);
		draw_at(s, &c, sample_step(s, SAMPLES / 2), size == 0, out);
		canvas_fini(&c);
	}
}

/* A sum tells nobody what is different: where one is the first difference, the
 * test fails with the command that shows its screen. */
static void compare_sums(const struct session *s, int lesson, const char *got, const char *want)
{
	const char *path = lessons.gl_pathv[lesson], *name = strrchr(path, '/') + 1;
	size_t same = 0;
	while (got[same] != '\0' && got[same] == want[same])
		same++;
	const char *line = got + same;
	while (line > got && line[-1] != '\n')
		line--;
	int cols = 0, rows = 0, k = -1;
	if (got[same] == want[same] || sscanf(line, "%dx%d", &cols, &rows) != 2)
		return;
	for (const char *at = line; at <= got + same; at++)
		k += *at == ' ';
	bool ascii = strncmp(strchr(line, ' ') + 1, "ASCII", 5) == 0;
	ck_abort_msg(
		"tests/screens/lessons/%.*s.txt: `make golden' writes it anew: "
		"%s%s dump --step %llu --size %dx%d %s shows what is now another screen",
		(int)strcspn(name, "."), name, ascii ? "LC_ALL=C " : "", program_path(),
		(unsigned long long)sample_step(s, k > 0 ? k - 1 : 0), cols, rows, path);
}

START_TEST(a_lesson_is_drawn_as_it_was)
{
	struct session *s = open_lesson(_i);
	const char *file = strrchr(lessons.gl_pathv[_i], '/') + 1;
	struct sbuf name = { 0 }, got = { 0 };
	sbuf_printf(&name, "lessons/%.*s", (int)strcspn(file, "."), file);
	add_pictures(s, &got);
	for (int size = 0; size < SIZES; size++)
		for (int ascii = 0; ascii < 2; ascii++)
			add_sums(s, size, ascii ? CHARSET_ASCII : CHARSET_UTF8, &got);
	char *want = golden_read(sbuf_cstr(&name));
	if (getenv("UPDATE_GOLDEN") == NULL)
		compare_sums(s, _i, sbuf_cstr(&got), want);
	free(want);
	golden_check(sbuf_cstr(&name), sbuf_cstr(&got));
	sbuf_fini(&name);
	sbuf_fini(&got);
	session_free(s);
}
END_TEST

static int count_lessons(void)
{
	globfree(&lessons);
	return glob("scenarios/*.py", 0, NULL, &lessons) == 0
		? (int)lessons.gl_pathc
		: 1; /* a test says that there is none */
}

TCase *lesson_pictures(void)
{
	TCase *t = tcase_create("lesson_pictures");
	tcase_add_loop_test(t, a_lesson_is_drawn_as_it_was, 0, count_lessons());
	return t;
}

Suite *lesson_screens_suite(void)
{
	Suite *s = suite_create("lesson_screens");
	TCase *t = tcase_create("lesson_screens");
	tcase_add_loop_test(t, a_terminal_shows_every_lesson_as_it_is_drawn, 0, count_lessons());
	suite_add_tcase(s, t);
	return s;
}
