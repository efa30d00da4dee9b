/* What may be assigned to, and how what may not is described. */

#include "lang/tree/parse.h"

#include <assert.h>
#include <string.h>

static const char *const descriptions[EXPR_KIND_COUNT] = {
	[EXPR_CONSTANT] = "literal",
	[EXPR_NAME] = "name",
	[EXPR_BINOP] = "expression",
	[EXPR_UNARY] = "expression",
	[EXPR_BOOLOP] = "expression",
	[EXPR_COMPARE] = "comparison",
	[EXPR_IFEXP] = "conditional expression",
	[EXPR_CALL] = "function call",
	[EXPR_ATTRIBUTE] = "attribute",
	[EXPR_SUBSCRIPT] = "subscript",
	[EXPR_SLICE] = "slice",
	[EXPR_STARRED] = "starred",
	[EXPR_LIST] = "list",
	[EXPR_TUPLE] = "tuple",
	[EXPR_SET] = "set display",
	[EXPR_DICT] = "dict literal",
	[EXPR_LIST_COMP] = "list comprehension",
	[EXPR_SET_COMP] = "set comprehension",
	[EXPR_DICT_COMP] = "dict comprehension",
	[EXPR_GENERATOR] = "generator expression",
	[EXPR_LAMBDA] = "lambda",
	[EXPR_NAMED] = "named expression",
	[EXPR_JOINED_STR] = "f-string expression",
	[EXPR_FORMATTED] = "f-string expression",
	[EXPR_AWAIT] = "await expression",
	[EXPR_YIELD] = "yield expression",
	[EXPR_YIELD_FROM] = "yield expression",
};

static const char *const constants[] = {
	[CONST_NONE] = "None",
	[CONST_TRUE] = "True",
	[CONST_FALSE] = "False",
	[CONST_ELLIPSIS] = "ellipsis",
	[CONST_INT] = "literal",
	[CONST_FLOAT] = "literal",
	[CONST_STR] = "literal",
};

const char *parse_describe(const struct expr *e)
{
	assert(e->kind < EXPR_KIND_COUNT && "an expression has a kind");
	return e->kind == EXPR_CONSTANT ? constants[e->as.constant.kind] : descriptions[e->kind];
}

const struct expr *parse_no_target(const struct expr *e, enum target_use use)
{
	switch (e->kind) {
	case EXPR_NAME:
	case EXPR_ATTRIBUTE:
	case EXPR_SUBSCRIPT:
		return NULL;
	case EXPR_STARRED:
		return use == TARGET_DELETE ? e : parse_no_target(e->as.starred.value, use);
	case EXPR_LIST:
	case EXPR_TUPLE:
		for (uint32_t i = 0; i < e->as.list.elts.len; i++) {
			const struct expr *bad = parse_no_target(e->as.list.elts.at[i], use);
			if (bad)
				return bad;
		}
		return NULL;
	default:
		return e;
	}
}

static void set_sequence_context(struct parser *p, struct expr *e, enum expr_context ctx)
{
	const struct expr_seq *elts = &e->as.list.elts;
	uint32_t starred = 0;

	for (uint32_t i = 0; i < elts->len; i++) {
		struct expr *elt = elts->at[i];
		if (elt->kind == EXPR_STARRED) {
			starred++;
			elt->ctx = ctx;
			elt = elt->as.starred.value;
		}
		parse_set_context(p, elt, ctx);
	}
	if (starred > 1 && ctx == EXPR_STORE)
		parse_late(p, e->span, "multiple starred expressions in assignment");
}

void parse_set_context(struct parser *p, struct expr *e, enum expr_context ctx)
{
	e->ctx = ctx;
	if (e->kind == EXPR_LIST || e->kind == EXPR_TUPLE) {
		set_sequence_context(p, e, ctx);
	} else if (e->kind == EXPR_STARRED) {
		parse_late(p, e->span, "starred assignment target must be in a list or tuple");
		parse_set_context(p, e->as.starred.value, ctx);
	} else if (e->kind == EXPR_NAME && strcmp(e->as.name.id, "__debug__") == 0) {
		parse_late(p, e->span, "cannot %s __debug__",
			ctx == EXPR_DEL ? "delete" : "assign to");
	}
}

bool parse_make_target(struct parser *p, struct expr *e, enum target_use use)
{
	const struct expr *bad = parse_no_target(e, use);

	if (bad)
		return parse_fail(p, bad->span, "cannot %s %s",
			use == TARGET_DELETE ? "delete" : "assign to", parse_describe(bad));
	parse_set_context(p, e, use == TARGET_DELETE ? EXPR_DEL : EXPR_STORE);
	return true;
}

/* An operand, because "in" behind a target is no operator. */
static struct expr *star_target(struct parser *p)
{
	return parse_at(p, TOKEN_STAR) ? parse_starred(p) : parse_bitwise_or(p);
}

/* star_targets: star_target ("," star_target)* [","] */
struct expr *parse_for_targets(struct parser *p)
{
	const struct token *from = p->tok;
	size_t mark = parse_sequence(p);
	struct expr *e = star_target(p);

	if (e && parse_at(p, TOKEN_COMMA)) {
		parse_push(p, e);
		while (parse_skip(p, TOKEN_COMMA) &&
			(parse_starts_expression(p) || parse_at(p, TOKEN_STAR))) {
			e = star_target(p);
			if (!e)
				return NULL;
			parse_push(p, e);
		}
		e = parse_sequence_node(p, EXPR_TUPLE, from, mark);
	}
	return e && parse_make_target(p, e, TARGET_FOR) ? e : NULL;
}

struct expr *parse_with_target(struct parser *p)
{
	struct expr *e = star_target(p);
	return e && parse_make_target(p, e, TARGET_ASSIGN) ? e : NULL;
}
