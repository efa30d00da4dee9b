#include "trace/frames.h"

#include <assert.h>
#include <string.h>

static bool has_cells(const struct code *c)
{
	for (uint32_t i = 0; i < c->nvars; i++) {
		if (c->vars[i].is_cell)
			return true;
	}
	return false;
}

uint32_t frames_code_find(const struct frame_table *t, const struct code *c)
{
	const uint64_t *number = map_find(&t->code_numbers, (uintptr_t)c);
	return number ? (uint32_t)*number : UINT32_MAX;
}

uint32_t frames_code(struct frame_table *t, const struct code *c)
{
	uint32_t found = frames_code_find(t, c);
	if (found != UINT32_MAX)
		return found;
	array_push(&t->codes, ((struct frame_code){ .code = c, .first_point = t->points, .cells = has_cells(c) }));
	t->points += c->nreentries;
	map_put(&t->code_numbers, (uintptr_t)c, t->codes.len - 1);
	return (uint32_t)t->codes.len - 1;
}

static struct frame_block *block_of(const struct frame_table *t, uint32_t id)
{
	assert(id < t->len);
	return &t->blocks.at[id / FRAMES_PER_BLOCK];
}

static struct frame_info *open_info(const struct frame_table *t, uint32_t id)
{
	struct frame_block *b = block_of(t, id);
	assert(b->open && "the frame is alive");
	return &b->open[id % FRAMES_PER_BLOCK];
}

uint32_t frames_add(struct frame_table *t, uint32_t code, struct frame_info i)
{
	uint32_t id = t->len++;
	if (id % FRAMES_PER_BLOCK == 0) {
		struct frame_info *open = mem_calloc(FRAMES_PER_BLOCK, sizeof *open);
		array_push(&t->blocks, (struct frame_block){ .open = open });
	}
	i.code = t->codes.at[code].code;
	i.nth = ++t->codes.at[code].frames;
	i.entry = FRAME_NONE;
	i.died = UINT64_MAX;
	block_of(t, id)->alive++;
	*open_info(t, id) = i;
	return id;
}

uint32_t frames_slot(const struct frame_table *t, uint32_t id)
{
	return open_info(t, id)->slot;
}

void frames_enter(struct frame_table *t, uint32_t id)
{
	open_info(t, id)->entry = t->entered++;
}

/* Numbers that are near those of the frame before are packed as differences. */
static void pack_info(const struct frame_table *t, struct bytes *b, const struct frame_info *i, const struct frame_info *before)
{
	pack_number(b, frames_code_find(t, i->code));
	pack_signed(b, (int64_t)i->entry - before->entry);
	pack_signed(b, (int64_t)i->nth - before->nth);
	pack_number(b, i->slot);
	pack_number(b, i->greenlet);
	pack_number(b, i->born - before->born);
	pack_number(b, i->died == UINT64_MAX ? 0 : i->died - i->born + 1);
}

static void unpack_info(const struct frame_table *t, const uint8_t **p, struct frame_info *i)
{
	i->code = t->codes.at[unpack_number(p)].code;
	i->entry = (uint32_t)(i->entry + unpack_signed(p));
	i->nth = (uint32_t)(i->nth + unpack_signed(p));
	i->slot = (uint32_t)unpack_number(p);
	i->greenlet = (uint32_t)unpack_number(p);
	i->born += unpack_number(p);
	uint64_t life = unpack_number(p);
	i->died = life == 0 ? UINT64_MAX : i->born + life - 1;
}

static void pack_block(const struct frame_table *t, struct frame_block *b, uint32_t n)
{
	struct bytes packed = {0};
	struct frame_info before = {0};
	for (uint32_t i = 0; i < n; i++) {
		pack_info(t, &packed, &b->open[i], &before);
		before = b->open[i];
	}
	mem_free(b->open);
	b->open = NULL;
	b->size = (uint32_t)packed.len;
	b->packed = mem_realloc(packed.at, packed.len);
}

void frames_die(struct frame_table *t, uint32_t id, uint64_t step)
{
	struct frame_block *b = block_of(t, id);
	open_info(t, id)->died = step;
	if (--b->alive == 0 && t->len - id / FRAMES_PER_BLOCK * FRAMES_PER_BLOCK >= FRAMES_PER_BLOCK)
		pack_block(t, b, FRAMES_PER_BLOCK);
}

struct frame_info frames_get(const struct frame_table *t, uint32_t id)
{
	const struct frame_block *b = block_of(t, id);
	uint32_t n = id % FRAMES_PER_BLOCK;
	if (b->open)
		return b->open[n];
	struct frame_info i = {0};
	const uint8_t *p = b->packed;
	for (uint32_t k = 0; k <= n; k++)
		unpack_info(t, &p, &i);
	return i;
}

uint32_t frames_get_block(const struct frame_table *t, uint32_t id, struct frame_info infos[FRAMES_PER_BLOCK])
{
	const struct frame_block *b = block_of(t, id);
	uint32_t first = id - id % FRAMES_PER_BLOCK;
	struct frame_info i = {0};
	const uint8_t *p = b->packed;
	for (uint32_t k = 0; k < FRAMES_PER_BLOCK && first + k < t->len; k++) {
		if (!b->open)
			unpack_info(t, &p, &i);
		infos[k] = b->open ? b->open[k] : i;
	}
	return first;
}

void frames_close(struct frame_table *t)
{
	for (size_t i = 0; i < t->blocks.len; i++) {
		uint32_t left = t->len - (uint32_t)i * FRAMES_PER_BLOCK;
		if (t->blocks.at[i].open)
			pack_block(t, &t->blocks.at[i], left < FRAMES_PER_BLOCK ? left : FRAMES_PER_BLOCK);
	}
}

size_t frames_size(const struct frame_table *t)
{
	size_t size = t->blocks.len * sizeof *t->blocks.at + t->codes.len * sizeof *t->codes.at;
	for (size_t i = 0; i < t->blocks.len; i++)
		size += t->blocks.at[i].open ? FRAMES_PER_BLOCK * sizeof(struct frame_info) : t->blocks.at[i].size;
	return size;
}

void frames_fini(struct frame_table *t)
{
	for (size_t i = 0; i < t->blocks.len; i++) {
		mem_free(t->blocks.at[i].open);
		mem_free(t->blocks.at[i].packed);
	}
	array_fini(&t->blocks);
	array_fini(&t->codes);
	map_fini(&t->code_numbers);
}
