/* New nodes of the tree, and how high they stand. */

#include "lang/tree/parse.h"

#include <assert.h>

struct expr *parse_node(
	struct parser *p, enum expr_kind kind, const struct token *from, uint32_t child_height)
{
	assert(from < p->tok && "a node is a token at least");
	if (child_height >= AST_MAX_HEIGHT)
		return parse_settle(p, p->tok[-1].span, "too deeply nested");
	struct expr *e = arena_alloc(&p->ast->arena, sizeof *e);
	e->kind = kind;
	e->height = child_height + 1;
	e->span = parse_span(p, from);
	return e;
}

uint32_t parse_height(const struct expr *e)
{
	return e ? e->height : 0;
}

uint32_t parse_heights(const struct expr_seq *s)
{
	uint32_t height = 0;

	for (uint32_t i = 0; i < s->len; i++)
		if (parse_height(s->at[i]) > height)
			height = s->at[i]->height;
	return height;
}

struct expr *parse_constant(struct parser *p, enum const_kind kind, const struct token *from)
{
	struct expr *e = parse_node(p, EXPR_CONSTANT, from, 0);
	e->as.constant.kind = kind;
	return e;
}

struct expr *parse_sequence_node(
	struct parser *p, enum expr_kind kind, const struct token *from, size_t mark)
{
	struct expr_seq elts = parse_take_exprs(p, mark);
	struct expr *e = parse_node(p, kind, from, parse_heights(&elts));
	if (e)
		e->as.list.elts = elts;
	return e;
}
