/* What was found, in words. */

#include "compare/claims.h"

#include <inttypes.h>

const char *claim_verdict_word(enum claim_verdict v)
{
	static const char *const words[] = {
		[VERDICT_HOLDS] = "holds",
		[VERDICT_FAILS] = "FAILS",
		[VERDICT_DOES_NOT_APPLY] = "does not apply",
	};
	return words[v];
}

void claims_say_evidence(const struct claim_evidence *e, struct sbuf *out)
{
	const struct step_list *l = &e->steps;
	sbuf_str(out, e->text);
	for (uint64_t i = 0; i < l->n && i < STEP_LIST_KEPT; i++)
		sbuf_printf(out, "%s%" PRIu64,
			i > 0              ? ", "
				: l->n > 1 ? " (steps "
					   : " (step ",
			l->at[i]);
	if (l->n > STEP_LIST_KEPT)
		sbuf_str(out, ", …");
	if (l->n > 0)
		sbuf_char(out, ')');
}

void claims_say_side(const struct claims *c, enum side side, struct sbuf *out)
{
	static const char *const ends[] = {
		[TRACE_FINISHED] = "",
		[TRACE_UNCAUGHT] = ", ended by an exception",
		[TRACE_EXIT] = ", ended by SystemExit",
		[TRACE_DEADLOCK] = ", ended by a deadlock",
		[TRACE_LIMIT] = "; a limit ended it: what holds, holds so far",
		[TRACE_REFUSED] =
			"; what is outside the language ended it: what holds, holds so far",
	};
	uint64_t n = c->side[side].steps;
	sbuf_printf(out, "The %s side: %" PRIu64 " step%s%s", side_name(side), n, n == 1 ? "" : "s",
		ends[c->side[side].end]);
}

/* The claims with the verdict by their names. */
static void list_names(const struct claims *c, enum claim_verdict v, struct sbuf *out)
{
	const char *between = ": ";
	for (size_t i = 0; i < c->findings.len; i++) {
		const struct claim_finding *f = &c->findings.at[i];
		if (f->verdict != v)
			continue;
		sbuf_printf(out, "%s%s", between, claim_info(f->claim).name);
		if (f->side != SIDE_COUNT)
			sbuf_printf(out, " (%s side)", side_name(f->side));
		between = ", ";
	}
}

void claims_say_summary(const struct claims *c, struct sbuf *out)
{
	size_t holds = claims_count(c, VERDICT_HOLDS), fails = claims_count(c, VERDICT_FAILS),
	       rest = claims_count(c, VERDICT_DOES_NOT_APPLY);
	if (fails > 0) {
		sbuf_printf(out, "%zu claim%s", fails, fails == 1 ? " FAILS" : "s FAIL");
		list_names(c, VERDICT_FAILS, out);
		sbuf_printf(out, "; %zu hold%s", holds, holds == 1 ? "s" : "");
	} else {
		sbuf_printf(out, "%zu claim%s", holds, holds == 1 ? " holds" : "s hold");
	}
	if (rest > 0)
		sbuf_printf(out, ", %zu do%s not apply", rest, rest == 1 ? "es" : "");
}

/* Telling all. */

struct teller {
	const struct claims *c;
	bool failing_only;
	struct sbuf *out;
	size_t line; /* begun so far */
	struct claims_places *places;
};

static void end_line(struct teller *t)
{
	sbuf_char(t->out, '\n');
	t->line++;
}

static void tell_evidence(struct teller *t, const struct claim_evidence *e)
{
	struct claims_place place = { t->line, e };
	if (t->places != NULL && e->steps.n > 0)
		array_push(t->places, place);
	sbuf_str(t->out, "    - ");
	claims_say_evidence(e, t->out);
	end_line(t);
}

static void tell_verdict(struct teller *t, const struct claim_finding *f)
{
	struct claim_info info = claim_info(f->claim);
	sbuf_printf(t->out, "  %s %s", info.name, claim_verdict_word(f->verdict));
	if (f->verdict == VERDICT_DOES_NOT_APPLY) {
		sbuf_printf(t->out, ": %s", f->why.text);
	} else {
		end_line(t);
		sbuf_printf(t->out, "    For %s: %s.", info.about, info.sentence);
	}
	end_line(t);
}

static void tell_finding(struct teller *t, const struct claim_finding *f)
{
	tell_verdict(t, f);
	for (size_t i = 0; i < f->evidence.len; i++)
		tell_evidence(t, &f->evidence.at[i]);
	if (f->verdict != VERDICT_FAILS || f->faults <= f->evidence.len)
		return;
	sbuf_printf(t->out, "    - and it is broken %" PRIu64 " more times",
		f->faults - f->evidence.len);
	end_line(t);
}

/* The findings about a side, or about both (SIDE_COUNT). */
static void transcript_side(struct teller *t, enum side side)
{
	bool headed = t->failing_only;
	for (size_t i = 0; i < t->c->findings.len; i++) {
		const struct claim_finding *f = &t->c->findings.at[i];
		if (f->side != side || (t->failing_only && f->verdict != VERDICT_FAILS))
			continue;
		if (!headed && side != SIDE_COUNT)
			claims_say_side(t->c, side, t->out);
		else if (!headed)
			sbuf_str(t->out, "Both sides");
		if (!headed)
			end_line(t);
		headed = true;
		tell_finding(t, f);
	}
}

void claims_tell(
	const struct claims *c, bool failing_only, struct sbuf *out, struct claims_places *places)
{
	struct teller t = { .c = c, .failing_only = failing_only, .out = out, .places = places };
	for (int side = 0; side <= SIDE_COUNT; side++)
		transcript_side(&t, (enum side)side);
}
