#ifndef COSUB_VM_KIND_SET_OPS_H
#define COSUB_VM_KIND_SET_OPS_H

/*
 * What sets do with one another and with other iterables, for operators and
 * methods.  b is a set, a dict or any iterable, which is run here; nothing is
 * pending afterwards.  Failure is V_ERROR or false, with the exception set.
 */

#include "vm/value/object.h"

static inline bool is_any_set(value v)
{
	return is_kind(v, OBJ_SET) || is_kind(v, OBJ_FROZENSET);
}
static inline bool is_frozen(value v)
{
	return is_kind(v, OBJ_FROZENSET);
}

/* A set of any iterable (owned). */
value set_of_any(struct vm *vm, value iterable, bool frozen);

/* A new set (owned), frozen if a is. */
value set_intersection(struct vm *vm, value a, value b);
value set_difference(struct vm *vm, value a, value b);
value set_symmetric_difference(struct vm *vm, value a, value b);

/* The same in place. */
bool set_update_now(struct vm *vm, value a, value b);
bool set_difference_update(struct vm *vm, value a, value b);
bool set_symmetric_update(struct vm *vm, value a, value b);

/* Whether b has all of a: 1, 0, -1.  Both are sets or views. */
int set_is_subset(struct vm *vm, value a, value b);

/* set, or V_ERROR in its place if what was done with it failed. */
static inline value set_checked(struct vm *vm, bool good, value set)
{
	if (good)
		return set;
	value_drop(vm, set);
	return V_ERROR;
}

#endif
