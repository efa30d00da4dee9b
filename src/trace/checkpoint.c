#include "trace/checkpoint.h"

#include "trace/world.h"

#include <assert.h>
#include <string.h>

/* Bytes of log from one checkpoint to the next: at least so many, and so many
 * times the size of the last one. */
enum { LEAST_LOG = 4096, LOG_PER_SIZE = 4 };
/* Bytes of a checkpoint that are unpacked in the time that a step is folded. */
enum { BYTES_PER_STEP = 2 };

struct checkpoint {
	uint64_t k;
	size_t at;
	struct clockwork now;
};

struct checkpoints {
	struct {
		ARRAY(struct checkpoint);
	} all;
	struct bytes bytes;
	size_t due; /* place in the log where the next one shall be */
};

struct checkpoints *checkpoints_new(void)
{
	struct checkpoints *c = mem_calloc(1, sizeof *c);
	c->due = LEAST_LOG;
	return c;
}

void checkpoints_free(struct checkpoints *c)
{
	if (!c)
		return;
	array_fini(&c->all);
	array_fini(&c->bytes);
	mem_free(c);
}

size_t checkpoints_size(const struct checkpoints *c)
{
	return sizeof *c + c->all.len * sizeof *c->all.at + c->bytes.len;
}

static void pack_values(struct bytes *b, const struct rvalue *v, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		pack_value(b, v[i]);
}

static void unpack_values(const uint8_t **p, struct rvalue *v, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		v[i] = unpack_value(p);
}

/* Numbers of frames: FRAME_NONE is 0. */
static void pack_frame_id(struct bytes *b, uint32_t id)
{
	pack_number(b, id + 1);
}

static uint32_t unpack_frame_id(const uint8_t **p)
{
	return (uint32_t)unpack_number(p) - 1;
}

static void pack_control(struct bytes *b, const struct control *c, uint64_t k)
{
	pack_number(b, (uint64_t)c->state << 2 | (unsigned)c->unwound << 1 | c->destroyed);
	pack_number(b, c->line);
	pack_frame_id(b, c->resumer);
	pack_frame_id(b, c->delegator);
	pack_frame_id(b, c->delegates_to);
	pack_number(b, (uint64_t)c->reentry << 2 | c->why);
	pack_number(b, (uint64_t)c->resumes << 1 | c->entries);
	pack_number(b, k - c->last_step);
	pack_number(b, c->names);
}

static void unpack_control(const uint8_t **p, struct control *c, uint64_t k)
{
	uint64_t state = unpack_number(p);
	c->state = (enum coro_state)(state >> 2);
	c->unwound = state >> 1 & 1;
	c->destroyed = state & 1;
	c->line = (uint32_t)unpack_number(p);
	c->resumer = unpack_frame_id(p);
	c->delegator = unpack_frame_id(p);
	c->delegates_to = unpack_frame_id(p);
	uint64_t reentry = unpack_number(p);
	c->reentry = (uint32_t)(reentry >> 2);
	c->why = (enum suspend_kind)(reentry & 3);
	uint64_t resumes = unpack_number(p);
	c->resumes = (uint32_t)(resumes >> 1);
	c->entries = resumes & 1;
	c->last_step = k - unpack_number(p);
	c->names = unpack_number(p);
}

static void pack_frame(struct bytes *b, const struct wframe *f, uint64_t k)
{
	if (!f) {
		pack_frame_id(b, FRAME_NONE);
		return;
	}
	pack_frame_id(b, f->view.id);
	pack_control(b, &f->c, k);
	pack_values(b, f->vars, f->info.code->nvars);
	pack_value(b, f->result);
	for (uint32_t i = 0; i < f->info.code->nreentries; i++)
		pack_number(b, f->points[i]);
}

static struct wframe *unpack_frame(struct world *w, const uint8_t **p)
{
	uint32_t id = unpack_frame_id(p);
	if (id == FRAME_NONE)
		return NULL;
	struct wframe *f = wframe_new(w, id);
	unpack_control(p, &f->c, w->now.k);
	unpack_values(p, f->vars, f->info.code->nvars);
	f->result = unpack_value(p);
	for (uint32_t i = 0; i < f->info.code->nreentries; i++)
		f->points[i] = (uint32_t)unpack_number(p);
	return f;
}

static void pack_object(struct bytes *b, const struct wobject *o)
{
	pack_number(b, o->serial);
	pack_number(b, o->n);
	pack_number(b, o->kind);
	pack_number(b, o->label);
	pack_number(b, o->type);
	pack_number(b, o->attrs);
	pack_frame_id(b, o->frame);
	pack_signed(b, o->extra);
	pack_values(b, o->items, o->n);
}

static void unpack_object(struct world *w, const uint8_t **p)
{
	uint64_t serial = unpack_number(p);
	struct wobject *o = world_add_object(w, serial, (uint32_t)unpack_number(p));
	o->kind = (enum obj_kind)unpack_number(p);
	o->label = unpack_number(p);
	o->type = unpack_number(p);
	o->attrs = unpack_number(p);
	o->frame = unpack_frame_id(p);
	o->extra = unpack_signed(p);
	unpack_values(p, o->items, o->n);
}

/* Only those that wait: there can be millions that have ended. */
static void pack_greenlets(struct bytes *b, const struct world *w)
{
	size_t waiting = 0;
	for (size_t i = 0; i < w->greenlets.len; i++)
		waiting += w->greenlets.at[i] != FRAME_NONE;
	pack_number(b, waiting);
	for (size_t i = 0; i < w->greenlets.len; i++) {
		if (w->greenlets.at[i] == FRAME_NONE)
			continue;
		pack_number(b, i);
		pack_frame_id(b, w->greenlets.at[i]);
	}
}

static void pack_world(struct bytes *b, const struct world *w)
{
	assert(w->slots.len <= w->t->nslots && "a slot is a row of the record");
	pack_number(b, w->slots.len);
	for (size_t i = 0; i < w->slots.len; i++)
		pack_frame(b, w->slots.at[i], w->now.k);
	pack_number(b, w->all.len);
	for (size_t i = 0; i < w->all.len; i++)
		pack_object(b, w->all.at[i]);
	pack_greenlets(b, w);
	for (uint32_t i = 0; i < w->t->frames.points; i++)
		pack_number(b, w->points[i]);
}

static void unpack_world(struct world *w, const uint8_t *p)
{
	uint64_t nslots = unpack_number(&p);
	for (uint32_t i = 0; i < nslots; i++)
		world_set_slot(w, i, unpack_frame(w, &p));
	uint64_t nobjects = unpack_number(&p);
	for (uint64_t i = 0; i < nobjects; i++)
		unpack_object(w, &p);
	uint64_t ngreenlets = unpack_number(&p);
	for (uint32_t i = 0; i < ngreenlets; i++) {
		uint32_t number = (uint32_t)unpack_number(&p);
		world_set_greenlet(w, number, unpack_frame_id(&p));
	}
	for (uint32_t i = 0; i < w->t->frames.points; i++)
		w->points[i] = (uint32_t)unpack_number(&p);
}

void checkpoint_pass(const struct world *w)
{
	struct checkpoints *c = w->t->checkpoints;
	size_t at = w->now.place.at;
	if (at < c->due || w->now.k <= checkpoint_last(c))
		return;
	size_t start = c->bytes.len;
	array_push(&c->all, ((struct checkpoint){ w->now.k, start, w->now }));
	assert((c->all.len < 2 || c->all.at[c->all.len - 2].k < w->now.k) && "checkpoints ascend");
	pack_world(&c->bytes, w);
	size_t size = sizeof(struct checkpoint) + c->bytes.len - start;
	c->due = at + (size * LOG_PER_SIZE > LEAST_LOG ? size * LOG_PER_SIZE : LEAST_LOG);
}

/* The number of checkpoints at or before step k. */
static size_t count_until(const struct checkpoints *c, uint64_t k)
{
	size_t low = 0, high = c->all.len;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (c->all.at[middle].k <= k)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

uint64_t checkpoint_find(const struct checkpoints *c, uint64_t k)
{
	size_t n = count_until(c, k);
	return n > 0 ? c->all.at[n - 1].k : 0;
}

uint64_t checkpoint_cost(const struct checkpoints *c, uint64_t k)
{
	size_t n = count_until(c, k);
	if (n == 0)
		return 0;
	size_t end = n < c->all.len ? c->all.at[n].at : c->bytes.len;
	return (end - c->all.at[n - 1].at) / BYTES_PER_STEP;
}

uint64_t checkpoint_last(const struct checkpoints *c)
{
	return c->all.len > 0 ? c->all.at[c->all.len - 1].k : 0;
}

void checkpoint_restore(struct world *w, uint64_t k)
{
	const struct checkpoints *c = w->t->checkpoints;
	world_clear(w);
	if (k == 0)
		return;
	assert(count_until(c, k) > 0 && "there is a checkpoint");
	const struct checkpoint *from = &c->all.at[count_until(c, k) - 1];
	assert(from->k == k);
	w->now = from->now;
	unpack_world(w, c->bytes.at + from->at);
	assert(w->journal.steps.len == 0 && "nothing leads back behind a checkpoint");
}
