/* Statements of one line. */

#include "lang/tree/parse.h"

struct stmt *parse_stmt_node(struct parser *p, enum stmt_kind kind, const struct token *from)
{
	struct stmt *s = arena_alloc(&p->ast->arena, sizeof *s);

	s->kind = kind;
	s->span = parse_span(p, from);
	return s;
}

/* A lone "*x" where a value is wanted. */
static void check_value(struct parser *p, const struct expr *e)
{
	if (e && e->kind == EXPR_STARRED)
		parse_late(p, e->span, "can't use starred expression here");
}

static const struct {
	enum token_kind kind;
	enum bin_op op;
} augmented_operators[] = {
	{ TOKEN_PLUS_EQUAL, BIN_ADD },
	{ TOKEN_MINUS_EQUAL, BIN_SUB },
	{ TOKEN_STAR_EQUAL, BIN_MUL },
	{ TOKEN_AT_EQUAL, BIN_MATMUL },
	{ TOKEN_SLASH_EQUAL, BIN_DIV },
	{ TOKEN_DOUBLE_SLASH_EQUAL, BIN_FLOORDIV },
	{ TOKEN_PERCENT_EQUAL, BIN_MOD },
	{ TOKEN_DOUBLE_STAR_EQUAL, BIN_POW },
	{ TOKEN_LSHIFT_EQUAL, BIN_LSHIFT },
	{ TOKEN_RSHIFT_EQUAL, BIN_RSHIFT },
	{ TOKEN_VBAR_EQUAL, BIN_OR },
	{ TOKEN_CIRCUMFLEX_EQUAL, BIN_XOR },
	{ TOKEN_AMPER_EQUAL, BIN_AND },
};

static bool augmented_operator(struct parser *p, enum bin_op *op)
{
	for (size_t i = 0; i < sizeof augmented_operators / sizeof *augmented_operators; i++) {
		if (parse_skip(p, augmented_operators[i].kind)) {
			*op = augmented_operators[i].op;
			return true;
		}
	}
	return false;
}

/* The rest of: single_target augassign (yield_expr | star_expressions) */
static struct stmt *augmented(
	struct parser *p, const struct token *from, struct expr *target, enum bin_op op)
{
	struct expr *value = parse_value(p);

	if (!value)
		return NULL;
	if (target->kind != EXPR_NAME && target->kind != EXPR_ATTRIBUTE &&
		target->kind != EXPR_SUBSCRIPT)
		return parse_fail(p, target->span,
			"'%s' is an illegal expression for augmented assignment",
			parse_describe(target));
	parse_set_context(p, target, EXPR_STORE);
	check_value(p, value);
	struct stmt *s = parse_stmt_node(p, STMT_AUG_ASSIGN, from);
	s->as.aug.target = target;
	s->as.aug.op = op;
	s->as.aug.value = value;
	return s;
}

static struct stmt *bad_annotation(struct parser *p, const struct expr *target)
{
	if (target->kind == EXPR_LIST || target->kind == EXPR_TUPLE)
		return parse_fail(p, target->span, "only single target (not %s) can be annotated",
			parse_describe(target));
	p->tok++;
	if (!parse_starts_expression(p)) {
		p->tok--;
		return parse_unexpected(p);
	}
	return parse_fail(p, target->span, "illegal target for annotation");
}

/* The rest of: target ":" expression ["=" (yield_expr | star_expressions)] */
static struct stmt *annotated(struct parser *p, const struct token *from, struct expr *target)
{
	struct expr *value = NULL;

	if (target->kind != EXPR_NAME && target->kind != EXPR_ATTRIBUTE &&
		target->kind != EXPR_SUBSCRIPT)
		return bad_annotation(p, target);
	p->tok++;
	struct expr *annotation = parse_expression(p);
	if (!annotation)
		return NULL;
	if (parse_skip(p, TOKEN_EQUAL)) {
		value = parse_value(p);
		if (!value)
			return NULL;
	}
	parse_set_context(p, target, EXPR_STORE);
	check_value(p, value);
	struct stmt *s = parse_stmt_node(p, STMT_ANN_ASSIGN, from);
	s->as.ann.target = target;
	s->as.ann.annotation = annotation;
	s->as.ann.value = value;
	s->as.ann.simple = from->kind == TOKEN_NAME && target->kind == EXPR_NAME;
	return s;
}

/* Was "=" rather meant as "=="?  It stands behind e, and is the only one. */
static bool meant_equal(struct parser *p, const struct expr *bad)
{
	bool is_group = p->tok[-1].kind == TOKEN_RPAR;
	struct diag trial;

	switch (bad->kind) {
	case EXPR_GENERATOR:
	case EXPR_STARRED:
		return false;
	case EXPR_BOOLOP:
	case EXPR_COMPARE:
	case EXPR_IFEXP:
	case EXPR_LAMBDA:
		if (!is_group)
			return false;
		break;
	case EXPR_UNARY:
		if (bad->as.unary.op == UNARY_NOT && !is_group)
			return false;
		break;
	case EXPR_CONSTANT:
		if (bad->as.constant.kind <= CONST_FALSE)
			return false;
		break;
	default:
		break;
	}
	struct parse_mark m = parse_guess(p, &trial);
	p->tok++;
	bool yes = parse_bitwise_or(p) && !parse_at(p, TOKEN_EQUAL) && !parse_at(p, TOKEN_WALRUS);
	parse_decide(p, &m, false);
	return yes;
}

/* e stands before "=" but cannot be assigned to. */
static void *bad_target(
	struct parser *p, const struct token *from, const struct expr *e, bool first)
{
	const struct expr *bad = parse_no_target(e, TARGET_ASSIGN);
	const struct expr *last = e;

	if (e->kind == EXPR_TUPLE && from->kind != TOKEN_LPAR)
		last = e->as.list.elts.at[e->as.list.elts.len - 1];
	if (from->kind == TOKEN_YIELD)
		return parse_fail(p, bad->span, "assignment to yield expression not possible");
	if (first && last == bad && meant_equal(p, bad))
		return parse_fail(p, bad->span,
			"cannot assign to %s here. Maybe you meant '==' instead of '='?",
			parse_describe(bad));
	return parse_fail(p, bad->span, "cannot assign to %s", parse_describe(bad));
}

/* The rest of: (star_targets "=")+ (yield_expr | star_expressions) */
static struct stmt *assignment(struct parser *p, const struct token *from, struct expr *e)
{
	size_t mark = parse_sequence(p);
	const struct token *start = from;

	while (parse_at(p, TOKEN_EQUAL)) {
		if (parse_no_target(e, TARGET_ASSIGN))
			return bad_target(p, start, e, start == from);
		p->tok++;
		parse_set_context(p, e, EXPR_STORE);
		parse_push(p, e);
		start = p->tok;
		e = parse_value(p);
		if (!e)
			return NULL;
	}
	check_value(p, e);
	struct stmt *s = parse_stmt_node(p, STMT_ASSIGN, from);
	s->as.assign.targets = parse_take_exprs(p, mark);
	s->as.assign.value = e;
	return s;
}

/* assignment | star_expressions */
static struct stmt *expression_or_assignment(struct parser *p)
{
	const struct token *from = p->tok;
	struct expr *e = parse_value(p);
	enum bin_op op;

	if (!e)
		return NULL;
	if (parse_at(p, TOKEN_EQUAL))
		return assignment(p, from, e);
	if (augmented_operator(p, &op))
		return augmented(p, from, e, op);
	if (parse_at(p, TOKEN_COLON))
		return annotated(p, from, e);
	check_value(p, e);
	struct stmt *s = parse_stmt_node(p, STMT_EXPR, from);
	s->as.expr.value = e;
	return s;
}

/* "pass" | "break" | "continue" */
static struct stmt *word(struct parser *p, enum stmt_kind kind)
{
	const struct token *from = p->tok++;
	return parse_stmt_node(p, kind, from);
}

/* return_stmt: "return" [star_expressions] */
static struct stmt *return_statement(struct parser *p)
{
	const struct token *from = p->tok++;
	struct expr *value = NULL;

	if (!parse_at(p, TOKEN_NEWLINE) && !parse_at(p, TOKEN_SEMI)) {
		value = parse_star_expressions(p);
		if (!value)
			return NULL;
	}
	check_value(p, value);
	struct stmt *s = parse_stmt_node(p, STMT_RETURN, from);
	s->as.return_.value = value;
	return s;
}

/* raise_stmt: "raise" [expression ["from" expression]] */
static struct stmt *raise_statement(struct parser *p)
{
	const struct token *from = p->tok++;
	struct expr *exc = NULL, *cause = NULL;

	if (!parse_at(p, TOKEN_NEWLINE) && !parse_at(p, TOKEN_SEMI)) {
		exc = parse_expression(p);
		if (exc && parse_skip(p, TOKEN_FROM))
			cause = parse_expression(p);
		if (p->d->set)
			return NULL;
	}
	struct stmt *s = parse_stmt_node(p, STMT_RAISE, from);
	s->as.raise.exc = exc;
	s->as.raise.cause = cause;
	return s;
}

/* assert_stmt: "assert" expression ["," expression] */
static struct stmt *assert_statement(struct parser *p)
{
	const struct token *from = p->tok++;
	struct expr *test = parse_expression(p), *msg = NULL;

	if (test && parse_skip(p, TOKEN_COMMA))
		msg = parse_expression(p);
	if (p->d->set)
		return NULL;
	struct stmt *s = parse_stmt_node(p, STMT_ASSERT, from);
	s->as.assert_.test = test;
	s->as.assert_.msg = msg;
	return s;
}

/* Do the bracket at from and the last token passed belong together? */
static bool in_parentheses(const struct parser *p, const struct token *from)
{
	const struct token *t = from;

	if (from->kind != TOKEN_LPAR)
		return false;
	while (t->level >= from->level)
		t++;
	return t == p->tok - 1;
}

/* del_stmt: "del" del_target ("," del_target)* [","] */
static struct stmt *del_statement(struct parser *p)
{
	const struct token *from = p->tok++;
	struct expr *e = parse_star_expressions(p);

	if (!e || (!parse_at(p, TOKEN_NEWLINE) && !parse_at(p, TOKEN_SEMI)))
		return parse_unexpected(p);
	if (!parse_make_target(p, e, TARGET_DELETE))
		return NULL;
	struct stmt *s = parse_stmt_node(p, STMT_DELETE, from);
	if (e->kind == EXPR_TUPLE && !in_parentheses(p, from + 1)) {
		s->as.delete.targets = e->as.list.elts;
	} else {
		size_t mark = parse_sequence(p);
		parse_push(p, e);
		s->as.delete.targets = parse_take_exprs(p, mark);
	}
	return s;
}

/* ("global" | "nonlocal") NAME ("," NAME)* */
static struct stmt *scope_statement(struct parser *p, enum stmt_kind kind)
{
	const struct token *from = p->tok++;
	size_t mark = parse_sequence(p);

	do {
		const char *name = parse_name(p);
		if (!name)
			return NULL;
		parse_push(p, (void *)(uintptr_t)name);
	} while (parse_skip(p, TOKEN_COMMA));
	struct stmt *s = parse_stmt_node(p, kind, from);
	s->as.scope.names = parse_take_names(p, mark);
	return s;
}

static struct stmt *simple_statement(struct parser *p)
{
	switch (p->tok->kind) {
	case TOKEN_PASS:
		return word(p, STMT_PASS);
	case TOKEN_BREAK:
		return word(p, STMT_BREAK);
	case TOKEN_CONTINUE:
		return word(p, STMT_CONTINUE);
	case TOKEN_RETURN:
		return return_statement(p);
	case TOKEN_RAISE:
		return raise_statement(p);
	case TOKEN_ASSERT:
		return assert_statement(p);
	case TOKEN_DEL:
		return del_statement(p);
	case TOKEN_GLOBAL:
		return scope_statement(p, STMT_GLOBAL);
	case TOKEN_NONLOCAL:
		return scope_statement(p, STMT_NONLOCAL);
	case TOKEN_IMPORT:
		return parse_import(p);
	case TOKEN_FROM:
		return parse_import_from(p);
	default:
		return expression_or_assignment(p);
	}
}

bool parse_simple_statements(struct parser *p)
{
	do {
		struct stmt *s = simple_statement(p);
		if (!s)
			return false;
		parse_push(p, s);
		if (!parse_skip(p, TOKEN_SEMI))
			return parse_expect(p, TOKEN_NEWLINE);
	} while (!parse_at(p, TOKEN_NEWLINE));
	return parse_expect(p, TOKEN_NEWLINE);
}
