#include "lang/text/lexer.h"

#include "base/sbuf.h"
#include "base/utf8.h"
#include "lang/text/ident.h"
#include "lang/text/lex.h"
#include "lang/text/literal.h"

#include <assert.h>
#include <ctype.h>
#include <stdarg.h>
#include <string.h>

void lex_next_line(struct lexer *l)
{
	assert(l->text[l->here.at] == '\n');
	l->here.at++;
	l->here.line++;
	l->here.line_start = l->here.at;
}

struct token lex_token_from(const struct lexer *l, enum token_kind kind, const struct place *from)
{
	return (struct token){
		.kind = (uint8_t)kind,
		.level = (uint8_t)l->nbrackets,
		.start = (uint32_t)from->at,
		.len = (uint32_t)(l->here.at - from->at),
		.span = lex_span_between(from, &l->here),
	};
}

void lex_emit(struct lexer *l, enum token_kind kind, const struct place *from)
{
	array_push(&l->out->tokens, lex_token_from(l, kind, from));
}

void lex_fail(struct lexer *l, struct span span, const char *fmt, ...)
{
	struct sbuf message = { 0 };
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

static void fail_character(struct lexer *l, uint32_t c, size_t len)
{
	struct span span = lex_span_of(&l->here, len);
	bool blank = c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
		c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;

	if (blank || utf8_width(c) < 0)
		lex_fail(l, span, "invalid non-printable character U+%04X", c);
	else
		lex_fail(l, span, "invalid character '%.*s' (U+%04X)", (int)len,
			l->text + l->here.at, c);
}

/* How many bytes from here on are ASCII and may go on in a name. */
static size_t ascii_word(const struct lexer *l)
{
	size_t n = 0;

	for (int c; (c = lex_peek(l, n)) >= 0 && c < 0x80; n++)
		if (!ident_ascii_class((uint32_t)c))
			break;
	return n;
}

/* identifier: xid_start xid_continue* */
static void lex_word(struct lexer *l)
{
	struct place from = l->here;
	unsigned wanted = IDENT_START;

	l->here.at += ascii_word(l);
	if (l->here.at > from.at)
		wanted |= IDENT_CONTINUE;
	while (lex_peek(l, 0) >= 0x80) {
		uint32_t c;
		size_t len = utf8_decode(l->text + l->here.at, l->end - l->here.at, &c);
		unsigned flags = ident_class(c);
		if (flags & IDENT_UNSTABLE) {
			lex_fail(l, lex_span_of(&l->here, len),
				"a name with the character U+%04X, which Unicode normalises, "
				"is outside the scenario language",
				c);
			return;
		}
		if (!(flags & wanted)) {
			fail_character(l, c, len);
			return;
		}
		l->here.at += len;
		l->here.at += ascii_word(l);
		wanted |= IDENT_CONTINUE;
	}
	lex_emit(l, token_word(l->text + from.at, l->here.at - from.at), &from);
}

static void lex_number(struct lexer *l)
{
	struct place from = l->here;
	struct literal_error e;
	size_t n = literal_scan(l->text + from.at, l->end - from.at, &e);

	if (n == 0) {
		l->here.at += e.from;
		lex_fail(l, lex_span_of(&l->here, e.to - e.from), "%s", e.message);
		return;
	}
	l->here.at += n;
	lex_emit(l, TOKEN_NUMBER, &from);
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
	int letters[2] = { 0 };

	if (!strchr("\"'rRuUbBfF", lex_peek(l, 0)))
		return -1;
	for (int n = 0;; n++) {
		int c = lex_peek(l, (size_t)n);
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
	lex_fail(l, lex_span_of(from, 1),
		triple ? "unterminated triple-quoted string literal (detected at line %u)"
		       : "unterminated string literal (detected at line %u)",
		last);
}

/* stringliteral; the prefix is n bytes long */
static void lex_string(struct lexer *l, size_t n)
{
	struct place from = l->here;
	int quote = lex_peek(l, n);
	bool triple = lex_peek(l, n + 1) == quote && lex_peek(l, n + 2) == quote;
	int closing = triple ? 3 : 1, found = 0;

	l->here.at += n + (size_t)closing;
	while (found < closing) {
		int c = lex_peek(l, 0);
		if (c < 0 || (c == '\n' && !triple)) {
			fail_string(l, &from, triple);
			return;
		}
		found = c == quote ? found + 1 : 0;
		if (c == '\\' && lex_peek(l, 1) >= 0)
			l->here.at++;
		if (lex_peek(l, 0) == '\n')
			lex_next_line(l);
		else
			l->here.at++;
	}
	lex_emit(l, TOKEN_STRING, &from);
}

static void open_bracket(struct lexer *l, int c)
{
	if (l->nbrackets == LEXER_MAX_BRACKETS) {
		lex_fail(l, lex_span_of(&l->here, 1), "too many nested parentheses");
		return;
	}
	l->brackets[l->nbrackets++] = (struct bracket){ (char)c, lex_span_of(&l->here, 1) };
}

static void close_bracket(struct lexer *l, int c)
{
	struct span here = lex_span_of(&l->here, 1);

	if (l->nbrackets == l->nouter) {
		lex_fail(l, here, "unmatched '%c'", c);
		return;
	}
	struct bracket b = l->brackets[--l->nbrackets];
	if (c == (b.open == '(' ? ')' : b.open == '[' ? ']' : '}'))
		return;
	if (b.span.line == here.line)
		lex_fail(l, here,
			"closing parenthesis '%c' does not match opening parenthesis '%c'", c,
			b.open);
	else
		lex_fail(l, here,
			"closing parenthesis '%c' does not match opening parenthesis '%c' on "
			"line %u",
			c, b.open, b.span.line);
}

static void lex_operator(struct lexer *l)
{
	struct place from = l->here;
	size_t len;
	int c = lex_peek(l, 0);
	enum token_kind kind = token_operator(l->text + l->here.at, l->end - l->here.at, &len);

	if (c < ' ') {
		lex_fail(l, lex_span_of(&from, 1), "invalid non-printable character U+%04X",
			(unsigned)c);
		return;
	}
	if (kind == TOKEN_LPAR || kind == TOKEN_LSQB || kind == TOKEN_LBRACE)
		open_bracket(l, c);
	else if (kind == TOKEN_RPAR || kind == TOKEN_RSQB || kind == TOKEN_RBRACE)
		close_bracket(l, c);
	if (l->failed)
		return;
	l->here.at += len;
	lex_emit(l, kind, &from);
}

static bool is_blank_char(int c)
{
	return c == ' ' || c == '\t' || c == '\f';
}

static void skip_blanks(struct lexer *l)
{
	do
		l->here.at++;
	while (is_blank_char(lex_peek(l, 0)));
}

static void lex_token(struct lexer *l)
{
	int c = lex_peek(l, 0), prefix;

	if (is_blank_char(c))
		skip_blanks(l);
	else if (c == '#')
		lex_comment(l);
	else if (c == '\n')
		lex_line_end(l);
	else if (c == '\\')
		lex_join(l);
	else if ((prefix = prefix_length(l)) >= 0)
		lex_string(l, (size_t)prefix);
	else if (isdigit(c) || (c == '.' && isdigit(lex_peek(l, 1))))
		lex_number(l);
	else if (c >= 0x80 || ident_ascii_class((uint32_t)c) == IDENT_START)
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
		lex_fail(l, b.span, "'%c' was never closed", b.open);
		return;
	}
	if (t->len && !l->at_line_start)
		lex_emit(l, TOKEN_NEWLINE, &l->here);
	step_back(l);
	while (--l->nindents > 0)
		lex_emit(l, TOKEN_DEDENT, &l->here);
	lex_emit(l, TOKEN_END, &l->here);
}

void lexer_program(struct lexed *out, const char *text, size_t n)
{
	struct lexer l = { .text = text,
		.end = n,
		.out = out,
		.here.line = 1,
		.at_line_start = true,
		.nindents = 1 };

	*out = (struct lexed){ 0 };
	while (!l.failed && l.here.at < l.end) {
		if (l.at_line_start)
			lex_line_start(&l);
		else
			lex_token(&l);
	}
	if (!l.failed)
		lex_end(&l);
}

void lexer_parenthesised(
	struct lexed *out, const char *text, size_t from, size_t to, struct span where)
{
	struct lexer l = { .text = text,
		.end = to,
		.out = out,
		.here = { from, where.line, from - where.col - 1 } };
	struct place open = l.here;

	*out = (struct lexed){ 0 };
	open.at--;
	l.brackets[l.nbrackets++] = (struct bracket){ '(', lex_span_of(&open, 1) };
	l.nouter = 1;
	lex_emit(&l, TOKEN_LPAR, &open);
	while (!l.failed && l.here.at < l.end)
		lex_token(&l);
	if (!l.failed && l.nbrackets != 1)
		lex_fail(&l, l.brackets[l.nbrackets - 1].span, "'%c' was never closed",
			l.brackets[l.nbrackets - 1].open);
	if (l.failed)
		return;
	struct place close = l.here;
	l.here.at++;
	l.nbrackets = 0;
	lex_emit(&l, TOKEN_RPAR, &close);
	lex_emit(&l, TOKEN_END, &l.here);
}

void lexer_fini(struct lexed *l)
{
	array_fini(&l->tokens);
	array_fini(&l->notes);
	diag_fini(&l->error);
	*l = (struct lexed){ 0 };
}
