#ifndef COSUB_VM_CORO_ASYNC_GEN_H
#define COSUB_VM_CORO_ASYNC_GEN_H

/*
 * Async generators (PEP 525).  Each of __anext__, asend, athrow and aclose gives
 * an awaitable that runs the generator once, up to its next yield.  While it is
 * awaited the generator's frame stands in the awaiting frame's chain of
 * delegation in its place: an await in the generator suspends the whole chain,
 * a yield ends the await with the value.
 */

#include "vm/value/frame.h"
#include "vm/value/native.h"

enum async_mode { ASYNC_NEXT, ASYNC_THROW, ASYNC_CLOSE };
/* THROWN: an aclose() that was thrown into before it had begun, which it still has not. */
enum async_state { ASYNC_INIT, ASYNC_THROWN, ASYNC_ITERATING, ASYNC_CLOSED };

struct async_step {
	struct obj obj;    /* ASYNC_GEN_STEP, ASYNC_GEN_THROW, COROUTINE_WRAPPER */
	struct frame *gen; /* or the coroutine of a wrapper, which uses nothing else */
	value arg;         /* what is sent, or the arguments of athrow() (a tuple) */
	uint8_t mode, state;
};

/* The awaitable of g.__anext__(): owned. */
value async_gen_next(struct vm *vm, struct frame *g);

/* Whether the step may go on when v is sent to it; if not, false with the
 * exception.  *sent is what goes to the generator; *thrown an exception to be
 * raised in it (owned) or V_UNSET.  The generator is marked busy. */
bool async_step_begin(struct vm *vm, struct async_step *s, value v, value *sent, value *thrown);

/* A step that had begun was refused by the generator, which it could not resume:
 * both are as CPython leaves them. */
void async_step_refused(struct async_step *s);

/* What coroutine.__await__() gives: owned. */
value coro_wrapper_new(struct vm *vm, struct frame *coroutine);
/* next(it) for an ASYNC_GEN_STEP or COROUTINE_WRAPPER. */
value async_step_next(struct vm *vm, value it);

/* The generator g yielded v (given away): its await ends with it. */
void async_gen_yielded(struct vm *vm, value v);

/* An async generator lost its last reference: true if its loop's hook is to be called. */
bool async_gen_doom(const struct frame *g);
void async_gen_run_finalizer(struct vm *vm, struct frame *g);

extern const struct native_def async_generator_methods[], async_step_methods[],
	coroutine_wrapper_methods[];
/* aiter, anext. */
extern const struct native_def async_functions[];

#endif
