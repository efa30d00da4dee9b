#ifndef COSUB_VM_CORO_H
#define COSUB_VM_CORO_H

/* Coroutines: their states, their ends. */

#include "vm/frame.h"

/* A coroutine-kind frame that is not finished has lost its last reference; it
 * has one again and is OBJ_DOOMED.  True: it was queued to be closed, and the
 * queue owns that reference; false: it can be freed at once. */
bool coro_doom(struct vm *vm, struct frame *f);

/* A frame is about to be freed; its registers are still there. */
void frame_released(struct vm *vm, struct frame *f);

/* Drops what an ASYNC_GEN_STEP, COROUTINE_WRAPPER or GREENLET holds. */
void coro_drop_parts(struct vm *vm, struct obj *o);

#endif
