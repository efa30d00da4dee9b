#ifndef COSUB_LANG_TREE_CHILDREN_H
#define COSUB_LANG_TREE_CHILDREN_H

/*
 * What stands right below a node of the tree: for those who look at every kind
 * of node and treat most of them alike.  A walk is the visitor calling these
 * again for what it was given; expressions nest no deeper than AST_MAX_HEIGHT.
 */

#include "lang/tree/ast.h"

struct visitor {
	void *self;
	void (*expr)(void *self, struct expr *e);       /* or NULL; e is not */
	void (*body)(void *self, struct stmt_seq body); /* of a statement; or NULL */
};

/* Visits the expressions right below e, in the order of the grammar, in a dict each
 * key with its value, in a comprehension the element first.  Of a lambda the
 * defaults, then the body. */
void children_of_expr(const struct expr *e, const struct visitor *v);

/* Visits the expressions and the bodies right below s, in the order of the grammar;
 * of a definition the decorators first.  An elif is a statement in the orelse of
 * the if before: who may meet many of them follows these in a loop. */
void children_of_stmt(const struct stmt *s, const struct visitor *v);

/* Visits the defaults of parameters, then their annotations: the order in which a
 * definition evaluates them. */
void children_of_params(const struct params *p, const struct visitor *v);

#endif
