/* math. */

#include "vm/kind/dict.h"
#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/library/mods.h"
#include "vm/value/exception.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/type.h"

#include <float.h>
#include <math.h>
#include <string.h>

static bool get_number(struct vm *vm, value v, double *f)
{
	int found = float_of_object(vm, v, f);
	if (found == 0)
		raise_type(vm, "must be real number, not %T", v);
	return found > 0;
}

static bool get_int(struct vm *vm, value v, int64_t *i)
{
	return index_arg(vm, v, i);
}

/* The result of a function of x and y: an undefined one from numbers, and an
 * infinite one from finite numbers, is an error. */
static value result(struct vm *vm, double r, double x, double y)
{
	if (isnan(r) && !isnan(x) && !isnan(y))
		return raise_value(vm, "math domain error");
	if (isinf(r) && isfinite(x) && isfinite(y))
		return vm_raise(vm, VM_EXC(vm, OverflowError), "math range error");
	return float_make(vm, r);
}

#define FUNCTION_1(name) \
	static value math_##name(struct vm *vm, value self, const struct args *a) \
	{ \
		double x; \
		(void)self; \
		return get_number(vm, a->at[0], &x) ? result(vm, name(x), x, 0) : V_ERROR; \
	}
FUNCTION_1(sin)
FUNCTION_1(cos)
FUNCTION_1(tan)
FUNCTION_1(asin)
FUNCTION_1(acos)
FUNCTION_1(atan)
FUNCTION_1(sinh)
FUNCTION_1(cosh)
FUNCTION_1(tanh)
FUNCTION_1(asinh)
FUNCTION_1(acosh)
FUNCTION_1(exp)
FUNCTION_1(expm1)
FUNCTION_1(fabs)
FUNCTION_1(cbrt)
FUNCTION_1(erf)
FUNCTION_1(erfc)
FUNCTION_1(exp2)

#define FUNCTION_2(name) \
	static value math_##name(struct vm *vm, value self, const struct args *a) \
	{ \
		double x, y; \
		(void)self; \
		if (!get_number(vm, a->at[0], &x) || !get_number(vm, a->at[1], &y)) \
			return V_ERROR; \
		return result(vm, name(x, y), x, y); \
	}
FUNCTION_2(atan2)
FUNCTION_2(fmod)
FUNCTION_2(copysign)
FUNCTION_2(remainder)
FUNCTION_2(nextafter)

static value math_ulp(struct vm *vm, value self, const struct args *a)
{
	double x;
	(void)self;
	if (!get_number(vm, a->at[0], &x))
		return V_ERROR;
	x = fabs(x);
	double next = nextafter(x, INFINITY);
	return float_make(vm, isfinite(next) ? next - x : isfinite(x) ? x - nextafter(x, 0) : x);
}

/* Functions that are not defined everywhere: infinities are errors of domain. */
static value in_domain(struct vm *vm, double x, bool fits, double r)
{
	if (isnan(x))
		return float_make(vm, x);
	return fits ? float_make(vm, r) : raise_value(vm, "math domain error");
}

static value math_sqrt(struct vm *vm, value self, const struct args *a)
{
	double x;
	(void)self;
	return get_number(vm, a->at[0], &x) ? in_domain(vm, x, x >= 0, sqrt(x)) : V_ERROR;
}

static value math_log2(struct vm *vm, value self, const struct args *a)
{
	double x;
	(void)self;
	return get_number(vm, a->at[0], &x) ? in_domain(vm, x, x > 0, log2(x)) : V_ERROR;
}

static value math_log10(struct vm *vm, value self, const struct args *a)
{
	double x;
	(void)self;
	return get_number(vm, a->at[0], &x) ? in_domain(vm, x, x > 0, log10(x)) : V_ERROR;
}

static value math_log1p(struct vm *vm, value self, const struct args *a)
{
	double x;
	(void)self;
	return get_number(vm, a->at[0], &x) ? in_domain(vm, x, x > -1, log1p(x)) : V_ERROR;
}

static value math_atanh(struct vm *vm, value self, const struct args *a)
{
	double x;
	(void)self;
	return get_number(vm, a->at[0], &x) ? in_domain(vm, x, fabs(x) < 1, atanh(x)) : V_ERROR;
}

static value math_gamma(struct vm *vm, value self, const struct args *a)
{
	double x;
	(void)self;
	if (!get_number(vm, a->at[0], &x))
		return V_ERROR;
	if (x <= 0 && x == floor(x))
		return raise_value(vm, "math domain error");
	return result(vm, tgamma(x), x, 0);
}

static value math_lgamma(struct vm *vm, value self, const struct args *a)
{
	double x;
	(void)self;
	if (!get_number(vm, a->at[0], &x))
		return V_ERROR;
	if (x <= 0 && x == floor(x) && isfinite(x))
		return raise_value(vm, "math domain error");
	int sign;
	return result(vm, lgamma_r(x, &sign), x, 0);
}

static value math_log(struct vm *vm, value self, const struct args *a)
{
	double x, base;
	(void)self;
	if (!get_number(vm, a->at[0], &x))
		return V_ERROR;
	if (a->n == 1 || x <= 0)
		return in_domain(vm, x, x > 0, log(x));
	if (!get_number(vm, a->at[1], &base))
		return V_ERROR;
	if (base <= 0)
		return raise_value(vm, "math domain error");
	if (log(base) == 0)
		return vm_raise(vm, VM_EXC(vm, ZeroDivisionError), "float division by zero");
	return float_make(vm, log(x) / log(base));
}

static value math_pow(struct vm *vm, value self, const struct args *a)
{
	double x, y;
	(void)self;
	if (!get_number(vm, a->at[0], &x) || !get_number(vm, a->at[1], &y))
		return V_ERROR;
	if (x == 0 && y < 0 && isfinite(y))
		return raise_value(vm, "math domain error");
	return result(vm, pow(x, y), x, y);
}

/* floor, ceil and trunc: ints from floats; a class may have its own. */
static value to_int(struct vm *vm, value v, double (*f)(double), const char *special)
{
	int64_t i;
	if (int_get(v, &i))
		return int_make(vm, i);
	value method = type_find_special(vm, v, str_intern(vm, special, strlen(special)));
	if (method != V_UNSET)
		return vm_tail_call(vm, method, &v, 1);
	double x;
	return get_number(vm, v, &x) ? int_from_float(vm, f(x)) : V_ERROR;
}

static value math_floor(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return to_int(vm, a->at[0], floor, "__floor__");
}
static value math_ceil(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return to_int(vm, a->at[0], ceil, "__ceil__");
}
static value math_trunc(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return to_int(vm, a->at[0], trunc, "__trunc__");
}

static value math_degrees(struct vm *vm, value self, const struct args *a)
{
	double x;
	(void)self;
	return get_number(vm, a->at[0], &x) ? float_make(vm, x * (180.0 / M_PI)) : V_ERROR;
}

static value math_radians(struct vm *vm, value self, const struct args *a)
{
	double x;
	(void)self;
	return get_number(vm, a->at[0], &x) ? float_make(vm, x * (M_PI / 180.0)) : V_ERROR;
}

static value classify(struct vm *vm, value v, int what)
{
	double x;
	if (!get_number(vm, v, &x))
		return V_ERROR;
	return bool_make(what == 0 ? isnan(x) : what == 1 ? isinf(x) : isfinite(x));
}

static value math_isnan(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return classify(vm, a->at[0], 0);
}
static value math_isinf(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return classify(vm, a->at[0], 1);
}
static value math_isfinite(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return classify(vm, a->at[0], 2);
}

static value keyword_number(
	struct vm *vm, const struct args *a, const char *name, double fallback, double *out)
{
	for (uint32_t i = 0; i < a->nkw; i++) {
		if (str_is(a->names[i], name))
			return get_number(vm, a->at[a->n + i], out) ? V_NONE : V_ERROR;
	}
	*out = fallback;
	return V_NONE;
}

static value math_isclose(struct vm *vm, value self, const struct args *a)
{
	double x, y, relative, absolute;
	(void)self;
	if (!get_number(vm, a->at[0], &x) || !get_number(vm, a->at[1], &y) ||
		keyword_number(vm, a, "rel_tol", 1e-9, &relative) == V_ERROR ||
		keyword_number(vm, a, "abs_tol", 0, &absolute) == V_ERROR)
		return V_ERROR;
	if (relative < 0 || absolute < 0)
		return raise_value(vm, "tolerances must be non-negative");
	if (x == y)
		return V_TRUE;
	if (isinf(x) || isinf(y))
		return V_FALSE;
	double difference = fabs(y - x);
	return bool_make(difference <= fabs(relative * y) || difference <= fabs(relative * x) ||
		difference <= absolute);
}

static value math_modf(struct vm *vm, value self, const struct args *a)
{
	double x, whole;
	(void)self;
	if (!get_number(vm, a->at[0], &x))
		return V_ERROR;
	double part = modf(x, &whole);
	return tuple_pack(vm, 2, float_make(vm, part), float_make(vm, whole));
}

static value math_frexp(struct vm *vm, value self, const struct args *a)
{
	double x;
	int exponent;
	(void)self;
	if (!get_number(vm, a->at[0], &x))
		return V_ERROR;
	double mantissa = frexp(x, &exponent);
	return tuple_pack(vm, 2, float_make(vm, mantissa), int_make(vm, exponent));
}

static value math_ldexp(struct vm *vm, value self, const struct args *a)
{
	double x;
	int64_t n;
	(void)self;
	if (!get_number(vm, a->at[0], &x) || !get_int(vm, a->at[1], &n))
		return V_ERROR;
	return result(vm, ldexp(x, n > 5000 ? 5000 : n < -5000 ? -5000 : (int)n), x, 0);
}

static int64_t gcd(int64_t x, int64_t y)
{
	while (y) {
		int64_t r = y == -1 ? 0 : x % y;
		x = y;
		y = r;
	}
	return x < 0 && x != INT64_MIN ? -x : x;
}

static value math_gcd(struct vm *vm, value self, const struct args *a)
{
	int64_t all = 0, i;
	(void)self;
	for (uint32_t k = 0; k < a->n; k++) {
		if (!get_int(vm, a->at[k], &i))
			return V_ERROR;
		all = gcd(all, i);
	}
	return all == INT64_MIN ? raise_int_overflow(vm) : int_make(vm, all);
}

static value math_lcm(struct vm *vm, value self, const struct args *a)
{
	int64_t all = 1, i;
	(void)self;
	for (uint32_t k = 0; k < a->n; k++) {
		if (!get_int(vm, a->at[k], &i))
			return V_ERROR;
		int64_t common = gcd(all, i);
		if (i == 0)
			all = 0;
		else if (common && __builtin_mul_overflow(all / common, i < 0 ? 0 - i : i, &all))
			return raise_int_overflow(vm);
	}
	return int_make(vm, all);
}

/* n! / (n - k)!, divided by k! step by step for comb. */
static value choose(struct vm *vm, const struct args *a, bool ordered)
{
	int64_t n, k, r = 1;
	if (!get_int(vm, a->at[0], &n) ||
		(a->n > 1 && a->at[1] != V_NONE ? !get_int(vm, a->at[1], &k) : (k = n, false)))
		return V_ERROR;
	if (n < 0)
		return raise_value(vm, "n must be a non-negative integer");
	if (k < 0)
		return raise_value(vm, "k must be a non-negative integer");
	if (k > n)
		return small_make(0);
	if (!ordered && k > n - k)
		k = n - k;
	for (int64_t i = 1; i <= k; i++) {
		int64_t factor = ordered ? n - i + 1 : n - k + i, common = ordered ? 1 : gcd(r, i);
		int64_t divisor = ordered ? 1 : i / common;
		if (__builtin_mul_overflow(r / common, factor / divisor, &r))
			return raise_int_overflow(vm);
	}
	return int_make(vm, r);
}

static value math_comb(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return choose(vm, a, false);
}
static value math_perm(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return choose(vm, a, true);
}

static value math_factorial(struct vm *vm, value self, const struct args *a)
{
	int64_t n, r = 1;
	(void)self;
	if (!get_int(vm, a->at[0], &n))
		return V_ERROR;
	if (n < 0)
		return raise_value(vm, "factorial() not defined for negative values");
	for (int64_t i = 2; i <= n; i++) {
		if (__builtin_mul_overflow(r, i, &r))
			return raise_int_overflow(vm);
	}
	return int_make(vm, r);
}

static value math_isqrt(struct vm *vm, value self, const struct args *a)
{
	int64_t n;
	(void)self;
	if (!get_int(vm, a->at[0], &n))
		return V_ERROR;
	if (n < 0)
		return raise_value(vm, "isqrt() argument must be nonnegative");
	int64_t r = (int64_t)sqrt((double)n);
	while (r > 0 && r > n / r)
		r--;
	while ((r + 1) <= n / (r + 1))
		r++;
	return int_make(vm, r);
}

/* The exact sum of floats: partial sums that do not overlap (Shewchuk 1997). */
struct exact {
	double at[1100];
	int n;
};

static bool add_exact(struct vm *vm, void *arg, value item)
{
	struct exact *e = arg;
	double x;
	if (!get_number(vm, item, &x))
		return false;
	int kept = 0;
	for (int i = 0; i < e->n; i++) {
		double y = e->at[i];
		if (fabs(x) < fabs(y)) {
			double swapped = x;
			x = y;
			y = swapped;
		}
		volatile double high = x + y;
		volatile double part = high - x;
		double low = y - part;
		if (low != 0)
			e->at[kept++] = low;
		x = high;
	}
	e->at[kept++] = x;
	e->n = kept;
	return true;
}

/* The partial sums, largest last, rounded once to the nearest, ties to even. */
static double round_exact(const struct exact *e)
{
	int n = e->n;
	if (n == 0)
		return 0;
	double high = e->at[--n], low = 0;
	while (n > 0) {
		double x = high, y = e->at[--n];
		volatile double sum = x + y;
		volatile double part = sum - x;
		high = sum;
		low = y - part;
		if (low != 0)
			break;
	}
	if (n > 0 && ((low < 0 && e->at[n - 1] < 0) || (low > 0 && e->at[n - 1] > 0))) {
		volatile double twice = low * 2, sum = high + twice;
		if (twice == sum - high)
			high = sum;
	}
	return high;
}

static value math_fsum(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	struct exact e = { .n = 0 };
	int done = ops_for_each(vm, a->at[0], add_exact, &e);
	if (done < 0)
		return V_ERROR;
	if (done == 0) {
		value list = vm_call(vm, obj_value(VM_TYPE(vm, LIST)), a->at, 1);
		if (list == V_ERROR)
			return V_ERROR;
		done = ops_for_each(vm, list, add_exact, &e);
		value_drop(vm, list);
	}
	return done < 0 ? V_ERROR : float_make(vm, round_exact(&e));
}

static value math_prod(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	value total = small_make(1);
	for (uint32_t i = 0; i < a->nkw; i++)
		total = a->at[a->n + i];
	return vm_tail(vm, LIB_PRODUCT, (value[]){ a->at[0], total }, 2);
}

#define ROW_1(name, doc) \
	{ \
#name, math_##name, 1, 1, false, doc \
	}
#define ROW_2(name, doc) \
	{ \
#name, math_##name, 2, 2, false, doc \
	}
const struct native_def mod_math_functions[] = { ROW_1(sin, "sine"), ROW_1(cos, "cosine"),
	ROW_1(tan, "tangent"), ROW_1(asin, "arc sine"), ROW_1(acos, "arc cosine"),
	ROW_1(atan, "arc tangent"), ROW_1(sinh, "hyperbolic sine"),
	ROW_1(cosh, "hyperbolic cosine"), ROW_1(tanh, "hyperbolic tangent"),
	ROW_1(asinh, "inverse hyperbolic sine"), ROW_1(acosh, "inverse hyperbolic cosine"),
	ROW_1(atanh, "inverse hyperbolic tangent"), ROW_1(exp, "e to the power of x"),
	ROW_1(expm1, "exp(x) - 1"), ROW_1(exp2, "2 to the power of x"),
	ROW_1(fabs, "absolute value"), ROW_1(cbrt, "cube root"), ROW_1(erf, "error function"),
	ROW_1(erfc, "1 - erf(x)"), ROW_1(sqrt, "square root"), ROW_1(log2, "logarithm to base 2"),
	ROW_1(log10, "logarithm to base 10"), ROW_1(log1p, "log(1 + x)"),
	ROW_1(gamma, "gamma function"), ROW_1(lgamma, "logarithm of the gamma function"),
	ROW_1(floor, "the largest int not above x"), ROW_1(ceil, "the smallest int not below x"),
	ROW_1(trunc, "x without its fraction"), ROW_1(degrees, "radians as degrees"),
	ROW_1(radians, "degrees as radians"), ROW_1(isnan, "whether x is no number"),
	ROW_1(isinf, "whether x is infinite"),
	ROW_1(isfinite, "whether x is neither infinite nor NaN"),
	ROW_1(modf, "fraction and whole part"), ROW_1(frexp, "mantissa and exponent"),
	ROW_1(factorial, "n!"), ROW_1(isqrt, "the whole part of the square root"),
	ROW_1(fsum, "the exact sum of floats"), ROW_1(ulp, "the distance to the next float"),
	ROW_2(atan2, "arc tangent of y / x"), ROW_2(fmod, "remainder with the sign of x"),
	ROW_2(copysign, "x with the sign of y"), ROW_2(remainder, "IEEE remainder"),
	ROW_2(nextafter, "the next float towards y"), ROW_2(pow, "x to the power of y"),
	ROW_2(ldexp, "x * 2 ** i"), ROW_2(dist, "distance of two points"),
	ROW_2(comb, "ways to choose k of n"),
	{ "perm", math_perm, 1, 2, false, "ways to choose k of n in order" },
	{ "log", math_log, 1, 2, false, "logarithm, natural or to a base" },
	{ "isclose", math_isclose, 2, 2, true, "whether two numbers are nearly equal" },
	{ "hypot", math_hypot, 0, -1, false, "length of a vector" },
	{ "gcd", math_gcd, 0, -1, false, "greatest common divisor" },
	{ "lcm", math_lcm, 0, -1, false, "least common multiple" },
	{ "prod", math_prod, 1, 1, true, "the product of the items" }, { 0 } };

void mod_math_init(struct vm *vm, struct dict *globals)
{
	const struct {
		const char *name;
		double f;
	} constants[] = { { "pi", M_PI }, { "e", M_E }, { "tau", 2 * M_PI }, { "inf", INFINITY },
		{ "nan", NAN } };
	for (size_t i = 0; i < sizeof constants / sizeof *constants; i++) {
		value f = float_make(vm, constants[i].f);
		dict_set_name(vm, globals,
			str_intern(vm, constants[i].name, strlen(constants[i].name)), f);
		value_drop(vm, f);
	}
}
