#ifndef COSUB_VM_HEAP_H
#define COSUB_VM_HEAP_H

/*
 * The memory of one machine.  Blocks up to HEAP_SMALL bytes are cut from chunks
 * and reused through a free list for each size; larger ones come from malloc
 * and stand in a list.  So heap_fini frees everything, also what only cycles
 * hold.
 *
 * With COSUB_PLAIN_HEAP defined every block is a malloc of its own, so that
 * sanitizers and valgrind see each use of a freed one.
 */

#include <stddef.h>
#include <stdint.h>

enum { HEAP_UNIT = 16, HEAP_SMALL = 1024, HEAP_CLASSES = HEAP_SMALL / HEAP_UNIT + 1 };

struct heap_block { struct heap_block *next; };
struct heap_large { struct heap_large *next, *prev; size_t size; size_t pad; };

/* Zeroed memory is an empty heap. */
struct heap {
	struct heap_block *free[HEAP_CLASSES];  /* by size in units; [0] stays empty */
	char *next, *end;                       /* what is left of the newest chunk */
	struct heap_block *chunks;
	struct heap_large *large;
};

/* A block of n bytes from malloc, or from a new chunk. */
void *heap_alloc_slow(struct heap *h, size_t n);

#ifdef COSUB_PLAIN_HEAP
static inline size_t heap_class(size_t n) { (void)n; return 0; }
#else
/* The size of a block in units; 0 for a large one. */
static inline size_t heap_class(size_t n)
{
	return n <= HEAP_SMALL ? (n + HEAP_UNIT - 1) / HEAP_UNIT : 0;
}
#endif

/* A block of n > 0 bytes, uninitialised and aligned to HEAP_UNIT. */
static inline void *heap_alloc(struct heap *h, size_t n)
{
	size_t c = heap_class(n);
	struct heap_block *b = h->free[c];
	if (!b)
		return heap_alloc_slow(h, n);
	h->free[c] = b->next;
	return b;
}

/* The block p of old bytes with room for n; it may move.  p may be NULL. */
void *heap_realloc(struct heap *h, void *p, size_t old, size_t n);

/* Gives back a block of n bytes. */
void heap_free(struct heap *h, void *p, size_t n);

/* Frees all blocks. */
void heap_fini(struct heap *h);

#endif
