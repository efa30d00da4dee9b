#ifndef COSUB_VM_EVAL_FINALIZE_H
#define COSUB_VM_EVAL_FINALIZE_H

/*
 * The end of a program: what it leaves suspended is closed, in CPython's order.
 *
 * CPython collects garbage twice then: once while all names still stand, which
 * ends what only cycles hold, and once after the modules are gone, when all is
 * garbage.  The collector's list of objects is in the order of their birth, but
 * when an object is found alive only after its turn, through one that was born
 * later (a generator, through the list that was built around it), it goes to
 * the end of the list.  The second time the objects are ended in the order that
 * the first time left.  All names have their values while that goes on.
 */

#include "vm/value/value.h"

#include <stddef.h>

struct vm;

/* last: the exception that ended the program, or V_NONE; given away between the
 * two collections. */
void finalize(struct vm *vm, value last);

/* All names of the program's module lose their values, one after another. */
void finalize_clear_names(struct vm *vm);

/* For tests, the last thing that happens to a machine: takes the names of the
 * program away and counts the objects born after `birth` that are held by more
 * than is to be found; whose references were not all given back. */
size_t finalize_lost(struct vm *vm, uint32_t birth);

#endif
