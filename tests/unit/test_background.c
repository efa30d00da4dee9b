/* Light and dark terminals: what is asked, what is answered, and that no answer is
 * ever taken for keys. */

#include "vt.h"

#include "base/sbuf.h"

#include <check.h>

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define WHITE "\033]11;rgb:ffff/ffff/ffff\033\\"
#define BLACK "\033]11;rgb:0000/0000/0000\033\\"
#define QUESTION "\033]11;?\033\\\033[c"

static struct vt *open_on(
	struct vt_options o, const char *program, const char *argument, const char *variable)
{
	const char *const argv[] = { program, argument, NULL }, *const env[] = { variable, NULL };
	o.rows = 24;
	o.cols = 80;
	o.argv = argv;
	o.env = env;
	struct vt *v = vt_open(&o);
	vt_wait_pictures(v, 1);
	return v;
}

static struct vt *open_demo(struct vt_options o, const char *variable)
{
	const char *build = getenv("BUILD");
	struct sbuf path = { 0 };
	sbuf_printf(&path, "%s/tests/demo_screen", build != NULL ? build : "build");
	struct vt *v = open_on(o, sbuf_cstr(&path), NULL, variable);
	sbuf_fini(&path);
	return v;
}

static struct vt *open_cosub(struct vt_options o, const char *argument)
{
	const char *cosub = getenv("COSUB");
	return open_on(
		o, cosub != NULL && *cosub != '\0' ? cosub : "build/cosub", argument, "COLORFGBG");
}

/* Whether a cell in ROLE_RULE is that of the light theme. */
static bool is_light_at(const struct vt *v, int row)
{
	char *look = vt_look(v, row, 0);
	bool light = strcmp(look, "fg=240") == 0;
	ck_assert(light || strcmp(look, "fg=247") == 0);
	free(look);
	return light;
}

/* The demo has a frame there. */
static bool is_light(const struct vt *v)
{
	return is_light_at(v, 2);
}

static void quit_by(struct vt *v, const char *key)
{
	vt_send(v, key);
	ck_assert_int_eq(vt_exit(v), 0);
	vt_close(v);
}

static void quit(struct vt *v)
{
	quit_by(v, "Q");
}

static const struct {
	const char *answer;
	bool light;
} answers[] = {
	{ WHITE, true },
	{ BLACK, false },
	{ "\033]11;rgb:ffff/ffff/ffff\a", true },
	{ "\033]11;rgb:fdfd/f6f6/e3e3\033\\", true },
	{ "\033]11;rgb:1e/1e/1e\033\\", false },
	{ "\033]11;rgb:f/f/f\a", true },
	{ "\033]11;rgb:FFF/FFF/FFF\a", true },
	{ "\033]11;rgba:ffff/ffff/ffff/8000\033\\", true },
	{ "\033]11;rgb:0000/2b2b/3636\033\\", false },
	{ "\033]11;rgb:ffff/ffff\033\\", false },
	{ "\033]11;white\033\\", false },
	{ "\033]10;rgb:ffff/ffff/ffff\033\\", false },
	{ "\033]11;\033\\", false },
};

START_TEST(the_first_picture_is_in_the_theme_of_the_background)
{
	struct vt *v = open_demo(
		(struct vt_options){ .background = answers[_i].answer }, "COLORFGBG");
	ck_assert(vt_has_bytes(v, QUESTION));
	ck_assert_int_eq(is_light(v), answers[_i].light);
	vt_press(v, "x");
	vt_wait(v, "[x]");
	quit(v);
}
END_TEST

static const struct {
	const char *variable;
	bool light;
} told[] = {
	{ "COLORFGBG", false },
	{ "COLORFGBG=0;15", true },
	{ "COLORFGBG=15;0", false },
	{ "COLORFGBG=0;default;7", true },
	{ "COLORFGBG=0;8", false },
	{ "COLORFGBG=0;default", false },
	{ "COLORFGBG=15", false },
	{ "COLORFGBG=0;16", false },
	{ "COLORFGBG=;;;15x", false },
	{ "COLORFGBG=0;", false },
};

START_TEST(without_an_answer_the_environment_counts)
{
	struct vt *v = open_demo((struct vt_options){ 0 }, told[_i].variable);
	ck_assert_int_eq(is_light(v), told[_i].light);
	quit(v);
}
END_TEST

START_TEST(an_answer_counts_more_than_the_environment)
{
	struct vt *v = open_demo((struct vt_options){ .background = BLACK }, "COLORFGBG=0;15");
	ck_assert(!is_light(v));
	quit(v);
}
END_TEST

START_TEST(who_has_no_colours_is_not_asked)
{
	static const char *const terms[] = { "NO_COLOR=1", "TERM=vt100", "TERM=linux",
		"TERM=ansi" };
	struct vt *v = open_demo((struct vt_options){ .background = WHITE }, terms[_i]);
	ck_assert(!vt_has_bytes(v, "\033]11;"));
	ck_assert(!vt_has_bytes(v, "\033[c"));
	quit(v);
}
END_TEST

/* Time itself is what is tested here: longer than a sequence of keys may take. */
static void pause_between_keys(void)
{
	nanosleep(&(struct timespec){ .tv_nsec = 120 * 1000000 }, NULL);
}

START_TEST(a_late_answer_in_pieces_changes_the_theme_and_is_no_key)
{
	struct vt *v = open_demo((struct vt_options){ .silent = true }, "COLORFGBG");
	ck_assert(!is_light(v));
	for (const char *at = WHITE "\033[?62;22c"; *at != '\0'; at++) {
		vt_send_bytes(v, at, 1);
		if (strchr("\033]1;?", *at) != NULL)
			pause_between_keys();
	}
	vt_wait_pictures(v, 2);
	ck_assert(is_light(v));
	vt_press(v, "x");
	vt_wait(v, "[x]");
	quit(v);
}
END_TEST

START_TEST(keys_and_answers_at_once_are_told_apart)
{
	static const char *const sent[] = {
		"ab" WHITE "\033[?1;2cc",
		"a" WHITE "b\033[?1;2cc",
		WHITE "ab\033[?64cc",
		"abc\033]11;rgb:ffff/ffff/ffff\a\033[?1;2c",
		"abc" WHITE "\033]4;1;rgb:1/2/3\033\\\033[?1;2c",
	};
	struct vt *v = open_demo((struct vt_options){ .silent = true }, "COLORFGBG");
	vt_send(v, sent[_i]);
	vt_wait(v, "[abc]");
	vt_press(v, "d");
	vt_wait(v, "[abcd]");
	ck_assert(is_light(v));
	quit(v);
}
END_TEST

START_TEST(a_terminal_that_answers_nothing_keeps_its_keys)
{
	struct vt *v = open_demo((struct vt_options){ .silent = true }, "COLORFGBG");
	vt_press(v, "\033b");
	vt_press(v, "\033]");
	vt_press(v, "]");
	vt_press(v, "\033");
	vt_press(v, VT_UP);
	vt_wait(v, "[<Alt>b<Alt>]]<Esc><Up>]");
	quit(v);
}
END_TEST

START_TEST(an_answer_in_a_paste_is_not_pasted)
{
	struct vt *v = open_demo((struct vt_options){ .silent = true }, "COLORFGBG");
	vt_send(v, "\033[200~ab" WHITE "\033[?1;2ccd\033[201~e");
	vt_wait(v, "[<paste 4:abcd>e]");
	quit(v);
}
END_TEST

/* The little shell that the program came from would echo it. */
START_TEST(who_leaves_early_waits_for_the_answer)
{
	struct vt *v = open_demo((struct vt_options){ .silent = true, .job = true }, "COLORFGBG");
	vt_send(v, "Q");
	pause_between_keys();
	vt_send(v, WHITE);
	vt_send(v, "\033[?62;22c");
	vt_wait(v, "[ended 0]");
	ck_assert(!vt_has_bytes(v, "rgb:"));
	ck_assert(!vt_has_bytes(v, "62;22c"));
	ck_assert_int_eq(vt_exit(v), 0);
	vt_close(v);
}
END_TEST

START_TEST(what_is_set_counts_more_than_any_answer)
{
	struct vt *v = open_demo((struct vt_options){ .background = BLACK }, "COLORFGBG");
	vt_press(v, "T");
	ck_assert(is_light(v));
	vt_press(v, "T");
	ck_assert(!is_light(v));
	quit(v);
}
END_TEST

START_TEST(the_stepper_goes_by_the_background_when_it_is_to)
{
	struct vt *v = open_cosub(
		(struct vt_options){ .background = WHITE }, "tests/stage/locals.py");
	ck_assert(is_light_at(v, 0));
	vt_type(v, ":set theme dark");
	vt_press(v, "\r");
	vt_wait(v, "theme is dark");
	ck_assert(!is_light_at(v, 0));
	vt_type(v, ":set theme auto");
	vt_press(v, "\r");
	vt_wait(v, "theme is auto");
	ck_assert(is_light_at(v, 0));
	quit_by(v, "q");
}
END_TEST

/* ] is a key that steps, and so is c. */
START_TEST(a_late_answer_takes_no_step)
{
	static const char *const keys[] = { "", ":se", "h" };
	struct vt *v = open_cosub((struct vt_options){ .silent = true }, "tests/stage/locals.py");
	vt_type(v, keys[_i]);
	unsigned long before = vt_pictures(v);
	for (const char *at = WHITE "\033[?62;22c"; *at != '\0'; at++) {
		vt_send_bytes(v, at, 1);
		if (*at == '\033' || *at == ';')
			pause_between_keys();
	}
	vt_wait_pictures(v, before + 1);
	if (_i == 0)
		ck_assert(is_light_at(v, 0));
	vt_type(v, _i == 0 ? "" : _i == 1 ? "t values" : "q");
	if (_i == 1) {
		vt_press(v, "\r");
		vt_wait(v, "values is short");
	}
	ck_assert(is_light_at(v, 0));
	vt_type(v, "n");
	vt_wait(v, "step 1/");
	quit_by(v, "q");
}
END_TEST

Suite *background_suite(void)
{
	Suite *s = suite_create("background");
	TCase *t = tcase_create("background");
	tcase_set_timeout(t, 20);
	tcase_add_loop_test(t, the_first_picture_is_in_the_theme_of_the_background, 0,
		sizeof answers / sizeof *answers);
	tcase_add_loop_test(
		t, without_an_answer_the_environment_counts, 0, sizeof told / sizeof *told);
	tcase_add_test(t, an_answer_counts_more_than_the_environment);
	tcase_add_loop_test(t, who_has_no_colours_is_not_asked, 0, 4);
	tcase_add_test(t, a_late_answer_in_pieces_changes_the_theme_and_is_no_key);
	tcase_add_loop_test(t, keys_and_answers_at_once_are_told_apart, 0, 5);
	tcase_add_test(t, a_terminal_that_answers_nothing_keeps_its_keys);
	tcase_add_test(t, an_answer_in_a_paste_is_not_pasted);
	tcase_add_test(t, who_leaves_early_waits_for_the_answer);
	tcase_add_test(t, what_is_set_counts_more_than_any_answer);
	tcase_add_test(t, the_stepper_goes_by_the_background_when_it_is_to);
	tcase_add_loop_test(t, a_late_answer_takes_no_step, 0, 3);
	suite_add_tcase(s, t);
	return s;
}
