/* Both programs print the same, as the scenario has it. */

#include "compare/checking.h"

#include "base/utf8.h"

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
	checking_evidence(f, side, f->verdict == VERDICT_FAILS, &steps, sbuf_take(&text));
}

/* Whether what is missing on a side may be what a limit kept it from printing. */
static bool may_come_later(const struct claims_input in[SIDE_COUNT], const struct difference *d,
	enum compare_mode mode)
{
	for (int s = 0; s < SIDE_COUNT; s++) {
		if (trace_end_is_cut(in[s].source->end) &&
			(mode != COMPARE_OUTPUT || !d->has_line[s]))
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
	sbuf_printf(&text, mode_words[mode], r->nlines, checking_plural(r->nlines));
	checking_evidence(f, SIDE_COROUTINE, false, NULL, sbuf_take(&text));
}

static void judge_result(struct claim_finding *f, const struct claims_input in[SIDE_COUNT],
	const struct difference *d, enum compare_mode mode)
{
	const char *why = NULL;
	if (in[SIDE_COROUTINE].source == NULL || in[SIDE_SUBROUTINE].source == NULL)
		why = "there is only one program";
	else if (mode == COMPARE_NONE)
		why = "the scenario says that they need not (compare: none)";
	else if (in[SIDE_COROUTINE].run->nlines == 0 && in[SIDE_SUBROUTINE].run->nlines == 0)
		why = "neither of them prints anything";
	if (why != NULL) {
		f->verdict = VERDICT_DOES_NOT_APPLY;
		sbuf_str(&f->why, why);
	} else if (d->found) {
		show_difference(f, in, d, mode);
	} else {
		show_agreement(f, in, mode);
	}
}

const struct claim_row claim_same_result = {
	.name = "same result",
	.about = "both programs",
	.sentence = "they print the same, as the scenario's compare: has it",
	.judge = judge_result,
};
