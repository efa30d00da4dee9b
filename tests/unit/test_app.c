/* The whole program on a terminal: keys in, what it shows, and the pictures that are kept. */

#include "lesson_pictures.h"
#include "vt.h"

#include "base/sbuf.h"

#include <check.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* cosub itself, on a terminal. */

static const char *cosub(void)
{
	const char *path = getenv("COSUB");
	return path != NULL && *path != '\0' ? path : "build/cosub";
}

static struct vt *open_app(const char *file, int rows, int cols, const char *variable, bool job)
{
	const char *const argv[] = { cosub(), file, NULL };
	/* The test's own terminal repeats characters wrongly at the end of a row;
	 * that is asked of it only without UTF-8, and only by this entry. */
	bool ascii = variable != NULL && strcmp(variable, "LC_ALL=C") == 0;
	const char *const env[] = { variable, ascii ? "TERM=tmux-256color" : NULL, NULL };
	struct vt *v = vt_open(&(struct vt_options){ .rows = rows,
		.cols = cols,
		.argv = argv,
		.env = variable != NULL ? env : NULL,
		.job = job });
	vt_wait_pictures(v, 1);
	return v;
}

static void remove_state(const char *state)
{
	char command[200];
	snprintf(command, sizeof command, "rm -rf '%s'", state);
	ck_assert_int_eq(system(command), 0);
}

static void quit(struct vt *v)
{
	vt_send(v, "q");
	ck_assert_int_eq(vt_exit(v), 0);
	vt_close(v);
}

static void expect_part(struct vt *v, int row, const char *part)
{
	char *got = vt_row(v, row);
	ck_assert_msg(
		strstr(got, part) != NULL, "row %d is \"%s\", without \"%s\"", row, got, part);
	free(got);
}

/* Golden screens. */

static const struct {
	const char *name, *file, *keys;
} lessons[] = {
	{ "locals", "tests/stage/locals.py", "nnnnnnnnnnnnnn" },
	{ "nested", "tests/stage/nested.py", "nnnnnnnnnnnnnnnnnnnnnn" },
	{ "alone", "tests/stage/alone.py", "nnnnnnnnnn" },
	{ "ladder", "tests/stage/nested.py", "tnnnnnnnnnnnnnnnnnnnnnnnn" },
	{ "peers", "tests/stage/peers.py", "nnnnnnnnnnnnnnnnnnnnnn" },
	{ "peers-ladder", "tests/stage/peers.py", "nnnnnnnnnnnnnnnnnnnnnnt" },
	{ "tasks", "tests/stage/tasks.py", "nnnnnnnnnnnnnnnnnnnnnn" },
	{ "tasks-ladder", "tests/stage/tasks.py", "nnnnnnnnnnnnnnnnnnnnnnt" },
	{ "stops", "tests/stage/locals.py", "nnnnnnnbnnnnnnvvC" },
};
/* In the first few all frames have room, so that no pane scrolls. */
enum { LESSONS = sizeof lessons / sizeof *lessons, WHOLE_LESSONS = 3 };

static const struct {
	const char *name, *variable;
	int rows, cols;
} looks[] = {
	{ "80x24", NULL, 24, 80 },
	{ "60x18", NULL, 18, 60 },
	{ "120x36", NULL, 36, 120 },
	{ "ascii", "LC_ALL=C", 24, 80 },
	{ "no-color", "NO_COLOR=1", 24, 80 },
};
enum { LOOKS = sizeof looks / sizeof *looks };

START_TEST(the_screen_is_what_it_was)
{
	int lesson = _i / LOOKS, look = _i % LOOKS;
	struct vt *v = open_app(lessons[lesson].file, looks[look].rows, looks[look].cols,
		looks[look].variable, false);
	char name[60];
	vt_type(v, lessons[lesson].keys);
	snprintf(name, sizeof name, "%s-%s", lessons[lesson].name, looks[look].name);
	vt_golden(v, name);
	quit(v);
}
END_TEST

/* The same by "cosub dump". */
static char *dump(const char *file, const char *keys, int rows, int cols, bool ascii)
{
	struct sbuf command = { 0 }, out = { 0 };
	char text[4096];
	sbuf_printf(&command, "%s dump %s --size %dx%d --keys '%s' %s", cosub(),
		ascii ? "--ascii" : "", cols, rows, keys, file);
	FILE *f = popen(sbuf_cstr(&command), "r");
	ck_assert_ptr_nonnull(f);
	for (size_t n; (n = fread(text, 1, sizeof text, f)) > 0;)
		sbuf_bytes(&out, text, n);
	ck_assert_int_eq(pclose(f), 0);
	sbuf_fini(&command);
	return sbuf_take(&out);
}

START_TEST(a_dump_is_the_screen)
{
	static const int sizes[][2] = { { 24, 80 }, { 18, 60 }, { 36, 120 }, { 12, 80 }, { 9, 30 },
		{ 5, 20 }, { 1, 1 } };
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		int rows = sizes[i][0], cols = sizes[i][1];
		struct vt *v = open_app(lessons[_i].file, rows, cols, NULL, false);
		vt_type(v, lessons[_i].keys);
		char *screen = vt_text(v),
		     *text = dump(lessons[_i].file, lessons[_i].keys, rows, cols, false);
		ck_assert_str_eq(screen, text);
		free(screen);
		free(text);
		quit(v);
	}
}
END_TEST

/* Stepping. */

START_TEST(back_is_where_one_came_from)
{
	struct vt *v = open_app(lessons[_i].file, 36, 120, NULL, false);
	char *screens[16];
	for (int i = 0; i < 16; i++) {
		screens[i] = vt_text(v);
		vt_type(v, "n");
	}
	for (int i = 15; i > 0; i--) {
		vt_type(v, "p");
		char *again = vt_text(v);
		ck_assert_msg(strcmp(again, screens[i]) == 0, "at step %d", i);
		free(again);
		free(screens[i]);
	}
	free(screens[0]);
	quit(v);
}
END_TEST

START_TEST(the_file_is_edited_and_run_anew)
{
	char path[] = "/tmp/cosub-XXXXXX";
	int fd = mkstemp(path);
	const char text[] = "x = 1\ny = 2\n";
	ck_assert_int_eq(write(fd, text, sizeof text - 1), sizeof text - 1);
	close(fd);
	struct vt *v = open_app(path, 24, 80, "VISUAL=sed -i s/2/{/", false);
	vt_type(v, "nn");
	vt_send(v, "e");
	vt_wait(v, "still the run of before");
	vt_wait(v, "y = {");
	vt_type(v, "x");
	vt_wait(v, "step 2/4");
	quit(v);
	unlink(path);
}
END_TEST

/* The list of lessons of tests/stage/lessons, with a state of its own: by a program that
 * stands where there are no others. */
static struct vt *open_list(int rows, int cols, const char *variable, const char *state)
{
	char path[4096], place[120], here[10000];
	ck_assert_ptr_nonnull(realpath(cosub(), path));
	snprintf(here, sizeof here,
		"mkdir -p %s/a/bin && cp '%s' %s/a/bin/cosub && cd tests/stage/lessons && "
		"exec %s/a/bin/cosub",
		state, path, state, state);
	snprintf(place, sizeof place, "XDG_STATE_HOME=%s", state);
	const char *const argv[] = { "sh", "-c", here, NULL };
	const char *const env[] = { place, variable, variable != NULL ? "TERM=tmux-256color" : NULL,
		NULL };
	struct vt *v = vt_open(
		&(struct vt_options){ .rows = rows, .cols = cols, .argv = argv, .env = env });
	vt_wait_pictures(v, 1);
	return v;
}

START_TEST(the_list_of_lessons_is_the_opening_screen)
{
	static const struct {
		const char *name, *variable;
		int rows, cols;
	} sizes[] = {
		{ "lessons-80x24", NULL, 24, 80 },
		{ "lessons-60x18", NULL, 18, 60 },
		{ "lessons-ascii", "LC_ALL=C", 24, 80 },
		{ "lessons-30x6", NULL, 6, 30 },
	};
	char state[] = "/tmp/cosub-XXXXXX";
	ck_assert_ptr_nonnull(mkdtemp(state));
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct vt *v = open_list(sizes[i].rows, sizes[i].cols, sizes[i].variable, state);
		vt_golden(v, sizes[i].name);
		quit(v);
	}
	remove_state(state);
}
END_TEST

START_TEST(a_lesson_is_opened_left_and_done)
{
	char state[] = "/tmp/cosub-XXXXXX";
	ck_assert_ptr_nonnull(mkdtemp(state));
	struct vt *v = open_list(24, 80, NULL, state);
	expect_part(v, 23, "0 of 3 done");
	vt_press(v, "\r");
	vt_wait(v, "step 0/3");
	vt_type(v, "q");
	expect_part(v, 23, "0 of 3 done");
	vt_press(v, "\r");
	vt_type(v, "$q");
	expect_part(v, 23, "0 of 3 done");
	vt_press(v, "\r");
	vt_type(v, "nnnnq");
	expect_part(v, 23, "1 of 3 done");
	quit(v);
	v = open_list(24, 80, NULL, state);
	expect_part(v, 2, "done  A short one");
	vt_press(v, "\r");
	vt_wait(v, "2-broken.py:6:5: ");
	vt_type(v, "x");
	vt_wait_gone(v, "2-broken.py:6:5: ");
	quit(v);
	remove_state(state);
}
END_TEST

START_TEST(a_first_run_in_a_bare_locale_tells_how_to_have_better_signs)
{
	static const char told[] = "LC_ALL=C.UTF-8 cosub has better signs";
	char state[] = "/tmp/cosub-XXXXXX", place[120];
	ck_assert_ptr_nonnull(mkdtemp(state));
	snprintf(place, sizeof place, "XDG_STATE_HOME=%s", state);
	for (int i = 0; i < 2; i++) {
		const char *const argv[] = { cosub(), "tests/stage/locals.py", NULL };
		const char *const env[] = { "LC_ALL=C", "TERM=tmux-256color", place, NULL };
		struct vt *v = vt_open(
			&(struct vt_options){ .rows = 24, .cols = 80, .argv = argv, .env = env });
		vt_wait_pictures(v, 1);
		vt_type(v, "n");
		vt_send(v, "q");
		ck_assert_int_eq(vt_exit(v), 0);
		ck_assert(vt_has_bytes(v, told) == (i == 0));
		vt_close(v);
	}
	remove_state(state);
}
END_TEST

/* A lesson that is installed, from an empty folder, with an editor that changes it. */
static struct vt *open_installed(const char *state, const char *option)
{
	char path[4096], here[10000], place[120];
	ck_assert_ptr_nonnull(realpath(cosub(), path));
	snprintf(here, sizeof here,
		"mkdir -p %s/a/bin %s/a/share/cosub %s/here && cp '%s' %s/a/bin/cosub && "
		"cp -R tests/stage/lessons/scenarios %s/a/share/cosub && cd %s/here && "
		"exec %s/a/bin/cosub %s 1",
		state, state, state, path, state, state, state, state, option);
	snprintf(place, sizeof place, "XDG_STATE_HOME=%s", state);
	const char *const argv[] = { "sh", "-c", here, NULL };
	const char *const env[] = { place, "VISUAL=sed -i 's/^x = 1/x = 77/'", NULL };
	return vt_open(&(struct vt_options){ .rows = 24, .cols = 80, .argv = argv, .env = env });
}

static bool has_text(const char *state, const char *below, const char *text)
{
	char command[300];
	snprintf(command, sizeof command, "grep -qs '%s' '%s/%s'", text, state, below);
	return system(command) == 0;
}

START_TEST(a_lesson_of_everybody_is_edited_as_a_copy)
{
	static const char lesson[] = "a/share/cosub/scenarios/1-short.py";
	char state[] = "/tmp/cosub-XXXXXX";
	ck_assert_ptr_nonnull(mkdtemp(state));
	struct vt *v = open_installed(state, "");
	vt_wait_pictures(v, 1);
	vt_type(v, "e");
	vt_wait(v, "this lesson is not yours to change: Enter edits a copy of it");
	vt_wait(v, ":edit 1-short.py");
	vt_press(v, VT_ESC);
	vt_wait_gone(v, ":edit");
	ck_assert(!has_text(state, "here/1-short.py", "x"));
	vt_type(v, "e");
	vt_wait(v, ":edit 1-short.py");
	vt_press(v, "\r");
	vt_wait(v, "x = 77");
	ck_assert(has_text(state, "here/1-short.py", "^x = 77"));
	ck_assert(has_text(state, lesson, "^x = 1$"));
	vt_type(v, ":edit 1-short.py");
	vt_press(v, "\r");
	vt_wait(v, "it is there already and stays as it is");
	quit(v);
	remove_state(state);
}
END_TEST

/* Waits up to ten seconds. */
static bool comes_true(const char *command)
{
	for (int i = 0; i < 200; i++) {
		if (system(command) == 0)
			return true;
		usleep(50000);
	}
	return false;
}

START_TEST(an_editor_does_not_outlive_its_terminal)
{
	char state[] = "/tmp/cosub-XXXXXX", visual[200], begun[100], gone[200];
	ck_assert_ptr_nonnull(mkdtemp(state));
	snprintf(visual, sizeof visual, "VISUAL=sh -c 'echo $$ >%s/pid; exec sleep 100'", state);
	snprintf(begun, sizeof begun, "test -s %s/pid", state);
	snprintf(gone, sizeof gone, "! kill -0 $(cat %s/pid) 2>/dev/null", state);
	const char *const argv[] = { cosub(), "tests/stage/locals.py", NULL };
	const char *const env[] = { visual, NULL };
	struct vt *v = vt_open(
		&(struct vt_options){ .rows = 24, .cols = 80, .argv = argv, .env = env });
	vt_wait_pictures(v, 1);
	vt_send(v, "e");
	ck_assert(comes_true(begun));
	vt_hang_up(v);
	ck_assert(comes_true(gone));
	ck_assert_int_eq(vt_exit(v), 1);
	vt_close(v);
	remove_state(state);
}
END_TEST

START_TEST(in_the_dialogue_a_copy_is_edited_by_name)
{
	char state[] = "/tmp/cosub-XXXXXX";
	ck_assert_ptr_nonnull(mkdtemp(state));
	struct vt *v = open_installed(state, "--plain");
	vt_wait(v, "cosub>");
	vt_send(v, "edit\n");
	vt_wait(v, "edit FILE edits a copy of it, in FILE");
	vt_send(v, "edit mine\n");
	vt_wait(v, "the file was read and run anew");
	ck_assert(has_text(state, "here/mine.py", "^x = 77"));
	vt_send(v, "quit\n");
	ck_assert_int_eq(vt_exit(v), 0);
	vt_close(v);
	remove_state(state);
}
END_TEST

START_TEST(a_lessons_text_has_headings_lists_and_code)
{
	static const struct {
		const char *name;
		int rows, cols;
	} sizes[] = { { "page-80x24", 24, 80 }, { "page-60x18", 18, 60 } };
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct vt *v = open_app("tests/stage/lessons/scenarios/1-short.py", sizes[i].rows,
			sizes[i].cols, NULL, false);
		vt_type(v, "l");
		vt_golden(v, sizes[i].name);
		vt_press(v, VT_ESC);
		quit(v);
	}
}
END_TEST

START_TEST(many_keys_at_once_are_one_or_few_pictures)
{
	struct vt *v = open_app(lessons[0].file, 24, 80, NULL, false);
	vt_send(v, "nnnnnnnnnnpppppppppnnnnnnnnnnppppppppppn");
	vt_wait(v, "step 2/");
	ck_assert_uint_lt(vt_pictures(v), 30);
	quit(v);
}
END_TEST

static int compare_sizes(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;
	return x < y ? -1 : x > y;
}

/* The median of what a step sends at 80x24, by one program and by two; some 25 bytes of
 * it are the colours of the lines that the bar leaves. */
START_TEST(a_step_sends_little)
{
	static const struct {
		const char *file;
		size_t most;
	} cases[] = { { "tests/stage/alone.py", 340 }, { "tests/stage/locals.py", 460 } };
	enum { STEPS = 25, FENCE = sizeof "\033]7770;25\a" - 1 };
	struct vt *v = open_app(cases[_i].file, 24, 80, NULL, false);
	size_t sizes[STEPS];
	for (int i = 0; i < STEPS; i++) {
		size_t before = vt_sent(v);
		vt_type(v, "n");
		sizes[i] = vt_sent(v) - before;
	}
	qsort(sizes, STEPS, sizeof *sizes, compare_sizes);
	size_t median = sizes[STEPS / 2] - FENCE;
	ck_assert_msg(median > 0 && median <= cases[_i].most, "%s: %zu bytes a step",
		cases[_i].file, median);
	quit(v);
}
END_TEST

/* A person who does nothing is sent nothing, and his machine is left alone. */
START_TEST(who_does_nothing_is_sent_nothing)
{
	struct vt *v = open_app(lessons[0].file, 24, 80, NULL, false);
	vt_type(v, "nn");
	size_t sent = vt_sent(v);
	unsigned long pictures = vt_pictures(v);
	usleep(300000); /* time itself is what is tested */
	vt_type(v, "x");
	ck_assert_uint_eq(vt_pictures(v), pictures + 1);
	ck_assert_uint_lt(vt_sent(v) - sent, 200);
	quit(v);
}
END_TEST

START_TEST(a_command_line_is_asked_for)
{
	struct vt *v = open_app(lessons[0].file, 24, 80, NULL, false);
	vt_type(v, "g");
	expect_part(v, 23, ":goto");
	ck_assert(vt_is_cursor_visible(v));
	ck_assert_int_eq(vt_cursor_row(v), 23);
	vt_type(v, "7");
	vt_press(v, "\r");
	expect_part(v, 23, "step 7/");
	ck_assert(!vt_is_cursor_visible(v));
	vt_type(v, ":back 2");
	vt_press(v, "\r");
	expect_part(v, 23, "step 5/");
	vt_type(v, ":nonsense");
	vt_press(v, "\r");
	expect_part(v, 23, "step 5/");
	expect_part(v, 23, "nonsense");
	vt_type(v, ":q");
	vt_press(v, VT_CTRL('C'));
	expect_part(v, 23, "n next");
	quit(v);
}
END_TEST

START_TEST(the_help_and_the_lesson_come_and_go)
{
	struct vt *v = open_app(lessons[0].file, 24, 80, NULL, false);
	char *before = vt_picture(v);
	vt_type(v, "h");
	vt_wait(v, "one step on");
	vt_type(v, " ");
	vt_type(v, "x");
	char *after = vt_picture(v);
	ck_assert(strcmp(before, after) == 0);
	vt_type(v, "l");
	vt_wait(v, "q close");
	vt_press(v, VT_ESC);
	vt_wait_gone(v, "q close");
	vt_type(v, "hh");
	vt_wait_gone(v, "one step on");
	expect_part(v, 23, "step 0/");
	vt_type(v, "hn"); /* what closes it is a command: it is done */
	vt_wait_gone(v, "one step on");
	expect_part(v, 23, "step 1/");
	vt_type(v, "hq");
	vt_wait_gone(v, "one step on");
	free(before);
	free(after);
	quit(v);
}
END_TEST

/* The last row after each of some keys. */
static void expect_rows(struct vt *v, const char *keys, const char *const want[])
{
	for (size_t i = 0; keys[i] != '\0'; i++) {
		vt_type(v, (const char[]){ keys[i], '\0' });
		expect_part(v, 23, want[i]);
	}
}

START_TEST(the_first_moves_of_a_first_run_come_with_a_hint)
{
	char state[] = "/tmp/cosub-XXXXXX", variable[60];
	ck_assert_ptr_nonnull(mkdtemp(state));
	snprintf(variable, sizeof variable, "XDG_STATE_HOME=%s", state);
	struct vt *v = open_app(lessons[0].file, 24, 80, variable, false);
	expect_part(v, 23, "n next");
	expect_rows(v, "nn]n",
		(const char *const[]){ "p takes the step back", "? tells the signs",
			"do not come again", "n next" });
	quit(v);
	v = open_app(lessons[0].file, 24, 80, variable, false);
	expect_rows(v, "nn", (const char *const[]){ "n next", "n next" });
	quit(v);
	remove_state(state);
}
END_TEST

START_TEST(at_the_end_it_is_said_so)
{
	struct vt *v = open_app(lessons[0].file, 24, 80, NULL, false);
	vt_type(v, "$n");
	expect_part(v, 23, "the end");
	vt_type(v, "p");
	expect_part(v, 23, "n next");
	quit(v);
}
END_TEST

START_TEST(a_paste_does_nothing)
{
	struct vt *v = open_app(lessons[0].file, 24, 80, NULL, false);
	vt_send(v, "\033[200~qqq\033[201~n");
	vt_wait(v, "step 1/");
	quit(v);
}
END_TEST

START_TEST(it_runs_by_itself_until_a_key)
{
	struct vt *v = open_app(lessons[0].file, 24, 80, NULL, false);
	vt_type(v, "+++++r");
	vt_wait(v, "step 4/");
	vt_type(v, "q");
	vt_wait(v, "n next");
	quit(v);
}
END_TEST

START_TEST(a_long_search_is_given_up_by_any_key)
{
	static const char *const keys[] = { "n", VT_ESC, "\003", " " };
	char path[] = "/tmp/cosub-XXXXXX";
	int fd = mkstemp(path);
	const char text[] = "n = 0\nwhile n < 1000000:\n    n += 1\n";
	ck_assert_int_eq(write(fd, text, sizeof text - 1), sizeof text - 1);
	close(fd);
	struct vt *v = open_app(path, 24, 80, NULL, false);
	vt_type(v, "nn/nowhere");
	for (int i = 0; i < 4; i++) {
		vt_send(v, i == 0 ? "\r" : ";");
		vt_wait(v, "steps; any key gives up");
		vt_send(v, keys[i]);
		vt_wait(v, "given up after ");
		expect_part(v, 23, "step 2/");
	}
	quit(v);
	unlink(path);
}
END_TEST

START_TEST(the_mouse_goes_to_lines_and_steps)
{
	struct vt *v = open_app(lessons[0].file, 24, 80, NULL, false);
	vt_click(v, 1, 4, 12);
	vt_type(v, "m");
	vt_wait(v, "the mouse is on");
	/* Line 11, "yield n". */
	vt_click(v, 1, 4, 12);
	vt_wait(v, "step 8/");
	/* The column of step 5 in the coroutine's lane. */
	vt_click(v, 1, 16, 14);
	vt_wait(v, "step 5/");
	/* The end of the line that is the whole run. */
	vt_click(v, 1, 18, 37);
	vt_wait(v, "step 29/");
	/* Nothing is behind it. */
	vt_click(v, 1, 18, 38);
	vt_click(v, 1, 18, 10);
	vt_wait(v, "step 1/");
	/* The subroutine side comes in view. */
	vt_click(v, 1, 16, 40 + 10 + 6);
	vt_wait(v, "step 7/");
	vt_type(v, "m");
	vt_wait(v, "the mouse is off");
	quit(v);
}
END_TEST

START_TEST(a_pane_is_zoomed_and_comes_back)
{
	struct vt *v = open_app(lessons[1].file, 24, 80, NULL, false);
	vt_type(v, lessons[1].keys);
	char *before = vt_text(v);
	vt_type(v, ":zoom frames");
	vt_press(v, "\r");
	vt_wait(v, "left=None");
	expect_part(v, 0, "frames");
	vt_press(v, VT_ESC);
	char *after = vt_text(v);
	ck_assert_str_eq(before, after);
	free(before);
	free(after);
	quit(v);
}
END_TEST

START_TEST(the_source_scrolls_until_the_next_step)
{
	struct vt *v = open_app(lessons[0].file, 24, 80, NULL, false);
	vt_type(v, "\tn");
	expect_part(v, 1, "18    class Counter");
	vt_type(v, "jjj");
	expect_part(v, 1, "21            self.n = 0");
	vt_type(v, "k");
	expect_part(v, 1, "20            self.limit");
	quit(v);
}
END_TEST

/* The terminal. */

static const struct {
	int rows, cols;
} sizes[] = {
	{ 5, 20 },
	{ 1, 1 },
	{ 24, 80 },
	{ 18, 60 },
	{ 9, 200 },
	{ 60, 39 },
	{ 60, 200 },
	{ 10, 40 },
	{ 40, 120 },
};

/* On a screen that has room for all, nothing depends on the way there. */
START_TEST(a_resize_shows_the_same_step)
{
	struct vt *v = open_app(lessons[_i].file, 40, 120, NULL, false);
	vt_type(v, lessons[_i].keys);
	char *before = vt_picture(v);
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		unsigned long pictures = vt_pictures(v);
		vt_resize(v, sizes[i].rows, sizes[i].cols);
		vt_wait_pictures(v, pictures + 1);
	}
	char *after = vt_picture(v);
	ck_assert(strcmp(before, after) == 0);
	free(before);
	free(after);
	quit(v);
}
END_TEST

START_TEST(small_screens_have_the_sentence_and_the_step)
{
	struct vt *v = open_app(lessons[0].file, 5, 20, NULL, false);
	vt_type(v, "nnn");
	expect_part(v, 4, "step 3/");
	quit(v);
}
END_TEST

START_TEST(it_is_suspended_and_goes_on)
{
	struct vt *v = open_app(lessons[0].file, 24, 80, NULL, true);
	vt_type(v, "nnn");
	char *before = vt_picture(v);
	unsigned long pictures = vt_pictures(v);
	vt_send(v, VT_CTRL('Z'));
	vt_wait(v, "[stopped 1]");
	ck_assert(!vt_is_alternate(v));
	ck_assert(vt_is_cooked(v));
	vt_send(v, "\n");
	vt_wait_pictures(v, pictures + 1);
	char *after = vt_picture(v);
	ck_assert(strcmp(before, after) == 0);
	free(before);
	free(after);
	vt_send(v, "q");
	vt_wait(v, "[ended 0]");
	vt_close(v);
}
END_TEST

START_TEST(a_terminal_that_goes_away_ends_it)
{
	struct vt *v = open_app(lessons[0].file, 24, 80, NULL, false);
	vt_hang_up(v);
	ck_assert_int_eq(vt_exit(v), 1);
	vt_close(v);
}
END_TEST

Suite *app_suite(void)
{
	Suite *s = suite_create("app");
	TCase *t = tcase_create("app");
	tcase_set_timeout(t, 60);
	tcase_add_loop_test(t, the_screen_is_what_it_was, 0, LESSONS * LOOKS);
	tcase_add_loop_test(t, a_dump_is_the_screen, 0, LESSONS);
	tcase_add_loop_test(t, back_is_where_one_came_from, 0, LESSONS);
	tcase_add_test(t, the_file_is_edited_and_run_anew);
	tcase_add_test(t, the_list_of_lessons_is_the_opening_screen);
	tcase_add_test(t, a_lesson_is_opened_left_and_done);
	tcase_add_test(t, a_first_run_in_a_bare_locale_tells_how_to_have_better_signs);
	tcase_add_test(t, a_lesson_of_everybody_is_edited_as_a_copy);
	tcase_add_test(t, in_the_dialogue_a_copy_is_edited_by_name);
	tcase_add_test(t, an_editor_does_not_outlive_its_terminal);
	tcase_add_test(t, a_lessons_text_has_headings_lists_and_code);
	tcase_add_test(t, many_keys_at_once_are_one_or_few_pictures);
	tcase_add_loop_test(t, a_step_sends_little, 0, 2);
	tcase_add_test(t, who_does_nothing_is_sent_nothing);
	tcase_add_test(t, a_command_line_is_asked_for);
	tcase_add_test(t, the_help_and_the_lesson_come_and_go);
	tcase_add_test(t, the_first_moves_of_a_first_run_come_with_a_hint);
	tcase_add_test(t, at_the_end_it_is_said_so);
	tcase_add_test(t, a_paste_does_nothing);
	tcase_add_test(t, it_runs_by_itself_until_a_key);
	tcase_add_test(t, a_long_search_is_given_up_by_any_key);
	tcase_add_test(t, the_mouse_goes_to_lines_and_steps);
	tcase_add_test(t, a_pane_is_zoomed_and_comes_back);
	tcase_add_test(t, the_source_scrolls_until_the_next_step);
	tcase_add_loop_test(t, a_resize_shows_the_same_step, 0, WHOLE_LESSONS);
	tcase_add_test(t, small_screens_have_the_sentence_and_the_step);
	tcase_add_test(t, it_is_suspended_and_goes_on);
	tcase_add_test(t, a_terminal_that_goes_away_ends_it);
	suite_add_tcase(s, t);
	suite_add_tcase(s, lesson_pictures());
	return s;
}
