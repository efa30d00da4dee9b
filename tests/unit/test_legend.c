/* The legend: every sign that a lesson's screen has, and none that it has not. */

#include "lang/text/scenario.h"
#include "session/core/session.h"
#include "ui/pane/legend.h"
#include "ui/stage/stage.h"

#include <check.h>

#include <glob.h>
#include <string.h>

static glob_t lessons;

static void press(struct stage *t, const char *keys)
{
	for (; *keys != '\0'; keys++)
		stage_input(t, &(struct input){ .kind = INPUT_TEXT, .code = (unsigned char)*keys });
}

static struct stage *open_stage(const char *path)
{
	struct diag d = { 0 };
	struct session *s = session_open(path, NULL, &d, NULL);
	ck_assert_ptr_nonnull(s);
	return stage_new(s);
}

static void close_stage(struct stage *t)
{
	struct session *s = t->session;
	stage_free(t);
	session_free(s);
}

static void expect_all_told(const struct canvas *c, const struct stage *t)
{
	for (int row = 0; row < c->rows; row++)
		for (int col = 0; col < c->cols; col++)
			if (!legend_has(c, row, col))
				ck_abort_msg(
					"step %llu, row %d, column %d: U+%04X of role %s is "
					"in no row",
					(unsigned long long)session_step(
						t->session, t->session->in_view),
					row, col, canvas_cell(c, row, col)->c,
					role_look((enum role)canvas_cell(c, row, col)->role)->name);
}

/* At every step, as lanes and as messages. */
START_TEST(every_sign_of_every_screen_stands_in_the_legend)
{
	static const struct {
		int rows, cols;
		const char *first;
	} looks[] = { { 24, 80, "" }, { 36, 120, "b" }, { 24, 80, "t" }, { 18, 60, "" } };
	for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
		struct stage *t = open_stage(lessons.gl_pathv[_i]);
		struct canvas c = { .charset = CHARSET_UTF8 };
		canvas_size(&c, looks[i].rows, looks[i].cols);
		press(t, looks[i].first);
		for (bool more = true; more;) {
			stage_draw(t, &c);
			expect_all_told(&c, t);
			more = !session_is_at_end(t->session);
			press(t, "n");
		}
		canvas_fini(&c);
		close_stage(t);
	}
}
END_TEST

/* The rows of the page that "?" opens. */
static void expect_page(const char *keys, const char *with, const char *without)
{
	struct stage *t = open_stage(lessons.gl_pathv[0]);
	struct canvas c = { .charset = CHARSET_UTF8 };
	canvas_size(&c, 24, 80);
	stage_draw(t, &c);
	press(t, keys);
	press(t, "?");
	ck_assert(t->page.open);
	ck_assert_ptr_nonnull(strstr(t->page.text.text, with));
	ck_assert_ptr_null(strstr(t->page.text.text, without));
	press(t, "?");
	ck_assert(!t->page.open);
	canvas_fini(&c);
	close_stage(t);
}

START_TEST(the_page_tells_what_is_there_and_nothing_else)
{
	expect_page("", "● ", "█ ");
	expect_page("", "◆ ", "a suspended frame goes on here");
	expect_page("nnnnnnnnn", "►   the line that comes next", "■");
	expect_page("nnnnnnnnn", "◄   a suspended frame goes on here", "became");
	expect_page("nnnb", "■   a breakpoint", "▒");
}
END_TEST

START_TEST(a_wide_screen_has_a_place_for_it)
{
	struct stage *t = open_stage(lessons.gl_pathv[0]);
	struct canvas c = { .charset = CHARSET_ASCII };
	canvas_size(&c, 50, 200);
	press(t, "n");
	stage_draw(t, &c);
	struct rect in = t->layout.legend;
	ck_assert_int_gt(in.cols, 0);
	ck_assert_uint_eq(canvas_cell(&c, in.row, in.col)->c, '>');
	ck_assert_int_eq(canvas_cell(&c, in.row, in.col)->role, ROLE_RUNNING);
	close_stage(t);
	canvas_fini(&c);
}
END_TEST

Suite *legend_suite(void);

Suite *legend_suite(void)
{
	Suite *s = suite_create("legend");
	TCase *t = tcase_create("legend");
	glob("scenarios/*.py", 0, NULL, &lessons);
	tcase_set_timeout(t, 60);
	tcase_add_loop_test(
		t, every_sign_of_every_screen_stands_in_the_legend, 0, (int)lessons.gl_pathc);
	tcase_add_test(t, the_page_tells_what_is_there_and_nothing_else);
	tcase_add_test(t, a_wide_screen_has_a_place_for_it);
	suite_add_tcase(s, t);
	return s;
}
