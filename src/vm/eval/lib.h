#ifndef COSUB_VM_EVAL_LIB_H
#define COSUB_VM_EVAL_LIB_H

/*
 * The part of the library that is written in the scenario language: the files
 * of src/vm/library/lib, compiled and embedded by the build (tools/embed.c) in the
 * order of their names.  A module that is long is a folder of files that are
 * read one after the other.
 */

#include "lang/code/serialized.h"
#include "lang/text/source.h"

#include <stddef.h>

struct lib_file {
	const char *name;     /* of the module */
	struct source source; /* not to be freed */
	struct serialized_program code;
};

extern const struct lib_file lib_files[];
extern const size_t lib_file_count;

#endif
