#include "lang/tree/parse.h"

#include "base/mem.h"
#include "base/sbuf.h"
#include "lang/text/refuse.h"
#include "lang/text/source.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>

bool parse_at(const struct parser *p, enum token_kind kind)
{
	assert(p->tok && "there is a current token");
	return p->tok->kind == kind;
}

bool parse_skip(struct parser *p, enum token_kind kind)
{
	if (!parse_at(p, kind))
		return false;
	p->tok++;
	return true;
}

bool parse_expect(struct parser *p, enum token_kind kind)
{
	return parse_skip(p, kind) || parse_unexpected(p);
}

bool parse_force(struct parser *p, enum token_kind kind)
{
	if (parse_skip(p, kind))
		return true;
	if (parse_at(p, TOKEN_ERROR))
		return parse_unexpected(p);
	return parse_fail(p, p->tok->span, "expected '%s'", token_spelling(kind));
}

const char *parse_intern(struct parser *p, const struct token *t)
{
	return intern_get(&p->ast->names, p->text + t->start, t->len);
}

const char *parse_name(struct parser *p)
{
	if (!parse_at(p, TOKEN_NAME))
		return parse_unexpected(p);
	return parse_intern(p, p->tok++);
}

bool parse_text_is(const struct parser *p, const struct token *t, const char *text)
{
	return t->len == strlen(text) && memcmp(p->text + t->start, text, t->len) == 0;
}

bool parse_starts_expression(const struct parser *p)
{
	switch (p->tok->kind) {
	case TOKEN_NAME:
	case TOKEN_NUMBER:
	case TOKEN_STRING:
	case TOKEN_LPAR:
	case TOKEN_LSQB:
	case TOKEN_LBRACE:
	case TOKEN_ELLIPSIS:
	case TOKEN_PLUS:
	case TOKEN_MINUS:
	case TOKEN_TILDE:
	case TOKEN_NOT:
	case TOKEN_LAMBDA:
	case TOKEN_AWAIT:
	case TOKEN_NONE:
	case TOKEN_TRUE:
	case TOKEN_FALSE:
		return true;
	default:
		return false;
	}
}

struct span parse_join(struct span from, struct span to)
{
	return (struct span){ from.line, from.col, to.end_line, to.end_col };
}

struct span parse_span(const struct parser *p, const struct token *from)
{
	assert(from <= p->tok && "a node begins before its end");
	const struct token *last = p->tok - 1;

	while (last > from && last->kind <= TOKEN_DEDENT)
		last--;
	return parse_join(from->span, last->span);
}

static void report(struct parser *p, struct diag *d, struct span span, const char *fmt, va_list ap)
{
	struct sbuf message = { 0 };

	if (p->fstrings)
		sbuf_str(&message, "f-string: ");
	sbuf_vprintf(&message, fmt, ap);
	diag_set(d, span, "%s", sbuf_cstr(&message));
	sbuf_fini(&message);
}

void *parse_fail(struct parser *p, struct span span, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	report(p, p->d, span, fmt, ap);
	va_end(ap);
	return NULL;
}

void *parse_settle(struct parser *p, struct span span, const char *fmt, ...)
{
	va_list ap;

	p->settled = p->settled || !p->d->set;
	va_start(ap, fmt);
	report(p, p->d, span, fmt, ap);
	va_end(ap);
	return NULL;
}

void parse_outside(struct parser *p, struct span span, const char *what)
{
	refuse(p->d, span, what);
}

void parse_late(struct parser *p, struct span span, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	report(p, &p->late, span, fmt, ap);
	va_end(ap);
}

bool parse_enter(struct parser *p)
{
	if (p->depth == PARSE_MAX_DEPTH)
		return parse_settle(p, p->tok->span, "too deeply nested");
	p->depth++;
	return true;
}

void parse_leave(struct parser *p)
{
	assert(p->depth <= PARSE_MAX_DEPTH &&
		"parse functions are inside each other so far at most");
	assert(p->depth > 0);
	p->depth--;
}

struct parse_mark parse_guess(struct parser *p, struct diag *trial)
{
	assert(!p->guessing && !p->d->set);
	struct parse_mark m = { p->tok, p->stack.len, p->depth, p->d, p->late };
	*trial = (struct diag){ 0 };
	p->late = (struct diag){ 0 };
	p->d = trial;
	p->guessing = true;
	return m;
}

void parse_decide(struct parser *p, struct parse_mark *m, bool keep)
{
	assert(p->guessing && "a reading was begun");
	if (keep)
		diag_take_refusals(m->d, p->d);
	diag_fini(p->d);
	p->d = m->d;
	p->guessing = p->at_lexer_error = p->settled = false;
	if (p->tok->span.line > p->furthest_line)
		p->furthest_line = p->tok->span.line;
	if (!keep) {
		p->tok = m->tok;
		p->stack.len = m->stack;
		p->depth = m->depth;
	}
	if (!keep || m->late.set) {
		diag_fini(&p->late);
		p->late = m->late;
	}
}

bool parse_give_up(struct parser *p)
{
	p->at_lexer_error = true;
	parse_fail(p, p->tok->span, "invalid syntax");
	return true;
}

/* An old program's "print x". */
static bool explain_print(struct parser *p)
{
	const struct token *word = p->tok - 1;
	struct diag trial;

	if (p->tok == p->first || word->kind != TOKEN_NAME || !parse_starts_expression(p) ||
		!(parse_text_is(p, word, "print") || parse_text_is(p, word, "exec")))
		return false;
	struct parse_mark m = parse_guess(p, &trial);
	bool found = parse_star_expressions(p) != NULL;
	struct span span = parse_span(p, word);
	bool at_error = parse_at(p, TOKEN_ERROR);
	parse_decide(p, &m, false);
	if (at_error)
		return parse_give_up(p);
	if (found)
		parse_fail(p, span,
			"Missing parentheses in call to '%.*s'. Did you mean %.*s(...)?",
			(int)word->len, p->text + word->start, (int)word->len,
			p->text + word->start);
	return found;
}

/* Words that are names almost everywhere, so that one in front of another
 * expression is rather a statement than an element. */
static bool is_soft_keyword(const struct parser *p, const struct token *t)
{
	return t->kind == TOKEN_NAME &&
		(parse_text_is(p, t, "match") || parse_text_is(p, t, "case") ||
			parse_text_is(p, t, "_"));
}

/* Two expressions in a bracket with nothing between them. */
static bool explain_comma(struct parser *p)
{
	const struct token *from = p->operand;
	struct diag trial;

	if (!from || p->operand_end != p->tok || !parse_starts_expression(p) ||
		is_soft_keyword(p, from) ||
		(from->kind == TOKEN_NAME && from[1].kind == TOKEN_STRING))
		return false;
	struct parse_mark m = parse_guess(p, &trial);
	bool found = (parse_at(p, TOKEN_LAMBDA) ? parse_expression(p) : parse_disjunction(p)) &&
		p->tok[-1].level > 0;
	struct span span = parse_span(p, from);
	bool at_error = parse_at(p, TOKEN_ERROR);
	parse_decide(p, &m, false);
	if (at_error)
		return parse_give_up(p);
	if (found)
		parse_fail(p, span, "invalid syntax. Perhaps you forgot a comma?");
	return found;
}

void *parse_unexpected(struct parser *p)
{
	if (p->d->set)
		return NULL;
	switch (p->tok->kind) {
	case TOKEN_ERROR:
		parse_give_up(p);
		return NULL;
	case TOKEN_INDENT:
		return parse_settle(p, p->tok->span, "unexpected indent");
	case TOKEN_DEDENT:
		return parse_settle(p, p->tok->span, "unexpected unindent");
	default:
		break;
	}
	if (!p->guessing && (explain_print(p) || explain_comma(p)))
		return NULL;
	return parse_fail(p, p->tok->span, "invalid syntax");
}

size_t parse_sequence(const struct parser *p)
{
	return p->stack.len;
}

void parse_push(struct parser *p, void *element)
{
	array_push(&p->stack, element);
}

/* The elements above the mark, moved to the arena. */
static void *take_elements(struct parser *p, size_t mark, uint32_t *len)
{
	assert(mark <= p->stack.len);
	size_t n = p->stack.len - mark;
	*len = (uint32_t)n;
	p->stack.len = mark;
	if (n == 0)
		return NULL;
	void **at = arena_alloc(&p->ast->arena, n * sizeof *at);
	memcpy(at, p->stack.at + mark, n * sizeof *at);
	return at;
}

struct expr_seq parse_take_exprs(struct parser *p, size_t mark)
{
	struct expr_seq s;
	s.at = take_elements(p, mark, &s.len);
	return s;
}

struct stmt_seq parse_take_stmts(struct parser *p, size_t mark)
{
	struct stmt_seq s;
	s.at = take_elements(p, mark, &s.len);
	return s;
}

struct name_seq parse_take_names(struct parser *p, size_t mark)
{
	struct name_seq s;
	s.at = take_elements(p, mark, &s.len);
	return s;
}

void *parse_take_structs(struct parser *p, size_t mark, size_t size, uint32_t *len)
{
	assert(size > 0 && "a struct takes room");
	assert(mark <= p->stack.len);
	size_t n = p->stack.len - mark;
	*len = (uint32_t)n;
	p->stack.len = mark;
	if (n == 0)
		return NULL;
	char *at = arena_alloc(&p->ast->arena, n * size);
	for (size_t i = 0; i < n; i++)
		memcpy(at + i * size, p->stack.at[mark + i], size);
	return at;
}

/* A mistake of the lexer in later text explains more than one of the parser,
 * except that a bracket is blamed only for what comes in later lines. */
static bool lexer_explains(const struct parser *p, const struct lexed *lx)
{
	if (p->at_lexer_error)
		return true;
	if (!lx->error.set || p->settled || lx->is_local)
		return false;
	return !lx->unclosed_line || lx->unclosed_line < p->tok->span.line ||
		lx->unclosed_line < p->furthest_line;
}

static void parse_tokens(struct parser *p, const struct lexed *lx)
{
	assert(lx->tokens.len > 0 && "the end is a token");
	size_t mark = parse_sequence(p);
	bool ok = parse_statements(p, TOKEN_END);

	if (ok) {
		p->ast->body = parse_take_stmts(p, mark);
		if (p->late.set)
			diag_set(p->d, p->late.span, "%s", p->late.message);
	} else if (lexer_explains(p, lx)) {
		diag_fini(p->d);
		diag_set(p->d, lx->error.span, "%s", lx->error.message);
	}
	assert(ok || p->d->set);
}

bool ast_parse(struct ast *a, const struct source *src, const bool *keep, struct diag *d)
{
	struct parser p = { .ast = a, .d = d };
	char *text = source_kept(src, keep);
	struct lexed lx;

	*a = (struct ast){ 0 };
	assert(!d->set);
	lexer_program(&lx, text, strlen(text));
	p.text = text;
	p.first = p.tok = lx.tokens.at;
	parse_tokens(&p, &lx);
	diag_fini(&p.late);
	array_fini(&p.stack);
	lexer_fini(&lx);
	mem_free(text);
	return !d->set;
}

void ast_fini(struct ast *a)
{
	arena_fini(&a->arena);
	intern_fini(&a->names);
	*a = (struct ast){ 0 };
}
