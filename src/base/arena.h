#ifndef COSUB_BASE_ARENA_H
#define COSUB_BASE_ARENA_H

/*
 * A bump allocator: many small blocks that live and die together (a syntax
 * tree, the names of a program).  Blocks are zeroed and aligned for any type.
 */

#include <stddef.h>

struct arena_chunk;

/* Zeroed memory is an empty arena. */
struct arena {
	struct arena_chunk *chunks;
	char *next, *end;
};

/* A zeroed block of n bytes that lives until arena_fini. */
void *arena_alloc(struct arena *a, size_t n);

/* A copy of n bytes with a NUL behind them. */
char *arena_strndup(struct arena *a, const char *s, size_t n);

/* Frees every block and keeps the memory for the next ones: for work that is
 * done again and again. */
void arena_reset(struct arena *a);

/* Frees every block. */
void arena_fini(struct arena *a);

#endif
