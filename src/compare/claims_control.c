/* Caller suspended, peers, never overlapped. */

#include "compare/checking.h"

#include <inttypes.h>

/* Caller suspended. */

static void open_span(struct checking *c, uint32_t caller, uint32_t callee, uint64_t k)
{
	if (c->nspans < SPANS_SHOWN)
		c->spans[c->nspans++] =
			(struct stretch){ .caller = caller, .callee = callee, .from = k };
}

static void close_span(struct checking *c, uint32_t callee, uint64_t k)
{
	for (uint32_t i = 0; i < c->nspans; i++) {
		if (c->spans[i].callee == callee && c->spans[i].to == 0)
			c->spans[i].to = k;
	}
}

static void see_call(struct checking *c, const struct fact *f, const struct live *l)
{
	const struct live *caller = ledger_find(&c->ledger, c->ledger.running);
	if (caller == NULL || caller == l)
		return;
	step_list_add(&c->calls, f->k);
	if (!l->coroutine)
		open_span(c, caller->id, l->id, f->k);
	if (caller->depth + 1 > c->deepest) {
		c->deepest = caller->depth + 1;
		c->deepest_step = f->k;
	}
}

/* A step of a frame that waits for another, which has not given control back. */
static void see_early(struct checking *c, const struct fact *f, const struct live *l)
{
	uint32_t awaited = ledger_awaited(&c->ledger, l->id, c->ledger.running);
	bool ends = f->step.kind == EVENT_RETURN || f->step.kind == EVENT_UNWIND;
	if (awaited != FRAME_NONE)
		checking_fault(c, CLAIM_CALLER_SUSPENDED, l->since, f->k,
			ends ? "%s ends at line %u before %s, for which it waits"
			     : "%s takes a step at line %u while it waits for %s",
			checking_name(c, l->id), f->step.line, checking_name(c, awaited));
}

static void see_caller(struct checking *c, const struct fact *f, struct live *l)
{
	if (l == NULL || f->kind != FACT_STEP)
		return;
	if (f->step.kind == EVENT_CALL || f->step.kind == EVENT_RESUME)
		see_call(c, f, l);
	else if (is_own_step(f) && l->state == LIVE_WAITING)
		see_early(c, f, l);
	if (f->step.kind == EVENT_RETURN || f->step.kind == EVENT_UNWIND)
		close_span(c, l->id, f->k);
}

static void conclude_caller(struct checking *c)
{
	for (uint32_t i = 0; i < c->nspans; i++) {
		const struct stretch *s = &c->spans[i];
		struct step_list steps = { .n = 2, .at = { s->from, s->to } };
		if (s->to != 0)
			checking_show(c, CLAIM_CALLER_SUSPENDED, &steps,
				"%s takes no step from the call of %s to its end",
				checking_name(c, s->caller), checking_name(c, s->callee));
	}
	if (c->calls.n == 0) {
		checking_pass_over(c, CLAIM_CALLER_SUSPENDED, "nothing is called here");
		return;
	}
	checking_show_step(c, CLAIM_CALLER_SUSPENDED, c->deepest_step,
		"%" PRIu64 " time%s one frame lets another run and waits, nested %" PRIu64
		" deep at most",
		c->calls.n, plural(c->calls.n), c->deepest);
}

const struct checker check_caller_suspended = { see_caller, conclude_caller };

/* Peers. */

static void see_stack(struct checking *c, uint32_t depth, uint64_t k)
{
	if (depth <= c->deepest_peer)
		return;
	c->deepest_peer = depth;
	c->deepest_peer_step = k;
}

/* A subroutine's frame belongs to the greenlet that called it; what a
 * coroutine belongs to is where it was made. */
static void see_peers(struct checking *c, const struct fact *f, struct live *l)
{
	const struct live *running = ledger_find(&c->ledger, c->ledger.running);
	if (is_step(f, EVENT_TRANSFER)) {
		step_list_add(&c->transfers, f->k);
		see_stack(c, running != NULL ? running->depth : 0, f->k);
	}
	if (is_step(f, EVENT_CALL) && l != NULL && !l->coroutine && running != NULL &&
		running != l && running->greenlet != l->greenlet)
		checking_fault(c, CLAIM_PEERS, f->k, 0, "%s is below its peer %s",
			checking_name(c, running->id), checking_name(c, l->id));
}

static void conclude_peers(struct checking *c)
{
	if (c->transfers.n == 0) {
		checking_pass_over(c, CLAIM_PEERS, "no frame here transfers control to a peer");
		return;
	}
	checking_show(c, CLAIM_PEERS, &c->transfers,
		"control goes from one peer to another %" PRIu64 " time%s", c->transfers.n,
		plural(c->transfers.n));
	checking_show_step(c, CLAIM_PEERS, c->deepest_peer_step,
		"no peer stands on another: each has at most %" PRIu64 " frame%s of its own",
		c->deepest_peer, plural(c->deepest_peer));
}

const struct checker check_peers = { see_peers, conclude_peers };

/* Never overlapped. */

static void see_step(struct checking *c, const struct fact *f)
{
	uint32_t running = c->ledger.running;
	if (running == f->frame)
		return;
	if (running == FRAME_NONE)
		checking_fault(c, CLAIM_NEVER_OVERLAPPED, f->k, 0,
			"%s takes a step at line %u, and nobody gave control to it",
			checking_name(c, f->frame), f->step.line);
	else
		checking_fault(c, CLAIM_NEVER_OVERLAPPED, f->k, 0,
			"%s takes a step at line %u while %s is running",
			checking_name(c, f->frame), f->step.line, checking_name(c, running));
}

static void see_overlap(struct checking *c, const struct fact *f, struct live *l)
{
	if (f->kind != FACT_STEP)
		return;
	if (is_own_step(f))
		see_step(c, f);
	bool ends = f->step.kind == EVENT_YIELD || f->step.kind == EVENT_RETURN ||
		f->step.kind == EVENT_UNWIND;
	if (ends || f->step.kind == EVENT_TRANSFER ||
		(f->step.kind != EVENT_CREATE && l != NULL && c->ledger.running != l->id))
		step_list_add(&c->switches, f->k);
	if (c->ledger.all.len > c->most_live) {
		c->most_live = c->ledger.all.len;
		c->most_live_step = f->k;
	}
}

static void conclude_overlap(struct checking *c)
{
	uint64_t n = c->source->steps;
	if (n == 0) {
		checking_pass_over(c, CLAIM_NEVER_OVERLAPPED, "nothing ran");
		return;
	}
	checking_show(c, CLAIM_NEVER_OVERLAPPED, NULL,
		"one frame runs at each of %" PRIu64 " step%s", n, plural(n));
	checking_show(c, CLAIM_NEVER_OVERLAPPED, &c->switches,
		"control changes hands %" PRIu64 " time%s", c->switches.n, plural(c->switches.n));
	checking_show_step(c, CLAIM_NEVER_OVERLAPPED, c->most_live_step,
		"there are at most %" PRIu64 " frame%s at a time, of which one runs", c->most_live,
		plural(c->most_live));
}

const struct checker check_never_overlapped = { see_overlap, conclude_overlap };
