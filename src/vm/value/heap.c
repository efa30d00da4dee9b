#include "vm/value/heap.h"

#include "base/mem.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

enum { CHUNK_SIZE = 64 * 1024 };

static void *large_alloc(struct heap *h, size_t n)
{
	assert(heap_class(n) == 0 && "a small block comes from a chunk");
	assert(n < SIZE_MAX - sizeof(struct heap_large));
	struct heap_large *l = mem_alloc(sizeof *l + n);
	*l = (struct heap_large){ .next = h->large, .size = n };
	if (h->large)
		h->large->prev = l;
	h->large = l;
	return l + 1;
}

static struct heap_large *large_of(void *p)
{
	return (struct heap_large *)p - 1;
}

/* The neighbours of l point to it again after it was moved. */
static void large_relink(struct heap *h, struct heap_large *l)
{
	*(l->prev ? &l->prev->next : &h->large) = l;
	if (l->next)
		l->next->prev = l;
}

static void large_free(struct heap *h, void *p)
{
	struct heap_large *l = large_of(p);
	*(l->prev ? &l->prev->next : &h->large) = l->next;
	if (l->next)
		l->next->prev = l->prev;
	mem_free(l);
}

static void *large_realloc(struct heap *h, void *p, size_t n)
{
	struct heap_large *l = mem_realloc(large_of(p), sizeof *l + n);
	l->size = n;
	large_relink(h, l);
	return l + 1;
}

/* What is left of the old chunk goes to the free list of its size. */
static void new_chunk(struct heap *h)
{
	assert(h->next <= h->end && "a chunk is not overrun");
	size_t left = (size_t)(h->end - h->next);
	if (left >= HEAP_UNIT) {
		struct heap_block *rest = (struct heap_block *)h->next;
		size_t c = left / HEAP_UNIT;
		*rest = (struct heap_block){ .units = (uint16_t)c, .next = h->free[c] };
		h->free[c] = rest;
	}
	struct heap_chunk *chunk = mem_alloc(CHUNK_SIZE);
	chunk->next = h->chunks;
	h->chunks = chunk;
	h->next = (char *)chunk + HEAP_UNIT;
	h->end = (char *)chunk + CHUNK_SIZE;
}

void *heap_alloc_slow(struct heap *h, size_t n)
{
	assert(n > 0 && "a block has a size");
	size_t size = heap_class(n) * HEAP_UNIT;
	if (size == 0)
		return large_alloc(h, n);
	if ((size_t)(h->end - h->next) < size)
		new_chunk(h);
	void *p = h->next;
	h->next += size;
	return p;
}

void *heap_realloc(struct heap *h, void *p, size_t old, size_t n)
{
	if (!p)
		return heap_alloc(h, n);
	assert(old > 0 && n > 0 && "a block has a size");
	size_t from = heap_class(old), to = heap_class(n);
	if (from == 0 && to == 0)
		return large_realloc(h, p, n);
	if (from == to)
		return p;
	void *q = heap_alloc(h, n);
	memcpy(q, p, old < n ? old : n);
	heap_free(h, p, old);
	return q;
}

void heap_free(struct heap *h, void *p, size_t n)
{
	assert(p && n > 0 && "a block has a size");
	size_t c = heap_class(n);
	if (c == 0) {
		large_free(h, p);
		return;
	}
	struct heap_block *b = p;
	b->next = h->free[c];
	h->free[c] = b;
}

void heap_walk(const struct heap *h, void (*f)(void *arg, void *block), void *arg)
{
	for (struct heap_chunk *c = h->chunks; c; c = c->next) {
		char *end = c == h->chunks ? h->next : (char *)c + CHUNK_SIZE;
		for (char *p = (char *)c + HEAP_UNIT; p < end;
			p += (size_t)((struct heap_block *)p)->units * HEAP_UNIT) {
			assert(((struct heap_block *)p)->units > 0 && "a block has a size");
			f(arg, p);
		}
	}
	for (struct heap_large *l = h->large; l; l = l->next)
		f(arg, l + 1);
}

void heap_fini(struct heap *h)
{
	while (h->large)
		large_free(h, h->large + 1);
	while (h->chunks) {
		struct heap_chunk *next = h->chunks->next;
		mem_free(h->chunks);
		h->chunks = next;
	}
	*h = (struct heap){ 0 };
}
