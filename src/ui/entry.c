#include "ui/entry.h"

#include "base/utf8.h"

#include <string.h>

enum { TEXT_MAX = 1000 };

#define CTRL(c) ((c) & 31)

void entry_open(struct entry *e, const char *text)
{
	sbuf_truncate(&e->text, 0);
	sbuf_str(&e->text, text);
	e->cursor = e->text.len;
	e->open = true;
}

void entry_fini(struct entry *e)
{
	sbuf_fini(&e->text);
}

static bool is_inside(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

static size_t before(const struct entry *e)
{
	size_t at = e->cursor;
	do
		at -= at > 0;
	while (at > 0 && is_inside(e->text.text[at]));
	return at;
}

static size_t after(const struct entry *e)
{
	size_t at = e->cursor;
	do
		at += at < e->text.len;
	while (at < e->text.len && is_inside(e->text.text[at]));
	return at;
}

static size_t word_before(const struct entry *e)
{
	size_t at = e->cursor;
	while (at > 0 && e->text.text[at - 1] == ' ')
		at--;
	while (at > 0 && e->text.text[at - 1] != ' ')
		at--;
	return at;
}

/* Takes the bytes from a to b out. */
static void cut(struct entry *e, size_t a, size_t b)
{
	if (a >= b)
		return;
	memmove(e->text.text + a, e->text.text + b, e->text.len - b);
	sbuf_truncate(&e->text, e->text.len - (b - a));
	e->cursor = a;
}

static void insert(struct entry *e, const char *s, size_t n)
{
	if (n == 0 || e->text.len + n > TEXT_MAX)
		return;
	sbuf_bytes(&e->text, s, n);
	memmove(e->text.text + e->cursor + n, e->text.text + e->cursor, e->text.len - n - e->cursor);
	memcpy(e->text.text + e->cursor, s, n);
	e->cursor += n;
}

/* The first line of what was pasted, without control characters. */
static void insert_pasted(struct entry *e, const char *s, size_t n)
{
	for (size_t i = 0; i < n && s[i] != '\n' && s[i] != '\r'; i++)
		if ((unsigned char)s[i] >= ' ' && s[i] != 0x7f)
			insert(e, &s[i], 1);
}

static enum entry_result leave(struct entry *e, enum entry_result how)
{
	e->open = false;
	return how;
}

static enum entry_result take_text(struct entry *e, uint32_t code)
{
	char bytes[4];
	switch (code) {
	case CTRL('c'): return leave(e, ENTRY_CANCELLED);
	case CTRL('d'): return e->text.len == 0 ? leave(e, ENTRY_CANCELLED) : ENTRY_EDITING;
	case CTRL('a'): e->cursor = 0; break;
	case CTRL('e'): e->cursor = e->text.len; break;
	case CTRL('u'): cut(e, 0, e->cursor); break;
	case CTRL('k'): cut(e, e->cursor, e->text.len); break;
	case CTRL('w'): cut(e, word_before(e), e->cursor); break;
	default:
		if (code >= ' ' && code != 0x7f)
			insert(e, bytes, utf8_encode(bytes, code));
	}
	return ENTRY_EDITING;
}

static enum entry_result take_key(struct entry *e, enum input_key key)
{
	switch (key) {
	case INPUT_ENTER: return leave(e, ENTRY_DONE);
	case INPUT_ESCAPE: return leave(e, ENTRY_CANCELLED);
	case INPUT_BACKSPACE:
		if (e->text.len == 0)
			return leave(e, ENTRY_CANCELLED);
		cut(e, before(e), e->cursor);
		break;
	case INPUT_DELETE: cut(e, e->cursor, after(e)); break;
	case INPUT_LEFT: e->cursor = before(e); break;
	case INPUT_RIGHT: e->cursor = after(e); break;
	case INPUT_HOME: e->cursor = 0; break;
	case INPUT_LINE_END: e->cursor = e->text.len; break;
	default: break;
	}
	return ENTRY_EDITING;
}

enum entry_result entry_input(struct entry *e, const struct input *in)
{
	if (in->kind == INPUT_TEXT && !in->alt)
		return take_text(e, in->code);
	if (in->kind == INPUT_KEY && !in->alt)
		return take_key(e, in->key);
	if (in->kind == INPUT_PASTE)
		insert_pasted(e, in->text, in->len);
	return in->kind == INPUT_INTERRUPT ? leave(e, ENTRY_CANCELLED) : ENTRY_EDITING;
}

int entry_draw(struct canvas *c, struct rect in, const struct entry *e)
{
	canvas_erase(c, in);
	canvas_str(c, in, 0, 0, ROLE_KEY, ":");
	struct rect line = in;
	rect_left(&line, 1);
	int cursor = canvas_columns(c, e->text.text, e->cursor);
	int shift = cursor >= line.cols ? cursor - line.cols + 1 : 0;
	canvas_text(c, line, 0, -shift, ROLE_NORMAL, shift > 0 ? TEXT_CUT : 0, e->text.text, e->text.len);
	return 1 + cursor - shift;
}
