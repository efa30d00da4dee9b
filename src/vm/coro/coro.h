#ifndef COSUB_VM_CORO_CORO_H
#define COSUB_VM_CORO_CORO_H

/*
 * Coroutines: frames that can be suspended.  Made by calling a generator
 * function or async function, resumed by send (next is send(None)), ended by
 * return, by an exception, by close, or when nobody holds them any more.
 * Sources: PEP 255, 342, 380, 479, 492; CPython 3.11's observable order.
 */

#include "vm/value/event.h"
#include "vm/value/frame.h"
#include "vm/value/native.h"
#include "vm/value/special.h"

#include <assert.h>

extern const char *const coro_state_names[CORO_STATE_COUNT];

/* A frame for a function's code, all registers unset, state CREATED; kind is
 * FRAME or one of the coroutine kinds.  One reference, the caller's. */
struct frame *frame_new(struct vm *vm, struct proto *p, enum obj_kind kind);

/* Makes f the running frame; the one running until now waits for its result.
 * False with RecursionError, and nothing changed. */
bool frame_enter(struct vm *vm, struct frame *f, enum continuation continuation);

/* The changes that are legal: [from][to]. */
extern const bool coro_legal[CORO_STATE_COUNT][CORO_STATE_COUNT];

/* Changes the state; asserts that the step is a legal one. */
static inline void coro_set_state(struct frame *f, enum coro_state s)
{
	assert(coro_legal[f->state][s]);
	f->state = (uint8_t)s;
}

/* The state as a program or a person sees it: never DELEGATING. */
enum coro_state coro_state(const struct frame *f);

/* The frame or other iterator that f delegates to (borrowed), V_NONE if none. */
value coro_delegate(const struct frame *f);

/* g.send(v): V_PENDING, its next yield will be the result and its end raises
 * StopIteration (for FOR_ITER: ends the loop); V_ERROR in a state where it is
 * refused (the exception says why in CPython's words). */
value coro_send(struct vm *vm, struct frame *g, value v, enum continuation continuation);

/* The exception that throw(type, value, traceback) means (owned): an instance
 * as it is, a class called with the value (a tuple: its arguments), or what that
 * call raised.  V_ERROR if it means none. */
value coro_thrown(struct vm *vm, const struct args *a);

/* What throw() was given cannot be raised: error (owned, given away) says so.  It is
 * raised in the frame that delegates to the innermost one of g's chain, which does
 * not run, or in the caller if g is the innermost (CPython's genobject.c). */
value coro_throw_refused(
	struct vm *vm, struct frame *g, value error, enum continuation continuation);

/* Throws exc (owned, given away) into g where it is suspended. */
value coro_throw(struct vm *vm, struct frame *g, value exc, enum continuation continuation);

/* Whether what is thrown into g now goes to an iterator with a throw() of its own. */
bool coro_hands_throw_on(struct vm *vm, struct frame *g);

/* g.close(): throws GeneratorExit and expects the end.  V_NONE when there was
 * nothing to do. */
value coro_close(struct vm *vm, struct frame *g, enum continuation continuation);

/* Makes g the root of what runs next, above the running frame, and gives its
 * tip, which now runs; NULL with RecursionError. */
struct frame *coro_begin(struct vm *vm, struct frame *g, enum continuation continuation);
/* Whether g can be resumed with v now; if not, false with the exception. */
bool coro_resumable(struct vm *vm, struct frame *g, value v);

/* Raises exc (given away) at tip, which runs now, the innermost frame of the
 * chain that g heads; close: as close() does. */
void coro_throw_at(struct vm *vm, struct frame *g, struct frame *tip, value exc, bool close);

/* Suspends the running frame, handing out v (owned, given away). */
void coro_suspend(struct vm *vm, value v, enum suspend_kind why);

/* The running frame ended: with the value v (owned, given away), or by the
 * exception in vm->exc, which then is on its way in the frame that waited. */
void coro_return(struct vm *vm, value v);
void coro_unwind(struct vm *vm);

/* DELEGATE at the running frame's pc[-1]: sends v (owned, given away) to the
 * iterator in its register.  Sets up whatever runs next. */
void coro_delegate_send(struct vm *vm, value v);
/* The iterator of the running frame's DELEGATE ended with v (given away). */
void coro_delegate_done(struct vm *vm, value v);

/* The exception in vm->exc goes to a handler of the running frame, or ends it
 * and goes on outward; one step of that. */
void vm_unwind(struct vm *vm);

/* v (owned, given away) is what the instruction waits for at which the running
 * frame stands (eval.c). */
void deliver(struct vm *vm, value v);
/* Has v (owned, given away) delivered to f, which is about to run: once the
 * instruction of its caller is through, and those that died have been ended. */
void deliver_later(struct vm *vm, struct frame *f, value v, enum delivery_kind kind);
/* v (owned, given away) is what the frame returned that the DELEGATE of the
 * running frame has. */
void coro_delegate_returned(struct vm *vm, value v);

/* The iterator of the FOR_ITER at which the running frame stands has ended;
 * result is what a generator returned (given away). */
void deliver_end(struct vm *vm, value result);

/* What was to be raised in the root once what it delegates to is closed (owned);
 * V_UNSET if nothing was thrown. */
value coro_take_thrown(struct vm *vm, const struct frame *root);

/* A suspended frame lost its last reference.  True if it was queued to be
 * closed (its reference count is one again), false if it can be freed. */
bool coro_doom(struct vm *vm, struct frame *f);
/* The same for an object that is ended though others still hold it: false if
 * there is nothing to end.  Its references stay. */
bool coro_doom_held(struct vm *vm, struct obj *o);
/* An OBJ_MOURNED object lost its last reference: as coro_doom. */
bool coro_on_death(struct vm *vm, struct obj *o);
/* Runs the finalizer of o, an object in the queue: calls callable with it. */
void coro_run_finalizer_by(struct vm *vm, value callable, struct obj *o);
/* Starts to close the first one in the finalizer queue. */
void coro_run_finalizer(struct vm *vm);

/* An exception that is on its way at the running frame is put aside. */
void coro_hold(struct vm *vm);
/* What waited at the running frame while a dead generator was closed goes on. */
void coro_buried(struct vm *vm);
/* Reports vm->exc, which ended the finalisation of object o, on stream 2 and drops it. */
void coro_report_ignored(struct vm *vm, void *o);

/* it.send(v), or next(it) if v is None, for an iterator that is no coroutine
 * kind: as ops_next. */
value coro_foreign_send(struct vm *vm, value it, value v);
/* Tells EXCEPTION with stop: StopIteration(v) merely ends a loop or delegation. */
void coro_tell_stop(struct vm *vm, struct frame *f, value v);

/* What yield from v, await v (where: 0, or 1 and 2 for what __aenter__ and
 * __aexit__ gave), and async for over v delegate to or iterate over; V_PENDING
 * while a method of the program runs: then coro_check_awaitable takes what it
 * gave (given away) for the instruction at. */
value coro_yield_from_iterator(struct vm *vm, struct frame *f, value v);
value coro_await_iterator(struct vm *vm, value v, unsigned where);
value coro_async_iterator(struct vm *vm, value v);
value coro_async_next(struct vm *vm, value it);
value coro_check_awaitable(struct vm *vm, const struct instr *at, value v);

/* Whether await delegates to v as it is: a coroutine, or a step of an async
 * generator. */
bool coro_awaits_itself(value v);
/* v (kept), what an __await__ gave, if it is an iterator and no coroutine. */
value coro_check_await(struct vm *vm, value v);

/* Drops f's variables and tells that it is gone; once per frame. */
void frame_clear(struct vm *vm, struct frame *f);
/* f, of a generator or coroutine, is over: the same, unless something shows it. */
static inline void frame_leave(struct vm *vm, struct frame *f)
{
	if (!f->traced)
		frame_clear(vm, f);
}

/* A traceback shows f, or no longer does.  A function's frame lives as long as
 * one shows it; a generator or coroutine dies when nobody else holds it, and
 * only its variables stay until then (CPython's frame object). */
void frame_trace(struct frame *f);
void frame_untrace(struct vm *vm, struct frame *f);
/* Whether what shows f holds it: a suspended generator is not held. */
static inline bool frame_is_held_shown(const struct frame *f)
{
	return f->state == CORO_FINISHED || !is_coroutine_kind((enum obj_kind)f->obj.kind);
}

/* What a program sees of f (vm/coro/frame_object.h): owned. */
value frame_object(struct vm *vm, struct frame *f);

/* The names and values of a frame: a class body's or module's own dict, else
 * one that is the same each time and shows them as they are now. */
value frame_locals(struct vm *vm, struct frame *f);

/* Frees a frame that never began. */
void frame_discard(struct vm *vm, struct frame *f);

/* A frame that calls callable with args (a tuple) and names (a dict or V_UNSET),
 * both given away; not entered yet.  All three V_UNSET: it calls nothing. */
struct frame *frame_of_call(struct vm *vm, value callable, value args, value names);

/* The exception being handled at f or below (borrowed), V_NONE if none. */
value frame_handled(const struct frame *f);

/* Attributes gi_frame, gi_running, cr_await … : an owned value; V_UNSET if
 * name is none of them. */
value coro_get_attr(struct vm *vm, struct frame *g, value name);

/* Tells the observer, if there is one and f is no library code, of an event of f. */
void tell_frame(struct vm *vm, enum event_kind kind, struct frame *f, value v);

/* Greenlets (greenlet.c): the first frame of the running one ended. */
void greenlet_ended(struct vm *vm, value v);
void greenlet_failed(struct vm *vm);

/* g.send(v) and next(g): the loop knows them. */
native_fn coro_method_send, builtin_next;

extern const struct native_def generator_methods[], coroutine_methods[], frame_methods[];
extern const struct special frame_specials[];

#endif
