/* Reading the steps of a trace, past everything else in the log. */

#include "trace/store.h"

#include <assert.h>

void trace_step(const struct trace *t, uint64_t k, struct step *s)
{
	assert(k >= 1 && k <= t->log.steps && "a step of the record");
	struct step_place p = log_seek(&t->log, k);
	log_read_step(&t->log, &p, s);
}

void step_cursor_at(struct step_cursor *c, const struct trace *t, uint64_t k)
{
	c->t = t;
	c->k = k <= t->log.steps ? k : t->log.steps;
	c->first = c->nback = 0;
	c->next = c->k < t->log.steps ? log_seek(&t->log, c->k + 1)
				      : (struct step_place){ .at = t->log.bytes.len };
}

static_assert(sizeof((struct step_cursor *)0)->back / sizeof(struct step_place) == LOG_STRIDE,
	"a cursor holds what is between two marks");

bool step_cursor_next(struct step_cursor *c, struct step *s)
{
	if (c->k == c->t->log.steps)
		return false;
	c->k++;
	return log_read_step(&c->t->log, &c->next, s);
}

/* Finds the places of the steps between the mark before step k and step k. */
static void look_back(struct step_cursor *c)
{
	assert(c->k > 0 && "there is a step behind the cursor");
	struct step skipped;
	c->first = (c->k - 1) / LOG_STRIDE * LOG_STRIDE + 1;
	c->nback = c->k - c->first + 1;
	struct step_place p = log_seek(&c->t->log, c->first);
	for (uint64_t i = 0; i < c->nback; i++) {
		c->back[i] = p;
		log_read_step(&c->t->log, &p, &skipped);
	}
}

bool step_cursor_back(struct step_cursor *c, struct step *s)
{
	if (c->k == 0)
		return false;
	if (c->k < c->first || c->k >= c->first + c->nback)
		look_back(c);
	c->next = c->back[c->k - c->first];
	struct step_place p = c->next;
	assert(c->k >= c->first && c->k - c->first < c->nback && "its place was looked up");
	c->k--;
	return log_read_step(&c->t->log, &p, s);
}
