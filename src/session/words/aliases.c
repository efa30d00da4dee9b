#include "session/words/aliases.h"

#include "session/words/variable.h"
#include "trace/object_kind.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* So many references are looked at. */
enum { REFERENCES = 512 };

static bool can_be_shared(const struct moment *m, struct rvalue v)
{
	const struct mobject *o = v.kind == R_OBJECT ? moment_object(m, v.n) : NULL;
	return o != NULL && !object_kinds[o->kind].is_global;
}

/* The serials of all objects that variables refer to, each as often as it is
 * referred to; returns their number. */
static size_t list_references(const struct moment *m, uint64_t *out)
{
	struct variable vars[VARIABLE_MAX];
	uint32_t slots = trace_slots(moment_trace(m));
	size_t n = 0;
	for (uint32_t slot = 0; slot < slots && n + VARIABLE_MAX < REFERENCES; slot++) {
		const struct mframe *f = moment_slot(m, slot);
		uint32_t count = f != NULL && f->state != CORO_FINISHED
			? variable_list(m, m, f, VARIABLE_MAX, vars)
			: 0;
		for (uint32_t i = 0; i < count; i++) {
			if (!vars[i].outer && can_be_shared(m, vars[i].value))
				out[n++] = vars[i].value.n;
		}
	}
	return n;
}

static int compare_serials(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

struct aliases aliases_at(const struct moment *m, struct arena *a)
{
	uint64_t serials[REFERENCES];
	size_t n = list_references(m, serials);
	struct aliases all = { .at = arena_alloc(a, (n + 1) * sizeof *all.at) };
	qsort(serials, n, sizeof *serials, compare_serials);
	for (size_t i = 0, run; i < n; i += run) {
		for (run = 1; i + run < n && serials[i + run] == serials[i];)
			run++;
		if (run > 1)
			all.at[all.n++] = (struct shared_object){ .serial = serials[i],
				.refers = (uint32_t)run };
	}
	return all;
}

struct shared_object *aliases_find(const struct aliases *all, struct rvalue v, char name[16])
{
	for (size_t i = 0; v.kind == R_OBJECT && i < all->n; i++) {
		if (all->at[i].serial != v.n)
			continue;
		int used = snprintf(name, 16, "%c", (char)('A' + i % 26));
		if (i >= 26)
			snprintf(name + used, (size_t)(16 - used), "%u",
				(unsigned)(i / 26 + 1) % 100000);
		return &all->at[i];
	}
	return NULL;
}
