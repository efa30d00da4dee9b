#ifndef COSUB_SESSION_WORDS_ALIASES_H
#define COSUB_SESSION_WORDS_ALIASES_H

/*
 * Which objects several variables refer to at a moment: each gets a letter, in
 * the order in which they were made, so that a picture can show it once.
 */

#include "base/arena.h"
#include "trace/moment.h"

#include <stdbool.h>
#include <stddef.h>

struct shared_object {
	uint64_t serial;
	uint32_t refers; /* variables that refer to it */
	bool shown;      /* for whoever draws it */
};

struct aliases {
	struct shared_object *at; /* ascending by serial */
	size_t n;
};

/* The objects to which two or more variables of living frames refer, and not
 * as a definition (function, class, module).  Lives in the arena. */
struct aliases aliases_at(const struct moment *m, struct arena *a);

/* The share that a value is, and its name ("A", "B", … "Z", "A2"); NULL if it
 * is none. */
struct shared_object *aliases_find(const struct aliases *all, struct rvalue v, char name[16]);

#endif
