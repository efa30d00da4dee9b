#include "session/user/user.h"

#include "session/user/user_files.h"

#include <unistd.h>

static const char greeted[] = "greeted";

/* Without a place to note it nobody is new, lest they see the hints for ever. */
static bool is_new(void)
{
	struct sbuf path = { 0 };
	bool new = user_files_path(USER_FILES_STATE, greeted, &path) &&
		access(path.text, F_OK) != 0;
	sbuf_fini(&path);
	return new;
}

void user_read(struct user *p)
{
	command_history_read(&p->command_history);
	p->is_new = is_new();
}

void user_greeted(struct user *p)
{
	static const char text[] = "The hints of a first run were shown.\n";
	if (p->is_new)
		user_files_replace(USER_FILES_STATE, greeted, text, sizeof text - 1);
	p->is_new = false;
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
