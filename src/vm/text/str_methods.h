#ifndef COSUB_VM_TEXT_STR_METHODS_H
#define COSUB_VM_TEXT_STR_METHODS_H

/* The methods of str, in several files, for the table in str_methods.c. */

#include "vm/value/native.h"

/* clang-format off */
#define STR_METHODS(X) \
	/* str_find.c */ \
	X(find) X(rfind) X(index) X(rindex) X(count) X(replace) X(startswith) X(endswith) \
	X(partition) X(rpartition) \
	X(removeprefix) X(removesuffix) \
	/* str_split.c */ \
	X(split) X(rsplit) X(splitlines) X(strip) X(lstrip) X(rstrip) X(join) \
	/* str_case.c */ \
	X(lower) X(upper) X(title) X(capitalize) X(swapcase) X(casefold) \
	X(isalpha) X(isalnum) X(isdecimal) X(isdigit) X(isnumeric) X(isspace) X(islower) \
	X(isupper) X(istitle) \
	X(isidentifier) X(isprintable) X(isascii) \
	/* str_methods.c */ \
	X(center) X(ljust) X(rjust) X(zfill) X(expandtabs) X(translate)
/* clang-format on */

#define X(name) native_fn str_##name;
STR_METHODS(X)
#undef X

/* s itself if it is no instance of a user's class, else a plain copy (owned). */
value str_plain(struct vm *vm, value s);
/* A str of a part of s. */
value str_part(struct vm *vm, value s, size_t from, size_t to);

#endif
