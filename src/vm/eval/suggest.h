#ifndef COSUB_VM_EVAL_SUGGEST_H
#define COSUB_VM_EVAL_SUGGEST_H

/* "Did you mean": the name most like one that was not found. */

#include "vm/value/object.h"

/* For an AttributeError or NameError: the name that may have been meant, an
 * owned STR, or V_NONE.  The measure is that of CPython 3.11
 * (Python/suggestions.c): at most a third of the characters may differ. */
value suggest_name(struct vm *vm, value exc);

#endif
