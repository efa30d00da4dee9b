/* What yield from, await and async for work on (PEP 380, 492, 525). */

#include "vm/coro/async_gen.h"
#include "vm/coro/coro.h"
#include "vm/kind/iter.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/type.h"

static bool is_iterable_coroutine(value v)
{
	return is_kind(v, OBJ_GENERATOR) && ((struct frame *)obj_get(v))->flags & FRAME_AWAITABLE;
}

/* A delegator stands above the coroutine itself. */
static value wrapped(value v)
{
	return obj_value(obj_keep(((struct async_step *)obj_get(v))->gen));
}

value coro_yield_from_iterator(struct vm *vm, struct frame *f, value v)
{
	if (is_kind(v, OBJ_GENERATOR))
		return value_keep(v);
	if (is_kind(v, OBJ_COROUTINE_WRAPPER))
		return wrapped(v);
	if (is_kind(v, OBJ_COROUTINE)) {
		if (f->obj.kind == OBJ_COROUTINE || is_iterable_coroutine(obj_value(f)))
			return value_keep(v);
		return raise_type(
			vm, "cannot 'yield from' a coroutine object in a non-coroutine generator");
	}
	return ops_iter(vm, v);
}

static value raise_not_awaitable(struct vm *vm, value v, unsigned where)
{
	if (where == 1)
		return raise_type(vm,
			"'async with' received an object from __aenter__ that does not implement "
			"__await__: %T",
			v);
	if (where == 2)
		return raise_type(vm,
			"'async with' received an object from __aexit__ that does not implement "
			"__await__: %T",
			v);
	return raise_type(vm, "object %T can't be used in 'await' expression", v);
}

/* The same; v is given away. */
static value unwrap(struct vm *vm, value v)
{
	value coroutine = wrapped(v);
	value_drop(vm, v);
	return coroutine;
}

/* What __await__ gave must be an iterator and no coroutine. */
static value check_await(struct vm *vm, value v)
{
	if (is_kind(v, OBJ_COROUTINE) || is_iterable_coroutine(v))
		raise_type(vm, "__await__() returned a coroutine");
	else if (!iter_is_iterator(vm, v))
		raise_type(vm, "__await__() returned non-iterator of type '%T'", v);
	else if (is_kind(v, OBJ_COROUTINE_WRAPPER))
		return unwrap(vm, v);
	else
		return v;
	value_drop(vm, v);
	return V_ERROR;
}

value coro_await_iterator(struct vm *vm, value v, unsigned where)
{
	if (is_kind(v, OBJ_COROUTINE)) {
		struct frame *g = (struct frame *)obj_get(v);
		if (coro_state(g) == CORO_SUSPENDED && coro_delegate(g) != V_NONE)
			return vm_raise(
				vm, VM_EXC(vm, RuntimeError), "coroutine is being awaited already");
		return value_keep(v);
	}
	if (is_iterable_coroutine(v) || is_async_step(v))
		return value_keep(v);
	value method = type_find_special(vm, v, VM_STR(vm, __await__));
	if (method == V_UNSET)
		return raise_not_awaitable(vm, v, where);
	value r = vm->hooks->call_method(vm, method, v, &(struct args){ 0 });
	return r == V_ERROR || r == V_PENDING ? r : check_await(vm, r);
}

/* v (given away), what __aiter__ gave, if it is an async iterator. */
static value check_aiter(struct vm *vm, value v)
{
	if (is_kind(v, OBJ_ASYNC_GENERATOR) ||
		type_find_special(vm, v, VM_STR(vm, __anext__)) != V_UNSET)
		return v;
	raise_type(vm,
		"'async for' received an object from __aiter__ that does not implement "
		"__anext__: %T",
		v);
	value_drop(vm, v);
	return V_ERROR;
}

value coro_async_iterator(struct vm *vm, value v)
{
	if (is_kind(v, OBJ_ASYNC_GENERATOR))
		return value_keep(v);
	value method = type_find_special(vm, v, VM_STR(vm, __aiter__));
	if (method == V_UNSET)
		return raise_type(
			vm, "'async for' requires an object with __aiter__ method, got %T", v);
	value r = vm->hooks->call_method(vm, method, v, &(struct args){ 0 });
	return r == V_ERROR || r == V_PENDING ? r : check_aiter(vm, r);
}

/* Whether calling it runs code of the program before there is a result. */
static bool runs_code(value f)
{
	unsigned flags = is_kind(f, OBJ_FUNCTION)
		? ((struct function *)obj_get(f))->proto->code->flags
		: CODE_COROUTINE;
	return !(flags & (CODE_COROUTINE | CODE_GENERATOR | CODE_ASYNC_GENERATOR));
}

/* Anything that fails here is the cause of a TypeError. */
static value invalid_next(struct vm *vm, value awaitable)
{
	value cause = vm_catch(vm);
	raise_type(vm, "'async for' received an invalid object from __anext__: %T", awaitable);
	struct exception *e = (struct exception *)obj_get(vm->exc);
	value_set(vm, &e->context, value_keep(cause));
	value_set(vm, &e->cause, cause);
	e->suppress_context = true;
	vm->exc_passing = true;
	return V_ERROR;
}

bool coro_awaits_itself(value v)
{
	return is_kind(v, OBJ_COROUTINE) || is_iterable_coroutine(v) || is_async_step(v);
}

/* __anext__ may give any awaitable (given away); its iterator is what the loop
 * delegates to. */
static value next_iterator(struct vm *vm, value awaitable)
{
	if (coro_awaits_itself(awaitable))
		return awaitable;
	value r;
	if (runs_code(type_find_special(vm, awaitable, VM_STR(vm, __await__)))) {
		r = vm_tail(vm, LIB_AWAIT_NEXT, &awaitable, 1);
	} else {
		r = coro_await_iterator(vm, awaitable, 0);
		if (r == V_ERROR)
			r = invalid_next(vm, awaitable);
	}
	value_drop(vm, awaitable);
	return r;
}

value coro_async_next(struct vm *vm, value it)
{
	if (is_kind(it, OBJ_ASYNC_GENERATOR))
		return async_gen_next(vm, (struct frame *)obj_get(it));
	value method = type_find_special(vm, it, VM_STR(vm, __anext__));
	if (method == V_UNSET)
		return raise_type(
			vm, "'async for' requires an iterator with __anext__ method, got %T", it);
	if (runs_code(method))
		return vm_tail(vm, LIB_ASYNC_NEXT, &it, 1);
	value r = vm->hooks->call_method(vm, method, it, &(struct args){ 0 });
	return r == V_ERROR || r == V_PENDING ? r : next_iterator(vm, r);
}

value coro_check_await(struct vm *vm, value v)
{
	return check_await(vm, value_keep(v));
}

value coro_check_awaitable(struct vm *vm, const struct instr *at, value v)
{
	switch (at->op) {
	case OP_GET_AWAITABLE:
		return check_await(vm, v);
	case OP_GET_ANEXT:
		/* What the library made of it (LIB_ASYNC_NEXT, LIB_AWAIT_NEXT) is checked. */
		return iter_is_iterator(vm, v) ? v : next_iterator(vm, v);
	case OP_GET_AITER:
		return check_aiter(vm, v);
	default:
		if (iter_is_iterator(vm, v))
			return v;
		raise_type(vm, "iter() returned non-iterator of type '%T'", v);
	}
	value_drop(vm, v);
	return V_ERROR;
}
