#include "trace/journal.h"

#include "trace/world.h"

#include <assert.h>
#include <string.h>

static void drop(struct change *c)
{
	switch (c->kind) {
	case CHANGE_BIRTH:
		wframe_free(c->frame);
		break;
	case CHANGE_SPLICE:
	case CHANGE_CONTENTS:
		mem_free(c->items);
		break;
	case CHANGE_GONE:
		wobject_free(c->object);
		break;
	default:
		break;
	}
}

/* Forgets the oldest n steps. */
static void forget(struct journal *j, size_t n)
{
	assert(n <= j->steps.len && "only what is kept can be forgotten");
	size_t first = n < j->steps.len ? j->steps.at[n].first : j->changes.len;
	assert(first <= j->changes.len && "a step begins with its first change");
	for (size_t i = 0; i < first; i++)
		drop(&j->changes.at[i]);
	j->changes.len -= first;
	j->steps.len -= n;
	if (j->steps.len == 0)
		return;
	memmove(j->changes.at, j->changes.at + first, j->changes.len * sizeof *j->changes.at);
	memmove(j->steps.at, j->steps.at + n, j->steps.len * sizeof *j->steps.at);
	for (size_t i = 0; i < j->steps.len; i++)
		j->steps.at[i].first -= first;
}

void journal_begin(struct journal *j, const struct clockwork *now)
{
	if (j->off)
		return;
	if (j->steps.len >= 2 * JOURNAL_STEPS)
		forget(j, j->steps.len - JOURNAL_STEPS);
	array_push(&j->steps, ((struct journal_step){ *now, j->changes.len }));
	assert((j->steps.len < 2 || j->steps.at[j->steps.len - 2].before.k < now->k) &&
		"steps are folded forward");
}

void journal_note(struct journal *j, struct change c)
{
	assert((j->off || j->steps.len > 0) && "a change belongs to the step that was begun last");
	if (j->off)
		drop(&c);
	else
		array_push(&j->changes, c);
}

const struct change *journal_last(const struct journal *j, size_t *n)
{
	*n = 0;
	if (j->steps.len == 0)
		return NULL;
	size_t first = j->steps.at[j->steps.len - 1].first;
	assert(first <= j->changes.len && "a step begins with its first change");
	*n = j->changes.len - first;
	return j->changes.at + first;
}

void journal_clear(struct journal *j)
{
	forget(j, j->steps.len);
	assert(j->changes.len == 0);
}

void journal_fini(struct journal *j)
{
	journal_clear(j);
	array_fini(&j->steps);
	array_fini(&j->changes);
}
