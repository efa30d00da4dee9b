#include "vm/eval/anchor.h"

#include <stddef.h>

/* An expression or statement inside which the search goes on. */
struct node {
	const struct expr *expr;
	const struct stmt *stmt;
};

struct search {
	struct span span;
	struct node found;
};

static bool before(uint32_t line, uint32_t col, uint32_t other_line, uint32_t other_col)
{
	return line < other_line || (line == other_line && col < other_col);
}

static bool holds(struct span outer, struct span inner)
{
	return !before(inner.line, inner.col, outer.line, outer.col) &&
		!before(outer.end_line, outer.end_col, inner.end_line, inner.end_col);
}

static void try_expr(struct search *s, const struct expr *e)
{
	if (e && holds(e->span, s->span))
		s->found = (struct node){ e, NULL };
}

static void try_exprs(struct search *s, struct expr_seq seq)
{
	for (uint32_t i = 0; i < seq.len; i++)
		try_expr(s, seq.at[i]);
}

static void try_stmts(struct search *s, struct stmt_seq seq)
{
	for (uint32_t i = 0; i < seq.len; i++) {
		if (holds(seq.at[i]->span, s->span))
			s->found = (struct node){ NULL, seq.at[i] };
	}
}

/* The decorators stand before the span of what they decorate. */
static void try_decorators(struct search *s, struct stmt_seq seq)
{
	for (uint32_t i = 0; i < seq.len; i++) {
		const struct stmt *st = seq.at[i];
		if (st->kind == STMT_FUNCTION_DEF)
			try_exprs(s, st->as.function.decorators);
		else if (st->kind == STMT_CLASS_DEF)
			try_exprs(s, st->as.class_.decorators);
	}
}

static void try_block(struct search *s, struct stmt_seq seq)
{
	try_stmts(s, seq);
	if (!s->found.stmt)
		try_decorators(s, seq);
}

static void try_keywords(struct search *s, const struct keyword *at, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		try_expr(s, at[i].value);
}

static void try_param(struct search *s, const struct param *p)
{
	if (!p)
		return;
	try_expr(s, p->annotation);
	try_expr(s, p->default_);
}

static void try_params(struct search *s, const struct params *p)
{
	if (!p)
		return;
	uint32_t n = p->npos_only + p->npos + p->nkw_only;
	for (uint32_t i = 0; i < n; i++)
		try_param(s, &p->at[i]);
	try_param(s, p->vararg);
	try_param(s, p->kwarg);
}

static void try_generators(struct search *s, struct comprehension_seq seq)
{
	for (uint32_t i = 0; i < seq.len; i++) {
		try_expr(s, seq.at[i].target);
		try_expr(s, seq.at[i].iter);
		try_exprs(s, seq.at[i].ifs);
	}
}

/* The part of e that holds the span. */
static void descend_expr(struct search *s, const struct expr *e)
{
	switch (e->kind) {
	case EXPR_CONSTANT:
	case EXPR_NAME:
	case EXPR_KIND_COUNT:
		break;
	case EXPR_BINOP:
		try_expr(s, e->as.binop.left);
		try_expr(s, e->as.binop.right);
		break;
	case EXPR_UNARY:
		try_expr(s, e->as.unary.operand);
		break;
	case EXPR_BOOLOP:
		try_exprs(s, e->as.boolop.values);
		break;
	case EXPR_COMPARE:
		try_expr(s, e->as.compare.left);
		try_exprs(s, e->as.compare.comparators);
		break;
	case EXPR_IFEXP:
		try_expr(s, e->as.ifexp.test);
		try_expr(s, e->as.ifexp.body);
		try_expr(s, e->as.ifexp.orelse);
		break;
	case EXPR_CALL:
		try_expr(s, e->as.call.func);
		try_exprs(s, e->as.call.args);
		try_keywords(s, e->as.call.keywords, e->as.call.nkeywords);
		break;
	case EXPR_ATTRIBUTE:
		try_expr(s, e->as.attribute.value);
		break;
	case EXPR_SUBSCRIPT:
		try_expr(s, e->as.subscript.value);
		try_expr(s, e->as.subscript.index);
		break;
	case EXPR_SLICE:
		try_expr(s, e->as.slice.lower);
		try_expr(s, e->as.slice.upper);
		try_expr(s, e->as.slice.step);
		break;
	case EXPR_STARRED:
		try_expr(s, e->as.starred.value);
		break;
	case EXPR_LIST:
	case EXPR_TUPLE:
	case EXPR_SET:
		try_exprs(s, e->as.list.elts);
		break;
	case EXPR_DICT:
		try_exprs(s, e->as.dict.keys);
		try_exprs(s, e->as.dict.values);
		break;
	case EXPR_LIST_COMP:
	case EXPR_SET_COMP:
	case EXPR_DICT_COMP:
	case EXPR_GENERATOR:
		try_expr(s, e->as.comp.elt);
		try_expr(s, e->as.comp.value);
		try_generators(s, e->as.comp.generators);
		break;
	case EXPR_LAMBDA:
		try_params(s, e->as.lambda.params);
		try_expr(s, e->as.lambda.body);
		break;
	case EXPR_NAMED:
		try_expr(s, e->as.named.target);
		try_expr(s, e->as.named.value);
		break;
	case EXPR_JOINED_STR:
		try_exprs(s, e->as.joined.values);
		break;
	case EXPR_FORMATTED:
		try_expr(s, e->as.formatted.value);
		try_expr(s, e->as.formatted.spec);
		break;
	case EXPR_AWAIT:
	case EXPR_YIELD:
	case EXPR_YIELD_FROM:
		try_expr(s, e->as.await.value);
		break;
	}
}

static void try_handlers(struct search *s, const struct handler *at, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		try_expr(s, at[i].type);
		try_block(s, at[i].body);
	}
}

static void descend_def(struct search *s, const struct stmt *st)
{
	if (st->kind == STMT_FUNCTION_DEF) {
		try_params(s, st->as.function.params);
		try_expr(s, st->as.function.returns);
		try_block(s, st->as.function.body);
	} else {
		try_exprs(s, st->as.class_.bases);
		try_keywords(s, st->as.class_.keywords, st->as.class_.nkeywords);
		try_block(s, st->as.class_.body);
	}
}

static void descend_compound(struct search *s, const struct stmt *st)
{
	switch (st->kind) {
	case STMT_FOR:
		try_expr(s, st->as.for_.target);
		try_expr(s, st->as.for_.iter);
		try_block(s, st->as.for_.body);
		try_block(s, st->as.for_.orelse);
		break;
	case STMT_WHILE:
	case STMT_IF:
		try_expr(s, st->as.while_.test);
		try_block(s, st->as.while_.body);
		try_block(s, st->as.while_.orelse);
		break;
	case STMT_WITH:
		for (uint32_t i = 0; i < st->as.with.nitems; i++) {
			try_expr(s, st->as.with.items[i].context);
			try_expr(s, st->as.with.items[i].vars);
		}
		try_block(s, st->as.with.body);
		break;
	case STMT_TRY:
		try_block(s, st->as.try.body);
		try_handlers(s, st->as.try.handlers, st->as.try.nhandlers);
		try_block(s, st->as.try.orelse);
		try_block(s, st->as.try.finalbody);
		break;
	default:
		descend_def(s, st);
	}
}

static void descend_stmt(struct search *s, const struct stmt *st)
{
	switch (st->kind) {
	case STMT_RETURN:
		try_expr(s, st->as.return_.value);
		break;
	case STMT_DELETE:
		try_exprs(s, st->as.delete.targets);
		break;
	case STMT_ASSIGN:
		try_exprs(s, st->as.assign.targets);
		try_expr(s, st->as.assign.value);
		break;
	case STMT_AUG_ASSIGN:
		try_expr(s, st->as.aug.target);
		try_expr(s, st->as.aug.value);
		break;
	case STMT_ANN_ASSIGN:
		try_expr(s, st->as.ann.target);
		try_expr(s, st->as.ann.annotation);
		try_expr(s, st->as.ann.value);
		break;
	case STMT_RAISE:
		try_expr(s, st->as.raise.exc);
		try_expr(s, st->as.raise.cause);
		break;
	case STMT_ASSERT:
		try_expr(s, st->as.assert_.test);
		try_expr(s, st->as.assert_.msg);
		break;
	case STMT_EXPR:
		try_expr(s, st->as.expr.value);
		break;
	case STMT_FOR:
	case STMT_WHILE:
	case STMT_IF:
	case STMT_WITH:
	case STMT_TRY:
	case STMT_FUNCTION_DEF:
	case STMT_CLASS_DEF:
		descend_compound(s, st);
		break;
	default:
		break;
	}
}

static bool same(struct span a, struct span b)
{
	return a.line == b.line && a.col == b.col && a.end_line == b.end_line &&
		a.end_col == b.end_col;
}

/* The outermost expression with exactly this span. */
static const struct expr *find_expr(const struct program *p, struct span span)
{
	struct search s = { .span = span };
	try_block(&s, p->ast.body);
	while (s.found.expr || s.found.stmt) {
		struct node here = s.found;
		if (here.expr && same(here.expr->span, span))
			return here.expr;
		s.found = (struct node){ 0 };
		if (here.expr)
			descend_expr(&s, here.expr);
		else
			descend_stmt(&s, here.stmt);
	}
	return NULL;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\f';
}

/* The operator between the operands: the first character there that is neither
 * blank nor a bracket that closes. */
static bool operator_between(
	const char *line, uint32_t from, uint32_t to, uint32_t *left, uint32_t *right)
{
	for (uint32_t i = from; i < to; i++) {
		if (is_blank(line[i]) || line[i] == ')')
			continue;
		*left = i;
		*right = i + 1;
		if (i + 1 < to && !is_blank(line[i + 1]) && line[i + 1] != '(')
			++*right;
		return true;
	}
	return false;
}

bool anchor_find(const struct program *p, struct span span, uint32_t *left, uint32_t *right)
{
	if (span.line != span.end_line)
		return false;
	const struct expr *e = find_expr(p, span);
	size_t len;
	const char *line = source_line(p->source, span.line, &len);
	if (!e || !line || span.end_col > len)
		return false;
	if (e->kind == EXPR_BINOP)
		return operator_between(line, e->as.binop.left->span.end_col,
			e->as.binop.right->span.col, left, right);
	if (e->kind != EXPR_SUBSCRIPT)
		return false;
	*left = e->as.subscript.value->span.end_col;
	while (*left < span.end_col && line[*left] != '[')
		++*left;
	*right = span.end_col;
	return true;
}
