#ifndef COSUB_VM_TYPE_H
#define COSUB_VM_TYPE_H

/* Classes and the lookup of attributes. Single inheritance: the method
 * resolution order is the chain of bases. */

#include "vm/object.h"

struct native_def;

/* Makes vm's built-in types, each with its methods. */
void types_init(struct vm *vm);

/* A class as a class statement makes it: name, base (borrowed), body's
 * namespace (given away).  V_ERROR: base not acceptable (its name is said). */
value type_make(struct vm *vm, value name, struct type *base, struct dict *attrs);

/* The attribute of the class or the nearest base (borrowed), V_UNSET if none. */
value type_find(const struct type *t, value name);
/* Whether t is base or derives from it. */
bool type_is_subtype(const struct type *t, const struct type *base);
/* A method of the program (a FUNCTION) or a native that a user's class
 * overrides: type_find on the type of v, V_UNSET for built-in kinds without a
 * class of their own. */
value type_find_special(struct vm *vm, value v, value name);
/* Sets an attribute of the class. */
void type_set(struct vm *vm, struct type *t, value name, value v);

/* Calls t with arguments: makes an instance.  V_PENDING when __init__ runs. */
struct args;
value type_call(struct vm *vm, struct type *t, const struct args *a);

/* "C" or "mod.C" as repr shows it: <class '…'>; appended. */
struct sbuf;
void type_repr(const struct type *t, struct sbuf *out);
static inline struct type *type_obj(value v) { return (struct type *)obj_get(v); }
/* The class's name as text, for messages. */
const char *type_name(const struct type *t);

/* isinstance and issubclass with classes or tuples of them: 1, 0, -1. */
int value_is_instance(struct vm *vm, value v, value classes);

#endif
