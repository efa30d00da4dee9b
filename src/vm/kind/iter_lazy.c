/* The lazy iterators: enumerate, zip, map, filter, callable_iterator; and reversed(). */

#include "vm/kind/iter.h"

#include "vm/kind/arguments.h"
#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/exception.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/plain.h"
#include "vm/value/type.h"

/* Whether iter(v) runs no code of the program. */
static bool iterates_itself(struct vm *vm, value v)
{
	return type_find_special(vm, v, VM_STR(vm, __iter__)) == V_UNSET;
}

/* A lazy iterator over iter(arg); arg is borrowed. */
static value lazy_over(struct vm *vm, enum obj_kind kind, value func, value arg)
{
	value it = ops_iter(vm, arg);
	if (it == V_ERROR)
		return it;
	value lazy = iter_lazy_new(vm, kind, func, it);
	value_drop(vm, it);
	return lazy;
}

static value construct_enumerate(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	value v = args_get(a, 0, str_intern(vm, "iterable", 8)),
	      start = args_get(a, 1, VM_STR(vm, start));
	const value known[] = { str_intern(vm, "iterable", 8), VM_STR(vm, start) };
	int64_t count = 0;
	if (a->n + a->nkw > 2)
		return raise_type(
			vm, "enumerate() takes at most 2 arguments (%u given)", a->n + a->nkw);
	if (!args_done(vm, a, "enumerate", known, 2, 2))
		return V_ERROR;
	if (v == V_UNSET)
		return raise_type(vm, "enumerate() missing required argument 'iterable'");
	if (start != V_UNSET && !index_arg(vm, start, &count))
		return V_ERROR;
	if (!iterates_itself(vm, v))
		return vm_tail(vm, LIB_ENUMERATE_MAKE,
			(value[]){ v, start == V_UNSET ? small_make(0) : start }, 2);
	value lazy = lazy_over(vm, OBJ_ENUMERATE, V_NONE, v);
	if (lazy != V_ERROR)
		((struct lazy_iter *)obj_get(lazy))->count = count;
	return lazy;
}

/* A tuple of the iterators of n values; V_NOT_IMPLEMENTED when one's __iter__
 * is the program's. */
static value iterators_of(struct vm *vm, const value *at, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		if (!iterates_itself(vm, at[i]))
			return V_NOT_IMPLEMENTED;
	}
	value iters = tuple_new(vm, n);
	for (uint32_t i = 0; i < n; i++) {
		value it = ops_iter(vm, at[i]);
		if (it == V_ERROR) {
			value_drop(vm, iters);
			return V_ERROR;
		}
		tuple_get(iters)->at[i] = it;
	}
	return iters;
}

static value lazy_over_many(struct vm *vm, enum obj_kind kind, value func, value iters)
{
	value lazy = iter_lazy_new(vm, kind, func, iters);
	value_drop(vm, iters);
	return lazy;
}

static value tail_with_tuple(
	struct vm *vm, enum lib_function f, value first, const value *at, uint32_t n, value last)
{
	value all = tuple_from(vm, at, n);
	value r = first != V_UNSET ? vm_tail(vm, f, (value[]){ first, all }, 2)
				   : vm_tail(vm, f, (value[]){ all, last }, 2);
	value_drop(vm, all);
	return r;
}

static value construct_zip(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	value strict = V_FALSE;
	if (a->nkw) {
		if (a->nkw > 1 || a->names[0] != VM_STR(vm, strict))
			return raise_type(vm, "zip() takes at most 1 keyword argument");
		strict = a->at[a->n];
	}
	value iters = iterators_of(vm, a->at, a->n);
	if (iters == V_NOT_IMPLEMENTED)
		return tail_with_tuple(vm, LIB_ZIP_MAKE, V_UNSET, a->at, a->n, strict);
	if (iters == V_ERROR)
		return V_ERROR;
	value lazy = lazy_over_many(vm, OBJ_ZIP, V_NONE, iters);
	((struct lazy_iter *)obj_get(lazy))->strict = plain_truth(vm, strict);
	return lazy;
}

static value construct_map(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	if (a->nkw)
		return raise_type(vm, "map() takes no keyword arguments");
	if (a->n < 2)
		return raise_type(vm, "map() must have at least two arguments.");
	value iters = iterators_of(vm, a->at + 1, a->n - 1);
	if (iters == V_NOT_IMPLEMENTED)
		return tail_with_tuple(vm, LIB_MAP_MAKE, a->at[0], a->at + 1, a->n - 1, V_UNSET);
	return iters == V_ERROR ? V_ERROR : lazy_over_many(vm, OBJ_MAP, a->at[0], iters);
}

static value construct_filter(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	if (!args_count(vm, "filter", a, 2, 2))
		return V_ERROR;
	if (!iterates_itself(vm, a->at[1]))
		return vm_tail(vm, LIB_FILTER_MAKE, a->at, 2);
	return lazy_over(vm, OBJ_FILTER, a->at[0], a->at[1]);
}

static value reversed_range(struct vm *vm, const struct range *r)
{
	return iter_new(vm, OBJ_RANGE_ITER, V_UNSET, r->len ? r->start + (r->len - 1) * r->step : 0,
		r->len, -r->step);
}

value construct_reversed(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	if (!args_count(vm, "reversed", a, 1, 1))
		return V_ERROR;
	value v = a->at[0], f = type_find_special(vm, v, VM_STR(vm, __reversed__));
	if (f == V_NONE)
		return raise_type(vm, "'%T' object is not reversible", v);
	if (f != V_UNSET)
		return vm_tail_call(vm, f, &v, 1);
	if (is_kind(v, OBJ_RANGE))
		return reversed_range(vm, (struct range *)obj_get(v));
	bool has_items = type_find_special(vm, v, VM_STR(vm, __getitem__)) != V_UNSET;
	bool has_len = type_find_special(vm, v, VM_STR(vm, __len__)) != V_UNSET;
	/* A tuple has no __reversed__: its length and items are asked for. */
	if (is_kind(v, OBJ_TUPLE) && (has_items || has_len))
		return vm_tail(vm, LIB_REVERSED_OF, &v, 1);
	value it = iter_reversed(vm, v);
	if (it != V_NOT_IMPLEMENTED)
		return it;
	if (has_items && !has_len)
		return raise_type(vm, "object of type '%T' has no len()", v);
	if (has_items)
		return vm_tail(vm, LIB_REVERSED_OF, &v, 1);
	return raise_type(vm, "'%T' object is not reversible", v);
}

static struct lazy_iter *lazy_get(value v)
{
	return (struct lazy_iter *)obj_get(v);
}

static bool enumerate_native(struct vm *vm, value v, int depth)
{
	return depth > 0 && iter_native_within(vm, lazy_get(v)->arg, depth - 1);
}

static bool zip_native(struct vm *vm, value v, int depth)
{
	const struct tuple *iters = tuple_get(lazy_get(v)->arg);
	bool native = depth > 0 && !lazy_get(v)->strict;
	for (uint32_t i = 0; native && i < iters->len; i++)
		native = iter_native_within(vm, iters->at[i], depth - 1);
	return native;
}

static value enumerate_native_next(struct vm *vm, value v)
{
	struct lazy_iter *it = lazy_get(v);
	value item = ops_next(vm, it->arg);
	if (item == V_STOP || item == V_ERROR)
		return item;
	return tuple_pack(vm, 2, int_make(vm, it->count++), item);
}

static value zip_native_next(struct vm *vm, value v)
{
	struct tuple *iters = tuple_get(lazy_get(v)->arg);
	value items = tuple_new(vm, iters->len);
	for (uint32_t i = 0; i < iters->len; i++) {
		value item = ops_next(vm, iters->at[i]);
		if (item == V_STOP || item == V_ERROR) {
			value_drop(vm, items);
			return item;
		}
		tuple_get(items)->at[i] = item;
	}
	return items;
}

/* Those whose next item may need the program: the library gets at it. */
static value enumerate_next(struct vm *vm, value v)
{
	return iter_is_native(vm, v)
		? enumerate_native_next(vm, v)
		: vm_tail(vm, LIB_ENUMERATE_NEXT, (value[]){ v, lazy_get(v)->arg }, 2);
}

static value zip_next(struct vm *vm, value v)
{
	const struct lazy_iter *it = lazy_get(v);
	if (tuple_get(it->arg)->len == 0)
		return V_STOP;
	return iter_is_native(vm, v)
		? zip_native_next(vm, v)
		: vm_tail(vm, LIB_ZIP_NEXT, (value[]){ it->arg, bool_make(it->strict) }, 2);
}

static value map_next(struct vm *vm, value v)
{
	const struct lazy_iter *it = lazy_get(v);
	return vm_tail(vm, LIB_MAP_NEXT, (value[]){ it->func, it->arg }, 2);
}

static value filter_next(struct vm *vm, value v)
{
	const struct lazy_iter *it = lazy_get(v);
	return vm_tail(vm, LIB_FILTER_NEXT, (value[]){ it->func, it->arg }, 2);
}

static value call_iter_next(struct vm *vm, value v)
{
	const struct lazy_iter *it = lazy_get(v);
	return it->func == V_NONE
		? V_STOP
		: vm_tail(vm, LIB_CALL_ITER_NEXT, (value[]){ v, it->func, it->arg }, 3);
}

static void lazy_iter_drop(struct vm *vm, struct obj *o)
{
	struct lazy_iter *i = (struct lazy_iter *)o;
	value_drop(vm, i->arg);
	value_drop(vm, i->func);
}

static void lazy_iter_traverse(const struct visit *v, const struct obj *o)
{
	visit(v, ((const struct lazy_iter *)o)->func);
	visit(v, ((const struct lazy_iter *)o)->arg);
}

const struct kind call_iter_kind = {
	.name = "callable_iterator",
	.drop = lazy_iter_drop,
	.traverse = lazy_iter_traverse,
	.flags = KIND_ITERATOR,
	.slots = SLOT_ITER | SLOT_NEXT,
	.iter = iter_itself,
	.next = call_iter_next,
};

const struct kind enumerate_kind = {
	.name = "enumerate",
	.drop = lazy_iter_drop,
	.traverse = lazy_iter_traverse,
	.flags = KIND_ITERATOR | KIND_BUILTIN,
	.slots = SLOT_ITER | SLOT_NEXT,
	.iter = iter_itself,
	.next = enumerate_next,
	.native = enumerate_native,
	.construct = construct_enumerate,
};

const struct kind zip_kind = {
	.name = "zip",
	.drop = lazy_iter_drop,
	.traverse = lazy_iter_traverse,
	.flags = KIND_ITERATOR | KIND_BUILTIN,
	.slots = SLOT_ITER | SLOT_NEXT,
	.iter = iter_itself,
	.next = zip_next,
	.native = zip_native,
	.construct = construct_zip,
};

const struct kind map_kind = {
	.name = "map",
	.drop = lazy_iter_drop,
	.traverse = lazy_iter_traverse,
	.flags = KIND_ITERATOR | KIND_BUILTIN,
	.slots = SLOT_ITER | SLOT_NEXT,
	.iter = iter_itself,
	.next = map_next,
	.construct = construct_map,
};

const struct kind filter_kind = {
	.name = "filter",
	.drop = lazy_iter_drop,
	.traverse = lazy_iter_traverse,
	.flags = KIND_ITERATOR | KIND_BUILTIN,
	.slots = SLOT_ITER | SLOT_NEXT,
	.iter = iter_itself,
	.next = filter_next,
	.construct = construct_filter,
};
