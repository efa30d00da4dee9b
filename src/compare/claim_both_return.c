/* Every frame comes to an end, or is suspended at that of the run. */

#include "compare/checking.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

struct ends {
	struct step_list returned, unwound, closed, dropped;
};

static void see_unwind(struct checking *c, const struct fact *f)
{
	struct ends *ends = c->self;
	const char *exception = c->source->exception(c->source->self, f->step.value);
	bool closed = exception != NULL &&
		(strcmp(exception, "GeneratorExit") == 0 || strcmp(exception, "GreenletExit") == 0);
	step_list_add(closed ? &ends->closed : &ends->unwound, f->k);
}

static void see_end(struct checking *c, const struct fact *f, struct live *l)
{
	struct ends *ends = c->self;
	if (f->kind == FACT_STEP && l == NULL && f->frame != FRAME_NONE &&
		ledger_has_ended(&c->ledger, f->frame))
		checking_fault(c, f->k, 0, "%s goes on, at line %u, after its end",
			checking_name(c, f->frame), f->step.line);
	else if (l == NULL)
		return;
	else if (is_step(f, EVENT_RETURN))
		step_list_add(&ends->returned, f->k);
	else if (is_step(f, EVENT_UNWIND))
		see_unwind(c, f);
	else if (f->kind == FACT_GONE && l->state == LIVE_SUSPENDED)
		step_list_add(&ends->dropped, f->k);
}

/* Those that are left, in the order of their births. */

static int by_id(const void *a, const void *b)
{
	const struct live *const *x = a, *const *y = b;
	return ((*x)->id > (*y)->id) - ((*x)->id < (*y)->id);
}

/* Frames that wait for one that gave way by a transfer are suspended with it. */
static void park_below(struct checking *c)
{
	for (size_t i = 0; i < c->ledger.all.len; i++) {
		struct live *l = c->ledger.all.at[i];
		if (l->state != LIVE_PARKED)
			continue;
		for (l = ledger_find(&c->ledger, l->under); l != NULL && l->state == LIVE_WAITING;
			l = ledger_find(&c->ledger, l->under))
			l->state = LIVE_PARKED;
	}
}

static bool is_under_way(const struct live *l)
{
	return l->state == LIVE_RUNNING || l->state == LIVE_WAITING;
}

static void show_left(struct checking *c, const struct live *l)
{
	const char *name = checking_name(c, l->id);
	if (l->state == LIVE_NEW)
		checking_show(
			c, NULL, "%s was made at line %u and is never entered", name, l->line);
	else if (l->state == LIVE_SUSPENDED && l->point > 0)
		checking_show_step(c, l->since, "%s is still suspended at the end, at ◆%u, line %u",
			name, l->point, l->line);
	else
		checking_show_step(
			c, l->since, "%s is still suspended at the end, at line %u", name, l->line);
}

static void blame(struct checking *c, const struct live *l)
{
	checking_fault(c, l->entered, 0, "%s never ended, and is not suspended at the end",
		checking_name(c, l->id));
}

static bool was_cut_short(const struct checking *c)
{
	return trace_end_is_cut(c->source->end) || c->source->end == TRACE_DEADLOCK;
}

/* Shows the suspended, blames the others; the number of those under way. */
static uint64_t judge_left(struct checking *c)
{
	uint64_t shown = 0, under_way = 0;
	struct live **left = c->ledger.all.at;
	for (size_t i = 0; i < c->ledger.all.len; i++) {
		if (is_under_way(left[i])) {
			under_way++;
			if (!was_cut_short(c))
				blame(c, left[i]);
		} else if (shown++ < FRAMES_SHOWN) {
			show_left(c, left[i]);
		}
	}
	if (shown > FRAMES_SHOWN)
		checking_show(c, NULL, "so are %" PRIu64 " more, or they were never entered",
			shown - FRAMES_SHOWN);
	return under_way;
}

static void show_ends(
	struct checking *c, const struct step_list *l, const char *one, const char *many)
{
	if (l->n == 1)
		checking_show(c, l, "1 frame %s", one);
	else if (l->n > 1)
		checking_show(c, l, "%" PRIu64 " frames %s", l->n, many);
}

static void conclude_end(struct checking *c)
{
	const struct ends *ends = c->self;
	show_ends(c, &ends->returned, "ends by a return", "end by a return");
	show_ends(c, &ends->unwound, "ends by an exception", "end by an exception");
	show_ends(c, &ends->closed, "is closed", "are closed");
	show_ends(c, &ends->dropped, "is dropped while it is suspended",
		"are dropped while they are suspended");
	park_below(c);
	if (c->ledger.all.len > 0)
		qsort(c->ledger.all.at, c->ledger.all.len, sizeof *c->ledger.all.at, by_id);
	uint64_t under_way = judge_left(c);
	if (c->source->steps == 0)
		checking_pass_over(c, "nothing ran");
	else if (under_way > 0 && was_cut_short(c))
		checking_pass_over(c,
			"%s ended the run while %" PRIu64 " frame%s had no chance to return",
			c->source->end == TRACE_LIMIT             ? "a limit"
				: c->source->end == TRACE_REFUSED ? "a refusal"
								  : "a deadlock",
			under_way, checking_plural(under_way));
}

const struct claim_row claim_both_return = {
	.name = "both return",
	.about = "each frame",
	.sentence = "it returns, fails, is closed, or is suspended at the end",
	.size = sizeof(struct ends),
	.see = see_end,
	.conclude = conclude_end,
};
