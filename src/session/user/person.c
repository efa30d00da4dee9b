#include "session/user/person.h"

#include "session/commands/adapt.h"

void person_read(struct person *p, const struct command_table *more)
{
	adapt_read_config(&p->settings, more, &p->complaints);
	recall_read(&p->recall);
}

bool person_keep(struct person *p)
{
	return recall_save(&p->recall);
}

void person_fini(struct person *p)
{
	settings_fini(&p->settings);
	recall_fini(&p->recall);
	sbuf_fini(&p->complaints);
}
