#ifndef COSUB_VM_EVAL_ANCHOR_H
#define COSUB_VM_EVAL_ANCHOR_H

/* Where in an expression the operator or the subscript stands that a traceback
 * points at with ^ between ~ (PEP 657). */

#include "base/span.h"
#include "lang/code/code.h"

#include <stdbool.h>

/* For an expression that stands on one line and is a binary operation or a
 * subscript: the columns (bytes) from *left to before *right of its line.
 * False for others. */
bool anchor_find(const struct program *p, struct span span, uint32_t *left, uint32_t *right);

#endif
