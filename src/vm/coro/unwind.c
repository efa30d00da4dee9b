/* An exception on its way: to a handler of the running frame, or out of it. */

#include "vm/coro/coro.h"
#include "vm/value/machine.h"

#include <assert.h>

/* The exception being handled where exc is raised becomes its context, unless
 * that would close a circle. */
static void set_context(struct vm *vm, struct frame *f, value exc)
{
	value handled = vm->handling ? frame_handled(f) : V_NONE;
	if (handled == V_NONE || handled == exc)
		return;
	int64_t links = 0;
	/* A circle that the program made is gone round once: slow comes half as far. */
	for (value v = handled, slow = handled; is_obj(v); links++) {
		struct exception *e = (struct exception *)obj_get(v);
		if (e->context == exc) {
			value_set(vm, &e->context, V_NONE);
			break;
		}
		v = e->context;
		if (v == slow)
			break;
		if (links % 2)
			slow = ((struct exception *)obj_get(slow))->context;
	}
	vm_work(vm, links);
	value_set(vm, &((struct exception *)obj_get(exc))->context, value_keep(handled));
}

/* Index of the instruction that raised; -1: the frame has not begun. */
static int64_t place(const struct frame *f)
{
	return f->pc - f->proto->instrs - 1;
}

static const struct handler_range *find_handler(const struct frame *f, int64_t at)
{
	const struct code *c = f->proto->code;
	for (uint32_t i = 0; i < c->nhandlers; i++)
		if (c->handlers[i].start <= at && at < c->handlers[i].end)
			return &c->handlers[i];
	return NULL;
}

static bool is_stop(struct vm *vm)
{
	return vm_exc_is(vm, VM_EXC(vm, StopIteration));
}

static value stop_value(value exc)
{
	value v = ((struct exception *)obj_get(exc))->value;
	return value_keep(v == V_UNSET ? V_NONE : v);
}

/* A step: the exception is raised in f, or arrives in it from a frame that f
 * called or resumed. */
static void tell_exception(struct vm *vm, struct frame *f, bool stop)
{
	if (!vm_watched(vm) || (f->flags & FRAME_LIBRARY && !vm->options.library))
		return;
	if (!(f->flags & FRAME_SHOWN)) {
		f->flags |= FRAME_SHOWN;
		f->how = HOW_THROW;
		tell_frame(vm, EVENT_RESUME, f, V_UNSET);
	}
	struct event e = {
		.kind = EVENT_EXCEPTION,
		.frame = f,
		.line = f->line,
		.value = vm->exc,
		.stop = stop,
		.silent = f->flags & FRAME_SILENT,
	};
	f->flags &= (uint16_t)~FRAME_SILENT;
	vm->observer->event(vm->observer->self, vm, &e);
}

/* StopIteration out of the __next__ that a loop or a delegation called is no
 * error but its end. */
static bool ends_iteration(struct vm *vm, struct frame *f)
{
	if (place(f) < 0)
		return false;
	unsigned op = f->pc[-1].op;
	if ((op != OP_FOR_ITER && op != OP_DELEGATE) || vm->exc_thrown || !is_stop(vm))
		return false;
	value exc = vm->exc, v = stop_value(exc);
	/* What C gives without an exception in CPython, our library raises. */
	bool quiet = vm->exc_library && !((struct exception *)obj_get(exc))->tb && v == V_NONE;
	if (vm_watched(vm) && !(f->flags & FRAME_SHOWN))
		f->flags |= FRAME_SHOWN | FRAME_SILENT;
	else if (!quiet)
		tell_exception(vm, f, true);
	vm_catch(vm);
	if (op == OP_FOR_ITER) {
		value_drop(vm, v);
		deliver_end(vm, V_NONE);
	} else {
		coro_delegate_done(vm, v);
	}
	value_drop(vm, exc);
	return true;
}

/* What an abandoned expression or loop held is dropped, the newest first. */
static void drop_temporaries(struct vm *vm, struct frame *f, unsigned from)
{
	for (unsigned r = f->proto->code->nregs; r-- > from;) {
		value v = f->regs[r];
		if (is_obj(v)) {
			f->regs[r] = V_UNSET;
			value_drop(vm, v);
		}
	}
}

static void enter_handler(struct vm *vm, struct frame *f, const struct handler_range *h, int64_t at)
{
	value exc = vm->exc;
	bool placeless = f->flags & FRAME_PLACELESS;
	if (vm->exc_place)
		at = vm->exc_place - f->proto->instrs - 1;
	vm->exc = V_UNSET;
	vm->exc_entries = 0;
	vm->exc_place = NULL;
	f->flags &= (uint16_t)~FRAME_PLACELESS;
	unsigned r = h->depth;
	if (h->keep_place)
		f->regs[r++] = small_make(((int64_t)f->line << 1 | placeless) << 30 | at);
	f->regs[r] = exc;
	f->pc = f->proto->instrs + h->target;
}

void vm_unwind(struct vm *vm)
{
	struct frame *f = vm->frame;
	int64_t at = place(f);
	const struct handler_range *h = find_handler(f, at);
	if (!vm->exc_again) {
		f->flags &= (uint16_t)~FRAME_PLACELESS;
		vm->exc_place = NULL;
		if (!vm->exc_passing)
			set_context(vm, f, vm->exc);
		if (ends_iteration(vm, f))
			return;
		if (!(f->flags & FRAME_LIBRARY) || f->proto->kept) {
			exception_add_trace(vm, vm->exc, f);
			vm->exc_entries++;
		}
		bool stop = h && f->proto->instrs[h->target].op == OP_END_ASYNC_FOR &&
			vm_exc_is(vm, VM_EXC(vm, StopAsyncIteration));
		tell_exception(vm, f, stop);
	}
	vm->exc_again = vm->exc_passing = vm->exc_library = vm->exc_thrown = false;
	drop_temporaries(vm, f, h ? h->depth : f->proto->nvars);
	if (vm->finalizer_queue.len > vm->finalizer_floor) {
		/* What these held is ended first, while the frame still stands there. */
		vm->exc_again = true;
		return;
	}
	if (h)
		enter_handler(vm, f, h, at);
	else
		coro_unwind(vm);
}
