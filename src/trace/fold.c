/* What each record of the log does to a world, and how a change is taken back. */

#include "trace/world.h"

#include <assert.h>
#include <string.h>

static struct wframe *frame_at_hand(struct world *w)
{
	uint32_t id = w->now.place.frame;
	if (!w->at_hand || w->at_hand_id != id) {
		w->at_hand = world_frame(w, id);
		w->at_hand_id = id;
		assert(w->at_hand && "a frame has its slot as long as it lives");
	}
	return w->at_hand;
}

/* Control of frames. */

static struct control *change_control(struct world *w, struct wframe *f)
{
	struct change *c = journal_add(&w->journal, CHANGE_CONTROL);
	if (c) {
		c->frame = f;
		c->control = f->c;
	}
	return &f->c;
}

static void set_frame_state(struct world *w, uint32_t id, enum coro_state state)
{
	struct wframe *f = world_frame(w, id);
	if (f && f->c.state != CORO_FINISHED && f->c.state != state)
		change_control(w, f)->state = state;
}

/* Frame f runs from now on, and the one that ran waits for it. */
static struct control *run_frame(struct world *w, struct wframe *f)
{
	assert(f->c.state != CORO_FINISHED && "what is over does not run again");
	uint32_t before = w->now.running;
	if (before != f->view.id)
		set_frame_state(w, before, CORO_WAITING);
	struct control *c = change_control(w, f);
	c->state = CORO_RUNNING;
	c->why = SUSPEND_NONE;
	c->reentry = 0;
	if (before != f->view.id)
		c->resumer = before;
	w->now.running = f->view.id;
	return c;
}

static void arrive(struct world *w, struct control *c)
{
	c->line = w->now.place.line;
	c->last_step = w->now.k;
}

/* A step of f while another is taken to run: control came back to it by ways
 * that take no steps. */
static void find_running(struct world *w, struct wframe *f)
{
	uint32_t resumer = f->c.resumer;
	bool waited = f->c.state == CORO_WAITING;
	struct control *c = run_frame(w, f);
	if (waited)
		c->resumer = resumer;
}

static struct wframe *step_frame(struct world *w)
{
	struct wframe *f = frame_at_hand(w);
	if (w->now.running != f->view.id)
		find_running(w, f);
	if (f->c.delegates_to != FRAME_NONE)
		change_control(w, f)->delegates_to = FRAME_NONE;
	return f;
}

static void apply_line(struct world *w, const struct record *r)
{
	(void)r;
	struct wframe *f = step_frame(w);
	struct change *c = journal_add(&w->journal, CHANGE_LINE);
	if (c) {
		c->frame = f;
		c->index = f->c.line;
		c->number = f->c.last_step;
	}
	arrive(w, &f->c);
}

static void apply_create(struct world *w, const struct record *r)
{
	(void)r;
	arrive(w, change_control(w, frame_at_hand(w)));
}

/* The frame that ran before delegates to f. */
static void delegate(struct world *w, struct wframe *f, uint32_t from)
{
	struct wframe *d = world_frame(w, from);
	if (!d || f->c.delegator != FRAME_NONE)
		return;
	change_control(w, d)->delegates_to = f->view.id;
	f->c.delegator = from;
}

static void apply_call(struct world *w, const struct record *r)
{
	struct wframe *f = frame_at_hand(w);
	uint32_t before = w->now.running;
	struct control *c = run_frame(w, f);
	c->entries = 1;
	arrive(w, c);
	if (r->flags & RECORD_DELEGATED)
		delegate(w, f, before);
}

static void count_up(struct world *w, uint32_t *counter)
{
	struct change *c = journal_add(&w->journal, CHANGE_POINT);
	if (c)
		c->counter = counter;
	++*counter;
}

/* The frame goes on where it was suspended. */
static void re_enter(struct world *w, struct wframe *f)
{
	uint32_t point = f->c.reentry;
	run_frame(w, f)->resumes++;
	if (point == 0 || point > f->info.code->nreentries)
		return;
	count_up(w, &f->points[point - 1]);
	count_up(w, &w->points[f->first_point + point - 1]);
}

static void apply_resume(struct world *w, const struct record *r)
{
	struct wframe *f = frame_at_hand(w);
	uint32_t before = w->now.running;
	re_enter(w, f);
	arrive(w, &f->c);
	if (r->flags & RECORD_DELEGATED)
		delegate(w, f, before);
}

static void apply_silent(struct world *w, const struct record *r)
{
	(void)r;
	re_enter(w, frame_at_hand(w));
}

/* The frame ceases to run: control goes back to the one that resumed it. */
static struct control *give_back_control(struct world *w, struct wframe *f)
{
	struct control *c = change_control(w, f);
	w->now.running = c->resumer;
	c->resumer = FRAME_NONE;
	set_frame_state(w, w->now.running, CORO_RUNNING);
	arrive(w, c);
	return c;
}

static void apply_yield(struct world *w, const struct record *r)
{
	struct wframe *f = frame_at_hand(w);
	if (w->now.running != f->view.id)
		find_running(w, f);
	struct control *c = give_back_control(w, f);
	c->state = CORO_SUSPENDED;
	c->why = (enum suspend_kind)(r->flags & 3);
	c->reentry = (uint32_t)r->u[0];
	if (c->why == SUSPEND_YIELD)
		c->delegates_to = FRAME_NONE;
}

/* Nobody delegates to f any more. */
static void end_delegation(struct world *w, struct wframe *f)
{
	struct wframe *d = world_frame(w, f->c.delegator);
	if (d && d->c.delegates_to == f->view.id)
		change_control(w, d)->delegates_to = FRAME_NONE;
	f->c.delegator = FRAME_NONE;
}

static bool outlives_its_end(const struct code *c)
{
	return c->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR);
}

static void finish_frame(struct world *w, struct rvalue result, bool unwound)
{
	struct wframe *f = step_frame(w);
	struct control *c = give_back_control(w, f);
	c->state = CORO_FINISHED;
	c->unwound = unwound;
	c->destroyed = !outlives_its_end(f->info.code);
	end_delegation(w, f);
	journal_note(&w->journal,
		(struct change){ .kind = CHANGE_RESULT, .frame = f, .old = f->result });
	f->result = result;
}

static void apply_return(struct world *w, const struct record *r)
{
	finish_frame(w, r->v[0], false);
}

static void apply_unwind(struct world *w, const struct record *r)
{
	finish_frame(w, r->v[0], true);
}

static void put_greenlet(struct world *w, uint32_t greenlet, uint32_t frame)
{
	uint32_t old = world_set_greenlet(w, greenlet, frame);
	journal_note(&w->journal,
		(struct change){ .kind = CHANGE_GREENLET, .index = greenlet, .number = old });
}

static void apply_transfer(struct world *w, const struct record *r)
{
	uint32_t to = (uint32_t)r->u[0], from = (uint32_t)r->u[1];
	put_greenlet(w, from, w->now.running);
	set_frame_state(w, w->now.running, CORO_SUSPENDED);
	w->now.running = to < w->greenlets.len ? w->greenlets.at[to] : FRAME_NONE;
	put_greenlet(w, to, FRAME_NONE);
	set_frame_state(w, w->now.running, CORO_RUNNING);
}

static void apply_switch(struct world *w, const struct record *r)
{
	(void)w;
	(void)r;
}

static void apply_birth(struct world *w, const struct record *r)
{
	uint32_t slot = (uint32_t)r->u[0];
	struct wframe *old = world_set_slot(w, slot, wframe_new(w, w->now.place.frame));
	journal_note(
		&w->journal, (struct change){ .kind = CHANGE_BIRTH, .index = slot, .frame = old });
	w->at_hand = NULL;
}

static void apply_names(struct world *w, const struct record *r)
{
	change_control(w, frame_at_hand(w))->names = r->u[0];
}

static void apply_destroy(struct world *w, const struct record *r)
{
	struct wframe *f = world_frame(w, (uint32_t)(w->now.place.frame + r->s));
	if (!f)
		return;
	struct control *c = change_control(w, f);
	c->state = CORO_FINISHED;
	c->destroyed = true;
	end_delegation(w, f);
}

/* Variables. */

static void put_var(struct world *w, uint64_t i, struct rvalue v)
{
	struct wframe *f = frame_at_hand(w);
	struct change *c = journal_add(&w->journal, CHANGE_VAR);
	if (c) {
		c->frame = f;
		c->index = (uint32_t)i;
		c->old = f->vars[i];
	}
	f->vars[i] = v;
}

static struct rvalue plus(struct rvalue v, int64_t s)
{
	return rvalue_int((int64_t)((uint64_t)v.i + (uint64_t)s));
}

static void apply_var(struct world *w, const struct record *r)
{
	put_var(w, r->u[0], r->v[0]);
}

static void apply_var_add(struct world *w, const struct record *r)
{
	put_var(w, r->u[0], plus(frame_at_hand(w)->vars[r->u[0]], r->s));
}

/* Objects. */

static void unpack_list(const struct record *r, struct rvalue *items)
{
	const uint8_t *p = r->packed;
	for (uint32_t i = 0; i < r->n; i++)
		items[i] = unpack_value(&p);
}

static struct wobject *object_at(const struct world *w, const struct record *r)
{
	struct wobject *o = world_object(w, r->u[0]);
	assert(o && "an object is told before its changes");
	return o;
}

static void apply_new(struct world *w, const struct record *r)
{
	struct wobject *o = world_add_object(w, ++w->now.objects, r->n);
	unpack_list(r, o->items);
	assert(o->n == r->n && "an object is as long as its contents");
	o->kind = (enum obj_kind)r->u[0];
	journal_note(&w->journal, (struct change){ .kind = CHANGE_NEW, .object = o });
}

static void apply_new_label(struct world *w, const struct record *r)
{
	apply_new(w, r);
	struct wobject *o = w->all.at[w->all.len - 1];
	o->label = r->u[1];
	o->type = r->u[2];
	o->attrs = r->u[3];
	o->frame = (uint32_t)r->u[4] - 1;
	o->extra = r->s;
}

/* The old items go to the journal. */
static void splice(struct world *w, struct wobject *o, uint32_t at, uint32_t nold,
	const struct rvalue *new, uint32_t n)
{
	assert(at <= o->n && nold <= o->n - at && "what gives way is there");
	struct rvalue *old = NULL;
	if (nold > 0) {
		old = mem_reallocarray(NULL, nold, sizeof *old);
		memcpy(old, o->items + at, nold * sizeof *old);
	}
	wobject_splice(o, at, nold, new, n);
	journal_note(&w->journal,
		(struct change){ .kind = CHANGE_SPLICE,
			.object = o,
			.index = at,
			.count = n,
			.items = old,
			.n = nold });
}

static void apply_splice(struct world *w, const struct record *r)
{
	struct rvalue few[16];
	struct rvalue *new = r->n <= 16 ? few : mem_reallocarray(NULL, r->n, sizeof *new);
	unpack_list(r, new);
	splice(w, object_at(w, r), (uint32_t)r->u[1], (uint32_t)r->u[2], new, r->n);
	if (new != few)
		mem_free(new);
}

static void apply_append(struct world *w, const struct record *r)
{
	struct wobject *o = object_at(w, r);
	splice(w, o, o->n, 0, &r->v[0], 1);
}

static void put_object_item(struct world *w, struct wobject *o, uint64_t i, struct rvalue v)
{
	static const struct rvalue unset = { .kind = R_UNSET };
	while (i >= o->n)
		splice(w, o, o->n, 0, &unset, 1);
	struct change *c = journal_add(&w->journal, CHANGE_ITEM);
	if (c) {
		c->object = o;
		c->index = (uint32_t)i;
		c->old = o->items[i];
	}
	o->items[i] = v;
}

static void apply_entry(struct world *w, const struct record *r)
{
	struct wobject *o = object_at(w, r);
	put_object_item(w, o, 2 * r->u[1] + 1, r->v[1]);
	put_object_item(w, o, 2 * r->u[1], r->v[0]);
}

static void apply_item(struct world *w, const struct record *r)
{
	put_object_item(w, object_at(w, r), r->u[1], r->v[0]);
}

static void apply_item_add(struct world *w, const struct record *r)
{
	struct wobject *o = object_at(w, r);
	put_object_item(w, o, r->u[1], plus(o->items[r->u[1]], r->s));
}

static void apply_contents(struct world *w, const struct record *r)
{
	struct wobject *o = object_at(w, r);
	journal_note(&w->journal,
		(struct change){
			.kind = CHANGE_CONTENTS, .object = o, .items = o->items, .n = o->n });
	o->items = mem_reallocarray(NULL, r->n, sizeof *o->items);
	o->n = o->cap = r->n;
	unpack_list(r, o->items);
}

static void apply_attrs(struct world *w, const struct record *r)
{
	struct wobject *o = object_at(w, r);
	journal_note(&w->journal,
		(struct change){ .kind = CHANGE_ATTRS, .object = o, .number = o->attrs });
	o->attrs = r->u[1];
}

static void apply_gone(struct world *w, const struct record *r)
{
	struct wobject *o = object_at(w, r);
	assert(o->serial <= w->now.objects && "who is gone was there");
	world_remove_object(w, o);
	journal_note(&w->journal, (struct change){ .kind = CHANGE_GONE, .object = o });
}

/* The world outside. */

static void apply_output(struct world *w, const struct record *r)
{
	w->now.output += r->u[0];
}

static void apply_clock(struct world *w, const struct record *r)
{
	w->now.clock += r->s;
}

static void apply_task(struct world *w, const struct record *r)
{
	w->now.task = (uint32_t)r->u[0];
}

static void (*const appliers[RECORD_KIND_COUNT])(struct world *w, const struct record *r) = {
	[RECORD_LINE] = apply_line,
	[RECORD_CALL] = apply_call,
	[RECORD_CREATE] = apply_create,
	[RECORD_YIELD] = apply_yield,
	[RECORD_RESUME] = apply_resume,
	[RECORD_RETURN] = apply_return,
	[RECORD_UNWIND] = apply_unwind,
	[RECORD_EXCEPTION] = apply_line,
	[RECORD_TRANSFER] = apply_transfer,
	[RECORD_SILENT] = apply_silent,
	[RECORD_SWITCH] = apply_switch,
	[RECORD_BIRTH] = apply_birth,
	[RECORD_NAMES] = apply_names,
	[RECORD_DESTROY] = apply_destroy,
	[RECORD_VAR] = apply_var,
	[RECORD_VAR_ADD] = apply_var_add,
	[RECORD_NEW] = apply_new,
	[RECORD_NEW_LABEL] = apply_new_label,
	[RECORD_APPEND] = apply_append,
	[RECORD_SPLICE] = apply_splice,
	[RECORD_ENTRY] = apply_entry,
	[RECORD_ITEM] = apply_item,
	[RECORD_ITEM_ADD] = apply_item_add,
	[RECORD_CONTENTS] = apply_contents,
	[RECORD_ATTRS] = apply_attrs,
	[RECORD_GONE] = apply_gone,
	[RECORD_OUTPUT] = apply_output,
	[RECORD_CLOCK] = apply_clock,
	[RECORD_TASK] = apply_task,
};

void world_apply(struct world *w, const struct record *r)
{
	assert(r->kind < RECORD_KIND_COUNT && appliers[r->kind] &&
		"each kind of record does something");
	appliers[r->kind](w, r);
}

/* The way back. */

static void undo_birth(struct world *w, const struct change *c)
{
	assert(c->index < w->slots.len && "a frame had a slot before it left it");
	wframe_free(world_set_slot(w, c->index, c->frame));
}

static void undo_splice(const struct change *c)
{
	assert(c->n == 0 || c->items);
	wobject_splice(c->object, c->index, c->count, c->items, c->n);
	mem_free(c->items);
}

static void undo_contents(const struct change *c)
{
	mem_free(c->object->items);
	c->object->items = c->items;
	c->object->n = c->object->cap = c->n;
}

static void undo_new(struct world *w, const struct change *c)
{
	world_remove_object(w, c->object);
	wobject_free(c->object);
}

void world_undo(struct world *w, struct change *c)
{
	switch (c->kind) {
	case CHANGE_VAR:
		c->frame->vars[c->index] = c->old;
		return;
	case CHANGE_RESULT:
		c->frame->result = c->old;
		return;
	case CHANGE_LINE:
		c->frame->c.line = c->index;
		c->frame->c.last_step = c->number;
		return;
	case CHANGE_CONTROL:
		c->frame->c = c->control;
		return;
	case CHANGE_POINT:
		--*c->counter;
		return;
	case CHANGE_GREENLET:
		world_set_greenlet(w, c->index, (uint32_t)c->number);
		return;
	case CHANGE_BIRTH:
		undo_birth(w, c);
		return;
	case CHANGE_ITEM:
		c->object->items[c->index] = c->old;
		return;
	case CHANGE_SPLICE:
		undo_splice(c);
		return;
	case CHANGE_CONTENTS:
		undo_contents(c);
		return;
	case CHANGE_ATTRS:
		c->object->attrs = c->number;
		return;
	case CHANGE_NEW:
		undo_new(w, c);
		return;
	case CHANGE_GONE:
		world_insert_object(w, c->object);
		return;
	}
}
