/* Expressions: where a value ends up, and the kinds that have no file of their own. */

#include "lang/compile/compile.h"
#include "lang/tree/children.h"

#include <assert.h>

uint16_t compile_result(struct builder *u, uint16_t dst)
{
	return dst == REG_ANY ? builder_push(u) : dst;
}

uint16_t compile_settle(struct builder *u, uint16_t temp, uint16_t dst)
{
	assert(builder_is_temp(temp) && "what is moved is a temporary");
	if (dst == REG_ANY || dst == temp)
		return temp;
	builder_emit(u, OP_MOVE, dst, temp, 0);
	builder_pop(u, 1);
	return dst;
}

void compile_at_attribute(struct builder *u, const struct expr *attribute)
{
	assert(attribute->kind == EXPR_ATTRIBUTE && "the name of an attribute");
	struct span s = attribute->span;
	size_t len = intern_len(attribute->as.attribute.attr);

	if (u->loc.line == s.end_line)
		return;
	u->loc.line = s.end_line;
	u->loc.col = len <= s.end_col ? s.end_col - (uint32_t)len : 0;
}

/* Whether running an expression rebinds the variable of that name with :=. */
struct rebinding {
	const char *name;
	bool found;
};

/* Functions and comprehensions inside e have variables of their own; what runs of
 * them at once are a function's defaults and the first iterable. */
static void find_rebinding(void *self, struct expr *e)
{
	struct rebinding *r = self;
	const struct visitor v = { .self = r, .expr = find_rebinding };

	switch (e->kind) {
	case EXPR_LIST_COMP:
	case EXPR_SET_COMP:
	case EXPR_DICT_COMP:
	case EXPR_GENERATOR:
		find_rebinding(r, e->as.comp.generators.at[0].iter);
		break;
	case EXPR_LAMBDA:
		children_of_params(e->as.lambda.params, &v);
		break;
	case EXPR_NAMED:
		r->found |= e->as.named.target->as.name.id == r->name;
		/* fall through */
	default:
		children_of_expr(e, &v);
	}
}

static bool rebinds(const struct expr *e, const char *name)
{
	struct rebinding r = { name, false };

	find_rebinding(&r, (struct expr *)e);
	return r.found;
}

uint16_t compile_operand(struct builder *u, const struct expr *e, const struct expr *later)
{
	uint16_t reg = compile_expr(u, e);

	if (builder_is_temp(reg) || !later || !u->scope->has_walrus ||
		!rebinds(later, e->as.name.id))
		return reg;
	uint16_t copy = builder_push(u);

	builder_emit(u, OP_COPY, copy, reg, 0);
	return copy;
}

uint16_t compile_constant(struct builder *u, struct constant k, uint16_t dst)
{
	dst = compile_result(u, dst);
	switch (k.kind) {
	case CONSTANT_NONE:
		builder_emit(u, OP_LOAD_NONE, dst, 0, 0);
		break;
	case CONSTANT_TRUE:
		builder_emit(u, OP_LOAD_TRUE, dst, 0, 0);
		break;
	case CONSTANT_FALSE:
		builder_emit(u, OP_LOAD_FALSE, dst, 0, 0);
		break;
	case CONSTANT_INT:
		if (k.i >= INT32_MIN && k.i <= INT32_MAX) {
			builder_emit_wide(u, OP_LOAD_INT, dst, (uint32_t)(int32_t)k.i);
			break;
		}
		/* fall through */
	default:
		builder_emit_wide(u, OP_LOAD_CONST, dst, builder_constant(u, k));
	}
	return dst;
}

/* The kinds of expression: each compiles at the expression's own place. */

static uint16_t expr_constant(struct builder *u, const struct expr *e, uint16_t dst)
{
	struct constant k;

	if (!compile_fold_expr(u, e, &k)) {
		builder_outside(u, e->span, "an integer past 64 bits");
		k = (struct constant){ .kind = CONSTANT_NONE };
	}
	return compile_constant(u, k, dst);
}

static uint16_t expr_name(struct builder *u, const struct expr *e, uint16_t dst)
{
	return compile_load_name(u, e->as.name.id, dst);
}

/* The right operand as a number within an instruction, if it can be. */
static bool small_operand(
	struct builder *u, enum bin_op op, const struct expr *right, int16_t *number)
{
	struct constant k;

	if (opcode_of(OPCODE_BINARY_INT, op) == OP_EXT || !compile_fold_expr(u, right, &k) ||
		k.kind != CONSTANT_INT || k.i < INT16_MIN || k.i > INT16_MAX)
		return false;
	if (k.i == 0 && (op == BIN_FLOORDIV || op == BIN_MOD))
		return false;
	*number = (int16_t)k.i;
	return true;
}

static uint16_t expr_binop(struct builder *u, const struct expr *e, uint16_t dst)
{
	if (compile_percent(u, e, &dst))
		return dst;
	uint16_t base = u->depth;
	uint16_t left = compile_operand(u, e->as.binop.left, e->as.binop.right);
	enum bin_op op = e->as.binop.op;
	int16_t number;

	if (small_operand(u, op, e->as.binop.right, &number)) {
		struct span here = u->loc;

		u->loc = e->as.binop.right->span;
		builder_mark(u);
		u->loc = here;
		u->depth = base;
		dst = compile_result(u, dst);
		builder_emit(u, opcode_of(OPCODE_BINARY_INT, op), dst, left, (uint16_t)number);
		return dst;
	}
	uint16_t right = compile_expr(u, e->as.binop.right);

	u->depth = base;
	dst = compile_result(u, dst);
	builder_emit(u, opcode_of(OPCODE_BINARY, op), dst, left, right);
	return dst;
}

static uint16_t expr_unary(struct builder *u, const struct expr *e, uint16_t dst)
{
	static const uint16_t ops[] = {
		[UNARY_NOT] = OP_NOT,
		[UNARY_NEG] = OP_NEG,
		[UNARY_POS] = OP_POS,
		[UNARY_INVERT] = OP_INVERT,
	};
	struct expr flipped;
	enum cmp_op op;

	if (compile_fold_not(e, &flipped, &op))
		return compile_to(u, &flipped, dst);
	uint16_t base = u->depth, operand = compile_expr(u, e->as.unary.operand);

	u->depth = base;
	dst = compile_result(u, dst);
	builder_emit(u, ops[e->as.unary.op], dst, operand, 0);
	return dst;
}

static uint16_t expr_attribute(struct builder *u, const struct expr *e, uint16_t dst)
{
	uint16_t base = u->depth, value = compile_expr(u, e->as.attribute.value);

	u->depth = base;
	compile_at_attribute(u, e);
	dst = compile_result(u, dst);
	builder_emit(u, OP_GET_ATTR, dst, value,
		builder_name(u, compile_mangle(u, e->as.attribute.attr)));
	return dst;
}

static uint16_t expr_subscript(struct builder *u, const struct expr *e, uint16_t dst)
{
	uint16_t base = u->depth;

	warn_subscript(u, e);
	uint16_t value = compile_operand(u, e->as.subscript.value, e->as.subscript.index);
	uint16_t index = compile_expr(u, e->as.subscript.index);

	u->depth = base;
	dst = compile_result(u, dst);
	builder_emit(u, OP_GET_ITEM, dst, value, index);
	return dst;
}

static void slice_part(struct builder *u, const struct expr *e)
{
	if (e)
		compile_push(u, e);
	else
		compile_constant(u, (struct constant){ .kind = CONSTANT_NONE }, REG_ANY);
}

static uint16_t expr_slice(struct builder *u, const struct expr *e, uint16_t dst)
{
	uint16_t base = u->depth;

	slice_part(u, e->as.slice.lower);
	slice_part(u, e->as.slice.upper);
	slice_part(u, e->as.slice.step);
	u->depth = base;
	dst = compile_result(u, dst);
	builder_emit(u, OP_BUILD_SLICE, dst, (unsigned)REG_TEMP + base, 0);
	return dst;
}

static uint16_t expr_starred(struct builder *u, const struct expr *e, uint16_t dst)
{
	builder_error(u, e->span, "can't use starred expression here");
	return compile_result(u, dst);
}

static uint16_t expr_sequence(struct builder *u, const struct expr *e, uint16_t dst)
{
	return compile_sequence(u, e->kind, e->as.list.elts, 0, dst);
}

static uint16_t expr_named(struct builder *u, const struct expr *e, uint16_t dst)
{
	const struct expr *target = e->as.named.target;
	uint16_t value = compile_push(u, e->as.named.value);
	struct span here = u->loc;

	u->loc = target->span;
	uint16_t var = compile_local(u, target->as.name.id);

	if (var != REG_ANY) {
		builder_emit(u, OP_COPY, var, value, 0);
	} else {
		uint16_t copy = builder_push(u);

		builder_emit(u, OP_COPY, copy, value, 0);
		compile_store_name(u, target->as.name.id, copy);
		builder_pop(u, 1);
	}
	u->loc = here;
	return compile_settle(u, value, dst);
}

uint16_t compile_await_top(
	struct builder *u, unsigned kind, struct span place, uint8_t part, uint16_t dst)
{
	uint16_t top = (uint16_t)(REG_TEMP + u->depth - 1);

	builder_emit(u, OP_GET_AWAITABLE, top, top, kind);
	builder_pop(u, 1);
	dst = compile_result(u, dst);
	struct draft *d = builder_emit(u, OP_DELEGATE, dst, top, SUSPEND_AWAIT);

	d->place = place;
	d->part = part;
	return dst;
}

static void check_await(struct builder *u, const struct expr *e)
{
	bool async = u->scope->kind == SCOPE_FUNCTION &&
		(u->code->flags & (CODE_COROUTINE | CODE_ASYNC_GENERATOR));

	if (u->scope->kind < SCOPE_FUNCTION)
		builder_error(u, e->span, "'await' outside function");
	else if (!async && u->scope->kind != SCOPE_COMPREHENSION)
		builder_error(u, e->span, "'await' outside async function");
}

static uint16_t expr_await(struct builder *u, const struct expr *e, uint16_t dst)
{
	check_await(u, e);
	compile_push(u, e->as.await.value);
	return compile_await_top(u, 0, e->span, 0, dst);
}

static uint16_t expr_yield(struct builder *u, const struct expr *e, uint16_t dst)
{
	uint16_t base = u->depth, value;

	if (u->scope->kind < SCOPE_FUNCTION)
		builder_error(u, e->span, "'yield' outside function");
	if (e->as.await.value)
		value = compile_expr(u, e->as.await.value);
	else
		value = compile_constant(u, (struct constant){ .kind = CONSTANT_NONE }, REG_ANY);
	u->depth = base;
	dst = compile_result(u, dst);
	builder_emit(u, OP_YIELD, dst, value, 0)->place = e->span;
	return dst;
}

static uint16_t expr_yield_from(struct builder *u, const struct expr *e, uint16_t dst)
{
	if (u->scope->kind < SCOPE_FUNCTION)
		builder_error(u, e->span, "'yield' outside function");
	else if (u->code->flags & (CODE_COROUTINE | CODE_ASYNC_GENERATOR))
		builder_error(u, e->span, "'yield from' inside async function");
	uint16_t value = compile_push(u, e->as.await.value);

	builder_emit(u, OP_GET_YIELD_FROM, value, value, 0);
	builder_pop(u, 1);
	dst = compile_result(u, dst);
	builder_emit(u, OP_DELEGATE, dst, value, SUSPEND_YIELD_FROM)->place = e->span;
	return dst;
}

static uint16_t (*const kinds[EXPR_KIND_COUNT])(struct builder *, const struct expr *, uint16_t) = {
	[EXPR_CONSTANT] = expr_constant,
	[EXPR_NAME] = expr_name,
	[EXPR_BINOP] = expr_binop,
	[EXPR_UNARY] = expr_unary,
	[EXPR_BOOLOP] = compile_boolop,
	[EXPR_COMPARE] = compile_compare,
	[EXPR_IFEXP] = compile_ifexp,
	[EXPR_CALL] = compile_call,
	[EXPR_ATTRIBUTE] = expr_attribute,
	[EXPR_SUBSCRIPT] = expr_subscript,
	[EXPR_SLICE] = expr_slice,
	[EXPR_STARRED] = expr_starred,
	[EXPR_LIST] = expr_sequence,
	[EXPR_TUPLE] = expr_sequence,
	[EXPR_SET] = expr_sequence,
	[EXPR_DICT] = compile_dict,
	[EXPR_LIST_COMP] = compile_comprehension,
	[EXPR_SET_COMP] = compile_comprehension,
	[EXPR_DICT_COMP] = compile_comprehension,
	[EXPR_GENERATOR] = compile_comprehension,
	[EXPR_LAMBDA] = compile_lambda,
	[EXPR_NAMED] = expr_named,
	[EXPR_JOINED_STR] = compile_joined,
	[EXPR_FORMATTED] = compile_formatted,
	[EXPR_AWAIT] = expr_await,
	[EXPR_YIELD] = expr_yield,
	[EXPR_YIELD_FROM] = expr_yield_from,
};

uint16_t compile_to(struct builder *u, const struct expr *e, uint16_t dst)
{
	assert(kinds[e->kind] && "each kind of expression is compiled somewhere");
	struct span before = u->loc;
	struct constant k;

	u->loc = e->span;
	if (e->kind != EXPR_CONSTANT && compile_fold_expr(u, e, &k))
		dst = compile_constant(u, k, dst);
	else
		dst = kinds[e->kind](u, e, dst);
	u->loc = before;
	return dst;
}

uint16_t compile_expr(struct builder *u, const struct expr *e)
{
	return compile_to(u, e, REG_ANY);
}

uint16_t compile_push(struct builder *u, const struct expr *e)
{
	uint16_t reg = compile_expr(u, e);

	if (builder_is_temp(reg))
		return reg;
	struct span before = u->loc;
	uint16_t temp = builder_push(u);

	u->loc = e->span;
	builder_emit(u, OP_MOVE, temp, reg, 0);
	u->loc = before;
	return temp;
}

uint32_t compile_last_line(const struct builder *u, const struct expr *e)
{
	(void)u;
	switch (e->kind) {
	case EXPR_BOOLOP:
	case EXPR_IFEXP:
	case EXPR_NAMED:
	case EXPR_STARRED:
		return 0;
	case EXPR_COMPARE:
		return e->as.compare.comparators.len == 1 ? e->span.line : 0;
	case EXPR_ATTRIBUTE:
		return e->span.end_line;
	case EXPR_CALL:
		return e->as.call.func->kind == EXPR_ATTRIBUTE && e->span.line != e->span.end_line
			? 0
			: e->span.line;
	case EXPR_LIST:
	case EXPR_SET:
	case EXPR_TUPLE:
		return e->as.list.elts.len > COMPILE_STACK_GUIDELINE ? 0 : e->span.line;
	default:
		return e->span.line;
	}
}
