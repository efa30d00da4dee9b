#include "compare/cost.h"

#include "base/sbuf.h"
#include "compare/ledger.h"
#include "trace/step_kind.h"
#include "vm/value/frame.h"

#include <inttypes.h>
#include <string.h>

#define X(name, word, unit, doc) [COST_##name] = { word, COST_##unit, doc },
const struct cost_info cost_infos[COST_KIND_COUNT] = { COSTS(X) };
#undef X

/* Counting. */

struct counting {
	struct ledger ledger;
	struct cost cost;
	uint64_t memory; /* of the frames that are there */
};

static uint64_t size_of(const struct ledger *l, const struct live *f)
{
	return sizeof(struct frame) + (uint64_t)ledger_routine(l, f)->code->nregs * sizeof(value);
}

static void at_most(struct counting *c, enum cost_kind kind, uint64_t n)
{
	if (n > c->cost.n[kind])
		c->cost.n[kind] = n;
}

/* What a step counts as, if anything. */
enum { COST_NOTHING = COST_KIND_COUNT };
#define X(kind, word, record_name, mark, cost, message, traits) [EVENT_##kind] = COST_##cost,
static const int counted[EVENT_KIND_COUNT] = { STEP_KINDS(X) };
#undef X

static void count_step(struct counting *c, const struct fact *f)
{
	c->cost.n[COST_STEPS]++;
	int kind = counted[f->step.kind];
	if (kind != COST_NOTHING && (!step_is(f->step.kind, STEP_PEERS) || is_transfer(f)))
		c->cost.n[kind]++;
	if (f->step.silent)
		c->cost.n[COST_RESUMES]++;
}

/* The frame that f is about, if it ends it, is there no more afterwards. */
static void count_frames(struct counting *c, const struct fact *f)
{
	struct live *before = f->frame != FRAME_NONE ? ledger_find(&c->ledger, f->frame) : NULL;
	uint64_t size = before != NULL ? size_of(&c->ledger, before) : 0;
	ledger_note(&c->ledger, f);
	const struct live *after = f->frame != FRAME_NONE ? ledger_find(&c->ledger, f->frame)
							  : NULL;
	const struct live *running = ledger_find(&c->ledger, c->ledger.running);
	if (before == NULL && after != NULL)
		c->memory += size_of(&c->ledger, after);
	if (before != NULL && after == NULL)
		c->memory -= size;
	at_most(c, COST_MEMORY, c->memory);
	at_most(c, COST_FRAMES, c->ledger.all.len);
	at_most(c, COST_DEEPEST, running != NULL ? running->depth : 0);
}

struct cost cost_of(const struct fact_source *s)
{
	struct counting c = { 0 };
	struct fact f;
	ledger_init(&c.ledger, s);
	while (s->next(s->self, &f)) {
		if (f.kind == FACT_STEP)
			count_step(&c, &f);
		if (f.kind == FACT_CLOCK)
			c.cost.n[COST_CLOCK] = (uint64_t)f.value.i;
		if (f.kind == FACT_STEP || f.kind == FACT_BIRTH || f.kind == FACT_GONE)
			count_frames(&c, &f);
	}
	ledger_fini(&c.ledger);
	return c.cost;
}

struct cost cost_of_trace(const struct trace *t)
{
	struct fact_source *s = facts_of_trace(t);
	struct cost c = cost_of(s);
	facts_free(s);
	return c;
}

/* Telling. */

enum { NAME_COLUMNS = 20, NUMBER_COLUMNS = 14 };

static void put_right(struct sbuf *out, const char *text, size_t n)
{
	sbuf_fill(out, ' ', n < NUMBER_COLUMNS ? NUMBER_COLUMNS - n : 1);
	sbuf_bytes(out, text, n);
}

static void put_amount(struct sbuf *out, enum cost_unit unit, uint64_t n)
{
	struct sbuf b = { 0 };
	if (unit == COST_SECONDS)
		sbuf_printf(&b, "%" PRIu64 ".%03" PRIu64 " s", n / 1000000000, n / 1000000 % 1000);
	else
		sbuf_printf(&b, "%" PRIu64 "%s", n, unit == COST_BYTES ? " B" : "");
	put_right(out, sbuf_cstr(&b), b.len);
	sbuf_fini(&b);
}

static void put_heads(const struct trace *const trace[SIDE_COUNT], struct sbuf *out)
{
	sbuf_fill(out, ' ', NAME_COLUMNS + 2);
	for (int s = 0; s < SIDE_COUNT; s++) {
		if (trace[s] != NULL)
			put_right(out, side_name((enum side)s), strlen(side_name((enum side)s)));
	}
	sbuf_char(out, '\n');
}

void cost_tell(const struct trace *const trace[SIDE_COUNT], struct sbuf *out)
{
	struct cost cost[SIDE_COUNT] = { 0 };
	for (int s = 0; s < SIDE_COUNT; s++) {
		if (trace[s] != NULL)
			cost[s] = cost_of_trace(trace[s]);
	}
	put_heads(trace, out);
	for (int kind = 0; kind < COST_KIND_COUNT; kind++) {
		const char *name = cost_infos[kind].name;
		sbuf_printf(out, "  %-*s", NAME_COLUMNS, name);
		for (int s = 0; s < SIDE_COUNT; s++) {
			if (trace[s] != NULL)
				put_amount(out, cost_infos[kind].unit, cost[s].n[kind]);
		}
		sbuf_char(out, '\n');
	}
	for (int s = 0; s < SIDE_COUNT; s++) {
		if (trace[s] != NULL && trace_end_is_cut(trace_end(trace[s])))
			sbuf_printf(out, "%s ended the %s side: these are its costs so far.\n",
				trace_end(trace[s]) == TRACE_LIMIT ? "A limit" : "A refusal",
				side_name((enum side)s));
	}
}
