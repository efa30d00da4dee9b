#include "session/inspect/fingerprint.h"

#include "base/array.h"
#include "base/map.h"
#include "session/inspect/evaluate.h"
#include "trace/object_kind.h"

#include <string.h>

/* As many objects as a copy takes. */
enum { MAX_OBJECTS = 3000 };

struct reading {
	const struct moment *m;
	const char *expression;
	uint64_t hash;
	struct map seen; /* objects that were found */
	struct {
		ARRAY(uint64_t);
	} found;
};

static void mix_in(struct reading *r, uint64_t x)
{
	r->hash = (r->hash ^ x) * UINT64_C(0x9E3779B97F4A7C15);
	r->hash ^= r->hash >> 29;
}

static void read_value(struct reading *r, struct rvalue v)
{
	uint64_t bits = 0;
	if (v.kind == R_FLOAT)
		memcpy(&bits, &v.f, sizeof bits);
	else if (v.kind == R_INT)
		bits = (uint64_t)v.i;
	else if (v.kind == R_TEXT || v.kind == R_OBJECT)
		bits = v.n;
	mix_in(r, (uint64_t)v.kind);
	mix_in(r, bits);
	if (v.kind == R_OBJECT && r->found.len < MAX_OBJECTS && map_put(&r->seen, v.n, 1))
		array_push(&r->found, v.n);
}

static void read_object(struct reading *r, uint64_t serial)
{
	const struct mobject *o = moment_object(r->m, serial);
	if (o == NULL)
		return;
	uint32_t width = object_width(o->kind);
	mix_in(r, o->n);
	for (uint32_t i = 0; i < o->n * width; i++)
		read_value(r, o->items[i]);
	if (o->attrs != 0)
		read_value(r, (struct rvalue){ .kind = R_OBJECT, .n = o->attrs });
}

static void read_name(void *self, const char *name, size_t n, struct rvalue v)
{
	struct reading *r = self;
	if (!definitions_mention(r->expression, name, n))
		return;
	mix_in(r, hash_bytes(name, n));
	read_value(r, v);
}

uint64_t fingerprint(
	const struct moment *m, uint32_t frame, const char *expression, const struct definitions *d)
{
	struct reading r = { .m = m, .expression = expression, .hash = 1 };
	evaluate_names(m, frame, read_name, &r);
	for (size_t i = 0; i < d->globals.len; i++)
		read_value(&r, evaluate_name(m, 0, d->globals.at[i], strlen(d->globals.at[i])));
	for (size_t i = 0; i < r.found.len; i++)
		read_object(&r, r.found.at[i]);
	map_fini(&r.seen);
	array_fini(&r.found);
	return r.hash != 0 ? r.hash : 1;
}
