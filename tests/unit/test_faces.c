/* The same commands give the same answers on the screen's command line, in the
 * plain dialogue and in a script. */

#include "vt.h"

#include "base/sbuf.h"
#include "session/commands/command.h"

#include <check.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 90, COLS = 180, PART = 60 };

/* What to try of a command, behind these lines: every command of the session
 * that is not here is tried by its name alone. */
static const char *const tries[] = {
	"next 3",
	"back 2",
	"next-side",
	"back-side 2",
	"switch",
	"switch 2",
	"switch-back",
	"beat",
	"beat-back",
	"finish",
	"until 11",
	"goto 7",
	"goto x",
	"first",
	"last",
	"continue",
	"reverse-continue",
	"break 12",
	"break counter",
	"break yield counter if n > 1",
	"break nowhere",
	"watch n",
	"watch n + limit",
	"watch nobody",
	"delete",
	"stops",
	"search yield",
	"search nothing of the kind",
	"search-again",
	"values types",
	"values nonsense",
	"print n",
	"print [n] * 3, limit",
	"print nobody",
	"print 1 +",
	"print counter",
	"locals",
	"locals <module>",
	"locals nobody",
	"frames",
	"where",
	"list",
	"list 9",
	"output",
	"history n",
	"history nobody",
	"compare",
	"side",
	"side sub",
	"link",
	"set theme",
	"set",
	"set values types",
	"set nothing",
	"bind x next 2",
	"bind",
	"unbind x",
	"help goto",
	"nonsense",
	"next 1 2 3",
	"p n",
	"b 12",
	"]",
	"\303\251",
	"dump /dev/null",
	"dump /nowhere/x",
	"source tests/scripts/moves.cosub",
	"source /nowhere",
	"command_that_is_none",
	"tasks",
	"lesson",
};
enum { TRIES = sizeof tries / sizeof *tries };

static const char begin[] = "goto 20";

static const char *cosub(void)
{
	const char *path = getenv("COSUB");
	return path != NULL && *path != '\0' ? path : "build/cosub";
}

static void read_pipe(const char *command, struct sbuf *out)
{
	char text[4096];
	FILE *f = popen(command, "r");
	ck_assert_ptr_nonnull(f);
	for (size_t n; (n = fread(text, 1, sizeof text, f)) > 0;)
		sbuf_bytes(out, text, n);
	pclose(f);
}

/* Takes away what another run says first. */
static void cut_head(struct sbuf *text, const struct sbuf *head)
{
	ck_assert_uint_ge(text->len, head->len);
	ck_assert_mem_eq(text->text, head->text, head->len);
	memmove(text->text, text->text + head->len, text->len - head->len);
	sbuf_truncate(text, text->len - head->len);
}

/* What is said to a line in a script or a dialogue, without what comes before. */
static void say_in(const char *how, const char *line, struct sbuf *out)
{
	struct sbuf command = { 0 }, head = { 0 };
	sbuf_printf(
		&command, "echo '%s' | '%s' %s tests/stage/locals.py 2>&1", begin, cosub(), how);
	read_pipe(sbuf_cstr(&command), &head);
	sbuf_truncate(&command, 0);
	sbuf_printf(&command, "printf '%%s\\n' '%s' '%s' | '%s' %s tests/stage/locals.py 2>&1",
		begin, line, cosub(), how);
	read_pipe(sbuf_cstr(&command), out);
	cut_head(out, &head);
	sbuf_fini(&head);
	sbuf_fini(&command);
}

/* Whether a part of a text stands on the screen within one row. */
static bool is_shown(struct vt *v, const char *text, size_t n)
{
	char part[4 * PART + 1] = "";
	size_t len = n < PART ? n : PART;
	while (len > 0 && len < n && ((unsigned char)text[len] & 0xC0) == 0x80)
		len--;
	memcpy(part, text, len);
	char *screen = vt_text(v);
	bool shown = strstr(screen, part) != NULL;
	free(screen);
	return shown;
}

/* A line of an answer: of a step the screen tells the sentence; what changed is
 * to be seen in its panes. */
static void expect_line(struct vt *v, const char *line, const char *answer, size_t n)
{
	const char *colon = memmem(answer, n, ": ", 2);
	if (n == 0 || *answer == ' ')
		return;
	bool step = memmem(answer, n, "coroutine, step ", 16) == answer ||
		memmem(answer, n, "subroutine, step ", 17) == answer;
	if (step && colon != NULL) {
		n -= (size_t)(colon + 2 - answer);
		answer = colon + 2;
	}
	const char *point = memmem(answer, n, "re-entry point ", 15);
	n = step && point != NULL ? (size_t)(point - answer) : n;
	ck_assert_msg(
		is_shown(v, answer, n), "\":%s\" does not show \"%.*s\"", line, (int)n, answer);
}

static void try_on_screen(const char *line, const struct sbuf *answer)
{
	const char *const argv[] = { cosub(), "tests/stage/locals.py", NULL };
	struct vt *v = vt_open(&(struct vt_options){ .rows = ROWS, .cols = COLS, .argv = argv });
	struct sbuf keys = { 0 };
	vt_wait_pictures(v, 1);
	sbuf_printf(&keys, ":%s\r:%s", begin, line);
	vt_send(v, sbuf_cstr(&keys));
	sbuf_truncate(&keys, 0);
	sbuf_printf(&keys, ":%s", line);
	vt_wait(v, keys.text);
	vt_press(v, "\r");
	for (size_t at = 0; at < answer->len;) {
		size_t n = strcspn(answer->text + at, "\n");
		expect_line(v, line, answer->text + at, n);
		at += n + 1;
	}
	sbuf_fini(&keys);
	vt_close(v);
}

static void try(const char *line)
{
	static const char place[] = "standard input:2: ";
	struct sbuf script = { 0 }, dialogue = { 0 };
	say_in("-x -", line, &script);
	say_in("--plain", line, &dialogue);
	bool refused = script.len > sizeof place &&
		memcmp(script.text, place, sizeof place - 1) == 0;
	ck_assert_str_eq(
		sbuf_cstr(&script) + (refused ? sizeof place - 1 : 0), sbuf_cstr(&dialogue));
	try_on_screen(line, &dialogue);
	sbuf_fini(&script);
	sbuf_fini(&dialogue);
}

START_TEST(the_three_faces_say_the_same)
{
	try(tries[_i]);
}
END_TEST

static bool is_tried(const struct command *c)
{
	size_t n = strlen(c->name);
	for (size_t i = 0; i < TRIES; i++) {
		if (strncmp(tries[i], c->name, n) == 0 &&
			(tries[i][n] == ' ' || tries[i][n] == '\0'))
			return true;
	}
	return strcmp(c->name, "quit") == 0 || strcmp(c->name, "help") == 0;
}

START_TEST(so_do_all_other_commands)
{
	for (size_t i = 0; i < session_commands.n; i++) {
		const struct command *c = &session_commands.at[i];
		if (!is_tried(c))
			try(c->name);
	}
}
END_TEST

Suite *faces_suite(void)
{
	Suite *s = suite_create("faces");
	TCase *t = tcase_create("faces");
	tcase_set_timeout(t, 60);
	tcase_add_loop_test(t, the_three_faces_say_the_same, 0, TRIES);
	tcase_add_test(t, so_do_all_other_commands);
	suite_add_tcase(s, t);
	return s;
}
