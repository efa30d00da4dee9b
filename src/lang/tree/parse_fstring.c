/*
 * An f-string of Python 3.11 is a string first: its replacement fields are
 * found in the characters between its quotes, and each is then parsed as if in
 * parentheses.  Terms: a field is "{" expression ["="] ["!" conversion]
 * [":" spec] "}"; a spec is itself a joined string with fields, whose own specs
 * have none.
 */

#include "lang/tree/parse.h"

#include <assert.h>
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MAX_FIELD_LEVEL = 2 };

struct fscan {
	struct parser *p;
	struct joined *j;
	const struct literal *l;
	size_t at;
	size_t known; /* an offset, of which the place is: */
	uint32_t line, col;
};

static int peek(const struct fscan *f, size_t ahead)
{
	return f->at + ahead < f->l->to ? (unsigned char)f->p->text[f->at + ahead] : -1;
}

/* The place of n bytes at an offset; offsets come in ascending order. */
static struct span place_at(struct fscan *f, size_t at, size_t n)
{
	assert(at >= f->known);
	for (; f->known < at; f->known++) {
		f->col++;
		if (f->p->text[f->known] == '\n') {
			f->line++;
			f->col = 0;
		}
	}
	return (struct span){ f->line, f->col, f->line, f->col + (uint32_t)n };
}

static bool wrong(struct fscan *f, size_t at, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

static bool wrong(struct fscan *f, size_t at, const char *fmt, ...)
{
	char message[96];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(message, sizeof message, fmt, ap);
	va_end(ap);
	return parse_fail(f->p, parse_place(f->p, f->l->tok, at, 1), "%s%s",
		f->p->fstrings ? "" : "f-string: ", message);
}

/* Where the expression of a field ends: brackets and strings are passed. */
struct field_scan {
	char brackets[LEXER_MAX_BRACKETS];
	size_t nbrackets;
	int quote;
	bool triple;
};

static void scan_quote(struct fscan *f, struct field_scan *s, int c)
{
	bool three = peek(f, 1) == c && peek(f, 2) == c;

	if (!s->quote) {
		s->quote = c;
		s->triple = three;
		f->at += three ? 2 : 0;
	} else if (s->quote == c && (!s->triple || three)) {
		s->quote = 0;
		f->at += s->triple ? 2 : 0;
	}
}

static bool scan_bracket(struct fscan *f, struct field_scan *s, int c)
{
	if (strchr("([{", c)) {
		if (s->nbrackets == LEXER_MAX_BRACKETS)
			return wrong(f, f->at, "too many nested parenthesis");
		s->brackets[s->nbrackets++] = (char)c;
		return true;
	}
	if (!s->nbrackets)
		return wrong(f, f->at, "unmatched '%c'", c);
	char open = s->brackets[--s->nbrackets];
	if (c == (open == '(' ? ')' : open == '[' ? ']' : '}'))
		return true;
	return wrong(f, f->at, "closing parenthesis '%c' does not match opening parenthesis '%c'",
		c, open);
}

/* Does the expression end here, outside of brackets?  An operator of two
 * characters with "=" is passed. */
static bool scan_end(struct fscan *f, int c)
{
	if (strchr("!=<>", c) && peek(f, 1) == '=') {
		f->at++;
		return false;
	}
	return strchr("!:}=", c) != NULL;
}

/* From the byte behind "{" to the end of the expression. */
static bool scan_field(struct fscan *f)
{
	struct field_scan s = { .nbrackets = 0 };
	int c;

	for (; (c = peek(f, 0)) >= 0; f->at++) {
		if (c == '\\')
			return parse_fail(f->p, parse_place(f->p, f->l->tok, f->at, 1),
				"f-string expression part cannot include a backslash");
		if (c == '"' || c == '\'') {
			scan_quote(f, &s, c);
		} else if (s.quote) {
			continue;
		} else if (c == '#') {
			return parse_fail(f->p, parse_place(f->p, f->l->tok, f->at, 1),
				"f-string expression part cannot include '#'");
		} else if (!s.nbrackets && c && strchr("!:}=<>", c)) {
			if (scan_end(f, c))
				break;
		} else if (c && strchr("([{)]}", c) && !scan_bracket(f, &s, c)) {
			return false;
		}
	}
	if (s.quote)
		return wrong(f, f->at, "unterminated string");
	if (s.nbrackets)
		return wrong(f, f->at, "unmatched '%c'", s.brackets[s.nbrackets - 1]);
	return c >= 0 || wrong(f, f->at, "expecting '}'");
}

/* The tokens of a field, parsed: "(" ... ")" END */
static struct expr *parse_field_tokens(struct parser *p, const struct lexed *lx)
{
	p->first = p->tok = lx->tokens.at;
	struct expr *e = parse_atom(p);
	if (e && !parse_at(p, TOKEN_END))
		return parse_unexpected(p);
	return e;
}

/* The expression in the bytes [from, to), with the "{" before and something
 * behind them. */
static struct expr *field_expression(struct fscan *f, size_t from, size_t to)
{
	struct parser *p = f->p, outer = *p;
	struct expr *e = NULL;
	struct lexed lx;

	lexer_parenthesised(&lx, p->text, from, to, place_at(f, from - 1, 1));
	p->fstrings++;
	if (lx.error.set)
		diag_set(p->d, lx.error.span, "%s", lx.error.message);
	else
		e = parse_field_tokens(p, &lx);
	p->fstrings--;
	p->tok = outer.tok;
	p->first = outer.first;
	p->operand = p->operand_end = NULL;
	lexer_fini(&lx);
	return e;
}

static bool is_blank_text(const struct fscan *f, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (!isspace((unsigned char)f->p->text[i]))
			return false;
	return true;
}

static bool wrong_empty(struct fscan *f, size_t at)
{
	if (peek(f, 0) == '}')
		return wrong(f, at, "empty expression not allowed");
	return wrong(f, at, "expression required before '%c'", peek(f, 0));
}

/* "!" ("s" | "r" | "a"), if it is there */
static bool conversion(struct fscan *f, char *out)
{
	if (peek(f, 0) != '!')
		return true;
	int c = peek(f, 1);
	if (c < 0) {
		f->at++;
		return wrong(f, f->at, "expecting '}'");
	}
	f->at++;
	if (!c || !strchr("sra", c))
		return wrong(f, f->at, "invalid conversion character: expected 's', 'r', or 'a'");
	f->at++;
	*out = (char)c;
	return true;
}

static bool scan_parts(struct fscan *f, int level);

/* ":" spec, if it is there: a joined string of its own */
static bool spec(struct fscan *f, int level, struct expr **out)
{
	struct joined spec_parts = {
		.first = f->j->first, .u_prefix = f->j->u_prefix, .in_one = f->l->tok
	};
	struct joined *outer = f->j;
	size_t mark = parse_sequence(f->p);

	if (peek(f, 0) != ':')
		return true;
	f->at++;
	f->j = &spec_parts;
	bool ok = scan_parts(f, level + 1);
	if (ok && spec_parts.pending.len)
		parse_push(f->p, parse_pending(f->p, &spec_parts));
	f->j = outer;
	sbuf_fini(&spec_parts.pending);
	*out = ok ? parse_sequence_node(f->p, EXPR_JOINED_STR, f->j->first, mark) : NULL;
	if (*out)
		(*out)->span = f->l->tok->span;
	return *out != NULL;
}

/* "=", if it is there: the text of the expression becomes part of the string */
static bool debug_text(struct fscan *f, size_t from)
{
	if (peek(f, 0) != '=')
		return false;
	f->at++;
	while (peek(f, 0) >= 0 && isspace(peek(f, 0)))
		f->at++;
	sbuf_bytes(&f->j->pending, f->p->text + from, f->at - from);
	return true;
}

static bool push_field(struct fscan *f, struct expr *value, char conv, struct expr *format)
{
	struct parser *p = f->p;
	uint32_t height = parse_height(format) > value->height ? parse_height(format)
							       : value->height;
	struct expr *e = parse_node(p, EXPR_FORMATTED, f->j->first, height);

	if (!e)
		return false;
	e->as.formatted.value = value;
	e->as.formatted.conversion = conv;
	e->as.formatted.spec = format;
	parse_push(p, e);
	return true;
}

/* replacement_field, at its "{" */
static bool field(struct fscan *f, int level)
{
	size_t from = f->at + 1;
	struct expr *format = NULL;
	char conv = 0;

	if (level >= MAX_FIELD_LEVEL)
		return wrong(f, f->at, "expressions nested too deeply");
	f->at++;
	if (!scan_field(f))
		return false;
	if (is_blank_text(f, from, f->at))
		return wrong_empty(f, from - 1);
	struct expr *value = field_expression(f, from, f->at);
	if (!value)
		return false;
	bool debug = debug_text(f, from);
	if (f->j->pending.len)
		parse_push(f->p, parse_pending(f->p, f->j));
	if (!conversion(f, &conv) || !spec(f, level, &format))
		return false;
	if (peek(f, 0) != '}')
		return wrong(f, f->at, "expecting '}'");
	f->at++;
	return push_field(f, value, debug && !conv && !format ? 'r' : conv, format);
}

/* Literal text up to a field, the end, or (in a spec) a "}". */
static bool text(struct fscan *f, int level)
{
	size_t from = f->at;

	for (; f->at < f->l->to; f->at++) {
		int c = peek(f, 0);
		if (!f->l->raw && c == '\\' && peek(f, 1) >= 0) {
			f->at++;
			c = peek(f, 0);
			if (c == 'N' && peek(f, 1) == '{')
				break; /* refused below */
		}
		if (c != '{' && c != '}')
			continue;
		if (level == 0 && peek(f, 1) == c) {
			bool ok = parse_unescape(f->p, f->l, from, f->at + 1, &f->j->pending);
			f->at += 2;
			return ok;
		}
		if (level == 0 && c == '}')
			return wrong(f, f->at, "single '}' is not allowed");
		break;
	}
	size_t to = peek(f, 0) == 'N' ? f->at + 1 : f->at;
	return parse_unescape(f->p, f->l, from, to, &f->j->pending);
}

/* (literal_char | "{{" | "}}" | replacement_field)*; in a spec up to its "}" */
static bool scan_parts(struct fscan *f, int level)
{
	while (f->at < f->l->to) {
		int c = peek(f, 0);
		if (level > 0 && c == '}')
			return true;
		bool starts_field = c == '{' && (level > 0 || peek(f, 1) != '{');
		if (starts_field ? !field(f, level) : !text(f, level))
			return false;
	}
	return true;
}

bool parse_fstring(struct parser *p, struct joined *j, const struct literal *l)
{
	const struct token *t = l->tok;
	struct fscan f = { p, j, l, l->from, t->start, t->span.line, t->span.col };

	return scan_parts(&f, 0);
}
