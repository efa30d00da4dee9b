/* int: 64 bits, beyond which a program is refused. */

#include "vm/kind/number.h"

#include "vm/kind/arguments.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/kind/unicode.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/type.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

/* The modulus of CPython's hash of numbers. */
#define HASH_MODULUS (((uint64_t)1 << 61) - 1)

value int_make(struct vm *vm, int64_t i)
{
	if (small_fits(i))
		return small_make(i);
	struct big_int *b = obj_new_raw(vm, OBJ_INT, sizeof *b);
	b->i = i;
	return obj_value(b);
}

bool int_get(value v, int64_t *i)
{
	if (is_small(v))
		*i = small_get(v);
	else if (is_bool(v))
		*i = v == V_TRUE;
	else if (is_kind(v, OBJ_INT))
		*i = ((struct big_int *)obj_get(v))->i;
	else
		return false;
	return true;
}

value raise_int_overflow(struct vm *vm)
{
	return vm_refuse(
		vm, "an int that does not fit in 64 bits is outside the scenario language");
}

static uint64_t magnitude(int64_t i)
{
	return i < 0 ? -(uint64_t)i : (uint64_t)i;
}

uint64_t int_hash(int64_t i)
{
	uint64_t h = magnitude(i) % HASH_MODULUS;
	if (i < 0)
		h = -h;
	return h == (uint64_t)-1 ? (uint64_t)-2 : h;
}

static value checked(struct vm *vm, bool overflow, int64_t result)
{
	return overflow ? raise_int_overflow(vm) : int_make(vm, result);
}

static value raise_zero_division(struct vm *vm, const char *text)
{
	return vm_raise(vm, VM_EXC(vm, ZeroDivisionError), "%s", text);
}

/* The exponent of two that makes a / b come out with 55 to 57 bits: enough that
 * a last bit for "and something" decides the rounding to 53. */
static int quotient_shift(uint64_t a, uint64_t b)
{
	return 56 - (__builtin_clzll(b) - __builtin_clzll(a));
}

/* a / b rounded once, half to even. */
static double divide(int64_t a, int64_t b)
{
	if (a == 0)
		return b < 0 ? -0.0 : 0.0;
	uint64_t n = magnitude(a), d = magnitude(b);
	int shift = quotient_shift(n, d);
	__extension__ typedef unsigned __int128 wide;
	wide num = n, den = d;
	if (shift >= 0)
		num <<= shift;
	else
		den <<= -shift;
	uint64_t q = (uint64_t)(num / den) | (num % den != 0);
	double f = ldexp((double)q, -shift);
	return (a < 0) != (b < 0) ? -f : f;
}

static value int_true_divide(struct vm *vm, int64_t a, int64_t b)
{
	if (b == 0)
		return raise_zero_division(vm, "division by zero");
	return float_make(vm, divide(a, b));
}

static int64_t floor_divide(int64_t a, int64_t b)
{
	int64_t q = a / b;
	return a % b != 0 && (a < 0) != (b < 0) ? q - 1 : q;
}

static int64_t floor_modulo(int64_t a, int64_t b)
{
	if (b == -1)
		return 0;
	int64_t r = a % b;
	return r != 0 && (r < 0) != (b < 0) ? r + b : r;
}

static value int_floor_divide(struct vm *vm, int64_t a, int64_t b)
{
	if (b == 0)
		return raise_zero_division(vm, "integer division or modulo by zero");
	if (b == -1)
		return checked(vm, a == INT64_MIN, a == INT64_MIN ? 0 : -a);
	return int_make(vm, floor_divide(a, b));
}

static value int_modulo(struct vm *vm, int64_t a, int64_t b)
{
	if (b == 0)
		return raise_zero_division(vm, "integer modulo by zero");
	return int_make(vm, floor_modulo(a, b));
}

static value int_power(struct vm *vm, int64_t a, int64_t b)
{
	if (b < 0)
		return float_binary(vm, BIN_POW, (double)a, (double)b);
	int64_t result = 1;
	bool overflow = false;
	for (int64_t square = a; b > 0; b >>= 1) {
		if (b & 1 && (overflow || __builtin_mul_overflow(result, square, &result)))
			return raise_int_overflow(vm);
		/* The square of the last round is not needed. */
		overflow |= __builtin_mul_overflow(square, square, &square);
	}
	return int_make(vm, result);
}

static value int_shift_left(struct vm *vm, int64_t a, int64_t b)
{
	if (b < 0)
		return raise_value(vm, "negative shift count");
	if (a == 0)
		return small_make(0);
	if (b > 63)
		return raise_int_overflow(vm);
	int64_t result = (int64_t)((uint64_t)a << b);
	return checked(vm, result >> b != a, result);
}

static value int_shift_right(struct vm *vm, int64_t a, int64_t b)
{
	if (b < 0)
		return raise_value(vm, "negative shift count");
	return int_make(vm, a >> (b > 63 ? 63 : b));
}

value int_binary(struct vm *vm, enum bin_op op, int64_t a, int64_t b)
{
	int64_t r = 0;
	bool overflow;
	switch (op) {
	case BIN_ADD:
		overflow = __builtin_add_overflow(a, b, &r);
		return checked(vm, overflow, r);
	case BIN_SUB:
		overflow = __builtin_sub_overflow(a, b, &r);
		return checked(vm, overflow, r);
	case BIN_MUL:
		overflow = __builtin_mul_overflow(a, b, &r);
		return checked(vm, overflow, r);
	case BIN_DIV:
		return int_true_divide(vm, a, b);
	case BIN_FLOORDIV:
		return int_floor_divide(vm, a, b);
	case BIN_MOD:
		return int_modulo(vm, a, b);
	case BIN_POW:
		return int_power(vm, a, b);
	case BIN_LSHIFT:
		return int_shift_left(vm, a, b);
	case BIN_RSHIFT:
		return int_shift_right(vm, a, b);
	case BIN_OR:
		return int_make(vm, a | b);
	case BIN_XOR:
		return int_make(vm, a ^ b);
	case BIN_AND:
		return int_make(vm, a & b);
	default:
		return V_NOT_IMPLEMENTED;
	}
}

static uint64_t multiply_modulo(uint64_t a, uint64_t b, uint64_t m)
{
	__extension__ typedef unsigned __int128 wide;
	return (uint64_t)((wide)a * b % m);
}

/* The inverse of a modulo m (m > 0), by Euclid; 0 if there is none. */
static int64_t invert_modulo(int64_t a, int64_t m)
{
	int64_t r0 = m, r1 = floor_modulo(a, m), t0 = 0, t1 = 1;
	while (r1 != 0) {
		int64_t q = r0 / r1, r = r0 - q * r1, t = t0 - q * t1;
		r0 = r1;
		r1 = r;
		t0 = t1;
		t1 = t;
	}
	return r0 == 1 ? floor_modulo(t0, m) : 0;
}

static uint64_t power_modulo(uint64_t a, uint64_t b, uint64_t m)
{
	uint64_t result = 1 % m;
	for (; b > 0; b >>= 1) {
		if (b & 1)
			result = multiply_modulo(result, a, m);
		a = multiply_modulo(a, a, m);
	}
	return result;
}

value int_pow_mod(struct vm *vm, int64_t a, int64_t b, int64_t m)
{
	if (m == 0)
		return raise_value(vm, "pow() 3rd argument cannot be 0");
	if (m == INT64_MIN)
		return raise_int_overflow(vm);
	int64_t positive = m < 0 ? -m : m;
	int64_t base = floor_modulo(a, positive);
	if (b < 0) {
		base = invert_modulo(base, positive);
		if (base == 0 && positive != 1)
			return raise_value(vm, "base is not invertible for the given modulus");
	}
	int64_t r = (int64_t)power_modulo((uint64_t)base, magnitude(b), (uint64_t)positive);
	return int_make(vm, m < 0 && r != 0 ? r + m : r);
}

static unsigned digit_of(char c)
{
	if (c >= '0' && c <= '9')
		return (unsigned)(c - '0');
	if ((c | 32) >= 'a' && (c | 32) <= 'z')
		return (unsigned)((c | 32) - 'a') + 10;
	return 99;
}

static int prefix_base(const char *s, size_t n)
{
	if (n < 2 || s[0] != '0')
		return 0;
	switch (s[1] | 32) {
	case 'x':
		return 16;
	case 'o':
		return 8;
	case 'b':
		return 2;
	default:
		return 0;
	}
}

/* digits { ["_"] digits } in base; false if that is not what the n bytes are. */
static bool parse_digits(const char *s, size_t n, unsigned base, uint64_t *result, bool *overflow)
{
	bool after_digit = false;
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '_' && after_digit) {
			after_digit = false;
			continue;
		}
		unsigned d = digit_of(s[i]);
		if (d >= base)
			return false;
		*overflow |= __builtin_mul_overflow(*result, base, result);
		*overflow |= __builtin_add_overflow(*result, d, result);
		after_digit = true;
	}
	return after_digit;
}

/* With base 0 a decimal number has no leading zeros, but zero itself. */
static bool is_padded(const char *s, size_t n)
{
	return n > 1 && s[0] == '0' && strspn(s, "0_") < n;
}

bool int_parse(const char *s, size_t n, int base, int64_t *i, bool *overflow)
{
	*overflow = false;
	unicode_strip(&s, &n);
	bool negative = n > 0 && s[0] == '-';
	if (n > 0 && (s[0] == '-' || s[0] == '+'))
		s++, n--;
	int prefix = prefix_base(s, n);
	if (prefix && (base == 0 || base == prefix)) {
		base = prefix;
		s += 2, n -= 2;
		if (n > 1 && s[0] == '_')
			s++, n--;
	} else if (base == 0) {
		if (is_padded(s, n))
			return false;
		base = 10;
	}
	uint64_t u = 0;
	if (!parse_digits(s, n, (unsigned)base, &u, overflow))
		return false;
	*overflow |= u > (uint64_t)INT64_MAX + negative;
	*i = (int64_t)(negative ? -u : u);
	return !*overflow;
}

static int64_t self_int(value self)
{
	int64_t i = 0;
	int_get(self, &i);
	return i;
}

static value int_bit_length(struct vm *vm, value self, const struct args *a)
{
	(void)vm, (void)a;
	uint64_t u = magnitude(self_int(self));
	return small_make(u ? 64 - __builtin_clzll(u) : 0);
}

static value int_bit_count(struct vm *vm, value self, const struct args *a)
{
	(void)vm, (void)a;
	return small_make(__builtin_popcountll(magnitude(self_int(self))));
}

static value int_self(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return int_make(vm, self_int(self));
}

static value int_as_integer_ratio(struct vm *vm, value self, const struct args *a)
{
	return tuple_pack(vm, 2, int_self(vm, self, a), small_make(1));
}

const struct native_def int_methods[] = {
	{ "bit_length", int_bit_length, 0, 0, false, "The number of bits of the absolute value." },
	{ "bit_count", int_bit_count, 0, 0, false,
		"The number of ones among the bits of the absolute value." },
	{ "conjugate", int_self, 0, 0, false, "The number itself." },
	{ "as_integer_ratio", int_as_integer_ratio, 0, 0, false, "A numerator and a denominator." },
	{ 0 },
};

static value int_from_str(struct vm *vm, value s, int64_t base)
{
	int64_t i;
	bool overflow = false;
	if (int_parse(str_get(s)->bytes, str_get(s)->len, (int)base, &i, &overflow))
		return int_make(vm, i);
	if (overflow)
		return raise_int_overflow(vm);
	return raise_value(vm, "invalid literal for int() with base %d: %V", (int)base, s);
}

static value int_construct(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	int64_t i, base = 10;
	value v = a->n ? a->at[0] : V_UNSET, b = args_get(a, 1, str_intern(vm, "base", 4));
	if (v == V_UNSET)
		return small_make(0);
	if (b != V_UNSET && !is_str(v))
		return raise_type(vm, "int() can't convert non-string with explicit base");
	if (b != V_UNSET && (!int_get(b, &base) || base == 1 || base < 0 || base > 36))
		return raise_value(vm, "int() base must be >= 2 and <= 36, or 0");
	if (is_str(v))
		return int_from_str(vm, v, base);
	if (int_get(v, &i))
		return int_make(vm, i);
	if (is_float(v))
		return int_from_float(vm, float_get(v));
	if (type_is_heap_instance(v))
		return vm_tail(vm, LIB_TO_INT, &v, 1);
	return raise_type(vm,
		"int() argument must be a string, a bytes-like object or a real number, not '%T'",
		v);
}

static value bool_construct(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	if (!args_count(vm, "bool", a, 0, 1))
		return V_ERROR;
	return a->n ? ops_truth(vm, a->at[0]) : V_FALSE;
}

static bool int_repr(struct vm *vm, value v, struct sbuf *out)
{
	(void)vm;
	sbuf_printf(out, "%" PRId64, ((const struct big_int *)obj_get(v))->i);
	return true;
}

const struct kind int_kind = {
	.name = "int",
	.flags = KIND_BUILTIN,
	.slots = SLOT_NUMBER | SLOT_INT,
	.methods = int_methods,
	.specials = number_specials,
	.repr = int_repr,
	.construct = int_construct,
};

const struct kind bool_kind = {
	.name = "bool",
	.flags = KIND_BUILTIN | KIND_FINAL,
	.specials = number_specials,
	.construct = bool_construct,
};
