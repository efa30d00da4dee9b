#ifndef COSUB_SESSION_INSPECT_COPY_H
#define COSUB_SESSION_INSPECT_COPY_H

/*
 * A copy of recorded values, as the text of a program that makes them anew:
 * for a machine of its own in which a person's expression can be evaluated
 * without touching the record.
 *
 * Built-in containers, numbers and texts come as they are, shared objects
 * shared.  An instance comes with its attributes.  Its class, and functions, are
 * the program's own where the definitions (definitions.h) have them; elsewhere a
 * class of its name whose methods refuse to run, and functions that do.  What
 * the record shows by a label only (generators, iterators, ...) is a thing that
 * shows that label and can do nothing.
 *
 * Names that begin with _cosub_ are the copy's own.
 */

#include "base/array.h"
#include "base/map.h"
#include "base/sbuf.h"
#include "session/inspect/definitions.h"
#include "trace/moment.h"

struct copy {
	const struct moment *m;
	const struct definitions *definitions; /* NULL: do without */
	bool own;           /* some were used: they must stand in front of the text */
	struct map state;   /* serial → how far it is: enum in copy.c */
	struct map classes; /* names whose class was written */
	struct {
		ARRAY(uint64_t);
	} found;          /* serials, in the order of discovery */
	struct sbuf text; /* the program so far */
	struct sbuf why;  /* what cannot be copied; empty: nothing so far */
};

/* What must have run before any copy: the names that all copies use. */
extern const char *const copy_preamble;

/* A copy from moment m, which outlives it and stands still; definitions may be
 * NULL. */
void copy_init(struct copy *c, const struct moment *m, const struct definitions *definitions);

/* Adds the text that makes the value, and appends to out the expression that is
 * it then; false with a sentence in c->why if it is too large or not wholly
 * recorded. */
bool copy_value(struct copy *c, struct rvalue v, struct sbuf *out);

void copy_fini(struct copy *c);

#endif
