#ifndef COSUB_VM_VALUE_TRAVERSE_H
#define COSUB_VM_VALUE_TRAVERSE_H

/* What objects refer to, and a walk over all that live. */

#include "vm/value/object.h"

typedef void traverse_fn(void *arg, struct obj *o);

/* Calls f for each object that o holds a counted reference to, once for each
 * such reference, in the order in which CPython's collector visits them.
 * Nothing for kinds that never hold another.  (What a traceback shows is counted
 * by frame_trace, for generators not among their references.) */
void traverse(const struct vm *vm, const struct obj *o, traverse_fn *f, void *arg);
/* Whether objects of o's kind can hold others. */
bool traverse_knows(const struct vm *vm, const struct obj *o);

/* The dict with o's attributes if nobody but o knows it, else NULL. */
struct dict *traverse_own_attrs(const struct vm *vm, const struct obj *o);

/* Calls f for all objects of the machine that live, in no order that means
 * anything.  f must not make or free any. */
void traverse_all(struct vm *vm, traverse_fn *f, void *arg);

/* For the rows of the kinds: who is told of what an object holds. */
struct visit {
	const struct vm *vm;
	traverse_fn *f;
	void *arg;
};

static inline void visit(const struct visit *v, value x)
{
	if (is_obj(x))
		v->f(v->arg, obj_get(x));
}

/* o may be NULL. */
static inline void visit_obj(const struct visit *v, void *o)
{
	if (o)
		v->f(v->arg, o);
}

static inline void visit_all(const struct visit *v, const value *at, size_t n)
{
	for (size_t i = 0; i < n; i++)
		visit(v, at[i]);
}

static inline void visit_backwards(const struct visit *v, const value *at, size_t n)
{
	while (n-- > 0)
		visit(v, at[n]);
}

#endif
