#ifndef COSUB_LANG_TEXT_UNSUPPORTED_H
#define COSUB_LANG_TEXT_UNSUPPORTED_H

/*
 * What CPython 3.11 has by name and the scenario language leaves out: builtins,
 * modules of the standard library, and members of those modules that there are.
 * A program that uses one is refused when it is read, since "except NameError"
 * or "except ImportError" would make it silently different.
 */

#include <stdbool.h>
#include <stddef.h>

bool unsupported_builtin(const char *name);

/* The module, or the package before the first dot. */
bool unsupported_module(const char *name);

/* The module's name if CPython's has a member of that name (len bytes) that
 * ours leaves out, else NULL. */
const char *unsupported_member(const char *module, size_t module_len, const char *name, size_t len);

/* Whether CPython's type of that name ("list", "collections.deque") has an
 * attribute of the name (len bytes) that ours leaves out. */
bool unsupported_attribute(const char *type, const char *name, size_t len);

/* Whether a name (len bytes) is among words with a space between two. */
bool unsupported_among(const char *words, const char *name, size_t len);

/* Whether CPython's event loops have a method of that name that ours leave out. */
bool unsupported_loop_method(const char *name);

#endif
