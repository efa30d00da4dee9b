/* A coroutine is entered once, and re-entered only where it was suspended. */

#include "compare/checking.h"

#include <inttypes.h>

static void see_entry(struct checking *c, const struct fact *f, struct live *l)
{
	if (l->entered != 0)
		checking_fault(c, l->entered, f->k, "%s is entered a second time, at line %u",
			checking_name(c, l->id), f->step.line);
}

static void see_re_entry_of(struct checking *c, const struct fact *f, const struct live *l)
{
	const char *name = checking_name(c, l->id);
	if (l->entered == 0)
		checking_fault(c, f->k, 0, "%s goes on at line %u and was never entered", name,
			f->step.line);
	else if (l->state != LIVE_SUSPENDED)
		checking_fault(c, f->k, 0,
			"%s is re-entered at line %u without having been suspended", name,
			f->step.line);
	else if (f->step.line != l->line && !f->step.silent)
		checking_fault(c, l->since, f->k,
			"%s is re-entered at line %u, a place that it never left: it was suspended "
			"at line %u",
			name, f->step.line, l->line);
}

static void see_re_entry(struct checking *c, const struct fact *f, struct live *l)
{
	if (l == NULL || !l->coroutine)
		return;
	if (is_step(f, EVENT_CALL))
		see_entry(c, f, l);
	else if (is_re_entry(f))
		see_re_entry_of(c, f, l);
}

static void show_passage(struct checking *c, const struct passage *p)
{
	const struct visits *v = &c->visits;
	const char *name = checking_name(c, v->shown[p->shown].id);
	uint64_t n = p->steps.n;
	if (p->number == 0)
		checking_show(c, &p->steps, "%s goes on after line %u %" PRIu64 " time%s", name,
			p->line, n, checking_plural(n));
	else if (n == 1)
		checking_show(c, &p->steps, "%s is re-entered once at ◆%u, line %u", name,
			p->number, p->line);
	else
		checking_show(c, &p->steps, "%s is re-entered %" PRIu64 " times at ◆%u, line %u",
			name, n, p->number, p->line);
}

static void show_entered(struct checking *c, uint32_t i)
{
	const struct visits *v = &c->visits;
	const struct visitor *s = &v->shown[i];
	const char *name = checking_name(c, s->id);
	if (s->line == 0)
		checking_show_step(c, s->entered, "%s is entered once, at its beginning", name);
	else
		checking_show_step(c, s->entered, "%s is entered once, at line %u", name, s->line);
	for (uint32_t k = 0; k < v->npassages; k++) {
		if (v->passages[k].shown == i)
			show_passage(c, &v->passages[k]);
	}
}

static void conclude_re_entry(struct checking *c)
{
	const struct visits *v = &c->visits;
	uint64_t shown = 0;
	for (uint32_t i = 0; i < v->nshown; i++) {
		show_entered(c, i);
		shown += v->shown[i].re_entries.n;
	}
	if (v->entries.n > v->nshown)
		checking_show(c, NULL,
			"so it is with %" PRIu64 " more frame%s: %" PRIu64 " re-entries",
			v->entries.n - v->nshown, checking_plural(v->entries.n - v->nshown),
			v->re_entries.n - shown);
	if (v->entries.n == 0)
		checking_pass_over(c, "no frame here is one of a coroutine");
}

const struct claim_row claim_re_entry = {
	.name = "re-entry",
	.about = "each coroutine",
	.sentence = "one entry, re-entries only where it was suspended",
	.see = see_re_entry,
	.conclude = conclude_re_entry,
};
