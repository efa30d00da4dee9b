#ifndef COSUB_VM_VALUE_TYPE_H
#define COSUB_VM_VALUE_TYPE_H

/* Classes and the lookup of attributes. Single inheritance: the method
 * resolution order is the chain of bases. */

#include "vm/value/object.h"

struct native_def;

/* Makes vm's built-in types. */
void types_init(struct vm *vm);
/* Gives each of them the methods and the special methods of its row. */
void types_add_methods(struct vm *vm);

/* A class as a class statement makes it: name, base (borrowed), body's
 * namespace (given away).  V_ERROR: base not acceptable (its name is said). */
value type_make(struct vm *vm, value name, struct type *base, struct dict *attrs, value keywords);

/* The attribute of the class or the nearest base (borrowed), V_UNSET if none. */
value type_find(const struct type *t, value name);
/* Whether t is base or derives from it. */
bool type_is_subtype(const struct type *t, const struct type *base);
/* A method of the program (a FUNCTION) or a native that a user's class
 * overrides: type_find on the type of v, V_UNSET for built-in kinds without a
 * class of their own. */
value type_find_special(struct vm *vm, value v, value name);
/* What a property does for o, as its class has it: owned, V_ERROR, V_PENDING; v is V_UNSET
 * for del. */
value property_get_of(struct vm *vm, value p, value o);
value property_set_of(struct vm *vm, value p, value o, value v);
/* Whether a class of a program may have v under that name; else false, with
 * NotImplementedError (lang/text/special_name.h). */
bool type_may_have(struct vm *vm, value name, value v);
/* Sets an attribute of the class. */
void type_set(struct vm *vm, struct type *t, value name, value v);

/* Calls t with arguments: makes an instance.  V_PENDING when __init__ runs. */
struct args;
value type_call(struct vm *vm, struct type *t, const struct args *a);

/* A native function or bound method (kind NATIVE), or the method of a type
 * (NATIVE_METHOD, self V_UNSET). self is kept. */
value native_new(struct vm *vm, enum obj_kind kind, const struct native_def *def, value self,
	struct type *owner);
/* Whether CPython makes that method of a slot of the class: else it is a plain one. */
bool native_is_slot(const struct vm *vm, const struct native_def *def, const struct type *owner);

/* The method m (NATIVE_METHOD) bound to self. */
static inline value native_bound(struct vm *vm, value m, value self)
{
	const struct native *n = (const struct native *)obj_get(m);
	return native_new(vm, OBJ_NATIVE, n->def, self, n->owner);
}

/* Adds the rows of a table to a type or, as plain functions (self: of that module,
 * or V_UNSET), to a namespace. */
void type_add_native(struct vm *vm, struct type *t, const struct native_def *def);
void type_add_natives(struct vm *vm, struct type *t, const struct native_def *defs);
void dict_add_natives(struct vm *vm, struct dict *d, const struct native_def *defs,
	const char *prefix, value self);
/* A new class that no program made (immortal); name may have a module before
 * its last dot. */
struct type *type_new_native(
	struct vm *vm, const char *name, struct type *base, enum obj_kind layout);

/* Whether v is an instance of a class that a program (or library code) made. */
static inline bool type_is_heap_instance(value v)
{
	return is_obj(v) && (obj_get(v)->flags & OBJ_TYPED) &&
		((struct instance *)obj_get(v))->type->heap;
}

/* "mod.C", or "C" for classes of the builtins; appended. */
struct sbuf;
void type_full_name(const struct type *t, struct sbuf *out);

/* "C" or "mod.C" as repr shows it: <class '…'>; appended. */
struct sbuf;
void type_repr(const struct type *t, struct sbuf *out);
static inline struct type *type_obj(value v)
{
	return (struct type *)obj_get(v);
}
/* The class's name as text, for messages. */
const char *type_name(const struct type *t);
/* What messages call it: its name, of a class in C of a module with that. */
const char *type_shown(const struct type *t);
void type_show_as(struct vm *vm, struct type *t, const char *text);

/* isinstance and issubclass with classes or tuples of them: 1, 0, -1. */
int value_is_instance(struct vm *vm, value v, value classes);
/* The same for a class; what is said of what is no class, and where the
 * recursion into tuples got too deep. */
struct class_check {
	const char *message, *where;
};
int type_is_any(
	struct vm *vm, const struct type *t, value classes, const struct class_check *check);
/* The tuple of classes of int | str (borrowed), V_UNSET if v is no such union. */
value type_union_parts(struct vm *vm, value v);

#endif
