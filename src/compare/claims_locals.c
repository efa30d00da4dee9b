/* Preserved locals and lost locals. */

#include "compare/checking.h"

#include "base/mem.h"

#include <inttypes.h>
#include <string.h>

enum { NAMES_SHOWN = 4, SHARED_SHOWN = 4, GIVEN_MOST = 40 /* bytes, and a name */ };

static const char *var_name(struct checking *c, const struct live *l, uint32_t i)
{
	const struct code *code = ledger_routine(&c->ledger, l)->code;
	return i < code->nvars ? checking_word(c, code->vars[i].name) : "a variable";
}

/* Preserved locals. */

static bool is_seen(const struct live *l, const struct code *code, uint32_t i)
{
	return l->vars[i].kind != R_UNSET && code->vars[i].name[0] != '.';
}

/* "limit, n"; of many the first ones. */
static char *list_vars(struct checking *c, const struct live *l)
{
	const struct code *code = ledger_routine(&c->ledger, l)->code;
	struct sbuf names = { 0 };
	uint32_t n = 0;
	for (uint32_t i = 0; i < l->nvars; i++) {
		if (!is_seen(l, code, i))
			continue;
		if (n++ < NAMES_SHOWN)
			sbuf_printf(&names, "%s%s", n > 1 ? ", " : "", var_name(c, l, i));
	}
	if (n > NAMES_SHOWN)
		sbuf_printf(&names, " and %u more", n - NAMES_SHOWN);
	return n > 0 ? sbuf_take(&names) : mem_strdup("");
}

static void show_shared(struct checking *c, const struct live *l, uint32_t i, uint64_t touched)
{
	const struct code *code = ledger_routine(&c->ledger, l)->code;
	const char *name = var_name(c, l, i);
	if (c->shared++ >= SHARED_SHOWN)
		return;
	if (code->vars[i].is_cell)
		checking_show_step(c, CLAIM_PRESERVED_LOCALS, touched,
			"another function set %s, which it shares with %s, while that was suspended",
			name, checking_name(c, l->id));
	else
		checking_show_step(c, CLAIM_PRESERVED_LOCALS, touched,
			"others changed what %s of %s refers to, while it was suspended", name,
			checking_name(c, l->id));
}

/* What others changed meanwhile, in objects that the frame refers to. */
static void look_for_shared(struct checking *c, const struct live *l)
{
	const struct code *code = ledger_routine(&c->ledger, l)->code;
	for (uint32_t i = 0; i < l->nvars; i++) {
		const uint64_t *touched = l->vars[i].kind == R_OBJECT && is_seen(l, code, i)
			? map_find(&c->touched, l->vars[i].n)
			: NULL;
		if (touched != NULL && *touched > l->since)
			show_shared(c, l, i, *touched);
	}
}

static void see_kept(struct checking *c, const struct live *l)
{
	struct shown *s = l->row < c->nshown ? &c->shown[l->row] : NULL;
	look_for_shared(c, l);
	if (s != NULL && s->vars == NULL)
		s->vars = list_vars(c, l);
}

/* Whether the list "a, b" has the name. */
static bool has_name(const struct sbuf *list, const char *name)
{
	size_t n = strlen(name);
	for (const char *at = list->text; at != NULL && *at != '\0'; at += strspn(at, ", ")) {
		size_t len = strcspn(at, ",");
		if (len == n && memcmp(at, name, n) == 0)
			return true;
		at += len;
	}
	return false;
}

/* What a peer is given as it goes on: the rest of the statement in which it
 * had given way binds it, so it is told apart by its name and not judged. */
static void see_given(struct checking *c, const struct live *l, const char *name)
{
	struct shown *s = l->row < c->nshown ? &c->shown[l->row] : NULL;
	if (s != NULL && s->given.len < GIVEN_MOST && !has_name(&s->given, name))
		sbuf_printf(&s->given, "%s%s", s->given.len > 0 ? ", " : "", name);
}

/* Changes are told together with the next step.  A frame that went on without
 * a RESUME may have made them itself before that step. */
static void see_step_of(struct checking *c, const struct fact *f, struct live *l)
{
	if (l->spoilt != 0 && !f->step.silent)
		checking_fault(c, CLAIM_PRESERVED_LOCALS, l->since, f->k,
			"%s of %s changed while it was suspended", var_name(c, l, l->spoilt - 1),
			checking_name(c, l->id));
	if (is_re_entry(f) && l->coroutine && l->state == LIVE_SUSPENDED)
		see_kept(c, l);
	l->spoilt = 0;
}

static void see_preserved(struct checking *c, const struct fact *f, struct live *l)
{
	if (f->kind == FACT_TOUCH)
		map_put(&c->touched, f->object, f->k);
	else if (f->kind == FACT_DEATH)
		map_remove(&c->touched, f->object);
	else if (l == NULL)
		return;
	else if (f->kind == FACT_VAR && l->spoilt == 0 &&
		(l->state == LIVE_SUSPENDED || l->state == LIVE_PARKED))
		l->spoilt = f->index + 1;
	else if (f->kind == FACT_VAR && l->arrived)
		see_given(c, l, var_name(c, l, f->index));
	else if (f->kind == FACT_STEP)
		see_step_of(c, f, l);
}

static void show_kept(struct checking *c, const struct shown *s)
{
	uint64_t n = s->re_entries.n;
	const char *name = checking_name(c, s->id);
	if (n == 0)
		return;
	if (s->peer && s->given.len > 0)
		checking_show(c, CLAIM_PRESERVED_LOCALS, &s->re_entries,
			"%s goes on %" PRIu64 " time%s after a transfer; only %s is new", name, n,
			plural(n), s->given.text);
	else if (s->peer)
		checking_show(c, CLAIM_PRESERVED_LOCALS, &s->re_entries,
			"%s goes on %" PRIu64 " time%s after a transfer, with all that it had",
			name, n, plural(n));
	else if (s->vars == NULL || s->vars[0] == '\0')
		checking_show(c, CLAIM_PRESERVED_LOCALS, &s->re_entries,
			"%s has no locals at its first re-entry", name);
	else if (n == 1)
		checking_show(c, CLAIM_PRESERVED_LOCALS, &s->re_entries,
			"%s has at its re-entry what it had: %s", name, s->vars);
	else
		checking_show(c, CLAIM_PRESERVED_LOCALS, &s->re_entries,
			"%s has at each of %" PRIu64 " re-entries what it had: %s", name, n,
			s->vars);
}

static void conclude_preserved(struct checking *c)
{
	uint64_t shown = 0;
	for (uint32_t i = 0; i < c->nshown; i++) {
		show_kept(c, &c->shown[i]);
		shown += c->shown[i].re_entries.n;
	}
	if (c->re_entries.n > shown)
		checking_show(c, CLAIM_PRESERVED_LOCALS, NULL,
			"so it is at %" PRIu64 " more re-entries", c->re_entries.n - shown);
	if (c->shared > SHARED_SHOWN)
		checking_show(c, CLAIM_PRESERVED_LOCALS, NULL,
			"others changed what locals refer to %" PRIu64 " more times",
			c->shared - SHARED_SHOWN);
	if (c->re_entries.n == 0)
		checking_pass_over(
			c, CLAIM_PRESERVED_LOCALS, "no frame here goes on after a suspension");
}

const struct checker check_preserved_locals = { see_preserved, conclude_preserved };

/* Lost locals. */

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
		checking_fault(c, CLAIM_LOST_LOCALS, f->k, 0,
			"%s is seen again, at line %u, after its end", checking_name(c, f->frame),
			f->step.line);
}

static void see_lost(struct checking *c, const struct fact *f, struct live *l)
{
	if (f->kind == FACT_STEP && l == NULL && f->frame != FRAME_NONE &&
		ledger_has_ended(&c->ledger, f->frame))
		see_ended(c, f);
	else if (f->kind == FACT_VAR && l != NULL && !l->coroutine && l->state == LIVE_NEW &&
		!comes_with_call(ledger_routine(&c->ledger, l)->code, f->index))
		checking_fault(c, CLAIM_LOST_LOCALS, f->k, 0,
			"%s has a value already when %s is called", var_name(c, l, f->index),
			checking_name(c, l->id));
}

static void show_lost(struct checking *c, const struct routine *r)
{
	uint64_t n = r->ends.n;
	if (n == 1)
		checking_show(c, CLAIM_LOST_LOCALS, &r->ends,
			"the one frame of %s is gone at its end", checking_word(c, r->code->name));
	else
		checking_show(c, CLAIM_LOST_LOCALS, &r->ends,
			"%" PRIu64 " frames of %s, each made anew and gone at its end", n,
			checking_word(c, r->code->name));
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
		checking_show(c, CLAIM_LOST_LOCALS, NULL,
			"so it is with %" PRIu64 " more functions", routines - ROUTINES_SHOWN);
	if (routines == 0)
		checking_pass_over(c, CLAIM_LOST_LOCALS, "no subroutine is called here");
}

const struct checker check_lost_locals = { see_lost, conclude_lost };
