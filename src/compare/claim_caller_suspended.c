/* Who calls waits until the callee gives control back. */

#include "compare/checking.h"

#include <inttypes.h>

enum { SPANS_SHOWN = 4 };

/* A caller that waits. */
struct stretch {
	uint32_t caller, callee;
	uint64_t from, to; /* to: 0 while it lasts */
};

struct calls {
	struct stretch spans[SPANS_SHOWN];
	uint32_t nspans;
	struct step_list all;
	uint64_t deepest, deepest_step;
};

static void open_span(struct calls *calls, uint32_t caller, uint32_t callee, uint64_t k)
{
	if (calls->nspans < SPANS_SHOWN)
		calls->spans[calls->nspans++] =
			(struct stretch){ .caller = caller, .callee = callee, .from = k };
}

static void close_span(struct calls *calls, uint32_t callee, uint64_t k)
{
	for (uint32_t i = 0; i < calls->nspans; i++) {
		if (calls->spans[i].callee == callee && calls->spans[i].to == 0)
			calls->spans[i].to = k;
	}
}

static void see_call(struct checking *c, const struct fact *f, const struct live *l)
{
	const struct live *caller = ledger_find(&c->ledger, c->ledger.running);
	struct calls *calls = c->self;
	if (caller == NULL || caller == l)
		return;
	step_list_add(&calls->all, f->k);
	if (!l->coroutine)
		open_span(calls, caller->id, l->id, f->k);
	if (caller->depth + 1 > calls->deepest) {
		calls->deepest = caller->depth + 1;
		calls->deepest_step = f->k;
	}
}

/* A step of a frame that waits for another, which has not given control back. */
static void see_early(struct checking *c, const struct fact *f, const struct live *l)
{
	uint32_t awaited = ledger_awaited(&c->ledger, l->id, c->ledger.running);
	bool ends = step_is(f->step.kind, STEP_ENDS);
	if (awaited != FRAME_NONE)
		checking_fault(c, l->since, f->k,
			ends ? "%s ends at line %u before %s, for which it waits"
			     : "%s takes a step at line %u while it waits for %s",
			checking_name(c, l->id), f->step.line, checking_name(c, awaited));
}

static void see_caller(struct checking *c, const struct fact *f, struct live *l)
{
	if (l == NULL || f->kind != FACT_STEP)
		return;
	if (step_is(f->step.kind, STEP_TAKES))
		see_call(c, f, l);
	else if (is_own_step(f) && l->state == LIVE_WAITING)
		see_early(c, f, l);
	if (step_is(f->step.kind, STEP_ENDS))
		close_span(c->self, l->id, f->k);
}

static void conclude_caller(struct checking *c)
{
	const struct calls *calls = c->self;
	for (uint32_t i = 0; i < calls->nspans; i++) {
		const struct stretch *s = &calls->spans[i];
		struct step_list steps = { .n = 2, .at = { s->from, s->to } };
		if (s->to != 0)
			checking_show(c, &steps, "%s takes no step from the call of %s to its end",
				checking_name(c, s->caller), checking_name(c, s->callee));
	}
	if (calls->all.n == 0) {
		checking_pass_over(c, "nothing is called here");
		return;
	}
	checking_show_step(c, calls->deepest_step,
		"%" PRIu64 " time%s one frame lets another run and waits, nested %" PRIu64
		" deep at most",
		calls->all.n, checking_plural(calls->all.n), calls->deepest);
}

const struct claim_row claim_caller_suspended = {
	.name = "caller suspended",
	.about = "each call",
	.sentence = "the caller waits for the callee; last in, first out",
	.size = sizeof(struct calls),
	.see = see_caller,
	.conclude = conclude_caller,
};
