/* Single entry and re-entry. */

#include "compare/checking.h"

#include "base/mem.h"

#include <inttypes.h>

/* Single entry. */

static void see_subroutine(struct checking *c, const struct fact *f, const struct live *l)
{
	const struct routine *r = ledger_routine(&c->ledger, l);
	if (is_step(f, EVENT_CALL) && l->entered != 0)
		checking_fault(c, CLAIM_SINGLE_ENTRY, l->entered, f->k,
			"%s is entered a second time, at line %u", checking_name(c, l->id),
			f->step.line);
	else if (is_step(f, EVENT_CALL) && r->calls.n > 0 && r->entry != f->step.line)
		checking_fault(c, CLAIM_SINGLE_ENTRY, r->calls.at[0], f->k,
			"%s is entered at line %u, and others of its function at line %u",
			checking_name(c, l->id), f->step.line, r->entry);
	else if (is_re_entry(f))
		checking_fault(c, CLAIM_SINGLE_ENTRY, f->k, 0, "%s is re-entered, at line %u",
			checking_name(c, l->id), f->step.line);
	else if (is_step(f, EVENT_YIELD))
		checking_fault(c, CLAIM_SINGLE_ENTRY, f->k, 0, "%s, of a subroutine, is suspended",
			checking_name(c, l->id));
}

static void see_single_entry(struct checking *c, const struct fact *f, struct live *l)
{
	if (f->kind == FACT_STEP && l != NULL && !l->coroutine)
		see_subroutine(c, f, l);
}

bool checking_is_subroutine(const struct routine *r)
{
	return r->calls.n > 0 && r->peers == 0 &&
		(r->code->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR)) == 0;
}

static void show_single_entry(struct checking *c, const struct routine *r)
{
	uint64_t n = r->calls.n;
	const char *name = checking_word(c, r->code->name);
	if (r->entry == 0)
		checking_show(c, CLAIM_SINGLE_ENTRY, &r->calls,
			"%s is entered once, at its beginning", name);
	else if (n == 1)
		checking_show(c, CLAIM_SINGLE_ENTRY, &r->calls,
			"%s is called once, and entered at line %u", name, r->entry);
	else
		checking_show(c, CLAIM_SINGLE_ENTRY, &r->calls,
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
		checking_show(c, CLAIM_SINGLE_ENTRY, NULL,
			"so are the frames of %" PRIu64 " more functions",
			routines - ROUTINES_SHOWN);
	if (routines == 0)
		checking_pass_over(c, CLAIM_SINGLE_ENTRY,
			"every frame here gives way: there is no subroutine");
	else if (peers > 0)
		checking_show(c, CLAIM_SINGLE_ENTRY, NULL,
			"left out: %" PRIu64
			" frame%s that gave way by a transfer, as coroutines do",
			peers, plural(peers));
}

const struct checker check_single_entry = { see_single_entry, conclude_single_entry };

/* Re-entry. */

/* Puts the frame among those shown, if there is room. */
static void show_frame(struct checking *c, struct live *l, uint64_t entered, uint32_t line)
{
	step_list_add(&c->entries, entered);
	if (c->nshown == FRAMES_SHOWN)
		return;
	l->row = c->nshown;
	c->shown[c->nshown++] = (struct shown){
		.id = l->id, .entered = entered, .line = line, .peer = !l->coroutine
	};
}

static struct passage *passage_of(
	struct checking *c, uint32_t shown, uint32_t number, uint32_t line)
{
	for (uint32_t i = 0; i < c->npassages; i++) {
		struct passage *p = &c->passages[i];
		if (p->shown == shown && p->number == number && p->line == line)
			return p;
	}
	if (c->npassages == POINTS_SHOWN)
		return NULL;
	c->passages[c->npassages] =
		(struct passage){ .shown = shown, .number = number, .line = line };
	return &c->passages[c->npassages++];
}

static void pass_by(struct checking *c, const struct live *l, uint32_t number, uint64_t k)
{
	step_list_add(&c->re_entries, k);
	if (l->row == UINT32_MAX)
		return;
	struct passage *p = passage_of(c, l->row, number, l->line);
	step_list_add(&c->shown[l->row].re_entries, k);
	if (p != NULL)
		step_list_add(&p->steps, k);
}

static void see_entry(struct checking *c, const struct fact *f, struct live *l)
{
	if (l->entered != 0)
		checking_fault(c, CLAIM_RE_ENTRY, l->entered, f->k,
			"%s is entered a second time, at line %u", checking_name(c, l->id),
			f->step.line);
	else
		show_frame(c, l, f->k, f->step.line);
}

static void see_re_entry_of(struct checking *c, const struct fact *f, const struct live *l)
{
	const char *name = checking_name(c, l->id);
	if (l->entered == 0)
		checking_fault(c, CLAIM_RE_ENTRY, f->k, 0,
			"%s goes on at line %u and was never entered", name, f->step.line);
	else if (l->state != LIVE_SUSPENDED)
		checking_fault(c, CLAIM_RE_ENTRY, f->k, 0,
			"%s is re-entered at line %u without having been suspended", name,
			f->step.line);
	else if (f->step.line != l->line && !f->step.silent)
		checking_fault(c, CLAIM_RE_ENTRY, l->since, f->k,
			"%s is re-entered at line %u, a place that it never left: it was suspended at line %u",
			name, f->step.line, l->line);
	else
		pass_by(c, l, l->point, f->k);
}

/* A peer is shown from its first transfer on. */
static void see_transfer(struct checking *c, const struct fact *f)
{
	const uint64_t *to = map_find(&c->ledger.parked, f->step.to);
	struct live *from = ledger_find(&c->ledger, c->ledger.running);
	const struct live *next = to != NULL ? ledger_find(&c->ledger, (uint32_t)*to) : NULL;
	if (from != NULL && !from->peer && !from->coroutine)
		show_frame(c, from, from->entered, ledger_routine(&c->ledger, from)->entry);
	if (next != NULL)
		pass_by(c, next, 0, f->k);
}

static void see_re_entry(struct checking *c, const struct fact *f, struct live *l)
{
	if (is_step(f, EVENT_TRANSFER))
		see_transfer(c, f);
	else if (l == NULL || !l->coroutine)
		return;
	else if (is_step(f, EVENT_CALL))
		see_entry(c, f, l);
	else if (is_re_entry(f))
		see_re_entry_of(c, f, l);
}

static void show_passage(struct checking *c, const struct passage *p)
{
	const char *name = checking_name(c, c->shown[p->shown].id);
	uint64_t n = p->steps.n;
	if (p->number == 0)
		checking_show(c, CLAIM_RE_ENTRY, &p->steps,
			"%s goes on after line %u %" PRIu64 " time%s", name, p->line, n, plural(n));
	else if (n == 1)
		checking_show(c, CLAIM_RE_ENTRY, &p->steps, "%s is re-entered once at ◆%u, line %u",
			name, p->number, p->line);
	else
		checking_show(c, CLAIM_RE_ENTRY, &p->steps,
			"%s is re-entered %" PRIu64 " times at ◆%u, line %u", name, n, p->number,
			p->line);
}

static void show_entered(struct checking *c, uint32_t i)
{
	const struct shown *s = &c->shown[i];
	const char *name = checking_name(c, s->id);
	if (s->line == 0)
		checking_show_step(c, CLAIM_RE_ENTRY, s->entered,
			"%s is entered once, at its beginning", name);
	else
		checking_show_step(c, CLAIM_RE_ENTRY, s->entered, "%s is entered once, at line %u",
			name, s->line);
	for (uint32_t k = 0; k < c->npassages; k++) {
		if (c->passages[k].shown == i)
			show_passage(c, &c->passages[k]);
	}
}

static void conclude_re_entry(struct checking *c)
{
	uint64_t shown = 0;
	for (uint32_t i = 0; i < c->nshown; i++) {
		show_entered(c, i);
		shown += c->shown[i].re_entries.n;
	}
	if (c->entries.n > c->nshown)
		checking_show(c, CLAIM_RE_ENTRY, NULL,
			"so it is with %" PRIu64 " more frame%s: %" PRIu64 " re-entries",
			c->entries.n - c->nshown, plural(c->entries.n - c->nshown),
			c->re_entries.n - shown);
	if (c->entries.n == 0)
		checking_pass_over(c, CLAIM_RE_ENTRY, "no frame here is one of a coroutine");
}

const struct checker check_re_entry = { see_re_entry, conclude_re_entry };
