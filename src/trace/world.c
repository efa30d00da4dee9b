#include "trace/world.h"

#include <assert.h>
#include <string.h>

static struct clockwork beginning(void)
{
	return (struct clockwork){ .running = FRAME_NONE };
}

void world_init(struct world *w, const struct trace *t)
{
	*w = (struct world){ .t = t, .now = beginning(), .block = FRAME_NONE };
	w->points = mem_calloc(t->frames.points, sizeof *w->points);
}

void world_clear(struct world *w)
{
	journal_clear(&w->journal);
	for (size_t i = 0; i < w->slots.len; i++)
		wframe_free(w->slots.at[i]);
	for (size_t i = 0; i < w->all.len; i++)
		wobject_free(w->all.at[i]);
	w->slots.len = w->all.len = w->greenlets.len = 0;
	map_fini(&w->frames);
	map_fini(&w->objects);
	assert(w->journal.steps.len == 0 && "nothing leads back behind the beginning");
	memset(w->points, 0, w->t->frames.points * sizeof *w->points);
	w->at_hand = NULL;
	w->now = beginning();
}

void world_fini(struct world *w)
{
	world_clear(w);
	journal_fini(&w->journal);
	array_fini(&w->slots);
	array_fini(&w->all);
	array_fini(&w->greenlets);
	mem_free(w->points);
}

/* What comes behind the last step; whose step that was does not change. */
static void apply_rest(struct world *w)
{
	struct record r;
	while (log_get(&w->t->log, &w->now.place, &r)) {
		if (r.kind != RECORD_TASK)
			world_apply(w, &r);
	}
}

bool world_forward(struct world *w)
{
	assert(w->now.k <= w->t->log.steps && "a world is at a step of its log");
	const struct log *l = &w->t->log;
	if (w->now.k == l->steps)
		return false;
	journal_begin(&w->journal, &w->now);
	struct record r;
	for (;;) {
		log_get(l, &w->now.place, &r);
		if (record_is_step(r.kind))
			break;
		world_apply(w, &r);
	}
	w->now.k++;
	world_apply(w, &r);
	if (w->now.k == l->steps)
		apply_rest(w);
	return true;
}

void world_last(const struct world *w, struct step *s)
{
	*s = (struct step){ .kind = EVENT_KIND_COUNT, .frame = FRAME_NONE };
	if (w->journal.steps.len == 0)
		return;
	struct step_place p = w->journal.steps.at[w->journal.steps.len - 1].before.place;
	log_read_step(&w->t->log, &p, s);
}

bool world_back(struct world *w)
{
	struct journal *j = &w->journal;
	if (j->steps.len == 0)
		return false;
	struct journal_step *s = &j->steps.at[--j->steps.len];
	assert(s->before.k + 1 == w->now.k && "the journal's last step is the world's");
	while (j->changes.len > s->first)
		world_undo(w, &j->changes.at[--j->changes.len]);
	w->now = s->before;
	assert(j->changes.len == s->first && "all that the step changed is taken back");
	w->at_hand = NULL;
	return true;
}

struct wframe *world_frame(const struct world *w, uint32_t id)
{
	const uint64_t *f = map_find(&w->frames, id);
	return f ? (struct wframe *)(uintptr_t)*f : NULL;
}

struct wobject *world_object(const struct world *w, uint64_t serial)
{
	const uint64_t *o = map_find(&w->objects, serial);
	return o ? (struct wobject *)(uintptr_t)*o : NULL;
}

/* Frames are mostly asked for one after another. */
static struct frame_info info_of(struct world *w, uint32_t id)
{
	if (w->block != id - id % FRAMES_PER_BLOCK)
		w->block = frames_get_block(&w->t->frames, id, w->infos);
	return w->infos[id % FRAMES_PER_BLOCK];
}

struct wframe *wframe_new(struct world *w, uint32_t id)
{
	struct frame_info info = info_of(w, id);
	const struct code *c = info.code;
	assert(frames_code_find(&w->t->frames, c) != UINT32_MAX &&
		"the record knows the code of its frames");
	const struct frame_code *known = &w->t->frames.codes.at[frames_code_find(&w->t->frames, c)];
	bool cells = known->cells;
	size_t nvars = (size_t)c->nvars * (cells ? 2 : 1);
	struct wframe *f = mem_calloc(
		1, sizeof *f + nvars * sizeof *f->vars + c->nreentries * sizeof *f->points);
	f->vars = (struct rvalue *)(f + 1);
	f->shown = cells ? f->vars + c->nvars : NULL;
	f->points = (uint32_t *)(f->vars + nvars);
	f->info = info;
	f->first_point = known->first_point;
	f->view.id = id;
	f->c = (struct control){ .state = CORO_CREATED,
		.resumer = FRAME_NONE,
		.delegator = FRAME_NONE,
		.delegates_to = FRAME_NONE };
	return f;
}

void wframe_free(struct wframe *f)
{
	mem_free(f);
}

struct wframe *world_set_slot(struct world *w, uint32_t slot, struct wframe *f)
{
	assert(slot < w->t->nslots && "a slot is a row of the record");
	while (w->slots.len <= slot)
		array_push(&w->slots, NULL);
	struct wframe *old = w->slots.at[slot];
	assert((!f || !world_frame(w, f->view.id) || old == f) && "a frame has one slot");
	if (old)
		map_remove(&w->frames, old->view.id);
	if (f)
		map_put(&w->frames, f->view.id, (uintptr_t)f);
	w->slots.at[slot] = f;
	return old;
}

uint32_t world_set_greenlet(struct world *w, uint32_t greenlet, uint32_t frame)
{
	while (w->greenlets.len <= greenlet)
		array_push(&w->greenlets, FRAME_NONE);
	uint32_t old = w->greenlets.at[greenlet];
	w->greenlets.at[greenlet] = frame;
	return old;
}

static void reserve_items(struct wobject *o, uint32_t n)
{
	assert(o->n <= o->cap && "an object's items have room");
	if (n <= o->cap)
		return;
	o->cap = n < 2 * o->cap ? 2 * o->cap : n;
	o->items = mem_reallocarray(o->items, o->cap, sizeof *o->items);
}

struct wobject *world_add_object(struct world *w, uint64_t serial, uint32_t n)
{
	assert(!world_object(w, serial) && "a serial is given once");
	struct wobject *o = mem_calloc(1, sizeof *o);
	o->serial = serial;
	o->frame = FRAME_NONE;
	reserve_items(o, n);
	o->n = n;
	world_insert_object(w, o);
	return o;
}

void world_insert_object(struct world *w, struct wobject *o)
{
	o->index = w->all.len;
	array_push(&w->all, o);
	map_put(&w->objects, o->serial, (uintptr_t)o);
}

void world_remove_object(struct world *w, struct wobject *o)
{
	assert(o->index < w->all.len && w->all.at[o->index] == o &&
		"an object knows its place among all");
	map_remove(&w->objects, o->serial);
	struct wobject *last = w->all.at[--w->all.len];
	w->all.at[o->index] = last;
	last->index = o->index;
}

void wobject_free(struct wobject *o)
{
	mem_free(o->items);
	mem_free(o);
}

void wobject_splice(
	struct wobject *o, uint32_t at, uint32_t nold, const struct rvalue *new, uint32_t n)
{
	assert((new || n == 0) && "no items may lie anywhere");
	assert(at <= o->n && nold <= o->n - at);
	reserve_items(o, o->n - nold + n);
	struct rvalue *p = o->items + at;
	if (n != nold && o->n > at + nold)
		memmove(p + n, p + nold, (o->n - at - nold) * sizeof *p);
	if (n > 0)
		memcpy(p, new, n * sizeof *p);
	o->n = o->n - nold + n;
}
