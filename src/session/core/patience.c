#include "session/core/patience.h"

void patience_begin(struct session *s)
{
	s->patience->looked = s->patience->work = 0;
	s->patience->lost = false;
}

bool patience_is_lost(const struct session *s)
{
	return s->patience->lost;
}

bool patience_ask(struct patience *p)
{
	p->work = 0;
	if (!p->lost && p->lasts != NULL)
		p->lost = !p->lasts(p->self, p->looked);
	return !p->lost;
}
