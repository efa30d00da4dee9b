#include "ui/term/prompt.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "ui/canvas/prompt_text.h"
#include "ui/term/signals.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <histedit.h>
#include <poll.h>
#include <pty.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

enum {
	LENGTH_MOST = 4000, /* characters of a line */
	WIDE_ENOUGH = 4096, /* columns of the terminal that nobody sees, so that nothing wraps */
};

#define CONTROL(c) ((c)&31)

enum editor { EDITOR_NONE, EDITOR_EMACS, EDITOR_VI };

struct prompt {
	EditLine *edit;
	HistoryW *history;
	struct prompt_options options;
	const char *ask; /* of the plain dialogue; NULL on a screen */
	wchar_t *wide_ask;
	int master, slave; /* the terminal that nobody sees; -1 in the dialogue */
	FILE *in, *sink, *err;
	char *said; /* what libedit complained of */
	size_t nsaid;
	enum editor bound; /* whose keys are bound */
	/* The line under way. */
	const char *start;    /* to begin with; NULL: done */
	const wchar_t *queue; /* the rest of a key's characters */
	wchar_t alt[3];
	enum prompt_end end;
	mbstate_t typed;
};

/* Keys. */

/* How libedit is told of keys that are no characters.  Under vi keys an escape
 * sequence would begin with the key that leaves the insertion, so there these
 * keys are control characters that nobody can type. */
static const struct {
	const wchar_t *sequence, *control, *command;
	const wchar_t *insertion; /* the command while vi inserts, if it is another */
	enum input_key key;
	bool bind; /* the sequence too: libedit does not know it */
} moves[] = {
	{ L"\033[D", L"\x81", L"ed-prev-char", NULL, INPUT_LEFT, false },
	{ L"\033[C", L"\x82", L"ed-next-char", NULL, INPUT_RIGHT, false },
	{ L"\033[A", L"\x83", L"ed-prev-history", NULL, INPUT_UP, false },
	{ L"\033[B", L"\x84", L"ed-next-history", NULL, INPUT_DOWN, false },
	{ L"\033[H", L"\x85", L"ed-move-to-beg", NULL, INPUT_HOME, true },
	{ L"\033[F", L"\x86", L"ed-move-to-end", L"vi-add-at-eol", INPUT_LINE_END, true },
	{ L"\033[3~", L"\x87", L"ed-delete-next-char", NULL, INPUT_DELETE, true },
	{ L"\033[1;5D", L"\x88", L"ed-prev-word", NULL, INPUT_WORD_LEFT, true },
	{ L"\033[1;5C", L"\x89", L"em-next-word", NULL, INPUT_WORD_RIGHT, true },
};
enum { MOVES = sizeof moves / sizeof *moves };

static enum editor editor_of(const struct prompt *p)
{
	const wchar_t *name = L"emacs";
	el_wget(p->edit, EL_EDITOR, &name);
	return wcscmp(name, L"vi") == 0 ? EDITOR_VI : EDITOR_EMACS;
}

/* After ~/.editrc was read, and whenever the editor changed: "bind -v" and
 * "bind -e" put all keys back. */
static void bind_keys(struct prompt *p)
{
	enum editor editor = editor_of(p);
	if (p->bound == editor)
		return;
	p->bound = editor;
	el_wset(p->edit, EL_BIND, L"^I", L"cosub-complete", NULL);
	/* This one runs another editor over the screen. */
	if (editor == EDITOR_VI)
		el_wset(p->edit, EL_BIND, L"-a", L"-r", L"v", NULL);
	for (int i = 0; i < MOVES; i++) {
		if (editor == EDITOR_VI && p->ask == NULL) {
			const wchar_t *insertion = moves[i].insertion != NULL ? moves[i].insertion
									      : moves[i].command;
			el_wset(p->edit, EL_BIND, moves[i].control, insertion, NULL);
			el_wset(p->edit, EL_BIND, L"-a", moves[i].control, moves[i].command, NULL);
		} else if (editor == EDITOR_EMACS && moves[i].bind) {
			el_wset(p->edit, EL_BIND, moves[i].sequence, moves[i].command, NULL);
		}
	}
}

/* Ends the line; it stays ended for whoever reads inside of libedit (searches
 * read by themselves). */
static int stop(struct prompt *p, enum prompt_end end)
{
	p->end = end;
	errno = EINTR;
	return -1;
}

static size_t length_of(const struct prompt *p)
{
	const LineInfoW *line = el_wline(p->edit);
	return (size_t)(line->lastchar - line->buffer);
}

static void insert(struct prompt *p, const char *s, size_t n)
{
	wchar_t *wide = prompt_text_widen(s, n);
	if (length_of(p) + wcslen(wide) <= LENGTH_MOST)
		el_winsertstr(p->edit, wide);
	mem_free(wide);
}

static void insert_pasted(struct prompt *p, const char *s, size_t n)
{
	struct sbuf text = { 0 };
	prompt_text_put_pasted(s, n, &text);
	insert(p, sbuf_cstr(&text), text.len);
	sbuf_fini(&text);
}

static void show_line(struct prompt *p)
{
	const LineInfoW *line = el_wline(p->edit);
	struct sbuf text = { 0 };
	prompt_text_put_shown(line->buffer, (size_t)(line->cursor - line->buffer), &text);
	size_t cursor = text.len;
	prompt_text_put_shown(line->cursor, (size_t)(line->lastchar - line->cursor), &text);
	p->options.host.show(p->options.host.self, sbuf_cstr(&text), cursor);
	sbuf_fini(&text);
}

/* What came of an input: a character for libedit, nothing (0), or the end. */

static int give(wchar_t c, wchar_t *out)
{
	*out = c;
	return 1;
}

static int take_text(struct prompt *p, const struct input *in, wchar_t *out)
{
	uint32_t c = in->code;
	if (c == CONTROL('c'))
		return stop(p, PROMPT_CANCELLED);
	if (c == 0 || (c >= 0x80 && c < 0xa0) || (length_of(p) >= LENGTH_MOST && c >= ' '))
		return 0;
	if (!in->alt)
		return give((wchar_t)c, out);
	p->alt[0] = (wchar_t)c;
	p->queue = p->alt;
	return give(L'\033', out);
}

static int take_move(struct prompt *p, enum input_key key, wchar_t *out)
{
	for (int i = 0; i < MOVES; i++) {
		if (moves[i].key != key)
			continue;
		p->queue = p->bound == EDITOR_VI ? moves[i].control : moves[i].sequence;
		return give(*p->queue++, out);
	}
	return 0;
}

static int type_key(struct prompt *p, const struct input *in, wchar_t *out)
{
	bool empty = length_of(p) == 0;
	switch (in->key) {
	case INPUT_ENTER:
		return give(L'\n', out);
	case INPUT_TAB:
		return give(L'\t', out);
	case INPUT_ESCAPE:
		return p->bound != EDITOR_VI || empty ? stop(p, PROMPT_CANCELLED)
						      : give(L'\033', out);
	case INPUT_BACKSPACE:
		if (empty)
			return stop(p, PROMPT_CANCELLED);
		p->alt[0] = 0x7f;
		p->queue = in->alt ? p->alt : L"";
		return give(in->alt ? L'\033' : 0x7f, out);
	default:
		return take_move(p, in->key, out);
	}
}

static int take_typed(struct prompt *p, const struct input *in, wchar_t *out)
{
	switch (in->kind) {
	case INPUT_TEXT:
		return take_text(p, in, out);
	case INPUT_KEY:
		return type_key(p, in, out);
	case INPUT_PASTE:
		insert_pasted(p, in->text, in->len);
		return 0;
	case INPUT_INTERRUPT:
		return stop(p, PROMPT_CANCELLED);
	case INPUT_END:
		return stop(p, PROMPT_GONE);
	default:
		return 0;
	}
}

/* libedit wants a character: the heart of the prompt on a screen. */
static int read_from_host(EditLine *edit, wchar_t *out)
{
	struct prompt *p;
	el_wget(edit, EL_CLIENTDATA, &p);
	if (p->end != PROMPT_LINE)
		return stop(p, p->end);
	if (p->start != NULL)
		insert(p, p->start, strlen(p->start));
	p->start = NULL;
	for (int n = 0; n == 0;) {
		if (*p->queue != L'\0')
			return give(*p->queue++, out);
		show_line(p);
		struct input in = p->options.host.read(p->options.host.self);
		n = take_typed(p, &in, out);
		if (n != 0)
			return n;
	}
	return 0;
}

/* The plain dialogue. */

static void stop_job(struct prompt *p)
{
	el_wset(p->edit, EL_PREP_TERM, 0);
	signals_lend(p->options.signals);
	signals_stop();
	signals_return(p->options.signals);
}

/* Acts on what signals said: 0, or the end. */
static int take_signals(struct prompt *p)
{
	unsigned caught = signals_take(p->options.signals);
	if ((caught & CAUGHT_END) != 0)
		return stop(p, PROMPT_GONE);
	if ((caught & CAUGHT_STOP) != 0)
		stop_job(p);
	if ((caught & (CAUGHT_STOP | CAUGHT_CONTINUE)) != 0)
		el_wset(p->edit, EL_PREP_TERM, 1);
	if ((caught & CAUGHT_RESIZE) != 0)
		el_resize(p->edit);
	if ((caught & (CAUGHT_STOP | CAUGHT_CONTINUE | CAUGHT_RESIZE)) != 0)
		el_wset(p->edit, EL_REFRESH);
	return (caught & CAUGHT_INTERRUPT) != 0 ? stop(p, PROMPT_CANCELLED) : 0;
}

/* Puts a byte to those of a character: 1 when it is whole. */
static int take_byte(struct prompt *p, char byte, wchar_t *out)
{
	if ((unsigned char)byte < 0x80)
		p->typed = (mbstate_t){ 0 };
	size_t n = mbrtowc(out, &byte, 1, &p->typed);
	if (n == (size_t)-1)
		p->typed = (mbstate_t){ 0 };
	if (n > 1 || *out == L'\0' || (*out >= 0x80 && *out < 0xa0))
		return 0;
	return length_of(p) < LENGTH_MOST || *out < L' ' || *out == 0x7f;
}

/* libedit's own reader loses an interrupt that comes before it reads. */
static int read_from_terminal(EditLine *edit, wchar_t *out)
{
	struct prompt *p;
	el_wget(edit, EL_CLIENTDATA, &p);
	for (int n = p->end != PROMPT_LINE ? stop(p, p->end) : 0;;) {
		struct pollfd fds[] = { { .fd = STDIN_FILENO, .events = POLLIN },
			{ .fd = p->options.signals->wake[0], .events = POLLIN } };
		char byte;
		if (n != 0)
			return n;
		if (poll(fds, 2, -1) < 0)
			continue;
		if (fds[1].revents != 0)
			n = take_signals(p);
		else if (read(STDIN_FILENO, &byte, 1) != 1)
			n = stop(p, PROMPT_NO_MORE);
		else
			n = take_byte(p, byte, out);
	}
}

/* Completion. */

static void list_completions(struct prompt *p, const struct completion *c)
{
	struct sbuf text = { 0 };
	prompt_text_put_words(c, &text);
	if (p->ask == NULL) {
		p->options.host.tell(p->options.host.self, sbuf_cstr(&text));
	} else {
		printf("\r\n");
		for (size_t at = 0; at < text.len;) {
			struct utf8_shown shown = utf8_show(text.text + at, text.len - at);
			fwrite(shown.text, 1, shown.len, stdout);
			at += shown.used;
		}
		printf("\r\n");
		fflush(stdout);
	}
	sbuf_fini(&text);
}

static unsigned char complete_with(struct prompt *p, const struct completion *c, size_t typed)
{
	size_t common = complete_common(c);
	if (c->words.len == 0)
		return CC_REFRESH_BEEP;
	if (common > typed)
		insert(p, c->words.at[0] + typed, common - typed);
	if (c->words.len == 1 && !c->open)
		insert(p, " ", 1);
	if (c->words.len == 1 || common > typed)
		return CC_REFRESH;
	list_completions(p, c);
	return p->ask == NULL ? CC_REFRESH : CC_REDISPLAY;
}

static unsigned char complete(EditLine *edit, wint_t key)
{
	struct prompt *p;
	struct completion c = { 0 };
	struct sbuf text = { 0 };
	const LineInfoW *line = el_wline(edit);
	(void)key;
	el_wget(edit, EL_CLIENTDATA, &p);
	prompt_text_put(line->buffer, (size_t)(line->cursor - line->buffer), &text);
	p->options.host.complete(p->options.host.self, sbuf_cstr(&text), text.len, &c);
	unsigned char result = complete_with(p, &c, text.len - c.from);
	complete_fini(&c);
	sbuf_fini(&text);
	return result;
}

/* Beginning. */

static wchar_t *give_ask(EditLine *edit)
{
	struct prompt *p;
	el_wget(edit, EL_CLIENTDATA, &p);
	return p->wide_ask;
}

static void start_history(struct prompt *p)
{
	HistEventW event;
	const struct command_history *r = p->options.command_history;
	p->history = history_winit();
	history_w(p->history, &event, H_SETSIZE, COMMAND_HISTORY_MOST);
	history_w(p->history, &event, H_SETUNIQUE, 1);
	for (size_t i = 0; r != NULL && i < r->len; i++) {
		wchar_t *wide = prompt_text_widen(r->at[i], strlen(r->at[i]));
		history_w(p->history, &event, H_ENTER, wide);
		mem_free(wide);
	}
}

static struct prompt *start_editing(struct prompt *p)
{
	start_history(p);
	el_wset(p->edit, EL_CLIENTDATA, p);
	el_wset(p->edit, EL_SIGNAL, 0);
	el_wset(p->edit, EL_GETCFN, p->ask != NULL ? read_from_terminal : read_from_host);
	el_wset(p->edit, EL_PROMPT, give_ask);
	el_wset(p->edit, EL_EDITOR, L"emacs");
	el_wset(p->edit, EL_HIST, history_w, p->history);
	el_wset(p->edit, EL_ADDFN, L"cosub-complete", L"Complete the word", complete);
	if (p->options.editrc)
		el_source(p->edit, NULL);
	el_wset(p->edit, EL_EDITMODE, 1);
	bind_keys(p);
	return p;
}

static struct prompt *make_prompt(const struct prompt_options *o, const char *ask)
{
	struct prompt *p = mem_calloc(1, sizeof *p);
	*p = (struct prompt){ .options = *o, .ask = ask, .master = -1, .slave = -1, .queue = L"" };
	p->wide_ask = prompt_text_widen(ask != NULL ? ask : "", ask != NULL ? strlen(ask) : 0);
	return p;
}

static FILE *open_stream(int fd)
{
	int copy = fcntl(fd, F_DUPFD_CLOEXEC, 0);
	return copy >= 0 ? fdopen(copy, "r") : NULL;
}

/* A terminal of libedit's own, to set modes on and to see nothing of. */
static bool open_terminal(struct prompt *p)
{
	struct winsize size = { .ws_row = 2, .ws_col = WIDE_ENOUGH };
	if (openpty(&p->master, &p->slave, NULL, p->options.modes, &size) != 0)
		return false;
	fcntl(p->master, F_SETFD, FD_CLOEXEC);
	fcntl(p->slave, F_SETFD, FD_CLOEXEC);
	p->in = open_stream(p->slave);
	p->sink = fopen("/dev/null", "we");
	p->err = open_memstream(&p->said, &p->nsaid);
	return p->in != NULL && p->sink != NULL && p->err != NULL;
}

struct prompt *prompt_new(const struct prompt_options *o, struct sbuf *why)
{
	struct prompt *p = make_prompt(o, NULL);
	if (open_terminal(p))
		p->edit = el_init_fd("cosub", p->in, p->sink, p->err, p->slave, p->slave, p->slave);
	if (p->edit != NULL)
		return start_editing(p);
	sbuf_printf(why,
		"the system has no pseudo terminal for this line (%s); cosub --plain needs none",
		strerror(errno));
	prompt_free(p);
	return NULL;
}

struct prompt *prompt_plain(const struct prompt_options *o, const char *ask)
{
	struct prompt *p = make_prompt(o, ask);
	p->edit = el_init("cosub", stdin, stdout, stderr);
	if (p->edit != NULL)
		return start_editing(p);
	prompt_free(p);
	return NULL;
}

/* A line. */

/* Mistakes in ~/.editrc, and what "bind" in it lists. */
static void tell_complaints(struct prompt *p)
{
	if (p->err == NULL || fflush(p->err) != 0 || p->nsaid == 0)
		return;
	p->options.host.tell(p->options.host.self, p->said);
	rewind(p->err);
}

static enum prompt_end take_line(struct prompt *p, const wchar_t *wide, int n, struct sbuf *line)
{
	HistEventW event;
	if (p->end != PROMPT_LINE) {
		el_reset(p->edit);
		return p->end;
	}
	if (wide == NULL || n <= 0)
		return PROMPT_NO_MORE;
	wchar_t *copy = wcsdup(wide);
	copy[wcscspn(copy, L"\r\n")] = L'\0';
	prompt_text_put(copy, wcslen(copy), line);
	if (*copy != L'\0')
		history_w(p->history, &event, H_ENTER, copy);
	free(copy);
	if (p->options.command_history != NULL)
		command_history_add(p->options.command_history, sbuf_cstr(line));
	return PROMPT_LINE;
}

enum prompt_end prompt_read(struct prompt *p, const char *begin, struct sbuf *line)
{
	int n = 0;
	sbuf_truncate(line, 0);
	p->end = PROMPT_LINE;
	p->queue = L"";
	p->start = begin != NULL && *begin != '\0' ? begin : NULL;
	p->typed = (mbstate_t){ 0 };
	bind_keys(p);
	tell_complaints(p);
	const wchar_t *wide = el_wgets(p->edit, &n);
	return take_line(p, wide, n, line);
}

void prompt_free(struct prompt *p)
{
	if (p == NULL)
		return;
	if (p->edit != NULL)
		el_end(p->edit);
	if (p->history != NULL)
		history_wend(p->history);
	FILE *const streams[] = { p->in, p->sink, p->err };
	for (int i = 0; i < 3; i++) {
		if (streams[i] != NULL)
			fclose(streams[i]);
	}
	free(p->said);
	if (p->master >= 0)
		close(p->master);
	if (p->slave >= 0)
		close(p->slave);
	mem_free(p->wide_ask);
	mem_free(p);
}
