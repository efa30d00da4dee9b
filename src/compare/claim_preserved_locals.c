/* What a coroutine has is there when it goes on. */

#include "compare/checking.h"

#include "base/mem.h"

#include <inttypes.h>
#include <string.h>

enum { NAMES_SHOWN = 4, SHARED_SHOWN = 4, GIVEN_MOST = 40 /* bytes, and a name */ };

static bool is_seen(const struct live *l, const struct code *code, uint32_t i)
{
	return l->vars[i].kind != R_UNSET && code->vars[i].name[0] != '.';
}

/* Of a frame that is shown. */
struct kept {
	char *vars; /* names of those bound at the first re-entry; NULL: none seen yet */
	struct sbuf
		given; /* of those that got a value by the statement that had transferred control */
};

struct preserved {
	struct kept kept[FRAMES_SHOWN]; /* of the visitors */
	struct map touched;             /* serial → step of the object's last change */
	uint64_t shared;                /* changes by others while a frame was suspended */
};

static struct kept *kept_of(struct checking *c, const struct live *l)
{
	struct preserved *p = c->self;
	return l->row < c->visits.nshown ? &p->kept[l->row] : NULL;
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
			sbuf_printf(&names, "%s%s", n > 1 ? ", " : "", checking_var(c, l, i));
	}
	if (n > NAMES_SHOWN)
		sbuf_printf(&names, " and %u more", n - NAMES_SHOWN);
	return n > 0 ? sbuf_take(&names) : mem_strdup("");
}

static void show_shared(struct checking *c, const struct live *l, uint32_t i, uint64_t touched)
{
	const struct code *code = ledger_routine(&c->ledger, l)->code;
	const char *name = checking_var(c, l, i);
	struct preserved *p = c->self;
	if (p->shared++ >= SHARED_SHOWN)
		return;
	if (code->vars[i].is_cell)
		checking_show_step(c, touched,
			"another function set %s, which it shares with %s, while that was "
			"suspended",
			name, checking_name(c, l->id));
	else
		checking_show_step(c, touched,
			"others changed what %s of %s refers to, while it was suspended", name,
			checking_name(c, l->id));
}

/* What others changed meanwhile, in objects that the frame refers to. */
static void look_for_shared(struct checking *c, const struct live *l)
{
	const struct preserved *p = c->self;
	const struct code *code = ledger_routine(&c->ledger, l)->code;
	for (uint32_t i = 0; i < l->nvars; i++) {
		const uint64_t *touched = l->vars[i].kind == R_OBJECT && is_seen(l, code, i)
			? map_find(&p->touched, l->vars[i].n)
			: NULL;
		if (touched != NULL && *touched > l->since)
			show_shared(c, l, i, *touched);
	}
}

static void see_kept(struct checking *c, const struct live *l)
{
	struct kept *kept = kept_of(c, l);
	look_for_shared(c, l);
	if (kept != NULL && kept->vars == NULL)
		kept->vars = list_vars(c, l);
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
	struct kept *kept = kept_of(c, l);
	if (kept != NULL && kept->given.len < GIVEN_MOST && !has_name(&kept->given, name))
		sbuf_printf(&kept->given, "%s%s", kept->given.len > 0 ? ", " : "", name);
}

/* Changes are told together with the next step.  A frame that went on without
 * a RESUME may have made them itself before that step. */
static void see_step_of(struct checking *c, const struct fact *f, struct live *l)
{
	if (l->spoilt != 0 && !f->step.silent)
		checking_fault(c, l->since, f->k, "%s of %s changed while it was suspended",
			checking_var(c, l, l->spoilt - 1), checking_name(c, l->id));
	if (is_re_entry(f) && l->coroutine && l->state == LIVE_SUSPENDED)
		see_kept(c, l);
	l->spoilt = 0;
}

static void see_preserved(struct checking *c, const struct fact *f, struct live *l)
{
	struct preserved *p = c->self;
	if (f->kind == FACT_TOUCH)
		map_put(&p->touched, f->object, f->k);
	else if (f->kind == FACT_DEATH)
		map_remove(&p->touched, f->object);
	else if (l == NULL)
		return;
	else if (f->kind == FACT_VAR && l->spoilt == 0 &&
		(l->state == LIVE_SUSPENDED || l->state == LIVE_PARKED))
		l->spoilt = f->index + 1;
	else if (f->kind == FACT_VAR && l->arrived)
		see_given(c, l, checking_var(c, l, f->index));
	else if (f->kind == FACT_STEP)
		see_step_of(c, f, l);
}

static void show_kept(struct checking *c, const struct visitor *s, const struct kept *kept)
{
	uint64_t n = s->re_entries.n;
	const char *name = checking_name(c, s->id);
	if (n == 0)
		return;
	if (s->peer && kept->given.len > 0)
		checking_show(c, &s->re_entries,
			"%s goes on %" PRIu64 " time%s after a transfer; only %s is new", name, n,
			checking_plural(n), kept->given.text);
	else if (s->peer)
		checking_show(c, &s->re_entries,
			"%s goes on %" PRIu64 " time%s after a transfer, with all that it had",
			name, n, checking_plural(n));
	else if (kept->vars == NULL || kept->vars[0] == '\0')
		checking_show(c, &s->re_entries, "%s has no locals at its first re-entry", name);
	else if (n == 1)
		checking_show(c, &s->re_entries, "%s has at its re-entry what it had: %s", name,
			kept->vars);
	else
		checking_show(c, &s->re_entries,
			"%s has at each of %" PRIu64 " re-entries what it had: %s", name, n,
			kept->vars);
}

static void conclude_preserved(struct checking *c)
{
	const struct preserved *p = c->self;
	const struct visits *v = &c->visits;
	uint64_t shown = 0;
	for (uint32_t i = 0; i < v->nshown; i++) {
		show_kept(c, &v->shown[i], &p->kept[i]);
		shown += v->shown[i].re_entries.n;
	}
	if (v->re_entries.n > shown)
		checking_show(c, NULL, "so it is at %" PRIu64 " more re-entries",
			v->re_entries.n - shown);
	if (p->shared > SHARED_SHOWN)
		checking_show(c, NULL, "others changed what locals refer to %" PRIu64 " more times",
			p->shared - SHARED_SHOWN);
	if (v->re_entries.n == 0)
		checking_pass_over(c, "no frame here goes on after a suspension");
}

static void forget_preserved(void *self)
{
	struct preserved *p = self;
	for (int i = 0; i < FRAMES_SHOWN; i++) {
		mem_free(p->kept[i].vars);
		sbuf_fini(&p->kept[i].given);
	}
	map_fini(&p->touched);
}

const struct claim_row claim_preserved_locals = {
	.name = "preserved locals",
	.about = "each suspension",
	.sentence = "parameters and locals stay what they were",
	.size = sizeof(struct preserved),
	.see = see_preserved,
	.conclude = conclude_preserved,
	.fini = forget_preserved,
};
