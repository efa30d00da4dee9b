#include "vt.h"

#include "golden.h"

#include "base/mem.h"
#include "base/sbuf.h"

#include <check.h>
#include <vterm.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { WAIT_MS = 30000 };

struct vt {
	int fd;
	pid_t pid;
	int rows, cols;
	VTerm *terminal;
	VTermScreen *screen;
	struct sbuf bytes; /* all that the program sent */
	unsigned long pictures;
	size_t fed;       /* how many of them libvterm has got */
	size_t fence_at;  /* bytes before this were searched for fences */
	size_t fence_end; /* where the last fence ended */
	const char *background;
	size_t asked_at; /* bytes before this were searched for the question */
	bool silent;
	bool gone, alternate, cursor_on, mouse_on;
	VTermPos cursor;
	int bells;
};

/* What else decides how a screen looks. */
static const char *const unset[] = {
	"LINES",
	"COLUMNS",
	"NO_COLOR",
	"COLORTERM",
	"COLORFGBG",
	"ESCDELAY",
	"LC_ALL",
	"LC_CTYPE",
	"LANG",
	"TERMINFO",
	"TERMCAP",
};

static long now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void on_output(const char *s, size_t n, void *user)
{
	if (!((struct vt *)user)->silent)
		vt_send_bytes(user, s, n);
}

static int on_cursor(VTermPos pos, VTermPos old, int visible, void *user)
{
	struct vt *v = user;
	(void)old;
	(void)visible;
	v->cursor = pos;
	return 1;
}

static int on_property(VTermProp property, VTermValue *value, void *user)
{
	struct vt *v = user;
	if (property == VTERM_PROP_ALTSCREEN)
		v->alternate = value->boolean;
	if (property == VTERM_PROP_CURSORVISIBLE)
		v->cursor_on = value->boolean;
	if (property == VTERM_PROP_MOUSE)
		v->mouse_on = value->number != VTERM_PROP_MOUSE_NONE;
	return 1;
}

static int on_bell(void *user)
{
	((struct vt *)user)->bells++;
	return 1;
}

static const VTermScreenCallbacks callbacks = {
	.bell = on_bell,
	.movecursor = on_cursor,
	.settermprop = on_property,
};

static void set_environment(const char *const *env)
{
	for (size_t i = 0; i < sizeof unset / sizeof *unset; i++)
		unsetenv(unset[i]);
	putenv((char *)"TERM=xterm-256color");
	putenv((char *)"LC_ALL=C.UTF-8");
	putenv((char *)"COSUB_TEST_FENCE=1");
	/* Without a value putenv removes. */
	for (; env != NULL && *env != NULL; env++)
		putenv((char *)*env);
}

static void say(const char *text, int number)
{
	char line[40];
	int n = snprintf(line, sizeof line, text, number);
	ssize_t done = write(STDOUT_FILENO, line, (size_t)n);
	(void)done;
}

static int status_of(int status)
{
	return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

/* Puts the process in front and gives the terminal to it. */
static void to_front(pid_t pid)
{
	setpgid(pid, pid);
	tcsetpgrp(STDIN_FILENO, pid);
}

/* What a shell with job control does with its one job. */
static void run_job(const char *const *argv)
{
	int status;
	int stops = 0;
	char key;
	signal(SIGTTOU, SIG_IGN);
	pid_t pid = fork();
	if (pid == 0) {
		to_front(getpid());
		signal(SIGTTOU, SIG_DFL);
		execvp(argv[0], (char *const *)argv);
		_exit(127);
	}
	to_front(pid);
	while (waitpid(pid, &status, WUNTRACED) == pid && WIFSTOPPED(status)) {
		tcsetpgrp(STDIN_FILENO, getpgrp());
		say("[stopped %d]\r\n", ++stops);
		while (read(STDIN_FILENO, &key, 1) != 1)
			;
		to_front(pid);
		kill(-pid, SIGCONT);
	}
	tcsetpgrp(STDIN_FILENO, getpgrp());
	say("[ended %d]\r\n", status_of(status));
	_exit(status_of(status));
}

static void start_terminal(struct vt *v)
{
	v->terminal = vterm_new(v->rows, v->cols);
	vterm_set_utf8(v->terminal, 1);
	vterm_output_set_callback(v->terminal, on_output, v);
	v->screen = vterm_obtain_screen(v->terminal);
	vterm_screen_set_callbacks(v->screen, &callbacks, v);
	vterm_screen_enable_altscreen(v->screen, 1);
	vterm_screen_reset(v->screen, 1);
}

struct vt *vt_open(const struct vt_options *o)
{
	struct winsize ws = { .ws_row = (unsigned short)o->rows,
		.ws_col = (unsigned short)o->cols };
	struct vt *v = mem_calloc(1, sizeof *v);
	v->rows = o->rows;
	v->cols = o->cols;
	v->background = o->background;
	v->silent = o->silent;
	v->cursor_on = true;
	v->pid = forkpty(&v->fd, NULL, NULL, &ws);
	ck_assert_int_ge(v->pid, 0);
	if (v->pid == 0) {
		set_environment(o->env);
		if (o->job)
			run_job(o->argv);
		execvp(o->argv[0], (char *const *)o->argv);
		_exit(127);
	}
	fcntl(v->fd, F_SETFD, FD_CLOEXEC);
	fcntl(v->fd, F_SETFL, O_NONBLOCK);
	start_terminal(v);
	return v;
}

void vt_close(struct vt *v)
{
	if (v->fd >= 0)
		close(v->fd);
	if (v->pid > 0) {
		kill(v->pid, SIGKILL);
		waitpid(v->pid, NULL, 0);
	}
	vterm_free(v->terminal);
	sbuf_fini(&v->bytes);
	mem_free(v);
}

/* Finds the fences (OSC 7770;N BEL) in what came; one may come in pieces. */
static void scan_fences(struct vt *v)
{
	static const char mark[] = "\033]7770;";
	const char *from = v->bytes.text + v->fence_at;
	const char *end = v->bytes.text + v->bytes.len;
	const char *p;
	while ((p = memmem(from, (size_t)(end - from), mark, sizeof mark - 1)) != NULL) {
		const char *number = p + sizeof mark - 1;
		const char *bell = memchr(number, '\a', (size_t)(end - number));
		if (bell == NULL)
			break;
		v->pictures = strtoul(number, NULL, 10);
		v->fence_end = (size_t)(bell + 1 - v->bytes.text);
		from = number;
	}
	if (p == NULL && end - from >= (long)sizeof mark)
		from = end - sizeof mark;
	v->fence_at = (size_t)(from - v->bytes.text);
}

/* This libvterm obeys only the first of the modes that are set together, and
 * curses asks for the mouse in the second.  The byte that ends such a sequence
 * is looked for from the given place on. */
static void mend_modes(struct vt *v, size_t from)
{
	static const char modes[] = "\033[?1006;1000";
	size_t before = sizeof modes - 1;
	const char *start = v->bytes.text + (from > before ? from - before : 0);
	const char *p = memmem(start, (size_t)(v->bytes.text + v->fed - start), modes, before);
	if (p == NULL || p + before >= v->bytes.text + v->fed)
		return;
	vterm_input_write(v->terminal, p[before] == 'h' ? "\033[?1000h" : "\033[?1000l", 8);
}

/* Where the last character that came whole ends. */
static size_t whole_characters(const struct vt *v)
{
	size_t n = v->bytes.len;
	size_t lead = n;
	while (lead > v->fed && n - lead < 3 &&
		((unsigned char)v->bytes.text[lead - 1] & 0xC0) == 0x80)
		lead--;
	if (lead == v->fed)
		return n;
	unsigned char c = (unsigned char)v->bytes.text[--lead];
	size_t len = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1;
	return lead + len > n ? lead : n;
}

/* This libvterm does not know the question; the answer has to come before those to
 * later ones.  A program that asks does so in one piece. */
static void answer_background(struct vt *v)
{
	static const char question[] = "\033]11;?\033\\";
	const char *from = v->bytes.text + v->asked_at;
	size_t n = v->bytes.len - v->asked_at;
	v->asked_at = v->bytes.len;
	if (v->background != NULL && memmem(from, n, question, sizeof question - 1) != NULL)
		vt_send(v, v->background);
}

/* Gives libvterm what came, but no half of a character: it takes that ill. */
static void feed(struct vt *v)
{
	size_t from = v->fed;
	v->fed = whole_characters(v);
	vterm_input_write(v->terminal, v->bytes.text + from, v->fed - from);
	mend_modes(v, from);
	vterm_screen_flush_damage(v->screen);
}

/* Reads what there is within ms, and returns early if the terminal is ready
 * for events: the only place that waits. */
static bool pump_or(struct vt *v, long ms, short events)
{
	char bytes[65536];
	struct pollfd p = { .fd = v->fd, .events = (short)(POLLIN | events) };
	if (v->gone || poll(&p, 1, (int)ms) <= 0)
		return false;
	if ((p.revents & ~events) == 0)
		return true;
	ssize_t n = read(v->fd, bytes, sizeof bytes);
	if (n <= 0) {
		v->gone = n == 0 || (errno != EAGAIN && errno != EINTR);
		return false;
	}
	sbuf_bytes(&v->bytes, bytes, (size_t)n);
	answer_background(v);
	feed(v);
	scan_fences(v);
	return true;
}

static bool pump(struct vt *v, long ms)
{
	return pump_or(v, ms, 0);
}

typedef bool condition(struct vt *v, const void *what);

/* Pumps until a condition holds; false if the time is over or the program gone. */
static bool wait_until(struct vt *v, condition *holds, const void *what)
{
	long end = now_ms() + WAIT_MS;
	while (!holds(v, what)) {
		long left = end - now_ms();
		if (left <= 0 || v->gone)
			return false;
		pump(v, left);
	}
	return true;
}

/* Check cuts long messages, and a screen is one. */
static void fail_with_screen(struct vt *v, const char *expected, const char *what)
{
	char *screen = vt_text(v);
	fprintf(stderr, "the screen is\n%s", screen);
	ck_abort_msg("expected %s \"%.200s\"%s", expected, what,
		v->gone ? ", but the program is gone" : "");
}

void vt_send_bytes(struct vt *v, const char *bytes, size_t n)
{
	while (n > 0 && v->fd >= 0) {
		ssize_t done = write(v->fd, bytes, n);
		if (done > 0) {
			bytes += done;
			n -= (size_t)done;
		} else if (!pump_or(v, WAIT_MS, POLLOUT)) {
			fail_with_screen(v, "to send", bytes);
		}
	}
}

void vt_send(struct vt *v, const char *keys)
{
	vt_send_bytes(v, keys, strlen(keys));
}

static bool has_pictures(struct vt *v, const void *n)
{
	return v->pictures >= *(const unsigned long *)n;
}

void vt_wait_pictures(struct vt *v, unsigned long n)
{
	if (!wait_until(v, has_pictures, &n))
		fail_with_screen(v, "one more", "picture");
}

unsigned long vt_pictures(const struct vt *v)
{
	return v->pictures;
}

void vt_press(struct vt *v, const char *key)
{
	unsigned long before = v->pictures;
	vt_send(v, key);
	vt_wait_pictures(v, before + 1);
}

void vt_type(struct vt *v, const char *keys)
{
	while (*keys != '\0') {
		char key[8] = { 0 };
		size_t n = 0;
		do
			key[n++] = *keys++;
		while (((unsigned char)*keys & 0xC0) == 0x80 && n < sizeof key - 1);
		vt_press(v, key);
	}
}

/* Whether no picture is half here.  Programs that never sent a fence, and what
 * others write on the terminal, send no pictures. */
static bool is_whole(const struct vt *v)
{
	return v->pictures == 0 || !v->alternate || v->fence_end == v->bytes.len;
}

static bool has_text(struct vt *v, const void *text)
{
	if (!is_whole(v))
		return false;
	char *screen = vt_text(v);
	bool found = strstr(screen, text) != NULL;
	free(screen);
	return found;
}

static bool has_no_text(struct vt *v, const void *text)
{
	return is_whole(v) && !has_text(v, text);
}

void vt_wait(struct vt *v, const char *text)
{
	if (!wait_until(v, has_text, text))
		fail_with_screen(v, "the text", text);
}

void vt_wait_gone(struct vt *v, const char *text)
{
	if (!wait_until(v, has_no_text, text))
		fail_with_screen(v, "no longer the text", text);
}

bool vt_has_bytes(const struct vt *v, const char *bytes)
{
	return v->bytes.len > 0 &&
		memmem(v->bytes.text, v->bytes.len, bytes, strlen(bytes)) != NULL;
}

size_t vt_sent(const struct vt *v)
{
	return v->bytes.len;
}

static bool were_sent(struct vt *v, const void *bytes)
{
	return vt_has_bytes(v, bytes);
}

void vt_wait_bytes(struct vt *v, const char *bytes)
{
	if (!wait_until(v, were_sent, bytes))
		fail_with_screen(v, "the bytes", bytes);
}

void vt_resize(struct vt *v, int rows, int cols)
{
	struct winsize ws = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };
	v->rows = rows;
	v->cols = cols;
	vterm_set_size(v->terminal, rows, cols);
	ck_assert_int_eq(ioctl(v->fd, TIOCSWINSZ, &ws), 0);
}

void vt_signal(struct vt *v, int number)
{
	/* The job's own group, if there is one, is the one in front. */
	pid_t front = tcgetpgrp(v->fd);
	ck_assert_int_eq(kill(front > 0 ? -front : v->pid, number), 0);
}

void vt_hang_up(struct vt *v)
{
	close(v->fd);
	v->fd = -1;
	v->gone = true;
}

static bool is_gone(struct vt *v, const void *what)
{
	(void)what;
	return v->gone;
}

/* Nothing waits for a child with a time limit; the limit of the test catches
 * a program that lets go of its terminal and stays. */
int vt_exit(struct vt *v)
{
	int status;
	if (!wait_until(v, is_gone, NULL))
		fail_with_screen(v, "the program's", "end");
	pid_t pid = v->pid;
	v->pid = 0;
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	return status_of(status);
}

bool vt_is_cooked(const struct vt *v)
{
	struct termios modes;
	ck_assert_int_eq(tcgetattr(v->fd, &modes), 0);
	return (modes.c_lflag & ICANON) != 0 && (modes.c_lflag & ECHO) != 0 &&
		(modes.c_lflag & ISIG) != 0;
}

/* The kernel tells nobody that modes changed, so this has to look again and
 * again. */
void vt_wait_raw(struct vt *v)
{
	struct termios modes;
	for (long end = now_ms() + WAIT_MS;; pump(v, 1)) {
		ck_assert_int_eq(tcgetattr(v->fd, &modes), 0);
		if ((modes.c_lflag & ICANON) == 0)
			return;
		if (v->gone || now_ms() > end)
			fail_with_screen(v, "a terminal that is", "raw");
	}
}

bool vt_is_alternate(const struct vt *v)
{
	return v->alternate;
}

bool vt_is_cursor_visible(const struct vt *v)
{
	return v->cursor_on;
}

int vt_cursor_row(const struct vt *v)
{
	return v->cursor.row;
}

int vt_cursor_col(const struct vt *v)
{
	return v->cursor.col;
}

int vt_bells(const struct vt *v)
{
	return v->bells;
}

/* libvterm would send clicks that nobody asked for. */
void vt_click(struct vt *v, int button, int row, int col)
{
	if (!v->mouse_on)
		return;
	vterm_mouse_move(v->terminal, row, col, VTERM_MOD_NONE);
	vterm_mouse_button(v->terminal, button, true, VTERM_MOD_NONE);
	if (button < 4)
		vterm_mouse_button(v->terminal, button, false, VTERM_MOD_NONE);
}

static VTermScreenCell cell_at(const struct vt *v, int row, int col)
{
	VTermScreenCell cell = { 0 };
	vterm_screen_get_cell(v->screen, (VTermPos){ row, col }, &cell);
	return cell;
}

/* Cells are walked one by one: libvterm's own text leaves erased ones out. */
static void add_row(const struct vt *v, int row, struct sbuf *out)
{
	size_t end = out->len;
	for (int col = 0; col < v->cols;) {
		VTermScreenCell cell = cell_at(v, row, col);
		bool empty = cell.chars[0] == 0;
		if (empty)
			sbuf_char(out, ' ');
		for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] != 0; i++)
			sbuf_utf8(out, cell.chars[i]);
		if (!empty && (cell.chars[0] != ' ' || cell.chars[1] != 0))
			end = out->len;
		col += cell.width > 1 ? cell.width : 1;
	}
	sbuf_truncate(out, end);
}

static char *take(struct sbuf *b)
{
	sbuf_cstr(b);
	return sbuf_take(b);
}

char *vt_row(const struct vt *v, int row)
{
	struct sbuf out = { 0 };
	add_row(v, row, &out);
	return take(&out);
}

char *vt_text(const struct vt *v)
{
	struct sbuf out = { 0 };
	for (int row = 0; row < v->rows; row++) {
		add_row(v, row, &out);
		sbuf_char(&out, '\n');
	}
	return take(&out);
}

static void add_colour(struct sbuf *out, const char *name, const VTermColor *c)
{
	if (VTERM_COLOR_IS_DEFAULT_FG(c) || VTERM_COLOR_IS_DEFAULT_BG(c))
		return;
	if (VTERM_COLOR_IS_INDEXED(c))
		sbuf_printf(out, " %s=%d", name, c->indexed.idx);
	else
		sbuf_printf(out, " %s=#%02x%02x%02x", name, c->rgb.red, c->rgb.green, c->rgb.blue);
}

static void add_look(const struct vt *v, int row, int col, struct sbuf *out)
{
	VTermScreenCell cell = cell_at(v, row, col);
	bool blank = cell.chars[0] == 0 || cell.chars[0] == ' ';
	bool seen = !blank || cell.attrs.underline || cell.attrs.reverse || cell.attrs.strike ||
		!VTERM_COLOR_IS_DEFAULT_BG(&cell.bg);
	if (!seen)
		return;
	if (cell.attrs.bold)
		sbuf_str(out, " bold");
	if (cell.attrs.underline)
		sbuf_str(out, " underline");
	if (cell.attrs.reverse)
		sbuf_str(out, " reverse");
	if (cell.attrs.blink || cell.attrs.italic || cell.attrs.strike)
		sbuf_str(out, " other");
	add_colour(out, "fg", &cell.fg);
	add_colour(out, "bg", &cell.bg);
}

char *vt_look(const struct vt *v, int row, int col)
{
	struct sbuf out = { 0 };
	add_look(v, row, col, &out);
	if (out.len > 0)
		memmove(out.text, out.text + 1, out.len);
	return take(&out);
}

enum { LOOKS_MAX = 26 };

/* The looks that were met, in the order of their letters. */
struct legend {
	char *looks[LOOKS_MAX];
	int len;
};

static char letter_of(struct legend *l, char *look)
{
	int i = 0;
	if (*look == '\0') {
		free(look);
		return '.';
	}
	while (i < l->len && strcmp(l->looks[i], look) != 0)
		i++;
	if (i < l->len) {
		free(look);
	} else {
		ck_assert_int_lt(i, LOOKS_MAX);
		l->looks[l->len++] = look;
	}
	return (char)('a' + i);
}

static void add_looks(const struct vt *v, struct legend *l, struct sbuf *out)
{
	for (int row = 0; row < v->rows; row++) {
		size_t end = out->len;
		for (int col = 0; col < v->cols; col++) {
			char letter = letter_of(l, vt_look(v, row, col));
			sbuf_char(out, letter);
			if (letter != '.')
				end = out->len;
		}
		sbuf_truncate(out, end);
		sbuf_char(out, '\n');
	}
}

char *vt_picture(const struct vt *v)
{
	struct legend legend = { 0 };
	struct sbuf out = { 0 };
	char *text = vt_text(v);
	sbuf_printf(&out, "%s-- %dx%d, cursor ", text, v->cols, v->rows);
	if (v->cursor_on)
		sbuf_printf(&out, "at %d,%d\n", v->cursor.row, v->cursor.col);
	else
		sbuf_str(&out, "hidden\n");
	add_looks(v, &legend, &out);
	sbuf_str(&out, "--\n");
	for (int i = 0; i < legend.len; i++) {
		sbuf_printf(&out, "%c %s\n", 'a' + i, legend.looks[i]);
		free(legend.looks[i]);
	}
	free(text);
	return take(&out);
}

void vt_golden(struct vt *v, const char *name)
{
	char *got = vt_picture(v);
	golden_check(name, got);
	free(got);
}
