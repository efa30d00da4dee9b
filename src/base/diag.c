#include "base/diag.h"

#include "base/mem.h"
#include "base/sbuf.h"
#include "base/utf8.h"

#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum {
	TAB = 8,
	INDENT = 4,
	WINDOW = 72,       /* columns of a source line that are shown */
	BEFORE_CARET = 24, /* of these, so many before a caret that needs a cut */
	MARKS = 8,         /* characters without a width that are shown in a row */
};

static const char CUT[] = "...";

/* A line of the source, without its end. */
struct line {
	const char *text;
	size_t len;
};

/* Half-open pieces of a line, in columns of the screen. */
struct columns {
	size_t from, to;
};

static char *format(const char *fmt, va_list ap)
{
	struct sbuf b = { 0 };
	sbuf_vprintf(&b, fmt, ap);
	return sbuf_take(&b);
}

void diag_set(struct diag *d, struct span span, const char *fmt, ...)
{
	assert(fmt && "a mistake has a message");
	if (d->set) {
		d->closed = true;
		return;
	}
	va_list ap;
	va_start(ap, fmt);
	d->set = true;
	d->span = span;
	d->message = format(fmt, ap);
	va_end(ap);
}

void diag_hint(struct diag *d, const char *fmt, ...)
{
	assert(d->set && "a hint belongs to a message");
	if (d->closed || d->hint)
		return;
	va_list ap;
	va_start(ap, fmt);
	d->hint = format(fmt, ap);
	va_end(ap);
}

static void refusal_fini(struct refusal *r)
{
	mem_free(r->message);
	mem_free(r->way);
}

void diag_refuse(struct diag *d, struct span span, const char *way, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	struct refusal r = { span, format(fmt, ap), way ? mem_strdup(way) : NULL };
	va_end(ap);
	array_push(&d->refusals, r);
}

void diag_take_refusals(struct diag *d, struct diag *from)
{
	for (size_t i = 0; i < from->refusals.len; i++)
		array_push(&d->refusals, from->refusals.at[i]);
	from->refusals.len = 0;
}

/* By place; at one place by words, so that the same ones stand side by side. */
static int compare(const void *a, const void *b)
{
	const struct refusal *x = a, *y = b;
	if (x->span.line != y->span.line)
		return x->span.line < y->span.line ? -1 : 1;
	if (x->span.col != y->span.col)
		return x->span.col < y->span.col ? -1 : 1;
	return strcmp(x->message, y->message);
}

/* In the order of their places, and each once: what both sides of a scenario share is
 * read twice. */
static void sort(struct diag *d)
{
	size_t n = 0;
	qsort(d->refusals.at, d->refusals.len, sizeof *d->refusals.at, compare);
	for (size_t i = 0; i < d->refusals.len; i++) {
		if (n > 0 && compare(&d->refusals.at[n - 1], &d->refusals.at[i]) == 0)
			refusal_fini(&d->refusals.at[i]);
		else
			d->refusals.at[n++] = d->refusals.at[i];
	}
	d->refusals.len = n;
}

static void drop_refusals(struct diag *d)
{
	for (size_t i = 0; i < d->refusals.len; i++)
		refusal_fini(&d->refusals.at[i]);
	array_fini(&d->refusals);
}

bool diag_settle(struct diag *d)
{
	if (d->set && !d->refused)
		drop_refusals(d);
	if (d->set || d->refusals.len == 0)
		return d->set;
	sort(d);
	struct refusal first = d->refusals.at[0];
	d->refusals.len--;
	memmove(d->refusals.at, d->refusals.at + 1, d->refusals.len * sizeof first);
	d->set = d->refused = true;
	d->span = first.span;
	d->message = first.message;
	d->hint = first.way;
	return true;
}

/* The refusals as they were before it was settled. */
static void unsettle(struct diag *d)
{
	struct refusal r = { d->span, d->message, d->hint };
	if (!d->refused)
		return;
	d->set = d->refused = false;
	d->message = d->hint = NULL;
	array_push(&d->refusals, r);
}

void diag_join(struct diag *d, struct diag *from)
{
	if (from->set && !from->refused && (!d->set || d->refused)) {
		struct diag other = *d;
		*d = *from;
		*from = other;
	} else if (!d->set || d->refused) {
		unsettle(d);
		unsettle(from);
		diag_take_refusals(d, from);
		diag_settle(d);
	}
	diag_fini(from);
}

/* Gives false when the source has no such line. */
static bool find_line(const char *source, size_t n, uint32_t number, struct line *line)
{
	if (!source || number == 0)
		return false;
	const char *at = source, *end = source + n;
	for (uint32_t i = 1; i < number; i++) {
		at = memchr(at, '\n', (size_t)(end - at));
		if (!at)
			return false;
		at++;
	}
	const char *stop = memchr(at, '\n', (size_t)(end - at));
	line->text = at;
	line->len = (size_t)((stop ? stop : end) - at);
	if (line->len > 0 && at[line->len - 1] == '\r')
		line->len--;
	return true;
}

/* The first character of n bytes that stand at this column. */
static struct utf8_shown show_at(const char *s, size_t n, size_t column)
{
	if (*s != '\t')
		return utf8_show(s, n);
	struct utf8_shown tab = { .used = 1 };
	tab.len = tab.columns = (unsigned char)(TAB - column % TAB);
	memset(tab.text, ' ', tab.len);
	return tab;
}

/* The column where the byte at offset is shown. */
static size_t column_of(struct line line, size_t offset)
{
	assert(offset <= line.len && "the place is on the line");
	size_t column = 0;
	for (size_t i = 0; i < offset;) {
		struct utf8_shown shown = show_at(line.text + i, line.len - i, column);
		column += shown.columns;
		i += shown.used;
	}
	return column;
}

/* Characters before the byte at offset; a bad byte counts as one. */
static size_t characters_before(struct line line, size_t offset)
{
	assert(offset <= line.len && "the place is on the line");
	size_t count = 0;
	for (size_t i = 0; i < offset; count++)
		i += utf8_show(line.text + i, line.len - i).used;
	return count;
}

static size_t smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

static struct columns carets_of(struct span span, struct line line)
{
	assert(line.text && "a caret stands below a line");
	size_t last = span.end_line > span.line ? line.len : smaller(span.end_col, line.len);
	struct columns carets = {
		column_of(line, smaller(span.col, line.len)),
		column_of(line, last),
	};
	if (carets.to <= carets.from)
		carets.to = carets.from + 1;
	return carets;
}

/* The piece of a line so wide that is shown around the caret. */
static struct columns window_of(size_t width, struct columns carets)
{
	if (carets.to <= WINDOW && width <= WINDOW)
		return (struct columns){ 0, WINDOW };
	size_t from = carets.from > WINDOW - BEFORE_CARET ? carets.from - BEFORE_CARET : 0;
	return (struct columns){ from, from + WINDOW };
}

/* Appends what of the line is wholly inside the window; half of a wide
 * character or of a replacement at its edge becomes spaces. */
static void render_window(struct line line, struct columns window, struct sbuf *out)
{
	assert(window.from <= window.to && "a window goes from left to right");
	size_t column = 0, marks = 0;
	for (size_t i = 0; i < line.len && column < window.to;) {
		struct utf8_shown shown = show_at(line.text + i, line.len - i, column);
		size_t end = column + shown.columns;
		marks = shown.columns > 0 ? 0 : column > window.from ? marks + 1 : MARKS + 1;
		if (column >= window.from && end <= window.to && marks <= MARKS)
			sbuf_bytes(out, shown.text, shown.len);
		else if (column < window.from && end > window.from)
			sbuf_fill(out, ' ', end - window.from);
		column = end;
		i += shown.used;
	}
}

static void render_source(struct span span, struct line line, struct sbuf *out)
{
	size_t width = column_of(line, line.len);
	struct columns carets = carets_of(span, line);
	struct columns window = window_of(width, carets);
	size_t indent = INDENT;
	sbuf_fill(out, ' ', INDENT);
	if (window.from > 0) {
		sbuf_str(out, CUT);
		indent += strlen(CUT);
	}
	render_window(line, window, out);
	if (width > window.to)
		sbuf_str(out, CUT);
	sbuf_char(out, '\n');
	sbuf_fill(out, ' ', indent + carets.from - window.from);
	sbuf_fill(out, '^', smaller(carets.to, window.to) - carets.from);
	sbuf_char(out, '\n');
}

/* One of them. */
static void render(
	const struct refusal *r, const char *file, const char *source, size_t n, struct sbuf *out)
{
	struct line line = { 0 };
	bool found = find_line(source, n, r->span.line, &line);
	size_t column = found ? characters_before(line, smaller(r->span.col, line.len))
			      : r->span.col;
	sbuf_str(out, "cosub: ");
	utf8_printable(out, file, strlen(file));
	if (r->span.line > 0)
		sbuf_printf(out, ":%u:%zu", r->span.line, column + 1);
	sbuf_str(out, ": ");
	utf8_printable(out, r->message, strlen(r->message));
	sbuf_char(out, '\n');
	if (found)
		render_source(r->span, line, out);
	if (r->way) {
		sbuf_fill(out, ' ', INDENT);
		utf8_printable(out, r->way, strlen(r->way));
		sbuf_char(out, '\n');
	}
}

void diag_render(
	const struct diag *d, const char *file, const char *source, size_t n, struct sbuf *out)
{
	assert(d->set);
	size_t shown = smaller(d->refusals.len, REFUSALS_SHOWN - 1);
	render(&(struct refusal){ d->span, d->message, d->hint }, file, source, n, out);
	for (size_t i = 0; i < shown; i++)
		render(&d->refusals.at[i], file, source, n, out);
	if (d->refusals.len > shown) {
		sbuf_str(out, "cosub: ");
		utf8_printable(out, file, strlen(file));
		sbuf_printf(out, ": and %zu more that are outside the scenario language\n",
			d->refusals.len - shown);
	}
}

void diag_fini(struct diag *d)
{
	mem_free(d->message);
	mem_free(d->hint);
	drop_refusals(d);
	*d = (struct diag){ 0 };
}
