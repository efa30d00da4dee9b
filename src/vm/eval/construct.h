#ifndef COSUB_VM_EVAL_CONSTRUCT_H
#define COSUB_VM_EVAL_CONSTRUCT_H

/*
 * What the constructors of the built-in classes have in common (construct.c),
 * and those of the lazy iterators (construct_iter.c).  Each makes an instance
 * of class t: owned, V_PENDING or V_ERROR.
 */

#include "vm/value/native.h"

value construct_enumerate(struct vm *vm, struct type *t, const struct args *a);
value construct_zip(struct vm *vm, struct type *t, const struct args *a);
value construct_map(struct vm *vm, struct type *t, const struct args *a);
value construct_filter(struct vm *vm, struct type *t, const struct args *a);
value construct_reversed(struct vm *vm, struct type *t, const struct args *a);

#endif
