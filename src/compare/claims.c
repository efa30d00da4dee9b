#include "compare/claims.h"

#include "base/mem.h"
#include "compare/checking.h"

#include <assert.h>

#define X(name, row) [CLAIM_##name] = &claim_##row,
static const struct claim_row *const rows[CLAIM_COUNT] = { CLAIMS(X) };
#undef X

struct claim_info claim_info(enum claim claim)
{
	assert((unsigned)claim < CLAIM_COUNT && rows[claim] && "each claim has a row");
	const struct claim_row *row = rows[claim];
	return (struct claim_info){ row->name, row->about, row->sentence };
}

static bool is_about_both(int claim)
{
	return rows[claim]->judge != NULL;
}

/* One run. */

/* What a claim has while the facts of a run pass by. */
struct asked {
	void *self;
	struct claim_finding finding;
};

/* The claim that is asked from now on. */
static void turn_to(struct checking *c, struct asked *asked)
{
	assert(asked->finding.claim < CLAIM_COUNT && "a claim is asked");
	c->self = asked->self;
	c->finding = &asked->finding;
}

/* False if it was left before the end. */
static bool read_facts(
	struct checking *c, struct asked asked[CLAIM_COUNT], const struct claims_leave *leave)
{
	struct fact f;
	while (c->source->next(c->source->self, &f)) {
		if (f.kind == FACT_STEP && leave != NULL && !leave->goes_on(leave->self))
			return false;
		struct live *l = f.frame != FRAME_NONE ? ledger_find(&c->ledger, f.frame) : NULL;
		visits_note(&c->visits, &c->ledger, &f, l);
		for (int i = 0; i < CLAIM_COUNT; i++) {
			if (is_about_both(i))
				continue;
			turn_to(c, &asked[i]);
			rows[i]->see(c, &f, l);
		}
		ledger_note(&c->ledger, &f);
	}
	return true;
}

static void checking_fini(struct checking *c)
{
	for (int i = 0; i < CHECKING_NAMES; i++)
		sbuf_fini(&c->names[i]);
	ledger_fini(&c->ledger);
}

static void begin_asked(struct asked *asked, enum claim claim, enum side side)
{
	*asked = (struct asked){ .finding = { .claim = claim, .side = side } };
	if (rows[claim]->size > 0)
		asked->self = mem_calloc(1, rows[claim]->size);
}

static void conclude(struct checking *c, struct asked *asked, const struct claim_row *row)
{
	assert(row->conclude && row->see && "a claim about one run sees it and concludes");
	turn_to(c, asked);
	row->conclude(c);
	if (row->fini != NULL)
		row->fini(asked->self);
	mem_free(asked->self);
}

static bool check_side(struct claims *claims, enum side side, const struct fact_source *source,
	const struct claims_leave *leave)
{
	struct checking c = { .source = source, .side = side };
	struct asked asked[CLAIM_COUNT];
	ledger_init(&c.ledger, source);
	for (int i = 0; i < CLAIM_COUNT; i++)
		begin_asked(&asked[i], (enum claim)i, side);
	bool whole = read_facts(&c, asked, leave);
	for (int i = 0; i < CLAIM_COUNT; i++) {
		if (is_about_both(i))
			continue;
		conclude(&c, &asked[i], rows[i]);
		array_push(&claims->findings, asked[i].finding);
	}
	claims->side[side].there = true;
	claims->side[side].steps = source->steps;
	claims->side[side].end = source->end;
	checking_fini(&c);
	return whole;
}

/* Both runs. */

static void judge_both(struct claims *c, const struct claims_input in[SIDE_COUNT],
	const struct difference *d, enum compare_mode mode)
{
	for (int i = 0; i < CLAIM_COUNT; i++) {
		struct claim_finding f = { .claim = (enum claim)i, .side = SIDE_COUNT };
		if (!is_about_both(i))
			continue;
		rows[i]->judge(&f, in, d, mode);
		array_push(&c->findings, f);
	}
}

struct claims *claims_check(const struct claims_input input[SIDE_COUNT],
	struct difference difference, enum compare_mode mode, const struct claims_leave *leave)
{
	struct claims *c = mem_calloc(1, sizeof *c);
	bool whole = true;
	for (int s = 0; s < SIDE_COUNT && whole; s++) {
		if (input[s].source != NULL)
			whole = check_side(c, (enum side)s, input[s].source, leave);
	}
	if (!whole) {
		claims_free(c);
		return NULL;
	}
	judge_both(c, input, &difference, mode);
	return c;
}

struct claims *claims_of_traces(const struct trace *const trace[SIDE_COUNT],
	const struct pairing *p, enum compare_mode mode, const struct claims_leave *leave)
{
	assert(p && "two runs are compared by their schedule");
	struct claims_input in[SIDE_COUNT] = { 0 };
	struct pairing_run run[SIDE_COUNT] = { 0 };
	struct fact_source *source[SIDE_COUNT] = { 0 };
	for (int s = 0; s < SIDE_COUNT; s++) {
		if (trace[s] == NULL)
			continue;
		size_t len;
		run[s].lines = trace_output_lines(trace[s], &run[s].nlines);
		run[s].output = trace_output(trace[s], &len);
		in[s] = (struct claims_input){ source[s] = facts_of_trace(trace[s]), &run[s] };
	}
	struct claims *c = claims_check(in, pairing_difference(p), mode, leave);
	for (int s = 0; s < SIDE_COUNT; s++)
		facts_free(source[s]);
	return c;
}

void claims_free(struct claims *c)
{
	for (size_t i = 0; c != NULL && i < c->findings.len; i++) {
		struct claim_finding *f = &c->findings.at[i];
		checking_clear(f);
		array_fini(&f->evidence);
		sbuf_fini(&f->why);
	}
	if (c != NULL)
		array_fini(&c->findings);
	mem_free(c);
}

size_t claims_count(const struct claims *c, enum claim_verdict v)
{
	size_t n = 0;
	for (size_t i = 0; i < c->findings.len; i++)
		n += c->findings.at[i].verdict == v;
	return n;
}
