#ifndef COSUB_VM_KIND_ARGUMENTS_H
#define COSUB_VM_KIND_ARGUMENTS_H

/* What natives ask of the arguments that they are called with. */

#include "vm/value/native.h"

/* The argument at position i or of that name (borrowed), V_UNSET if neither. */
value args_get(const struct args *a, uint32_t i, value name);

/* For natives with keywords, after args_get: checks that nothing unknown is left;
 * false with TypeError. */
bool args_done(struct vm *vm, const struct args *a, const char *function, const value *known,
	uint32_t nknown, uint32_t max_positional);

/* Whether there are no named arguments and between min and max others; if not,
 * false with TypeError in CPython's words. */
bool args_count(struct vm *vm, const char *name, const struct args *a, uint32_t min, uint32_t max);

#endif
