#include "ui/stage/dialogue.h"

#include "base/utf8.h"
#include "session/commands/command.h"
#include "session/commands/own_copy.h"
#include "session/commands/point.h"
#include "session/commands/script.h"
#include "session/core/cancellation.h"
#include "session/core/reach.h"
#include "session/view/check.h"
#include "session/view/reply.h"
#include "ui/stage/stage.h"
#include "ui/term/editor.h"
#include "ui/term/prompt.h"
#include "ui/term/signals.h"

#include <errno.h>
#include <langinfo.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The commands that a screen has in a form of its own. */

/* The lesson's text, and where it is to be seen. */
static void tell_lesson(const struct session *s, struct sbuf *out)
{
	struct sbuf where = { 0 };
	reply_lesson(s, out);
	point_say(s, false, &where);
	if (where.len > 0)
		reply_lines(where.text, where.len, out);
	sbuf_fini(&where);
}

static enum session_status lesson(
	struct session *s, const struct command *c, const struct arguments *a)
{
	(void)c;
	(void)a;
	tell_lesson(s, &s->message);
	if (s->message.len > 0)
		sbuf_truncate(&s->message, s->message.len - 1);
	return SESSION_PAGE;
}

static enum session_status claims(
	struct session *s, const struct command *c, const struct arguments *a)
{
	struct claims *found = check_claims(s);
	(void)c;
	(void)a;
	if (found == NULL)
		return SESSION_REFUSED;
	check_tell(s, found, false, &s->message);
	reply_in_words(&s->message);
	sbuf_truncate(&s->message, s->message.len - 1);
	claims_free(found);
	return SESSION_PAGE;
}

/* The editor needs the terminal that the dialogue is on. */
static enum session_status edit_file(
	struct session *s, const struct command *c, const struct arguments *a)
{
	struct sbuf why = { 0 };
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return session_say(s, SESSION_REFUSED, "%s needs a terminal", c->name);
	if (a->n == 0 && own_copy_is_needed(s))
		return session_say(s, SESSION_REFUSED,
			"this lesson is not yours to change: %s FILE edits a copy of it, in FILE",
			c->name);
	if (a->n > 0 && !own_copy_make(s, a->rest))
		return SESSION_REFUSED;
	fflush(stdout);
	if (editor_run(s->scenario.source.path, &why))
		return session_do(s, "reload");
	session_say(s, SESSION_REFUSED, "%s", why.text);
	sbuf_fini(&why);
	return SESSION_REFUSED;
}

static const struct command commands[] = {
	{ "lesson", "", "", "the lesson's text", lesson, COMMAND_LOOK },
	{ "edit", "[FILE]", "",
		"opens the file in your editor ($VISUAL, $EDITOR), or a copy of it that is made in "
		"FILE, then runs it anew",
		edit_file, COMMAND_SET },
	{ "claims", "", "",
		"what is claimed of both runs, the verdicts, and the steps that prove them", claims,
		COMMAND_LOOK },
};
static const struct command_table plain_commands = { commands, sizeof commands / sizeof *commands };

/* The session gets the commands that there are without a screen. */
static void take_session(struct session *s)
{
	s->extra = &plain_commands;
	s->elsewhere = &stage_commands;
}

static void leave_session(struct session *s)
{
	s->extra = s->elsewhere = NULL;
}

/* Lines. */

static bool is_comment(const struct script_line *l)
{
	return l->text[strspn(l->text, " \t")] == '#';
}

/* Does one line; the answer, or the error's sentence, is appended to out. */
static enum session_status do_line(struct session *s, const struct script_line *l, struct sbuf *out)
{
	const char *fault = script_fault(l);
	if (fault != NULL) {
		sbuf_printf(out, "%s\n", fault);
		return SESSION_WRONG;
	}
	if (is_comment(l))
		return SESSION_SAID;
	enum side before = s->in_view;
	enum session_status status = session_do(s, l->text);
	reply_append(s, status, out);
	bool is_news = s->settings->value[SETTING_SIDES] == SIDES_ONE && s->in_view != before;
	if (is_news && status == SESSION_SAID) /* nobody has told of this side so far */
		reply_side(s, s->in_view, out);
	return status;
}

static bool is_error(enum session_status status)
{
	return status == SESSION_WRONG || status == SESSION_REFUSED;
}

/* Writes and empties b; false if it cannot be written. */
static bool flush_to_file(struct sbuf *b, FILE *out)
{
	if (isatty(fileno(out)) && strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		reply_to_ascii(b);
	fwrite(sbuf_cstr(b), 1, b->len, out);
	sbuf_truncate(b, 0);
	return fflush(out) == 0 && !ferror(out);
}

static void say_stop(
	const char *name, const struct script_line *l, const char *what, size_t n, struct sbuf *why)
{
	utf8_printable(why, name, strlen(name));
	sbuf_printf(why, ":%lu: ", l->number);
	sbuf_bytes(why, what, n > 0 && what[n - 1] == '\n' ? n - 1 : n);
}

static enum dialogue_result read_failure(const char *name, int error, struct sbuf *why)
{
	utf8_printable(why, name, strlen(name));
	sbuf_printf(why, ": %s", strerror(error));
	return DIALOGUE_UNREADABLE;
}

/* The commands until one is an error, or quit, or the lines end. */
static enum dialogue_result do_lines(
	struct session *s, FILE *in, const char *name, FILE *out, struct sbuf *why)
{
	struct script_line l = { 0 };
	struct sbuf answer = { 0 };
	enum dialogue_result result = DIALOGUE_FINE;
	enum session_status status = SESSION_SAID;
	errno = 0;
	while (status != SESSION_QUIT && result == DIALOGUE_FINE && script_next(&l, in)) {
		status = do_line(s, &l, &answer);
		if (is_error(status)) {
			say_stop(name, &l, sbuf_cstr(&answer), answer.len, why);
			result = DIALOGUE_STOPPED;
		} else if (!flush_to_file(&answer, out)) {
			break;
		}
	}
	if (ferror(in))
		result = read_failure(name, errno, why);
	sbuf_fini(&answer);
	script_line_fini(&l);
	return result;
}

enum dialogue_result dialogue_script(
	struct session *s, FILE *in, const char *name, FILE *out, struct sbuf *why)
{
	take_session(s);
	enum dialogue_result result = do_lines(s, in, name, out, why);
	leave_session(s);
	return result;
}

/* The dialogue. */

static const char ask_text[] = "cosub> ";

/* Where its lines come from. */
struct dialogue {
	struct session *s;
	struct script_line line;
	struct sbuf answer;
	struct prompt *prompt;                   /* NULL: lines as they come */
	struct command_history *command_history; /* NULL: nobody types them */
	struct sbuf last;                        /* the last movement */
	struct signals signals;                  /* open if lines are typed */
};

static void show_nothing(void *self, const char *text, size_t cursor)
{
	(void)self;
	(void)text;
	(void)cursor;
}

static void tell_nothing(void *self, const char *text)
{
	(void)self;
	(void)text;
}

static struct input read_nothing(void *self)
{
	(void)self;
	return (struct input){ .kind = INPUT_END };
}

static void complete_dialogue(void *self, const char *text, size_t cursor, struct completion *c)
{
	complete_line(self, text, cursor, c);
}

/* A terminal that can do nothing is best served by its own line editing: what
 * reads it aloud or in Braille then gets no letter twice. */
static bool can_edit(void)
{
	const char *term = getenv("TERM");
	return term != NULL && *term != '\0' && strcmp(term, "dumb") != 0;
}

static void begin_prompt(struct dialogue *d, struct command_history *command_history)
{
	struct prompt_options o = {
		.host = { d->s, show_nothing, tell_nothing, read_nothing, complete_dialogue },
		.command_history = command_history,
		.editrc = true,
		.signals = &d->signals,
	};
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return;
	if (!signals_open(&d->signals))
		return;
	d->command_history = command_history;
	if (can_edit())
		d->prompt = prompt_plain(&o, ask_text);
}

/* What signals said; being stopped and continued happens inside. */
static unsigned take_signals(struct dialogue *d)
{
	unsigned caught = signals_take(&d->signals);
	if ((caught & CAUGHT_STOP) != 0) {
		signals_lend(&d->signals);
		signals_stop();
		signals_return(&d->signals);
	}
	return caught;
}

/* The next line by the editor; Ctrl-C begins it anew. */
static bool edit_line(struct dialogue *d)
{
	struct sbuf text = { 0 };
	enum prompt_end end;
	while ((end = prompt_read(d->prompt, "", &text)) == PROMPT_CANCELLED)
		fputs("^C\n", stdout);
	if (end != PROMPT_LINE)
		fputs("\n", stdout);
	free(d->line.text);
	d->line.text = end == PROMPT_LINE ? strdup(sbuf_cstr(&text)) : NULL;
	d->line.len = d->line.text != NULL ? text.len : 0;
	d->line.cap = d->line.text != NULL ? text.len + 1 : 0;
	sbuf_fini(&text);
	return d->line.text != NULL;
}

static void say_ask(const char *before)
{
	printf("%s%s", before, ask_text);
	fflush(stdout);
}

/* Waits for a line that the terminal edits by itself; false at the end. */
static bool wait_for_line(struct dialogue *d)
{
	struct pollfd fds[] = { { .fd = STDIN_FILENO, .events = POLLIN },
		{ .fd = d->signals.wake[0], .events = POLLIN } };
	say_ask("");
	for (;;) {
		if (poll(fds, 2, -1) < 0)
			continue;
		unsigned caught = fds[1].revents != 0 ? take_signals(d) : 0;
		if ((caught & CAUGHT_END) != 0)
			return false;
		if ((caught & (CAUGHT_INTERRUPT | CAUGHT_STOP)) != 0)
			say_ask("\n");
		else if (fds[0].revents != 0)
			return true;
	}
}

static bool ask_line(struct dialogue *d)
{
	if (d->prompt != NULL)
		return edit_line(d);
	if ((d->command_history != NULL && !wait_for_line(d)) || !script_next(&d->line, stdin))
		return false;
	if (d->command_history != NULL)
		command_history_add(d->command_history, d->line.text);
	return true;
}

/* Whether whoever typed the command still waits: Ctrl-C gives it up. */
static bool waits_on(void *self, uint64_t steps)
{
	(void)steps;
	return (take_signals(self) & (CAUGHT_INTERRUPT | CAUGHT_END)) == 0;
}

/* Does a line; what takes long can be given up by whoever typed it. */
static enum session_status do_typed(struct dialogue *d, const struct script_line *l)
{
	struct cancellation *cancellation = d->s->cancellation;
	cancellation->lasts = d->command_history != NULL ? waits_on : NULL;
	cancellation->self = d;
	enum session_status status = do_line(d->s, l, &d->answer);
	cancellation->lasts = NULL;
	return status;
}

/* Does the line; an empty one that was typed is the last movement again. */
static enum session_status do_asked(struct dialogue *d)
{
	struct script_line l = d->line;
	bool again = d->command_history != NULL && l.len == 0 && d->last.len > 0;
	if (again)
		l = (struct script_line){ .text = d->last.text, .len = d->last.len };
	enum session_status status = do_typed(d, &l);
	if (status == SESSION_MOVED && !again) {
		sbuf_truncate(&d->last, 0);
		sbuf_bytes(&d->last, l.text, l.len);
	}
	return status;
}

/* Does the script to begin with, and says what it says. */
static void start_with_script(struct dialogue *d, const char *path)
{
	struct sbuf line = { 0 };
	sbuf_printf(&line, "source %s", path);
	reply_append(d->s, session_do(d->s, line.text), &d->answer);
	reach_begin_here(d->s);
	sbuf_fini(&line);
}

/* The lesson, or in few words what it is called. */
static void begin_lesson(const struct session *s, struct sbuf *out)
{
	if (s->settings->value[SETTING_VERBOSITY] != VERBOSITY_SHORT) {
		tell_lesson(s, out);
		return;
	}
	reply_lines(s->scenario.title, strlen(s->scenario.title), out);
	if (*s->scenario.lesson != '\0')
		sbuf_str(out, "lesson reads its text\n");
}

void dialogue_run(struct session *s, struct user *user)
{
	struct dialogue d = { .s = s };
	enum session_status status = SESSION_SAID;
	take_session(s);
	begin_prompt(&d, &user->command_history);
	begin_lesson(s, &d.answer);
	if (d.command_history != NULL)
		sbuf_str(&d.answer,
			"next takes a step, back takes it back, help lists the commands\n");
	if (user->start != NULL)
		start_with_script(&d, user->start);
	user->start = NULL;
	while (flush_to_file(&d.answer, stdout) && status != SESSION_QUIT && ask_line(&d))
		status = do_asked(&d);
	leave_session(s);
	if (d.command_history != NULL)
		signals_close(&d.signals);
	prompt_free(d.prompt);
	sbuf_fini(&d.answer);
	sbuf_fini(&d.last);
	script_line_fini(&d.line);
}
