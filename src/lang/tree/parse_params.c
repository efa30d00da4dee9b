/* The parameters of functions and of lambdas. */

#include "lang/tree/parse.h"

struct params_state {
	struct params *out;
	size_t mark;    /* of the parameters so far */
	uint32_t plain; /* those before any "*", of which some may become positional-only */
	bool is_lambda, star, slash, defaults;
	enum token_kind close;
};

/* "(" NAME ("," NAME)* [","] ")", as Python 2 had it */
static bool at_parenthesised_names(const struct parser *p)
{
	const struct token *t = p->tok;

	if (t->kind != TOKEN_LPAR || t[1].kind != TOKEN_NAME)
		return false;
	for (t++; t->kind == TOKEN_NAME; t++) {
		if (t[1].kind == TOKEN_COMMA)
			t++;
		else if (t[1].kind != TOKEN_RPAR)
			return false;
	}
	return t->kind == TOKEN_RPAR;
}

/* param: NAME [":" expression] */
static struct param *param(struct parser *p, const struct params_state *s, bool star_annotation)
{
	const struct token *from = p->tok;
	struct param *q = arena_alloc(&p->ast->arena, sizeof *q);

	if (at_parenthesised_names(p))
		return parse_fail(p, p->tok->span,
			s->is_lambda ? "Lambda expression parameters cannot be parenthesized"
				     : "Function parameters cannot be parenthesized");
	q->name = parse_name(p);
	if (!q->name)
		return NULL;
	if (!s->is_lambda && parse_skip(p, TOKEN_COLON)) {
		q->annotation = star_annotation && parse_at(p, TOKEN_STAR) ? parse_starred(p)
									   : parse_expression(p);
		if (!q->annotation)
			return NULL;
	}
	q->span = parse_span(p, from);
	return q;
}

/* param ["=" expression] */
static bool plain_param(struct parser *p, struct params_state *s)
{
	struct param *q = param(p, s, false);

	if (!q)
		return false;
	if (parse_at(p, TOKEN_EQUAL)) {
		const struct token *equal = p->tok++;
		if (parse_at(p, s->close) || parse_at(p, TOKEN_COMMA))
			return parse_fail(p, equal->span, "expected default value expression");
		q->default_ = parse_expression(p);
		if (!q->default_)
			return false;
	} else if (s->defaults && !s->star) {
		return parse_fail(p, q->span, "non-default argument follows default argument");
	}
	s->defaults = s->defaults || q->default_;
	parse_push(p, q);
	if (s->star)
		s->out->nkw_only++;
	else
		s->plain++;
	return true;
}

/* "/" */
static bool slash(struct parser *p, struct params_state *s)
{
	struct span here = p->tok->span;

	if (s->slash)
		return parse_fail(p, here, "/ may appear only once");
	if (s->star)
		return parse_fail(p, here, "/ must be ahead of *");
	if (!s->plain)
		return parse_fail(p, here, "at least one argument must precede /");
	p->tok++;
	s->slash = true;
	s->out->npos_only = s->plain;
	return true;
}

/* "*" [param] */
static bool star(struct parser *p, struct params_state *s)
{
	const struct token *from = p->tok++;
	enum token_kind next = p->tok->kind;

	if (s->star)
		return parse_fail(p, from->span, "* argument may appear only once");
	s->star = true;
	if (next == s->close ||
		(next == TOKEN_COMMA &&
			(p->tok[1].kind == s->close || p->tok[1].kind == TOKEN_DOUBLE_STAR)))
		return parse_fail(p, from->span, "named arguments must follow bare *");
	if (next == TOKEN_COMMA)
		return true;
	s->out->vararg = param(p, s, true);
	if (s->out->vararg && parse_at(p, TOKEN_EQUAL))
		return parse_fail(
			p, p->tok->span, "var-positional argument cannot have default value");
	return s->out->vararg != NULL;
}

/* "**" param [","], which must be the last one */
static bool double_star(struct parser *p, struct params_state *s)
{
	p->tok++;
	s->out->kwarg = param(p, s, false);
	if (!s->out->kwarg)
		return false;
	if (parse_at(p, TOKEN_EQUAL))
		return parse_fail(
			p, p->tok->span, "var-keyword argument cannot have default value");
	if (parse_at(p, TOKEN_COMMA) && p->tok[1].kind != s->close) {
		p->tok++;
		if (parse_at(p, TOKEN_NAME) || parse_at(p, TOKEN_STAR) ||
			parse_at(p, TOKEN_DOUBLE_STAR) || parse_at(p, TOKEN_SLASH))
			return parse_fail(
				p, p->tok->span, "arguments cannot follow var-keyword argument");
		return parse_unexpected(p);
	}
	return true;
}

static bool one(struct parser *p, struct params_state *s)
{
	switch (p->tok->kind) {
	case TOKEN_SLASH:
		return slash(p, s);
	case TOKEN_STAR:
		return star(p, s);
	case TOKEN_DOUBLE_STAR:
		return double_star(p, s);
	default:
		return plain_param(p, s);
	}
}

/* parameter ("," parameter)* [","] */
struct params *parse_params(struct parser *p, bool is_lambda)
{
	struct params_state s = {
		.out = arena_alloc(&p->ast->arena, sizeof *s.out),
		.mark = parse_sequence(p),
		.is_lambda = is_lambda,
		.close = is_lambda ? TOKEN_COLON : TOKEN_RPAR,
	};
	uint32_t len;

	while (!parse_at(p, s.close)) {
		if (!one(p, &s))
			return NULL;
		if (!parse_skip(p, TOKEN_COMMA) && !parse_at(p, s.close))
			return parse_unexpected(p);
	}
	s.out->npos = s.plain - s.out->npos_only;
	s.out->at = parse_take_structs(p, s.mark, sizeof *s.out->at, &len);
	return s.out;
}
