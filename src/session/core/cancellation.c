#include "session/core/cancellation.h"

#include <assert.h>

void cancellation_begin(struct session *s)
{
	assert(s->cancellation && "every session can be asked to cancel");
	s->cancellation->looked = s->cancellation->work = 0;
	s->cancellation->lost = false;
}

bool cancellation_requested(const struct session *s)
{
	return s->cancellation->lost;
}

bool cancellation_ask(struct cancellation *p)
{
	p->work = 0;
	if (!p->lost && p->lasts != NULL)
		p->lost = !p->lasts(p->self, p->looked);
	return !p->lost;
}
