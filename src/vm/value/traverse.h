#ifndef COSUB_VM_VALUE_TRAVERSE_H
#define COSUB_VM_VALUE_TRAVERSE_H

/* What objects refer to, and a walk over all that live. */

#include "vm/value/object.h"

typedef void traverse_fn(void *arg, struct obj *o);

/* Calls f for each object that o holds a counted reference to, once for each
 * such reference, in the order in which CPython's collector visits them.
 * Nothing for kinds that never hold another.  (What a traceback shows is counted
 * by frame_trace, for generators not among their references.) */
void traverse(struct obj *o, traverse_fn *f, void *arg);
/* Whether objects of the kind can hold others. */
bool traverse_knows(enum obj_kind k);

/* The dict with o's attributes if nobody but o knows it, else NULL. */
struct dict *traverse_own_attrs(const struct obj *o);

/* Calls f for all objects of the machine that live, in no order that means
 * anything.  f must not make or free any. */
void traverse_all(struct vm *vm, traverse_fn *f, void *arg);

#endif
