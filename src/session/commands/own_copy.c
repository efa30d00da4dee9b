#include "session/commands/own_copy.h"

#include "base/mem.h"
#include "session/commands/command.h"
#include "session/user/own_file.h"

#include <unistd.h>

bool own_copy_is_needed(const struct session *s)
{
	const char *path = s->scenario.source.path;
	return s->installed || (access(path, F_OK) == 0 && access(path, W_OK) != 0);
}

bool own_copy_make(struct session *s, const char *name)
{
	struct sbuf why = { 0 };
	char *path = own_file_path(name, s->scenario.source.path);
	bool done = own_file_copy(s->scenario.source.path, path, &why);
	if (done) {
		session_move_to(s, path);
		done = session_do(s, "reload") == SESSION_MOVED;
	} else {
		session_say(s, SESSION_REFUSED, "%s", sbuf_cstr(&why));
	}
	mem_free(path);
	sbuf_fini(&why);
	return done;
}
