/* The arguments of a call or of a class. */

#include "lang/tree/parse.h"

#include "base/map.h"

#include <assert.h>

struct call_state {
	size_t args; /* the mark of the positional ones */
	struct {
		ARRAY(struct keyword *);
	} keywords;
	bool seen_unpacking; /* a **value */
};

/* "**" expression */
static bool double_starred(struct parser *p, struct call_state *c)
{
	const struct token *from = p->tok++;
	struct keyword *k = arena_alloc(&p->ast->arena, sizeof *k);

	k->value = parse_expression(p);
	if (!k->value)
		return false;
	k->span = parse_span(p, from);
	c->seen_unpacking = true;
	array_push(&c->keywords, k);
	return true;
}

/* NAME "=" expression */
static bool keyword(struct parser *p, struct call_state *c)
{
	const struct token *from = p->tok;
	struct keyword *k = arena_alloc(&p->ast->arena, sizeof *k);

	k->name = parse_name(p);
	p->tok++;
	k->value = parse_expression(p);
	if (!k->value)
		return false;
	k->span = parse_span(p, from);
	if (parse_at_comprehension(p))
		return parse_fail(
			p, k->span, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
	array_push(&c->keywords, k);
	return true;
}

/* starred_expression: "*" expression */
static bool starred(struct parser *p, struct call_state *c, const struct token *first)
{
	const struct token *from = p->tok++;

	if (c->seen_unpacking)
		return parse_fail(p, parse_join(first->span, from->span),
			"iterable argument unpacking follows keyword argument unpacking");
	struct expr *value = parse_expression(p);
	struct expr *e = value ? parse_node(p, EXPR_STARRED, from, value->height) : NULL;
	if (!e)
		return false;
	e->as.starred.value = value;
	parse_push(p, e);
	return true;
}

/* named_expression !"=" */
static bool positional_argument(struct parser *p, struct call_state *c)
{
	const struct token *from = p->tok;
	struct expr *e = parse_expression(p);

	if (!e)
		return false;
	if (parse_at(p, TOKEN_EQUAL)) {
		if (from->kind == TOKEN_TRUE || from->kind == TOKEN_FALSE ||
			from->kind == TOKEN_NONE)
			return parse_fail(p, parse_join(from->span, p->tok->span),
				"cannot assign to %s", parse_describe(e));
		return parse_fail(p, parse_join(from->span, p->tok->span),
			"expression cannot contain assignment, perhaps you meant \"==\"?");
	}
	if (parse_at(p, TOKEN_WALRUS)) {
		p->tok = from;
		e = parse_named_expression(p);
		if (!e)
			return false;
	}
	if (c->keywords.len)
		return parse_fail(p, p->tok[-1].span,
			c->seen_unpacking ? "positional argument follows keyword argument unpacking"
					  : "positional argument follows keyword argument");
	parse_push(p, e);
	return true;
}

static bool argument(struct parser *p, struct call_state *c, const struct token *first)
{
	if (parse_at(p, TOKEN_STAR))
		return starred(p, c, first);
	if (parse_at(p, TOKEN_DOUBLE_STAR))
		return double_starred(p, c);
	if (parse_at(p, TOKEN_NAME) && p->tok[1].kind == TOKEN_EQUAL)
		return keyword(p, c);
	return positional_argument(p, c);
}

/* The argument parsed last is followed by a for: fine if it is the only one
 * (then the parentheses of the call belong to it). */
static bool generator(
	struct parser *p, const struct token *open, const struct token *from, bool is_call)
{
	struct expr *elt = p->stack.at[--p->stack.len];
	struct comprehension_seq clauses;
	uint32_t height = elt->height;

	if (!parse_clauses(p, &clauses, &height))
		return false;
	if (from != open + 1 || !is_call || !parse_at(p, TOKEN_RPAR)) {
		if (!parse_at(p, TOKEN_COMMA) && !parse_at(p, TOKEN_RPAR))
			return parse_unexpected(p);
		return parse_fail(
			p, parse_span(p, from), "Generator expression must be parenthesized");
	}
	p->tok++;
	struct expr *e = parse_node(p, EXPR_GENERATOR, open, height);
	p->tok--;
	if (!e)
		return false;
	e->as.comp.elt = elt;
	e->as.comp.generators = clauses;
	parse_push(p, e);
	return true;
}

static bool argument_list(struct parser *p, struct call_state *c, bool is_call)
{
	const struct token *open = p->tok - 1;

	while (!parse_at(p, TOKEN_RPAR)) {
		const struct token *from = p->tok;
		size_t before = parse_sequence(p);
		if (!argument(p, c, open + 1))
			return false;
		if (parse_sequence(p) > before && from->kind != TOKEN_STAR &&
			parse_at_comprehension(p) && !generator(p, open, from, is_call))
			return false;
		if (!parse_skip(p, TOKEN_COMMA) && !parse_at(p, TOKEN_RPAR))
			return parse_unexpected(p);
	}
	return true;
}

static void check_repeated(struct parser *p, const struct arguments *a)
{
	struct map seen = { 0 };

	for (uint32_t i = 0; i < a->nkeywords; i++) {
		const struct keyword *k = &a->keywords[i];
		if (k->name && !map_put(&seen, (uint64_t)(uintptr_t)k->name, 1))
			parse_late(p, k->span, "keyword argument repeated: %s", k->name);
	}
	map_fini(&seen);
}

static void finish_arguments(
	struct parser *p, struct call_state *c, struct arguments *a, uint32_t *height)
{
	a->args = parse_take_exprs(p, c->args);
	uint32_t highest = parse_heights(&a->args);
	for (size_t i = 0; i < c->keywords.len; i++) {
		uint32_t h = c->keywords.at[i]->value->height;
		highest = h > highest ? h : highest;
		parse_push(p, c->keywords.at[i]);
	}
	a->keywords = parse_take_structs(p, c->args, sizeof *a->keywords, &a->nkeywords);
	*height = highest > *height ? highest : *height;
	if (a->nkeywords > 1)
		check_repeated(p, a);
}

bool parse_arguments(struct parser *p, struct arguments *a, bool is_call, uint32_t *height)
{
	assert(parse_at(p, TOKEN_LPAR) && "arguments begin with a bracket");
	struct call_state c = { .args = parse_sequence(p) };

	p->tok++;
	bool ok = argument_list(p, &c, is_call);
	if (ok) {
		finish_arguments(p, &c, a, height);
		p->tok++;
	}
	array_fini(&c.keywords);
	return ok;
}
