#include "session/user/user.h"

#include "session/commands/config.h"

void user_read(struct user *p, const struct command_table *more)
{
	config_read(&p->settings, more, &p->complaints);
	command_history_read(&p->command_history);
}

bool user_save(struct user *p)
{
	return command_history_save(&p->command_history);
}

void user_fini(struct user *p)
{
	settings_fini(&p->settings);
	command_history_fini(&p->command_history);
	sbuf_fini(&p->complaints);
}
