#include "base/mem.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* exit and not _exit or abort: what main has registered to give the terminal
 * back must run. */
static _Noreturn void exhausted(void)
{
	fputs("cosub: out of memory\n", stderr);
	exit(3);
}

/* The size to ask for: malloc(0) and realloc(p, 0) may give NULL, and no block
 * may be so large that the difference of two addresses in it overflows. */
static size_t askable(size_t n)
{
	if (n > PTRDIFF_MAX)
		exhausted();
	return n > 0 ? n : 1;
}

static size_t product(size_t n, size_t size)
{
	if (size != 0 && n > SIZE_MAX / size)
		exhausted();
	return n * size;
}

void *mem_alloc(size_t n)
{
	void *p = malloc(askable(n));
	if (!p)
		exhausted();
	return p;
}

void *mem_calloc(size_t n, size_t size)
{
	void *p = calloc(1, askable(product(n, size)));
	if (!p)
		exhausted();
	return p;
}

void *mem_realloc(void *p, size_t n)
{
	void *q = realloc(p, askable(n));
	if (!q)
		exhausted();
	return q;
}

void *mem_reallocarray(void *p, size_t n, size_t size)
{
	return mem_realloc(p, product(n, size));
}

char *mem_strdup(const char *s)
{
	return mem_strndup(s, strlen(s));
}

char *mem_strndup(const char *s, size_t n)
{
	assert((s || n == 0) && "a text of no bytes may be NULL, no other");
	if (n == SIZE_MAX)
		exhausted();
	char *copy = mem_alloc(n + 1);
	if (n > 0)
		memcpy(copy, s, n);
	copy[n] = '\0';
	return copy;
}

void mem_free(void *p)
{
	free(p);
}
