#include "trace/frame_rows.h"

#include <assert.h>
#include <string.h>

enum { ROW_BITS = 6 };

/* Words of a level of a set of a depth; level 0 is the lowest. */
static size_t words_of(unsigned depth, unsigned level)
{
	assert(level < depth && "a level of the set");
	return (size_t)1 << ROW_BITS * (depth - 1 - level);
}

/* A level more at the top; those below grow with it. */
static void add_level(struct rows *r)
{
	assert(r->depth < ROW_LEVELS && "a frame's number fits the levels");
	bool any = r->depth > 0 && r->level[r->depth - 1][0] != 0;
	for (unsigned k = 0; k < r->depth; k++) {
		uint64_t *wider = mem_calloc(words_of(r->depth + 1, k), sizeof *wider);
		memcpy(wider, r->level[k], words_of(r->depth, k) * sizeof *wider);
		mem_free(r->level[k]);
		r->level[k] = wider;
	}
	r->level[r->depth] = mem_calloc(1, sizeof *r->level[0]);
	r->level[r->depth][0] = any;
	r->depth++;
	r->cap = (uint64_t)1 << ROW_BITS * r->depth;
}

/* The lowest word of row turns from empty to not empty, or back. */
static void note_word(struct rows *r, uint32_t row, bool empty)
{
	for (unsigned k = 1; k < r->depth; k++) {
		uint64_t *word = &r->level[k][(row >>= ROW_BITS) >> ROW_BITS], old = *word,
			 bit = (uint64_t)1 << (row & 63);
		*word = empty ? old & ~bit : old | bit;
		if ((empty ? *word : old) != 0)
			return;
	}
}

void rows_add(struct rows *r, uint32_t row)
{
	while (row >= r->cap)
		add_level(r);
	uint64_t *word = &r->level[0][row >> ROW_BITS], old = *word;
	*word = old | (uint64_t)1 << (row & 63);
	if (old == 0)
		note_word(r, row, false);
}

void rows_remove(struct rows *r, uint32_t row)
{
	if (row >= r->cap)
		return;
	uint64_t *word = &r->level[0][row >> ROW_BITS], old = *word;
	*word = old & ~((uint64_t)1 << (row & 63));
	if (*word == 0 && old != 0)
		note_word(r, row, true);
}

uint32_t rows_lowest(const struct rows *r)
{
	if (r->depth == 0 || r->level[r->depth - 1][0] == 0)
		return ROWS_NONE;
	uint32_t row = 0;
	for (unsigned k = r->depth; k-- > 0;)
		row = row << ROW_BITS | (uint32_t)__builtin_ctzll(r->level[k][row]);
	return row;
}

void rows_fini(struct rows *r)
{
	for (unsigned k = 0; k < r->depth; k++)
		mem_free(r->level[k]);
	*r = (struct rows){ 0 };
}

static uint32_t choose_slot(const struct frame_rows *s, uint32_t code)
{
	uint32_t slot = rows_lowest(&s->by_code.at[code]);
	return slot != ROWS_NONE ? slot : rows_lowest(&s->free);
}

static uint32_t new_slot(struct frame_rows *s, uint32_t code)
{
	array_push(&s->codes, code);
	return (uint32_t)s->codes.len - 1;
}

/* The row that became free last goes to the sets. */
static void put_last(struct frame_rows *s)
{
	if (s->last == 0)
		return;
	uint32_t slot = s->last - 1;
	assert(slot < s->codes.len && "a row that was taken");
	s->last = 0;
	rows_add(&s->free, slot);
	rows_add(&s->by_code.at[s->codes.at[slot]], slot);
}

static __attribute__((noinline)) uint32_t take_from_sets(struct frame_rows *s, uint32_t code)
{
	while (s->by_code.len <= code)
		array_push(&s->by_code, (struct rows){ 0 });
	put_last(s);
	uint32_t slot = choose_slot(s, code);
	assert((slot == ROWS_NONE || slot < s->codes.len) && "a free row is one that was taken");
	if (slot == ROWS_NONE)
		return new_slot(s, code);
	rows_remove(&s->free, slot);
	rows_remove(&s->by_code.at[s->codes.at[slot]], slot);
	s->codes.at[slot] = code;
	return slot;
}

uint32_t frame_rows_take(struct frame_rows *s, uint32_t code)
{
	uint32_t last = s->last - 1;
	if (s->last == 0 || s->codes.at[last] != code || last >= rows_lowest(&s->by_code.at[code]))
		return take_from_sets(s, code);
	s->last = 0;
	return last;
}

static __attribute__((noinline)) void release_after_last(struct frame_rows *s, uint32_t slot)
{
	put_last(s);
	s->last = slot + 1;
}

void frame_rows_release(struct frame_rows *s, uint32_t slot)
{
	assert(slot < s->codes.len && "a row that was taken");
	if (s->last == 0)
		s->last = slot + 1;
	else
		release_after_last(s, slot);
}

void frame_rows_fini(struct frame_rows *s)
{
	for (size_t i = 0; i < s->by_code.len; i++)
		rows_fini(&s->by_code.at[i]);
	array_fini(&s->by_code);
	rows_fini(&s->free);
	array_fini(&s->codes);
}
