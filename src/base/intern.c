#include "base/intern.h"

#include "base/map.h"
#include "base/mem.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

enum { FIRST_CAP = 64 };

struct intern_entry {
	uint64_t hash;
	const char *text; /* NULL: a free place */
};

/* What stands in the arena; the address of text is what is given away. */
struct kept {
	size_t len;
	char text[];
};

static bool is_same(const struct intern_entry *e, uint64_t hash, const char *s, size_t n)
{
	return e->hash == hash && intern_len(e->text) == n && memcmp(e->text, s, n) == 0;
}

/* The place where the string is, or the free place where it belongs. */
static struct intern_entry *entry_of(
	const struct intern *in, uint64_t hash, const char *s, size_t n)
{
	size_t i = hash & (in->cap - 1);
	while (in->table[i].text && !is_same(&in->table[i], hash, s, n))
		i = (i + 1) & (in->cap - 1);
	return &in->table[i];
}

static void grow_table(struct intern *in)
{
	struct intern_entry *old = in->table;
	size_t old_cap = in->cap;
	in->cap = old_cap ? old_cap * 2 : FIRST_CAP;
	assert((in->cap & (in->cap - 1)) == 0 && "a mask finds the place");
	in->table = mem_calloc(in->cap, sizeof *in->table);
	for (size_t i = 0; i < old_cap; i++) {
		if (!old[i].text)
			continue;
		size_t at = old[i].hash & (in->cap - 1);
		while (in->table[at].text)
			at = (at + 1) & (in->cap - 1);
		in->table[at] = old[i];
	}
	mem_free(old);
}

static const char *keep(struct intern *in, const char *s, size_t n)
{
	struct kept *kept = arena_alloc(&in->strings, sizeof *kept + n + 1);
	kept->len = n;
	if (n > 0)
		memcpy(kept->text, s, n);
	return kept->text;
}

const char *intern_get(struct intern *in, const char *s, size_t n)
{
	if (!s) {
		assert(n == 0);
		s = "";
	}
	if (in->len >= in->cap / 4 * 3)
		grow_table(in);
	uint64_t hash = hash_bytes(s, n);
	assert(in->len < in->cap && "a search ends at a free place");
	struct intern_entry *e = entry_of(in, hash, s, n);
	if (!e->text) {
		e->hash = hash;
		e->text = keep(in, s, n);
		in->len++;
	}
	return e->text;
}

const char *intern_cstr(struct intern *in, const char *s)
{
	return intern_get(in, s, strlen(s));
}

size_t intern_len(const char *s)
{
	assert(s && "a name");
	const struct kept *kept = (const void *)(s - offsetof(struct kept, text));
	return kept->len;
}

void intern_fini(struct intern *in)
{
	mem_free(in->table);
	arena_fini(&in->strings);
	in->table = NULL;
	in->cap = in->len = 0;
}
