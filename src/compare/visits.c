#include "compare/visits.h"

#include <assert.h>

/* Puts the frame among those shown, if there is room. */
static void add_visitor(struct visits *v, struct live *l, uint64_t entered, uint32_t line)
{
	assert(v->nshown <= FRAMES_SHOWN && "at most so many are shown");
	step_list_add(&v->entries, entered);
	if (v->nshown == FRAMES_SHOWN)
		return;
	l->row = v->nshown;
	v->shown[v->nshown++] = (struct visitor){
		.id = l->id, .entered = entered, .line = line, .peer = !l->coroutine
	};
}

/* NULL if there is no room. */
static struct passage *find_passage(
	struct visits *v, uint32_t shown, uint32_t number, uint32_t line)
{
	assert(v->npassages <= POINTS_SHOWN && "at most so many are shown");
	for (uint32_t i = 0; i < v->npassages; i++) {
		struct passage *p = &v->passages[i];
		if (p->shown == shown && p->number == number && p->line == line)
			return p;
	}
	if (v->npassages == POINTS_SHOWN)
		return NULL;
	v->passages[v->npassages] =
		(struct passage){ .shown = shown, .number = number, .line = line };
	return &v->passages[v->npassages++];
}

static void add_re_entry(struct visits *v, const struct live *l, uint32_t number, uint64_t k)
{
	step_list_add(&v->re_entries, k);
	if (l->row == UINT32_MAX)
		return;
	struct passage *p = find_passage(v, l->row, number, l->line);
	assert(l->row < v->nshown && "a row was given");
	step_list_add(&v->shown[l->row].re_entries, k);
	if (p != NULL)
		step_list_add(&p->steps, k);
}

static void note_transfer(struct visits *v, const struct ledger *ledger, const struct fact *f)
{
	const uint64_t *to = map_find(&ledger->parked, f->step.to);
	struct live *from = ledger_find(ledger, ledger->running);
	const struct live *next = to != NULL ? ledger_find(ledger, (uint32_t)*to) : NULL;
	if (from != NULL && !from->peer && !from->coroutine)
		add_visitor(v, from, from->entered, ledger_routine(ledger, from)->entry);
	if (next != NULL)
		add_re_entry(v, next, 0, f->k);
}

/* It goes on where it was suspended. */
static bool is_valid_re_entry(const struct live *l, const struct fact *f)
{
	return l->entered != 0 && l->state == LIVE_SUSPENDED &&
		(f->step.line == l->line || f->step.silent);
}

void visits_note(
	struct visits *v, const struct ledger *ledger, const struct fact *f, struct live *l)
{
	if (f->kind != FACT_STEP)
		return;
	if (is_transfer(f))
		note_transfer(v, ledger, f);
	else if (l == NULL || !l->coroutine)
		return;
	else if (f->step.kind == EVENT_CALL && l->entered == 0)
		add_visitor(v, l, f->k, f->step.line);
	else if ((f->step.kind == EVENT_RESUME || f->step.silent) && is_valid_re_entry(l, f))
		add_re_entry(v, l, l->point, f->k);
}
