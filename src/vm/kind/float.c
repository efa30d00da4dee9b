/* float: its arithmetic, and its text, which is the shortest that reads back the same. */

#include "vm/kind/number.h"

#include "vm/kind/arguments.h"
#include "base/sbuf.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/kind/unicode.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/type.h"

#include <assert.h>
#include <errno.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { HASH_BITS = 61, HASH_INF = 314159 };
#define HASH_MODULUS (((uint64_t)1 << HASH_BITS) - 1)

value float_make(struct vm *vm, double f)
{
	struct float_obj *o = obj_new_raw(vm, OBJ_FLOAT, sizeof *o);
	o->f = f;
	return obj_value(o);
}

/* The value modulo 2^61 - 1, so that equal ints and floats have equal hashes. */
uint64_t float_hash(double f)
{
	if (!isfinite(f))
		return isinf(f) ? (f > 0 ? (uint64_t)HASH_INF : -(uint64_t)HASH_INF) : 0;
	int e;
	double m = frexp(fabs(f), &e);
	uint64_t x = 0;
	while (m != 0) {
		x = (x << 28 & HASH_MODULUS) | x >> (HASH_BITS - 28);
		m *= 268435456.0; /* 2^28 */
		e -= 28;
		uint64_t y = (uint64_t)m;
		m -= (double)y;
		x += y;
		if (x >= HASH_MODULUS)
			x -= HASH_MODULUS;
	}
	e = e >= 0 ? e % HASH_BITS : HASH_BITS - 1 - (-1 - e) % HASH_BITS;
	x = (x << e & HASH_MODULUS) | x >> (HASH_BITS - e);
	if (f < 0)
		x = -x;
	return x == (uint64_t)-1 ? (uint64_t)-2 : x;
}

static value raise_zero_division(struct vm *vm, const char *text)
{
	return vm_raise(vm, VM_EXC(vm, ZeroDivisionError), "%s", text);
}

/* Quotient and remainder with the sign of b; b is not 0. */
static void floor_divmod(double a, double b, double *quotient, double *remainder)
{
	double mod = fmod(a, b);
	double div = (a - mod) / b;
	if (mod != 0) {
		if ((b < 0) != (mod < 0)) {
			mod += b;
			div -= 1.0;
		}
	} else {
		mod = copysign(0.0, b);
	}
	double floored = div != 0 ? floor(div) : copysign(0.0, a / b);
	if (div != 0 && div - floored > 0.5)
		floored += 1.0;
	*quotient = floored;
	*remainder = mod;
}

static value float_power(struct vm *vm, double a, double b)
{
	if (a == 0 && b < 0 && isfinite(b))
		return raise_zero_division(vm, "0.0 cannot be raised to a negative power");
	if (a < 0 && isfinite(a) && isfinite(b) && b != floor(b))
		return vm_refuse(vm,
			"a negative number to a fractional power is complex, which is outside the "
			"scenario language");
	double f = pow(a, b);
	if (isinf(f) && isfinite(a) && isfinite(b)) {
		value args = tuple_pack(vm, 2, small_make(ERANGE),
			str_from_cstr(vm, "Numerical result out of range"));
		vm_raise_args(vm, VM_EXC(vm, OverflowError), args);
		value_drop(vm, args);
		return V_ERROR;
	}
	return float_make(vm, f);
}

value float_binary(struct vm *vm, enum bin_op op, double a, double b)
{
	double div, mod;
	switch (op) {
	case BIN_ADD:
		return float_make(vm, a + b);
	case BIN_SUB:
		return float_make(vm, a - b);
	case BIN_MUL:
		return float_make(vm, a * b);
	case BIN_POW:
		return float_power(vm, a, b);
	case BIN_DIV:
		return b == 0 ? raise_zero_division(vm, "float division by zero")
			      : float_make(vm, a / b);
	case BIN_FLOORDIV:
		if (b == 0)
			return raise_zero_division(vm, "float floor division by zero");
		floor_divmod(a, b, &div, &mod);
		return float_make(vm, div);
	case BIN_MOD:
		if (b == 0)
			return raise_zero_division(vm, "float modulo");
		floor_divmod(a, b, &div, &mod);
		return float_make(vm, mod);
	default:
		return V_NOT_IMPLEMENTED;
	}
}

value int_from_float(struct vm *vm, double f)
{
	if (isnan(f))
		return raise_value(vm, "cannot convert float NaN to integer");
	if (isinf(f))
		return vm_raise(
			vm, VM_EXC(vm, OverflowError), "cannot convert float infinity to integer");
	if (!(f > -9223372036854777856.0 && f < 9223372036854775808.0))
		return raise_int_overflow(vm);
	return int_make(vm, (int64_t)f);
}

/* "d.ddde±x" of f with so many digits, split; true if it reads back as f. */
static bool digits_with(double f, int precision, char digits[20], int *exponent)
{
	char text[40];
	snprintf(text, sizeof text, "%.*e", precision - 1, f);
	char *e = strchr(text, 'e');
	assert(e && "%e writes an exponent");
	*exponent = atoi(e + 1);
	digits[0] = text[0];
	memcpy(digits + 1, text + 2, (size_t)precision - 1);
	digits[precision] = '\0';
	return strtod(text, NULL) == f;
}

static double read_back(const char *digits, int exponent)
{
	char text[40];
	snprintf(text, sizeof text, "%c.%se%d", digits[0], digits + 1, exponent);
	return strtod(text, NULL);
}

/* Below a power of two the floats stand closer than above, so the nearest
 * decimal may read back as another float where the next one above does not. */
static bool next_digits_with(double f, int precision, char digits[20], int exponent)
{
	int e;
	if (frexp(f, &e) != 0.5 || digits[precision - 1] == '9')
		return false;
	digits[precision - 1]++;
	return read_back(digits, exponent) == f;
}

/* Fifteen digits stand for every shorter number that reads back, with zeros
 * behind, but for subnormal numbers. */
int float_digits(double f, char digits[20], int *exponent)
{
	int precision = f != 0 && fabs(f) < DBL_MIN ? 1 : 15;
	while (precision < 17 && !digits_with(f, precision, digits, exponent) &&
		!next_digits_with(f, precision, digits, *exponent))
		precision++;
	if (precision == 17)
		digits_with(f, precision, digits, exponent);
	while (precision > 1 && digits[precision - 1] == '0')
		digits[--precision] = '\0';
	return precision;
}

static void put_scientific(const char *digits, int n, int exponent, struct sbuf *out)
{
	sbuf_char(out, digits[0]);
	if (n > 1)
		sbuf_printf(out, ".%s", digits + 1);
	sbuf_printf(out, "e%c%02d", exponent < 0 ? '-' : '+', abs(exponent));
}

static void put_positional(const char *digits, int n, int exponent, struct sbuf *out)
{
	if (exponent < 0) {
		sbuf_str(out, "0.");
		sbuf_fill(out, '0', (size_t)(-exponent - 1));
		sbuf_str(out, digits);
		return;
	}
	for (int i = 0; i <= exponent; i++)
		sbuf_char(out, i < n ? digits[i] : '0');
	sbuf_printf(out, ".%s", n > exponent + 1 ? digits + exponent + 1 : "0");
}

void float_repr(double f, struct sbuf *out)
{
	if (isnan(f)) {
		sbuf_str(out, "nan");
		return;
	}
	if (signbit(f))
		sbuf_char(out, '-');
	f = fabs(f);
	char digits[20] = "0";
	int exponent = 0, n = 1;
	if (isinf(f)) {
		sbuf_str(out, "inf");
		return;
	}
	if (f != 0)
		n = float_digits(f, digits, &exponent);
	if (exponent < -4 || exponent >= 16)
		put_scientific(digits, n, exponent, out);
	else
		put_positional(digits, n, exponent, out);
}

/* Skips digits with single underscores between them; false if there are none. */
static bool skip_digits(const char **s, const char *end, struct sbuf *clean)
{
	const char *p = *s;
	while (p < end &&
		((*p >= '0' && *p <= '9') ||
			(*p == '_' && p > *s && p[-1] != '_' && p + 1 < end && p[1] >= '0' &&
				p[1] <= '9'))) {
		if (*p != '_')
			sbuf_char(clean, *p);
		p++;
	}
	bool some = p > *s;
	*s = p;
	return some;
}

/* [digits] ["." [digits]] ["e" ["+" | "-"] digits], without its underscores in clean. */
static bool scan_float(const char *s, const char *end, struct sbuf *clean)
{
	bool some = skip_digits(&s, end, clean);
	if (s < end && *s == '.') {
		sbuf_char(clean, *s++);
		some |= skip_digits(&s, end, clean);
	}
	if (!some)
		return false;
	if (s < end && (*s | 32) == 'e') {
		sbuf_char(clean, *s++);
		if (s < end && (*s == '+' || *s == '-'))
			sbuf_char(clean, *s++);
		if (!skip_digits(&s, end, clean))
			return false;
	}
	return s == end;
}

static bool is_word(const char *s, size_t n, const char *word)
{
	return n == strlen(word) && strncasecmp(s, word, n) == 0;
}

bool float_parse(const char *s, size_t n, double *f)
{
	unicode_strip(&s, &n);
	bool negative = n > 0 && s[0] == '-';
	if (n > 0 && (s[0] == '-' || s[0] == '+'))
		s++, n--;
	if (is_word(s, n, "inf") || is_word(s, n, "infinity")) {
		*f = negative ? -INFINITY : INFINITY;
		return true;
	}
	if (is_word(s, n, "nan")) {
		*f = NAN;
		return true;
	}
	struct sbuf clean = { 0 };
	bool good = n > 0 && scan_float(s, s + n, &clean);
	if (good)
		*f = copysign(strtod(clean.text, NULL), negative ? -1.0 : 1.0);
	sbuf_fini(&clean);
	return good;
}

static value float_is_integer(struct vm *vm, value self, const struct args *a)
{
	(void)vm, (void)a;
	double f = float_get(self);
	return bool_make(isfinite(f) && f == floor(f));
}

static value float_conjugate(struct vm *vm, value self, const struct args *a)
{
	(void)vm, (void)a;
	return value_keep(self);
}

/* f = m * 2^e with an odd integer m; both parts must fit an int. */
static value float_as_integer_ratio(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	double f = float_get(self);
	if (isnan(f))
		return raise_value(vm, "cannot convert NaN to integer ratio");
	if (isinf(f))
		return vm_raise(
			vm, VM_EXC(vm, OverflowError), "cannot convert Infinity to integer ratio");
	int e = 0;
	double m = frexp(f, &e);
	for (int i = 0; i < 300 && m != floor(m); i++, e--)
		m *= 2;
	if (e < -62 || (e > 0 && fabs(f) >= 9223372036854775808.0))
		return raise_int_overflow(vm);
	int64_t numerator = (int64_t)(e > 0 ? f : m);
	return tuple_pack(
		vm, 2, int_make(vm, numerator), int_make(vm, e < 0 ? (int64_t)1 << -e : 1));
}

const struct native_def float_methods[] = {
	{ "is_integer", float_is_integer, 0, 0, false, "Whether the number is whole." },
	{ "conjugate", float_conjugate, 0, 0, false, "The number itself." },
	{ "as_integer_ratio", float_as_integer_ratio, 0, 0, false,
		"A numerator and a denominator that give the number exactly." },
	{ 0 },
};

static value float_construct(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	double f;
	if (!args_count(vm, "float", a, 0, 1))
		return V_ERROR;
	if (a->n == 0)
		return float_make(vm, 0.0);
	value v = a->at[0];
	if (number_get(v, &f))
		return float_make(vm, f);
	if (is_str(v)) {
		if (float_parse(str_get(v)->bytes, str_get(v)->len, &f))
			return float_make(vm, f);
		return raise_value(vm, "could not convert string to float: %V", v);
	}
	if (type_is_heap_instance(v))
		return vm_tail(vm, LIB_TO_FLOAT, &v, 1);
	return raise_type(vm, "float() argument must be a string or a real number, not '%T'", v);
}

static bool float_show(struct vm *vm, value v, struct sbuf *out)
{
	(void)vm;
	float_repr(float_get(v), out);
	return true;
}

static bool float_truth(value v)
{
	return float_get(v) != 0;
}

static bool float_hash_of(struct vm *vm, value v, uint64_t *hash)
{
	(void)vm;
	*hash = float_hash(float_get(v));
	return true;
}

const struct kind float_kind = {
	.name = "float",
	.flags = KIND_BUILTIN,
	.slots = SLOT_NUMBER,
	.methods = float_methods,
	.specials = number_specials,
	.repr = float_show,
	.truth = float_truth,
	.hash = float_hash_of,
	.construct = float_construct,
};
