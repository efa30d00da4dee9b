#include "ui/canvas/decode.h"

#include <string.h>

enum {
	ESCAPE = 27,
	SEQUENCE_MS = 50, /* how long the rest of a sequence may take */
	PASTE_MS = 1000,  /* a silence that ends a paste without an end */
	PASTE_MAX = 64 * 1024,
	REPORT_MAX = 9999,      /* no number in a report of the mouse is greater */
	MODIFIERS = 4 + 8 + 16, /* of its button: Shift, Alt, Ctrl */
	OSC_MAX = 4096,         /* bytes of an answer that are read over, */
	OSC_KEPT = 40,          /* and those that are looked at */
};

static const struct {
	int code;
	enum input_key key;
} control_keys[] = {
	{ '\r', INPUT_ENTER },
	{ '\n', INPUT_ENTER },
	{ '\t', INPUT_TAB },
	{ '\b', INPUT_BACKSPACE },
	{ 127, INPUT_BACKSPACE },
};

int decoder_next(struct decoder *d, int ms)
{
	int code = d->pushed - 1;
	d->pushed = 0;
	return code != CODE_NONE ? code : d->next(d->context, ms);
}

static void push_back(struct decoder *d, int code)
{
	d->pushed = code + 1;
}

static bool give_key(struct decoder *d, struct input *out, enum input_key key)
{
	*out = (struct input){ .kind = INPUT_KEY, .key = key, .alt = d->alt };
	d->alt = false;
	return true;
}

static bool give_text(struct decoder *d, struct input *out, uint32_t code)
{
	*out = (struct input){ .kind = INPUT_TEXT, .code = code, .alt = d->alt };
	d->alt = false;
	return true;
}

/* Answers. */

/* How long the rest of a sequence from the terminal may take. */
static int answer_ms(const struct decoder *d)
{
	return d->patience > SEQUENCE_MS ? d->patience : SEQUENCE_MS;
}

static int hex_digit(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *at = c != '\0' ? strchr(digits, c >= 'A' && c <= 'F' ? c - 'A' + 'a' : c)
				   : NULL;
	return at != NULL ? (int)(at - digits) : -1;
}

/* One to four hexadecimal digits, of which all f is the most, as one byte; -1 if it
 * is something else.  *text is moved behind them. */
static int read_channel(const char **text)
{
	int n = 0, most = 0, digit;
	while (most < 0xffff && (digit = hex_digit(**text)) >= 0) {
		n = n * 16 + digit;
		most = most * 16 + 15;
		++*text;
	}
	return most > 0 ? n * 255 / most : -1;
}

/* XParseColor's "rgb:R/G/B", and "rgba:R/G/B/A" of some. */
static bool read_colour(const char *text, uint32_t *colour)
{
	*colour = 0;
	size_t n = strncmp(text, "rgba:", 5) == 0 ? 5 : strncmp(text, "rgb:", 4) == 0 ? 4 : 0;
	text += n;
	for (int i = 0; i < 3; i++) {
		int channel = read_channel(&text);
		if (n == 0 || channel < 0 || (i < 2 && *text++ != '/'))
			return false;
		*colour = *colour << 8 | (uint32_t)channel;
	}
	return true;
}

/* Reads up to the end of an answer, BEL or ESC \, and keeps its beginning.  What is cut
 * short by a key or a control character ends there. */
static void read_osc(struct decoder *d, int code, char text[OSC_KEPT])
{
	size_t kept = 0;
	for (int i = 0; i < OSC_MAX && code >= ' ' && code < CODE_KEY; i++) {
		if (kept < OSC_KEPT - 1)
			text[kept++] = (char)code;
		code = decoder_next(d, answer_ms(d));
	}
	text[kept] = '\0';
	if (code == ESCAPE)
		code = decoder_next(d, answer_ms(d));
	if (code != CODE_NONE && code != '\\' && code != '\a')
		push_back(d, code);
}

/* ESC ] begins an answer if a number follows; else it was Alt with a key. */
static bool take_osc(struct decoder *d, struct input *out)
{
	char text[OSC_KEPT];
	uint32_t colour;
	int code = decoder_next(d, d->patience);
	if (code < '0' || code > '9') {
		if (code != CODE_NONE)
			push_back(d, code);
		d->alt = true;
		return give_text(d, out, ']');
	}
	d->alt = false;
	read_osc(d, code, text);
	if (strncmp(text, "11;", 3) != 0 || !read_colour(text + 3, &colour))
		return false;
	*out = (struct input){ .kind = INPUT_BACKGROUND, .code = colour };
	return true;
}

/* ESC [ ? ... c says what the terminal is (DA1), and every terminal answers that. */
static bool take_report(struct decoder *d, struct input *out)
{
	int code = decoder_next(d, answer_ms(d));
	d->alt = false;
	while (code >= ' ' && code < '@')
		code = decoder_next(d, answer_ms(d));
	if (code >= CODE_KEY || code == ESCAPE)
		push_back(d, code);
	*out = (struct input){ .kind = INPUT_ANSWERED };
	return code == 'c';
}

/* What begins an answer is text in a paste, unless one is awaited: that is not looked at. */
static bool paste_answer(struct decoder *d, int code, struct input *out)
{
	if (code != CODE_OSC && code != CODE_REPORT)
		return false;
	if (d->patience > 0)
		(void)(code == CODE_OSC ? take_osc(d, out) : take_report(d, out));
	else if (d->paste.len < PASTE_MAX)
		sbuf_str(&d->paste, code == CODE_OSC ? "\033]" : "\033[?");
	return true;
}

/* Of the keys only those come through that are text. */
static bool take_paste(struct decoder *d, struct input *out)
{
	sbuf_truncate(&d->paste, 0);
	for (;;) {
		int code = decoder_next(d, PASTE_MS);
		if (code == CODE_NONE || code == CODE_PASTE_END)
			break;
		if (paste_answer(d, code, out))
			continue;
		if (code == CODE_KEY + INPUT_ENTER)
			code = '\n';
		if (code < CODE_KEY && d->paste.len < PASTE_MAX)
			sbuf_char(&d->paste, (char)code);
	}
	*out = (struct input){
		.kind = INPUT_PASTE, .text = sbuf_cstr(&d->paste), .len = d->paste.len
	};
	return true;
}

/* CSI ends with a byte from @ on, SS3 has one byte more. */
static void skip_sequence(struct decoder *d, int introducer, int code)
{
	while (introducer == '[' && code >= ' ' && code < '@')
		code = decoder_next(d, SEQUENCE_MS);
}

/* A report that is cut short does not swallow what comes after it. */
static void leave_report(struct decoder *d, int code)
{
	if (code >= CODE_KEY || code == ESCAPE)
		push_back(d, code);
	else
		skip_sequence(d, '[', code);
}

/* Digits; code is what was read first, and becomes what comes after them. */
static int read_digits(struct decoder *d, int *code)
{
	int n = 0;
	for (; *code >= '0' && *code <= '9'; *code = decoder_next(d, SEQUENCE_MS)) {
		n = n * 10 + *code - '0';
		if (n > REPORT_MAX)
			n = REPORT_MAX;
	}
	return n;
}

/* The button and the column and row, from 1: "button;column;row", and M when the
 * button goes down, m when it comes up.  True if it is whole and goes down. */
static bool read_sgr(struct decoder *d, int at[3])
{
	for (int i = 0; i < 3; i++) {
		int code = decoder_next(d, SEQUENCE_MS);
		at[i] = read_digits(d, &code);
		if (code != (i < 2 ? ';' : 'M')) {
			leave_report(d, code);
			return false;
		}
	}
	return true;
}

/* The same as three bytes, each 32 too high; button 3 is one that comes up. */
static bool read_x10(struct decoder *d, int at[3])
{
	for (int i = 0; i < 3; i++) {
		int code = decoder_next(d, SEQUENCE_MS);
		if (code < ' ' || code >= CODE_KEY) {
			leave_report(d, code);
			return false;
		}
		at[i] = code - ' ';
	}
	return true;
}

/* Shift, Alt and Ctrl are no matter. */
static bool decode_mouse(struct decoder *d, int code, struct input *out)
{
	static const struct {
		int button;
		enum input_mouse mouse;
	} buttons[] = { { 0, MOUSE_LEFT }, { 64, MOUSE_WHEEL_UP }, { 65, MOUSE_WHEEL_DOWN } };
	int at[3];
	d->alt = false;
	if (!(code == CODE_MOUSE_SGR ? read_sgr(d, at) : read_x10(d, at)) || at[1] < 1 || at[2] < 1)
		return false;
	for (size_t i = 0; i < sizeof buttons / sizeof *buttons; i++) {
		if (buttons[i].button != (at[0] & ~MODIFIERS))
			continue;
		*out = (struct input){ .kind = INPUT_MOUSE,
			.mouse = buttons[i].mouse,
			.row = at[2] - 1,
			.col = at[1] - 1 };
		return true;
	}
	return false;
}

static bool take_special(struct decoder *d, int code, struct input *out)
{
	d->typed = (mbstate_t){ 0 };
	if (code == CODE_PASTE_BEGIN)
		return take_paste(d, out);
	if (code == CODE_MOUSE_SGR || code == CODE_MOUSE_X10)
		return decode_mouse(d, code, out);
	if (code == CODE_OSC)
		return take_osc(d, out);
	if (code == CODE_REPORT)
		return take_report(d, out);
	if (code < CODE_KEY + INPUT_KEY_COUNT)
		return give_key(d, out, (enum input_key)(code - CODE_KEY));
	d->alt = false;
	return false;
}

/* Puts a byte to those of a character; true when it is whole.  An ASCII byte
 * begins anew, so a character that was cut harms only itself. */
static bool take_byte(struct decoder *d, int code, struct input *out)
{
	char byte = (char)code;
	wchar_t wide;
	if (code < 0x80)
		d->typed = (mbstate_t){ 0 };
	size_t n = mbrtowc(&wide, &byte, 1, &d->typed);
	if (n == (size_t)-2)
		return false;
	if (n == (size_t)-1) {
		d->typed = (mbstate_t){ 0 };
		d->alt = false;
		return false;
	}
	for (size_t i = 0; i < sizeof control_keys / sizeof *control_keys; i++) {
		if (control_keys[i].code == code)
			return give_key(d, out, control_keys[i].key);
	}
	return give_text(d, out, (uint32_t)wide);
}

/* What follows an Esc says whether it was the key, Alt, or a sequence; an answer that
 * is awaited may take its time. */
static bool take_escape(struct decoder *d, struct input *out)
{
	int code = decoder_next(d, d->patience);
	if (code == CODE_NONE)
		return give_key(d, out, INPUT_ESCAPE);
	if (code == ESCAPE) {
		push_back(d, code);
		return give_key(d, out, INPUT_ESCAPE);
	}
	if (code == ']')
		return take_osc(d, out);
	if (code == '[' || code == 'O') {
		int next = decoder_next(d, d->patience);
		if (code == '[' && next == '?')
			return take_report(d, out);
		if (next != CODE_NONE) {
			skip_sequence(d, code, next);
			return false;
		}
	}
	d->alt = true;
	return code >= CODE_KEY ? take_special(d, code, out) : take_byte(d, code, out);
}

bool decoder_take(struct decoder *d, int code, struct input *out)
{
	if (code == ESCAPE)
		return take_escape(d, out);
	return code >= CODE_KEY ? take_special(d, code, out) : take_byte(d, code, out);
}

void decoder_fini(struct decoder *d)
{
	sbuf_fini(&d->paste);
}
