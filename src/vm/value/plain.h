#ifndef COSUB_VM_VALUE_PLAIN_H
#define COSUB_VM_VALUE_PLAIN_H

/*
 * What the built-in kinds do by themselves, without regard to the methods of a
 * class that derives from them: the layer under ops.h, and what super() reaches.
 * An owned value, V_ERROR, V_PENDING, or V_NOT_IMPLEMENTED where the operation
 * does not apply.
 */

#include "lang/tree/ast.h"
#include "vm/value/object.h"

struct sbuf;

value plain_binary(struct vm *vm, enum bin_op op, bool in_place, value a, value b);
value plain_compare(struct vm *vm, enum cmp_op op, value a, value b); /* not IS, IN */
/* 1, 0, -1 with an exception, -2: not a container. */
int plain_contains(struct vm *vm, value container, value item);
/* The number of items, -1: not sized. */
int64_t plain_len(struct vm *vm, value v);
bool plain_truth(struct vm *vm, value v);
/* False with TypeError: unhashable. */
bool plain_hash(struct vm *vm, value v, uint64_t *hash);

/* repr(v) and str(v), appended.  What is inside v is shown by the program's
 * own methods (inner runs).  False with an exception. */
bool plain_repr(struct vm *vm, value v, struct sbuf *out);
bool plain_str(struct vm *vm, value v, struct sbuf *out);

/* A repr that runs no code of the program and cannot fail: cut short where it
 * is long or deep. */
void plain_describe(struct vm *vm, value v, struct sbuf *out);
/* The same as str(): text as it is. */
void plain_describe_str(struct vm *vm, value v, struct sbuf *out);

/* id(v): the same for an object's life and in every run; numbers are given in
 * the order in which they are asked for. */
uint64_t plain_id(struct vm *vm, value v);

/* The sign of an operator: "+", "<". */
const char *plain_binary_sign(enum bin_op op);
const char *plain_compare_sign(enum cmp_op op);

#endif
