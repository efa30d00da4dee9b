#ifndef COSUB_LANG_LEFT_OUT_H
#define COSUB_LANG_LEFT_OUT_H

/*
 * What CPython 3.11 has by name and the scenario language leaves out: builtins
 * and modules of the standard library.  A program that uses one is refused when
 * it is read, since "except NameError" or "except ImportError" would make it
 * silently different.
 */

#include <stdbool.h>
#include <stddef.h>

bool left_out_builtin(const char *name);

/* The module, or the package before the first dot. */
bool left_out_module(const char *name);

#endif
