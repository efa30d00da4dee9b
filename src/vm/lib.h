#ifndef COSUB_VM_LIB_H
#define COSUB_VM_LIB_H

/*
 * The part of the library that is written in the scenario language: the files
 * of src/vm/lib, embedded by the build in the order of their names.
 */

#include <stddef.h>

struct lib_file {
	const char *name;       /* without ".py" */
	const char *text;       /* len bytes and a NUL */
	size_t len;
};

extern const struct lib_file lib_files[];
extern const size_t lib_file_count;

#endif
