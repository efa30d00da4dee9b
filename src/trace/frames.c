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
	assert(c && "a frame has a code");
	uint32_t found = frames_code_find(t, c);
	if (found != UINT32_MAX)
		return found;
	array_push(&t->codes,
		((struct frame_code){
			.code = c, .first_point = t->points, .cells = has_cells(c) }));
	t->points += c->nreentries;
	map_put(&t->code_numbers, (uintptr_t)c, t->codes.len - 1);
	return (uint32_t)t->codes.len - 1;
}

static struct frame_block *block_of(const struct frame_table *t, uint32_t id)
{
	assert(id < t->len);
	return &t->blocks.at[id / FRAMES_PER_BLOCK];
}

static void add_block(struct frame_table *t)
{
	struct frame_open *open = t->spare.len > 0 ? t->spare.at[--t->spare.len]
						   : mem_alloc(sizeof *open);
	array_push(&t->blocks, (struct frame_block){ .open = open });
}

uint32_t frames_add(
	struct frame_table *t, uint32_t code, uint32_t slot, uint32_t greenlet, uint64_t born)
{
	assert(code < t->codes.len && "the code of a frame is known before it");
	uint32_t id = t->len++, i = id % FRAMES_PER_BLOCK;
	if (i == 0)
		add_block(t);
	struct frame_block *b = &t->blocks.at[id / FRAMES_PER_BLOCK];
	assert(b->open && "a block is open until its last frame has died");
	struct frame_code *c = &t->codes.at[code];
	b->alive++;
	b->open->frame[i] = (struct frame_kept){
		.code = code,
		.entry = FRAME_NONE,
		.nth = ++c->frames,
		.slot = slot,
		.greenlet = greenlet,
		.born = born,
		.died = UINT64_MAX,
	};
	return id;
}

void frames_enter(struct frame_table *t, uint32_t id)
{
	const struct frame_block *b = block_of(t, id);
	assert(b->open && "the frame is alive");
	uint32_t *entry = &b->open->frame[id % FRAMES_PER_BLOCK].entry;
	assert(*entry == FRAME_NONE && "a frame is entered first once");
	*entry = t->entered++;
}

/* Numbers that are near those of the frame before are packed as differences. */
static uint8_t *pack_kept(uint8_t *p, const struct frame_kept *f, const struct frame_kept *before)
{
	p = pack_number_at(p, f->code);
	p = pack_signed_at(p, (int64_t)f->entry - before->entry);
	p = pack_signed_at(p, (int64_t)f->nth - before->nth);
	p = pack_number_at(p, f->slot);
	p = pack_number_at(p, f->greenlet);
	p = pack_number_at(p, f->born - before->born);
	return pack_number_at(p, f->died == UINT64_MAX ? 0 : f->died - f->born + 1);
}

/* f is the frame before, and becomes the one at *p. */
static void unpack_kept(const uint8_t **p, struct frame_kept *f)
{
	assert(p && *p && "a packed block");
	f->code = (uint32_t)unpack_number(p);
	f->entry = (uint32_t)(f->entry + unpack_signed(p));
	f->nth = (uint32_t)(f->nth + unpack_signed(p));
	f->slot = (uint32_t)unpack_number(p);
	f->greenlet = (uint32_t)unpack_number(p);
	f->born += unpack_number(p);
	uint64_t life = unpack_number(p);
	f->died = life == 0 ? UINT64_MAX : f->born + life - 1;
}

static struct frame_info kept_info(const struct frame_table *t, const struct frame_kept *f)
{
	const struct frame_code *c = &t->codes.at[f->code];
	return (struct frame_info){
		.code = c->code,
		.entry = f->entry,
		.nth = f->nth,
		.title = c->title,
		.number = f->nth,
		.alone = c->frames == 1,
		.slot = f->slot,
		.greenlet = f->greenlet,
		.born = f->born,
		.died = f->died,
	};
}

enum { NUMBERS_PER_FRAME = 7, SPARE_BLOCKS = 64 };

static void pack_block(struct frame_table *t, struct frame_block *b, uint32_t n)
{
	assert(b->open && n <= FRAMES_PER_BLOCK && "a block is packed once");
	static const struct frame_kept none;
	const struct frame_kept *before = &none;
	uint8_t *p = bytes_room(&t->packed, (size_t)n * NUMBERS_PER_FRAME * PACK_NUMBER);
	b->packed = t->packed.len;
	for (uint32_t i = 0; i < n; i++) {
		p = pack_kept(p, &b->open->frame[i], before);
		before = &b->open->frame[i];
	}
	bytes_end(&t->packed, p);
	if (t->spare.len < SPARE_BLOCKS)
		array_push(&t->spare, b->open);
	else
		mem_free(b->open);
	b->open = NULL;
}

void frames_die(struct frame_table *t, uint32_t id, uint64_t step)
{
	struct frame_block *b = block_of(t, id);
	assert(b->alive > 0 && b->open && "who dies was alive");
	b->open->frame[id % FRAMES_PER_BLOCK].died = step;
	if (--b->alive == 0 &&
		t->len - id / FRAMES_PER_BLOCK * FRAMES_PER_BLOCK >= FRAMES_PER_BLOCK)
		pack_block(t, b, FRAMES_PER_BLOCK);
}

struct frame_info frames_get(const struct frame_table *t, uint32_t id)
{
	const struct frame_block *b = block_of(t, id);
	uint32_t n = id % FRAMES_PER_BLOCK;
	if (b->open)
		return kept_info(t, &b->open->frame[n]);
	struct frame_kept f = { 0 };
	const uint8_t *p = t->packed.at + b->packed;
	for (uint32_t k = 0; k <= n; k++)
		unpack_kept(&p, &f);
	return kept_info(t, &f);
}

uint32_t frames_get_block(
	const struct frame_table *t, uint32_t id, struct frame_info infos[FRAMES_PER_BLOCK])
{
	const struct frame_block *b = block_of(t, id);
	uint32_t first = id - id % FRAMES_PER_BLOCK;
	struct frame_kept f = { 0 };
	const uint8_t *p = t->packed.at + b->packed;
	for (uint32_t k = 0; k < FRAMES_PER_BLOCK && first + k < t->len; k++) {
		if (!b->open)
			unpack_kept(&p, &f);
		infos[k] = kept_info(t, b->open ? &b->open->frame[k] : &f);
	}
	return first;
}

void frames_close(struct frame_table *t)
{
	for (size_t i = 0; i < t->blocks.len; i++) {
		uint32_t left = t->len - (uint32_t)i * FRAMES_PER_BLOCK;
		if (t->blocks.at[i].open)
			pack_block(t, &t->blocks.at[i],
				left < FRAMES_PER_BLOCK ? left : FRAMES_PER_BLOCK);
	}
	while (t->spare.len > 0)
		mem_free(t->spare.at[--t->spare.len]);
}

size_t frames_size(const struct frame_table *t)
{
	size_t size = t->blocks.len * sizeof *t->blocks.at + t->codes.len * sizeof *t->codes.at +
		t->packed.len;
	for (size_t i = 0; i < t->blocks.len; i++)
		size += t->blocks.at[i].open ? sizeof *t->blocks.at[i].open : 0;
	return size;
}

void frames_fini(struct frame_table *t)
{
	for (size_t i = 0; i < t->blocks.len; i++)
		mem_free(t->blocks.at[i].open);
	for (size_t i = 0; i < t->spare.len; i++)
		mem_free(t->spare.at[i]);
	array_fini(&t->spare);
	array_fini(&t->blocks);
	array_fini(&t->packed);
	array_fini(&t->codes);
	map_fini(&t->code_numbers);
}
