#include "ui/plain.h"

#include "base/utf8.h"
#include "session/answer.h"
#include "session/command.h"
#include "session/prove.h"
#include "session/script.h"
#include "ui/prompt.h"
#include "ui/stage.h"

#include <errno.h>
#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The commands that a screen has in a form of its own. */

static enum session_status lesson(struct session *s, const struct command *c, const struct arguments *a)
{
	(void)c;
	(void)a;
	answer_lesson(s, &s->message);
	if (s->message.len > 0)
		sbuf_truncate(&s->message, s->message.len - 1);
	return SESSION_PAGE;
}

static enum session_status claims(struct session *s, const struct command *c, const struct arguments *a)
{
	struct claims *found = prove(s);
	(void)c;
	(void)a;
	prove_tell(s, found, false, &s->message);
	sbuf_truncate(&s->message, s->message.len - 1);
	claims_free(found);
	return SESSION_PAGE;
}

static const struct command commands[] = {
	{ "lesson", "", "", "the lesson's text", lesson },
	{ "claims", "", "", "what is claimed of both runs, the verdicts, and the steps that prove them", claims },
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
	enum session_status status = session_do(s, l->text);
	answer_say(s, status, out);
	return status;
}

static bool is_error(enum session_status status)
{
	return status == SESSION_WRONG || status == SESSION_REFUSED;
}

/* Writes and empties b; false if it cannot be written. */
static bool flush(struct sbuf *b, FILE *out)
{
	if (isatty(fileno(out)) && strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		answer_to_ascii(b);
	fwrite(sbuf_cstr(b), 1, b->len, out);
	sbuf_truncate(b, 0);
	return fflush(out) == 0 && !ferror(out);
}

static void say_stop(const char *name, const struct script_line *l, const char *what, size_t n, struct sbuf *why)
{
	utf8_printable(why, name, strlen(name));
	sbuf_printf(why, ":%lu: ", l->number);
	sbuf_bytes(why, what, n > 0 && what[n - 1] == '\n' ? n - 1 : n);
}

static enum plain_result read_failure(const char *name, int error, struct sbuf *why)
{
	utf8_printable(why, name, strlen(name));
	sbuf_printf(why, ": %s", strerror(error));
	return PLAIN_UNREADABLE;
}

/* The commands until one is an error, or quit, or the lines end. */
static enum plain_result do_lines(struct session *s, FILE *in, const char *name, FILE *out, struct sbuf *why)
{
	struct script_line l = {0};
	struct sbuf answer = {0};
	enum plain_result result = PLAIN_FINE;
	enum session_status status = SESSION_SAID;
	errno = 0;
	while (status != SESSION_QUIT && result == PLAIN_FINE && script_next(&l, in)) {
		status = do_line(s, &l, &answer);
		if (is_error(status)) {
			say_stop(name, &l, sbuf_cstr(&answer), answer.len, why);
			result = PLAIN_STOPPED;
		} else if (!flush(&answer, out)) {
			break;
		}
	}
	if (ferror(in))
		result = read_failure(name, errno, why);
	sbuf_fini(&answer);
	script_line_fini(&l);
	return result;
}

enum plain_result plain_script(struct session *s, FILE *in, const char *name, FILE *out, struct sbuf *why)
{
	take_session(s);
	enum plain_result result = do_lines(s, in, name, out, why);
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
	struct prompt *prompt;          /* NULL: lines as they come */
	struct recall *recall;          /* NULL: nobody types them */
	struct sbuf last;               /* the last movement */
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

static void complete_typed(void *self, const char *text, size_t cursor, struct completion *c)
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

static void begin(struct dialogue *d, struct recall *recall)
{
	struct prompt_options o = { .host = { d->s, show_nothing, tell_nothing, read_nothing, complete_typed }, .recall = recall, .editrc = true };
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return;
	d->recall = recall;
	if (can_edit())
		d->prompt = prompt_plain(&o, ask_text);
}

/* The next line by the editor; Ctrl-C begins it anew. */
static bool edit_line(struct dialogue *d)
{
	struct sbuf text = {0};
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

static bool ask_line(struct dialogue *d)
{
	if (d->prompt != NULL)
		return edit_line(d);
	if (d->recall != NULL) {
		fputs(ask_text, stdout);
		fflush(stdout);
	}
	if (!script_next(&d->line, stdin))
		return false;
	if (d->recall != NULL)
		recall_add(d->recall, d->line.text);
	return true;
}

/* Does the line; an empty one that was typed is the last movement again. */
static enum session_status do_asked(struct dialogue *d)
{
	struct script_line l = d->line;
	bool again = d->recall != NULL && l.len == 0 && d->last.len > 0;
	if (again)
		l = (struct script_line){ .text = d->last.text, .len = d->last.len };
	enum session_status status = do_line(d->s, &l, &d->answer);
	if (status == SESSION_MOVED && !again) {
		sbuf_truncate(&d->last, 0);
		sbuf_bytes(&d->last, l.text, l.len);
	}
	return status;
}

void plain_dialogue(struct session *s, struct recall *recall)
{
	struct dialogue d = { .s = s };
	enum session_status status = SESSION_SAID;
	take_session(s);
	begin(&d, recall);
	answer_lesson(s, &d.answer);
	while (flush(&d.answer, stdout) && status != SESSION_QUIT && ask_line(&d))
		status = do_asked(&d);
	leave_session(s);
	prompt_free(d.prompt);
	sbuf_fini(&d.answer);
	sbuf_fini(&d.last);
	script_line_fini(&d.line);
}
