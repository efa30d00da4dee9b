#include "trace/moment.h"

#include "trace/checkpoint.h"
#include "trace/object_kind.h"
#include "trace/world.h"

#include <assert.h>
#include <string.h>

struct moment {
	struct world w;
	struct step last;
};

struct moment *moment_new(const struct trace *t)
{
	assert(t && "a moment is one of a record");
	struct moment *m = mem_calloc(1, sizeof *m);
	world_init(&m->w, t);
	world_last(&m->w, &m->last);
	return m;
}

void moment_free(struct moment *m)
{
	if (!m)
		return;
	world_fini(&m->w);
	mem_free(m);
}

const struct world *moment_world(const struct moment *m)
{
	return &m->w;
}

const struct trace *moment_trace(const struct moment *m)
{
	return m->w.t;
}

uint64_t moment_step(const struct moment *m)
{
	return m->w.now.k;
}

bool moment_forward(struct moment *m)
{
	m->w.journal.off = false;
	if (!world_forward(&m->w))
		return false;
	checkpoint_pass(&m->w);
	world_last(&m->w, &m->last);
	return true;
}

/* Keeps the way back only for the last steps of a long fold. */
static void fold_to(struct world *w, uint64_t k)
{
	assert(k >= w->now.k && "folding goes forward");
	if (k - w->now.k > JOURNAL_JUMP_STEPS) {
		journal_clear(&w->journal);
		w->journal.off = true;
	}
	while (w->now.k < k) {
		if (k - w->now.k <= JOURNAL_JUMP_STEPS)
			w->journal.off = false;
		world_forward(w);
		checkpoint_pass(w);
	}
	w->journal.off = false;
}

/* The steps that would be folded to get to step k by its checkpoint.  The
 * checkpoint lies before k, so that what step k changed is known. */
static uint64_t jump_cost(const struct world *w, uint64_t k, uint64_t *from)
{
	*from = k > 0 ? checkpoint_find(w->t->checkpoints, k - 1) : 0;
	return k - *from + checkpoint_cost(w->t->checkpoints, *from);
}

static void jump(struct world *w, uint64_t from, uint64_t k)
{
	assert(from <= k && "a jump folds forward from a checkpoint");
	checkpoint_restore(w, from);
	fold_to(w, k);
}

static void go_ahead(struct world *w, uint64_t k)
{
	uint64_t from;
	uint64_t cost = jump_cost(w, k, &from);
	if (cost < k - w->now.k)
		jump(w, from, k);
	else
		fold_to(w, k);
}

/* Steps are taken back if the journal knows them, and the one before. */
static void go_back(struct world *w, uint64_t k)
{
	uint64_t from;
	uint64_t cost = jump_cost(w, k, &from);
	uint64_t distance = w->now.k - k;
	bool known = w->journal.steps.len > distance ||
		(k == 0 && w->journal.steps.len == distance);
	if (!known || cost < distance) {
		jump(w, from, k);
		return;
	}
	while (w->now.k > k)
		world_back(w);
}

void moment_goto(struct moment *m, uint64_t k)
{
	struct world *w = &m->w;
	if (k > trace_steps(w->t))
		k = trace_steps(w->t);
	if (k > w->now.k)
		go_ahead(w, k);
	else if (k < w->now.k)
		go_back(w, k);
	world_last(w, &m->last);
	assert(w->now.k == k && "a moment gets where it goes");
}

bool moment_back(struct moment *m)
{
	if (m->w.now.k == 0)
		return false;
	moment_goto(m, m->w.now.k - 1);
	return true;
}

const struct step *moment_last(const struct moment *m)
{
	return &m->last;
}

uint32_t moment_running(const struct moment *m)
{
	return m->w.now.running;
}

/* The content of a variable that is a cell. */
static struct rvalue look_into(const struct world *w, struct rvalue v)
{
	const struct wobject *o = v.kind == R_OBJECT ? world_object(w, v.n) : NULL;
	return o && o->kind == OBJ_CELL && o->n == 1 ? o->items[0] : v;
}

static struct rvalue shown_var(const struct world *w, const struct wframe *f, uint32_t i)
{
	return f->info.code->vars[i].is_cell ? look_into(w, f->vars[i]) : f->vars[i];
}

static void fill_view(const struct world *w, struct wframe *f)
{
	const struct control *c = &f->c;
	struct mframe *v = &f->view;
	v->info = &f->info;
	v->state = c->state;
	v->line = c->line;
	v->back = c->delegator != FRAME_NONE ? c->delegator : c->resumer;
	v->delegates_to = c->delegates_to;
	v->why = c->why;
	v->reentry = c->reentry;
	v->entries = c->entries;
	v->resumes = c->resumes;
	v->point_resumes = f->points;
	v->last_step = c->last_step;
	v->vars = f->shown ? f->shown : f->vars;
	v->result = f->result;
	v->unwound = c->unwound;
	v->destroyed = c->destroyed;
	for (uint32_t i = 0; f->shown && i < f->info.code->nvars; i++)
		f->shown[i] = shown_var(w, f, i);
}

/* The name of a frame can change. */
static void rename_view(const struct world *w, struct wframe *f)
{
	if (w->t->renames.len > 0)
		f->info = trace_frame_at(w->t, f->view.id, w->now.k);
}

struct frame_info moment_frame_info(const struct moment *m, uint32_t id)
{
	return trace_frame_at(m->w.t, id, m->w.now.k);
}

const struct mframe *moment_frame(const struct moment *m, uint32_t id)
{
	struct wframe *f = world_frame(&m->w, id);
	if (!f)
		return NULL;
	fill_view(&m->w, f);
	rename_view(&m->w, f);
	return &f->view;
}

const struct mframe *moment_slot(const struct moment *m, uint32_t s)
{
	if (s >= m->w.slots.len || !m->w.slots.at[s])
		return NULL;
	fill_view(&m->w, m->w.slots.at[s]);
	rename_view(&m->w, m->w.slots.at[s]);
	return &m->w.slots.at[s]->view;
}

/* What the variable held before the last step, before a look into cells. */
static struct rvalue var_before(const struct world *w, const struct wframe *f, uint32_t i)
{
	size_t n;
	const struct change *c = journal_last(&w->journal, &n);
	for (; n > 0; c++, n--) {
		if (c->kind == CHANGE_VAR && c->frame == f && c->index == i)
			return c->old;
	}
	return f->vars[i];
}

static struct rvalue cell_before(const struct world *w, struct rvalue v)
{
	struct wobject *o = v.kind == R_OBJECT ? world_object(w, v.n) : NULL;
	size_t n;
	const struct change *c = journal_last(&w->journal, &n);
	for (; o && n > 0; c++, n--) {
		if (c->kind == CHANGE_ITEM && c->object == o)
			return c->old;
	}
	return look_into(w, v);
}

bool moment_changed(const struct moment *m, uint32_t id, uint32_t i, struct rvalue *old)
{
	const struct wframe *f = world_frame(&m->w, id);
	if (!f || i >= f->info.code->nvars)
		return false;
	*old = var_before(&m->w, f, i);
	if (f->info.code->vars[i].is_cell)
		*old = cell_before(&m->w, *old);
	return !rvalue_same(*old, shown_var(&m->w, f, i));
}

bool moment_object_changed(const struct moment *m, uint64_t serial)
{
	const struct wobject *o = world_object(&m->w, serial);
	size_t n;
	const struct change *c = journal_last(&m->w.journal, &n);
	for (; o && n > 0; c++, n--) {
		if (c->kind >= CHANGE_ITEM && c->kind <= CHANGE_ATTRS && c->object == o)
			return true;
	}
	return false;
}

static const char *text_or_null(const struct trace *t, uint64_t text)
{
	return text ? trace_text(t, text - 1, NULL) : NULL;
}

const struct mobject *moment_object(const struct moment *m, uint64_t serial)
{
	struct wobject *o = world_object(&m->w, serial);
	if (!o)
		return NULL;
	o->view = (struct mobject){
		.serial = serial,
		.kind = o->kind,
		.label = text_or_null(m->w.t, o->label),
		.type_name = text_or_null(m->w.t, o->type),
		.n = o->n / object_width(o->kind),
		.items = o->items,
		.attrs = o->attrs,
		.extra = o->extra,
		.frame = o->frame,
	};
	return &o->view;
}

size_t moment_output(const struct moment *m)
{
	return m->w.now.output;
}

int64_t moment_clock(const struct moment *m)
{
	return m->w.now.clock;
}

uint32_t moment_greenlet(const struct moment *m)
{
	return m->w.now.place.greenlet;
}

uint32_t moment_tasks(const struct moment *m)
{
	return tasks_made(m->w.t, m->w.now.k);
}

struct mtask moment_task_at(const struct moment *m, uint32_t i)
{
	struct mtask task = { .number = TASK_NONE, .frame = FRAME_NONE, .until = -1 };
	if (i < trace_tasks(m->w.t))
		task_at(m->w.t, i, m->w.now.k, &task);
	return task;
}

uint32_t moment_task(const struct moment *m)
{
	return m->w.now.task - 1;
}

const char *moment_task_name(const struct moment *m)
{
	uint32_t task = moment_task(m);
	return task != TASK_NONE ? task_name(m->w.t, task, m->w.now.k) : NULL;
}

bool moment_in_loop(const struct moment *m)
{
	uint32_t task = moment_task(m);
	const struct wframe *f = world_frame(&m->w, m->w.now.running);
	bool seen = f && f->info.code->flags & CODE_LIBRARY;
	return task != TASK_NONE && !seen && moment_task_at(m, task).state != TASK_STATE_RUNNING;
}

uint32_t moment_point_count(const struct moment *m, const struct code *c, uint32_t number)
{
	uint32_t code = frames_code_find(&m->w.t->frames, c);
	if (code == UINT32_MAX || number == 0 || number > c->nreentries)
		return 0;
	return m->w.points[m->w.t->frames.codes.at[code].first_point + number - 1];
}

uint64_t moment_namespace(const struct moment *m, uint32_t id)
{
	const struct wframe *f = world_frame(&m->w, id);
	return f ? f->c.names : 0;
}
