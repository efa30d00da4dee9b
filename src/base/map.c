#include "base/map.h"

#include "base/mem.h"

#include <assert.h>

enum { FIRST_CAP = 16 };

#define FREE_KEY UINT64_MAX

struct map_entry {
	uint64_t key, value;
};

/* Every bit of x moves about half of the bits of the result: two rounds of
 * shift and multiplication by an odd number without a pattern. */
static uint64_t mix_bits(uint64_t x)
{
	x ^= x >> 32;
	x *= UINT64_C(0x9e6f1d2b5c83a7e5);
	x ^= x >> 29;
	x *= UINT64_C(0xd1b54a32d192ed03);
	return x ^ x >> 32;
}

static size_t home_of(const struct map *m, uint64_t key)
{
	return mix_bits(key) & (m->cap - 1);
}

static size_t after(const struct map *m, size_t i)
{
	return (i + 1) & (m->cap - 1);
}

/* The place where key is, or the free place where it belongs. */
static struct map_entry *entry_of(const struct map *m, uint64_t key)
{
	size_t i = home_of(m, key);
	while (m->table[i].key != key && m->table[i].key != FREE_KEY)
		i = after(m, i);
	return &m->table[i];
}

static void grow_map(struct map *m)
{
	struct map_entry *old = m->table;
	size_t old_cap = m->cap;
	m->cap = old_cap ? old_cap * 2 : FIRST_CAP;
	assert((m->cap & (m->cap - 1)) == 0 && "a mask finds the place");
	m->table = mem_reallocarray(NULL, m->cap, sizeof *m->table);
	for (size_t i = 0; i < m->cap; i++)
		m->table[i] = (struct map_entry){ .key = FREE_KEY };
	for (size_t i = 0; i < old_cap; i++) {
		if (old[i].key != FREE_KEY)
			*entry_of(m, old[i].key) = old[i];
	}
	mem_free(old);
}

uint64_t *map_find(const struct map *m, uint64_t key)
{
	assert(key != FREE_KEY);
	if (m->len == 0)
		return NULL;
	struct map_entry *e = entry_of(m, key);
	return e->key == key ? &e->value : NULL;
}

bool map_put(struct map *m, uint64_t key, uint64_t value)
{
	assert(key != FREE_KEY);
	if (m->len >= m->cap / 4 * 3)
		grow_map(m);
	struct map_entry *e = entry_of(m, key);
	assert(m->len < m->cap && "a search ends at a free place");
	bool is_new = e->key != key;
	m->len += is_new;
	*e = (struct map_entry){ key, value };
	return is_new;
}

/* Whether an entry that belongs at home and stands at i may move back to hole
 * (all are places in a ring; i comes after hole): only if home is not between
 * the two. */
static bool may_move(size_t home, size_t hole, size_t i)
{
	return hole < i ? home <= hole || home > i : home <= hole && home > i;
}

/* Closes the hole by moving later entries of the cluster back, so that no
 * mark of a removed entry is needed and searches do not become longer. */
static void close_hole(struct map *m, size_t hole)
{
	assert(m->table[hole].key != FREE_KEY && "what is removed was there");
	for (size_t i = after(m, hole); m->table[i].key != FREE_KEY; i = after(m, i)) {
		if (may_move(home_of(m, m->table[i].key), hole, i)) {
			m->table[hole] = m->table[i];
			hole = i;
		}
	}
	m->table[hole].key = FREE_KEY;
}

bool map_remove(struct map *m, uint64_t key)
{
	assert(key != FREE_KEY);
	if (m->len == 0)
		return false;
	struct map_entry *e = entry_of(m, key);
	if (e->key != key)
		return false;
	close_hole(m, (size_t)(e - m->table));
	m->len--;
	return true;
}

void map_fini(struct map *m)
{
	mem_free(m->table);
	*m = (struct map){ 0 };
}

/* The first n <= 8 bytes at p as a little-endian number, whatever the
 * machine's order. */
static uint64_t load(const unsigned char *p, size_t n)
{
	uint64_t word = 0;
	for (size_t i = 0; i < n; i++)
		word |= (uint64_t)p[i] << 8 * i;
	return word;
}

uint64_t hash_bytes(const void *p, size_t n)
{
	assert((p || n == 0) && "no bytes may lie anywhere");
	const unsigned char *s = p;
	uint64_t hash = mix_bits(n + 1);
	for (; n >= 8; s += 8, n -= 8)
		hash = mix_bits(hash ^ load(s, 8));
	return n > 0 ? mix_bits(hash ^ load(s, n)) : hash;
}
