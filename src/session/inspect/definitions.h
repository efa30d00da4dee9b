#ifndef COSUB_SESSION_INSPECT_DEFINITIONS_H
#define COSUB_SESSION_INSPECT_DEFINITIONS_H

/*
 * The functions, classes and imports at the top of a program, as text: what a
 * copy of a moment (copy.h) needs to run the program's own code.
 *
 * A name counts only if its definition is the only one that the program has of
 * it: else the record does not say which of them a value came from.
 */

#include "base/array.h"
#include "base/sbuf.h"
#include "lang/code/code.h"

#include <stdbool.h>

struct definition {
	const char *name;
	bool is_class;
	/* a class that inherits from plain ones at most: its instances have a __dict__ and no
	 * repr by birth */
	bool is_plain;
};

struct definitions {
	const struct program *program;
	struct {
		ARRAY(struct definition);
	} list;
	struct sbuf text; /* all of them; each "x" is "_cosub_own_x" as well */
	struct {
		ARRAY(const char *);
	} globals; /* names of the module that they mention and do not define */
};

/* Those of a program, which must outlive them. */
void definitions_init(struct definitions *d, const struct program *p);
void definitions_fini(struct definitions *d);

/* The one of this name (n bytes), or NULL. */
const struct definition *definitions_find(const struct definitions *d, const char *name, size_t n);

/* Whether the name is said somewhere in a text, as a word that follows no dot.
 * It may be in a string or a comment: once too often does no harm here. */
bool definitions_mention(const char *text, const char *name, size_t n);

#endif
