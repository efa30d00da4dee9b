#ifndef COSUB_VM_VALUE_HEAP_H
#define COSUB_VM_VALUE_HEAP_H

/*
 * The memory of one machine.  Blocks up to HEAP_SMALL bytes are cut from chunks
 * and reused through a free list for each size; larger ones come from malloc
 * and stand in a list.  So heap_fini frees everything, also what only cycles
 * hold.
 *
 * A block that is free keeps its first word, so that heap_walk can go from block
 * to block: see struct heap_block, which lies over struct obj.
 *
 * With COSUB_PLAIN_HEAP defined every block is a malloc of its own, so that
 * sanitizers and valgrind see each use of a freed one.
 */

#include <stddef.h>
#include <stdint.h>

enum { HEAP_UNIT = 16, HEAP_SMALL = 1024, HEAP_CLASSES = HEAP_SMALL / HEAP_UNIT + 1 };

/* A free block.  Whoever walks over the blocks keeps the first word in use and
 * free alike: used is 0 when free, units the size. */
struct heap_block {
	uint32_t used;
	uint16_t pad, units;
	struct heap_block *next;
};
struct heap_chunk {
	struct heap_chunk *next;
};
struct heap_large {
	struct heap_large *next, *prev;
	size_t size;
	size_t pad;
};

/* Zeroed memory is an empty heap. */
struct heap {
	struct heap_block *free[HEAP_CLASSES]; /* by size in units; [0] stays empty */
	char *next, *end;                      /* what is left of the newest chunk */
	struct heap_chunk *chunks;
	struct heap_large *large;
};

/* A block of n bytes from malloc, or from a new chunk. */
void *heap_alloc_slow(struct heap *h, size_t n);

#ifdef COSUB_PLAIN_HEAP
static inline size_t heap_class(size_t n)
{
	(void)n;
	return 0;
}
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

/* Calls f for each block, free ones of the chunks too.  Only for a heap whose
 * blocks all begin as struct heap_block does. */
void heap_walk(const struct heap *h, void (*f)(void *arg, void *block), void *arg);

/* Frees all blocks. */
void heap_fini(struct heap *h);

#endif
