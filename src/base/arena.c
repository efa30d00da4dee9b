#include "base/arena.h"

#include "base/mem.h"

#include <assert.h>
#include <stdalign.h>
#include <stdint.h>
#include <string.h>

enum {
	FIRST_CHUNK = 4 * 1024,
	LARGEST_CHUNK = 256 * 1024,
	ALIGNMENT = alignof(max_align_t),
};

/* The newest chunk comes first; next and end of the arena point into it, or
 * into an older one when the newest was made for a single large block. */
struct arena_chunk {
	struct arena_chunk *older;
	size_t size;
	alignas(max_align_t) char bytes[];
};

static struct arena_chunk *chunk_new(size_t size)
{
	assert(size <= SIZE_MAX - sizeof(struct arena_chunk));
	struct arena_chunk *chunk = mem_calloc(1, sizeof *chunk + size);
	chunk->size = size;
	return chunk;
}

static void *large_alloc(struct arena *a, size_t n)
{
	assert(n > FIRST_CHUNK / 2 && "a small block goes into a shared chunk");
	struct arena_chunk *chunk = chunk_new(n);
	if (a->chunks) {
		chunk->older = a->chunks->older;
		a->chunks->older = chunk;
	} else {
		a->chunks = chunk;
	}
	return chunk->bytes;
}

static void add_chunk(struct arena *a)
{
	size_t size = a->chunks ? a->chunks->size * 2 : FIRST_CHUNK;
	if (size > LARGEST_CHUNK)
		size = LARGEST_CHUNK;
	struct arena_chunk *chunk = chunk_new(size);
	chunk->older = a->chunks;
	a->chunks = chunk;
	a->next = chunk->bytes;
	a->end = chunk->bytes + size;
}

void *arena_alloc(struct arena *a, size_t n)
{
	assert(n <= SIZE_MAX / 2);
	n = n > 0 ? (n + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT : ALIGNMENT;
	if (n > (size_t)(a->end - a->next)) {
		if (n > FIRST_CHUNK / 2)
			return large_alloc(a, n);
		add_chunk(a);
	}
	char *block = a->next;
	a->next += n;
	assert(a->next <= a->end && "a block lies in its chunk");
	return block;
}

char *arena_strndup(struct arena *a, const char *s, size_t n)
{
	assert((s || n == 0) && "a text of no bytes may be NULL, no other");
	char *copy = arena_alloc(a, n + 1);
	if (n > 0)
		memcpy(copy, s, n);
	return copy;
}

static void free_chunks(struct arena_chunk *chunk)
{
	while (chunk) {
		struct arena_chunk *older = chunk->older;
		mem_free(chunk);
		chunk = older;
	}
}

void arena_reset(struct arena *a)
{
	struct arena_chunk *newest = a->chunks;
	if (!newest || a->next < newest->bytes || a->next > newest->bytes + newest->size) {
		arena_fini(a);
		return;
	}
	memset(newest->bytes, 0, (size_t)(a->next - newest->bytes));
	free_chunks(newest->older);
	newest->older = NULL;
	a->next = newest->bytes;
}

void arena_fini(struct arena *a)
{
	free_chunks(a->chunks);
	*a = (struct arena){ 0 };
}
