#ifndef COSUB_VM_EVAL_EVAL_H
#define COSUB_VM_EVAL_EVAL_H

/*
 * The evaluation loop: one for all frames of a machine, so that calls,
 * suspensions and switches never make the C stack deeper.
 */

#include "vm/value/native.h"

/* Runs vm->frame, and whatever frames it calls and resumes, until a frame with
 * CONTINUE_LEAVE or CONTINUE_MAIN has ended: its result, or V_ERROR. */
value eval_run(struct vm *vm);

/* What each machine offers to the storeys below (vm/eval/nested.c). */
extern const struct vm_hooks eval_hooks;

#endif
