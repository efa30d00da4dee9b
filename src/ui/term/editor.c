#include "ui/term/editor.h"

#include "base/sbuf.h"

#include <errno.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *editor_command(void)
{
	const char *names[] = { getenv("VISUAL"), getenv("EDITOR"), "vi" };
	for (size_t i = 0;; i++) {
		if (names[i] != NULL && *names[i] != '\0')
			return names[i];
	}
}

/* The signals that curses and we handle are the editor's own affair again. */
static void restore_signals(posix_spawnattr_t *attributes)
{
	sigset_t all;
	sigfillset(&all);
	posix_spawnattr_setsigdefault(attributes, &all);
	posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF);
}

/* The editor's command may have arguments: the shell cuts it into words, and
 * the path reaches it as one, and never as an option. */
static int spawn(const char *command, const char *path, pid_t *pid)
{
	struct sbuf line = { 0 };
	posix_spawnattr_t attributes;
	sbuf_printf(&line, "%s \"%s$1\"", command, *path == '-' ? "./" : "");
	char *argv[] = { (char[]){ "sh" }, (char[]){ "-c" }, line.text, (char[]){ "sh" },
		(char *)path, NULL };
	posix_spawnattr_init(&attributes);
	restore_signals(&attributes);
	int error = posix_spawn(pid, "/bin/sh", NULL, &attributes, argv, environ);
	posix_spawnattr_destroy(&attributes);
	sbuf_fini(&line);
	return error;
}

bool editor_run(const char *path, struct sbuf *why)
{
	const char *command = editor_command();
	pid_t pid;
	int status = 0, error = spawn(command, path, &pid);
	if (error != 0) {
		sbuf_printf(why, "no shell to run the editor: %s", strerror(error));
		return false;
	}
	while (waitpid(pid, &status, 0) < 0) {
		if (errno != EINTR)
			return true;
	}
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return true;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
		sbuf_printf(why, "there is no editor \"%s\": set VISUAL or EDITOR", command);
	else
		sbuf_printf(why, "the editor \"%s\" failed", command);
	return false;
}
