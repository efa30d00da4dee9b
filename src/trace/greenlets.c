#include "trace/greenlets.h"

#include "trace/store.h"

#include <assert.h>

void greenlets_first_birth(struct greenlet_table *t, uint32_t number, uint32_t frame)
{
	assert(frame != FRAME_NONE && "a frame is born");
	t->bearing = number + 1;
	while (t->first.len <= number)
		array_push(&t->first, 0);
	if (t->first.at[number] == 0)
		t->first.at[number] = frame + 1;
}

void greenlets_first_show(struct greenlet_table *t, uint32_t number, uint64_t serial)
{
	while (t->shown.len <= number)
		array_push(&t->shown, false);
	t->shown.at[number] = true;
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
	return t->first.len * sizeof *t->first.at + t->shown.len * sizeof *t->shown.at +
		t->numbers.cap * 2 * sizeof(uint64_t);
}

void greenlets_fini(struct greenlet_table *t)
{
	array_fini(&t->first);
	array_fini(&t->shown);
	map_fini(&t->numbers);
}
