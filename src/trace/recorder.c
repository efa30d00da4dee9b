#include "trace/recorder.h"

#include "trace/reading.h"
#include "trace/shadow.h"
#include "trace/step_kind.h"

#include <assert.h>

/* Serials of objects that died with the frame that a slot shows. */
struct remains {
	ARRAY(uint32_t);
};

struct recorder {
	struct trace *t;
	struct observer observer;
	struct reading reading;
	struct shadows shadows;
	const struct frame
		*hand; /* the frame at hand, if its lines can be told the short way; or NULL */
	struct shadow *hand_shadow;
	struct {
		ARRAY(struct remains);
	} remains;      /* by slot */
	uint32_t dying; /* slot of the frame that ended in the last step; FRAME_NONE */
	int64_t clock;
	uint64_t turn; /* the steps before the turn of the task that runs */
	bool ended;
};

static void put_record(struct recorder *r, struct record record)
{
	log_put(&r->t->log, &record);
}

/* Slots and what lies in them. */

static struct remains *remains_of(struct recorder *r, uint32_t slot)
{
	while (r->remains.len <= slot)
		array_push(&r->remains, (struct remains){ 0 });
	return &r->remains.at[slot];
}

/* The slot goes to another frame: what died with the last one is gone now. */
static void clear_remains(struct recorder *r, uint32_t slot)
{
	if (slot >= r->remains.len)
		return;
	struct remains *left = &r->remains.at[slot];
	for (size_t i = 0; i < left->len; i++)
		log_put_gone(&r->t->log, left->at[i]);
	left->len = 0;
}

/* An object that dies with a frame is kept as long as the frame is shown. */
static void on_gone(struct recorder *r, const struct event *e)
{
	if (r->dying != FRAME_NONE)
		array_push(remains_of(r, r->dying), e->obj->serial);
	else
		log_put_gone(&r->t->log, e->obj->serial);
}

/* Frames. */

static struct shadow *birth(struct recorder *r, struct frame *f)
{
	struct shadow_code *of = shadows_code(&r->shadows, &r->t->frames, f->proto->code);
	struct shadow *s = shadows_take(&r->shadows, of);
	s->id = trace_birth(r->t, of->number, &s->slot);
	clear_remains(r, s->slot);
	while (r->reading.frames.len < s->watch)
		array_push(&r->reading.frames, FRAME_NONE);
	r->reading.frames.at[s->watch - 1] = s->id;
	f->watch = s->watch;
	return s;
}

/* The record has the frame at hand. */
static struct shadow *bring_to_hand(struct recorder *r, struct frame *f)
{
	struct shadow *s = shadows_of(&r->shadows, f);
	if (!s)
		return birth(r, f);
	if (s->id != r->t->log.end.frame)
		log_put_switch(&r->t->log, (int64_t)s->id - r->t->log.end.frame);
	return s;
}

static void die(struct recorder *r, struct shadow *s, bool late)
{
	if (s->dead)
		return;
	s->dead = true;
	trace_death(r->t, s->id, s->slot, late);
}

static void on_destroy(struct recorder *r, struct frame *f)
{
	struct shadow *s = shadows_of(&r->shadows, f);
	if (!s)
		return;
	if (is_coroutine_kind((enum obj_kind)f->obj.kind))
		log_put_destroy(&r->t->log, (int64_t)s->id - r->t->log.end.frame);
	die(r, s, true);
	shadows_give_back(s);
	f->watch = 0;
	r->hand = NULL;
}

/* Variables. */

static __attribute__((noinline)) void change_var(
	struct recorder *r, struct shadow *s, uint32_t i, value v)
{
	struct seen *seen = &s->vars[i];
	value old = seen->word;
	seen->word = v;
	if (both_small(old, v)) {
		log_put_var_add(&r->t->log, i, small_get(v) - small_get(old));
		return;
	}
	if (s->of->code->vars[i].kind != VAR_HIDDEN)
		log_put_var(&r->t->log, i, reading_value(&r->reading, v));
	if (is_obj(v))
		seen->content = seen_content(obj_get(v));
	if (r->reading.waiting.len > 0)
		reading_finish(&r->reading);
}

static inline void compare_vars(struct recorder *r, struct shadow *s, const struct frame *f)
{
	for (uint32_t i = 0, n = s->of->nvars; i < n; i++) {
		if (!seen_same(&s->vars[i], f->regs[i]))
			change_var(r, s, i, f->regs[i]);
	}
}

/* A module's or class body's names are followed as a dict. */
static void tell_names(struct recorder *r, struct shadow *s, const struct frame *f)
{
	const struct dict *d = frame_namespace(f);
	if (!d)
		return;
	s->named = true;
	put_record(r,
		(struct record){ .kind = RECORD_NAMES,
			.u = { reading_value(&r->reading, obj_value(d)).n } });
	reading_finish(&r->reading);
}

/* Steps. */

static uint32_t find_point(const struct frame *f)
{
	const struct code *c = f->proto->code;
	uint32_t at = (uint32_t)(f->pc - f->proto->instrs) - 1;
	for (uint32_t i = 0; i < c->nreentries; i++) {
		if (c->reentries[i].instr == at)
			return c->reentries[i].number;
	}
	return 0;
}

/* The re-entry point at which f stands. */
static inline uint32_t point_of(struct shadow *s, const struct frame *f)
{
	if (s->point_pc != f->pc) {
		s->point_pc = f->pc;
		s->point = find_point(f);
	}
	return s->point;
}

static bool is_delegated(const struct frame *f)
{
	return f->continuation == CONTINUE_DELEGATE && f->back;
}

static inline uint8_t flags_of(enum event_kind kind, const struct frame *f)
{
	switch (kind) {
	case EVENT_YIELD:
		return f->why;
	case EVENT_UNWIND:
		return f->flags & FRAME_PLACELESS ? RECORD_PLACELESS : 0;
	case EVENT_RESUME:
	case EVENT_CALL:
		return (uint8_t)((kind == EVENT_RESUME ? f->why : SUSPEND_NONE) |
			f->how * RECORD_HOW | (is_delegated(f) ? RECORD_DELEGATED : 0));
	default:
		return 0;
	}
}

#define X(kind, word, record_name, mark, cost, message, traits) [EVENT_##kind] = RECORD_##kind,
static const enum record_kind step_records[EVENT_KIND_COUNT] = { STEP_KINDS(X) };
#undef X

/* All that comes before the step itself. */
static inline struct shadow *prepare(struct recorder *r, struct frame *f)
{
	r->dying = FRAME_NONE;
	struct shadow *s = bring_to_hand(r, f);
	compare_vars(r, s, f);
	if (!s->named)
		tell_names(r, s, f);
	r->hand = s->named ? f : NULL;
	r->hand_shadow = s;
	return s;
}

/* v as a step says it. */
static inline struct rvalue say(struct recorder *r, value v)
{
	if (is_small(v))
		return rvalue_int(small_get(v));
	struct rvalue said = reading_value(&r->reading, v);
	if (r->reading.waiting.len > 0)
		reading_finish(&r->reading);
	return said;
}

/* A step of f, of a kind that the compiler knows, that says v and has these flags. */
static inline __attribute__((always_inline)) void record_step(struct recorder *r, struct shadow *s,
	struct frame *f, enum event_kind kind, uint8_t flags, value v)
{
	struct log *l = &r->t->log;
	bool speaks = kind != EVENT_CALL && kind != EVENT_CREATE,
	     flagged = kind != EVENT_CREATE && kind != EVENT_RETURN;
	struct rvalue said = speaks ? say(r, v) : (struct rvalue){ 0 };
	uint8_t *p = log_room(l, LOG_STEP);
	*p++ = (uint8_t)step_records[kind];
	if (flagged)
		*p++ = flags;
	if (kind == EVENT_YIELD)
		p = pack_number_at(p, point_of(s, f));
	p = pack_signed_at(p, (int64_t)f->line - l->end.line);
	log_end_step(l, speaks ? pack_value_at(p, said) : p, f->line);
}

static void tell_step(
	struct recorder *r, struct shadow *s, enum event_kind kind, struct frame *f, value v)
{
	switch (kind) {
	case EVENT_CALL:
		record_step(r, s, f, EVENT_CALL, flags_of(EVENT_CALL, f), v);
		frames_enter(&r->t->frames, s->id);
		return;
	case EVENT_CREATE:
		record_step(r, s, f, EVENT_CREATE, 0, v);
		return;
	case EVENT_YIELD:
		record_step(r, s, f, EVENT_YIELD, flags_of(EVENT_YIELD, f), v);
		return;
	case EVENT_RESUME:
		record_step(r, s, f, EVENT_RESUME, flags_of(EVENT_RESUME, f), v);
		return;
	case EVENT_RETURN:
		record_step(r, s, f, EVENT_RETURN, 0, v);
		break;
	default:
		assert(kind == EVENT_UNWIND && "the steps that are told by frame");
		record_step(r, s, f, EVENT_UNWIND, flags_of(EVENT_UNWIND, f), v);
	}
	die(r, s, false);
	r->dying = s->slot;
}

static void on_line(struct recorder *r, const struct event *e)
{
	prepare(r, e->frame);
	if (e->silent)
		put_record(r, (struct record){ .kind = RECORD_SILENT });
	log_put_line(&r->t->log, e->line);
}

static void on_step(struct recorder *r, const struct event *e)
{
	struct shadow *s = prepare(r, e->frame);
	if (e->silent)
		put_record(r, (struct record){ .kind = RECORD_SILENT });
	if (e->kind == EVENT_EXCEPTION)
		record_step(r, s, e->frame, EVENT_EXCEPTION, e->stop ? RECORD_STOP : 0, e->value);
	else
		tell_step(r, s, e->kind, e->frame, e->value);
}

static void on_transfer(struct recorder *r, const struct event *e)
{
	assert(e->from == r->t->log.end.greenlet && "who gives way is who ran");
	r->dying = FRAME_NONE;
	struct rvalue asked = say(r, e->value);
	if (!e->stop)
		greenlets_show(&r->t->greenlets, e->to, asked.n);
	log_put_transfer(&r->t->log,
		(uint8_t)((unsigned)e->how * RECORD_HOW | (e->stop ? RECORD_STOP : 0)), e->to,
		asked);
}

/* Objects and the world. */

static void on_splice(void *self, struct vm *vm, struct obj *o, uint32_t at, uint32_t nold,
	const value *new, uint32_t nnew)
{
	struct recorder *r = self;
	r->reading.vm = vm;
	if (!r->ended)
		reading_splice(&r->reading, o, at, nold, new, nnew);
}

static void on_entry(void *self, struct vm *vm, struct obj *o, uint32_t index, const value old[2],
	const value new[2])
{
	struct recorder *r = self;
	r->reading.vm = vm;
	if (!r->ended)
		reading_entry(&r->reading, o, index, old, new);
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
	put_record(r, (struct record){ .kind = RECORD_CLOCK, .s = e->number - r->clock });
	r->clock = e->number;
	tasks_clock(&r->t->tasks, e->number, r->t->log.steps + 1);
}

/* What a task's turn ends with. */
static bool ends_turn(enum task_change change)
{
	return change == TASK_YIELDS || change == TASK_WAITS || change == TASK_DONE ||
		change == TASK_FAILED || change == TASK_CANCELLED;
}

static struct task_about about_of(struct recorder *r, const struct event *e)
{
	struct task_about about = { e->text ? trace_add_text(r->t, e->text, e->len, e->len) + 1 : 0,
		-1 };
	if (e->change == TASK_WAITS && is_small(e->value))
		about.until = small_get(e->value);
	return about;
}

static void add_task(struct recorder *r, const struct event *e, const struct task_about *about)
{
	const struct shadow *s = e->frame ? shadows_of(&r->shadows, e->frame) : NULL;
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
	tasks_change(&r->t->tasks, (uint32_t)e->number - 1, e->change,
		end && now > r->turn ? now : now + 1, &about);
	if (e->change == TASK_RUNS)
		r->turn = now;
	if (e->change == TASK_RUNS || end)
		put_record(r,
			(struct record){
				.kind = RECORD_TASK, .u = { end ? 0 : (uint64_t)e->number } });
}

static void on_destroyed(struct recorder *r, const struct event *e)
{
	on_destroy(r, e->frame);
}

static void on_renamed(struct recorder *r, const struct event *e)
{
	const struct shadow *s = shadows_of(&r->shadows, e->frame);
	if (s)
		array_push(&r->t->renames,
			((struct rename){ .frame = s->id,
				.step = r->t->log.steps + 1,
				.name = mem_strndup(e->text, e->len) }));
}

static void on_end(struct recorder *r, const struct event *e)
{
	(void)e;
	r->ended = true;
	r->hand = NULL;
}

static void (*const handlers[EVENT_KIND_COUNT])(struct recorder *r, const struct event *e) = {
	[EVENT_CALL] = on_step,
	[EVENT_CREATE] = on_step,
	[EVENT_LINE] = on_line,
	[EVENT_YIELD] = on_step,
	[EVENT_RESUME] = on_step,
	[EVENT_RETURN] = on_step,
	[EVENT_UNWIND] = on_step,
	[EVENT_EXCEPTION] = on_step,
	[EVENT_TRANSFER] = on_transfer,
	[EVENT_DESTROY] = on_destroyed,
	[EVENT_RENAMED] = on_renamed,
	[EVENT_REBUILT] = on_rebuilt,
	[EVENT_CELL] = on_cell,
	[EVENT_GONE] = on_gone,
	[EVENT_OUTPUT] = on_output,
	[EVENT_CLOCK] = on_clock,
	[EVENT_TASK] = on_task,
	[EVENT_FINISHED] = on_end,
	[EVENT_UNCAUGHT] = on_end,
	[EVENT_DEADLOCK] = on_end,
	[EVENT_LIMIT] = on_end,
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
	if (f != r->hand) {
		on_event(self, vm,
			&(struct event){ .kind = EVENT_LINE,
				.frame = f,
				.line = f->line,
				.value = V_UNSET });
		return;
	}
	r->dying = FRAME_NONE;
	compare_vars(r, r->hand_shadow, f);
	log_put_line(&r->t->log, f->line);
}

/* As on_event of the other steps that are told by frame. */
static void on_frame(void *self, struct vm *vm, enum event_kind kind, struct frame *f, value v)
{
	struct recorder *r = self;
	if (r->ended)
		return;
	r->reading.vm = vm;
	if (kind == EVENT_DESTROY) {
		on_destroy(r, f);
		return;
	}
	struct shadow *s = prepare(r, f);
	tell_step(r, s, kind, f, v);
}

struct recorder *recorder_new(struct trace *t)
{
	struct recorder *r = mem_calloc(1, sizeof *r);
	r->t = t;
	r->reading.t = t;
	r->dying = FRAME_NONE;
	r->observer = (struct observer){ .self = r,
		.event = on_event,
		.line = on_frame_line,
		.frame = on_frame,
		.splice = on_splice,
		.entry = on_entry,
		.birth = birth_of };
	return r;
}

const struct observer *recorder_observer(struct recorder *r)
{
	return &r->observer;
}

static void recorder_free(struct recorder *r)
{
	for (size_t i = 0; i < r->remains.len; i++)
		array_fini(&r->remains.at[i]);
	shadows_fini(&r->shadows);
	array_fini(&r->remains);
	reading_fini(&r->reading);
	mem_free(r);
}

void recorder_finish(struct recorder *r, const struct vm *vm, enum run_status status)
{
	static const enum trace_end ends[] = {
		[RUN_FINISHED] = TRACE_FINISHED,
		[RUN_EXCEPTION] = TRACE_UNCAUGHT,
		[RUN_EXIT] = TRACE_EXIT,
		[RUN_DEADLOCK] = TRACE_DEADLOCK,
		[RUN_LIMIT] = TRACE_LIMIT,
		[RUN_REFUSED] = TRACE_REFUSED,
	};
	trace_close(r->t, ends[status], vm_end_text(vm), vm_exit_status(vm));
	recorder_free(r);
}
