#include "lang/tree/children.h"

#include <assert.h>
#include <stddef.h>

/* What a field of a node is. */
enum form {
	NOTHING,  /* behind the last one */
	EXPR,     /* struct expr *, which may be NULL */
	EXPRS,    /* struct expr_seq */
	PAIRS,    /* the same, and another one of as many */
	KEYWORDS, /* struct keyword *, and how many */
	GENERATORS,
	PARAMS,
	ITEMS,    /* struct with_item *, and how many */
	HANDLERS, /* struct handler *, and how many */
	BODY
};

struct field {
	enum form form;
	size_t at, other; /* where it is in the node, and what belongs to it */
};

enum { FIELDS_MOST = 5 };

#define IN_EXPR(form, member) \
	{ \
		form, offsetof(struct expr, as.member), 0 \
	}
#define IN_EXPR_WITH(form, member, other) \
	{ \
		form, offsetof(struct expr, as.member), offsetof(struct expr, as.other) \
	}
#define IN_STMT(form, member) \
	{ \
		form, offsetof(struct stmt, as.member), 0 \
	}
#define IN_STMT_WITH(form, member, other) \
	{ \
		form, offsetof(struct stmt, as.member), offsetof(struct stmt, as.other) \
	}

/* clang-format off */
static const struct field expr_fields[EXPR_KIND_COUNT][FIELDS_MOST] = {
	[EXPR_BINOP] = { IN_EXPR(EXPR, binop.left), IN_EXPR(EXPR, binop.right) },
	[EXPR_UNARY] = { IN_EXPR(EXPR, unary.operand) },
	[EXPR_BOOLOP] = { IN_EXPR(EXPRS, boolop.values) },
	[EXPR_COMPARE] = { IN_EXPR(EXPR, compare.left), IN_EXPR(EXPRS, compare.comparators) },
	[EXPR_IFEXP] = { IN_EXPR(EXPR, ifexp.test), IN_EXPR(EXPR, ifexp.body),
		IN_EXPR(EXPR, ifexp.orelse) },
	[EXPR_CALL] = { IN_EXPR(EXPR, call.func), IN_EXPR(EXPRS, call.args),
		IN_EXPR_WITH(KEYWORDS, call.keywords, call.nkeywords) },
	[EXPR_ATTRIBUTE] = { IN_EXPR(EXPR, attribute.value) },
	[EXPR_SUBSCRIPT] = { IN_EXPR(EXPR, subscript.value), IN_EXPR(EXPR, subscript.index) },
	[EXPR_SLICE] = { IN_EXPR(EXPR, slice.lower), IN_EXPR(EXPR, slice.upper),
		IN_EXPR(EXPR, slice.step) },
	[EXPR_STARRED] = { IN_EXPR(EXPR, starred.value) },
	[EXPR_LIST] = { IN_EXPR(EXPRS, list.elts) },
	[EXPR_TUPLE] = { IN_EXPR(EXPRS, list.elts) },
	[EXPR_SET] = { IN_EXPR(EXPRS, list.elts) },
	[EXPR_DICT] = { IN_EXPR_WITH(PAIRS, dict.keys, dict.values) },
	[EXPR_LIST_COMP] = { IN_EXPR(EXPR, comp.elt), IN_EXPR(GENERATORS, comp.generators) },
	[EXPR_SET_COMP] = { IN_EXPR(EXPR, comp.elt), IN_EXPR(GENERATORS, comp.generators) },
	[EXPR_DICT_COMP] = { IN_EXPR(EXPR, comp.elt), IN_EXPR(EXPR, comp.value),
		IN_EXPR(GENERATORS, comp.generators) },
	[EXPR_GENERATOR] = { IN_EXPR(EXPR, comp.elt), IN_EXPR(GENERATORS, comp.generators) },
	[EXPR_LAMBDA] = { IN_EXPR(PARAMS, lambda.params), IN_EXPR(EXPR, lambda.body) },
	[EXPR_NAMED] = { IN_EXPR(EXPR, named.target), IN_EXPR(EXPR, named.value) },
	[EXPR_JOINED_STR] = { IN_EXPR(EXPRS, joined.values) },
	[EXPR_FORMATTED] = { IN_EXPR(EXPR, formatted.value), IN_EXPR(EXPR, formatted.spec) },
	[EXPR_AWAIT] = { IN_EXPR(EXPR, await.value) },
	[EXPR_YIELD] = { IN_EXPR(EXPR, await.value) },
	[EXPR_YIELD_FROM] = { IN_EXPR(EXPR, await.value) },
};

static const struct field stmt_fields[STMT_KIND_COUNT][FIELDS_MOST] = {
	[STMT_FUNCTION_DEF] = { IN_STMT(EXPRS, function.decorators),
		IN_STMT(PARAMS, function.params), IN_STMT(EXPR, function.returns),
		IN_STMT(BODY, function.body) },
	[STMT_CLASS_DEF] = { IN_STMT(EXPRS, class_.decorators), IN_STMT(EXPRS, class_.bases),
		IN_STMT_WITH(KEYWORDS, class_.keywords, class_.nkeywords),
		IN_STMT(BODY, class_.body) },
	[STMT_RETURN] = { IN_STMT(EXPR, return_.value) },
	[STMT_DELETE] = { IN_STMT(EXPRS, delete.targets) },
	[STMT_ASSIGN] = { IN_STMT(EXPRS, assign.targets), IN_STMT(EXPR, assign.value) },
	[STMT_AUG_ASSIGN] = { IN_STMT(EXPR, aug.target), IN_STMT(EXPR, aug.value) },
	[STMT_ANN_ASSIGN] = { IN_STMT(EXPR, ann.target), IN_STMT(EXPR, ann.annotation),
		IN_STMT(EXPR, ann.value) },
	[STMT_FOR] = { IN_STMT(EXPR, for_.target), IN_STMT(EXPR, for_.iter),
		IN_STMT(BODY, for_.body), IN_STMT(BODY, for_.orelse) },
	[STMT_WHILE] = { IN_STMT(EXPR, while_.test), IN_STMT(BODY, while_.body),
		IN_STMT(BODY, while_.orelse) },
	[STMT_IF] = { IN_STMT(EXPR, while_.test), IN_STMT(BODY, while_.body),
		IN_STMT(BODY, while_.orelse) },
	[STMT_WITH] = { IN_STMT_WITH(ITEMS, with.items, with.nitems), IN_STMT(BODY, with.body) },
	[STMT_RAISE] = { IN_STMT(EXPR, raise.exc), IN_STMT(EXPR, raise.cause) },
	[STMT_TRY] = { IN_STMT(BODY, try.body), IN_STMT_WITH(HANDLERS, try.handlers, try.nhandlers),
		IN_STMT(BODY, try.orelse), IN_STMT(BODY, try.finalbody) },
	[STMT_ASSERT] = { IN_STMT(EXPR, assert_.test), IN_STMT(EXPR, assert_.msg) },
	[STMT_EXPR] = { IN_STMT(EXPR, expr.value) },
};
/* clang-format on */

static void visit_expr(const struct visitor *v, struct expr *e)
{
	if (e && v->expr)
		v->expr(v->self, e);
}

static void visit_body(const struct visitor *v, struct stmt_seq body)
{
	if (v->body)
		v->body(v->self, body);
}

static void visit_exprs(const struct visitor *v, struct expr_seq seq)
{
	for (uint32_t i = 0; i < seq.len; i++)
		visit_expr(v, seq.at[i]);
}

static void visit_pairs(const struct visitor *v, struct expr_seq keys, struct expr_seq values)
{
	assert(keys.len == values.len && "a key, or NULL, for each value");
	for (uint32_t i = 0; i < keys.len; i++) {
		visit_expr(v, keys.at[i]);
		visit_expr(v, values.at[i]);
	}
}

static void visit_generators(const struct visitor *v, struct comprehension_seq seq)
{
	for (uint32_t i = 0; i < seq.len; i++) {
		visit_expr(v, seq.at[i].target);
		visit_expr(v, seq.at[i].iter);
		visit_exprs(v, seq.at[i].ifs);
	}
}

static void visit_handler(const struct visitor *v, const struct handler *h)
{
	visit_expr(v, h->type);
	visit_body(v, h->body);
}

static void visit_item(const struct visitor *v, const struct with_item *item)
{
	visit_expr(v, item->context);
	visit_expr(v, item->vars);
}

void children_of_params(const struct params *p, const struct visitor *v)
{
	uint32_t n = p->npos_only + p->npos + p->nkw_only;

	for (uint32_t i = 0; i < n; i++)
		visit_expr(v, p->at[i].default_);
	for (uint32_t i = 0; i < n; i++)
		visit_expr(v, p->at[i].annotation);
	visit_expr(v, p->vararg ? p->vararg->annotation : NULL);
	visit_expr(v, p->kwarg ? p->kwarg->annotation : NULL);
}

static void visit_field(const struct visitor *v, const char *node, const struct field *f)
{
	const void *at = node + f->at, *other = node + f->other;

	switch (f->form) {
	case NOTHING:
		return;
	case EXPR:
		visit_expr(v, *(struct expr *const *)at);
		return;
	case EXPRS:
		visit_exprs(v, *(const struct expr_seq *)at);
		return;
	case PAIRS:
		visit_pairs(v, *(const struct expr_seq *)at, *(const struct expr_seq *)other);
		return;
	case KEYWORDS:
		for (uint32_t i = 0; i < *(const uint32_t *)other; i++)
			visit_expr(v, (*(struct keyword *const *)at)[i].value);
		return;
	case GENERATORS:
		visit_generators(v, *(const struct comprehension_seq *)at);
		return;
	case PARAMS:
		children_of_params(*(struct params *const *)at, v);
		return;
	case ITEMS:
		for (uint32_t i = 0; i < *(const uint32_t *)other; i++)
			visit_item(v, &(*(struct with_item *const *)at)[i]);
		return;
	case HANDLERS:
		for (uint32_t i = 0; i < *(const uint32_t *)other; i++)
			visit_handler(v, &(*(struct handler *const *)at)[i]);
		return;
	case BODY:
		visit_body(v, *(const struct stmt_seq *)at);
		return;
	}
}

void children_of_expr(const struct expr *e, const struct visitor *v)
{
	assert(e->kind < EXPR_KIND_COUNT && "an expression has a kind");
	for (int i = 0; i < FIELDS_MOST; i++)
		visit_field(v, (const char *)e, &expr_fields[e->kind][i]);
}

void children_of_stmt(const struct stmt *s, const struct visitor *v)
{
	assert(s->kind < STMT_KIND_COUNT && "a statement has a kind");
	for (int i = 0; i < FIELDS_MOST; i++)
		visit_field(v, (const char *)s, &stmt_fields[s->kind][i]);
}
