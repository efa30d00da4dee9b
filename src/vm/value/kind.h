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

#include "lang/tree/ast.h"
#include "vm/value/machine.h"
#include "vm/value/special.h"
#include "vm/value/traverse.h"

enum kind_flag {
	KIND_OWN_ATTRS = 1, /* instances of a program's class alone have attributes */
	KIND_BUILTIN = 2,   /* a program knows its class by name */
	KIND_BASE = 4,      /* a class of a program may derive from it */
	KIND_FINAL = 8,     /* ... must not, in CPython either */
	KIND_GENERIC = 16,  /* its class can be subscripted: list[int] */
	KIND_METHODS = 32,  /* what o.name gives for a method stands in the class alone */
	KIND_UNHASHABLE = 64,
	KIND_INDEXED = 128,   /* its items are found by index: __index__ is asked first */
	KIND_ORDERS = 256,    /* < and the like compare what it holds, by code of the program */
	KIND_SHOWS = 512,     /* repr shows what it holds, by code of the program */
	KIND_NESTS = 1024,    /* ... and does not count for the depth itself (repr_enter) */
	KIND_ITERATOR = 2048, /* next() applies to it */
	KIND_NATIVE = 4096,   /* an iterator whose items are had without code of the program */
};

struct kind {
	const char *name; /* of its type, as Python shows it */
	unsigned flags;   /* enum kind_flag */
	unsigned slots;   /* enum slot_group: the special methods that it offers */
	const struct native_def *methods;
	const struct special *specials; /* attributes that are no methods */

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

	/* repr(v) and str(v), appended; false with an exception.  NULL: by the class
	 * and the address; as repr. */
	bool (*repr)(struct vm *vm, value v, struct sbuf *out);
	bool (*str)(struct vm *vm, value v, struct sbuf *out);

	/* The number of items. */
	int64_t (*len)(value v);

	/* bool(v); NULL: whether there are items, if it has a length, else True. */
	bool (*truth)(value v);

	/* item in v: 1, 0, -1 with an exception. */
	int (*contains)(struct vm *vm, value v, value item);

	/* a op b, where one of them is of the kind: owned, V_ERROR, V_PENDING, or
	 * V_NOT_IMPLEMENTED.  compare: not IS and IN.  in_place: a is of the kind and
	 * changes. */
	value (*compare)(struct vm *vm, enum cmp_op op, value a, value b);
	value (*binary)(struct vm *vm, enum bin_op op, value a, value b);
	value (*in_place)(struct vm *vm, enum bin_op op, value a, value b);

	/* a + b of two of the kind, a * n: as binary. */
	value (*concat)(struct vm *vm, value a, value b);
	value (*repeat)(struct vm *vm, value a, int64_t n);

	/* hash(v): false with an exception.  NULL: by its identity. */
	bool (*hash)(struct vm *vm, value v, uint64_t *hash);

	/* o[index], o[index] = v, del o[index], without regard to the methods of a
	 * class that derives from it: owned, V_ERROR or V_PENDING; false with an
	 * exception. */
	value (*get_item)(struct vm *vm, value o, value index);
	bool (*set_item)(struct vm *vm, value o, value index, value v);
	bool (*del_item)(struct vm *vm, value o, value index);

	/* iter(v), reversed(v): owned. */
	value (*iter)(struct vm *vm, value v);
	value (*reversed)(struct vm *vm, value v);

	/* The next item of an iterator (owned), V_STOP at the end, V_ERROR,
	 * V_PENDING. */
	value (*next)(struct vm *vm, value it);

	/* How many items are left of an iterator; NULL: not known. */
	int64_t (*length_hint)(value it);

	/* Whether the items of this iterator are had without code of the program,
	 * nested at most so deep; NULL: as KIND_NATIVE says. */
	bool (*native)(struct vm *vm, value it, int depth);

	/* An attribute that comes after those of the class: owned; V_UNSET if it is
	 * not there. */
	value (*find_attr)(struct vm *vm, value o, value name);
	/* Sets or (V_UNSET) deletes one: V_NONE, V_ERROR; V_NOT_IMPLEMENTED if it is
	 * none of the kind's. */
	value (*set_attr)(struct vm *vm, value o, value name, value v);

	/* What calling the class t of the kind gives; NULL: cannot be called. */
	value (*construct)(struct vm *vm, struct type *t, const struct args *a);
	/* __new__ of a class t of a program that derives from the kind: a new
	 * instance, empty as far as __init__ fills it (owned, V_ERROR). */
	value (*make)(struct vm *vm, struct type *t, const struct args *a);
	/* __init__ of the kind: V_NONE, V_ERROR, V_PENDING. */
	value (*init)(struct vm *vm, value self, const struct args *a);
};

/* The rows, by name. */
#define X(k, row) extern const struct kind row##_kind;
OBJ_KINDS(X)
#undef X

/* The special methods of built-in kinds, offered as attributes ([].__len__,
 * super().__getitem__), in groups. */
enum slot_group {
	SLOT_NUMBER = 1,
	SLOT_INT = 2,
	SLOT_SIZED = 4,
	SLOT_ITEM = 8,
	SLOT_SET_ITEM = 16,
	SLOT_ITER = 32,
	SLOT_NEXT = 64,
	SLOT_CONCAT = 128,
	SLOT_CONTAINS = 256,
	SLOT_OR = 512,
	SLOT_SET = 1024,
	SLOT_MOD = 2048,
	SLOT_CALL = 4096,
	SLOT_INIT = 8192
};

/* The row of any value; is_obj is the common case. */
static inline const struct kind *kind_of(const struct vm *vm, value v)
{
	if (is_obj(v))
		return vm->kinds[obj_get(v)->kind];
	return vm->kinds[is_small(v)             ? OBJ_INT
			: is_bool(v)             ? OBJ_BOOL
			: v == V_ELLIPSIS        ? OBJ_ELLIPSIS
			: v == V_NOT_IMPLEMENTED ? OBJ_NOT_IMPLEMENTED
						 : OBJ_NONE];
}

/* v (owned), of a built-in class, becomes an instance of t. */
static inline value kind_typed(value v, struct type *t)
{
	obj_get(v)->flags |= OBJ_TYPED;
	((struct instance *)obj_get(v))->type = (struct type *)obj_keep(t);
	return v;
}

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
