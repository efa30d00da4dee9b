/* One frame runs at a time. */

#include "compare/checking.h"

#include <inttypes.h>

struct switches {
	struct step_list all;
	uint64_t most_live, most_live_step;
};

static void see_step(struct checking *c, const struct fact *f)
{
	uint32_t running = c->ledger.running;
	if (running == f->frame)
		return;
	if (running == FRAME_NONE)
		checking_fault(c, f->k, 0,
			"%s takes a step at line %u, and nobody gave control to it",
			checking_name(c, f->frame), f->step.line);
	else
		checking_fault(c, f->k, 0, "%s takes a step at line %u while %s is running",
			checking_name(c, f->frame), f->step.line, checking_name(c, running));
}

static void see_overlap(struct checking *c, const struct fact *f, struct live *l)
{
	struct switches *s = c->self;
	if (f->kind != FACT_STEP)
		return;
	if (is_own_step(f))
		see_step(c, f);
	if (step_is(f->step.kind, STEP_GIVES) || is_transfer(f) ||
		(f->step.kind != EVENT_CREATE && l != NULL && c->ledger.running != l->id))
		step_list_add(&s->all, f->k);
	if (c->ledger.all.len > s->most_live) {
		s->most_live = c->ledger.all.len;
		s->most_live_step = f->k;
	}
}

static void conclude_overlap(struct checking *c)
{
	const struct switches *s = c->self;
	uint64_t n = c->source->steps;
	if (n == 0) {
		checking_pass_over(c, "nothing ran");
		return;
	}
	checking_show(
		c, NULL, "one frame runs at each of %" PRIu64 " step%s", n, checking_plural(n));
	checking_show(c, &s->all, "control changes hands %" PRIu64 " time%s", s->all.n,
		checking_plural(s->all.n));
	checking_show_step(c, s->most_live_step,
		"there are at most %" PRIu64 " frame%s at a time, of which one runs", s->most_live,
		checking_plural(s->most_live));
}

const struct claim_row claim_never_overlapped = {
	.name = "never overlapped",
	.about = "the whole run",
	.sentence = "at every step exactly one frame is running",
	.size = sizeof(struct switches),
	.see = see_overlap,
	.conclude = conclude_overlap,
};
