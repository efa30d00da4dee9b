#ifndef COSUB_VM_LIBRARY_MODS_H
#define COSUB_VM_LIBRARY_MODS_H

/* The natives of the importable modules. */

#include "vm/value/native.h"

extern const struct native_def mod_time_functions[], mod_math_functions[], mod_random_functions[];

/* Of mod_math_norm.c, for mod_math.c. */
value math_hypot(struct vm *vm, value self, const struct args *a);
value math_dist(struct vm *vm, value self, const struct args *a);

/* Names of module math that are no functions. */
struct dict;
void mod_math_init(struct vm *vm, struct dict *globals);

/* What lib/asyncio cannot do for itself: time, the order of timers, lists of
 * what it does not hold, the last word about what nobody holds any more. */
void mod_asyncio_init(struct vm *vm, struct dict *globals);

/* Moves the virtual clock to a time in ns, if that is later, and tells so. */
void mod_time_advance(struct vm *vm, int64_t to);

#endif
