#ifndef COSUB_VM_KIND_FUNCTION_H
#define COSUB_VM_KIND_FUNCTION_H

/* Functions of the program and of C code, methods, and the cells of closures. */

#include "vm/value/frame.h"
#include "vm/value/native.h"

/* A function of a nested code of the running frame's: takes defaults, keyword
 * defaults and annotations (given away; V_UNSET if none); its cells come from
 * the registers of f that the code names. */
value function_new(struct vm *vm, struct frame *f, struct proto *p, value defaults,
	value kwdefaults, value annotations);
/* A method: func bound to self (both kept). */
value method_new(struct vm *vm, value func, value self);

#endif
