#ifndef COSUB_BASE_INTERN_H
#define COSUB_BASE_INTERN_H

/*
 * A set of strings of which each is kept once, so that equal strings have
 * equal addresses and a comparison of names is a comparison of pointers.
 */

#include "base/arena.h"

#include <stddef.h>
#include <stdint.h>

/* Zeroed memory is an empty table. */
struct intern {
	struct intern_entry *table; /* open addressing, a power of two */
	size_t cap, len;
	struct arena strings;
};

/* The one copy of the n bytes at s (a NUL follows them).  It lives until
 * intern_fini. */
const char *intern_get(struct intern *in, const char *s, size_t n);

/* As intern_get for a NUL-terminated string. */
const char *intern_cstr(struct intern *in, const char *s);

/* The length in bytes of a string that intern_get gave. */
size_t intern_len(const char *s);

void intern_fini(struct intern *in);

#endif
