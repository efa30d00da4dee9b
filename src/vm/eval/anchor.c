#include "vm/eval/anchor.h"

#include "lang/tree/children.h"

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

static void try_expr(void *self, struct expr *e)
{
	struct search *s = self;
	if (holds(e->span, s->span))
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

static void try_block(void *self, struct stmt_seq seq)
{
	struct search *s = self;
	try_stmts(s, seq);
	if (!s->found.stmt)
		try_decorators(s, seq);
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
	const struct visitor v = { &s, try_expr, try_block };
	try_block(&s, p->ast.body);
	while (s.found.expr || s.found.stmt) {
		struct node here = s.found;
		if (here.expr && same(here.expr->span, span))
			return here.expr;
		s.found = (struct node){ 0 };
		if (here.expr)
			children_of_expr(here.expr, &v);
		else
			children_of_stmt(here.stmt, &v);
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
