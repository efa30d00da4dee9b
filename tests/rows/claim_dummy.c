/* A claim that counts the steps of a run, in state of its own. */

#include "compare/checking.h"

#include <inttypes.h>

static void see_dummy(struct checking *c, const struct fact *f, struct live *l)
{
	uint64_t *steps = c->self;
	(void)l;
	*steps += f->kind == FACT_STEP;
}

static void conclude_dummy(struct checking *c)
{
	const uint64_t *steps = c->self;
	checking_show(c, NULL, "%" PRIu64 " steps were seen", *steps);
}

const struct claim_row claim_dummy = {
	.name = "dummy",
	.about = "each dummy",
	.sentence = "it sees all steps",
	.size = sizeof(uint64_t),
	.see = see_dummy,
	.conclude = conclude_dummy,
};
