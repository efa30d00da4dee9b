#include "tape.h"

#include <check.h>

#include <string.h>

static struct var next_vars[] = { { "self", VAR_PARAM, false }, { "n", VAR_LOCAL, false } };
static struct var counter_vars[] = { { "limit", VAR_PARAM, false }, { "n", VAR_LOCAL, false } };

static const struct code codes[TAPE_CODES] = {
	[MAIN] = { .name = "<module>", .flags = CODE_MODULE },
	[NEXT] = { .name = "next", .npos = 1, .vars = next_vars, .nvars = 2, .first_line = 30 },
	[COUNTER] = { .name = "counter",
		.flags = CODE_GENERATOR,
		.npos = 1,
		.vars = counter_vars,
		.nvars = 2,
		.nreentries = 2,
		.first_line = 10 },
	[PING] = { .name = "ping", .first_line = 40 },
	[PONG] = { .name = "pong", .first_line = 50 },
};

static void put(struct tape *t, struct fact f)
{
	ck_assert_uint_lt(t->n, TAPE_FACTS);
	t->fact[t->n++] = f;
}

void tape_born(struct tape *t, int code)
{
	uint32_t nth = 1;
	for (uint32_t i = 0; i < t->frames; i++)
		nth += t->frame[i].code == &codes[code];
	ck_assert_uint_lt(t->frames, TAPE_FRAMES);
	t->frame[t->frames] =
		(struct frame_info){ .code = &codes[code], .nth = nth, .greenlet = t->greenlet };
	put(t, (struct fact){ .kind = FACT_BIRTH, .k = t->k + 1, .frame = t->frames++ });
}

void tape_step(struct tape *t, enum event_kind kind, uint32_t frame, uint32_t line)
{
	put(t,
		(struct fact){ .kind = FACT_STEP,
			.k = ++t->k,
			.frame = frame,
			.step = { .kind = kind, .frame = frame, .line = line },
			.point = 1 });
}

void tape_silent(struct tape *t, enum event_kind kind, uint32_t frame, uint32_t line)
{
	tape_step(t, kind, frame, line);
	t->fact[t->n - 1].step.silent = true;
}

void tape_transfer(struct tape *t, uint32_t from, uint32_t to)
{
	put(t,
		(struct fact){ .kind = FACT_STEP,
			.k = ++t->k,
			.frame = FRAME_NONE,
			.step = { .kind = EVENT_TRANSFER,
				.frame = FRAME_NONE,
				.from = from,
				.to = to } });
	t->greenlet = to;
}

void tape_sets(struct tape *t, uint32_t frame, uint32_t var, struct rvalue v)
{
	put(t,
		(struct fact){ .kind = FACT_VAR,
			.k = t->k + 1,
			.frame = frame,
			.index = var,
			.value = v });
}

void tape_touches(struct tape *t, uint64_t object)
{
	put(t,
		(struct fact){
			.kind = FACT_TOUCH, .k = t->k + 1, .frame = FRAME_NONE, .object = object });
}

void tape_begin(struct tape *t)
{
	memset(t, 0, sizeof *t);
	tape_born(t, MAIN);
	tape_step(t, EVENT_CALL, 0, 0);
}

/* Its source. */

static bool next_fact(void *self, struct fact *f)
{
	struct tape *t = self;
	if (t->at == t->n)
		return false;
	*f = t->fact[t->at++];
	return true;
}

static struct frame_info frame_of(void *self, uint32_t id)
{
	const struct tape *t = self;
	ck_assert_uint_lt(id, t->frames);
	return t->frame[id];
}

static const char *exception_of(void *self, struct rvalue v)
{
	(void)self;
	return v.kind != R_INT ? NULL : v.i == 1 ? "GeneratorExit" : "ValueError";
}

const struct fact_source *tape_source(struct tape *t, enum trace_end end)
{
	t->source = (struct fact_source){ .self = t,
		.next = next_fact,
		.frame = frame_of,
		.exception = exception_of,
		.steps = t->k,
		.end = end };
	return &t->source;
}
