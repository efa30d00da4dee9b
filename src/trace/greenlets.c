#include "trace/greenlets.h"

#include "trace/store.h"

#include <assert.h>

void greenlets_birth(struct greenlet_table *t, uint32_t number, uint32_t frame)
{
	assert(frame != FRAME_NONE && "a frame is born");
	while (t->first.len <= number)
		array_push(&t->first, 0);
	if (t->first.at[number] == 0)
		t->first.at[number] = frame + 1;
}

void greenlets_show(struct greenlet_table *t, uint32_t number, uint64_t serial)
{
	map_put(&t->numbers, serial, number);
}

uint32_t trace_greenlet_number(const struct trace *t, uint64_t serial)
{
	const uint64_t *number = map_find(&t->greenlets.numbers, serial);
	return number ? (uint32_t)*number : FRAME_NONE;
}

uint32_t trace_greenlet_frame(const struct trace *t, uint32_t number)
{
	return number < t->greenlets.first.len ? t->greenlets.first.at[number] - 1 : FRAME_NONE;
}

size_t greenlets_size(const struct greenlet_table *t)
{
	return t->first.len * sizeof *t->first.at + t->numbers.cap * 2 * sizeof(uint64_t);
}

void greenlets_fini(struct greenlet_table *t)
{
	array_fini(&t->first);
	map_fini(&t->numbers);
}
