#ifndef COSUB_LANG_TREE_UNPARSE_H
#define COSUB_LANG_TREE_UNPARSE_H

/*
 * An expression as text again, spaced and in parentheses as CPython 3.11 writes
 * an annotation that stays text (PEP 563).
 */

#include "lang/tree/ast.h"

struct sbuf;

/* Appends e.  Gives NULL, or what of e has no text here (an f-string; what an
 * annotation may not have): out is incomplete then. */
const struct expr *unparse_expr(const struct expr *e, struct sbuf *out);

/* A text as repr() shows it, appended; a float likewise. */
void unparse_str(struct sbuf *out, const char *s, size_t n);
void unparse_float(struct sbuf *out, double f);

#endif
