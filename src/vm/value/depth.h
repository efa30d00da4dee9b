#ifndef COSUB_VM_VALUE_DEPTH_H
#define COSUB_VM_VALUE_DEPTH_H

/*
 * The recursion of C functions over a program's data (repr, ==, hash of nested
 * containers).  It counts as recursion of the program does, and is bounded once
 * more for the sake of the C stack.
 */

#include "vm/value/object.h"

/* Goes one deeper: false with RecursionError("maximum recursion depth exceeded"
 * and where, which begins with a space or is empty). */
bool depth_enter(struct vm *vm, const char *where);
void depth_leave(struct vm *vm);

/* Begins the repr of a container: 1 begun (repr_leave must follow), 0 it is
 * being made already further out (a cycle), -1 RecursionError. */
int repr_enter(struct vm *vm, value container);
void repr_leave(struct vm *vm);

#endif
