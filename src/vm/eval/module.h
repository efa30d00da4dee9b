#ifndef COSUB_VM_EVAL_MODULE_H
#define COSUB_VM_EVAL_MODULE_H

/*
 * Modules that a program may import.  A module is a table row: native functions
 * in C, and/or a part of the library (vm/lib/NAME.py, or the files in
 * vm/lib/NAME), whose code may name the row's natives as __cosub_NAME.
 */

#include "vm/value/native.h"

struct module_def {
	const char *name;
	const struct native_def
		*natives; /* offered under their names, or, with a file, to it; or NULL */
	void (*init)(struct vm *vm, struct dict *globals); /* further names, or NULL */
	bool has_file; /* its part of the library is run when it is imported first */
	bool python;   /* CPython has it in Python: its frames are there too */
};
extern const struct module_def module_defs[]; /* ends with a NULL name */

/* import name (dotted): the module (owned); V_PENDING while its library file
 * runs; ModuleNotFoundError with a sentence that lists what there is. */
value module_import(struct vm *vm, value name);

/* from m import name; ImportError if it is not there. */
value module_import_from(struct vm *vm, value m, value name);

/* The module of a library file, which is not run yet. */
struct module *module_load(struct vm *vm, const char *name);

/* What library code reaches as __cosub_NAME. */
extern const struct native_def library_functions[];

/* Links a program's code for this machine. The module's globals are pinned. */
/* A class body's proto has three registers more than its code (vm/eval/build_class.c). */
struct module *module_link(struct vm *vm, struct program *p, value name);

/* Frees a proto (its values go with the machine's heap). */
void proto_free(struct proto *p);
/* Fills in what follows from p's code and its number of registers. */
void proto_set_up(const struct vm *vm, struct proto *p);

#endif
