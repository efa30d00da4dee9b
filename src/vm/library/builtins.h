#ifndef COSUB_VM_LIBRARY_BUILTINS_H
#define COSUB_VM_LIBRARY_BUILTINS_H

/*
 * Tables of natives of the kinds that are no data containers, and what the
 * builtins' files share.
 */

#include "vm/value/native.h"

extern const struct native_def object_methods[], type_methods[], function_methods[],
	property_methods[];
extern const struct native_def exception_methods[], group_methods[];
/* Builtin functions beside those in module.h. */
extern const struct native_def class_functions[], io_functions[];
/* Makes vm->builtins (natives of builtin_functions, classes, exceptions). */
void builtins_init(struct vm *vm);
extern const struct native_def builtin_functions[];

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
void slots_add(struct vm *vm, struct type *t, unsigned groups);

/* object.__new__, a static method. */
extern const struct native_def object_new_def;

/* The constructor of a built-in kind. */
value construct_builtin(struct vm *vm, struct type *t, const struct args *a);
/* An empty instance of a program's class. */
value construct_instance(struct vm *vm, struct type *t, const struct args *a);
/* list.__init__ and the like, for classes that derive from them. */
value construct_init(struct vm *vm, value self, const struct args *a);

#endif
