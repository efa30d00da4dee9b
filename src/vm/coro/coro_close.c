/* Coroutines: throwing into them, closing them, and their death. */

#include "vm/coro/async_gen.h"
#include "vm/coro/chain.h"
#include "vm/coro/coro.h"
#include "vm/coro/greenlet.h"
#include "vm/kind/dict.h"
#include "vm/kind/seq.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/special.h"
#include "vm/value/type.h"

#include <assert.h>
#include <string.h>

/* Throwing. */

static bool is_started(const struct frame *f)
{
	return f->pc != f->proto->instrs;
}

/* The iterator that f, the tip of its chain, delegates to and that is not a
 * part of the chain; V_NONE if f does not delegate. */
static value foreign_delegate(const struct frame *f)
{
	value it = coro_delegate(f);
	if (is_obj(it) && is_coroutine_kind(obj_kind(it)) &&
		((struct frame *)obj_get(it))->state == CORO_FINISHED)
		return V_NONE;
	return it;
}

/* GeneratorExit does not pass through a chain: each frame is closed, the
 * innermost first, with a GeneratorExit of its own. */
static value exit_for_tip(struct vm *vm, struct frame *g, struct frame *tip, value exc, bool close)
{
	if (!exception_is(vm, exc, VM_EXC(vm, GeneratorExit)))
		return exc;
	if (close || tip != g)
		tip->flags |= FRAME_CLOSING;
	if (close || tip == g)
		return exc;
	struct thrown t = { g, exc };
	array_push(&vm->thrown, t);
	return obj_value(exception_new(vm, VM_EXC(vm, GeneratorExit), vm->empty_tuple));
}

/* An async generator is no part of what is closed with a coroutine that awaits
 * a step of it: the step is given up, the generator stays where it is, with
 * what it delegates to, until its own end. */
static void leave_async_generator(struct frame *g)
{
	struct frame *cut = NULL;
	for (struct frame *f = g->link; f != g; f = f->back)
		if (f->obj.kind == OBJ_ASYNC_GENERATOR)
			cut = f;
	if (cut)
		chain_cut(g, cut);
}

/* Runs g's chain from the innermost frame on with exc (given away) raised there. */
static value throw_into(
	struct vm *vm, struct frame *g, value exc, enum continuation continuation, bool close)
{
	if (!g->back && !(g->flags & FRAME_LOST_TIP) &&
		exception_is(vm, exc, VM_EXC(vm, GeneratorExit)))
		leave_async_generator(g);
	struct frame *tip = coro_begin(vm, g, continuation);
	if (!tip) {
		value_drop(vm, exc);
		return V_ERROR;
	}
	tip->thrown = tip != g;
	coro_throw_at(vm, g, tip, exc, close);
	return V_PENDING;
}

/* Whether iterator it has a method throw. */
static bool has_throw(struct vm *vm, value it)
{
	struct dict **attrs = special_attrs(vm, it);
	return type_find(type_of(vm, it), VM_STR(vm, throw_)) != V_UNSET ||
		(attrs && *attrs && dict_find_name(*attrs, VM_STR(vm, throw_)) != V_UNSET);
}

bool coro_hands_throw_on(struct vm *vm, struct frame *g)
{
	value it = coro_state(g) == CORO_SUSPENDED ? foreign_delegate(g->back ? g : g->link)
						   : V_NONE;
	return it != V_NONE && !(is_obj(it) && is_coroutine_kind(obj_kind(it))) &&
		has_throw(vm, it);
}

/* Whether iterator it has to be asked when exc is thrown into what delegates to it. */
static bool takes_part(struct vm *vm, value it, value exc)
{
	return has_throw(vm, it) || exception_is(vm, exc, VM_EXC(vm, GeneratorExit)) ||
		type_find_special(vm, it, VM_STR(vm, __getattr__)) != V_UNSET;
}

void coro_raise_thrown(struct vm *vm, const struct frame *f, value exc)
{
	vm_raise_value(vm, exc);
	vm->exc_thrown = true;
	vm->exc_passing = !chain_handles(f);
}

void coro_throw_at(struct vm *vm, struct frame *g, struct frame *tip, value exc, bool close)
{
	exc = exit_for_tip(vm, g, tip, exc, close);
	value it = is_started(tip) ? foreign_delegate(tip) : V_NONE;
	if (!is_started(tip) && vm_watched(vm)) {
		tip->how = HOW_THROW;
		tip->flags |= FRAME_SHOWN;
		tell_frame(vm, EVENT_CALL, tip, V_UNSET);
	}
	if (it == V_NONE || !takes_part(vm, it, exc)) {
		coro_raise_thrown(vm, tip, exc);
		vm->exc_passing &= !close;
		return;
	}
	value as = vm->thrown_as == V_UNSET ? tuple_from(vm, &exc, 1) : value_keep(vm->thrown_as);
	vm_tail(vm, LIB_DELEGATE_THROW, (value[]){ it, exc, as }, 3);
	value_drop(vm, as);
	value_drop(vm, exc);
}

value coro_throw(struct vm *vm, struct frame *g, value exc, enum continuation continuation)
{
	if (g->state == CORO_FINISHED && g->obj.kind != OBJ_COROUTINE) {
		vm_raise_value(vm, exc);
		vm->exc_passing = true;
		return V_ERROR;
	}
	if (!coro_resumable(vm, g, V_NONE)) {
		value_drop(vm, exc);
		return V_ERROR;
	}
	return throw_into(vm, g, exc, continuation, false);
}

value coro_throw_refused(
	struct vm *vm, struct frame *g, value error, enum continuation continuation)
{
	bool delegates = coro_state(g) == CORO_SUSPENDED && !g->back &&
		!(g->flags & FRAME_LOST_TIP) && g->link != g;
	struct frame *tip = delegates ? coro_begin(vm, g, continuation) : NULL;
	if (!tip) {
		vm_raise_value(vm, error);
		return V_ERROR;
	}
	tip->thrown = 1;
	coro_set_state(tip, CORO_SUSPENDED);
	struct frame *d = chain_pop(vm, tip);
	vm_raise_value(vm, error);
	vm->exc_thrown = true;
	/* What d delegated to is dropped first, and ends, if nobody else holds it. */
	value it = d->regs[d->pc[-1].b];
	d->regs[d->pc[-1].b] = V_UNSET;
	value_drop(vm, it);
	return V_PENDING;
}

/* Closing. */

/* Whether closing g runs no code at all: it has not begun, or is suspended
 * where no handler stands. */
static bool nothing_to_run(const struct frame *g)
{
	if (!is_started(g))
		return true;
	if (coro_delegate(g) != V_NONE)
		return false;
	const struct code *c = g->proto->code;
	uint32_t at = (uint32_t)(g->pc - g->proto->instrs) - 1;
	for (uint32_t i = 0; i < c->nhandlers; i++)
		if (c->handlers[i].start <= at && at < c->handlers[i].end)
			return false;
	return true;
}

static bool is_told(const struct vm *vm, const struct frame *g)
{
	return vm_watched(vm) && (!(g->flags & FRAME_LIBRARY) || vm->options.library);
}

value coro_close(struct vm *vm, struct frame *g, enum continuation continuation)
{
	if (g->state == CORO_FINISHED)
		return V_NONE;
	if (!coro_resumable(vm, g, V_NONE))
		return V_ERROR;
	if (!is_told(vm, g) && !g->back && nothing_to_run(g)) {
		coro_set_state(g, CORO_FINISHED);
		frame_leave(vm, g);
		return V_NONE;
	}
	value exc = obj_value(exception_new(vm, VM_EXC(vm, GeneratorExit), vm->empty_tuple));
	return throw_into(vm, g, exc, continuation, true);
}

/* Death. */

static bool never_awaited(const struct frame *f)
{
	return f->obj.kind == OBJ_COROUTINE && f->state == CORO_CREATED;
}

bool coro_doom(struct vm *vm, struct frame *f)
{
	if (f->obj.kind == OBJ_FRAME || f->state == CORO_FINISHED || f->obj.flags & OBJ_DOOMED)
		return false;
	bool hook = f->obj.kind == OBJ_ASYNC_GENERATOR && async_gen_doom(f);
	if (!hook && !never_awaited(f) && !is_told(vm, f) && nothing_to_run(f))
		return false;
	f->obj.refs = 1;
	f->obj.flags |= OBJ_DOOMED;
	array_push(&vm->finalizer_queue, &f->obj);
	vm->attention = true;
	return true;
}

bool coro_on_death(struct vm *vm, struct obj *o)
{
	o->flags = (uint8_t)((o->flags & ~OBJ_MOURNED) | OBJ_DOOMED);
	if (vm->on_death == V_NONE || o->kind != OBJ_INSTANCE)
		return false;
	o->refs = 1;
	array_push(&vm->finalizer_queue, o);
	vm->attention = true;
	return true;
}

bool coro_doom_held(struct vm *vm, struct obj *o)
{
	uint32_t refs = o->refs;
	bool finalizer_queue = o->flags & OBJ_MOURNED
		? coro_on_death(vm, o)
		: is_coroutine_kind((enum obj_kind)o->kind) && coro_doom(vm, (struct frame *)o);
	o->refs = refs + finalizer_queue;
	return finalizer_queue;
}

static void warn_never_awaited(struct vm *vm, const struct frame *f)
{
	struct sbuf b = vm_text(vm);
	exception_warn_never_awaited(vm, f, &b);
	vm_write(vm, 2, b.text, b.len);
	sbuf_fini(&b);
}

void coro_hold(struct vm *vm)
{
	if (vm->exc == V_UNSET)
		return;
	struct frame *f = vm->frame;
	struct held h = { f, f ? f->pc : NULL, vm->exc_place, vm->exc, vm->exc_again,
		vm->exc_passing, vm->exc_library, vm->exc_thrown, vm->exc_entries };
	array_push(&vm->held, h);
	if (h.place)
		f->pc = h.place;
	vm->exc = V_UNSET;
	vm_exc_is_new(vm);
}

static struct floor *top_floor(const struct vm *vm)
{
	return vm->floors.len ? &vm->floors.at[vm->floors.len - 1] : NULL;
}

/* Back to those among which the top one was found; what is left of those that
 * died through it comes behind them. */
static void step_back(struct vm *vm)
{
	struct finalizer_queue *d = &vm->finalizer_queue;
	struct floor was = vm->floors.at[--vm->floors.len];
	size_t left = d->len - vm->finalizer_floor;
	memmove(d->at + was.base, d->at + vm->finalizer_floor, left * sizeof *d->at);
	d->len = was.base + left;
	vm->finalizer_floor = was.next;
	if (vm->floors.len == 0 && left == 0 && was.next == d->len)
		d->len = vm->finalizer_floor = 0;
}

/* The one that was being ended has ended.  What died through it and is not ended
 * yet comes before those that died with it. */
static void end_top(struct vm *vm)
{
	struct floor *top = top_floor(vm);
	while (top && top->over) {
		step_back(vm);
		top = top_floor(vm);
	}
	assert(top && "what has ended was being ended");
	bool waits = top->next < top->base;
	if (waits && vm->finalizer_queue.len > vm->finalizer_floor) {
		top->over = true;
		return;
	}
	do {
		step_back(vm);
		top = top_floor(vm);
	} while (top && top->over && vm->finalizer_queue.len == vm->finalizer_floor);
}

void coro_buried(struct vm *vm)
{
	end_top(vm);
	vm->attention = vm->finalizer_queue.len > vm->finalizer_floor || vm->limit_text;
	if (!vm->held.len || vm->held.at[vm->held.len - 1].frame != vm->frame)
		return;
	struct held h = vm->held.at[--vm->held.len];
	if (h.place)
		h.frame->pc = h.pc;
	vm->exc = h.exc;
	vm->exc_place = h.place;
	vm->exc_again = h.again;
	vm->exc_passing = h.passing;
	vm->exc_library = h.library;
	vm->exc_thrown = h.thrown;
	vm->exc_entries = h.entries;
}

void coro_run_finalizer_by(struct vm *vm, value callable, struct obj *o)
{
	struct frame *f = frame_of_call(
		vm, callable, tuple_from(vm, (value[]){ obj_value(o) }, 1), V_UNSET);
	coro_hold(vm);
	if (frame_enter(vm, f, CONTINUE_FINALIZE))
		return;
	frame_discard(vm, f);
	coro_report_ignored(vm, o);
	coro_buried(vm);
}

/* Whether f, which died, has ended already. */
static bool finalize_frame(struct vm *vm, struct frame *f)
{
	if (never_awaited(f)) {
		warn_never_awaited(vm, f);
		return true;
	}
	if (f->obj.kind == OBJ_ASYNC_GENERATOR && async_gen_doom(f)) {
		async_gen_run_finalizer(vm, f);
		return false;
	}
	coro_hold(vm);
	value r = coro_close(vm, f, CONTINUE_FINALIZE);
	if (r == V_ERROR)
		coro_report_ignored(vm, f);
	return r != V_PENDING;
}

void coro_run_finalizer(struct vm *vm)
{
	struct obj *o = vm->finalizer_queue.at[vm->finalizer_floor];
	struct floor floor = { vm->finalizer_floor + 1, vm->finalizer_queue.len, false };
	bool ended = false;
	array_push(&vm->floors, floor);
	vm->finalizer_floor = vm->finalizer_queue.len;
	vm->attention = vm->limit_text;
	if (o->kind == OBJ_GREENLET)
		greenlet_run_finalizer(vm, (struct greenlet *)o);
	else if (o->kind == OBJ_INSTANCE)
		coro_run_finalizer_by(vm, vm->on_death, o);
	else
		ended = finalize_frame(vm, (struct frame *)o);
	obj_drop(vm, o);
	if (ended)
		coro_buried(vm);
}

/* The frame that CPython blames for what is ignored now: the innermost of Python code, of the
 * program or of what is Python there too; NULL at the end. */
static struct frame *blamed_frame(const struct vm *vm)
{
	struct frame *f = vm->frame;
	while (f && f->flags & FRAME_LIBRARY && !(f->proto->module && f->proto->module->python))
		f = f->back;
	return f;
}

void coro_report_ignored(struct vm *vm, void *o)
{
	value exc = vm_catch(vm);
	struct frame *f = blamed_frame(vm);
	if (f && !exception_get(exc)->tb)
		exception_add_place(vm, exc, f);
	struct sbuf b = vm_text(vm);
	sbuf_str(&b, "Exception ignored in: ");
	if (!ops_repr_now(vm, obj_value(o), &b))
		value_drop(vm, vm_catch(vm));
	sbuf_char(&b, '\n');
	exception_print_ignored(vm, exc, &b);
	vm_write(vm, 2, b.text, b.len);
	sbuf_fini(&b);
	value_drop(vm, exc);
}
