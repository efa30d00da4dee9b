#include "vm/value/weak_list.h"

#include "vm/value/machine.h"

#include <assert.h>

/* Fewer gaps than that are not worth moving what stands behind them. */
enum { GAPS_FEW = 32 };

int64_t weak_list_add(struct weak_list *r, struct obj *o)
{
	assert(o && "an object");
	struct weak_list_entry e = { ++r->numbers, o };
	array_push(r, e);
	return e.number;
}

static void close_gaps(struct weak_list *r)
{
	size_t kept = 0;
	for (size_t i = 0; i < r->len; i++) {
		if (r->at[i].obj)
			r->at[kept++] = r->at[i];
	}
	r->len = kept;
	assert(r->len <= r->cap && "gaps only go");
	r->gaps = 0;
}

static void empty_place(struct weak_list *r, size_t i)
{
	assert(i < r->len && "a place of the list");
	if (!r->at[i].obj)
		return;
	r->at[i].obj = NULL;
	if (++r->gaps > GAPS_FEW && r->gaps > r->len / 2)
		close_gaps(r);
}

void weak_list_remove(struct weak_list *r, int64_t number)
{
	size_t low = 0, high = r->len;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (r->at[middle].number < number)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < r->len && r->at[low].number == number)
		empty_place(r, low);
}

void weak_list_note(struct weak_list *r, struct obj *o)
{
	assert(!map_find(&r->known, (uintptr_t)o) && "an object is noted once");
	map_put(&r->known, (uintptr_t)o, (uint64_t)weak_list_add(r, o));
}

void weak_list_forget(struct weak_list *r, const struct obj *o)
{
	const uint64_t *number = map_find(&r->known, (uintptr_t)o);
	if (number) {
		weak_list_remove(r, (int64_t)*number);
		map_remove(&r->known, (uintptr_t)o);
	}
}

void weak_list_clear(struct weak_list *r)
{
	r->len = r->gaps = 0;
	map_fini(&r->known);
	r->known = (struct map){ 0 };
}

void weak_list_fini(struct weak_list *r)
{
	array_fini(r);
	map_fini(&r->known);
}
