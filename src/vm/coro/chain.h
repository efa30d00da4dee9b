#ifndef COSUB_VM_CORO_CHAIN_H
#define COSUB_VM_CORO_CHAIN_H

/* Chains of delegation (see frame.h), for the files of coro.h alone. */

#include "vm/coro/async_gen.h"

/* Whether a frame may stand so deep; if not, RecursionError is set. */
bool depth_allows(struct vm *vm, uint32_t depth);

/* "generator", "coroutine", "async generator". */
const char *chain_word(const struct frame *g);

/* The frame behind v: a coroutine kind, or what a step of an async generator
 * runs; NULL if v is neither. */
static inline struct frame *chain_frame_of(value v)
{
	if (is_obj(v) && is_coroutine_kind(obj_kind(v)))
		return (struct frame *)obj_get(v);
	return is_async_step(v) ? ((struct async_step *)obj_get(v))->gen : NULL;
}

/* Makes a detached frame of g, which ended or left its chain, and its delegator
 * (the result) the tip and the running frame. */
struct frame *chain_pop(struct vm *vm, struct frame *g);

/* Makes g, inside the chain of root, which is suspended, a root of its own; its
 * delegator is the tip of what is left. */
void chain_cut(struct frame *root, struct frame *g);

/* Whether f stands in an except or finally block that an exception began. */
bool chain_handles(const struct frame *f);

/* Raises exc (given away), which was thrown, in f, which runs now: what the
 * thrower handles is no context of it, only what f handles. */
void coro_raise_thrown(struct vm *vm, const struct frame *f, value exc);

/* Leaves the chain at its root; the frame that resumed it runs again. */
void chain_leave(struct vm *vm, struct frame *root);

/* g gave way or ended: whoever it was borrowed from has it back. */
void chain_return_loan(struct vm *vm, struct frame *g);

/* The delegation of the now running d ended with v (given away); loud: CPython
 * tells a StopIteration for it. */
void chain_delegation_ended(struct vm *vm, struct frame *d, value v, bool loud);

#endif
