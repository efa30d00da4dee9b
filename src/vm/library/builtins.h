#ifndef COSUB_VM_LIBRARY_BUILTINS_H
#define COSUB_VM_LIBRARY_BUILTINS_H

/*
 * Tables of natives of the kinds that are no data containers, and what the
 * builtins' files share.
 */

#include "vm/value/native.h"

/* Builtin functions beside those in module.h. */
extern const struct native_def class_functions[], io_functions[];
/* Makes vm->builtins (natives of builtin_functions, classes, exceptions). */
void builtins_init(struct vm *vm);
extern const struct native_def builtin_functions[];

#endif
