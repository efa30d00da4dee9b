/* The configuration and the settings that are kept, as the whole program reads them. */

#include "vt.h"

#include "base/sbuf.h"
#include "session/user/settings.h"

#include <check.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* What a person sets and binds, on the screen and as values. */

enum { ROWS = 24, COLS = 80 };

static char home[] = "/tmp/cosub-adapt-XXXXXX";

static void make_home(void)
{
	char folder[80];
	strcpy(home + sizeof home - 7, "XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(home));
	setenv("XDG_STATE_HOME", home, 1);
	setenv("XDG_CONFIG_HOME", home, 1);
	snprintf(folder, sizeof folder, "%s/cosub", home);
	ck_assert_int_eq(mkdir(folder, 0700), 0);
}

static void remove_home(void)
{
	char command[100];
	snprintf(command, sizeof command, "rm -rf '%s'", home);
	ck_assert_int_eq(system(command), 0);
}

static struct vt *open_with(const char *config, bool list)
{
	char path[80], place[4096], here[5000];
	snprintf(path, sizeof path, "%s/cosub/config", home);
	FILE *f = fopen(path, "w");
	ck_assert_ptr_nonnull(f);
	fputs(config, f);
	fclose(f);
	const char *cosub = getenv("COSUB") != NULL && *getenv("COSUB") != '\0' ? getenv("COSUB")
										: "build/cosub";
	ck_assert_ptr_nonnull(realpath(cosub, place));
	snprintf(here, sizeof here,
		list ? "cd tests/stage/lessons && exec '%s'" : "exec '%s' tests/stage/locals.py",
		place);
	const char *const argv[] = { "sh", "-c", here, NULL };
	struct vt *v = vt_open(&(struct vt_options){ .rows = ROWS, .cols = COLS, .argv = argv });
	vt_wait_pictures(v, 1);
	return v;
}

static void expect_part(struct vt *v, int row, const char *part)
{
	char *got = vt_row(v, row);
	ck_assert_msg(
		strstr(got, part) != NULL, "row %d is \"%s\", without \"%s\"", row, got, part);
	free(got);
}

static void type_line(struct vt *v, const char *line)
{
	vt_type(v, line);
	vt_press(v, "\r");
}

static void quit(struct vt *v)
{
	vt_send(v, "q");
	ck_assert_int_eq(vt_exit(v), 0);
	vt_close(v);
}

START_TEST(a_key_does_what_it_was_bound_to)
{
	struct vt *v = open_with(
		"bind x goto 7\nbind <F5> next 2\nbind G goto\nbind Ctrl-T unbind x\nunbind n\n",
		false);
	vt_type(v, "x");
	expect_part(v, ROWS - 1, "step 7/");
	vt_press(v, "\033[15~");
	expect_part(v, ROWS - 1, "step 9/");
	vt_type(v, "n");
	expect_part(v, ROWS - 1, "the key n does nothing here");
	vt_type(v, "G");
	expect_part(v, ROWS - 1, ":goto");
	type_line(v, "3");
	expect_part(v, ROWS - 1, "step 3/");
	vt_press(v, VT_CTRL('T'));
	vt_type(v, "x");
	expect_part(v, ROWS - 1, "the key x does nothing here");
	type_line(v, ":bind é next 3");
	vt_press(v, "é");
	expect_part(v, ROWS - 1, "step 6/");
	type_line(v, ":unbind n");
	vt_type(v, "n");
	expect_part(v, ROWS - 1, "step 7/");
	type_line(v, ":bind");
	vt_wait(v, "the key é does: next 3");
	vt_type(v, "x");
	quit(v);
}
END_TEST

START_TEST(a_lesson_is_prepared)
{
	static const struct {
		const char *script, *shown;
	} cases[] = {
		{ "set theme light\nbreak yield counter\ncontinue\n", "step 9/" },
		{ "next\nnonsense\n", "start:2: there is no command" },
	};
	char path[80], option[100];
	snprintf(path, sizeof path, "%s/start", home);
	snprintf(option, sizeof option, "--start=%s", path);
	for (int i = 0; i < 2; i++) {
		FILE *f = fopen(path, "w");
		ck_assert_ptr_nonnull(f);
		fputs(cases[i].script, f);
		fclose(f);
		const char *cosub = getenv("COSUB") != NULL && *getenv("COSUB") != '\0'
			? getenv("COSUB")
			: "build/cosub";
		const char *const argv[] = { cosub, option, "tests/stage/locals.py", NULL };
		struct vt *v = vt_open(
			&(struct vt_options){ .rows = ROWS, .cols = COLS, .argv = argv });
		vt_wait_pictures(v, 1); /* a whole one: the text alone may come before its end */
		vt_wait(v, cases[i].shown);
		if (i == 1)
			vt_type(v, "x");
		expect_part(v, ROWS - 1, "n next");
		quit(v);
	}
}
END_TEST

START_TEST(digits_in_front_of_a_key_are_its_number)
{
	static const struct {
		const char *keys, *said;
	} cases[] = {
		{ "7g", "step 7/" },
		{ "3n", "step 10/" },
		{ "10p", "step 0/" },
		{ "12b", "breakpoint 1 at line 12" },
		{ "5", "5" },
		{ "0n", "step 30/" },
		{ "10", "step 0/" },
		{ "2z", "zoom expects source" },
	};
	struct vt *v = open_with("bind y goto\nbind 9 goto 4\n", false);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		vt_type(v, cases[i].keys);
		if (strcmp(cases[i].keys, "10") != 0)
			expect_part(v, ROWS - 1, cases[i].said);
		else
			vt_press(v, VT_CTRL('C'));
	}
	vt_type(v, "11y");
	expect_part(v, ROWS - 1, "step 11/");
	vt_type(v, "9");
	expect_part(v, ROWS - 1, "step 4/");
	vt_type(v, "3");
	vt_press(v, VT_CTRL('C'));
	vt_type(v, "n");
	expect_part(v, ROWS - 1, "step 5/");
	quit(v);
}
END_TEST

START_TEST(mistakes_are_shown_and_it_goes_on)
{
	for (int list = 0; list < 2; list++) {
		struct vt *v = open_with("set theme green\nset values types\n", list == 1);
		vt_wait(v, "theme expects auto, dark or light");
		vt_wait(v, "config:1:");
		vt_type(v, "x");
		vt_wait_gone(v, "config:1:");
		if (list == 1)
			vt_press(v, "\r");
		type_line(v, ":set values");
		expect_part(v, ROWS - 1, "values is types");
		vt_type(v, list == 1 ? "q" : "");
		quit(v);
	}
}
END_TEST

START_TEST(the_looks_are_set_while_it_runs)
{
	struct vt *v = open_with("", false);
	vt_type(v, "nnnnn");
	char *dark = vt_look(v, 0, 0);
	ck_assert_str_eq(dark, "fg=247");
	free(dark);
	type_line(v, ":set theme light");
	char *light = vt_look(v, 0, 0);
	ck_assert_str_eq(light, "fg=240");
	free(light);
	expect_part(v, ROWS - 1, "theme is light");
	type_line(v, ":set glyphs ascii");
	expect_part(v, 0, "- COROUTINE");
	type_line(v, ":set glyphs auto");
	expect_part(v, 0, "─ COROUTINE");
	quit(v);
}
END_TEST

START_TEST(a_picture_is_dumped)
{
	struct vt *v = open_with("", false);
	char line[100], path[80], text[8000] = "";
	vt_type(v, "nnn");
	char *screen = vt_text(v);
	snprintf(path, sizeof path, "%s/picture", home);
	snprintf(line, sizeof line, ":dump %s", path);
	type_line(v, line);
	expect_part(v, ROWS - 1, "written to");
	FILE *f = fopen(path, "r");
	ck_assert_ptr_nonnull(f);
	ck_assert_uint_gt(fread(text, 1, sizeof text - 1, f), 0);
	fclose(f);
	ck_assert_str_eq(text, screen);
	free(screen);
	quit(v);
}
END_TEST

START_TEST(delay_and_mouse_are_settings)
{
	struct vt *v = open_with("set mouse on\nset delay 50\n", false);
	vt_wait_bytes(v, "\033[?1006;1000h");
	vt_type(v, "m");
	expect_part(v, ROWS - 1, "the mouse is off");
	type_line(v, ":set mouse");
	expect_part(v, ROWS - 1, "mouse is off");
	vt_type(v, "-");
	expect_part(v, ROWS - 1, "0.07 seconds");
	type_line(v, ":set delay 5000");
	vt_type(v, "-");
	expect_part(v, ROWS - 1, "5.00 seconds");
	quit(v);
}
END_TEST

/* The table. */

START_TEST(every_setting_has_its_words)
{
	struct settings t;
	settings_init(&t);
	for (int i = 0; i < SETTING_COUNT; i++) {
		const struct setting_row *row = &setting_rows[i];
		struct sbuf said = { 0 }, why = { 0 };
		enum setting which;
		ck_assert(row->name != NULL && row->help != NULL && *row->help != '\0');
		ck_assert_int_ge(t.value[i], row->low);
		ck_assert_int_le(t.value[i], row->high);
		settings_say(&t, (enum setting)i, &said);
		ck_assert(strncmp(said.text, row->name, strlen(row->name)) == 0);
		ck_assert(!settings_read(&t, row->name, "", &which, &why));
		ck_assert(!settings_read(&t, row->name, "-1", &which, &why));
		ck_assert(!settings_read(&t, row->name, "99999999999999999999999", &which, &why));
		ck_assert_int_eq(t.value[i], row->usual);
		ck_assert_ptr_nonnull(strstr(why.text, "expects"));
		sbuf_fini(&said);
		sbuf_fini(&why);
	}
	settings_fini(&t);
}
END_TEST

START_TEST(a_key_is_bound_once)
{
	struct settings t;
	settings_init(&t);
	settings_bind(&t, "x", "next");
	settings_bind(&t, "y", "back");
	settings_bind(&t, "x", "goto 3");
	ck_assert_uint_eq(t.bindings.len, 2);
	ck_assert_str_eq(settings_binding(&t, "x"), "goto 3");
	ck_assert(settings_unbind(&t, "x"));
	ck_assert(!settings_unbind(&t, "x"));
	ck_assert_ptr_null(settings_binding(&t, "x"));
	ck_assert_str_eq(settings_binding(&t, "y"), "back");
	settings_fini(&t);
}
END_TEST

Suite *config_suite(void)
{
	Suite *s = suite_create("config");
	TCase *t = tcase_create("config");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, make_home, remove_home);
	tcase_add_test(t, a_key_does_what_it_was_bound_to);
	tcase_add_test(t, a_lesson_is_prepared);
	tcase_add_test(t, digits_in_front_of_a_key_are_its_number);
	tcase_add_test(t, mistakes_are_shown_and_it_goes_on);
	tcase_add_test(t, the_looks_are_set_while_it_runs);
	tcase_add_test(t, a_picture_is_dumped);
	tcase_add_test(t, delay_and_mouse_are_settings);
	tcase_add_test(t, every_setting_has_its_words);
	tcase_add_test(t, a_key_is_bound_once);
	suite_add_tcase(s, t);
	return s;
}
