#include "compare/claims.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "compare/checking.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>

#define X(name, word, about, sentence) [CLAIM_##name] = { word, about, sentence },
const struct claim_info claim_infos[CLAIM_COUNT] = { CLAIMS(X) };
#undef X

static const struct checker *const checkers[] = {
	[CLAIM_SINGLE_ENTRY] = &check_single_entry,
	[CLAIM_RE_ENTRY] = &check_re_entry,
	[CLAIM_PRESERVED_LOCALS] = &check_preserved_locals,
	[CLAIM_LOST_LOCALS] = &check_lost_locals,
	[CLAIM_CALLER_SUSPENDED] = &check_caller_suspended,
	[CLAIM_PEERS] = &check_peers,
	[CLAIM_NEVER_OVERLAPPED] = &check_never_overlapped,
	[CLAIM_BOTH_RETURN] = &check_both_return,
};
enum { CHECKERS = sizeof checkers / sizeof *checkers };
static_assert((int)CHECKERS == (int)CLAIM_SAME_RESULT, "all but the last claim are about one run");

/* Evidence. */

static void add_evidence(struct claim_finding *f, enum side side, bool fault,
	const struct step_list *steps, char *text)
{
	struct claim_evidence e = { .text = text, .side = side, .fault = fault };
	if (steps != NULL)
		e.steps = *steps;
	array_push(&f->evidence, e);
}

static char *format(const char *fmt, va_list ap)
{
	struct sbuf text = { 0 };
	sbuf_vprintf(&text, fmt, ap);
	return sbuf_take(&text);
}

static struct sbuf *fresh_name(struct checking *c)
{
	struct sbuf *b = &c->names[c->names_used++ % CHECKING_NAMES];
	sbuf_truncate(b, 0);
	return b;
}

const char *checking_name(struct checking *c, uint32_t id)
{
	struct sbuf *b = fresh_name(c);
	ledger_name(&c->ledger, id, b);
	return sbuf_cstr(b);
}

const char *checking_word(struct checking *c, const char *name)
{
	struct sbuf *b = fresh_name(c);
	utf8_printable(b, name, strlen(name));
	utf8_cut(b, 0, NAME_COLUMNS);
	return sbuf_cstr(b);
}

static void clear_evidence(struct claim_finding *f)
{
	while (f->evidence.len > 0)
		mem_free(f->evidence.at[--f->evidence.len].text);
}

void checking_fault(
	struct checking *c, enum claim claim, uint64_t a, uint64_t b, const char *fmt, ...)
{
	struct claim_finding *f = &c->finding[claim];
	struct step_list steps = { 0 };
	va_list ap;
	if (f->verdict != VERDICT_FAILS)
		clear_evidence(f);
	f->verdict = VERDICT_FAILS;
	if (f->faults++ >= FAULTS_SHOWN)
		return;
	step_list_add(&steps, a);
	if (b != 0)
		step_list_add(&steps, b);
	va_start(ap, fmt);
	add_evidence(f, c->side, true, &steps, format(fmt, ap));
	va_end(ap);
}

/* A claim that fails is shown by what breaks it alone. */
static void show(struct checking *c, enum claim claim, const struct step_list *steps,
	const char *fmt, va_list ap)
{
	if (c->finding[claim].verdict == VERDICT_HOLDS)
		add_evidence(&c->finding[claim], c->side, false, steps, format(fmt, ap));
}

void checking_show(
	struct checking *c, enum claim claim, const struct step_list *steps, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	show(c, claim, steps, fmt, ap);
	va_end(ap);
}

void checking_show_step(struct checking *c, enum claim claim, uint64_t step, const char *fmt, ...)
{
	struct step_list steps = { .n = 1, .at = { step } };
	va_list ap;
	va_start(ap, fmt);
	show(c, claim, &steps, fmt, ap);
	va_end(ap);
}

void checking_pass_over(struct checking *c, enum claim claim, const char *fmt, ...)
{
	struct claim_finding *f = &c->finding[claim];
	va_list ap;
	if (f->verdict == VERDICT_FAILS)
		return;
	f->verdict = VERDICT_DOES_NOT_APPLY;
	va_start(ap, fmt);
	sbuf_vprintf(&f->why, fmt, ap);
	va_end(ap);
}

/* One run. */

/* False if it was left before the end. */
static bool read_facts(struct checking *c, const struct claims_leave *leave)
{
	struct fact f;
	while (c->source->next(c->source->self, &f)) {
		if (f.kind == FACT_STEP && leave != NULL && !leave->goes_on(leave->self))
			return false;
		struct live *l = f.frame != FRAME_NONE ? ledger_find(&c->ledger, f.frame) : NULL;
		for (int i = 0; i < CHECKERS; i++)
			checkers[i]->see(c, &f, l);
		ledger_note(&c->ledger, &f);
	}
	return true;
}

static void checking_fini(struct checking *c)
{
	for (int i = 0; i < CHECKING_NAMES; i++)
		sbuf_fini(&c->names[i]);
	for (uint32_t i = 0; i < c->nshown; i++) {
		mem_free(c->shown[i].vars);
		sbuf_fini(&c->shown[i].given);
	}
	map_fini(&c->touched);
	ledger_fini(&c->ledger);
}

static bool check_side(struct claims *claims, enum side side, const struct fact_source *source,
	const struct claims_leave *leave)
{
	struct checking c = { .source = source, .side = side };
	ledger_init(&c.ledger, source);
	for (int i = 0; i < CHECKERS; i++)
		c.finding[i] = (struct claim_finding){ .claim = (enum claim)i, .side = side };
	bool whole = read_facts(&c, leave);
	for (int i = 0; i < CHECKERS; i++) {
		checkers[i]->conclude(&c);
		array_push(&claims->findings, c.finding[i]);
	}
	claims->side[side].there = true;
	claims->side[side].steps = source->steps;
	claims->side[side].end = source->end;
	checking_fini(&c);
	return whole;
}

/* Both runs. */

static const char *const mode_words[] = {
	[COMPARE_OUTPUT] = "the same %zu line%s in the same order",
	[COMPARE_LINES] = "the same %zu line%s, in any order",
	[COMPARE_RESULT] = "the same last line",
};

static void show_line(struct claim_finding *f, const struct pairing_run *r, enum side side,
	const struct difference *d)
{
	struct step_list steps = { .n = 1, .at = { d->step[side] } };
	struct sbuf text = { 0 };
	sbuf_printf(&text, "the %s side prints ", side_name(side));
	if (d->has_line[side]) {
		const struct output_line *l = &r->lines[d->line[side]];
		sbuf_printf(&text, "as its line %zu: ", d->line[side] + 1);
		size_t start = text.len;
		utf8_printable(&text, r->output + l->at, l->len);
		utf8_cut(&text, start, LINE_COLUMNS);
	} else {
		sbuf_printf(&text, "%zu line%s and no more", r->nlines, r->nlines == 1 ? "" : "s");
	}
	add_evidence(f, side, f->verdict == VERDICT_FAILS, &steps, sbuf_take(&text));
}

/* Whether what is missing on a side may be what a limit kept it from printing. */
static bool may_come_later(const struct claims_input in[SIDE_COUNT], const struct difference *d,
	enum compare_mode mode)
{
	for (int s = 0; s < SIDE_COUNT; s++) {
		if (in[s].source->end == TRACE_LIMIT && (mode != COMPARE_OUTPUT || !d->has_line[s]))
			return true;
	}
	return false;
}

static void show_difference(struct claim_finding *f, const struct claims_input in[SIDE_COUNT],
	const struct difference *d, enum compare_mode mode)
{
	if (may_come_later(in, d, mode)) {
		f->verdict = VERDICT_DOES_NOT_APPLY;
		sbuf_str(&f->why, "a limit ended a run before it had printed all");
	} else {
		f->verdict = VERDICT_FAILS;
		f->faults = 1;
	}
	for (int s = 0; s < SIDE_COUNT; s++)
		show_line(f, in[s].run, (enum side)s, d);
}

static void show_agreement(
	struct claim_finding *f, const struct claims_input in[SIDE_COUNT], enum compare_mode mode)
{
	const struct pairing_run *r = in[SIDE_COROUTINE].run;
	struct sbuf text = { 0 };
	sbuf_str(&text, "both print ");
	sbuf_printf(&text, mode_words[mode], r->nlines, plural(r->nlines));
	add_evidence(f, SIDE_COROUTINE, false, NULL, sbuf_take(&text));
}

static void check_result(struct claims *c, const struct claims_input in[SIDE_COUNT],
	const struct difference *d, enum compare_mode mode)
{
	struct claim_finding f = { .claim = CLAIM_SAME_RESULT, .side = SIDE_COUNT };
	const char *why = NULL;
	if (in[SIDE_COROUTINE].source == NULL || in[SIDE_SUBROUTINE].source == NULL)
		why = "there is only one program";
	else if (mode == COMPARE_NONE)
		why = "the scenario says that they need not (compare: none)";
	else if (in[SIDE_COROUTINE].run->nlines == 0 && in[SIDE_SUBROUTINE].run->nlines == 0)
		why = "neither of them prints anything";
	if (why != NULL) {
		f.verdict = VERDICT_DOES_NOT_APPLY;
		sbuf_str(&f.why, why);
	} else if (d->found) {
		show_difference(&f, in, d, mode);
	} else {
		show_agreement(&f, in, mode);
	}
	array_push(&c->findings, f);
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
	check_result(c, input, &difference, mode);
	return c;
}

struct claims *claims_of_traces(const struct trace *const trace[SIDE_COUNT],
	const struct pairing *p, enum compare_mode mode, const struct claims_leave *leave)
{
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
		clear_evidence(f);
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
