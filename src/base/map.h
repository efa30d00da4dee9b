#ifndef COSUB_BASE_MAP_H
#define COSUB_BASE_MAP_H

/*
 * A hash map from 64-bit keys to 64-bit values, with open addressing.  Keys
 * are numbers or addresses (interned names, objects).  The order of iteration
 * is never used: nothing that a person sees may depend on it.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Zeroed memory is an empty map.  The key UINT64_MAX is not allowed. */
struct map {
	struct map_entry *table; /* a power of two */
	size_t cap, len;
};

/* The place of the value of key, or NULL.  Valid until the next map_put
 * or map_remove. */
uint64_t *map_find(const struct map *m, uint64_t key);

/* Sets the value of key; true if the key was not there. */
bool map_put(struct map *m, uint64_t key, uint64_t value);

/* Removes key; true if it was there. */
bool map_remove(struct map *m, uint64_t key);

void map_fini(struct map *m);

/* A well-mixed hash of n bytes, the same on every machine and run. */
uint64_t hash_bytes(const void *p, size_t n);

#endif
