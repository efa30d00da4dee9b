#ifndef COSUB_VM_VALUE_OPS_H
#define COSUB_VM_VALUE_OPS_H

/*
 * What instructions and builtins do with values of any kind: one function per
 * operation.  Built-in kinds are served in C.  Where a method of the program
 * has to run, its frame is pushed and V_PENDING given: the loop goes on there
 * and the method's result becomes the result of the operation.
 *
 * Unless said otherwise a function gives an owned value, V_ERROR or V_PENDING.
 */

#include "lang/tree/ast.h"
#include "vm/value/object.h"

struct sbuf;

value ops_binary(struct vm *vm, enum bin_op op, bool in_place, value a, value b);
/* Raises the TypeError for operands that do not fit. */
value ops_binary_error(struct vm *vm, enum bin_op op, bool in_place, value a, value b);
value ops_unary(struct vm *vm, enum unary_op op, value a);          /* not of NOT */
value ops_compare(struct vm *vm, enum cmp_op op, value a, value b); /* LT LE EQ NE GT GE */
value ops_contains(struct vm *vm, value container, value item);     /* True or False */
/* V_TRUE, V_FALSE, V_ERROR, V_PENDING. */
value ops_truth(struct vm *vm, value v);

value ops_get_attr(struct vm *vm, value o, value name);
/* For a call of o.name(…): *func and *self as GET_METHOD describes (both owned,
 * self V_UNSET for any callable). V_TRUE when done; V_ERROR; V_PENDING when
 * __getattr__ or a property has to run (its result is then func, without self). */
value ops_get_method(struct vm *vm, value o, value name, value *func, value *self);
value ops_set_attr(struct vm *vm, value o, value name, value v); /* V_NONE */
value ops_del_attr(struct vm *vm, value o, value name);
value ops_get_item(struct vm *vm, value o, value index);
value ops_set_item(struct vm *vm, value o, value index, value v);
value ops_del_item(struct vm *vm, value o, value index);

/* The same without regard to the methods of v's class: what super() reaches. */
value ops_plain_get_item(struct vm *vm, value o, value index);
value ops_plain_set_item(struct vm *vm, value o, value index, value v);
value ops_plain_del_item(struct vm *vm, value o, value index);
value ops_plain_get_attr(struct vm *vm, value o, value name); /* no __getattr__ */
/* Looks for the attribute, without __getattr__: V_UNSET if it is not there. */
value ops_find_attr(struct vm *vm, value o, value name);
/* Whether CPython's o has the attribute and ours leaves it out: the run is
 * refused then (vm_refuse). */
bool ops_attr_refused(struct vm *vm, value o, value name);
/* Raises the AttributeError for it. */
value ops_no_attr(struct vm *vm, value o, value name);
/* dir(v) without the program: a sorted list of names. */
value ops_names(struct vm *vm, value v);
value ops_plain_set_attr(struct vm *vm, value o, value name, value v /* V_UNSET: deletes it */);

value ops_len(struct vm *vm, value v);
value ops_iter(struct vm *vm, value v);
/* The next item of an iterator that is no coroutine kind: V_STOP at the end
 * (no exception is set); V_PENDING: a __next__ or a library function was pushed,
 * StopIteration from it means the end. */
value ops_next(struct vm *vm, value it);
value ops_str(struct vm *vm, value v);
value ops_repr(struct vm *vm, value v);
value ops_format(struct vm *vm, value v, value spec /* STR or V_UNSET */);
value ops_hash(struct vm *vm, value v); /* an int */

/* For C code deep inside a container, where nothing may be pending: an inner
 * run is made if need be. */
bool ops_hash_now(struct vm *vm, value v, uint64_t *hash);
int ops_equal_now(struct vm *vm, value a, value b); /* identity or ==: 1, 0, -1 */
int ops_less_now(struct vm *vm, value a, value b);
int ops_compare_now(struct vm *vm, enum cmp_op op, value a, value b);
bool ops_repr_now(struct vm *vm, value v, struct sbuf *out); /* false: exception set */
bool ops_ascii_now(
	struct vm *vm, value v, struct sbuf *out); /* repr with everything past ASCII escaped */
bool ops_str_now(struct vm *vm, value v, struct sbuf *out);

/* Whether ops on v stay in C (no code of the program can run for ==, <, hash,
 * repr, iteration over it and everything it contains is not promised). */
bool ops_is_builtin(value v);

/* Calls function f of the items of an iterable that C can iterate alone
 * (containers, ranges, their iterators): 1 done, 0 not such an iterable, -1 error. */
int ops_for_each(
	struct vm *vm, value iterable, bool (*f)(struct vm *vm, void *arg, value item), void *arg);

/* Whether v can be called. */
bool ops_callable(struct vm *vm, value v);

#endif
