#include "trace/slots.h"

#include <string.h>

static void swap(uint32_t *a, uint32_t *b)
{
	uint32_t t = *a;
	*a = *b;
	*b = t;
}

static void heap_push(struct slot_heap *h, uint32_t slot)
{
	array_push(h, slot);
	for (size_t i = h->len - 1; i > 0 && h->at[i] < h->at[(i - 1) / 2]; i = (i - 1) / 2)
		swap(&h->at[i], &h->at[(i - 1) / 2]);
}

static uint32_t heap_pop(struct slot_heap *h)
{
	uint32_t top = h->at[0];
	h->at[0] = h->at[--h->len];
	for (size_t i = 0;;) {
		size_t least = i;
		for (size_t child = 2 * i + 1; child <= 2 * i + 2 && child < h->len; child++) {
			if (h->at[child] < h->at[least])
				least = child;
		}
		if (least == i)
			return top;
		swap(&h->at[i], &h->at[least]);
		i = least;
	}
}

static struct slot_heap *heap_of(struct slots *s, uint32_t code)
{
	while (s->by_code.len <= code)
		array_push(&s->by_code, (struct slot_heap){0});
	return &s->by_code.at[code];
}

static bool is_free_for(const struct slots *s, uint32_t slot, uint32_t code)
{
	return !s->all.at[slot].taken && s->all.at[slot].code == code;
}

static uint32_t new_slot(struct slots *s)
{
	array_push(&s->all, (struct slot){0});
	return (uint32_t)s->all.len - 1;
}

static uint32_t lowest_free(struct slots *s)
{
	while (s->free.len > 0) {
		uint32_t slot = heap_pop(&s->free);
		s->all.at[slot].listed = false;
		if (!s->all.at[slot].taken)
			return slot;
	}
	return new_slot(s);
}

static uint32_t choose(struct slots *s, uint32_t code)
{
	struct slot_heap *h = heap_of(s, code);
	while (h->len > 0) {
		uint32_t slot = heap_pop(h);
		if (is_free_for(s, slot, code))
			return slot;
	}
	return lowest_free(s);
}

uint32_t slots_take(struct slots *s, uint32_t code)
{
	uint32_t slot = choose(s, code);
	s->all.at[slot].taken = true;
	s->all.at[slot].code = code;
	return slot;
}

/* Throws out rows that others have taken, and those that are there twice:
 * a sorted array is a heap. */
static void sweep(struct slots *s, uint32_t code)
{
	struct slot_heap old = *heap_of(s, code);
	struct slot_heap fresh = {0};
	while (old.len > 0) {
		uint32_t slot = heap_pop(&old);
		if (is_free_for(s, slot, code) && (fresh.len == 0 || fresh.at[fresh.len - 1] != slot))
			array_push(&fresh, slot);
	}
	array_fini(&old);
	*heap_of(s, code) = fresh;
}

void slots_release(struct slots *s, uint32_t slot)
{
	struct slot *at = &s->all.at[slot];
	at->taken = false;
	struct slot_heap *h = heap_of(s, at->code);
	heap_push(h, slot);
	if (h->len > 2 * s->all.len + 16)
		sweep(s, at->code);
	if (!at->listed)
		heap_push(&s->free, slot);
	at->listed = true;
}

void slots_fini(struct slots *s)
{
	for (size_t i = 0; i < s->by_code.len; i++)
		array_fini(&s->by_code.at[i]);
	array_fini(&s->by_code);
	array_fini(&s->free);
	array_fini(&s->all);
}
