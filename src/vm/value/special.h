#ifndef COSUB_VM_VALUE_SPECIAL_H
#define COSUB_VM_VALUE_SPECIAL_H

/*
 * Attributes of the built-in kinds that are no methods: f.__name__, e.args,
 * slice.start.  A table row each.
 */

#include "vm/value/object.h"

struct special {
	const char *name;
	value (*get)(struct vm *vm, value o); /* owned, V_ERROR; V_UNSET: not there for this one */
	bool (*set)(struct vm *vm, value o,
		value v); /* NULL: read-only; v is V_UNSET for del; false with an exception */
};

/* As set: it is a PyMemberDef of CPython (3.11.2), which refuses in other words
 * than a property does. */
bool special_readonly(struct vm *vm, value o, value v);

/* The row of kind k with that name (a STR), NULL if none. */
const struct special *special_find(const struct vm *vm, enum obj_kind k, value name);

/* The field `attrs` of an object that has one (for some kinds only when it is
 * an instance of a program's class), else NULL. */
struct dict **special_attrs(const struct vm *vm, value o);
/* The dict behind o.__dict__, made if need be (borrowed); NULL if o has none. */
struct dict *special_dict(struct vm *vm, value o);

/* o.__dict__ = v; false with TypeError. */
bool special_set_dict(struct vm *vm, value o, value v);

/* Calls f for the name of every row of kind k. */
void special_names(
	const struct vm *vm, enum obj_kind k, void (*f)(void *arg, const char *name), void *arg);

#endif
