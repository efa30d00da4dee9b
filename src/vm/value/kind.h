#ifndef COSUB_VM_VALUE_KIND_H
#define COSUB_VM_VALUE_KIND_H

/*
 * What a kind of object is: one const row, at the end of the kind's file.  The
 * list OBJ_KINDS (vm/value/object.h) names the rows; vm/library/kinds.c makes
 * the table of them, and each machine has it at hand (vm->kinds).
 *
 * An entry that is NULL or 0 means that the kind has nothing of it.  What is
 * small, None, a bool and the like are no objects but have a kind too
 * (kind_of).
 */

#include "vm/value/machine.h"
#include "vm/value/traverse.h"

enum kind_flag {
	KIND_OWN_ATTRS = 1, /* instances of a program's class alone have attributes */
};

struct kind {
	const char *name; /* of its type, as Python shows it */
	unsigned flags;   /* enum kind_flag */

	/* Where the object keeps the struct dict * of its attributes; 0: nowhere. */
	size_t attrs;

	/* Drops all that o, which nobody refers to any more, holds, in the order in
	 * which CPython drops it; o itself is freed by the caller. */
	void (*drop)(struct vm *vm, struct obj *o);

	/* Visits each object that o holds a counted reference to, once for each such
	 * reference, in the order in which CPython's collector does.  NULL: the kind
	 * never holds another.  (What a traceback shows is counted by frame_trace, for
	 * generators not among their references.) */
	void (*traverse)(const struct visit *v, const struct obj *o);

	/* o has lost its last reference.  True if it must not die yet: it has been
	 * queued for its finalisation, or still is needed.  NULL: it dies. */
	bool (*save)(struct vm *vm, struct obj *o);

	/* Gives back the memory of o, which holds nothing any more; NULL:
	 * obj_free_hollow does. */
	void (*release)(struct vm *vm, struct obj *o);
};

/* The rows, by name. */
#define X(k, row) extern const struct kind row##_kind;
OBJ_KINDS(X)
#undef X

/* The field that the entry `attrs` means. */
static inline struct dict **kind_attrs(const struct kind *k, const struct obj *o)
{
	return (struct dict **)((uintptr_t)o + k->attrs);
}

/* For drop and traverse of kinds whose instances can be of a program's class:
 * they begin as struct instance does.  The attributes go first, the type last. */
static inline void kind_drop_attrs(struct vm *vm, struct obj *o)
{
	obj_drop(vm, ((struct instance *)o)->attrs);
}

static inline void kind_drop_type(struct vm *vm, struct obj *o)
{
	obj_drop(vm, ((struct instance *)o)->type);
}

static inline void kind_visit_typed(const struct visit *v, const struct obj *o)
{
	visit_obj(v, ((const struct instance *)o)->attrs);
	visit_obj(v, ((const struct instance *)o)->type);
}

static inline void kind_drop_values(struct vm *vm, const value *at, size_t n)
{
	for (size_t i = 0; i < n; i++)
		value_drop(vm, at[i]);
}

static inline void kind_drop_backwards(struct vm *vm, const value *at, size_t n)
{
	while (n-- > 0)
		value_drop(vm, at[n]);
}

#endif
