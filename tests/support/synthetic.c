#include "synthetic.h"

#include "trace/store.h"

#include <stdio.h>
#include <string.h>

enum { CODES = 3, VARS = 20, POINTS = 3 };

/* Variables 18 and 19 are cells. */
#define LOCAL(letter) \
	{ \
		letter, VAR_LOCAL, false \
	}
static const struct var vars[VARS] = {
	LOCAL("a"),
	LOCAL("b"),
	LOCAL("c"),
	LOCAL("d"),
	LOCAL("e"),
	LOCAL("f"),
	LOCAL("g"),
	LOCAL("h"),
	LOCAL("i"),
	LOCAL("j"),
	LOCAL("k"),
	LOCAL("l"),
	LOCAL("m"),
	LOCAL("n"),
	LOCAL("o"),
	LOCAL("p"),
	LOCAL("q"),
	LOCAL("r"),
	[18] = { "cell", VAR_CELL, true },
	[19] = { "free", VAR_FREE, true },
};
static const struct reentry points[POINTS];
static const struct code codes[CODES] = {
	{ .name = "<module>",
		.qualname = "<module>",
		.flags = CODE_MODULE,
		.vars = (struct var *)vars },
	{ .name = "plain",
		.qualname = "plain",
		.number = 1,
		.vars = (struct var *)vars,
		.nvars = VARS },
	{ .name = "maker",
		.qualname = "maker",
		.number = 2,
		.flags = CODE_GENERATOR,
		.vars = (struct var *)vars,
		.nvars = VARS,
		.reentries = (struct reentry *)points,
		.nreentries = POINTS },
};
static const struct program program = { .main = (struct code *)&codes[0] };

enum { MAX_FRAMES = 40, MAX_OBJECTS = 30, MAX_GREENLETS = 3 };

/* What the writer of random records must know to write sensible ones. */
struct writer {
	int64_t clock;
	struct trace *t;
	unsigned seed;
	uint32_t stack[MAX_FRAMES]; /* running frame last */
	unsigned depth;
	uint32_t made[MAX_FRAMES]; /* created or suspended generators */
	bool entered[MAX_FRAMES];
	unsigned nmade;
	uint64_t objects[MAX_OBJECTS];
	uint32_t lengths[MAX_OBJECTS];
	unsigned nobjects;
	uint64_t serials;
	struct rvalue ints[VARS]; /* of the running frame: those that are ints */
};

static unsigned below(struct writer *w, unsigned n)
{
	w->seed = w->seed * 1103515245 + 12345;
	return (w->seed >> 16) % n;
}

static void put(struct writer *w, struct record r)
{
	log_put(&w->t->log, &r);
}

static struct rvalue random_value(struct writer *w)
{
	switch (below(w, 8)) {
	case 0:
		return (struct rvalue){ .kind = (enum rkind)below(w, R_INT) };
	case 1:
		return (struct rvalue){ .kind = R_FLOAT,
			.f = below(w, 2) ? below(w, 100) : below(w, 100) / 7.0 };
	case 2: {
		char name[16];
		int n = snprintf(name, sizeof name, "text %u", below(w, 50));
		return rvalue_text(trace_add_text(w->t, name, (size_t)n, (uint64_t)n));
	}
	case 3:
	case 4:
		return w->nobjects ? rvalue_object(w->objects[below(w, w->nobjects)])
				   : rvalue_int(1);
	case 5:
		return rvalue_int(below(w, 2) ? INT64_MIN : INT64_MAX);
	default:
		return rvalue_int((int64_t)below(w, 300) - 150);
	}
}

static void switch_to(struct writer *w, uint32_t id)
{
	int64_t s = (int64_t)id - w->t->log.end.frame;
	if (s != 0)
		put(w, (struct record){ .kind = RECORD_SWITCH, .s = s });
}

static void step(struct writer *w, struct record r)
{
	r.s = (int64_t)(1 + below(w, 300)) - w->t->log.end.line;
	put(w, r);
}

static void random_vars(struct writer *w)
{
	for (unsigned n = below(w, 3); n > 0; n--) {
		uint32_t var = below(w, VARS);
		uint32_t id = w->t->log.end.frame;
		if (frames_get(&w->t->frames, id).code == &codes[0])
			return;
		struct rvalue v = var >= 18 && w->nobjects ? rvalue_object(w->objects[0])
							   : random_value(w);
		log_put_var(&w->t->log, var, v);
		if (v.kind == R_INT && below(w, 2))
			log_put_var_add(&w->t->log, var,
				(int64_t)below(w, 5000) - 1000 - (below(w, 3) == 0));
	}
}

static void new_object(struct writer *w)
{
	static const enum obj_kind kinds[] = { OBJ_LIST, OBJ_DICT, OBJ_CELL, OBJ_SET,
		OBJ_EXCEPTION };
	if (w->nobjects == MAX_OBJECTS)
		return;
	enum obj_kind kind = kinds[below(w, 5)];
	struct rvalue items[8];
	uint32_t n = kind == OBJ_CELL ? 1 : 2 * below(w, 4);
	for (uint32_t i = 0; i < n; i++)
		items[i] = random_value(w);
	struct record r = { .kind = RECORD_NEW, .u = { kind }, .items = items, .n = n };
	if (below(w, 3) == 0) {
		r.kind = RECORD_NEW_LABEL;
		r.u[1] = trace_add_text(w->t, "label", 5, 5) + 1;
		r.u[4] = below(w, 3);
		r.s = (int64_t)below(w, 9) - 4;
	}
	put(w, r);
	w->objects[w->nobjects] = ++w->serials;
	w->lengths[w->nobjects++] = n;
}

static void change_object(struct writer *w)
{
	unsigned i = below(w, w->nobjects);
	uint64_t o = w->objects[i];
	uint32_t *n = &w->lengths[i];
	struct rvalue items[4] = { random_value(w), random_value(w), random_value(w),
		random_value(w) };
	uint32_t at = below(w, *n + 1), nold = below(w, *n - at + 1), nnew = below(w, 4);
	switch (below(w, 8)) {
	case 0:
		put(w,
			(struct record){ .kind = RECORD_SPLICE,
				.u = { o, at, nold },
				.items = items,
				.n = nnew });
		*n = *n - nold + nnew;
		return;
	case 1:
		put(w, (struct record){ .kind = RECORD_APPEND, .u = { o }, .v = { items[0] } });
		++*n;
		return;
	case 2:
		put(w,
			(struct record){ .kind = RECORD_ENTRY,
				.u = { o, at / 2 },
				.v = { items[0], items[1] } });
		*n = *n > at / 2 * 2 + 2 ? *n : at / 2 * 2 + 2;
		return;
	case 3:
		put(w,
			(struct record){
				.kind = RECORD_ITEM, .u = { o, at }, .v = { rvalue_int(5) } });
		put(w,
			(struct record){ .kind = RECORD_ITEM_ADD,
				.u = { o, at },
				.s = (int64_t)below(w, 99) - 50 });
		*n = *n > at ? *n : at + 1;
		return;
	case 4:
		put(w,
			(struct record){
				.kind = RECORD_CONTENTS, .u = { o }, .items = items, .n = nnew });
		*n = nnew;
		return;
	case 5:
		put(w,
			(struct record){ .kind = RECORD_ATTRS,
				.u = { o, w->objects[below(w, w->nobjects)] } });
		return;
	case 6:
		put(w, (struct record){ .kind = RECORD_GONE, .u = { o } });
		w->objects[i] = w->objects[--w->nobjects];
		w->lengths[i] = w->lengths[w->nobjects];
		return;
	default:
		return;
	}
}

static void move_clock(struct writer *w)
{
	int64_t by = below(w, 1000000);
	put(w, (struct record){ .kind = RECORD_CLOCK, .s = by });
	tasks_clock(&w->t->tasks, w->clock += by, w->t->log.steps + 1);
}

/* A task is made, one runs, or anything happens to one. */
static void random_task(struct writer *w)
{
	struct task_table *x = &w->t->tasks;
	uint32_t n = trace_tasks(w->t), i = n > 0 ? below(w, n) : 0;
	uint64_t now = w->t->log.steps;
	struct task_about about = { below(w, 2) ? trace_add_text(w->t, "a lock", 6, 6) + 1 : 0,
		(int64_t)below(w, 3) * 1000000000 - 1 };
	if (n == 0 || below(w, 8) == 0) {
		about.text = trace_add_text(w->t, "Task-1", 6, 6) + 1;
		tasks_add(x, below(w, 3), about.text, now + 1);
		return;
	}
	tasks_change(x, i, (enum task_change)(1 + below(w, TASK_CHANGE_COUNT - 1)),
		now + below(w, 2), &about);
	put(w, (struct record){ .kind = RECORD_TASK, .u = { below(w, 2) ? i + 1 : 0 } });
}

static void random_world(struct writer *w)
{
	switch (below(w, 12)) {
	case 0:
		new_object(w);
		return;
	case 1:
		trace_add_output(w->t, 1 + (int)below(w, 2), "line\nanother", below(w, 13));
		return;
	case 2:
		move_clock(w);
		return;
	case 3:
		random_task(w);
		return;
	default:
		if (w->nobjects)
			change_object(w);
	}
}

static uint32_t give_birth(struct trace *t, const struct code *c)
{
	uint32_t slot;
	return trace_birth(t, frames_code(&t->frames, c), &slot);
}

static void let_die(struct trace *t, uint32_t id, bool late)
{
	trace_death(t, id, frames_get(&t->frames, id).slot, late);
}

static uint32_t running(const struct writer *w)
{
	return w->stack[w->depth - 1];
}

static void call(struct writer *w)
{
	uint32_t id = give_birth(w->t, &codes[1]);
	w->stack[w->depth++] = id;
	random_vars(w);
	frames_enter(&w->t->frames, id);
	step(w, (struct record){ .kind = RECORD_CALL });
}

static void make(struct writer *w)
{
	uint32_t id = give_birth(w->t, &codes[2]);
	random_vars(w);
	w->made[w->nmade] = id;
	w->entered[w->nmade++] = false;
	step(w, (struct record){ .kind = RECORD_CREATE });
}

static void take_out(struct writer *w, unsigned i)
{
	w->made[i] = w->made[--w->nmade];
	w->entered[i] = w->entered[w->nmade];
}

static void resume(struct writer *w)
{
	unsigned i = below(w, w->nmade);
	uint32_t id = w->made[i];
	uint8_t flags = below(w, 3) ? 0 : RECORD_DELEGATED;
	switch_to(w, id);
	if (!w->entered[i]) {
		frames_enter(&w->t->frames, id);
		step(w, (struct record){ .kind = RECORD_CALL, .flags = flags });
	} else if (below(w, 9) == 0) {
		put(w, (struct record){ .kind = RECORD_SILENT });
		random_vars(w);
		step(w, (struct record){ .kind = RECORD_LINE });
	} else {
		flags = (uint8_t)(flags | (HOW_SEND + below(w, 2)) * RECORD_HOW | SUSPEND_YIELD);
		step(w,
			(struct record){
				.kind = RECORD_RESUME, .flags = flags, .v = { random_value(w) } });
	}
	w->stack[w->depth++] = id;
	take_out(w, i);
}

static void leave(struct writer *w)
{
	uint32_t id = running(w);
	switch_to(w, id);
	random_vars(w);
	bool maker = frames_get(&w->t->frames, id).code == &codes[2];
	w->depth--;
	if (maker && below(w, 4)) {
		step(w,
			(struct record){ .kind = RECORD_YIELD,
				.flags = (uint8_t)(1 + below(w, 3)),
				.u = { 1 + below(w, POINTS) },
				.v = { random_value(w) } });
		w->made[w->nmade] = id;
		w->entered[w->nmade++] = true;
		return;
	}
	step(w,
		(struct record){ .kind = below(w, 3) ? RECORD_RETURN : RECORD_UNWIND,
			.v = { random_value(w) } });
	let_die(w->t, id, false);
	if (maker)
		put(w, (struct record){ .kind = RECORD_DESTROY });
}

static void drop(struct writer *w)
{
	unsigned i = below(w, w->nmade);
	put(w,
		(struct record){
			.kind = RECORD_DESTROY, .s = (int64_t)w->made[i] - w->t->log.end.frame });
	let_die(w->t, w->made[i], true);
	take_out(w, i);
}

static void line(struct writer *w)
{
	switch_to(w, running(w));
	random_vars(w);
	if (below(w, 20) == 0)
		step(w,
			(struct record){ .kind = RECORD_EXCEPTION,
				.flags = below(w, 2) ? RECORD_STOP : 0,
				.v = { random_value(w) } });
	else
		log_put_line(&w->t->log, w->t->log.end.line + (below(w, 4) ? 1 : 1000));
}

static void random_step(struct writer *w)
{
	random_world(w);
	bool full = w->depth + w->nmade >= MAX_FRAMES - 2;
	unsigned what = below(w, 16);
	if (what < 2 && !full)
		call(w);
	else if (what == 2 && !full)
		make(w);
	else if (what < 6 && w->nmade > 0)
		resume(w);
	else if (what < 9 && w->depth > 1)
		leave(w);
	else if (what == 9 && w->nmade > 20)
		drop(w);
	else if (what == 10 && below(w, 8) == 0)
		put(w,
			(struct record){ .kind = RECORD_TRANSFER,
				.flags = (unsigned)HOW_SWITCH * RECORD_HOW,
				.u = { below(w, MAX_GREENLETS) } });
	else
		line(w);
}

static void begin(struct writer *w)
{
	uint32_t id = give_birth(w->t, &codes[0]);
	w->stack[w->depth++] = id;
	frames_enter(&w->t->frames, id);
	put(w, (struct record){ .kind = RECORD_CALL });
}

static struct trace *end(struct writer *w)
{
	trace_close(w->t, TRACE_FINISHED, NULL, 0);
	return w->t;
}

struct trace *synthetic_random(unsigned seed, uint64_t steps)
{
	struct writer w = { .t = trace_new(&program), .seed = seed };
	begin(&w);
	while (trace_steps(w.t) < steps)
		random_step(&w);
	random_world(&w);
	return end(&w);
}

struct trace *synthetic_loop(uint64_t steps)
{
	struct writer w = { .t = trace_new(&program) };
	begin(&w);
	call(&w);
	log_put_var(&w.t->log, 0, rvalue_int(0));
	log_put_var(&w.t->log, 1, rvalue_int(0));
	for (uint64_t i = 0; trace_steps(w.t) < steps; i++) {
		log_put_line(&w.t->log, 10);
		log_put_line(&w.t->log, 11);
		log_put_var_add(&w.t->log, 1, (int64_t)(i % 100));
		log_put_line(&w.t->log, 12);
		log_put_var_add(&w.t->log, 0, 1);
	}
	return end(&w);
}

struct trace *synthetic_generators(uint64_t steps, uint32_t generators)
{
	struct writer w = { .t = trace_new(&program) };
	begin(&w);
	for (uint32_t i = 0; i < generators; i++) {
		give_birth(w.t, &codes[2]);
		log_put_var(&w.t->log, 0, rvalue_int(i));
		put(&w, (struct record){ .kind = RECORD_CREATE });
	}
	for (uint64_t i = 0; trace_steps(w.t) < steps; i++) {
		switch_to(&w, 1 + (uint32_t)(i % generators));
		if (i < generators)
			put(&w, (struct record){ .kind = RECORD_CALL });
		else
			put(&w,
				(struct record){ .kind = RECORD_RESUME,
					.flags = SUSPEND_YIELD | (unsigned)HOW_SEND * RECORD_HOW });
		log_put_line(&w.t->log, 20);
		log_put_var_add(&w.t->log, 0, 1);
		put(&w,
			(struct record){ .kind = RECORD_YIELD,
				.flags = SUSPEND_YIELD,
				.u = { 1 },
				.v = { rvalue_int((int64_t)(i / generators)) } });
		switch_to(&w, 0);
		log_put_line(&w.t->log, 30);
	}
	return end(&w);
}
