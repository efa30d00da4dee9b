/* The terminal itself: sizes, colours, signals, and what is left behind. */

#include "hostile.h"
#include "vt.h"

#include "base/sbuf.h"

#include <check.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined __SANITIZE_ADDRESS__
enum { CAN_HOLD_ERRORS = 0 };
#else
enum { CAN_HOLD_ERRORS = 1 };
#endif

/* The demo program, which shows what it reads, on a terminal. */
static struct vt *demo(int rows, int cols, const char *const *env, bool job)
{
	const char *build = getenv("BUILD");
	struct sbuf path = { 0 };
	sbuf_printf(&path, "%s/tests/demo_screen", build != NULL ? build : "build");
	const char *const argv[] = { sbuf_cstr(&path), NULL };
	struct vt *v = vt_open(&(struct vt_options){
		.rows = rows, .cols = cols, .argv = argv, .env = env, .job = job });
	sbuf_fini(&path);
	return v;
}

static struct vt *ready_demo(int rows, int cols, const char *variable)
{
	const char *const env[] = { variable, NULL };
	struct vt *v = demo(rows, cols, variable != NULL ? env : NULL, false);
	vt_wait_pictures(v, 1);
	return v;
}

static void quit(struct vt *v, int status)
{
	vt_send(v, "Q");
	ck_assert_int_eq(vt_exit(v), status);
	vt_close(v);
}

static void expect_row(struct vt *v, int row, const char *want)
{
	char *got = vt_row(v, row);
	ck_assert_str_eq(got, want);
	free(got);
}

static void expect_look(struct vt *v, int row, int col, const char *want)
{
	char *got = vt_look(v, row, col);
	ck_assert_str_eq(got, want);
	free(got);
}

START_TEST(the_picture_is_that_of_the_canvas)
{
	struct vt *v = ready_demo(16, 40, NULL);
	ck_assert(vt_is_alternate(v));
	ck_assert(!vt_is_cooked(v));
	vt_golden(v, "demo-256");
	vt_press(v, "T");
	vt_golden(v, "demo-light");
	quit(v, 0);
}
END_TEST

START_TEST(the_terminal_is_given_back)
{
	struct vt *v = demo(10, 40, NULL, true);
	vt_wait_raw(v);
	vt_wait_pictures(v, 1);
	ck_assert(!vt_is_cursor_visible(v));
	ck_assert(vt_has_bytes(v, "\033[?2004h"));
	ck_assert(!vt_has_bytes(v, "\033[?2004l"));
	vt_send(v, "Q");
	vt_wait(v, "[ended 0]");
	ck_assert(vt_is_cooked(v));
	ck_assert(!vt_is_alternate(v));
	ck_assert(vt_is_cursor_visible(v));
	ck_assert(vt_has_bytes(v, "\033[?2004l"));
	ck_assert_int_eq(vt_exit(v), 0);
	vt_close(v);
}
END_TEST

static const struct {
	int rows, cols;
} sizes[] = {
	{ 1, 1 },
	{ 1, 2 },
	{ 2, 1 },
	{ 3, 3 },
	{ 5, 20 },
	{ 18, 60 },
	{ 24, 80 },
	{ 36, 120 },
	{ 60, 200 },
};
enum { SIZES = sizeof sizes / sizeof *sizes };

/* What the first row must be: the text as far as it fits. */
static void expect_head(struct vt *v, unsigned inputs, int rows, int cols)
{
	char want[64];
	int n = snprintf(want, sizeof want, "%u inputs, %dx%d", inputs, cols, rows);
	if (n > cols)
		strcpy(want + cols - 1, "…");
	expect_row(v, 0, want);
}

START_TEST(every_size_works)
{
	struct vt *v = ready_demo(sizes[_i].rows, sizes[_i].cols, NULL);
	expect_head(v, 0, sizes[_i].rows, sizes[_i].cols);
	vt_press(v, "a");
	expect_head(v, 1, sizes[_i].rows, sizes[_i].cols);
	quit(v, 0);
}
END_TEST

START_TEST(every_size_can_become_every_other)
{
	struct vt *v = ready_demo(24, 80, NULL);
	for (int i = 0; i < SIZES * 2 - 1; i++) {
		int k = i < SIZES ? i : 2 * SIZES - 2 - i;
		unsigned long before = vt_pictures(v);
		vt_resize(v, sizes[k].rows, sizes[k].cols);
		vt_wait_pictures(v, before + 1);
		expect_head(v, 0, sizes[k].rows, sizes[k].cols);
	}
	quit(v, 0);
}
END_TEST

START_TEST(no_resize_is_lost_in_a_storm)
{
	struct vt *v = ready_demo(24, 80, NULL);
	for (int i = 0; i < 300; i++) {
		vt_resize(v, 5 + i % 30, 30 + i % 70);
		if (i % 10 == 0)
			vt_send(v, "a");
	}
	vt_resize(v, 7, 33);
	vt_wait(v, "30 inputs, 33x7");
	quit(v, 0);
}
END_TEST

START_TEST(nobody_else_writes_on_the_picture)
{
	struct vt *v = demo(10, 70, NULL, true);
	vt_wait_pictures(v, 1);
	vt_press(v, "W");
	ck_assert(!vt_has_bytes(v, "a word on standard error"));
	vt_send(v, "Q");
	vt_wait(v, "a word on standard error");
	vt_wait(v, "[ended 0]");
	vt_close(v);
}
END_TEST

START_TEST(keys_are_told_apart)
{
	static const char *const keys[] = {
		VT_UP,
		"\033OB",
		VT_LEFT,
		"\033[1;5C",
		"\033[H",
		"\033OF",
		"\033[4~",
		"\033[3~",
		"\033[5~",
		"\033[6~",
		"\033[Z",
		"\r",
		"\t",
		"\177",
		"\033OP",
		"\033[15~",
	};
	static const char *const names[] = {
		"Up",
		"Down",
		"Left",
		"Ctrl-Right",
		"Home",
		"End",
		"End",
		"Delete",
		"PageUp",
		"PageDown",
		"Shift-Tab",
		"Enter",
		"Tab",
		"Backspace",
		"F1",
		"F5",
	};
	struct vt *v = ready_demo(10, 80, NULL);
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		char want[40];
		vt_press(v, keys[i]);
		snprintf(want, sizeof want, "<%s>]", names[i]);
		vt_wait(v, want);
	}
	quit(v, 0);
}
END_TEST

START_TEST(ctrl_keys_are_text)
{
	struct vt *v = ready_demo(10, 80, NULL);
	vt_send(v, "\003\021\023\004\034x");
	vt_wait(v, "[<3><17><19><4><28>x]");
	quit(v, 0);
}
END_TEST

START_TEST(a_lone_escape_is_a_key_and_a_quick_one_is_alt)
{
	struct vt *v = ready_demo(10, 80, NULL);
	vt_press(v, VT_ESC);
	vt_wait(v, "[<Esc>]");
	vt_press(v, "b");
	vt_wait(v, "[<Esc>b]");
	vt_press(v, "\033b");
	vt_wait(v, "[<Esc>b<Alt>b]");
	vt_press(v, "\033\r");
	vt_wait(v, "<Alt-Enter>]");
	vt_press(v, "\033é");
	vt_wait(v, "<Alt>é]");
	quit(v, 0);
}
END_TEST

START_TEST(a_sequence_may_come_in_pieces)
{
	struct vt *v = ready_demo(10, 80, "ESCDELAY=5000");
	vt_send(v, "\033");
	vt_send(v, "[");
	vt_send(v, "A");
	vt_wait(v, "[<Up>]");
	quit(v, 0);
}
END_TEST

START_TEST(an_unknown_sequence_types_nothing)
{
	struct vt *v = ready_demo(10, 80, NULL);
	vt_send(v, "\033[99;7Qx\033[?1;2cy\033OQ\033Oqz");
	vt_wait(v, "xy<F2>z]");
	expect_row(v, 1, "[xy<F2>z]");
	quit(v, 0);
}
END_TEST

START_TEST(typed_utf8_is_characters)
{
	struct vt *v = ready_demo(10, 80, NULL);
	vt_send(v, "é漢");
	vt_wait(v, "[é漢]");
	vt_send(v, "\xe6");
	vt_send(v, "\xbc");
	vt_send(v, "\xa2");
	vt_wait(v, "[é漢漢]");
	vt_send(v, "\xff\xc3x\xa9y");
	vt_wait(v, "[é漢漢xy]");
	quit(v, 0);
}
END_TEST

START_TEST(five_hundred_keys_at_once_all_arrive_in_few_pictures)
{
	struct vt *v = ready_demo(10, 80, NULL);
	char keys[501] = { 0 };
	for (int i = 0; i < 500; i++)
		keys[i] = "abcdefghij"[i % 10];
	vt_send(v, keys);
	vt_wait(v, "500 inputs");
	expect_row(v, 1, "[abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij]");
	ck_assert_uint_lt(vt_pictures(v), 250);
	quit(v, 0);
}
END_TEST

START_TEST(a_paste_is_one_input)
{
	struct vt *v = ready_demo(10, 80, NULL);
	vt_send(v, "a\033[200~Qq\rx\033[Ay\033[201~b");
	vt_wait(v, "b]");
	expect_row(v, 0, "2 inputs, 80x10");
	expect_row(v, 1, "[a<paste 5:Qq^Mxy>b]");
	quit(v, 0);
}
END_TEST

START_TEST(a_paste_without_an_end_ends_by_silence)
{
	struct vt *v = ready_demo(10, 80, NULL);
	vt_send(v, "\033[200~QQQ");
	vt_wait(v, "[<paste 3:QQQ>]");
	quit(v, 0);
}
END_TEST

START_TEST(a_long_paste_is_read_to_its_end)
{
	struct vt *v = ready_demo(10, 80, NULL);
	vt_send(v, "\033[200~");
	for (int i = 0; i < 100; i++) {
		char line[1001];
		memset(line, 'Q', sizeof line - 1);
		line[sizeof line - 1] = '\0';
		vt_send(v, line);
	}
	vt_send(v, "\033[201~z");
	vt_wait(v, "<paste 65536:");
	vt_wait(v, ">z]");
	quit(v, 0);
}
END_TEST

START_TEST(the_mouse_can_be_switched_on_and_off)
{
	struct vt *v = ready_demo(10, 80, NULL);
	vt_click(v, 1, 3, 4);
	vt_press(v, "M");
	vt_click(v, 1, 3, 4);
	vt_wait(v, "[M<left 3,4>]");
	vt_click(v, 4, 0, 79);
	vt_click(v, 5, 9, 0);
	vt_wait(v, "[M<left 3,4><wheel up 0,79><wheel down 9,0>]");
	vt_press(v, "M");
	vt_click(v, 1, 3, 4);
	vt_press(v, "x");
	vt_wait(v, "<wheel down 9,0>Mx]");
	quit(v, 0);
}
END_TEST

/* What a hand too quick for the program leaves to be read, and what it is. */
static const struct {
	const char *bytes, *log;
} clicks_at_once[] = {
	{ "\033[<0;5;4M\033[<0;5;4m\033[<0;5;4M\033[<0;5;4m", "[M<left 3,4><left 3,4>]" },
	{ "\033[<0;5;4M\033[<0;5;4m\033[<0;9;3M\033[<0;9;3m\033[<0;1;1M\033[<0;1;1m",
		"[M<left 3,4><left 2,8><left 0,0>]" },
	{ "\033[<64;5;4M\033[<64;5;4M\033[<65;5;5M",
		"[M<wheel up 3,4><wheel up 3,4><wheel down 4,4>]" },
	{ "\033[<0;5;4M\033[<0;5;4m\033[<65;5;4M\033[<0;6;4M\033[<0;6;4m",
		"[M<left 3,4><wheel down 3,4><left 3,5>]" },
	{ "x\033[<0;5;4M\033[<0;5;4my\033[<0;6;4M\033[<0;6;4mz", "[Mx<left 3,4>y<left 3,5>z]" },
	{ "\033[<2;5;4M\033[<2;5;4m\033[<0;6;4M\033[<0;6;4m", "[M<left 3,5>]" },
	{ "\033[<0;5;4M\033[<0;5;4m\033[<2;6;4M\033[<2;6;4m\033[<0;7;4M\033[<0;7;4my",
		"[M<left 3,4><left 3,6>y]" },
};

START_TEST(quick_clicks_all_arrive_in_order)
{
	struct vt *v = ready_demo(10, 80, NULL);
	vt_press(v, "M");
	vt_send(v, clicks_at_once[_i].bytes);
	vt_wait(v, clicks_at_once[_i].log);
	quit(v, 0);
}
END_TEST

START_TEST(the_cursor_is_where_it_was_put)
{
	struct vt *v = ready_demo(10, 80, NULL);
	ck_assert(!vt_is_cursor_visible(v));
	vt_press(v, "P");
	ck_assert(vt_is_cursor_visible(v));
	ck_assert_int_eq(vt_cursor_row(v), 1);
	ck_assert_int_eq(vt_cursor_col(v), 2);
	vt_press(v, "P");
	ck_assert(!vt_is_cursor_visible(v));
	quit(v, 0);
}
END_TEST

START_TEST(the_suspend_key_stops_the_job_and_it_goes_on)
{
	struct vt *v = demo(10, 40, NULL, true);
	vt_wait_pictures(v, 1);
	vt_press(v, "M");
	for (int i = 0; i < 3; i++) {
		unsigned long before = vt_pictures(v);
		char stopped[40];
		snprintf(stopped, sizeof stopped, "[stopped %d]", i + 1);
		vt_send(v, VT_CTRL('Z'));
		vt_wait(v, stopped);
		ck_assert(!vt_is_alternate(v));
		ck_assert(vt_is_cooked(v));
		ck_assert(vt_is_cursor_visible(v));
		if (i == 2)
			vt_resize(v, 12, 50);
		vt_send(v, "\n");
		vt_wait_pictures(v, before + 1);
		vt_wait(v, "<26><back>]");
		ck_assert(vt_is_alternate(v));
		ck_assert(!vt_is_cooked(v));
		ck_assert(!vt_is_cursor_visible(v));
	}
	expect_row(v, 0, "4 inputs, 50x12");
	vt_click(v, 1, 3, 4);
	vt_wait(v, "<left 3,4>]");
	vt_press(v, VT_UP);
	vt_wait(v, "<Up>]");
	vt_send(v, "Q");
	ck_assert_int_eq(vt_exit(v), 0);
	vt_close(v);
}
END_TEST

START_TEST(a_job_that_nobody_could_continue_is_not_stopped)
{
	struct vt *v = ready_demo(10, 40, NULL);
	vt_press(v, VT_CTRL('Z'));
	vt_wait(v, "[<26><back>]");
	ck_assert(vt_is_alternate(v));
	quit(v, 0);
}
END_TEST

START_TEST(a_stop_signal_stops_the_job_and_it_goes_on)
{
	static const int signals[] = { SIGTSTP, SIGSTOP };
	struct vt *v = demo(10, 40, NULL, true);
	vt_wait_pictures(v, 1);
	vt_signal(v, signals[_i]);
	vt_wait_bytes(v, "[stopped 1]");
	ck_assert(signals[_i] == SIGSTOP || !vt_is_alternate(v));
	vt_send(v, "\n");
	vt_wait(v, "[<resumed>]");
	vt_press(v, "a");
	vt_wait(v, "1 inputs, 40x10");
	ck_assert(vt_is_alternate(v));
	ck_assert(!vt_is_cooked(v));
	vt_send(v, "Q");
	ck_assert_int_eq(vt_exit(v), 0);
	vt_close(v);
}
END_TEST

START_TEST(the_terminal_can_be_lent)
{
	struct vt *v = ready_demo(10, 40, NULL);
	vt_send(v, "E");
	vt_wait(v, "lent");
	ck_assert(vt_is_cooked(v));
	ck_assert(!vt_is_alternate(v));
	vt_signal(v, SIGINT);
	vt_press(v, "\n");
	vt_press(v, "a");
	expect_row(v, 1, "[Ea]");
	ck_assert(vt_is_alternate(v));
	quit(v, 0);
}
END_TEST

START_TEST(an_end_by_signal_is_orderly)
{
	static const int signals[] = { SIGTERM, SIGHUP };
	struct vt *v = demo(10, 40, NULL, true);
	vt_wait_pictures(v, 1);
	vt_signal(v, signals[_i]);
	vt_wait(v, "[ended 1]");
	ck_assert(!vt_is_alternate(v));
	ck_assert(vt_is_cooked(v));
	ck_assert_int_eq(vt_exit(v), 1);
	vt_close(v);
}
END_TEST

START_TEST(an_interrupt_from_elsewhere_is_an_input)
{
	struct vt *v = ready_demo(10, 40, NULL);
	vt_signal(v, SIGINT);
	vt_wait(v, "[<interrupt>]");
	quit(v, 0);
}
END_TEST

START_TEST(a_lost_terminal_ends_the_program)
{
	struct vt *v = ready_demo(10, 40, NULL);
	vt_hang_up(v);
	ck_assert_int_eq(vt_exit(v), 1);
	vt_close(v);
}
END_TEST

START_TEST(a_fault_gives_the_terminal_back_and_dies_of_its_signal)
{
	static const struct {
		const char *key;
		int sent, status;
	} faults[] = {
		{ "F", 0, 128 + SIGSEGV },
		{ "O", 0, 128 + SIGSEGV },
		{ "A", 0, 128 + SIGABRT },
		{ NULL, SIGQUIT, 128 + SIGQUIT },
		{ "X", 0, 5 },
	};
	char want[40];
	struct vt *v = demo(10, 120, NULL, true);
	vt_wait_pictures(v, 1);
	if (faults[_i].key != NULL)
		vt_send(v, faults[_i].key);
	else
		vt_signal(v, faults[_i].sent);
	snprintf(want, sizeof want, "[ended %d]", faults[_i].status);
	vt_wait(v, want);
	ck_assert(!vt_is_alternate(v));
	ck_assert(vt_is_cooked(v));
	ck_assert(vt_is_cursor_visible(v));
	/* What was said on standard error is not lost with the screen; clang's message
	   has the function's parameters, and is longer. */
	if (faults[_i].status == 128 + SIGABRT && CAN_HOLD_ERRORS)
		vt_wait(v, "Assertion `d->done");
	ck_assert_int_eq(vt_exit(v), faults[_i].status);
	vt_close(v);
}
END_TEST

/* Whether an SGR sequence with a colour (30 to 49, 90 to 107) was sent. */
static bool sent_colours(const struct vt *v)
{
	static const char *const colours[] = { "\033[3", ";3", "\033[4", ";4", "\033[9", "\033[10",
		";9", ";10" };
	for (size_t i = 0; i < sizeof colours / sizeof *colours; i++) {
		for (int digit = 0; digit < 10; digit++) {
			char bytes[16];
			snprintf(bytes, sizeof bytes, "%s%dm", colours[i], digit);
			if (vt_has_bytes(v, bytes))
				return true;
		}
	}
	return vt_has_bytes(v, "38;5;");
}

START_TEST(no_color_means_no_colour)
{
	struct vt *v = ready_demo(16, 40, "NO_COLOR=1");
	ck_assert(!sent_colours(v));
	vt_golden(v, "demo-no-color");
	quit(v, 0);
	v = ready_demo(16, 40, NULL);
	ck_assert(sent_colours(v));
	quit(v, 0);
	v = ready_demo(16, 40, "NO_COLOR=");
	ck_assert(sent_colours(v));
	quit(v, 0);
}
END_TEST

START_TEST(other_terminals_are_served)
{
	static const struct {
		const char *term, *suspended, *text;
	} terms[] = {
		{ "TERM=xterm", "bold fg=3", "●" },
		{ "TERM=vt100", "bold", "●" },
		{ "TERM=linux", "bold fg=3", "@" },
		{ "TERM=screen-256color", "bold fg=214", "●" },
		{ "TERM=tmux-256color", "bold fg=214", "●" },
		{ "TERM=rxvt", "bold fg=3", "●" },
		{ "TERM=ansi", "bold fg=3", "●" },
	};
	struct vt *v = ready_demo(16, 40, terms[_i].term);
	vt_wait(v, "suspended");
	vt_wait(v, terms[_i].text);
	expect_look(v, 4, 13, terms[_i].suspended);
	vt_press(v, VT_UP);
	vt_wait(v, "[<Up>]");
	quit(v, 0);
}
END_TEST

START_TEST(colorterm_tells_of_more_colours)
{
	static const struct {
		const char *term, *colorterm, *suspended;
	} cases[] = {
		{ "TERM=xterm", "COLORTERM=truecolor", "bold fg=214" },
		{ "TERM=xterm", "COLORTERM=maybe", "bold fg=3" },
		{ "TERM=xterm-256color", "COLORTERM=24bit", "bold fg=214" },
		{ "TERM=linux", "COLORTERM=truecolor", "bold fg=3" },
	};
	const char *const env[] = { cases[_i].term, cases[_i].colorterm, NULL };
	struct vt *v = demo(16, 40, env, false);
	vt_wait(v, "suspended");
	expect_look(v, 4, 13, cases[_i].suspended);
	quit(v, 0);
}
END_TEST

START_TEST(other_locales_get_ascii)
{
	/* In this locale curses repeats characters by a sequence, where the terminal
	 * has one, that libvterm gets wrong at the last column: tmux has none. */
	const char *const env[] = { "LC_ALL=C", "TERM=tmux-256color", NULL };
	struct vt *v = demo(16, 40, env, false);
	vt_wait_pictures(v, 1);
	vt_golden(v, "demo-ascii");
	vt_send(v, "\xc3\xa9x");
	vt_wait(v, "x]");
	vt_press(v, "G");
	vt_golden(v, "demo-ascii-still");
	quit(v, 0);
}
END_TEST

START_TEST(ascii_signs_can_be_asked_for)
{
	struct vt *v = ready_demo(16, 40, NULL);
	vt_press(v, "G");
	vt_golden(v, "demo-plain-glyphs");
	vt_press(v, "G");
	vt_wait(v, "●");
	quit(v, 0);
}
END_TEST

START_TEST(a_terminal_that_cannot_is_refused_with_a_reason)
{
	static const struct {
		const char *term, *why;
	} terms[] = {
		{ "TERM=dumb", "2: a terminal of type \"dumb\" cannot place the cursor" },
		{ "TERM=nonesuch", "2: the terminal type \"nonesuch\" is unknown" },
		{ "TERM=\033[2J", "2: the terminal type \"^[[2J\" is unknown" },
		{ "TERM=", "2: TERM is not set" },
		{ "TERM", "2: TERM is not set" },
	};
	const char *const env[] = { terms[_i].term, NULL };
	struct vt *v = demo(10, 80, env, true);
	vt_wait(v, "[ended 3]");
	expect_row(v, 0, terms[_i].why);
	ck_assert(vt_is_cooked(v));
	vt_close(v);
}
END_TEST

START_TEST(a_pipe_is_refused)
{
	const char *build = getenv("BUILD");
	struct sbuf command = { 0 };
	sbuf_printf(&command, "%s/tests/demo_screen | cat", build != NULL ? build : "build");
	const char *const argv[] = { "sh", "-c", sbuf_cstr(&command), NULL };
	struct vt *v = vt_open(&(struct vt_options){ .rows = 5, .cols = 60, .argv = argv });
	vt_wait(v, "1: standard output is not a terminal");
	vt_close(v);
	sbuf_fini(&command);
}
END_TEST

/* What the demo shows after one of its H keys. */
static void expect_hostile(struct vt *v, uint32_t random, int rows, int cols)
{
	struct canvas c = { 0 };
	struct sbuf want = { 0 };
	canvas_size(&c, rows, cols);
	hostile_screen(&random, &c, canvas_rect(&c));
	canvas_dump(&c, &want);
	char *got = vt_text(v);
	ck_assert_str_eq(got, sbuf_cstr(&want));
	free(got);
	sbuf_fini(&want);
	canvas_fini(&c);
}

START_TEST(hostile_text_reaches_the_terminal_as_it_was_drawn)
{
	uint32_t random = 0;
	struct vt *v = ready_demo(13, 50, NULL);
	for (int i = 0; i < 300; i++) {
		vt_press(v, "H");
		hostile_random(&random);
		expect_hostile(v, random, 13, 50);
		ck_assert(vt_is_alternate(v));
	}
	ck_assert_int_eq(vt_bells(v), 0);
	quit(v, 0);
}
END_TEST

START_TEST(only_what_changed_is_sent_until_a_redraw)
{
	struct vt *v = ready_demo(36, 120, NULL);
	size_t first = vt_sent(v);
	vt_press(v, "a");
	size_t step = vt_sent(v) - first;
	ck_assert_uint_lt(step, 200);
	vt_press(v, VT_CTRL('L'));
	ck_assert_uint_gt(vt_sent(v) - first - step, first / 2);
	vt_wait(v, "[a<12>]");
	quit(v, 0);
}
END_TEST

START_TEST(the_size_in_the_environment_does_not_count)
{
	struct vt *v = ready_demo(10, 44, "LINES=99");
	expect_row(v, 0, "0 inputs, 44x10");
	quit(v, 0);
}
END_TEST

Suite *screen_suite(void)
{
	Suite *s = suite_create("screen");
	TCase *t = tcase_create("screen");
	tcase_set_timeout(t, 20);
	tcase_add_test(t, the_picture_is_that_of_the_canvas);
	tcase_add_test(t, the_terminal_is_given_back);
	tcase_add_loop_test(t, every_size_works, 0, SIZES);
	tcase_add_test(t, every_size_can_become_every_other);
	tcase_add_test(t, no_resize_is_lost_in_a_storm);
	if (CAN_HOLD_ERRORS)
		tcase_add_test(t, nobody_else_writes_on_the_picture);
	tcase_add_test(t, keys_are_told_apart);
	tcase_add_test(t, ctrl_keys_are_text);
	tcase_add_test(t, a_lone_escape_is_a_key_and_a_quick_one_is_alt);
	tcase_add_test(t, a_sequence_may_come_in_pieces);
	tcase_add_test(t, an_unknown_sequence_types_nothing);
	tcase_add_test(t, typed_utf8_is_characters);
	tcase_add_test(t, five_hundred_keys_at_once_all_arrive_in_few_pictures);
	tcase_add_test(t, a_paste_is_one_input);
	tcase_add_test(t, a_paste_without_an_end_ends_by_silence);
	tcase_add_test(t, a_long_paste_is_read_to_its_end);
	tcase_add_test(t, the_mouse_can_be_switched_on_and_off);
	tcase_add_loop_test(t, quick_clicks_all_arrive_in_order, 0,
		sizeof clicks_at_once / sizeof *clicks_at_once);
	tcase_add_test(t, the_cursor_is_where_it_was_put);
	tcase_add_test(t, the_suspend_key_stops_the_job_and_it_goes_on);
	tcase_add_test(t, a_job_that_nobody_could_continue_is_not_stopped);
	tcase_add_loop_test(t, a_stop_signal_stops_the_job_and_it_goes_on, 0, 2);
	tcase_add_test(t, the_terminal_can_be_lent);
	tcase_add_loop_test(t, an_end_by_signal_is_orderly, 0, 2);
	tcase_add_test(t, an_interrupt_from_elsewhere_is_an_input);
	tcase_add_test(t, a_lost_terminal_ends_the_program);
	tcase_add_loop_test(t, a_fault_gives_the_terminal_back_and_dies_of_its_signal, 0, 5);
	tcase_add_test(t, no_color_means_no_colour);
	tcase_add_loop_test(t, other_terminals_are_served, 0, 7);
	tcase_add_loop_test(t, colorterm_tells_of_more_colours, 0, 4);
	tcase_add_test(t, other_locales_get_ascii);
	tcase_add_test(t, ascii_signs_can_be_asked_for);
	tcase_add_loop_test(t, a_terminal_that_cannot_is_refused_with_a_reason, 0, 5);
	tcase_add_test(t, a_pipe_is_refused);
	tcase_add_test(t, hostile_text_reaches_the_terminal_as_it_was_drawn);
	tcase_add_test(t, only_what_changed_is_sent_until_a_redraw);
	tcase_add_test(t, the_size_in_the_environment_does_not_count);
	suite_add_tcase(s, t);
	return s;
}
