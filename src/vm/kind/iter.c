#include "vm/kind/iter.h"

#include "vm/kind/seq.h"
#include "vm/value/exception.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/type.h"

#include <assert.h>

/* Nested zip and enumerate that C follows; deeper ones go through the library. */
enum { NATIVE_DEPTH = 16 };
/* After how many items a loop asks whether the run must end. */
enum { LOOK_UP = 256 };

value iter_new(
	struct vm *vm, enum obj_kind kind, value source, int64_t index, int64_t end, int64_t step)
{
	struct iter *it = obj_new(vm, kind, sizeof *it);
	it->source = value_keep(source);
	it->index = index;
	it->end = end;
	it->step = step;
	return obj_value(it);
}

value iter_lazy_new(struct vm *vm, enum obj_kind kind, value func, value arg)
{
	struct lazy_iter *it = obj_new(vm, kind, sizeof *it);
	it->func = value_keep(func);
	it->arg = value_keep(arg);
	return obj_value(it);
}

value iter_itself(struct vm *vm, value v)
{
	(void)vm;
	return value_keep(v);
}

value iter_plain(struct vm *vm, value v)
{
	const struct kind *k = kind_of(vm, v);
	return k->iter ? k->iter(vm, v) : V_NOT_IMPLEMENTED;
}

value iter_reversed(struct vm *vm, value v)
{
	const struct kind *k = kind_of(vm, v);
	return k->reversed ? k->reversed(vm, v) : V_NOT_IMPLEMENTED;
}

int64_t iter_length_hint(struct vm *vm, value v)
{
	const struct kind *k = kind_of(vm, v);
	return k->length_hint ? k->length_hint(v) : 0;
}

static value instance_iter(struct vm *vm, value v)
{
	value f = type_find_special(vm, v, VM_STR(vm, __iter__));
	if (f == V_NONE)
		return raise_type(vm, "'%T' object is not iterable", v);
	if (is_kind(f, OBJ_FUNCTION) &&
		((struct function *)obj_get(f))->proto->code->flags & CODE_GENERATOR)
		return vm_tail_call(vm, f, &v, 1);
	if (f != V_UNSET)
		return vm_tail(vm, LIB_ITER, &v, 1);
	value it = iter_plain(vm, v);
	if (it != V_NOT_IMPLEMENTED)
		return it;
	if (type_find_special(vm, v, VM_STR(vm, __getitem__)) != V_UNSET)
		return iter_new(vm, OBJ_SEQ_ITER, v, 0, 0, 0);
	return raise_type(vm, "'%T' object is not iterable", v);
}

value ops_iter(struct vm *vm, value v)
{
	if (type_is_heap_instance(v))
		return instance_iter(vm, v);
	value it = iter_plain(vm, v);
	return it != V_NOT_IMPLEMENTED ? it : raise_type(vm, "'%T' object is not iterable", v);
}

value ops_next(struct vm *vm, value v)
{
	const struct kind *k = kind_of(vm, v);
	if (k->next)
		return k->next(vm, v);
	value f = type_find_special(vm, v, VM_STR(vm, __next__));
	if (f == V_UNSET)
		return raise_type(vm, "'%T' object is not an iterator", v);
	return vm_tail_call(vm, f, &v, 1);
}

bool iter_native_within(struct vm *vm, value it, int depth)
{
	const struct kind *k = kind_of(vm, it);
	return k->native ? k->native(vm, it, depth) : k->flags & KIND_NATIVE;
}

bool iter_is_native(struct vm *vm, value it)
{
	return iter_native_within(vm, it, NATIVE_DEPTH);
}

bool iter_is_iterator(struct vm *vm, value it)
{
	return kind_of(vm, it)->flags & KIND_ITERATOR ||
		type_find_special(vm, it, VM_STR(vm, __next__)) != V_UNSET;
}

/* Whether iterating v runs no code of the program; its iterator in *it. */
static int native_iter(struct vm *vm, value v, value *it)
{
	value f = type_find_special(vm, v, VM_STR(vm, __iter__));
	if (f != V_UNSET)
		return 0;
	*it = iter_plain(vm, v);
	if (*it == V_NOT_IMPLEMENTED)
		return 0;
	if (iter_is_native(vm, *it))
		return 1;
	value_drop(vm, *it);
	return 0;
}

int ops_for_each(
	struct vm *vm, value iterable, bool (*f)(struct vm *vm, void *arg, value item), void *arg)
{
	value it, item;
	if (!native_iter(vm, iterable, &it))
		return 0;
	bool going = true;
	for (uint32_t n = 1; going && (item = ops_next(vm, it)) != V_STOP; n++) {
		going = item != V_ERROR && f(vm, arg, item) &&
			(n % LOOK_UP != 0 || vm_charge(vm, LOOK_UP));
		value_drop(vm, item);
	}
	value_drop(vm, it);
	return going ? 1 : -1;
}

bool iter_is_iterable(struct vm *vm, value v)
{
	value f = type_find_special(vm, v, VM_STR(vm, __iter__));
	if (f != V_UNSET)
		return f != V_NONE;
	value it = iter_plain(vm, v);
	if (it == V_NOT_IMPLEMENTED)
		return type_find_special(vm, v, VM_STR(vm, __getitem__)) != V_UNSET;
	value_drop(vm, it);
	return true;
}
