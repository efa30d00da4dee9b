/* String literals: their escapes, and how those side by side join. */

#include "lang/tree/parse.h"

#include <assert.h>
#include <ctype.h>
#include <stdio.h>
#include <string.h>

struct span parse_place(const struct parser *p, const struct token *t, size_t at, size_t n)
{
	assert(at >= t->start && "the place is not before its token");
	uint32_t line = t->span.line, col = t->span.col;

	for (size_t i = t->start; i < at; i++) {
		col++;
		if (p->text[i] == '\n') {
			line++;
			col = 0;
		}
	}
	return (struct span){ line, col, line, col + (uint32_t)n };
}

/* Escapes of one letter, and what they mean. */
static const struct {
	char letter, meaning;
} simple_escapes[] = {
	{ '\\', '\\' },
	{ '\'', '\'' },
	{ '"', '"' },
	{ 'a', '\a' },
	{ 'b', '\b' },
	{ 'f', '\f' },
	{ 'n', '\n' },
	{ 'r', '\r' },
	{ 't', '\t' },
	{ 'v', '\v' },
};

struct hex_escape {
	char letter;
	size_t digits;
	const char *name;
};

static const struct hex_escape hex_escapes[] = {
	{ 'x', 2, "\\xXX" },
	{ 'u', 4, "\\uXXXX" },
	{ 'U', 8, "\\UXXXXXXXX" },
};

/* An offset as CPython's decoder counts it: it sees a character above ASCII as
 * an escape of ten bytes. */
static size_t decoder_offset(const char *s, size_t n)
{
	assert(s && "a literal has a text");
	size_t offset = 0;

	for (size_t i = 0; i < n; i++)
		if ((s[i] & 0xC0) != 0x80)
			offset += (s[i] & 0x80) ? 10 : 1;
	return offset;
}

static bool bad_escape(struct parser *p, const struct literal *l, size_t from, size_t at, size_t n,
	const char *what, const char *name)
{
	size_t offset = decoder_offset(p->text + from, at - from);

	return parse_fail(p, parse_place(p, l->tok, at, n),
		"(unicode error) 'unicodeescape' codec can't decode bytes "
		"in position %zu-%zu: %s%s",
		offset, offset + n - 1, what, name);
}

/* The backslash is at at; false with a mistake, else *used bytes are done. */
static bool unescape_hex(struct parser *p, const struct literal *l, size_t from, size_t at,
	size_t to, const struct hex_escape *h, struct sbuf *out, size_t *used)
{
	uint32_t value = 0;
	size_t n = 0;

	while (n < h->digits && at + 2 + n < to && isxdigit((unsigned char)p->text[at + 2 + n])) {
		int c = tolower((unsigned char)p->text[at + 2 + n++]);
		value = value << 4 | (uint32_t)(isdigit(c) ? c - '0' : c - 'a' + 10);
	}
	if (n < h->digits) {
		char what[32];
		snprintf(what, sizeof what, "truncated %s", h->name);
		return bad_escape(p, l, from, at, 2 + n, what, " escape");
	}
	if (value > 0x10FFFF)
		return bad_escape(p, l, from, at, 2 + n, "illegal Unicode character", "");
	sbuf_utf8(out, value);
	*used = 2 + n;
	return true;
}

/* Up to three octal digits behind the backslash at s. */
static size_t unescape_octal(const char *s, size_t n, struct sbuf *out)
{
	uint32_t value = 0;
	size_t i = 1;

	for (; i < n && i < 4 && s[i] >= '0' && s[i] <= '7'; i++)
		value = value * 8 + (uint32_t)(s[i] - '0');
	sbuf_utf8(out, value);
	return i;
}

/* One escape, whose backslash is at at. */
static bool unescape_one(struct parser *p, const struct literal *l, size_t from, size_t at,
	size_t to, struct sbuf *out, size_t *used)
{
	const char *s = p->text + at;
	size_t n = to - at;

	*used = 2;
	if (n > 1 && s[1] == '\n')
		return true;
	if (n > 1 && s[1] >= '0' && s[1] <= '7') {
		*used = unescape_octal(s, n, out);
		return true;
	}
	if (n > 1 && s[1] == 'N') {
		const char *end = memchr(s, '}', n);
		parse_outside(p, parse_place(p, l->tok, at, 2), "a character by name (\\N{...})");
		*used = end ? (size_t)(end - s) + 1 : 2;
		return true;
	}
	for (size_t i = 0; n > 1 && i < sizeof simple_escapes / sizeof *simple_escapes; i++) {
		if (simple_escapes[i].letter == s[1]) {
			sbuf_char(out, simple_escapes[i].meaning);
			return true;
		}
	}
	for (size_t i = 0; n > 1 && i < sizeof hex_escapes / sizeof *hex_escapes; i++)
		if (hex_escapes[i].letter == s[1])
			return unescape_hex(p, l, from, at, to, &hex_escapes[i], out, used);
	sbuf_char(out, '\\'); /* no escape: both characters stay */
	*used = 1;
	return true;
}

bool parse_unescape(
	struct parser *p, const struct literal *l, size_t from, size_t to, struct sbuf *out)
{
	assert(from <= to && "a literal ends behind its beginning");
	for (size_t at = from; at < to;) {
		const char *backslash = l->raw ? NULL : memchr(p->text + at, '\\', to - at);
		size_t plain = backslash ? (size_t)(backslash - p->text) : to;
		sbuf_bytes(out, p->text + at, plain - at);
		at = plain;
		size_t used = 0;
		if (at < to && !unescape_one(p, l, from, at, to, out, &used))
			return false;
		at += used;
	}
	return true;
}

/* stringliteral: [stringprefix] (shortstring | longstring), taken apart */
static struct literal literal(const struct parser *p, const struct token *t)
{
	struct literal l = { .tok = t, .from = t->start, .to = t->start + t->len };
	const char *s = p->text;

	for (; isalpha((unsigned char)s[l.from]); l.from++) {
		int c = tolower((unsigned char)s[l.from]);
		l.raw = l.raw || c == 'r';
		l.formatted = l.formatted || c == 'f';
		l.bytes = l.bytes || c == 'b';
	}
	bool triple = l.to - l.from >= 6 && s[l.from] == s[l.from + 1] &&
		s[l.from] == s[l.from + 2];
	l.from += triple ? 3 : 1;
	l.to -= triple ? 3 : 1;
	assert(l.from <= l.to && "a literal has two quotes");
	return l;
}

struct expr *parse_pending(struct parser *p, struct joined *j)
{
	struct expr *e = parse_constant(p, CONST_STR, j->first);

	if (j->in_one)
		e->span = j->in_one->span;
	e->as.constant.s.len = j->pending.len;
	e->as.constant.s.bytes = arena_strndup(
		&p->ast->arena, sbuf_cstr(&j->pending), j->pending.len);
	e->as.constant.u_prefix = j->u_prefix;
	sbuf_truncate(&j->pending, 0);
	return e;
}

/* Appends the literals from first up to the current token. */
static bool append_all(struct parser *p, struct joined *j, bool *formatted)
{
	for (const struct token *t = j->first; t < p->tok; t++) {
		struct literal l = literal(p, t);
		if (l.bytes) {
			parse_outside(p, t->span, "a bytes literal");
			continue;
		}
		*formatted = *formatted || l.formatted;
		if (l.formatted ? !parse_fstring(p, j, &l)
				: !parse_unescape(p, &l, l.from, l.to, &j->pending))
			return false;
	}
	return true;
}

/* strings: STRING+ */
struct expr *parse_strings(struct parser *p)
{
	size_t mark = parse_sequence(p);
	struct joined j = { .first = p->tok, .u_prefix = p->text[p->tok->start] == 'u' };
	bool formatted = false;
	struct expr *e = NULL;

	while (parse_at(p, TOKEN_STRING))
		p->tok++;
	if (append_all(p, &j, &formatted)) {
		if (!formatted || j.pending.len)
			e = parse_pending(p, &j);
		if (formatted && e)
			parse_push(p, e);
		if (formatted)
			e = parse_sequence_node(p, EXPR_JOINED_STR, j.first, mark);
	}
	sbuf_fini(&j.pending);
	return e;
}
