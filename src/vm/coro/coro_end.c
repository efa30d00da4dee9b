/* Coroutines and functions: how a frame ends, and who gets its result. */

#include "vm/coro/async_gen.h"
#include "vm/coro/chain.h"
#include "vm/coro/coro.h"
#include "vm/coro/frame_object.h"
#include "vm/value/machine.h"

#include <assert.h>

value coro_take_thrown(struct vm *vm, const struct frame *root)
{
	for (size_t i = vm->thrown.len; i-- > 0;) {
		if (vm->thrown.at[i].root != root)
			continue;
		value exc = vm->thrown.at[i].exc;
		vm->thrown.at[i] = vm->thrown.at[--vm->thrown.len];
		return exc;
	}
	return V_UNSET;
}

/* The delegator of a frame that was closed is closed next: with an exception of
 * its own, or, if it is the root that throw(GeneratorExit) was called on, with
 * the one that was thrown. */
static void close_next(struct vm *vm, struct frame *d)
{
	assert(d == vm->frame && "the delegator runs");
	value exc = d == d->link ? coro_take_thrown(vm, d) : V_UNSET;
	if (exc != V_UNSET) {
		coro_raise_thrown(vm, d, exc);
		return;
	}
	d->flags |= FRAME_CLOSING;
	vm_raise_args(vm, VM_EXC(vm, GeneratorExit), vm->empty_tuple);
}

/* Whether the end of g is told in d though it gave nothing: an awaited
 * coroutine's is, and so is that of what a library object is awaited with. */
static bool ends_loudly(const struct frame *g, const struct frame *d)
{
	assert(d->pc[-1].op == OP_DELEGATE && "the frame delegates");
	return d->pc[-1].c == SUSPEND_AWAIT &&
		(g->obj.kind == OBJ_COROUTINE || g->flags & FRAME_LIBRARY);
}

/* g, to which the now running d delegated, returned v. */
static void delegate_returned(struct vm *vm, struct frame *g, struct frame *d, value v)
{
	if (g->flags & FRAME_CLOSING) {
		value_drop(vm, v);
		close_next(vm, d);
		return;
	}
	if (g->obj.kind == OBJ_ASYNC_GENERATOR) {
		bool aclose = g->flags & FRAME_ACLOSE;
		g->flags &= (uint16_t) ~(FRAME_ACLOSE | FRAME_BUSY);
		value_drop(vm, v);
		if (aclose)
			chain_delegation_ended(vm, d, V_NONE, true);
		else
			vm_raise_args(vm, VM_EXC(vm, StopAsyncIteration), vm->empty_tuple);
		return;
	}
	chain_delegation_ended(vm, d, v, v != V_NONE || g->flags & FRAME_SENT || ends_loudly(g, d));
}

void coro_delegate_returned(struct vm *vm, value v)
{
	struct frame *d = vm->frame;
	delegate_returned(vm, chain_frame_of(coro_delegate(d)), d, v);
}

/* Whether something died that is to be ended before the next step. */
static bool has_dead(const struct vm *vm)
{
	return vm->finalizer_queue.len > vm->finalizer_floor;
}

/* An async generator that was run by hand came to its end. */
static void async_root_ended(struct vm *vm, struct frame *g, value v)
{
	value_drop(vm, v);
	if (g->flags & FRAME_ACLOSE)
		vm_raise_stop(vm, V_NONE);
	else
		vm_raise_args(vm, VM_EXC(vm, StopAsyncIteration), vm->empty_tuple);
	g->flags &= (uint16_t) ~(FRAME_ACLOSE | FRAME_BUSY);
}

/* A generator returned v to the running frame, which called it. */
static void end_iteration(struct vm *vm, value v)
{
	if (has_dead(vm) && vm->frame->pc[-1].op == OP_FOR_ITER)
		deliver_later(vm, vm->frame, v, DELIVER_END);
	else
		deliver_end(vm, v);
}

/* The running frame, a root or plain function, ended with v; its caller runs. */
static void give_result(struct vm *vm, struct frame *f, enum continuation continuation, value v)
{
	switch (continuation) {
	case CONTINUE_DELIVER:
		if (f->obj.kind == OBJ_ASYNC_GENERATOR)
			async_root_ended(vm, f, v);
		else if (is_coroutine_kind((enum obj_kind)f->obj.kind))
			end_iteration(vm, v);
		else
			deliver(vm, v);
		return;
	case CONTINUE_DELEGATE:
		delegate_returned(vm, f, vm->frame, v);
		return;
	case CONTINUE_INIT: {
		value *instance = &vm->frame->regs[vm->frame->pc[-1].b];
		value made = *instance;
		*instance = V_UNSET;
		if (v == V_NONE) {
			deliver(vm, made);
		} else {
			raise_type(vm, "__init__() should return None, not '%T'", v);
			value_drop(vm, v);
			value_drop(vm, made);
		}
		return;
	}
	case CONTINUE_CLASS:
		value_drop(vm, v);
		v = vm->hooks->class_of_body(vm, f);
		if (v != V_ERROR)
			deliver(vm, v);
		return;
	case CONTINUE_MODULE:
		value_drop(vm, v);
		deliver(vm, value_keep(obj_value(f->proto->module)));
		return;
	case CONTINUE_CLOSE:
		value_drop(vm, v);
		deliver(vm, V_NONE);
		return;
	case CONTINUE_GREENLET:
		greenlet_ended(vm, v);
		return;
	case CONTINUE_LEAVE:
	case CONTINUE_MAIN:
		vm->result = v;
		vm->leave = true;
		return;
	case CONTINUE_FINALIZE:
	case CONTINUE_DROP:
		value_drop(vm, v);
		return;
	}
}

/* f, called by `by`, is over: its variables go, unless something shows it. */
static void leave_frame(struct vm *vm, struct frame *f, struct frame *by)
{
	if (is_coroutine_kind((enum obj_kind)f->obj.kind))
		frame_leave(vm, f);
	else if (f->obj.refs == 1)
		frame_clear(vm, f);
	else
		frame_keep_back(f, by);
}

void coro_return(struct vm *vm, value v)
{
	struct frame *f = vm->frame;
	assert(f->state == CORO_RUNNING && v != V_ERROR && "a frame that runs returns a value");
	bool class_body = f->proto->code->flags & CODE_CLASS_BODY;
	if (vm_watched(vm))
		tell_frame(vm, EVENT_RETURN, f, class_body ? V_NONE : v);
	coro_set_state(f, CORO_FINISHED);
	if (f->link != f) {
		struct frame *d = chain_pop(vm, f);
		frame_leave(vm, f);
		if (has_dead(vm))
			deliver_later(vm, d, v, DELIVER_RETURN);
		else
			delegate_returned(vm, f, d, v);
		return;
	}
	enum continuation continuation = (enum continuation)f->continuation;
	struct frame *by = f->back;
	f->back = NULL;
	if (vm->loans.len)
		chain_return_loan(vm, f);
	vm->frame = by;
	if (by)
		coro_set_state(by, CORO_RUNNING);
	if (!class_body)
		leave_frame(vm, f, by);
	give_result(vm, f, continuation, v);
	if (class_body)
		leave_frame(vm, f, by);
	obj_drop(vm, f);
	if (continuation == CONTINUE_FINALIZE)
		coro_buried(vm);
}

/* PEP 479: StopIteration must not leave a generator as such. */
static void convert_stop(struct vm *vm, struct frame *f)
{
	assert(vm->exc != V_UNSET && "an exception is on its way");
	const char *name = NULL;
	if (vm_exc_is(vm, VM_EXC(vm, StopIteration)))
		name = "StopIteration";
	else if (f->obj.kind == OBJ_ASYNC_GENERATOR &&
		vm_exc_is(vm, VM_EXC(vm, StopAsyncIteration)))
		name = "StopAsyncIteration";
	if (!name)
		return;
	value cause = vm_catch(vm);
	vm_raise(vm, VM_EXC(vm, RuntimeError), "%s raised %s", chain_word(f), name);
	struct exception *e = (struct exception *)obj_get(vm->exc);
	value_set(vm, &e->cause, value_keep(cause));
	value_set(vm, &e->context, cause);
	e->suppress_context = true;
}

/* aclose() takes these two ends of an async generator for a success. */
static bool ends_aclose(struct vm *vm, struct frame *g)
{
	bool aclose = g->flags & FRAME_ACLOSE;
	g->flags &= (uint16_t) ~(FRAME_ACLOSE | FRAME_BUSY);
	return aclose &&
		(vm_exc_is(vm, VM_EXC(vm, GeneratorExit)) ||
			vm_exc_is(vm, VM_EXC(vm, StopAsyncIteration)));
}

static bool is_quiet_end(struct vm *vm)
{
	return vm_exc_is(vm, VM_EXC(vm, GeneratorExit)) || vm_exc_is(vm, VM_EXC(vm, StopIteration));
}

/* The root or function f was ended by vm->exc; its caller runs. */
static void give_exception(struct vm *vm, struct frame *f, enum continuation continuation)
{
	switch (continuation) {
	case CONTINUE_CLOSE:
		if (is_quiet_end(vm)) {
			value_drop(vm, vm_catch(vm));
			deliver(vm, V_NONE);
		}
		return;
	case CONTINUE_FINALIZE:
		if (is_quiet_end(vm))
			value_drop(vm, vm_catch(vm));
		else
			coro_report_ignored(vm, f);
		return;
	case CONTINUE_GREENLET:
		greenlet_failed(vm);
		return;
	case CONTINUE_INIT: {
		value *instance = &vm->frame->regs[vm->frame->pc[-1].b];
		value made = *instance;
		*instance = V_UNSET;
		value_drop(vm, made);
		return;
	}
	case CONTINUE_LEAVE:
	case CONTINUE_MAIN:
		vm->result = V_ERROR;
		vm->leave = true;
		return;
	default:
		return;
	}
}

/* Where CPython gives what was thrown a context, it sets the exception anew
 * (_PyErr_ChainStackItem), and the entries of its traceback that no handler has
 * put away are lost. */
static void forget_entries(struct vm *vm)
{
	struct exception *e = (struct exception *)obj_get(vm->exc);
	struct traceback *all = e->tb;
	for (; vm->exc_entries > 0 && e->tb; vm->exc_entries--)
		e->tb = e->tb->next;
	if (e->tb)
		obj_keep(e->tb);
	if (all)
		obj_drop(vm, all);
}

void coro_unwind(struct vm *vm)
{
	struct frame *f = vm->frame;
	assert(f->state == CORO_RUNNING && vm->exc != V_UNSET &&
		"an exception ends a frame that runs");
	bool library = f->flags & FRAME_LIBRARY;
	tell_frame(vm, EVENT_UNWIND, f, vm->exc);
	coro_set_state(f, CORO_FINISHED);
	if (is_coroutine_kind((enum obj_kind)f->obj.kind))
		convert_stop(vm, f);
	vm->exc_passing = true;
	vm->exc_library = library;
	bool aclosed = f->obj.kind == OBJ_ASYNC_GENERATOR && ends_aclose(vm, f);
	if (f->link != f) {
		bool thrown = f->thrown;
		struct frame *d = chain_pop(vm, f);
		/* As if d itself were thrown into: what it handles becomes the context. */
		if (thrown && chain_handles(d)) {
			vm->exc_passing = false;
			forget_entries(vm);
		}
		if (aclosed) {
			value_drop(vm, vm_catch(vm));
			chain_delegation_ended(vm, d, V_NONE, true);
		} else if (f->flags & FRAME_CLOSING && is_quiet_end(vm)) {
			value_drop(vm, vm_catch(vm));
			close_next(vm, d);
		} else if (f->flags & FRAME_CLOSING) {
			value_drop(vm, coro_take_thrown(vm, d->link));
		}
		return;
	}
	enum continuation continuation = (enum continuation)f->continuation;
	struct frame *by = f->back;
	f->back = NULL;
	if (vm->loans.len)
		chain_return_loan(vm, f);
	vm->frame = by;
	if (by)
		coro_set_state(by, CORO_RUNNING);
	if (library && !f->proto->kept)
		frame_clear(vm, f);
	else
		leave_frame(vm, f, by);
	if (aclosed && continuation == CONTINUE_DELIVER) {
		value_drop(vm, vm_catch(vm));
		vm_raise_stop(vm, V_NONE);
	}
	give_exception(vm, f, continuation);
	obj_drop(vm, f);
	if (continuation == CONTINUE_FINALIZE)
		coro_buried(vm);
}
