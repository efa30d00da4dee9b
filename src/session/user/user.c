#include "session/user/user.h"

void user_read(struct user *p)
{
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
