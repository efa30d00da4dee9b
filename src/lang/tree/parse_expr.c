/* Expressions with operators, from the tightest to the loosest. */

#include "lang/tree/parse.h"

#include <assert.h>

struct infix {
	uint8_t strength, op;
};

/* The left-associative operators; strength 0: none of them. */
static const struct infix infixes[TOKEN_KIND_COUNT] = {
	[TOKEN_VBAR] = { 1, BIN_OR },
	[TOKEN_CIRCUMFLEX] = { 2, BIN_XOR },
	[TOKEN_AMPER] = { 3, BIN_AND },
	[TOKEN_LSHIFT] = { 4, BIN_LSHIFT },
	[TOKEN_RSHIFT] = { 4, BIN_RSHIFT },
	[TOKEN_PLUS] = { 5, BIN_ADD },
	[TOKEN_MINUS] = { 5, BIN_SUB },
	[TOKEN_STAR] = { 6, BIN_MUL },
	[TOKEN_SLASH] = { 6, BIN_DIV },
	[TOKEN_DOUBLE_SLASH] = { 6, BIN_FLOORDIV },
	[TOKEN_PERCENT] = { 6, BIN_MOD },
	[TOKEN_AT] = { 6, BIN_MATMUL },
};

static uint32_t higher(const struct expr *a, const struct expr *b)
{
	return parse_height(a) > parse_height(b) ? parse_height(a) : parse_height(b);
}

static struct expr *binop_node(struct parser *p, const struct token *from, enum bin_op op,
	struct expr *left, struct expr *right)
{
	struct expr *e = parse_node(p, EXPR_BINOP, from, higher(left, right));
	if (e) {
		e->as.binop.op = op;
		e->as.binop.left = left;
		e->as.binop.right = right;
	}
	return e;
}

/* await_primary: ["await"] primary */
static struct expr *await_primary(struct parser *p)
{
	const struct token *from = p->tok;

	if (!parse_skip(p, TOKEN_AWAIT))
		return parse_primary(p);
	struct expr *value = parse_primary(p);
	struct expr *e = value ? parse_node(p, EXPR_AWAIT, from, value->height) : NULL;
	if (e)
		e->as.await.value = value;
	return e;
}

static struct expr *factor(struct parser *p);

/* power: await_primary ["**" factor] */
static struct expr *power(struct parser *p)
{
	const struct token *from = p->tok;
	struct expr *left = await_primary(p);

	if (!left || !parse_skip(p, TOKEN_DOUBLE_STAR))
		return left;
	struct expr *right = factor(p);
	return right ? binop_node(p, from, BIN_POW, left, right) : NULL;
}

/* The one int that has a negative, but no positive form. */
static bool at_smallest_int(const struct parser *p)
{
	int64_t i;
	double f;

	return p->tok->kind == TOKEN_NUMBER && p->tok[1].kind != TOKEN_DOUBLE_STAR &&
		literal_value(p->text + p->tok->start, p->tok->len, &i, &f) == LITERAL_MIN;
}

static struct expr *smallest_int(struct parser *p, const struct token *from)
{
	p->tok++;
	struct expr *e = parse_constant(p, CONST_INT, from);
	e->as.constant.i = INT64_MIN;
	return e;
}

/* ("+" | "-" | "~") factor */
static struct expr *signed_factor(struct parser *p, enum unary_op op)
{
	const struct token *from = p->tok++;

	if (op == UNARY_NEG && at_smallest_int(p))
		return smallest_int(p, from);
	struct expr *operand = factor(p);
	struct expr *e = operand ? parse_node(p, EXPR_UNARY, from, operand->height) : NULL;
	if (e) {
		e->as.unary.op = op;
		e->as.unary.operand = operand;
	}
	return e;
}

/* factor: ("+" | "-" | "~") factor | power */
static struct expr *factor(struct parser *p)
{
	if (!parse_enter(p))
		return NULL;
	struct expr *e;
	switch (p->tok->kind) {
	case TOKEN_PLUS:
		e = signed_factor(p, UNARY_POS);
		break;
	case TOKEN_MINUS:
		e = signed_factor(p, UNARY_NEG);
		break;
	case TOKEN_TILDE:
		e = signed_factor(p, UNARY_INVERT);
		break;
	default:
		e = power(p);
	}
	parse_leave(p);
	return e;
}

/* bitwise_or, bitwise_xor, ..., term: operators of at least this strength */
static struct expr *infix_chain(struct parser *p, unsigned strength)
{
	const struct token *from = p->tok;
	struct expr *left = factor(p);

	while (left && infixes[p->tok->kind].strength >= strength) {
		struct infix i = infixes[p->tok->kind];
		p->tok++;
		struct expr *right = infix_chain(p, i.strength + 1u);
		left = right ? binop_node(p, from, (enum bin_op)i.op, left, right) : NULL;
	}
	return left;
}

struct expr *parse_bitwise_or(struct parser *p)
{
	return infix_chain(p, 1);
}

/* comp_operator: "<" ... | "is" ["not"] | ["not"] "in"; false if there is none */
static bool comparison_operator(struct parser *p, enum cmp_op *op)
{
	static const struct {
		enum token_kind first, second;
		enum cmp_op op;
	} operators[] = {
		{ TOKEN_LESS, 0, CMP_LT },
		{ TOKEN_LESS_EQUAL, 0, CMP_LE },
		{ TOKEN_EQUAL_EQUAL, 0, CMP_EQ },
		{ TOKEN_NOT_EQUAL, 0, CMP_NE },
		{ TOKEN_GREATER, 0, CMP_GT },
		{ TOKEN_GREATER_EQUAL, 0, CMP_GE },
		{ TOKEN_IS, TOKEN_NOT, CMP_IS_NOT },
		{ TOKEN_IS, 0, CMP_IS },
		{ TOKEN_NOT, TOKEN_IN, CMP_NOT_IN },
		{ TOKEN_IN, 0, CMP_IN },
	};

	for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
		enum token_kind second = operators[i].second;
		if (!parse_at(p, operators[i].first) || (second && p->tok[1].kind != second))
			continue;
		*op = operators[i].op;
		p->tok += second ? 2 : 1;
		return true;
	}
	return false;
}

/* The node of a chain: operators and operands take turns above the mark. */
static struct expr *compare_node(
	struct parser *p, const struct token *from, struct expr *left, size_t mark)
{
	uint32_t n = (uint32_t)(parse_sequence(p) - mark) / 2;
	enum cmp_op *ops = arena_alloc(&p->ast->arena, n * sizeof *ops);
	struct expr_seq operands = { arena_alloc(&p->ast->arena, n * sizeof *operands.at), n };

	for (size_t i = 0; i < n; i++) {
		ops[i] = (enum cmp_op)(uintptr_t)p->stack.at[mark + 2 * i];
		operands.at[i] = p->stack.at[mark + 2 * i + 1];
	}
	p->stack.len = mark;
	uint32_t right = parse_heights(&operands);
	struct expr *e = parse_node(
		p, EXPR_COMPARE, from, right > left->height ? right : left->height);
	if (e) {
		e->as.compare.left = left;
		e->as.compare.ops = ops;
		e->as.compare.comparators = operands;
	}
	return e;
}

/* comparison: bitwise_or (comp_operator bitwise_or)* */
static struct expr *comparison(struct parser *p)
{
	const struct token *from = p->tok;
	size_t mark = parse_sequence(p);
	struct expr *left = parse_bitwise_or(p);
	enum cmp_op op;

	while (left && comparison_operator(p, &op)) {
		struct expr *right = parse_bitwise_or(p);
		if (!right)
			return NULL;
		parse_push(p, (void *)(uintptr_t)op);
		parse_push(p, right);
	}
	return left && parse_sequence(p) > mark ? compare_node(p, from, left, mark) : left;
}

/* inversion: "not" inversion | comparison */
static struct expr *inversion(struct parser *p)
{
	const struct token *from = p->tok;

	if (!parse_skip(p, TOKEN_NOT))
		return comparison(p);
	if (!parse_enter(p))
		return NULL;
	struct expr *operand = inversion(p);
	parse_leave(p);
	struct expr *e = operand ? parse_node(p, EXPR_UNARY, from, operand->height) : NULL;
	if (e) {
		e->as.unary.op = UNARY_NOT;
		e->as.unary.operand = operand;
	}
	return e;
}

/* operand (word operand)* */
static struct expr *bool_chain(
	struct parser *p, enum token_kind word, struct expr *(*operand)(struct parser *))
{
	const struct token *from = p->tok;
	size_t mark = parse_sequence(p);
	struct expr *first = operand(p);

	if (!first || !parse_at(p, word))
		return first;
	parse_push(p, first);
	while (parse_skip(p, word)) {
		struct expr *next = operand(p);
		if (!next)
			return NULL;
		parse_push(p, next);
	}
	struct expr_seq values = parse_take_exprs(p, mark);
	struct expr *e = parse_node(p, EXPR_BOOLOP, from, parse_heights(&values));
	if (e) {
		e->as.boolop.is_or = word == TOKEN_OR;
		e->as.boolop.values = values;
	}
	return e;
}

/* conjunction: inversion ("and" inversion)* */
static struct expr *conjunction(struct parser *p)
{
	return bool_chain(p, TOKEN_AND, inversion);
}

/* disjunction: conjunction ("or" conjunction)* */
struct expr *parse_disjunction(struct parser *p)
{
	const struct token *from = p->tok;
	struct expr *e = bool_chain(p, TOKEN_OR, conjunction);

	p->operand = from;
	p->operand_end = e ? p->tok : NULL;
	return e;
}

/* lambdef: "lambda" [lambda_params] ":" expression */
static struct expr *lambda(struct parser *p)
{
	const struct token *from = p->tok++;
	struct params *params = parse_params(p, true);

	if (!params || !parse_expect(p, TOKEN_COLON))
		return NULL;
	struct expr *body = parse_expression(p);
	struct expr *e = body ? parse_node(p, EXPR_LAMBDA, from, body->height) : NULL;
	if (e) {
		e->as.lambda.params = params;
		e->as.lambda.body = body;
	}
	return e;
}

/* The rest of: disjunction "if" disjunction "else" expression */
static struct expr *conditional(struct parser *p, const struct token *from, struct expr *body)
{
	struct expr *test = parse_disjunction(p);

	if (!test)
		return NULL;
	if (!parse_skip(p, TOKEN_ELSE)) {
		if (parse_at(p, TOKEN_COLON) || parse_at(p, TOKEN_ERROR))
			return parse_unexpected(p);
		return parse_fail(p, parse_span(p, from), "expected 'else' after 'if' expression");
	}
	struct expr *orelse = parse_expression(p);
	if (!orelse)
		return NULL;
	uint32_t height = higher(body, test);
	struct expr *e = parse_node(
		p, EXPR_IFEXP, from, height > orelse->height ? height : orelse->height);
	if (e) {
		e->as.ifexp.test = test;
		e->as.ifexp.body = body;
		e->as.ifexp.orelse = orelse;
	}
	return e;
}

/* expression: disjunction ["if" disjunction "else" expression] | lambdef */
struct expr *parse_expression(struct parser *p)
{
	const struct token *from = p->tok;
	struct expr *e;

	if (!parse_enter(p))
		return NULL;
	if (parse_at(p, TOKEN_LAMBDA)) {
		e = lambda(p);
	} else {
		e = parse_disjunction(p);
		if (e && parse_skip(p, TOKEN_IF))
			e = conditional(p, from, e);
	}
	parse_leave(p);
	return e;
}

/* The rest of: NAME ":=" expression */
static struct expr *named(struct parser *p, const struct token *from, struct expr *target)
{
	p->tok++;
	if (target->kind != EXPR_NAME || from->kind != TOKEN_NAME)
		return parse_fail(p, target->span, "cannot use assignment expressions with %s",
			parse_describe(target));
	parse_set_context(p, target, EXPR_STORE);
	struct expr *value = parse_expression(p);
	struct expr *e = value ? parse_node(p, EXPR_NAMED, from, value->height) : NULL;
	if (e) {
		e->as.named.target = target;
		e->as.named.value = value;
	}
	return e;
}

/* Somebody wrote "=" where a value is compared or named. */
static struct expr *explain_equal(
	struct parser *p, const struct token *from, const struct expr *left)
{
	const struct token *equal = p->tok++;
	bool comparable = left->kind != EXPR_LIST && left->kind != EXPR_TUPLE &&
		left->kind != EXPR_GENERATOR && left->kind != EXPR_COMPARE &&
		left->kind != EXPR_BOOLOP && left->kind != EXPR_IFEXP &&
		left->kind != EXPR_LAMBDA && from->kind != TOKEN_NOT && from->kind != TOKEN_TRUE &&
		from->kind != TOKEN_FALSE && from->kind != TOKEN_NONE;
	struct diag trial;

	if (p->guessing || !comparable) {
		p->tok = equal;
		return parse_unexpected(p);
	}
	struct parse_mark m = parse_guess(p, &trial);
	bool explained = parse_bitwise_or(p) && !parse_at(p, TOKEN_EQUAL) &&
		!parse_at(p, TOKEN_WALRUS);
	struct span span = parse_span(p, from);
	bool at_error = parse_at(p, TOKEN_ERROR);
	m.tok = equal;
	parse_decide(p, &m, false);
	if (at_error && parse_give_up(p))
		return NULL;
	if (!explained)
		return parse_unexpected(p);
	if (left->kind == EXPR_NAME)
		return parse_fail(
			p, span, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
	return parse_fail(p, left->span,
		"cannot assign to %s here. Maybe you meant '==' instead of '='?",
		parse_describe(left));
}

/* named_expression: NAME ":=" expression | expression !":=" */
struct expr *parse_named_expression(struct parser *p)
{
	const struct token *from = p->tok;
	struct expr *e = parse_expression(p);

	if (e && parse_at(p, TOKEN_WALRUS))
		return named(p, from, e);
	if (e && parse_at(p, TOKEN_EQUAL))
		return explain_equal(p, from, e);
	return e;
}

/* "*" bitwise_or */
struct expr *parse_starred(struct parser *p)
{
	const struct token *from = p->tok;

	if (!parse_expect(p, TOKEN_STAR))
		return NULL;
	struct expr *value = parse_bitwise_or(p);
	struct expr *e = value ? parse_node(p, EXPR_STARRED, from, value->height) : NULL;
	if (e)
		e->as.starred.value = value;
	return e;
}

/* star_expression: "*" bitwise_or | expression */
static struct expr *star_expression(struct parser *p)
{
	return parse_at(p, TOKEN_STAR) ? parse_starred(p) : parse_expression(p);
}

/* star_named_expression: "*" bitwise_or | named_expression */
struct expr *parse_star_named_expression(struct parser *p)
{
	return parse_at(p, TOKEN_STAR) ? parse_starred(p) : parse_named_expression(p);
}

/* star_expressions: star_expression ("," star_expression)* [","] */
struct expr *parse_star_expressions(struct parser *p)
{
	const struct token *from = p->tok;
	size_t mark = parse_sequence(p);
	struct expr *e = star_expression(p);

	if (!e || !parse_at(p, TOKEN_COMMA))
		return e;
	parse_push(p, e);
	while (parse_skip(p, TOKEN_COMMA) &&
		(parse_starts_expression(p) || parse_at(p, TOKEN_STAR))) {
		e = star_expression(p);
		if (!e)
			return NULL;
		parse_push(p, e);
	}
	return parse_sequence_node(p, EXPR_TUPLE, from, mark);
}

/* yield_expr: "yield" "from" expression | "yield" [star_expressions] */
struct expr *parse_yield(struct parser *p)
{
	assert(parse_at(p, TOKEN_YIELD) && "a yield begins here");
	const struct token *from = p->tok++;
	bool delegates = parse_skip(p, TOKEN_FROM);
	struct expr *value = NULL;

	if (delegates)
		value = parse_expression(p);
	else if (parse_starts_expression(p) || parse_at(p, TOKEN_STAR))
		value = parse_star_expressions(p);
	if (p->d->set)
		return NULL;
	if (value && value->kind == EXPR_STARRED)
		parse_late(p, value->span, "can't use starred expression here");
	struct expr *e = parse_node(
		p, delegates ? EXPR_YIELD_FROM : EXPR_YIELD, from, parse_height(value));
	if (e)
		e->as.await.value = value;
	return e;
}

struct expr *parse_value(struct parser *p)
{
	if (parse_at(p, TOKEN_YIELD))
		return parse_yield(p);
	return parse_star_expressions(p);
}
