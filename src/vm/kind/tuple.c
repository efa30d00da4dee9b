/* tuple. */

#include "vm/kind/seq.h"

#include "vm/kind/arguments.h"
#include "vm/kind/iter.h"

#include "vm/value/depth.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/type.h"

#include <stdarg.h>
#include <stddef.h>

static struct tuple *alloc(struct vm *vm, uint32_t n)
{
	struct tuple *t = obj_new_raw(
		vm, OBJ_TUPLE, offsetof(struct tuple, at) + n * sizeof t->at[0]);
	t->type = NULL;
	t->attrs = NULL;
	t->len = n;
	return t;
}

static bool is_shared_empty(const struct vm *vm, uint32_t n)
{
	return n == 0 && vm->empty_tuple != 0 && vm->empty_tuple != V_UNSET;
}

value tuple_new(struct vm *vm, uint32_t n)
{
	if (is_shared_empty(vm, n))
		return value_keep(vm->empty_tuple);
	struct tuple *t = alloc(vm, n);
	for (uint32_t i = 0; i < n; i++)
		t->at[i] = V_NONE;
	return obj_value(t);
}

value tuple_from(struct vm *vm, const value *items, uint32_t n)
{
	if (is_shared_empty(vm, n))
		return value_keep(vm->empty_tuple);
	struct tuple *t = alloc(vm, n);
	for (uint32_t i = 0; i < n; i++)
		t->at[i] = value_keep(items[i]);
	return obj_value(t);
}

value tuple_pack(struct vm *vm, uint32_t n, ...)
{
	struct tuple *t = alloc(vm, n);
	va_list ap;
	va_start(ap, n);
	for (uint32_t i = 0; i < n; i++)
		t->at[i] = va_arg(ap, value);
	va_end(ap);
	return obj_value(t);
}

static value tuple_slice(struct vm *vm, value tuple, value slice)
{
	int64_t start, stop, step, count;
	struct tuple *t = tuple_get(tuple);
	if (!slice_resolve(vm, slice, t->len, &start, &stop, &step, &count))
		return V_ERROR;
	if (step == 1 && count == t->len && !(t->obj.flags & OBJ_TYPED))
		return value_keep(tuple);
	if (step == 1)
		return tuple_from(vm, t->at + start, (uint32_t)count);
	value r = tuple_new(vm, (uint32_t)count);
	for (int64_t i = 0; i < count; i++)
		tuple_get(r)->at[i] = value_keep(t->at[start + i * step]);
	return r;
}

value tuple_get_item(struct vm *vm, value tuple, value index)
{
	int64_t i;
	if (is_kind(index, OBJ_SLICE))
		return tuple_slice(vm, tuple, index);
	if (!seq_index(vm, index, tuple_get(tuple)->len, "tuple", &i))
		return V_ERROR;
	return value_keep(tuple_get(tuple)->at[i]);
}

/* CPython 3.11's (Objects/tupleobject.c): a cut-down xxHash of the items' hashes. */
static uint64_t mix(uint64_t acc, uint64_t hash)
{
	acc += hash * 14029467366897019727u;
	return (acc << 31 | acc >> 33) * 11400714785074694791u;
}

#define TUPLE_HASH_START 2870177450012600261u

static uint64_t mix_end(uint64_t acc, uint64_t n)
{
	acc += n ^ (TUPLE_HASH_START ^ 3527539u);
	return acc == (uint64_t)-1 ? 1546275796u : acc;
}

bool tuple_hash(struct vm *vm, value tuple, uint64_t *hash)
{
	const struct tuple *t = tuple_get(tuple);
	uint64_t acc = TUPLE_HASH_START;
	bool good = depth_enter(vm, "");
	if (!good)
		return false;
	for (uint32_t i = 0; good && i < t->len; i++) {
		uint64_t item;
		good = ops_hash_now(vm, t->at[i], &item);
		acc = good ? mix(acc, item) : acc;
	}
	depth_leave(vm);
	*hash = mix_end(acc, t->len);
	return good;
}

static value tuple_count(struct vm *vm, value self, const struct args *a)
{
	const struct tuple *t = tuple_get(self);
	int64_t n = 0;
	for (uint32_t i = 0; i < t->len; i++) {
		int equal = item_equal(vm, t->at[i], a->at[0]);
		if (equal < 0)
			return V_ERROR;
		n += equal;
	}
	return small_make(n);
}

static value tuple_index(struct vm *vm, value self, const struct args *a)
{
	const struct tuple *t = tuple_get(self);
	int64_t start, stop;
	if (!args_bounds(vm, a, 1, t->len, &start, &stop))
		return V_ERROR;
	for (int64_t i = start; i < stop; i++) {
		int equal = item_equal(vm, t->at[i], a->at[0]);
		if (equal != 0)
			return equal < 0 ? V_ERROR : small_make(i);
	}
	return raise_value(vm, "tuple.index(x): x not in tuple");
}

const struct native_def tuple_methods[] = {
	{ "count", tuple_count, 1, 1, false, "How many items equal the value." },
	{ "index", tuple_index, 1, 3, false, "The first index of the value." },
	{ 0 },
};

static void tuple_drop(struct vm *vm, struct obj *o)
{
	struct tuple *t = (struct tuple *)o;
	kind_drop_attrs(vm, o);
	kind_drop_backwards(vm, t->at, t->len);
	kind_drop_type(vm, o);
}

static void tuple_traverse(const struct visit *v, const struct obj *o)
{
	kind_visit_typed(v, o);
	visit_backwards(v, ((const struct tuple *)o)->at, ((const struct tuple *)o)->len);
}

static value tuple_of_list(struct vm *vm, value list)
{
	if (list == V_ERROR || list == V_PENDING)
		return list;
	value t = tuple_from(vm, list_get(list)->at, list_get(list)->len);
	value_drop(vm, list);
	return t;
}

static value tuple_construct(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	if (!args_count(vm, "tuple", a, 0, 1))
		return V_ERROR;
	if (a->n == 0)
		return value_keep(vm->empty_tuple);
	if (is_kind(a->at[0], OBJ_TUPLE) && !type_is_heap_instance(a->at[0]))
		return value_keep(a->at[0]);
	value list;
	list_fill(vm, list_new(vm, 0), a->at[0], LIB_TUPLE_FROM, &list);
	return tuple_of_list(vm, list);
}

static value tuple_make(struct vm *vm, struct type *t, const struct args *a)
{
	value items = a->n == 0 ? value_keep(vm->empty_tuple) : tuple_from_any(vm, a->at[0]);
	if (items == V_ERROR)
		return V_ERROR;
	struct tuple *own = alloc(vm, tuple_get(items)->len);
	for (uint32_t i = 0; i < own->len; i++)
		own->at[i] = value_keep(tuple_get(items)->at[i]);
	value_drop(vm, items);
	return kind_typed(obj_value(own), t);
}

static int64_t tuple_len(value v)
{
	return tuple_get(v)->len;
}

const struct kind tuple_kind = {
	.name = "tuple",
	.attrs = offsetof(struct tuple, attrs),
	.flags = KIND_BUILTIN | KIND_BASE | KIND_GENERIC | KIND_METHODS | KIND_INDEXED |
		KIND_ORDERS | KIND_OWN_ATTRS,
	.drop = tuple_drop,
	.traverse = tuple_traverse,
	.slots = SLOT_SIZED | SLOT_ITEM | SLOT_ITER | SLOT_CONCAT | SLOT_CONTAINS,
	.methods = tuple_methods,
	.repr = seq_repr,
	.len = tuple_len,
	.contains = seq_contains,
	.compare = seq_compare,
	.concat = seq_concat,
	.repeat = seq_repeat,
	.hash = tuple_hash,
	.get_item = tuple_get_item,
	.iter = iter_of_tuple,
	.reversed = iter_back,
	.construct = tuple_construct,
	.make = tuple_make,
};
