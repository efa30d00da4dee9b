#include "trace/recorder.h"

#include "trace/reading.h"
#include "vm/frame.h"

#include <string.h>

/* What was seen last of a live frame: found by frame->watch, its index + 1. */
struct shadow {
	uint32_t vm_id;                 /* frame->id */
	uint32_t id;                    /* in the record */
	uint32_t slot;
	const struct code *code;
	uint16_t nvars;                 /* without the hidden ones at the end */
	bool dead;                      /* it has ended; its generator may still be there */
	bool named;                     /* the dict with its names was told, or there is none */
	uint32_t cap;
	value *words;                   /* its registers */
	struct rvalue *values;          /* ... as they were recorded */
};

/* Serials of objects that died with the frame that a slot shows. */
struct remains { ARRAY(uint32_t); };

struct recorder {
	struct trace *t;
	struct observer observer;
	struct reading reading;
	struct { ARRAY(struct shadow); } shadows;
	struct { ARRAY(uint32_t); } free_shadows;
	struct { ARRAY(struct remains); } remains;      /* by slot */
	uint32_t dying;                 /* slot of the frame that ended in the last step; FRAME_NONE */
	uint32_t greenlet;
	int64_t clock;
	uint64_t turn;                  /* the steps before the turn of the task that runs */
	bool ended;
};

static void put(struct recorder *r, struct record record)
{
	log_put(&r->t->log, &record);
}

/* Slots and what lies in them. */

static struct remains *remains_of(struct recorder *r, uint32_t slot)
{
	while (r->remains.len <= slot)
		array_push(&r->remains, (struct remains){0});
	return &r->remains.at[slot];
}

/* The slot goes to another frame: what died with the last one is gone now. */
static void clear_remains(struct recorder *r, uint32_t slot)
{
	struct remains *left = remains_of(r, slot);
	for (size_t i = 0; i < left->len; i++)
		put(r, (struct record){ .kind = RECORD_GONE, .u = { left->at[i] } });
	left->len = 0;
}

/* An object that dies with a frame is kept as long as the frame is shown. */
static void on_gone(struct recorder *r, const struct event *e)
{
	if (r->dying != FRAME_NONE)
		array_push(remains_of(r, r->dying), e->obj->serial);
	else
		put(r, (struct record){ .kind = RECORD_GONE, .u = { e->obj->serial } });
}

/* Frames. */

static uint16_t visible_vars(const struct code *c)
{
	uint16_t n = c->nvars;
	while (n > 0 && c->vars[n - 1].kind == VAR_HIDDEN)
		n--;
	return n;
}

static uint32_t take_shadow(struct recorder *r)
{
	if (r->free_shadows.len > 0)
		return r->free_shadows.at[--r->free_shadows.len];
	array_push(&r->shadows, (struct shadow){0});
	array_push(&r->reading.frames, FRAME_NONE);
	return (uint32_t)r->shadows.len - 1;
}

/* Makes room for n variables, all unset. */
static void clear_shadow(struct shadow *s, uint32_t n)
{
	if (n > s->cap) {
		s->cap = n;
		s->words = mem_reallocarray(s->words, n, sizeof *s->words);
		s->values = mem_reallocarray(s->values, n, sizeof *s->values);
	}
	for (uint32_t i = 0; i < n; i++)
		s->words[i] = V_UNSET;
}

static struct shadow *birth(struct recorder *r, struct frame *f)
{
	const struct code *c = f->proto->code;
	uint32_t i = take_shadow(r);
	struct shadow *s = &r->shadows.at[i];
	s->vm_id = f->id;
	s->code = c;
	s->nvars = visible_vars(c);
	s->dead = false;
	s->named = !(c->flags & (CODE_MODULE | CODE_CLASS_BODY));
	s->id = trace_birth(r->t, c, r->greenlet);
	s->slot = frames_slot(&r->t->frames, s->id);
	clear_shadow(s, s->nvars);
	clear_remains(r, s->slot);
	r->reading.frames.at[i] = s->id;
	f->watch = i + 1;
	return s;
}

static struct shadow *shadow_find(struct recorder *r, const struct frame *f)
{
	struct shadow *s = f->watch ? &r->shadows.at[f->watch - 1] : NULL;
	return s && s->vm_id == f->id ? s : NULL;
}

/* The record has the frame at hand. */
static struct shadow *at_hand(struct recorder *r, struct frame *f)
{
	struct shadow *s = shadow_find(r, f);
	if (!s)
		return birth(r, f);
	int64_t distance = (int64_t)s->id - r->t->log.end.frame;
	if (distance != 0)
		log_put_switch(&r->t->log, distance);
	return s;
}

static void die(struct recorder *r, struct shadow *s, bool late)
{
	if (s->dead)
		return;
	s->dead = true;
	trace_death(r->t, s->id, late);
}

static void on_destroy(struct recorder *r, const struct event *e)
{
	struct shadow *s = shadow_find(r, e->frame);
	if (!s)
		return;
	if (is_coroutine_kind((enum obj_kind)e->frame->obj.kind))
		put(r, (struct record){ .kind = RECORD_DESTROY, .s = (int64_t)s->id - r->t->log.end.frame });
	die(r, s, true);
	s->vm_id = UINT32_MAX;
	array_push(&r->free_shadows, e->frame->watch - 1);
	e->frame->watch = 0;
}

/* Variables. */

/* Whether the object in v, at the same address as when it was seen, is still
 * that one. */
static inline bool is_same_object(value v, struct rvalue seen)
{
	const struct obj *o = obj_get(v);
	if (seen.kind == R_OBJECT)
		return o->serial == seen.n;
	if (seen.kind == R_TEXT)
		return o->serial == seen.n + 1;
	if (seen.kind == R_FLOAT)
		return o->kind == OBJ_FLOAT && memcmp(&((const struct float_obj *)o)->f, &seen.f, sizeof seen.f) == 0;
	return seen.kind == R_INT && o->kind == OBJ_INT && ((const struct big_int *)o)->i == seen.i;
}

static __attribute__((noinline)) void change_var(struct recorder *r, struct shadow *s, uint32_t i, value v)
{
	value old = s->words[i];
	s->words[i] = v;
	if (s->code->vars[i].kind == VAR_HIDDEN) {
		s->values[i] = (struct rvalue){0};
		return;
	}
	if (both_small(old, v)) {
		log_put_var_add(&r->t->log, i, small_get(v) - small_get(old));
		return;
	}
	s->values[i] = reading_value(&r->reading, v);
	log_put_var(&r->t->log, i, s->values[i]);
	if (r->reading.waiting.len > 0)
		reading_finish(&r->reading);
}

static void compare_vars(struct recorder *r, struct shadow *s, const struct frame *f)
{
	const value *words = s->words;
	for (uint32_t i = 0, n = s->nvars; i < n; i++) {
		value v = f->regs[i];
		if (v != words[i] || (is_obj(v) && !is_same_object(v, s->values[i]) && s->code->vars[i].kind != VAR_HIDDEN))
			change_var(r, s, i, v);
	}
}

/* A module's or class body's names are followed as a dict. */
static void tell_names(struct recorder *r, struct shadow *s, const struct frame *f)
{
	const struct dict *d = frame_namespace(f);
	if (!d)
		return;
	s->named = true;
	put(r, (struct record){ .kind = RECORD_NAMES, .u = { reading_value(&r->reading, obj_value(d)).n } });
	reading_finish(&r->reading);
}

/* Steps. */

static uint32_t point_of(const struct frame *f)
{
	const struct code *c = f->proto->code;
	uint32_t at = (uint32_t)(f->pc - f->proto->instrs) - 1;
	for (uint32_t i = 0; i < c->nreentries; i++) {
		if (c->reentries[i].instr == at)
			return c->reentries[i].number;
	}
	return 0;
}

static bool is_delegated(const struct frame *f)
{
	return f->then == THEN_DELEGATE && f->back;
}

static uint8_t flags_of(const struct event *e)
{
	switch (e->kind) {
	case EVENT_YIELD:
		return (uint8_t)e->why;
	case EVENT_EXCEPTION:
		return e->stop ? RECORD_STOP : 0;
	case EVENT_UNWIND:
		return e->placeless ? RECORD_PLACELESS : 0;
	case EVENT_RESUME:
	case EVENT_CALL:
		return (uint8_t)((e->kind == EVENT_RESUME ? e->why : SUSPEND_NONE) | e->how * RECORD_HOW |
				 (is_delegated(e->frame) ? RECORD_DELEGATED : 0));
	default:
		return 0;
	}
}

static const enum record_kind step_records[EVENT_KIND_COUNT] = {
	[EVENT_CALL] = RECORD_CALL, [EVENT_CREATE] = RECORD_CREATE, [EVENT_LINE] = RECORD_LINE,
	[EVENT_YIELD] = RECORD_YIELD, [EVENT_RESUME] = RECORD_RESUME, [EVENT_RETURN] = RECORD_RETURN,
	[EVENT_UNWIND] = RECORD_UNWIND, [EVENT_EXCEPTION] = RECORD_EXCEPTION,
};

/* All that comes before the step itself. */
static struct shadow *prepare(struct recorder *r, const struct event *e)
{
	r->dying = FRAME_NONE;
	struct shadow *s = at_hand(r, e->frame);
	compare_vars(r, s, e->frame);
	if (!s->named)
		tell_names(r, s, e->frame);
	if (e->silent)
		put(r, (struct record){ .kind = RECORD_SILENT });
	return s;
}

static void on_line(struct recorder *r, const struct event *e)
{
	prepare(r, e);
	log_put_line(&r->t->log, e->line);
}

static void on_step(struct recorder *r, const struct event *e)
{
	struct shadow *s = prepare(r, e);
	uint32_t point = e->kind == EVENT_YIELD ? point_of(e->frame) : 0;
	struct rvalue v = reading_value(&r->reading, e->value);
	if (r->reading.waiting.len > 0)
		reading_finish(&r->reading);
	log_put_step(&r->t->log, step_records[e->kind], flags_of(e), point, e->line, v);
	if (e->kind == EVENT_CALL)
		frames_enter(&r->t->frames, s->id);
	if (e->kind == EVENT_RETURN || e->kind == EVENT_UNWIND) {
		die(r, s, false);
		r->dying = s->slot;
	}
}

static void on_transfer(struct recorder *r, const struct event *e)
{
	r->dying = FRAME_NONE;
	r->greenlet = e->to;
	put(r, (struct record){ .kind = RECORD_TRANSFER, .flags = (uint8_t)(e->how * RECORD_HOW), .u = { e->from, e->to } });
}

/* Objects and the world. */

static void on_splice(struct recorder *r, const struct event *e)
{
	reading_splice(&r->reading, e->obj, e->index, e->nold, e->new, e->nnew);
}

static void on_entry(struct recorder *r, const struct event *e)
{
	reading_entry(&r->reading, e->obj, e->index, e->old, e->new);
}

static void on_rebuilt(struct recorder *r, const struct event *e)
{
	reading_again(&r->reading, e->obj);
}

static void on_cell(struct recorder *r, const struct event *e)
{
	reading_item(&r->reading, e->obj, 0, *e->old, *e->new);
}

static void on_output(struct recorder *r, const struct event *e)
{
	trace_add_output(r->t, e->stream, e->text, e->len);
}

static void on_clock(struct recorder *r, const struct event *e)
{
	put(r, (struct record){ .kind = RECORD_CLOCK, .s = e->number - r->clock });
	r->clock = e->number;
	tasks_clock(&r->t->tasks, e->number, r->t->log.steps + 1);
}

/* What a task's turn ends with. */
static bool ends_turn(enum task_change change)
{
	return change == TASK_YIELDS || change == TASK_WAITS || change == TASK_DONE || change == TASK_FAILED || change == TASK_CANCELLED;
}

static struct task_about about_of(struct recorder *r, const struct event *e)
{
	struct task_about about = { e->text ? trace_add_text(r->t, e->text, e->len, e->len) + 1 : 0, -1 };
	if (e->change == TASK_WAITS && is_small(e->value))
		about.until = small_get(e->value);
	return about;
}

static void add_task(struct recorder *r, const struct event *e, const struct task_about *about)
{
	const struct shadow *s = e->frame ? shadow_find(r, e->frame) : NULL;
	tasks_add(&r->t->tasks, s ? s->id : FRAME_NONE, about->text, r->t->log.steps + 1);
}

/* Tasks are numbered from 1 in the order in which they are made. */
static void on_task(struct recorder *r, const struct event *e)
{
	struct task_about about = about_of(r, e);
	uint64_t now = r->t->log.steps;
	if (e->change == TASK_MADE && (uint64_t)e->number == r->t->tasks.all.len + 1)
		add_task(r, e, &about);
	if (e->change == TASK_MADE || e->number < 1 || (uint64_t)e->number > r->t->tasks.all.len)
		return;
	bool end = ends_turn(e->change);
	tasks_change(&r->t->tasks, (uint32_t)e->number - 1, e->change, end && now > r->turn ? now : now + 1, &about);
	if (e->change == TASK_RUNS)
		r->turn = now;
	if (e->change == TASK_RUNS || end)
		put(r, (struct record){ .kind = RECORD_TASK, .u = { end ? 0 : (uint64_t)e->number } });
}

static void on_end(struct recorder *r, const struct event *e)
{
	(void)e;
	r->ended = true;
}

static void (*const handlers[EVENT_KIND_COUNT])(struct recorder *r, const struct event *e) = {
	[EVENT_CALL] = on_step, [EVENT_CREATE] = on_step, [EVENT_LINE] = on_line, [EVENT_YIELD] = on_step,
	[EVENT_RESUME] = on_step, [EVENT_RETURN] = on_step, [EVENT_UNWIND] = on_step, [EVENT_EXCEPTION] = on_step,
	[EVENT_TRANSFER] = on_transfer, [EVENT_DESTROY] = on_destroy, [EVENT_SPLICE] = on_splice,
	[EVENT_ENTRY] = on_entry, [EVENT_REBUILT] = on_rebuilt, [EVENT_CELL] = on_cell, [EVENT_GONE] = on_gone,
	[EVENT_OUTPUT] = on_output, [EVENT_CLOCK] = on_clock, [EVENT_TASK] = on_task, [EVENT_FINISHED] = on_end,
	[EVENT_UNCAUGHT] = on_end, [EVENT_DEADLOCK] = on_end, [EVENT_LIMIT] = on_end,
};

/* After the end only output still counts: the traceback, and what the last
 * objects say as they die. */
static void on_event(void *self, struct vm *vm, const struct event *e)
{
	struct recorder *r = self;
	r->reading.vm = vm;
	if (!r->ended || e->kind == EVENT_OUTPUT)
		handlers[e->kind](r, e);
}

static uint32_t birth_of(void *self, const struct obj *o)
{
	return ((const struct recorder *)self)->reading.births.at[o->serial - 1];
}

/* As on_event of a LINE; the frame is mostly the one at hand. */
static void on_frame_line(void *self, struct vm *vm, struct frame *f)
{
	struct recorder *r = self;
	const struct shadow *s = shadow_find(r, f);
	if (r->ended || !s || !s->named || s->id != r->t->log.end.frame) {
		on_event(self, vm, &(struct event){ .kind = EVENT_LINE, .frame = f, .line = f->line, .value = V_UNSET });
		return;
	}
	r->reading.vm = vm;
	r->dying = FRAME_NONE;
	compare_vars(r, &r->shadows.at[f->watch - 1], f);
	log_put_line(&r->t->log, f->line);
}

struct recorder *recorder_new(struct trace *t)
{
	struct recorder *r = mem_calloc(1, sizeof *r);
	r->t = t;
	r->reading.t = t;
	r->dying = FRAME_NONE;
	r->observer = (struct observer){ .self = r, .event = on_event, .line = on_frame_line, .birth = birth_of };
	return r;
}

const struct observer *recorder_observer(struct recorder *r)
{
	return &r->observer;
}

static void recorder_free(struct recorder *r)
{
	for (size_t i = 0; i < r->shadows.len; i++) {
		mem_free(r->shadows.at[i].words);
		mem_free(r->shadows.at[i].values);
	}
	for (size_t i = 0; i < r->remains.len; i++)
		array_fini(&r->remains.at[i]);
	array_fini(&r->shadows);
	array_fini(&r->free_shadows);
	array_fini(&r->remains);
	reading_fini(&r->reading);
	mem_free(r);
}

void recorder_finish(struct recorder *r, const struct vm *vm, enum run_status status)
{
	static const enum trace_end ends[] = {
		[RUN_FINISHED] = TRACE_FINISHED, [RUN_EXCEPTION] = TRACE_UNCAUGHT, [RUN_EXIT] = TRACE_EXIT,
		[RUN_DEADLOCK] = TRACE_DEADLOCK, [RUN_LIMIT] = TRACE_LIMIT,
	};
	trace_close(r->t, ends[status], vm_end_text(vm), vm_exit_status(vm));
	recorder_free(r);
}
