/* Frames that transfer control do not pile up. */

#include "compare/checking.h"

#include <inttypes.h>

struct transfers {
	struct step_list all;
	uint64_t deepest, deepest_step;
};

static void see_stack(struct transfers *t, uint32_t depth, uint64_t k)
{
	if (depth <= t->deepest)
		return;
	t->deepest = depth;
	t->deepest_step = k;
}

/* A subroutine's frame belongs to the greenlet that called it; what a
 * coroutine belongs to is where it was made. */
static void see_peers(struct checking *c, const struct fact *f, struct live *l)
{
	struct transfers *t = c->self;
	const struct live *running = ledger_find(&c->ledger, c->ledger.running);
	if (is_transfer(f)) {
		step_list_add(&t->all, f->k);
		see_stack(t, running != NULL ? running->depth : 0, f->k);
	}
	if (is_step(f, EVENT_CALL) && l != NULL && !l->coroutine && running != NULL &&
		running != l && running->greenlet != l->greenlet)
		checking_fault(c, f->k, 0, "%s is below its peer %s", checking_name(c, running->id),
			checking_name(c, l->id));
}

static void conclude_peers(struct checking *c)
{
	const struct transfers *t = c->self;
	if (t->all.n == 0) {
		checking_pass_over(c, "no frame here transfers control to a peer");
		return;
	}
	checking_show(c, &t->all, "control goes from one peer to another %" PRIu64 " time%s",
		t->all.n, checking_plural(t->all.n));
	checking_show_step(c, t->deepest_step,
		"no peer stands on another: each has at most %" PRIu64 " frame%s of its own",
		t->deepest, checking_plural(t->deepest));
}

const struct claim_row claim_peers = {
	.name = "peers",
	.about = "peers that switch",
	.sentence = "neither is below the other, however often they do",
	.size = sizeof(struct transfers),
	.see = see_peers,
	.conclude = conclude_peers,
};
