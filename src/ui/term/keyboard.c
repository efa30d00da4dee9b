#include "ui/term/keyboard.h"

#include "base/mem.h"
#include "base/now.h"

#include <curses.h>
#include <poll.h>
#include <unistd.h>

struct keyboard {
	WINDOW *pad; /* reading from one never refreshes a window */
	struct decoder decoder;
	bool empty;     /* curses has nothing that it read already */
	bool announced; /* there is something to be read */
};

/* Sequences that terminals send, whatever terminfo says of them.  The keys
 * are told from those of curses by the codes of the decoder. */
static const struct {
	const char *bytes;
	int key;
} sequences[] = {
	{ "\033[A", INPUT_UP },
	{ "\033OA", INPUT_UP },
	{ "\033[B", INPUT_DOWN },
	{ "\033OB", INPUT_DOWN },
	{ "\033[C", INPUT_RIGHT },
	{ "\033OC", INPUT_RIGHT },
	{ "\033[D", INPUT_LEFT },
	{ "\033OD", INPUT_LEFT },
	{ "\033[H", INPUT_HOME },
	{ "\033OH", INPUT_HOME },
	{ "\033[1~", INPUT_HOME },
	{ "\033[7~", INPUT_HOME },
	{ "\033[F", INPUT_LINE_END },
	{ "\033OF", INPUT_LINE_END },
	{ "\033[4~", INPUT_LINE_END },
	{ "\033[8~", INPUT_LINE_END },
	{ "\033[2~", INPUT_INSERT },
	{ "\033[3~", INPUT_DELETE },
	{ "\033[5~", INPUT_PAGE_UP },
	{ "\033[6~", INPUT_PAGE_DOWN },
	{ "\033[Z", INPUT_BACK_TAB },
	{ "\033[1;5D", INPUT_WORD_LEFT },
	{ "\033[1;3D", INPUT_WORD_LEFT },
	{ "\033[1;5C", INPUT_WORD_RIGHT },
	{ "\033[1;3C", INPUT_WORD_RIGHT },
	{ "\033OP", INPUT_F1 },
	{ "\033[11~", INPUT_F1 },
	{ "\033[[A", INPUT_F1 },
	{ "\033[200~", CODE_PASTE_BEGIN - CODE_KEY },
	{ "\033[201~", CODE_PASTE_END - CODE_KEY },
	{ "\033]", CODE_OSC - CODE_KEY },
	{ "\033[?", CODE_REPORT - CODE_KEY },
};

static const struct {
	int code, key;
} curses_keys[] = {
	{ KEY_ENTER, INPUT_ENTER },
	{ KEY_BTAB, INPUT_BACK_TAB },
	{ KEY_BACKSPACE, INPUT_BACKSPACE },
	{ KEY_DC, INPUT_DELETE },
	{ KEY_IC, INPUT_INSERT },
	{ KEY_UP, INPUT_UP },
	{ KEY_DOWN, INPUT_DOWN },
	{ KEY_LEFT, INPUT_LEFT },
	{ KEY_RIGHT, INPUT_RIGHT },
	{ KEY_HOME, INPUT_HOME },
	{ KEY_END, INPUT_LINE_END },
	{ KEY_PPAGE, INPUT_PAGE_UP },
	{ KEY_NPAGE, INPUT_PAGE_DOWN },
	{ KEY_F(1), INPUT_F1 },
	{ KEY_F(2), INPUT_F2 },
	{ KEY_F(3), INPUT_F3 },
	{ KEY_F(4), INPUT_F4 },
	{ KEY_F(5), INPUT_F5 },
	{ KEY_F(6), INPUT_F6 },
	{ KEY_F(7), INPUT_F7 },
	{ KEY_F(8), INPUT_F8 },
	{ KEY_F(9), INPUT_F9 },
	{ KEY_F(10), INPUT_F10 },
	{ KEY_F(11), INPUT_F11 },
	{ KEY_F(12), INPUT_F12 },
};

/* What curses reads within ms, else ERR. */
static int read_soon(struct keyboard *k, int ms)
{
	long end = now_ms() + ms;
	for (;;) {
		int code = wgetch(k->pad);
		long left = end - now_ms();
		if (code != ERR || left <= 0)
			return code;
		struct pollfd p = { .fd = STDIN_FILENO, .events = POLLIN };
		if (poll(&p, 1, (int)left) > 0 && (p.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0)
			return ERR;
	}
}

/* The decoder's code for what curses read. */
static int code_of(int k)
{
	if (k == ERR)
		return CODE_NONE;
	if (k < KEY_MIN || (k >= CODE_KEY && k < CODE_OTHER))
		return k;
	for (size_t i = 0; i < sizeof curses_keys / sizeof *curses_keys; i++) {
		if (curses_keys[i].code == k)
			return CODE_KEY + curses_keys[i].key;
	}
	return CODE_OTHER;
}

static int next_code(void *context, int ms)
{
	return code_of(read_soon(context, ms));
}

static void define_sequences(void)
{
	for (size_t i = 0; i < sizeof sequences / sizeof *sequences; i++)
		define_key(sequences[i].bytes, CODE_KEY + sequences[i].key);
}

/* Curses makes one gesture of all clicks that wait to be read, and keeps the last
 * of them, whatever mouseinterval says: its reader of the mouse is left out.  On a
 * terminal without a mouse, ESC [ M may be a key. */
static void define_mouse(void)
{
	keyok(KEY_MOUSE, FALSE);
	define_key("\033[<", CODE_MOUSE_SGR);
	define_key("\033[M", CODE_MOUSE_X10);
}

struct keyboard *keyboard_new(bool mouse)
{
	struct keyboard *k = mem_calloc(1, sizeof *k);
	k->pad = newpad(1, 1);
	keypad(k->pad, TRUE);
	wtimeout(k->pad, 0);
	define_sequences();
	if (mouse)
		define_mouse();
	k->decoder.next = next_code;
	k->decoder.context = k;
	return k;
}

void keyboard_free(struct keyboard *k)
{
	delwin(k->pad);
	decoder_fini(&k->decoder);
	mem_free(k);
}

void keyboard_await(struct keyboard *k, int ms)
{
	k->decoder.patience = ms;
}

void keyboard_announce(struct keyboard *k, bool something)
{
	k->announced = something;
}

void keyboard_forget(struct keyboard *k)
{
	k->empty = false;
}

/* The next code if there is one; curses is not asked in vain, since each time it
 * polls.  It keeps nothing behind a letter: only behind the beginning of what
 * could be a key. */
int keyboard_code(struct keyboard *k)
{
	if (k->empty && !k->announced)
		return CODE_NONE;
	int code = decoder_next(&k->decoder, 0);
	bool letter = code >= ' ' && code < 0x7f;
	k->empty = code == CODE_NONE || (k->empty && letter);
	k->announced = false;
	return code;
}

bool keyboard_take(struct keyboard *k, int code, struct input *in)
{
	return decoder_take(&k->decoder, code, in);
}
