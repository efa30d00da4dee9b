/* The command line at the bottom of the screen, on a terminal. */

#include "vt.h"

#include "base/sbuf.h"
#include "session/user/command_history.h"

#include <check.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The command line of cosub, on a terminal, each test with a home of its own. */

enum { ROWS = 24, COLS = 80 };

static char home[] = "/tmp/cosub-prompt-XXXXXX";
static char editrc[60];

static void make_home(void)
{
	strcpy(home + sizeof home - 7, "XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(home));
	snprintf(editrc, sizeof editrc, "%s/editrc", home);
	setenv("HOME", home, 1);
	setenv("XDG_STATE_HOME", home, 1);
	setenv("EDITRC", editrc, 1);
}

static void remove_home(void)
{
	char command[100];
	snprintf(command, sizeof command, "rm -rf '%s'", home);
	ck_assert_int_eq(system(command), 0);
}

static void write_editrc(const char *text)
{
	FILE *f = fopen(editrc, "w");
	ck_assert_ptr_nonnull(f);
	fputs(text, f);
	fclose(f);
}

static const char *cosub(void)
{
	const char *path = getenv("COSUB");
	return path != NULL && *path != '\0' ? path : "build/cosub";
}

static struct vt *open_screen(const char *variable, bool job)
{
	const char *const argv[] = { cosub(), "tests/stage/locals.py", NULL };
	const char *const env[] = { variable, NULL };
	struct vt *v = vt_open(&(struct vt_options){ .rows = ROWS,
		.cols = COLS,
		.argv = argv,
		.env = variable != NULL ? env : NULL,
		.job = job });
	vt_wait_pictures(v, 1);
	return v;
}

/* Sends keys, each of which is a picture: a character, or an escape sequence. */
static void press(struct vt *v, const char *keys)
{
	while (*keys != '\0') {
		size_t n = 1;
		if (keys[0] == '\033' && (keys[1] == '[' || keys[1] == 'O'))
			n = 2 + strcspn(keys + 2, "ABCDHFP~") + 1;
		else if (keys[0] == '\033' && keys[1] != '\0')
			n = 2;
		while (n == 1 && (keys[n] & 0xC0) == 0x80)
			n++;
		while (n > 1 && (keys[n] & 0xC0) == 0x80)
			n++;
		char key[20] = "";
		memcpy(key, keys, n);
		vt_press(v, key);
		keys += n;
	}
}

static void expect_row(struct vt *v, int row, const char *want)
{
	char *got = vt_row(v, row);
	ck_assert_msg(strcmp(got, want) == 0, "row %d is \"%s\", not \"%s\"", row, got, want);
	free(got);
}

static void expect_part(struct vt *v, int row, const char *part)
{
	char *got = vt_row(v, row);
	ck_assert_msg(
		strstr(got, part) != NULL, "row %d is \"%s\", without \"%s\"", row, got, part);
	free(got);
}

static void quit(struct vt *v)
{
	vt_send(v, "q");
	ck_assert_int_eq(vt_exit(v), 0);
	vt_close(v);
}

/* Keys behind ":", the line that they make, and the column of its cursor. */
struct typing {
	const char *editrc, *keys, *line;
	int column;
};

static const struct typing typings[] = {
	/* emacs, which is what there is without an ~/.editrc */
	{ "", "goto 17", ":goto 17", 8 },
	{ "", "abc\x7f\x7fx", ":ax", 3 },
	{ "", "bc\001a", ":abc", 2 },
	{ "", "bc\001a\005d", ":abcd", 5 },
	{ "", "abc" VT_LEFT VT_LEFT "x" VT_RIGHT "y", ":axbyc", 5 },
	{ "", "abc\033[Hx\033[Fy", ":xabcy", 6 },
	{ "", "abc\033OHx\033OFy", ":xabcy", 6 },
	{ "", "abc\001\033[3~", ":bc", 1 },
	{ "", "abc\001\004", ":bc", 1 },
	{ "", "abc\002\002x\006y", ":axbyc", 5 },
	{ "", "one two\027x", ":one x", 6 },
	{ "", "one two\001\013x", ":x", 2 },
	{ "", "one two\025x", ":x", 2 },
	{ "", "one two\027\031\031", ":one twotwo", 11 },
	{ "", "one two\033bx", ":one xtwo", 6 },
	{ "", "one two\001\033fx", ":onex two", 5 },
	{ "", "one two\033[1;5Dx", ":one xtwo", 6 },
	{ "", "one two\001\033dx", ":x two", 2 },
	{ "", "ab\024", ":ba", 3 },
	{ "",
		"\303\251\303\250\x7f"
		"a",
		":\303\251a", 3 },
	{ "", "\346\274\242\345\255\227\002x", ":\346\274\242x\345\255\227", 4 },
	{ "", "e\314\201x\002\002\x7f", ": \314\201x", 1 },
	{ "", "a\026\001b", ":a^Ab", 5 },
	{ "bind \"^x\" ed-kill-line\n", "abc\001\030x", ":x", 2 },
	{ "cosub:bind \"^g\" ed-move-to-beg\n", "ab\007x", ":xab", 2 },
	{ "other:bind \"^g\" ed-move-to-beg\n", "ab\007x", ":abx", 4 },
	{ "", "ab\033x", ":|:", 4 },
	{ "", "\033xbind ^x ed-delete-prev-char\rabc\030", ":ab", 3 },
	{ "", "goto\022", ":goto|bck:", 5 },
	/* vi */
	{ "bind -v\n", "abc\033x", ":ab", 2 },
	{ "bind -v\n", "one two\033bix", ":one xtwo", 6 },
	{ "bind -v\n", "one two\0330dwx", ":wo", 1 },
	{ "bind -v\n", "one\033$a two\0330i>", ":>one two", 2 },
	{ "bind -v\n", "abc" VT_LEFT VT_LEFT "x", ":axbc", 3 },
	{ "bind -v\n", "abc\033[Hx\033[Fy", ":xabcy", 6 },
	{ "bind -v\n", "abc\033" VT_LEFT "ix", ":axbc", 3 },
	{ "bind -v\n", "abc\033hrxu", ":abc", 2 },
	{ "bind -v\n", "abc\033v", ":abc", 3 },
	{ "bind -v\n", "abc\x7f", ":ab", 3 },
	{ "bind -v\nbind \"\\e[3~\" ed-delete-next-char\n", "abc\033[H\033[3~x", ":xbc", 2 },
	{ "edit off\n", "abc\x7f", ":ab", 3 },
};
enum { TYPINGS = sizeof typings / sizeof *typings };

START_TEST(a_line_is_edited)
{
	const struct typing *t = &typings[_i];
	write_editrc(t->editrc);
	struct vt *v = open_screen(NULL, false);
	press(v, ":");
	press(v, t->keys);
	expect_row(v, ROWS - 1, t->line);
	ck_assert_int_eq(vt_cursor_col(v), t->column);
	ck_assert_int_eq(vt_cursor_row(v), ROWS - 1);
	ck_assert_int_eq(vt_bells(v), 0);
	vt_press(v, VT_CTRL('C'));
	expect_part(v, ROWS - 1, "n next");
	quit(v);
}
END_TEST

START_TEST(a_line_is_left_in_many_ways)
{
	static const struct {
		const char *editrc, *keys, *said;
	} ways[] = {
		{ "", ":next 3\r", "step 3/" },
		{ "", ":next 3\n", "step 3/" },
		{ "", ":x\003", "n next" },
		{ "", ":\004", "n next" },
		{ "", ":x\x7f\x7f", "n next" },
		{ "", ":x\022y\003", "n next" },
		{ "bind -v\n", ":next 3\033\r", "step 3/" },
		{ "bind -v\n", ":x\003", "n next" },
		{ "bind -v\n", ":x\0330D\x7f\003", "n next" },
	};
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		write_editrc(ways[i].editrc);
		struct vt *v = open_screen(NULL, false);
		press(v, ways[i].keys);
		expect_part(v, ROWS - 1, ways[i].said);
		quit(v);
	}
}
END_TEST

START_TEST(esc_cancels_where_it_means_nothing_else)
{
	static const struct {
		const char *editrc, *typed;
	} cases[] = { { "", "x" }, { "", "" }, { "bind -v\n", "" } };
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		write_editrc(cases[i].editrc);
		struct vt *v = open_screen(NULL, false);
		press(v, ":");
		press(v, cases[i].typed);
		vt_press(v, "\033");
		expect_part(v, ROWS - 1, "n next");
		quit(v);
	}
}
END_TEST

/* Of HOME's, when EDITRC says nothing; of the folder one is in, never. */
START_TEST(editrc_is_found_at_home)
{
	char path[80];
	snprintf(path, sizeof path, "%s/.editrc", home);
	FILE *f = fopen(path, "w");
	ck_assert_ptr_nonnull(f);
	fputs("bind ^g ed-move-to-beg\n", f);
	fclose(f);
	struct vt *v = open_screen("EDITRC", false);
	press(v, ":ab\007x");
	expect_row(v, ROWS - 1, ":xab");
	vt_press(v, VT_CTRL('C'));
	quit(v);
}
END_TEST

START_TEST(a_mistake_in_editrc_is_told)
{
	write_editrc("bind -v\nbind \"^x\" no-such-command\n");
	struct vt *v = open_screen(NULL, false);
	press(v, ":");
	vt_wait(v, "no-such-command");
	press(v, "next\r");
	expect_part(v, ROWS - 1, "step 1/");
	quit(v);
}
END_TEST

/* The lines of before. */

START_TEST(lines_of_before_come_back)
{
	struct vt *v = open_screen(NULL, false);
	press(v, ":next 2\r:back\r:" VT_UP);
	expect_row(v, ROWS - 1, ":back");
	press(v, VT_UP);
	expect_row(v, ROWS - 1, ":next 2");
	press(v, VT_DOWN);
	expect_row(v, ROWS - 1, ":back");
	press(v, "\020\020\016\r");
	expect_part(v, ROWS - 1, "step 0/");
	press(v, ":\022xt");
	expect_part(v, ROWS - 1, ":next 2|bck:xt");
	press(v, "\r");
	expect_part(v, ROWS - 1, "step 2/");
	quit(v);
}
END_TEST

START_TEST(they_are_kept_for_the_next_session)
{
	struct vt *v = open_screen(NULL, false);
	press(v, ":search \303\251\"\\\r:next 2\r:next 2\r");
	quit(v);
	char path[80], text[200] = "";
	struct stat st;
	snprintf(path, sizeof path, "%s/cosub/history", home);
	ck_assert_int_eq(stat(path, &st), 0);
	ck_assert_uint_eq(st.st_mode & 0777, 0600);
	FILE *f = fopen(path, "r");
	ck_assert_uint_gt(fread(text, 1, sizeof text - 1, f), 0);
	fclose(f);
	ck_assert_str_eq(text, "search \303\251\"\\\nnext 2\n");
	v = open_screen(NULL, false);
	press(v, ":" VT_UP);
	expect_row(v, ROWS - 1, ":next 2");
	press(v, VT_UP);
	expect_row(v, ROWS - 1, ":search \303\251\"\\");
	vt_press(v, VT_CTRL('C'));
	quit(v);
}
END_TEST

START_TEST(sessions_that_end_together_lose_nothing)
{
	struct vt *a = open_screen(NULL, false), *b = open_screen(NULL, false);
	press(a, ":next 2\r");
	press(b, ":next 3\r");
	quit(a);
	quit(b);
	struct command_history r = { 0 };
	command_history_read(&r);
	ck_assert_uint_eq(r.len, 2);
	ck_assert_str_eq(r.at[0], "next 2");
	ck_assert_str_eq(r.at[1], "next 3");
	command_history_fini(&r);
}
END_TEST

START_TEST(a_signal_that_ends_it_keeps_them)
{
	struct vt *v = open_screen(NULL, false);
	press(v, ":next 2\r:half");
	vt_signal(v, SIGTERM);
	ck_assert_int_eq(vt_exit(v), 1);
	ck_assert(vt_is_cooked(v));
	vt_close(v);
	struct command_history r = { 0 };
	command_history_read(&r);
	ck_assert_uint_eq(r.len, 1);
	ck_assert_str_eq(r.at[0], "next 2");
	command_history_fini(&r);
}
END_TEST

START_TEST(the_file_is_bounded_and_takes_only_what_could_be_typed)
{
	struct command_history r = { 0 };
	char line[40];
	command_history_read(&r);
	for (int i = 0; i < COMMAND_HISTORY_MOST + 50; i++) {
		snprintf(line, sizeof line, "goto %d", i);
		command_history_add(&r, line);
	}
	command_history_add(&r, line);
	command_history_add(&r, "");
	command_history_add(&r, "a\033[2Jb");
	command_history_add(&r, "\xFF");
	ck_assert_uint_eq(r.len, COMMAND_HISTORY_MOST);
	ck_assert(command_history_save(&r));
	command_history_fini(&r);
	command_history_read(&r);
	ck_assert_uint_eq(r.len, COMMAND_HISTORY_MOST);
	ck_assert_str_eq(r.at[0], "goto 50");
	ck_assert_uint_eq(r.fresh, 0);
	command_history_fini(&r);
}
END_TEST

START_TEST(a_folder_that_takes_nothing_is_said)
{
	const char *const argv[] = { "sh", "-c", "\"$0\" tests/stage/locals.py; echo \"status $?\"",
		cosub(), NULL };
	const char *const env[] = { "XDG_STATE_HOME=/dev/null/x", NULL };
	struct vt *v = vt_open(
		&(struct vt_options){ .rows = ROWS, .cols = COLS, .argv = argv, .env = env });
	vt_wait_pictures(v, 1);
	press(v, ":next 2\r");
	vt_send(v, "q");
	vt_wait(v, "could not be kept");
	vt_wait(v, "status 0");
	vt_close(v);
}
END_TEST

/* Completion. */

START_TEST(a_word_is_completed)
{
	static const struct {
		const char *keys, *line;
	} cases[] = {
		{ "ne\tx", ":nextx" },
		{ "hist\t", ":history" },
		{ "hist\tn\t", ":history n" },
		{ "break cou\t", ":break counter" },
		{ "break yi\tcou\t", ":break yield counter" },
		{ "nonsense\t", ":nonsense" },
		{ "help hist\t", ":help history" },
		{ "side sub\t", ":side subroutine" },
		{ "locals cou\t", ":locals counter#1" },
		{ "print n + lim\t", ":print n + limit" },
		{ "his\002\002\t", ":his" },
	};
	struct vt *v = open_screen(NULL, false);
	press(v, "]]");
	press(v, "]");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		press(v, ":");
		press(v, cases[i].keys);
		expect_row(v, ROWS - 1, cases[i].line);
		vt_press(v, VT_CTRL('C'));
	}
	quit(v);
}
END_TEST

START_TEST(what_a_word_could_be_is_listed)
{
	struct vt *v = open_screen(NULL, false);
	press(v, ":next\t");
	vt_wait(v, "next or next-side");
	expect_row(v, ROWS - 1, ":next");
	press(v, "-\t");
	vt_wait_gone(v, "next or next-side");
	expect_row(v, ROWS - 1, ":next-side");
	vt_press(v, VT_CTRL('C'));
	quit(v);
}
END_TEST

/* What else happens while one types. */

START_TEST(of_a_paste_the_first_line_is_taken)
{
	struct vt *v = open_screen(NULL, false);
	press(v, ":");
	vt_press(v, "\033[200~ne\033]0;x\007xt \0012\nquit\033[201~");
	expect_row(v, ROWS - 1, ":ne]0;xxt 2");
	vt_press(v, VT_CTRL('C'));
	quit(v);
}
END_TEST

START_TEST(ten_thousand_characters_are_a_long_line)
{
	struct sbuf text = { 0 };
	struct vt *v = open_screen(NULL, false);
	press(v, ":");
	sbuf_fill(&text, 'x', 10000);
	vt_send(v, sbuf_cstr(&text));
	vt_send(v, "y\r");
	vt_wait(v, "there is no command");
	sbuf_truncate(&text, 0);
	sbuf_str(&text, "\033[200~");
	sbuf_fill(&text, 'x', 10000);
	sbuf_str(&text, "\033[201~z");
	press(v, ":");
	vt_send(v, sbuf_cstr(&text));
	vt_wait(v, ":z");
	vt_press(v, VT_CTRL('C'));
	sbuf_fini(&text);
	quit(v);
}
END_TEST

START_TEST(what_nobody_can_type_is_left_out)
{
	struct vt *v = open_screen(NULL, false);
	press(v, ":a");
	/* Whether what is left out makes a picture is not to be counted on. */
	vt_send_bytes(v, "\0\xFF\xC2\x85\xE2\x82", 6);
	vt_send(v, "b");
	vt_wait(v, ":ab");
	expect_row(v, ROWS - 1, ":ab");
	vt_send(v, "\033[99~\033[15~");
	vt_send(v, "c");
	vt_wait(v, ":abc");
	expect_row(v, ROWS - 1, ":abc");
	vt_press(v, VT_CTRL('C'));
	quit(v);
}
END_TEST

START_TEST(a_long_line_scrolls_sideways)
{
	struct vt *v = open_screen(NULL, false);
	press(v, ":");
	for (int i = 0; i < 9; i++)
		press(v, "123456789 ");
	expect_part(v, ROWS - 1, "123456789 ");
	ck_assert_int_eq(vt_cursor_col(v), COLS - 1);
	press(v, "\001");
	expect_part(v, ROWS - 1, ":123456789 123");
	ck_assert_int_eq(vt_cursor_col(v), 1);
	vt_press(v, VT_CTRL('C'));
	quit(v);
}
END_TEST

START_TEST(a_resize_while_typing_keeps_the_line)
{
	static const int sizes[][2] = { { 36, 120 }, { 18, 60 }, { 5, 20 }, { 2, 2 }, { 1, 1 },
		{ 24, 80 } };
	struct vt *v = open_screen(NULL, false);
	press(v, ":next 2");
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		unsigned long n = vt_pictures(v);
		vt_resize(v, sizes[i][0], sizes[i][1]);
		vt_wait_pictures(v, n + 1);
		if (sizes[i][1] > 10)
			expect_row(v, sizes[i][0] - 1, ":next 2");
	}
	press(v, "\r");
	expect_part(v, ROWS - 1, "step 2/");
	quit(v);
}
END_TEST

START_TEST(it_is_suspended_while_typing)
{
	struct vt *v = open_screen(NULL, true);
	press(v, ":next 2");
	unsigned long n = vt_pictures(v);
	vt_send(v, VT_CTRL('Z'));
	vt_wait(v, "[stopped 1]");
	ck_assert(vt_is_cooked(v));
	vt_send(v, "\n");
	vt_wait_pictures(v, n + 1);
	expect_row(v, ROWS - 1, ":next 2");
	press(v, "\r");
	expect_part(v, ROWS - 1, "step 2/");
	vt_send(v, "q");
	vt_wait(v, "[ended 0]");
	vt_close(v);
}
END_TEST

START_TEST(a_redraw_while_typing_keeps_the_line)
{
	struct vt *v = open_screen(NULL, false);
	press(v, ":next\014 2");
	expect_row(v, ROWS - 1, ":next 2");
	vt_press(v, VT_CTRL('C'));
	quit(v);
}
END_TEST

START_TEST(a_terminal_that_goes_away_ends_the_line_too)
{
	struct vt *v = open_screen(NULL, false);
	press(v, ":next");
	vt_hang_up(v);
	ck_assert_int_eq(vt_exit(v), 1);
	vt_close(v);
}
END_TEST

START_TEST(commands_of_the_screen_work_as_lines)
{
	struct vt *v = open_screen(NULL, false);
	press(v, ":command goto\r");
	expect_row(v, ROWS - 1, ":goto");
	press(v, " 4\r");
	expect_part(v, ROWS - 1, "step 4/");
	press(v, ":help goto\r");
	vt_wait(v, "to a step of the side in view");
	press(v, "x");
	press(v, ":quit");
	vt_send(v, "\r");
	ck_assert_int_eq(vt_exit(v), 0);
	vt_close(v);
}
END_TEST

START_TEST(without_utf8_it_works_too)
{
	struct vt *v = open_screen("LC_ALL=C", false);
	press(v, ":next 2\002\0023" VT_UP "\r");
	expect_part(v, ROWS - 1, "step 0/");
	press(v, ":next 2\r");
	expect_part(v, ROWS - 1, "step 2/");
	quit(v);
}
END_TEST

START_TEST(other_terminals_have_the_same_prompt)
{
	static const char *const kinds[] = { "TERM=linux", "TERM=vt100", "TERM=tmux-256color",
		"TERM=screen", "TERM=xterm" };
	struct vt *v = open_screen(kinds[_i], false);
	press(v,
		":nexx" VT_LEFT
		"\033[3~t 2"
		"\033[H"
		"\033[F\x7f"
		"3");
	expect_row(v, ROWS - 1, ":next 3");
	press(v, "\r");
	expect_part(v, ROWS - 1, "step 3/");
	press(v, ":" VT_UP);
	expect_row(v, ROWS - 1, ":next 3");
	vt_press(v, VT_CTRL('C'));
	quit(v);
}
END_TEST

/* The plain dialogue. */

static struct vt *open_plain(const char *term, bool job)
{
	const char *const argv[] = { cosub(), "--plain", "tests/stage/locals.py", NULL };
	const char *const env[] = { term, NULL };
	struct vt *v = vt_open(&(struct vt_options){
		.rows = 60, .cols = 100, .argv = argv, .env = env, .job = job });
	vt_wait(v, "cosub>");
	return v;
}

static const char *const terms[] = { "TERM=xterm-256color", "TERM=vt100", "TERM=linux" };

START_TEST(the_dialogue_edits_its_lines)
{
	struct vt *v = open_plain(terms[_i], false);
	vt_wait_raw(v);
	vt_send(v, "nextx\x7f\001\005 2\r");
	vt_wait(v, "coroutine, step 2 of");
	vt_wait_raw(v);
	vt_send(v, "\020\r");
	vt_wait(v, "coroutine, step 4 of");
	vt_wait_raw(v);
	vt_send(v, "hist\tn\r");
	vt_wait(v, "step 7: counter#1, n is 0");
	vt_wait_raw(v);
	vt_send(v, "next\t");
	vt_wait(v, "next or next-side");
	vt_send(v, "\r");
	vt_wait(v, "coroutine, step 5 of");
	vt_wait_raw(v);
	vt_send(v, "\r");
	vt_wait(v, "coroutine, step 6 of");
	vt_wait_raw(v);
	vt_send(v, "half\003");
	vt_wait(v, "^C");
	vt_wait_raw(v);
	vt_resize(v, 60, 90);
	vt_send(v, "quit\r");
	ck_assert_int_eq(vt_exit(v), 0);
	ck_assert(vt_is_cooked(v));
	vt_close(v);
	struct command_history r = { 0 };
	command_history_read(&r);
	ck_assert_uint_eq(r.len, 4);
	ck_assert_str_eq(r.at[0], "next 2");
	ck_assert_str_eq(r.at[1], "history n");
	command_history_fini(&r);
}
END_TEST

START_TEST(the_dialogue_is_suspended_and_ends)
{
	struct vt *v = open_plain(terms[0], true);
	vt_wait_raw(v);
	vt_send(v, "next 2");
	vt_wait(v, "cosub> next 2");
	vt_send(v, VT_CTRL('Z'));
	vt_wait(v, "[stopped 1]");
	ck_assert(vt_is_cooked(v));
	vt_send(v, "\n");
	vt_wait_raw(v);
	vt_send(v, "\r");
	vt_wait(v, "coroutine, step 2 of");
	vt_wait_raw(v);
	vt_send(v, VT_CTRL('D'));
	vt_wait(v, "[ended 0]");
	ck_assert(vt_is_cooked(v));
	vt_close(v);
}
END_TEST

START_TEST(a_dumb_terminal_gets_nothing_but_text)
{
	struct vt *v = open_plain("TERM=dumb", false);
	ck_assert(vt_is_cooked(v));
	vt_send(v, "next 2\n");
	vt_wait(v, "coroutine, step 2 of");
	vt_send(v, "\n");
	vt_wait(v, "coroutine, step 4 of");
	ck_assert(!vt_has_bytes(v, "\033"));
	ck_assert(!vt_has_bytes(v, "\b"));
	vt_send(v, VT_CTRL('D'));
	ck_assert_int_eq(vt_exit(v), 0);
	vt_close(v);
}
END_TEST

START_TEST(a_terminal_that_cannot_place_the_cursor_gets_the_dialogue)
{
	const char *const env[] = { "TERM=dumb", NULL };
	const char *const stepped[] = { cosub(), "tests/stage/locals.py", NULL },
			  *const chosen[] = { cosub(), NULL };
	struct vt *v = vt_open(
		&(struct vt_options){ .rows = 60, .cols = 100, .argv = stepped, .env = env });
	vt_wait(v, "cannot place the cursor; so it goes by lines, as with --plain");
	vt_wait(v, "cosub>");
	vt_send(v, "next 2\n");
	vt_wait(v, "coroutine, step 2 of");
	vt_send(v, "quit\n");
	ck_assert_int_eq(vt_exit(v), 0);
	ck_assert(!vt_has_bytes(v, "\033"));
	vt_close(v);
	v = vt_open(&(struct vt_options){ .rows = 60, .cols = 100, .argv = chosen, .env = env });
	vt_wait(v, "so it goes by lines");
	vt_wait(v, "number of a lesson, parts, list or quit:");
	vt_send(v, VT_CTRL('D'));
	ck_assert_int_eq(vt_exit(v), 0);
	vt_close(v);
}
END_TEST

/* In the dialogue Ctrl-C gives up what takes long, and what was typed is kept. */
START_TEST(a_long_command_is_given_up)
{
	char path[80];
	snprintf(path, sizeof path, "%s/long.py", home);
	FILE *f = fopen(path, "w");
	ck_assert_ptr_nonnull(f);
	fputs("n = 0\nwhile n < 100000:\n    n += 1\n", f);
	fclose(f);
	const char *const argv[] = { cosub(), "--plain", path, NULL };
	const char *const env[] = { "VISUAL=true", NULL };
	struct vt *v = vt_open(
		&(struct vt_options){ .rows = 60, .cols = 100, .argv = argv, .env = env });
	vt_wait(v, "cosub>");
	vt_send(v, "break 3 if n < 0\r");
	vt_wait(v, "continue stops there");
	vt_send(v, "continue\r");
	vt_wait(v, "cosub> continue");
	while (!vt_is_cooked(v))
		;
	vt_send(v, VT_CTRL('C'));
	vt_wait(v, "given up after");
	vt_send(v, "edit\r");
	vt_wait(v, "read and run anew");
	vt_send(v, "quit\r");
	ck_assert_int_eq(vt_exit(v), 0);
	vt_close(v);
}
END_TEST

START_TEST(a_dumb_dialogue_is_suspended_and_ends)
{
	struct vt *v = open_plain("TERM=dumb", true);
	vt_send(v, "half" VT_LEFT);
	vt_send(v, VT_CTRL('C'));
	vt_wait(v, "^C");
	vt_send(v, VT_CTRL('Z'));
	vt_wait(v, "[stopped 1]");
	vt_send(v, "\n");
	vt_send(v, "next\n");
	vt_wait(v, "coroutine, step 1 of");
	vt_send(v, VT_CTRL('D'));
	vt_wait(v, "[ended 0]");
	vt_close(v);
}
END_TEST

START_TEST(a_terminal_without_utf8_gets_ascii)
{
	const char *const argv[] = { cosub(), "--plain", "tests/stage/locals.py", NULL };
	const char *const env[] = { "LC_ALL=C", "TERM=dumb", NULL };
	struct vt *v = vt_open(
		&(struct vt_options){ .rows = 60, .cols = 100, .argv = argv, .env = env });
	vt_send(v, "goto 9\nprint chr(0x2192), chr(233)\nquit\n");
	vt_wait(v, "suspended at re-entry point 1;");
	ck_assert_int_eq(vt_exit(v), 0);
	ck_assert(!vt_has_bytes(v, "\342"));
	vt_close(v);
}
END_TEST

Suite *prompt_suite(void)
{
	Suite *s = suite_create("prompt");
	TCase *t = tcase_create("prompt");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, make_home, remove_home);
	tcase_add_loop_test(t, a_line_is_edited, 0, TYPINGS);
	tcase_add_test(t, a_line_is_left_in_many_ways);
	tcase_add_test(t, esc_cancels_where_it_means_nothing_else);
	tcase_add_test(t, editrc_is_found_at_home);
	tcase_add_test(t, a_mistake_in_editrc_is_told);
	tcase_add_test(t, lines_of_before_come_back);
	tcase_add_test(t, they_are_kept_for_the_next_session);
	tcase_add_test(t, sessions_that_end_together_lose_nothing);
	tcase_add_test(t, a_signal_that_ends_it_keeps_them);
	tcase_add_test(t, the_file_is_bounded_and_takes_only_what_could_be_typed);
	tcase_add_test(t, a_folder_that_takes_nothing_is_said);
	tcase_add_test(t, a_word_is_completed);
	tcase_add_test(t, what_a_word_could_be_is_listed);
	tcase_add_test(t, of_a_paste_the_first_line_is_taken);
	tcase_add_test(t, ten_thousand_characters_are_a_long_line);
	tcase_add_test(t, what_nobody_can_type_is_left_out);
	tcase_add_test(t, a_long_line_scrolls_sideways);
	tcase_add_test(t, a_resize_while_typing_keeps_the_line);
	tcase_add_test(t, it_is_suspended_while_typing);
	tcase_add_test(t, a_redraw_while_typing_keeps_the_line);
	tcase_add_test(t, a_terminal_that_goes_away_ends_the_line_too);
	tcase_add_test(t, commands_of_the_screen_work_as_lines);
	tcase_add_test(t, without_utf8_it_works_too);
	tcase_add_loop_test(t, other_terminals_have_the_same_prompt, 0, 5);
	tcase_add_loop_test(t, the_dialogue_edits_its_lines, 0, 3);
	tcase_add_test(t, the_dialogue_is_suspended_and_ends);
	tcase_add_test(t, a_long_command_is_given_up);
	tcase_add_test(t, a_dumb_dialogue_is_suspended_and_ends);
	tcase_add_test(t, a_terminal_without_utf8_gets_ascii);
	tcase_add_test(t, a_dumb_terminal_gets_nothing_but_text);
	tcase_add_test(t, a_terminal_that_cannot_place_the_cursor_gets_the_dialogue);
	suite_add_tcase(s, t);
	return s;
}
