#ifndef COSUB_SESSION_COPY_H
#define COSUB_SESSION_COPY_H

/*
 * A copy of recorded values, as the text of a program that makes them anew:
 * for a machine of its own in which a person's expression can be evaluated
 * without touching the record.
 *
 * Built-in containers, numbers and texts come as they are, shared objects
 * shared.  An instance comes with its attributes and a class of its name whose
 * methods refuse to run, as do functions: the program's own code is not
 * copied.  What the record shows by a label only (generators, iterators, ...)
 * is a thing that shows that label and can do nothing.
 *
 * Names that begin with _cosub_ are the copy's own.
 */

#include "base/array.h"
#include "base/map.h"
#include "base/sbuf.h"
#include "trace/moment.h"

struct copy {
	const struct moment *m;
	struct map state;               /* serial → how far it is: enum in copy.c */
	struct map classes;             /* names whose class was written */
	struct { ARRAY(uint64_t); } found;      /* serials, in the order of discovery */
	struct sbuf text;               /* the program so far */
	struct sbuf why;                /* what cannot be copied; empty: nothing so far */
};

/* A copy from moment m, which outlives it and stands still. */
void copy_init(struct copy *c, const struct moment *m);

/* Adds the text that binds name (n bytes) to the value; false with a sentence
 * in c->why if it is too large or not wholly recorded. */
bool copy_bind(struct copy *c, const char *name, size_t n, struct rvalue v);

void copy_fini(struct copy *c);

#endif
