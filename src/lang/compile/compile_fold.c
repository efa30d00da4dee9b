/*
 * Constant folding, where CPython 3.11 folds too (Python/ast_opt.c has the
 * limits).  What would raise, or leaves 64 bits, is left for the run.
 */

#include "lang/compile/compile.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum { FOLD_MAX_STR = 4096 };

bool compile_fold_truth(const struct constant *k)
{
	switch (k->kind) {
	case CONSTANT_NONE:
	case CONSTANT_FALSE:
		return false;
	case CONSTANT_INT:
		return k->i != 0;
	case CONSTANT_FLOAT:
		return k->f != 0;
	case CONSTANT_STR:
		return k->s.len > 0;
	case CONSTANT_TUPLE:
		return k->nitems > 0;
	default:
		return true;
	}
}

bool compile_fold_not(const struct expr *e, struct expr *copy, enum cmp_op *op)
{
	assert(copy && op && "there is room for the reversed comparison");
	static const enum cmp_op reversed[CMP_OP_COUNT] = {
		[CMP_IS] = CMP_IS_NOT,
		[CMP_IS_NOT] = CMP_IS,
		[CMP_IN] = CMP_NOT_IN,
		[CMP_NOT_IN] = CMP_IN,
	};
	if (e->kind != EXPR_UNARY || e->as.unary.op != UNARY_NOT)
		return false;
	const struct expr *operand = e->as.unary.operand;

	if (operand->kind != EXPR_COMPARE || operand->as.compare.comparators.len != 1 ||
		operand->as.compare.ops[0] < CMP_IS)
		return false;
	*op = reversed[operand->as.compare.ops[0]];
	*copy = *operand;
	copy->as.compare.ops = op;
	return true;
}

static void from_literal(const struct expr *e, struct constant *k)
{
	static const enum constant_kind kinds[] = {
		[CONST_NONE] = CONSTANT_NONE,
		[CONST_TRUE] = CONSTANT_TRUE,
		[CONST_FALSE] = CONSTANT_FALSE,
		[CONST_ELLIPSIS] = CONSTANT_ELLIPSIS,
		[CONST_INT] = CONSTANT_INT,
		[CONST_FLOAT] = CONSTANT_FLOAT,
		[CONST_STR] = CONSTANT_STR,
	};
	*k = (struct constant){
		.kind = kinds[e->as.constant.kind],
		.i = e->as.constant.i,
		.f = e->as.constant.f,
		.s = e->as.constant.s,
	};
}

static bool is_true_of(struct constant *k, bool truth)
{
	*k = (struct constant){ .kind = truth ? CONSTANT_TRUE : CONSTANT_FALSE };
	return true;
}

static bool fold_unary(struct builder *u, const struct expr *e, struct constant *k)
{
	if (!compile_fold_expr(u, e->as.unary.operand, k))
		return false;
	if (e->as.unary.op == UNARY_NOT)
		return is_true_of(k, !compile_fold_truth(k));
	if (k->kind == CONSTANT_FLOAT && e->as.unary.op != UNARY_INVERT) {
		k->f = e->as.unary.op == UNARY_NEG ? -k->f : k->f;
		return true;
	}
	if (k->kind != CONSTANT_INT || (e->as.unary.op == UNARY_NEG && k->i == INT64_MIN))
		return false;
	switch (e->as.unary.op) {
	case UNARY_NEG:
		k->i = -k->i;
		break;
	case UNARY_INVERT:
		k->i = ~k->i;
		break;
	default:
		break;
	}
	return true;
}

static bool power(int64_t base, int64_t exponent, int64_t *out)
{
	int64_t result = 1;

	if (exponent < 0 || exponent > 64)
		return false;
	for (; exponent > 0; exponent--)
		if (__builtin_mul_overflow(result, base, &result))
			return false;
	*out = result;
	return true;
}

static bool floor_division(int64_t a, int64_t b, int64_t *quotient, int64_t *rest)
{
	if (b == 0 || (a == INT64_MIN && b == -1))
		return false;
	*quotient = a / b;
	*rest = a % b;
	if (*rest != 0 && (*rest < 0) != (b < 0)) {
		*quotient -= 1;
		*rest += b;
	}
	return true;
}

static bool fits_double(int64_t i)
{
	return i >= -((int64_t)1 << 53) && i <= (int64_t)1 << 53;
}

static bool fold_ints(enum bin_op op, int64_t a, int64_t b, struct constant *k)
{
	int64_t other;

	k->kind = CONSTANT_INT;
	switch (op) {
	case BIN_ADD:
		return !__builtin_add_overflow(a, b, &k->i);
	case BIN_SUB:
		return !__builtin_sub_overflow(a, b, &k->i);
	case BIN_MUL:
		return !__builtin_mul_overflow(a, b, &k->i);
	case BIN_FLOORDIV:
		return floor_division(a, b, &k->i, &other);
	case BIN_MOD:
		return floor_division(a, b, &other, &k->i);
	case BIN_POW:
		return power(a, b, &k->i);
	case BIN_LSHIFT:
		return b >= 0 && b < 63 && !__builtin_mul_overflow(a, (int64_t)1 << b, &k->i);
	case BIN_RSHIFT:
		k->i = b > 63 ? (a < 0 ? -1 : 0) : a >> (b & 63);
		return b >= 0;
	case BIN_OR:
		k->i = a | b;
		return true;
	case BIN_XOR:
		k->i = a ^ b;
		return true;
	case BIN_AND:
		k->i = a & b;
		return true;
	case BIN_DIV:
		k->kind = CONSTANT_FLOAT;
		k->f = b ? (double)a / (double)b : 0;
		return b != 0 && fits_double(a) && fits_double(b);
	default:
		return false;
	}
}

static bool as_double(const struct constant *k, double *out)
{
	*out = k->kind == CONSTANT_FLOAT ? k->f : (double)k->i;
	return k->kind == CONSTANT_FLOAT || (k->kind == CONSTANT_INT && fits_double(k->i));
}

/* The rest has the sign of the divisor, also when it is zero. */
static bool float_floor_division(enum bin_op op, double a, double b, double *out)
{
	if (b == 0)
		return false;
	double rest = fmod(a, b), quotient = (a - rest) / b;

	if (rest != 0 && (rest < 0) != (b < 0)) {
		rest += b;
		quotient -= 1;
	}
	if (op == BIN_MOD)
		*out = rest != 0 ? rest : copysign(0, b);
	else if (quotient == 0)
		*out = copysign(0, a / b);
	else
		*out = floor(quotient) + (quotient - floor(quotient) > 0.5);
	return true;
}

static bool float_power(double a, double b, double *out)
{
	*out = pow(a, b);
	return isfinite(a) && isfinite(b) && isfinite(*out);
}

static bool fold_floats(enum bin_op op, const struct constant *left, const struct constant *right,
	struct constant *k)
{
	double a, b;

	if (!as_double(left, &a) || !as_double(right, &b))
		return false;
	k->kind = CONSTANT_FLOAT;
	switch (op) {
	case BIN_ADD:
		k->f = a + b;
		return true;
	case BIN_SUB:
		k->f = a - b;
		return true;
	case BIN_MUL:
		k->f = a * b;
		return true;
	case BIN_DIV:
		k->f = b != 0 ? a / b : 0;
		return b != 0;
	case BIN_FLOORDIV:
	case BIN_MOD:
		return float_floor_division(op, a, b, &k->f);
	case BIN_POW:
		return float_power(a, b, &k->f);
	default:
		return false;
	}
}

static bool fold_concat(struct builder *u, struct str_text a, struct str_text b, struct constant *k)
{
	char *text = arena_alloc(&u->compiler->program->arena, a.len + b.len + 1);

	memcpy(text, a.bytes, a.len);
	memcpy(text + a.len, b.bytes, b.len);
	k->kind = CONSTANT_STR;
	k->s = (struct str_text){ text, a.len + b.len };
	return true;
}

static bool fold_repeat(struct builder *u, struct str_text s, int64_t n, struct constant *k)
{
	if (n < 0)
		n = 0;
	if (s.len > FOLD_MAX_STR || n > FOLD_MAX_STR || s.len * (size_t)n > FOLD_MAX_STR)
		return false;
	char *text = arena_alloc(&u->compiler->program->arena, s.len * (size_t)n + 1);

	for (int64_t i = 0; i < n; i++)
		memcpy(text + (size_t)i * s.len, s.bytes, s.len);
	k->kind = CONSTANT_STR;
	k->s = (struct str_text){ text, s.len * (size_t)n };
	return true;
}

/* The right operand first: in a long chain it is the one that is no constant. */
static bool fold_binop(struct builder *u, const struct expr *e, struct constant *k)
{
	struct constant a, b;
	enum bin_op op = e->as.binop.op;

	if (!compile_fold_expr(u, e->as.binop.right, &b) ||
		!compile_fold_expr(u, e->as.binop.left, &a))
		return false;
	*k = (struct constant){ 0 };
	if (a.kind == CONSTANT_INT && b.kind == CONSTANT_INT && !(op == BIN_POW && b.i < 0))
		return fold_ints(op, a.i, b.i, k);
	if (a.kind == CONSTANT_STR && b.kind == CONSTANT_STR)
		return op == BIN_ADD && fold_concat(u, a.s, b.s, k);
	if (a.kind == CONSTANT_STR && b.kind == CONSTANT_INT)
		return op == BIN_MUL && fold_repeat(u, a.s, b.i, k);
	if (a.kind == CONSTANT_INT && b.kind == CONSTANT_STR)
		return op == BIN_MUL && fold_repeat(u, b.s, a.i, k);
	return fold_floats(op, &a, &b, k);
}

/* An item of a constant tuple or (ASCII) string by a constant index. */
static bool fold_subscript(struct builder *u, const struct expr *e, struct constant *k)
{
	struct constant of, index;

	if (e->ctx != EXPR_LOAD || !compile_fold_expr(u, e->as.subscript.index, &index) ||
		index.kind != CONSTANT_INT || !compile_fold_expr(u, e->as.subscript.value, &of))
		return false;
	int64_t n = of.kind == CONSTANT_TUPLE ? of.nitems
		: of.kind == CONSTANT_STR     ? (int64_t)of.s.len
					      : 0;
	int64_t i = index.i < 0 ? index.i + n : index.i;

	if (i < 0 || i >= n)
		return false;
	if (of.kind == CONSTANT_TUPLE) {
		*k = of.items[i];
		return true;
	}
	for (size_t at = 0; at < of.s.len; at++)
		if ((unsigned char)of.s.bytes[at] > 127)
			return false;
	*k = (struct constant){ .kind = CONSTANT_STR,
		.s = { intern_get(&u->compiler->program->ast.names, of.s.bytes + i, 1), 1 } };
	return true;
}

static bool fold_tuple(struct builder *u, const struct expr *e, struct constant *k)
{
	struct expr_seq elts = e->as.list.elts;
	struct constant item;

	if (e->ctx != EXPR_LOAD)
		return false;
	for (uint32_t i = elts.len; i-- > 0;)
		if (!compile_fold_expr(u, elts.at[i], &item))
			return false;
	*k = (struct constant){ .kind = CONSTANT_TUPLE, .nitems = elts.len };
	k->items = arena_alloc(
		&u->compiler->program->arena, (elts.len + !elts.len) * sizeof *k->items);
	for (uint32_t i = 0; i < elts.len; i++)
		compile_fold_expr(u, elts.at[i], &k->items[i]);
	return true;
}

/* Constant expressions that leave 64 bits on the way. */

__extension__ typedef __int128 wide;

static bool wide_binop(enum bin_op op, wide a, wide b, wide *out)
{
	switch (op) {
	case BIN_ADD:
		return !__builtin_add_overflow(a, b, out);
	case BIN_SUB:
		return !__builtin_sub_overflow(a, b, out);
	case BIN_MUL:
		return !__builtin_mul_overflow(a, b, out);
	case BIN_FLOORDIV:
	case BIN_MOD: {
		if (b <= 0)
			return false;
		wide rest = a % b < 0 ? a % b + b : a % b;
		*out = op == BIN_MOD ? rest : (a - rest) / b;
		return true;
	}
	case BIN_POW:
		if (b < 0 || b > 126)
			return false;
		for (*out = 1; b > 0; b--)
			if (__builtin_mul_overflow(*out, a, out))
				return false;
		return true;
	case BIN_LSHIFT:
		return b >= 0 && b < 126 && !__builtin_mul_overflow(a, (wide)1 << b, out);
	case BIN_RSHIFT:
		*out = a >> (b & 127);
		return b >= 0 && b < 127;
	case BIN_OR:
		*out = a | b;
		return true;
	case BIN_XOR:
		*out = a ^ b;
		return true;
	case BIN_AND:
		*out = a & b;
		return true;
	default:
		return false;
	}
}

/* The value of an expression of int literals and operators. */
static bool fold_wide(const struct expr *e, wide *out)
{
	wide a, b;

	switch (e->kind) {
	case EXPR_CONSTANT:
		*out = e->as.constant.wide ? (wide)(uint64_t)e->as.constant.i : e->as.constant.i;
		return e->as.constant.kind == CONST_INT;
	case EXPR_UNARY:
		if (e->as.unary.op == UNARY_NOT || !fold_wide(e->as.unary.operand, &a))
			return false;
		*out = e->as.unary.op == UNARY_NEG ? -a : e->as.unary.op == UNARY_INVERT ? ~a : a;
		return true;
	case EXPR_BINOP:
		return fold_wide(e->as.binop.right, &b) && fold_wide(e->as.binop.left, &a) &&
			wide_binop(e->as.binop.op, a, b, out);
	default:
		return false;
	}
}

static bool fold_back(const struct expr *e, struct constant *k)
{
	wide v;

	if (!fold_wide(e, &v) || v < INT64_MIN || v > INT64_MAX)
		return false;
	*k = (struct constant){ .kind = CONSTANT_INT, .i = (int64_t)v };
	return true;
}

bool compile_fold_expr(struct builder *u, const struct expr *e, struct constant *k)
{
	switch (e->kind) {
	case EXPR_CONSTANT:
		from_literal(e, k);
		return !e->as.constant.wide;
	case EXPR_UNARY:
		return fold_unary(u, e, k) || fold_back(e, k);
	case EXPR_BINOP:
		return fold_binop(u, e, k) || fold_back(e, k);
	case EXPR_TUPLE:
		return fold_tuple(u, e, k);
	case EXPR_SUBSCRIPT:
		return fold_subscript(u, e, k);
	case EXPR_NAME:
		return strcmp(e->as.name.id, "__debug__") == 0 && e->ctx == EXPR_LOAD &&
			is_true_of(k, true);
	default:
		return false;
	}
}
