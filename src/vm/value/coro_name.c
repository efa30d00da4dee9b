#include "vm/value/coro_name.h"

#include "vm/value/machine.h"

#include <string.h>

/* Few have names of their own: these are in a map, found by the frame's address. */

static uint64_t *own_name(const struct vm *vm, const struct frame *f, enum coro_name which)
{
	return f->renamed ? map_find(&vm->coro_names[which], (uintptr_t)f) : NULL;
}

value coro_name(const struct vm *vm, const struct frame *f, enum coro_name which)
{
	const uint64_t *own = own_name(vm, f, which);
	if (own)
		return (value)*own;
	return which == CORO_QUALNAME ? f->proto->qualname : f->proto->name;
}

void coro_set_name(struct vm *vm, struct frame *f, enum coro_name which, value v)
{
	const uint64_t *own = own_name(vm, f, which);
	value old = own ? (value)*own : V_UNSET;
	map_put(&vm->coro_names[which], (uintptr_t)f, (uint64_t)value_keep(v));
	f->renamed = 1;
	value_drop(vm, old);
}

void coro_take_names(struct vm *vm, struct frame *f, const struct function *fn)
{
	coro_set_name(vm, f, CORO_NAME, fn->name);
	coro_set_name(vm, f, CORO_QUALNAME, fn->qualname);
}

void coro_forget_names(struct vm *vm, struct frame *f)
{
	for (enum coro_name which = 0; which < CORO_NAMES; which++) {
		const uint64_t *own = own_name(vm, f, which);
		value old = own ? (value)*own : V_UNSET;
		map_remove(&vm->coro_names[which], (uintptr_t)f);
		value_drop(vm, old);
	}
}
