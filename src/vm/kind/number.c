#include "vm/kind/number.h"

#include "base/mem.h"
#include "vm/kind/seq.h"
#include "vm/value/machine.h"
#include "vm/value/type.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool number_get(value v, double *f)
{
	int64_t i;
	if (is_float(v)) {
		*f = float_get(v);
		return true;
	}
	if (!int_get(v, &i))
		return false;
	*f = (double)i;
	return true;
}

static bool is_bit_op(enum bin_op op)
{
	return op == BIN_OR || op == BIN_XOR || op == BIN_AND;
}

static value bool_binary(enum bin_op op, value a, value b)
{
	bool x = a == V_TRUE, y = b == V_TRUE;
	return bool_make(op == BIN_OR ? x | y : op == BIN_XOR ? x ^ y : x & y);
}

value number_binary(struct vm *vm, enum bin_op op, value a, value b)
{
	int64_t i, j;
	double f, g;
	if (is_bool(a) && is_bool(b) && is_bit_op(op))
		return bool_binary(op, a, b);
	if (int_get(a, &i) && int_get(b, &j))
		return int_binary(vm, op, i, j);
	if (number_get(a, &f) && number_get(b, &g))
		return float_binary(vm, op, f, g);
	return V_NOT_IMPLEMENTED;
}

/* -1, 0, 1, or 2 when f is not a number. */
static int order_int_float(int64_t i, double f)
{
	if (isnan(f))
		return 2;
	if (f >= 9223372036854775808.0)
		return -1;
	if (f < -9223372036854775808.0)
		return 1;
	int64_t whole = (int64_t)f;
	if (i != whole)
		return i < whole ? -1 : 1;
	double rest = f - (double)whole;
	return rest > 0 ? -1 : rest < 0;
}

static int order_floats(double f, double g)
{
	return f < g ? -1 : f > g ? 1 : f == g ? 0 : 2;
}

/* As order_int_float; 3 when one is no number. */
static int order(value a, value b)
{
	int64_t i, j;
	bool int_a = int_get(a, &i), int_b = int_get(b, &j);
	if (int_a && int_b)
		return i < j ? -1 : i > j;
	if (is_float(a) && is_float(b))
		return order_floats(float_get(a), float_get(b));
	if (int_a && is_float(b))
		return order_int_float(i, float_get(b));
	if (is_float(a) && int_b) {
		int o = order_int_float(j, float_get(a));
		return o == 2 ? 2 : -o;
	}
	return 3;
}

int number_compare(enum cmp_op op, value a, value b)
{
	int o = order(a, b);
	if (o == 3)
		return -1;
	switch (op) {
	case CMP_LT:
		return o == -1;
	case CMP_LE:
		return o == -1 || o == 0;
	case CMP_EQ:
		return o == 0;
	case CMP_NE:
		return o != 0;
	case CMP_GT:
		return o == 1;
	case CMP_GE:
		return o == 1 || o == 0;
	default:
		return -1;
	}
}

value number_unary(struct vm *vm, enum unary_op op, value a)
{
	int64_t i;
	if (is_float(a)) {
		if (op == UNARY_INVERT)
			return V_NOT_IMPLEMENTED;
		return op == UNARY_NEG ? float_make(vm, -float_get(a)) : value_keep(a);
	}
	if (!int_get(a, &i))
		return V_NOT_IMPLEMENTED;
	switch (op) {
	case UNARY_NEG:
		return i == INT64_MIN ? raise_int_overflow(vm) : int_make(vm, -i);
	case UNARY_POS:
		return int_make(vm, i);
	case UNARY_INVERT:
		return int_make(vm, ~i);
	default:
		return V_NOT_IMPLEMENTED;
	}
}

value number_divmod(struct vm *vm, value a, value b)
{
	int64_t i, j;
	double f, g;
	bool ints = int_get(a, &i) && int_get(b, &j);
	if (!ints && !(number_get(a, &f) && number_get(b, &g)))
		return V_NOT_IMPLEMENTED;
	if (!ints && g == 0)
		return vm_raise(vm, VM_EXC(vm, ZeroDivisionError), "float divmod()");
	value q = ints ? int_binary(vm, BIN_FLOORDIV, i, j) : float_binary(vm, BIN_FLOORDIV, f, g);
	if (q == V_ERROR)
		return V_ERROR;
	return tuple_pack(
		vm, 2, q, ints ? int_binary(vm, BIN_MOD, i, j) : float_binary(vm, BIN_MOD, f, g));
}

/* i rounded to a multiple of 10^n, half to even. */
static value round_int(struct vm *vm, int64_t i, int64_t n)
{
	if (n > 19)
		return small_make(0);
	__extension__ typedef __int128 wide;
	wide unit = 1;
	while (n-- > 0)
		unit *= 10;
	wide q = i / unit, r = i % unit;
	wide distance = (r < 0 ? -r : r) * 2;
	if (distance > unit || (distance == unit && q % 2 != 0))
		q += i < 0 ? -1 : 1;
	wide rounded = q * unit;
	if (rounded > INT64_MAX || rounded < INT64_MIN)
		return raise_int_overflow(vm);
	return int_make(vm, (int64_t)rounded);
}

static value round_to_int(struct vm *vm, double f)
{
	double r = round(f);
	if (fabs(f - r) == 0.5)
		r = 2.0 * round(f / 2.0);
	return int_from_float(vm, r);
}

/* The exact digits of a finite f, cut before 10^n and rounded half to even. */
static double round_tens(double f, int64_t n)
{
	enum { SIZE = 1500 };
	char *text = mem_alloc(SIZE);
	int len = snprintf(text, SIZE, "%.1074f", fabs(f));
	int point = len - 1075; /* digits before the point */
	int kept = point - (int)n;
	double result = 0;
	if (kept >= 0) {
		char next = kept < point ? text[kept] : '0';
		const char *rest = text + kept + 1;
		bool more = rest[strspn(rest, "0.")] != '\0';
		bool odd = kept > 0 && (text[kept - 1] - '0') % 2;
		bool up = next > '5' || (next == '5' && (more || odd));
		char *digits = mem_alloc((size_t)kept + 32);
		snprintf(digits, (size_t)kept + 32, "0%.*se%d", kept, text, (int)n);
		for (int i = kept; up && i >= 0; i--) {
			up = digits[i] == '9';
			digits[i] = up ? '0' : (char)(digits[i] + 1);
		}
		result = strtod(digits, NULL);
		mem_free(digits);
	}
	mem_free(text);
	return copysign(result, f);
}

static double round_decimals(double f, int n)
{
	char *text = mem_alloc(400 + (size_t)n);
	snprintf(text, 400 + (size_t)n, "%.*f", n, f);
	double result = strtod(text, NULL);
	mem_free(text);
	return result;
}

static value round_float(struct vm *vm, double f, int64_t n)
{
	if (!isfinite(f) || n > 323)
		return float_make(vm, f);
	if (n < -308)
		return float_make(vm, copysign(0.0, f));
	double r = n >= 0 ? round_decimals(f, (int)n) : round_tens(f, -n);
	if (isinf(r))
		return vm_raise(
			vm, VM_EXC(vm, OverflowError), "rounded value too large to represent");
	return float_make(vm, r);
}

value number_round(struct vm *vm, value v, value ndigits)
{
	int64_t i, n = 0;
	bool to_int = ndigits == V_UNSET || ndigits == V_NONE;
	if (!to_int && !int_get(ndigits, &n))
		return raise_type(vm, "'%T' object cannot be interpreted as an integer", ndigits);
	if (is_float(v))
		return to_int ? round_to_int(vm, float_get(v)) : round_float(vm, float_get(v), n);
	if (!int_get(v, &i))
		return raise_type(vm, "type %T doesn't define __round__ method", v);
	return n >= 0 ? int_make(vm, i) : round_int(vm, i, n < -20 ? 20 : -n);
}

value number_abs(struct vm *vm, value v)
{
	int64_t i;
	if (int_get(v, &i))
		return i < 0 ? number_unary(vm, UNARY_NEG, v) : int_make(vm, i);
	if (is_float(v))
		return float_make(vm, fabs(float_get(v)));
	value f = type_find_special(vm, v, VM_STR(vm, __abs__));
	if (f != V_UNSET)
		return vm_tail_call(vm, f, &v, 1);
	return raise_type(vm, "bad operand type for abs(): '%T'", v);
}

static value number_itself(struct vm *vm, value o)
{
	int64_t i;
	return int_get(o, &i) ? int_make(vm, i) : value_keep(o);
}

static value number_zero(struct vm *vm, value o)
{
	return is_float(o) ? float_make(vm, 0.0) : small_make(0);
}

static value number_one(struct vm *vm, value o)
{
	(void)vm;
	return is_float(o) ? V_UNSET : small_make(1);
}

const struct special number_specials[] = { { "real", number_itself, NULL },
	{ "imag", number_zero, NULL }, { "numerator", number_itself, NULL },
	{ "denominator", number_one, NULL }, { 0 } };
