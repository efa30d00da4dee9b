#ifndef COSUB_LANG_TEXT_SPECIAL_NAME_H
#define COSUB_LANG_TEXT_SPECIAL_NAME_H

/*
 * The names that make a class special in CPython and that the scenario language
 * leaves out.  A class that has one would silently behave otherwise than in
 * CPython, so none is accepted: neither in the text of a class (when the file is
 * read) nor by an assignment at run time.
 */

#include <stdbool.h>

/* What the name does for a class in CPython, as the words of a refusal ("a
 * finaliser __del__"); NULL for names that a class may have. */
const char *special_name_refused(const char *name);

/* Whether operators and builtins call a method of that name as a method of the
 * instance.  Such a method is a function, or None: what binds otherwise (a
 * static or class method, a property, a callable object) is left out. */
bool special_name_is_method(const char *name);

#endif
