/* Each frame of a subroutine is entered once. */

#include "compare/checking.h"

#include <inttypes.h>

static void see_subroutine(struct checking *c, const struct fact *f, const struct live *l)
{
	const struct routine *r = ledger_routine(&c->ledger, l);
	if (is_step(f, EVENT_CALL) && l->entered != 0)
		checking_fault(c, l->entered, f->k, "%s is entered a second time, at line %u",
			checking_name(c, l->id), f->step.line);
	else if (is_step(f, EVENT_CALL) && r->calls.n > 0 && r->entry != f->step.line)
		checking_fault(c, r->calls.at[0], f->k,
			"%s is entered at line %u, and others of its function at line %u",
			checking_name(c, l->id), f->step.line, r->entry);
	else if (is_re_entry(f))
		checking_fault(c, f->k, 0, "%s is re-entered, at line %u", checking_name(c, l->id),
			f->step.line);
	else if (is_step(f, EVENT_YIELD))
		checking_fault(
			c, f->k, 0, "%s, of a subroutine, is suspended", checking_name(c, l->id));
}

static void see_single_entry(struct checking *c, const struct fact *f, struct live *l)
{
	if (f->kind == FACT_STEP && l != NULL && !l->coroutine)
		see_subroutine(c, f, l);
}

static void show_single_entry(struct checking *c, const struct routine *r)
{
	uint64_t n = r->calls.n;
	const char *name = checking_word(c, r->title);
	if (r->entry == 0)
		checking_show(c, &r->calls, "%s is entered once, at its beginning", name);
	else if (n == 1)
		checking_show(
			c, &r->calls, "%s is called once, and entered at line %u", name, r->entry);
	else
		checking_show(c, &r->calls,
			"%" PRIu64 " frames of %s, each entered once, at line %u", n, name,
			r->entry);
}

static void conclude_single_entry(struct checking *c)
{
	uint64_t routines = 0, peers = 0;
	for (size_t i = 0; i < c->ledger.routines.len; i++) {
		const struct routine *r = &c->ledger.routines.at[i];
		peers += r->peers;
		if (checking_is_subroutine(r) && routines++ < ROUTINES_SHOWN)
			show_single_entry(c, r);
	}
	if (routines > ROUTINES_SHOWN)
		checking_show(c, NULL, "so are the frames of %" PRIu64 " more functions",
			routines - ROUTINES_SHOWN);
	if (routines == 0)
		checking_pass_over(c, "every frame here gives way: there is no subroutine");
	else if (peers > 0)
		checking_show(c, NULL,
			"left out: %" PRIu64
			" frame%s that gave way by a transfer, as coroutines do",
			peers, checking_plural(peers));
}

const struct claim_row claim_single_entry = {
	.name = "single entry",
	.about = "each subroutine",
	.sentence = "its frames are entered once, at its one entry",
	.see = see_single_entry,
	.conclude = conclude_single_entry,
};
