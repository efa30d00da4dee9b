#ifndef COSUB_BASE_MEM_H
#define COSUB_BASE_MEM_H

/*
 * Memory of the tool itself.  Exhaustion is handled in one place: a message on
 * standard error and exit status 3; so none of these functions ever gives NULL.
 * (The memory of the program under study is counted and bounded by the machine
 * in vm/; it sits on top of this.)
 */

#include <stddef.h>

/* A block of n bytes, uninitialised.  n == 0 gives a block that can be freed. */
void *mem_alloc(size_t n);

/* A zeroed block of n * size bytes; an overflowing product is exhaustion. */
void *mem_calloc(size_t n, size_t size);

/* As realloc(3), but never fails; p may be NULL. */
void *mem_realloc(void *p, size_t n);

/* As mem_realloc(p, n * size); an overflowing product is exhaustion. */
void *mem_reallocarray(void *p, size_t n, size_t size);

/* A heap copy of s with its NUL; the caller frees it. */
char *mem_strdup(const char *s);

/* A heap copy of n bytes with a NUL behind them; the caller frees it. */
char *mem_strndup(const char *s, size_t n);

/* Frees p; NULL is fine. */
void mem_free(void *p);

#endif
