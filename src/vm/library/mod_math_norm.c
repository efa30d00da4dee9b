/* math.hypot and math.dist: the length of a vector, rounded once. */

#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/library/mods.h"
#include "vm/value/machine.h"
#include "vm/value/type.h"

#include <math.h>

/* A sum of squares that is kept twice as exact as a float. */
struct norm {
	ARRAY(double);
	double largest;
	bool undefined;
};

static void norm_add(struct norm *n, double x)
{
	array_push(n, fabs(x));
	n->undefined = n->undefined || isnan(x);
	n->largest = fmax(n->largest, fabs(x));
}

static void add_product(double *sum, double *rest, double a, double b)
{
	double product = a * b, old = *sum;

	*sum += product;
	double added = *sum - old;
	*rest += fma(a, b, -product) + (old - (*sum - added)) + (product - added);
}

/* All are scaled by a power of two, so that the largest is about 1. */
static double norm_length(const struct norm *n)
{
	int exponent;
	double sum = 0, rest = 0;

	if (isinf(n->largest) || n->undefined || n->largest == 0)
		return isinf(n->largest) ? INFINITY : n->undefined ? NAN : 0;
	frexp(n->largest, &exponent);
	for (size_t i = 0; i < n->len; i++) {
		double x = ldexp(n->at[i], -exponent);

		add_product(&sum, &rest, x, x);
	}
	double root = sqrt(sum + rest);

	add_product(&sum, &rest, -root, root);
	return ldexp(root + (sum + rest) / (2 * root), exponent);
}

/* Its length, if it is true that all of it is there. */
static value norm_end(struct vm *vm, struct norm *n, bool whole)
{
	double length = norm_length(n);

	array_fini(n);
	return whole ? float_make(vm, length) : V_ERROR;
}

static bool get_number(struct vm *vm, value v, double *f)
{
	int found = float_of_object(vm, v, f);

	if (found == 0)
		raise_type(vm, "must be real number, not %T", v);
	return found > 0;
}

value math_hypot(struct vm *vm, value self, const struct args *a)
{
	struct norm n = { 0 };
	bool whole = true;
	double x;

	(void)self;
	for (uint32_t i = 0; i < a->n && whole; i++) {
		whole = get_number(vm, a->at[i], &x);
		if (whole)
			norm_add(&n, x);
	}
	return norm_end(vm, &n, whole);
}

static value distance(struct vm *vm, const struct tuple *p, const struct tuple *q)
{
	struct norm n = { 0 };
	bool whole = true;
	double x, y;

	if (p->len != q->len)
		return raise_value(vm, "both points must have the same number of dimensions");
	for (uint32_t i = 0; i < p->len && whole; i++) {
		whole = get_number(vm, p->at[i], &x) && get_number(vm, q->at[i], &y);
		if (whole)
			norm_add(&n, x - y);
	}
	return norm_end(vm, &n, whole);
}

static value as_tuple(struct vm *vm, value v)
{
	return is_kind(v, OBJ_TUPLE) ? value_keep(v)
				     : vm_call(vm, obj_value(VM_TYPE(vm, TUPLE)), &v, 1);
}

value math_dist(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	value p = as_tuple(vm, a->at[0]);
	value q = p == V_ERROR ? V_ERROR : as_tuple(vm, a->at[1]);
	value r = q == V_ERROR ? V_ERROR : distance(vm, tuple_get(p), tuple_get(q));

	value_drop(vm, p);
	value_drop(vm, q);
	return r;
}
