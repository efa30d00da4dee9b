#ifndef COSUB_VM_VALUE_ABSTRACT_H
#define COSUB_VM_VALUE_ABSTRACT_H

/*
 * Classes that derive from abc.ABC (PEP 3119).  Those of collections.abc have
 * as members what has certain methods (_abc_methods) or belongs to certain
 * classes (_abc_members), as their __subclasshook__ and register() say in
 * CPython 3.11.
 */

#include "vm/value/object.h"

/* Whether t counts as derived from abc, though it is not. */
bool abstract_has_member(struct vm *vm, const struct type *abc, const struct type *t);

/* Finds out which abstract methods a new class has left (__abstractmethods__). */
void abstract_note(struct vm *vm, struct type *t);

/* TypeError, if t has abstract methods left: false. */
bool abstract_may_make(struct vm *vm, const struct type *t);

#endif
