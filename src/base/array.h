#ifndef COSUB_BASE_ARRAY_H
#define COSUB_BASE_ARRAY_H

/*
 * Growing arrays, generic by macro.  An array is any struct with the three
 * members that ARRAY declares:
 *
 *     struct line_list { ARRAY(struct line); } lines = {0};
 *     array_push(&lines, line);
 *     for (size_t i = 0; i < lines.len; i++) use(lines.at[i]);
 *     array_fini(&lines);
 *
 * Zeroed memory is an empty array.  Growth is by half, so a push is O(1)
 * amortised.
 */

#include "base/mem.h"

#include <stddef.h>

#define ARRAY(type) \
	type *at; \
	size_t len; \
	size_t cap

/* Makes room for n more elements without changing len. */
#define array_reserve(a, n) \
	((a)->at = array_grow_((a)->at, (a)->len, &(a)->cap, (n), sizeof *(a)->at))

/* Appends one element. */
#define array_push(a, x) \
	((a)->len < (a)->cap ? (void)0 : (void)array_reserve((a), 1), (a)->at[(a)->len++] = (x))

/* Frees the elements' block and leaves an empty array. */
#define array_fini(a) (mem_free((a)->at), (a)->at = NULL, (a)->len = (a)->cap = 0)

/* The block, moved if needed so that it has room for n elements past len. */
void *array_grow_(void *at, size_t len, size_t *cap, size_t n, size_t size);

#endif
