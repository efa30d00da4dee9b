#include "base/sbuf.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "base/utf8.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { FIRST_CAP = 32 };

static bool is_past_bound(struct sbuf *b, size_t n)
{
	assert((b->max == 0 || (b->full && b->len <= b->max)) &&
		"who bounds a text asks whether it is full");
	if (b->max == 0 || n <= b->max - b->len)
		return false;
	*b->full = true;
	return true;
}

/* Makes room for n more bytes and the NUL; false if they are past the bound. */
static bool reserve(struct sbuf *b, size_t n)
{
	if (b->text && n < b->cap - b->len)
		return true;
	if (is_past_bound(b, n)) {
		if (!b->text)
			reserve(b, 0);
		return false;
	}
	size_t need = n < SIZE_MAX - b->len ? b->len + n + 1 : SIZE_MAX;
	size_t cap = b->cap <= SIZE_MAX / 2 ? b->cap * 2 : SIZE_MAX;
	if (cap < FIRST_CAP)
		cap = FIRST_CAP;
	if (b->max > 0 && cap > b->max)
		cap = b->max + 1;
	if (cap < need)
		cap = need;
	b->text = mem_realloc(b->text, cap);
	b->cap = cap;
	return true;
}

static void advance(struct sbuf *b, size_t n)
{
	b->len += n;
	b->text[b->len] = '\0';
}

void sbuf_char(struct sbuf *b, char c)
{
	if (!reserve(b, 1))
		return;
	b->text[b->len] = c;
	advance(b, 1);
}

void sbuf_bytes(struct sbuf *b, const void *p, size_t n)
{
	if (!reserve(b, n))
		return;
	if (n > 0)
		memcpy(b->text + b->len, p, n);
	advance(b, n);
}

void sbuf_str(struct sbuf *b, const char *s)
{
	sbuf_bytes(b, s, strlen(s));
}

void sbuf_printf(struct sbuf *b, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	sbuf_vprintf(b, fmt, ap);
	va_end(ap);
}

static void join_str(struct sbuf *b, const char *s)
{
	sbuf_str(b, s ? s : "(null)");
}

/* Most formats only join texts and small numbers, which at every step of a
 * picture takes less than printf needs to get ready.  True if this one is such,
 * and done; else nothing was added. */
static bool join_simple(struct sbuf *b, const char *fmt, va_list ap)
{
	for (const char *at = strchr(fmt, '%'); at; at = strchr(at + 2, '%'))
		if (at[1] != 's' && at[1] != 'u' && at[1] != 'd')
			return false;
	for (;;) {
		size_t n = strcspn(fmt, "%");
		sbuf_bytes(b, fmt, n);
		if (fmt[n] == '\0')
			return true;
		switch (fmt[n + 1]) {
		case 's':
			join_str(b, va_arg(ap, const char *));
			break;
		case 'u':
			sbuf_unsigned(b, va_arg(ap, unsigned));
			break;
		default:
			sbuf_signed(b, va_arg(ap, int));
			break;
		}
		fmt += n + 2;
	}
}

static void print(struct sbuf *b, const char *fmt, va_list ap)
{
	va_list again;
	va_copy(again, ap);
	size_t room = b->cap - b->len;
	int n = vsnprintf(b->text + b->len, room, fmt, ap);
	assert(n >= 0 && "the format is ours and fits an int");
	if ((size_t)n >= room && !reserve(b, (size_t)n)) {
		n = 0;
		b->text[b->len] = '\0';
	} else if ((size_t)n >= room) {
		n = vsnprintf(b->text + b->len, b->cap - b->len, fmt, again);
		assert(n >= 0 && (size_t)n < b->cap - b->len);
	}
	va_end(again);
	advance(b, (size_t)n);
}

void sbuf_vprintf(struct sbuf *b, const char *fmt, va_list ap)
{
	if (b->max == 0 && join_simple(b, fmt, ap))
		return;
	if (reserve(b, FIRST_CAP))
		print(b, fmt, ap);
}

void sbuf_unsigned(struct sbuf *b, uint64_t n)
{
	char text[DECIMAL_MOST];
	sbuf_bytes(b, text, decimal(n, text));
}

void sbuf_signed(struct sbuf *b, int64_t n)
{
	if (n < 0)
		sbuf_char(b, '-');
	sbuf_unsigned(b, n < 0 ? -(uint64_t)n : (uint64_t)n);
}

void sbuf_utf8(struct sbuf *b, uint32_t c)
{
	if (!reserve(b, 4))
		return;
	advance(b, utf8_encode(b->text + b->len, c));
}

void sbuf_fill(struct sbuf *b, char c, size_t n)
{
	if (!reserve(b, n))
		return;
	memset(b->text + b->len, c, n);
	advance(b, n);
}

void sbuf_pad(struct sbuf *b, size_t start, size_t columns)
{
	assert(start <= b->len);
	size_t used = b->len - start;
	sbuf_fill(b, ' ', used < columns ? columns - used : 1);
}

void sbuf_truncate(struct sbuf *b, size_t n)
{
	assert(n <= b->len);
	if (b->text)
		b->text[b->len = n] = 0;
}

const char *sbuf_cstr(struct sbuf *b)
{
	return b->text ? b->text : "";
}

char *sbuf_take(struct sbuf *b)
{
	reserve(b, 0);
	advance(b, 0);
	char *text = b->text;
	*b = (struct sbuf){ 0 };
	return text;
}

void sbuf_fini(struct sbuf *b)
{
	mem_free(b->text);
	*b = (struct sbuf){ 0 };
}
