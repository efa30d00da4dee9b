#ifndef COSUB_VM_VALUE_CORO_NAME_H
#define COSUB_VM_VALUE_CORO_NAME_H

/*
 * The names of generators, coroutines and async generators: __name__ and
 * __qualname__.  They are those of the function when it was called (which
 * functools.wraps may have changed), until the program gives others.
 */

#include "vm/value/frame.h"

enum coro_name { CORO_NAME, CORO_QUALNAME, CORO_NAMES };

/* Borrowed, a STR. */
value coro_name(const struct vm *vm, const struct frame *f, enum coro_name which);
/* v, a STR, is kept. */
void coro_set_name(struct vm *vm, struct frame *f, enum coro_name which, value v);
/* f was made by a call of fn. */
void coro_take_names(struct vm *vm, struct frame *f, const struct function *fn);
/* f is about to be freed. */
void coro_forget_names(struct vm *vm, struct frame *f);

#endif
