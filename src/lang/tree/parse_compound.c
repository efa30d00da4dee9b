/* Compound statements, the blocks in them, and decorators. */

#include "lang/tree/parse.h"

#include <assert.h>

/* block: NEWLINE INDENT statements DEDENT | simple_stmts */
static bool block(
	struct parser *p, struct stmt_seq *body, const char *after, const struct token *from)
{
	size_t mark = parse_sequence(p);

	if (!parse_skip(p, TOKEN_NEWLINE)) {
		if (!parse_simple_statements(p))
			return false;
	} else if (parse_skip(p, TOKEN_INDENT)) {
		if (!parse_statements(p, TOKEN_DEDENT))
			return false;
		p->tok++;
	} else if (parse_at(p, TOKEN_ERROR)) {
		return parse_unexpected(p);
	} else {
		return parse_fail(p, p->tok->span, "expected an indented block after %s on line %u",
			after, from->span.line);
	}
	*body = parse_take_stmts(p, mark);
	return true;
}

bool parse_block(struct parser *p, struct stmt_seq *body, const char *after,
	const struct token *from, bool force_colon)
{
	bool ok = force_colon || parse_at(p, TOKEN_NEWLINE) ? parse_force(p, TOKEN_COLON)
							    : parse_expect(p, TOKEN_COLON);
	return ok && block(p, body, after, from);
}

/* else_block: "else" ":" block, if it is there */
static bool else_block(struct parser *p, struct stmt_seq *orelse)
{
	const struct token *from = p->tok;

	return !parse_skip(p, TOKEN_ELSE) || parse_block(p, orelse, "'else' statement", from, true);
}

/* ("if" | "elif") named_expression ":" block */
static struct stmt *if_part(struct parser *p, const char *after)
{
	const struct token *from = p->tok++;
	struct stmt *s = arena_alloc(&p->ast->arena, sizeof *s);

	s->kind = STMT_IF;
	s->span = from->span;
	s->as.while_.test = parse_named_expression(p);
	if (!s->as.while_.test || !parse_block(p, &s->as.while_.body, after, from, false))
		return NULL;
	return s;
}

/* if_stmt: "if" ... ("elif" ...)* [else_block]; an elif is the only statement
 * of the else before it, and all end where the last one does. */
static struct stmt *if_statement(struct parser *p)
{
	struct stmt *first = if_part(p, "'if' statement"), *last = first;
	size_t mark = parse_sequence(p), elifs = 0;

	while (last && parse_at(p, TOKEN_ELIF)) {
		if (++elifs > AST_MAX_ELIFS)
			return parse_settle(p, p->tok->span, "too many elifs");
		struct stmt *next = if_part(p, "'elif' statement");
		if (!next)
			return NULL;
		parse_push(p, next);
		last->as.while_.orelse = parse_take_stmts(p, mark);
		last = next;
	}
	if (!last || !else_block(p, &last->as.while_.orelse))
		return NULL;
	struct span end = parse_span(p, p->first);
	for (struct stmt *s = first;; s = s->as.while_.orelse.at[0]) {
		s->span = parse_join(s->span, end);
		if (s == last)
			return first;
	}
}

/* while_stmt: "while" named_expression ":" block [else_block] */
static struct stmt *while_statement(struct parser *p)
{
	const struct token *from = p->tok++;
	struct stmt_seq body, orelse = { 0 };
	struct expr *test = parse_named_expression(p);

	if (!test || !parse_block(p, &body, "'while' statement", from, false) ||
		!else_block(p, &orelse))
		return NULL;
	struct stmt *s = parse_stmt_node(p, STMT_WHILE, from);
	s->as.while_.test = test;
	s->as.while_.body = body;
	s->as.while_.orelse = orelse;
	return s;
}

/* for_stmt: ["async"] "for" star_targets "in" star_expressions ":" block [else_block] */
static struct stmt *for_statement(struct parser *p, const struct token *from, bool is_async)
{
	const struct token *word = p->tok++;
	struct stmt_seq body, orelse = { 0 };
	struct expr *target = parse_for_targets(p);

	if (!target || !parse_expect(p, TOKEN_IN))
		return NULL;
	struct expr *iter = parse_star_expressions(p);
	if (!iter || !parse_block(p, &body, "'for' statement", word, false) ||
		!else_block(p, &orelse))
		return NULL;
	if (iter->kind == EXPR_STARRED)
		parse_late(p, iter->span, "can't use starred expression here");
	struct stmt *s = parse_stmt_node(p, STMT_FOR, from);
	s->as.for_.target = target;
	s->as.for_.iter = iter;
	s->as.for_.body = body;
	s->as.for_.orelse = orelse;
	s->as.for_.is_async = is_async;
	return s;
}

/* with_item: expression ["as" star_target] */
static bool with_item(struct parser *p)
{
	struct with_item *item = arena_alloc(&p->ast->arena, sizeof *item);

	item->context = parse_expression(p);
	if (item->context && parse_skip(p, TOKEN_AS)) {
		item->vars = parse_with_target(p);
		if (item->vars && !parse_at(p, TOKEN_COMMA) && !parse_at(p, TOKEN_RPAR) &&
			!parse_at(p, TOKEN_COLON))
			return parse_unexpected(p);
	}
	if (p->d->set)
		return false;
	parse_push(p, item);
	return true;
}

/* with_item ("," with_item)* */
static bool with_items(struct parser *p, bool in_parentheses)
{
	do {
		if (in_parentheses && parse_at(p, TOKEN_RPAR))
			break;
		if (!with_item(p))
			return false;
	} while (parse_skip(p, TOKEN_COMMA));
	return true;
}

/* "(" with_item ("," with_item)* [","] ")" and the colon (or the end of the
 * line, where it is missing) behind it; if what follows is something
 * else (an expression in parentheses), nothing happens. */
static bool parenthesised_items(struct parser *p)
{
	struct diag trial;

	if (!parse_at(p, TOKEN_LPAR) || p->tok[1].kind == TOKEN_RPAR)
		return false;
	struct parse_mark m = parse_guess(p, &trial);
	p->tok++;
	bool found = with_items(p, true) && parse_skip(p, TOKEN_RPAR) &&
		(parse_at(p, TOKEN_COLON) || parse_at(p, TOKEN_NEWLINE));
	parse_decide(p, &m, found);
	return found;
}

/* with_stmt: ["async"] "with" items ":" block */
static struct stmt *with_statement(struct parser *p, const struct token *from, bool is_async)
{
	const struct token *word = p->tok++;
	size_t mark = parse_sequence(p);
	struct stmt_seq body;
	uint32_t nitems;

	if (!parenthesised_items(p) && !with_items(p, false))
		return NULL;
	struct with_item *items = parse_take_structs(p, mark, sizeof *items, &nitems);
	if (!parse_block(p, &body, "'with' statement", word, false))
		return NULL;
	struct stmt *s = parse_stmt_node(p, STMT_WITH, from);
	s->as.with.items = items;
	s->as.with.nitems = nitems;
	s->as.with.body = body;
	s->as.with.is_async = is_async;
	return s;
}

/* "except" "*" expression ["as" NAME], or without the star; behind them */
static bool handler_head(struct parser *p, struct handler *h, bool is_star)
{
	const struct token *from = p->tok;

	if (parse_at(p, TOKEN_COLON) || parse_at(p, TOKEN_NEWLINE))
		return !is_star ||
			parse_fail(p, p->tok->span, "expected one or more exception types");
	h->type = parse_expression(p);
	if (!h->type)
		return false;
	if (parse_at(p, TOKEN_COMMA)) {
		struct diag trial;
		struct parse_mark m = parse_guess(p, &trial);
		p->tok = from;
		bool list = parse_star_expressions(p) &&
			(parse_at(p, TOKEN_COLON) || parse_at(p, TOKEN_AS));
		struct span span = parse_span(p, from);
		parse_decide(p, &m, false);
		return list ? parse_fail(p, span, "multiple exception types must be parenthesized")
			    : parse_unexpected(p);
	}
	if (parse_skip(p, TOKEN_AS)) {
		h->name = parse_name(p);
		return h->name != NULL;
	}
	return true;
}

/* except_block: "except" ["*"] ... ":" block; *star is the kind of the try, -1
 * while it is not known */
static bool handler(struct parser *p, int *star)
{
	const struct token *from = p->tok++;
	struct handler *h = arena_alloc(&p->ast->arena, sizeof *h);
	bool is_star = parse_skip(p, TOKEN_STAR);

	if (*star >= 0 && *star != is_star)
		return parse_fail(
			p, from->span, "cannot have both 'except' and 'except*' on the same 'try'");
	*star = is_star;
	if (!handler_head(p, h, is_star))
		return false;
	if (!parse_block(p, &h->body, is_star ? "'except*' statement" : "'except' statement", from,
		    false))
		return false;
	h->span = parse_span(p, from);
	if (!h->type && parse_at(p, TOKEN_EXCEPT))
		parse_late(p, h->span, "default 'except:' must be last");
	parse_push(p, h);
	return true;
}

/* try_stmt: "try" ":" block (finally_block | except_block+ [else_block] [finally_block]) */
static struct stmt *try_statement(struct parser *p)
{
	const struct token *from = p->tok++;
	size_t mark = parse_sequence(p);
	struct stmt *s = arena_alloc(&p->ast->arena, sizeof *s);
	int star = -1;

	s->kind = STMT_TRY;
	if (!parse_block(p, &s->as.try.body, "'try' statement", from, true))
		return NULL;
	if (!parse_at(p, TOKEN_EXCEPT) && !parse_at(p, TOKEN_FINALLY))
		return parse_at(p, TOKEN_ERROR)
			? parse_unexpected(p)
			: parse_fail(p, p->tok->span, "expected 'except' or 'finally' block");
	while (parse_at(p, TOKEN_EXCEPT))
		if (!handler(p, &star))
			return NULL;
	s->as.try.handlers = parse_take_structs(
		p, mark, sizeof *s->as.try.handlers, &s->as.try.nhandlers);
	s->as.try.is_star = star > 0;
	if (s->as.try.nhandlers && !else_block(p, &s->as.try.orelse))
		return NULL;
	const struct token *last = p->tok;
	if (parse_skip(p, TOKEN_FINALLY) &&
		!parse_block(p, &s->as.try.finalbody, "'finally' statement", last, true))
		return NULL;
	s->span = parse_span(p, from);
	return s;
}

/* function_def: "def" NAME "(" [params] ")" ["->" expression] ":" block */
struct stmt *parse_def(
	struct parser *p, const struct token *from, struct expr_seq decorators, bool is_async)
{
	const struct token *def = p->tok++;
	const char *name = parse_name(p);
	struct expr *returns = NULL;
	struct stmt_seq body;

	if (!name || !parse_force(p, TOKEN_LPAR))
		return NULL;
	struct params *params = parse_params(p, false);
	if (!params || !parse_expect(p, TOKEN_RPAR))
		return NULL;
	if (parse_skip(p, TOKEN_ARROW)) {
		returns = parse_expression(p);
		if (!returns)
			return NULL;
	}
	if (!parse_block(p, &body, "function definition", def, true))
		return NULL;
	struct stmt *s = parse_stmt_node(p, STMT_FUNCTION_DEF, from);
	s->as.function.name = name;
	s->as.function.params = params;
	s->as.function.body = body;
	s->as.function.decorators = decorators;
	s->as.function.returns = returns;
	s->as.function.is_async = is_async;
	return s;
}

/* class_def: "class" NAME ["(" [arguments] ")"] ":" block */
struct stmt *parse_class(struct parser *p, struct expr_seq decorators)
{
	const struct token *from = p->tok++;
	const char *name = parse_name(p);
	struct arguments a = { 0 };
	struct stmt_seq body;
	uint32_t height = 0;

	if (!name || (parse_at(p, TOKEN_LPAR) && !parse_arguments(p, &a, false, &height)))
		return NULL;
	if (!parse_block(p, &body, "class definition", from, false))
		return NULL;
	struct stmt *s = parse_stmt_node(p, STMT_CLASS_DEF, from);
	s->as.class_.name = name;
	s->as.class_.bases = a.args;
	s->as.class_.keywords = a.keywords;
	s->as.class_.nkeywords = a.nkeywords;
	s->as.class_.body = body;
	s->as.class_.decorators = decorators;
	return s;
}

/* "async" (def | with | for) */
static struct stmt *async_statement(struct parser *p, struct expr_seq decorators)
{
	const struct token *from = p->tok++;

	if (parse_at(p, TOKEN_DEF))
		return parse_def(p, from, decorators, true);
	if (parse_at(p, TOKEN_WITH) && !decorators.len)
		return with_statement(p, from, true);
	if (parse_at(p, TOKEN_FOR) && !decorators.len)
		return for_statement(p, from, true);
	return parse_unexpected(p);
}

/* decorators: ("@" named_expression NEWLINE)+; then a def or a class */
static struct stmt *decorated(struct parser *p)
{
	size_t mark = parse_sequence(p);

	while (parse_skip(p, TOKEN_AT)) {
		struct expr *e = parse_named_expression(p);
		if (!e || !parse_expect(p, TOKEN_NEWLINE))
			return NULL;
		parse_push(p, e);
	}
	struct expr_seq decorators = parse_take_exprs(p, mark);
	switch (p->tok->kind) {
	case TOKEN_DEF:
		return parse_def(p, p->tok, decorators, false);
	case TOKEN_CLASS:
		return parse_class(p, decorators);
	case TOKEN_ASYNC:
		return async_statement(p, decorators);
	default:
		return parse_unexpected(p);
	}
}

/* match_stmt: "match" subject ":" NEWLINE INDENT "case" ... */
static bool at_match(const struct parser *p)
{
	const struct token *t = p->tok;

	if (t->kind != TOKEN_NAME || !parse_text_is(p, t, "match") || t[1].kind == TOKEN_COLON)
		return false;
	while (t->kind > TOKEN_DEDENT && t->kind != TOKEN_ERROR)
		t++;
	return t->kind == TOKEN_NEWLINE && t[-1].kind == TOKEN_COLON && t[1].kind == TOKEN_INDENT &&
		t[2].kind == TOKEN_NAME && parse_text_is(p, &t[2], "case");
}

/* "case" patterns ["if" named_expression] ":" block, of which the block counts. */
static struct stmt *case_part(struct parser *p)
{
	const struct token *from = p->tok++;
	int open = 0;

	for (; open > 0 || !parse_at(p, TOKEN_COLON); p->tok++) {
		if (parse_at(p, TOKEN_ERROR) || parse_at(p, TOKEN_END) ||
			parse_at(p, TOKEN_NEWLINE))
			return parse_unexpected(p);
		open += parse_at(p, TOKEN_LPAR) || parse_at(p, TOKEN_LSQB) ||
			parse_at(p, TOKEN_LBRACE);
		open -= parse_at(p, TOKEN_RPAR) || parse_at(p, TOKEN_RSQB) ||
			parse_at(p, TOKEN_RBRACE);
	}
	struct stmt *s = parse_stmt_node(p, STMT_IF, from);
	s->as.while_.test = parse_constant(p, CONST_TRUE, from);
	return parse_block(p, &s->as.while_.body, "'case' statement", from, false) ? s : NULL;
}

/* It is refused; what is outside the language in its blocks shall be told too. */
static struct stmt *match_statement(struct parser *p)
{
	const struct token *from = p->tok++;
	size_t mark = parse_sequence(p);

	parse_outside(p, from->span, "the match statement");
	struct expr *subject = parse_star_expressions(p);
	if (!subject)
		return NULL;
	p->tok += 3; /* ":" NEWLINE INDENT */
	while (parse_at(p, TOKEN_NAME) && parse_text_is(p, p->tok, "case")) {
		struct stmt *part = case_part(p);
		if (!part)
			return NULL;
		parse_push(p, part);
	}
	if (!parse_expect(p, TOKEN_DEDENT))
		return NULL;
	struct stmt *s = parse_stmt_node(p, STMT_IF, from);
	s->as.while_.test = subject;
	s->as.while_.body = parse_take_stmts(p, mark);
	return s;
}

struct stmt *parse_compound(struct parser *p, bool *found)
{
	const struct expr_seq none = { 0 };

	*found = true;
	switch (p->tok->kind) {
	case TOKEN_IF:
		return if_statement(p);
	case TOKEN_WHILE:
		return while_statement(p);
	case TOKEN_FOR:
		return for_statement(p, p->tok, false);
	case TOKEN_TRY:
		return try_statement(p);
	case TOKEN_WITH:
		return with_statement(p, p->tok, false);
	case TOKEN_DEF:
		return parse_def(p, p->tok, none, false);
	case TOKEN_CLASS:
		return parse_class(p, none);
	case TOKEN_AT:
		return decorated(p);
	case TOKEN_ASYNC:
		return async_statement(p, none);
	default:
		break;
	}
	if (at_match(p))
		return match_statement(p);
	*found = false;
	return NULL;
}

bool parse_statements(struct parser *p, enum token_kind kind)
{
	while (!parse_at(p, kind)) {
		bool found;
		struct stmt *s = parse_compound(p, &found);
		if (s)
			parse_push(p, s);
		else if (found || !parse_simple_statements(p))
			return false;
	}
	return true;
}
