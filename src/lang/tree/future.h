#ifndef COSUB_LANG_TREE_FUTURE_H
#define COSUB_LANG_TREE_FUTURE_H

#include "lang/tree/ast.h"

#include "base/diag.h"

/* Does to a parsed program what its "from __future__ import" lines ask for:
 * with annotations each annotation becomes its own text.  False with a
 * diagnostic, in CPython 3.11's words: such a line that is not at the
 * beginning, an unknown feature, what an annotation may not have. */
bool future_apply(struct ast *a, struct diag *d);

#endif
