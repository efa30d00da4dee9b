#ifndef COSUB_VM_TEXT_FORMAT_H
#define COSUB_VM_TEXT_FORMAT_H

/* The format specification mini-language (Python Language Reference, string). */

#include "vm/value/object.h"

/* format(v, spec) for the built-in kinds (int bool float str None …); spec is a
 * STR.  An owned STR, or V_ERROR; V_NOT_IMPLEMENTED for instances of user
 * classes with a __format__ or __str__ of their own. */
value format_value(struct vm *vm, value v, value spec);

/* str.format(*args, **kwargs); may give V_PENDING. */
struct args;
value format_method(struct vm *vm, value self, const struct args *a);

#endif
