#include "compare/checking.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <string.h>

void checking_evidence(struct claim_finding *f, enum side side, bool fault,
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

void checking_clear(struct claim_finding *f)
{
	while (f->evidence.len > 0)
		mem_free(f->evidence.at[--f->evidence.len].text);
}

void checking_fault(struct checking *c, uint64_t a, uint64_t b, const char *fmt, ...)
{
	struct claim_finding *f = c->finding;
	struct step_list steps = { 0 };
	va_list ap;
	if (f->verdict != VERDICT_FAILS)
		checking_clear(f);
	f->verdict = VERDICT_FAILS;
	if (f->faults++ >= FAULTS_SHOWN)
		return;
	step_list_add(&steps, a);
	if (b != 0)
		step_list_add(&steps, b);
	va_start(ap, fmt);
	checking_evidence(f, c->side, true, &steps, format(fmt, ap));
	va_end(ap);
}

/* A claim that fails is shown by what breaks it alone. */
static void show_steps(
	struct checking *c, const struct step_list *steps, const char *fmt, va_list ap)
{
	if (c->finding->verdict == VERDICT_HOLDS)
		checking_evidence(c->finding, c->side, false, steps, format(fmt, ap));
}

void checking_show(struct checking *c, const struct step_list *steps, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	show_steps(c, steps, fmt, ap);
	va_end(ap);
}

void checking_show_step(struct checking *c, uint64_t step, const char *fmt, ...)
{
	struct step_list steps = { .n = 1, .at = { step } };
	va_list ap;
	va_start(ap, fmt);
	show_steps(c, &steps, fmt, ap);
	va_end(ap);
}

void checking_pass_over(struct checking *c, const char *fmt, ...)
{
	struct claim_finding *f = c->finding;
	va_list ap;
	if (f->verdict == VERDICT_FAILS)
		return;
	f->verdict = VERDICT_DOES_NOT_APPLY;
	va_start(ap, fmt);
	sbuf_vprintf(&f->why, fmt, ap);
	va_end(ap);
}

const char *checking_var(struct checking *c, const struct live *l, uint32_t i)
{
	const struct code *code = ledger_routine(&c->ledger, l)->code;
	return i < code->nvars ? checking_word(c, code->vars[i].name) : "a variable";
}

bool checking_is_subroutine(const struct routine *r)
{
	return r->calls.n > 0 && r->peers == 0 &&
		(r->code->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR)) == 0;
}
