#include "lang/lexer.h"

#include "base/sbuf.h"
#include "base/utf8.h"
#include "lang/ident.h"
#include "lang/number.h"

#include <assert.h>
#include <ctype.h>
#include <stdarg.h>
#include <string.h>

struct place {
	size_t at;
	uint32_t line;
	size_t line_start;      /* may lie before the text's begin; columns are at - line_start */
};

struct bracket { char open; struct span span; };

/* The width of an indentation, with tabs to the next multiple of eight and
 * with tabs as one column: both must agree about what is deeper, or the
 * meaning would depend on the width of a tab. */
struct indent { uint32_t width, alternative; };

struct lexer {
	const char *text;
	size_t end;
	struct place here;
	struct lexed *out;
	bool at_line_start, failed, line_has_token;
	struct bracket brackets[LEXER_MAX_BRACKETS];
	uint32_t nbrackets, nouter;     /* of which the first nouter are not the text's own */
	struct indent indents[LEXER_MAX_INDENTS];
	uint32_t nindents;      /* the first one, of width 0, is always there */
};

static int peek(const struct lexer *l, size_t ahead)
{
	return l->here.at + ahead < l->end ? (unsigned char)l->text[l->here.at + ahead] : -1;
}

static uint32_t column(const struct place *p)
{
	return (uint32_t)(p->at - p->line_start);
}

static struct span span_between(const struct place *from, const struct place *to)
{
	return (struct span){ from->line, column(from), to->line, column(to) };
}

/* The span of the n bytes from a place on, all in its line. */
static struct span span_of(const struct place *p, size_t n)
{
	uint32_t col = column(p);
	return (struct span){ p->line, col, p->line, col + (uint32_t)n };
}

static void newline(struct lexer *l)
{
	assert(l->text[l->here.at] == '\n');
	l->here.at++;
	l->here.line++;
	l->here.line_start = l->here.at;
}

/* The token from a place up to here. */
static struct token token_from(const struct lexer *l, enum token_kind kind, const struct place *from)
{
	return (struct token){
		.kind = (uint8_t)kind, .level = (uint8_t)l->nbrackets,
		.start = (uint32_t)from->at, .len = (uint32_t)(l->here.at - from->at),
		.span = span_between(from, &l->here),
	};
}

static void emit(struct lexer *l, enum token_kind kind, const struct place *from)
{
	array_push(&l->out->tokens, token_from(l, kind, from));
}

static void fail(struct lexer *l, struct span span, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

static void fail(struct lexer *l, struct span span, const char *fmt, ...)
{
	struct sbuf message = {0};
	va_list ap;

	assert(!l->failed);
	va_start(ap, fmt);
	sbuf_vprintf(&message, fmt, ap);
	va_end(ap);
	diag_set(&l->out->error, span, "%s", sbuf_cstr(&message));
	sbuf_fini(&message);
	l->failed = true;
	struct token t = { .kind = TOKEN_ERROR, .start = (uint32_t)l->here.at, .span = span };
	array_push(&l->out->tokens, t);
}

static void skip_comment(struct lexer *l)
{
	struct place from = l->here;

	while (peek(l, 0) >= 0 && peek(l, 0) != '\n')
		l->here.at++;
	if (l->text[from.at + 1] == '>')
		array_push(&l->out->notes, token_from(l, TOKEN_STRAY, &from));
}

/* Marks the mistake just reported as one that explains no other. */
static void is_local(struct lexer *l)
{
	l->out->is_local = true;
}

/* A backslash that joins two lines; false if it is something else (an error). */
static bool join_lines(struct lexer *l)
{
	if (peek(l, 1) != '\n') {
		struct place next = l->here;
		next.at++;
		if (peek(l, 1) < 0)
			fail(l, span_of(&l->here, 1), "unexpected EOF while parsing");
		else
			fail(l, span_of(&next, 1), "unexpected character after line continuation character");
		is_local(l);
		return false;
	}
	struct place backslash = l->here;
	l->here.at++;
	newline(l);
	if (peek(l, 0) < 0) {
		fail(l, span_of(&backslash, 1), "unexpected EOF while parsing");
		is_local(l);
		return false;
	}
	return true;
}

/* Passes the white space that begins a line.  A backslash continues it, but
 * what counts is the part before the first one. */
static bool measure_indent(struct lexer *l, struct indent *i)
{
	struct indent first = {0};

	*i = (struct indent){0};
	for (;; l->here.at++) {
		int c = peek(l, 0);
		if (c == ' ') {
			i->width++;
			i->alternative++;
		} else if (c == '\t') {
			i->width = (i->width / 8 + 1) * 8;
			i->alternative++;
		} else if (c == '\f') {
			*i = (struct indent){0};
		} else if (c == '\\') {
			if (!first.width)
				first = *i;
			if (!join_lines(l))
				return false;
			l->here.at--;   /* undone by the loop's step */
		} else {
			break;
		}
	}
	if (first.width)
		*i = first;
	return true;
}

static void fail_tabs(struct lexer *l)
{
	fail(l, span_of(&l->here, 1), "inconsistent use of tabs and spaces in indentation");
	is_local(l);
}

static void push_indent(struct lexer *l, struct indent i)
{
	if (l->nindents == LEXER_MAX_INDENTS) {
		fail(l, span_of(&l->here, 1), "too many levels of indentation");
		is_local(l);
	} else if (i.alternative <= l->indents[l->nindents - 1].alternative) {
		fail_tabs(l);
	} else {
		l->indents[l->nindents++] = i;
		emit(l, TOKEN_INDENT, &l->here);
	}
}

static void pop_indents(struct lexer *l, struct indent i)
{
	size_t before = l->out->tokens.len;

	while (i.width < l->indents[l->nindents - 1].width) {
		l->nindents--;
		emit(l, TOKEN_DEDENT, &l->here);
	}
	if (i.width != l->indents[l->nindents - 1].width) {
		l->out->tokens.len = before;
		fail(l, span_of(&l->here, 1), "unindent does not match any outer indentation level");
		is_local(l);
	} else if (i.alternative != l->indents[l->nindents - 1].alternative) {
		fail_tabs(l);
	}
}

/* At the begin of a logical line: blank lines are passed, INDENT and DEDENT
 * come out. */
static void lex_line_start(struct lexer *l)
{
	struct indent i, *top = &l->indents[l->nindents - 1];

	if (!measure_indent(l, &i))
		return;
	if (peek(l, 0) == '#')
		skip_comment(l);
	if (peek(l, 0) == '\n') {
		newline(l);
		return;
	}
	if (peek(l, 0) < 0)
		return;
	l->at_line_start = false;
	if (i.width > top->width)
		push_indent(l, i);
	else if (i.width < top->width)
		pop_indents(l, i);
	else if (i.alternative != top->alternative)
		fail_tabs(l);
}

static void lex_newline(struct lexer *l)
{
	struct place from = l->here;

	if (l->nbrackets) {
		newline(l);
		return;
	}
	l->here.at++;
	emit(l, TOKEN_NEWLINE, &from);
	l->here = from;
	newline(l);
	l->at_line_start = true;
}

static void fail_character(struct lexer *l, uint32_t c, size_t len)
{
	struct span span = span_of(&l->here, len);
	bool blank = c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029
		|| c == 0x202F || c == 0x205F || c == 0x3000;

	if (blank || utf8_width(c) < 0)
		fail(l, span, "invalid non-printable character U+%04X", c);
	else
		fail(l, span, "invalid character '%.*s' (U+%04X)", (int)len, l->text + l->here.at, c);
}

/* identifier: xid_start xid_continue* */
static void lex_word(struct lexer *l)
{
	struct place from = l->here;
	unsigned wanted = IDENT_START;

	while (peek(l, 0) >= 0) {
		uint32_t c;
		size_t len = utf8_decode(l->text + l->here.at, l->end - l->here.at, &c);
		unsigned flags = ident_class(c);
		if (flags & IDENT_UNSTABLE) {
			fail(l, span_of(&l->here, len), "a name with the character U+%04X, which Unicode normalises, "
			     "is outside the scenario language", c);
			return;
		}
		if (!(flags & wanted)) {
			if (c < 0x80)
				break;
			fail_character(l, c, len);
			return;
		}
		l->here.at += len;
		wanted = IDENT_START | IDENT_CONTINUE;
	}
	emit(l, token_word(l->text + from.at, l->here.at - from.at), &from);
}

static void lex_number(struct lexer *l)
{
	struct place from = l->here;
	struct number_error e;
	size_t n = number_scan(l->text + from.at, l->end - from.at, &e);

	if (n == 0) {
		l->here.at += e.from;
		fail(l, span_of(&l->here, e.to - e.from), "%s", e.message);
		return;
	}
	l->here.at += n;
	emit(l, TOKEN_NUMBER, &from);
}

/* stringprefix: "r" | "u" | "b" | "f" and the pairs of r with b or f, in any
 * case and order */
static bool is_prefix(int a, int b)
{
	if (!b)
		return strchr("rubf", a) != NULL;
	return (a == 'r' && strchr("bf", b)) || (b == 'r' && strchr("bf", a));
}

/* The length of a string's prefix (which may be empty), if a quote follows
 * it; else -1. */
static int prefix_length(const struct lexer *l)
{
	int letters[2] = {0};

	for (int n = 0; ; n++) {
		int c = peek(l, (size_t)n);
		if (c == '"' || c == '\'')
			return n;
		if (n == 2 || !isalpha(c))
			return -1;
		letters[n] = tolower(c);
		if (!is_prefix(letters[0], letters[1]))
			return -1;
	}
}

static void fail_string(struct lexer *l, const struct place *from, bool triple)
{
	uint32_t last = l->here.line;

	if (triple && l->here.at > from->at && l->text[l->here.at - 1] == '\n')
		last--;
	fail(l, span_of(from, 1), triple ? "unterminated triple-quoted string literal (detected at line %u)"
	     : "unterminated string literal (detected at line %u)", last);
}

/* stringliteral; the prefix is n bytes long */
static void lex_string(struct lexer *l, size_t n)
{
	struct place from = l->here;
	int quote = peek(l, n);
	bool triple = peek(l, n + 1) == quote && peek(l, n + 2) == quote;
	int closing = triple ? 3 : 1, found = 0;

	l->here.at += n + (size_t)closing;
	while (found < closing) {
		int c = peek(l, 0);
		if (c < 0 || (c == '\n' && !triple)) {
			fail_string(l, &from, triple);
			return;
		}
		found = c == quote ? found + 1 : 0;
		if (c == '\\' && peek(l, 1) >= 0)
			l->here.at++;
		if (peek(l, 0) == '\n')
			newline(l);
		else
			l->here.at++;
	}
	emit(l, TOKEN_STRING, &from);
}

static void open_bracket(struct lexer *l, int c)
{
	if (l->nbrackets == LEXER_MAX_BRACKETS) {
		fail(l, span_of(&l->here, 1), "too many nested parentheses");
		return;
	}
	l->brackets[l->nbrackets++] = (struct bracket){ (char)c, span_of(&l->here, 1) };
}

static void close_bracket(struct lexer *l, int c)
{
	struct span here = span_of(&l->here, 1);

	if (l->nbrackets == l->nouter) {
		fail(l, here, "unmatched '%c'", c);
		return;
	}
	struct bracket b = l->brackets[--l->nbrackets];
	if (c == (b.open == '(' ? ')' : b.open == '[' ? ']' : '}'))
		return;
	if (b.span.line == here.line)
		fail(l, here, "closing parenthesis '%c' does not match opening parenthesis '%c'", c, b.open);
	else
		fail(l, here, "closing parenthesis '%c' does not match opening parenthesis '%c' on line %u",
		     c, b.open, b.span.line);
}

static void lex_operator(struct lexer *l)
{
	struct place from = l->here;
	size_t len;
	int c = peek(l, 0);
	enum token_kind kind = token_operator(l->text + l->here.at, l->end - l->here.at, &len);

	if (c < ' ') {
		fail(l, span_of(&from, 1), "invalid non-printable character U+%04X", (unsigned)c);
		return;
	}
	if (strchr("([{", c))
		open_bracket(l, c);
	else if (strchr(")]}", c))
		close_bracket(l, c);
	if (l->failed)
		return;
	l->here.at += len;
	emit(l, kind, &from);
}

static void lex_token(struct lexer *l)
{
	int c = peek(l, 0), prefix;

	if (c == ' ' || c == '\t' || c == '\f')
		l->here.at++;
	else if (c == '#')
		skip_comment(l);
	else if (c == '\n')
		lex_newline(l);
	else if (c == '\\')
		join_lines(l);
	else if ((prefix = prefix_length(l)) >= 0)
		lex_string(l, (size_t)prefix);
	else if (isdigit(c) || (c == '.' && isdigit(peek(l, 1))))
		lex_number(l);
	else if (c >= 0x80 || ident_class((uint32_t)c) == IDENT_START)
		lex_word(l);
	else
		lex_operator(l);
}

/* The end of the last line, because nobody could show a place behind it. */
static void step_back(struct lexer *l)
{
	if (l->here.at == 0 || l->text[l->here.at - 1] != '\n')
		return;
	l->here.at--;
	l->here.line--;
	for (l->here.line_start = l->here.at; l->here.line_start > 0; l->here.line_start--)
		if (l->text[l->here.line_start - 1] == '\n')
			break;
}

/* At the end of the text: the last line's NEWLINE, if it had no \n, the open
 * blocks, END. */
static void lex_end(struct lexer *l)
{
	const struct token_list *t = &l->out->tokens;

	if (l->nbrackets) {
		struct bracket b = l->brackets[l->nbrackets - 1];
		l->out->unclosed_line = b.span.line;
		fail(l, b.span, "'%c' was never closed", b.open);
		return;
	}
	if (t->len && !l->at_line_start)
		emit(l, TOKEN_NEWLINE, &l->here);
	step_back(l);
	while (--l->nindents > 0)
		emit(l, TOKEN_DEDENT, &l->here);
	emit(l, TOKEN_END, &l->here);
}

void lexer_program(struct lexed *out, const char *text, size_t n)
{
	struct lexer l = { .text = text, .end = n, .out = out, .here.line = 1, .at_line_start = true, .nindents = 1 };

	*out = (struct lexed){0};
	while (!l.failed && l.here.at < l.end) {
		if (l.at_line_start)
			lex_line_start(&l);
		else
			lex_token(&l);
	}
	if (!l.failed)
		lex_end(&l);
}

void lexer_parenthesised(struct lexed *out, const char *text, size_t from, size_t to, struct span where)
{
	struct lexer l = { .text = text, .end = to, .out = out, .here = { from, where.line, from - where.col - 1 } };
	struct place open = l.here;

	*out = (struct lexed){0};
	open.at--;
	l.brackets[l.nbrackets++] = (struct bracket){ '(', span_of(&open, 1) };
	l.nouter = 1;
	emit(&l, TOKEN_LPAR, &open);
	while (!l.failed && l.here.at < l.end)
		lex_token(&l);
	if (!l.failed && l.nbrackets != 1)
		fail(&l, l.brackets[l.nbrackets - 1].span, "'%c' was never closed", l.brackets[l.nbrackets - 1].open);
	if (l.failed)
		return;
	struct place close = l.here;
	l.here.at++;
	l.nbrackets = 0;
	emit(&l, TOKEN_RPAR, &close);
	emit(&l, TOKEN_END, &l.here);
}

void lexer_fini(struct lexed *l)
{
	array_fini(&l->tokens);
	array_fini(&l->notes);
	diag_fini(&l->error);
	*l = (struct lexed){0};
}
