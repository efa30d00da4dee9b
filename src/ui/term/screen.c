#include "ui/term/screen.h"

#include "base/mem.h"
#include "base/now.h"
#include "base/sbuf.h"
#include "ui/term/background.h"
#include "ui/term/emit.h"
#include "ui/term/keyboard.h"
#include "ui/term/rescue.h"
#include "ui/term/signals.h"
#include "ui/term/terminfo.h"

#include <assert.h>
#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

enum {
	ESCAPE_MS = 50,        /* how long the rest of a sequence may take */
	EMPTY_READS_MAX = 100, /* input is announced and never comes: it is gone */
};

struct screen {
	SCREEN *curses;
	TERMINAL *terminal;
	struct keyboard *keyboard;
	struct termios shell_modes;
	struct signals signals;
	enum charset charset;
	struct background background;
	enum screen_theme wish;
	enum theme theme;   /* what it came to */
	struct input early; /* read before anybody wanted to; INPUT_TIMEOUT: none */
	bool mouse, fence, left;
	int rows, cols;
	int cursor_row, cursor_col;
	int visibility; /* the cursor's, as curses was told; -1: not since the terminal is ours */
	struct emitter emitter;
	unsigned long shown;
	unsigned caught; /* what signals said and nobody was told yet */
	int empty_reads;
};

static bool is_set(const char *variable)
{
	const char *value = getenv(variable);
	return value != NULL && *value != '\0';
}

/* Whatever cannot be written now never will: the terminal is gone. */
static void send(const struct sbuf *text)
{
	for (size_t at = 0; at < text->len;) {
		ssize_t done = write(STDOUT_FILENO, text->text + at, text->len - at);
		struct pollfd p = { .fd = STDOUT_FILENO, .events = POLLOUT };
		if (done < 0 && errno == EAGAIN)
			poll(&p, 1, -1); /* somebody who has the same terminal made it so */
		else if (done < 0 && errno != EINTR)
			return;
		at += done > 0 ? (size_t)done : 0;
	}
}

/* The one of Linux. */
static bool is_console(void)
{
	const char *term = getenv("TERM");
	return term != NULL && strncmp(term, "linux", 5) == 0;
}

/* Prepares what gives the terminal back when there is no time for curses. */
static void arm(struct screen *s)
{
	struct sbuf text = { 0 };
	terminfo_farewell(&text);
	rescue_arm(STDOUT_FILENO, &s->shell_modes, sbuf_cstr(&text), text.len);
	sbuf_fini(&text);
}

/* Curses learns the size from the kernel; 0x0 is what a serial line says. */
static void take_size(struct screen *s)
{
	struct winsize ws = { 0 };
	int rows = LINES, cols = COLS;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &ws) == 0 && ws.ws_row > 0 && ws.ws_col > 0) {
		rows = ws.ws_row;
		cols = ws.ws_col;
	}
	rows = rows < CANVAS_MAX ? rows : CANVAS_MAX;
	cols = cols < CANVAS_MAX ? cols : CANVAS_MAX;
	resizeterm(rows, cols);
	s->rows = rows;
	s->cols = cols;
	s->emitter.rows = rows;
	s->emitter.cols = cols;
	emit_forget(&s->emitter);
}

/* The strings for drawing, in the colours of the theme. */
static void take_looks(struct screen *s)
{
	emit_fini(&s->emitter);
	s->emitter.t = terminfo_for_emit(s->theme, !is_set("NO_COLOR"));
	s->emitter.rows = s->rows;
	s->emitter.cols = s->cols;
	emit_forget(&s->emitter);
}

void screen_set_glyphs(struct screen *s, enum screen_glyphs glyphs)
{
	if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		s->charset = CHARSET_ASCII;
	else if (glyphs == GLYPHS_ASCII || (glyphs == GLYPHS_AUTO && is_console()))
		s->charset = CHARSET_PLAIN_GLYPHS;
	else
		s->charset = CHARSET_UTF8;
}

/* Lets what is known of the background hold; true if that changes the picture. */
static bool follow_background(struct screen *s)
{
	enum theme theme = s->wish == SCREEN_LIGHT ? THEME_LIGHT : THEME_DARK;
	if (s->wish == SCREEN_AUTO)
		theme = background_theme(&s->background);
	if (theme == s->theme)
		return false;
	s->theme = theme;
	take_looks(s);
	return true;
}

/* Asks for the background, if that is wanted and has not been done. */
static void ask_for_background(struct screen *s)
{
	if (s->wish != SCREEN_AUTO || is_set("NO_COLOR") || is_console() ||
		!terminfo_tells_background())
		return;
	struct sbuf text = { 0 };
	background_ask(&s->background, s->keyboard, &text);
	send(&text);
	sbuf_fini(&text);
}

void screen_set_theme(struct screen *s, enum screen_theme theme)
{
	s->wish = theme;
	ask_for_background(s);
	follow_background(s);
	screen_redraw(s);
}

/* Modes for the time that the terminal is ours.  In raw mode Ctrl-S cannot
 * freeze a lesson, and Ctrl-C is a key like others. */
static void set_modes(struct screen *s)
{
	raw();
	noecho();
	nonl();
	typeahead(-1);
	if (!is_set("ESCDELAY"))
		set_escdelay(ESCAPE_MS);
	s->keyboard = keyboard_new(terminfo_has_mouse());
}

/* Not putp: that goes to the buffer of stdout, which nobody empties. */
static void ask_for_pastes(const char *name)
{
	struct sbuf text = { 0 };
	terminfo_capability(name, &text);
	send(&text);
	sbuf_fini(&text);
}

static void ask_for_clicks(bool on)
{
	struct sbuf text = { 0 };
	terminfo_mouse(on, &text);
	send(&text);
	sbuf_fini(&text);
}

void screen_set_mouse(struct screen *s, bool on)
{
	if (s->mouse != on)
		ask_for_clicks(on);
	s->mouse = on;
}

static void await_background(struct screen *s);

static struct screen *fail_screen(
	struct screen *s, enum screen_status *status, struct sbuf *why, const char *sentence)
{
	*status = SCREEN_FAILED;
	sbuf_str(why, sentence);
	mem_free(s);
	return NULL;
}

/* Curses shows nothing, but it knows how a screen of its own is begun. */
static void begin_screen(void)
{
	clearok(curscr, TRUE);
	doupdate();
}

struct screen *screen_start(
	const struct screen_options *options, enum screen_status *status, struct sbuf *why)
{
	*status = terminfo_probe(why);
	if (*status != SCREEN_OK)
		return NULL;
	struct screen *s = mem_calloc(1, sizeof *s);
	if (tcgetattr(STDIN_FILENO, &s->shell_modes) != 0)
		return fail_screen(s, status, why, "the terminal does not tell its modes");
	if (!signals_open(&s->signals))
		return fail_screen(s, status, why, "there is no pipe to be had for signals");
	/* They would override the size that the terminal has. */
	unsetenv("LINES");
	unsetenv("COLUMNS");
	struct sbuf name = { 0 };
	s->curses = newterm(terminfo_richer(&name), stdout, stdin);
	sbuf_fini(&name);
	if (s->curses == NULL) {
		signals_close(&s->signals);
		return fail_screen(s, status, why, "the terminal could not be started");
	}
	s->terminal = cur_term;
	begin_screen();
	s->fence = is_set("COSUB_TEST_FENCE");
	s->cursor_row = s->visibility = -1;
	arm(s);
	atexit(rescue_now);
	set_modes(s);
	s->wish = options->theme;
	follow_background(s);
	take_looks(s);
	take_size(s);
	ask_for_background(s);
	screen_set_glyphs(s, options->glyphs);
	screen_set_mouse(s, options->mouse);
	ask_for_pastes("BE");
	await_background(s);
	return s;
}

void screen_stop(struct screen *s)
{
	if (s == NULL)
		return;
	if (!s->left)
		screen_leave(s);
	keyboard_free(s->keyboard);
	delscreen(s->curses);
	signals_close(&s->signals);
	emit_fini(&s->emitter);
	mem_free(s);
}

int screen_rows(const struct screen *s)
{
	return s->rows;
}

int screen_cols(const struct screen *s)
{
	return s->cols;
}

enum charset screen_charset(const struct screen *s)
{
	return s->charset;
}

const struct termios *screen_shell_modes(const struct screen *s)
{
	return &s->shell_modes;
}

void screen_reclaim(struct screen *s)
{
	set_curterm(s->terminal);
}

void screen_leave(struct screen *s)
{
	assert(!s->left);
	s->left = true;
	if ((s->caught & CAUGHT_END) == 0)
		background_settle(&s->background, s->keyboard);
	sbuf_truncate(&s->emitter.out, 0);
	emit_plain(&s->emitter);
	send(&s->emitter.out);
	ask_for_pastes("BD");
	if (s->mouse)
		ask_for_clicks(false);
	endwin();
	rescue_disarm();
	signals_lend(&s->signals);
}

void screen_enter(struct screen *s)
{
	assert(s->left);
	s->left = false;
	keyboard_forget(s->keyboard);
	s->visibility = -1;
	signals_return(&s->signals);
	def_shell_mode();
	tcgetattr(STDIN_FILENO, &s->shell_modes);
	arm(s);
	reset_prog_mode();
	begin_screen();
	ask_for_pastes("BE");
	if (s->mouse)
		ask_for_clicks(true);
	take_size(s);
}

void screen_suspend(struct screen *s)
{
	screen_leave(s);
	signals_stop();
	screen_enter(s);
}

void screen_set_cursor(struct screen *s, int row, int col)
{
	s->cursor_row = row;
	s->cursor_col = col;
}

void screen_redraw(struct screen *s)
{
	emit_forget(&s->emitter);
}

/* Tells a test that all of a picture was sent. */
static void write_fence(unsigned long n)
{
	char text[40];
	int len = snprintf(text, sizeof text, "\033]7770;%lu\a", n);
	ssize_t done = write(STDOUT_FILENO, text, (size_t)len);
	(void)done;
}

static void place_cursor(struct screen *s)
{
	bool on = s->cursor_row >= 0 && s->cursor_row < s->rows && s->cursor_col >= 0 &&
		s->cursor_col < s->cols;
	if (s->visibility != on)
		curs_set(on ? 1 : 0);
	s->visibility = on;
	if (on)
		emit_cursor(&s->emitter, s->cursor_row, s->cursor_col);
}

void screen_show(struct screen *s, const struct canvas *c)
{
	assert(!s->left);
	emit_picture(&s->emitter, c);
	place_cursor(s);
	send(&s->emitter.out);
	s->shown++;
	if (s->fence)
		write_fence(s->shown);
}

static bool was_caught(struct screen *s, unsigned what)
{
	bool was = (s->caught & what) != 0;
	s->caught &= ~what;
	return was;
}

static bool give(struct input *in, enum input_kind kind)
{
	*in = (struct input){ .kind = kind };
	return true;
}

/* Acts on what signals said; true if there is something to tell.  The end stays
 * the end, however often it is asked for. */
static bool read_signals(struct screen *s, struct input *in)
{
	s->caught |= signals_take(&s->signals);
	if ((s->caught & CAUGHT_END) != 0)
		return give(in, INPUT_END);
	if (was_caught(s, CAUGHT_STOP)) {
		screen_suspend(s);
		return give(in, INPUT_RESUMED);
	}
	if (was_caught(s, CAUGHT_CONTINUE)) {
		screen_leave(s);
		screen_enter(s);
		return give(in, INPUT_RESUMED);
	}
	if (was_caught(s, CAUGHT_RESIZE)) {
		take_size(s);
		return give(in, INPUT_RESIZE);
	}
	return was_caught(s, CAUGHT_INTERRUPT) && give(in, INPUT_INTERRUPT);
}

static bool read_end(struct screen *s, struct input *in)
{
	s->caught |= CAUGHT_END;
	return give(in, INPUT_END);
}

/* Waits until something can be read; true if there is something to tell. */
static bool wait_for_input(struct screen *s, long end, struct input *in)
{
	struct pollfd p[] = {
		{ .fd = STDIN_FILENO, .events = POLLIN },
		{ .fd = s->signals.wake[0], .events = POLLIN },
	};
	long left = end < 0 ? -1 : end - now_ms();
	if (end >= 0 && left < 0)
		left = 0;
	int n = poll(p, 2, (int)left);
	if (n == 0)
		return give(in, INPUT_TIMEOUT);
	if (n < 0)
		return false;
	if (p[1].revents == 0 && (p[0].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0)
		return read_end(s, in);
	keyboard_announce(s->keyboard, p[0].revents != 0);
	if (p[0].revents != 0 && ++s->empty_reads > EMPTY_READS_MAX)
		return read_end(s, in);
	return false;
}

/* The next input, or an answer. */
static struct input read_any(struct screen *s, long end)
{
	struct input in;
	background_expire(&s->background, s->keyboard);
	for (;;) {
		if (read_signals(s, &in))
			return in;
		int code = keyboard_code(s->keyboard);
		if (code != CODE_NONE)
			s->empty_reads = 0;
		if (code == CODE_NONE ? wait_for_input(s, end, &in)
				      : keyboard_take(s->keyboard, code, &in))
			return in;
	}
}

/* Takes what may be an answer; true if somebody is to be told of in. */
static bool take_answer(struct screen *s, struct input *in)
{
	if (in->kind != INPUT_BACKGROUND && in->kind != INPUT_ANSWERED)
		return true;
	background_take(&s->background, s->keyboard, in);
	return follow_background(s) && give(in, INPUT_RESIZE);
}

/* Gives the terminal a moment to answer before the first picture. */
static void await_background(struct screen *s)
{
	long end = now_ms() + BACKGROUND_MS;
	while (s->background.asked && !s->background.known && s->early.kind == INPUT_TIMEOUT) {
		struct input in = read_any(s, end);
		if (in.kind == INPUT_TIMEOUT)
			return;
		if (take_answer(s, &in) && in.kind != INPUT_RESIZE)
			s->early = in;
	}
}

struct input screen_read(struct screen *s, int timeout_ms)
{
	long end = timeout_ms < 0 ? -1 : now_ms() + timeout_ms;
	struct input in = s->early;
	assert(!s->left);
	s->early = (struct input){ .kind = INPUT_TIMEOUT };
	while (in.kind == INPUT_TIMEOUT) {
		in = read_any(s, end);
		if (in.kind == INPUT_TIMEOUT || take_answer(s, &in))
			break;
		in.kind = INPUT_TIMEOUT;
	}
	return in;
}
