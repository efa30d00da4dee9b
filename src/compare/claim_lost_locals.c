/* What a subroutine had is gone with its frame. */

#include "compare/checking.h"

#include <inttypes.h>

/* A variable that a call may bind: a parameter, or a box that other functions
 * look into. */
static bool comes_with_call(const struct code *code, uint32_t i)
{
	uint32_t params = (uint32_t)code->npos + code->nkw_only +
		((code->flags & CODE_VARARGS) != 0) + ((code->flags & CODE_VARKW) != 0);
	return i < params || i >= code->nvars || code->vars[i].is_cell ||
		code->vars[i].kind == VAR_PARAM || code->vars[i].name[0] == '.';
}

static bool keeps_names(const struct code *code)
{
	return (code->flags & (CODE_MODULE | CODE_CLASS_BODY)) != 0;
}

static void see_ended(struct checking *c, const struct fact *f)
{
	const struct code *code = c->source->frame(c->source->self, f->frame).code;
	if ((code->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR)) == 0)
		checking_fault(c, f->k, 0, "%s is seen again, at line %u, after its end",
			checking_name(c, f->frame), f->step.line);
}

static void see_lost(struct checking *c, const struct fact *f, struct live *l)
{
	if (f->kind == FACT_STEP && l == NULL && f->frame != FRAME_NONE &&
		ledger_has_ended(&c->ledger, f->frame))
		see_ended(c, f);
	else if (f->kind == FACT_VAR && l != NULL && !l->coroutine && l->state == LIVE_NEW &&
		!comes_with_call(ledger_routine(&c->ledger, l)->code, f->index))
		checking_fault(c, f->k, 0, "%s has a value already when %s is called",
			checking_var(c, l, f->index), checking_name(c, l->id));
}

static void show_lost(struct checking *c, const struct routine *r)
{
	uint64_t n = r->ends.n;
	if (n == 1)
		checking_show(c, &r->ends, "the one frame of %s is gone at its end",
			checking_word(c, r->title));
	else
		checking_show(c, &r->ends,
			"%" PRIu64 " frames of %s, each made anew and gone at its end", n,
			checking_word(c, r->title));
}

static void conclude_lost(struct checking *c)
{
	uint64_t routines = 0;
	for (size_t i = 0; i < c->ledger.routines.len; i++) {
		const struct routine *r = &c->ledger.routines.at[i];
		if (checking_is_subroutine(r) && !keeps_names(r->code) && r->ends.n > 0 &&
			routines++ < ROUTINES_SHOWN)
			show_lost(c, r);
	}
	if (routines > ROUTINES_SHOWN)
		checking_show(c, NULL, "so it is with %" PRIu64 " more functions",
			routines - ROUTINES_SHOWN);
	if (routines == 0)
		checking_pass_over(c, "no subroutine is called here");
}

const struct claim_row claim_lost_locals = {
	.name = "lost locals",
	.about = "each subroutine",
	.sentence = "no frame is seen after its end; the next has fresh locals",
	.see = see_lost,
	.conclude = conclude_lost,
};
